"""The window itself: what is painted and when, sizes, settings, numbers as doors."""

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.session.doors import Doors
from game.session.settings import SEATS, Settings
from game.ui import app as ui_app
from game.ui.flow import sit_down
from game.ui.layout import walk

from .fake_game import FakeGame
from .window import Window, every_screen, seated

ROOT = Path(__file__).parents[2]


def test_every_screen_paints() -> None:
    """Each screen draws, and draws something: many colours, not a blank."""
    window = Window()
    for name in every_screen(window):
        window.app.paint()
        surface = pygame.transform.scale(pygame.display.get_surface(), (160, 90))
        assert len({tuple(surface.get_at((x, y))) for x in range(160) for y in range(90)}) > 40, name


def test_nothing_is_painted_while_nothing_happens() -> None:
    window = Window()
    seated(window)
    frames = window.app.frames
    window.press("F12")
    window.click_at(640, 5)
    window.settle()
    assert window.app.frames == frames


def test_the_reckoning_appears_row_by_row_and_any_key_shows_it_whole() -> None:
    """The reveal wants the time until its last row is drawn, then sleeps; a key that does nothing else still skips."""
    window = Window()
    game = FakeGame()
    game.turn = 2
    sit_down(window.app, game)
    window.settle()
    reveal = window.app.top
    def drawn() -> int:
        return len(window.node("fall:picture").look.rows)
    assert reveal.wait_ms > 0 and drawn() == 1, "the start stands there, and no cause yet"
    reveal.tick(0)
    window.settle()
    assert drawn() == 2
    window.press("F12")
    assert reveal.wait_ms == 0 and drawn() == len(reveal.rows) + 2


def test_the_window_ends_after_the_frames_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KNOT_OF_WAR_FRAMES", "1")
    assert ui_app.run(Doors(lambda choice: FakeGame(), lambda file: FakeGame(), list, lambda side: [])) == 0


def test_the_first_frame_waits_for_no_rules() -> None:
    """The title is up before numpy, the engine or pydantic are read."""
    told = "import sys, pygame; before = set(sys.modules)\n"        # plain pygame, not pygame-ce, reads numpy by itself
    told += "from game.session.frontdoor import front_doors; from game.ui.app import run; run(front_doors())\n"
    told += "print([name for name in ('numpy', 'pydantic', 'game.engine.turn', 'game.session.game') if name in set(sys.modules) - before])"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, env={**os.environ, "KNOT_OF_WAR_FRAMES": "1"}, capture_output=True, text=True,
                          check=True)
    assert done.stdout.strip().endswith("[]")


def test_no_display_is_said_plainly() -> None:
    told = "from game.ui.app import NoDisplay, run\nfrom game.session.frontdoor import front_doors\n"
    told += "try: run(front_doors())\nexcept NoDisplay as why: print('NO DISPLAY', why)"
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, env=bare, capture_output=True, text=True, check=True)
    assert "NO DISPLAY" in done.stdout


def test_painting_only_what_changed_gives_the_same_picture() -> None:
    """After every press and click, the window is pixel for pixel what a whole painting of it would be."""
    window = Window()
    seated(window, FakeGame(papers=30))

    def same(what: str) -> None:
        painted = pygame.image.tobytes(window.app.surface, "RGB")
        window.app.repaint()
        window.app.paint()
        assert pygame.image.tobytes(window.app.surface, "RGB") == painted, what
    for key in ("Down", "Down", "Tab", "Shift+Tab", "End", "O", "Enter", "Down", "Enter", "2", "Tab", "Down", "Ctrl+Z", "D", "Down", "Enter",
                "Right", "P", "C",
                "T", "Up", "X", "Tab", "Esc", "L", "Tab", "Down", "Enter"):
        window.press(key)
        same(f"{key} on {window.screen}")
    window.press("Esc", "Esc")
    for id in ("menu:military", "order:hold", "give", "paper:p29" if window.tree.find("paper:p29") else "meter:fear"):
        window.click(id)
        same(id)


def test_a_resize_in_the_middle_keeps_everything() -> None:
    window = Window()
    seated(window)
    window.press("O", "Enter", "D", "Enter", "Right")
    draft, focus = window.app.top.desk.draft, window.focus
    for size in ((1600, 900), (900, 500), (1366, 768)):
        pygame.display.set_mode(size, pygame.RESIZABLE)
        pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
        window.settle()
        assert window.tree.size == size
        assert (window.tree.screen == "small") == (size == (900, 500))
    assert window.app.top.desk.draft == draft and window.focus == focus


def test_a_window_too_small_says_so_and_sends_nothing() -> None:
    window = Window((1000, 560))
    game = seated(window)
    assert window.tree.screen == "small" and "1024 by 576" in window.node("small").text and "--text" in window.node("small").text
    window.press("Ctrl+Enter", "Enter", "Esc")
    assert game.handed_in == []


