"""One seat's turn at the terminal: lines in, a Dispatch out. A wrong word costs nothing: one sentence says what would be right.

Comes in: a Game, a side, a line reader, a line writer. Goes out: the seat's sealed turn, or the wish to leave. Never here: a rule (the game refuses).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from ..engine.orders import Dispatch, Proposal, Term
from ..engine.sides import SIDE_NAMES
from ..session.game import Game
from ..wording.board import Board, IssueLine, OrderLine
from . import screen
from .commands import find
from .parse import could_be, pick
from .teacher import Teacher, Wishes

Read = Callable[[str], str]
"""Shows a prompt and returns a line without its end; raises EOFError when there is no more."""
Write = Callable[[str], None]
"""Writes one line."""


class Left(Enum):
    """How a seat left its turn."""

    SENT = "sent"
    QUIT = "quit"


@dataclass(frozen=True)
class Sheet:
    """What the player has put down so far."""

    channel: str
    orders: tuple[str, ...] = ()
    terms: tuple[tuple[str, Term], ...] = ()
    """Issue id and term, in the order they were put down."""
    deadline: int = 0
    tone: str = "plain"
    answer: str = "ignore"
    answer_to: int = 0
    withdraw: int = 0

    def dispatch(self) -> Dispatch:
        """The sheet as the game takes it; an empty deal table sends no proposal."""
        proposal = Proposal(dict(self.terms), self.channel, self.deadline, self.tone) if self.terms else None
        return Dispatch(self.orders, proposal, self.answer, self.answer_to, self.withdraw)


class Seat:
    """A player at the terminal for one turn."""

    def __init__(self, game: Game, side: int, read: Read, write: Write, wishes: Wishes | None = None):
        self.game, self.side, self.read, self.write = game, side, read, write
        self.board: Board = game.board(side)
        self.sheet = Sheet(self.board.channels[0].id)
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

    def show(self, lines: Sequence[str]) -> None:
        """Writes them one by one."""
        for line in lines:
            self.write(screen.plain(line))

    def tell(self, sentence: str) -> None:
        """Writes a sentence, in as many lines as it needs."""
        self.show(screen.wrap(sentence))

    def obey(self, line: str) -> None:
        """Carries out one line; an empty one shows the status again."""
        words = line.strip().lower().split()
        command = find(words[0] if words else "status")
        if isinstance(command, str):
            self.tell(command)
        elif not (closed := self.teacher.closed(command.name)):
            self.teacher.saw(command.name, words[1:])
            command.run(self, words[1:])
        else:
            self.tell(closed)

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

    def try_out(self, sheet: Sheet) -> bool:
        """Takes the new sheet, unless the game has a new objection to it: then says which and keeps the old one."""
        fresh = self._new_objections(sheet)
        self.show([line for reason in fresh for line in screen.wrap(reason)])
        self.teacher.returned = fresh[0] if fresh else ""
        if not fresh:
            self.sheet = sheet
        return not fresh

    def put_down(self, sheet: Sheet) -> None:
        """Takes the new sheet and says what would still stop it: a draft may be mended later."""
        fresh = self._new_objections(sheet)
        self.sheet = sheet
        self.show([line for reason in fresh for line in screen.wrap(f"To be mended before it is sent: {reason}", 0, 2)])

    def _new_objections(self, sheet: Sheet) -> list[str]:
        known = {refusal.reason for refusal in self.game.refusals(self.side, self.draft)}
        return [refusal.reason for refusal in self.game.refusals(self.side, sheet.dispatch()) if refusal.reason not in known]

    def order(self, word: str) -> OrderLine | None:
        """The order of that number, id or name; else says what would be right."""
        lines = self.board.orders
        found = pick(word, [(line.id, line.name) for line in lines])
        if found is None:
            self.tell(f"{_asked(word, 'order')}; give a number from 1 to {len(lines)} or the start of a name (orders lists them).")
        return None if found is None else lines[found]

    def issue(self, word: str) -> IssueLine | None:
        """The issue of that number, id or name; else says what would be right."""
        lines = self.board.issues
        found = pick(word, [(line.id, line.name) for line in lines])
        if found is None:
            several = [lines[place].name for place in could_be(word, [(line.id, line.name) for line in lines])]
            said = f"{word!r} could be {' or '.join(several)}" if several else _asked(word, "issue")
            self.tell(f"{said}; give a number from 1 to {len(lines)} or the start of a name (deal lists them).")
        return None if found is None else lines[found]

    def with_term(self, issue: str, term: Term | None) -> Sheet:
        """The sheet with that term on the table, or without the issue."""
        terms = tuple(pair for pair in self.sheet.terms if pair[0] != issue)
        return replace(self.sheet, terms=(*terms, (issue, term)) if term else terms)



def _asked(word: str, what: str) -> str:
    return f"{word!r} is no {what}" if word else f"Which {what}"
