"""A term is one small whole number: where on the issue's ladder, and how it is said.

    position 1..5 (0 = unsaid; 1 is most Washington's, 5 most Moscow's) + 8 if secret + 16 if on paper + 32 if exact
    + 64 if it is news and not a pledge (M33) + 128, 256, 512, 1024 for each condition that hangs on it (M71-M73)

A proposal is (n, issues) such codes, so everything about a term (its worth, its price, its ambiguity) is a table over 2048 codes.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
"""Whole numbers, int32 in play; the game is the first axis."""
Mask = NDArray[Any]
"""True or false, the game first."""

POSITIONS = 5
SECRET, PAPER, EXACT, NEWS = 8, 16, 32, 64
CONDITIONS = ("supervised", "conduct", "lasting", "treaty")
"""What a term can hang on: the United Nations looking on, Cuba's good conduct, weapons that never come back, treaty rights kept (M71-M73)."""
FIRST_CONDITION = 128
SUPERVISED, CONDUCT, LASTING, TREATY = CONDITION_BITS = tuple(FIRST_CONDITION << place for place in range(len(CONDITIONS)))
CODES = FIRST_CONDITION << len(CONDITIONS)
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


def is_news(term: Array) -> Mask:
    """True where the term is given as information, not as a pledge (M33)."""
    return (term & NEWS) > 0


def conditions_on(term: Array) -> Array:
    """How many conditions hang on the term, 0..4. Any shape."""
    count = np.zeros_like(term)
    for bit in CONDITION_BITS:
        count += (term & bit) > 0
    return count


def any_of(codes: Array) -> Mask:
    """(n,) where anything in the row is set: a term said, a kind that happened, a rule that bars."""
    return np.asarray(codes.any(axis=1))


def code(place: int, secret: bool = False, paper: bool = False, exact: bool = False, news: bool = False, conditions: tuple[str, ...] = ()) -> int:
    """The code of one term; `place` 1..5 (0 gives 0: nothing said); `conditions` are ids of CONDITIONS."""
    hangs_on = sum(bit for id, bit in zip(CONDITIONS, CONDITION_BITS, strict=True) if id in conditions)
    return place + SECRET * secret + PAPER * paper + EXACT * exact + NEWS * news + hangs_on if place else 0


def condition_ids(term: int) -> tuple[str, ...]:
    """Ids of the conditions that hang on one term."""
    return tuple(id for id, bit in zip(CONDITIONS, CONDITION_BITS, strict=True) if term & bit)


def as_read(term: Array, side: int) -> Array:
    """The position each term means to a side, any shape: exact words as they stand, loose ones a step nearer its own end of the ladder (M65).

    News is read a step apart however exactly it was put: is it a pledge, or merely what will happen anyway (M33)?
    """
    steps = (~is_exact(term)).astype(term.dtype) + is_news(term)
    read: Array = np.minimum(np.maximum(position(term) + LEAN[side] * steps, 1), POSITIONS)
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
