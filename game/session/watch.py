"""A game looked back on, turn by turn, as one seat saw it; with everything opened once it is over.

Comes in: a game, or a save's path and a seat. Goes out: Boards as they stood. Never here: a State handed on; of a game still running, anything
that this seat did not know.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.rulebook import Rulebook
from ..engine.sides import SIDE_IDS, SIDES
from ..engine.state import State
from ..engine.view import observe
from ..scenario.load import load, read_text, shipped_ids, text_hash
from ..wording import compose
from ..wording.board import Board
from ..wording.record import SeatRecord
from .played import Played, is_over
from .replay import open_save

if TYPE_CHECKING:
    from .game import Game


class Watched:
    """The turns of one game with the eyes of one seat."""

    def __init__(self, rulebook: Rulebook, played: list[Played], record: SeatRecord):
        self._rulebook, self._played, self._record = rulebook, played, record
        self._boards: dict[int, Board] = {}

    @property
    def turns(self) -> int:
        """How many there are."""
        return len(self._played)

    @property
    def is_over(self) -> bool:
        """The game has ended: nothing in it is hidden any more."""
        return self._record.ending is not None

    def board(self, turn: int) -> Board:
        """What the seat had before it after that turn; 0 = before the first. The whole of the last turn's has the ending too."""
        turn = max(0, min(self.turns, turn))
        if turn not in self._boards:
            state = self._played[turn - 1].after if turn else self._played[0].before
            record = replace(self._record, turns=self._record.turns[:turn], ending=self._record.ending if turn == self.turns else None)
            self._boards[turn] = compose.board(self._rulebook, observe(state, self._record.side), record)
        return self._boards[turn]


def watch(path: Path, side: int) -> Watched:
    """A save, played again, with the eyes of that seat. Raises ValueError with one sentence where there is nothing to see."""
    from .game import PERSON, Game
    kept = open_save(path)
    people = [getattr(kept.first.players, name) == PERSON for name in SIDE_IDS]
    if not is_over(kept.state) and (not people[side] or all(people)):
        raise ValueError(f"{path.name}: this game is not over, and only the person who plays it alone can look back on it.")
    if not kept.played:
        raise ValueError(kept.damage or f"{path.name}: no turn of it has been played.")
    game: Game = Game(kept.rulebook, kept.state, {})
    game.played = kept.played
    return game.watched(side)


def history_course(scenario: str, hash: str, tell: Callable[[int, int], None] = lambda done, total: None) -> list[list[int]]:
    """[minutes, pressure] of the game that plays that shipped scenario as it was: its opening, then turn after turn. Empty where it has none, or
    where the hash is not the shipped one's: with the questions answered otherwise, the pair and its seed give another course."""
    from .game import Game
    from .opponents import scripted
    if scenario not in shipped_ids() or text_hash(read_text(scenario)) != hash:
        return []
    rulebook = load(scenario)
    history = rulebook.history
    if history is None:
        return []
    game = Game.open(rulebook, history.seed, {side: scripted(rulebook, side, name)
                                              for side, name in zip(SIDES, (history.washington, history.moscow), strict=True)})
    found, about = [_stands(game.state)], compose.turns_about(rulebook)
    while not game.is_over:
        game.advance()
        found.append(_stands(game.state))
        tell(min(len(found), about - 1), about)
    return found


def _stands(state: State) -> list[int]:
    return [int(state.public.minutes[0]), int(state.public.pressure[0])]
