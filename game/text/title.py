"""The title menu in the terminal: a new game, an old one, or leave.

Comes in: Doors, a line reader, a line writer. Goes out: an exit code. Never here: a file, a scenario, a rule.
"""

from collections.abc import Callable
from dataclasses import replace

from ..session.doors import Choice, Doors
from ..session.game import Game
from ..session.settings import Settings, read_settings, write_settings
from ..wording.settings import answer_name
from . import screen, shelf
from .looker import Read, Write
from .parse import number
from .play import BLANK, DONE, run

_MENU = ("", screen.rule("KNOT OF WAR"), "October 1962: two governments, one rope.", "", "  1  new game", "  2  continue", "  3  quit",
         "  5  games to look back on", "  6  scenarios", "  7  settings", "  8  credits")


def open_title(doors: Doors, read: Read, write: Write, clear: str = BLANK) -> int:
    """Shows the menu until the player leaves. Ctrl+C and the end of input leave quietly."""
    try:
        while True:
            for line in _MENU:
                write(line)
            asked = read("1, 2 or 3> ").strip().lower()
            if asked in ("1", "new", "new game"):
                _new(doors, read, write, clear)
            elif asked in ("2", "continue"):
                _continue(doors, read, write, clear)
            elif asked in ("5", "replays", "look back"):
                shelf.look_back(doors, read, write)
            elif asked in ("6", "scenarios"):
                shelf.show_books(doors.books(), write)
            elif asked in ("7", "settings"):
                shelf.settle(read_settings()[0], read, write, _kept)
            elif asked in ("8", "credits"):
                shelf.show_credits(write)
            elif asked in ("3", "q", "quit"):
                return DONE
            else:
                write(f"{asked[:20]!r} is not on the menu: 1 begins a game, 2 goes on with one, 3 leaves.")
    except (EOFError, KeyboardInterrupt):
        write("")
        return DONE


def _kept(settings: Settings) -> str:
    """The settings are on the disk; a sentence where they could not be kept."""
    try:
        write_settings(settings)
    except OSError as problem:
        return f"The setting holds until you leave, but could not be kept: {problem.strerror}."
    return ""


def _new(doors: Doors, read: Read, write: Write, clear: str) -> None:
    seats = ("Washington", "Moscow", "both, taking turns at this machine")
    seat = _choose("Who are you?", list(seats), read, write)
    if seat is None:
        return
    if seat == 2:
        _settle(Choice("washington", "", hotseat=True), doors, read, write, clear)
        return
    side = ("washington", "moscow")[seat]
    known = doors.opponents(side)
    across = _choose("Who sits across the table?", [f"{name}: {aim}" for _, name, aim in known], read, write)
    if across is not None:
        _settle(Choice(side, known[across][0]), doors, read, write, clear)


def _settle(choice: Choice, doors: Doors, read: Read, write: Write, clear: str) -> None:
    """Asks what the scenario leaves open, each with its default, and plays."""
    settings = []
    for setting in doors.settings():
        write("")
        for line in screen.wrap(setting.text):
            write(line)
        default = next(place for place, answer in enumerate(setting.answers) if answer.id == setting.default)
        lines = [f"{answer_name(setting, answer)}: {answer.note}" for answer in setting.answers]
        place = _choose(setting.name, lines, read, write, default)
        if place is None:
            return
        settings.append(f"{setting.id}={setting.answers[place].id}")
    _play(lambda: doors.new_game(replace(choice, settings=tuple(settings))), read, write, clear)


def _continue(doors: Doors, read: Read, write: Write, clear: str) -> None:
    saves = doors.saves()
    if not saves:
        write("There is no game to go on with; 1 begins one.")
        return
    which = _choose("Which game?", [words for _, words in saves], read, write)
    if which is not None:
        _play(lambda: doors.resume(saves[which][0]), read, write, clear)


def _play(opened: Callable[[], Game], read: Read, write: Write, clear: str) -> None:
    try:
        game = opened()
    except ValueError as reason:
        for line in screen.wrap(str(reason)):
            write(line)
        return
    run(game, read, write, clear)


def _choose(question: str, lines: list[str], read: Read, write: Write, default: int | None = None) -> int | None:
    """The place of the line chosen by its number, or the default; None if the player goes back."""
    otherwise = "or Enter to go back" if default is None else f"Enter for {default + 1}, or back"
    while True:
        write(question)
        for place, line in enumerate(lines, 1):
            for text in screen.wrap(f"{place:>3}  {line}", 0, 5):
                write(text)
        asked = read(f"1 to {len(lines)}, {otherwise}> ").strip()
        if not asked or asked.lower() == "back":
            return None if asked else default
        chosen = number(asked)
        if chosen is not None and 1 <= chosen <= len(lines):
            return chosen - 1
        write(f"{asked!r}: a number from 1 to {len(lines)} is needed.")
