"""The reduced form of a nuclear crisis (lab/attrition.py), against the numbers worked out in theory/models.md 1.4."""

import pytest

from game.lab.attrition import disaster


@pytest.mark.parametrize("risk, one, two, chance", [(0.01, 0.2, 0.2, 0.111), (0.01, 0.2, 0.3, 0.071), (0.02, 0.3, 0.3, 0.109)])
def test_the_published_numbers(risk, one, two, chance):
    assert disaster(3, 12, risk, one, two) == pytest.approx(chance, abs=0.0005)


def test_which_side_is_which_does_not_matter():
    assert disaster(3, 12, 0.01, 0.3, 0.2) == disaster(3, 12, 0.01, 0.2, 0.3)


@pytest.mark.parametrize("known", [(0.0, 0.2), (0.0, 1.0), (0.2, 1.0)])
def test_known_resolve_risks_nothing(known):
    """Whoever is known to yield, or faces one known not to, yields at once."""
    assert disaster(3, 12, 0.01, *known) == 0
