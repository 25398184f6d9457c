"""Game k of a batch is the same game played alone, digest for digest."""

import numpy as np
import pytest

from game.engine.digest import digest
from game.engine.state import open_game
from game.engine.turn import resolve
from game.lab.batch import play_batch
from tests.random_play import any_position, random_player
from tests.whole_games import EACH_ONCE, PAIRINGS, book, pair, rows, sheets_of, turns

SEEDS = np.arange(700, 770)


@pytest.mark.parametrize("pairing", EACH_ONCE, ids=str)
def test_batch_size_and_order_change_no_game(pairing):
    """Batches of 7, 32 and all, backwards and shuffled, and single games: the same digests."""
    players = pair(*pairing)
    whole = play_batch(book(), players, SEEDS).digests
    assert len(set(whole.tolist())) > 60, "different seeds should be different games"
    for chunk in (7, 32, 69):
        assert (play_batch(book(), players, SEEDS, chunk=chunk).digests == whole).all()
    assert (play_batch(book(), players, SEEDS[::-1]).digests[::-1] == whole).all()
    shuffled = np.random.default_rng(1).permutation(len(SEEDS))
    assert (play_batch(book(), players, SEEDS[shuffled]).digests == whole[shuffled]).all()
    for k in range(0, len(SEEDS), 14):
        assert play_batch(book(), players, SEEDS[k:k + 1]).digests[0] == whole[k]


def test_turn_by_turn_a_game_beside_others_is_the_game_alone():
    """Not only the end: every turn, recorded or not."""
    players, seeds = pair(*PAIRINGS[-1]), range(30)
    courses = {}
    for played in turns(book(), players, seeds):
        for seed, mark in zip(played.after.umpire.seed.tolist(), digest(played.after).tolist(), strict=True):
            courses.setdefault(seed, []).append(mark)
    for seed in (0, 13, 29):
        assert [int(digest(played.after)[0]) for played in turns(book(), players, [seed], recording=True)] == courses[seed]


def test_a_position_no_game_would_reach_is_resolved_alone_as_beside_others():
    """Extreme positions with random sheets: every rule that looks whether anybody meets its condition gives the same either way."""
    rng = np.random.default_rng(2)
    state = any_position(book(), 150, rng)
    sheets = sheets_of((random_player(book(), rng), random_player(book(), rng)), state)
    together = digest(resolve(book(), state, sheets)[0])
    for game in range(150):
        alone = resolve(book(), state.take([game]), tuple(rows(sheet, [game]) for sheet in sheets))[0]
        assert digest(alone)[0] == together[game]


def test_take_and_copy_keep_games_whole():
    """Chosen games in the chosen order, in a block of their own."""
    state = open_game(book(), range(5))
    taken = state.take([3, 1, 3])
    assert taken.umpire.seed.tolist() == [3, 1, 3] and (digest(taken) == digest(state)[[3, 1, 3]]).all()
    taken.public.pressure[0], state.copy().public.pressure[0] = 999, 998
    assert (state.public.pressure == state.public.pressure[0]).all()
