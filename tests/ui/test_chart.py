"""The chart in the window: every mark is reached and explained by keys and by mouse, zoom, doors, tabs, and a base that is not painted again."""

import pytest

from game.ui.paint import chart_base, chart_map
from game.ui.screens import room_chart
from game.ui.screens.room_chart import AT, LINE, beside, walk_order
from game.wording.chart import told

from .fake_game import FakeGame
from .window import Window, seated


def in_the_room(side: int = 0, size: tuple[int, int] = (1280, 720), text: float = 1.0) -> Window:
    window = Window(size, text)
    seated(window, FakeGame((side,)))
    assert window.screen == "room"
    return window


def large(side: int = 0, size: tuple[int, int] = (1280, 720), text: float = 1.0) -> Window:
    window = in_the_room(side, size, text)
    window.app.top.act("chart")
    window.app.is_dirty = True
    window.settle()
    assert window.screen == "chart"
    return window


def marks_of(window: Window) -> tuple:
    return window.app.top.desk.board.marks


def slip(window: Window) -> str:
    return " ".join(node.text for node in window.tree.nodes if node.inside == "slip")


@pytest.mark.parametrize("side", (0, 1))
def test_arrows_walk_every_mark_in_the_room_and_each_is_explained(side):
    window = in_the_room(side)
    window.press("M")
    assert window.focus == "chart:map" and not slip(window)
    order, said = walk_order(marks_of(window)), {mark.id: told(mark) for mark in marks_of(window)}
    for id in order:
        window.press("Right")
        assert window.focus == f"{AT}{id}"
        if window.tree.find(f"{AT}{id}"):
            assert said[id][0] in slip(window)
            assert not window.node(f"{AT}{id}").rect.colliderect(window.node("slip").rect) or window.node("slip").rect.h > 150
    window.press("Home")
    assert window.focus == "chart:map"


@pytest.mark.parametrize("side", (0, 1))
def test_in_the_large_chart_every_mark_in_its_waters_is_in_sight_and_its_slip_tells_all(side):
    window = large(side)
    marks = {mark.id: mark for mark in marks_of(window)}
    seen = 0
    for id in walk_order(tuple(marks.values())):
        window.press("Right")
        if window.tree.find(f"{AT}{id}"):
            seen += 1
            assert all(words in slip(window) for words in told(marks[id])), id
    assert seen > 20


def test_the_mouse_explains_too_and_leaves_nothing_behind():
    import pygame
    window = large()
    node = next(node for node in window.tree.nodes if node.id == f"{AT}ship:grozny")
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=node.rect.center, rel=(0, 0), buttons=(0, 0, 0)))
    window.settle()
    assert "Grozny" in slip(window)
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 5), rel=(0, 0), buttons=(0, 0, 0)))
    window.settle()
    assert not slip(window)


def test_keys_win_over_a_mouse_that_lies_still():
    import pygame
    window = large()
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=window.node(f"{AT}ship:grozny").rect.center, rel=(0, 0), buttons=(0, 0, 0)))
    window.settle()
    window.press("Right")
    assert "Grozny" not in slip(window) and slip(window)


def test_a_click_pins_and_another_lets_go():
    window = large()
    window.click(f"{AT}site:sagua")
    window.press("Tab")
    assert "Sagua" in slip(window), "the slip stays though the focus has gone"
    window.press("Shift+Tab")
    window.click(f"{AT}site:sagua")
    window.press("Tab")
    assert not slip(window)


def test_enter_on_a_mark_of_the_room_opens_the_large_chart_at_it():
    window = in_the_room()
    window.press("M", "Right", "Right", "Right")
    mark = window.focus
    window.press("Enter")
    assert window.screen == "chart" and window.focus == mark and slip(window)
    window.press("Esc")
    assert window.screen == "room" and window.focus == mark, "focus is where it was"


def test_m_goes_to_the_chart_and_again_into_it_and_out():
    window = in_the_room()
    window.press("M", "M")
    assert window.screen == "chart"
    window.press("M")
    assert window.screen == "room"


def test_the_large_chart_opens_and_closes_by_mouse_alone():
    window = in_the_room()
    window.click_at(*(window.node("chart:map").rect.move(-10, -10).bottomright))
    assert window.screen == "chart"
    window.click("primary")
    assert window.screen == "room"


@pytest.mark.parametrize("how", ["keys", "buttons", "wheel"])
def test_zoom_comes_nearer_farther_and_back(how):
    import pygame
    window = large()
    at = window.app.top.map.center

    def zoom(sign: str) -> float:
        if how == "keys":
            window.press(sign)
        elif how == "buttons" or sign == "0":
            window.click(f"zoom:{sign}")
        else:
            pygame.mouse.set_pos(at)
            pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
            window.app.top.wheel(*at, 1 if sign == "+" else -1)
            window.app.is_dirty = True
            window.settle()
        return window.app.top.looking.view.zoom
    assert zoom("+") == 1.5 and zoom("+") == 2.25 and zoom("-") == 1.5
    for _ in range(4):
        zoom("+")
    assert window.app.top.looking.view.zoom == chart_map.MAX_ZOOM
    assert zoom("0") == 1.0 and window.app.top.looking.view == chart_map.WHOLE


