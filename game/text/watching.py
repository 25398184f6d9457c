"""Looking back at the terminal: what may be asked once a game is over, and a replay turn by turn.

Comes in: a Board, or a Watched game; a line reader, a line writer. Goes out: lines. Never here: playing on; of a game still running, anything its
seat did not know.
"""

from __future__ import annotations

from ..session.watch import Watched
from ..wording.board import Board
from . import screen
from .commands import LOOKING, Command
from .looker import Looker, Read, Write
from .parse import number


class Afterwards(Looker):
    """Everything that may be asked of a game that is over, until the player leaves."""

    commands: tuple[Command, ...] = (*LOOKING, Command("quit", "quit", "leaves", lambda looker, words: looker.leave()))

    def __init__(self, board: Board, read: Read, write: Write):
        super().__init__(board, write)
        self.read, self.is_there = read, True

    @property
    def prompt(self) -> str:
        return "looking back; help, quit> "

    def leave(self) -> None:
        """The player goes."""
        self.is_there = False

    def play(self) -> None:
        """Reads commands until the player leaves. EOF and Ctrl+C pass through."""
        while self.is_there:
            self.obey(self.read(self.prompt))


class Replay(Afterwards):
    """A game turn by turn, as its seat saw it."""

    def __init__(self, watched: Watched, read: Read, write: Write):
        super().__init__(watched.board(0), read, write)
        self.watched, self.turn = watched, 0

    @property
    def prompt(self) -> str:
        return f"replay, after turn {self.turn} of {self.watched.turns}> "

    def go(self, turn: int) -> None:
        """Everything is shown as it stood after that turn; 0 = before the first."""
        self.turn = max(0, min(self.watched.turns, turn))
        self.board = self.watched.board(self.turn)
        self.obey("status")


def _turn(replay: Replay, words: list[str]) -> None:
    asked = number(words[0]) if words else None
    if asked is None or asked > replay.watched.turns:
        replay.show(screen.wrap(f"turn: a number from 0, before the first, to {replay.watched.turns} is needed."))
    else:
        replay.go(asked)


Replay.commands = (
    Command("turn", "turn N", "as it stood after turn N; 0 = before the first", _turn),
    Command("next", "next", "a turn on", lambda replay, words: replay.go(replay.turn + 1)),
    Command("back", "back", "a turn back", lambda replay, words: replay.go(replay.turn - 1)),
    *Afterwards.commands)
