"""Marks at sea: the line and the ships on it, what sails for Cuba, submarines.

Comes in: Eyes. Goes out: Marks. Never here: what the seat's two boxes do not hold.
"""

from .board import Mark
from .chart_data import atlas
from .chart_eyes import Eyes
from .chart_sea import Boat, Voyage, voyage
from .geography import away, bearing
from .rungs import RUNGS

UNDER_KNOTS, LEAST_DOUBT_NM, MOST_DOUBT_NM = 3, 12, 150
"""A submerged boat's pace, and the bounds of her ring (design choice)."""
HUNTED_NM, HUNTER_NM = 80, 15
"""A contact's ring with nobody overhead, and how much each rung of the line takes off it (design choice)."""
GROUP_NM = 60
"""How far off an American group may be, as Moscow hears of it (design choice)."""
NEAR_NM, CLOSE_NM = 60, 250
"""So near the line a ship has been seen and named; so near, she is what the day is about."""
_RECKONED = "design choice: reckoned from course and speed"


def line(eyes: Eyes) -> list[Mark]:
    """The quarantine and the ships on it; nothing where there is no line."""
    rung, data = eyes.watch.rung, atlas()
    if not rung:
        return []
    found = [Mark("line:quarantine", "line", "washington", "Their line" if eyes.is_moscow else "Quarantine", away(*data.cape, data.radius_nm, 112),
                  "estimate" if eyes.is_moscow else "exact",
                  f"Step {rung} of 4: {RUNGS['quarantine'][rung]}. Two arcs of {data.radius_nm} miles about Havana and Cape Maisí.",
                  "Where it lies and what it stops was proclaimed; every master can hear it.", "", data.line_source,
                  f"{data.radius_nm} nm, step {rung} of 4", paths=data.line, priority=70, meter="quarantine")]
    for place, group in enumerate(data.groups):
        if rung < group.rung:
            continue
        # an id goes into the tree of the window too: it may not tell Moscow which ship that is
        id, at = f"group:{place}" if eyes.is_moscow else f"group:{group.id}", away(*data.cape, data.radius_nm, group.bearing)
        if eyes.is_moscow:
            found.append(Mark(id, "group", "washington", "US ships", at, "estimate",
                              "American warships, as masters near the line report them; which ones is not known here.",
                              f"Estimate: within some {GROUP_NM} miles.", "", group.source, doubt_nm=GROUP_NM, priority=22))
        else:
            found.append(Mark(id, "group", "washington", group.name, at, "exact", f"{group.what} On the line since its step {group.rung}.",
                              "Our own ships: exact.", "", group.source, priority=46))
    return found


def ships(eyes: Eyes) -> list[Mark]:
    """What sails for Cuba, lies before the line, has passed it or has turned."""
    voyages = (voyage(eyes.watch, ship) for ship in atlas().ships)
    return [_ship(eyes, each) for each in voyages if each]


def _ship(eyes: Eyes, sails: Voyage) -> Mark:
    ship, rung = sails.ship, eyes.watch.rung
    is_own, is_near = eyes.is_moscow and ship.flag == "moscow", sails.miles <= NEAR_NM
    away_nm = f"{sails.miles} miles from where the line {'lies' if rung else 'would lie'}"
    note, doing = {
        "sails": (f"{sails.miles} nm to the line" if rung else "on course", f"She keeps her course, {away_nm}."),
        "stopped": ("stopped", f"She lies dead in the water, {away_nm}."),
        "turned": ("turned back", "She has been told to turn, and steams home."),
        "inside": (("ran the line", "She went through a line that was closed to her.") if sails.ran
                   else ("inside the line", "Nothing stopped her at the line, and she goes on to Havana.")),
    }[sails.state]
    doubt = 0 if is_own or sails.state == "stopped" else 10 if is_near else min(20 + sails.miles // 8, 70)
    sure = ("Our own ship: exact, as she reports." if is_own else "Seen and named by ships and aircraft: sure." if is_near or not doubt
            else f"Estimate from patrols and radio bearings: within {doubt} miles.")
    ahead = bearing(sails.at, ship.crosses) if sails.miles > 0 else bearing(sails.at, atlas().to_havana[0 if sails.miles > -300 else -1])
    course = {"stopped": -1, "turned": (ahead + 180) % 360}.get(sails.state, ahead)
    danger = {"stopped": 66, "turned": 30, "inside": 40}.get(sails.state, 68 if sails.miles < CLOSE_NM and rung else 44)
    return Mark(f"ship:{ship.id}", "ship", ship.flag, ship.name, sails.at, "exact" if is_own else "estimate",
                f"{ship.cargo[0].upper()}{ship.cargo[1:]}. {doing}", sure, eyes.when(sails.since) if sails.since else "",
                f"{ship.source}; {_RECKONED}", note, doubt, sails.state, course, priority=danger + 25 * sails.ran)


def submarines(eyes: Eyes) -> list[Mark]:
    """Moscow's own boats, or the contacts that Washington's hunters hold."""
    found = [_up(eyes, boat) if boat.is_up else _own_boat(eyes, boat) if eyes.is_moscow else _contact(eyes, boat) for boat in eyes.boats]
    return [mark for mark in found if mark]


def _up(eyes: Eyes, boat: Boat) -> Mark:
    known = boat.submarine
    name = known.name if eyes.is_moscow else known.contact or "Submarine"
    return Mark(f"submarine:{name.lower()}", "submarine", "moscow", name, boat.at, "exact",
                f"{'One of ours' if eyes.is_moscow else 'A Soviet submarine'}, forced up by destroyers; she runs home on the surface with company.",
                "Both sides have seen her: exact.", eyes.when(boat.since), known.source, "on the surface", 0, "up", 60, priority=74)


def _own_boat(eyes: Eyes, boat: Boat) -> Mark:
    known, doubt = boat.submarine, min(LEAST_DOUBT_NM + UNDER_KNOTS * boat.silent_hours, MOST_DOUBT_NM)
    return Mark(f"submarine:{known.id}", "submarine", "moscow", known.name, boat.at, "estimate",
                "One of four, each with one torpedo that is not like the others. Under water her captain hears nobody.",
                f"Last heard of {boat.silent_hours} hours ago: by now anywhere within {doubt} miles.", eyes.when(boat.since), known.source,
                f"{boat.silent_hours} h silent", doubt, "under", priority=52)


def _contact(eyes: Eyes, boat: Boat) -> Mark | None:
    known, watch = boat.submarine, eyes.watch
    if not known.contact or known.held_from is None or not watch.rung or watch.minutes < watch.minutes_of(known.held_from):
        return None
    doubt = max(HUNTED_NM - HUNTER_NM * watch.rung, LEAST_DOUBT_NM)
    return Mark(f"submarine:{known.contact.lower()}", "submarine", "moscow", known.contact, boat.at, "estimate",
                "A submarine, by sound and radio bearings. What she carries besides torpedoes of the common kind is not known here.",
                f"Estimate: within {doubt} miles; more hunters make it less.", eyes.when(watch.minutes_of(known.held_from)),
                f"{known.source}; the contact's name: general knowledge, not confirmed", "contact", doubt, "under", priority=52)
