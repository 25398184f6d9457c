"""One seat's turn at the terminal: lines in, a Dispatch out. A wrong word costs nothing: one sentence says what would be right.

Comes in: a Game, a side, a line reader, a line writer. Goes out: the seat's sealed turn, or the wish to leave. Never here: a rule (the game refuses).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from ..engine.orders import Dispatch
from ..engine.sides import SIDE_NAMES
from ..session.draft import Draft
from ..session.game import Game
from . import screen
from .commands import COMMANDS
from .looker import Looker, Read, Write
from .teacher import Teacher, Wishes


class Left(Enum):
    """How a seat left its turn."""

    SENT = "sent"
    QUIT = "quit"


class Seat(Looker):
    """A player at the terminal for one turn."""

    commands = COMMANDS

    def __init__(self, game: Game, side: int, read: Read, write: Write, wishes: Wishes | None = None):
        super().__init__(game.board(side), write)
        self.game, self.side, self.read = game, side, read
        self.sheet = Draft(channel=self.board.channels[0].id)
        self._undo: list[Draft] = []
        self._redo: list[Draft] = []
        self.left: Left | None = None
        self.teacher = Teacher(self, wishes or Wishes())

    def play(self) -> Left:
        """Reads commands until the sheet is sealed or the player leaves. EOF and Ctrl+C pass through."""
        self.show([*self.teacher.opening(), *self._played_at(), "help lists the commands; send hands in the turn."])
        while self.left is None:
            self.teacher.speak()
            self.obey(self.read(f"{SIDE_NAMES[self.side]}, turn {self.board.turn}> "))
        return self.left

    def _played_at(self) -> list[str]:
        """How the game was set, with its first paper."""
        return [*screen.wrap(self.board.played_at), ""] if self.board.turn == 1 and self.board.played_at else []

    def closed(self, command: str) -> str:
        """Why that command has no effect yet in a first game; empty where it has."""
        return self.teacher.closed(command)

    def saw(self, command: str, words: Sequence[str]) -> None:
        """The lesson knows what the player looks at now."""
        self.teacher.saw(command, words)

    def seal(self) -> None:
        """Hands the sheet in, and the turn at this seat is over. Raises Refused and changes nothing where it is not legal."""
        self.game.submit(self.side, self.draft)
        self.left = Left.SENT

    def leave(self) -> None:
        """The player goes; nothing is handed in."""
        self.left = Left.QUIT

    @property
    def draft(self) -> Dispatch:
        """The sheet as it would be sent now."""
        return self.sheet.dispatch()

    def change(self, sheet: Draft) -> None:
        """The sheet is now this one; the last can be had back."""
        if sheet != self.sheet:
            self._undo.append(self.sheet)
            self._redo.clear()
            self.sheet = sheet

    def undo(self) -> bool:
        """The sheet before the last change, if there is one."""
        return self._step(self._undo, self._redo)

    def redo(self) -> bool:
        """The sheet before the last undo, if there is one."""
        return self._step(self._redo, self._undo)

    def _step(self, back: list[Draft], forth: list[Draft]) -> bool:
        if not back:
            return False
        forth.append(self.sheet)
        self.sheet = back.pop()
        return True

    def try_out(self, sheet: Draft) -> bool:
        """Takes the new sheet, unless the game has a new objection to it: then says which and keeps the old one."""
        fresh = self._new_objections(sheet)
        self.show([line for reason in fresh for line in screen.wrap(reason)])
        self.teacher.returned = fresh[0] if fresh else ""
        if not fresh:
            self.change(sheet)
        return not fresh

    def put_down(self, sheet: Draft) -> None:
        """Takes the new sheet and says what would still stop it: a draft may be mended later."""
        fresh = self._new_objections(sheet)
        self.change(sheet)
        self.show([line for reason in fresh for line in screen.wrap(f"To be mended before it is sent: {reason}", 0, 2)])

    def _new_objections(self, sheet: Draft) -> list[str]:
        known = {refusal.reason for refusal in self.game.refusals(self.side, self.draft)}
        return [refusal.reason for refusal in self.game.refusals(self.side, sheet.dispatch()) if refusal.reason not in known]
