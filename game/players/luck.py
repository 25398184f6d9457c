"""A player's own luck, drawn from what its side can see: the same View gives the same orders in any world.

The game's seed lies in the umpire box and never reaches a player.
"""

import numpy as np

from ..engine.chance import mix, rolls, salt
from ..engine.terms import Array
from ..engine.view import View

_PUBLIC, _OWN = ("minutes", "pressure"), ("estimate", "fear", "hawks", "home", "fatigue")
_STEP = np.uint64(0x9E3779B97F4A7C15)


def own_rolls(view: View, question: str, kinds: int, games: Array) -> Array:
    """(games, kinds) rolls 0..999_999 of the viewer's own luck for one question in the games named."""
    key = np.full(len(games), salt(f"{question}/{view.side}"), np.uint64)
    for box, names in ((view.public, _PUBLIC), (view.own, _OWN)):
        for name in names:
            key = mix(key + getattr(box, name).take(games).astype(np.uint64) * _STEP)
    keys = mix(key + np.arange(1, kinds + 1, dtype=np.uint64)[:, None] * _STEP)
    drawn: Array = rolls(keys, view.public.minutes.dtype.type).T
    return drawn
