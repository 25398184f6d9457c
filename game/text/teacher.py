"""What a beginner at the terminal is shown and told: the same panels by degrees, the same prompts of the lesson as in the window.

Comes in: a Seat, the player's Settings and where changes to them go. Goes out: lines, sentences on what is not open yet. Never here: which panel
opens when (session/lessons.py), what a prompt says (session/prompts.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..engine.sides import SIDE_IDS
from ..language import t
from ..session import lessons
from ..session.game import Game
from ..session.prompts import AT_THE_KEYBOARD, Moment, Prompt, prompt
from ..session.settings import Settings
from ..wording.board import Board, OrderLine
from ..wording.first_turn import FirstTurn, first_turn, tied
from . import screen
from .menus import numbered

if TYPE_CHECKING:
    from .seat import Seat

PANEL = {"tray": "tray", "chart": "chart", "order": "orders", "why": "why", "ledger": "ledger", "deal": "deal", "issue": "deal", "say": "deal",
         "offer": "deal", "unsay": "deal", "channel": "deal", "tone": "deal", "hold": "deal", "put": "deal", "staff": "orders",
         "deadline": "deal", "letter": "deal", "counter": "deal",
         "agreed": "letters", "accept": "tray", "refuse": "tray", "ignore": "tray", "withdraw": "tray", "team": "team", "files": "files"}
"""Command -> the panel it belongs to; the others are open from the first turn."""
_ON_THE_TABLE = ("deal", "issue", "say", "offer", "unsay", "channel", "tone", "hold", "put", "deadline", "letter", "counter")



@dataclass
class Wishes:
    """The player's settings for as long as the terminal is open; without a word about them everything is open."""

    settings: Settings = field(default_factory=lambda: Settings(open_all=True))
    keep: Callable[[Settings], None] = lambda settings: None
    """Where a change goes; may raise OSError."""

    def change(self, settings: Settings) -> str:
        """Goes by these settings from now on; a sentence where they could not be kept."""
        if settings == self.settings:
            return ""
        self.settings = settings
        try:
            self.keep(settings)
        except OSError as problem:
            return f"The setting holds until you leave, but could not be kept: {problem.strerror}."
        return ""

    def played(self, game: Game) -> None:
        """A turn was played: whose first game is behind them is noted."""
        self.change(lessons.after(self.settings, game.seats, len(game.played), game.is_over))


