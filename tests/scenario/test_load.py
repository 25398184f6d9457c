"""Shipped files check clean and load; what extends another is laid on it value by value; a text stands for the whole scenario."""

import dataclasses
import re
import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.engine.orders import TONES
from game.engine.rulebook import AGREED, MENUS, Curves, Rulebook
from game.engine.script import Temper
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.engine.state import open_game
from game.engine.terms import code
from game.scenario.check import check
from game.scenario.doctrine import doctrine_ids, doctrines_listing, load_doctrine
from game.scenario.document import Document, merge, parse
from game.scenario.lines import find_lines
from game.scenario.load import load, load_text, read_text, scenarios_listing, shipped_ids, text_hash
from game.scenario.problem import Place, ScenarioError
from game.scenario.schema import CurveTables, json_schema

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FIXTURES = Path(__file__).parent / "fixtures"
SHIPPED = sorted(SCENARIOS.rglob("*.toml"))


@pytest.fixture(scope="module")
def october() -> Rulebook:
    return load("october-1962")


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_shipped_file_checks_clean_and_is_called_by_its_id(file: Path) -> None:
    assert [str(problem) for problem in check(file)] == []
    assert tomllib.loads(file.read_text())["id"] == file.stem
    assert check(file.stem) == []


def test_what_is_shipped(october: Rulebook) -> None:
    assert shipped_ids() == ("first-evening", "october-1962")
    assert len(october.issues) >= 10
    assert len(october.incidents) == 8
    assert [channel.id for channel in october.channels] == ["cable", "envoy", "broadcast", "un"]
    for menu in october.orders:
        assert len(menu) >= 16
        assert {order.menu for order in menu} == set(MENUS)
        assert [order.id for order in menu if order.is_drafting] == ["draft_exactly"]
    assert set(october.roles) == {"withdrawal", "bombers", "inspection", "overflights", "pledge", "quarantine", "missiles_abroad", "troops"}


def test_every_part_names_its_source() -> None:
    data = tomllib.loads((SCENARIOS / "october-1962.toml").read_text())
    rows = [row for table in ("phase", "channel", "adviser", "date", "issue", "order", "incident") for row in data[table]]
    for table in (data["start"], data["contact"], *data["rules"].values(), *data["curves"].values(), *rows):
        assert len(table["source"]) > 3, table


def test_the_calendar_falls_on_the_days(october: Rulebook) -> None:
    """Half-days to 28 October, days to 4 November, three-day turns to 20 November, three long turns to 7 January, February, April.

    Clocks went back on the 28th.
    """
    ends = [october.washington_time(phase.until) for phase in october.phases]
    assert [f"{end:%d %b %Y %H:%M}" for end in ends] == ["28 Oct 1962 17:00", "04 Nov 1962 17:00", "20 Nov 1962 17:00", "07 Jan 1963 17:00",
                                                            "21 Feb 1963 17:00", "25 Apr 1963 17:00"]
    assert [phase.half_days for phase in october.phases] == [1, 2, 6, 32, 90, 126]
    assert [phase.most_orders for phase in october.phases[2:]] == [2, 3, 3, 3], "behind the deal a turn has time for few"
    assert (october.phases[3].until - october.phases[2].until) == 3 * 32 * 720
    assert october.washington_time(0).utcoffset() == timedelta(hours=-4)
    assert scenarios_listing()[1:] == [{"id": "october-1962", "name": october.name, "turns": 30, "minutes": 50, "summary": october.summary}]


def test_a_game_opens_as_the_file_says(october: Rulebook) -> None:
    state = open_game(october, [7, 8])
    assert state.public.alert.tolist() == [[2, 1]] * 2
    assert state.dossier.fear.tolist() == [[350, 330]] * 2
    assert state.dossier.exposure[0, :, october.issue("T01")].tolist() == [600, 250]
    assert state.umpire.castro.tolist() == [380, 380]


def test_masks_follow_positions_and_secrecy(october: Rulebook) -> None:
    abroad, inspection, missiles, bombers = (october.issue(id) for id in ("T09", "T04", "T01", "T02"))
    assert october.council_bars[abroad, code(3)] and not october.council_bars[abroad, code(3, secret=True)]
    assert not october.council_bars[abroad, code(1)]
    assert october.castro_bars[inspection, code(2, secret=True, paper=True)] and not october.castro_bars[inspection, code(3)]
    assert october.leaves_cuba[missiles, code(3)] and not october.leaves_cuba[missiles, code(4)] and not october.leaves_cuba[missiles, 0]
    assert october.bombers_leave[bombers, code(4, exact=True)] and not october.bombers_leave[bombers, code(4)]
    (row,) = [issue for issue in tomllib.loads((SCENARIOS / "october-1962.toml").read_text())["issue"] if issue["id"] == "T09"]
    assert october.worth[MOSCOW, 3, abroad].tolist() == [0, *row["worth"]["moscow"]["face"]]


