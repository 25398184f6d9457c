"""Two people at one machine: what may not be seen while the other sits."""

import json
from pathlib import Path

import pygame
import pytest

from game.session.doors import Doors
from game.ui.app import CAPTION
from game.ui.flow import sit_down

from .fake_game import SECRET_OF, FakeGame
from .tours import room
from .window import Window, seated


def words_on(window: Window) -> str:
    return json.dumps(window.tree.as_record(window.focus), ensure_ascii=False)


class Watched(FakeGame):
    """Remembers whose board was asked for."""

    asked: list[int]

    def board(self, side: int):
        self.__dict__.setdefault("asked", []).append(side)
        return super().board(side)


def test_the_curtain_falls_between_two_people() -> None:
    """While it is down no board is even asked for; when Moscow sits, no word of Washington's desk is on the screen, and the other way round."""
    window = Window()
    window.app.doors = Doors(lambda choice: window._keep(Watched((0, 1))), window.app.doors.resume, window.app.doors.saves,
                             window.app.doors.opponents)
    window.walk_to("new")
    window.press("Enter")
    window.walk_to("chair:both")
    window.press("Enter", "Ctrl+Enter")
    game = window.games[0]
    assert window.screen == "curtain" and not hasattr(game, "asked")
    for side in (0, 1):
        for opened in range(3):
            assert window.screen == "curtain" and SECRET_OF[0] not in words_on(window) and SECRET_OF[1] not in words_on(window), opened
            window.press("Enter")
        assert window.screen == "briefing" and set(game.asked) == {side}
        window.press("Ctrl+Enter")
        assert SECRET_OF[side] in words_on(window) and SECRET_OF[1 - side] not in words_on(window)
        game.asked.clear()
        window.press("O", "Enter", "Ctrl+Enter", "Enter")
        assert window.screen == "curtain" and game.asked == []
    assert [set(turn) for turn in game.handed_in] == [{0, 1}]
    window.click("open", "open", "open")
    assert window.screen == "reveal"


def test_the_curtain_opens_to_space_held_a_second_and_not_to_a_tap(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0]
    monkeypatch.setattr(pygame.time, "get_ticks", lambda: now[0])
    window = Window()
    game = FakeGame((0, 1))
    sit_down(window.app, game)
    window.settle()
    window.press("Space")
    assert window.screen == "curtain"
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" ", scancode=0))
    window.settle()
    curtain = window.app.top
    for now[0] in (500, 999):
        curtain.tick(now[0])
    assert window.app.top is curtain
    curtain.tick(1000)
    assert window.app.top.name == "briefing"


def test_the_window_title_says_nothing_of_the_game() -> None:
    window = Window()
    for _ in room.tour(window, 7):
        window.app.paint()
        assert pygame.display.get_caption()[0] == CAPTION == "Knot of War"


def test_the_layout_file_holds_what_is_on_the_screen_and_is_off_unless_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "layout.jsonl"
    seated(Window())
    assert not file.exists()
    monkeypatch.setenv("KNOT_OF_WAR_LAYOUT", str(file))
    window = Window()
    seated(window)
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert lines[0]["screen"] == "title" and lines[-1]["screen"] == "room" and len(lines) == window.app.frames
    assert lines[-1]["focus"] == window.focus
    assert {"id", "rect", "action", "text", "kind", "stop", "on"} == set(lines[-1]["nodes"][0])


def test_a_key_held_down_opens_nothing() -> None:
    """A long Enter that signs one sheet must not lift the curtain for whoever still looks."""
    window = Window()
    sit_down(window.app, FakeGame((0, 1)))
    window.settle()
    for _ in range(12):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\r", scancode=0))
        window.settle()
    assert window.screen == "curtain"
