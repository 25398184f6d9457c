"""A first game opens by degrees: which panel is open in which turn, and whose first game is over.

Comes in: a Board, the Settings. Goes out: ids of panels, Settings. Never here: a screen, a command; both ask here what they may show.
A panel that is closed is absent. Everything it could do is legal all the same: the rules know nothing of lessons.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..engine.sides import SIDE_IDS
from ..wording.board import Board
from ..wording.first_turn import first_turn
from .settings import Settings

FULL_TURN = 5
"""From this turn on nothing is closed."""
EVERYTHING = ("first", "paper", "say", "do", "tray", "chart", "orders", "why", "standing", "unknown", "voices", "field", "attention", "forecast",
              "ledger", "deal", "letters", "team", "files", "charts", "notes")
_FIRST: tuple[str, ...] = ("first", "paper", "say", "do")
OPENS: dict[str, tuple[tuple[str, ...], ...]] = {
    "washington": (_FIRST, ("tray", "chart", "orders", "why"), ("standing", "field", "attention", "forecast", "ledger"), ("deal", "letters")),
    "moscow": (_FIRST, ("tray", "chart", "orders", "why", "unknown"), ("standing", "field", "voices", "attention", "forecast", "ledger"),
               ("deal", "letters")),
}
"""Seat -> what opens in turn 1, 2, 3, 4; the rest opens in turn 5."""
IN_THE_LESSON = (_FIRST, ("tray", "chart", "orders", "why", "standing", "field", "unknown", "voices", "attention", "forecast", "ledger"))
"""The short crisis is quicker: from its third turn on nothing is closed."""


def _steps(side: str, is_lesson: bool) -> list[tuple[str, ...]]:
    """What opens turn by turn for that seat; what only Moscow's room has is not there for the other."""
    steps = IN_THE_LESSON if is_lesson else OPENS[side]
    return [tuple(panel for panel in step if side == "moscow" or panel not in ("unknown", "voices")) for step in steps]


def open_panels(side: str, turn: int, settings: Settings, is_lesson: bool = False) -> frozenset[str]:
    """Ids of the panels that seat (`washington`, `moscow`) has in that turn: all but `first` once its first game is over, or wherever everything
    was asked for."""
    steps = _steps(side, is_lesson)
    if settings.open_all or side in settings.taught or turn > len(steps):
        return frozenset(EVERYTHING) - {"first"}
    return frozenset(panel for step in steps[:turn] for panel in step) - ({"first"} if turn > 1 else set())


def panels_of(board: Board, settings: Settings) -> frozenset[str]:
    """The same for a seat as its board stands; a game that is over hides nothing, and one whose first turn asks nothing begins with the second's."""
    turn = FULL_TURN if board.ending else board.turn if board.turn > 1 or first_turn(board) else 2
    return open_panels(board.side, turn, settings, board.is_lesson)


def opens_next(board: Board, settings: Settings) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """(turn, panels) of the turns to come in which something opens, the turn of all the rest with no panel named; empty where all is open."""
    if len(panels_of(board, settings)) >= len(EVERYTHING) - 1:
        return ()
    steps = _steps(board.side, board.is_lesson)
    ahead = [(turn, panels) for turn, panels in enumerate(steps, 1) if turn > board.turn]
    return (*ahead, (len(steps) + 1, ()))


def opens_in(panel: str, board: Board, settings: Settings) -> int:
    """The turn in which that panel opens; 0 where it is open."""
    if panel in panels_of(board, settings):
        return 0
    return next((turn for turn, panels in opens_next(board, settings) if panel in panels or not panels), 0)


def is_coached(board: Board, settings: Settings) -> bool:
    """The lesson speaks to this seat: it is the lesson, and its player has neither skipped it nor played it to the end."""
    return board.is_lesson and board.side not in settings.taught


def taught(settings: Settings, *sides: str) -> Settings:
    """The settings with the first game of those seats behind them."""
    return replace(settings, taught=tuple(side for side in SIDE_IDS if side in {*settings.taught, *sides}))


def untaught(settings: Settings, side: str) -> Settings:
    """The settings with that seat a beginner's again: whoever asks how to play is shown."""
    return replace(settings, taught=tuple(other for other in settings.taught if other != side))


def after(settings: Settings, seats: Sequence[int], turns: int, is_over: bool) -> Settings:
    """The settings once so many turns were played: after five, or the end, each seat a person played is taught."""
    return taught(settings, *(SIDE_IDS[side] for side in seats)) if is_over or turns >= FULL_TURN else settings
