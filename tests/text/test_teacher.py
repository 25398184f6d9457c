"""The terminal teaches as the window does: the same choices in the first turn, panels by degrees, prompts, and words to leave."""

import pytest

from game.session import lessons
from game.session.frontdoor import front_doors, lesson
from game.session.prompts import AT_THE_KEYBOARD, AT_THE_WINDOW, Moment, prompt
from game.session.settings import Settings
from game.text import play
from game.text.seat import Seat
from game.text.teacher import PANEL, Wishes
from game.text.title import open_title
from game.wording.first_turn import first_turn

from .terminal import CLEARED, Terminal, new_game


def taught_by(*lines: str, game=None, wishes: Wishes | None = None, side: int = 0) -> Terminal:
    terminal = Terminal(lines)
    play.run(game or new_game(side), terminal.read, terminal.write, CLEARED, wishes or Wishes(Settings()))
    return terminal


@pytest.mark.parametrize("side", (0, 1))
def test_the_first_turn_offers_what_the_window_offers_and_no_more(side: int) -> None:
    game = new_game(side)
    first = first_turn(game.board(side))
    assert first is not None
    terminal = taught_by("orders", game=game, side=side)
    shown = terminal.after("orders")
    assert all(line.name in shown for line in first.answers)
    others = [line.name for line in game.board(side).orders if line not in first.offered and line.id != first.step.id]
    assert not [name for name in others if name in shown]
    assert "IN-TRAY" not in terminal.text and first.paper.title in terminal.text


def test_an_order_of_a_later_turn_is_put_off_and_one_word_takes_anothers_place() -> None:
    terminal = taught_by("give raise", "give frame_missiles", "give frame_castro", "sheet")
    assert "opens in a later turn" in terminal.after("give raise")
    assert "Speak of Castro" in terminal.after("sheet") and "missiles alone" not in terminal.after("sheet")


def test_commands_open_with_their_panels() -> None:
    game = new_game(0)
    for turn in range(1, 6):
        seat = Seat(game, 0, Terminal().read, Terminal().write, Wishes(Settings()))
        shown = lessons.panels_of(seat.board, Settings())
        for command, panel in PANEL.items():
            assert bool(seat.teacher.closed(command)) == (panel not in shown), (turn, command)
        seat.seal()
        game.advance()
    assert "turn 4" in taught_by("deal").after("deal")


def test_the_same_word_opens_everything() -> None:
    kept: list[Settings] = []
    terminal = taught_by("deal", "open all", "deal", wishes=Wishes(Settings(), kept.append))
    assert "opens in turn" in terminal.text and "DEAL TABLE" in terminal.text and kept[-1].open_all


def test_without_a_word_about_wishes_everything_is_open() -> None:
    terminal = Terminal(["deal"])
    play.run(new_game(0), terminal.read, terminal.write, CLEARED)
    assert "DEAL TABLE" in terminal.after("deal") and ">>" not in terminal.text


def test_the_prompts_are_the_windows_in_the_words_of_a_keyboard() -> None:
    game = lesson("washington")
    terminal = taught_by("give frame_communism", "give frame_missiles", "give tighten", game=game)
    board = game.board(0)
    for orders in ((), ("frame_communism",), ("frame_missiles",), ("frame_missiles", "tighten_quarantine")):
        from game.engine.orders import Dispatch
        said = prompt(Moment(board, Dispatch(orders), "first"))
        told = " ".join(terminal.text.split())
        assert said.words(AT_THE_KEYBOARD) in told.replace("   ", " "), said.id
    assert prompt(Moment(board, Dispatch(), "deal")).words(AT_THE_WINDOW) not in terminal.text


def test_a_prompt_is_said_once_and_again_only_when_it_changes() -> None:
    terminal = taught_by("orders", "sheet", "give frame_missiles", game=lesson("washington"))
    assert terminal.text.count(">> Read the paper") == 1


def test_skip_ends_the_lesson_and_is_kept() -> None:
    kept: list[Settings] = []
    terminal = taught_by("skip", "deal", game=lesson("washington"), wishes=Wishes(Settings(), kept.append))
    assert kept[-1].taught == ("washington",) and "DEAL TABLE" in terminal.after("deal")
    assert "no lesson" in taught_by("skip").after("skip")


def test_the_lesson_is_played_to_its_end_and_weighed() -> None:
    kept: list[Settings] = []
    terminal = taught_by("give frame_missiles", *("send", "y") * 8, game=lesson("washington"), wishes=Wishes(Settings(), kept.append))
    assert "What it was worth to each side" in terminal.text and kept[-1].taught == ("washington",)


def test_the_title_teaches_and_goes_on_with_a_lesson_begun() -> None:
    terminal = Terminal(["4", "1", "send", "y", "quit", "4", "3", "quit", "3"])
    assert open_title(front_doors(), terminal.read, terminal.write, CLEARED, Wishes(Settings())) == 0
    assert "turn 1 of about 6" in terminal.text and terminal.text.count("turn 2 of about 6") == 2


def test_a_new_game_asks_which_crisis() -> None:
    terminal = Terminal(["1", "2", "1", "1", "quit", "3"])
    assert open_title(front_doors(), terminal.read, terminal.write, CLEARED, Wishes(Settings(open_all=True))) == 0
    assert "Which crisis?" in terminal.text and "turn 1 of about 6" in terminal.text
