"""Hawks feed on the closing clock and on insults left unanswered; near the top they take the choice away (M15, M16).

Behind a deal they can no longer strike, but whoever leaves them swayed hears of it at home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..curves import at_least_once
from ..sides import MOSCOW, SIDES, WASHINGTON
from ..state import SCALE
from ..terms import Array, any_of

if TYPE_CHECKING:
    from ..rulebook import Rulebook
    from ..turn import Turn

ASKS = {"factions/strike motion": ""}
MOTION = "the Chiefs' motion carried"


def run(t: Turn) -> None:
    rules, dossier = t.rules.factions, t.dossier
    clashes = t.serious.sum(axis=1, dtype=t.book.word)
    for side in SIDES:
        t.ledger.add("hawks", rules.clash * clashes, "clashes", side)
        passes = dossier.hawks[:, side] * rules.passes_per_mille // 1000 * t.half_days
        t.ledger.add("hawks", -passes, "the danger passes", side, t.after_deal)
        dreads = t.in_confrontation & (dossier.fear[:, side] > rules.dread_above)
        t.ledger.add("hawks", rules.dread * t.half_days, "better now than later, they say", side, dreads)
    not_a_word = t.in_confrontation & ~any_of(t.public.letter_number[:, MOSCOW])
    t.ledger.add("hawks", rules.silence * t.half_days, "not a word from Moscow", WASHINGTON, not_a_word)
    still_there = t.after_deal & (t.umpire.withdrawn < SCALE)
    t.ledger.add("hawks", rules.tabled_again, "the Chiefs call it a trick", WASHINGTON, still_there)
    t.ledger.add("trust", -rules.failed_forecast, "the missiles leave, as the Chiefs said they would not", WASHINGTON,
                 still_there & (t.umpire.withdrawn > 0))
    heard = np.maximum(dossier.hawks[:, WASHINGTON] - rules.heard_above, 0) * rules.heard_home_per_mille // 1000
    t.ledger.add("home", -heard, "the Chiefs are heard in Congress", WASHINGTON, t.after_deal)
    near = rules.sites_near_per_mille * dossier.estimate[:, WASHINGTON] // 1000 * t.half_days
    t.ledger.add("hawks", near, "the sites near readiness", WASHINGTON, t.in_confrontation)
    expected = motion_ppm(t.book, *(getattr(dossier, meter)[:, WASHINGTON] for meter in ("hawks", "estimate", "buildup", "trust"))) * t.half_days
    carries = t.in_confrontation & (t.luck["factions/strike motion"] < at_least_once(expected)) & (t.closed == 0).all(axis=1)
    t.ledger.add("strike", 1, MOTION, when=carries)


def motion_ppm(book: Rulebook, hawks: Array, estimate: Array, forces: Array, trust: Array) -> Array:
    """(n,) expected strike motions carried over the President's head in a half-day, ppm, from four meters that Washington knows: a motion weighs
    what its movers are trusted (M15).
    """
    rules, motion = book.rules.factions, book.curves.strike_motion
    ripe = (hawks * rules.weigh_hawks_per_mille + estimate * rules.weigh_sites_per_mille + forces * rules.weigh_forces_per_mille
            + (trust - SCALE // 2) * rules.trust_per_mille) // 1000
    carried: Array = motion[np.minimum(np.maximum(ripe, 0), len(motion) - 1)]
    return carried