def test_both_number_types_hold_the_same_numbers(october: Rulebook) -> None:
    wide = load("october-1962", np.int64)
    assert wide.worth.dtype == np.int64 and october.worth.dtype == np.int32
    for book in (october, wide):
        assert not book.worth.flags.writeable and not book.curves.tired.flags.writeable
    for name in ("worth", "unsaid", "heat", "incident_frequency", "incident_by_rung", "incident_serious_ppm", "incident_deadly", "contact"):
        assert (getattr(october, name) == getattr(wide, name)).all() and getattr(wide, name).dtype == np.int64
    for curve in dataclasses.fields(Curves):
        assert (getattr(october.curves, curve.name) == getattr(wide.curves, curve.name)).all()
    assert (october.hash, october.start, october.rules, october.orders) == (wide.hash, wide.start, wide.rules, wide.orders)


def test_the_file_names_every_curve_of_the_engine() -> None:
    assert list(CurveTables.model_fields) == [field.name for field in dataclasses.fields(Curves)]


def test_what_extends_changes_what_it_says_and_nothing_else(october: Rulebook) -> None:
    changed = load(FIXTURES / "small-change.toml")
    assert changed.start["quarantine"] == 1 and changed.start["pressure"] == october.start["pressure"]
    assert changed.rules.incidents == dataclasses.replace(october.rules.incidents, danger_ppm=9000)
    assert changed.curves.attention[[0, 1000]].tolist() == [3, 2]
    assert [channel.id for channel in changed.channels] == ["cable", "envoy", "broadcast", "un", "hot-line"]
    assert changed.worth[MOSCOW, 3, october.issue("T09")].tolist() == [0, -20, 45, 70, 90, 160]
    assert {tuple(place[:3]) for place in np.argwhere(changed.worth != october.worth).tolist()} == {(MOSCOW, 3, october.issue("T09"))}
    place = october.order(MOSCOW, "speech")
    speech, before = changed.orders[MOSCOW][place], october.orders[MOSCOW][place]
    assert speech.sleep == 9
    assert {effect.meter: effect.amount for effect in speech.effects} == {"home": 30, "pressure": 25, "fear": 10}
    assert dataclasses.replace(speech, sleep=before.sleep, effects=before.effects) == before
    assert changed.orders[WASHINGTON] == october.orders[WASHINGTON]


def test_a_text_holds_everything_its_scenario_needs(tmp_path: Path) -> None:
    """A save keeps one text: it loads when the file it came from is gone, and its hash moves with either part."""
    file = tmp_path / "mine.toml"
    file.write_text((FIXTURES / "small-change.toml").read_text().replace("october-1962", "base"))
    base = tmp_path / "base.toml"
    base.write_text((SCENARIOS / "october-1962.toml").read_text())
    book, text = load(file), read_text(file)
    base.write_text(re.sub(r"(?m)^danger_ppm = (\d+)", lambda set_to: f"danger_ppm = {int(set_to[1]) + 1}", base.read_text()))
    other = load(file)
    file.unlink()
    base.unlink()
    again = load_text(text, "mine.toml")
    assert (again.hash, again.orders, again.start, again.rules) == (book.hash, book.orders, book.start, book.rules)
    assert again.hash == text_hash(text) and len(again.hash) == 32
    assert other.hash != book.hash and other.rules == book.rules


def test_line_ends_do_not_change_the_hash(tmp_path: Path, october: Rulebook) -> None:
    file = tmp_path / "windows.toml"
    file.write_bytes(b"\xef\xbb\xbf" + (SCENARIOS / "october-1962.toml").read_bytes().replace(b"\n", b"\r\n"))
    assert load(file).hash == october.hash


def test_a_text_whose_parts_do_not_belong_together_is_refused() -> None:
    text = read_text(FIXTURES / "small-change.toml")
    for broken in (text.replace("#%% extends october-1962", "#%% extends something-else"), text.split("#%% extends")[0],
                   text.replace('extends = "october-1962"', ""), text + "\n#%% extends one-more\nformat = 1\n"):
        with pytest.raises(ScenarioError, match="below it"):
            load_text(broken, "save")


def _document(text: str, file: str) -> Document:
    return Document(file, tomllib.loads(text), {path: Place(file, line) for path, line in find_lines(text).items()})


