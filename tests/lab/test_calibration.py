"""Rows of the calibration (lab/calibration.py) with few games: what is counted, and over which games."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.engine.endings import ENDINGS, scores
from game.engine.rulebook import Rulebook
from game.engine.sides import SIDES
from game.lab import calibration
from game.lab.batch import measures, play_batch
from game.lab.bench import HISTORY, Bench, seats
from game.scenario.dials import turned
from game.scenario.load import load

GAMES = 200


@pytest.fixture(autouse=True)
def few_games(monkeypatch):
    for name, games in (("GAMES", GAMES), ("FEWER", GAMES), ("DIALLED", GAMES), ("PAIRINGS_TOGETHER", 0), ("LEAST", 100),
                        ("SEEDS_OF_THE_ISSUE", 60)):
        monkeypatch.setattr(calibration, name, games)


@cache
def book() -> Rulebook:
    return load("october-1962")


@cache
def shipped() -> Bench:
    """Its games are played once for all the rows that look at them."""
    return Bench(book(), 1962)


def rows(measure, rulebook: Rulebook | None = None) -> dict:
    return {row.name: row for row in measure(Bench(rulebook, 1962) if rulebook else shipped())}


def test_the_history_rows_count_what_a_batch_counts():
    """The same games as `simulate` plays, by its own tallies."""
    bench = shipped()
    told = measures(book(), play_batch(book(), seats(book(), bench.history), bench.seeds(GAMES)))
    found = rows(calibration.history)
    assert found["agreement by 28 October"].measured == pytest.approx(100 * told["agreement_by_28_october"] / GAMES)
    assert found["inadvertent war"].measured == pytest.approx(100 * (told["outcomes"]["war_general"] + told["outcomes"]["war_local"]) / GAMES)
    assert found["American strike"].measured == pytest.approx(100 * told["outcomes"]["strike"] / GAMES)
    assert found["incidents"].measured == pytest.approx(told["incidents_mean"], abs=0.001)
    leaked = found["secret leaked by 7 January"]
    assert leaked.measured * leaked.games / 100 == pytest.approx(told["leaks"]) and leaked.games < GAMES
    settled = found["bombers settled by 20 November"]
    assert settled.measured * settled.games / 100 == pytest.approx(told["bombers_settled_by_20_november"])


def test_without_danger_there_is_no_war_and_the_dial_says_so():
    found = rows(calibration.history, turned(book(), {"incidents.danger_ppm": 0}))
    assert found["inadvertent war"].measured == 0 and not found["inadvertent war"].holds


def test_the_dial_finds_the_settings_that_reach_both_ends():
    found = rows(calibration.dial_of_war)
    low, high = found["dial of war: about 1 %"], found["dial of war: about 45 %"]
    assert low.more["setting"] < book().rules.incidents.danger_ppm < high.more["setting"]
    assert low.measured < 4 and 38 < high.measured < 52
    again = calibration._war_at(Bench(book(), 1962), high.more["setting"])
    assert 100 * again / GAMES == high.measured


def test_every_serious_pairing_is_played_and_no_ending_is_made_up():
    bench = shipped()
    played = calibration.pairings(bench)
    assert HISTORY in played and len(played) >= 4 and {len(state) for state in played.values()} == {100}
    row = rows(calibration.endings)["endings that occur"]
    assert row.measured + len(row.more["lacking"]) == len(ENDINGS) - 1


def test_fairness_is_judged_against_each_seats_own_median():
    """Worked out again for one skill on both sides: each seat held against what history's own seat came to."""
    bench = shipped()
    pair = ("way-out-washington", "way-out-moscow")
    row = rows(calibration.fairness)[f"fairness: {pair[0]} against {pair[1]}"]
    past = scores(book(), bench.final(HISTORY, GAMES))["true"]["total"]
    told = scores(book(), calibration.pairings(bench)[pair])["true"]["total"]
    above = [(told[:, side] > np.median(past[:, side])).mean() for side in SIDES]
    assert row.more["seats"] == [round(100 * share, 1) for share in above]
    assert row.measured == pytest.approx(100 * (above[0] - above[1])) and row.holds == (abs(row.measured) <= 10)


def test_a_vague_text_is_quarrelled_over_because_its_readings_differ():
    assert rows(calibration.vague_weapons)["vague weapons text: more November disputes"].holds
    calm = replace(book(), heat=np.zeros_like(book().heat))
    row = rows(calibration.vague_weapons, calm)["vague weapons text: more November disputes"]
    assert row.measured == 0 and not row.holds


def test_restraint_meets_war_where_a_rule_makes_one(monkeypatch):
    """A planted rule that makes war of any strike motion is caught; without it no game of the two seats is at war."""
    assert all(row.holds for row in rows(calibration.restraint).values())
    monkeypatch.setattr(calibration, "turned", lambda rulebook, dials: turned(rulebook, {"incidents.danger_ppm": 200_000}))
    assert not all(row.holds for row in rows(calibration.restraint).values())


def test_leaving_the_jupiters_out_matters_where_the_switch_says_so():
    found = rows(calibration.without_the_jupiters)
    record, letter = found["record: lost without a Jupiter offer"], found["letter: agreement by 28 October without a Jupiter offer"]
    with_offer = rows(calibration.history)["agreement by 28 October"].measured
    assert record.measured < with_offer - letter.measured
