"""One step of a ladder in a letter's words. Comes in: nothing. Goes out: the shape of a clause. Never here: a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clause:
    rung: str
    """The rung it was written for."""
    loose: str
    exact: str
