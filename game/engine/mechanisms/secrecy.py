"""An annex has holders and a paper trail; the hazard of a leak grows with both and with the heat of the press (M33-M45).

Never shared, never leaked: no holders, no hazard. A leak hits home, allies and face by what they were told before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..curves import at_least_once
from ..rulebook import AUDIENCES
from ..sides import SIDES
from ..terms import any_of, is_on_paper, is_secret, look_up, pick, position

if TYPE_CHECKING:
    from ..turn import Turn

ASKS = {"secrecy/leaks": "sides"}
MOST_EXPECTED = 100_000     # ppm a half-day: beyond it the annex is as good as out, and the products stay within 32 bits


def run(t: Turn) -> None:
    secret = is_secret(t.closed)
    new_annex, new_paper = any_of(secret), any_of(secret & is_on_paper(t.closed))
    for side in SIDES:
        t.ledger.add("holders", t.rules.secrecy.in_the_know[side], "the annex was agreed", side, new_annex)
        t.ledger.add("paper", 1, "the annex was put on paper", side, new_paper)
    leaks = any_of(_hazard(t) > t.luck["secrecy/leaks"]) & (t.public.leaked == 0)
    if leaks.any():
        t.public.leaked[...] |= leaks
        _the_annex_is_out(t, np.flatnonzero(leaks))


def _hazard(t: Turn) -> np.ndarray:
    """(n, 2) chance (ppm) this turn that the annex comes out through that side."""
    rules, umpire = t.rules.secrecy, t.umpire
    if not umpire.holders.any():
        return np.zeros_like(umpire.holders)
    heat = rules.press_cold_per_mille + (rules.press_hot_per_mille - rules.press_cold_per_mille) * umpire.press // 1000
    trail = (1000 + rules.paper_per_mille * umpire.paper) * (1000 - rules.cover_per_mille * t.dossier.cover) // 1000
    by_people = np.minimum(umpire.holders * rules.leak_ppm_per_holder, MOST_EXPECTED)
    per_half_day = np.minimum(by_people * trail // 1000, MOST_EXPECTED)
    return at_least_once(per_half_day * heat[:, None] // 1000 * t.half_days[:, None])


def _the_annex_is_out(t: Turn, games: np.ndarray) -> None:
    """The public price is paid after all, and more for having lied (M31)."""
    agreed = pick(t.public.agreed, games)
    secret, places = is_secret(agreed), position(agreed)
    for side in SIDES:
        for audience in range(1, len(AUDIENCES)):
            loss = np.minimum(look_up(t.book.worth[side, audience], places) * secret, 0).sum(axis=1, dtype=t.book.word)
            t.ledger.add_all(AUDIENCES[audience], ("the secret annex came out", "and it had been denied"),
                             (loss, loss * t.rules.secrecy.lied_per_mille // 1000), side, games)
    t.ledger.add_all("castro", ("the secret annex came out",), (np.full(games.size, t.rules.secrecy.castro, t.book.word),), None, games)
