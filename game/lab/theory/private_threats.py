"""A threat in private leaves both sides a way back; when it is worth a public one (after Kurizaki).

The target concedes or resists; the challenger then stands firm, which is war, or backs down.
Comes in: how likely the challenger is to stand firm, the target's audience cost. Goes out: who concedes. Never here: how a secret comes out.
"""

from .caveat import Caveat

KURIZAKI = Caveat(
    model="Efficient secrecy",
    source="S. Kurizaki, Efficient secrecy: public versus private threats in crisis diplomacy, APSR 101, 2007",
    looked_up="The abstract: a private threat, though of limited credibility, can be as compelling as a fully credible public one; the target has an "
              "audience too.",
    general_knowledge="The payoffs: winning 1, conceding 0 in private and minus the audience cost in public.",
    computed="The target's cut-offs, the credibility at which both kinds of threat do the same, and how many concede.",
    beware="Equal at one credibility does not mean that secrecy is better: below it the private threat is the weaker one. The public threat is taken "
           "to be fully credible, and the spread of the target's war from -2 to 0 is an example.",
)


def resists_above(firmness: float, cost_of_conceding: float) -> float:
    """The target resists if war is worth more to it than this: firmness x war + (1 - firmness) x 1 against minus the cost. `firmness` above 0."""
    return (-cost_of_conceding - (1 - firmness)) / firmness


def public_cutoff(audience_cost: float) -> float:
    """For a public threat that is surely meant."""
    return resists_above(1.0, audience_cost)


def private_cutoff(firmness: float) -> float:
    """For a threat in private, meant with that chance; conceding costs nothing."""
    return resists_above(firmness, 0.0)


def equal_firmness(audience_cost: float) -> float:
    """How credible a private threat must be to do as much as a fully credible public one."""
    return 1 / (1 - public_cutoff(audience_cost))


def share_conceding(cutoff: float, worst_war: float = 2.0) -> float:
    """How many targets concede when their war is worth anything from minus `worst_war` to 0, evenly spread."""
    return min(1.0, max(0.0, (cutoff + worst_war) / worst_war))
