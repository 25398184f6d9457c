"""Orders take effect: every effect of every order is a ledger entry that names the order (M01-M03).

Across the table only the acting side knows the cause, unless the order is one that is seen done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..sides import SIDES, other

if TYPE_CHECKING:
    from ..turn import Turn


def run(t: Turn) -> None:
    for side in SIDES:
        for place, order in enumerate(t.book.orders[side]):
            given = t.sheets[side].given[:, place]
            if not given.any():
                continue
            known_to = SIDES if order.is_seen else (side,)
            for effect in order.effects:
                whose = other(side) if effect.box == "other" else side if effect.box == "own" or effect.meter == "alert" else None
                t.ledger.add(effect.meter, effect.amount, order.name, whose, given, None if effect.box == "umpire" else known_to)
