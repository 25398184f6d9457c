"""The first turn of a first game: one paper, one question with its answers, one rung. Cut from the Board, so that window and terminal offer the same.

Comes in: a Board. Goes out: a FirstTurn, or None where that moment asks nothing of the kind. Never here: a choice the Board does not have; whether
this player is a beginner (session/lessons.py).
"""

from dataclasses import dataclass

from .board import Board, OrderLine, Paper

LESSON = "first-evening"
"""Id of the scenario that teaches."""
LADDERS = {"washington": ("quarantine", "tighten_quarantine"), "moscow": ("reprisal", "free_the_gunners")}
"""Seat -> the posture whose ladder is shown, and the order that goes one rung up."""
WIDE = 300
"""Points of tied hands from which on a first word is called wide."""


@dataclass(frozen=True)
class FirstTurn:
    paper: Paper
    question: str
    """What the first word answers: `what it is about`."""
    answers: tuple[OrderLine, ...]
    """Of which one can stand on a sheet."""
    ladder: str
    """`quarantine` (the line at sea) or `reprisal` (who may fire)."""
    rungs: int
    """The highest."""
    stands: int
    """The rung on which it stands."""
    step: OrderLine | None
    """The order that goes one rung up; None where there is no higher rung today."""

    @property
    def offered(self) -> tuple[OrderLine, ...]:
        """Every order that this turn offers."""
        return (*self.answers, self.step) if self.step else self.answers


def first_turn(board: Board) -> FirstTurn | None:
    """What the first turn is cut to; None in a later one, and where nothing has to be said first."""
    if board.turn != 1 or board.ending or not board.papers:
        return None
    now = [line for line in board.orders if line.answers and not line.refusal and not line.is_out_of_stage]
    if not now:
        return None
    answers = tuple(line for line in now if line.answers == now[0].answers)
    posture, up = LADDERS[board.side]
    meter = next((meter for meter in (*board.meters, *board.more_meters) if meter.id == posture), None)
    step = next((line for line in board.orders if line.id == up and not line.refusal), None)
    if meter is None:
        return None
    return FirstTurn(board.papers[-1], now[0].answers, answers, posture, meter.top, meter.value, step)


def is_wide(line: OrderLine) -> bool:
    """It makes much that is not the matter in hand dear to give up later."""
    return sum(points for _, points in line.ties if points > 0) >= WIDE


def tied(line: OrderLine, most: int = 99) -> str:
    """`Jupiters in Turkey +350, Missiles +100`, the dearest first and at most so many; empty where it ties nothing."""
    dearest = sorted(line.ties, key=lambda tie: -tie[1])[:most]
    return ", ".join(f"{name} {'+' if points > 0 else chr(0x2212)}{abs(points)}" for name, points in dearest)
