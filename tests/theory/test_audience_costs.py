"""The race of audience costs (theory/models.md 1.5): its numbers, that it is an equilibrium, and who is helped by a louder audience."""

import pytest

from game.lab.theory.audience_costs import Contender, race, still_there


@pytest.mark.parametrize("slopes, horizon, stays, first_down, second_down, war", [
    ((.1, .1), 8.229, (1, 1), .3495, .3495, .3009),
    ((.2, .1), 5.000, (1, .6667), .1614, .6164, .2222),
    ((.4, .1), 2.906, (1, .4189), .0646, .7853, .1501),
])
def test_the_race_in_numbers(slopes, horizon, stays, first_down, second_down, war):
    end = race(Contender(slopes[0]), Contender(slopes[1]))
    assert end.horizon == pytest.approx(horizon, abs=6e-4)
    assert end.stays == pytest.approx(stays, abs=6e-5)
    assert end.backs_down == pytest.approx((first_down, second_down), abs=6e-5)
    assert end.war == pytest.approx(war, abs=6e-5)


MANY = [(Contender(.1), Contender(.1)), (Contender(.4), Contender(.1)), (Contender(.1, 2.0, 1.0), Contender(.3, .5, 3.0)),
        (Contender(.2, 1.0, .5), Contender(.2, 1.0, 4.0))]


@pytest.mark.parametrize("first, second", MANY)
def test_the_ends_add_up_to_one(first, second):
    end = race(first, second)
    assert sum(end.backs_down) + end.war == pytest.approx(1, abs=1e-6)
    assert max(end.stays) == pytest.approx(1)
    assert min(end.stays) > 0


@pytest.mark.parametrize("first, second", MANY)
def test_nobody_gains_by_waiting_longer_or_less_long(first, second):
    """Worth of planning to back down at a time: the prize where the other is gone by then, minus the cost where it is not."""
    end = race(first, second)
    for side, other, place in ((first, second, 1), (second, first, 0)):
        times = [end.horizon * part for part in (.001, .3, .7, .999)]
        there = [still_there(side, end.stays[place], time) for time in times]
        worth = [side.prize * (1 - still) - side.cost(time) * still for time, still in zip(times, there)]
        assert worth == pytest.approx([worth[0]] * 4, abs=1e-9), other


@pytest.mark.parametrize("first, second", MANY)
def test_at_the_horizon_only_those_are_left_who_prefer_war(first, second):
    end = race(first, second)
    for side, other, place in ((first, second, 0), (second, first, 1)):
        prefers_war = side.cost(end.horizon) / side.worst_war
        assert still_there(other, end.stays[place], end.horizon) == pytest.approx(prefers_war)


def test_a_louder_audience_backs_down_less_and_makes_the_other_back_down_more():
    ends = [race(Contender(slope), Contender(.1)) for slope in (.05, .1, .2, .4, .8)]
    own, others = zip(*(end.backs_down for end in ends))
    assert list(own) == sorted(own, reverse=True) and len(set(own)) == len(own)
    assert list(others) == sorted(others) and len(set(others)) == len(others)


def test_it_does_not_matter_who_is_called_first():
    assert race(Contender(.4), Contender(.1)).backs_down == pytest.approx(race(Contender(.1), Contender(.4)).backs_down[::-1])
