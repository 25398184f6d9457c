"""A checked Scenario -> the frozen tables of a Rulebook. Comes in: a model without errors. Never here: a check, a file, a rule."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import numpy as np

from ..engine.curves import table
from ..engine.rulebook import (
    AGREED,
    AUDIENCES,
    NEVER,
    STAGES,
    Adviser,
    Answer,
    Channel,
    Curves,
    Effect,
    Forcing,
    History,
    Incident,
    Issue,
    Need,
    Order,
    Phase,
    Rulebook,
    Setting,
)
from ..engine.sides import SIDE_IDS
from ..engine.terms import CODES, EXACT, POSITIONS, SECRET, TREATY, Array, Mask
from .schema import CurveTables, DateTable, IssueTable, OrderTable, Scenario, Veto

Word = type[np.signedinteger]


def compile(model: Scenario, text_hash: str, word: Word = np.int32) -> Rulebook:
    """The Rulebook that a scenario without errors says; its arrays cannot be written to."""
    issues, incidents = model.issue, model.incident
    return Rulebook(
        id=model.id, name=model.name, summary=model.summary, minutes=model.minutes, hash=text_hash, word=word,
        starts=model.start.at, clock_changes=model.clock_changes, start=_start(model),
        issues=tuple(Issue(i.id, i.name, i.group, i.positions, i.subject, i.note, i.source, i.conditions, i.in_sight) for i in issues),
        roles={issue.role: place for place, issue in enumerate(issues) if issue.role},
        orders=(_menu(model, "washington"), _menu(model, "moscow")),
        incidents=tuple(Incident(i.id, i.name, i.text, i.serious_text, i.source) for i in incidents),
        phases=tuple(Phase(p.id, p.name, STAGES.index(p.stage), p.half_days, minutes_after(model.start.at, p.until),
                           p.most_orders) for p in model.phase),
        channels=tuple(Channel(c.id, c.name, c.text, c.delay_half_days, c.public, c.oral) for c in model.channel),
        history=History(*(getattr(model.history, key) for key in ("washington", "moscow", "seed"))) if model.history else None,
        team=(_team(model, "washington"), _team(model, "moscow")), dates=_dates(model),
        settings=tuple(Setting(s.id, s.name, s.text, s.dial, tuple(Answer(a.id, a.value, a.name, a.note, a.source) for a in s.answer), s.default)
                       for s in model.setting),
        curves=_curves(model.curves, word), rules=model.rules,
        worth=_frozen([[[(0, *getattr(getattr(i.worth, side), audience)) for i in issues] for audience in AUDIENCES] for side in SIDE_IDS], word),
        unsaid=_frozen([[getattr(i.unsaid, side) for i in issues] for side in SIDE_IDS], word),
        heat=_frozen([i.heat_ppm for i in issues], word),
        castro_bars=_masks(_barred(i, "castro") for i in issues),
        council_bars=_masks(_barred(i, "council") for i in issues),
        congress_bars=_masks(_barred(i, "congress") for i in issues),
        leaves_cuba=_masks(_codes(i.leaves) for i in issues),
        bombers_leave=_masks({code for code in _codes(i.leaves_exact) if code & EXACT} for i in issues),
        incident_frequency=_frozen([i.frequency_ppm for i in incidents], word),
        incident_rung=tuple(i.rung for i in incidents),
        incident_by_rung=_frozen([i.by_rung for i in incidents], word),
        incident_serious_ppm=_frozen([i.serious_ppm for i in incidents], word),
        incident_deadly=_frozen([i.deadly_per_mille for i in incidents], word),
        incident_loses_aircraft=_frozen([i.loses_aircraft for i in incidents], np.bool_),
        incident_of_gunners=_frozen([i.guns for i in incidents], np.bool_),
        contact=_frozen([model.contact.confrontation, model.contact.loose_ends, model.contact.settlement, 0], word))


def minutes_after(start: datetime, moment: datetime) -> int:
    """Whole minutes from one moment to another, whatever their offsets."""
    return int((moment - start).total_seconds()) // 60


def box_and_meter(name: str) -> tuple[str, str]:
    """("public", "pressure") of `public.pressure`."""
    box, _, meter = name.partition(".")
    return box, meter


def needs_of(ranges: dict[str, tuple[int, int]]) -> tuple[Need, ...]:
    """Needs as an author writes them, `"own.fear" = [481, 1000]`."""
    return tuple(Need(*box_and_meter(name), least, most) for name, (least, most) in ranges.items())


def _frozen(values: Any, kind: Any) -> Any:
    array = np.array(values, kind)
    array.flags.writeable = False
    return array


def _start(model: Scenario) -> dict[str, object]:
    """Field -> opening value in the field's shape."""
    start = model.start
    public = start.public
    opening: dict[str, object] = {"pressure": public.pressure, "quarantine": public.quarantine, "flights": public.flights,
                                  "alert": [public.alert.washington, public.alert.moscow]}
    for meter in {**start.washington, **start.moscow}:
        opening[meter] = [getattr(start, side).get(meter, 0) for side in SIDE_IDS]
    opening.update(start.umpire)
    tied: list[dict[str, int]] = [start.exposure.get("washington", {}), start.exposure.get("moscow", {})]
    opening["exposure"] = [[exposure.get(issue.id, 0) for issue in model.issue] for exposure in tied]
    return opening


