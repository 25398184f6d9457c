"""What only one chair has on its wall: Washington's launchers and who can stop it; Moscow's gunners, its unknowns and its voices.

Comes in: a Rulebook, one seat's View and its SeatRecord. Goes out: SeatPanels and Readings for the board. Never here: the other side's box, what the
umpire alone holds (Castro's anger, Peking's polemics, the heat of the press), a number that no meter, date or rule stands behind.

Counts of weapons are those of the record (fact: orders of battle 1, 2, 3, 5 and 8), and are left out where another crisis is played; a readiness of
1000 is taken for every launcher (design choice: shared out evenly).
"""

import numpy as np

from ..engine.curves import PPM, at_least_once
from ..engine.mechanisms.factions import motion_ppm
from ..engine.rulebook import CONFRONTATION, OVER, Effect, Order, Rulebook
from ..engine.sides import MOSCOW, WASHINGTON
from ..engine.terms import SECRET
from ..engine.view import View
from ..language import t
from .board import SeatPanel, SeatRow
from .chart_ashore import LAUNCHERS
from .correspondence import signed
from .dates import HALF_DAY, local, short_day
from .happenings import hundreds
from .record import SeatRecord

PACE = 3
"""Turns over which the growth of the sites is reckoned on."""


def panels(rulebook: Rulebook, view: View, record: SeatRecord) -> tuple[SeatPanel, ...]:
    """That chair's own panels at this stage, the greatest first; none once the game is over."""
    stage = int(rulebook.stage_of[int(view.public.phase[0])])
    wall = _Wall(rulebook, view, record, stage)
    if stage == OVER or record.ending is not None:
        return ()
    if view.side == WASHINGTON:
        return (wall.launchers(), wall.blocks()) if stage == CONFRONTATION else (wall.blocks(),)
    return (wall.fire(), wall.unknown(), wall.voices()) if stage == CONFRONTATION else (wall.voices(),)


