"""The crisis as a 2 x 2 game (theory/models.md 1.11): equilibria, farsighted ends, moving power; and general properties over every ranking."""

from itertools import permutations

import numpy as np
import pytest

from game.lab.theory.equilibria import mixed_equilibrium, pure_equilibria
from game.lab.theory.two_by_two import (
    AIR_STRIKE,
    ALTERNATIVE,
    BLOCKADE,
    CHICKEN,
    MAINTAIN,
    WITHDRAW,
    Ranking,
    farsighted,
    forced_by_moving_power,
    nonmyopic_equilibria,
)

BW, BM, AW, AM = (BLOCKADE, WITHDRAW), (BLOCKADE, MAINTAIN), (AIR_STRIKE, WITHDRAW), (AIR_STRIKE, MAINTAIN)
DILEMMA = Ranking((((3, 3), (1, 4)), ((4, 1), (2, 2))))
WASHINGTON, MOSCOW = 0, 1


@pytest.mark.parametrize("game, pure, mixed", [(CHICKEN, [BM, AW], (.5, .5)), (ALTERNATIVE, [], (.5, .75)), (DILEMMA, [AM], None)])
def test_equilibria(game, pure, mixed):
    assert game.pure() == pure
    assert game.mixed() == (None if mixed is None else pytest.approx(mixed))


@pytest.mark.parametrize("start, ends", [(BW, {BW}), (BM, {AW}), (AW, {BW}), (AM, {BW})])
def test_farsighted_ends_of_the_alternative_ranking(start, ends):
    assert farsighted(ALTERNATIVE, start) == ends


@pytest.mark.parametrize("start, ends", [(BW, {BW}), (BM, {AW}), (AW, {BM}), (AM, {BM, AW})])
def test_farsighted_ends_of_chicken(start, ends):
    assert farsighted(CHICKEN, start) == ends


def test_farsighted_players_keep_a_compromise_that_shortsighted_ones_would_leave():
    assert BW not in CHICKEN.pure() + ALTERNATIVE.pure()
    assert BW in nonmyopic_equilibria(CHICKEN) & nonmyopic_equilibria(ALTERNATIVE)


def test_moving_power_of_washington_forces_the_compromise():
    stop = forced_by_moving_power(ALTERNATIVE, WASHINGTON)
    assert stop == BW
    assert ALTERNATIVE.rank(stop, MOSCOW) == 3 > ALTERNATIVE.rank(AM, MOSCOW) == 1
    assert forced_by_moving_power(ALTERNATIVE, MOSCOW) == AW


def test_chicken_does_not_go_round():
    assert forced_by_moving_power(CHICKEN, WASHINGTON) is None


ORDERS = list(permutations((1, 2, 3, 4)))
EVERY = [Ranking((((a, e), (b, f)), ((c, g), (d, h)))) for a, b, c, d in ORDERS for e, f, g, h in ORDERS]


def test_a_cell_best_for_both_is_kept_in_any_ranking():
    shared = [(game, cell) for game in EVERY for cell in (BW, BM, AW, AM) if game.ranks[cell[0]][cell[1]] == (4, 4)]
    assert len(shared) == len(EVERY) / 4
    assert all(cell in game.pure() and farsighted(game, cell) == {cell} for game, cell in shared)


def test_any_ranking_without_a_pure_equilibrium_has_a_mixed_one():
    without = [game for game in EVERY if not game.pure()]
    assert len(without) == len(EVERY) / 8
    assert all(game.mixed() for game in without)


def test_a_nonmyopic_equilibrium_is_an_end_from_somewhere():
    for game in EVERY:
        assert nonmyopic_equilibria(game) == {end for cell in (BW, BM, AW, AM) for end in farsighted(game, cell)}


def test_it_does_not_matter_who_is_called_row():
    for game in EVERY:
        turned = Ranking(tuple(tuple(game.ranks[row][column][::-1] for row in (0, 1)) for column in (0, 1)))
        assert sorted(cell[::-1] for cell in game.pure()) == sorted(turned.pure())
        for cell in (BW, BM, AW, AM):
            assert {end[::-1] for end in farsighted(game, cell)} == farsighted(turned, cell[::-1])


@pytest.mark.parametrize("game", [CHICKEN, ALTERNATIVE])
def test_mixed_shares_leave_the_other_side_indifferent(game):
    row, column = (np.array([[game.rank((i, j), side) for j in (0, 1)] for i in (0, 1)], float) for side in (0, 1))
    rows, columns = mixed_equilibrium(row, column)
    for_row, for_column = row @ [columns, 1 - columns], np.array([rows, 1 - rows]) @ column
    assert for_row[0] == pytest.approx(for_row[1])
    assert for_column[0] == pytest.approx(for_column[1])


@pytest.mark.parametrize("row, column", [
    ([[2, 1], [1, 0]], [[1, 0], [0, 1]]),
    ([[1, 0], [0, 1]], [[2, 1], [1, 0]]),
    ([[.5, .4], [.2, .2]], [[.1, .0], [.0, .1]]),
    ([[1, 0], [1, 1]], [[1, 0], [0, 1]]),
    ([[1, 1], [0, 1]], [[1, 0], [0, 1]]),
])
def test_nobody_mixes_against_a_side_with_a_choice_that_is_never_worse(row, column):
    assert mixed_equilibrium(np.array(row, float), np.array(column, float)) is None


def test_pure_equilibria_of_any_number_of_choices_and_players():
    three = [np.zeros((2, 3, 2)) for _ in range(3)]
    three[0][1] = three[1][:, 2] = three[2][:, :, 1] = 1
    assert pure_equilibria(three) == [(1, 2, 1)]
    assert len(pure_equilibria([np.zeros((2, 3)), np.zeros((2, 3))])) == 6
