"""Intervals and verdicts of the calibration table (lab/evidence.py), on data whose answers are known."""

import json

import numpy as np
import pytest

from game.lab.evidence import as_told, failing, of_difference, of_mean, of_ratio, share, sign, target, wilson

HALF = np.arange(1000) % 2


@pytest.mark.parametrize("count, games, low, high", [
    (10, 100, 5.52, 17.44), (0, 20, 0.0, 16.11), (20, 20, 83.89, 100.0), (1, 2, 9.45, 90.55), (0, 0, 0.0, 100.0)])
def test_wilsons_interval_of_known_counts(count, games, low, high):
    """Worked out by hand from Wilson's formula at 1.96 standard deviations."""
    assert wilson(count, games) == pytest.approx((low, high), abs=0.01)


def test_a_mean_has_the_interval_of_its_standard_error():
    """Half ones in a thousand: 0.5 give or take 1.96 x 0.5 / sqrt(1000), within what 400 samples can tell."""
    mean, (low, high) = of_mean(HALF)
    assert mean == 0.5
    assert (mean - low, high - mean) == pytest.approx((0.031, 0.031), rel=0.2)


def test_the_interval_narrows_with_the_root_of_the_games():
    wide, narrow = (of_mean(np.arange(games) % 2)[1] for games in (400, 6400))
    assert (wide[1] - wide[0]) / (narrow[1] - narrow[0]) == pytest.approx(4, rel=0.25)


def test_a_ratio_is_counted_over_the_games_it_is_about():
    """Six disputes in each of 30 agreed games of 100 are six a game agreed, however the resampling falls."""
    agreed = (np.arange(100) < 30).astype(int)
    assert of_ratio(6 * agreed, agreed) == (6.0, (6.0, 6.0))


def test_the_same_luck_makes_a_small_difference_plain():
    """Between paired games a shift of one is certain, however far apart the games lie."""
    games = np.arange(500) * 7919 % 1000
    assert of_difference(games, games + 1) == (1.0, (1.0, 1.0))


def test_the_same_numbers_give_the_same_interval_twice():
    assert of_mean(HALF * 3) == of_mean(HALF * 3)


@pytest.mark.parametrize("value, holds", [(64.9, False), (65, True), (80, True), (80.1, False)])
def test_a_target_holds_inside_its_band_ends_included(value, holds):
    assert target("t", 65, 80, (value, (0, 100)), "", "", "", 1).holds is holds


def test_an_open_end_is_no_bound():
    assert target("t", None, 10, (-50, (0, 0)), "", "", "", 1).holds and target("t", 1, None, (99, (0, 0)), "", "", "", 1).holds


def test_a_share_is_counted_among_the_games_it_is_about():
    row = share("leaked", 0, 60, np.array([True, False, False, False]), "", "", among=np.array([True, True, False, False]))
    assert (row.measured, row.games, row.holds) == (50.0, 2, True)


@pytest.mark.parametrize("goes_up, shift, holds", [(True, 1, True), (True, -1, False), (False, -1, True), (False, 1, False), (True, 0, False),
                                                   (False, 0, False)])
def test_a_sign_holds_only_on_its_own_side(goes_up, shift, holds):
    """A planted wrong sign is caught, and so is a knob that does nothing."""
    assert sign("s", goes_up, (HALF, HALF + shift), "", "", "").holds is holds


def test_a_difference_lost_in_the_noise_is_no_sign():
    """Means a hundredth apart between unrelated games: the right side, and an interval that holds zero."""
    one, two = HALF[:200] * 100, np.roll(HALF[:200], 1) * 100 + 1
    row = sign("s", True, (one, two), "", "", "")
    assert row.measured == 1.0 and row.interval[0] < 0 < row.interval[1] and not row.holds


def test_the_failing_are_named():
    rows = [sign("up", True, (HALF, HALF + 1), "", "", ""), sign("down", False, (HALF, HALF + 1), "", "", "")]
    assert failing(rows) == ["down"]


def test_a_row_is_told_with_the_promised_keys():
    told = json.loads(json.dumps(as_told(sign("up", True, (HALF, HALF + 1), "points", "a knob", "a table", times=100))))
    assert told["name"] == "up" and told["target"] == [0, None] and told["measured"] == 100
    assert told["interval"] == [100, 100] and told["holds"] is True
    assert told["arms"] == [50, 150] and told["basis"] == "a table"
