"""Luck belongs to a question, not to a queue.

A roll is a counter-based hash (splitmix64) of (game seed, turn, label), so adding a rule never re-rolls another one and a
fork keeps the same luck for the same questions. All questions of a turn are drawn in one sweep. Never: a generator, a clock.
"""

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from .curves import PPM
from .terms import Array

Words = NDArray[np.uint64]

_MULTIPLY_1, _MULTIPLY_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S32 = (np.uint64(s) for s in (30, 27, 31, 32))
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_WORDS_IN_CACHE = 40_000
ONE_SWEEP = 200
"""Games up to which a turn's questions are all drawn at once: a call costs more than the rolls."""


def mix(x: Words) -> Words:
    """The splitmix64 finaliser, in place (Steele, Lea and Flood 2014)."""
    x ^= x >> _S30
    x *= _MULTIPLY_1
    x ^= x >> _S27
    x *= _MULTIPLY_2
    x ^= x >> _S31
    return x


def in_cache(rows: int, games: int) -> list[slice]:
    """The rows in groups that hash at once without leaving a processor's cache: all together for one game, a few for ten thousand."""
    step = max(1, _WORDS_IN_CACHE // max(games, 1))
    return [slice(first, first + step) for first in range(0, rows, step)]


def salt(label: str) -> int:
    """The 64 bits that stand for a question's label."""
    return int.from_bytes(blake2b(label.encode(), digest_size=8).digest(), "little")


def rolls(keys: Words, word: type[np.signedinteger]) -> Array:
    """Rolls 0..999_999 (parts per million) from hashed keys, any shape; the keys are used up."""
    keys >>= _S32
    keys *= np.uint64(PPM)
    keys >>= _S32
    return keys.astype(word)


class Questions:
    """The labelled questions of one scenario, in one order, with their salts."""

    def __init__(self, asked: dict[str, tuple[str, ...]]):
        """`asked`: label -> kinds; no kinds is a single question."""
        labels = [(label, [f"{label}/{kind}" for kind in kinds] or [label]) for label, kinds in asked.items()]
        self.places: dict[str, int | slice] = {}
        self.labels: list[str] = []
        for label, full in labels:
            start = len(self.labels)
            self.labels += full
            self.places[label] = slice(start, len(self.labels)) if asked[label] else start
        self.salts = np.array([salt(full) for full in self.labels], np.uint64)[:, None]


class Luck:
    """The rolls of one turn: `luck[label]` is (n,) or (n, kinds), each 0..999_999; below a chance in ppm means it happens.

    Few games draw every question in one sweep; many draw a question when it is asked, and for the games it is asked of (`among`). A roll
    hangs on its game, turn and label alone, so it is the same number either way.
    """

    _drawn: Array | None = None

    def __init__(self, questions: Questions, seeds: Array, turns: Array):
        self._key = mix((seeds.astype(np.uint64) << _S32) + turns.astype(np.uint64) * _GOLDEN)
        self._places, self._salts, self._word = questions.places, questions.salts, seeds.dtype.type
        if len(seeds) <= ONE_SWEEP:
            self._drawn = rolls(mix(self._key + self._salts), self._word)

    def __getitem__(self, label: str) -> Array:
        if self._drawn is None:
            return self._hashed(label, self._key)
        drawn: Array = self._drawn[self._places[label]].T
        return drawn

    def among(self, label: str, games: Array) -> Array:
        """(chosen,) or (chosen, kinds) the rolls of the games named."""
        if self._drawn is None:
            return self._hashed(label, self._key[games])
        chosen: Array = self._drawn[self._places[label]].T[games]
        return chosen

    def _hashed(self, label: str, key: Words) -> Array:
        salts = self._salts[self._places[label]]
        found = np.empty((len(salts), len(key)), self._word) if salts.ndim > 1 else np.empty((1, len(key)), self._word)
        for some in in_cache(*found.shape):
            found[some] = rolls(mix(key + salts.reshape(-1, 1)[some]), self._word)
        drawn: Array = found.T if salts.ndim > 1 else found[0]
        return drawn
