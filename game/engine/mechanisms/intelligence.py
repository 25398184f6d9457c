"""Estimates follow the truth at the pace of the flights, with an error that nobody sees (M04, M87)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..curves import PPM
from ..sides import SIDES, WASHINGTON, other

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
