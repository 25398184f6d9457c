"""Codes of terms, tables of curves, chances that compound, prices (terms.py, curves.py, worth.py)."""

import math
from itertools import combinations, product

import numpy as np
import pytest

from game.engine.curves import LONGEST_TURN, PPM, at_least_once, moved_over, table
from game.engine.orders import TONES, Dispatch, Proposal, Term, code_of, from_sheet, term_of, to_sheet
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.engine.state import FIELDS, open_game
from game.engine.terms import (
    CODES,
    CONDITIONS,
    POSITIONS,
    as_read,
    code,
    condition_ids,
    conditions_on,
    is_exact,
    is_news,
    is_on_paper,
    is_said,
    is_secret,
    look_up,
    position,
)
from game.engine.view import observe
from game.engine.worth import audience_tables, by_audience, open_loss_tables, worth_of
from tests.small_crisis import ISSUES, game, still, term, text
from tests.whole_games import book

HANGS_ON = [chosen for many in range(len(CONDITIONS) + 1) for chosen in combinations(CONDITIONS, many)]
WAYS = list(product(range(1, POSITIONS + 1), *[(False, True)] * 4, HANGS_ON))


def test_a_term_and_its_code_say_the_same():
    """Every place on the ladder, secret or not, on paper, exact, as news or not, whatever it hangs on; and all 2048 codes read back."""
    codes = np.array([code(*way) for way in WAYS])
    assert len(set(codes.tolist())) == len(WAYS) == 5 * 16 * 16 and codes.max() < CODES
    conditions = [condition_ids(term) for term in codes.tolist()]
    assert list(zip(position(codes), is_secret(codes), is_on_paper(codes), is_exact(codes), is_news(codes), conditions, strict=True)) == WAYS
    assert conditions_on(codes).tolist() == [len(chosen) for *_, chosen in WAYS]
    assert [term_of(term) for term in codes.tolist()] == [Term(*way) for way in WAYS] and [code_of(Term(*way)) for way in WAYS] == codes.tolist()
    every = np.arange(CODES)
    again = position(every) + 8 * is_secret(every) + 16 * is_on_paper(every) + 32 * is_exact(every) + 64 * is_news(every) + every // 128 * 128
    assert (again == every).all()


@pytest.mark.parametrize(("said", "reads"), [(term(3), (2, 4)), (term(3, exact=True), (3, 3)), (term(3, exact=True, news=True), (2, 4)),
                                             (term(3, news=True), (1, 5)), (term(1), (1, 2)), (term(5, news=True), (3, 5)),
                                             (term(4, "treaty", exact=True, secret=True), (4, 4))])
def test_loose_words_lean_a_step_and_news_one_more(said, reads):
    """Each side reads loose words a step nearer its own end, news one more, and never off the ladder (M33, M65)."""
    assert tuple(int(as_read(np.array(said), side)) for side in SIDES) == reads


def test_an_unsaid_term_is_nothing_at_all():
    """Place 0 has no flags."""
    assert code(0, True, True, True, True, CONDITIONS) == 0 and not is_said(np.array([0, 8, 16, 32])).any() and is_said(np.array([1, 5, 45])).all()


@pytest.mark.parametrize("side", SIDES)
def test_every_term_survives_the_way_to_a_sheet_and_back(side):
    """Dispatch -> Sheet -> Dispatch for every way of saying each issue."""
    view = observe(open_game(book(), [1]), side)
    for way in WAYS:
        dispatch = Dispatch(proposal=Proposal({issue.id: Term(*way) for issue in book().issues}, "cable", 5))
        assert from_sheet(book(), view, to_sheet(book(), view, dispatch)) == dispatch


