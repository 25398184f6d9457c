"""Estimates follow the truth at the pace of the flights, with an error that nobody sees (M04, M87)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..curves import PPM
from ..sides import MOSCOW, SIDES, WASHINGTON, other
from ..terms import Array

if TYPE_CHECKING:
    from ..turn import Turn

ASKS = {"intelligence/error": "sides"}


def run(t: Turn) -> None:
    rules = t.rules.intelligence
    flights = np.array(rules.seen_by_flights_per_mille, t.book.word)[t.public.flights]
    error = t.luck["intelligence/error"] // 100 * (2 * rules.error) // (PPM // 100) - rules.error
    for side in SIDES:
        clarity = flights if side == WASHINGTON else rules.seen_by_moscow_per_mille
        gap = t.dossier.buildup[:, other(side)] + error[:, side] - t.dossier.estimate[:, side]
        t.ledger.add("estimate", gap * clarity // 1000, "new reports", side)
    _count_the_troops(t, flights)


def _count_the_troops(t: Turn, flights: Array) -> None:
    """Washington's count moves toward a share of the true number: half of them were never seen (M87)."""
    rules = t.rules.implementation
    countable = t.dossier.troops[:, MOSCOW] * rules.troops_known_per_mille // 1000
    gap = countable - t.dossier.troops[:, WASHINGTON]
    t.ledger.add("troops", gap * rules.count_moves_per_mille // 1000 * flights // 1000, "heads are counted", WASHINGTON)