class Teacher:
    def __init__(self, seat: Seat, wishes: Wishes):
        self.seat, self.wishes = seat, wishes
        self.front, self.paper, self.returned = "room", 0, ""
        self.read: set[str] = set()
        """Ids of papers that were opened."""
        self._last: Prompt | None = None

    @property
    def panels(self) -> frozenset[str]:
        """What is open to this seat."""
        return lessons.panels_of(self.seat.board, self.wishes.settings)

    @property
    def first(self) -> FirstTurn | None:
        """What this turn is cut to, if it is the first of a first game."""
        return first_turn(self.seat.board) if "first" in self.panels else None

    @property
    def is_coached(self) -> bool:
        """The lesson speaks."""
        return lessons.is_coached(self.seat.board, self.wishes.settings)

    # -------------------------------------------------------------- what is shown
    def opening(self) -> list[str]:
        """Where matters stand, as far as it is open."""
        board, first = self.seat.board, self.first
        ahead = lessons.opens_next(board, self.wishes.settings)
        if first is None:
            shown = board if "standing" in self.panels else replace(board, meters=(), more_meters=())
            return [*screen.status(shown), *screen.tray(board), *_coming(ahead)]
        self.read.add(first.paper.id)
        return [*screen.status(replace(board, meters=(), more_meters=())), *screen.paper(first.paper), *self.orders(), *_coming(ahead)]

    def orders(self) -> list[str]:
        """The few orders of a first turn, with the numbers they have on the whole menu; empty in every other turn."""
        first, board = self.first, self.seat.board
        if first is None:
            return []
        numbers = {line.id: number for number, line in enumerate(numbered(board), 1)}
        lines = [screen.rule(t("first.say").upper()), t("first.say-aside")]
        for line in first.answers:
            lines += self._offer(numbers[line.id], line)
        lines += [screen.rule(t(f"first.do-{first.ladder}").upper()), t(f"first.aside-{first.ladder}")]
        for rung in range(first.rungs, first.stands - 1, -1):
            name = t(f"first.{first.ladder}-{rung}")
            if first.step and rung == first.stands + 1:
                lines += self._offer(numbers[first.step.id], replace(first.step, name=name))
            else:
                now = f" ({t('first.now')})" if rung == first.stands else ""
                lines.append(f"{'':>8}{name}{now}")
        return lines

    def _offer(self, number: int, line: OrderLine) -> list[str]:
        mark = "x" if line.id in self.seat.sheet.orders else " "
        moves = ", ".join(f"{name} {screen.signed(amount)}" for name, amount in line.effects)
        ties = tied(line)
        return [*screen.wrap(f"{number:>3} [{mark}] {line.name} ({moves})", 0, 8), *(screen.wrap(t("first.dear", issues=ties), 8) if ties else [])]

    # -------------------------------------------------------------- what may be done
    def closed(self, command: str) -> str:
        """Why that command has no effect yet, with the word that opens everything; empty where it has."""
        panel = PANEL.get(command, "")
        turn = lessons.opens_in(panel, self.seat.board, self.wishes.settings) if panel else 0
        return f"{command}: this opens in turn {turn} of a first game; open all opens everything now." if turn else ""

    def offered(self, line: OrderLine) -> OrderLine | None:
        """The order, if this turn offers it; of two answers to one question the new one takes the old one's place."""
        first = self.first
        if first is None:
            return line
        if line.id not in {each.id for each in first.offered}:
            self.seat.tell(f"{line.name}: this opens in a later turn of a first game; open all opens everything now.")
            return None
        if line in first.answers:
            others = {each.id for each in first.answers} - {line.id}
            self.seat.change(replace(self.seat.sheet, orders=tuple(id for id in self.seat.sheet.orders if id not in others)))
        return line

    def open_all(self) -> None:
        """Everything is open, in this game and in those to come."""
        self.seat.tell(self.wishes.change(replace(self.wishes.settings, open_all=True)) or "Every panel is open now, and in every game from here on.")

    def skip(self) -> None:
        """The lesson says no more."""
        if self.is_coached:
            side = SIDE_IDS[self.seat.side]
            self.seat.tell(self.wishes.change(lessons.taught(self.wishes.settings, side)) or t("lesson.skipped"))
        else:
            self.seat.tell("This is no lesson; the title's How to play begins one.")

    # -------------------------------------------------------------- what is said
    def saw(self, command: str, words: Sequence[str]) -> None:
        """That command is about to be carried out: the player now looks at what it shows."""
        papers = self.seat.board.papers
        self.returned = ""
        self.paper = int(words[0]) if command == "read" and words and words[0].isdigit() else 1
        is_paper = command == "read" and 1 <= self.paper <= len(papers)
        if is_paper:
            self.read.add(papers[self.paper - 1].id)
        self.front = "paper" if is_paper else "deal" if command in _ON_THE_TABLE else "reveal" if command == "ledger" else "room"

    def speak(self) -> None:
        """The lesson says what there is to say now, once for as long as it stays so."""
        if not self.is_coached:
            return
        now = prompt(self.moment())
        if now != self._last:
            self.seat.show(["", *screen.wrap(f">> {now.words(AT_THE_KEYBOARD)}", 0, 3)])
        self._last = now

    def moment(self) -> Moment:
        """What the lesson may know of what the player does."""
        seat = self.seat
        front = "first" if self.first and self.front == "room" else self.front
        stops = seat.game.words(seat.side, seat.draft).refusals if front == "deal" and seat.sheet.terms else ()
        paper = seat.board.papers[self.paper - 1] if front == "paper" else None
        return Moment(seat.board, seat.draft, front, dict(seat.sheet.terms), stops, "", self.returned, frozenset(self.read), paper)


def _coming(ahead: Sequence[tuple[int, tuple[str, ...]]]) -> list[str]:
    """What opens in which turn; nothing where all is open."""
    told = [f"{t('first.turn', turn=turn)}: " + (", ".join(t(f"first.opens-{panel}") for panel in panels) or t("first.rest"))
            for turn, panels in ahead]
    return screen.wrap(f"{t('first.opens-next')}. {'; '.join(told)}. (open all)", 0, 2) if told else []


def last_word(board: Board) -> list[str]:
    """What the lesson says of its end; nothing in another game."""
    return ["", *screen.wrap(f">> {Prompt('ending').words(AT_THE_KEYBOARD)}", 0, 3)] if board.is_lesson else []