def test_the_wheel_over_the_list_scrolls_it_and_does_not_zoom():
    window = large()
    assert not window.app.top.wheel(*window.node("marks").rect.center, 1)
    assert window.app.top.looking.view == chart_map.WHOLE


def test_zoomed_in_the_walk_brings_each_mark_into_sight():
    window = large()
    for _ in range(4):
        window.press("+")
    for mark in walk_order(marks_of(window)):
        window.press("Right")
        assert window.focus == f"{AT}{mark}"
        found = next(each for each in marks_of(window) if each.id == mark)
        whole = chart_map.drawn(window.app.theme, window.app.top.map.size, marks_of(window)).things
        if found.at and mark in whole:
            assert window.tree.find(f"{AT}{mark}"), f"{mark} is not in sight"


def test_each_mark_is_in_the_list_and_a_click_there_shows_it():
    window = large()
    ids = window.tree.stops["marks"]
    assert ids == [f"{LINE}{mark.id}" for mark in marks_of(window)]
    row = next(id for id in ids if "line:quarantine" not in id and window.tree.find(id))
    window.click(row)
    assert window.focus == f"{AT}{row.removeprefix(LINE)}" and slip(window)


def test_numbers_on_the_chart_are_doors():
    """From a mark to the row of the ledger in two presses."""
    window = large()
    number = next(mark for mark in marks_of(window) if mark.id == "site:sagua")
    window.app.top.rest(f"{AT}{number.id}")
    window.app.is_dirty = True
    window.settle()
    window.press("W")
    assert window.screen == "why"
    window.press("W")
    assert window.screen in ("reveal", "ledger")


def test_w_on_a_mark_without_a_number_says_all_of_it():
    window = large()
    window.app.top.why(f"{AT}ship:grozny")
    window.settle()
    assert window.screen == "notice"
    window.press("Esc")
    assert window.screen == "chart"


def test_a_right_click_asks_why():
    window = in_the_room()
    window.click_at(*window.node(f"{AT}site:san-cristobal").rect.center, button=3)
    assert window.screen in ("why", "notice")


def test_tabs_turn_to_the_places_elsewhere_by_key_and_by_mouse():
    window = in_the_room()
    window.click("place:turkey")
    assert window.tree.find("chart:map") is None
    assert "What stands first about Turkey" in " ".join(node.text for node in window.tree.nodes)
    window.walk_to("place:havana")
    window.press("Enter")
    assert "What stands first about Havana" in " ".join(node.text for node in window.tree.nodes)
    door = next(id for id in window.tree.stops["elsewhere"] if id.startswith("door:paper"))
    window.walk_to(door)
    window.press("Enter")
    assert window.screen == "paper"
    window.press("Esc")
    window.click("place:cuba")
    assert window.tree.find("chart:map")


def test_moving_the_focus_draws_no_chart_anew_and_paints_little():
    window = large()
    window.press("Right", "Right")
    drawn, base = chart_map.drawn.cache_info().misses, chart_base.chart.cache_info().misses
    painted = []
    whole = window.app.painter.paint

    def watched(*args):
        painted.append(whole(*args))
        return painted[-1]
    window.app.painter.paint = watched
    window.press("Right", "Right", "Left")
    assert chart_map.drawn.cache_info().misses == drawn and chart_base.chart.cache_info().misses == base
    assert painted and all(regions is not None for regions in painted), "the whole window was painted"


@pytest.mark.parametrize("text", (1.0, 1.5, 2.0))
def test_large_text_keeps_every_panel_within_reach(text):
    window = large(text=text)
    if text < 1.5:
        return
    for front in ("marks", "places", "map"):
        window.click(f"front:{front}")
        assert window.app.top.front == front
    window.click("front:marks")
    window.press("Tab")
    row = next(id for id in window.tree.stops["marks"] if window.tree.find(id))
    window.click(row)
    assert window.app.top.front == "map" and window.focus.startswith(AT)


def test_a_slip_lies_beside_its_sign_and_inside_the_chart():
    from pygame import Rect
    area = Rect(0, 0, 600, 300)
    for x in range(0, 590, 30):
        for y in range(0, 290, 30):
            sign = Rect(x, y, 24, 24).clamp(area)
            box = beside(sign, (220, 110), area)
            assert area.contains(box) and not box.colliderect(sign)


def test_the_room_tells_nothing_of_the_other_seat():
    """Washington's window never has a warhead on it, Moscow's never a track."""
    for side, never in ((0, "warheads"), (1, "track")):
        window = in_the_room(side)
        window.app.top.act("chart")
        window.app.is_dirty = True
        window.settle()
        assert not [node.id for node in window.tree.nodes if f"{never}:" in node.id]
        assert room_chart.find(marks_of(window), f"{never}:high") is None
