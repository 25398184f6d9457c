"""Days that ask a question: the file on the desk, the day itself, whether it found an answer.

Comes in: a Rulebook and one seat's View, or a Desk. Goes out: DateLines for the board, Papers. Never here: what an answer would be.
"""

from ..engine.mechanisms.deadlines import MET
from ..engine.rulebook import Effect, Forcing, Rulebook
from ..engine.sides import SIDE_NAMES
from ..engine.terms import EXACT
from ..engine.view import View
from .board import DateLine, Paper
from .correspondence import signed
from .dates import HALF_DAY, about, local, short_day, stamp, until
from .desk import Desk, Timed
from .glosses import effect_name

OPEN, TO_COME, WAS_MET, WAS_MISSED, PAST = "open", "to come", "met", "missed", "past"
_CAME = ("It was on every calendar, and it came all the same.", "The day was there before the answer was.",
         "The hour struck, as hours do.", "Nobody had forgotten it; not everybody was ready.")
_IN_TIME = ("The file could be closed with the text clipped to it.", "The answer lay ready, and it was short.",
            "There was something to say, and it was said.")


def lines(rulebook: Rulebook, view: View) -> tuple[DateLine, ...]:
    """Every date of the calendar as that seat sees it, in order."""
    return tuple(_line(rulebook, view, place, date) for place, date in enumerate(rulebook.dates))


def _line(rulebook: Rulebook, view: View, place: int, date: Forcing) -> DateLine:
    ours = date.side == view.side
    text = date.text if ours else f"A day that binds {SIDE_NAMES[date.side]}."
    if_met = _effects(rulebook, view.side, date, date.met) if date.settled else ""
    return DateLine(date.id, date.name, until(rulebook, view.side, date.at), text, ours, _state(rulebook, view, place, date),
                    _asks(rulebook, view, date), if_met, _effects(rulebook, view.side, date, date.unmet),
                    short_day(local(rulebook, view.side, date.at)), (date.at - int(view.public.minutes[0])) // HALF_DAY)


def _state(rulebook: Rulebook, view: View, place: int, date: Forcing) -> str:
    now, result = int(view.public.minutes[0]), int(view.public.dates[0, place])
    if result:
        return WAS_MET if result == MET or not date.settled else WAS_MISSED
    if now >= date.at:
        return PAST
    return OPEN if _lies_open(rulebook, view, date) else TO_COME


def _lies_open(rulebook: Rulebook, view: View, date: Forcing) -> bool:
    now = int(view.public.minutes[0])
    return date.opens <= now < date.at and int(rulebook.stage_of[int(view.public.phase[0])]) in date.stages


def _asks(rulebook: Rulebook, view: View, date: Forcing) -> tuple[str, ...]:
    found = []
    for issue in date.settled:
        term = int(view.public.agreed[0, issue])
        stands = "agreed in exact words" if term & EXACT else "agreed, but loosely" if term else "not agreed yet"
        found.append(f"{rulebook.issues[issue].name} in exact words: {stands}")
    return tuple(found)


def _effects(rulebook: Rulebook, side: int, date: Forcing, effects: tuple[Effect, ...]) -> str:
    """`standing at home +8, their face −5`, as the reader calls them."""
    def named(effect: Effect) -> str:
        swapped = {"own": "other", "other": "own"}
        box = effect.box if date.side == side else swapped.get(effect.box, effect.box)
        return f"{effect_name(rulebook, side, box, effect.meter)} {signed(effect.amount)}"
    return ", ".join(named(effect) for effect in effects)


def living(rulebook: Rulebook, view: View) -> list[Paper]:
    """The files that lie open on this desk: what each asks, by when, what follows."""
    now, found = int(view.public.minutes[0]), []
    for place, date in enumerate(rulebook.dates):
        if date.side != view.side or not _lies_open(rulebook, view, date) or int(view.public.dates[0, place]):
            continue
        line = _line(rulebook, view, place, date)
        left = about((date.at - now) // 720)
        asks = f"It asks for: {'; '.join(line.asks)}." if line.asks else "It asks for nothing; it comes."
        follows = f"If it is settled by then: {line.if_met}. If not: {line.if_not}." if date.settled else f"What follows: {line.if_not}."
        found.append(Paper(f"file-{date.id}", "note", f"{date.name}: {left} left", "Secretariat", stamp(rulebook, view.side, now),
                           (date.text, f"The day is {line.when}. {asks}", follows), is_new=False, source=date.source))
    return found


def news(desk: Desk) -> list[Timed]:
    """Files laid open with this turn, and days that came in it."""
    found = []
    for place, date in enumerate(desk.rulebook.dates):
        if int(desk.after.public.dates[0, place]) and not int(desk.before.public.dates[0, place]):
            found.append(_came(desk, place, date))
        elif date.side == desk.side and _lies_open(desk.rulebook, desk.after, date) and not _lies_open(desk.rulebook, desk.before, date):
            line = _line(desk.rulebook, desk.after, place, date)
            asks = f"It asks for: {'; '.join(line.asks)}." if line.asks else ""
            found.append(desk.paper(desk.ends - 15, f"opens-{date.id}", "note", f"{date.name} lies on the desk", "Secretariat", date.text,
                                    f"The day is {line.when}. {asks}", source=date.source))
    return found


def _came(desk: Desk, place: int, date: Forcing) -> Timed:
    is_met = int(desk.after.public.dates[0, place]) == MET
    effects = _effects(desk.rulebook, desk.side, date, date.met if is_met else date.unmet)
    follows = f"It moved {effects}." if effects else ""
    minutes, front = min(date.at, desk.ends - 20), f"date-{date.id}"
    if date.side != desk.side:
        how = "" if not date.settled else " and found it settled" if is_met else " and found it open"
        return desk.paper(minutes, front, "note", f"{date.name}: {desk.their_name}'s day", "Secretariat",
                          f"A day that {desk.their_name} had to meet has come{how}.", follows)
    if not date.settled:
        return desk.paper(minutes, front, "note", f"{date.name} has come", "Secretariat", date.text, follows)
    title = f"{date.name}: settled in time" if is_met else f"{date.name}: the day came too soon"
    return desk.paper(minutes, front, "note", title, "Secretariat", desk.pick(front, _IN_TIME if is_met else _CAME), follows)
