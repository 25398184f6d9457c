"""The promises of the command line: names, exit codes, keys, and numbers that agree between commands."""

import csv
import json
from datetime import datetime
from pathlib import Path

import pytest

from game.engine.endings import ENDINGS
from game.engine.turn import RULES_VERSION

SIDES = ["washington", "moscow"]
SEED = 1_928_374_651


def lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_demo_tells_turns_and_an_ending(run):
    ran = run("demo", "--seed", SEED)
    assert ran.code == 0 and ran.err == ""
    assert ran.out.count("\nTurn ") >= 3 and "\nEnding: " in ran.out


def test_demo_json_is_json_lines_with_the_promised_keys(run):
    ran = run("demo", "--seed", SEED, "--json")
    assert ran.code == 0 and ran.err == ""
    *turns, last = lines(ran.out)
    assert [turn["turn"] for turn in turns] == list(range(1, len(turns) + 1))
    for turn in turns:
        assert set(turn) == {"turn", "starts", "phase", "orders", "proposals", "answers", "meters", "ledger", "digest"}
        assert datetime.fromisoformat(turn["starts"]).tzinfo is not None
        assert list(turn["meters"]) == ["public", *SIDES, "umpire"]
    starts = [datetime.fromisoformat(turn["starts"]) for turn in turns]
    assert starts == sorted(set(starts)) and turns[0]["starts"] == "1962-10-22T18:00:00-04:00"
    assert set(last) == {"ending", "scores", "agreed", "secrets", "epilogue", "digest"} and last["digest"] == turns[-1]["digest"]


def test_demo_replay_and_simulate_agree_on_every_digest(run, tmp_path: Path):
    each, save = tmp_path / "each.csv", tmp_path / "game.knot"
    assert run("simulate", "--games", 12, "--seed", SEED, "--each", each).code == 0
    rows = list(csv.DictReader(each.read_text(encoding="utf-8").splitlines()))
    assert [row["seed"] for row in rows] == [str(SEED + k) for k in range(12)]
    assert list(rows[0]) == ["seed", "ending", "turns", "digest"]
    for k in (0, 3, 11):
        *turns, last = lines(run("demo", "--seed", SEED + k, "--json").out)
        assert (rows[k]["ending"], rows[k]["turns"], rows[k]["digest"]) == (last["ending"], str(len(turns)), last["digest"])
    shown = run("demo", "--seed", SEED, "--json", "--save", save).out
    assert run("replay", save, "--json").out == shown
    assert run("replay", save, "--json", "--as", "umpire").out == shown
    assert run("replay", save).out.splitlines()[1:] == run("demo", "--seed", SEED).out.splitlines()[1:]


def test_a_game_that_is_set_is_the_same_in_a_batch_in_a_demo_and_in_its_save(run, tmp_path: Path):
    """The scenario's text changes with the setting, and nothing else is needed to play the save again."""
    save, words = tmp_path / "game.knot", ["--set", "danger=kennedy", "--set", "secret_mattered=letter", "--seed", SEED]
    *_, last = lines(run("demo", *words, "--json", "--save", save).out)
    (row,) = csv.DictReader(_rows_of(run, tmp_path, *words))
    assert row["digest"] == last["digest"] != lines(run("demo", "--seed", SEED, "--json").out)[-1]["digest"]
    assert run("replay", save, "--verify").code == 0
    assert json.loads(save.read_text(encoding="utf-8").splitlines()[0])["scenario"]["text"].startswith("format = 1\nextends = ")
    told = " ".join(run("demo", *words).out.splitlines()[1:3])
    assert told == ("This game is played at: How dangerous was it? About 45 in 100. Did the secret promise decide? "
                    "Yes: it was part of the price.")


def _rows_of(run, folder: Path, *words: object) -> list[str]:
    assert run("simulate", "--games", 1, "--each", folder / "each.csv", *words).code == 0
    return (folder / "each.csv").read_text(encoding="utf-8").splitlines()


