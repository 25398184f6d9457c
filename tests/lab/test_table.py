"""The table as a whole and the page it writes (lab/table.py)."""

import json

import numpy as np
import pytest

from game.lab.evidence import Row, as_told, share, sign, target
from game.lab.table import GROUPS, MEASURES, about, band, measured, number, page

ONES = np.ones(50)
ROWS = [
    share("agreement", 65, 80, ONES > 0, "model.md; general knowledge", "a pair"),
    target("dial", 0, 0, (0, (0, 0)), "steps", "model.md", "a pair", 9, sweep=[[500, 0.9], [9000, 44.5]]),
    target("vague", 30, 100, (55.0, (50.0, 60.0)), "points", "the issue", "a text", 500, "issue"),
    sign("fatigue up", True, (ONES, ONES + 1), "clashes", "a knob", "models.md"),
    sign("annex: home cost down", False, (ONES, ONES + 1), "standing", "a knob", "models.md", group="public or secret"),
]


def test_every_measure_has_its_place_and_is_told_of_before_it_is_taken():
    heard: list[str] = []

    def first(bench):
        assert heard[-1] == "first"
        yield ROWS[0]

    def second(bench):
        assert heard == ["first", "second"]
        yield from ROWS[1:]
    assert measured(None, heard.append, (first, second)) == ROWS
    assert {about(measure) for measure in MEASURES} >= {"history", "dial of war", "fairness", "mediation", "powell", "restraint", "vague weapons"}


@pytest.mark.parametrize("row, words", [(ROWS[0], "65 to 80"), (ROWS[1], "0"), (ROWS[3], "above 0"), (ROWS[4], "below 0"),
                                        (target("t", None, 10, (0, (0, 0)), "", "", "", 1), "at most 10")])
def test_a_target_in_words(row, words):
    assert band(row) == words


@pytest.mark.parametrize("value, words", [(70, "70"), (9.234, "9.23"), (-12.345, "-12.3")])
def test_a_number_as_a_table_shows_it(value, words):
    assert number(value) == words


def test_the_page_tells_every_row_the_dial_and_what_rests_on_general_knowledge():
    told = page(ROWS, "october-1962", 1962)
    assert "3 of 5 rows hold" in told and all(f"## {heading}" in told for heading in GROUPS.values())
    lines = {line.split(" | ")[0].removeprefix("| "): line for line in told.splitlines() if line.startswith("| ")}
    assert all(row.name in lines for row in ROWS)
    assert "**no**" in lines["agreement"] and "| yes |" in lines["fatigue up"] and "1 (1 -> 2)" in lines["fatigue up"]
    assert "| 9000 | 44.5 |" in told and "--set danger=" in told
    general = told[told.index("Rows that rest on general knowledge"):]
    assert "- agreement:" in general and "- dial:" not in general


def test_rows_are_plain_json():
    told = json.loads(json.dumps([as_told(row) for row in ROWS]))
    assert [set(line) >= {"name", "target", "measured", "interval", "holds"} for line in told] == [True] * len(ROWS)
    assert told[1]["sweep"] == [[500, 0.9], [9000, 44.5]]


def test_a_row_says_where_it_belongs():
    assert all(isinstance(row, Row) and row.group in GROUPS for row in ROWS)
