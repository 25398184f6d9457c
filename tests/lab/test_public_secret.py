"""The same concession in the open and by annex (lab/public_secret.py): the signs hold turn by turn, and each check catches its own fault."""

from dataclasses import replace
from functools import cache

import pytest

from game.engine.mechanisms import secrecy, third_parties
from game.engine.rulebook import Rulebook
from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.terms import any_of, is_secret
from game.lab.bench import Bench
from game.lab.public_secret import compared, every_turn, leaks_of_nothing, leaks_that_miss, violations
from game.scenario.load import load


@cache
def bench() -> Bench:
    return Bench(load("october-1962"), 1962)


@cache
def states():
    return every_turn(bench(), 1)


def ruled(mechanism: str, **numbers) -> Rulebook:
    rules = bench().book.rules
    return replace(bench().book, rules=replace(rules, **{mechanism: replace(getattr(rules, mechanism), **numbers)}))


def test_every_turn_of_a_game_is_looked_at_for_both_sides():
    told = compared(bench().book, states())
    assert len(states()) > 12 and set(told.turn.tolist()) == set(range(len(states()))) and set(told.side.tolist()) == {WASHINGTON, MOSCOW}


def test_no_single_concession_breaks_a_sign():
    told = compared(bench().book, states())
    assert violations(bench().book, told) == []
    assert all(where.any() for where in told.counts.values())       # each sign is about something


@pytest.mark.parametrize("mechanism, numbers, measure", [
    ("audience", {"secret_share_per_mille": 1500}, "home cost"),
    ("audience", {"secret_share_per_mille": 1500}, "alliance cost"),
    ("audience", {"said_in_public": -150}, "credibility: hands tied"),
    ("audience", {"secret_gain_per_mille": 1500}, "credibility: what it is worth to its reader"),
    ("pressure", {"aloud": -8}, "provocation: pressure"),
    ("secrecy", {"in_the_know": (0, 0)}, "people who can leak it"),
])
def test_a_sign_turned_round_is_caught(mechanism, numbers, measure):
    found = violations(bench().book, compared(ruled(mechanism, **numbers), states()))
    assert any(measure in sentence for sentence in found), found[:3]


def test_a_havana_that_minds_what_it_is_not_told_is_caught(monkeypatch):
    """No number can turn this sign round: what is in sight lies in no annex, and of the rest Havana hears what is open. So a rule is planted."""
    honest = third_parties._hear_of_the_deal

    def hears_of_the_annex(t):
        honest(t)
        t.ledger.add("castro", 50, "a bird told him", when=any_of(is_secret(t.closed)))
    assert not any("Havana" in sentence for sentence in violations(bench().book, compared(bench().book, states())))
    monkeypatch.setattr(third_parties, "_hear_of_the_deal", hears_of_the_annex)
    assert any("Havana" in sentence for sentence in violations(bench().book, compared(bench().book, states())))


def test_an_annex_never_shared_cannot_leak(monkeypatch):
    assert leaks_of_nothing(bench().book, states()) == []
    monkeypatch.setattr(secrecy, "_hazard", lambda t: t.umpire.holders * 0 + 1_000_000)
    assert leaks_of_nothing(bench().book, states())


def test_a_leak_hits_each_audience_by_what_it_was_told(monkeypatch):
    """Every step of every issue as an annex of either side: whoever would have lost by it loses when it comes out, nobody else does."""
    state = bench().position(8, 12)
    assert leaks_that_miss(bench().book, state) == []
    said = secrecy._the_annex_is_out

    def hits_everybody(t, games):
        said(t, games)
        t.ledger.add("allies", -5, "a fault", WASHINGTON)
    monkeypatch.setattr(secrecy, "_the_annex_is_out", hits_everybody)
    assert any("allies" in sentence for sentence in leaks_that_miss(bench().book, state))
    monkeypatch.setattr(secrecy, "_the_annex_is_out", lambda t, games: None)
    assert any("home" in sentence for sentence in leaks_that_miss(bench().book, state))


def test_an_annex_that_never_comes_out_is_no_measure(monkeypatch):
    monkeypatch.setattr(secrecy, "_hazard", lambda t: t.umpire.holders * 0)
    assert any("never came out" in sentence for sentence in leaks_that_miss(bench().book, bench().position(8, 2)))