def test_merging_tables_rows_and_lists() -> None:
    base = _document('a = 1\nlist = [1, 2, 3]\n[t]\nx = 1\ny = 2\n[[r]]\nid = "one"\nv = 1\n'
                     '[[r]]\nid = "two"\nv = 2\n[[r]]\nside = "s"\nid = "one"\nv = 3\n', "base")
    over = _document('list = [9]\n[t]\ny = 5\n[[r]]\nside = "s"\nid = "one"\nv = 30\n[[r]]\nid = "new"\n[[r]]\nid = "two"\nw = 4\n', "over")
    merged = merge(base, over)
    assert merged.data == {"a": 1, "list": [9], "t": {"x": 1, "y": 5}, "r": [
        {"id": "one", "v": 1}, {"id": "two", "v": 2, "w": 4}, {"side": "s", "id": "one", "v": 30}, {"id": "new"}]}
    assert base.data["t"] == {"x": 1, "y": 2} and len(base.data["r"]) == 3
    assert merged.place(("t", "x")) == Place("base", 4) and merged.place(("t", "y")) == Place("over", 3)
    assert merged.place(("list", 0)) == Place("over", 1) and merged.place(("list", 2)) == Place("over", 1)
    assert merged.place(("r", 2, "v")) == Place("over", 7) and merged.place(("r", 0, "v")) == Place("base", 8)
    assert merged.place(("r", 1, "w")) == Place("over", 12) and merged.place(("r", 3, "id")) == Place("over", 9)


def test_lines_are_found_in_every_shape_of_toml() -> None:
    text = '\n'.join([
        'a = 1 # a comment with [brackets] = "and more"',       # 1
        '"q.k".b = """two',                                     # 2
        'lines = [x]"""',
        'deep = { x = [1,',                                     # 4
        '  { y = 2 } ], "z w" = 3 }',
        "raw = '[['",                                           # 6
        '[t.u]',                                                # 7
        'when = 1962-10-22 18:00:00-04:00',
        '[[row]]',                                              # 9
        'k = [',
        '  "]", # [',
        '  2,',
        ']',
        '[row.inner]',                                          # 14
        'v = true',
        '[[row]]',                                              # 16
        'k = []'])
    lines = find_lines(text)
    wanted: dict[tuple[Any, ...], int] = {
        ("a",): 1, ("q.k", "b"): 2, ("deep",): 4, ("deep", "x", 0): 4, ("deep", "x", 1, "y"): 5, ("deep", "z w"): 5, ("raw",): 6,
        ("t", "u"): 7, ("t", "u", "when"): 8, ("row", 0): 9, ("row", 0, "k", 1): 12, ("row", 0, "inner"): 14, ("row", 0, "inner", "v"): 15,
        ("row", 1): 16, ("row", 1, "k"): 17}
    assert {path: lines.get(path) for path in wanted} == wanted


@pytest.mark.parametrize("file", [file for file in SHIPPED if "extends =" not in file.read_text()], ids=lambda file: file.stem)
def test_every_value_of_a_shipped_file_has_its_line(file: Path) -> None:
    """Each key is found on a line where it is written."""
    text = file.read_text()
    document, lines = parse(text, file.name), text.splitlines()

    def walk(value: Any, path: tuple[Any, ...]) -> int:
        if path and isinstance(path[-1], str):
            assert path[-1] in lines[document.places[path].line - 1], path
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        return 1 + sum(walk(part, (*path, key)) for key, part in inner)
    assert walk(tomllib.loads(text), ()) > 100


def _fits(schema: dict[str, Any], node: dict[str, Any], value: Any, path: str) -> list[str]:
    """Keys of a value that a JSON Schema does not know, and required ones it lacks."""
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].removeprefix("#/$defs/")]
    if "anyOf" in node:
        return min((_fits(schema, option, value, path) for option in node["anyOf"] if option.get("type") != "null"), key=len)
    if isinstance(value, dict):
        known, rest = node.get("properties", {}), node.get("additionalProperties", False)
        wrong = [f"{path}.{key} unknown" for key in value if key not in known and not rest]
        wrong += [f"{path}.{key} missing" for key in node.get("required", ()) if key not in value]
        return wrong + [fault for key,
                        part in value.items() if key in known or rest for fault in _fits(schema, known.get(key) or rest, part, f"{path}.{key}")]
    if isinstance(value, list) and node.get("items"):
        return [fault for i, part in enumerate(value) for fault in _fits(schema, node["items"], part, f"{path}[{i}]")]
    return []


def test_the_schema_for_editors_fits_the_shipped_file_and_one_that_extends_it() -> None:
    schema = json_schema()
    whole = tomllib.loads((SCENARIOS / "october-1962.toml").read_text())
    assert _fits(schema, schema["else"], whole, "") == []
    assert _fits(schema, schema["else"], {**whole, "rules": {**whole["rules"], "clok": {}}}, "") == [".rules.clok unknown"]
    part = tomllib.loads((FIXTURES / "small-change.toml").read_text())
    assert _fits(schema, schema["then"], part, "") == []
    assert ".summary missing" in _fits(schema, schema["else"], part, "")
    assert _fits(schema, schema["then"], {"format": 1, "id": "x", "extends": "y", "order": [{"side": "moscow"}]}, "") == [".order[0].id missing"]


