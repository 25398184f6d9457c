"""Which form the game takes here: the window, else the terminal, else a demo.

Comes in: the machine as it is, perhaps a game to start with. Goes out: an exit code. Never here: a heavy import before it is known to be
needed (the first frame waits for it).
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..session.game import Game

_WIPE = "\033[H\033[2J\033[3J"
"""Clears a terminal and what has scrolled off it."""


class NoWindow(Exception):
    """Why there is none, as the middle of a sentence."""


def why_no_window() -> str:
    """Why a window cannot be opened here, as far as can be told without opening one; empty if it can."""
    from importlib.util import find_spec
    if find_spec("pygame") is None:
        return "pygame is not installed"
    on_a_desk = sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY"))
    return "" if on_a_desk else "there is no display"


def has_terminal() -> bool:
    """True where somebody can read and type."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())


def open_window(game: Game | None = None) -> int:
    """The window is open until it is closed, at the title or in that game; its exit code. Raises NoWindow."""
    if reason := why_no_window():
        raise NoWindow(reason)
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from ..session.frontdoor import front_doors
    from ..ui.app import NoDisplay, run
    try:
        return run(front_doors(), game)
    except NoDisplay as trouble:
        raise NoWindow(str(trouble).rstrip(".")) from trouble


def open_text(game: Game | None = None) -> int:
    """The game is played in the terminal, from the title or in that game; its exit code."""
    from ..language import use
    from ..session.frontdoor import front_doors
    from ..session.settings import read_settings, write_settings
    from ..text.play import BLANK, run
    from ..text.teacher import Wishes
    from ..text.title import open_title
    clear = _WIPE if has_terminal() and os.name != "nt" and os.environ.get("TERM", "dumb") != "dumb" else BLANK
    wishes = Wishes(read_settings()[0], write_settings)
    use(wishes.settings.language)
    return open_title(front_doors(), input, _write, clear, wishes) if game is None else run(game, input, _write, clear, wishes)


def _write(line: str) -> None:
    print(line, flush=True)


def start() -> int:
    """The title screen in the best form this machine offers; the exit code once it is left."""
    try:
        return open_window()
    except NoWindow as trouble:
        reason = str(trouble)
    if has_terminal():
        print(f"No window: {reason}. The game plays in the terminal.", file=sys.stderr)
        return open_text()
    print(f"No window: {reason}. No terminal either: two doctrines play a demo.", file=sys.stderr)
    from ..cli import main
    return main(["demo"])
