"""Sleep debt (mechanisms/fatigue.py)."""

import pytest

from game.engine.sides import MOSCOW
from tests.small_crisis import ALWAYS, entries, game, order, set_rolls, sheet, still, turn

TIRING = {"fatigue": {"alert": 8, "serious": 15, "restless_per_mille": 40, "rest": 25, "nights_rest": 30}}


def test_what_takes_sleep_and_what_gives_it_back(monkeypatch):
    """Orders, own alert, serious clashes and pressure take it; the night gives some back (M08-M10)."""
    set_rolls(monkeypatch, {f"incidents/{what}/{kind}": ALWAYS for what in ("happens", "serious") for kind in ("radar", "submarine")})
    book = still(frequency=100_000, serious=300_000, **TIRING)
    _, lines = turn(book, game(book, alert=(3, 1), quarantine=1, pressure=500, fatigue=(200, 200)), sheet(book, orders=["alarm", "draft"]))
    assert entries(lines, "fatigue", "washington") == {"orders take staff work": 30, "on alert": 32, "woken by clashes": 30, "restless nights": 20,
                                                       "sleep": -25}
    assert entries(lines, "fatigue", "moscow") == {"on alert": 8, "woken by clashes": 30, "restless nights": 20, "sleep": -25}


def test_the_other_sides_orders_cost_no_sleep():
    """Each staff does its own work."""
    book = still(**TIRING)
    _, lines = turn(book, game(book, fatigue=(200, 200)), None, sheet(book, MOSCOW, orders=["draft"]))
    assert "orders take staff work" not in entries(lines, "fatigue", "washington")
    assert entries(lines, "fatigue", "moscow")["orders take staff work"] == 10


@pytest.mark.parametrize(("half_days", "moved"), [(1, {"sleep": -25}), (3, {"sleep": -25, "ordinary nights": -60})])
def test_longer_turns_hold_ordinary_nights(half_days, moved):
    """Every half-day beyond a turn's first gives back more."""
    book = still(**TIRING)
    assert entries(turn(book, game(book, fatigue=(800, 800), half_days=half_days))[1], "fatigue", "moscow") == moved


def test_nobody_sleeps_into_credit():
    """A rested staff stays at nothing lost."""
    book = still(**TIRING)
    after, lines = turn(book, game(book, fatigue=(10, 0)))
    assert after.dossier.fatigue[0].tolist() == [0, 0] and entries(lines, "fatigue", "moscow") == {}


def test_sleep_and_work_are_one_sum_before_they_are_held_to_the_scale():
    """Rested, 20 of work and 25 of sleep leave nothing, whatever the order in which they are told."""
    book = still(menus=((order("work", sleep=20),), ()), **TIRING)
    assert turn(book, game(book), sheet(book, orders=["work"]))[0].dossier.fatigue[0, 0] == 0
