"""A window's eyes: every screen of one seat brought to the front on a sheet so high that no list has to scroll, and its words and actions kept."""

from __future__ import annotations

from collections.abc import Iterator

from game.session.settings import Settings
from game.ui.app import App
from game.ui.desk import Desk
from game.ui.flow import open_desk
from game.ui.layout.node import Tree
from game.ui.screens.ending import Ending
from tests.ui.window import Window

HIGH = (1280, 12000)


class Eyes:
    """What was seen: screen -> the words on it, in reading order; and every tree, to be asked for ids."""

    def __init__(self) -> None:
        self.words: dict[str, list[str]] = {}
        self.trees: dict[str, Tree] = {}

    def keep(self, name: str, tree: Tree) -> None:
        self.trees[name] = tree
        self.words[name] = list(whole_texts(tree))

    @property
    def all_words(self) -> list[str]:
        return list(dict.fromkeys(text for words in self.words.values() for text in words))


_LEFT_OUT = (":tick:", ":level:", ":begins", ":day:")
"""In ids of figures along an axis: they are no facts."""
_TWICE = ("at:", "line:")
"""Targets and rows of marks: each mark has a slip of its own, which is read."""


def whole_texts(tree: Tree) -> Iterator[str]:
    """The words of a tree, the lines of one paragraph in one piece."""
    front, place, told = "", -2, ""
    for node in tree.nodes:
        if not node.text or node.id.startswith(_TWICE) or any(part in node.id for part in _LEFT_OUT):
            continue
        base, _, last = node.id.rpartition(":")
        number = int(last) if last.isdigit() and base in tree.rolls else -2
        if number >= 0 and base == front and number == place + 1:
            told, place = f"{told} {node.text}", number
            continue
        if told:
            yield told
        front, place, told = base, number, node.text
    if told:
        yield told


def new_app() -> App:
    """A window that is high enough for everything, without a process beside it."""
    app = Window(HIGH).app
    app.settings = Settings(open_all=True)
    return app


def look(app: App, eyes: Eyes, name: str) -> Tree:
    """The screen in front is built, not painted, and kept."""
    tree = app.build()
    eyes.keep(name, tree)
    return tree


def read_seat(app: App, game, side: int) -> Eyes:
    """Every screen that a seat can open in this turn."""
    eyes = Eyes()
    open_desk(app, game, side)
    first = app.top.name
    look(app, eyes, first)
    app.back()
    for name in _room(app, eyes):
        look(app, eyes, name)
    return eyes


def _room(app: App, eyes: Eyes) -> Iterator[str]:
    room = app.top
    desk: Desk = room.desk
    yield "room"
    for menu in dict.fromkeys(line.menu for line in desk.board.orders):
        room.act(f"menu:{menu}")
        room.unfolded.add(menu)
        yield f"orders {menu}"
    for line in desk.board.orders:
        yield from _slip(app, f"order:{line.id}", f"order {line.name}")
    for panel in desk.board.panels:
        for row in panel.rows:
            room._explain("seat", row.id)
            yield f"wall {row.id}"
            app.back()
    for line in desk.board.readings:
        yield from _slip(app, f"reading:{line.issue}", f"reading {line.issue}")
    yield from _opened(app, "team", "team")
    for person in desk.board.team:
        room.act("team")
        app.top.why(f"person:{person.id}")
        yield f"person {person.id}"
        _home(app, room)
    room.act("files")
    for file in desk.board.files:
        app.top.moved(f"file:{file.id}")
        yield f"file {file.id}"
    _home(app, room)
    if desk.board.ledger:
        yield from _opened(app, "ledger", "ledger")
    yield from _opened(app, "charts", "charts")
    for meter in _meters(desk):
        room.why(f"meter:{meter}")
        yield f"why {meter}"
        if desk.board.ledger:
            app.top.act("whole")
            app.top.drawn = 10 ** 6
            yield f"fall {meter}"
        _home(app, room)
    yield from _chart(app, desk)
    for paper in desk.board.papers:
        if paper.is_new or paper.letter or paper is desk.board.papers[0]:
            yield from _opened(app, f"read:{paper.id}", f"paper {paper.id}")
    yield from _letters(app, desk)
    yield from _opened(app, "history", "history")
    yield from _deal(app, desk)


def _meters(desk: Desk) -> list[str]:
    board = desk.board
    return [meter.id for meter in (board.pressure, board.fatigue, *board.meters)]


def _home(app: App, screen) -> None:
    while app.top is not screen:
        app.back()


def _opened(app: App, action: str, name: str) -> Iterator[str]:
    below = app.top
    below.act(action)
    yield name
    _home(app, below)


def _slip(app: App, id: str, name: str) -> Iterator[str]:
    below = app.top
    below.why(id)
    yield name
    _home(app, below)


def _chart(app: App, desk: Desk) -> Iterator[str]:
    from game.ui.screens.chart import Chart
    below = app.top
    app.push(Chart(desk))
    yield "chart"
    for place in desk.board.elsewhere:
        app.top.act(f"place:{place.id}")
        yield f"chart {place.id}"
    _home(app, below)
    for mark in desk.board.marks:
        app.push(Chart(desk, mark.id))
        yield f"mark {mark.id}"
        _home(app, below)


def _letters(app: App, desk: Desk) -> Iterator[str]:
    below = app.top
    below.act("letters")
    yield "letters"
    for letter in desk.board.letters:
        app.top.chosen = letter.paper.id
        yield f"letter {letter.paper.id}"
    app.top.act("view:archive")
    app.top.folded.clear()
    yield "archive"
    _home(app, below)


def _deal(app: App, desk: Desk) -> Iterator[str]:
    below = app.top
    below.act("deal")
    deal = app.top
    deal.unfolded = {group.id for group in deal.groups}
    yield "deal"
    for line in desk.board.issues:
        yield from _slip(app, f"issue:{line.id}", f"issue {line.name}")
    _home(app, below)


def read_end(app: App, game) -> Eyes:
    """The ending, and how each of its scores is made up."""
    eyes = Eyes()
    app.home(Ending(game))
    look(app, eyes, "ending")
    end = app.top
    for score in end.desk.board.ending.scores:
        for story in ("public", "true"):
            for part in score.public:
                end.why(f"score:{score.side}:{story}:{part}")
                app.top.act("whole")
                look(app, eyes, f"score {score.side} {story} {part}")
                _home(app, end)
    for number in range(len(end.desk.board.ending.agreed)):
        end.act(f"agreed:{number}")
        look(app, eyes, f"agreed {number}")
        _home(app, end)
    return eyes
