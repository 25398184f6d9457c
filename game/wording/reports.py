"""Standing reports with a range: what we think of their nerve, how many soldiers there are.

Comes in: a Rulebook, one seat's View and its SeatRecord. Goes out: living Papers, one of each kind. Never here: the truth behind an estimate.
"""

from ..engine.rulebook import CONFRONTATION, Rulebook
from ..engine.sides import MOSCOW, SIDE_NAMES, WASHINGTON, other
from ..engine.view import View
from .board import Paper
from .correspondence import signed
from .dates import stamp
from .happenings import hundreds
from .record import SeatRecord

DOUBT = 120
"""What the embassy allows itself either way: a belief has no measured error."""
MOVED = 30
"""Points from which a changed belief is news."""
_EMBASSY = {WASHINGTON: "Embassy in Moscow", MOSCOW: "Embassy in Washington"}
_AFRAID = ((700, "They are badly frightened."), (500, "They are afraid, and begin to show it."), (300, "They are uneasy."), (0, "They sleep well."))
_RESOLVED = ((650, "They mean to go through with it."), (540, "They are set on their course, as far as one sees."),
             (460, "Which way they would jump nobody here will say."), (350, "They look for a way out."), (0, "They would take nearly any way out."))


def nerve(rulebook: Rulebook, view: View, record: SeatRecord) -> list[Paper]:
    """What the embassy thinks of the other side's fear and resolve, with what it allows for error."""
    mood, resolve = int(view.own.mood[0]), int(view.own.resolve[0])
    before = record.turns[-2].meters if len(record.turns) > 1 else record.opening
    change = max(abs(mood - before["mood"]), abs(resolve - before["resolve"]))
    them = SIDE_NAMES[other(view.side)]
    rests_on = "It rests on letters, which show what they mean to show, and on deeds, which cost something."
    fear_moved, resolve_moved = (f", {signed(now - before[name])} since the last report" if record.turns and now != before[name] else ""
                                 for name, now in (("mood", mood), ("resolve", resolve)))
    body = (f"Their fear is put between {_low(mood)} and {_high(mood)} of 1000{fear_moved}. {_worded(mood, _AFRAID)}",
            f"Their resolve is put between {_low(resolve)} and {_high(resolve)}{resolve_moved}. {_worded(resolve, _RESOLVED)}",
            rests_on)
    title = f"{them}'s nerve: fear {_low(mood)} to {_high(mood)}"
    return [Paper("nerve", "report", title, _EMBASSY[view.side], stamp(rulebook, view.side, int(view.public.minutes[0])), body,
                  is_new=change >= MOVED and bool(record.turns), meter="mood")]


def soldiers(rulebook: Rulebook, view: View, record: SeatRecord) -> list[Paper]:
    """The count of soldiers in Cuba: exact in Moscow, from the air in Washington. After the agreement, when it begins to matter."""
    if int(rulebook.stage_of[int(view.public.phase[0])]) == CONFRONTATION:
        return []
    count = int(view.own.troops[0])
    was = record.turns[-2].meters["troops"] if len(record.turns) > 1 else record.opening["troops"]
    now, moved = stamp(rulebook, view.side, int(view.public.minutes[0])), count - was
    if view.side == MOSCOW:
        return [Paper("troops", "report", f"Our soldiers in Cuba: {hundreds(count)}", "General Staff", now,
                      (f"There are {hundreds(count)} of them. The Americans have found some and guess at more.",), is_new=False, meter="troops")]
    return [Paper("troops", "report", f"Soviet soldiers in Cuba: at least {hundreds(count)}", "Photographic interpreters", now,
                  (f"From the air {hundreds(count)} can be made out, {'more than' if moved > 0 else 'fewer than' if moved < 0 else 'as many as'} "
                   "in the report before. What lives under roofs and in civilian shirts is not in the figure.",
                   "It may be half as many again, or twice as many. Nobody will sign for more than what was counted."), is_new=False, meter="troops")]


def _low(value: int) -> int:
    return max(value - DOUBT, 0)


def _high(value: int) -> int:
    return min(value + DOUBT, 1000)


def _worded(value: int, steps: tuple[tuple[int, str], ...]) -> str:
    return next(words for least, words in steps if value >= least)
