"""After a deal: missiles leave, bombers follow their own term, Castro bars inspectors, and two readings collide (M50, M55, M65)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..curves import at_least_once
from ..rulebook import Rulebook
from ..sides import MOSCOW, SIDES, WASHINGTON
from ..terms import Mask, any_of, as_read, pick

if TYPE_CHECKING:
    from ..turn import Turn

ASKS = {"implementation/readings collide": "issues", "implementation/Castro consents": ""}
TOP_RUNG, ON_A_DATE, AT_ONCE = 4, 3, 4


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
    t.ledger.add("quarantine", -TOP_RUNG, "lifted as agreed", when=_is_lifted(t))
    _inspection(t)
    _disputes(t)


def _is_lifted(t: Turn) -> Mask:
    """(n,) Washington lifts the quarantine as it reads the published text (T08): 4 and 5 at once, 3 once the bombers have a date.

    1 and 2 wait until the weapons are gone, which Washington judges itself: by order. A public meter reads nothing hidden.
    """
    quarantine, bombers = (t.public.agreed[:, t.book.roles[role]] for role in ("quarantine", "bombers"))
    reading = as_read(quarantine, WASHINGTON)
    dated = t.book.bombers_leave[t.book.roles["bombers"]].take(bombers)
    lifted: Mask = t.after_deal & ((reading >= AT_ONCE) | ((reading == ON_A_DATE) & dated))
    return lifted


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
    stands = t.after_deal[:, None] & (t.closed == 0)        # words signed this turn are not yet quarrelled over
    collide = (t.luck["implementation/readings collide"] < at_least_once(expected)) & stands
    games = np.flatnonzero(any_of(collide))
    if not games.size:
        return
    t.public.disputes_now[...] = collide
    t.ledger.add("disputes", collide.sum(axis=1, dtype=t.book.word), "readings differ")
    causes, quarrels = _dispute_causes(t.book), pick(collide, games).astype(t.book.word)
    t.ledger.add_all("pressure", causes, rules.dispute_pressure * quarrels, None, games)
    for side in SIDES:
        t.ledger.add_all("home", causes, -rules.dispute_home * quarrels, side, games)
