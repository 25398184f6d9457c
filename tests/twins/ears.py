"""A listener at the terminal: every looking command of one seat typed, and its lines kept by command."""

from __future__ import annotations

import re

from game.text.looker import Looker
from game.text.seat import Seat
from game.text.watching import Afterwards
from game.wording.board import Board


class Ears:
    """What was told: typed line -> lines."""

    def __init__(self) -> None:
        self.told: dict[str, list[str]] = {}

    @property
    def all_words(self) -> str:
        """Everything in one run of words."""
        return run_on(" ".join(" ".join(lines) for lines in self.told.values()))

    def of(self, front: str) -> list[str]:
        """Lines of every command that begins so."""
        return [line for typed, lines in self.told.items() if typed.startswith(front) for line in lines]


def run_on(text: str) -> str:
    """Small letters, one blank between words, no minus signs or dashes of another make."""
    text = text.replace("\N{MINUS SIGN}", "-").replace("\N{EN DASH}", "-").replace("\N{NO-BREAK SPACE}", " ")
    return re.sub(r"\s+", " ", text).strip().casefold()


def hear(looker: Looker, ears: Ears, typed: str) -> list[str]:
    """What that line is answered with."""
    lines: list[str] = []
    looker.write = lines.append
    looker.obey(typed)
    ears.told[typed] = lines
    return lines


def hear_seat(game, side: int) -> Ears:
    """Every looking command of that seat."""
    ears, seat = Ears(), Seat(game, side, lambda prompt: "n", lambda line: None)
    _hear_all(seat, ears, seat.board)
    hear(seat, ears, "sheet")
    hear(seat, ears, "send")
    return ears


def hear_end(game) -> Ears:
    """Every looking command once the game is over."""
    board = game.board(game.seats[0] if game.seats else 0)
    ears, looker = Ears(), Afterwards(board, lambda prompt: "quit", lambda line: None)
    for typed in ("status", "ending", "ledger", "charts", "agreed", "why pressure"):
        hear(looker, ears, typed)
    for score in board.ending.scores:
        for story in ("public", "true"):
            for part in score.public:
                hear(looker, ears, f"why score {score.side} {story} {part}")
    return ears


def _hear_all(looker: Looker, ears: Ears, board: Board) -> None:
    for typed in ("status", "tray", "orders", "deal all", "letters", "archive", "history all", "ledger", "ledger why", "charts", "team", "files",
                  "wall", "briefing", "chart", "agreed", "channel", "tone", "help"):
        hear(looker, ears, typed)
    for number in range(1, len(board.turns) + 1):
        hear(looker, ears, f"ledger {number}")
    for number, paper in enumerate(board.papers, 1):
        if paper.is_new or paper.letter or number == 1:
            hear(looker, ears, f"read {number}")
    for number in range(1, len(board.orders) + 1):
        hear(looker, ears, f"order {number}")
        hear(looker, ears, f"why order {number}")
    for number in range(1, len(board.issues) + 1):
        hear(looker, ears, f"issue {number}")
        hear(looker, ears, f"why issue {number}")
    for number in range(1, len(board.letters) + 1):
        hear(looker, ears, f"letters {number}")
    for meter in (board.pressure, board.fatigue, *board.meters, *board.more_meters):
        hear(looker, ears, f"why {meter.id}")
    hear(looker, ears, "why attention")
