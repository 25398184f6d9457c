"""Two governments in public, each day dearer to leave: who backs down, and when it is war (after Fearon 1994).

Comes in: how fast each side's audience cost grows, its prize, its dread of war. Goes out: the horizon and the chances of each end.
Never here: what an audience is.
"""

from dataclasses import dataclass
from math import sqrt
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from .caveat import Caveat

FEARON_1994 = Caveat(
    model="Audience costs as a race",
    source="J. Fearon, Domestic political audiences and the escalation of international disputes, APSR 88, 1994",
    looked_up="The abstract: a war of attrition in public, audience costs that grow with escalation, and the side with the stronger audience always "
              "less likely to back down. Tomz 2007: in experiments such costs exist and grow with escalation. Levendusky and Horowitz: a reason "
              "that rests on new information cuts them a lot. Ozyurt: a higher audience cost can hurt where the prize is small beside it.",
    general_knowledge="Trachtenberg, and Snyder and Borghard, find few historical crises that turned on audience costs. Kertzer and Brutger split "
                      "the cost into one for inconsistency and one for belligerence.",
    computed="The equations for costs that grow in a straight line were derived here from that structure, and solved.",
    beware="The derivation is not Fearon's own text. That a stronger audience helps holds inside this model only; see the sceptics.",
)

Time = TypeVar("Time", float, NDArray[np.float64])
"""One moment or many."""


@dataclass(frozen=True)
class Contender:
    """One side of the race."""

    slope: float
    """Audience cost added in a unit of time, above 0."""
    prize: float = 1.0
    """What it wins when the other backs down, above 0."""
    worst_war: float = 1.5
    """War is worth anything from minus this to 0 to it, evenly spread; only this side knows which."""

    def cost(self, time: Time) -> Time:
        """What backing down at that time costs."""
        return self.slope * time


@dataclass(frozen=True)
class Race:
    """The equilibrium."""

    horizon: float
    """Whoever is still there now would rather fight than back down."""
    stays: tuple[float, float]
    """Chance that each side does not back down at the very start; 1 for one of them at least."""
    backs_down: tuple[float, float]
    war: float


def race(first: Contender, second: Contender) -> Race:
    """How the race ends. Each side backs down just often enough that the other is indifferent about waiting."""
    sides = (first, second)
    horizon = min(_own_horizon(first, second), _own_horizon(second, first))
    fights = tuple(side.cost(horizon) / side.worst_war for side in sides)
    stays = (fights[0] / _patience(second, horizon), fights[1] / _patience(first, horizon))
    backs_down = (1 - stays[0] + _backs_down_later(first, second, stays, horizon),
                  1 - stays[1] + _backs_down_later(second, first, stays[::-1], horizon))
    return Race(horizon, stays, backs_down, fights[0] * fights[1])


def still_there(other: Contender, stays: float, time: Time) -> Time:
    """The chance that a side has not backed down by then: what keeps the `other` one indifferent."""
    return stays * _patience(other, time)


def _patience(other: Contender, time: Time) -> Time:
    return other.prize / (other.prize + other.cost(time))


def _own_horizon(side: Contender, other: Contender) -> float:
    """When the share of `side` still there, had none left at the start, would be just those who prefer war: the root of a quadratic."""
    square, linear, constant = side.slope * other.slope, side.slope * other.prize, -other.prize * side.worst_war
    return (-linear + sqrt(linear * linear - 4 * square * constant)) / (2 * square)


def _backs_down_later(side: Contender, other: Contender, stays: tuple[float, float], horizon: float, slices: int = 20_000) -> float:
    """The chance that `side`, the first of `stays`, backs down after the start while the other is still there."""
    times: NDArray[np.float64] = np.linspace(0, horizon, slices + 1)
    own, others = still_there(other, stays[0], times), still_there(side, stays[1], times)
    return float(-np.diff(own) @ (others[:-1] + others[1:]) / 2)
