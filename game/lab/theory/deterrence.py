"""When a demand is not made, and when retaliation in kind dies down (Zagare and Kilgour; Langlois).

Comes in: what a challenger's outcomes are worth; how fast each side answers and forgets. Goes out: thresholds, whether hostility fades.
Never here: how a side came to be credible.
"""

import numpy as np
from numpy.typing import NDArray

from .caveat import Caveat
from .critical_risk import Stakes, gamble

ZAGARE_KILGOUR = Caveat(
    model="Perfect deterrence",
    source="F. Zagare and D. M. Kilgour, Perfect Deterrence, 2000; F. Zagare, Economies 2:20-44, 2014",
    looked_up="Abstract and opening of 2014: why missiles, why a measured response, why a compromise; it judges other explanations incomplete.",
    general_knowledge="The threshold of unilateral deterrence. There the asymmetric escalation game explains the crisis, with a limited response "
                      "that deters going further although the first demand was not deterred; its payoffs were not seen and it is not computed here.",
    computed="The credibility from which a challenger is better off without a challenge.",
    beware="1, 0.6 and 0 are example payoffs. A threshold for one challenger says nothing about how often challenges happen.",
)
LANGLOIS = Caveat(
    model="Retaliation in kind",
    source="J.-P. Langlois, Journal of Conflict Resolution 33:67-83, 1989",
    looked_up="The abstract: continuous hostility, retaliation in kind, cooperation is stable where threats mix firmness and restraint.",
    general_knowledge="Brams and Kilgour 1987 treat threat and escalation in a related way.",
    computed="Whether a linear pair of answers dies down, from its eigenvalues.",
    beware="The linear check is a neighbour of the paper's dynamics, not the paper's own equations.",
)


def deterring_credibility(challenger: Stakes) -> float:
    """From this chance of a hard defender on, the challenger lets things be.

    `win`: the defender concedes; `submit`: things as they are; `disaster`: both escalate.
    """
    return challenger.critical_risk


def challenges(challenger: Stakes, hard_defender: float) -> bool:
    """Whether a challenge is worth more to the challenger than things as they are."""
    return gamble(challenger.win, challenger.disaster, hard_defender) > challenger.submit


def hostility_fades(forgets: tuple[float, float], answers: tuple[float, float]) -> bool:
    """Whether two sides that answer each other's hostility, and forget their own, come to rest wherever they start."""
    return bool(np.linalg.eigvals(_answering(forgets, answers)).real.max() < 0)


def hostility_over_time(forgets: tuple[float, float], answers: tuple[float, float], start: tuple[float, float], time: float,
                        steps: int = 1000) -> NDArray[np.float64]:
    """(steps + 1, 2) hostility of both sides from the start on, by small equal steps."""
    step, path = np.eye(2) + _answering(forgets, answers) * (time / steps), np.empty((steps + 1, 2))
    path[0] = start
    for place in range(steps):
        path[place + 1] = step @ path[place]
    return path


def _answering(forgets: tuple[float, float], answers: tuple[float, float]) -> NDArray[np.float64]:
    return np.array([[-forgets[0], answers[0]], [answers[1], -forgets[1]]])
