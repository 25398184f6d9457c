"""The construction clock and its answer (mechanisms/clock.py)."""

import pytest

from game.engine.orders import empty_sheet
from game.engine.sides import MOSCOW, SIDES
from game.engine.turn import resolve
from tests.small_crisis import HALF_DAY, after_the_deal, date, entries, game, lay_letter, sheet, still, term, text, turn

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


def ballot(**how):
    return date(3, settled=["pledge"], met=[("own.home", 30)], unmet=[("own.home", -20), ("other.face", 5), ("public.pressure", 7)], **how)


EVE = {"minutes": 2 * HALF_DAY}
MET, MISSED = 1, 2


@pytest.mark.parametrize(("agreed", "mark", "moved"), [
    (text(pledge=term(4, exact=True)), MET, {"Ballot": 30}), (text(pledge=term(4)), MISSED, {"Ballot": -20}), (text(), MISSED, {"Ballot": -20}),
    (text(pledge=term(4, exact=True, news=True)), MET, {"Ballot": 30}), (text(bombers=term(1, exact=True)), MISSED, {"Ballot": -20})])
def test_a_date_asks_whether_its_issues_are_settled_in_exact_words(agreed, mark, moved):
    """What follows depends on the answer, and both governments know it (M60)."""
    book = still(dates=(ballot(),))
    after, lines = turn(book, game(book, agreed=agreed, **EVE))
    assert after.public.dates[0].tolist() == [mark] and entries(lines, "home", "washington") == moved
    assert {line.known_to for line in lines} == {(0, 1)}


def test_a_date_binds_one_side_and_its_effects_are_told_from_that_seat():
    """`own` is the side that the date binds, `other` the one across the table."""
    book = still(dates=(ballot(side=MOSCOW),))
    _, lines = turn(book, game(book, **EVE))
    assert entries(lines, "home", "moscow") == {"Ballot": -20} and entries(lines, "face", "washington") == {"Ballot": 5}
    assert entries(lines, "pressure") == {"Ballot": 7} and entries(lines, "home", "washington") == {}


def test_every_issue_of_a_date_must_be_settled():
    """One of two is not enough."""
    book = still(dates=(date(3, settled=["pledge", "bombers"], met=[("own.home", 30)]),))
    for agreed, mark in ((text(pledge=term(4, exact=True)), MISSED), (text(pledge=term(4, exact=True), bombers=term(1, exact=True)), MET)):
        assert turn(book, game(book, agreed=agreed, **EVE))[0].public.dates[0].tolist() == [mark]


@pytest.mark.parametrize("signed", [True, False])
def test_a_text_signed_on_the_day_is_in_time(signed):
    """What is accepted in the turn that reaches the date is in force when the question is asked; the same text refused is not."""
    book = still(dates=(ballot(),))
    state = lay_letter(game(book, **EVE), MOSCOW, 1, text(pledge=term(4, exact=True)))
    after, lines = turn(book, state, sheet(book, answer="accept" if signed else "refuse", to=1))
    assert after.public.dates[0].tolist() == [MET if signed else MISSED] and entries(lines, "home") == {"Ballot": 30 if signed else -20}


@pytest.mark.parametrize(("begins", "comes"), [(1, False), (2, True), (3, False)])
def test_a_date_comes_in_the_turn_that_reaches_it_and_never_again(begins, comes):
    """The minute itself belongs to the turn that ends with it."""
    book = still(dates=(ballot(),))
    after, lines = turn(book, game(book, minutes=begins * HALF_DAY))
    assert bool(after.public.dates[0, 0]) == comes == bool(entries(lines, "home"))


def test_a_date_matters_in_its_stages_only():
    """An election behind the deal asks nothing while the confrontation lasts, and is not made up for later."""
    book = still(dates=(ballot(stages=(1, 2)),))
    after, lines = turn(book, game(book, **EVE))
    assert not after.public.dates.any() and lines == []
    assert turn(book, after_the_deal(book, minutes=2 * HALF_DAY, half_days=1))[0].public.dates[0].tolist() == [MISSED]


def test_a_date_that_asks_nothing_always_brings_what_follows():
    """Without a question there is nothing to meet."""
    book = still(dates=(date(3, met=[("own.home", 30)], unmet=[("own.home", -20)]),))
    assert entries(turn(book, game(book, **EVE))[1], "home") == {"Ballot": -20}


def test_a_mark_stays_when_the_date_comes_in_another_game():
    """Games of one batch pass the same date on different turns."""
    book = still(dates=(ballot(),))
    state = game(book, **EVE).take([0, 0])
    state.public.minutes[1], state.public.dates[1] = 5 * HALF_DAY, MET
    after, _ = resolve(book, state, tuple(empty_sheet(book, 2) for _ in SIDES))
    assert after.public.dates.tolist() == [[MISSED], [MET]]
