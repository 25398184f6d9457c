"""Who holds out in a contest of rising risk, and how much of it is run (after Powell).

Comes in: Stakes, the risk of a step, reputations. Goes out: who submits, how long it lasts, the chance of disaster.
Never here: why a step is risky.
"""

from dataclasses import dataclass
from math import floor, log

import numpy as np

from .caveat import Caveat
from .critical_risk import Stakes, gamble

POWELL = Caveat(
    model="Resolve and reputation",
    source="R. Powell, Nuclear brinkmanship with two-sided incomplete information, APSR 82, 1988; Nuclear Deterrence Theory, 1990",
    looked_up="The 1988 abstract: resolve does not order outcomes, the side with the greater resolve may be the less likely to prevail, less "
              "misperception may destabilise. A lecture: no brinkmanship where the balance of resolve is certain.",
    general_knowledge="Resolve as (win - submit) / (win - disaster), and that each step carries more risk than the last.",
    computed="The known-resolve game by backward induction; the two-type waiting contest is a reduced form derived here, not Powell's own.",
    beware="In the reduced form the hard never quit and the last fraction of a turn is dropped. It cannot show Powell's result that the more "
           "resolved side may do worse, and must not be quoted for or against it.",
)


def step_risk(step: int, unit_risk: float) -> float:
    """The chance of disaster that the n-th step carries: what n independent units come to."""
    return float(1 - (1 - unit_risk) ** step)


def steps_tolerated(side: Stakes, unit_risk: float) -> int:
    """The last step that a side would take if it ended the contest. Raises ValueError for a side that no risk deters."""
    if side.critical_risk >= 1:
        raise ValueError(f"critical risk {side.critical_risk:.2f}: no risk deters this side; a critical risk below 1 is needed.")
    return floor(log(1 - side.critical_risk) / log(1 - unit_risk) + 1e-12)


@dataclass(frozen=True)
class Contest:
    """How a contest with known resolve goes."""

    is_challenged: bool
    """Else all stays as it was."""
    steps: int
    """Risky steps taken before somebody submits."""
    loser: int | None
    """0 the challenger, 1 the defender; None without a challenge."""
    risk: float
    """Chance of disaster on the way."""


def known_resolve(challenger: Stakes, defender: Stakes, unit_risk: float, status_quo: float = 0.0) -> Contest:
    """The contest when each knows the other's Stakes, by backward induction from the first step that neither would take.

    A challenge itself is free of risk and is made if it is worth more to the challenger than `status_quo`; then the defender submits or takes the
    first step, and so on in turn.
    """
    sides = (challenger, defender)
    last = max(steps_tolerated(side, unit_risk) for side in sides) + 1
    worth, plan = (0.0, 0.0), [False] * (last + 1)
    for step in range(last, 0, -1):
        mover = step % 2
        risk = step_risk(step, unit_risk)
        going_on = tuple(gamble(later, side.disaster, risk) for later, side in zip(worth, sides, strict=True))
        plan[step] = step < last and going_on[mover] > sides[mover].submit
        giving_in = tuple(side.submit if place == mover else side.win for place, side in enumerate(sides))
        worth = (going_on[0], going_on[1]) if plan[step] else (giving_in[0], giving_in[1])
    if worth[0] <= status_quo:
        return Contest(False, 0, None, 0.0)
    steps = plan.index(False, 1) - 1
    calm = float(np.prod([1 - step_risk(step, unit_risk) for step in range(1, steps + 1)]))
    return Contest(True, steps, (steps + 1) % 2, 1 - calm)


@dataclass(frozen=True)
class Standoff:
    """How two sides wait for each other to quit when either may be hard."""

    quit_rate: float
    """Chance a turn that a side, as the other sees it, quits."""
    turns: float
    """Until a side still there is known to be hard."""
    quits_at_once: tuple[float, float]
    """Chance that each side quits before the first turn: none for the higher reputation."""
    disaster: float
    """Chance of disaster in the whole turns during which a side might still have quit."""
    both_hard: float
    """Chance that both are still there afterwards, since neither ever quits."""


def waiting_contest(hard: tuple[float, float], turn_risk: float, stake: float = 3.0, loss: float = 12.0) -> Standoff:
    """The waiting contest between two sides that are hard with those chances.

    Each soft side is kept indifferent: the chance that the other quits this turn, times `stake`, pays for the risk of a turn, times `loss`.
    Both reputations must reach 1 at the same moment, so the lower one has to catch up at the start, by quitting. Raises ValueError where one
    turn would be too much.
    """
    rate = turn_risk * loss / stake
    if not 0 < rate < 1:
        raise ValueError(f"a turn risks {turn_risk * loss:g} for a stake of {stake:g}; the risk must be above nothing and below the stake.")
    turns = min(log(reputation) / log(1 - rate) for reputation in hard)
    stays = tuple(reputation / (1 - rate) ** turns for reputation in hard)
    both_stay, one_turn = stays[0] * stays[1], (1 - turn_risk) * (1 - rate) ** 2
    still_there = both_stay * one_turn ** np.arange(floor(turns))
    at_once = (max(0.0, 1 - stays[0]), max(0.0, 1 - stays[1]))
    return Standoff(rate, turns, at_once, float(still_there.sum() * turn_risk), both_stay * one_turn ** floor(turns))
