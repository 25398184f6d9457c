"""Clashes that nobody ordered. Hazard = frequency x posture x tiredness x pressure, by kind (M07, M12, M13).

A serious one may become war: sooner if the standing instruction is to hit back for a lost aircraft, or to fire at sight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..curves import at_least_once
from ..sides import MOSCOW, SIDES, WASHINGTON
from ..terms import Array, Mask, any_of, pick

if TYPE_CHECKING:
    from ..turn import Turn

ASKS = {"incidents/happens": "incidents", "incidents/serious": "incidents", "incidents/war": "incidents"}
NAMES_OF_ALERT = {"alert.washington": WASHINGTON, "alert.moscow": MOSCOW}
MOST_STRAIN, MOST_MEETINGS, MOST_CHANCE, MOST_BY_RUNG = 60_000, 20_000, 30_000, 10_000
"""Where the factors of a hazard are cut, far beyond any position of play, so that every scenario within limits.py stays within 32 bits."""


def run(t: Turn) -> None:
    book, rules = t.book, t.rules.incidents
    t.strain = strain_per_mille(t)
    meetings = np.minimum(t.strain * book.contact[t.stage] // 1000 * t.half_days, MOST_MEETINGS)
    guns = 1000 + rules.gunners_per_mille * t.umpire.gunners[:, None] * book.incident_of_gunners        # Castro's own, where they may fire
    by_rung = np.minimum(_by_rung(t) * guns // 1000, MOST_BY_RUNG)
    by_posture = book.incident_frequency // 100 * by_rung // 1000           # in hundreds of ppm: the product stays within 32 bits
    expected = by_posture * meetings[:, None] // 10
    happens = t.luck["incidents/happens"] < at_least_once(expected)
    t.serious, some = np.zeros_like(happens), np.flatnonzero(any_of(happens))
    t.serious[some] = pick(happens, some) & (t.luck.among("incidents/serious", some) < book.incident_serious_ppm)
    t.public.news[...] = happens.astype(np.int8) + t.serious
    t.ledger.add("incidents", happens.sum(axis=1), "incidents")
    t.ledger.add("serious", t.serious.sum(axis=1), "serious incidents")
    for kind, incident in enumerate(book.incidents):
        t.ledger.add("pressure", rules.pressure, incident.name, when=happens[:, kind])
        t.ledger.add("pressure", rules.serious_pressure, f"{incident.name}: grave", when=t.serious[:, kind])
        for side in SIDES:
            t.ledger.add("fear", rules.serious_fear, incident.name, side, t.serious[:, kind])
    hits_back = _answer_for_lost_aircraft(t)
    _step_to_war(t, hits_back)


def strain_per_mille(t: Turn) -> Array:
    """(n,) how much likelier clashes are than among rested staffs at middling pressure."""
    curves = t.book.curves
    staffs = curves.tired[(t.dossier.fatigue[:, WASHINGTON] + t.dossier.fatigue[:, MOSCOW]) // 2]
    strain: Array = np.minimum(curves.clumsy[staffs] * curves.tense[t.public.pressure] // 1000, MOST_STRAIN)
    return strain


def _by_rung(t: Turn) -> Array:
    """(n, kinds) per mille: what the postures make of each kind."""
    alert = t.public.alert
    rungs = {"flights": t.public.flights, "quarantine": t.public.quarantine, "alerts": (alert[:, WASHINGTON] + alert[:, MOSCOW]) // 2,
             "raids": t.dossier.raids[:, WASHINGTON],
             **{name: alert[:, side] for name, side in NAMES_OF_ALERT.items()}}
    table = t.book.incident_by_rung
    by_rung: Array = np.stack([table[kind].take(rungs[name]) for kind, name in enumerate(t.book.incident_rung)]).T
    return by_rung


def _answer_for_lost_aircraft(t: Turn) -> Mask:
    """(n,) where Washington hits back; a loss left unanswered has its own price (M13)."""
    rules = t.rules.incidents
    aircraft_lost = any_of(t.serious & t.book.incident_loses_aircraft)
    hits_back = aircraft_lost & (t.dossier.reprisal[:, WASHINGTON] > 0)
    withheld = aircraft_lost & ~hits_back
    t.ledger.add("pressure", rules.reprisal_pressure, "reprisal for the lost aircraft", when=hits_back)
    t.ledger.add("fear", rules.reprisal_fear, "reprisal for the lost aircraft", MOSCOW, hits_back)
    t.ledger.add("hawks", -rules.reprisal_hawks, "the loss was answered", WASHINGTON, hits_back)
    t.ledger.add("hawks", rules.withheld_hawks, "the loss went unanswered", WASHINGTON, withheld)
    t.ledger.add("fear", -rules.withheld_relief, "no reprisal came", MOSCOW, withheld)
    return hits_back


def _step_to_war(t: Turn, hits_back: Mask) -> None:
    rules, clashed = t.rules.incidents, np.flatnonzero(any_of(t.serious))
    fire_at_sight = t.dossier.reprisal[:, MOSCOW] > 0
    readiness = 1000 + rules.fire_at_sight_per_mille * fire_at_sight + rules.hit_back_per_mille * hits_back
    tension = np.minimum(t.strain * readiness // 1000, MOST_STRAIN)[clashed]
    chance = np.minimum(rules.danger_ppm // 10 * t.book.incident_deadly // 1000, MOST_CHANCE) * tension[:, None] // 100
    becomes_war = np.zeros(len(t.state), bool)
    becomes_war[clashed] = any_of(pick(t.serious, clashed) & (t.luck.among("incidents/war", clashed) < chance))
    general = becomes_war & (t.public.alert.sum(axis=1) >= rules.general_at_alerts)
    t.ledger.add("war", 1, "a clash got out of hand", when=becomes_war)
    t.ledger.add("war", 1, "with both forces on high alert it spread", when=general)
