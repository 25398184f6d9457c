"""A game seat by seat: what it refuses, what it keeps, what it goes on with."""

import json
from pathlib import Path

import pytest

from game.engine.digest import digest
from game.engine.orders import Dispatch, Proposal, Term
from game.engine.sides import MOSCOW, WASHINGTON
from game.players.doctrine import player
from game.scenario.doctrine import load_doctrine
from game.session.game import Game, Refused
from game.session.replay import open_save

from .saves import SEED, finished, fresh, october, to_the_end, turn


def last_digest(game: Game) -> int:
    return int(digest(game.state)[0])


def test_a_side_with_a_player_is_no_seat():
    assert fresh().seats == ()
    assert fresh(seats=(MOSCOW,)).seats == (MOSCOW,)
    assert fresh(seats=(MOSCOW, WASHINGTON)).seats == (WASHINGTON, MOSCOW)


def test_a_turn_waits_for_every_seat():
    game = fresh(seats=(WASHINGTON, MOSCOW))
    game.submit(MOSCOW, Dispatch())
    assert game.waits_for == (WASHINGTON,)
    with pytest.raises(ValueError, match="Washington must seal the turn first"):
        game.advance()
    game.submit(WASHINGTON, Dispatch())
    game.advance()
    assert game.waits_for == (WASHINGTON, MOSCOW)
    assert game.board(WASHINGTON).turn == 2


def test_a_sealed_turn_is_not_sealed_twice():
    game = fresh(seats=(WASHINGTON, MOSCOW))
    game.submit(WASHINGTON, Dispatch())
    with pytest.raises(Refused, match="sealed this turn already"):
        game.submit(WASHINGTON, Dispatch())


def test_a_refused_dispatch_changes_nothing():
    game = fresh(seats=(WASHINGTON,))
    before = last_digest(game)
    with pytest.raises(Refused) as refused:
        game.submit(WASHINGTON, Dispatch(orders=("quarentine",)))
    assert [reason.about for reason in refused.value.reasons] == ["quarentine"]
    assert game.waits_for == (WASHINGTON,) and last_digest(game) == before


def test_a_scripted_side_cannot_be_submitted_for():
    with pytest.raises(ValueError, match="no person's seat"):
        fresh(seats=(WASHINGTON,)).submit(MOSCOW, Dispatch())


def test_a_game_that_is_over_takes_nothing_more():
    game = to_the_end(fresh(seats=(WASHINGTON,)))
    assert game.is_over and game.waits_for == ()
    assert game.board(WASHINGTON).ending is not None
    with pytest.raises(Refused, match="over"):
        game.submit(WASHINGTON, Dispatch())
    with pytest.raises(ValueError, match="over"):
        game.advance()


def test_a_board_of_a_running_game_has_no_ending():
    game = fresh(seats=(WASHINGTON,))
    turn(game)
    assert game.board(WASHINGTON).ending is None


def test_the_same_game_with_and_without_a_file_is_the_same(tmp_path: Path):
    assert last_digest(to_the_end(fresh(tmp_path / "a.knot"))) == last_digest(to_the_end(fresh()))


def test_the_first_line_is_on_disk_at_once(tmp_path: Path):
    path = tmp_path / "new.knot"
    fresh(path, seats=(WASHINGTON,))
    first = json.loads(path.read_text(encoding="utf-8"))
    assert first["format"] == 1 and first["seed"] == SEED and first["scenario"]["id"] == "october-1962"
    assert first["players"] == {"washington": "person", "moscow": {"doctrine": "way-out-moscow", "level": 3}}
    assert sorted(file.name for file in tmp_path.iterdir()) == ["new.knot"]


def test_every_line_is_on_the_disk_before_the_turn_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path, synced = tmp_path / "new.knot", []
    monkeypatch.setattr("os.fsync", lambda _: synced.append(sum(file.stat().st_size for file in tmp_path.iterdir())))
    game = fresh(path)
    while not game.is_over:
        game.advance()
        assert path.stat().st_size == synced[-1]
        assert path.read_bytes().count(b"\n") == 1 + len(game.played) + game.is_over


