"""Pressure moves toward where the postures would hold it; how far depends on the length of the turn.

Each posture's pull is its own entry, so a screen can say what holds the rope taut. Public things only: a public meter that
read a hidden one would give it away by arithmetic.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from ..curves import moved_over
from ..sides import MOSCOW, WASHINGTON
from ..terms import Array, any_of

if TYPE_CHECKING:
    from ..turn import Turn

PULLS = ("time passes", "the quarantine stands", "forces on alert", "the sites are known to grow", "an answer was given")


@lru_cache(maxsize=16)
def moved_table(per_mille: int, word: np.dtype[Any]) -> Array:
    """moved_over, worked out once for each rate."""
    return moved_over(per_mille, word)


def run(t: Turn) -> None:
    rules, public = t.rules.pressure, t.public
    moved = moved_table(rules.eases_per_mille, t.state.block.dtype)[t.half_days]        # per mille of the way, for 12 hours or 16 days alike
    alerts_above_peace = public.alert[:, WASHINGTON] + public.alert[:, MOSCOW] - rules.peace_alerts
    answered = any_of(public.answered)
    expects = t.book.curves.world_expects
    since_start = np.minimum(public.minutes // 720, len(expects) - 1)
    t.ledger.add_all("pressure", PULLS, (
        -(public.pressure * moved // 1000),
        rules.quarantine * public.quarantine * moved // 1000,
        rules.alert * alerts_above_peace * moved // 1000,
        expects[since_start] * moved // 1000 * t.in_confrontation,
        np.multiply(-rules.answered, answered, dtype=t.state.block.dtype),
    ))
