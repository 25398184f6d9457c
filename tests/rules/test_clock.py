"""The construction clock and its answer (mechanisms/clock.py)."""

import pytest

from game.engine.sides import MOSCOW
from tests.small_crisis import HALF_DAY, after_the_deal, entries, game, sheet, still, turn

CLOCK = {"clock": {"site_work": 12, "forces_gather": 9}}


@pytest.mark.parametrize(("phase", "half_days"), [(0, 1), (1, 2)])
def test_sites_and_forces_grow_by_the_half_day(phase, half_days):
    """Each half-day adds to Moscow's sites and Washington's forces (M04, M57), so longer turns add more."""
    book = still(**CLOCK)
    after, lines = turn(book, game(book, phase=phase, minutes=phase * 6 * HALF_DAY))
    assert after.dossier.buildup[0].tolist() == [9 * half_days, 12 * half_days]
    assert entries(lines, "buildup", "moscow") == {"site work goes on": 12 * half_days}
    assert entries(lines, "buildup", "washington") == {"forces gather": 9 * half_days}


def test_the_clock_stops_with_the_confrontation():
    """Behind the deal nobody builds."""
    book = still(**CLOCK)
    assert turn(book, after_the_deal(book, buildup=(300, 400)))[0].dossier.buildup[0].tolist() == [300, 400]


def test_each_side_knows_its_own_build_up_only():
    """The entries are for the owner."""
    book = still(**CLOCK)
    _, lines = turn(book, game(book), None, sheet(book, MOSCOW))
    assert {line.box: line.known_to for line in lines} == {"washington": (0,), "moscow": (1,)}
