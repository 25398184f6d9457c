"""`calibrate`: the table printed, as JSON, as a page; what it says when it is stopped or asked for nonsense."""

import json

import numpy as np
import pytest

from game.commands import calibrate
from game.lab.evidence import share, sign
from game.lab.table import measured

ONES = np.ones(40)


def held(bench):
    """One row that holds."""
    yield sign("fatigue up", True, (ONES, ONES + 1), "clashes", "a knob", f"seed {bench.seed}")


def missed(bench):
    """One row that does not."""
    yield share("agreement", 65, 80, ONES > 0, "model.md", "a pair")


def stopped(bench):
    """Ctrl+C while it is measured."""
    raise KeyboardInterrupt
    yield


@pytest.fixture
def few(monkeypatch):
    """The command with other measures in place of the whole table."""
    def put(*measures):
        monkeypatch.setattr(calibrate, "MEASURES", measures)
        monkeypatch.setattr(calibrate, "measured", lambda bench, progress: measured(bench, progress, measures))
    return put


def test_json_is_a_list_of_rows(run, few):
    few(held)
    ran = run("calibrate", "--json", "--seed", 7)
    (row,) = json.loads(ran.out)
    assert ran.code == 0 and row["name"] == "fatigue up" and row["target"] == [0, None] and row["measured"] == 1
    assert row["interval"] == [1, 1] and row["holds"] is True and row["basis"] == "seed 7"


def test_a_row_that_does_not_hold_is_named_and_ends_with_1(run, few):
    few(held, missed)
    ran = run("calibrate")
    assert ran.code == 1 and "1 of 2 rows hold. Not: agreement." in ran.out and "65 to 80" in ran.out
    assert run("calibrate", "--json").code == 1


def test_the_page_is_written_and_the_table_printed(run, few, tmp_path):
    few(held, missed)
    ran = run("calibrate", "--page", tmp_path / "calibration.md")
    written = (tmp_path / "calibration.md").read_text(encoding="utf-8")
    assert written.startswith("# Calibration") and "| fatigue up |" in written and "fatigue up" in ran.out


def test_a_page_that_cannot_be_is_refused_before_anything_is_measured(run, few, tmp_path):
    few(stopped)
    for place in (tmp_path, tmp_path / "nowhere" / "page.md"):
        ran = run("calibrate", "--page", place)
        assert ran.code == 2 and "--page" in ran.err and not ran.out


def test_stopped_it_says_how_far_it_was_and_writes_nothing(run, few, tmp_path):
    few(held, stopped, missed)
    ran = run("calibrate", "--page", tmp_path / "calibration.md")
    assert ran.code == 130 and "1 of 3 groups" in ran.err and not (tmp_path / "calibration.md").exists() and not ran.out
