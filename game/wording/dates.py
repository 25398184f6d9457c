"""Moments in words: the date of a turn, the clocks on the two walls, the time on a paper.

Comes in: a Rulebook and minutes since the start. Goes out: `Saturday 27 October 1962, afternoon`. The date of a turn is a word of the interface; what
a paper bears is English, as papers are. Never here: the machine's own clock or locale.
"""

from datetime import datetime, timedelta, timezone

from ..engine.rulebook import Rulebook
from ..engine.sides import WASHINGTON
from ..language import t

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


def stamp(rulebook: Rulebook, side: int, minutes: int) -> str:
    """`27 October, 10:17`: what a paper bears."""
    moment = local(rulebook, side, minutes)
    return f"{day(moment)}, {moment:%H:%M}"


def short_day(moment: datetime) -> str:
    """`27 Oct`: for a calendar, in the language in use."""
    return t("date.short", day=moment.day, month=t(f"date.short-{moment.month}"))


def part_of_day(moment: datetime) -> str:
    """`morning` from 5, `afternoon` from 12, `evening` from 17, `night` from 22, `after midnight` until 5."""
    for until, name in ((5, "after-midnight"), (12, "morning"), (17, "afternoon"), (22, "evening")):
        if moment.hour < until:
            return t(f"date.part-{name}")
    return t("date.part-night")


def when(rulebook: Rulebook, side: int, minutes: int, half_days: int) -> str:
    """The turn that begins then, in the language in use: `Saturday 27 October 1962, afternoon` for a half-day, the day alone for a day, else the
    span `1 to 4 November 1962`."""
    first = local(rulebook, side, minutes)
    named = t("date.day", weekday=t(f"date.weekday-{first.weekday()}"), day=first.day, month=_month(first), year=first.year)
    if half_days <= 1:
        return t("date.half-day", date=named, part=part_of_day(first))
    last = local(rulebook, side, minutes + half_days * HALF_DAY - 1)
    if half_days <= 2:
        return named
    if first.year != last.year:
        return t("date.over-years", first=f"{first.day} {_month(first)} {first.year}", last=f"{last.day} {_month(last)} {last.year}")
    begins = str(first.day) if first.month == last.month else f"{first.day} {_month(first)}"
    return t("date.span", first=begins, last=f"{last.day} {_month(last)}", year=last.year)


def _month(moment: datetime) -> str:
    return t(f"date.month-{moment.month}")


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
