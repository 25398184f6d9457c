"""The threat that may get out of hand: thresholds of theory/models.md 1.1, and equilibria found without them."""

from dataclasses import replace

import pytest

from game.lab.theory.brinkmanship import (
    Play,
    credible_plays,
    is_workable,
    least_effective_risk,
    most_acceptable_risk,
    most_hardliners,
    nash_plays,
    sure_threat_limit,
    war_risk,
    worth_of_threat,
)
from game.lab.theory.critical_risk import HARD_MOSCOW, SOFT_MOSCOW, WASHINGTON

DEADLIER = replace(WASHINGTON, disaster=-12)
"""The war of the published exercise."""
THREAT_WORKS = Play(threatens=True, soft_defies=False, hard_defies=True)


@pytest.mark.parametrize("side, limit, most", [(WASHINGTON, 3 / 11, 5 / 13), (DEADLIER, 3 / 13, 1 / 3)])
def test_how_many_hardliners_a_threat_bears(side, limit, most):
    assert sure_threat_limit(side) == pytest.approx(limit, abs=1e-12)
    assert most_hardliners(side, SOFT_MOSCOW) == pytest.approx(most, abs=1e-12)


def test_the_soft_withdraw_from_six_tenths_on_and_the_hard_never():
    assert least_effective_risk(SOFT_MOSCOW) == pytest.approx(0.6, abs=1e-12)
    assert least_effective_risk(HARD_MOSCOW) > 1


@pytest.mark.parametrize("hardliners, most, workable", [
    (.1, 3.375, True), (.2, 1.5, True), (.27, 1.0139, True), (3 / 11, 1, True), (.3, .875, True), (1 / 3, .75, True), (.35, .6964, True),
    (.38, .6118, True), (.39, .5865, False), (.4, .5625, False), (.5, .375, False),
])
def test_the_most_acceptable_risk(hardliners, most, workable):
    assert most_acceptable_risk(WASHINGTON, hardliners) == pytest.approx(most, abs=5e-5)
    assert most_acceptable_risk(DEADLIER, hardliners) == pytest.approx(0.3 * (1 - hardliners) / hardliners, abs=1e-9)
    assert is_workable(WASHINGTON, SOFT_MOSCOW, hardliners) is workable


def test_no_risk_will_do_where_kennedy_put_the_odds_if_war_costs_twelve():
    assert not any(is_workable(DEADLIER, SOFT_MOSCOW, p) for p in (.334, .4, .45, .5))
    assert is_workable(DEADLIER, SOFT_MOSCOW, .333)


@pytest.mark.parametrize("hardliners, risk, works", [(.3, .65, True), (.3, .5, False), (.3, .95, False), (.4, .61, False)])
def test_the_threat_is_an_equilibrium_exactly_between_the_thresholds(hardliners, risk, works):
    plays = nash_plays(WASHINGTON, SOFT_MOSCOW, HARD_MOSCOW, hardliners, risk)
    assert (THREAT_WORKS in plays) is works
    assert any(play.threatens for play in plays) is works


@pytest.mark.parametrize("hardliners", [.05, .2, .26, .29, .33, .37, .39, .45])
@pytest.mark.parametrize("risk", [.1, .35, .599, .601, .7, .8, .99])
def test_enumeration_and_thresholds_agree(hardliners, risk):
    between = least_effective_risk(SOFT_MOSCOW) < risk < most_acceptable_risk(WASHINGTON, hardliners)
    plays = credible_plays(WASHINGTON, SOFT_MOSCOW, HARD_MOSCOW, hardliners, risk)
    assert len(plays) == 1
    assert (plays == [THREAT_WORKS]) is between


@pytest.mark.parametrize("risk, works", [(.5995, False), (.6005, True), (.8745, True), (.8755, False)])
def test_enumeration_and_thresholds_agree_close_to_them(risk, works):
    assert (credible_plays(WASHINGTON, SOFT_MOSCOW, HARD_MOSCOW, .3, risk) == [THREAT_WORKS]) is works


def test_no_risk_is_effective_against_those_whom_even_sure_war_does_not_move():
    barely_hard = replace(HARD_MOSCOW, submit=-4.18)
    assert least_effective_risk(barely_hard) == pytest.approx(1.03)
    assert not is_workable(WASHINGTON, barely_hard, .05)


def test_some_equilibria_rest_on_an_answer_that_nobody_would_give():
    plays = nash_plays(WASHINGTON, SOFT_MOSCOW, HARD_MOSCOW, .3, .65)
    bluff = Play(threatens=False, soft_defies=True, hard_defies=True)
    assert bluff in plays
    assert bluff not in credible_plays(WASHINGTON, SOFT_MOSCOW, HARD_MOSCOW, .3, .65)


def test_the_risk_really_run_and_what_the_threat_is_worth():
    assert war_risk(THREAT_WORKS, .3, .6) == pytest.approx(.18, abs=1e-12)
    assert war_risk(THREAT_WORKS._replace(soft_defies=True), .3, .6) == pytest.approx(.6, abs=1e-12)
    assert war_risk(THREAT_WORKS._replace(threatens=False), .3, .6) == 0
    assert war_risk(THREAT_WORKS._replace(hard_defies=False), .3, .6) == 0
    assert worth_of_threat(WASHINGTON, .3, .6) == pytest.approx(-1.34, abs=1e-12)
    assert worth_of_threat(WASHINGTON, .3, .6) > WASHINGTON.submit


def test_a_war_that_stays_the_threateners_own_choice_frightens_nobody():
    assert WASHINGTON.chosen_risk == 0
    plays = credible_plays(WASHINGTON, SOFT_MOSCOW, HARD_MOSCOW, .3, WASHINGTON.chosen_risk)
    assert plays and all(play.soft_defies for play in plays)
    assert HARD_MOSCOW.chosen_risk == 1
