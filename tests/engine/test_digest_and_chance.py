"""The fingerprint of a game, and luck that belongs to a question (digest.py, chance.py)."""

import numpy as np
import pytest

from game.engine import chance
from game.engine.chance import ONE_SWEEP, Luck, Questions, mix, salt
from game.engine.digest import as_text, digest, of_batch
from game.engine.state import open_game
from game.engine.turn import ORDER_OF_PLAY, questions_of
from tests.proofs import digest_blind_spots
from tests.random_play import any_position
from tests.whole_games import book


def test_every_column_of_every_field_moves_the_digest():
    """No blind spot."""
    assert digest_blind_spots(any_position(book(), 5, np.random.default_rng(1))) == []


def test_two_numbers_that_change_places_are_another_state():
    """The digest knows which field a number stands in."""
    state = open_game(book(), [1, 1, 1])
    state.dossier.fear[0], state.dossier.fear[1], state.dossier.fear[2] = (100, 200), (200, 100), (100, 200)
    found = digest(state)
    assert found[0] == found[2] != found[1]


def test_a_batch_digest_knows_its_games_and_their_order():
    """Another game, another order, one game fewer: another fingerprint; and an empty batch has one too."""
    some = digest(open_game(book(), range(5)))
    others = [of_batch(some), of_batch(some[::-1]), of_batch(some[:4]), of_batch(digest(open_game(book(), [0, 1, 2, 3, 9]))), of_batch(some[:0])]
    assert len(set(others)) == 5 and of_batch(some.copy()) == others[0]


def test_a_digest_is_written_as_sixteen_figures():
    """Small numbers too."""
    assert as_text(255) == "00000000000000ff" and len(as_text(2**64 - 1)) == 16


def test_splitmix64_is_the_published_one():
    """The finaliser after one and two steps from 0 (Steele, Lea and Flood 2014, reference outputs)."""
    golden = np.uint64(0x9E3779B97F4A7C15)
    with np.errstate(over="ignore"):
        states = np.array([golden, golden + golden], np.uint64)
    assert [hex(int(out)) for out in mix(states)] == ["0xe220a8397b1dcdaf", "0x6e789e6aa1b965f4"]


def rolls_of(asked, seeds=(1, 2, 3), turn=4, word=np.int32):
    return Luck(Questions(asked), np.array(seeds, word), np.full(len(seeds), turn, word))


def test_a_roll_belongs_to_its_question():
    """A question added before, between or behind re-rolls no other."""
    plain = rolls_of({"a": (), "b": ("x", "y")})
    more = rolls_of({"new": ("p", "q"), "b": ("w", "x", "y"), "c": (), "a": ()})
    assert (plain["a"] == more["a"]).all() and (plain["b"] == more["b"][:, 1:]).all()


def test_a_roll_belongs_to_its_seed_and_turn():
    """Seeds in another order are the same games; another turn or seed is another roll; the width of the number does not matter."""
    one = rolls_of({"a": ()})["a"]
    assert rolls_of({"a": ()}, seeds=(3, 1, 2))["a"].tolist() == [one[2], one[0], one[1]]
    assert (rolls_of({"a": ()}, turn=5)["a"] != one).all() and len(set(one.tolist())) == 3
    assert rolls_of({"a": ()}, word=np.int64)["a"].tolist() == one.tolist()


def test_rolls_are_parts_per_million_and_even():
    """0..999,999; a million rolls fill ten parts evenly to a per cent, and neighbours do not go together."""
    rolls = Luck(Questions({"a": tuple(map(str, range(100)))}), np.arange(10_000), np.zeros(10_000, np.int64))["a"]
    assert rolls.min() >= 0 and rolls.max() <= 999_999
    assert np.bincount(rolls.ravel() // 100_000, minlength=10) == pytest.approx(100_000, rel=0.01)
    assert abs(np.corrcoef(rolls[:-1, 0], rolls[1:, 0])[0, 1]) < 0.03 and abs(np.corrcoef(rolls[:, 0], rolls[:, 1])[0, 1]) < 0.03


@pytest.mark.parametrize("games", [1, ONE_SWEEP, ONE_SWEEP + 1, 3 * ONE_SWEEP])
def test_rolls_drawn_when_asked_are_those_of_one_sweep(games, monkeypatch):
    """Few games draw all questions at once, many each when it is asked, and for the games it is asked of: the same numbers."""
    seeds, turns, some = np.arange(500, 500 + games, dtype=np.int32), np.arange(games) % 40, np.arange(games)[::-3]
    questions, drawn = questions_of(book()), {}
    for limit in (0, 10**6):
        monkeypatch.setattr(chance, "ONE_SWEEP", limit)
        drawn[limit] = Luck(questions, seeds, turns)
        assert (drawn[limit]._drawn is None) == (limit == 0)
    monkeypatch.undo()
    drawn["as played"] = Luck(questions, seeds, turns)
    assert (drawn["as played"]._drawn is None) == (games > ONE_SWEEP)
    for label in questions.places:
        whole = drawn[10**6][label]
        assert whole.dtype == np.int32 and len(whole) == games
        for luck in drawn.values():
            assert (luck[label] == whole).all() and (luck.among(label, some) == whole[some]).all(), label
            assert luck.among(label, some[:0]).shape == (0, *whole.shape[1:])


def test_labels_have_salts_of_their_own():
    """No two questions share their luck, and a salt is the label's for good."""
    questions = questions_of(book())
    assert len(set(questions.salts.ravel().tolist())) == len(questions.labels) == len(set(questions.labels))
    assert [int(value) for value in questions.salts.ravel()] == [salt(label) for label in questions.labels]


def test_every_mechanisms_questions_are_asked():
    """Labels are `mechanism/what`, and each belongs to the mechanism that asks it."""
    names = {mechanism.__name__.rpartition(".")[2] for mechanism in ORDER_OF_PLAY}
    assert {label.partition("/")[0] for label in questions_of(book()).labels} <= names
    for mechanism in ORDER_OF_PLAY:
        for label in getattr(mechanism, "ASKS", {}):
            assert label.startswith(mechanism.__name__.rpartition(".")[2] + "/")


def test_the_digest_of_the_opening_hangs_on_the_seed_alone():
    """Two openings with one seed are one state."""
    one, two = digest(open_game(book(), [5, 6])), digest(open_game(book(), [5, 5]))
    assert one[0] == two[0] == two[1] != one[1]
