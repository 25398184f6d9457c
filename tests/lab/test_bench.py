"""The workbench of the calibration (lab/bench.py): one thing changed, everything else the same."""

from functools import cache

import numpy as np
import pytest

from game.engine.digest import digest
from game.engine.orders import ACCEPT
from game.engine.rulebook import CONFRONTATION
from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.state import NO_LETTER, open_game
from game.engine.terms import code
from game.engine.view import observe
from game.lab.batch import play_batch
from game.lab.bench import (
    HISTORY,
    Bench,
    also_gives,
    let_run,
    moved,
    play_on,
    put,
    restrained,
    seats,
    serious_doctrines,
    signed,
    silent,
    takes,
    terms_of,
    tied,
    with_letters,
    without,
)
from game.players.doctrine import player
from game.scenario.load import load

GAMES = 60


@cache
def bench() -> Bench:
    return Bench(load("october-1962"), 1962)


def exchange():
    return terms_of(bench().book, {"T01": code(2), "T06": code(3)})


def test_playing_on_from_the_start_is_playing_a_batch():
    """Digest for digest, so a position is one that games really reach."""
    book, players = bench().book, seats(bench().book, bench().history)
    on = play_on(book, players, open_game(book, bench().seeds(GAMES)))
    assert (digest(on) == play_batch(book, players, bench().seeds(GAMES)).digests).all()


def test_playing_on_stops_where_it_is_told_and_is_watched():
    seen = []
    on = play_on(bench().book, silent(bench().book), open_game(bench().book, bench().seeds(GAMES)), 3, lambda games, now: seen.append(len(now)))
    assert (on.public.turn[on.umpire.ending == 0] == 3).all() and len(seen) == 3


def test_a_position_is_running_and_unsettled_and_every_taker_has_his_own():
    first = bench().position(6, GAMES)
    assert (first.umpire.ending == 0).all() and (bench().book.stage_of[first.public.phase] == CONFRONTATION).all() and len(first)
    first.public.pressure[...] = 0
    assert bench().position(6, GAMES).public.pressure.any()


def test_a_changed_copy_differs_in_nothing_else():
    state = bench().position(6, GAMES)
    for made, fields in ((moved(state, fear=50), {"fear"}), (put(state, press=7), {"press"}),
                         (tied(bench().book, state, MOSCOW, 900, "T01"), {"exposure"})):
        differs = {name for name in state.layout.places if not (state.layout.cut(state.block, name) == made.layout.cut(made.block, name)).all()}
        assert differs == fields


def test_moved_meters_keep_to_their_scale():
    state = bench().position(6, GAMES)
    assert (moved(state, fear=5000).dossier.fear == 1000).all() and (moved(state, fear=-5000).dossier.fear == 0).all()


def test_a_letter_lies_alone_on_the_table_with_its_deadline():
    laid = with_letters(bench().position(6, GAMES), MOSCOW, exchange(), due_half_days=2)
    public = laid.public
    assert (public.letters[:, MOSCOW, 0] == exchange()).all() and (public.letter_due[:, MOSCOW, 0] == public.minutes + 1440).all()
    assert (public.letter_age[:, MOSCOW, 1:] == NO_LETTER).all() and (public.letter_number[:, MOSCOW, 0] == laid.dossier.sent[:, MOSCOW]).all()


def test_what_is_signed_is_in_force():
    deal = signed(bench().book, bench().position(6, GAMES), MOSCOW, exchange())
    assert (deal.public.agreed[:, bench().book.issue("T01")] & 7 == 2).all()


def test_who_takes_a_letter_is_who_accepts_it():
    """A text that gives everything is taken by nearly all, one that asks for everything by next to nobody."""
    state = bench().position(6, GAMES)
    gift, demand = (terms_of(bench().book, {"T01": code(step), "T02": code(step)}) for step in (5, 1))
    chances = [takes(bench().book, bench().history[MOSCOW], with_letters(state, WASHINGTON, text)).mean() for text in (gift, demand)]
    assert chances[0] > 0.9 and chances[1] < 0.2


def test_an_order_named_is_given_in_the_first_turn_only():
    state = bench().position(6, GAMES)
    alone, tight = (let_run(bench().book, state, 2, orders) for orders in (((), ()), (("tighten_quarantine",), ())))
    going = (alone.umpire.ending == 0) & (tight.umpire.ending == 0)
    assert (tight.public.quarantine[going] == np.minimum(alone.public.quarantine[going] + 1, 4)).all()


def test_a_doctrine_without_an_issue_never_names_it():
    place = bench().book.issue("T09")
    assert any(offer.terms[place] for offer in bench().history[MOSCOW].offers)
    assert not any(offer.terms[place] for offer in without(bench().history[MOSCOW], bench().book, "T09").offers)


def test_one_more_order_is_given_on_its_turns():
    us = also_gives(bench().history[WASHINGTON], bench().book, "carry_it_to_the_un", 0)
    opening = observe(open_game(bench().book, bench().seeds(4)), WASHINGTON)
    order = bench().book.order(WASHINGTON, "carry_it_to_the_un")
    assert player(bench().book, us)(opening).given[:, order].all()
    assert not player(bench().book, bench().history[WASHINGTON])(opening).given[:, order].any()


@pytest.mark.parametrize("side", [WASHINGTON, MOSCOW])
def test_pure_restraint_threatens_nobody(side):
    """No order that raises pressure, and no deadline."""
    calm = restrained(bench().book, side)
    for give in calm.gives:
        effects = bench().book.orders[side][give.order].effects
        assert not any(effect.meter in ("pressure", "alert", "quarantine", "strike") and effect.amount > 0 for effect in effects)
    assert not any(offer.deadline_half_days for offer in calm.offers) and calm.offers


def test_the_history_pair_is_serious():
    assert HISTORY[WASHINGTON] in serious_doctrines(WASHINGTON) and HISTORY[MOSCOW] in serious_doctrines(MOSCOW)


def test_nobody_says_anything_in_silence():
    sheet = silent(bench().book)[MOSCOW](observe(bench().position(6, GAMES), MOSCOW))
    assert not sheet.given.any() and not sheet.offer.any() and not (sheet.answer == ACCEPT).any()
