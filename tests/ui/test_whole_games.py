"""Whole games from the title to the ending: by keyboard alone, by mouse alone, with made-up boards and with the real rules."""


import pytest

from game.session.doors import Choice
from game.session.frontdoor import front_doors

from .window import Window


def test_a_whole_game_by_keyboard_alone() -> None:
    """From the title to the ending and back, with orders, an answer, a counter-offer and a letter of one's own."""
    window = Window()
    window.walk_to("new")
    window.press("Enter")
    window.walk_to("chair:moscow")
    window.press("Enter")
    window.walk_to("across:hold")
    window.press("Enter")
    window.walk_to("level:5")
    window.press("Enter")
    window.walk_to("seed")
    window.press("1", "9", "6", "2", "7", "Back", "Ctrl+Enter")
    assert window.choices == [Choice("moscow", "hold", 1962, False, 5)]
    assert window.screen == "briefing"
    window.press("Ctrl+Enter", "1", "O", "Enter", "Down", "Down", "Space", "2")
    window.walk_to("order:visit")
    window.press("Enter", "I")
    window.walk_to("paper:letter-1")
    window.press("Y", "A", "Esc", "Ctrl+Enter", "Enter")
    game = window.games[0]
    first = game.handed_in[0][1]
    assert first.orders == ("quarantine", "hold", "visit")
    assert (first.answer, first.answer_to) == ("accept", 1)

    assert window.screen == "reveal"
    window.walk_to("moved:fear")
    window.press("Enter")
    assert window.tree.find("fall:picture").text.startswith("Fear")
    window.press("Esc")
    window.walk_to("paper:letter-2")
    window.press("R", "C")
    assert window.screen == "deal"
    window.walk_to("issue:T09")
    window.press("Left", "Left", "P", "O")
    window.walk_to("group:pledges")
    window.press("Enter")
    window.walk_to("issue:T07")
    window.press("Enter", "Right")
    window.walk_to("issue:T01")
    window.press("X", "T", "Ctrl+Enter", "Ctrl+Enter", "Enter")
    second = game.handed_in[1][1]
    assert (second.answer, second.answer_to) == ("counter", 2)
    assert set(second.proposal.terms) == {"T07", "T09"}
    term = second.proposal.terms["T09"]
    assert (term.position, term.secret, term.paper, term.exact) == (3, True, False, False)
    assert second.proposal.deadline_half_days == 1

    window.press("Ctrl+Enter", "D", "Enter", "Ctrl+Enter", "I")
    window.walk_to("paper:own-1")
    window.press("Y", "B", "Ctrl+Enter", "Ctrl+Enter", "Enter")
    third = game.handed_in[2][1]
    assert third.withdraw == 1 and third.proposal is not None and third.answer == "ignore"
    assert window.screen == "ending"
    window.press("Ctrl+Enter")
    assert window.screen == "title"


def test_what_is_taken_as_true_is_chosen_by_key_and_by_mouse() -> None:
    """The default stands marked until another answer is chosen; its note comes with it, and the briefing says how the game is set."""
    for by_mouse in (False, True):
        window = Window((1920, 1080), doors=front_doors())
        window.click("new")
        assert window.screen == "choose"
        assert window.node("set:danger:ellsberg").is_on and window.node("set:danger:ellsberg").text == "About 1 in 10 (the default)"
        for id in ("set:danger:kennedy", "set:secret_mattered:letter"):
            if by_mouse:
                window.click(id)
            else:
                window.walk_to(id)
                window.press("Enter")
        on = [node.id for node in window.tree.nodes if node.id.startswith("set:") and node.kind == "choice" and node.is_on]
        assert on == ["set:danger:kennedy", "set:secret_mattered:letter"]
        assert window.tree.find("set:danger:kennedy:note") and not window.tree.find("set:danger:ellsberg:note")
        window.press("Ctrl+Enter")
        assert window.screen == "briefing"
        while (roll := window.tree.rolls["paper:text"]).first + roll.seen < roll.count:
            window.click("paper:text:down")
        told = " ".join(node.text for node in window.tree.nodes if node.id.startswith("paper:text:"))
        assert "This game is played at: How dangerous was it? About 45 in 100. Did the secret promise decide? Yes: it was part of the price." in told


