"""What may become of the words of a draft: haste, a worn-out envoy, news that binds nobody, conditions that are not met today.

Comes in: a Rulebook, one seat's View, the draft as it would go. Goes out: sentences. Never here: the other side's fear, or anything else
that the writer cannot know: where a condition turns on it, the sentence says so.
"""

from ..engine.rulebook import CONFRONTATION, Rulebook
from ..engine.terms import EXACT, NEWS, condition_ids
from ..engine.view import View
from .desk import listed
from .letters import Sent, short

_UNTIL = {
    "supervised": "holds only once United Nations inspectors have stood on Cuban soil; until then it can be read as lapsed",
    "conduct": "lapses when Castro's own guns are told to fire, and whether they are is not known here",
    "lasting": "can be read as lapsed until the bombers are settled",
    "treaty": "names older treaties, and will be quarrelled over for as long as it stands",
}
"""What becomes of a term that hangs on that condition."""


def warnings(rulebook: Rulebook, view: View, sent: Sent) -> tuple[str, ...]:
    """What the staff would point out before the letter goes."""
    exact = [short(rulebook.issues[place].subject) for place, term in sent.terms.items() if term & EXACT]
    return (*haste(rulebook, view, exact), *_envoy(rulebook, view, sent, exact), *_news(rulebook, sent), *_conditions(rulebook, sent))


def haste(rulebook: Rulebook, view: View, exact: list[str]) -> tuple[str, ...]:
    rules, fear = rulebook.rules.bargaining, int(view.own.fear[0])
    if not exact or int(rulebook.stage_of[int(view.public.phase[0])]) != CONFRONTATION:
        return ()
    share = f"about {rules.haste_ppm // 10_000} in 100"
    if fear > rules.haste_above:
        return (f"Haste: our fear is {fear}, above {rules.haste_above}. Signed in that state each exact word has {share} chances to go loose.",)
    return (f"If either side is in great fear when this is signed (above {rules.haste_above}), each exact word has {share} chances to go loose.",)


def _envoy(rulebook: Rulebook, view: View, sent: Sent, exact: list[str]) -> tuple[str, ...]:
    """Exact words carried in the head of a man who has not slept."""
    if not exact or not rulebook.channels[sent.channel].is_oral:
        return ()
    from_hours, found = rulebook.rules.delivery.garbled_from_hours, []
    for seat in rulebook.seats("envoy"):
        hours, away, name = int(view.own.awake[0, seat]), bool(view.own.away[0, seat]), rulebook.team[view.side][seat].name
        if away:
            found.append(f"{name} is in bed. A deputy carries it, and may blur the exact words.")
        elif hours >= from_hours:
            found.append(f"{name} has been awake for {hours} hours and may blur the exact words; they are safe below {from_hours}.")
    return tuple(found)


def _news(rulebook: Rulebook, sent: Sent) -> tuple[str, ...]:
    told = [short(rulebook.issues[place].subject) for place, term in sent.terms.items() if term & NEWS]
    if not told:
        return ()
    return (f"Given as news: {listed(told)}. It costs less and binds less, and each side reads it a step its own way, however exact the words.",)


def _conditions(rulebook: Rulebook, sent: Sent) -> tuple[str, ...]:
    return tuple(f"The term on {rulebook.issues[place].subject} {_UNTIL[id]}."
                 for place, term in sent.terms.items() for id in condition_ids(term))
