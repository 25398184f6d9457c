"""Pressure moves toward where the postures would hold it; how far depends on the length of the turn.

Each posture's pull is its own entry, so a screen can say what holds the rope taut. Public things only: a public meter that
read a hidden one would give it away by arithmetic.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from ..curves import moved_over
from ..orders import ANGUISHED, STERN, WARM
from ..sides import MOSCOW, SIDES, WASHINGTON
from ..terms import Array, any_of, position
from .delivery import arrived, arrived_aloud, read_out

if TYPE_CHECKING:
    from ..turn import Turn

PULLS = ("time passes", "the quarantine stands", "forces on alert", "the sites are known to grow", "an answer was given",
         "missiles elsewhere are talked of", "a letter spoke warmly", "a letter spoke sternly", "it was said before the whole world")


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
        rules.linked * _linked(t), -rules.warm * _spoken(t, WARM, ANGUISHED), rules.stern * _spoken(t, STERN),
        rules.aloud * np.add(*(read_out(t, side).astype(public.pressure.dtype) for side in SIDES)),
    ))


def _spoken(t: Turn, *tones: int) -> Array:
    """(n,) how many sides' letters arrived this turn in one of those tones."""
    spoken = np.zeros_like(t.half_days)
    for side in SIDES:
        spoken += arrived(t, side) & np.isin(t.public.letter_tone[:, side, 0], tones)
    return spoken


def _linked(t: Turn) -> Array:
    """(n,) how many sides said aloud this turn that missiles elsewhere belong to it (M23)."""
    abroad = t.book.roles["missiles_abroad"]
    linked = np.zeros_like(t.half_days)
    for side in SIDES:
        linked += arrived_aloud(t, side) & (position(t.public.letters[:, side, 0, abroad]) > 1)
    return linked
