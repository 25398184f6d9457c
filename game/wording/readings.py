"""What was agreed and how it is read: the words in force, our reading, the words they put their name to last.

Comes in: a Rulebook, one seat's View and its SeatRecord. Goes out: Readings, what is quarrelled over first. Never here: the other side's own
reading, which is in its dossier; only exact words show it, since they leave no other.
"""

from ..engine.rulebook import Rulebook
from ..engine.sides import other
from ..engine.terms import EXACT, SECRET
from ..engine.view import View
from .board import DateLine, Reading
from .record import SeatRecord, past_kinds

_ORDER = ("apart", "open", "silent", "same")


def readings(rulebook: Rulebook, view: View, record: SeatRecord, files: tuple[DateLine, ...]) -> tuple[Reading, ...]:
    """Every issue that was agreed or that this side takes to be understood; none before there is an agreement."""
    if not int(view.public.agreed_at[0]):
        return ()
    past = past_kinds(record)
    asked = {issue for date, line in zip(rulebook.dates, files, strict=True) if line.state == "open" for issue in date.settled}
    found = [_reading(rulebook, view, place, past.get(f"dispute-{issue.id}", 0), place in asked) for place, issue in enumerate(rulebook.issues)
             if int(view.public.agreed[0, place]) or int(view.own.reading[0, place])]
    return tuple(sorted(found, key=lambda each: (not each.is_filed, _ORDER.index(each.state))))


def _reading(rulebook: Rulebook, view: View, place: int, quarrels: int, is_filed: bool) -> Reading:
    issue, term, ours = rulebook.issues[place], int(view.public.agreed[0, place]), int(view.own.reading[0, place])
    stated = int(view.public.stated[0, other(view.side), place])
    written = issue.positions[(term & 7) - 1] if term else ""
    is_exact = bool(term & EXACT)
    theirs = written if is_exact else issue.positions[stated - 1] if stated else ""
    state = "same" if is_exact else "apart" if quarrels or (term and stated and stated != (term & 7)) else "open" if term else "silent"
    read = issue.positions[ours - 1] if ours else written
    return Reading(issue.id, issue.name, written, read, theirs, state, bool(term & SECRET), quarrels, is_filed)
