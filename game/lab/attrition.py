"""Two sides hold on under a risk that both share: the reduced form of a nuclear crisis (theory/models.md 1.4, after Powell 1987-1990).

Comes in: a stake, a loss, a risk a turn, how likely each side is to be one that never gives way. Goes out: the chance of disaster.
Never here: a game of this engine; the rows that use it say so.
"""

from math import log


def disaster(stake: float, loss: float, risk: float, holds_one: float, holds_two: float) -> float:
    """The chance that the shared risk comes due before one side has given way or both are known never to.

    A side that could give way does so in each turn with the chance that leaves the other indifferent, risk x loss / stake, until the
    weaker reputation is certainty; the side with less of it gives way at once so often that both reach certainty together. Where a
    side is known to be one that gives way (0), it does so at once and nothing is risked.
    """
    weaker, stronger = sorted((holds_one, holds_two))
    if weaker <= 0 or stronger >= 1:
        return 0.0
    quits = risk * loss / stake
    turns = log(stronger) / log(1 - quits)
    stays = (1 - quits) ** 2 * (1 - risk)
    lasts: float = stays**turns
    return weaker / stronger * risk * (1 - lasts) / (1 - stays)
