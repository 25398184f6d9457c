"""Castro, the allies and the press (mechanisms/third_parties.py)."""

import pytest

from game.engine.sides import MOSCOW
from tests.small_crisis import after_the_deal, entries, game, lay_letter, sheet, still, term, text, turn

CASTRO = {"third_parties": {"not_asked": 90, "inspectors_promised": 80, "no_inspectors": 30, "chip": 70}}


@pytest.mark.parametrize(("terms", "moods"), [
    (text(withdrawal=2), {"not asked about the missiles": 90}),
    (text(withdrawal=2, inspection=1), {"not asked about the missiles": 90, "inspectors promised on his soil": 80}),
    (text(inspection=4), {"no inspectors after all": -30}),
    (text(missiles_abroad=term(4)), {"Cuba was a chip": 70}),
    (text(missiles_abroad=term(4, secret=True)), {}),
    (text(missiles_abroad=term(2)), {}),
    (text(pledge=3), {}),
])
def test_castro_minds_what_is_agreed_without_him(terms, moods):
    """Not asked, inspectors on his soil, traded in the open for missiles elsewhere; relief where no inspector comes (M49-M53)."""
    book = still(**CASTRO)
    _, lines = turn(book, lay_letter(game(book, castro=500), MOSCOW, 1, terms), sheet(book, answer="accept", to=1))
    assert entries(lines, "castro") == moods


def test_an_offer_does_not_anger_him_yet():
    """Only what is agreed counts."""
    book = still(**CASTRO)
    assert entries(turn(book, game(book), sheet(book, offer=text(withdrawal=2, inspection=1)))[1], "castro") == {}


def test_flights_overhead_anger_him_and_time_cools_him():
    """Each rung of flights by the half-day; tempers cool by a share, over at most ten half-days of one turn (M52)."""
    book = still(third_parties={"overflights": 6, "cools_per_mille": 20})
    assert entries(turn(book, game(book, flights=2, half_days=2))[1], "castro") == {"flights overhead": 24}
    assert entries(turn(book, game(book, castro=500, half_days=2))[1], "castro") == {"tempers cool": -20}
    assert entries(turn(book, game(book, castro=500, half_days=28))[1], "castro") == {"tempers cool": -100}


@pytest.mark.parametrize(("half_days", "press"), [(1, 280), (2, 360), (28, 600)])
def test_the_press_returns_to_its_rhythm(half_days, press):
    """Heat moves toward where it rests by a share a half-day, never past it."""
    book = still(third_parties={"press_rests_at": 600, "press_moves_per_mille": 200})
    assert turn(book, after_the_deal(book, press=200, half_days=half_days))[0].umpire.press[0] == press
    assert turn(book, game(book, press=1000, half_days=half_days))[0].umpire.press[0] == 1200 - press


@pytest.mark.parametrize(("rung", "moved"), [(0, {"shipping and nerves": 10}), (2, {}), (4, {"shipping and nerves": -10})])
def test_a_wide_quarantine_wears_on_the_allies(rung, moved):
    """A mild quarantine has the world with it and a wide one wears on it: allied standing moves a turn by the rung's own number (M03)."""
    book = still(third_parties={"shipping": (10, 5, 0, -5, -10)})
    _, lines = turn(book, game(book, quarantine=rung))
    assert entries(lines, "allies", "washington") == moved and entries(lines, "allies", "moscow") == {}


GUNS = {"third_parties": {"guns_above": 600, "guns_below": 400}}


@pytest.mark.parametrize(("anger", "flights", "before", "after"), [
    (600, 1, 0, 1), (599, 1, 0, 0), (600, 0, 0, 0), (599, 1, 1, 1), (400, 1, 1, 1), (399, 1, 1, 0), (600, 0, 1, 1)])
def test_an_angry_castro_tells_his_own_guns_to_fire_at_what_flies(anger, flights, before, after):
    """From one mark on if there is something to fire at, and back below another; between the two the last order stands (M52)."""
    book = still(**GUNS)
    state, lines = turn(book, game(book, castro=anger, flights=flights, gunners=before))
    assert state.umpire.gunners[0] == after and all(line.known_to == () for line in lines)


def test_boats_from_florida_anger_him():
    """By each step of the leash and half-day; only Washington's boats sail (T23)."""
    book = still(third_parties={"raids_anger": 5})
    assert entries(turn(book, game(book, raids=(2, 1), half_days=3))[1], "castro") == {"boats from Florida": 30}


def close(book, terms, **fields):
    return turn(book, lay_letter(game(book, **fields), MOSCOW, 1, terms), sheet(book, answer="accept", to=1))[1]


@pytest.mark.parametrize(("terms", "told"), [
    (text(withdrawal=2), {"Peking calls it a retreat": 70}), (text(withdrawal=4), {}), (text(pledge=term(3)), {}),
    (text(pledge=term(3, "supervised", "conduct")), {"the pledge has strings": 24})])
def test_peking_has_its_own_word_for_it(terms, told):
    """A withdrawal is a retreat; each condition on the pledge is one more string (M76)."""
    book = still(third_parties={"china_retreat": 70, "china_hedge": 12})
    assert entries(close(book, terms), "china") == told


@pytest.mark.parametrize(("half_days", "face", "cooler"), [(1, -5, -10), (2, -10, -20), (28, -50, -100)])
def test_what_peking_prints_costs_moscow_face_and_dies_down(half_days, face, cooler):
    """A hundredth and a fiftieth of 500 each half-day, over at most ten half-days of one turn (M76)."""
    book = still(third_parties={"china_face_per_mille": 10, "china_cools_per_mille": 20})
    _, lines = turn(book, game(book, china=500, half_days=half_days))
    assert entries(lines, "face") == entries(lines, "face", "moscow") == {"what Peking prints": face}
    assert entries(lines, "china") == {"polemics die down": cooler}


@pytest.mark.parametrize(("pledge", "gunners", "pays"), [(term(3, "conduct"), 1, True), (term(3, "conduct"), 0, False), (term(3), 1, False)])
def test_a_pledge_on_cubas_conduct_makes_moscow_answerable_for_its_guns(pledge, gunners, pays):
    """Each turn in which they may fire (M77)."""
    book = still(third_parties={"conduct": 9})
    _, lines = turn(book, after_the_deal(book, agreed=text(pledge=pledge), gunners=gunners, castro=500))
    assert entries(lines, "face") == entries(lines, "face", "moscow") == ({"answerable for Havana": -9} if pays else {})


@pytest.mark.parametrize(("place", "anger", "pays"), [
    (term(1, exact=True), 300, True), (term(1, exact=True), 299, False), (term(1), 300, False), (term(4, exact=True), 300, False)])
def test_bombers_signed_away_without_castros_blessing_cost_moscow_its_friends(place, anger, pays):
    """Unless he lets them go, exact words by which they leave are paid for with allied standing (M53)."""
    book = still(third_parties={"bombers_unblessed": 20, "blessing_below": 300})
    lines = close(book, text(bombers=place), castro=anger)
    assert entries(lines, "allies") == entries(lines, "allies", "moscow") == ({"the bombers were Havana's, it says": -20} if pays else {})


def test_a_pledge_is_for_his_sake():
    """It takes something off his anger when it is given."""
    book = still(third_parties={"pledge_chilled": 40})
    assert entries(close(book, text(pledge=3), castro=500), "castro") == {"a pledge for his sake": -40}
    assert entries(close(book, text(bombers=3), castro=500), "castro") == {}
