"""What each side believes of the other: how afraid, how resolved (M01, M11, M29; theory/models.md 1.5, 1.13).

A letter in an anguished tone shows its writer's fear; orders that are seen and cost something show resolve. A tired side takes less of it in.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..orders import ANGUISHED
from ..rulebook import Rulebook
from ..sides import MOSCOW, SIDES, WASHINGTON, other
from ..state import SCALE
from ..terms import Array
from .delivery import arrived
from .pressure import moved_table

if TYPE_CHECKING:
    from ..turn import Turn

MIDDLE = SCALE // 2


@lru_cache(maxsize=16)
def _signs(rulebook: Rulebook, side: int) -> tuple[tuple[int, bool], ...]:
    """(place, True if it raises the pressure) of that side's orders which everybody sees and which move the rope."""
    pulls = [(place, sum(effect.amount for effect in order.effects if (effect.box, effect.meter) == ("public", "pressure")))
             for place, order in enumerate(rulebook.orders[side]) if order.is_seen]
    return tuple((place, pull > 0) for place, pull in pulls if pull)


def run(t: Turn) -> None:
    rules = t.rules.belief
    for side in SIDES:
        them = other(side)
        impairment = t.book.curves.tired[t.dossier.fatigue[:, side]]
        takes_in = 1000 - rules.tired_per_mille * impairment // 1000
        comes = arrived(t, them)
        tells = np.where(t.public.letter_tone[:, them, 0] == ANGUISHED, rules.anguish_tells_per_mille, rules.plain_tells_per_mille)
        gap = t.dossier.fear[:, them] - t.dossier.mood[:, side]
        t.ledger.add("mood", gap * tells // 1000 * takes_in // 1000, "their letter", side, comes)
        drift = (MIDDLE - t.dossier.resolve[:, side]) * moved_table(rules.fades_per_mille, t.state.block.dtype)[t.half_days] // 1000
        t.ledger.add_all("resolve", ("impressions fade", "they were seen to press on", "they were seen to draw back"),
                         (drift, *(amount * takes_in // 1000 for amount in _seen(t, them))), side)
    labels = (t.dossier.hawks[:, WASHINGTON] - t.dossier.resolve[:, MOSCOW]) * rules.labels_per_mille // 1000
    t.ledger.add("resolve", labels, "hawks and doves in the American press", MOSCOW, t.public.story > 0)


def _seen(t: Turn, side: int) -> tuple[Array, Array]:
    """What that side's orders of the turn say about its resolve: up, and down."""
    rules, up, down = t.rules.belief, np.zeros_like(t.half_days), np.zeros_like(t.half_days)
    for place, presses_on in _signs(t.book, side):
        given = t.sheets[side].given[:, place]
        if not given.any():
            continue
        if presses_on:
            up = up + rules.costly_sign * given
        else:
            down = down - rules.soft_sign * given
    return up, down
