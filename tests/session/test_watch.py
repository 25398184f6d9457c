"""Looking back: boards as they stood, nothing opened before the end, everything after it, and only for whom it is."""

from pathlib import Path

import pytest

from game.engine.ledger import UNKNOWN
from game.engine.orders import from_sheet
from game.engine.sides import SIDES
from game.scenario.load import load_set
from game.session.frontdoor import replays, watch
from game.session.game import Game
from game.session.opponents import scripted
from game.session.watch import history_course
from tests.whole_games import book

PAIR = ("history-washington", "history-moscow")


def _play(turns: int, seats: tuple[int, ...], save: Path | None = None) -> Game:
    rulebook = book()
    players = [scripted(rulebook, side, PAIR[side]) for side in SIDES]
    game = Game.open(rulebook, 745, {side: players[side] for side in SIDES if side not in seats}, save)
    for _ in range(turns):
        if game.is_over:
            break
        for side in seats:
            view = game.view(side)
            game.submit(side, from_sheet(rulebook, view, players[side](view)))
        game.advance()
    return game


def test_every_turn_is_seen_as_it_was_seen_then() -> None:
    game = _play(0, (0,))
    seen = [game.board(0)]
    player = scripted(game.rulebook, 0, PAIR[0])
    for _ in range(6):
        view = game.view(0)
        game.submit(0, from_sheet(game.rulebook, view, player(view)))
        game.advance()
        seen.append(game.board(0))
    watched = game.watched(0)
    assert watched.turns == 6 and not watched.is_over
    for turn, board in enumerate(seen):
        back = watched.board(turn)
        assert (back.ledger, back.history, back.papers, back.pressure, back.turns) == (board.ledger, board.history, board.papers, board.pressure,
                                                                                     board.turns)


def test_while_it_runs_nothing_is_opened_and_at_the_end_everything() -> None:
    game = _play(11, (0,))
    running = game.watched(0).board(11)
    menu = {order.id: order for order in game.rulebook.orders[1]}
    given = [(turn, menu[id]) for turn, played in zip(running.turns, game.played, strict=True) for id in played.dispatches[1].orders]
    assert not any(turn.is_open for turn in running.turns) and any(not order.is_seen for _, order in given)
    assert all((order.name in turn.theirs) == order.is_seen for turn, order in given)
    ended = _play(400, (0,)).watched(0)
    whole = ended.board(ended.turns)
    assert ended.is_over and whole.ending and all(turn.is_open for turn in whole.turns)
    assert not any(row.cause == UNKNOWN for turn in whole.turns for row in turn.rows)
    names = {order.id: order.name for order in game.rulebook.orders[1]}
    for turn, played in zip(whole.turns, _play(400, (0,)).played, strict=True):
        assert turn.theirs == tuple(names[id] for id in played.dispatches[1].orders)
    assert ended.board(3).ending is None and ended.board(3).turns == whole.turns[:3], "an earlier turn of it is open too"


def test_a_save_is_looked_back_on_by_whom_it_is_for(home: Path) -> None:
    folder = home / "saves"
    folder.mkdir()
    _play(3, (0,), folder / "alone.knot")
    _play(2, (0, 1), folder / "both.knot")
    _play(400, (1,), folder / "over.knot")
    listed = {(file.name, side) for file, side, _ in replays()}
    assert listed == {("alone.knot", "washington"), ("over.knot", "moscow"), ("over.knot", "washington")}
    assert watch(folder / "alone.knot", "washington").turns == 3
    for name, side in (("alone.knot", "moscow"), ("both.knot", "washington"), ("both.knot", "moscow")):
        with pytest.raises(ValueError, match="not over"):
            watch(folder / name, side)


def test_history_has_its_course_and_other_rules_have_none() -> None:
    course = history_course("october-1962", book().hash)
    game = _play(400, ())
    assert [value for _, value in course][1:] == [int(played.after.public.pressure[0]) for played in game.played]
    assert history_course("october-1962", load_set("october-1962", ("danger=kennedy",))[0].hash) == []
    assert history_course("no-such-crisis", book().hash) == []
