"""Sleep debt in tenths of an hour: orders, alerts and clashes take sleep, nights give it back (M08-M10; theory/models.md 2)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..rulebook import Rulebook
from ..sides import SIDES
from ..terms import Array

if TYPE_CHECKING:
    from ..turn import Turn

CAUSES = ("orders take staff work", "on alert", "woken by clashes", "restless nights", "sleep", "ordinary nights")


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
                                             restless, -rest, -ordinary), side)


def _staff_work(t: Turn, side: int) -> Array:
    given, work = t.sheets[side].given, np.zeros_like(t.half_days)
    for place, sleep in _sleep_of(t.book, side):
        if given[:, place].any():
            work = work + given[:, place] * sleep
    return work
