"""Ledgers of earlier turns, charts, chains and reckonings at the terminal: the same facts as in the window."""

from game.engine.sides import WASHINGTON
from game.session.game import Game
from game.text import account
from game.wording.chain import chain
from game.wording.course import grouped
from game.wording.reckonings import attention, score

from .terminal import new_game, typed


def _played(turns: int) -> Game:
    game = new_game(WASHINGTON)
    typed(*["send", "y"] * turns, game=game)
    return game


def test_the_ledger_of_an_earlier_turn_holds_all_its_rows() -> None:
    game = _played(3)
    turn = game.board(WASHINGTON).turns[0]
    told = typed("ledger 1", game=game).text
    assert f"LEDGER OF TURN 1: {turn.date}" in told
    assert all(row.cause in told for row in turn.rows if row.meter == "pressure")
    assert "a turn from 1 to 3 is needed" in typed("ledger 9", game=game).text


def test_charts_name_every_meter_with_its_range() -> None:
    board = _played(3).board(WASHINGTON)
    told = "\n".join(account.charts(board))
    assert all(meter.name[:31] in told for _, meters in grouped(board) for meter in meters)
    assert f"{min(board.history['pressure']):>6}{max(board.history['pressure']):>6}" in told
    assert all(len(line) <= 80 for line in account.charts(board))


def test_why_tells_the_chain_behind_the_greatest_cause() -> None:
    board = _played(3).board(WASHINGTON)
    row = max((row for row in board.ledger if row.meter == "pressure"), key=lambda row: abs(row.amount))
    told = " ".join(account.why(board, board.pressure))
    assert all(link.words.split()[0] in told for link in chain(board, board.turns[-1], row)) and "Behind the greatest:" in told


def test_a_reckoning_is_read_part_by_part() -> None:
    game = _played(1)
    made = attention(game.board(WASHINGTON))
    told = typed("why attention", game=game).text
    assert made.start_words in told and made.end_words in told and all(part.words in told for part in made.parts)


def test_the_end_says_how_the_scores_are_weighed() -> None:
    game = new_game(WASHINGTON)
    typed(*["send", "y"] * 60, game=game)
    board = game.board(WASHINGTON)
    told = " ".join(account.ending(board))
    assert "each with the same weight" in told and board.ending is not None
    assert score(board.ending, "washington", "true", "total").end == board.ending.scores[0].true["total"]
