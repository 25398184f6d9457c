"""Castro, the allies and the press act by their own meters (M41, M42, M49-M53)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..sides import WASHINGTON
from ..terms import any_of, is_said, is_secret, look_up

if TYPE_CHECKING:
    from ..turn import Turn

COOLS_AT_MOST = 10      # half-days of one turn over which tempers are reckoned to cool


def run(t: Turn) -> None:
    rules, book = t.rules.third_parties, t.book
    if t.closed.any():
        withdrawal, inspection, abroad = (t.closed[:, book.roles[role]] for role in ("withdrawal", "inspection", "missiles_abroad"))
        needs_havana = any_of(look_up(book.castro_bars, t.closed))
        t.ledger.add("castro", rules.not_asked, "not asked about the missiles", when=is_said(withdrawal))
        t.ledger.add("castro", rules.inspectors_promised, "inspectors promised on his soil", when=needs_havana)
        t.ledger.add("castro", -rules.no_inspectors, "no inspectors after all", when=is_said(inspection) & ~needs_havana)
        traded_openly = ~is_secret(abroad) & book.council_bars[book.roles["missiles_abroad"]].take(abroad)
        t.ledger.add("castro", rules.chip, "Cuba was a chip", when=traded_openly)
    reckoned = np.minimum(t.half_days, COOLS_AT_MOST)
    t.ledger.add("castro", rules.overflights * t.public.flights * reckoned, "flights overhead")
    t.ledger.add("castro", -(t.umpire.castro * rules.cools_per_mille // 1000 * reckoned), "tempers cool")
    moves = np.minimum(rules.press_moves_per_mille * t.half_days, 1000)
    t.ledger.add("press", (rules.press_rests_at - t.umpire.press) * moves // 1000, "the press has its rhythm")
    t.ledger.add("allies", rules.shipping * (2 - t.public.quarantine), "shipping and nerves", WASHINGTON)
