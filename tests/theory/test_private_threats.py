"""Private against public threats (theory/models.md 1.6): equal at one credibility, the private one weaker below it."""

import pytest

from game.lab.theory.private_threats import equal_firmness, private_cutoff, public_cutoff, resists_above, share_conceding


@pytest.mark.parametrize("audience_cost, firmness", [(.25, .8), (.5, .6667), (1, .5)])
def test_where_both_threats_do_the_same(audience_cost, firmness):
    equal = equal_firmness(audience_cost)
    assert equal == pytest.approx(firmness, abs=5e-5)
    assert private_cutoff(equal) == pytest.approx(public_cutoff(audience_cost), abs=1e-12)


@pytest.mark.parametrize("firmness, audience_cost, public, private", [
    (2 / 3, .5, .75, .75), (.6, .5, .75, .6667), (.6, 1, .5, .6667), (.6, .25, .875, .6667),
])
def test_how_many_concede(firmness, audience_cost, public, private):
    assert share_conceding(public_cutoff(audience_cost)) == pytest.approx(public, abs=5e-5)
    assert share_conceding(private_cutoff(firmness)) == pytest.approx(private, abs=5e-5)


@pytest.mark.parametrize("audience_cost", [.1, .5, 1.5])
def test_a_private_threat_is_weaker_below_that_firmness_and_stronger_above(audience_cost):
    equal, public = equal_firmness(audience_cost), share_conceding(public_cutoff(audience_cost))
    assert share_conceding(private_cutoff(equal - .02)) < public < share_conceding(private_cutoff(equal + .02))


def test_the_louder_the_targets_audience_the_less_a_public_threat_does():
    shares = [share_conceding(public_cutoff(cost)) for cost in (0, .5, 1, 2, 3)]
    assert shares == pytest.approx([1, .75, .5, 0, 0])
    assert share_conceding(.3) == 1


@pytest.mark.parametrize("firmness, cost", [(1, .5), (.6, 0), (.6, .5)])
def test_at_the_cutoff_resisting_and_conceding_are_worth_the_same(firmness, cost):
    war = resists_above(firmness, cost)
    assert firmness * war + (1 - firmness) * 1 == pytest.approx(-cost)
