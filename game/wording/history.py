"""What history did, up to the moment a game has reached: notes in the game's own words, each with its source.

Comes in: assets/history-notes.toml, the moment by Washington's clock, the seat that reads. Goes out: HistoryNotes, oldest first. Never here: a day
that is still to come, or what only the other government knew, while a game runs: no note may tell a player what to expect.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from .. import shipped
from .dates import day
from .filed import HistoryNote

FILE = "history-notes.toml"
PUBLIC = "public"


@dataclass(frozen=True)
class Entry:
    """A note as it is written down."""

    note: HistoryNote
    at: datetime
    """When it may be told; one without an hour only when its day is over."""
    known: tuple[str, ...]
    """`public`, or the governments that knew of it then."""


def notes(now: datetime, side: str, is_over: bool) -> tuple[HistoryNote, ...]:
    """What that seat may read at that moment of Washington's clock; all of it once the game is over."""
    return tuple(entry.note for entry in entries() if is_over or (entry.at <= now and (PUBLIC in entry.known or side in entry.known)))


@cache
def entries() -> tuple[Entry, ...]:
    """Every note, oldest first, as the file has them."""
    rows = tomllib.loads((shipped.assets() / FILE).read_text(encoding="utf-8"))["note"]
    return tuple(_entry(row["day"], row.get("hour"), row["who"], tuple(row["known"]), tuple(row.get("about", ())), row["text"], row.get("here", ""),
                        row["source"]) for row in rows)


def _entry(on: date, hour: time | None, who: str, known: tuple[str, ...], about: tuple[str, ...], text: str, here: str, source: str) -> Entry:
    at = datetime.combine(on, hour) if hour else datetime.combine(on + timedelta(days=1), time())
    note = HistoryNote(f"{day(datetime.combine(on, time()))} {on.year}", f"{hour:%H:%M}" if hour else "", who, text, here, about, source, tag(source),
                       PUBLIC not in known)
    return Entry(note, at, known)


def tag(source: str) -> str:
    """How sure it is: `general knowledge` lowers the claim of a part that was not looked up; else `inference` where one was drawn, or `fact`."""
    if "general knowledge" in source:
        return "general knowledge"
    return "inference" if "inference:" in source else "fact"
