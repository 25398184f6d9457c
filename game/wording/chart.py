"""What stands on the chart of one seat, each thing with what it is and how sure that is; and the same in sentences for both twins.

Comes in: a Rulebook, the seat's View and its record. Goes out: Marks, the most dangerous first. Never here: the other side's box. What is not
known to the seat has no mark.
"""

from ..engine.rulebook import Rulebook
from ..engine.view import View
from .board import Mark
from .chart_afloat import line, ships, submarines
from .chart_ashore import on_the_island, sites
from .chart_data import atlas
from .chart_eyes import Eyes
from .geography import away
from .record import SeatRecord

BESIDE_NM = 35


def marks(rulebook: Rulebook, view: View, record: SeatRecord) -> tuple[Mark, ...]:
    """Everything this seat can put on the chart now, the most dangerous first."""
    eyes = Eyes(rulebook, view, record)
    found = [*_incidents(eyes), *line(eyes), *ships(eyes), *submarines(eyes), *sites(eyes), *_forces(eyes), *_flights(eyes), *on_the_island(eyes)]
    return tuple(sorted(found, key=lambda mark: -mark.priority))


def told(mark: Mark) -> tuple[str, ...]:
    """The mark in sentences: its name, what it is, how sure, since when, on whose word."""
    since = f"{mark.since[:1].upper()}{mark.since[1:]}." if mark.since else ""
    said = (f"{mark.label}, {mark.note}." if mark.note else f"{mark.label}.", mark.says, mark.sure, since, f"Source: {mark.source}.")
    return tuple(words for words in said if words)


def _forces(eyes: Eyes) -> list[Mark]:
    """What gathers in the south-east of the United States."""
    spot = atlas().places["forces"]
    if not eyes.is_moscow:
        ready = eyes.count("buildup")
        return [Mark("forces:us", "forces", "washington", "Strike and invasion forces", spot.at, "exact",
                     f"Squadrons, airborne and landing divisions: {ready} of 1000 ready.", "Our own forces: exact.", "", spot.source,
                     f"{ready} of 1000 ready", part=ready, priority=34, meter="buildup")]
    guess, error = eyes.count("estimate"), eyes.rulebook.rules.intelligence.error
    low, high = max(guess - error, 0), min(guess + error, 1000)
    return [Mark("forces:us", "forces", "washington", "Landing force?", spot.at, "estimate",
                 f"Aircraft and divisions in Florida: readiness {low} to {high} of 1000. The day is not known here.",
                 f"Estimate: {guess}, give or take {error}.", "", spot.source, f"{low}\N{EN DASH}{high} of 1000", part=guess, margin=error,
                 priority=60, meter="estimate")]


def _flights(eyes: Eyes) -> list[Mark]:
    """Washington knows its tracks; Moscow only that low aircraft are seen over the sites."""
    rung, spot = int(eyes.public.flights[0]), atlas().places["low-seen"]
    if not eyes.is_moscow:
        return [Mark(f"track:{track.id}", "track", "washington", track.name, track.path[track.named_at], "exact", track.what,
                     "Our own flights: exact.", "", track.source, paths=(track.path,), priority=21 if track.flights == 1 else 19, meter="flights")
                for track in atlas().tracks if rung >= track.flights]
    if rung < 2:
        return []
    return [Mark("air:low", "air", "washington", "Low aircraft seen", spot.at, "seen", "Jets at tree height, seen from the batteries and the sites.",
                 "Seen and heard; where they come from and when they come again is not known here.", "", spot.source, priority=48, meter="flights")]


def _incidents(eyes: Eyes) -> list[Mark]:
    """Clashes of the last turn, where they happened."""
    found, last = [], eyes.record.last
    for kind, grade in zip(eyes.rulebook.incidents, eyes.public.news[0], strict=True):
        if not int(grade):
            continue
        is_grave = int(grade) > 1
        found.append(Mark(f"incident:{kind.id}", "incident", "other", kind.name, _place_of(eyes, kind.id, is_grave), "exact",
                          kind.serious_text if is_grave else kind.text, "Reported by those who were there: sure that it happened.",
                          f"in the turn that began {eyes.when(last.minutes).removeprefix('since ')}" if last else "",
                          "this game; design choice: where it is marked", "grave" if is_grave else "",
                          state="grave" if is_grave else "minor", priority=95 if is_grave else 85))
    return found


def _place_of(eyes: Eyes, kind: str, is_grave: bool) -> tuple[float, float] | None:
    """Where it is marked; None for what happened off this chart."""
    if kind != "submarine":
        return atlas().incidents.get(kind)
    up = [boat for boat in eyes.boats if boat.is_up]
    under = [boat for boat in eyes.boats if not boat.is_up]
    boats = (up[-1:] if is_grave else []) or under or up
    return away(*boats[0].at, BESIDE_NM, 300) if boats else None        # beside the boat, whose own sign must be seen
