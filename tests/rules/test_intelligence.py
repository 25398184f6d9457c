"""Estimates follow the truth with an error nobody sees (mechanisms/intelligence.py)."""

import pytest

from game.engine.sides import MOSCOW, WASHINGTON
from tests.small_crisis import game, set_rolls, still, turn

WATCH = {"intelligence": {"seen_by_flights_per_mille": (100, 300, 600), "seen_by_moscow_per_mille": 200, "error": 0}}


@pytest.mark.parametrize(("flights", "estimate"), [(0, 140), (1, 220), (2, 340)])
def test_washington_sees_as_far_as_its_flights(flights, estimate):
    """The estimate moves toward Moscow's build-up by the share of the flights' rung."""
    book = still(**WATCH)
    after, _ = turn(book, game(book, flights=flights, buildup=(0, 500), estimate=(100, 0)))
    assert after.dossier.estimate[0, WASHINGTON] == estimate


def test_moscow_sees_at_its_own_pace():
    """Flights over Cuba tell Moscow nothing about Florida."""
    book = still(**WATCH)
    for flights in (0, 2):
        after, _ = turn(book, game(book, flights=flights, buildup=(500, 0), estimate=(0, 100)))
        assert after.dossier.estimate[0, MOSCOW] == 180


def test_an_estimate_falls_when_the_truth_does():
    """Toward, not only upward."""
    book = still(**WATCH)
    assert turn(book, game(book, flights=2, estimate=(500, 0)))[0].dossier.estimate[0, WASHINGTON] == 200


@pytest.mark.parametrize(("roll", "seen"), [(0, 440), (500_000, 500), (999_999, 559)])
def test_reports_err_by_at_most_the_error_either_way(roll, seen, monkeypatch):
    """The roll places the report within the error; each side has its own."""
    set_rolls(monkeypatch, {"intelligence/error/washington": roll}, otherwise=500_000)
    book = still(intelligence={"seen_by_flights_per_mille": (1000, 1000, 1000), "seen_by_moscow_per_mille": 1000, "error": 60})
    after, _ = turn(book, game(book, buildup=(300, 500)))
    assert after.dossier.estimate[0].tolist() == [seen, 300]


@pytest.mark.parametrize(("flights", "count"), [(0, 140), (1, 220), (2, 340)])
def test_washington_counts_half_of_the_soldiers(flights, count):
    """Its count moves toward the share that can be seen, half of 1,000 here, as far as the flights see (M87).

    From 100 by 10, 30 or 60 per cent of the 400 between.
    """
    book = still(**WATCH, implementation={"troops_known_per_mille": 500, "count_moves_per_mille": 1000})
    after, _ = turn(book, game(book, flights=flights, troops=(100, 1000)))
    assert after.dossier.troops[0].tolist() == [count, 1000]


def test_the_count_falls_when_battalions_go_home():
    """From 500 toward half of 200, four tenths of a tenth of the way: 16 of 400."""
    book = still(**WATCH, implementation={"troops_known_per_mille": 500, "count_moves_per_mille": 400})
    assert turn(book, game(book, troops=(500, 200)))[0].dossier.troops[0].tolist() == [484, 200]
