"""The risk at which standing firm and yielding are worth the same (Schelling, Ellsberg).

Comes in: what winning, yielding and disaster are worth. Goes out: chances. Never here: who moves when; the games built on it are its neighbours.
"""

from dataclasses import dataclass

from .caveat import Caveat

CRITICAL_RISK = Caveat(
    model="Critical risk",
    source="T. Schelling, Arms and Influence, 1966; D. Ellsberg, lectures on blackmail, 1959",
    looked_up="Nothing on the formula itself.",
    general_knowledge="The formula, and that only a risk which the threatener does not fully control is believed.",
    computed="The three critical risks, from the brinkmanship chapter's payoffs.",
    beware="Payoffs are a textbook's, not measurements: the ratio of two differences is only as good as the guess at what a war is worth.",
)


def break_even(sure: float, good: float, bad: float) -> float:
    """The chance of `bad`, else `good`, at which the gamble is worth as much as `sure`. Above 1: no chance is high enough to prefer `sure`.

    Needs good > bad.
    """
    return (good - sure) / (good - bad)


def gamble(good: float, bad: float, chance: float) -> float:
    """What `good`, turned into `bad` with that chance, is worth on average."""
    return good + chance * (bad - good)


@dataclass(frozen=True)
class Stakes:
    """What a contest of nerve is worth to one side."""

    win: float
    """The other side gives way."""
    submit: float
    """It gives way itself, or lets the matter rest as it is."""
    disaster: float

    @property
    def critical_risk(self) -> float:
        """Stand firm while disaster is thought less likely than this. Above 1: a side that would rather have the disaster than yield."""
        return break_even(self.submit, self.win, self.disaster)

    @property
    def chosen_risk(self) -> float:
        """The chance of disaster when this side, once defied, decides with a cool head: none, unless disaster is the lesser evil."""
        return 1.0 if self.disaster > self.submit else 0.0


WASHINGTON = Stakes(win=1, submit=-2, disaster=-10)
SOFT_MOSCOW = Stakes(win=2, submit=-4, disaster=-8)
HARD_MOSCOW = Stakes(win=2, submit=-8, disaster=-4)
"""Payoffs of the brinkmanship chapter (see brinkmanship.py): general knowledge, partly borne out by a published exercise."""
