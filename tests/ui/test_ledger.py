"""The ledger's screens by key and by mouse: order, turns, chains, charts, debrief, replay."""

from dataclasses import replace
from itertools import pairwise

import pytest

from game import worker
from game.ui.background import Answer
from game.ui.desk import Desk
from game.ui.screens.charts import Charts
from game.ui.screens.ending import HISTORY
from game.ui.screens.replay import Replay
from game.ui.screens.reveal import Reveal
from tests.whole_games import book

from .fake_game import FakeGame
from .window import Window, seated


def _ledger(turn: int = 2) -> Window:
    window, game = Window(), FakeGame()
    game.turn = turn
    window.app.push(Reveal(Desk(game, 0)))
    window.settle()
    return window


def _order(window: Window) -> list[str]:
    return [node.id for node in window.tree.nodes if node.id.startswith("part:") and node.kind == "row"]


def test_rows_stand_in_the_order_of_time_or_by_size() -> None:
    window = _ledger()
    assert _order(window) == [f"part:{place}" for place in range(7)]
    window.press("T")
    amounts = [int(node.text.replace("\u2212", "-")) for node in window.tree.nodes if node.id.endswith(":amount") and node.id.startswith("part:")]
    assert amounts == sorted(amounts, key=lambda amount: (amount < 0, -abs(amount))), "what raised it, the greatest first, then what took from it"
    rows = window.node("fall:picture").look.rows
    assert rows[0].after == 520 and rows[-1].after == 610 and all(a.after == b.before for a, b in pairwise(rows)), "it adds up either way"


def test_the_axis_says_where_it_begins() -> None:
    words = _ledger().node("fall:begins").text
    assert words.startswith("the scale begins at ") and int(words.rpartition(" ")[2]) > 0


def test_a_hidden_cause_and_a_hidden_order_are_black_bars() -> None:
    window = _ledger()
    assert window.node("part:3:bar").kind == "hidden" and window.node("part:3:words").text == "cause not known to you"
    assert window.node("done:moscow:2:bar").kind == "hidden"
    assert window.tree.find("done:washington:2:bar") is None, "one's own orders are all there"


def test_no_bar_is_left_when_everything_is_opened() -> None:
    assert not [node for node in _ledger(9).tree.nodes if node.id.startswith("done:") and node.kind == "hidden"]


def test_left_and_right_turn_to_other_turns_and_the_mouse_does_too() -> None:
    window = _ledger()
    window.press("Left")
    assert window.app.top.turn == 2 and window.node("fall:picture").text == "Pressure 380 to 520"
    window.click("key:\u2190")
    assert window.app.top.turn == 1
    window.press("Left")
    assert window.app.top.turn == 1, "before the first turn there is no ledger"
    window.press("Right", "Right")
    assert window.app.top.turn == 3


def test_the_chain_shows_the_chosen_cause_and_its_boxes_are_doors() -> None:
    window = _ledger()
    window.walk_to("part:1")
    links = [node for node in window.tree.nodes if node.kind == "box"]
    assert [node.look[0] for node in links] == ["order", "state", "unknown", "clash", "effect"]
    assert any(node.kind == "arrow" for node in window.tree.nodes)
    window.press("Tab")
    assert window.focus.startswith("chain:")
    window.press("Enter")
    assert window.app.top.meter == "quarantine" and window.app.top.turn == 1


def test_a_card_of_what_was_done_chooses_its_entry() -> None:
    window = _ledger()
    window.app.top.act("show:face")
    window.settle()
    window.click("done:washington:0")
    assert window.focus == "part:0" and window.app.top.meter == "pressure"


def test_reduced_motion_shows_the_ledger_whole_at_once() -> None:
    window, game = Window(), FakeGame()
    game.turn = 2
    window.app.settings = replace(window.app.settings, reduced_motion=True)
    window.app.push(Reveal(Desk(game, 0), is_fresh=True))
    assert window.app.top.wait_ms == 0
    window.settle()
    assert len(window.node("fall:picture").look.rows) == 9


