"""Rows of the sign table (lab/signs.py) are caught when the rule behind them is turned round."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.engine.rulebook import Rulebook
from game.lab import signs
from game.lab.bench import Bench
from game.scenario.load import load

GAMES = 300


@pytest.fixture(autouse=True)
def few_games(monkeypatch):
    monkeypatch.setattr(signs, "GAMES", GAMES)


@cache
def book() -> Rulebook:
    return load("october-1962")


def ruled(mechanism: str, **numbers) -> Rulebook:
    """The scenario with other coefficients."""
    rules = book().rules
    return replace(book(), rules=replace(rules, **{mechanism: replace(getattr(rules, mechanism), **numbers)}))


def curved(**curves) -> Rulebook:
    return replace(book(), curves=replace(book().curves, **curves))


def rows(measure, rulebook: Rulebook) -> dict:
    return {row.name: row for row in measure(Bench(rulebook, 1962))}


def no_audience_loses():
    """The shipped book in which a concession costs safety alone: nobody at home, among allies or in the mirror minds."""
    worth = book().worth.copy()
    worth[:, 1:] = np.maximum(worth[:, 1:], 0)
    return replace(book(), worth=worth)


@pytest.mark.parametrize("measure, name, planted", [
    (signs.accidents, "fatigue up: accident hazard up", lambda: curved(clumsy=book().curves.clumsy[::-1].copy())),
    (signs.accidents, "tension up: accident hazard up", lambda: curved(tense=book().curves.tense[::-1].copy())),
    (signs.accidents, "contact up: accident hazard up", lambda: replace(book(), incident_by_rung=book().incident_by_rung[:, ::-1].copy())),
    (signs.accidents, "readiness up: accident hazard up", lambda: replace(book(), incident_by_rung=book().incident_by_rung[:, ::-1].copy())),
    (signs.leaks, "insiders up: leak up", lambda: ruled("secrecy", leak_ppm_per_holder=0)),
    (signs.leaks, "time up: leak up", lambda: ruled("secrecy", leak_ppm_per_holder=0)),
    (signs.secret_price, "secret term, few know: cheaper than in public", lambda: ruled("audience", secret_share_per_mille=2500)),
    (signs.secret_price, "secret term, many know: secrecy stops paying", lambda: ruled("secrecy", leak_ppm_per_holder=0)),
    (signs.resolve_of_the_other, "... unless B's audience cost is higher", no_audience_loses),
    (signs.support, "bipartisan support up: credibility up", lambda: without_effect("consult_congress", "resolve")),
    (signs.quarantine, "quarantine extension: US exposure up", lambda: without_ties("tighten_quarantine")),
])
def test_a_rule_turned_round_is_caught(measure, name, planted):
    assert rows(measure, book())[name].holds
    assert not rows(measure, planted())[name].holds


def changed_order(id: str, change) -> Rulebook:
    washington, moscow = book().orders
    return replace(book(), orders=(tuple(change(order) if order.id == id else order for order in washington), moscow))


def without_effect(id: str, meter: str) -> Rulebook:
    return changed_order(id, lambda order: replace(order, effects=tuple(effect for effect in order.effects if effect.meter != meter)))


def without_ties(id: str) -> Rulebook:
    return changed_order(id, lambda order: replace(order, ties=()))


def test_both_arms_of_a_row_play_the_same_games():
    """A knob that is not turned moves nothing at all."""
    bench = Bench(book(), 1962)
    one, two = (signs.let_run(book(), bench.position(signs.LATE, GAMES), 3) for _ in range(2))
    assert (one.block == two.block).all()


def test_the_zone_counts_texts_that_each_side_would_sign():
    """Where a doctrine asks for nothing, every text is in the zone; where it asks for the moon, none."""
    bench = Bench(book(), 1962)
    for hold, wide in ((-10_000, len(signs._grid(bench))), (10_000, 0)):
        easy = Bench(book(), 1962)
        easy.__dict__["history"] = tuple(replace(doctrine, temper=replace(doctrine.temper, hold=hold)) for doctrine in bench.history)
        assert (signs.zone(easy, bench.position(signs.LATE, 5)) == wide).all()
