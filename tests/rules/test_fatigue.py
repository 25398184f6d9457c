"""Sleep debt (mechanisms/fatigue.py)."""

import pytest

from game.engine.sides import MOSCOW
from tests.small_crisis import ALWAYS, after_the_deal, entries, game, order, set_rolls, sheet, still, turn

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


ENVOY, WATCH, STAFF = range(3)
NIGHTS = {"fatigue": {"bed_hours": (61, 0)}}


@pytest.mark.parametrize(("pressure", "half_days", "hours"), [(0, 1, 34), (1000, 1, 52), (1000, 2, 64), (500, 1, 43), (0, 28, 0)])
def test_hours_awake_grow_with_a_taut_rope_and_nights_at_home_take_them_back(pressure, half_days, hours):
    """6.1 hours in bed calm and none at full pressure: 6 of 40 hours regained, or 12 more, in each half-day (4.08 hours would hold the balance)."""
    book = still(**NIGHTS)
    after, lines = turn(book, game(book, pressure=pressure, half_days=half_days, awake=40))
    assert (after.dossier.awake[0] == hours).all()
    assert entries(lines, "awake.envoy", "moscow") == {"nights at the office": hours - 40}


def test_whoever_has_been_up_too_long_falls_asleep_at_the_table_and_is_away_for_a_turn(monkeypatch):
    """From that hour on, each seat by its own roll; he wakes rested and is missed until the turn after (M08)."""
    set_rolls(monkeypatch, {f"fatigue/falls asleep/{seat}": 399_999 for seat in ("washington/watch", "moscow/envoy")}, otherwise=400_000)
    book = still(fatigue={"bed_hours": (41, 41), "falls_at_hours": 60, "falls_ppm": 400_000})
    after, lines = turn(book, game(book, awake=[(60, 60, 59), (59, 90, 90)]))
    assert after.dossier.awake[0].tolist() == [[60, 0, 59], [59, 90, 90]] and after.dossier.away[0].tolist() == [[0, 1, 0], [0, 0, 0]]
    assert entries(lines, "away.watch", "washington") == {"fell asleep at the table": 1}
    set_rolls(monkeypatch)
    assert not turn(book, after)[0].dossier.away.any()


def test_dread_keeps_a_cabinet_awake():
    """Above the mark, by the half-day, each side by its own fear, while the confrontation lasts (M10)."""
    book = still(fatigue={"dread_above": 700, "dread": 3})
    _, lines = turn(book, game(book, fear=(701, 700), half_days=2))
    assert entries(lines, "fatigue") == entries(lines, "fatigue", "washington") == {"dread": 6}
    assert entries(turn(book, after_the_deal(book, fear=900))[1], "fatigue") == {}
