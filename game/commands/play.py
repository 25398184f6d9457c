"""One game, in the window or in the terminal."""

from pathlib import Path

from ..session.doors import Choice
from ..session.frontdoor import open_game, resume
from ..session.game import Game
from .speak import say, stop
from .start import NoWindow, open_text, open_window, why_no_window


def play(scenario: str, choice: Choice, level: int | None, save: Path | None, text: bool, window: bool) -> int:
    """A fresh game is played until it is left; the exit code."""
    _check_window(text, window)
    return _sit_down(open_game(scenario, choice, level, save), text, window)


def go_on(save: Path, text: bool, window: bool) -> int:
    """A saved game is played on until it is left; the exit code."""
    _check_window(text, window)
    return _sit_down(resume(save), text, window)


def _check_window(text: bool, window: bool) -> None:
    """Before anything is begun on disk."""
    if text and window:
        stop("--text and --window: choose one of them.")
    if window and (reason := why_no_window()):
        stop(f"--window: no window can be opened here: {reason}.")


def _sit_down(game: Game, text: bool, window: bool) -> int:
    if game.trouble:
        say(game.trouble)
    if game.note:
        say(game.note)
    if text:
        return open_text(game)
    try:
        return open_window(game)
    except NoWindow as trouble:
        if window:
            stop(f"--window: no window can be opened here: {trouble}.")
        say(f"No window: {trouble}. The game plays in the terminal.")
    return open_text(game)
