"""After a deal: missiles leave, bombers follow their own term, Castro bars inspectors, and two readings collide (M50, M55, M65)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..curves import at_least_once
from ..rulebook import Rulebook
from ..sides import MOSCOW, SIDES, WASHINGTON
from ..terms import any_of, is_said, pick

if TYPE_CHECKING:
    from ..turn import Turn

ASKS = {"implementation/readings collide": "issues", "implementation/Castro consents": ""}
TOP_RUNG = 4


@lru_cache(maxsize=8)
def _dispute_causes(rulebook: Rulebook) -> tuple[str, ...]:
    return tuple(f"{issue.name}: two readings" for issue in rulebook.issues)


def run(t: Turn) -> None:
    t.public.disputes_now[...] = 0
    if not t.after_deal.any():
        return
    rules, book, agreed = t.rules.implementation, t.book, t.public.agreed
    withdrawal = book.roles["withdrawal"]
    leaving = t.after_deal & book.leaves_cuba[withdrawal].take(agreed[:, withdrawal])
    t.ledger.add("withdrawn", rules.missiles_leave * t.half_days, "missiles leave", when=leaving)
    t.ledger.add("buildup", -(rules.missiles_leave * t.half_days), "the sites are taken down", MOSCOW, leaving)
    bombers_leaving = t.after_deal & (t.umpire.bombers_settled_at > 0)
    t.ledger.add("bombers_out", rules.bombers_leave * t.half_days, "bombers leave", when=bombers_leaving)
    lifted = t.after_deal & is_said(agreed[:, book.roles["quarantine"]]) & _bombers_settled(t)
    t.ledger.add("quarantine", -TOP_RUNG, "lifted as agreed", when=lifted)
    _inspection(t)
    _disputes(t)


def _bombers_settled(t: Turn) -> np.ndarray:
    """(n,) read from the published agreement, not from the umpire: the quarantine is a public meter."""
    bombers = t.book.roles["bombers"]
    settled: np.ndarray = t.book.bombers_leave[bombers].take(t.public.agreed[:, bombers])
    return settled


def _inspection(t: Turn) -> None:
    """Moscow can promise it, only Havana can grant it."""
    rules, inspection = t.rules.implementation, t.book.roles["inspection"]
    promised = t.after_deal & t.book.castro_bars[inspection].take(t.public.agreed[:, inspection]) & (t.umpire.inspected == 0)
    if not promised.any():
        return
    chance = rules.consent_ppm_per_point * np.maximum(rules.consent_below - t.umpire.castro, 0)
    grants = promised & (t.luck["implementation/Castro consents"] < chance)
    t.ledger.add("inspected", 1, "Castro consents", when=grants)
    t.ledger.add("home", -rules.barred_home, "the promised inspection is barred", WASHINGTON, promised & ~grants)


def _disputes(t: Turn) -> None:
    rules = t.rules.implementation
    difference = np.abs(t.dossier.reading[:, WASHINGTON] - t.dossier.reading[:, MOSCOW])
    expected = t.book.heat * difference * np.minimum(t.half_days, rules.longest_heat)[:, None]
    collide = (t.luck["implementation/readings collide"] < at_least_once(expected)) & t.after_deal[:, None]
    games = np.flatnonzero(any_of(collide))
    if not games.size:
        return
    t.public.disputes_now[...] = collide
    t.ledger.add("disputes", collide.sum(axis=1, dtype=t.book.word), "readings differ")
    causes, quarrels = _dispute_causes(t.book), pick(collide, games).astype(t.book.word)
    t.ledger.add_all("pressure", causes, rules.dispute_pressure * quarrels, None, games)
    for side in SIDES:
        t.ledger.add_all("home", causes, -rules.dispute_home * quarrels, side, games)