@pytest.mark.parametrize("side", SIDES)
def test_everything_a_dispatch_can_say_survives_the_way_to_a_sheet_and_back(side):
    """Each order, channel, deadline, tone, answer and withdrawal; deadlines count from the turn in which they are written."""
    state = open_game(book(), [1])
    state.public.minutes[0] = 9 * 720
    view, first = observe(state, side), book().issues[0].id
    menu = tuple(order.id for order in book().orders[side])
    said = [Dispatch(), Dispatch(menu), *(Dispatch((id,)) for id in menu)]
    said += [Dispatch(proposal=Proposal({first: Term(2)}, channel.id, deadline)) for channel in book().channels for deadline in (0, 1, 28)]
    said += [Dispatch(proposal=Proposal({first: Term(2)}, "cable", 0, tone)) for tone in TONES]
    said += [Dispatch(answer=answer, answer_to=7) for answer in ("accept", "refuse")] + [Dispatch((), Proposal({first: Term(3)}, "cable"),
                                                                                                  "counter", 2, 4)]
    for dispatch in said:
        sheet = to_sheet(book(), view, dispatch)
        assert from_sheet(book(), view, sheet) == dispatch
        if dispatch.proposal and dispatch.proposal.deadline_half_days:
            assert sheet.due[0] == (9 + dispatch.proposal.deadline_half_days) * 720


def test_a_name_the_scenario_does_not_have_is_a_key_error():
    """to_sheet is for dispatches that have been checked."""
    view = observe(open_game(book(), [1]), WASHINGTON)
    for dispatch in (Dispatch(orders=("quarentine",)), Dispatch(proposal=Proposal({"T99": Term(1)}, "cable"))):
        with pytest.raises(KeyError):
            to_sheet(book(), view, dispatch)


def test_look_up_reads_each_issues_own_row():
    """(n, issues) of table[issue, code]."""
    rows = np.arange(3 * CODES).reshape(3, CODES)
    codes = np.array([[0, 5, 63], [1, 1, 1]])
    assert look_up(rows, codes).tolist() == [[0, CODES + 5, 2 * CODES + 63], [1, CODES + 1, 2 * CODES + 1]]


def test_a_curve_is_the_straight_line_between_its_points():
    """Rounded down, both ends met, any number of points."""
    assert table([(0, 0), (4, 10), (6, 10), (8, 0)]).tolist() == [0, 2, 5, 7, 10, 10, 10, 5, 0]
    assert table([(0, 7), (3, 7)]).tolist() == [7] * 4 and not table([(0, 7), (3, 7)]).flags.writeable


def test_the_chance_of_at_least_one_rises_with_what_is_expected():
    """Never falls, never passes certainty, and is 1 - exp(-expected) to a tenth of a per cent."""
    expected = np.arange(0, 7 * PPM, 100)
    chances = at_least_once(expected)
    assert chances[0] == 0 and (np.diff(chances) >= 0).all() and chances.min() >= 0 and chances.max() < PPM
    for rate in (0.001, 0.01, 0.1, 0.5, 1, 2, 4):
        assert at_least_once(np.array(int(rate * PPM))) / PPM == pytest.approx(1 - math.exp(-rate), abs=1e-3, rel=1e-3)


def test_two_half_days_are_one_day():
    """The chance over a turn twice as long is that of two turns: 1 - (1 - p) squared."""
    for rate in (2_000, 50_000, 400_000):
        half, whole = at_least_once(np.array([rate, 2 * rate])) / PPM
        assert whole == pytest.approx(1 - (1 - half) ** 2, rel=2e-3)


@pytest.mark.parametrize("rate", [0, 1, 80, 500, 999, 1000])
def test_a_steady_decay_compounds(rate):
    """Never falls, never passes the whole way, one half-day moves the rate, and many are 1 - (1 - rate) to the power."""
    moved = moved_over(rate)
    assert len(moved) == LONGEST_TURN + 1 and moved[0] == 0 and moved[1] == rate and (np.diff(moved) >= 0).all() and moved.max() <= 1000
    for half_days in (2, 7, 64):
        assert moved[half_days] == pytest.approx(1000 * (1 - (1 - rate / 1000) ** half_days), abs=1.01)


