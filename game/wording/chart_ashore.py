"""Marks on the island: missile sites, batteries, bombers, soldiers, warheads, the base at Guantánamo.

Comes in: Eyes. Goes out: Marks. Never here: what the seat's two boxes do not hold; warheads are on Moscow's chart alone.
"""

from .board import Mark
from .chart_data import Site, atlas
from .chart_eyes import Eyes

TROOPS = 42_000
"""Men behind 1000 of the meter `troops` (orders of battle 4)."""
LAUNCHERS = 24
"""Behind 1000 of the readiness of the sites (orders of battle 1)."""
ALEKSANDROVSK_DAYS, LEAST_GONE = 8, 100
"""Days after an agreement at which her warheads sail (timeline 5 Nov); how far the sites must have been emptied before ships are seen."""
_OURS = "Our own report: exact."
_HIDDEN = "Our own report: exact. As far as is known, Washington has not seen it."


def sites(eyes: Eyes) -> list[Mark]:
    """The missile sites: counts for Moscow, an estimate and its range for Washington; those that were emptied are gone."""
    ready = eyes.count("buildup" if eyes.is_moscow else "estimate")
    error = 0 if eyes.is_moscow else eyes.rulebook.rules.intelligence.error
    found, before = [], 0
    for site in atlas().sites:
        if site.launchers:
            low, now, high = (_share(value, before, site) for value in (ready - error, ready, ready + error))
            before += site.launchers
            found.append(_site(eyes, site, ready, error, low, now, high))
        else:
            found.append(Mark(f"site:{site.id}", "site", "moscow", site.name, site.at, eyes.known,
                              f"{site.what} {'No missile for it has come' if eyes.is_moscow else 'No missile for it has been seen'}.",
                              "We build it: exact." if eyes.is_moscow else "Estimate from photographs: not before December.", "", site.source,
                              f"{'R-14' if eyes.is_moscow else 'SS-5'}, building", state="building", priority=18))
    return found if ready else []


def _site(eyes: Eyes, site: Site, ready: int, error: int, low: int, now: int, high: int) -> Mark:
    spread = f" ({low}\N{EN DASH}{high})" if low != high else ""
    sure = _OURS if eyes.is_moscow else f"Estimate from photographs: readiness of all sites {ready} of 1000, give or take {error}."
    says = f"{site.what} {now} of {site.launchers} launchers could fire{'' if eyes.is_moscow else ', the staff think'}."
    return Mark(f"site:{site.id}", "site", "moscow", site.name, site.at, eyes.known, says, sure, "",
                f"{site.source}; design choice: launchers counted from the readiness of all sites", f"{now} of {site.launchers} ready{spread}",
                part=now * 1000 // site.launchers, margin=(high - low) * 500 // site.launchers, priority=64,
                meter="buildup" if eyes.is_moscow else "estimate")


def _share(value: int, before: int, site: Site) -> int:
    """Launchers of this site that are ready when `value` of 1000 of all are, the sites before it filled first."""
    return max(0, min(site.launchers, round(max(0, min(1000, value)) * LAUNCHERS / 1000) - before))


def on_the_island(eyes: Eyes) -> list[Mark]:
    """Batteries, bombers, soldiers, warheads, missile ships that leave, the base at Guantánamo."""
    base = Mark("base:guantanamo", "base", "washington", "Guantánamo", (-75.15, 19.92), "exact",
                "The American base on Cuban soil; families were sent out of it in a few hours.", "On every map: exact.", "", "timeline 22 Oct",
                priority=36)
    return [base, _batteries(eyes), _bombers(eyes), *_troops(eyes), *(_warheads(eyes) if eyes.is_moscow else ()), *_homeward(eyes)]


def _batteries(eyes: Eyes) -> Mark:
    spot, is_free = atlas().places["banes"], bool(eyes.count("reprisal"))
    if eyes.is_moscow:
        return Mark("battery:sa-2", "battery", "moscow", "Air defence", spot.at, "exact",
                    f"Two dozen batteries over the island. They {'may fire on what they see' if is_free else 'must ask before they fire'}.",
                    "Our own order: exact; whether every crew has it is another matter.", "", spot.source, "may fire" if is_free else "must ask",
                    state="free" if is_free else "held", priority=38, meter="reprisal")
    answer = "A lost aircraft is answered by a strike on the site that fired." if is_free else "A strike on it waits for the President's word."
    return Mark("battery:sa-2", "battery", "moscow", "SA-2, Banes", spot.at, "estimate",
                f"One of two dozen batteries that reach a U-2. Whether its crew may fire unasked is not known here. {answer}",
                "Photographed: the place is sure, its orders are not.", "", spot.source, state="held", priority=24, meter="reprisal")


