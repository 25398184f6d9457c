"""Hawks, doves and the strike motion (mechanisms/factions.py)."""

import pytest

from game.engine.endings import RUNNING, STRIKE
from game.engine.sides import MOSCOW, WASHINGTON
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


def test_not_a_word_from_moscow_feeds_washingtons_hawks():
    """By the half-day, while no letter of Moscow's lies open and the confrontation lasts; its own letters and Moscow's hawks are none of it."""
    book = still(factions={"silence": 6})
    for state in (game(book), lay_letter(game(book), WASHINGTON, 1, text(pledge=3))):
        _, lines = turn(book, state)
        assert entries(lines, "hawks") == entries(lines, "hawks", "washington") == {"not a word from Moscow": 6}
    assert entries(turn(book, game(book, phase=1))[1], "hawks") == {"not a word from Moscow": 12}
    for state in (lay_letter(game(book), MOSCOW, 1, text(pledge=3)), after_the_deal(book)):
        assert entries(turn(book, state)[1], "hawks") == {}
    arrives = sheet(book, MOSCOW, offer=text(pledge=3))
    assert entries(turn(book, game(book), None, arrives)[1], "hawks") == {}, "a letter of that day is a word"


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


@pytest.mark.parametrize(("withdrawn", "hawks", "trust"), [(0, 13, 0), (1, 13, -8), (999, 13, -8), (1000, 0, 0)])
def test_the_chiefs_table_it_again_and_are_shown_wrong_while_the_missiles_leave(withdrawn, hawks, trust):
    """Until the last is gone they call it a trick; once the first has left their forecast is seen to fail (M15, M16)."""
    book = still(factions={"tabled_again": 13, "failed_forecast": 8})
    _, lines = turn(book, after_the_deal(book, withdrawn=withdrawn, hawks=300, trust=500))
    assert entries(lines, "hawks") == entries(lines, "hawks", "washington") == ({"the Chiefs call it a trick": hawks} if hawks else {})
    assert entries(lines, "trust") == entries(lines, "trust", "washington") == (
        {"the missiles leave, as the Chiefs said they would not": trust} if trust else {})
    assert turn(book, game(book, withdrawn=withdrawn, hawks=300, trust=500))[1] == []


@pytest.mark.parametrize(("hawks", "trust", "carries"), [(800, 750, True), (800, 740, False), (1000, 500, True), (1000, 497, False),
                                                      (400, 1000, False)])
def test_a_motion_weighs_what_its_movers_are_trusted(hawks, trust, carries, monkeypatch):
    """Half of 800 and two fifths of 250 above the middle make 500, the mark here; below the middle trust takes off (M15)."""
    set_rolls(monkeypatch, {"factions/strike motion": 90_000})
    book = still(curves=MOTION, factions={"weigh_hawks_per_mille": 500, "trust_per_mille": 400})
    assert bool(turn(book, game(book, hawks=(hawks, 0), trust=(trust, 0)))[0].umpire.strike[0]) == carries


def test_a_cabinet_that_dreads_the_worst_listens_to_those_who_would_strike_now():
    """Above the mark, by the half-day, on either side, while the confrontation lasts (M10)."""
    book = still(factions={"dread_above": 700, "dread": 4})
    _, lines = turn(book, game(book, fear=(701, 700), half_days=2))
    assert entries(lines, "hawks") == entries(lines, "hawks", "washington") == {"better now than later, they say": 8}
    assert entries(turn(book, game(book, fear=(0, 900)))[1], "hawks", "moscow") == {"better now than later, they say": 4}
    assert entries(turn(book, after_the_deal(book, fear=900))[1], "hawks") == {}