def test_a_draft_is_not_saved(tmp_path: Path):
    path = tmp_path / "new.knot"
    game = fresh(path, seats=(WASHINGTON,))
    before = path.read_bytes()
    game.words(WASHINGTON, Dispatch(proposal=Proposal({"T01": Term(2)}, october().channels[0].id)))
    game.submit(WASHINGTON, Dispatch())
    assert path.read_bytes() == before


def test_a_resumed_game_ends_as_if_never_interrupted(tmp_path: Path):
    path = tmp_path / "game.knot"
    game = fresh(path, seats=(WASHINGTON,))
    for _ in range(3):
        turn(game)
    board = game.board(WASHINGTON)
    again = Game.resume(path)
    assert again.seats == (WASHINGTON,)
    assert again.board(WASHINGTON) == board
    assert last_digest(to_the_end(again)) == last_digest(to_the_end(fresh(seats=(WASHINGTON,))))
    opened = open_save(path)
    assert not opened.is_read_only and opened.has_ending and len(opened.played) == len(again.played)


def test_resuming_keeps_the_level_of_the_opponent(tmp_path: Path):
    path = tmp_path / "game.knot"
    doctrine = load_doctrine("way-out-moscow", october())
    from game.session.game import Scripted
    game = Game.open(october(), 3, {MOSCOW: Scripted("way-out-moscow", 5, player(october(), doctrine, 5))}, path)
    turn(game)
    again = Game.resume(path)
    assert again._players[MOSCOW].level == 5


def test_a_save_cut_between_the_last_turn_and_the_ending_gets_its_ending(tmp_path: Path):
    path = tmp_path / "game.knot"
    path.write_bytes(finished()[:finished().rstrip(b"\n").rfind(b"\n") + 1])
    assert Game.resume(path).is_over
    assert path.read_bytes() == finished()


def test_an_unnamed_player_cannot_be_kept(tmp_path: Path):
    plain = player(october(), load_doctrine("way-out-moscow", october()))
    with pytest.raises(ValueError, match="no name that a save could know"):
        Game.open(october(), 1, {MOSCOW: plain}, tmp_path / "a.knot")
    assert Game.open(october(), 1, {MOSCOW: plain}).seats == (WASHINGTON,)


def test_another_text_than_the_rulebooks_cannot_be_kept(tmp_path: Path):
    with pytest.raises(ValueError, match="text its rulebook was compiled from"):
        Game.open(october(), 1, {}, tmp_path / "a.knot", text="id = 'x'")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("seed", [-1, 2**31])
def test_a_seed_outside_its_range_is_refused(seed: int):
    with pytest.raises(ValueError, match="whole number from 0 to 2147483647"):
        Game.open(october(), seed, {})


def test_everything_a_letter_can_say_is_kept(tmp_path: Path):
    """News, conditions, tone, secrecy, wording and deadline: read back from the file they are the dispatch that was handed in."""
    path = tmp_path / "game.knot"
    game = fresh(path, seats=(WASHINGTON, MOSCOW))
    hangs_on = {issue.id: issue.conditions for issue in october().issues if issue.conditions}
    terms = {id: Term(3, news=True, conditions=conditions) for id, conditions in hangs_on.items()} | {"T09": Term(3, secret=True, paper=True)}
    sent = {WASHINGTON: Dispatch(("draft_exactly",), Proposal(terms | {"T04": Term(1, exact=True)}, "cable", 9, "anguished")),
            MOSCOW: Dispatch((), Proposal({"T05": Term(4, conditions=hangs_on.get("T05", ()))}, "broadcast", 0, "stern"))}
    for side, dispatch in sent.items():
        game.submit(side, dispatch)
    game.advance()
    opened = open_save(path)
    assert not opened.is_read_only and opened.played[0].dispatches == (sent[WASHINGTON], sent[MOSCOW])
    assert int(digest(opened.played[-1].after)[0]) == last_digest(game)
