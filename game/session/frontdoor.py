"""The doors of a title screen, opened: where window and terminal get their games from.

Comes in: the id of a scenario. Goes out: Doors. Never here: a screen; anything heavy before a door is used (the first frame waits for nobody).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .doors import Choice, Doors
from .places import ENDING, new_save, saves_folder

if TYPE_CHECKING:
    from ..engine.rulebook import Setting
    from .game import Game

FIRST_SCENARIO = "october-1962"
_NAMES = {"washington": "Washington", "moscow": "Moscow"}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
NOT_BEGUN = "not begun"


def front_doors(scenario: str = FIRST_SCENARIO) -> Doors:
    """What a title screen can ask for, of one scenario or, where its id is named, of another."""
    def new_game(choice: Choice) -> Game:
        return open_game(choice.scenario or scenario, choice, choice.level)

    def opponents(side: str, of: str = "") -> list[tuple[str, str, str]]:
        from ..engine.sides import SIDE_IDS, other
        from .opponents import opponents as against
        return [(line["id"], line["name"], line["aim"]) for line in against(other(SIDE_IDS.index(side)), of or scenario)]

    @cache
    def settings(of: str = "") -> tuple[Setting, ...]:
        from ..scenario.load import load
        return load(of or scenario).settings

    @cache
    def scenarios() -> list[tuple[str, str, str]]:
        from ..scenario.load import scenarios_listing
        lines = sorted(scenarios_listing(), key=lambda line: line["id"] != scenario)
        return [(line["id"], line["name"], line["summary"]) for line in lines]

    return Doors(new_game, resume, saves, opponents, settings, scenarios, lesson)


def lesson(side: str) -> Game:
    """A fresh game of the lesson for that side. Raises ValueError with one sentence where that cannot be."""
    from ..wording.first_turn import LESSON
    return open_game(LESSON, Choice(side, ""))


def open_game(scenario: str, choice: Choice, level: int | None = None, save: Path | None = None) -> Game:
    """A fresh game, its save begun. Raises ValueError with one sentence where that cannot be."""
    from secrets import randbelow

    from ..engine.sides import SIDE_IDS, other
    from ..scenario.load import load_set
    from .game import MOST_SEED, Game, Player
    from .opponents import scripted
    rulebook, text = load_set(scenario, choice.settings)
    across = other(SIDE_IDS.index(choice.side))
    players: dict[int, Player] = {} if choice.hotseat else {across: scripted(rulebook, across, choice.opponent or None, level)}
    seed = randbelow(MOST_SEED + 1) if choice.seed is None else choice.seed
    return Game.open(rulebook, seed, players, save or _new_file(rulebook.id, "both" if choice.hotseat else choice.side), text)


def _new_file(scenario: str, seats: str) -> Path:
    path = new_save(scenario, seats)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return path      # the game says so itself, and goes on in memory
    return path


def resume(path: Path) -> Game:
    """Goes on with a save. Raises ValueError with one sentence where that cannot be."""
    from .game import Game
    return Game.resume(path)


def saves() -> list[tuple[Path, str]]:
    """Unfinished games in the saves' folder, newest first, those not begun last; files that are none are left out. Looks at first and last
    lines only."""
    try:
        files = sorted(saves_folder().glob(f"*{ENDING}"), key=lambda file: file.stat().st_mtime, reverse=True)
    except OSError:
        return []
    found = [(file, words) for file in files if (words := _words(file))]
    return sorted(found, key=lambda game: game[1].endswith(NOT_BEGUN))      # a stable sort: a game just opened does not push away a real one


def _words(file: Path) -> str:
    """`Washington, 27 October, 10 turns played`; empty where the file is no unfinished game of a person."""
    import json
    try:
        *lines, _torn = file.read_bytes().split(b"\n")
        first, last = json.loads(lines[0]), json.loads(lines[-1])
        seats = [name for side, name in _NAMES.items() if first["players"][side] == "person"]
        if "ending" in last or not seats:
            return ""
        if len(lines) == 1:
            return f"{' and '.join(seats)}, {NOT_BEGUN}"
        year_month_day = last["starts"].partition("T")[0].split("-")
        turns = len(lines) - 1
        return f"{' and '.join(seats)}, {int(year_month_day[2])} {_MONTHS[int(year_month_day[1]) - 1]}, {turns} turn{'s' * (turns > 1)} played"
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return ""
