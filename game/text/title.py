"""The title menu in the terminal: a new game, an old one, or leave.

Comes in: Doors, a line reader, a line writer. Goes out: an exit code. Never here: a file, a scenario, a rule.
"""

from collections.abc import Callable
from dataclasses import replace

from ..engine.sides import SIDE_IDS
from ..language import t
from ..session.doors import Choice, Doors
from ..session.game import Game
from ..session.lessons import untaught
from ..wording.first_turn import LESSON
from ..wording.settings import answer_name
from . import screen, shelf
from .looker import Read, Write
from .parse import number
from .play import BLANK, DONE, run
from .teacher import Wishes

_MENU = ("", screen.rule("KNOT OF WAR"), "October 1962: two governments, one rope.", "", "  1  new game", "  2  continue", "  3  quit",
         "  4  how to play", "  5  games to look back on", "  6  scenarios", "  7  settings", "  8  credits")


def open_title(doors: Doors, read: Read, write: Write, clear: str = BLANK, wishes: Wishes | None = None) -> int:
    """Shows the menu until the player leaves. Ctrl+C and the end of input leave quietly."""
    wishes = wishes or Wishes()
    try:
        while True:
            for line in _MENU:
                write(line)
            asked = read("1 to 8> ").strip().lower()
            if asked in ("1", "new", "new game"):
                _new(doors, read, write, clear, wishes)
            elif asked in ("2", "continue"):
                _continue(doors, read, write, clear, wishes)
            elif asked in ("4", "how", "how to play"):
                _teach(doors, read, write, clear, wishes)
            elif asked in ("5", "replays", "look back"):
                shelf.look_back(doors, read, write)
            elif asked in ("6", "scenarios"):
                shelf.show_books(doors.books(), write)
            elif asked in ("7", "settings"):
                shelf.settle(wishes.settings, read, write, wishes.change)
            elif asked in ("8", "credits"):
                shelf.show_credits(write)
            elif asked in ("3", "q", "quit"):
                return DONE
            else:
                write(f"{asked[:20]!r} is not on the menu: 1 begins a game, 2 goes on with one, 3 leaves, 4 teaches.")
    except (EOFError, KeyboardInterrupt):
        write("")
        return DONE


def _teach(doors: Doors, read: Read, write: Write, clear: str, wishes: Wishes) -> None:
    """The lesson begins, or the one begun goes on."""
    for words in (t("teach.about"), t("teach.real")):
        for line in screen.wrap(words):
            write(line)
    begun = next((file for file, _ in doors.saves() if file.name.startswith(LESSON)), None)
    chairs = [t("teach.washington"), t("teach.moscow")]
    chosen = _choose(t("teach.how"), chairs + [t("teach.go-on")] * bool(begun), read, write)
    if chosen is None:
        return
    if chosen == len(chairs) and begun:
        _play(lambda: doors.resume(begun), read, write, clear, wishes)
        return
    side = SIDE_IDS[chosen]
    wishes.change(untaught(wishes.settings, side))
    _play(lambda: doors.lesson(side), read, write, clear, wishes)


def _new(doors: Doors, read: Read, write: Write, clear: str, wishes: Wishes) -> None:
    known = doors.scenarios()
    which = _choose("Which crisis?", [f"{name}: {about}" for _, name, about in known], read, write) if len(known) > 1 else 0
    if which is None:
        return
    scenario = known[which][0] if known else ""
    of = (scenario,) if which else ()
    seats = ("Washington", "Moscow", "both, taking turns at this machine")
    seat = _choose("Who are you?", list(seats), read, write)
    if seat is None:
        return
    if seat == 2:
        _settle(Choice("washington", "", hotseat=True, scenario=scenario), doors, of, read, write, clear, wishes)
        return
    side = ("washington", "moscow")[seat]
    against = doors.opponents(side, *of)
    across = _choose("Who sits across the table?", [f"{name}: {aim}" for _, name, aim in against], read, write)
    if across is not None:
        _settle(Choice(side, against[across][0], scenario=scenario), doors, of, read, write, clear, wishes)


def _settle(choice: Choice, doors: Doors, of: tuple[str, ...], read: Read, write: Write, clear: str, wishes: Wishes) -> None:
    """Asks what the scenario leaves open, each with its default, and plays."""
    settings = []
    for setting in doors.settings(*of):
        write("")
        for line in screen.wrap(setting.text):
            write(line)
        default = next(place for place, answer in enumerate(setting.answers) if answer.id == setting.default)
        lines = [f"{answer_name(setting, answer)}: {answer.note}" for answer in setting.answers]
        place = _choose(setting.name, lines, read, write, default)
        if place is None:
            return
        settings.append(f"{setting.id}={setting.answers[place].id}")
    _play(lambda: doors.new_game(replace(choice, settings=tuple(settings))), read, write, clear, wishes)


def _continue(doors: Doors, read: Read, write: Write, clear: str, wishes: Wishes) -> None:
    saves = doors.saves()
    if not saves:
        write("There is no game to go on with; 1 begins one.")
        return
    which = _choose("Which game?", [words for _, words in saves], read, write)
    if which is not None:
        _play(lambda: doors.resume(saves[which][0]), read, write, clear, wishes)


def _play(opened: Callable[[], Game], read: Read, write: Write, clear: str, wishes: Wishes) -> None:
    try:
        game = opened()
    except ValueError as reason:
        for line in screen.wrap(str(reason)):
            write(line)
        return
    run(game, read, write, clear, wishes)


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
