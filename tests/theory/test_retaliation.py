"""Retaliation in kind dies down where answers are weaker than forgetting (theory/models.md 1.14)."""

from itertools import product

import pytest

from game.lab.theory.deterrence import hostility_fades, hostility_over_time

CASES = [case for case in product((.3, 1.0, 2.0), (.5, 1.1), (.2, .9, 1.7), (.4, 1.3)) if abs(case[2] * case[3] - case[0] * case[1]) > 1e-6]


@pytest.mark.parametrize("d1, d2, r1, r2", CASES)
def test_it_fades_exactly_where_the_product_of_answers_is_below_that_of_forgetting(d1, d2, r1, r2):
    assert hostility_fades((d1, d2), (r1, r2)) is (r1 * r2 < d1 * d2)


@pytest.mark.parametrize("answers, fades", [((.5, .5), True), ((1.8, .5), True), ((1.2, 1.2), False)])
def test_over_time(answers, fades):
    """Restraint of one side can make up for the firmness of the other."""
    path = hostility_over_time((1, 1), answers, (1, 0), 60, 6000)
    assert path.shape == (6001, 2)
    assert hostility_fades((1, 1), answers) is fades
    assert path[-1].max() < .1 if fades else path[-1].min() > 1000


def test_hostility_alone_is_forgotten_at_its_own_rate():
    path = hostility_over_time((.5, 1), (0, 0), (1, 1), 2, 20_000)
    assert path[-1] == pytest.approx([.36788, .13534], abs=1e-4)
