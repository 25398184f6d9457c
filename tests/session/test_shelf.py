"""The shelf: each save with the state its file is in, each scenario with what it rests on."""

from pathlib import Path

import pytest

from game.engine.orders import Dispatch
from game.scenario.check import look
from game.session.frontdoor import front_doors
from game.session.game import Game
from game.session.shelf import DAMAGED, OPEN, OVER, books, kept_game, kept_games
from tests.whole_games import book


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KNOT_OF_WAR_HOME", str(tmp_path))
    (tmp_path / "saves").mkdir()
    return tmp_path / "saves"


def played(path: Path, turns: int = 2) -> Path:
    from game.scenario.load import load_set
    rulebook, text = load_set("october-1962", ())
    game = Game.open(rulebook, 745, {}, path, text)
    for _ in range(turns):
        for side in (0, 1):
            game.submit(side, Dispatch())
        game.advance()
    assert not game.trouble
    return path


def test_an_empty_or_missing_folder_holds_nothing(folder: Path) -> None:
    assert kept_games() == []
    folder.rmdir()
    assert kept_games() == []


def test_a_running_game_is_told_by_seats_day_and_turns(folder: Path) -> None:
    kept = kept_game(played(folder / "a.knot"))
    assert (kept.state, kept.seats, kept.turns, kept.scenario, kept.trouble) == (OPEN, ("washington", "moscow"), 2, "october-1962", "")
    assert kept.day is not None and (kept.day.year, kept.day.month) == (1962, 10)
    assert kept_game(played(folder / "b.knot", 0)).day is None


@pytest.mark.parametrize(("harm", "words"), [
    (lambda text: text.replace(b'"turn":2', b'"turn":3'), "Line 3 does not fit the chain"),
    (lambda text: text[:40], "ends inside its first line"),
    (lambda text: b"", "empty"),
    (lambda text: b"{}\n", "no chain"),
    (lambda text: b"\xff\xfe\n" + text, "not UTF-8"),
])
def test_a_damaged_file_stays_on_the_shelf_with_the_reason(folder: Path, harm, words: str) -> None:
    path = played(folder / "a.knot")
    path.write_bytes(harm(path.read_bytes()))
    kept = kept_games()[0]
    assert kept.state == DAMAGED and words in kept.trouble and str(folder) not in kept.trouble
    assert kept.turns == (1 if "Line 3" in words else 0)


def test_what_the_shelf_calls_damaged_cannot_be_gone_on_with(folder: Path) -> None:
    """The quick look and the careful opening agree."""
    path = played(folder / "a.knot")
    path.write_bytes(path.read_bytes().replace(b'"turn":2', b'"turn":3'))
    with pytest.raises(ValueError):
        front_doors().resume(path)


def test_an_ended_game_is_told_as_ended(folder: Path) -> None:
    path = played(folder / "a.knot", 1)
    from game.session.chain import seal
    lines = path.read_bytes()
    import json
    link = json.loads(lines.splitlines()[-1])["chain"]
    path.write_bytes(lines + seal(link, {"ending": "war", "scores": {}, "digest": "0" * 16})[0])
    assert kept_game(path).state == OVER


def test_books_say_what_check_says() -> None:
    for found in books():
        _, account = look(found.id)
        assert (found.sources, found.facts, found.inferences, found.design_choices) == (account.given, account.facts, account.inferences,
                                                                                       account.design_choices)
    october = next(found for found in books() if found.id == "october-1962")
    assert (october.name, october.minutes, october.issues) == (book().name, book().minutes, len(book().issues))
