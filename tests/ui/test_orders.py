"""The order sheet: questions with one answer, orders of another stage, and where a first-time player's eye falls."""

import pytest

from game.session.doors import Choice
from game.session.frontdoor import front_doors
from game.ui.flow import sit_down

from .fake_game import FRAMES, LATER, QUESTION, FakeGame
from .window import Window, seated

FIRST_WORDS = [f"order:{id}" for id, _ in FRAMES]


def test_answers_to_one_question_stand_together_under_it() -> None:
    window = Window()
    seated(window)
    window.press("3", "O")
    assert window.tree.stops["catalogue"][:3] == FIRST_WORDS, "what can be answered now comes first"
    assert window.node(f"ask:{QUESTION}").text == f"one of 3: {QUESTION}"
    assert f"ask:{QUESTION}" not in window.tree.stops["catalogue"], "the question only tells"
    window.press("W")
    assert f"Of the orders about {QUESTION} only one can stand on a sheet." in [node.text for node in window.tree.nodes]


def test_a_second_answer_comes_back_with_its_reason() -> None:
    window = Window()
    seated(window)
    window.press("3", "O", "Enter", "Down", "Enter")
    assert window.app.top.desk.draft.orders == ("frame_arms",)
    assert "different answers to one question" in window.node("details:refusal").text
    window.walk_to("order:frame_arms")
    window.press("Enter")
    window.walk_to("order:frame_man")
    window.press("Enter")
    assert window.app.top.desk.draft.orders == ("frame_man",)


def test_the_order_just_given_stays_in_sight_when_the_sheet_grows() -> None:
    """The third order makes room for itself at the menu's cost."""
    window = Window(text=1.3)
    seated(window)
    window.press("3", "O")
    for order in ("frame_arms", "speak", "photos"):
        window.walk_to(f"order:{order}")
        window.press("Enter")
        assert window.focus == f"order:{order}" and window.tree.find(window.focus), order


def test_orders_of_another_stage_are_folded_away_and_unfold() -> None:
    window = Window()
    seated(window)
    late = {f"order:{id}" for id, _, menu, _ in LATER if menu == "diplomacy"}
    window.press("2", "O")
    assert not late & set(window.tree.stops["catalogue"]) and window.tree.stops["catalogue"][-1] == "later:diplomacy"
    window.walk_to("later:diplomacy")
    assert window.node("later:diplomacy:words").text == "3 orders of another stage"
    window.press("Enter")
    assert late <= set(window.tree.stops["catalogue"])
    window.walk_to("order:hand_back")
    assert "only after 4 November" in window.node("details:refusal").text
    window.walk_to("later:diplomacy")
    window.click("later:diplomacy")
    assert not late & set(window.tree.stops["catalogue"])


def test_the_first_turn_begins_at_the_question_that_is_asked() -> None:
    """Later turns begin at the first menu, as the sheet lies there."""
    window = Window()
    seated(window, turn=1)
    assert window.node("menu:public").is_on and all(window.tree.find(id) for id in FIRST_WORDS)
    seated(window, turn=2)
    assert window.node("menu:military").is_on


def test_the_briefing_names_the_three_first_words() -> None:
    window = Window()
    sit_down(window.app, FakeGame())
    window.settle()
    told = " ".join(node.text for node in window.tree.nodes if node.id.startswith("turn:text"))
    assert window.screen == "briefing" and all(words in told for _, words in FRAMES)


@pytest.mark.parametrize("text", (1.0, 1.3))
@pytest.mark.parametrize("side", ("washington", "moscow"))
def test_the_first_words_of_the_shipped_scenario_are_in_sight(side: str, text: float) -> None:
    doors = front_doors()
    window = Window(text=text, doors=doors)
    game = doors.new_game(Choice(side, "", 7, False, None))
    seated(window, game, turn=None)
    lines = [line for line in game.board(("washington", "moscow").index(side)).orders if line.answers and not line.refusal]
    assert len(lines) == 3 and all(window.tree.find(f"order:{line.id}") for line in lines)
