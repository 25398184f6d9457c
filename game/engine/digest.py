"""The fingerprint of a game: equal digests mean equal states, in any batch, order or number width."""

import numpy as np
from numpy.typing import NDArray

from .chance import in_cache, mix
from .state import BOX_OF, FIELDS, State
from .terms import Array
from .view import View

Digests = NDArray[np.uint64]


def _fold(columns: Array, salts: Digests) -> Digests:
    folded: Digests = np.zeros(columns.shape[1], np.uint64)
    for some in in_cache(*columns.shape):
        folded ^= np.bitwise_xor.reduce(mix(columns[some].astype(np.uint64) * salts[some, None] + salts[some, None]), axis=0)
    return folded


def digest(state: State) -> Digests:
    """(n,) fingerprints of all boxes."""
    return _fold(state.block, state.layout.salts)


def view_digest(view: View) -> Digests:
    """(n,) fingerprints of what a side sees, and of nothing else."""
    layout = view.public._layout
    columns, salts = [], []
    for name in FIELDS:
        if BOX_OF[name] == "umpire":
            continue
        start, _ = layout.places[name]
        box = view.public if BOX_OF[name] == "public" else view.own
        field = getattr(box, name)
        seen = field.reshape(len(field), -1).T
        columns.append(seen)
        salts.append(layout.salts[start:start + len(seen)])
    return _fold(np.concatenate(columns), np.concatenate(salts))


def as_text(fingerprint: np.uint64 | int) -> str:
    """Sixteen hexadecimal figures."""
    return f"{int(fingerprint):016x}"


def of_batch(digests: Digests) -> str:
    """One fingerprint of many games in their order."""
    places = np.arange(1, len(digests) + 1, dtype=np.uint64)
    return as_text(np.bitwise_xor.reduce(mix(digests ^ mix(places)), initial=np.uint64(0)))