def _bombers(eyes: Eyes) -> Mark:
    spot, step = atlas().places["bombers"], eyes.step_on("bombers")
    agreed = ("Nothing is agreed about them.", "They go now, it is agreed.", "They go within thirty days, it is agreed.",
              "They go by a date that both know, it is agreed.", "They go in some months, it is agreed.", "They stay with Cuba, it is agreed.")[step]
    unseen = " Whether all are gone does not show from here." if step in (1, 2, 3, 4) and not eyes.is_moscow else ""
    return Mark("bombers:il-28", "bombers", "moscow", "Il-28 bombers", spot.at, eyes.known,
                f"Light bombers, {'forty-two in all, ' if eyes.is_moscow else ''}most still in crates. {agreed}{unseen}",
                _OURS if eyes.is_moscow else "Estimate from photographs: 21 crates were seen in mid-October.", "", spot.source, priority=26)


def _troops(eyes: Eyes) -> list[Mark]:
    spot, men = atlas().places["troops"], eyes.count("troops") * TROOPS // 1000 // 500 * 500
    if not men:
        return []
    return [Mark("troops:soviet", "troops", "moscow", "Our regiments" if eyes.is_moscow else "Soviet soldiers", spot.at, eyes.known,
                 "Motor-rifle regiments, rocket troops and air defence, in camps over the whole island.",
                 _OURS if eyes.is_moscow else "Counted from the air, and always short of the truth.", "", spot.source,
                 f"{men:,} men" if eyes.is_moscow else f"about {men:,} counted", priority=20, meter="troops")]


def _warheads(eyes: Eyes) -> list[Mark]:
    """Moscow alone: the store, cruise missiles, a ship that was never unloaded."""
    spots, has_moved = atlas().places, eyes.had_grave("missile-unit")
    cruise, ship = spots["cruise-forward" if has_moved else "cruise-home"], spots["aleksandrovsk"]
    found = [Mark("warheads:bejucal", "warheads", "moscow", "Warhead store", spots["warheads"].at, "exact",
                  "Warheads for the R-12 lie here, away from the launchers. None goes to a launcher without Moscow.", _HIDDEN, "",
                  spots["warheads"].source, priority=28),
             Mark("warheads:cruise", "warheads", "moscow", "FKR missiles", cruise.at, "exact",
                  f"Cruise missiles with nuclear warheads, {'moved up before Guantánamo' if has_moved else 'in their camp in Oriente'}.",
                  _OURS if has_moved else _HIDDEN, "", cruise.source, "before Guantánamo" if has_moved else "in camp",
                  priority=58 if has_moved else 27)]
    if ship.since and eyes.watch.minutes >= eyes.watch.minutes_of(ship.since) and eyes.watch.days_agreed < ALEKSANDROVSK_DAYS:
        found.append(Mark("warheads:aleksandrovsk", "warheads", "moscow", "Aleksandrovsk", ship.at, "exact",
                          "She came in ahead of the line; 24 warheads for the R-14 are still aboard.", _HIDDEN, "", ship.source, priority=25))
    return found


def _homeward(eyes: Eyes) -> list[Mark]:
    """Missile ships on their way home, while the sites are being emptied."""
    spot, meter = atlas().places["homeward"], "buildup" if eyes.is_moscow else "estimate"
    left, peak = eyes.count(meter), max([eyes.record.opening[meter], *(turn.meters[meter] for turn in eyes.record.turns)])
    if not 1 <= eyes.step_on("withdrawal") <= 3 or eyes.watch.days_agreed < 0 or not 0 < left < peak - LEAST_GONE:
        return []
    return [Mark("ship:homeward", "ship", "moscow", "Missile ships", spot.at, eyes.known,
                 "Ships with missiles under canvas on deck, homeward. The sites hold less every day.",
                 "Our own ships: exact." if eyes.is_moscow else "Seen from aircraft; what is under the canvas is another question.", "", spot.source,
                 "homeward", 0 if eyes.is_moscow else 30, "turned", 55, priority=42)]