def test_named_doctrines_and_levels_play(run):
    chosen = ([], ["--washington", "hard-washington"], ["--washington", "level-5"], ["--moscow", "hard-moscow"], ["--moscow", "level-1"])
    assert len({json.loads(run("simulate", "--games", 30, "--json", *words).out)["digest"] for words in chosen}) == len(chosen)
    assert run("demo", "--moscow", "level-3", "--json").out == run("demo", "--moscow", "way-out-moscow", "--json").out == run("demo", "--json").out


def test_simulate_json_has_the_promised_keys(run):
    ran = run("simulate", "--games", 60, "--seed", 5, "--json")
    assert ran.code == 0 and ran.err == "" and ran.out.count("\n") == 1
    found = json.loads(ran.out)
    promised = {"scenario", "rules", "seed", "games", "outcomes", "agreement_by_28_october", "incidents_mean", "serious_incidents_mean", "leaks",
                "disputes_mean", "bombers_settled_by_20_november", "inspection_carried_out", "scores", "seconds", "digest"}
    assert promised <= set(found)
    assert (found["scenario"], found["rules"], found["seed"], found["games"]) == ("october-1962", RULES_VERSION, 5, 60)
    assert list(found["outcomes"]) == list(ENDINGS[1:]) and sum(found["outcomes"].values()) == 60
    for side in SIDES:
        assert set(found["scores"][side]) == {"mean", "p10", "p50", "p90"}


def test_simulate_in_words_says_the_same(run):
    found = json.loads(run("simulate", "--games", 60, "--json").out)
    told = run("simulate", "--games", 60).out
    assert found["digest"] in told
    for ending, count in found["outcomes"].items():
        assert (ending.replace("_", " ") in told) == (count > 0)


def test_simulate_with_workers_gives_the_same(run):
    one, two = (json.loads(run("simulate", "--games", 30, "--workers", n, "--json").out) for n in (1, 2))
    assert one.pop("seconds") and two.pop("seconds") and one == two


def test_a_dial_is_heard(run):
    ran = run("simulate", "--games", 60, "--set", "danger=0", "--json")
    found = json.loads(ran.out)
    assert found["set"] == {"incidents.danger_ppm": 0} and found["outcomes"]["war_local"] == found["outcomes"]["war_general"] == 0
    many = json.loads(run("simulate", "--games", 60, "--set", "danger=400000", "--json").out)
    assert many["outcomes"]["war_local"] + many["outcomes"]["war_general"] > 30


