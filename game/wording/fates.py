"""What became of the letters that left the table in one turn: which one bound, which was refused, answered with other terms, taken back, or lapsed.

Comes in: the Desk of that turn. Goes out: Fates. Never here: why the other side did it, a letter that this seat never saw.
"""

from dataclasses import dataclass

from ..engine.orders import ACCEPT, ANSWERS, COUNTER, REFUSE
from ..engine.sides import SIDE_NAMES
from ..engine.terms import EXACT
from .correspondence import Lying, paper_id
from .desk import Desk


@dataclass(frozen=True)
class Fate:
    letter: str
    """Paper id: `letter-moscow-3`."""
    what: str
    """`accepted`, `refused`, `countered`, `lapsed`, `withdrawn` or `set aside`."""


def fates(desk: Desk) -> tuple[Fate, ...]:
    """One for each letter that lay on the table before the turn and does not after it."""
    bound = binding(desk)
    return tuple(Fate(paper_id(lying.sent), _fate(desk, writer, lying, bound)) for writer in (desk.side, desk.them) for lying in desk.gone[writer])


def binding(desk: Desk) -> str:
    """Paper id of the letter that binds since this turn; empty where nothing new binds, or where two equal letters crossed."""
    if not desk.new_deal:
        return ""
    for lying in desk.gone[desk.them]:
        if desk.dispatch.answer == "accept" and desk.dispatch.answer_to == lying.sent.number and _holds(lying, desk.new_deal):
            return paper_id(lying.sent)
    if int(desk.after.public.answered[0, desk.them]) == ACCEPT:
        for lying in reversed(desk.gone[desk.side]):            # of several that say the same the older one
            if _holds(lying, desk.new_deal):
                return paper_id(lying.sent)
    return ""


def which_bound(desk: Desk) -> str:
    """The sentence on it: `It is Moscow's letter 3 that binds, by our acceptance.`"""
    bound = binding(desk)
    if not bound:
        return "The same terms stood in two letters that crossed: each had signed the other's before reading it."
    number = int(bound.rpartition("-")[2])
    if bound in {paper_id(lying.sent) for lying in desk.gone[desk.them]}:
        return f"It is {SIDE_NAMES[desk.them]}'s letter {number} that binds, by our acceptance."
    return f"It is our letter {number} that binds, by {SIDE_NAMES[desk.them]}'s acceptance."


def _holds(lying: Lying, deal: dict[int, int]) -> bool:
    """Whether every new term stands in that letter; haste may have taken exact words on the way."""
    return all(lying.sent.terms.get(place, 0) | EXACT == term | EXACT for place, term in deal.items())


def _fate(desk: Desk, writer: int, lying: Lying, bound: str) -> str:
    sent, dispatch = lying.sent, desk.dispatch
    if paper_id(sent) == bound:
        return "accepted"
    if desk.new_deal:
        return "set aside"
    if writer == desk.side and dispatch.withdraw == sent.number:
        return "withdrawn"
    how = _answer(desk, writer, sent.number)
    if how:
        return how
    if lying.age + 1 > desk.rulebook.rules.bargaining.letter_open_turns or (sent.due and sent.due < desk.ends):
        return "lapsed"
    return "withdrawn" if writer == desk.them else "set aside"


def _answer(desk: Desk, writer: int, number: int) -> str:
    words = {ACCEPT: "accepted", REFUSE: "refused", COUNTER: "countered"}
    if writer == desk.them:
        named = desk.dispatch.answer_to == number
        return words.get(ANSWERS.index(desk.dispatch.answer), "") if named else ""
    return words.get(int(desk.after.public.answered[0, desk.them]), "") if len(desk.gone[desk.side]) == 1 else ""
