"""A threat that may get out of hand: which risk is high enough to move the other side and low enough to be worth running (Dixit and Skeath).

One side may threaten. The other is hard with chance p, soft otherwise, and defies or withdraws. A defied threat ends in war with chance q;
otherwise all stays as it was. Comes in: Stakes, p, q. Goes out: thresholds and equilibria. Never here: how the risk is made.
"""

from itertools import product
from typing import NamedTuple

import numpy as np

from .caveat import Caveat
from .critical_risk import Stakes, break_even, gamble
from .equilibria import Table, pure_equilibria

DIXIT_SKEATH = Caveat(
    model="Probabilistic threat",
    source="A. Dixit, S. Skeath and D. Reiley, Games of Strategy, chapter 14",
    looked_up="A copy of the chapter's exercise: war is worth -10 to the United States, hardliners have chance p, Kennedy speaks of 1/3 to 1/2. "
              "Abstract of Dixit, McAdams and Skeath 2019: the chance of nuclear war over the thirteen days got as high as 60 %.",
    general_knowledge="The other payoffs, and the exercise's war of -12. That no acceptable and effective risk is left for p in (1/3, 1/2) with -12 "
                      "fits the exercise's question and so speaks for them.",
    computed="All thresholds, and all equilibria by enumerating pure strategies.",
    beware="A least risk of 0.22 is sometimes quoted for this game; these payoffs give 0.6 and cannot give 0.22, so that figure is left out "
           "until the edition it comes from has been seen. The 60 % of 2019 comes from another, dynamic model whose parameters were not seen.",
)


class Play(NamedTuple):
    """One pure strategy of each player."""

    threatens: bool
    soft_defies: bool
    hard_defies: bool


def sure_threat_limit(threatener: Stakes) -> float:
    """A threat of certain war is worth making while hardliners are less likely than this."""
    return break_even(threatener.submit, threatener.win, threatener.disaster)


def least_effective_risk(soft: Stakes) -> float:
    """The soft withdraw once q is higher than this."""
    return soft.critical_risk


def most_acceptable_risk(threatener: Stakes, hardliners: float) -> float:
    """A threat that only hardliners defy is worth making while q is lower than this. Above 1: any q will do."""
    without_risk, sure_war = (worth_of_threat(threatener, hardliners, risk) for risk in (0.0, 1.0))
    return break_even(threatener.submit, without_risk, sure_war)


def worth_of_threat(threatener: Stakes, hardliners: float, risk: float) -> float:
    """What a threat that only hardliners defy is worth to the one who makes it; compare with `submit`."""
    return gamble(threatener.win, gamble(threatener.submit, threatener.disaster, risk), hardliners)


def most_hardliners(threatener: Stakes, soft: Stakes) -> float:
    """Above this p no q is both effective and acceptable."""
    defied = gamble(threatener.submit, threatener.disaster, least_effective_risk(soft))
    return break_even(threatener.submit, threatener.win, defied)


def is_workable(threatener: Stakes, soft: Stakes, hardliners: float) -> bool:
    """Whether some q is both effective and acceptable."""
    return least_effective_risk(soft) < min(1.0, most_acceptable_risk(threatener, hardliners))


def nash_plays(threatener: Stakes, soft: Stakes, hard: Stakes, hardliners: float, risk: float) -> list[Play]:
    """Every equilibrium in pure strategies, the two types as players of their own. Includes those that rest on answers nobody has to give."""
    return [Play(*map(bool, cell)) for cell in pure_equilibria(_tables(threatener, soft, hard, hardliners, risk))]


def credible_plays(threatener: Stakes, soft: Stakes, hard: Stakes, hardliners: float, risk: float) -> list[Play]:
    """Those equilibria in which each type's answer would be its best one if the threat came."""
    answers = pure_equilibria([table[1] for table in _tables(threatener, soft, hard, hardliners, risk)[1:]])
    return [play for play in nash_plays(threatener, soft, hard, hardliners, risk) if (play.soft_defies, play.hard_defies) in answers]


def war_risk(play: Play, hardliners: float, risk: float) -> float:
    """The chance of war that a play runs."""
    defied = hardliners * play.hard_defies + (1 - hardliners) * play.soft_defies
    return defied * risk if play.threatens else 0.0


def _tables(threatener: Stakes, soft: Stakes, hard: Stakes, hardliners: float, risk: float) -> list[Table]:
    """Payoffs of threatener, soft and hard, each (threatens, soft defies, hard defies)."""
    tables = [np.empty((2, 2, 2)) for _ in range(3)]
    for cell in product((0, 1), repeat=3):
        threatens, soft_defies, hard_defies = map(bool, cell)
        met_soft, met_hard = (_worth(threatener.submit, threatener.win, threatener.disaster, threatens, defies, risk)
                              for defies in (soft_defies, hard_defies))
        tables[0][cell] = gamble(met_soft, met_hard, hardliners)
        tables[1][cell] = _worth(soft.win, soft.submit, soft.disaster, threatens, soft_defies, risk)
        tables[2][cell] = _worth(hard.win, hard.submit, hard.disaster, threatens, hard_defies, risk)
    return tables


def _worth(as_it_was: float, after_withdrawal: float, disaster: float, threatens: bool, defies: bool, risk: float) -> float:
    if threatens and not defies:
        return after_withdrawal
    return gamble(as_it_was, disaster, risk if threatens else 0.0)
