"""Hawks, doves and the strike motion (mechanisms/factions.py)."""

import pytest

from game.engine.endings import RUNNING, STRIKE
from game.engine.sides import MOSCOW
from tests.small_crisis import ALWAYS, NEVER, after_the_deal, entries, game, lay_letter, set_rolls, sheet, still, text, turn

WEIGH = {"weigh_hawks_per_mille": 500, "weigh_sites_per_mille": 300, "weigh_forces_per_mille": 200}
MOTION = {"strike_motion": [(0, 0), (499, 0), (500, 100_000), (1000, 100_000)]}


def test_serious_clashes_feed_the_hawks_of_both_sides(monkeypatch):
    """Each serious incident adds to both."""
    set_rolls(monkeypatch, {f"incidents/{what}/{kind}": ALWAYS for what in ("happens", "serious") for kind in ("submarine", "radar")})
    book = still(frequency=100_000, serious=300_000, factions={"clash": 11})
    _, lines = turn(book, game(book, quarantine=1))
    assert entries(lines, "hawks", "washington") == entries(lines, "hawks", "moscow") == {"clashes": 22}


def test_the_sites_near_readiness_feed_washingtons_hawks_as_it_believes_them():
    """A share of the estimate, by the half-day, while the confrontation lasts (M04)."""
    book = still(factions={"sites_near_per_mille": 20})
    _, lines = turn(book, game(book, estimate=(400, 900), half_days=2))
    assert entries(lines, "hawks") == {"the sites near readiness": 16}
    assert entries(turn(book, after_the_deal(book, estimate=(400, 0)))[1], "hawks") == {}


def test_behind_the_deal_the_danger_passes():
    """Hawks lose a share of their sway a half-day once there is a deal."""
    book = still(factions={"passes_per_mille": 50})
    after, _ = turn(book, after_the_deal(book, hawks=(400, 200), half_days=2))
    assert after.dossier.hawks[0].tolist() == [360, 180]
    assert turn(book, game(book, hawks=(400, 200)))[0].dossier.hawks[0].tolist() == [400, 200]


@pytest.mark.parametrize(("fields", "carries"), [
    ({"hawks": (1000, 0)}, True), ({"hawks": (998, 0)}, False), ({"estimate": (1000, 0), "buildup": (1000, 0)}, True),
    ({"hawks": (0, 1000), "estimate": (0, 1000), "buildup": (0, 1000)}, False),
    ({"hawks": (600, 0), "estimate": (400, 0), "buildup": (400, 0)}, True)])
def test_the_chiefs_motion_weighs_sway_estimated_sites_and_ready_forces(fields, carries, monkeypatch):
    """Washington's own weighed sum on the curve gives the chance that the strike is carried (M15)."""
    set_rolls(monkeypatch, {"factions/strike motion": 90_000})
    book = still(curves=MOTION, factions=WEIGH)
    after, _ = turn(book, game(book, **fields))
    assert bool(after.umpire.strike[0]) == carries
    assert after.umpire.ending[0] == (STRIKE if carries else RUNNING)


def test_no_strike_by_a_roll_that_is_too_high(monkeypatch):
    """The motion can fail."""
    set_rolls(monkeypatch, {"factions/strike motion": NEVER})
    book = still(curves=MOTION, factions=WEIGH)
    assert turn(book, game(book, hawks=(1000, 0), estimate=(1000, 0), buildup=(1000, 0)))[0].umpire.strike[0] == 0


@pytest.mark.parametrize(("half_days", "roll", "carries"), [(1, 95_000, True), (1, 96_000, False), (2, 180_000, True), (2, 182_000, False)])
def test_a_longer_turn_gives_the_motion_more_time(half_days, roll, carries, monkeypatch):
    """100,000 ppm expected a half-day: a chance of 95,163 in one and 181,269 in two."""
    set_rolls(monkeypatch, {"factions/strike motion": roll})
    book = still(curves=MOTION, factions=WEIGH)
    assert bool(turn(book, game(book, hawks=(1000, 0), half_days=half_days))[0].umpire.strike[0]) == carries


def test_a_sum_beyond_the_curve_counts_as_its_end(monkeypatch):
    """Weights that add up to more than the curve reaches: its last value holds."""
    set_rolls(monkeypatch, {"factions/strike motion": 90_000})
    book = still(curves=MOTION, factions={**WEIGH, "weigh_hawks_per_mille": 9000})
    assert turn(book, game(book, hawks=(1000, 0)))[0].umpire.strike[0] == 1


def test_where_the_curve_says_never_no_roll_carries_it(monkeypatch):
    """Even the lowest."""
    set_rolls(monkeypatch, {"factions/strike motion": ALWAYS})
    book = still(curves=MOTION, factions=WEIGH)
    assert turn(book, game(book, hawks=(998, 0)))[0].umpire.strike[0] == 0


def test_a_deal_this_turn_stops_the_motion(monkeypatch):
    """An agreement reached in the same turn comes first."""
    set_rolls(monkeypatch, {"factions/strike motion": ALWAYS})
    book = still(curves=MOTION, factions=WEIGH)
    state = lay_letter(game(book, hawks=(1000, 0)), MOSCOW, 1, text(withdrawal=2))
    assert turn(book, state, sheet(book, answer="accept", to=1))[0].umpire.ending[0] == RUNNING
    assert turn(book, state)[0].umpire.ending[0] == STRIKE


def test_behind_the_deal_nobody_moves_to_strike(monkeypatch):
    """The motion belongs to the confrontation."""
    set_rolls(monkeypatch, {"factions/strike motion": ALWAYS})
    book = still(curves=MOTION, factions=WEIGH)
    assert turn(book, after_the_deal(book, hawks=(1000, 0)))[0].umpire.strike[0] == 0
