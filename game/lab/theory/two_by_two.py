"""The crisis as a 2 x 2 game, and what farsighted players make of it (Brams).

Comes in: each side's ranking of four outcomes, 4 best. Goes out: equilibria; where moving on ends; what a stronger mover can force.
Never here: cardinal payoffs, unless a mixed equilibrium is asked for.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from .caveat import Caveat
from .equilibria import mixed_equilibrium, pure_equilibria

BRAMS = Caveat(
    model="Chicken and the Theory of Moves",
    source="S. Brams, Theory of Moves, 1994; Plus Magazine 2001",
    looked_up="That the missile crisis is treated as Chicken, with another ranking proposed in its place (Plus Magazine; a review by Zagare).",
    general_knowledge="The rankings in the cells, the rules of the Theory of Moves and of moving power.",
    computed="Pure and mixed equilibria; where backward induction over one full round ends from each cell; what moving power forces.",
    beware="Rankings are the author's reading of what each side wanted, and were chosen knowing the outcome. Mixed shares treat ranks as amounts, "
           "which ranks are not. Zagare finds this explanation incomplete.",
)

Place = tuple[int, int]
"""Row's choice, column's choice."""
Side = Literal[0, 1]
"""0 row, 1 column."""
_SIDES: tuple[Side, Side] = (0, 1)
_PLACES: tuple[Place, ...] = ((0, 0), (0, 1), (1, 0), (1, 1))


@dataclass(frozen=True)
class Ranking:
    """A 2 x 2 game of ranks."""

    ranks: tuple[tuple[Place, Place], tuple[Place, Place]]
    """[row's choice][column's choice] -> (row's rank, column's rank)."""

    def rank(self, place: Place, side: Side) -> int:
        """How a side ranks a cell."""
        return self.ranks[place[0]][place[1]][side]

    def pure(self) -> list[Place]:
        """Cells that neither side would leave alone."""
        return [(cell[0], cell[1]) for cell in pure_equilibria([self._table(0), self._table(1)])]

    def mixed(self) -> tuple[float, float] | None:
        """How often row and column play their first choice, taking ranks for amounts; None where neither has a reason to mix."""
        return mixed_equilibrium(self._table(0), self._table(1))

    def _table(self, side: Side) -> np.ndarray:
        return np.array([[self.rank((row, column), side) for column in (0, 1)] for row in (0, 1)], np.float64)


BLOCKADE, AIR_STRIKE = 0, 1
"""Washington's rows."""
WITHDRAW, MAINTAIN = 0, 1
"""Moscow's columns."""
CHICKEN = Ranking((((3, 3), (2, 4)), ((4, 2), (1, 1))))
ALTERNATIVE = Ranking((((3, 3), (1, 4)), ((2, 2), (4, 1))))
"""Brams's own ranking: a strike is worst for Washington's name where Moscow withdraws anyway, and best where it does not."""


def _other(side: Side) -> Side:
    return 1 if side == 0 else 0


def _moved(place: Place, side: Side) -> Place:
    return (1 - place[0], place[1]) if side == 0 else (place[0], 1 - place[1])


def _round(start: Place, first: Side) -> list[tuple[Place, Side]]:
    """The four cells of a full round and who is to move in each."""
    cells, place, mover = [], start, first
    for _ in range(4):
        cells.append((place, mover))
        place, mover = _moved(place, mover), _other(mover)
    return cells


def ends_at(game: Ranking, start: Place, first: Side) -> Place:
    """Where play stops if that side may move first, each moving on only if what comes of it is strictly better, and back at the start all stop."""
    end = start
    for place, mover in reversed(_round(start, first)):
        if game.rank(end, mover) <= game.rank(place, mover):
            end = place
    return end


def farsighted(game: Ranking, start: Place) -> set[Place]:
    """Where play from a cell may end. Who wants to move overrides who wants to stay; if both want to move, either may be first."""
    by_first = {ends_at(game, start, side) for side in _SIDES}
    return by_first - {start} or {start}


def nonmyopic_equilibria(game: Ranking) -> set[Place]:
    """Every cell where farsighted play from some cell ends."""
    return set().union(*(farsighted(game, start) for start in _PLACES))


def forced_by_moving_power(game: Ranking, holder: Side) -> Place | None:
    """Where the other side stops when the holder can always move on; None where no direction goes round.

    A direction goes round if nobody in it has to leave a best cell. In it the other side must stop at one of the two cells where it is to move.
    """
    for first in _SIDES:
        around = _round((0, 0), first)
        if all(game.rank(place, mover) < 4 for place, mover in around):
            stops = [place for place, mover in around if mover != holder]
            return max(stops, key=lambda place: game.rank(place, _other(holder)))
    return None
