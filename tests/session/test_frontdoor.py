"""The doors of a title screen, where saves lie, and players by name."""

import json
import os
from pathlib import Path

import pytest

from game import shipped
from game.engine.orders import Dispatch
from game.engine.sides import MOSCOW, WASHINGTON
from game.scenario.dials import numbers
from game.session import places
from game.session.doors import Choice
from game.session.frontdoor import front_doors
from game.session.opponents import scripted

from .saves import SEED, finished, october, to_the_end


def test_a_new_game_is_kept_in_the_saves_folder(home: Path):
    game = front_doors().new_game(Choice("moscow", "hard-washington", SEED))
    assert game.seats == (MOSCOW,) and game.trouble == ""
    assert game.save is not None and game.save.parent == home / "saves" and game.save.is_file()
    assert str(SEED) not in game.save.name


def test_two_games_begun_in_the_same_second_have_files_of_their_own():
    doors = front_doors()
    files = {doors.new_game(Choice("moscow", "")).save for _ in range(3)}
    assert len(files) == 3


def test_a_game_without_a_seed_gets_a_fresh_one():
    doors = front_doors()
    assert len({int(doors.new_game(Choice("moscow", "")).state.umpire.seed[0]) for _ in range(4)}) == 4


def test_a_game_that_is_set_is_gone_on_with_as_it_was_set():
    """The save's text alone carries the setting: no field of its own, and the resumed game is at the same turn under the same rules."""
    doors = front_doors()
    plain = doors.new_game(Choice("washington", "", SEED))
    game = doors.new_game(Choice("washington", "", SEED, settings=("danger=kennedy", "secret_mattered=letter")))
    for each in (plain, game):
        each.submit(WASHINGTON, Dispatch())
        each.advance()
    again = doors.resume(game.save)
    assert numbers(again.rulebook.rules) == numbers(game.rulebook.rules) != numbers(plain.rulebook.rules)
    assert "About 45 in 100" in again.board(WASHINGTON).played_at and len(again.played) == 1
    assert sorted(json.loads(game.save.read_bytes().split(b"\n")[0])) == sorted(json.loads(plain.save.read_bytes().split(b"\n")[0]))
    assert to_the_end(again).state.public.turn[0] > 1
    with pytest.raises(ValueError, match="no dial 'dread'"):
        doors.new_game(Choice("washington", "", settings=("dread=1",)))


def test_the_settings_offered_are_the_scenarios():
    assert front_doors().settings() == october().settings and len(october().settings) == 2


def test_a_hotseat_game_has_two_seats():
    assert front_doors().new_game(Choice("moscow", "", hotseat=True)).seats == (WASHINGTON, MOSCOW)


def test_saves_that_can_be_gone_on_with_are_listed_newest_first(home: Path):
    doors = front_doors()
    assert doors.saves() == []
    old, new = (doors.new_game(Choice("washington", "", SEED)) for _ in range(2))
    new.submit(WASHINGTON, Dispatch())
    new.advance()
    os.utime(old.save, (1, 1))
    for name, content in (("over.knot", finished()), ("empty.knot", b""), ("torn.knot", b"{"), ("list.knot", b"[]\n"), ("noise.knot", b"\xff\n"),
                          ("notes.txt", b"")):
        (home / "saves" / name).write_bytes(content)
    assert doors.saves() == [(new.save, "Washington, 22 October, 1 turn played"), (old.save, "Washington, not begun")]
    only_opened = doors.new_game(Choice("moscow", "", SEED))
    assert [path for path, _ in doors.saves()] == [new.save, only_opened.save, old.save]      # newest of all, and yet not begun
    only_opened.save.unlink()
    again = doors.resume(new.save)
    assert len(again.played) == 1
    to_the_end(again)
    assert [path for path, _ in doors.saves()] == [old.save]


def test_a_save_that_cannot_be_gone_on_with_says_why(home: Path):
    path = home / "x.knot"
    path.write_bytes(b"")
    with pytest.raises(ValueError, match="the file is empty"):
        front_doors().resume(path)


def test_a_saves_folder_that_cannot_be_made_leaves_the_game_playable(home: Path):
    (home / "saves").write_text("in the way")
    game = front_doors().new_game(Choice("washington", ""))
    assert "is not saved" in game.trouble
    game.submit(WASHINGTON, Dispatch())
    game.advance()
    assert len(game.played) == 1


def test_opponents_are_those_across_the_table_way_out_first():
    against = front_doors().opponents("washington")
    ids = [id for id, _, _ in against]
    assert ids[0] == "way-out-moscow" and sorted(ids) == sorted(file.stem for file in (shipped.scenarios() / "doctrines").glob("*-moscow.toml")
                                                              if file.stem != "evening-moscow")
    assert all(name and aim for _, name, aim in against)


@pytest.mark.parametrize(("name", "level", "doctrine", "at"), [
    (None, None, "way-out-moscow", 3), ("level-1", None, "way-out-moscow", 1), ("level-5", None, "way-out-moscow", 5),
    ("hard-moscow", None, "hard-moscow", 3), ("hard-moscow", 4, "hard-moscow", 4), (None, 2, "way-out-moscow", 2),
])
def test_players_by_name(name, level, doctrine, at):
    player = scripted(october(), MOSCOW, name, level)
    assert (player.doctrine, player.level) == (doctrine, at)


@pytest.mark.parametrize(("name", "sentence"), [
    ("hard-moscw", "did you mean 'hard-moscow'"), ("hard-washington", "known are "), ("level-6", "did you mean 'level-"), ("zzz", "known are "),
    ("no.toml", "no such doctrine"),
])
def test_a_player_that_does_not_exist_is_refused_with_the_nearest_name(name, sentence):
    with pytest.raises(ValueError, match=sentence):
        scripted(october(), MOSCOW, name)


def test_the_environment_moves_saves_and_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KNOT_OF_WAR_HOME", str(tmp_path / "a b"))
    assert places.saves_folder() == tmp_path / "a b" / "saves" and places.settings_file() == tmp_path / "a b" / "settings.toml"
    monkeypatch.delenv("KNOT_OF_WAR_HOME")
    assert "knot-of-war" in str(places.saves_folder()) and tmp_path not in places.saves_folder().parents
