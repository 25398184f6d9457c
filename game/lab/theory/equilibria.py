"""Equilibria of small games by looking at every cell.

Comes in: payoff tables. Goes out: cells, or shares of play. Never here: whose payoffs they are.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
Cell = tuple[int, ...]


def pure_equilibria(payoffs: Sequence[Table]) -> list[Cell]:
    """Every cell that no single player would leave for a strictly better one. One table a player, one axis a player, any number of choices."""
    best = [table == table.max(axis=player, keepdims=True) for player, table in enumerate(payoffs)]
    return [cell for cell in product(*map(range, payoffs[0].shape)) if all(mask[cell] for mask in best)]


def mixed_equilibrium(row: Table, column: Table) -> tuple[float, float] | None:
    """How often each plays its first choice in the equilibrium of a 2 x 2 game where both mix, or None where there is no such equilibrium.

    Each side's shares make the other one indifferent.
    """
    row_share = _indifference(column[0, 0] - column[0, 1], column[1, 0] - column[1, 1])
    column_share = _indifference(row[0, 0] - row[1, 0], row[0, 1] - row[1, 1])
    return None if row_share is None or column_share is None else (row_share, column_share)


def _indifference(edge_if_first: float, edge_if_second: float) -> float | None:
    """How often the other side must play its first choice for one's own edge of first over second to average nothing."""
    if edge_if_first * edge_if_second >= 0:
        return None
    return float(edge_if_second / (edge_if_second - edge_if_first))
