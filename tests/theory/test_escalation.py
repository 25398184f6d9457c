"""Contests of nerve (theory/models.md 1.4): known resolve runs no risk; unequal reputations run less than equal ones."""

import pytest

from game.lab.theory.critical_risk import HARD_MOSCOW, SOFT_MOSCOW, WASHINGTON, Stakes
from game.lab.theory.escalation import known_resolve, step_risk, steps_tolerated, waiting_contest


@pytest.mark.parametrize("side, steps", [(WASHINGTON, 6), (SOFT_MOSCOW, 17)])
def test_how_many_steps_a_side_tolerates(side, steps):
    assert steps_tolerated(side, .05) == steps
    assert step_risk(steps, .05) <= side.critical_risk < step_risk(steps + 1, .05)


@pytest.mark.parametrize("side, unit_risk, steps", [(Stakes(.271, 0, -.729), .1, 3), (Stakes(.27, 0, -.73), .1, 2), (Stakes(1, .9, -10), .05, 0)])
def test_a_step_exactly_as_risky_as_can_be_borne_is_borne(side, unit_risk, steps):
    assert steps_tolerated(side, unit_risk) == steps


@pytest.mark.parametrize("side", [HARD_MOSCOW, Stakes(2, -4, -4)])
def test_a_side_that_no_risk_deters_has_no_number_of_steps(side):
    with pytest.raises(ValueError, match="no risk deters"):
        steps_tolerated(side, .05)


@pytest.mark.parametrize("unit_risk", [.01, .05, .2])
@pytest.mark.parametrize("weak_loss", [-5, -8, -12, -20])
def test_known_resolve_runs_no_risk_and_the_less_resolved_gives_way(weak_loss, unit_risk):
    firm, weak = Stakes(1, -2, -4), Stakes(1, -2, weak_loss)
    attacked = known_resolve(firm, weak, unit_risk)
    assert (attacked.is_challenged, attacked.loser, attacked.steps, attacked.risk) == (True, 1, 0, 0)
    unattacked = known_resolve(weak, firm, unit_risk)
    assert (unattacked.is_challenged, unattacked.loser, unattacked.steps, unattacked.risk) == (False, None, 0, 0)


def test_who_is_the_firmer_decides_and_not_who_begins():
    assert known_resolve(SOFT_MOSCOW, WASHINGTON, .05).loser == 1
    assert not known_resolve(WASHINGTON, SOFT_MOSCOW, .05).is_challenged


def test_a_challenger_who_cannot_bear_things_as_they_are_runs_the_first_step():
    """With a status quo worse than giving in after one step, the weaker side challenges all the same, meets resistance and submits."""
    lost = known_resolve(WASHINGTON, SOFT_MOSCOW, .05, status_quo=-5)
    assert (lost.is_challenged, lost.steps, lost.loser) == (True, 1, 0)
    assert lost.risk == pytest.approx(.05)


@pytest.mark.parametrize("hard, turn_risk, rate, turns, disaster", [
    ((.2, .2), .01, .04, 39.4, .111), ((.2, .3), .01, .04, 29.5, .071), ((.3, .3), .02, .08, 14.4, .109),
])
def test_the_waiting_contest_in_numbers(hard, turn_risk, rate, turns, disaster):
    standoff = waiting_contest(hard, turn_risk)
    assert standoff.quit_rate == pytest.approx(rate, abs=1e-12)
    assert standoff.turns == pytest.approx(turns, abs=.06)
    assert standoff.disaster == pytest.approx(disaster, abs=5e-4)


@pytest.mark.parametrize("hard, at_once", [((.2, .3), (1 / 3, 0)), ((.3, .2), (0, 1 / 3)), ((.2, .2), (0, 0)), ((.1, .4), (.75, 0))])
def test_the_lower_reputation_quits_at_once(hard, at_once):
    assert waiting_contest(hard, .01).quits_at_once == pytest.approx(at_once, abs=1e-12)
    assert waiting_contest(hard, .01).disaster == pytest.approx(waiting_contest(hard[::-1], .01).disaster)


@pytest.mark.parametrize("low, high", [(.2, .3), (.1, .4), (.25, .5)])
def test_unequal_reputations_lower_the_risk(low, high):
    """While a side may still quit, against equals at either end, at their mean, and at the same chance that both are hard.

    The contest of two hard sides that may follow is counted only in the last comparison: elsewhere there are more of them, or fewer, to begin with.
    """
    unequal = waiting_contest((low, high), .01)
    for same in (low, high, (low + high) / 2):
        assert unequal.disaster < waiting_contest((same, same), .01).disaster
    as_hard = waiting_contest(((low * high) ** .5,) * 2, .01)
    assert unequal.disaster + unequal.both_hard < as_hard.disaster + as_hard.both_hard


def test_those_left_at_the_end_are_hard():
    """With reputations a hair above those that take twenty turns nineteen whole ones pass, and one turn's quitters are left among the hard."""
    hard = .96 ** 20
    standoff = waiting_contest((hard + 1e-12, hard + 1e-12), .01)
    assert standoff.both_hard == pytest.approx((hard / .96) ** 2 * .99 ** 19, rel=1e-6)


@pytest.mark.parametrize("turn_risk", [0, .25, .5])
def test_a_turn_that_risks_nothing_or_more_than_the_stake_is_refused(turn_risk):
    with pytest.raises(ValueError, match="below the stake"):
        waiting_contest((.2, .2), turn_risk)
