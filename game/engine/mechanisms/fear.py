"""Fear follows pressure and the sight of the other's preparations; it is what a side takes the risk to be (M06, M07, M14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..sides import SIDES, other
from .belief import MIDDLE
from .delivery import arrived
from .pressure import moved_table

if TYPE_CHECKING:
    from ..turn import Turn

CAUSES = ("time passes", "pressure", "the other's preparations", "ships are stopped at the line", "an ultimatum lies on the table")


def run(t: Turn) -> None:
    rules = t.rules.fear
    moved = moved_table(rules.eases_per_mille, t.state.block.dtype)[t.half_days]
    by_pressure = np.maximum(t.public.pressure - rules.pressure_felt_above, 0) * rules.by_pressure_per_mille // 1000 * moved // 1000
    at_the_line = np.array(rules.quarantine_bites, t.state.block.dtype)[t.public.quarantine] * moved // 1000
    bites = (np.zeros_like(at_the_line), at_the_line)       # only Moscow's ships are stopped
    for side in SIDES:
        by_sight = t.dossier.estimate[:, side] * rules.by_sight_per_mille // 1000 * moved // 1000
        threatened = arrived(t, other(side)) & (t.public.letter_due[:, other(side), 0] > 0)
        by_threat = rules.ultimatum * threatened // np.maximum(t.public.ultimata[:, other(side)], 1)      # repeated, it frightens less (M61)
        by_threat = by_threat * t.dossier.resolve[:, side] // MIDDLE        # and by as much as its writer is believed
        t.ledger.add_all("fear", CAUSES, (-(t.dossier.fear[:, side] * moved // 1000), by_pressure, by_sight, bites[side], by_threat), side)
