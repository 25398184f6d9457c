"""What both sides would rather have than a war, and how public promises shrink it (Fearon 1995; Leventoglu and Tarar).

The matter is a pie of size 1; `share` is the first side's part. Comes in: chance and cost of war, promises. Goes out: the shares that both accept.
Never here: how they find one.
"""

from dataclasses import dataclass

from .caveat import Caveat

FEARON_1995 = Caveat(
    model="Bargaining zone",
    source="J. Fearon, Rationalist explanations for war, International Organization 49, 1995",
    looked_up="A summary page: deals lie between p - cA and p + cB.",
    general_knowledge="That the zone may be missed through private information, broken promises or a pie that cannot be cut.",
    computed="The zone, within the pie.",
    beware="A zone says that a deal exists, not that it is found. What a war is worth is taken as known to both.",
)
PUBLIC_COMMITMENT = Caveat(
    model="Public commitment",
    source="B. Leventoglu and A. Tarar, Prenegotiation public commitment, APSR 99, 2005; A. Tarar and B. Leventoglu, 2009",
    looked_up="The 2009 abstract: commitment gives leverage even where all is known, both committing brings war, which is a reason for secret talks.",
    general_knowledge="The 2005 argument as commonly told.",
    computed="The least acceptable share with a cost for every part of a promise that is missed; the form in a straight line is derived here.",
    beware="Slopes and promises of the examples are chosen to show the effect. How far a real audience punishes a missed promise is not modelled.",
)


@dataclass(frozen=True)
class Bargainer:
    """One side at the table."""

    war_cost: float
    slope: float = 0.0
    """What each part of the pie costs that it promised in public and did not get."""
    promised: float = 0.0
    """The part of the pie that it told its public it would get."""

    def least_share(self, war_share: float) -> float:
        """The least part of the pie it accepts rather than a war that brings `war_share` on average before costs."""
        from_war = max(0.0, war_share - self.war_cost)
        if self.promised <= from_war:
            return from_war
        return (from_war + self.slope * self.promised) / (1 + self.slope)


@dataclass(frozen=True)
class Zone:
    """Parts of the first side that both accept."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """Below 0 where no deal suits both."""
        return self.high - self.low


def zone(first_wins: float, first: Bargainer, second: Bargainer) -> Zone:
    """The zone when the first side would win a war with that chance."""
    return Zone(first.least_share(first_wins), 1 - second.least_share(1 - first_wins))
