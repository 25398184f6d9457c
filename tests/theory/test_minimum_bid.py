"""Bidding with a shared risk (theory/models.md 1.3): every bid is worth nothing in equilibrium, and a crowd that bids high is ruined often."""

import numpy as np
import pytest

from game.lab.theory.minimum_bid import (
    bid_at,
    crowd_disaster,
    equilibrium_disaster,
    mean_bid,
    share_of_bids_below,
    worth_of_bid,
)

SLICES = 20_000
CROWD = [bid_at((k + .5) / SLICES) for k in range(SLICES)]
"""The equilibrium's bids, one from the middle of each equal slice."""


def test_the_equilibrium_in_numbers():
    assert mean_bid() == pytest.approx(.01, abs=1e-12)
    assert equilibrium_disaster() == pytest.approx(.005, abs=1e-12)


def test_its_means_are_those_of_its_distribution():
    assert np.mean(CROWD) == pytest.approx(mean_bid(), rel=1e-3)
    assert crowd_disaster(CROWD) == pytest.approx(equilibrium_disaster(), rel=1e-3)


@pytest.mark.parametrize("bid", [.0005, .002, .01, .03, .05])
def test_every_bid_is_worth_nothing_against_it(bid):
    assert worth_of_bid(bid, CROWD) == pytest.approx(0, abs=.05)


def test_no_bid_is_worth_nothing_against_another_crowd():
    assert worth_of_bid(.01, np.multiply(CROWD, 2)) < -10
    assert worth_of_bid(.01, np.multiply(CROWD, .5)) > 10


@pytest.mark.parametrize("prize, loss", [(100, 10_000), (50, 10_000), (100, 1_000)])
def test_the_distribution_and_its_inverse(prize, loss):
    for share in (.1, .5, .9):
        assert share_of_bids_below(bid_at(share, prize, loss), prize, loss) == pytest.approx(share, abs=1e-12)
    assert mean_bid(prize, loss) == pytest.approx(np.mean([bid_at((k + .5) / 5000, prize, loss) for k in range(5000)]), rel=1e-3)
    assert equilibrium_disaster(prize, loss) == pytest.approx(mean_bid(prize, loss) / 2)


def test_a_crowd_against_a_count_by_hand():
    assert crowd_disaster([.5, .1, .3]) == pytest.approx((.1 + .1 + .3) / 3)
    assert crowd_disaster([.6, .2]) == pytest.approx(.2)


def test_a_bid_against_a_count_by_hand():
    assert worth_of_bid(.02, [.01, .03]) == pytest.approx(100 / 2 - 10_000 * (.01 + .02) / 2)
    assert worth_of_bid(.02, [.02]) == pytest.approx(-200)


def test_a_crowd_whose_middle_is_33_is_ruined_more_often_than_one_time_in_five():
    bids = [.05] * 15 + [.20] * 20 + [.33] * 30 + [.50] * 15 + [1.0] * 20
    assert np.median(bids) == .33
    assert np.mean(bids) == pytest.approx(.43, abs=.02)
    assert crowd_disaster(bids) > .2 > 40 * equilibrium_disaster() - 1e-9


def test_one_bid_is_no_crowd():
    with pytest.raises(ValueError, match="at least two"):
        crowd_disaster([.3])
