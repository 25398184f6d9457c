"""A player's own luck: from what its side can see, never the game's seed (players/luck.py)."""

import numpy as np

from game.engine.sides import SIDES
from game.engine.state import DOSSIER, PUBLIC, UMPIRE
from game.engine.view import observe
from game.players.luck import own_rolls
from tests.proofs import another_world
from tests.random_play import any_position
from tests.whole_games import book


def rolls(state, side, question="answer", kinds=2, games=None):
    return own_rolls(observe(state, side), question, kinds, np.arange(len(state)) if games is None else games)


def test_the_same_view_draws_the_same_luck_in_any_world():
    """Another seed, another other side: the same rolls."""
    state = any_position(book(), 100, np.random.default_rng(1))
    for side in SIDES:
        assert (rolls(state, side) == rolls(another_world(state, side, np.random.default_rng(2)), side)).all()


def test_other_questions_sides_and_kinds_draw_other_luck():
    """Luck belongs to a question of one seat."""
    state = any_position(book(), 50, np.random.default_rng(3))
    drawn = [rolls(state, side, question) for side in SIDES for question in ("answer", "offer")]
    assert len({tuple(column) for some in drawn for column in some.T.tolist()}) == 8


def test_it_moves_with_the_hour_and_with_ones_own_meters():
    """What the side sees changes from turn to turn, and its luck with it."""
    state = any_position(book(), 1, np.random.default_rng(4))
    plain = rolls(state, 0).tolist()
    moved = set()
    for name in (*PUBLIC, *DOSSIER):
        touched = state.copy()
        touched.column(name, 0 if name in DOSSIER else None)[...] += 1
        if rolls(touched, 0).tolist() != plain:
            moved.add(name)
    assert {"minutes", "pressure", "fear", "fatigue"} <= moved and not moved & set(UMPIRE)


def test_a_games_luck_does_not_hang_on_its_neighbours():
    """Some games of a batch, in any order, draw what they draw alone."""
    state = any_position(book(), 30, np.random.default_rng(5))
    whole = rolls(state, 1)
    assert (rolls(state, 1, games=np.array([7, 3, 29])) == whole[[7, 3, 29]]).all()
    assert (rolls(state.take([7, 3, 29]), 1) == whole[[7, 3, 29]]).all()


def test_rolls_are_parts_per_million():
    """0..999,999, about even."""
    drawn = rolls(any_position(book(), 4000, np.random.default_rng(6)), 0, kinds=5)
    assert drawn.min() >= 0 and drawn.max() <= 999_999 and 480_000 < drawn.mean() < 520_000
