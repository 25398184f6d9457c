"""What a title screen can ask for, as a small record of callables, so that window and terminal share one front door.

Comes in: from the command line, which knows scenarios, doctrines and the saves' folder. Goes out: a Game, or words about saves and opponents.
Never here: drawing, a terminal, a rule.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.rulebook import Setting
    from .game import Game
    from .shelf import Book, Kept
    from .watch import Watched


@dataclass(frozen=True)
class Choice:
    """A new game as chosen on a title screen."""

    side: str
    """`washington` or `moscow`; in a hot-seat game the side that sits down first."""
    opponent: str
    """A doctrine's id; ignored in a hot-seat game."""
    seed: int | None = None
    """None: a fresh one."""
    hotseat: bool = False
    """Both sides are people at one machine."""
    level: int | None = None
    """How much the opponent asks of a text before it signs, 1 to 5; None: as its doctrine is written."""
    scenario: str = ""
    """Its id; empty: the one these doors are of."""
    settings: tuple[str, ...] = ()
    """`DIAL=VALUE`, such as `danger=kennedy`; what is not named stays as the scenario says."""


def _no_settings(scenario: str = "") -> tuple[Setting, ...]:
    return ()


def _no_lesson(side: str) -> Game:
    raise ValueError("There is no lesson here.")


@dataclass(frozen=True)
class Doors:
    new_game: Callable[[Choice], Game]
    """Opens a fresh game, its save already begun. Raises ValueError with one sentence where that cannot be."""
    resume: Callable[[Path], Game]
    """Goes on with a save at its last good turn. Raises ValueError with one sentence where that cannot be."""
    saves: Callable[[], list[tuple[Path, str]]]
    """Games that can be resumed, newest first: the file, and words such as `Washington, 27 October, turn 11`."""
    opponents: Callable[..., list[tuple[str, str, str]]]
    """Doctrines that can play against a person on that side, of a scenario by its id: (id, name, aim)."""
    settings: Callable[..., tuple[Setting, ...]] = _no_settings
    """Questions that a player may answer before a game of a scenario by its id, in the order in which they are asked; left out, there are none."""
    replays: Callable[[], list[tuple[Path, str, str]]] = list
    """Games that can be looked back on, newest first: the file, the seat whose eyes they are seen with, and words; finished ones from both
    seats."""
    watch: Callable[[Path, str], Watched] | None = None
    """Opens one of them. Raises ValueError with one sentence where that cannot be."""
    kept: Callable[[], list[Kept]] = list
    """Every saved game, finished and damaged ones too, newest first."""
    peek: Callable[[Path], Kept | None] = lambda file: None
    """One saved game; None where nothing more is known of it than its words in `saves`."""
    books: Callable[[], list[Book]] = list
    """The scenarios that can be played, with what each rests on."""
    scenarios: Callable[[], list[tuple[str, str, str]]] = list
    """The same in short: (id, name, summary), the first one first; left out, there is no choice."""
    lesson: Callable[[str], Game] = _no_lesson
    """A fresh game of the lesson for that side. Raises ValueError with one sentence where that cannot be."""
