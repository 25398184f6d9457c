"""What stands behind a model, and what it does not bear.

Comes in: nothing. Goes out: the record that each model carries beside its functions. Never here: a number of a model.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Caveat:
    """Shown wherever a model's number is shown. Every field says something; where there is nothing, it says so."""

    model: str
    """Name for a heading."""
    source: str
    """Author, work, year."""
    looked_up: str
    """What was read, and where: abstracts and openings unless it says otherwise."""
    general_knowledge: str
    """What is commonly taught about the model and was not checked against a page."""
    computed: str
    """What the functions beside this record work out for themselves."""
    beware: str
    """What the source does not support, so that nobody quotes the number for it."""
