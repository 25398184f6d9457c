"""A first game opens by degrees, in one place for window and terminal; who is taught is kept."""

from dataclasses import replace

import pytest

from game.engine.orders import Dispatch
from game.scenario.load import load
from game.session import lessons
from game.session.game import Game
from game.session.opponents import scripted
from game.session.settings import Settings, read_settings, write_settings
from game.wording.first_turn import LADDERS, first_turn, is_wide, tied
from tests.whole_games import book

WHOLE = frozenset(lessons.EVERYTHING) - {"first"}


def game_of(side: int, scenario: str = "october-1962", seed: int = 5) -> Game:
    rulebook = book() if scenario == "october-1962" else load(scenario)
    return Game.open(rulebook, seed, {1 - side: scripted(rulebook, 1 - side)})


@pytest.mark.parametrize("side", (0, 1))
def test_a_first_turn_is_one_paper_one_question_and_one_rung(side: int) -> None:
    board = game_of(side).board(side)
    first = first_turn(board)
    assert first is not None
    assert first.paper == board.papers[-1] and len(first.answers) == 3 and first.step is not None
    assert first.step.id == LADDERS[board.side][1] and first.stands == 0
    assert len({line.answers for line in first.answers}) == 1
    assert all(not line.refusal and line in board.orders for line in first.offered), "every choice is the board's own and may be given"


def test_a_wide_word_is_told_by_what_it_ties() -> None:
    first = first_turn(game_of(0).board(0))
    assert first is not None and [is_wide(line) for line in first.answers] == [False, True, True]
    assert tied(first.answers[1], 1) in ("No-invasion pledge +400", "Washington and Havana +400")


@pytest.mark.parametrize(("side", "turn", "opens", "closed"), [
    ("washington", 1, {"first", "paper", "say", "do"}, {"tray", "chart", "deal", "ledger"}),
    ("washington", 2, {"tray", "chart", "orders", "why"}, {"first", "ledger", "standing", "forecast", "deal", "unknown"}),
    ("washington", 3, {"attention", "forecast", "ledger", "standing"}, {"deal", "letters", "team"}),
    ("washington", 4, {"deal", "letters"}, {"team", "files", "charts"}),
    ("moscow", 1, {"first", "paper", "say", "do"}, {"unknown"}),
    ("moscow", 2, {"tray", "chart", "unknown"}, {"voices", "forecast"}),
    ("moscow", 3, {"voices", "forecast"}, {"deal"}),
    ("moscow", 4, {"deal", "letters", "voices", "unknown"}, {"team"})])
def test_turns_one_to_four_open_what_they_should(side: str, turn: int, opens: set[str], closed: set[str]) -> None:
    shown = lessons.open_panels(side, turn, Settings())
    assert opens <= shown and not closed & shown


def test_from_the_fifth_turn_on_everything_is_open_and_before_it_for_whoever_asked() -> None:
    for side in ("washington", "moscow"):
        assert lessons.open_panels(side, 5, Settings()) == WHOLE
        for turn in range(1, 5):
            assert lessons.open_panels(side, turn, Settings(open_all=True)) == WHOLE
            assert lessons.open_panels(side, turn, Settings(taught=(side,))) == WHOLE
            assert lessons.open_panels(side, turn, Settings()) < lessons.open_panels(side, turn + 1, Settings()) | {"first"}
    assert lessons.open_panels("moscow", 1, Settings(taught=("washington",))) != WHOLE, "each chair is learnt by itself"


def test_the_lesson_is_quicker() -> None:
    assert "deal" not in lessons.open_panels("washington", 2, Settings(), is_lesson=True)
    assert lessons.open_panels("washington", 3, Settings(), is_lesson=True) == WHOLE


def test_what_opens_next_is_said_until_nothing_is_left() -> None:
    game = game_of(0)
    ahead = lessons.opens_next(game.board(0), Settings())
    assert [turn for turn, _ in ahead] == [2, 3, 4, 5] and ahead[-1][1] == ()
    assert not {"unknown", "voices"} & {panel for _, panels in ahead for panel in panels}, "what only Moscow has is not promised to Washington"
    assert lessons.opens_in("deal", game.board(0), Settings()) == 4 and lessons.opens_in("team", game.board(0), Settings()) == 5
    assert lessons.opens_in("say", game.board(0), Settings()) == 0
    assert lessons.opens_next(game.board(0), Settings(open_all=True)) == ()


def test_a_game_whose_first_turn_asks_nothing_begins_with_the_second() -> None:
    board = replace(game_of(0).board(0), orders=())
    assert first_turn(board) is None and "tray" in lessons.panels_of(board, Settings()) and "first" not in lessons.panels_of(board, Settings())


def test_a_seat_is_taught_after_five_turns_or_at_the_end_and_the_file_remembers() -> None:
    plain = Settings()
    assert lessons.after(plain, (0,), 4, False) == plain
    assert lessons.after(plain, (0,), 5, False).taught == ("washington",)
    assert lessons.after(plain, (1,), 2, True).taught == ("moscow",)
    both = lessons.after(plain, (0, 1), 9, False)
    assert both.taught == ("washington", "moscow")
    write_settings(both)
    assert read_settings() == (both, "")
    assert lessons.untaught(both, "moscow").taught == ("washington",)


def test_a_real_game_opens_turn_by_turn() -> None:
    game, counts = game_of(0), []
    for _ in range(5):
        counts.append(len(lessons.panels_of(game.board(0), Settings())))
        game.submit(0, Dispatch())
        game.advance()
    assert counts == sorted(counts) and counts[-1] == len(WHOLE) and len(set(counts)) >= 4
