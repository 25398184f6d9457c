"""What words and waiting tell (theory/models.md 1.12, 1.13)."""

from itertools import pairwise
from math import ceil, sqrt

import pytest

from game.lab.theory.signals import after_holding_out, cuts, messages, residual_variance


@pytest.mark.parametrize("bias, ends", [
    (.3, [0, 1]), (.25, [0, 1]), (.1, [0, .3, 1]), (.05, [0, 2 / 15, 7 / 15, 1]), (.02, [0, .04, .16, .36, .64, 1]),
])
def test_where_messages_divide_the_truth(bias, ends):
    assert messages(bias) == len(ends) - 1
    assert cuts(bias) == pytest.approx(ends, abs=1e-9)


@pytest.mark.parametrize("bias", [.004, .013, .02, .05, .07, .1, .2, .24, .26, .5])
def test_the_formulas_of_the_textbook(bias):
    count = messages(bias)
    assert count == ceil(-.5 + .5 * sqrt(1 + 2 / bias))
    assert cuts(bias) == pytest.approx([i / count + 2 * i * (i - count) * bias for i in range(count + 1)], abs=1e-9)
    assert residual_variance(bias) == pytest.approx(1 / (12 * count ** 2) + bias ** 2 * (count ** 2 - 1) / 3, abs=1e-12)


def test_the_uncertainty_that_is_left():
    assert residual_variance(.05) == pytest.approx(.015926, abs=5e-7)
    assert residual_variance(.3) == pytest.approx(1 / 12)


@pytest.mark.parametrize("bias", [.02, .05, .1])
def test_at_a_cut_the_messenger_does_not_mind_which_message_is_sent(bias):
    ends = cuts(bias)
    for (low, cut), (_, high) in pairwise(pairwise(ends)):
        wish = cut + bias
        assert wish - (low + cut) / 2 == pytest.approx((cut + high) / 2 - wish)


def test_the_nearer_the_wishes_the_more_is_told():
    biases = (.3, .2, .1, .05, .02, .01)
    counts, left = [messages(bias) for bias in biases], [residual_variance(bias) for bias in biases]
    assert counts == sorted(counts) and left == sorted(left, reverse=True)
    assert counts[0] == 1 < counts[-1]


def test_a_messenger_without_a_bias_is_no_case_of_this_model():
    with pytest.raises(ValueError, match="above 0"):
        messages(0)


@pytest.mark.parametrize("turns, belief", list(enumerate([.2, .2632, .3378, .4216, .5101, .598, .68])))
def test_belief_after_holding_out(turns, belief):
    assert after_holding_out(.2, .3, turns) == pytest.approx(belief, abs=5e-5)


def test_belief_after_holding_out_is_bayes_rule_turn_by_turn():
    belief = .35
    for turns in range(1, 8):
        belief = belief / (belief + (1 - belief) * .9)
        assert after_holding_out(.35, .1, turns) == pytest.approx(belief)
    assert after_holding_out(.35, 0, 9) == pytest.approx(.35)
