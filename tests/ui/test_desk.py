"""Nothing is lost, nothing is sent by chance: drafts, refusals, leaving."""

from pathlib import Path

import pygame

from game.session.doors import Doors

from .fake_game import FakeGame
from .window import Window, seated


def test_esc_never_loses_an_order() -> None:
    """Back out of everything by Esc: the draft is what it was."""
    window = Window()
    seated(window)
    window.press("O", "Enter", "D", "Enter", "Right", "P")
    draft = window.app.top.desk.draft
    assert draft.orders == ("quarantine",) and draft.terms
    window.press("Esc", "Ctrl+Enter", "Esc", "W", "Esc", "F1", "Esc", "Esc")
    assert window.screen == "leave"
    window.press("Esc")
    assert window.screen == "room" and window.app.top.desk.draft == draft


def test_undo_and_redo_before_sending() -> None:
    window = Window()
    seated(window)
    window.press("O", "Enter", "Down", "Enter")
    both = window.app.top.desk.draft
    window.press("Ctrl+Z")
    assert window.app.top.desk.draft.orders == ("quarantine",)
    window.press("Ctrl+Y")
    assert window.app.top.desk.draft == both


def test_sending_asks_once_and_takes_no_for_an_answer() -> None:
    window = Window()
    game = seated(window)
    window.press("Ctrl+Enter")
    assert window.screen == "confirm" and game.handed_in == []
    window.press("Esc")
    assert game.turn == 2
    window.press("Ctrl+Enter", "Enter")
    assert game.turn == 3


def test_a_refused_order_comes_back_with_its_reason() -> None:
    window = Window()
    seated(window)
    window.press("O")
    window.walk_to("order:invade")
    window.press("Enter")
    assert window.app.top.desk.draft.orders == ()
    assert "needs the build-up at 800" in window.node("details:refusal").text
    for order in ("quarantine", "strike", "hold", "escort"):
        window.walk_to(f"order:{order}")
        window.press("Enter")
    assert window.app.top.desk.draft.orders == ("quarantine", "strike", "hold")
    assert "the staff can carry 3" in window.node("details:refusal").text


def test_a_proposal_that_cannot_be_sent_is_returned_with_every_reason() -> None:
    window = Window()
    game = seated(window)
    window.press("D", "Down", "Enter", "P", "V", "C", "Ctrl+Enter", "Ctrl+Enter")
    told = window.node("slip:text:0").text + " ".join(node.text for node in window.tree.nodes if node.id.startswith("slip:text:"))
    assert "exact wording needs the drafting order" in told and "everybody hears" in told
    window.press("Enter")
    assert game.handed_in == [] and window.screen == "room"


def test_a_turn_that_cannot_be_saved_stays_on_the_desk() -> None:
    window = Window()
    game = seated(window)
    window.press("O", "Enter")
    advance, game.advance = game.advance, lambda: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    window.press("Ctrl+Enter", "Enter")
    assert "No space left on device" in " ".join(node.text for node in window.tree.nodes)
    window.press("Esc")
    assert window.app.top.desk.draft.orders == ("quarantine",)
    game.advance = advance
    window.press("Ctrl+Enter", "Enter")
    assert game.handed_in[0][0].orders == ("quarantine",)


def test_a_game_that_cannot_begin_or_go_on_says_why() -> None:
    def refuse(_: object) -> FakeGame:
        raise ValueError("october.knot was written by rules 9; this game knows rules 1.")
    window = Window(doors=Doors(refuse, refuse, lambda: [(Path("october.knot"), "Washington")], lambda side: [("hold", "Hold", "Holds.")]))
    window.walk_to("continue")
    window.press("Enter")
    assert "rules 9" in " ".join(node.text for node in window.tree.nodes)
    window.press("Esc")
    window.walk_to("new")
    window.press("Enter", "Ctrl+Enter")
    assert "rules 9" in " ".join(node.text for node in window.tree.nodes)


def test_closing_the_window_in_play_says_that_the_game_is_saved() -> None:
    window = Window()
    seated(window)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    window.settle()
    assert window.app.is_open and "saved" in window.node("slip:text:0").text
    window.press("Q")
    assert not window.app.is_open


def test_closing_the_title_just_closes() -> None:
    window = Window()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    window.settle()
    assert not window.app.is_open
