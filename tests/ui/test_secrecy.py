"""Two people at one machine: after the curtain nothing of the other side is anywhere that a person, a program or a later screen could find it."""

import gc
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from types import FunctionType, MethodType, ModuleType
from typing import Any

import pygame
import pytest

from game.engine.orders import Dispatch
from game.session.game import Game
from game.ui import clipboard
from game.ui.app import CAPTION
from game.ui.flow import sit_down
from game.wording.board import Board
from tests.whole_games import book

from .fake_game import SECRET_OF, FakeGame
from .window import Window

LONG = 12
"""Shorter words stand on both boards by chance."""


def strings(value: Any) -> Iterator[str]:
    """Every text in a board, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from strings(getattr(value, each.name))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from strings(key)
            yield from strings(each)
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from strings(each)


def held(root: Any) -> Iterator[Any]:
    """Everything the App can still reach, the game itself and the rules' own tables apart."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        here = waiting.pop()
        if id(here) in seen or isinstance(here, Game | FakeGame | ModuleType | type | pygame.Surface):
            continue
        seen.add(id(here))
        yield here
        if isinstance(here, FunctionType):
            waiting += [cell.cell_contents for cell in here.__closure__ or ()]
        elif isinstance(here, MethodType):
            waiting.append(here.__self__)
        else:
            waiting += [each for each in gc.get_referents(here) if not isinstance(each, ModuleType | type)]


def found(window: Window, secrets: set[str]) -> set[str]:
    """Which of those words are on the screen, in the title, in the clipboard, or held by the App."""
    told = {json.dumps(window.tree.as_record(window.focus), ensure_ascii=False), pygame.display.get_caption()[0], clipboard._Ours.text,
            window.app.hover}
    told |= {each for each in held(window.app) if isinstance(each, str)}
    whole = "\n".join(told)
    return {secret for secret in secrets if secret in whole}


@pytest.fixture
def board_clip(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A clipboard that every program on the machine would see."""
    seen = {"text": ""}
    monkeypatch.setattr(clipboard, "_write", lambda text: seen.update(text=text))
    monkeypatch.setattr(clipboard, "_read", lambda: seen["text"])
    return seen


def _play_a_desk(window: Window) -> None:
    """The seat in front looks at everything it has, hovers, copies, gives and undoes orders, and signs."""
    for name in ("D", "Esc", "L", "Esc", "T", "Esc", "F", "Esc", "I", "R", "Ctrl+C", "Esc", "W", "Esc", "O", "Enter", "Down", "Enter", "Ctrl+Z"):
        if window.screen != "curtain":
            window.press(name)
    while window.screen not in ("room", "curtain"):
        window.press("Esc")
    row = next(node for node in window.tree.nodes if node.action and node.id.startswith("order:"))
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=row.rect.center, rel=(0, 0), buttons=(0, 0, 0)))
    window.settle()
    assert window.app.hover


def _sign(window: Window) -> None:
    window.press("Ctrl+Enter")
    while window.screen not in ("curtain", "ending"):
        window.press("Enter")


def test_canaries_of_one_side_are_nowhere_once_it_has_signed(board_clip: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "layout.jsonl"
    monkeypatch.setenv("KNOT_OF_WAR_LAYOUT", str(log))
    window = Window()
    window.app.settings = replace(window.app.settings, volume=50)
    heard: list[str] = []
    monkeypatch.setattr(window.app.speaker, "play", lambda name, volume, pressure=0: heard.append(name) or True)
    game = FakeGame((0, 1))
    game.turn = 2
    sit_down(window.app, game)
    window.settle()
    for side in (0, 1):
        assert window.screen == "curtain" and not found(window, set(SECRET_OF.values())), "the curtain"
        window.press("Enter", "Enter", "Enter", "Ctrl+Enter")
        assert found(window, {SECRET_OF[side]}), "the canary must be able to sing"
        assert not found(window, {SECRET_OF[1 - side]})
        _play_a_desk(window)
        window.press("I", "R", "Ctrl+C", "Esc")
        assert SECRET_OF[side] in board_clip["text"]
        lines = len(log.read_text(encoding="utf-8").splitlines())
        _sign(window)
        assert board_clip["text"] == "" and window.app.hover == ""
        after = "\n".join(log.read_text(encoding="utf-8").splitlines()[lines:]).rpartition('"screen": "confirm"')[2]
        assert SECRET_OF[side] not in after.partition("\n")[2]
        assert not found(window, set(SECRET_OF.values()))
        window.press("Ctrl+Z", "Esc")
        window.press("Esc")
        assert window.screen == "curtain" and not found(window, set(SECRET_OF.values()))
    assert set(heard) <= {"stamp", "rope"}, "what arrives for one side is not to be heard by the other"
    assert pygame.display.get_caption()[0] == CAPTION


def test_nothing_of_the_other_desk_is_kept_in_a_real_game(board_clip: dict[str, str]) -> None:
    """Every sentence that only Washington's board has is a canary while Moscow sits, and the other way round."""
    window = Window()
    game = Game.open(book(), 745, {})
    for _ in range(2):
        for side in (0, 1):
            game.submit(side, Dispatch())
        game.advance()
    sit_down(window.app, game)
    window.settle()
    boards: list[Board] = [game.board(0), game.board(1)]
    words = [{word for word in strings(board) if len(word) >= LONG} for board in boards]
    for side in (0, 1):
        assert window.screen == "curtain"
        window.press("Enter", "Enter", "Enter", "Ctrl+Enter")
        theirs = {word for word in words[1 - side] - words[side] if not any(word in own for own in words[side])}
        assert len(theirs) > 20
        assert found(window, words[side] - words[1 - side])
        leaked = found(window, theirs) - _common(window, side)
        assert not leaked, leaked
        _play_a_desk(window)
        assert not found(window, theirs) - _common(window, side)
        _sign(window)


def _common(window: Window, side: int) -> set[str]:
    """Words of the interface itself and of the rulebook, which either side may read at any time."""
    return {word for each in held(window.app.doors) if isinstance(each, str) for word in (each,)}


def test_a_planted_leak_is_found() -> None:
    """The search finds a word that a screen, a closure, a list or the hover keeps."""
    plants = (lambda app: setattr(app.top, "memory", [("x", {"y": SECRET_OF[0]})]), lambda app: setattr(app, "hover", SECRET_OF[0]),
              lambda app: app.top.__dict__.update(later=(lambda kept: lambda: kept)(SECRET_OF[0])))
    for plant in plants:
        window = Window()
        assert not found(window, {SECRET_OF[0]})
        plant(window.app)
        assert found(window, {SECRET_OF[0]}) == {SECRET_OF[0]}
