"""How likely an annex is to come out by January, by the rule of secrecy itself and from one seat's view.

Comes in: a Rulebook, a View, terms. Goes out: LeakWords. Never here: the heat of the press, the other side's cover story: nobody at the table
knows them, so each is taken at both its ends.
"""

from datetime import datetime

import numpy as np

from ..engine.curves import PPM
from ..engine.mechanisms.secrecy import hazard
from ..engine.rulebook import Rulebook
from ..engine.sides import SIDES, WASHINGTON
from ..engine.terms import Array, any_of, is_on_paper, is_secret
from ..engine.view import View
from .board import LeakWords

COLD, USUAL, HOT = range(3)


def leak(rulebook: Rulebook, view: View, terms: Array) -> LeakWords | None:
    """The chance with those terms (1, issues) agreed at the end of the coming turn; None where none of them is secret."""
    secret = is_secret(terms)
    if not secret.any():
        return None
    rules, now = rulebook.rules.secrecy, int(view.public.minutes[0]) + 720 * int(view.public.half_days[0])
    both = np.ones((3, 2), rulebook.word)
    holders = both * np.array(rules.in_the_know, rulebook.word)
    on_paper = bool(any_of(secret & is_on_paper(terms))[0])
    cover, trust = both * 0, np.array((1000, 500, 0), rulebook.word)
    cover[:, view.side] = int(view.own.cover[0])
    cover[COLD, 1 - view.side] = 1
    if view.side == WASHINGTON:
        trust[:] = int(view.own.trust[0])
    press = np.array((0, rulebook.rules.third_parties.press_rests_at, 1000), rulebook.word)
    kept, left = np.ones((3, 2)), max(_january(rulebook) - now, 0) // 720
    while left > 0:
        step = min(left, STEP)
        chance = hazard(rules, holders, both * on_paper, cover, press, trust, both * 0, np.full(3, step, rulebook.word))
        kept *= 1 - chance / PPM
        moves = min(rulebook.rules.third_parties.press_moves_per_mille * step, 1000)
        press = press + (rulebook.rules.third_parties.press_rests_at - press) * moves // 1000
        left -= step
    low, middle, high = (round(100 * float(1 - both_kept)) for both_kept in kept.prod(axis=1))
    lost = 1 - kept[USUAL]
    first = round(middle * float(lost[WASHINGTON] / max(lost.sum(), 1e-9)))
    knowers = rules.in_the_know[SIDES[0]], rules.in_the_know[SIDES[1]]
    return LeakWords(low, middle, high, (first, middle - first), knowers, on_paper)


STEP = 6
"""Half-days over which the heat of the press is taken as one."""


def _january(rulebook: Rulebook) -> int:
    """Minutes from the start to the end of 7 January of the year after, by which the item is closed at the United Nations."""
    day = datetime(rulebook.starts.year + 1, 1, 7, 23, 59, tzinfo=rulebook.clock_changes.tzinfo)
    return int((day - rulebook.starts).total_seconds()) // 60
