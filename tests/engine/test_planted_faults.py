"""Each check catches its own: a leaky look, a rule that reads what is hidden, a rule that uses `random`, an unlogged change, a skipped field."""

import random

import numpy as np
import pytest

from game.engine import turn as turn_module
from game.engine.digest import _fold, digest
from game.engine.mechanisms import delivery, fear, pressure
from game.engine.sides import MOSCOW, SIDES, WASHINGTON, other
from game.engine.state import Box
from game.engine.turn import resolve
from game.engine.view import View, observe
from game.players import doctrine
from tests import proofs
from tests.engine import test_flow_matrix as matrix
from tests.random_play import any_position, random_player
from tests.whole_games import PAIRINGS, book, pair, rows, sheets_of


@pytest.fixture
def somewhere():
    """(state, sheets) of 200 extreme positions."""
    rng = np.random.default_rng(1)
    state = any_position(book(), 200, rng)
    return state, sheets_of((random_player(book(), rng), random_player(book(), rng)), state)


def plant(monkeypatch, mechanism, extra):
    """Lets a mechanism do something more at the end of its run."""
    honest = mechanism.run

    def run(t):
        honest(t)
        extra(t)
    monkeypatch.setattr(mechanism, "run", run)


class Peeping(Box):
    """A dossier that holds the other side's true build-up where the estimate should be."""

    def __getattr__(self, name):
        return self.peeps if name == "estimate" else super().__getattr__(name)


def test_a_leaky_look_is_caught(somewhere):
    """An observer that puts one hidden number into the View fails the two worlds."""
    def look(state, side):
        view = observe(state, side)
        own = Peeping(state.layout, state.block, "dossier", side)
        own.peeps = state.dossier.buildup[:, other(side)]
        return View(side, view.public, own)
    state, _ = somewhere
    for side in SIDES:
        assert proofs.what_two_worlds_show(book(), state, side, np.random.default_rng(2), [], observe) == []
        assert "sees estimate" in proofs.what_two_worlds_show(book(), state, side, np.random.default_rng(2), [], look)


def test_a_writable_view_is_caught(somewhere):
    """A look that hands out the state's own memory fails the check for read-only."""
    state, _ = somewhere
    open_to_all = View(WASHINGTON, Box(state.layout, state.block, "public"), Box(state.layout, state.block, "dossier", WASHINGTON))
    assert proofs.writable_fields(observe(state, WASHINGTON)) == [] and "pressure" in proofs.writable_fields(open_to_all)


def test_a_player_who_knows_the_seed_is_caught(somewhere):
    """A player whose sheet hangs on the umpire's box fails the two worlds."""
    state, _ = somewhere
    honest = pair(*PAIRINGS[0])[WASHINGTON]

    def cheat(view):
        made = honest(view)
        made.due[...] = view.public._block[state.layout.places["seed"][0]] % 7
        return made
    assert "player 1 hands in another due" in proofs.what_two_worlds_show(book(), state, WASHINGTON, np.random.default_rng(2), [honest, cheat])


def test_a_player_with_a_die_of_its_own_is_caught(somewhere, monkeypatch):
    """A doctrine that draws from a global generator is another player the second time."""
    state, _ = somewhere
    honest = doctrine.own_rolls
    monkeypatch.setattr(doctrine, "own_rolls", lambda *asked: np.random.randint(0, 10**6, honest(*asked).shape))  # noqa: NPY002
    player = pair(*PAIRINGS[-1])[MOSCOW]
    assert proofs.what_two_worlds_show(book(), state, MOSCOW, np.random.default_rng(2), [player])


