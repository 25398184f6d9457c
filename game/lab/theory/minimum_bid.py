"""Bidding with a shared risk: the higher bid wins, the lower one is the chance that both are ruined.

Comes in: prize, loss, bids as chances from 0 to 1. Goes out: the equilibrium's distribution and what bids come to. Never here: randomness.
"""

from collections.abc import Sequence
from math import exp, log1p

import numpy as np

from .caveat import Caveat

MINIMUM_BID = Caveat(
    model="Minimum-bid brinkmanship",
    source="FiveThirtyEight, How to win a nuclear standoff, and its sequel with the readers' bids",
    looked_up="The rules (prize 100, loss 10,000) and the crowd: about 200,000 plays, median 33, mean 43, mode 100, disaster above 20 %.",
    general_knowledge="Nothing.",
    computed="The symmetric mixed equilibrium, by making every bid worth the same, and what a given crowd of bids comes to.",
    beware="The crowd played for nothing, once, against strangers; it shows how people bid in a newspaper, not how governments do. "
           "The prize is paid to the higher bid even where both are ruined, as in the newspaper's game.",
)

PRIZE, LOSS = 100.0, 10_000.0


def share_of_bids_below(bid: float, prize: float = PRIZE, loss: float = LOSS) -> float:
    """The equilibrium's distribution, 1 - exp(-bid x loss / prize). Bids beyond 1, which the rules forbid, have chance exp(-loss / prize)."""
    return 1 - exp(-bid * loss / prize)


def bid_at(share: float, prize: float = PRIZE, loss: float = LOSS) -> float:
    """The bid that this share of players stays below: the inverse of `share_of_bids_below`."""
    return -log1p(-share) * prize / loss


def mean_bid(prize: float = PRIZE, loss: float = LOSS) -> float:
    """The average bid in equilibrium."""
    return prize / loss


def equilibrium_disaster(prize: float = PRIZE, loss: float = LOSS) -> float:
    """The chance of disaster in equilibrium: the mean of the lower of two such bids, whose rate is the double."""
    return prize / (2 * loss)


def worth_of_bid(bid: float, others: Sequence[float], prize: float = PRIZE, loss: float = LOSS) -> float:
    """What a bid is worth on average against a crowd of bids; a tie wins nothing."""
    crowd = np.asarray(others, np.float64)
    return float(prize * (bid > crowd).mean() - loss * np.minimum(bid, crowd).mean())


def crowd_disaster(bids: Sequence[float]) -> float:
    """The chance of disaster when two of a crowd meet: the mean of the lower bid over all pairs. Raises ValueError for fewer than two bids."""
    if len(bids) < 2:
        raise ValueError(f"{len(bids)} bid given; at least two are needed, since a bid is held against another one.")
    ordered = np.sort(np.asarray(bids, np.float64))
    pairs_where_lower = np.arange(len(ordered) - 1, -1, -1)
    return float(ordered @ pairs_where_lower / pairs_where_lower.sum())
