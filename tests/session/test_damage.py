"""Saves that are not what they should be: one sentence, an exit code, the good turns still there, the file untouched."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from game.cli import main
from game.session import replay
from game.session.game import Game
from game.session.replay import open_save

from .saves import SEED, TURNS, begun, fields_of, finished, sealed


def edited(save: Callable[[], bytes], line: int, change: Callable[[dict], object]) -> Callable[[], bytes]:
    """That save with one line changed by somebody who can make the chain right again. Line 0 is the first, -1 the last."""
    def made() -> bytes:
        lines = fields_of(save())
        change(lines[line])
        return sealed(lines)
    return made


def with_line(number: int, line: bytes) -> Callable[[], bytes]:
    def made() -> bytes:
        lines = begun().splitlines(keepends=True)
        lines[number] = line
        return b"".join(lines)
    return made


def without_line(number: int) -> Callable[[], bytes]:
    return lambda: b"".join(line for place, line in enumerate(begun().splitlines(keepends=True)) if place != number)


def swapped() -> bytes:
    lines = begun().splitlines(keepends=True)
    return b"".join([*lines[:2], lines[3], lines[2], *lines[4:]])


def one_more_turn() -> bytes:
    lines = fields_of(finished())
    return sealed([*lines[:-1], lines[-2] | {"turn": len(lines) - 1}])


@pytest.fixture(autouse=True)
def each_scenario_text_is_compiled_once(monkeypatch: pytest.MonkeyPatch):
    """Every save here holds the same one; compiling it is most of opening a save."""
    monkeypatch.setattr(replay, "load_text", compiled)


compiled = cache(replay.load_text)
NOTHING = -1
"""Turns that can be opened: none, not even the start."""
CASES = {
    "empty": (lambda: b"", "the file is empty; nothing of it can be opened", NOTHING),
    "cut off in the first line": (lambda: begun()[:500], "ends inside its first line; nothing of it can be opened", NOTHING),
    "not a save": (lambda: b"[rules]\nx = 1\n", "line 1 is not JSON", NOTHING),
    "a list": (lambda: b"[1, 2]\n", "line 1 has no chain: it is not a line of a save", NOTHING),
    "first line edited": (lambda: begun().replace(str(SEED).encode(), str(SEED + 1).encode(), 1), "line 1 does not fit the chain", NOTHING),
    "another format": (edited(begun, 0, lambda first: first.update(format=2)), "says format 2; this program reads format 1", NOTHING),
    "a seed that is no number": (edited(begun, 0, lambda first: first.update(seed="7")), "line 1 does not fit the format at 'seed'", NOTHING),
    "a key too many": (edited(begun, 0, lambda first: first.update(colour="red")), "line 1 does not fit the format at 'colour'", NOTHING),
    "another scenario text": (edited(begun, 0, lambda first: first["scenario"].update(text=first["scenario"]["text"] + "\n# more\n")),
                              "another scenario text than its hash says", NOTHING),
    "another scenario id": (edited(begun, 0, lambda first: first["scenario"].update(id="berlin")),
                            "says scenario 'berlin' and holds the text of 'october-1962'", NOTHING),
    "a byte edited": (lambda: begun().replace(b'"turn":3', b'"turn":4', 1), "line 4 does not fit the chain of the lines before it", 2),
    "a space put in": (lambda: begun().replace(b'"turn":3', b'"turn": 3', 1), "line 4 is not written the way saves are", 2),
    "a key twice": (lambda: begun().replace(b'{"turn":3', b'{"turn":9,"turn":3', 1), "line 4 is not written the way saves are", 2),
    "a line taken out": (without_line(2), "line 3 does not fit the chain", 1),
    "lines swapped": (swapped, "line 3 does not fit the chain", 1),
    "an empty line": (with_line(3, b"\n"), "line 4 is not JSON", 2),
    "not UTF-8": (with_line(3, b'{"turn":"\xff"}\n'), "line 4 is not UTF-8 text (byte 10)", 2),
    "nested too deep": (with_line(3, b"[" * 100_000 + b"]" * 100_000 + b"\n"), "line 4 is nested deeper than 32 levels", 2),
    "a line over 1 MiB": (with_line(3, b'"' + b"x" * 2**20 + b'"\n'), "line 4 is over 1 MiB", 2),
    "an unfinished line over 1 MiB": (lambda: begun() + b"x" * (2**20 + 1), f"line {TURNS + 2} is over 1 MiB", TURNS),
    "over 16 MiB": (lambda: begun() + b"x" * 2**24, "a save has at most 16,777,216", NOTHING),
    "not a number": (with_line(3, b'{"turn":NaN,"chain":""}\n'), "line 4 holds characters or numbers that no save has", 2),
    "half a character": (with_line(3, b'{"turn":"\\ud800","chain":""}\n'), "line 4 holds characters or numbers that no save has", 2),
    "a number of 5,000 digits": (with_line(3, b'{"turn":' + b"9" * 5000 + b',"chain":""}\n'), "line 4 is not JSON", 2),
    "a turn that is not due": (edited(begun, 3, lambda turn: turn.update(turn=7)), "line 4 is turn 7 where turn 3 was due", 2),
    "another digest": (edited(begun, 3, lambda turn: turn.update(digest="0" * 16)),
                       "line 4 does not come out as the save says: the digests differ", 2),
    "other orders": (edited(begun, 3, lambda turn: turn["dispatches"]["moscow"].update(orders=[])), "the digests differ", 2),
    "orders that do not exist": (edited(begun, 3, lambda turn: turn["dispatches"]["moscow"].update(orders=["sing"])),
                                 "line 4 holds orders of Moscow that the rules refuse", 2),
    "another ledger": (edited(begun, 3, lambda turn: turn["ledger"][0].update(amount=turn["ledger"][0]["amount"] + 1)),
                       "line 4 says another date or another ledger", 2),
    "another date": (edited(begun, 3, lambda turn: turn.update(starts="1962-10-30T00:00:00-05:00")), "line 4 says another date or another ledger", 2),
    "an ending too early": (lambda: sealed([*fields_of(begun()), fields_of(finished())[-1]]),
                            f"line {TURNS + 2} says the game ended, and it had not", TURNS),
    "another ending": (edited(finished, -1, lambda last: last.update(ending="drift" if last["ending"] != "drift" else "strike")),
                       "says another ending than its turns give", None),
    "other scores": (edited(finished, -1, lambda last: last["scores"]["moscow"]["true"].update(total=1000)),
                     "says other scores than its turns give", None),
    "a line after the end": (lambda: sealed([*fields_of(finished()), fields_of(finished())[-1]]), "stands after the end of the game", None),
    "a turn after the end": (one_more_turn, "is one more turn although the game is over", None),
}


@pytest.mark.parametrize("case", CASES)
def test_damage_is_said_in_one_sentence_and_nothing_is_touched(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    made, sentence, turns = CASES[case]
    path = tmp_path / "game.knot"
    path.write_bytes(made())
    whole = len(fields_of(finished())) - 2
    turns = whole if turns is None else turns

    assert main(["replay", str(path), "--verify"]) == 1
    said = capsys.readouterr()
    assert sentence in said.err and said.err.count("\n") == 1 and said.out == ""
    assert str(path) in said.err

    assert main(["replay", str(path), "--json"]) == 1
    said = capsys.readouterr()
    told = [json.loads(line) for line in said.out.splitlines()]
    assert [line["turn"] for line in told if "turn" in line] == list(range(1, turns + 1))
    assert sentence in said.err and said.err.count("\n") == 1
    if turns != NOTHING:
        assert f"opens read-only after turn {turns}" in said.err

    with pytest.raises(ValueError):
        Game.resume(path)
    assert path.read_bytes() == made()
    assert [file.name for file in tmp_path.iterdir()] == ["game.knot"]


@pytest.mark.parametrize("torn", [b"{", b'{"turn":6,"sta', b"\x00" * 4096, b"\xff\xfe"])
def test_an_unfinished_last_line_is_left_out_with_a_word(torn: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "game.knot"
    path.write_bytes(begun() + torn)
    assert main(["replay", str(path), "--verify"]) == 0
    said = capsys.readouterr()
    assert f"verified, {TURNS} turns, not over" in said.out
    assert "the last line was never finished" in said.err and said.err.count("\n") == 1
    assert path.read_bytes() == begun() + torn


def test_a_game_with_an_unfinished_last_line_goes_on(tmp_path: Path):
    path = tmp_path / "game.knot"
    for cut in range(len(begun()), len(finished()), 40_001):
        path.write_bytes(finished()[:cut])
        game = Game.resume(path)
        while not game.is_over:
            game.advance()
        assert path.read_bytes() == finished()


def test_every_cut_opens_at_the_last_whole_turn(tmp_path: Path):
    path = tmp_path / "game.knot"
    first = begun().index(b"\n") + 1
    for cut in range(first, len(begun()), 4999):
        path.write_bytes(begun()[:cut])
        opened = open_save(path)
        assert not opened.is_read_only
        assert len(opened.played) == begun()[:cut].count(b"\n") - 1
        assert opened.torn == cut - begun()[:cut].rfind(b"\n") - 1


@pytest.mark.parametrize(("rules", "word"), [(0, "older rules 0"), (99, "newer rules 99")])
def test_another_rules_number_opens_read_only_and_says_so(rules: int, word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "game.knot"
    path.write_bytes(edited(begun, 0, lambda first: first.update(rules=rules))())
    assert main(["replay", str(path), "--verify"]) == 1
    assert word in capsys.readouterr().err
    assert main(["replay", str(path), "--json"]) == 0
    said = capsys.readouterr()
    assert said.out.count("\n") == TURNS and word in said.err
    with pytest.raises(ValueError, match=word):
        Game.resume(path)


def test_other_rules_that_give_another_game_stop_where_they_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    lines = fields_of(begun())
    lines[0]["rules"] = 0
    lines[4]["digest"] = "0" * 16
    path = tmp_path / "game.knot"
    path.write_bytes(sealed(lines))
    assert main(["replay", str(path), "--json"]) == 0
    said = capsys.readouterr()
    assert said.out.count("\n") == 3 and "read-only" in said.err


def test_words_of_causes_may_change_between_versions(tmp_path: Path):
    path = tmp_path / "game.knot"
    path.write_bytes(edited(begun, 2, lambda turn: turn["ledger"][0].update(cause="said better"))())
    assert not open_save(path).is_read_only


@pytest.mark.parametrize("name", ["nowhere.knot", "no/such/folder/game.knot", "."])
def test_a_save_that_is_not_there_is_wrong_use(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for options in ([], ["--verify"], ["--json"]):
        assert main(["replay", str(tmp_path / name), *options]) == 2
        said = capsys.readouterr()
        assert said.err.count("\n") == 1 and str(tmp_path) in said.err and said.out == ""