def test_contrast_and_text_size_are_kept(home: Path) -> None:
    window = Window()
    window.press("F2", "F3")
    written = (home / "settings.toml").read_text(encoding="utf-8")
    assert 'palette = "high_contrast"\ntext_size = 1.15\n' in written
    assert ui_app.read_settings() == (window.app.settings, "")
    window.press("F3", "F3", "F3", "F3", "F3", "F2", "F2", "F4")
    assert window.app.settings == Settings(reduced_motion=True, taught=SEATS)
    assert ui_app.read_settings() == (window.app.settings, "")


def test_settings_of_the_first_release_are_understood(home: Path) -> None:
    (home / "settings.toml").write_text("high_contrast = true\ntext_size = 1.3\n", encoding="utf-8")
    assert ui_app.read_settings() == (Settings("high_contrast", 1.3), "")


def test_one_bad_setting_leaves_the_others(home: Path) -> None:
    (home / "settings.toml").write_text('text_size = 1.5\nvolume = 400\nlanguage = "ru"\ntaught = ["moscow"]\n', encoding="utf-8")
    settings, problem = ui_app.read_settings()
    assert settings == Settings(text_size=1.5, language="ru", taught=("moscow",)) and "volume is 400" in problem


@pytest.mark.parametrize(("written", "words"),
                         [("text_size = 9\n", "text_size is 9"),
                          ("reduced_motion = 1\n", "true or false"),
                          ("palette = \"pink\"\n", "standard, high_contrast, colour_blind"),
                          ("colour = 1\n", "no setting 'colour'"), ("\x00", "could not be read")])
def test_settings_that_make_no_sense_are_named_and_left_alone(home: Path, written: str, words: str) -> None:
    (home / "settings.toml").write_text(written, encoding="utf-8")
    settings, problem = ui_app.read_settings()
    assert words in problem and settings.text_size == 1.0
    assert (home / "settings.toml").read_text(encoding="utf-8") == written


def test_a_number_opens_its_reason_and_then_its_row_of_the_ledger() -> None:
    """Two presses at most from any number to its full reckoning."""
    window = Window()
    seated(window)
    window.walk_to("meter:pressure")
    window.press("W")
    told = " ".join(node.text for node in window.tree.nodes if node.id.startswith("slip:text:"))
    assert "+60 Stop and board at the line" in told and "and 4 more" in told
    window.press("W")
    assert window.screen == "reveal" and window.node("fall:picture").text == "Pressure 520 to 610"


def test_a_cause_is_explained_where_it_is_named() -> None:
    """In the slip of a number, under the picture of the reckoning for the cause with the focus, and on the cause's own slip."""
    window = Window()
    seated(window)
    window.walk_to("meter:pressure")
    window.press("W")
    assert "U-2 lost over Cuba: why it moves the rope" in " ".join(node.text for node in window.tree.nodes if node.id.startswith("slip:text:"))
    window.press("W")
    assert window.node("fall:why").text.startswith("Why +60? Stop and board at the line. ")
    window.walk_to("part:6")
    assert window.node("fall:why").text.startswith("Why \u221210? A quiet night. a quiet night: why")
    window.press("W")
    assert "a quiet night: why it moves" in " ".join(node.text for node in window.tree.nodes if node.id.startswith("slip:text:"))


def test_the_ending_gives_likely_causes_and_the_years_after() -> None:
    window = Window(text=1.3)
    game = FakeGame()
    game.turn = 9
    sit_down(window.app, game)
    window.settle()
    ending = game.board(0).ending

    def told(front: str) -> str:
        return " ".join(node.text for node in window.tree.nodes if node.id.startswith(front))
    assert "NONE OF THEM" in told("causes:").upper() and all(words in told("causes:text") for words in ending.likely_causes)
    window.walk_to("secrets:text")
    seen = ""
    for _ in range(40):
        seen += told("secrets:text:")
        window.press("Down")
    assert "By 1969" in seen and ending.epilogue[0].split()[0] in seen and ending.epilogue[-1].split()[-1] in told("secrets:text:")


def test_the_right_button_asks_why_too() -> None:
    window = Window()
    seated(window)
    window.click_at(*window.node("meter:home").rect.center, button=3)
    assert window.screen == "why" and "Standing at home" in window.node("slip:title").text.title().replace("At Home", "at home")


def test_walk_keeps_to_what_is_there() -> None:
    window = Window()
    tree = window.tree
    assert walk.inside(tree, "nowhere", 1) == "continue"
    assert walk.next_stop(tree, "nowhere", 1, {}) == "continue"
    assert walk.after_rebuild(tree, "gone", {"menu": "gone"}) == "quit"
