"""What the title offers besides a game, as lines: the scenarios, the credits, the games to look back on, the settings that matter at a terminal.

Comes in: Doors, a line reader, a line writer; settings and where a change goes. Goes out: lines. Never here: a file, a rule.
"""

from collections.abc import Callable
from dataclasses import replace

from ..language import LANGUAGES, t, use
from ..session.doors import Doors
from ..session.settings import Settings
from ..session.shelf import Book
from ..wording.colophon import colophon
from .looker import Read, Write
from .parse import number
from .screen import plain, rule, wrap
from .watching import Replay


def show_credits(write: Write) -> None:
    """What the game is made of."""
    write(rule(t("credits.title").upper()))
    for kind, words in colophon():
        _tell(words, write, 0 if kind == "head" else 2)


def show_books(books: list[Book], write: Write) -> None:
    """Every scenario with what it is, how long it takes and on how much it rests."""
    write(rule(t("scenarios.title").upper()))
    if not books:
        _tell(t("scenarios.empty"), write)
    for book in books:
        write("")
        _tell(f"{book.name} ({book.id}), {t('scenarios.minutes', n=book.minutes)}", write)
        for words in (book.summary, t("scenarios.length-words", n=book.minutes, phases=" - ".join(book.phases)),
                      f"{t('scenarios.agree')}: {t('scenarios.issues', n=book.issues)}",
                      f"{t('scenarios.rests')}: {t('scenarios.sources', n=book.sources)}",
                      t("scenarios.parts", facts=book.facts, inferences=book.inferences, choices=book.design_choices),
                      t("scenarios.check", id=book.id)):
            _tell(words, write, 2)


def look_back(doors: Doors, read: Read, write: Write) -> None:
    """One of the games that were played, turn by turn, as its seat saw it."""
    found = doors.replays()
    write(rule(t("replay.list").upper()))
    if not found or doors.watch is None:
        _tell(t("replay.none"), write)
        return
    for place, (file, _, words) in enumerate(found, 1):
        for line in wrap(f"{place:>3}  {words} ({file.name})", 0, 5):
            write(plain(line))
    place = number(read(f"1 to {len(found)}, or Enter to go back> ").strip()) or 0
    if not 1 <= place <= len(found):
        return
    try:
        watched = doors.watch(found[place - 1][0], found[place - 1][1])
    except (ValueError, OSError) as problem:
        _tell(f"{t('replay.cannot')}: {problem}", write)
        return
    replay = Replay(watched, read, write)
    replay.obey("status")
    replay.play()


def settle(settings: Settings, read: Read, write: Write, keep: Callable[[Settings], str]) -> None:
    """The settings that matter at a terminal: the language, and whether a first game opens all its panels at once. Those of the window stay."""
    ways = [*((f"{t('settings.language')}: {name}", replace(settings, language=id)) for id, name in LANGUAGES.items()),
            (f"{t('settings.panels')}: {t('settings.panels-taught')}", replace(settings, open_all=False)),
            (f"{t('settings.panels')}: {t('settings.panels-all')}", replace(settings, open_all=True))]
    write(rule(t("settings.title").upper()))
    for place, (words, so) in enumerate(ways, 1):
        for line in wrap(f"{place:>3} [{'x' if so == settings else ' '}] {words}", 0, 8):
            write(plain(line))
    _tell(t("settings.language-note"), write)
    place = number(read(f"1 to {len(ways)}, or Enter to go back> ").strip()) or 0
    if 1 <= place <= len(ways):
        chosen = ways[place - 1][1]
        use(chosen.language)
        if trouble := keep(chosen):
            _tell(trouble, write)


def _tell(words: str, write: Write, indent: int = 0) -> None:
    for line in wrap(words, indent, 2):
        write(plain(line))
