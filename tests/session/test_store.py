"""The disk fails: the game stays playable, nothing half-written stays, and what was refused is written later."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from game.session import store
from game.session.game import Game
from game.session.replay import open_save
from game.session.store import Log

from .saves import finished, fresh, to_the_end


def full_disk(file, content: bytes) -> None:
    file.write(content[:len(content) // 2])
    raise OSError(errno.ENOSPC, "No space left on device")


def is_whole(path: Path, game: Game) -> bool:
    opened = open_save(path)
    return not opened.is_read_only and not opened.torn and len(opened.played) == len(game.played)


def test_a_full_disk_leaves_the_last_good_turn_and_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "game.knot"
    game = fresh(path)
    game.advance()
    good = path.read_bytes()
    with monkeypatch.context() as full:
        full.setattr(store, "_write", full_disk)
        game.advance()
        assert "no space left on device" in game.trouble and "goes on in memory" in game.trouble
        assert "\n" not in game.trouble
        assert path.read_bytes() == good
        game.advance()
    game.advance()
    assert game.trouble == "" and is_whole(path, game)
    to_the_end(game)
    assert path.read_bytes() == finished()


def test_a_half_line_that_could_not_be_cut_off_is_cut_off_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    log = Log(tmp_path / "a.knot")
    log.add(b"one\n")

    def disk_goes_away(file, content: bytes) -> None:
        file.write(content[:2])
        os.close(file.fileno())     # so that the cut fails too
        raise OSError(errno.EIO, "Input/output error")
    with monkeypatch.context() as broken:
        broken.setattr(store, "_write", disk_goes_away)
        assert not log.add(b"two\n")
    assert (tmp_path / "a.knot").read_bytes() == b"one\ntw"
    assert log.add(b"three\n")
    assert (tmp_path / "a.knot").read_bytes() == b"one\ntwo\nthree\n"


def test_a_disk_full_from_the_first_line_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "game.knot"
    with monkeypatch.context() as full:
        full.setattr(store, "_write", full_disk)
        game = fresh(path)
        assert "no space left" in game.trouble
        assert not list(tmp_path.iterdir())
    game.advance()
    assert game.trouble == "" and is_whole(path, game)


def test_a_folder_that_vanishes_and_comes_back(tmp_path: Path):
    folder = tmp_path / "saves"
    folder.mkdir()
    game = fresh(folder / "game.knot")
    game.advance()
    shutil.move(folder, tmp_path / "elsewhere")
    game.advance()
    assert "is not saved" in game.trouble and "no such file or directory" in game.trouble
    shutil.move(tmp_path / "elsewhere", folder)
    game.advance()
    assert game.trouble == "" and is_whole(folder / "game.knot", game)


def test_a_deleted_save_is_written_anew(tmp_path: Path):
    path = tmp_path / "game.knot"
    game = fresh(path)
    game.advance()
    path.unlink()
    game.advance()
    assert game.trouble == "" and is_whole(path, game)


def test_a_file_that_another_program_changed_is_left_as_it_is(tmp_path: Path):
    path = tmp_path / "game.knot"
    game = fresh(path)
    game.advance()
    for changed in (path.read_bytes() + b"x", path.read_bytes()[:-5]):
        path.write_bytes(changed)
        game.advance()
        assert "another program has changed the file" in game.trouble
        assert path.read_bytes() == changed


def test_two_programs_do_not_write_over_each_other(tmp_path: Path):
    path = tmp_path / "game.knot"
    one = fresh(path)
    two = Game.resume(path)
    one.advance()
    kept = path.read_bytes()
    two.advance()
    assert "another program" in two.trouble and path.read_bytes() == kept


def test_a_new_game_never_overwrites_a_file(tmp_path: Path):
    path = tmp_path / "game.knot"
    path.write_bytes(b"somebody's")
    game = fresh(path)
    assert "exists already" in game.trouble
    game.advance()
    assert path.read_bytes() == b"somebody's"
    assert [file.name for file in tmp_path.iterdir()] == ["game.knot"]
