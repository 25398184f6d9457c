"""The chain of causes behind an entry: it ends in the entry, tells only what the seat may know, and marks what it cannot."""

import pytest

from game.engine.ledger import UNKNOWN
from game.engine.orders import from_sheet
from game.engine.sides import SIDE_IDS, SIDES
from game.session.game import Game
from game.session.opponents import scripted
from game.wording.board import Board, LedgerRow
from game.wording.chain import chain, last_push
from tests.whole_games import book

PAIR = ("history-washington", "history-moscow")


@pytest.fixture(scope="module")
def game() -> Game:
    """The shipped history game after the shooting down, two people's seats."""
    rulebook = book()
    players = [scripted(rulebook, side, PAIR[side]) for side in SIDES]
    game = Game.open(rulebook, 745, {})
    for _ in range(11):
        for side in SIDES:
            view = game.view(side)
            game.submit(side, from_sheet(rulebook, view, players[side](view)))
        game.advance()
    return game


def _every_chain(board: Board):
    for turn in board.turns:
        for row in turn.rows:
            yield turn, row, chain(board, turn, row)


@pytest.mark.parametrize("side", SIDES)
def test_every_entry_has_a_chain_that_leads_to_it(game: Game, side: int) -> None:
    board = game.board(side)
    count = 0
    for turn, row, links in _every_chain(board):
        effect = next(link for link in links if link.kind == "effect")
        assert effect.meter == row.meter and effect.turn == turn.turn
        assert effect.words.endswith(f"{row.amount:+d}".replace("-", "\N{MINUS SIGN}"))
        assert len(links) >= 2 and all(link.words for link in links)
        count += len(links) > 2
    assert count > 100, "most entries have something behind them"


@pytest.mark.parametrize("side", SIDES)
def test_a_link_with_a_ledger_leads_to_one_that_has_it(game: Game, side: int) -> None:
    board = game.board(side)
    for _, _, links in _every_chain(board):
        for link in links:
            if link.meter and link.kind != "clash":
                assert any(row.meter == link.meter for row in board.turns[link.turn - 1].rows), link


def test_the_lost_aircraft_goes_back_to_the_order_that_sent_it_over(game: Game) -> None:
    board = game.board(0)
    turn = next(turn for turn in board.turns if any(id == "u2-lost" for id, _, _ in turn.clashes))
    row = next(row for row in turn.rows if row.cause == "U-2 lost over Cuba: grave" and row.meter == "pressure")
    kinds = [link.kind for link in chain(board, turn, row)]
    assert kinds[:4] == ["order", "state", "unknown", "clash"] and "effect" in kinds
    assert "you ordered" in chain(board, turn, row)[0].words


@pytest.mark.parametrize("side", SIDES)
def test_no_chain_names_an_order_that_was_not_seen(game: Game, side: int) -> None:
    """The other side's hidden orders, by name, nowhere in any chain while the game runs."""
    board = game.board(side)
    menu = {order.id: order for order in game.rulebook.orders[1 - side]}
    own = {order.name for order in game.rulebook.orders[side]}
    hidden = {menu[id].name for played in game.played for id in played.dispatches[1 - side].orders if not menu[id].is_seen} - own
    assert hidden, "the game has something to hide"
    told = " ".join(link.words for _, _, links in _every_chain(board) for link in links)
    assert not [name for name in hidden if name in told]


def test_a_hidden_cause_is_a_dashed_link() -> None:
    board = Board.__new__(Board)
    object.__setattr__(board, "side", SIDE_IDS[0])
    object.__setattr__(board, "turns", ())
    row = LedgerRow("unknown", "public", "pressure", "Pressure", 100, 20, 120, UNKNOWN, "", "unknown")
    from game.wording.board import TurnWords
    turn = TurnWords(1, "", "", 0, 720, (row,), (), (), ())
    links = chain(board, turn, row)
    assert [link.kind for link in links] == ["unknown", "effect"] and UNKNOWN not in links[0].words


def test_the_last_push_is_a_raise_where_the_meter_stands_high(game: Game) -> None:
    board = game.board(0)
    found = last_push(board, "pressure", 11)
    assert found and found[1].amount > 0
