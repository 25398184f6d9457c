"""What words and what holding out can tell (Crawford and Sobel; Wagner).

Comes in: how far a messenger's wishes differ from the hearer's; how often the irresolute give in.
Goes out: how finely words divide the truth; beliefs. Never here: the words.
"""

from itertools import pairwise

from .caveat import Caveat

CRAWFORD_SOBEL = Caveat(
    model="Cheap talk",
    source="V. Crawford and J. Sobel, Strategic information transmission, Econometrica 50, 1982",
    looked_up="Nothing.",
    general_knowledge="The formulas of the standard example: a truth spread evenly over 0 to 1, quadratic losses, a sender who wants a bit more.",
    computed="How many messages can be told apart, where they divide, and what uncertainty is left.",
    beware="The most informative equilibrium is shown; saying nothing is always one too. The bias is a constant known to both.",
)
WAGNER = Caveat(
    model="Learning from holding out",
    source="R. H. Wagner, Uncertainty, rational learning, and bargaining in the Cuban missile crisis, 1989",
    looked_up="Nothing: the chapter was not seen.",
    general_knowledge="That a side which has not given in, or not attacked, is rationally thought more resolute with time.",
    computed="Bayes' rule, turn by turn.",
    beware="A constant rate of giving in among the irresolute is an assumption made here; Wagner's own model may differ.",
)


def messages(bias: float) -> int:
    """How many messages can at most be told apart: the largest n with 2 n (n - 1) bias < 1. Needs bias > 0."""
    if bias <= 0:
        raise ValueError(f"bias {bias}: a messenger without a bias can tell everything; a bias above 0 is needed.")
    count = 1
    while 2 * (count + 1) * count * bias < 1:
        count += 1
    return count


def cuts(bias: float) -> list[float]:
    """Ends of the intervals that the messages stand for, from 0 to 1; each is wider than the last by four biases."""
    count = messages(bias)
    narrowest = 1 / count - 2 * (count - 1) * bias
    ends = [0.0]
    for place in range(count):
        ends.append(ends[-1] + narrowest + 4 * bias * place)
    return ends


def residual_variance(bias: float) -> float:
    """The hearer's mean squared error when each message is met with the middle of its interval; 1/12 where words tell nothing."""
    return sum((high - low) ** 3 / 12 for low, high in pairwise(cuts(bias)))


def after_holding_out(resolute: float, gives_in: float, turns: int) -> float:
    """The belief that a side is resolute after it held out so many turns, in each of which an irresolute one gives in with that chance."""
    bluffs = (1 - resolute) * (1 - gives_in) ** turns
    return resolute / (resolute + bluffs)