def test_a_whole_game_by_mouse_alone() -> None:
    window = Window()
    window.click("new", "chair:washington", "across:hold", "level:2", "primary")
    assert window.choices == [Choice("washington", "hold", None, False, 2)]
    window.click("primary", "menu:military", "order:quarantine", "give", "menu:diplomacy", "order:visit", "order:visit", "order:thant", "give",
                 "strike:visit")
    window.click("paper:letter-1", "reader:reply", "answer:refuse", "primary", "primary", "do:sign")
    game = window.games[0]
    first = game.handed_in[0][0]
    assert first.orders == ("quarantine", "thant")
    assert (first.answer, first.answer_to) == ("refuse", 1)

    assert window.screen == "reveal"
    window.click("moved:home", "primary", "paper:letter-2", "answer:counter")
    window.click("issue:T09:peg:3", "issue:T09:secret", "issue:T09:paper", "channel:envoy", "deadline:2")
    window.click("group:pledges", "issue:T07")
    window.click("issue:T07:peg:2", "issue:T07:exact", "issue:T07:exact", "issue:T01:paper", "primary", "primary", "do:sign")
    second = game.handed_in[1][0]
    assert second.answer == "counter" and second.proposal.channel == "envoy" and second.proposal.deadline_half_days == 2
    assert {id: term.position for id, term in second.proposal.terms.items()} == {"T01": 3, "T09": 3, "T07": 2}

    window.click("primary", "paper:own-1", "reader:reply", "answer:withdraw", "primary", "primary", "do:sign")
    assert game.handed_in[2][0].withdraw == 1
    assert window.screen == "ending"
    window.click("primary")
    assert window.screen == "title"


def play_on(window: Window, turn: list[str]) -> int:
    """Presses the same keys turn after turn until the game ends; how many turns that took."""
    for turns in range(1, 60):
        for key in turn:
            window.press(key)
            if window.screen == "ending":
                return turns
    raise AssertionError("no ending in 60 turns")


@pytest.mark.parametrize("side", ("washington", "moscow"))
def test_a_real_game_by_keyboard_alone_reaches_an_ending(side: str) -> None:
    """The rules, the doctrines and the save behind it: an order a turn, to the end; then it is on the list no more."""
    window = Window(doors=front_doors())
    window.press("Enter")
    window.walk_to(f"chair:{side}")
    window.press("Enter")
    window.walk_to("seed")
    window.press("7", "Ctrl+Enter", "Ctrl+Enter")
    assert window.screen == "room"
    assert play_on(window, ["4", "O", "Enter", "Ctrl+Enter", "Enter", "Ctrl+Enter"]) > 3
    window.press("Ctrl+Enter")
    assert window.screen == "title" and window.app.top.saves == []


def test_a_real_game_by_mouse_alone_reaches_an_ending() -> None:
    """With a proposal in the first turn, so that letters come and go."""
    window = Window(doors=front_doors())
    window.click("new", "primary", "primary", "key:D")
    first = window.app.top.desk.board.issues[0].id
    window.click(f"issue:{first}:peg:2", "primary", "primary", "do:sign")
    for _ in range(60):
        if window.screen == "ending":
            break
        window.click(*(["primary"] if window.screen == "reveal" else []), *(["primary", "do:sign"] if window.app.top.name == "room" else []))
    assert window.screen == "ending"


def test_an_interrupted_game_goes_on_from_the_title() -> None:
    window = Window(doors=front_doors())
    window.press("Enter", "Ctrl+Enter", "Ctrl+Enter", "Ctrl+Enter", "Enter")
    assert window.screen == "reveal"
    date = window.tree.find("date").text
    window.app.title()
    window.settle()
    window.walk_to("continue")
    window.press("Enter")
    assert window.screen == "reveal" and window.tree.find("date").text == date
