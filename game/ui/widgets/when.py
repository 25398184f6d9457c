"""Dates and saved games as words of the language in use.

Comes in: a day, a record of a save. Goes out: words. Never here: a Page, a file.
"""

from datetime import date
from typing import TYPE_CHECKING

from ...language import t

if TYPE_CHECKING:
    from ...session.shelf import Kept


def said_day(day: date) -> str:
    """`27 October 1962`."""
    return t("saves.day", day=day.day, month=t(f"saves.month-{day.month}"), year=day.year)


def said_seats(seats: tuple[str, ...]) -> str:
    """Who sits there."""
    names = {"washington": t("common.washington"), "moscow": t("common.moscow")}
    return t("saves.both", first=names[seats[0]], second=names[seats[1]]) if len(seats) > 1 else names[seats[0]] if seats else t("saves.nobody")


def said_of(kept: "Kept") -> str:
    """`Washington, 27 October 1962, 10 turns`."""
    if kept.day is None:
        return t("saves.not-begun", seats=said_seats(kept.seats))
    return t("saves.line", seats=said_seats(kept.seats), day=said_day(kept.day), turns=t("saves.turns", n=kept.turns))
