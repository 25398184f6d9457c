"""32 and 64 bits give the same games: nothing overflows silently."""

import numpy as np
import pytest

from game.engine.digest import digest
from game.engine.endings import scores
from game.engine.orders import Sheet
from game.engine.sides import SIDES
from game.engine.state import State
from game.engine.turn import resolve
from game.engine.view import observe
from game.engine.worth import by_audience, worth_of
from game.lab.batch import play_batch
from tests.random_play import any_position, random_player
from tests.whole_games import EACH_ONCE, PAIRINGS, book, pair, rows, sheets_of


@pytest.mark.parametrize("pairing", EACH_ONCE, ids=str)
def test_whole_games_are_the_same_in_both_words(pairing):
    """200 games of each pairing, doctrines included."""
    seeds = np.arange(200)
    narrow = play_batch(book(), pair(*pairing), seeds)
    wide = play_batch(book(np.int64), pair(*pairing, book(np.int64)), seeds)
    assert narrow.final.block.dtype == np.int32 and wide.final.block.dtype == np.int64
    assert (narrow.digests == wide.digests).all()
    for story, parts in scores(book(), narrow.final).items():
        for part, values in parts.items():
            assert (values == scores(book(np.int64), wide.final)[story][part]).all()


@pytest.mark.parametrize("seed", range(6))
def test_positions_no_game_would_reach_are_the_same_in_both_words(seed):
    """Every field up to its top, half of them at an end, turns up to the longest, random legal sheets."""
    rng = np.random.default_rng(seed)
    narrow = any_position(book(), 1000, rng)
    wide = State(narrow.layout, narrow.block.astype(np.int64))
    sheets = sheets_of((random_player(book(), rng, rashness=1), random_player(book(), rng, rashness=1)), narrow)
    widened = tuple(Sheet(*(values if values.dtype == bool else values.astype(np.int64) for values in vars(sheet).values())) for sheet in sheets)
    after = resolve(book(), narrow, sheets)[0], resolve(book(np.int64), wide, widened)[0]
    wrong = digest(after[0]) != digest(after[1])
    assert not wrong.any(), differing_fields(after[0].take(np.flatnonzero(wrong)), after[1].take(np.flatnonzero(wrong)))


def differing_fields(one, two):
    return [name for name, (start, stop) in one.layout.places.items() if (one.block[start:stop] != two.block[start:stop]).any()]


def test_prices_are_the_same_in_both_words():
    """What a text is worth, in all and by audience, at any exposure."""
    rng = np.random.default_rng(1)
    narrow = any_position(book(), 300, rng)
    wide = State(narrow.layout, narrow.block.astype(np.int64))
    for side in SIDES:
        text = narrow.public.letters[:, 1 - side, 0]
        views = observe(narrow, side), observe(wide, side)
        assert (worth_of(book(), views[0], text) == worth_of(book(np.int64), views[1], text.astype(np.int64))).all()
        assert (by_audience(book(), views[0], text) == by_audience(book(np.int64), views[1], text.astype(np.int64))).all()


def test_no_rule_leaves_the_word():
    """A state stays in the word it was opened in, every field."""
    state = any_position(book(), 10, np.random.default_rng(3))
    after, _ = resolve(book(), state, tuple(rows(sheet, slice(None)) for sheet in sheets_of(pair(*PAIRINGS[0]), state)))
    assert after.block.dtype == np.int32
