"""The risk at which firmness and yielding are worth the same (theory/models.md 1.2), and unilateral deterrence, which is the same sum (1.10)."""

import pytest

from game.lab.theory.critical_risk import HARD_MOSCOW, SOFT_MOSCOW, WASHINGTON, Stakes, break_even, gamble
from game.lab.theory.deterrence import challenges, deterring_credibility

CHALLENGER = Stakes(win=1, submit=.6, disaster=0)


@pytest.mark.parametrize("side, risk", [(WASHINGTON, .2727), (SOFT_MOSCOW, .6), (HARD_MOSCOW, 1.6667)])
def test_the_critical_risks(side, risk):
    assert side.critical_risk == pytest.approx(risk, abs=5e-5)


@pytest.mark.parametrize("side", [WASHINGTON, SOFT_MOSCOW])
def test_below_it_firmness_is_worth_more_and_above_it_less(side):
    assert gamble(side.win, side.disaster, side.critical_risk - .01) > side.submit > gamble(side.win, side.disaster, side.critical_risk + .01)


def test_it_falls_with_the_horror_of_disaster_and_rises_with_the_shame_of_yielding():
    assert Stakes(1, -2, -20).critical_risk < WASHINGTON.critical_risk < Stakes(1, -4, -10).critical_risk


def test_a_side_that_cannot_be_frightened():
    assert gamble(HARD_MOSCOW.win, HARD_MOSCOW.disaster, 1.0) > HARD_MOSCOW.submit
    assert break_even(HARD_MOSCOW.submit, HARD_MOSCOW.win, HARD_MOSCOW.disaster) > 1


def test_a_challenger_is_deterred_from_four_tenths_on():
    assert deterring_credibility(CHALLENGER) == pytest.approx(.4, abs=1e-12)
    assert challenges(CHALLENGER, .39)
    assert not challenges(CHALLENGER, .41)


def test_who_likes_things_as_they_are_is_deterred_sooner():
    content = Stakes(win=1, submit=.9, disaster=0)
    assert deterring_credibility(content) < deterring_credibility(CHALLENGER)
    assert challenges(CHALLENGER, .2)
    assert not challenges(content, .2)
