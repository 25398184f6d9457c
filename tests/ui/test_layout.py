"""Layout: every screen at every size is sound, and the checker that says so catches each kind of fault."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from pygame import Rect

from game.language import PSEUDO
from game.ui.hands import FRONT
from game.ui.layout.node import Node, Roll, Tree
from game.ui.layout.page import ONE_PANEL, Page, last_top
from game.ui.layout.type import BODY
from game.ui.theme import Theme

from .layout_faults import faults
from .tours import TOURS
from .window import Window, seated

SIZES = ((1280, 720), (1366, 768), (1920, 1080))
ODD = ((1664, 936), (1280, 1024), (1680, 720))
"""Windows of other shapes, at the sizes of text that people use most."""
LEAST = (1024, 576)
EVERYWHERE = {"en": (1.0, 1.25, 1.5, 2.0), PSEUDO: (1.0, 2.0)}
"""Languages and sizes of text walked at every one of SIZES."""
BETWEEN = {"en": (1.15, 1.3, 1.75), PSEUDO: (1.5,), "ru": (1.0, 1.3, 2.0)}
"""Those walked at the second alone, the size of many an old laptop."""
QUICK = [(SIZES[0], text, "en") for text in (1.0, 1.25, 1.5, 2.0)] + [(SIZES[0], 1.0, PSEUDO)]
"""Walked in every run of the tests; the rest with the slow ones."""
KINDS = [*((size, text, language) for size in SIZES for language, texts in EVERYWHERE.items() for text in texts),
         *((SIZES[1], text, language) for language, texts in BETWEEN.items() for text in texts),
         *((size, 1.0, "en") for size in ODD), (LEAST, 1.0, "en"), (LEAST, 1.0, PSEUDO), (LEAST, 2.0, "en")]
TRAYS = {(SIZES[0], 1.0, "en"): (7, 0, 30), (SIZES[0], 2.0, "en"): (7, 0, 30)}
"""Where an empty in-tray and an overfull one are walked too."""
Kind = tuple[tuple[int, int], float, str]
Tour = Callable[[Window, int], Iterator[str]]


def _named(kind: Kind) -> Any:
    (wide, high), text, language = kind
    return pytest.param(kind, id=f"{wide}x{high} {text} {language}", marks=() if kind in QUICK else pytest.mark.slow)


@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.__module__.rpartition(".")[2])
@pytest.mark.parametrize("kind", [_named(kind) for kind in KINDS])
def test_every_screen_is_sound(kind: Kind, tour: Tour) -> None:
    """Nothing off the window, out of its panel, silently cut, covered, or smaller than a hand can hit. In the least window there is, only the
    size of targets may give way."""
    size, text, language = kind
    window = Window(size, text, language=language)
    found = {f"{name}: {fault}" for papers in TRAYS.get(kind, (7,)) for name in tour(window, papers) for tree in fronts(window)
             for fault in faults(tree, window.app.theme) if size != LEAST or ": only " not in fault}
    assert not found, "\n".join(sorted(found))


def fronts(window: Window) -> Iterator[Tree]:
    """The screen as it is and, where one panel has the window to itself, each of the others in front; then as it was."""
    tree, screen = window.app.build(), window.app.top
    yield tree
    was = screen.front
    for tab in [node for node in tree.nodes if node.id.startswith(FRONT) and not node.is_on]:
        screen.front = tab.id.removeprefix(FRONT)
        yield window.app.build()
    screen.front = was


def _tree(*nodes: Node) -> Tree:
    return Tree("planted", (400, 300), list(nodes))


def _text(id: str, rect: Rect, **more: object) -> Node:
    return replace(Node(id, "text", rect, text="Hold fire", lines=("Hold fire",), style=BODY), **more)


SOUND = (Node("panel", "panel", Rect(10, 10, 200, 200)), _text("words", Rect(20, 20, 60, 14), inside="panel"),
         Node("send", "button", Rect(20, 60, 160, 30), text="Send", action="send", inside="panel"))


def test_a_sound_tree_has_no_faults() -> None:
    assert faults(_tree(*SOUND), Theme()) == []


PLANTED = (
    (Node("off", "button", Rect(380, 20, 60, 30), action="x"), "off the window"),
    (_text("out", Rect(180, 120, 60, 14), inside="panel"), "sticks out of panel"),
    (_text("cut", Rect(20, 120, 60, 14), lines=("Hold\u2026",)), "no way to the rest"),
    (_text("over", Rect(40, 24, 60, 14)), "written over words"),
    (_text("under", Rect(30, 66, 60, 14)), "runs into send"),
    (Node("half", "row", Rect(150, 70, 100, 30), action="x"), "half on send"),
    (Node("panel two", "panel", Rect(150, 150, 100, 100)), "lies on panel"),
    (Node("tiny", "strike", Rect(300, 20, 23, 24), action="x"), "only 23 x 24"),
    (Node("tight", "button", Rect(230, 60, 40, 30), text="Give this order", action="x"), "does not fit its button"),
    (Node("low", "tab", Rect(230, 60, 120, 14), text="Public"), "too low for"),
    (Node("narrow", "switch", Rect(230, 60, 50, 24), look=("open", "secret", False)), "do not fit"),
    (_text("gone", Rect(20, 120, 60, 0), lines=(), inside="panel"), "no way to the rest"),
    (Node("foot", "strip", Rect(0, 205, 400, 40)), "reaches into foot"),
    (Node("edge", "row", Rect(30, 15, 160, 14), inside="panel"), "over the edge of edge"),
)
"""A thing with one fault, and what is said of it."""


@pytest.mark.parametrize(("planted", "words"), PLANTED, ids=[planted.id for planted, _ in PLANTED])
def test_each_planted_fault_is_caught(planted: Node, words: str) -> None:
    found = faults(_tree(*SOUND, planted), Theme())
    assert len(found) == 1 and words in found[0] and planted.id in found[0]


@pytest.mark.parametrize(("planted", "words"), PLANTED, ids=[planted.id for planted, _ in PLANTED])
def test_each_planted_fault_is_caught_behind_tabs_too(planted: Node, words: str) -> None:
    tabs = [replace(tab, rect=tab.rect.move(-220, 245)) for tab in FRONTS]
    found = faults(_tree(*SOUND, *tabs, planted), LARGE)
    assert any(words in fault and planted.id in fault for fault in found), found


@pytest.mark.parametrize("text", [1.0, ONE_PANEL])
def test_each_planted_fault_is_caught_on_a_real_screen(text: float) -> None:
    """The room as it is built, with one thing of it moved, shrunk, cut or laid over another."""
    window = Window((1280, 720), text)
    seated(window)
    room, theme = window.app.build(), window.app.theme
    assert faults(room, theme) == []
    words = [node for node in room.nodes if node.kind == "text" and node.inside == "tray"]
    target = room.find("reader:read")
    spoilt = {
        "off the window": replace(target, rect=target.rect.move(-2000, 0)),
        "sticks out of tray": replace(target, rect=target.rect.move(0, 60)),
        "only 23 x": replace(target, rect=Rect(target.rect.topleft, (23, target.rect.h))),
        "no way to the rest": replace(words[0], lines=("In\u2026",), more=""),
        "written over": replace(words[1], rect=words[0].rect.copy()),
    }
    for fault, node in spoilt.items():
        tree = replace(room, nodes=[node if each.id == node.id else each for each in room.nodes])
        assert any(line.startswith(f"{node.id}: ") and fault in line for line in faults(tree, theme)), fault
    listed = next(iter(room.rolls))
    tree = replace(room, rolls={**room.rolls, listed: replace(room.rolls[listed], seen=0)})
    assert faults(tree, theme) == [f"{listed}: shows none of its {room.rolls[listed].count} rows"]


def test_a_list_without_a_row_in_sight_is_caught() -> None:
    tree = _tree(*SOUND)
    tree.rolls["rows"] = Roll(Rect(20, 100, 100, 20), 0, 0, 4)
    assert faults(tree, Theme()) == ["rows: shows none of its 4 rows"]


def _tab(id: str, rect: Rect, is_on: bool) -> Node:
    return Node(f"{FRONT}{id}", "tab", rect, text=id, action=f"{FRONT}{id}", is_on=is_on)


FRONTS = (_tab("map", Rect(230, 10, 60, 36), True), _tab("tray", Rect(292, 10, 70, 36), False))
LARGE = Theme(text_scale=ONE_PANEL)


def test_one_panel_behind_tabs_is_sound() -> None:
    assert faults(_tree(*SOUND, *FRONTS), LARGE) == []


@pytest.mark.parametrize(("planted", "theme", "words"), [
    ((_tab("map", Rect(230, 10, 60, 36), True), _tab("tray", Rect(292, 10, 70, 36), True)), LARGE, "2 panels in front"),
    ((_tab("map", Rect(230, 10, 60, 36), False),), LARGE, "0 panels in front"),
    (FRONTS, Theme(), "though the text is small"),
    ((*FRONTS, Node("two", "panel", Rect(230, 40, 100, 100))), LARGE, "two: under the tabs"),
    ((*FRONTS, Node("two", "panel", Rect(180, 60, 100, 100))), LARGE, "two: lies on panel"),
    ((FRONTS[0], _tab("long", Rect(280, 10, 70, 36), False)), LARGE, "lies half on front:map"),
    ((FRONTS[0], _tab("correspondence", Rect(292, 10, 70, 36), False)), LARGE, "does not fit"),
    ((FRONTS[0], _tab("tray", Rect(350, 10, 70, 36), False)), LARGE, "off the window"),
])
def test_each_fault_of_one_panel_at_a_time_is_caught(planted: tuple[Node, ...], theme: Theme, words: str) -> None:
    found = faults(_tree(*SOUND, *planted), theme)
    assert len(found) == 1 and words in found[0], found


def test_a_cut_text_that_tells_how_to_read_on_is_no_fault() -> None:
    assert faults(_tree(*SOUND, _text("cut", Rect(20, 120, 60, 14), lines=("Hold\u2026",), more="R")), Theme()) == []


def test_a_list_shows_whole_rows_and_scrolls_to_what_is_wanted() -> None:
    page = Page("list", Theme(), (400, 300), {}, shown="row:9")
    ids = [f"row:{place}" for place in range(12)]
    page.stop("rows")
    rows = page.roll("rows", Rect(0, 0, 200, 110), ids, [30] * 12)
    assert [place for place, _ in rows] == [7, 8, 9]
    assert all(Rect(0, 0, 200, 110).contains(rect) for _, rect in rows)
    assert page.tree.stops["rows"] == ids, "the arrows walk rows that are out of sight too"
    assert page.tree.find("rows:up") and page.tree.find("rows:down")


def test_a_list_that_shrank_is_scrolled_back() -> None:
    tops = {"rows": 9}
    page = Page("list", Theme(), (400, 300), tops)
    assert [place for place, _ in page.roll("rows", Rect(0, 0, 200, 110), ["a", "b"], [30, 30])] == [0, 1]
    assert tops["rows"] == 0


def test_the_end_of_a_list_fills_its_room() -> None:
    assert last_top([30, 30, 50, 30], 110) == 1
    assert last_top([30, 30], 110) == 0
