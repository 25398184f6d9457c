"""Moments in words: the date of a turn, the clocks on the two walls, the time on a paper.

Comes in: a Rulebook and minutes since the start. Goes out: `Saturday 27 October 1962, afternoon`. Never here: the machine's own clock or locale.
"""

from datetime import datetime, timedelta, timezone

from ..engine.rulebook import Rulebook
from ..engine.sides import WASHINGTON

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_MOSCOW = timezone(timedelta(hours=3))
HALF_DAY = 720
"""Minutes."""


def local(rulebook: Rulebook, side: int, minutes: int) -> datetime:
    """The moment by that capital's clocks: Washington put its clocks back in the night to 28 October, Moscow kept UTC+3 all year."""
    moment = rulebook.washington_time(minutes)
    return moment if side == WASHINGTON else moment.astimezone(_MOSCOW)


def clock(rulebook: Rulebook, side: int, minutes: int) -> str:
    """`16:00`, by that capital's clocks."""
    return f"{local(rulebook, side, minutes):%H:%M}"


def day(moment: datetime) -> str:
    """`27 October`."""
    return f"{moment.day} {_MONTHS[moment.month - 1]}"


def short_day(moment: datetime) -> str:
    """`27 Oct`: for an axis."""
    return f"{moment.day} {_MONTHS[moment.month - 1][:3]}"


def stamp(rulebook: Rulebook, side: int, minutes: int) -> str:
    """`27 October, 10:17`: what a paper bears."""
    moment = local(rulebook, side, minutes)
    return f"{day(moment)}, {moment:%H:%M}"


def part_of_day(moment: datetime) -> str:
    """`morning` from 5, `afternoon` from 12, `evening` from 17, `night` from 22, `after midnight` until 5."""
    for until, name in ((5, "after midnight"), (12, "morning"), (17, "afternoon"), (22, "evening")):
        if moment.hour < until:
            return name
    return "night"


def when(rulebook: Rulebook, side: int, minutes: int, half_days: int) -> str:
    """The turn that begins then: `Saturday 27 October 1962, afternoon` for a half-day, the day alone for a day, else the span
    `1 to 4 November 1962`."""
    first = local(rulebook, side, minutes)
    named = f"{_DAYS[first.weekday()]} {day(first)} {first.year}"
    if half_days <= 1:
        return f"{named}, {part_of_day(first)}"
    last = local(rulebook, side, minutes + half_days * HALF_DAY - 1)
    if half_days <= 2:
        return named
    if first.year != last.year:
        return f"{day(first)} {first.year} to {day(last)} {last.year}"
    return f"{first.day if first.month == last.month else day(first)} to {day(last)} {last.year}"


def until(rulebook: Rulebook, side: int, minutes: int) -> str:
    """A deadline: `Sunday 28 October, 18:00`."""
    moment = local(rulebook, side, minutes)
    return f"{_DAYS[moment.weekday()]} {day(moment)}, {moment:%H:%M}"


def about(half_days: int) -> str:
    """A span of time: `half a day`, `a day`, `three days`."""
    if half_days <= 2:
        return ("no time", "half a day", "a day")[half_days]
    words = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    days = half_days // 2
    count = words[days] if days < len(words) else str(days)
    return "a day and a half" if half_days == 3 else f"{count} days" if half_days % 2 == 0 else f"{count} and a half days"


def stage_ends(rulebook: Rulebook, stage: int) -> int:
    """Minutes since the start at which that stage ends at the latest: its last phase's end."""
    return max((phase.until for phase in rulebook.phases if phase.stage == stage), default=0)
