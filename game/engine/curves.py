"""Piecewise-linear curves of whole numbers, compiled once to tables, and what compounds over longer turns.

An author reads the points, a screen plots them, and a rule is one look-up: `curves.tired[fatigue]`.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import DTypeLike

from .terms import Array

PPM = 1_000_000
"""Chances are parts per million; expected numbers of events too."""
_STEP = 100             # expected numbers are read to this many parts per million
_MOST_EXPECTED = 6 * PPM    # beyond six expected events the chance of at least one is as good as certain
LONGEST_TURN = 128       # half-days


def table(points: list[tuple[int, int]], word: DTypeLike = np.int32) -> Array:
    """A table over 0..last x: between two points the straight line, rounded down. First x must be 0, x must rise."""
    filled = np.empty(points[-1][0] + 1, word)
    for (x0, y0), (x1, y1) in pairwise(points):
        for x in range(x0, x1 + 1):
            filled[x] = y0 + (y1 - y0) * (x - x0) // (x1 - x0)
    filled.flags.writeable = False
    return filled


def _compounded() -> Array:
    """Chance (ppm) that something expected x times happens at least once, by whole-number compounding."""
    steps = _MOST_EXPECTED // _STEP
    chances, left, whole = np.empty(steps + 1, np.int32), 10**18, 10**18
    for x in range(steps + 1):
        chances[x] = PPM - left * PPM // whole
        left -= left * _STEP // PPM
    chances.flags.writeable = False
    return chances


_AT_LEAST_ONCE = _compounded()


def at_least_once(expected: Array) -> Array:
    """Expected number (ppm, any shape, not negative) -> chance (ppm); so a 12-hour and a 16-day turn speak the same rates."""
    steps = np.minimum(expected // _STEP, len(_AT_LEAST_ONCE) - 1)
    chance: Array = _AT_LEAST_ONCE.take(steps.T).T      # turned: `take` lays its answer out by rows, a batch lies by columns
    return chance


def moved_over(per_mille_per_half_day: int, word: DTypeLike = np.int32) -> Array:
    """(LONGEST_TURN + 1,) how much of the way, per mille, a meter has moved after that many half-days of a steady decay."""
    moved, left = np.zeros(LONGEST_TURN + 1, word), 10**9
    for half_days in range(1, LONGEST_TURN + 1):
        left = left * (1000 - per_mille_per_half_day) // 1000
        moved[half_days] = 1000 - left // 10**6
    moved.flags.writeable = False
    return moved