def test_doctrines(october: Rulebook) -> None:
    assert doctrine_ids() == tuple(sorted(file.stem for file in (SCENARIOS / "doctrines").glob("*.toml")))
    listed = doctrines_listing()
    assert [line["id"] for line in listed] == list(doctrine_ids()) and all(line["sides"] == [line["id"].rpartition("-")[2]] for line in listed)
    assert {line["id"] for line in listed if line["serious"]} >= {"hard-moscow", "hard-washington", "way-out-moscow", "way-out-washington"}
    for side in SIDES:
        assert [load_doctrine(id, october).side for id in doctrine_ids()].count(side) >= 2


DOCTRINE = """
format = 1
scenario = "october-1962"
id = "two-minds"
side = "washington"
name = "Two minds"
aim = "To be read."
serious = false
source = "design choice: a test"
[temper]
hold = 77
fear_per_mille = 1
patience = 2
patience_until_half_days = 3
peace = 4
threatened = 5
sweetened = 6
together = 7
stall = 8
stall_until_half_days = 9
[[give]]
order = "withhold_reprisals"
when = [{ needs = { "own.fear" = [481, 1000] } }, { stages = ["confrontation"], turn = [9, 9999] }, { every = 3, from = 2 }]
[[give]]
order = "draft_exactly"
when = [
    { dates = [1962-10-24T07:00:00-04:00, 1962-10-26T07:00:00-04:00] },
    { half_days = [4, 90], dates = [1962-10-23T08:00:00-04:00, 1962-10-25T08:00:00-04:00] },
]
[[offer]]
channel = "envoy"
deadline_half_days = 2
tone = "stern"
counters = "oldest"
when = [{ agreed = { T02 = "not_exact" } }]
[offer.terms]
T01 = { position = 2 }
T02 = { position = 1, exact = true }
T06 = { position = 3, conditions = ["conduct"] }
T09 = { position = 3, secret = true }
"""


def test_a_doctrine_becomes_numbers(tmp_path: Path, october: Rulebook) -> None:
    """Names become places, stages and days become spans; dates hold for the turns that begin from the first on and before the second."""
    file = tmp_path / "two-minds.toml"
    file.write_text(DOCTRINE)
    doctrine = load_doctrine(file, october)
    assert [october.orders[WASHINGTON][give.order].id for give in doctrine.gives] == ["withhold_reprisals", "draft_exactly"]
    (by_fear, later, third), (two_days, narrowed) = (give.when for give in doctrine.gives)
    assert [(need.box, need.meter, need.least, need.most) for need in by_fear.meters] == [("own", "fear", 481, 1000)]
    assert by_fear.stages == (0, 1, 2) and by_fear.turn == by_fear.half_days == (0, 9999) and (by_fear.every, by_fear.start) == (1, 0)
    assert later.turn == (9, 9999) and later.stages == (0,) and later.meters == () and (third.every, third.start) == (3, 2)
    opens = october.starts

    def begins_at(half_days: int) -> datetime:
        return opens + timedelta(hours=12 * half_days)
    least, most = two_days.half_days
    first, last = (datetime.fromisoformat(moment) for moment in ("1962-10-24T07:00:00-04:00", "1962-10-26T07:00:00-04:00"))
    assert begins_at(least - 1) < first <= begins_at(least) and begins_at(most) < last <= begins_at(most + 1)
    assert narrowed.half_days == (4, 5)
    offer = doctrine.offers[0]
    said = {issue.id: term for issue, term in zip(october.issues, offer.terms.tolist(), strict=True) if term}
    assert said == {"T01": 2, "T02": code(1, exact=True), "T06": code(3, conditions=("conduct",)), "T09": code(3, secret=True)}
    assert october.channels[offer.channel].id == "envoy" and offer.deadline_half_days == 2
    assert offer.tone == TONES.index("stern") and offer.counters == "oldest"
    assert offer.when[0].agreed == ((october.issue("T02"), AGREED.index("not_exact")),)
    assert doctrine.temper == Temper(77, 1, 2, 3, 4, 5, 6, 7, stall=8, stall_until_half_days=9)


def test_a_doctrine_for_another_menu_is_refused(october: Rulebook) -> None:
    fewer = dataclasses.replace(october, orders=(october.orders[0][:5], october.orders[1]))
    with pytest.raises(ScenarioError, match="washington's menu: no such order") as caught:
        load_doctrine("way-out-washington", fewer)
    assert {problem.file for problem in caught.value.problems} == {"way-out-washington.toml"}
    with pytest.raises(ScenarioError, match='no such doctrine; did you mean "hard-moscow"'):
        load_doctrine("hard-moskow", october)
