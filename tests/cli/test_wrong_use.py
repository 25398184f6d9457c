"""Bad input: one clear sentence on stderr, nothing on stdout, exit code 2, nothing written, no traceback."""

from pathlib import Path

import pytest

WRONG = {
    "demo octber-1962": 'did you mean "october-1962"?',
    "demo nowhere/at-all.toml": "no such scenario",
    "demo --washington way-out-washingon": "did you mean 'way-out-washington'?",
    "demo --washington hard-moscow": "No doctrine 'hard-moscow' plays Washington; known are ",
    "demo --moscow level-9": "did you mean 'level-",
    "demo --seed seven": "--seed 'seven': a whole number from 0 to 2147483647 is needed",
    "demo --seed -1": "--seed '-1': a whole number",
    "demo --seed 2147483648": "a whole number from 0 to 2147483647",
    "demo --seed 1.5": "a whole number from 0 to 2147483647",
    "demo --seed ٣": "a whole number from 0 to 2147483647",
    f"demo --seed {'9' * 6000}": "a whole number from 0 to 2147483647",
    "demo --save nowhere/game.knot": "the folder nowhere does not exist",
    "demo --save game.txt": "a save's name ends in .knot, such as game.knot",
    "demo --save there.knot": "there is one already and it stays as it is",
    "play --side berlin --text": "--side 'berlin': one of washington, moscow is needed",
    "play --side Moscow --text": "did you mean 'moscow'?",
    "play --opponent hard-moscw --text": "did you mean 'hard-moscow'?",
    "play --level 6 --text": "--level '6': a whole number from 1 to 5",
    "play --level hard --text": "--level 'hard': a whole number from 1 to 5",
    "play --seed x --text": "--seed 'x'",
    "play octber-1962 --text": 'did you mean "october-1962"?',
    "play --text --window": "choose one of them",
    "play --hotseat --opponent hard-moscow --text": "both sides are people",
    "play nowhere.knot --text": "there is no such file",
    "play there.knot --text": "line 1 is not JSON",
    "play there.knot --seed 4 --side moscow --text": "--side, --seed: a saved game goes on as it was begun",
    "play there.knot --set danger=0 --text": "--set: a saved game goes on as it was begun; leave it out",
    "play --set dangr=3 --text": "did you mean 'danger'?",
    "play --set danger=kenedy --text": "or one of bundy, ",
    "demo --set secret_mattered=2": "a whole number from 0 to 1 is needed, or one of record, letter",
    "play --save there.knot --text": "there is one already and it stays as it is",
    "simulate --games 0": "--games '0': a whole number from 1 to 1000000",
    "simulate --games many": "--games 'many'",
    "simulate --workers 0": "--workers '0'",
    "simulate --set danger": "write DIAL=VALUE",
    "simulate --set dangr=3": "there is no dial 'dangr'; did you mean 'danger'?",
    "simulate --set danger=much": "a whole number from 0 to 1,000,000",
    "simulate --each nowhere/each.csv": "the folder nowhere does not exist",
    "simulate --each .": "this is a folder",
    "simulate --seed 2147483647 --games 2": "2147483647 is the highest",
    "simulate octber-1962": 'did you mean "october-1962"?',
    "ladders octber-1962": 'did you mean "october-1962"?',
    "ladders nowhere/at-all.toml": "no such scenario",
    "ladders --json --page": "choose one of them",
    "replay nowhere.knot": "there is no such file",
    "replay there.knot --as berlin": "one of washington, moscow, umpire is needed",
    "replay there.knot --as washingtn": "did you mean 'washington'?",
    "replay there.knot --turn 0": "--turn '0': a whole number from 1 to 400",
}


@pytest.mark.parametrize("line", WRONG)
def test_wrong_use_is_one_sentence(run, line: str, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("there.knot").write_bytes(b"somebody's\n")
    ran = run(*line.split())
    assert ran.code == 2 and ran.out == ""
    assert WRONG[line] in ran.err and ran.err.count("\n") == 1 and "Traceback" not in ran.err
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("there.knot", b"somebody's\n")]
    assert not list(home.iterdir())


@pytest.mark.parametrize("line", ["frobnicate", "demo --frob", "replay", "check", "simulate --games", "play one two"])
def test_what_the_command_line_does_not_know_is_wrong_use(run, line: str):
    ran = run(*line.split())
    assert ran.code == 2 and ran.out == "" and ran.err and "Traceback" not in ran.err


@pytest.mark.parametrize("line", ["--help", "demo --help", "play --help", "simulate --help", "replay --help", "check --help", "doctor --help"])
def test_help_is_help(run, line: str):
    ran = run(*line.split())
    assert ran.code == 0 and "Usage" in ran.out and ran.err == ""


def test_a_broken_scenario_is_refused_with_its_lines(run, tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text("format = 1\nname = \n", encoding="utf-8")
    for command in ("demo", "simulate", "play --text"):
        name, *options = command.split()
        ran = run(name, file, *options)
        assert ran.code == 2 and ran.out == "" and ran.err.startswith("mine.toml:2: ") and "Traceback" not in ran.err


def test_the_unexpected_is_one_sentence_and_a_traceback_only_when_asked_for(run, monkeypatch: pytest.MonkeyPatch):
    from game.commands import demo

    def breaks(*_):
        raise ZeroDivisionError("no more is known\nthan this")
    monkeypatch.setattr(demo, "load_set", breaks)
    ran = run("demo")
    assert ran.code == 2 and ran.err == ("Something unexpected went wrong (ZeroDivisionError: no more is known). "
                                         "The same command with --debug shows where.\n")
    for line in (["demo", "--debug"], ["--debug", "demo"]):
        with pytest.raises(ZeroDivisionError):
            run(*line)


def test_a_table_file_that_cannot_be_written_is_said(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    opens = Path.open

    def refuses(path, *words, **options):
        if path.name == "each.csv":
            raise OSError(28, "No space left on device")
        return opens(path, *words, **options)
    monkeypatch.setattr(Path, "open", refuses)
    ran = run("simulate", "--games", 2, "--each", "each.csv")
    assert ran.code == 2 and ran.err == "--each each.csv: it cannot be written: No space left on device.\n" and ran.out == ""


def test_a_save_that_could_not_be_kept_is_said_at_the_end(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from game.session import store

    def full(*_):
        raise OSError(28, "No space left on device")
    monkeypatch.setattr(store, "_write", full)
    ran = run("demo", "--save", tmp_path / "game.knot")
    assert ran.code == 1 and "Ending: " in ran.out and "no space left on device" in ran.err and ran.err.count("\n") == 1
