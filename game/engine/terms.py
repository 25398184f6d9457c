"""A term is one small whole number: where on the issue's ladder, and how it is said.

    position 1..5 (0 = unsaid; 1 is most Washington's, 5 most Moscow's) + 8 if secret + 16 if on paper + 32 if exact

A proposal is (n, issues) such codes, so everything about a term (its worth, its price, its ambiguity) is a table over 64 codes.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
"""Whole numbers, int32 in play; the game is the first axis."""
Mask = NDArray[Any]
"""True or false, the game first."""

POSITIONS = 5
SECRET, PAPER, EXACT = 8, 16, 32
CODES = 64
LEAN = (-1, 1)
"""Which way loose words lean: Washington's, Moscow's."""


def position(term: Array) -> Array:
    """Where on its ladder, 1..5; 0 where unsaid. Any shape."""
    return term & 7


def is_said(term: Array) -> Mask:
    """True where the term names a position."""
    return (term & 7) > 0


def is_secret(term: Array) -> Mask:
    """True where the term belongs to the annex, not the open face."""
    return (term & SECRET) > 0


def is_on_paper(term: Array) -> Mask:
    """True where the term is written, not spoken."""
    return (term & PAPER) > 0


def is_exact(term: Array) -> Mask:
    """True where the wording leaves one reading."""
    return (term & EXACT) > 0


def any_of(codes: Array) -> Mask:
    """(n,) where anything in the row is set: a term said, a kind that happened, a rule that bars."""
    return np.asarray(codes.any(axis=1))


def code(place: int, secret: bool = False, paper: bool = False, exact: bool = False) -> int:
    """The code of one term; `place` 1..5 (0 gives 0: nothing said)."""
    return place + SECRET * secret + PAPER * paper + EXACT * exact if place else 0


def as_read(term: Array, side: int) -> Array:
    """The position each term means to a side, any shape: exact words as they stand, loose ones a step nearer its own end of the ladder (M65)."""
    place = position(term)
    loose = np.minimum(np.maximum(place + LEAN[side], 1), POSITIONS)
    read: Array = np.where(is_exact(term), place, loose)
    return read


def look_up(table: Array, codes: Array) -> Array:
    """(n, issues) of table[issue, code]: what a rule means by `table` of each term, as one flat look-up."""
    issues, width = table.shape
    found: Array = table.ravel().take((codes + np.arange(issues, dtype=codes.dtype) * width).T).T     # column by column: the block's own order
    return found


def pick(field: Array, games: Array) -> Array:
    """(chosen, ...) the chosen games of a field (n, ...), column by column in memory like the block it comes from."""
    chosen: Array = field.T.take(games, axis=-1).T
    return chosen
