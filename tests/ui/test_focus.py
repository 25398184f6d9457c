"""Focus: Tab and the arrows reach everything, and focus is where a hand expects it."""


import pygame
import pytest

from game.ui import hands

from .fake_game import FakeGame
from .tours import comfort
from .window import Window, every_screen, seated


def reachable(window: Window) -> set[str]:
    """Every id that Tab and the arrows come by."""
    seen: set[str] = set()
    for _ in range(len(window.tree.stops) + 1):
        window.press("Tab")
        window.press("Home")
        for _ in range(80):
            before = window.focus
            seen.add(before)
            window.press("Down")
            if window.focus == before:
                break
    return seen


@pytest.mark.parametrize("tour", [every_screen, comfort.tour])
def test_the_focus_walk_reaches_every_control(tour, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a click can do has a place in the walk, or a key that is shown with it."""
    window = Window()

    def build_only() -> None:
        window.app.build()
        window.app.is_dirty = False
    monkeypatch.setattr(window.app, "paint", build_only)
    for name in tour(window, 7):
        window.app.paint()
        wanted = {node.id for node in window.tree.nodes if node.action and not node.key and not (node.group and node.kind == "strike")}
        walked = reachable(window)
        missing = {id for id in wanted if id not in walked and not id.startswith("strike:")}
        assert not missing, f"{name}: {missing}"


def test_an_order_on_the_sheet_is_struck_by_key() -> None:
    """The cross beside an order has no place of its own in the walk: Del on its row does the same."""
    window = Window()
    seated(window)
    window.press("O", "Enter")
    window.walk_to("given:quarantine")
    assert window.node("strike:quarantine").key == "Del"
    window.press("Del")
    assert window.app.top.desk.draft.orders == ()


def test_tab_goes_round_in_reading_order_and_back() -> None:
    window = Window()
    seated(window)
    start, stops = window.focus, [stop for stop, ids in window.tree.stops.items() if ids]
    seen = []
    for _ in stops:
        window.press("Tab")
        seen.append(window.tree.stop_of(window.focus))
    here = stops.index(seen[-1])
    assert window.focus == start and seen == stops[here + 1:] + stops[: here + 1]
    window.press("Tab", "Shift+Tab")
    assert window.focus == start


def test_focus_returns_to_where_it_was() -> None:
    window = Window()
    seated(window)
    window.walk_to("paper:letter-1")
    window.press("Tab", "Shift+Tab")
    assert window.focus == "paper:letter-1"
    window.press("R", "Esc")
    assert window.focus == "paper:letter-1"


def test_enter_on_a_row_scrolled_out_of_sight_only_brings_it_back() -> None:
    window = Window()
    seated(window, FakeGame(papers=30))
    window.press("I", "Home")
    for _ in range(6):
        window.app.top.tops["tray"] = 99
        window.app.paint()
    assert window.tree.find(window.focus) is None
    window.press("Enter")
    assert window.screen == "room" and window.tree.find(window.focus) is not None


def test_the_wheel_and_the_bar_scroll_a_list() -> None:
    window = Window()
    seated(window, FakeGame(papers=30))
    first = next(node.id for node in window.tree.nodes if node.id.startswith("paper:"))
    x, y = window.node(first).rect.center
    pygame.mouse.set_pos(x, y)
    window.app.is_dirty |= hands.wheel(window.app.top, window.tree, x, y, -1)
    window.settle()
    assert window.tree.find(first) is None
    window.click("tray:up")
    assert window.tree.find(first) is not None
