"""Reckonings add up or are refused; meters, scores and courses are reckoned from what the board holds and nothing else."""

import pytest

from game.engine.endings import PARTS
from game.engine.sides import SIDES
from game.session.game import Game
from game.session.opponents import scripted
from game.wording.course import course_of, grouped, timeline, turning_points
from game.wording.reckoning import Part, Reckoning, held, shares
from game.wording.reckonings import attention, effect, of_meter, score, value_at, worth
from tests.whole_games import book

PAIR = ("history-washington", "history-moscow")


@pytest.fixture(scope="module")
def over() -> Game:
    rulebook = book()
    game = Game.open(rulebook, 745, {side: scripted(rulebook, side, PAIR[side]) for side in SIDES})
    while not game.is_over:
        game.advance()
    return game


def test_what_does_not_add_up_is_refused() -> None:
    with pytest.raises(ValueError, match="do not add up to 5"):
        Reckoning("Worth", 0, (Part("one", 4),), 5, "", "")


@pytest.mark.parametrize("amounts", [(886, 832, 805, 686, 900), (1, 1, 1, 1, 1), (0, -7, 3), ()])
def test_shares_add_up_to_the_whole_rounded(amounts: tuple[int, ...]) -> None:
    assert sum(shares(amounts, 1, 5)) == sum(amounts) // 5


def test_what_runs_off_the_scale_is_lost() -> None:
    parts, end = held(950, (Part("up", 100), Part("down", -30)))
    assert [part.amount for part in parts] == [50, -30] and end == 970


@pytest.mark.parametrize("side", SIDES)
def test_every_meter_of_every_turn_is_reckoned_from_where_it_stood_to_where_it_stands(over: Game, side: int) -> None:
    board = over.board(side)
    for turn in board.turns:
        for id in board.history:
            made = of_meter(board, turn, id)
            assert (made.start, made.end) == (value_at(board, id, turn.turn - 1), value_at(board, id, turn.turn)), (id, turn.turn)
    assert of_meter(board, board.turns[-1], "pressure").end == board.pressure.value


def test_every_number_of_the_scores_is_reckoned(over: Game) -> None:
    ending = over.board(0).ending
    assert ending is not None
    for told in ending.scores:
        for story, values in (("public", told.public), ("true", told.true)):
            for part in (*PARTS, "total"):
                assert score(ending, told.side, story, part).end == values[part], (told.side, story, part)
    total = score(ending, "washington", "true", "total")
    assert len(total.parts) == len(PARTS) and "same weight" in total.note


def test_an_order_is_reckoned_from_where_the_meter_stands_and_no_further_than_its_scale() -> None:
    game = Game.open(book(), 7, {})
    board = game.board(0)
    order = next(line for line in board.orders if any(label == "pressure" for label, _ in line.effects))
    place = next(place for place, (label, _) in enumerate(order.effects) if label == "pressure")
    made = effect(board, order, place)
    assert made.start == board.pressure.value and made.end == min(1000, max(0, board.pressure.value + order.effects[place][1]))
    blind = next(line for line in board.orders for label, _ in line.effects if label.startswith("their"))
    place = next(place for place, (label, _) in enumerate(blind.effects) if label.startswith("their"))
    assert effect(board, blind, place).start == 0, "of the other side's number only the push is known"


def test_attention_and_worth_add_up() -> None:
    board = Game.open(book(), 7, {}).board(1)
    assert attention(board, 1).end == board.attention - 1
    made = worth("A letter", (("security", 40), ("home", -10)), 25)
    assert made.end == 25 and [part.amount for part in made.parts] == [40, -10, -5]


@pytest.mark.parametrize("side", SIDES)
def test_courses_stand_on_their_true_dates(over: Game, side: int) -> None:
    board = over.board(side)
    when = timeline(board)
    assert len(when.minutes) == len(course_of(board, "pressure")) == len(board.turns) + 1 and list(when.minutes) == sorted(when.minutes)
    assert when.days[0] in ("22 Oct", "23 Oct") and when.breaks, "half-days give way to longer turns"
    assert when.place(when.minutes[3]) == 3 and when.place(-5) == 0
    points = turning_points(board, "pressure", 5)
    assert [point.turn for point in points] == sorted(point.turn for point in points) and len(points) == 5
    nets = sorted((abs(value_at(board, "pressure", n) - value_at(board, "pressure", n - 1)) for n in range(1, len(board.turns) + 1)), reverse=True)
    assert sorted((abs(point.amount) for point in points), reverse=True) == nets[:5]
    listed = [meter.id for _, meters in grouped(board) for meter in meters]
    assert len(listed) == len(set(listed)) and {"pressure", "fear", "estimate", "mood"} <= set(listed)