def test_the_shipped_curves_are_of_their_word_and_reach_over_their_meter():
    """No look-up can fall off a table."""
    for name, top in (("tired", 1000), ("tense", 1000), ("ousted", 1000), ("acceptance", 2000)):
        assert len(getattr(book().curves, name)) == top + 1
    worst_staff = int(book().curves.tired.max())
    for name in ("clumsy", "deafness", "attention"):
        assert len(getattr(book().curves, name)) > worst_staff
    rules = book().rules.factions
    assert len(book().curves.strike_motion) > (rules.weigh_hawks_per_mille + rules.weigh_sites_per_mille + rules.weigh_forces_per_mille)
    assert FIELDS["half_days"].top == LONGEST_TURN


def test_the_price_of_a_text_is_the_sum_over_audiences():
    """by_audience adds up to worth_of to a point for each audience and issue; safety counts paper and exactness too."""
    made = still(worth={(0, 0, "pledge"): (0, 0, -50, 0, 0), (0, 1, "pledge"): (0, 0, -40, 0, 0)},
                 bargaining={"paper_worth": (-7, 9), "exact_worth": -3})
    view = observe(game(made, exposure=[text(pledge=500), text()]), WASHINGTON)
    said = text(pledge=term(3, paper=True, exact=True))[None, :]
    assert by_audience(made, view, said).tolist() == [[-50 - 7 - 3, -40 - 20, 0, 0]] and worth_of(made, view, said).tolist() == [-120]
    assert worth_of(made, observe(game(made), MOSCOW), said).tolist() == [9 - 3]
    for flags, extra in ((0, 0), (16, -7), (32, -3), (8, 40)):
        assert worth_of(made, observe(game(made), WASHINGTON), said * 0 + text(pledge=3 + flags)).tolist() == [-90 + extra]


@pytest.mark.parametrize(("weighty", "places", "counted"), [(0, (2, 3, 4), (-20, -20, -20)), (100, (2, 3, 4, 5), (0, -10, -20, -20))])
def test_paper_and_exact_words_weigh_on_what_weighs_something(weighty, places, counted):
    """A step worth half the mark, to all audiences together, counts for half; from the mark on, or without one, in full; small print for nothing."""
    prices = {(0, 0, "pledge"): (0, 0, -30, -60, 0), (0, 1, "pledge"): (0, 0, -20, -40, 400)}
    made = still(worth=prices, bargaining={"paper_worth": (-14, 0), "exact_worth": -6, "weighty": weighty})
    view = observe(game(made), WASHINGTON)
    plain, careful = (np.array([text(pledge=term(place, paper=paper, exact=paper)) for place in places]) for paper in (False, True))
    view = observe(game(made).take([0] * len(places)), WASHINGTON)
    assert (worth_of(made, view, careful) - worth_of(made, view, plain)).tolist() == list(counted)
    assert (by_audience(made, view, careful) - by_audience(made, view, plain))[:, 0].tolist() == list(counted)


def test_price_tables_are_shared_and_cannot_be_written():
    """One table for every game and screen."""
    for made in (audience_tables(book(), WASHINGTON), open_loss_tables(book(), MOSCOW)):
        assert not made.flags.writeable


def test_a_secret_loss_is_cheaper_and_a_secret_gain_smaller_than_an_open_one():
    """Sign check over the shipped price list: at home, with allies and in face secrecy brings a term nearer to nothing."""
    places, open_codes = range(1, POSITIONS + 1), np.array([code(place) for place in range(1, POSITIONS + 1)])
    for side in SIDES:
        tables = audience_tables(book(), side)
        for audience in (1, 2, 3):
            for issue in range(len(book().issues)):
                plain, secret = tables[audience, issue, open_codes], tables[audience, issue, open_codes + 8]
                assert ((np.abs(secret) <= np.abs(plain)) & (np.sign(secret) * np.sign(plain) >= 0)).all(), (side, audience, issue, list(places))


