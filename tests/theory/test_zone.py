"""The shares that both prefer to war, and how public promises shrink them to nothing (theory/models.md 1.7, 1.15)."""

import pytest

from game.lab.theory.zone import Bargainer, zone


@pytest.mark.parametrize("first, second, low, high", [
    (Bargainer(.2), Bargainer(.3), .4, .9),
    (Bargainer(.2, 1, .8), Bargainer(.3), .6, .9),
    (Bargainer(.2, 1, .8), Bargainer(.3, 1, .5), .6, .7),
    (Bargainer(.2, 2, .9), Bargainer(.3, 2, .6), .7333, .5667),
])
def test_the_zone_in_numbers(first, second, low, high):
    found = zone(.6, first, second)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)
    assert found.width == pytest.approx(high - low, abs=1e-4)


def test_without_promises_a_deal_exists_whatever_the_odds_and_is_as_wide_as_war_is_dear():
    for chance in (.3, .5, .7):
        assert zone(chance, Bargainer(.2), Bargainer(.3)).width == pytest.approx(.5)
    edge = zone(.95, Bargainer(.2), Bargainer(.3))
    assert (edge.low, edge.high) == pytest.approx((.75, 1))


def test_promises_of_both_can_leave_no_deal():
    widths = [zone(.6, Bargainer(.2, slope, .9), Bargainer(.3, slope, .6)).width for slope in (0, .5, 1, 2, 4)]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] == pytest.approx(.5)
    assert widths[-1] < 0


def test_a_promise_is_leverage_for_the_one_who_makes_it():
    plain, tied = zone(.6, Bargainer(.2), Bargainer(.3)), zone(.6, Bargainer(.2, 1, .8), Bargainer(.3))
    assert tied.low > plain.low
    assert tied.high == plain.high


@pytest.mark.parametrize("side", [Bargainer(.2, 1, .8), Bargainer(.2, 3, .9), Bargainer(.5, .5, .3)])
def test_the_least_share_is_as_good_as_war_once_the_broken_promise_is_paid_for(side):
    share = side.least_share(.6)
    assert share - side.slope * (side.promised - share) == pytest.approx(.6 - side.war_cost)


def test_a_promise_below_what_war_brings_costs_nothing():
    assert Bargainer(.2, 5, .3).least_share(.6) == pytest.approx(.4)
