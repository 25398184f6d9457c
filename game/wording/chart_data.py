"""The chart's data file as records: ships, submarines, groups, sites, tracks, places, each with its source.

Comes in: assets/chart.toml. Goes out: one Atlas, read once. Never here: a game in progress.
"""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from ..shipped import assets
from .geography import Place, away, miles_between


@dataclass(frozen=True)
class Group:
    id: str
    name: str
    rung: int
    """The rung of the quarantine from which it lies on the line."""
    bearing: int
    """From Cape Maisi."""
    what: str
    source: str


@dataclass(frozen=True)
class Ship:
    id: str
    name: str
    flag: str
    """`moscow` or `other`."""
    cargo: str
    knots: int
    reaches: datetime
    """When she is at the line if nothing stops her."""
    crosses: Place
    comes_from: int
    """Bearing from the crossing."""
    barred_from: int
    """The rung from which the line does not let her through."""
    turns: bool
    """Goes home when Moscow turns its ships back."""
    source: str


@dataclass(frozen=True)
class Submarine:
    id: str
    name: str
    order: int
    """Which comes up first."""
    start: Place
    station: Place
    silent_hours: int
    """Since her last signal, when the game begins."""
    source: str
    contact: str = ""
    """What the hunters call her; empty if they never held her."""
    held_from: datetime | None = None


@dataclass(frozen=True)
class Site:
    id: str
    name: str
    at: Place
    launchers: int
    what: str
    source: str


@dataclass(frozen=True)
class Track:
    id: str
    name: str
    flights: int
    """The rung of flights from which it is flown."""
    what: str
    path: tuple[Place, ...]
    named_at: int
    """Place on the path beside which its name stands."""
    source: str


@dataclass(frozen=True)
class Spot:
    at: Place
    source: str
    since: datetime | None = None


@dataclass(frozen=True)
class Atlas:
    line: tuple[tuple[Place, ...], ...]
    """The outer edge of the circles, on the ocean side."""
    radius_nm: int
    cape: Place
    """The centre from which groups take their bearing."""
    line_source: str
    groups: tuple[Group, ...]
    ships: tuple[Ship, ...]
    submarines: tuple[Submarine, ...]
    sites: tuple[Site, ...]
    tracks: tuple[Track, ...]
    to_havana: tuple[Place, ...]
    places: dict[str, Spot]
    incidents: dict[str, Place]


@cache
def atlas() -> Atlas:
    """What can stand on the chart of the Caribbean."""
    raw = tomllib.loads((assets() / "chart.toml").read_text(encoding="utf-8"))
    line = raw["line"]
    return Atlas(
        line=_line(line["centre"], line["radius_nm"]), radius_nm=line["radius_nm"], cape=_spot(line["centre"][-1]["at"]), line_source=line["source"],
        groups=tuple(Group(**each) for each in raw["group"]),
        ships=tuple(Ship(**{**each, "crosses": _spot(each["crosses"])}) for each in raw["ship"]),
        submarines=tuple(Submarine(**{**each, "start": _spot(each["start"]), "station": _spot(each["station"])}) for each in raw["submarine"]),
        sites=tuple(Site(**{**each, "at": _spot(each["at"])}) for each in raw["site"]),
        tracks=tuple(Track(**{**each, "path": tuple(map(_spot, each["path"]))}) for each in raw["track"]),
        to_havana=tuple(map(_spot, raw["ports"]["to_havana"])),
        places={name: Spot(_spot(each["at"]), each["source"], each.get("since")) for name, each in raw["places"].items()},
        incidents={name: _spot(each) for name, each in raw["incidents"].items()})


def _spot(at: Any) -> Place:
    lon, lat = at
    return float(lon), float(lat)


def _line(centres: list[dict[str, Any]], radius: int) -> tuple[tuple[Place, ...], ...]:
    """The parts of each circle that lie outside the other one."""
    paths = []
    for own in centres:
        others = [_spot(each["at"]) for each in centres if each is not own]
        edge = [away(*_spot(own["at"]), radius, bearing) for bearing in range(own["from"], own["to"] + 1, 2)]
        paths.append(tuple(place for place in edge if all(miles_between(place, other) >= radius for other in others)))
    return tuple(paths)