def _menu(model: Scenario, side: str) -> tuple[Order, ...]:
    return tuple(_order(model, order) for order in model.order if order.side == side)


def _team(model: Scenario, side: str) -> tuple[Adviser, ...]:
    """In the order of Washington's seats, so that a place means the same seat on both sides."""
    seats = [adviser.id for adviser in model.adviser if adviser.side == "washington"]
    mine = {adviser.id: adviser for adviser in model.adviser if adviser.side == side}
    return tuple(Adviser(id, mine[id].name, mine[id].office, mine[id].source) for id in seats)


def _effects(meters: dict[str, int]) -> tuple[Effect, ...]:
    return tuple(Effect(*box_and_meter(name), amount) for name, amount in meters.items())


def _dates(model: Scenario) -> tuple[Forcing, ...]:
    return tuple(_forcing(model, date) for date in sorted(model.date, key=lambda date: date.at))


def _forcing(model: Scenario, date: DateTable) -> Forcing:
    stages = tuple(STAGES.index(stage) for stage in date.stages)
    return Forcing(date.id, date.name, minutes_after(model.start.at, date.at), stages, tuple(_places(model, date.settled)), _effects(date.met),
                   _effects(date.unmet), SIDE_IDS.index(date.side), minutes_after(model.start.at, date.opens), date.text, date.source)


def _places(model: Scenario, ids: Iterable[str]) -> list[int]:
    known = [issue.id for issue in model.issue]
    return [known.index(id) for id in ids]


def _order(model: Scenario, order: OrderTable) -> Order:
    effects = _effects(order.effects)
    needs = needs_of(order.needs)
    stages = tuple(STAGES.index(stage) for stage in order.stages)
    return Order(order.id, order.name, order.menu, order.text, effects, needs, stages, order.seen, order.sleep, order.drafting, order.source,
                 tuple(zip(_places(model, order.ties), order.ties.values())), order.one_of,
                 tuple((place, AGREED.index(how)) for place, how in zip(_places(model, order.agreed), order.agreed.values())),
                 minutes_after(model.start.at, order.opens) if order.opens else 0,
                 minutes_after(model.start.at, order.closes) if order.closes else NEVER, order.sends_home, order.shares, order.leaks)


def _curves(curves: CurveTables, word: Word) -> Curves:
    tables: dict[str, Array] = {name: table(list(getattr(curves, name).points), word) for name in CurveTables.model_fields}
    return Curves(**tables)


def _codes(positions: Iterable[int]) -> set[int]:
    """Every way of saying those positions."""
    wanted = set(positions)
    return {code for code in range(CODES) if code & 7 in wanted and code & 7 <= POSITIONS}


def _barred(issue: IssueTable, holder: str) -> set[int]:
    def stops(veto: Veto) -> set[int]:
        passes = {"always": 0, "open": SECRET, "unless_treaty": TREATY}[veto.when]
        return {code for code in _codes(veto.positions) if not code & passes}
    return set().union(*(stops(veto) for veto in issue.veto if veto.holder == holder))


def _masks(codes_of_issues: Iterable[set[int]]) -> Mask:
    mask: Mask = _frozen([[code in codes for code in range(CODES)] for codes in codes_of_issues], np.bool_)
    return mask
