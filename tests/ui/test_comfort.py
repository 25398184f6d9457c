"""Settings, title, saves, scenarios, classroom, waits: what makes the window a place to sit in."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game import language
from game.language import t
from game.session.doors import Choice
from game.session.settings import PALETTES, TEXT_SIZES, Settings, read_settings
from game.session.shelf import DAMAGED, Book
from game.ui.gallery import SHELF
from game.ui.layout.page import Page
from game.ui.screens.saves import Saves
from game.ui.screens.scenarios import Scenarios
from game.ui.theme import Theme
from game.ui.widgets.working import COUNTED_MS, QUIET_MS, Work, working

from .fake_game import FakeGame
from .tours.comfort import BOOK, LESSON
from .window import Window, seated


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KNOT_OF_WAR_HOME", str(tmp_path))
    yield
    language.use("en")


def settings_of(window: Window) -> Settings:
    return window.app.settings


def test_every_setting_can_be_set_by_keyboard_and_is_kept() -> None:
    window = Window()
    window.press("F9")
    assert window.screen == "settings"
    wanted = replace(settings_of(window), palette="colour_blind", text_size=1.3, reduced_motion=True, language="ru", open_all=True)
    for id in ("set:palette:colour_blind", "set:text:1.3", "set:motion:reduced", "set:panels:all", "set:language:ru"):
        window.walk_to(id)
        window.press("Enter")
        assert window.node(id).is_on, id
    assert settings_of(window) == wanted
    assert read_settings() == (wanted, "")
    assert window.app.theme == Theme("colour_blind", 1.0, 1.3)
    assert language.current() == "ru" and any(node.text == t("settings.language") for node in window.tree.nodes)
    window.press("Esc")
    assert window.screen == "title"


def test_every_setting_can_be_set_by_mouse() -> None:
    window = Window()
    window.click("settings")
    for palette in PALETTES:
        window.click(f"set:palette:{palette}")
        assert settings_of(window).palette == palette
    for size in TEXT_SIZES:
        window.app.top.rest(f"set:text:{size}")
        window.app.paint()
        window.click(f"set:text:{size}")
        assert settings_of(window).text_size == size
    assert window.app.build().find("front:sample"), "at 200 % one panel has the window"


def test_settings_open_from_every_screen_and_leave_it_as_it_was() -> None:
    window = Window()
    seated(window)
    window.press("O", "Enter")
    before = window.focus
    window.press("F9", "Esc")
    assert window.screen == "room" and window.focus == before and window.app.top.desk.draft.orders
    window.press("D", "F9", "F9")
    assert [screen.name for screen in window.app.stack].count("settings") == 1


def test_a_setting_that_cannot_be_kept_is_said_and_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.ui import app

    def full(_: Settings) -> None:
        raise OSError(28, "No space left on device")
    monkeypatch.setattr(app, "write_settings", full)
    window = Window()
    window.press("F2")
    assert window.screen == "notice" and settings_of(window).palette == "high_contrast"
    assert any("No space left" in node.text for node in window.tree.nodes)


def test_the_function_keys_change_what_they_say() -> None:
    window = Window()
    seen = []
    for _ in PALETTES:
        window.press("F2")
        seen.append(settings_of(window).palette)
    assert sorted(seen) == sorted(PALETTES)
    for _ in TEXT_SIZES:
        window.press("F3")
    assert settings_of(window).text_size == 1.0
    window.press("F4")
    assert settings_of(window).reduced_motion


def test_the_window_can_be_resized_in_the_middle_of_a_turn() -> None:
    window = Window()
    seated(window)
    window.press("O", "Enter")
    draft, focus = window.app.top.desk.draft, window.focus
    for size in ((1024, 576), (900, 500), (1920, 1080), (1280, 720)):
        pygame.display.set_mode(size, pygame.RESIZABLE)
        pygame.event.post(pygame.event.Event(pygame.WINDOWSIZECHANGED, x=size[0], y=size[1]))
        window.settle()
        assert window.tree.size == size
        assert (window.tree.screen == "small") == (size == (900, 500))
    assert window.app.top.desk.draft == draft and window.focus == focus


def test_a_window_too_small_offers_the_full_screen() -> None:
    window = Window((900, 500))
    assert window.tree.screen == "small" and window.tree.find("do:full")


def test_the_title_says_everything_in_russian_too() -> None:
    window = Window(language="ru")
    words = {node.text for node in window.tree.nodes if node.kind == "text"}
    assert {t("title.new"), t("title.scenarios"), t("title.replays"), t("title.classroom"), t("title.settings"), t("title.leave")} <= words


def test_each_entry_of_the_title_opens_something_and_esc_comes_back() -> None:
    window = Window()
    for node in [node for node in window.tree.nodes if node.kind == "row" and node.id not in ("continue", "quit")]:
        window.walk_to(node.id)
        window.press("Enter")
        assert window.screen != "title", node.id
        window.press("Esc")
        assert window.screen == "title" and window.focus == node.id


def test_damaged_saves_stand_on_the_list_with_their_reason() -> None:
    window = Window()
    window.app.push(Saves(list(SHELF)))
    window.settle()
    place = next(place for place, kept in enumerate(SHELF) if kept.state == DAMAGED)
    assert SHELF[place].trouble in window.node(f"save:{place}:file").text


def test_a_save_that_cannot_be_opened_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    window = Window()

    def refuse(path: Path):
        raise ValueError("Line 8 is not JSON: it was cut or edited.")
    window.app.doors = replace(window.app.doors, resume=refuse)
    window.app.push(Saves(list(SHELF)))
    window.settle()
    window.press("Enter")
    assert window.screen == "notice" and any("Line 8" in node.text for node in window.tree.nodes)
    window.press("Esc")
    assert window.screen == "saves"


def test_a_scenario_is_looked_at_and_begun() -> None:
    window = Window()
    window.app.push(Scenarios([BOOK, LESSON]))
    window.settle()
    assert window.tree.find("book:text:0") and "181" in " ".join(node.text for node in window.tree.nodes)
    window.press("Down", "Ctrl+Enter")
    assert window.screen == "choose" and window.app.top.scenario == LESSON.id
    window.press("Ctrl+Enter")
    assert window.choices[-1].scenario == LESSON.id


def test_the_classroom_sets_a_projector_up_and_begins_for_two() -> None:
    window = Window()
    window.app.settings = replace(window.app.settings, volume=75)
    window.walk_to("classroom")
    window.press("Enter")
    window.click("do:set")
    now = settings_of(window)
    assert (now.text_size, now.reduced_motion, now.volume) == (1.3, True, 0)
    assert window.app.top.is_set() and t("classroom.suits").split()[0] in " ".join(node.text for node in window.tree.nodes)
    window.click("do:two")
    assert window.screen == "choose"
    window.press("Ctrl+Enter")
    assert window.screen == "curtain" and window.choices == [Choice("washington", "", None, True, 3)]


def test_leave_says_it_is_saved_and_keeps_what_lies_there() -> None:
    window = Window()
    seated(window)
    window.press("Esc")
    assert window.screen == "leave"
    window.press("Esc")
    assert window.screen == "room"
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    window.settle()
    assert window.screen == "leave"
    window.press("T")
    assert window.screen == "title"


def test_the_right_button_asks_why_as_w_does() -> None:
    window = Window()
    seated(window, FakeGame())
    door = next(node for node in window.tree.nodes if node.id == "meter:pressure")
    window.click_at(*door.rect.center, button=3)
    by_mouse = window.screen
    window.press("Esc")
    window.walk_to("meter:pressure")
    window.press("W")
    assert window.screen == by_mouse == "why"


@pytest.mark.parametrize(("passed", "done", "total", "words"), [
    (QUIET_MS - 1, 0, 0, ""), (QUIET_MS, 0, 0, "Staff at work"), (COUNTED_MS - 1, 500, 1000, "Staff at work"),
    (COUNTED_MS, 0, 0, "Staff at work"), (COUNTED_MS, 0, 1000, "0 of 1,000"), (3000, 312, 1000, "312 of 1,000, about 7 s"),
    (3000, 1000, 1000, "1,000 of 1,000")])
def test_a_wait_says_no_more_than_it_knows(passed: int, done: int, total: int, words: str) -> None:
    work = Work()
    work.since, work.done, work.total = 10_000, done, total
    assert work.words(10_000 + passed) == words


def test_a_long_wait_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0]
    monkeypatch.setattr(pygame.time, "get_ticks", lambda: now[0])
    work = Work()
    for passed, seen, stoppable in ((0, False, False), (400, True, False), (2500, True, True)):
        now[0] = passed
        page = Page("waits", Theme(), (1280, 720), {})
        assert working(page, work, pygame.Rect(40, 40, 300, 80)) is seen
        assert bool(page.tree.find("working:stop")) is stoppable


def test_a_book_is_plain_data() -> None:
    assert isinstance(BOOK, Book) and hash(BOOK)
