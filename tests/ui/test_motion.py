"""The rope between turns: it moves once, in few frames, and not at all for those who want none; nothing else moves, and nobody waits for it."""

import itertools

import pygame
import pytest

from game.session.settings import Settings
from game.ui import motion
from game.ui.desk import Desk
from game.ui.motion import FRAME_MS, KNOT_MS
from game.ui.screens.room import Room

from .fake_game import FakeGame
from .window import Window, seated


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A clock that goes only when the test says so, or when the loop naps."""
    now = [1000]

    def wait(ms: int) -> int:
        now[0] += ms
        return ms
    monkeypatch.setattr(pygame.time, "get_ticks", lambda: now[0])
    monkeypatch.setattr(pygame.time, "wait", wait)
    return now


@pytest.fixture
def window() -> Window:
    window = Window()
    window.app.is_live = True
    window.app.background.ask = lambda *_, **__: None      # no process: the rope stays plain
    return window


def reveal(window: Window, settings: Settings | None = None) -> None:
    """The second turn of a game is told: pressure went from 520 to 610, one yarn of ours parted or not."""
    if settings:
        window.app.change(settings)
    game = FakeGame()
    game.turn = 2
    from game.ui.flow import sit_down
    sit_down(window.app, game)
    window.settle()


def enter(window: Window) -> None:
    """The room of that turn, straight away: nothing on it moves but the rope."""
    game = FakeGame()
    game.turn = 2
    window.app.home(Room(Desk(game, 0)))
    window.settle()


def shown(window: Window) -> float:
    return window.node("band").look[0].pressure


def run(window: Window, clock: list[int], ms: int) -> list[tuple[int, float]]:
    """The loop runs for that long; (when, pressure shown) of each frame."""
    found, until = [], clock[0] + ms
    while clock[0] < until and (window.app.is_dirty or window.app.sway.is_moving or window.app.top.wait_ms):
        if window.app.is_dirty:
            window.app.paint()
            found.append((clock[0], shown(window)))
        else:
            window.app.wait()
    return found


def test_the_rope_goes_from_the_last_pressure_to_the_new_one_and_rests(window, clock):
    enter(window)
    assert window.screen == "room" and shown(window) == 520
    frames = [pressure for _, pressure in run(window, clock, KNOT_MS + 200)]
    assert frames == sorted(frames) and frames[-1] == 610
    between = [pressure for pressure in frames if 520 < pressure < 610]
    assert 10 <= len(between) <= KNOT_MS / FRAME_MS + 1
    assert between[len(between) // 2] > 565, "fast at first, then slowing down"
    assert not window.app.sway.is_moving and window.node("band").look[0].growth == 1.0


def test_frames_keep_their_distance(window, clock):
    enter(window)
    times = [when for when, _ in run(window, clock, KNOT_MS)]
    assert len(times) > 10 and all(later - sooner >= FRAME_MS for sooner, later in itertools.pairwise(times))


def test_the_last_turns_reckoning_is_told_under_a_moving_rope(window, clock):
    reveal(window)
    assert window.screen == "reveal" and shown(window) == 520
    frames = [pressure for _, pressure in run(window, clock, KNOT_MS + 200)]
    assert frames == sorted(frames) and frames[-1] == 610


def test_with_reduced_motion_it_is_one_step(window, clock):
    reveal(window, Settings(reduced_motion=True))
    assert shown(window) == 610 and not window.app.sway.is_moving


def test_switched_off_in_the_middle_it_stands_still(window, clock):
    reveal(window)
    window.press("F4")
    assert shown(window) == 610 and not window.app.sway.is_moving


@pytest.mark.parametrize("hand", ["key", "click"])
def test_any_key_or_click_skips_it_and_has_its_effect(window, clock, hand):
    reveal(window)
    run(window, clock, 100)
    assert window.app.sway.is_moving
    if hand == "key":
        window.press("Ctrl+Enter")
    else:
        window.click("primary")
    assert window.screen == "room" and shown(window) == 610 and not window.app.sway.is_moving


def test_a_turn_is_shown_moving_only_once(window, clock):
    reveal(window)
    run(window, clock, 1000)
    window.press("Esc", "D", "Esc")
    assert shown(window) == 610 and not window.app.sway.is_moving


def test_a_picture_that_nobody_watches_is_still():
    window = Window()
    reveal(window)
    assert shown(window) == 610


def test_the_first_turn_has_nothing_to_come_from(window, clock):
    seated(window, turn=1)
    assert not window.app.sway.is_moving


def test_an_idle_room_draws_no_frames(window, clock, monkeypatch):
    reveal(window)
    window.press("Esc")
    frames, naps = window.app.frames, []

    def nap(ms: int) -> int:
        naps.append(ms)
        if len(naps) > 50:
            pygame.event.post(pygame.event.Event(pygame.USEREVENT))
        return ms
    monkeypatch.setattr(pygame.time, "wait", nap)
    window.app.wait()
    assert window.app.frames == frames and not window.app.is_dirty
    assert naps[-1] == 20, "the loop sleeps as long as it may"


def test_the_clock_of_a_screen_keeps_its_pace_while_the_rope_moves(window, clock):
    """The rows of the reckoning come at their own speed, not with every frame of the rope."""
    reveal(window)
    told: list[int] = []
    screen = window.app.top
    was = screen.tick
    screen.tick = lambda now: (told.append(now), was(now))
    wanted = screen.wait_ms
    run(window, clock, KNOT_MS)
    assert 2 <= len(told) <= KNOT_MS / wanted + 1


def test_a_new_yarn_parts_as_the_knot_comes_to_rest(window, clock, monkeypatch):
    reveal(window)
    assert [strain.fresh for strain in [window.node("band").look[0]]] == [(0, 0)], "580 from 500: no yarn more"
    from game.ui.layout.node import Node, Tree
    from game.ui.paint.rope import Strain
    sway, strain = motion.Sway(), Strain(610, 600, None, 520, fresh=(1, 0))

    def at(now: int) -> Strain:
        tree = Tree("room", (1280, 720), [Node("band", "band", pygame.Rect(0, 0, 1280, 136), look=(strain, "room", ("washington", 3)))])
        sway.look(tree, now, True)
        return tree.nodes[0].look[0]
    assert at(0).growth == 0.0 and at(300).growth == 0.0
    assert 0 < at(450).growth < 1 and at(450).fresh == (1, 0)
    assert at(601).growth == 1.0 and at(601).fresh == (0, 0) and at(601).pressure == 610


def test_ease_begins_fast_and_ends_at_one():
    assert motion.eased(0) == 0 and motion.eased(1) == 1 == motion.eased(2)
    assert motion.eased(0.5) > 0.8
    assert not motion.is_on(Settings(reduced_motion=True)) and motion.is_on(Settings())
