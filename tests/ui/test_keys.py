"""F1: every key that a screen takes is told of, none that does nothing, and what can be pressed can be clicked there."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.ui import app
from game.ui.app import COMMON
from game.ui.hands import _STEPS
from game.ui.screen import Screen
from game.ui.screens.keys import CHAPTERS, EVERYWHERE, SAME, Keys, every_key

from .fake_game import FakeGame
from .tours import TOURS
from .window import Window, seated

MOVES = {*_STEPS, "Tab", "Shift+Tab", "Ctrl+Tab", "Ctrl+Shift+Tab", "Enter", "Space", "Ctrl+Enter", "Esc", "W"}
"""What hands.py does on every screen."""
TYPED = {"choose": {"Back", "Del", "seed", *"12345"}}
"""Screen -> what is typed on a line there."""
GUESTS = {"F10", "A", "C"}
"""Keys that are a screen's only for a while: the lesson's, and the answers where a letter lies open. F1 tells of them while they work."""
SPREAD = {"1": "1234", **{f"1-{last}": "12345"[:last] for last in range(2, 6)},
          "\u2191\u2193": ("Up", "Down"), "\u2190\u2192": ("Left", "Right"), "+": "+-=0", "[": "[]", "Home": ("Home", "End")}
"""Cap -> the keys it stands for."""


def test_what_a_screen_takes_by_itself_is_told_of() -> None:
    """Every literal that a screen's `key` compares a press with is on its own list, on its strip, on a control, or does what it does everywhere."""
    missing = []
    for file in sorted((Path(app.__file__).parent / "screens").glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        together = file.parent.glob(f"{file.stem.partition('_')[0]}*.py")
        told = {cap for other in together for cap in _told(ast.parse(other.read_text(encoding="utf-8")))} | MOVES | TYPED.get(file.stem, set())
        for scope in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "key"]:
            missing += [f"{file.name}: {press}" for press in _compared(scope) if press not in told]
    assert not missing, missing


def _compared(scope: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(scope):
        if isinstance(node, ast.Attribute) and node.attr == "isdigit":
            yield from "12345"
        if isinstance(node, ast.Compare) and any(isinstance(part, ast.Name) and part.id == "press" for part in ast.walk(node)):
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield from part.value if part.value.isdigit() else (part.value,)


def _told(tree: ast.Module) -> Iterator[str]:
    """First members of tuples (strips, own keys) and what is given as `key=`."""
    for node in ast.walk(tree):
        given = [node.value] if isinstance(node, ast.keyword) and node.arg == "key" else []
        caps = [node.elts[0]] if isinstance(node, ast.Tuple) and node.elts else given
        for cap in caps:
            if isinstance(cap, ast.IfExp):
                cap = cap.body
            if isinstance(cap, ast.Constant) and isinstance(cap.value, str):
                yield cap.value
                yield from SPREAD.get(cap.value, ())


def test_a_key_nobody_tells_of_is_noticed() -> None:
    source = ('class A:\n    def build(self):\n        footer([("Q", "quit", "q")])\n'
              '    def key(self, press):\n        return press == "Z" or press in ("Q",)\n')
    tree = ast.parse(source)
    scope = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "key")
    assert set(_compared(scope)) - set(_told(tree)) == {"Z"}


def _lines(window: Window) -> dict[str, bool]:
    """What the first chapter of F1 would say on the screen in front."""
    slip = Keys()
    slip.app = window.app
    return {line.key: line.is_here for line in slip._here((window.app.top, window.app.build())) if line.key}


def _works(screen: Screen, tree: object, key: str) -> bool:
    shown = any(node.key == key and node.action for node in tree.nodes)  # type: ignore[attr-defined]
    offered = any(cap == key and action for cap, _, action in tree.keys)  # type: ignore[attr-defined]
    return shown or offered or key in COMMON or key in dict(screen.own_keys) or all(each in MOVES for each in SPREAD.get(key, (key,)))


@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.__module__.rpartition(".")[2])
def test_no_key_is_told_of_that_does_nothing(tour) -> None:
    """On every screen of every area, each line of the first chapter is a key that a control, the strip or the screen itself takes."""
    window = Window()
    for name in tour(window, 7):
        tree, top = window.app.build(), window.app.top
        idle = [key for key in _lines(window) if not _works(top, tree, key) and not set(SPREAD.get(key, key)) & set(_own(top))]
        assert not idle, f"{name}: {idle}"


def _own(screen: Screen) -> Iterator[str]:
    """What that screen's `key` looks for."""
    source = Path(app.__file__).parent / "screens" / f"{type(screen).__module__.rpartition('.')[2]}.py"
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name == "key":
            yield from _compared(node)


def test_the_chapters_are_what_their_screens_take() -> None:
    """Room and deal table, told of from any other screen: nothing missing, nothing that they do not take."""
    seen: dict[str, set[str]] = {name: set() for _, screens, _ in CHAPTERS for name in screens}
    for tour in TOURS:
        window = Window()
        for _ in tour(window, 7):
            top = window.app.top
            if top.name in seen:
                seen[top.name] |= (set(_lines(window)) | set(_own(top))) - (GUESTS - every_key()[top.name])
    told = every_key()
    for name, keys in seen.items():
        wanted = {key for key in keys if key not in told[""] and key not in MOVES and key not in SAME and key not in "234"
                  and key not in ("\u2191\u2193",)}
        spread = {each for key in told[name] for each in (key, *SPREAD.get(key, ()))}
        wanted -= {key for key in wanted if SPREAD.get(key) and set(SPREAD[key]) <= spread}
        assert not wanted - spread, f"{name}: not told of: {wanted - spread}"
        idle = told[name] - keys - {"1", "\u2190\u2192"}
        assert not idle, f"{name}: told of in vain: {idle}"


def test_common_keys_are_told_of() -> None:
    assert set(COMMON) <= {key for key, _ in EVERYWHERE}
    assert {"Tab", "Enter", "Esc", "W", "Ctrl+Enter", "Ctrl+Tab"} <= {key for key, _ in EVERYWHERE}


def test_a_line_of_f1_can_be_clicked() -> None:
    """What the strip has no room for at very large text is reached by the mouse through F1."""
    window = Window(text=2.0)
    seated(window, FakeGame(papers=7))
    shown = {node.id for node in window.tree.nodes}
    hidden = [key for key, _, action in window.tree.keys if action and f"key:{key}" not in shown]
    assert "H" in hidden and "key:F1" in shown and "key:Esc" in shown
    window.click("key:F1")
    line = next(node for node in window.tree.nodes if node.action == "press:H")
    window.click_at(*line.rect.center)
    if window.screen == "keys":
        window.click_at(*line.rect.center)
    assert window.screen == "history"


def test_a_key_without_room_on_the_strip_still_works() -> None:
    window = Window(text=2.0)
    seated(window)
    assert window.tree.find("key:H") is None
    window.press("H")
    assert window.screen == "history"


def test_f1_lies_on_itself_only_once() -> None:
    window = Window()
    window.press("F1", "F1")
    assert [screen.name for screen in window.app.stack] == ["title", "keys"]
    window.press("Esc")
    assert window.screen == "title"
