"""Sleep debt in tenths of an hour: orders, alerts and clashes take sleep, nights give it back (M08-M10; theory/models.md 2)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..rulebook import Rulebook
from ..sides import SIDES
from ..state import SCALE
from ..terms import Array, any_of, pick

if TYPE_CHECKING:
    from ..turn import Turn

ASKS = {"fatigue/falls asleep": "team"}
NIGHT, HALF_DAY_HOURS, AWAKE_MOST = 41, 12, 99
CAUSES = ("orders take staff work", "on alert", "woken by clashes", "restless nights", "sleep", "ordinary nights", "dread")


@lru_cache(maxsize=16)
def _sleep_of(rulebook: Rulebook, side: int) -> tuple[tuple[int, int], ...]:
    return tuple((place, order.sleep) for place, order in enumerate(rulebook.orders[side]) if order.sleep)


def run(t: Turn) -> None:
    rules = t.rules.fatigue
    clashes = t.serious.sum(axis=1, dtype=t.book.word)
    restless = t.public.pressure * rules.restless_per_mille // 1000
    ordinary = np.maximum(t.half_days - 1, 0) * rules.nights_rest
    rest = np.full_like(ordinary, rules.rest)
    for side in SIDES:
        t.ledger.add_all("fatigue", CAUSES, (_staff_work(t, side), rules.alert * t.public.alert[:, side], rules.serious * clashes,
                                             restless, -rest, -ordinary, _dread(t, side)), side)
        _hours_awake(t, side)


def _dread(t: Turn, side: int) -> Array:
    """Sleep lost by a cabinet that thinks of the worst (M10)."""
    rules = t.rules.fatigue
    lost: Array = rules.dread * t.half_days * ((t.dossier.fear[:, side] > rules.dread_above) & t.in_confrontation)
    return lost


def _hours_awake(t: Turn, side: int) -> None:
    """Each member of the team by himself: whoever has been up too long falls asleep at the table, and is away for a turn (M08).

    A night that gives back what a half-day takes is 4.08 hours in bed (theory/models.md 2, after Van Dongen and others 2003).
    """
    rules, seats = t.rules.fatigue, len(t.book.team[side])
    calm, taut = rules.bed_hours
    bed = calm + (taut - calm) * t.public.pressure // SCALE             # tenths of an hour
    more = (NIGHT - bed) * HALF_DAY_HOURS // NIGHT * t.half_days
    t.ledger.add("awake", np.minimum(np.maximum(more, -AWAKE_MOST), AWAKE_MOST)[:, None] * np.ones(seats, t.book.word), "nights at the office", side)
    worn_out = t.dossier.awake[:, side] >= rules.falls_at_hours
    games = np.flatnonzero(any_of(worn_out))
    if games.size:
        falls = np.zeros_like(worn_out)
        falls[games] = pick(worn_out, games) & (t.luck.among("fatigue/falls asleep", games)[:, side * seats:(side + 1) * seats] < rules.falls_ppm)
        t.ledger.add("awake", -t.dossier.awake[:, side] * falls, "fell asleep at the table", side)
        t.ledger.add("away", falls.astype(t.book.word), "fell asleep at the table", side)


def _staff_work(t: Turn, side: int) -> Array:
    given, work = t.sheets[side].given, np.zeros_like(t.half_days)
    for place, sleep in _sleep_of(t.book, side):
        if given[:, place].any():
            work = work + given[:, place] * sleep
    return work
