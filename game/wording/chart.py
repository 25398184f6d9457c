"""What stands on the chart of one seat: ships, submarines, the line, sites, forces, flights, clashes, each with what it is and how sure that is.

Comes in: a Rulebook, the seat's View and its record. Goes out: Marks, the most dangerous first, and a Mark in sentences for both twins.
Never here: the other side's box. What is not known to the seat has no mark.
"""

from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW
from ..engine.terms import position
from ..engine.view import View
from .board import Mark
from .chart_data import Site, atlas
from .chart_sea import Boat, Voyage, Watch, boats, voyage, watch
from .dates import stamp
from .geography import away, bearing
from .record import SeatRecord

RUNGS = {"quarantine": ("no line at sea", "a line, lightly held", "arms are stopped", "fuel is stopped too", "everything is stopped"),
         "flights": ("no flights", "high flights", "high and low flights"),
         "alert": ("stood down", "peace", "raised", "high", "one step from war")}
"""What each rung of a count is called."""
TROOPS = 42_000
"""Men behind 1000 of the meter `troops` (orders of battle 4)."""
LAUNCHERS = 24
UNDER_KNOTS, LEAST_DOUBT_NM, MOST_DOUBT_NM = 3, 12, 150
HUNTED_NM, HUNTER_NM = 80, 15
"""A contact's ring with nobody overhead, and how much each rung of the line takes off it (design choice)."""
_DRAWN = "design choice: reckoned from course and speed"


def marks(rulebook: Rulebook, view: View, record: SeatRecord) -> tuple[Mark, ...]:
    """Everything this seat can put on the chart now, the most dangerous first."""
    seat = _Seat(rulebook, view, record)
    found = [*seat.incidents(), *seat.line(), *seat.ships(), *seat.submarines(), *seat.sites(), *seat.forces(), *seat.flights(), *seat.on_the_island()]
    return tuple(sorted(found, key=lambda mark: -mark.priority))


def told(mark: Mark) -> tuple[str, ...]:
    """The mark in sentences: what it is, how sure, since when, on whose word."""
    note = f" ({mark.note})" if mark.note else ""
    return tuple(words for words in (f"{mark.label}{note}. {mark.says}", mark.sure, f"{mark.since[:1].upper()}{mark.since[1:]}." if mark.since else "",
                                     f"Source: {mark.source}.") if words)


