"""Short nights in three published measures, and the half-day bookkeeping made from one of them (theory/models.md 2)."""

from itertools import pairwise

import pytest

from game.lab.theory.sleep import (
    RESTED,
    accident_factor,
    blood_alcohol,
    debt_after,
    excess_wakefulness,
    misses_revision,
    reserve_asleep,
    reserve_awake,
    sleepiness,
    sleepiness_after_nights,
    sleepiness_awake,
    team_debt,
    tiredness,
    weight_of_news,
)


@pytest.mark.parametrize("awake, alcohol", [(8, 0), (10, 0), (17, .05), (21, .079), (24, .10)])
def test_hours_awake_as_blood_alcohol(awake, alcohol):
    assert blood_alcohol(awake) == pytest.approx(alcohol, abs=5e-4)


@pytest.mark.parametrize("night, debt, tired", [(6, 28, .37), (5, 41, .50), (4, 54, .59)])
def test_thirteen_short_nights(night, debt, tired):
    assert excess_wakefulness([night] * 13) == pytest.approx(debt, abs=.2)
    by_half_days = debt_after([0, night] * 13)
    assert by_half_days == pytest.approx(debt, abs=.2)
    assert tiredness(by_half_days) == pytest.approx(tired, abs=6e-3)


def test_one_sleepless_day():
    debt = debt_after([0, 0])
    assert debt == pytest.approx(8.2, abs=.05)
    assert tiredness(debt) == pytest.approx(.13, abs=5e-3)
    assert tiredness(debt, awake_hours=17) == pytest.approx(.28, abs=5e-3)
    assert tiredness(debt, awake_hours=24) == pytest.approx(.43, abs=5e-3)
    assert tiredness(debt, is_night=True) == pytest.approx(.23, abs=5e-3)


def test_enough_sleep_leaves_no_debt_and_a_nap_counts():
    assert debt_after([0, 9] * 5) == 0
    assert debt_after([0, 5, 1, 5]) == pytest.approx(debt_after([0, 5, 0, 5]) - 1)
    assert debt_after([12], debt=40) == pytest.approx(32.08)
    assert excess_wakefulness([4, 12]) == excess_wakefulness([4])


def test_tiredness_never_leaves_its_scale():
    assert tiredness(0) == 0
    assert tiredness(500, 30, True) == 1


def test_what_tiredness_does():
    assert accident_factor(0) == 1
    assert accident_factor(.5) == pytest.approx(2, abs=.02)
    assert (misses_revision(0), misses_revision(1)) == pytest.approx((.05, .40))
    assert (weight_of_news(0), weight_of_news(1)) == pytest.approx((1, .5))


@pytest.mark.parametrize("debts, mean", [([3, 40, 10, 20, 30], 30), ([8, 4], 6), ([5], 5)])
def test_a_team_is_as_tired_as_its_three_most_tired(debts, mean):
    assert team_debt(debts) == pytest.approx(mean)


@pytest.mark.parametrize("night, scale", [(8, 5.0), (6, 5.4), (5, 6.1), (4, 6.8)])
def test_sleepiness_at_ten_in_the_evening_of_the_thirteenth_day(night, scale):
    assert sleepiness_after_nights(night, 13, 22) == pytest.approx(scale, abs=.05)


@pytest.mark.parametrize("day, scale", [(1, 4.93), (3, 6.34), (7, 6.76)])
def test_sleepiness_grows_with_the_number_of_nights_of_four_hours(day, scale):
    assert sleepiness_after_nights(4, day, 22) == pytest.approx(scale, abs=.01)


def test_the_first_day_is_that_of_a_good_night_from_waking_on():
    for hours in (0, .5, 3, 12):
        assert sleepiness_after_nights(4, 1, 7 + hours) == pytest.approx(sleepiness_awake(hours))


@pytest.mark.parametrize("hours, scale", [(20, 7.6), (24, 7.5), (16, 5.6)])
def test_sleepiness_of_a_night_awake(hours, scale):
    assert sleepiness_awake(hours) == pytest.approx(scale, abs=.05)


def test_the_first_minutes_awake_are_heavy():
    assert sleepiness(RESTED, 7, 0) - sleepiness(RESTED, 7, 3) == pytest.approx(.6 * 5.72, abs=.05)
    assert sleepiness(RESTED, 7, 0) - sleepiness(RESTED, 7, .5) == pytest.approx(1.819, abs=.005)


def test_the_reserve_runs_down_awake_and_fills_asleep_without_a_step():
    assert reserve_awake(RESTED, 16) == pytest.approx(8.99, abs=.01)
    assert reserve_asleep(7.96, 8) < 14.3
    asleep = [reserve_asleep(7.0, hours / 10) for hours in range(120)]
    steps = [later - sooner for sooner, later in pairwise(asleep)]
    assert min(steps) > 0 and max(steps) < .0802
    assert steps[0] == pytest.approx(.0801, abs=1e-4) and steps[-1] < .02


def test_eight_hours_of_rising_exponentially_lead_from_795_to_14():
    """The rate of the published parameters is defined by this."""
    assert 14.3 - reserve_asleep(12.2, 8) == pytest.approx((14.3 - 12.2) * (14.3 - 14) / (14.3 - 7.96), abs=1e-9)
