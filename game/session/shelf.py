"""What stands on the shelf: every saved game with the state its file is in, every scenario with what it rests on.

Comes in: the folders that places.py and shipped.py name. Goes out: plain records for a list. Never here: a game played again (replay.py does that
when one is opened), a seed, an order.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from .chain import Damage, unseal
from .places import ENDING, saves_folder
from .store import Missing, Unfit, read

OPEN, OVER, DAMAGED = "open", "over", "damaged"
SEATS = ("washington", "moscow")


@dataclass(frozen=True)
class Kept:
    """One saved game."""

    path: Path
    state: str
    """`open`: it can be gone on with; `over`: it has ended; `damaged`: not all of its file can be trusted."""
    seats: tuple[str, ...] = ()
    """Ids of the seats that people hold; empty where doctrines play both, or nothing is known."""
    day: date | None = None
    """Of the last turn played; None before the first."""
    turns: int = 0
    """Played, as far as the file can be trusted."""
    scenario: str = ""
    trouble: str = ""
    """Why it is damaged, in a sentence."""


@dataclass(frozen=True)
class Book:
    """One scenario that comes with the game."""

    id: str
    name: str
    summary: str
    minutes: int
    """At the table."""
    phases: tuple[str, ...]
    issues: int
    """What can be agreed about."""
    sources: int
    """Statements and numbers that name what they rest on."""
    facts: int
    inferences: int
    design_choices: int


def kept_games() -> list[Kept]:
    """Every save in the folder, newest first. Looks at each file's form and chain, and plays none again."""
    try:
        files = sorted(saves_folder().glob(f"*{ENDING}"), key=lambda file: file.stat().st_mtime, reverse=True)
    except OSError:
        return []
    return [kept_game(file) for file in files]


def kept_game(file: Path) -> Kept:
    """That save, its form and chain looked at."""
    try:
        found = read(file)
    except (Missing, Unfit) as problem:
        return Kept(file, DAMAGED, trouble=str(problem))
    lines: list[dict[str, Any]] = []
    chain, trouble = "", ""
    for number, line in enumerate(found.whole, start=1):
        try:
            lines.append(unseal(chain, line))
        except Damage as damage:
            trouble = f"Line {number} {damage}."
            break
        chain = lines[-1]["chain"]
    if not lines and not trouble:
        trouble = "The file ends inside its first line." if found.torn else "The file is empty."
    try:
        return _listed(file, lines, trouble)
    except (LookupError, TypeError, ValueError, AttributeError):
        return Kept(file, DAMAGED, trouble=trouble or "It is not a save of this game.")


def _listed(file: Path, lines: list[dict[str, Any]], trouble: str) -> Kept:
    first, turns = lines[0], [line for line in lines[1:] if "turn" in line]
    seats = tuple(side for side in SEATS if first["players"][side] == "person")
    day = date.fromisoformat(str(turns[-1]["starts"]).partition("T")[0]) if turns else None
    state = DAMAGED if trouble else OVER if "ending" in lines[-1] else OPEN
    return Kept(file, state, seats, day, len(turns), str(first["scenario"]["id"]), trouble)


def books() -> list[Book]:
    """Every shipped scenario, the longest first. Reads their texts and compiles none, so that a list of them is there at once."""
    from ..scenario.document import parse, read_text, shipped_ids
    from ..scenario.load import file_name
    found = [_book(parse(read_text(id), file_name(id)).data) for id in shipped_ids()]
    return sorted(found, key=lambda book: -book.minutes)


def _book(data: dict[str, Any]) -> Book:
    from ..scenario.sources import DESIGN_CHOICE, FACT, INFERENCE, parts_of, sources_in
    given = [source for _, source in sources_in(data)]
    tags = [part.tag for source in given for part in parts_of(source)]
    return Book(data["id"], data["name"], data["summary"], data["minutes"], tuple(phase["name"] for phase in data["phase"]), len(data["issue"]),
                len(given), tags.count(FACT), tags.count(INFERENCE), tags.count(DESIGN_CHOICE))
