"""Orders take effect: every effect of every order is a ledger entry that names the order (M01-M03).

Across the table only the acting side knows the cause, unless the order is one that is seen done. Before that, whoever was in bed for
a turn is back at the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..rulebook import Effect, Order
from ..sides import SIDES, other
from ..state import OF_EACH_SIDE
from ..terms import Mask

if TYPE_CHECKING:
    from ..turn import Turn


def run(t: Turn) -> None:
    for side in SIDES:
        t.ledger.add("away", -t.dossier.away[:, side], "back from bed", side)
        t.ledger.add("envoy_away", -t.dossier.envoy_away[:, side], "back at the table", side)
        for place, order in enumerate(t.book.orders[side]):
            given = t.sheets[side].given[:, place]
            if given.any():
                _carry_out(t, side, order, given)


def _carry_out(t: Turn, side: int, order: Order, given: Mask) -> None:
    take_effect(t, side, order.effects, order.name, given, SIDES if order.is_seen else (side,))
    for issue, points in order.ties:
        tied = np.zeros_like(t.dossier.exposure[:, side])
        tied[:, issue] = points * given
        t.ledger.add("exposure", tied, order.name, side)
    if order.sends_home:
        _send_the_most_tired_to_bed(t, side, order, given)


def take_effect(t: Turn, side: int, effects: tuple[Effect, ...], cause: str, when: Mask, known_to: tuple[int, ...]) -> None:
    """What an order or a date does, as that side's doing: `own` is its own, and of the meters that each side has, its own too."""
    for effect in effects:
        own = effect.box == "own" or effect.meter in OF_EACH_SIDE
        whose = other(side) if effect.box == "other" else side if own else None
        t.ledger.add(effect.meter, effect.amount, cause, whose, when, None if effect.box == "umpire" else known_to)


def _send_the_most_tired_to_bed(t: Turn, side: int, order: Order, given: Mask) -> None:
    """Whoever has been awake longest; he is missed for a turn (M08)."""
    awake = t.dossier.awake[:, side]
    his = np.zeros_like(awake)
    his[np.arange(len(awake)), awake.argmax(axis=1)] = given
    t.ledger.add("awake", -awake * his, order.name, side)
    t.ledger.add("away", his, order.name, side)
