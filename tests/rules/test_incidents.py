"""Clashes that nobody ordered, and the step to war (mechanisms/incidents.py)."""

from dataclasses import replace

import numpy as np
import pytest

from game.engine.endings import RUNNING, WAR_GENERAL, WAR_LOCAL
from game.engine.sides import MOSCOW, WASHINGTON
from tests.small_crisis import ALWAYS, INCIDENTS, after_the_deal, entries, game, set_rolls, still, turn

U2, SUBMARINE, RADAR = INCIDENTS
MOST = 1_000_000
"""The highest frequency that a scenario may give, ppm."""


def news(state):
    return dict(zip(INCIDENTS, state.public.news[0].tolist(), strict=True))


def happens(monkeypatch, *kinds, serious=(), war=()):
    set_rolls(monkeypatch, {f"incidents/{what}/{kind}": ALWAYS for what,
                            which in (("happens", kinds), ("serious", serious), ("war", war)) for kind in which})


def frequency_at_which_it_happens(book_of, state_of, monkeypatch, kind=RADAR, roll=200_000):
    """The lowest frequency, to 1 %, at which a roll of that height is a clash: the hazard, read from outside."""
    set_rolls(monkeypatch, {f"incidents/happens/{kind}": roll})
    low, high = 0, MOST
    while high - low > max(high // 100, 1):
        middle = (low + high) // 2
        book = book_of(middle)
        clash = turn(book, state_of(book))[0].umpire.incidents[0] > 0
        low, high = (low, middle) if clash else (middle, high)
    return high


def test_a_clash_is_news_to_both_and_counted(monkeypatch):
    """News says 1 for a clash and 2 for a serious one; the umpire counts both."""
    happens(monkeypatch, U2, SUBMARINE, serious=[SUBMARINE])
    book = still(frequency=100_000, serious=300_000)
    after, _ = turn(book, game(book, flights=1, quarantine=1))
    assert news(after) == {U2: 1, SUBMARINE: 2, RADAR: 0}
    assert after.umpire.incidents[0] == 2 and after.umpire.serious[0] == 1
    quiet, _ = turn(book, after)
    assert quiet.umpire.incidents[0] == 4, "same rolls, same clashes"
    set_rolls(monkeypatch)
    assert news(turn(book, after)[0]) == {U2: 0, SUBMARINE: 0, RADAR: 0}


def test_what_a_clash_does(monkeypatch):
    """Any clash raises pressure; a serious one more, and frightens both."""
    happens(monkeypatch, SUBMARINE, serious=[SUBMARINE])
    book = still(frequency=100_000, serious=300_000, incidents={"pressure": 10, "serious_pressure": 25, "serious_fear": 30})
    _, lines = turn(book, game(book, quarantine=2))
    assert entries(lines, "pressure") == {SUBMARINE: 10, f"{SUBMARINE}: grave": 25}
    assert entries(lines, "fear", "washington") == entries(lines, "fear", "moscow") == {SUBMARINE: 30}


def test_a_minor_clash_frightens_nobody(monkeypatch):
    """Without the serious roll there is pressure and nothing more."""
    happens(monkeypatch, RADAR)
    book = still(frequency=100_000, serious=300_000, incidents={"pressure": 10, "serious_pressure": 25, "serious_fear": 30})
    _, lines = turn(book, game(book))
    assert entries(lines, "pressure") == {RADAR: 10} and entries(lines, "fear") == {}


@pytest.mark.parametrize(("kind", "rung"), [(U2, "flights"), (SUBMARINE, "quarantine")])
def test_a_posture_nobody_holds_provokes_no_clash(kind, rung, monkeypatch):
    """No flights, no lost aircraft; no quarantine, no submarine forced up: however the roll falls."""
    happens(monkeypatch, kind)
    book = still(frequency=900_000)
    assert news(turn(book, game(book))[0])[kind] == 0
    assert news(turn(book, game(book, **{rung: 1}))[0])[kind] == 1


def test_a_higher_rung_raises_the_hazard(monkeypatch):
    """Twice as much on the ladder's table, half the frequency needed for the same roll."""
    def needed(rung):
        return frequency_at_which_it_happens(lambda f: still(frequency=f), lambda book: game(book, quarantine=rung), monkeypatch, SUBMARINE)
    assert needed(1) == pytest.approx(2 * needed(2), rel=0.05) == pytest.approx(4 * needed(4), rel=0.05)


@pytest.mark.parametrize(("rung", "alerts", "factor"), [
    ("alert.washington", (3, 0), 3), ("alert.moscow", (0, 3), 3), ("alert.washington", (0, 3), 0), ("alert.moscow", (3, 0), 0),
    ("alerts", (4, 2), 3), ("alerts", (2, 1), 1)])
def test_a_kind_is_driven_by_one_sides_alert_or_by_the_mean_of_both(rung, alerts, factor, monkeypatch):
    """The mean is rounded down; the other side's forces count for nothing where one side's posture drives the kind."""
    def book_of(frequency):
        return replace(still(frequency=frequency), incident_rung=(rung,) * 3, incident_by_rung=np.array([[0, 1000, 2000, 3000, 4000]] * 3, np.int32))

    def needed(alerts):
        return frequency_at_which_it_happens(book_of, lambda book: game(book, alert=alerts), monkeypatch)
    assert needed(alerts) == (pytest.approx(needed((1, 1)) / factor, rel=0.05) if factor else MOST)


@pytest.mark.parametrize(("curve", "fields"), [("clumsy", {"fatigue": (1000, 1000)}), ("tense", {"pressure": 1000})])
def test_tiredness_and_pressure_raise_the_hazard(curve, fields, monkeypatch):
    """Where the curve says three times as likely, a third of the frequency is enough."""
    def needed(**state):
        return frequency_at_which_it_happens(lambda f: still(frequency=f, curves={curve: [(0, 1000), (1000, 3000)]}),
                                             lambda book: game(book, **state), monkeypatch)
    assert needed() == pytest.approx(3 * needed(**fields), rel=0.05)


def test_it_is_both_staffs_tiredness_that_counts(monkeypatch):
    """One tired staff is half as bad as two."""
    def needed(tired):
        return frequency_at_which_it_happens(lambda f: still(frequency=f, curves={"clumsy": [(0, 1000), (1000, 3000)]}),
                                             lambda book: game(book, fatigue=tired), monkeypatch)
    assert needed((1000, 0)) == pytest.approx(needed((0, 1000)), rel=0.02)
    assert needed((0, 0)) == pytest.approx(2 * needed((1000, 0)), rel=0.05)


def test_a_longer_turn_has_more_time_for_clashes(monkeypatch):
    """Two half-days need half the frequency for the same roll."""
    def needed(half_days):
        return frequency_at_which_it_happens(lambda f: still(frequency=f), lambda book: game(book, half_days=half_days), monkeypatch)
    assert needed(1) == pytest.approx(2 * needed(2), rel=0.05)


def test_after_the_deal_forces_meet_less(monkeypatch):
    """In the loose ends of this crisis they meet half as often."""
    def needed(state_of):
        return frequency_at_which_it_happens(lambda f: still(frequency=f), state_of, monkeypatch)
    assert needed(lambda book: after_the_deal(book, half_days=1)) == pytest.approx(2 * needed(game), rel=0.05)


ANSWER = {"reprisal_pressure": 40, "reprisal_fear": 35, "reprisal_hawks": 20, "withheld_hawks": 45, "withheld_relief": 15}


def test_a_lost_aircraft_is_answered_where_the_instruction_says_so(monkeypatch):
    """Reprisal: pressure and Moscow's fear rise, Washington's hawks are quieter (M13)."""
    happens(monkeypatch, U2, serious=[U2])
    book = still(frequency=100_000, serious=300_000, incidents=ANSWER)
    _, lines = turn(book, game(book, flights=2, reprisal=(1, 0), hawks=(100, 100)))
    assert entries(lines, "pressure") == {"reprisal for the lost aircraft": 40}
    assert entries(lines, "fear", "moscow") == {"reprisal for the lost aircraft": 35}
    assert entries(lines, "hawks") == {"the loss was answered": -20}


def test_a_reprisal_withheld_calms_moscow_and_feeds_the_hawks(monkeypatch):
    """No reprisal: Moscow breathes, Washington's hawks do not (M13)."""
    happens(monkeypatch, U2, serious=[U2])
    book = still(frequency=100_000, serious=300_000, incidents=ANSWER)
    _, lines = turn(book, game(book, flights=2, fear=(100, 100), hawks=(100, 100)))
    assert entries(lines, "pressure") == {}
    assert entries(lines, "fear", "moscow") == {"no reprisal came": -15} and entries(lines, "fear", "washington") == {}
    assert entries(lines, "hawks", "washington") == {"the loss went unanswered": 45} and entries(lines, "hawks", "moscow") == {}


@pytest.mark.parametrize(("kinds", "serious"), [([U2], []), ([SUBMARINE], [SUBMARINE])])
def test_only_an_aircraft_shot_down_asks_for_a_reprisal(kinds, serious, monkeypatch):
    """A near miss or another kind of clash leaves the instruction in its drawer."""
    happens(monkeypatch, *kinds, serious=serious)
    book = still(frequency=100_000, serious=300_000, incidents=ANSWER)
    _, lines = turn(book, game(book, flights=2, quarantine=2, reprisal=(1, 1), fear=(100, 100), hawks=(100, 100)))
    assert not lines or {line.meter for line in lines} <= {"incidents", "serious"}


@pytest.mark.parametrize(("alerts", "ending", "war"), [((2, 2), WAR_LOCAL, 1), ((3, 2), WAR_GENERAL, 2)])
def test_a_clash_can_get_out_of_hand(alerts, ending, war, monkeypatch):
    """War is local below the sum of alerts from which it spreads, general from there on; it ends the game."""
    happens(monkeypatch, RADAR, serious=[RADAR], war=[RADAR])
    book = still(frequency=100_000, serious=300_000, deadly=1000, incidents={"danger_ppm": 20_000, "general_at_alerts": 5})
    after, _ = turn(book, game(book, alert=alerts))
    assert after.umpire.war[0] == war and after.umpire.ending[0] == ending


@pytest.mark.parametrize("what", [{"deadly": 0}, {"serious": 0}, {"danger": 0}])
def test_no_war_without_a_serious_clash_of_a_deadly_kind_and_some_danger(what, monkeypatch):
    """Any factor at zero: no roll makes a war."""
    happens(monkeypatch, RADAR, serious=[RADAR], war=[RADAR])
    numbers = {"deadly": 1000, "serious": 300_000, "danger": 20_000} | what
    book = still(frequency=100_000, serious=numbers["serious"], deadly=numbers["deadly"], incidents={"danger_ppm": numbers["danger"]})
    after, _ = turn(book, game(book, alert=(4, 4)))
    assert after.umpire.war[0] == 0 and after.umpire.ending[0] == RUNNING


def chance_of_war(monkeypatch, state_of, **book) -> int:
    """ppm, read from outside by bisection over the roll."""
    low, high = 0, 999_999
    while high - low > 1:
        middle = (low + high) // 2
        set_rolls(monkeypatch, {f"incidents/{what}/{U2}": ALWAYS for what in ("happens", "serious")} | {f"incidents/war/{U2}": middle})
        made = still(frequency=100_000, serious=300_000, deadly=1000, **book)
        low, high = (middle, high) if turn(made, state_of(made))[0].umpire.war[0] else (low, middle)
    return high


def test_standing_instructions_and_strain_decide_how_deadly_a_clash_is(monkeypatch):
    """At middling strain the chance is the dial's; fire at sight and hitting back add their share, tiredness multiplies."""
    dial = {"danger_ppm": 20_000, "fire_at_sight_per_mille": 500, "hit_back_per_mille": 250}
    curves = {"clumsy": [(0, 1000), (1000, 2000)]}

    def at(**fields):
        return chance_of_war(monkeypatch, lambda book: game(book, flights=2, **fields), incidents=dial, curves=curves)
    assert at() == pytest.approx(20_000, rel=0.02)
    assert at(reprisal=(0, 1)) == pytest.approx(30_000, rel=0.02)
    assert at(reprisal=(1, 0)) == pytest.approx(25_000, rel=0.02)
    assert at(reprisal=(1, 1)) == pytest.approx(35_000, rel=0.02)
    assert at(fatigue=(1000, 1000)) == pytest.approx(40_000, rel=0.02)


def test_what_a_clash_did_is_known_to_whoever_it_touched(monkeypatch):
    """Clashes are public; the counts are the umpire's."""
    happens(monkeypatch, U2, serious=[U2])
    book = still(frequency=100_000, serious=300_000, incidents={**ANSWER, "pressure": 5})
    _, lines = turn(book, game(book, flights=2))
    assert {(line.box, line.known_to) for line in lines} >= {("public", (WASHINGTON, MOSCOW)), ("washington", (WASHINGTON,)), ("umpire", ())}


def test_guns_that_castro_has_told_to_fire_make_their_own_incidents_likelier(monkeypatch):
    """Twice the hazard here for the kind marked as theirs, none for the others (M52)."""
    def found(kind, **fields):
        return frequency_at_which_it_happens(lambda frequency: still(frequency=frequency, incidents={"gunners_per_mille": 1000}),
                                             lambda book: game(book, flights=1, **fields), monkeypatch, kind)
    assert found(U2) == pytest.approx(2 * found(U2, gunners=1), rel=0.03)
    assert found(RADAR) == found(RADAR, gunners=1)


def test_boats_from_florida_follow_the_leash_on_the_exiles(monkeypatch):
    """A kind driven by `raids` reads Washington's leash and nobody else's: none while it is held, more the slacker it is (T23)."""
    def raiding(frequency):
        return replace(still(frequency=frequency), incident_rung=("raids", "quarantine", "alerts"))

    happens(monkeypatch, U2)
    for raids, landed in (((0, 2), 0), ((1, 0), 1)):
        book = raiding(900_000)
        assert news(turn(book, game(book, raids=raids, flights=2))[0])[U2] == landed
    slack, off = (frequency_at_which_it_happens(raiding, lambda book, r=raids: game(book, raids=(r, 0)), monkeypatch, U2) for raids in (1, 2))
    assert slack == pytest.approx(2 * off, rel=0.03), "500 per mille of the frequency on the first rung, all of it on the second"