def test_a_cancelled_batch_says_how_many_games_had_finished(run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    from game.commands import simulate

    def cancelled(task, seeds, workers, progress):
        progress(5)
        progress(2)
        raise KeyboardInterrupt
    monkeypatch.setattr(simulate, "play_all", cancelled)
    ran = run("simulate", "--games", 60, "--each", tmp_path / "each.csv")
    assert ran.code == 130 and ran.out == "" and ran.err.startswith("Cancelled: 7 of 60 games had finished")
    assert not list(tmp_path.iterdir())


def test_replay_shows_one_turn_alone(run, tmp_path: Path):
    save = tmp_path / "game.knot"
    run("demo", "--seed", SEED, "--save", save)
    told = lines(run("replay", save, "--turn", 2, "--json").out)
    assert [line["turn"] for line in told] == [2]
    assert run("replay", save, "--turn", 2).out.count("Turn 2 - ") == 1
    ran = run("replay", save, "--turn", 77)
    assert ran.code == 2 and "has " in ran.err and ran.err.count("\n") == 1


def test_a_verdict_in_json(run, tmp_path: Path):
    save = tmp_path / "game.knot"
    run("demo", "--seed", SEED, "--save", save)
    told = json.loads(run("replay", save, "--verify", "--json").out)
    assert told["verified"] is True and told["ending"] in ENDINGS and told["problem"] == ""
    save.write_bytes(save.read_bytes().replace(b'"turn":2', b'"turn":3', 1))
    ran = run("replay", save, "--verify", "--json")
    told = json.loads(ran.out)
    assert ran.code == 1 and told["verified"] is False and told["turns"] == 1 and "line 3" in told["problem"]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("form", [[], ["--json"], ["--turn", "2"], ["--turn", "2", "--json"]])
def test_replay_as_a_side_never_says_the_seed_or_the_states_digest(run, tmp_path: Path, side: str, form: list[str]):
    save = tmp_path / "game.knot"
    whole = lines(run("demo", "--seed", SEED, "--save", save, "--json").out)
    ran = run("replay", save, "--as", side, *form)
    assert ran.code == 0 and ran.out
    assert str(SEED) not in ran.out + ran.err
    assert not any(line["digest"] in ran.out for line in whole)
    other = SIDES[1 - SIDES.index(side)]
    if "--json" in form:
        for line in lines(ran.out):
            assert "umpire" not in line.get("meters", {}) and other not in line.get("meters", {}) and other not in line.get("scores", {})


def test_listings(run):
    for command, keys in (("scenarios", {"id", "name", "turns", "minutes", "summary"}), ("doctrines", {"id", "name", "sides", "serious", "aim"})):
        ran = run(command, "--json")
        listing = json.loads(ran.out)
        assert ran.code == 0 and listing and all(set(line) == keys for line in listing)
        told = run(command)
        assert told.code == 0 and all(line["id"] in told.out for line in listing)
    assert {tuple(line["sides"]) for line in json.loads(run("doctrines", "--json").out)} == {("washington",), ("moscow",), ("washington", "moscow")}


def test_schema_is_json_schema(run):
    ran = run("schema")
    assert ran.code == 0 and json.loads(ran.out)["$schema"].startswith("https://json-schema.org/")


def test_check_of_what_is_shipped_finds_nothing_wrong(run):
    ran = run("check", "october-1962", "way-out-moscow", "--json")
    assert ran.code == 0 and [problem for problem in json.loads(ran.out)["files"] if problem["severity"] == "error"] == []
    told = run("check", "hard-moscow").out
    assert "nothing is wrong with it" in told and "untagged: 0" in told


def test_check_of_a_broken_file_names_its_problems(run, tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text('format = 1\nextends = "october-1962"\nid = "mine"\nname = "Mine"\ncolour = "red"\n', encoding="utf-8")
    ran = run("check", file, "--json")
    told = json.loads(ran.out)
    assert ran.code == 1 and set(told) == {"files", "sources"}
    assert set(told["sources"][0]) == {"file", "given", "lacking", "facts", "inferences", "design_choices", "untagged"}
    assert set(told["files"][0]) == {"file", "line", "path", "problem", "expected", "suggestion", "severity"}
    assert [(problem["file"], problem["line"]) for problem in told["files"]] == [("mine.toml", 5)]
    ran = run("check", file)
    assert ran.code == 1 and "mine.toml:5:" in ran.out


def test_check_of_a_file_that_is_not_there_is_wrong_use(run, tmp_path: Path):
    ran = run("check", tmp_path / "none.toml")
    assert ran.code == 2 and "no such scenario" in ran.out and "sources given" not in ran.out
    assert run("check", tmp_path / "none.toml", "october-1962").code == 2


def test_doctor_says_what_works(run, home: Path):
    ran = run("doctor")
    assert ran.code == 0
    for about in ("Python", "packages", "pygame", "window", "sound", "fonts", "saves", "terminal"):
        assert f" {about}: " in ran.out
    found = {finding["about"]: finding for finding in json.loads(run("doctor", "--json").out)}
    assert found["Python"]["works"] and found["window"]["works"] and str(home) in found["saves"]["says"]
    assert not list(home.iterdir())
    (home / "saves").write_text("in the way")
    assert not {finding["about"]: finding for finding in json.loads(run("doctor", "--json").out)}["saves"]["works"]


def test_doctor_tells_the_editions_of_pygame_apart(monkeypatch: pytest.MonkeyPatch):
    from game.commands import doctor
    for there, works, words in (({"pygame-ce"}, True, "pygame-ce 1"), ({"pygame"}, True, "plain pygame 1"), (set(), False, "neither"),
                                ({"pygame", "pygame-ce"}, False, "disturb each other")):
        monkeypatch.setattr(doctor, "_version", lambda package, there=there: "1" if package in there else "")
        finding = doctor._pygame()
        assert finding.works == works and words in finding.says
