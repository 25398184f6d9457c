"""A View does not move with what is hidden: overwrite everything a side does not see, and it sees, may and does the same."""

import numpy as np
import pytest

from game.engine import legal
from game.engine.digest import view_digest
from game.engine.orders import Dispatch, Proposal, Term
from game.engine.sides import SIDES, other
from game.engine.state import DOSSIER, PUBLIC, UMPIRE, open_game
from game.engine.view import observe
from game.players.doctrine import LEVELS, player
from game.scenario.doctrine import load_doctrine
from tests.proofs import another_world, seen, what_two_worlds_show, writable_fields
from tests.random_play import any_position
from tests.whole_games import PAIRINGS, book, doctrines, pair, turns


def players_of(side):
    return [player(book(), load_doctrine(id, book()), level) for id in doctrines(side) for level in (min(LEVELS), 3, max(LEVELS))]


@pytest.mark.parametrize("side", SIDES)
def test_in_every_turn_of_real_games_a_side_sees_and_does_the_same_in_both_worlds(side):
    """150 games, every turn: fields, digest, allowed orders, and the sheet of every doctrine at three levels."""
    rng, players = np.random.default_rng(1), players_of(side)
    for played in turns(book(), pair(*PAIRINGS[-1]), range(150)):
        assert what_two_worlds_show(book(), played.before, side, rng, players) == []


@pytest.mark.parametrize("side", SIDES)
def test_in_positions_no_game_would_reach_as_well(side):
    """Extreme positions too."""
    rng, players = np.random.default_rng(2), players_of(side)
    assert what_two_worlds_show(book(), any_position(book(), 300, rng), side, rng, players) == []


@pytest.mark.parametrize("side", SIDES)
def test_a_refusal_gives_nothing_away(side):
    """The same dispatch is refused with the same words in both worlds: orders of the whole menu, letters guessed at, everything wrong at once."""
    rng = np.random.default_rng(3)
    state = any_position(book(), 40, rng)
    first, menu = book().issues[0].id, tuple(order.id for order in book().orders[side])
    asked = [Dispatch(orders=(id,)) for id in menu]
    asked += [Dispatch(answer=answer, answer_to=number) for answer in ("accept", "refuse") for number in range(0, 60, 7)]
    asked += [Dispatch(withdraw=number) for number in range(1, 60, 9)]
    asked += [Dispatch(menu, Proposal({first: Term(9, True, True, True), "T99": Term(1)}, "pigeon", 99), "perhaps", 3, 77)]
    for game in range(40):
        views = [observe(world, side) for world in (state.take([game]), another_world(state.take([game]), side, rng))]
        for dispatch in asked:
            assert legal.refusals(book(), views[0], dispatch) == legal.refusals(book(), views[1], dispatch)


@pytest.mark.parametrize("side", SIDES)
def test_a_view_cannot_be_written_to(side):
    """Whoever holds a View cannot change the game through it."""
    assert writable_fields(observe(open_game(book(), range(3)), side)) == []


@pytest.mark.parametrize("side", SIDES)
def test_a_view_names_no_hidden_field(side):
    """Asking a View for the umpire's or the other side's things is an error that says what there is."""
    state = open_game(book(), [1])
    state.dossier.fear[0] = (111, 222)
    view = observe(state, side)
    for name in UMPIRE:
        for box in (view.public, view.own):
            with pytest.raises(AttributeError, match="holds"):
                getattr(box, name)
    for name in DOSSIER:
        with pytest.raises(AttributeError):
            getattr(view.public, name)
    assert view.own.fear.tolist() == [(111, 222)[side]]


def test_the_two_sides_see_the_same_public_box():
    """`public` means known to both."""
    state = any_position(book(), 20, np.random.default_rng(4))
    views = [observe(state, side) for side in SIDES]
    for name in PUBLIC:
        assert (seen(views[0], name) == seen(views[1], name)).all()


@pytest.mark.parametrize("side", SIDES)
def test_the_digest_of_a_view_moves_with_everything_that_is_seen_and_nothing_else(side):
    """Bump each column: the view's digest moves where the side sees it, and only there."""
    state = any_position(book(), 3, np.random.default_rng(5))
    plain = view_digest(observe(state, side))
    for box, names in (("public", PUBLIC), ("dossier", DOSSIER), ("umpire", UMPIRE)):
        for name in names:
            for owner in SIDES if box == "dossier" else (None,):
                touched = state.copy()
                touched.column(name, owner)[...] += 1
                moved = (view_digest(observe(touched, side)) != plain).all()
                stayed = (view_digest(observe(touched, side)) == plain).all()
                assert moved if box == "public" or owner == side else stayed, f"{name} of {owner}"


def test_view_digests_are_those_of_each_game_alone():
    """A View's digest does not hang on the batch it was taken from."""
    state = any_position(book(), 20, np.random.default_rng(6))
    for side in SIDES:
        together = view_digest(observe(state, side))
        assert [int(view_digest(observe(state.take([game]), side))[0]) for game in range(20)] == together.tolist()


def test_the_other_worlds_really_are_other_worlds():
    """The check above overwrites what it says it does."""
    state = open_game(book(), range(50))
    for side in SIDES:
        world = another_world(state, side, np.random.default_rng(7))
        for name in (*DOSSIER, *UMPIRE):
            hidden = (world.column(name), state.column(name)) if name in UMPIRE else (world.column(name, other(side)),
                                                                                      state.column(name, other(side)))
            assert (hidden[0] != hidden[1]).any(), name
