"""Answering a letter, wherever it is shown: which answers there are, their keys, what each does to the draft.

Comes in: a Desk, a Paper, an answer's name. Goes out: the draft changed. Never here: whether an answer is legal, a place on a screen.
"""

from ...language import t
from ...wording.board import Paper
from ...wording.filed import AnswerPrice
from ..desk import Desk
from ..layout.type import minus

THEIRS = (("A", "accept"), ("F", "refuse"), ("C", "counter"), ("G", "ignore"))
OURS = (("B", "withdraw"), ("G", "stand"))


def choices(paper: Paper) -> tuple[tuple[str, str], ...]:
    """(key, answer) of what can be done about a paper; empty where nothing can."""
    return OURS if paper.is_own else THEIRS if paper.letter else ()


def given(desk: Desk, paper: Paper) -> str:
    """The answer that stands on the draft now."""
    if paper.is_own:
        return "withdraw" if desk.draft.withdraw == paper.letter else "stand"
    return desk.draft.answer if desk.draft.answer_to == paper.letter else "ignore"


def answer(desk: Desk, paper: Paper, name: str) -> bool:
    """The draft answers so; True where the deal table has to be opened now, with their terms on it."""
    draft = desk.draft
    if name == "counter":
        desk.change(draft.countering(paper))
        return True
    if name in ("withdraw", "stand"):
        if (draft.withdraw == paper.letter) != (name == "withdraw"):
            desk.change(draft.withdrawing(paper.letter))
    elif name == "ignore":
        if draft.answer_to == paper.letter:
            desk.change(draft.unput() if draft.answer == "counter" else draft.answering(draft.answer, draft.answer_to))
    elif (draft.answer, draft.answer_to) != (name, paper.letter):
        desk.change(draft.answering(name, paper.letter))
    return False


def priced(option: AnswerPrice) -> str:
    """`to us −615, pressure −150`; empty where it costs and brings nothing by itself."""
    return ", ".join(f"{label(name)} {minus(amount)}" for name, amount in option.price)


def label(name: str) -> str:
    """What a price moves, in the language of the window."""
    return t(f"letters.price-{name.replace(' ', '-')}")


def explain(option: AnswerPrice) -> tuple[str, ...]:
    """A heading and sentences on one answer."""
    price = priced(option)
    return (t(f"letters.do-{option.id}"), t(f"letters.does-{option.id}"), *([f"{price}."] if price else []), *option.notes)