def test_public_pressure_reading_the_true_sites_is_caught(monkeypatch):
    """The bug of the prototype: boxes clean, Views equal, and one turn of arithmetic gives the secret away. The flow matrix sees it."""
    def leak(t):
        t.ledger.add("pressure", t.dossier.buildup[:, MOSCOW] // 50, "the sites grow")
    plant(monkeypatch, pressure, leak)
    monkeypatch.setattr(matrix, "measured", matrix.flows)
    with pytest.raises(AssertionError, match="buildup may move"):
        matrix.test_a_hidden_field_moves_only_what_the_list_allows("buildup", MOSCOW)


def test_a_public_meter_moved_by_ones_own_fear_is_caught(monkeypatch):
    """Any hidden field will do, not only the famous one."""
    plant(monkeypatch, pressure, lambda t: t.ledger.add("pressure", t.dossier.fear[:, WASHINGTON] // 100, "nerves"))
    assert ("moscow", "pressure") in matrix.flows("fear", WASHINGTON)


def test_a_rule_that_uses_random_is_caught(somewhere, monkeypatch):
    """The standard library's generator and numpy's."""
    state, sheets = somewhere
    assert proofs.moods_of_the_machine(book(), state, sheets) == []
    with monkeypatch.context() as planted:
        plant(planted, fear, lambda t: t.ledger.add("fear", random.randrange(2), "a shiver", MOSCOW))
        assert proofs.moods_of_the_machine(book(), state, sheets)
    with monkeypatch.context() as planted:
        plant(planted, fear, lambda t: t.ledger.add("fear", np.random.randint(0, 2, len(t.state)), "a shiver", MOSCOW))  # noqa: NPY002
        assert proofs.moods_of_the_machine(book(), state, sheets)


@pytest.mark.parametrize("meter", ["pressure", "fear", "exposure", "castro", "holders", "withdrawn"])
def test_an_unlogged_change_is_caught(meter, somewhere, monkeypatch):
    """A rule that writes a meter past the ledger, in any box, by one point in one game."""
    state, sheets = somewhere
    def past_the_ledger(t):
        t.state.column(meter)[3] += 1
    plant(monkeypatch, fear, past_the_ledger)
    after, ledger = resolve(book(), state, sheets, recording=True)
    assert any(meter in broken for broken in proofs.breaks_in_the_books(state, after, ledger))


def test_a_mark_moved_through_the_ledger_is_caught(somewhere, monkeypatch):
    """Dates, letters and flags are no meters."""
    state, sheets = somewhere
    plant(monkeypatch, fear, lambda t: t.ledger.add("turn", 1, "time flies"))
    after, ledger = resolve(book(), state, sheets, recording=True)
    assert any("turn" in broken for broken in proofs.breaks_in_the_books(state, after, ledger))


def test_a_recorder_that_holds_a_running_column_is_caught(somewhere, monkeypatch):
    """The second bug of the prototype: entries that are windows on a sum still running."""
    state, sheets = somewhere
    honest = turn_module.Ledger.add

    def add(self, meter, amount, cause, side=None, when=None, known_to=None):
        before = len(self.entries)
        honest(self, meter, amount, cause, side, when, known_to)
        for entry in self.entries[before:]:
            object.__setattr__(entry, "after", self.state.column(meter, side))
    monkeypatch.setattr(turn_module.Ledger, "add", add)
    after, ledger = resolve(book(), state, sheets, recording=True)
    assert proofs.breaks_in_the_books(state, after, ledger)


@pytest.mark.parametrize("field", ["pressure", "exposure", "post_wait", "letter_due", "seed"])
def test_a_digest_that_skips_a_field_is_caught(field, somewhere):
    """Leaving one field out leaves a blind spot of that name."""
    state = somewhere[0].take([0, 1])

    def careless(given):
        kept = np.ones(given.layout.columns, bool)
        kept[slice(*given.layout.places[field])] = False
        return _fold(given.block[kept], given.layout.salts[kept])
    assert proofs.digest_blind_spots(state, digest) == []
    assert {blind.partition(",")[0] for blind in proofs.digest_blind_spots(state, careless)} == {field}


def test_a_field_out_of_bounds_is_caught(somewhere):
    """Below nothing and above the top, any field."""
    state = somewhere[0].copy()
    assert proofs.out_of_bounds(state) == []
    state.dossier.exposure[5, 1, 2], state.public.flights[7] = 1001, -1
    assert [found.partition(":")[0] for found in proofs.out_of_bounds(state)] == ["flights", "exposure"]


def test_a_rule_that_counts_the_batch_is_caught(somewhere, monkeypatch):
    """A rule that reads its neighbours makes a game another game beside others."""
    state, sheets = somewhere
    plant(monkeypatch, fear, lambda t: t.ledger.add("fear", 1 + (t.public.pressure > t.public.pressure.mean()), "the crowd", MOSCOW,
                                                    t.dossier.fear[:, MOSCOW] < 900))
    together = digest(resolve(book(), state, sheets)[0])
    alone = [digest(resolve(book(), state.take([game]), tuple(rows(sheet, [game]) for sheet in sheets))[0])[0] for game in range(40)]
    assert (np.array(alone) != together[:40]).any()


def test_an_answer_that_points_at_a_place_is_caught(monkeypatch):
    """The third bug of the prototype: with answers read after delivery, a rule case fails."""
    from tests.rules import test_bargaining as cases
    honest = turn_module.Turn.__init__

    def careless(self, book, before, sheets, recording):
        honest(self, book, before, sheets, recording)
        places = [(before.public.letter_number[:, 1 - side] == sheets[side].answer_to[:, None]).argmax(axis=1) for side in SIDES]
        run = delivery.run

        def late(t):
            run(t)
            for side in SIDES:
                sheets[side].answer_to[...] = t.public.letter_number[np.arange(len(places[side])), 1 - side,
                                                                     places[side]] * (sheets[side].answer_to > 0)
            self.before = t.state.copy()
        monkeypatch.setattr(delivery, "run", late)
    monkeypatch.setattr(turn_module.Turn, "__init__", careless)
    with pytest.raises(AssertionError):
        cases.test_an_answer_names_the_letter_by_number_though_a_newer_one_arrives_the_same_turn()