class _Seat:
    """The two boxes a seat may look into, and what has been seen so far."""

    def __init__(self, rulebook: Rulebook, view: View, record: SeatRecord):
        self.rulebook, self.view, self.record = rulebook, view, record
        self.public, self.own = view.public, view.own
        self.is_moscow = view.side == MOSCOW
        self.watch: Watch = watch(rulebook, view, record)
        self.flights_rung = int(self.public.flights[0])
        self.boats = boats(self.watch)

    def when(self, minutes: int) -> str:
        """`since 25 October, 07:15`, by this capital's clock."""
        return f"since {stamp(self.rulebook, self.view.side, minutes)}"

    def step_on(self, role: str) -> int:
        """The step in force on the issue of that role; 0 = nothing agreed."""
        place = self.rulebook.roles.get(role, -1)
        return int(position(self.public.agreed[0, place])) if place >= 0 else 0

    # -------------------------------------------------------------- the sea
    def line(self) -> list[Mark]:
        """The quarantine and the ships on it."""
        rung, data = self.watch.rung, atlas()
        if not rung:
            return []
        says = f"Step {rung} of 4: {RUNGS['quarantine'][rung]}. Two arcs of {data.radius_nm} miles about Havana and Cape Maisí."
        sure = "Where it lies and what it stops was proclaimed; every master can hear it."
        label = "Their line" if self.is_moscow else "Quarantine"
        found = [Mark("line:quarantine", "line", "washington", label, away(*data.cape, data.radius_nm, 112), "estimate" if self.is_moscow else "exact",
                      says, sure, "", data.line_source, f"{data.radius_nm} nm, step {rung} of 4", paths=data.line, priority=70, meter="quarantine")]
        for group in data.groups:
            if rung < group.rung:
                continue
            at = away(*data.cape, data.radius_nm, group.bearing)
            if self.is_moscow:
                found.append(Mark(f"group:{group.id}", "group", "washington", "US ships", at, "estimate",
                                  "American warships, as masters near the line report them; which ones is not known here.",
                                  "Estimate: within some sixty miles.", "", group.source, doubt_nm=60, priority=22))
            else:
                found.append(Mark(f"group:{group.id}", "group", "washington", group.name, at, "exact", f"{group.what} On the line since its step {group.rung}.",
                                  "Our own ships: exact.", "", group.source, priority=46))
        return found

    def ships(self) -> list[Mark]:
        """What sails for Cuba, lies before the line or has turned."""
        voyages = (voyage(self.watch, ship) for ship in atlas().ships)
        return [self._ship(each) for each in voyages if each]

    def _ship(self, sails: Voyage) -> Mark:
        ship = sails.ship
        ours, is_near = self.is_moscow and ship.flag == "moscow", sails.miles <= 60
        to_run = f"{sails.miles} nm to the line"
        note, doing = {
            "sails": (to_run if self.watch.rung else "on course", f"She keeps her course, {sails.miles} miles from where the line is drawn."),
            "stopped": ("stopped", "She lies dead in the water before the line, which does not let her through."),
            "turned": ("turned back", "She has been told to turn, and steams home."),
            "inside": ("ran the line" if sails.ran else "let through" if self.watch.rung else "inside",
                       "She went through a line that was closed to her." if sails.ran else "She has passed the line and goes on to Havana."),
        }[sails.state]
        doubt = 0 if ours or sails.state == "stopped" else 10 if is_near else min(20 + sails.miles // 8, 70)
        sure = ("Our own ship: exact, as she reports." if ours else "Seen and named by ships and aircraft: sure." if is_near
                else f"Estimate from patrols and radio bearings: within {doubt} miles.")
        heading = bearing(sails.at, ship.crosses) if sails.miles > 0 else bearing(sails.at, atlas().to_havana[0])
        course = {"stopped": -1, "turned": (heading + 180) % 360}.get(sails.state, heading)
        danger = {"stopped": 66, "turned": 30, "inside": 40}.get(sails.state, 68 if sails.miles < 250 and self.watch.rung else 44)
        return Mark(f"ship:{ship.id}", "ship", ship.flag, ship.name, sails.at, "exact" if ours else "estimate",
                    f"{ship.cargo[0].upper()}{ship.cargo[1:]}. {doing}", sure, self.when(sails.since) if sails.since else "",
                    f"{ship.source}; {_DRAWN}", note, doubt, sails.state, course, priority=danger + 6 * sails.ran)

    def submarines(self) -> list[Mark]:
        """Moscow's own boats, or the contacts that Washington's hunters hold."""
        found = [self._own_boat(boat) if self.is_moscow else self._contact(boat) for boat in self.boats]
        return [mark for mark in found if mark]

    def _own_boat(self, boat: Boat) -> Mark:
        known = boat.submarine
        if boat.is_up:
            return Mark(f"submarine:{known.id}", "submarine", "moscow", known.name, boat.at, "exact",
                        "Forced up by destroyers; she runs home on the surface with company.", "Our own boat, and everybody has seen her: exact.",
                        self.when(boat.since), known.source, "on the surface", 0, "up", 60, priority=74)
        doubt = min(LEAST_DOUBT_NM + UNDER_KNOTS * boat.silent_hours, MOST_DOUBT_NM)
        says = "One of four, each with one torpedo that is not like the others. Under water her captain hears nobody."
        return Mark(f"submarine:{known.id}", "submarine", "moscow", known.name, boat.at, "estimate", says,
                    f"Last heard of {boat.silent_hours} hours ago: by now anywhere within {doubt} miles.", self.when(boat.since), known.source,
                    f"{boat.silent_hours} h silent", doubt, "under", priority=52)

    def _contact(self, boat: Boat) -> Mark | None:
        known = boat.submarine
        if boat.is_up:
            return Mark(f"submarine:{known.id}", "submarine", "moscow", known.contact or "Submarine", boat.at, "exact",
                        "A Soviet submarine, forced up by destroyers; she runs north-east on the surface with company.", "In sight of our ships: exact.",
                        self.when(boat.since), known.source, "on the surface", 0, "up", 60, priority=74)
        if not known.contact or known.held_from is None or not self.watch.rung or self.watch.minutes < self.watch.minutes_of(known.held_from):
            return None
        doubt = max(HUNTED_NM - HUNTER_NM * self.watch.rung, LEAST_DOUBT_NM)
        return Mark(f"submarine:{known.id}", "submarine", "moscow", known.contact, boat.at, "estimate",
                    "A submarine, by sound and radio bearings. What she carries besides torpedoes of the common kind is not known here.",
                    f"Estimate: within {doubt} miles; more hunters make it less.", self.when(self.watch.minutes_of(known.held_from)), known.source,
                    "contact", doubt, "under", priority=52)

    # -------------------------------------------------------------- the island
    def sites(self) -> list[Mark]:
        """The missile sites: counts for Moscow, an estimate and its range for Washington."""
        ready = int((self.own.buildup if self.is_moscow else self.own.estimate)[0])
        error = 0 if self.is_moscow else self.rulebook.rules.intelligence.error
        found, before = [], 0
        for site in atlas().sites:
            low, now, high = (_share(value, before, site) for value in (ready - error, ready, ready + error))
            before += site.launchers
            found.append(self._site(site, ready, error, low, now, high))
        return [mark for mark in found if ready or mark.part < 0]

    def _site(self, site: Site, ready: int, error: int, low: int, now: int, high: int) -> Mark:
        meter = "buildup" if self.is_moscow else "estimate"
        if not site.launchers:
            return Mark(f"site:{site.id}", "site", "moscow", site.name, site.at, "exact" if self.is_moscow else "estimate", site.what,
                        "We build it: exact." if self.is_moscow else "Estimate from photographs: not before December.", "", site.source, "SS-5, building",
                        state="building", priority=18)
        if self.is_moscow:
            note, sure = f"{now} of {site.launchers} ready", "Our own report: exact."
        else:
            note = f"{now} of {site.launchers} ready ({low}\N{EN DASH}{high})"
            sure = f"Estimate from photographs: readiness of all sites {ready} of 1000, give or take {error}."
        says = f"{site.what} {now} of {site.launchers} launchers could fire{'' if self.is_moscow else ', the staff think'}."
        return Mark(f"site:{site.id}", "site", "moscow", site.name, site.at, "exact" if self.is_moscow else "estimate", says, sure, "",
                    f"{site.source}; design choice: launchers counted from the readiness of all sites", note,
                    part=now * 1000 // site.launchers, margin=(high - low) * 500 // site.launchers, priority=64, meter=meter)

    def on_the_island(self) -> list[Mark]:
        """Batteries, bombers, soldiers, warheads, the base at Guantánamo."""
        spots, found = atlas().places, []
        free = int(self.own.reprisal[0])
        banes = "They may fire on what they see." if free else "They must ask before they fire."
        if self.is_moscow:
            found.append(Mark("battery:sa-2", "battery", "moscow", "Air defence", spots["banes"].at, "exact", f"Twenty-four SA-2 batteries over the island. {banes}",
                              "Our own order: exact; whether every crew has it is another matter.", "", spots["banes"].source,
                              "may fire" if free else "must ask", state="free" if free else "held", priority=38, meter="reprisal"))
        else:
            answer = "A lost aircraft is answered by a strike on the site that fired." if free else "A strike on it waits for the President's word."
            found.append(Mark("battery:sa-2", "battery", "moscow", "SA-2, Banes", spots["banes"].at, "estimate",
                              f"One of two dozen batteries that reach a U-2. Whether its crew may fire unasked is not known here. {answer}",
                              "Photographed: the place is sure, its orders are not.", "", spots["banes"].source, state="held", priority=24, meter="reprisal"))
        found.append(Mark("base:guantanamo", "base", "washington", "Guantánamo", (-75.15, 19.92), "exact",
                          "The American base on Cuban soil; families were sent out of it in a few hours.", "On every map: exact.", "",
                          "timeline 22 Oct", priority=36))
        found += [*self._bombers(), *self._troops(), *(self._warheads() if self.is_moscow else ()), *self._homeward()]
        return found

    def _bombers(self) -> list[Mark]:
        spot, step = atlas().places["bombers"], self.step_on("bombers")
        agreed = ("Nothing is agreed about them.", "They go now, it is agreed.", "They go within thirty days, it is agreed.",
                  "They go by a date that both know, it is agreed.", "They go in some months, it is agreed.", "They stay with Cuba, it is agreed.")[step]
        gone = "" if not step or step == 5 else " Whether all are gone does not show from here." if not self.is_moscow else ""
        return [Mark("bombers:il-28", "bombers", "moscow", "Il-28 bombers", spot.at, "exact" if self.is_moscow else "estimate",
                     f"Light bombers, forty-two in all, most still in crates. {agreed}{gone}",
                     "Our own report: exact." if self.is_moscow else "Estimate from photographs: 21 crates were seen in mid-October.", "", spot.source,
                     priority=26)]

    def _troops(self) -> list[Mark]:
        spot, men = atlas().places["troops"], int(self.own.troops[0]) * TROOPS // 1000 // 500 * 500
        if not men:
            return []
        return [Mark("troops:soviet", "troops", "moscow", "Our regiments" if self.is_moscow else "Soviet soldiers", spot.at,
                     "exact" if self.is_moscow else "estimate", "Motor-rifle regiments, rocket troops and air defence, in camps over the whole island.",
                     "Our own report: exact." if self.is_moscow else "Counted from the air, and always short of the truth.", "", spot.source,
                     f"{men:,} men" if self.is_moscow else f"about {men:,} counted", priority=20, meter="troops")]

    def _warheads(self) -> list[Mark]:
        """Moscow alone: stores, cruise missiles, a ship that was never unloaded."""
        spots, sure = atlas().places, "Our own report: exact. Washington has not seen it."
        moved = any(paper.id.startswith("incident-missile-unit@") and paper.title.endswith("grave") for turn in self.record.turns for paper in turn.papers)
        at = spots["cruise-forward" if moved else "cruise-home"]
        found = [Mark("warheads:bejucal", "warheads", "moscow", "Warhead store", spots["warheads"].at, "exact",
                      "Warheads for the R-12 lie here, away from the launchers. None goes to a launcher without Moscow.", sure, "", spots["warheads"].source,
                      priority=28),
                 Mark("warheads:cruise", "warheads", "moscow", "FKR missiles", at.at, "exact",
                      "Cruise missiles with nuclear warheads, " + ("moved up before Guantánamo." if moved else "in their camp in Oriente."), sure, "", at.source,
                      "before Guantánamo" if moved else "in camp", priority=58 if moved else 27)]
        ship = spots["aleksandrovsk"]
        if ship.since and self.watch.minutes >= self.watch.minutes_of(ship.since) and self.watch.days_agreed < 8:
            found.append(Mark("warheads:aleksandrovsk", "warheads", "moscow", "Aleksandrovsk", ship.at, "exact",
                              "She came in ahead of the line; 24 warheads for the R-14 are still aboard.", sure, "", ship.source, priority=25))
        return found

    def _homeward(self) -> list[Mark]:
        """Missile ships on their way home, while the sites are being emptied."""
        spot, left = atlas().places["homeward"], int((self.own.buildup if self.is_moscow else self.own.estimate)[0])
        peak = max([self.record.opening["buildup" if self.is_moscow else "estimate"],
                    *(turn.meters["buildup" if self.is_moscow else "estimate"] for turn in self.record.turns)])
        if not 1 <= self.step_on("withdrawal") <= 3 or self.watch.days_agreed < 0 or not 0 < left < peak - 100:
            return []
        return [Mark("ship:homeward", "ship", "moscow", "Missile ships", spot.at, "exact" if self.is_moscow else "estimate",
                     "Ships with missiles under canvas on deck, homeward. The sites hold less every day.",
                     "Our own ships: exact." if self.is_moscow else "Seen from aircraft; what is under the canvas is another question.", "", spot.source,
                     "homeward", 0 if self.is_moscow else 30, "turned", 55, priority=42)]

    # -------------------------------------------------------------- forces, flights, clashes
    def forces(self) -> list[Mark]:
        """What gathers in the south-east of the United States."""
        spot = atlas().places["forces"]
        if not self.is_moscow:
            ready = int(self.own.buildup[0])
            return [Mark("forces:us", "forces", "washington", "Strike and invasion forces", spot.at, "exact",
                         f"Squadrons, airborne and landing divisions: {ready} of 1000 ready.", "Our own forces: exact.", "", spot.source, f"{ready} of 1000",
                         part=ready, priority=34, meter="buildup")]
        guess, error = int(self.own.estimate[0]), self.rulebook.rules.intelligence.error
        low, high = max(guess - error, 0), min(guess + error, 1000)
        return [Mark("forces:us", "forces", "washington", "Landing force?", spot.at, "estimate",
                     f"Aircraft and divisions in Florida: readiness {low} to {high} of 1000. The day is not known here.",
                     f"Estimate: {guess}, give or take {error}.", "", spot.source, f"{low}\N{EN DASH}{high} of 1000", 60, part=guess, margin=error, priority=60,
                     meter="estimate")]

    def flights(self) -> list[Mark]:
        """Washington knows its tracks; Moscow only that low aircraft are seen over the sites."""
        rung, spot = self.flights_rung, atlas().places["low-seen"]
        if self.is_moscow:
            if rung < 2:
                return []
            return [Mark("air:low", "air", "washington", "Low aircraft seen", spot.at, "seen", "Jets at tree height, seen from the batteries and the sites.",
                         "Seen and heard; where they come from and when they come again is not known here.", "", spot.source, priority=48, meter="flights")]
        return [Mark(f"track:{track.id}", "track", "washington", track.name, track.path[track.named_at], "exact", track.what, "Our own flights: exact.",
                     "", track.source, paths=(track.path,), priority=21 if track.flights == 1 else 19, meter="flights")
                for track in atlas().tracks if rung >= track.flights]

    def incidents(self) -> list[Mark]:
        """Clashes of the last turn, where they happened."""
        found = []
        for kind, grade in zip(self.rulebook.incidents, self.public.news[0], strict=True):
            if int(grade):
                is_grave = int(grade) > 1
                at = self._place_of(kind.id, is_grave)
                last = self.record.last
                found.append(Mark(f"incident:{kind.id}", "incident", "other", kind.name, at, "exact", kind.serious_text if is_grave else kind.text,
                                  "Reported by both sides' forces: sure that it happened.", self.when(last.minutes) if last else "",
                                  f"design choice: where it is marked; its like: {kind.source.partition(';')[0]}", "grave" if is_grave else "",
                                  state="grave" if is_grave else "minor", priority=95 if is_grave else 85))
        return found

    def _place_of(self, kind: str, is_grave: bool) -> tuple[float, float] | None:
        if kind == "submarine":
            boat = next((boat for boat in sorted(self.boats, key=lambda boat: -boat.submarine.order) if boat.is_up), None) if is_grave else None
            boat = boat or next((boat for boat in self.boats if not boat.is_up), None)
            return boat.at if boat else None
        return atlas().incidents.get(kind)


def _share(value: int, before: int, site: Site) -> int:
    """Launchers of this site that are ready when `value` of 1000 of all are, the sites before it filled first."""
    return max(0, min(site.launchers, round(max(0, min(1000, value)) * LAUNCHERS / 1000) - before))