def test_saying_nothing_is_worth_nothing():
    """An empty text has no price, to anyone, at any exposure."""
    made = still(worth={(0, 1, "pledge"): (9, 9, 9, 9, 9)}, bargaining={"paper_worth": (5, 5), "exact_worth": 5})
    assert worth_of(made, observe(game(made, exposure=1000), WASHINGTON), np.zeros((1, len(ISSUES)), int)).tolist() == [0]


PRICED = {(0, 0, "pledge"): (0, 0, -50, 0, 0), (0, 1, "pledge"): (0, 0, -50, 0, 0), (1, 0, "pledge"): (0, 0, 100, 0, 0)}


@pytest.mark.parametrize(("said", "worth"), [
    (term(3), (-100, 100)), (term(3, news=True), (-70, 70)), (term(3, "conduct"), (-80, 80)), (term(3, "conduct", "treaty"), (-60, 60)),
    (term(3, "supervised", "conduct", "lasting", "treaty"), (-20, 20)), (term(3, "conduct", news=True), (-56, 56))])
def test_news_and_conditions_take_their_share_off_gains_and_losses_alike(said, worth):
    """Seven tenths are left of what is given as news (M33), and each condition takes two tenths off (M71, M72)."""
    made = still(worth=PRICED, bargaining={"news_per_mille": 700, "condition_per_mille": 200})
    assert tuple(int(worth_of(made, observe(game(made), side), text(pledge=said)[None, :])[0]) for side in SIDES) == worth


def test_conditions_never_turn_a_loss_into_a_gain():
    """More of them than the term is worth leave nothing."""
    made = still(worth=PRICED, bargaining={"news_per_mille": 1000, "condition_per_mille": 400})
    said = text(pledge=term(3, "supervised", "conduct", "lasting", "treaty"))[None, :]
    assert worth_of(made, observe(game(made), WASHINGTON), said).tolist() == [0]


@pytest.mark.parametrize(("said", "by_the_record", "by_the_letter"), [
    (text(withdrawal=2), -30, -90), (text(withdrawal=2, missiles_abroad=1), -30, -90), (text(withdrawal=2, missiles_abroad=2), 0, 0),
    (text(withdrawal=2, missiles_abroad=term(4, secret=True)), 0, 0), (text(withdrawal=4), 0, 0), (text(pledge=5), 0, 0)])
def test_going_home_empty_handed_costs_moscow_more_by_the_letter_than_by_the_record(said, by_the_record, by_the_letter):
    """What missiles taken out cost it where nothing is given for them in Turkey: fear decided (M25), or the promise did (M33)."""
    for mattered, worth in ((0, by_the_record), (1, by_the_letter)):
        made = still(bargaining={"without_the_bases": (30, 90), "secret_mattered": mattered})
        assert worth_of(made, observe(game(made), MOSCOW), said[None, :]).tolist() == [worth]
        assert worth_of(made, observe(game(made), WASHINGTON), said[None, :]).tolist() == [0]


@pytest.mark.parametrize(("pledge", "troops", "worth"), [(4, 2, 45), (5, 1, 45), (3, 2, 0), (4, 3, 0), (4, 0, 0), (0, 1, 0)])
def test_a_warm_pledge_makes_soldiers_easier_to_send_home(pledge, troops, worth):
    """Both in one text are worth more to Moscow than each by itself (M88)."""
    made = still(bargaining={"linkage": 45})
    said = text(pledge=pledge, troops=troops)[None, :]
    assert worth_of(made, observe(game(made), MOSCOW), said).tolist() == [worth]
    assert by_audience(made, observe(game(made), MOSCOW), said).sum() == worth
    assert worth_of(made, observe(game(made), WASHINGTON), said).tolist() == [0]