class _Wall:
    """Who writes the panels of one chair."""

    def __init__(self, rulebook: Rulebook, view: View, record: SeatRecord, stage: int):
        self.rulebook, self.view, self.record = rulebook, view, record
        self.public, self.own, self.stage = view.public, view.own, stage
        self.in_1962 = rulebook.id.startswith("october-1962")

    def _row(self, id: str, says: str, meter: str = "", *, low: int = -1, high: int = -1, top: int = 1000, mark: int = -1,
             posts: tuple[str, str, str] = ("", "", ""), is_warning: bool = False, name: str = "", **values: object) -> SeatRow:
        return SeatRow(id, name or t(f"seat.row-{id}"), says, t(f"seat.note-{id}", **values), meter, low, high, top, mark, posts, is_warning)

    # -------------------------------------------------------------- Washington
    def launchers(self) -> SeatPanel:
        """The sites as the photographs have them, with the error of the report."""
        rows = [self._estimate(), self._film(), self._pace(), self._forces()]
        return SeatPanel("launchers", t("seat.launchers"), t("seat.launchers-aside"), tuple(rows))

    def _estimate(self) -> SeatRow:
        believed, error = int(self.own.estimate[0]), self.rulebook.rules.intelligence.error
        low, high = max(believed - error, 0), min(believed + error, 1000)
        if not self.in_1962:
            says = t("seat.says-range", low=low, high=high, top=1000)
            return self._row("sites", says, "estimate", low=low, high=high, believed=believed, error=error)
        few, many = launchers_of(low), launchers_of(high)
        return self._row("launchers", t("seat.says-range", low=few, high=many, top=LAUNCHERS), "estimate", low=few, high=many, top=LAUNCHERS,
                         believed=believed, error=error, all=LAUNCHERS)

    def _film(self) -> SeatRow:
        rung = int(self.public.flights[0])
        share = self.rulebook.rules.intelligence.seen_by_flights_per_mille[rung] // 10
        return self._row("film", t(f"seat.film-{rung}"), "flights", low=rung, high=rung, top=2, share=share)

    def _pace(self) -> SeatRow:
        """When the base stands if the sites go on growing as in the last turns."""
        believed, stands, turns = int(self.own.estimate[0]), self.rulebook.rules.endings.base_stands, self.record.turns[-PACE:]
        was = (self.record.turns[-PACE - 1].meters if len(self.record.turns) > PACE else self.record.opening)["estimate"]
        gained, over = believed - was, sum(turn.half_days for turn in turns)
        if believed >= stands:
            says = t("seat.pace-stands")
        elif gained <= 0:
            says = t("seat.pace-none") if turns else t("seat.pace-first")
        else:
            half_days = -(-(stands - believed) * over // gained)
            says = t("seat.pace-days", n=max(1, -(-half_days // 2)))
        return self._row("pace", says, "estimate", stands=stands, moved=signed(gained), n=len(turns), is_warning=believed >= stands)

    def _forces(self) -> SeatRow:
        ready, least = int(self.own.buildup[0]), self._least_for_a_strike()
        says = t("seat.says-needs", value=ready, needs=least) if least else str(ready)
        return self._row("forces", says, "buildup", low=ready, high=ready, mark=least or -1, needs=least)

    def _least_for_a_strike(self) -> int:
        """Build-up from which a strike can be ordered; 0 where the scenario asks for none."""
        strike = next((order for order in self.rulebook.orders[WASHINGTON] if any(effect.meter == "strike" for effect in order.effects)), None)
        return next((need.least for need in strike.needs if need.meter == "buildup"), 0) if strike else 0

    def blocks(self) -> SeatPanel:
        """Who can stand in Washington's way, what each of them asks, and how many days are left."""
        rows = [self._council(), self._congress()]
        rows += [self._chiefs(), *self._days()] if self.stage == CONFRONTATION else [*self._annex(), self._exiles(), self._counted(), *self._ankara()]
        return SeatPanel("blocks", t("seat.blocks"), t("seat.blocks-aside"), tuple(rows))

    def _council(self) -> SeatRow:
        rules, heard = self.rulebook.rules.bargaining, int(self.public.council[0])
        needs, stands = max(rules.council_needs - rules.council_hears * heard, 0), int(self.own.allies[0])
        return self._row("council", t("seat.says-needs", value=stands, needs=needs), "allies", low=stands, high=stands, mark=needs, needs=needs,
                         is_warning=stands < needs)

    def _congress(self) -> SeatRow:
        needs, stands = self.rulebook.rules.bargaining.congress_needs, int(self.own.home[0])
        falls = int(np.argmax(self.rulebook.curves.ousted == 0))
        return self._row("congress", t("seat.says-needs", value=stands, needs=needs), "home", low=stands, high=stands, mark=needs, needs=needs,
                         falls=falls, is_warning=stands < needs)

    def _chiefs(self) -> SeatRow:
        """The chance that they carry a strike this turn, as things stand now: from Washington's own meters alone."""
        own, sway = self.own, int(self.own.hawks[0])
        expected = motion_ppm(self.rulebook, own.hawks, own.estimate, own.buildup, own.trust) * self.public.half_days
        chance = (int(at_least_once(expected)[0]) + PPM // 200) * 100 // PPM
        says = t("seat.chance", n=chance) if chance else t("seat.chance-small")
        return self._row("chiefs", says, "hawks", low=sway, high=sway, is_warning=chance >= 5)

    def _annex(self) -> list[SeatRow]:
        """Only where there is a secret to keep, or one that is out."""
        if int(self.public.leaked[0]):
            return [self._row("annex", t("seat.annex-out"), "credit", is_warning=True)]
        secret = [name for name, term in zip(self.rulebook.issues, self.public.agreed[0], strict=True) if int(term) & SECRET]
        return [self._row("annex", t("seat.annex-kept", n=len(secret)), "credit")] if secret else []

    def _exiles(self) -> SeatRow:
        return self._row("exiles", t(f"seat.exiles-{int(self.own.raids[0])}"), "raids")

    def _counted(self) -> SeatRow:
        return self._soldiers("counted")

    def _soldiers(self, id: str) -> SeatRow:
        return self._row(id, t("seat.soldiers", count=hundreds(int(self.own.troops[0]))), "troops")

    def _ankara(self) -> list[SeatRow]:
        """Only once the missiles abroad were given away, or Turkey has been spoken to."""
        place, stands = self.rulebook.roles["missiles_abroad"], int(self.own.ankara[0])
        needs = self.rulebook.rules.implementation.ankara_needs
        if not stands and not self.rulebook.council_bars[place, int(self.public.agreed[0, place])]:
            return []
        return [self._row("ankara", t("seat.says-needs", value=stands, needs=needs), "ankara", low=stands, high=stands, mark=needs, needs=needs,
                          is_warning=stands < needs)]

    def _days(self) -> list[SeatRow]:
        """The next day that binds this side, and the end of the stage."""
        now, found = int(self.public.minutes[0]), []
        ahead = [date for place, date in enumerate(self.rulebook.dates) if date.side == self.view.side and date.opens <= now < date.at
                 and self.stage in date.stages and not int(self.public.dates[0, place])]
        if ahead:
            date = min(ahead, key=lambda date: date.at)
            found.append(self._row("day", t("seat.days-left", n=-(-(date.at - now) // (2 * HALF_DAY))), name=date.name,
                                   day=short_day(local(self.rulebook, self.view.side, date.at)), is_warning=date.at - now <= 2 * HALF_DAY))
        ends = max((phase.until for phase in self.rulebook.phases if phase.stage == self.stage), default=now)
        found.append(self._row("stage", t("seat.days-left", n=max(-(-(ends - now) // (2 * HALF_DAY)), 0)),
                               day=short_day(local(self.rulebook, self.view.side, ends))))
        return found

    # -------------------------------------------------------------- Moscow
    def fire(self) -> SeatPanel:
        """Who has leave to fire in Cuba and at sea, and who did without it."""
        rows = [self._missiles(), *([self._warheads()] if self.in_1962 else []), self._batteries(), self._guns(), self._submarines(),
                self._home_forces()]
        broken = any("fired" in row.posts for row in rows)
        return SeatPanel("fire", t("seat.fire"), t("seat.fire-aside"), tuple(rows), t("seat.fire-broken") if broken else t("seat.fire-held"))

    def _missiles(self) -> SeatRow:
        ready = int(self.own.buildup[0])
        count = launchers_of(ready)
        says = t("seat.says-of", count=count, all=LAUNCHERS) if self.in_1962 else t("seat.says-of", count=ready, all=1000)
        return self._row("missiles", says, "buildup", posts=("holder", "", ""), ready=ready)

    def _warheads(self) -> SeatRow:
        moved = self._last("missile-unit")
        return self._row("warheads", t("seat.moved-up", day=moved) if moved else "98", posts=("holder", "fired" if moved else "", ""),
                         is_warning=bool(moved))

    def _batteries(self) -> SeatRow:
        """The batteries of our own, held or free; a U-2 that fell while they were held fell without leave."""
        free, fired = int(self.own.reprisal[0]) > 0, self._last("u2-lost")
        without_leave = bool(fired) and not self._were_free("u2-lost")
        says = t("seat.fired", day=fired) if fired else t("seat.free") if free else t("seat.held")
        posts = ("", "", "holder") if free else ("holder", "trust", "fired" if without_leave else "")
        return self._row("batteries", says, "reprisal", posts=posts, is_warning=without_leave)

    def _guns(self) -> SeatRow:
        fired = self._last("jet-hit")
        return self._row("guns", t("seat.fired", day=fired) if fired else t("seat.not-ours"), posts=("", "", "fired" if fired else "trust"),
                         is_warning=bool(fired))

    def _submarines(self) -> SeatRow:
        forced = self._last("submarine")
        says = t("seat.forced-up", day=forced) if forced else t("seat.on-trust")
        return self._row("submarines", says, "quarantine", posts=("holder", "", "trust"), is_warning=bool(forced))

    def _home_forces(self) -> SeatRow:
        rung, sum_of_both = int(self.public.alert[0, MOSCOW]), self.rulebook.rules.incidents.general_at_alerts
        return self._row("home-forces", t(f"seat.alert-{rung}"), "alert.moscow", posts=("holder", "", ""), sum=sum_of_both, rung=rung)

    def _last(self, incident: str) -> str:
        """The day of the last grave clash of that kind; empty where there was none."""
        turn, day = self._last_turn(incident)
        return day if turn >= 0 else ""

    def _last_turn(self, incident: str) -> tuple[int, str]:
        for place in range(len(self.record.turns) - 1, -1, -1):
            turn = self.record.turns[place]
            if any(paper.id.startswith(f"incident-{incident}@") and paper.sender == "Flash" for paper in turn.papers):
                return place, short_day(local(self.rulebook, self.view.side, turn.minutes))
        return -1, ""

    def _were_free(self, incident: str) -> bool:
        place, _ = self._last_turn(incident)
        return place >= 0 and self.record.turns[place].meters["reprisal"] > 0

    def unknown(self) -> SeatPanel:
        """What Moscow cannot see, as ranges where it has an estimate, else in so many words."""
        error, forces = self.rulebook.rules.intelligence.error, int(self.own.estimate[0])
        low, high = max(forces - error, 0), min(forces + error, 1000)
        rows = [self._strike_day(),
                self._row("american", t("seat.says-between", low=low, high=high), "estimate", low=low, high=high, doubt=error),
                self._row("flights", t(f"seat.hours-{int(self.public.flights[0])}"), "flights"),
                self._row("cables", t("seat.not-known"))]
        return SeatPanel("unknown", t("seat.unknown"), t("seat.unknown-aside"), tuple(rows))

    def _strike_day(self) -> SeatRow:
        """The other side's day of this stage, once it is talked of; until then nothing is known of one."""
        now = int(self.public.minutes[0])
        talked = next((date for date in self.rulebook.dates if date.side != self.view.side and date.opens <= now < date.at
                       and self.stage in date.stages), None)
        says = t("seat.it-is-said", day=short_day(local(self.rulebook, WASHINGTON, talked.at))) if talked else t("seat.not-known")
        return self._row("strike", says)

    def voices(self) -> SeatPanel:
        """Havana, Peking, the parties and the envoy: what each costs, as far as it shows."""
        rows = [self._havana(), self._peking(), self._envoy()]
        if self.stage != CONFRONTATION:
            rows += [self._batteries(), self._soldiers("our-soldiers"), self._regiments()]
        return SeatPanel("voices", t("seat.voices"), t("seat.voices-aside"), tuple(rows))

    def _havana(self) -> SeatRow:
        """His anger is in nobody's box: only what feeds it and what his guns did can be told."""
        rung, fired = int(self.public.flights[0]), self._last("jet-hit")
        says = t("seat.havana-fired", day=fired) if fired else t(f"seat.havana-{rung}")
        return self._row("havana", says, "flights", is_warning=bool(fired))

    def _peking(self) -> SeatRow:
        last = self.record.last
        cost = sum(row.amount for row in last.words.rows if row.cause == "what Peking prints" and row.meter == "face") if last else 0
        return self._row("peking", t("seat.peking-costs", cost=signed(cost)) if cost else t("seat.peking-quiet"), "face", is_warning=cost < 0)

    def _regiments(self) -> SeatRow:
        return self._row("regiments", t(f"seat.aim-{int(self.own.aim[0])}"), "aim")

    def _envoy(self) -> SeatRow:
        """Where he is, and what sending him does by the order's own text."""
        away = int(self.own.envoy_away[0]) > 0
        order = next((order for order in self.rulebook.orders[MOSCOW] if any(effect.meter == "envoy_away" for effect in order.effects)), None)
        calms, stirs = _amount(order, "castro"), _amount(order, "hawks")
        return self._row("envoy", t("seat.envoy-away") if away else t("seat.envoy-here"), "envoy_away" if away else "",
                         name=t("seat.row-mikoyan") if self.in_1962 else "", calms=signed(calms), stirs=signed(stirs))


def launchers_of(readiness: int) -> int:
    """How many of all launchers a readiness stands for, as the chart counts them site by site."""
    return round(readiness * LAUNCHERS / 1000)


def _amount(order: Order | None, meter: str) -> int:
    effects: tuple[Effect, ...] = order.effects if order else ()
    return sum(effect.amount for effect in effects if effect.meter == meter)
