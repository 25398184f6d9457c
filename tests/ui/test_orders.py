"""The order sheet: questions with one answer, orders of another stage, and where a first-time player's eye falls."""

import pytest

from game.session.doors import Choice
from game.session.frontdoor import front_doors
from game.ui.flow import sit_down

from .fake_game import FRAMES, LATER, QUESTION, FakeGame
from .fake_staff import FakeStaff, answered
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
    assert f"Of the orders about {QUESTION} only one can stand on a sheet." in " ".join(node.text for node in window.tree.nodes)


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


# ------------------------------------------------------------------------------------------------ what the staff has counted, what is sent


def counted_room(*orders: str) -> Window:
    """The room with a staff that has counted everything."""
    window = Window()
    window.app.is_live, window.app.background = True, FakeStaff()
    seated(window)
    for order in orders:
        window.app.top.act(f"give:{order}")
    answered(window.app)
    window.settle()
    return window


def test_an_order_shows_its_likely_effects_as_ranges_and_why() -> None:
    window = counted_room()
    window.app.top.rest("order:quarantine")
    window.app.top.moved("order:quarantine")
    window.app.is_dirty = True
    window.settle()
    assert window.node("order:quarantine:figure").text == "+75"
    assert window.node("order:quarantine:war").text == "+3" and window.node("order:quarantine:deal").text == "\u00b7"
    window.press("W")
    assert window.screen == "why"
    told = " ".join(node.text for node in window.tree.nodes if node.id.startswith("slip:"))
    assert "Pressure +70 to +90: Stop and board at the line +70; the quarantine stands +10 to +14; time passes \u22127 to \u22125." in told
    window.press("W")
    assert window.screen == "account"


def test_the_forecast_is_a_hundred_ways_and_each_number_a_door() -> None:
    window = counted_room()
    dots = window.node("forecast:dots").look
    assert len(dots) == 100 and dots.count("war") == int(window.node("forecast:war:figure").text)
    window.walk_to("forecast:settled")
    window.press("W", "W")
    assert window.screen == "account"


def test_before_the_staff_has_counted_the_dots_are_grey_and_the_rules_speak() -> None:
    window = Window()
    window.app.is_live, window.app.background = True, FakeStaff(is_quick=False)
    seated(window)
    assert window.node("forecast:dots").look == () and window.node("forecast:war:figure").text == "\u2026"
    assert window.node("order:quarantine:figure").text == "+70"


def test_undo_is_a_key_that_can_be_clicked() -> None:
    window = counted_room("quarantine")
    assert window.app.top.desk.draft.orders == ("quarantine",)
    window.click("undo")
    assert window.app.top.desk.draft.orders == () and window.tree.find("undo") is None


def test_attention_is_a_door_to_what_sleep_has_taken() -> None:
    window = counted_room("quarantine")
    window.walk_to("attention")
    window.press("W")
    assert window.screen == "why"
    window.press("W")
    assert window.screen == "account"


def told(window: Window) -> str:
    return " ".join(node.text for node in window.tree.nodes if node.id.startswith("slip:"))


def test_an_acceptance_shows_its_price_before_it_is_sent() -> None:
    window = counted_room()
    desk = window.app.top.desk
    desk.change(desk.draft.answering("accept", 2))
    window.press("Ctrl+Enter")
    assert window.screen == "confirm"
    assert "Accepting is worth +70 to us: security +120, home \u221240, allies \u221220, face +10." in told(window)
    assert "It binds us to:" in told(window) and "Everybody will read of:" in told(window)


def test_an_acceptance_and_a_proposal_on_one_sheet_are_explained() -> None:
    window = counted_room()
    window.press("D")
    window.app.top.act("peg:T02:2")
    window.app.top.act("put")
    desk = window.app.top.desk
    desk.change(desk.draft.answering("accept", 2))
    window.app.is_dirty = True
    window.settle()
    assert window.node("given:answer:words").text.startswith("Accept:") and window.tree.find("given:proposal")
    window.press("Ctrl+Enter")
    assert "our proposal falls with every other letter" in told(window)


def test_the_sheet_is_shown_whole_before_it_is_signed() -> None:
    """Orders with their causes, what they tie, what is unused, how it may go."""
    window = counted_room("quarantine")
    window.press("D")
    window.app.top.act("peg:T02:2")
    window.app.top.act("put")
    window.settle()
    answered(window.app)
    window.press("Ctrl+Enter")
    answered(window.app)
    window.settle()
    assert "Pressure +70 to +90" in told(window) and "2 orders not used" in told(window)
    assert window.tree.find("forecast:dots") and "The letter is worth" in told(window)
    window.press("Esc")
    assert window.screen == "room" and window.app.top.desk.draft.orders == ("quarantine",)
