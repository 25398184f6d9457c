"""`ladders`: what it promises to print, and when it says no."""

import json
from pathlib import Path

from game.engine.rulebook import STAGES
from game.lab.ladders import ladders
from game.lab.ladders_told import page
from game.scenario.load import load

BROKEN = Path(__file__).parents[1] / "lab" / "no-way-back-in-time.toml"
REFUSED = Path(__file__).parents[1] / "scenario" / "fixtures"
WHOLE = """
format = 1
extends = "october-1962"
id = "whole"

[[order]]
side = "washington"
id = "a_way_down_of_our_own"
name = "Unpack"
menu = "military"
text = "The crews take the bombs off the racks."
effects = { "own.buildup" = -60 }
stages = ["confrontation", "loose_ends", "settlement"]
seen = false
sleep = 2
source = "made up"
"""


def whole(folder: Path) -> Path:
    """The shipped crisis with one more order, by which nothing lacks a way down."""
    file = folder / "whole.toml"
    file.write_text(WHOLE, encoding="utf-8")
    return file


def test_json_lists_each_way_up_with_its_ways_down(run, tmp_path: Path):
    ran = run("ladders", whole(tmp_path), "--json")
    assert ran.code == 0 and ran.err == "" and ran.out.count("\n") == 1
    found = json.loads(ran.out)
    assert {up["side"] for up in found} == {"washington", "moscow"}
    for up in found:
        assert {"side", "order", "name", "meter", "amount", "stages", "ways_down"} <= set(up)
        assert up["amount"] > 0 and set(up["stages"]) <= set(STAGES[:3])
        assert up["no_way_back"] != bool(up["ways_down"]) and up["dead_ends"] == []
        for way in up["ways_down"]:
            assert {"side", "order", "name", "amount", "turns"} <= set(way)
            assert way["amount"] < 0 and 1 <= way["turns"] <= 3 and set(way["stages"]) <= set(up["stages"])
    assert ["Unpack" in [way["name"] for way in up["ways_down"]] for up in found if up["order"] == "ready_the_strike"] == [True]


def test_a_table_in_words_names_the_same_orders(run, tmp_path: Path):
    ran = run("ladders", whole(tmp_path))
    assert ran.code == 0 and ran.err == "" and "no way back: it ends the game" in ran.out
    for up in json.loads(run("ladders", tmp_path / "whole.toml", "--json").out):
        assert up["name"] in ran.out


def test_the_page_is_the_one_of_that_scenario(run, tmp_path: Path):
    file = whole(tmp_path)
    ran = run("ladders", file, "--page")
    assert ran.code == 0 and ran.out == page(load(file), ladders(load(file)))
    assert "| Ready the strike | +60 |" in ran.out and "Unpack -60" in ran.out


def test_a_way_up_without_a_way_down_is_named_and_fails(run):
    for form in ([], ["--json"], ["--page"]):
        ran = run("ladders", BROKEN, *form)
        assert ran.code == 1 and ran.out
        assert '"Hurry the sites" (hurry_the_sites) raises own.buildup in the loose ends, and no order takes it back within 3 turns' in ran.err
    assert {up["order"]: up["dead_ends"] for up in json.loads(run("ladders", BROKEN, "--json").out)}["hurry_the_sites"] == ["loose_ends"]


def test_what_the_check_refuses_for_lack_of_a_way_down_is_looked_at_all_the_same(run):
    ran = run("ladders", REFUSED / "no-way-down.toml", "--json")
    assert ran.code == 1 and '"Raise the alert" (raise_alert) raises public.alert' in ran.err
    assert [up["dead_ends"] for up in json.loads(ran.out) if (up["side"], up["order"], up["meter"]) == ("moscow", "raise_alert", "public.alert")] == [
        ["confrontation", "loose_ends"]]


def test_a_file_that_is_no_scenario_is_wrong_use(run):
    for name in ("no-toml", "unknown-key", "never-open"):
        ran = run("ladders", REFUSED / f"{name}.toml")
        assert ran.code == 2 and ran.out == "" and f"{name}.toml:" in ran.err