@pytest.mark.parametrize("meter", ("resolve", "troops"))
def test_a_number_that_never_moved_says_so_and_still_opens(meter: str) -> None:
    window = Window()
    seated(window)
    window.app.top.why(f"meter:{meter}")
    window.settle()
    assert "Nothing has moved it yet" in " ".join(node.text for node in window.tree.nodes)
    window.press("W")
    assert window.screen == "reveal" and window.node("fall:picture")


# ------------------------------------------------------------------ the charts

def test_g_opens_the_charts_and_enter_the_ledger_of_the_turn_under_the_cursor() -> None:
    window = Window()
    seated(window)
    window.press("G")
    assert window.screen == "charts"
    window.press("[")
    assert window.app.top.cursor == 2 and window.node("cursor:value").text == "380 \u2192 520"
    window.press("Ctrl+Enter")
    assert window.screen == "reveal" and window.app.top.turn == 2
    window.press("Esc")
    window.walk_to("plot")
    window.press("Home")
    assert window.app.top.cursor == 0 and window.node("cursor:value").text == "300"


def test_arrows_walk_the_small_charts_and_the_large_one_follows() -> None:
    window = Window()
    seated(window)
    window.press("G", "Right")
    assert window.app.top.meter == "fatigue" and window.node("one:title").text == "FATIGUE"
    window.press("W")
    assert window.screen == "why" and window.node("slip:title").text == "FATIGUE"


def test_a_click_on_the_course_moves_the_cursor() -> None:
    window = Window()
    seated(window)
    window.app.push(Charts(window.app.top.desk))
    window.settle()
    plot = window.node("plot:picture").rect
    window.click_at(plot.left + 4, plot.centery)
    assert window.app.top.cursor == 0
    window.click_at(plot.right - 4, plot.centery)
    assert window.app.top.cursor == 3


# ------------------------------------------------------------------ the debrief and the replay

def _over() -> tuple[Window, FakeGame]:
    window, game = Window(), FakeGame()
    seated(window, game, 9)
    return window, game


def test_a_score_is_a_door_to_its_parts_and_the_weights_are_said() -> None:
    window, _ = _over()
    assert "each with the same weight" in window.node("scores:weights").text
    window.walk_to("score:washington:public:total")
    window.press("W", "W")
    assert window.screen == "account" and len(_order(window)) == 5


def test_history_is_drawn_beside_once_the_other_process_has_played_it() -> None:
    window, _ = _over()
    assert not window.node("plot:picture").look.dashed and window.tree.find("course:past") is None
    window.app.top.answered(Answer(HISTORY, [[0, 300], [1440, 420], [2880, 560]]))
    window.settle()
    assert len(window.node("plot:picture").look.dashed) == 3 and "560" in window.node("course:past").text
    other = worker.answer({"job": "history", "arguments": {"scenario": "october-1962", "hash": book().hash}}, worker.JOBS, lambda done, total: None)
    assert len(other["value"]) > 20 and all(0 <= pressure <= 1000 for _, pressure in other["value"])


def test_the_debrief_stamps_the_annex_and_opens_what_neither_knew() -> None:
    window, _ = _over()
    told = " ".join(node.text for node in window.tree.nodes)
    assert window.node("secrets:stamp").text == "Kept" and "You never knew" in told and "Moscow never knew" in told


def test_the_replay_steps_through_the_turns_and_plays_nothing() -> None:
    window, game = _over()
    window.press("R")
    assert window.screen == "replay" and window.app.top.turn == 0
    window.press("Right", "Right")
    assert window.app.top.turn == 2 and window.node("events:value").text
    window.press("End")
    assert window.app.top.turn == 3
    window.press("Home")
    assert window.app.top.turn == 0
    window.click("primary")
    assert window.app.top.turn == 1
    window.press("Ctrl+Enter")
    assert window.screen == "reveal"
    window.press("Esc", "Esc")
    assert window.screen == "ending" and not game.handed_in


def test_the_replay_of_a_running_game_has_no_more_turns_than_were_played() -> None:
    window = Window()
    game = FakeGame()
    game.turn = 2
    window.app.push(Replay(game.watched(0)))
    window.settle()
    window.press(*["Right"] * 9)
    assert window.app.top.turn == 3 and "as this seat saw it" in window.node("events:aside").text
