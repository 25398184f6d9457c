"""Players by name: a doctrine's id or file, `level-1` to `level-5`, or one of the ten degenerates, for one side of one scenario.

Comes in: a Rulebook, a side, a name. Goes out: a Scripted player, or one sentence with the nearest name. Never here: how a player decides.
"""

from typing import Any

from ..engine.rulebook import Rulebook
from ..engine.sides import SIDE_IDS, SIDE_NAMES
from ..players import degenerate
from ..players.doctrine import AS_WRITTEN, LEVELS, player
from ..scenario.doctrine import doctrines_listing, load_doctrine, written_for
from ..scenario.problem import nearest
from .game import Scripted

_LEVEL = "level-"


def way_out(side: int) -> str:
    """The doctrine that seeks a way out for that side: who plays where nobody is named, and who `level-1` to `level-5` are."""
    return f"way-out-{SIDE_IDS[side]}"


def players_listing() -> list[dict[str, Any]]:
    """A line on each shipped doctrine, then one on each degenerate player, which does its one thing for either side."""
    ten = [{"id": one.id, "name": one.name, "sides": list(SIDE_IDS), "serious": False, "aim": one.aim} for one in degenerate.DEGENERATES]
    return [*doctrines_listing(), *ten]


def opponents(side: int, scenario: str = "october-1962") -> list[dict[str, Any]]:
    """A line on each serious doctrine of that scenario that can play that side, the one seeking a way out first."""
    own = written_for(scenario)
    found = [line for line in doctrines_listing() if SIDE_IDS[side] in line["sides"] and line["serious"] and line["id"] in own]
    return sorted(found, key=lambda line: line["id"] != way_out(side))


def plain(rulebook: Rulebook, side: int) -> str:
    """The doctrine that plays where nobody is named: the way out, or the first one written for a scenario that has its own."""
    own = opponents(side, rulebook.id)
    return str(own[0]["id"]) if own else way_out(side)


def scripted(rulebook: Rulebook, side: int, name: str | None = None, level: int | None = None) -> Scripted:
    """The player of that name, kept under it. Raises ValueError with the nearest name where there is none for that side."""
    levels = {f"{_LEVEL}{n}": n for n in LEVELS}
    name = name or plain(rulebook, side)
    if name in levels:
        name, level = plain(rulebook, side), levels[name]
    known = [line["id"] for line in players_listing() if SIDE_IDS[side] in line["sides"]]
    if name not in known and not name.endswith(".toml"):
        close = nearest(name, [*known, *levels])
        hint = f"did you mean {close!r}?" if close else f"known are {', '.join(known)}, and level-{LEVELS[0]} to level-{LEVELS[-1]}."
        raise ValueError(f"No doctrine {name!r} plays {SIDE_NAMES[side]}; {hint}")
    at = AS_WRITTEN if level is None else level
    if name in degenerate.IDS:
        return Scripted(name, at, degenerate.player(rulebook, name, load_doctrine(plain(rulebook, side), rulebook), at))
    doctrine = load_doctrine(name, rulebook)
    if doctrine.side != side:
        us, them = SIDE_NAMES[side], SIDE_NAMES[doctrine.side]
        raise ValueError(f"Doctrine {doctrine.id!r} plays {them}, not {us}; for {us} there are {', '.join(known)}.")
    return Scripted(name, at, player(rulebook, doctrine, at))
