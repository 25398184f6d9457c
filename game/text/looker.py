"""Somebody who looks at one Board at the terminal: typed lines in, lines out. A wrong word costs nothing: one sentence says what would be right.

Comes in: a Board, a line writer, the commands that may be typed. Goes out: lines. Never here: a sheet, a game.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ..wording.board import Board, IssueLine, OrderLine
from . import screen
from .menus import numbered
from .parse import could_be, pick

if TYPE_CHECKING:
    from .commands import Command

Read = Callable[[str], str]
"""Shows a prompt and returns a line without its end; raises EOFError when there is no more."""
Write = Callable[[str], None]
"""Writes one line."""


class Looker:
    commands: tuple[Command, ...] = ()
    """What may be typed here."""

    def __init__(self, board: Board, write: Write):
        self.board, self.write = board, write

    def show(self, lines: Sequence[str]) -> None:
        """Writes them one by one."""
        for line in lines:
            self.write(screen.plain(line))

    def tell(self, sentence: str) -> None:
        """Writes a sentence, in as many lines as it needs."""
        self.show(screen.wrap(sentence))

    def obey(self, line: str) -> None:
        """Carries out one line; an empty one shows the status again."""
        from .commands import find
        words = line.strip().lower().split()
        command = find(words[0] if words else "status", self.commands)
        if isinstance(command, str):
            self.tell(command)
        elif closed := self.closed(command.name):
            self.tell(closed)
        else:
            self.saw(command.name, words[1:])
            command.run(self, words[1:])

    def closed(self, command: str) -> str:
        """Why that command has no effect yet; empty where it has."""
        return ""

    def saw(self, command: str, words: Sequence[str]) -> None:
        """That command is about to be carried out."""

    def order(self, word: str) -> OrderLine | None:
        """The order of that number, id or name; else says what would be right."""
        lines = numbered(self.board)
        found = pick(word, [(line.id, line.name) for line in lines])
        if found is None:
            self.tell(f"{_asked(word, 'order')}; give a number from 1 to {len(lines)} or the start of a name (orders lists them).")
        return None if found is None else lines[found]

    def issue(self, word: str) -> IssueLine | None:
        """The issue of that number, id or name; else says what would be right."""
        lines = self.board.issues
        named = [(line.id, line.name) for line in lines]
        found = pick(word, named)
        if found is None:
            several = [lines[place].name for place in could_be(word, named)]
            said = f"{word!r} could be {' or '.join(several)}" if several else _asked(word, "issue")
            self.tell(f"{said}; give a number from 1 to {len(lines)} or the start of a name (deal lists them).")
        return None if found is None else lines[found]


def _asked(word: str, what: str) -> str:
    return f"{word!r} is no {what}" if word else f"Which {what}"
