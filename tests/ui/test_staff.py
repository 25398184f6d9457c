"""The staff at work in the process beside the window: real counts for a real game, part by part, without the window waiting."""

import time

from game.session.game import Game
from game.session.opponents import scripted
from game.ui.background import Background
from game.ui.desk import Desk
from game.ui.flow import sit_down
from tests.whole_games import book

from .fake_game import FakeGame
from .fake_staff import FakeStaff
from .window import Window, seated

PATIENCE = 120
"""Seconds after which a process that says nothing is a failure."""


def test_the_process_beside_the_window_counts_for_a_real_game() -> None:
    window = Window()
    game = Game.open(book(), 12, {1: scripted(book(), 1)})
    sit_down(window.app, game)
    window.press("Ctrl+Enter")
    assert window.screen == "room"
    window.app.is_live, window.app.background = True, Background()
    try:
        window.press("D")
        window.app.top.act("peg:T01:2")
        window.app.is_dirty = True
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            window.settle()
            for answer in window.app.background.take():
                assert not answer.problem
                for screen in window.app.stack:
                    screen.answered(answer)
                window.app.is_dirty = True
            if window.app.top.acceptance().is_whole and window.app.top.shares("T01"):
                break
            time.sleep(0.02)
        told = window.app.top.acceptance()
        assert told.is_whole and told.counted == 200 and 0 <= told.take <= 200
        window.settle()
        assert window.node("sum:accept:figure").text == str(told.share)
    finally:
        window.app.background.close()


def test_an_answer_meant_for_another_turn_or_seat_is_passed_by() -> None:
    window = Window()
    window.app.is_live, window.app.background = True, FakeStaff(is_quick=False)
    seated(window)
    old = window.app.background
    wishes = dict(old.open)
    assert wishes
    desk = Desk(FakeGame((1,)), 1)
    old.is_quick = True
    for answer in old.take():
        desk.staff.hear(window.app, answer)
    assert desk.staff.look(window.app, "forecast", desk.draft.dispatch()).so_far is None


def test_where_the_process_is_gone_the_screens_say_so_and_the_game_goes_on() -> None:
    from game.ui.background import Answer
    window = Window()
    window.app.is_live, window.app.background = True, FakeStaff(is_quick=False)
    seated(window)
    for id in list(window.app.background.open):
        for screen in window.app.stack:
            screen.answered(Answer(id, problem="The helper process is not to be had here; the game goes on without it."))
    window.app.is_dirty = True
    window.settle()
    assert window.node("forecast:note").text == "No staff to count here."
    assert window.node("order:quarantine:figure").text == "+70", "the rules still speak"
