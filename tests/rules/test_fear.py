"""What a side takes the risk to be (mechanisms/fear.py)."""

import pytest

from game.engine.sides import MOSCOW
from tests.small_crisis import HALF_DAY, entries, game, sheet, still, text, turn

FEAR = {"fear": {"eases_per_mille": 100, "pressure_felt_above": 300, "by_pressure_per_mille": 500, "by_sight_per_mille": 400}}


def test_fear_follows_pressure_and_the_sight_of_the_others_preparations():
    """Each half-day fear moves a tenth of the way to its pulls."""
    book = still(**FEAR)
    _, lines = turn(book, game(book, pressure=700, fear=(200, 400), estimate=(500, 250)))
    assert entries(lines, "fear", "washington") == {"time passes": -20, "pressure": 20, "the other's preparations": 20}
    assert entries(lines, "fear", "moscow") == {"time passes": -40, "pressure": 20, "the other's preparations": 10}


def test_a_slack_rope_frightens_nobody():
    """Pressure below the mark counts for nothing."""
    book = still(**FEAR)
    assert entries(turn(book, game(book, pressure=300))[1], "fear") == {}


def test_fear_reads_the_estimate_not_the_truth():
    """What nobody has seen frightens nobody."""
    book = still(**FEAR)
    assert entries(turn(book, game(book, buildup=(1000, 1000)))[1], "fear") == {}


def test_fear_is_ones_own_secret():
    """The entries are for the owner."""
    book = still(**FEAR)
    _, lines = turn(book, game(book, pressure=700))
    assert {line.box: line.known_to for line in lines if line.meter == "fear"} == {"washington": (0,), "moscow": (1,)}


@pytest.mark.parametrize(("rung", "felt"), [(0, 0), (1, 10), (2, 15), (3, 17), (4, 18)])
def test_a_quarantine_frightens_moscow_and_each_rung_returns_less(rung, felt):
    """A tenth of the way to where the rung would hold Moscow's fear; only its ships are stopped (M02)."""
    book = still(fear={"eases_per_mille": 100, "quarantine_bites": (0, 100, 150, 175, 187)})
    _, lines = turn(book, game(book, quarantine=rung))
    assert entries(lines, "fear", "moscow") == ({"ships are stopped at the line": felt} if felt else {})
    assert entries(lines, "fear", "washington") == {}


@pytest.mark.parametrize(("before", "felt"), [(0, 60), (1, 30), (2, 20)])
def test_an_ultimatum_frightens_its_reader_less_each_time(before, felt):
    """The first in full, the second half, the third a third (M61); in the turn in which it arrives, by a reader who half believes its writer."""
    book = still(fear={"ultimatum": 60})
    state, lines = turn(book, game(book, ultimata=(0, before), resolve=500), None, sheet(book, MOSCOW, offer=text(pledge=3), due=9 * HALF_DAY))
    assert entries(lines, "fear", "washington") == {"an ultimatum lies on the table": felt} and entries(lines, "fear", "moscow") == {}
    assert entries(turn(book, state)[1], "fear") == {}


def test_a_letter_without_a_deadline_threatens_nobody():
    """Even one that says the same."""
    book = still(fear={"ultimatum": 60})
    assert entries(turn(book, game(book, resolve=500), None, sheet(book, MOSCOW, offer=text(pledge=3)))[1], "fear") == {}
