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
