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
    from .shelf import Book, Kept
    from .watch import Watched

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

    return Doors(new_game, resume, saves, opponents, settings, replays, watch, kept, peek, books, scenarios, lesson)


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


def kept() -> list[Kept]:
    """Every saved game, finished and damaged ones too, newest first."""
    from .shelf import kept_games
    return kept_games()


def peek(path: Path) -> Kept:
    """One saved game."""
    from .shelf import kept_game
    return kept_game(path)


@cache
def books() -> list[Book]:
    """The scenarios that can be played, with what each rests on."""
    from .shelf import books as listed
    return listed()


def watch(path: Path, side: str) -> Watched:
    """A save looked back on with the eyes of that seat. Raises ValueError with one sentence where that cannot be."""
    from ..engine.sides import SIDE_IDS
    from .watch import watch as watched
    return watched(path, SIDE_IDS.index(side))


def replays() -> list[tuple[Path, str, str]]:
    """Games in the saves' folder with a turn played, newest first: the file, a seat, words. A finished game is there once for each seat, a
    running one for the person who plays it; one that two people play is under seal until it ends. Looks at first and last lines only."""
    import json
    found: list[tuple[Path, str, str]] = []
    for file in _newest_first():
        try:
            *lines, _torn = file.read_bytes().split(b"\n")
            first, last = json.loads(lines[0]), json.loads(lines[-1])
            people = [side for side in _NAMES if first["players"][side] == "person"]
            is_over = "ending" in last
            turns = len(lines) - 1 - is_over
            told = json.loads(lines[-2]) if is_over else last
            seats = (people or list(_NAMES)) + [side for side in _NAMES if people and side not in people] if is_over else people
            if turns > 0 and (is_over or len(people) == 1):
                words = f"{_day(told['starts'])}, {turns} turn{'s' * (turns > 1)}, {'finished' if is_over else 'still running'}"
                found += [(file, side, f"{_NAMES[side]}: {words}") for side in seats]
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            continue
    return found


def _newest_first() -> list[Path]:
    try:
        return sorted(saves_folder().glob(f"*{ENDING}"), key=lambda file: file.stat().st_mtime, reverse=True)
    except OSError:
        return []


def _day(starts: str) -> str:
    """`27 October`."""
    _, month, day = starts.partition("T")[0].split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]}"


def saves() -> list[tuple[Path, str]]:
    """Unfinished games in the saves' folder, newest first, those not begun last; files that are none are left out. Looks at first and last
    lines only."""
    found = [(file, words) for file in _newest_first() if (words := _words(file))]
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
        turns = len(lines) - 1
        return f"{' and '.join(seats)}, {_day(last['starts'])}, {turns} turn{'s' * (turns > 1)} played"
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return ""
