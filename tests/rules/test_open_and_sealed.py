"""What is said before the world, what is under seal, and how far a threat is believed: rules that the sign table asked for.

Each stands on positions of the shipped scenario, with the one coefficient it is about set by hand.
"""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.engine.orders import empty_sheet
from game.engine.rulebook import LOOSE_ENDS, Rulebook
from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.state import State, open_game
from game.engine.terms import code
from game.engine.turn import resolve
from game.engine.worth import worth_to
from game.lab.bench import let_run, put, signed, takes, terms_of, tied, with_letters
from game.scenario.doctrine import load_doctrine
from game.scenario.load import load


@cache
def shipped() -> Rulebook:
    return load("october-1962")


def ruled(mechanism: str, **numbers) -> Rulebook:
    rules = shipped().rules
    return replace(shipped(), rules=replace(rules, **{mechanism: replace(getattr(rules, mechanism), **numbers)}))


def opening(games: int = 4) -> State:
    return open_game(shipped(), np.arange(games))


def after_the_deal(games: int = 4) -> State:
    phase = shipped().first_phase_of[LOOSE_ENDS]
    state = opening(games)
    return put(state, phase=phase, minutes=shipped().phases[phase - 1].until, half_days=6, agreed_at=1)


def says(book: Rulebook, state: State, side: int, channel: str) -> State:
    """The turn after that side has made an open offer by a channel."""
    sheets = (empty_sheet(book, len(state)), empty_sheet(book, len(state)))
    sheets[side].offer[...] = terms_of(book, {"T08": code(3)})
    sheets[side].channel[...] = book.channel(channel)
    return resolve(book, state, sheets)[0]


@pytest.mark.parametrize("channel, adds", [("broadcast", 30), ("envoy", 0), ("un", 0)])
def test_words_read_out_to_the_world_raise_the_pressure(channel, adds):
    """A broadcast asks for an answer before everybody; a private word does not, nor one that the Secretary-General carries round."""
    loud, quiet = (says(ruled("pressure", aloud=points), opening(), WASHINGTON, channel) for points in (30, 0))
    assert (loud.public.pressure - quiet.public.pressure == adds).all()


@pytest.mark.parametrize("channel, drafts", [("un", 1), ("broadcast", 0), ("cable", 0)])
def test_a_draft_is_what_goes_round_the_delegations(channel, drafts):
    """After the deal each open text that goes round counts as another draft (M78); one that is read out on the radio does not."""
    assert (says(shipped(), after_the_deal(), MOSCOW, channel).public.drafts == drafts).all()


@pytest.mark.parametrize("believed, frightens", [(0, 0), (250, 50), (500, 100), (1000, 200)])
def test_an_ultimatum_frightens_as_far_as_its_writer_is_believed(believed, frightens):
    """100 points at middling belief: half as believed, half as frightening."""
    laid = put(opening(), resolve=believed, fear=300)
    laid.public.ultimata[:, WASHINGTON] = 0
    fears = []
    for points in (100, 0):
        book = ruled("fear", ultimatum=points)
        sheets = (empty_sheet(book, len(laid)), empty_sheet(book, len(laid)))
        sheets[WASHINGTON].offer[...] = terms_of(book, {"T08": code(3)})
        sheets[WASHINGTON].channel[...] = book.channel("envoy")
        sheets[WASHINGTON].due[...] = 1440
        fears.append(resolve(book, laid, sheets)[0].dossier.fear[:, MOSCOW])
    assert (fears[0] - fears[1] == frightens).all()


def test_a_doctrine_is_pushed_by_a_threat_it_believes():
    """A text worth 400 less than is asked: a threat of 400 makes up for it at middling belief, for nothing at none, for twice that at the highest."""
    text = terms_of(shipped(), {"T01": code(2), "T06": code(4), "T08": code(5)})
    state = put(with_letters(opening(500), WASHINGTON, text, due_half_days=2), estimate=(np.arange(500) % 400)[:, None], exposure=0)
    state.public.ultimata[:, WASHINGTON] = 1
    worth = int(worth_to(shipped(), MOSCOW, text[None], np.zeros((1, len(text)), int))[0])
    moscow = load_doctrine("way-out-moscow", shipped())
    pushed = replace(moscow, temper=replace(moscow.temper, threatened=400, hold=worth + 400, fear_per_mille=0, patience=0, clock_per_mille=0,
                                            mutual=0, face_per_mille=0))
    chances = [takes(shipped(), pushed, put(state, resolve=believed)).mean() for believed in (0, 500, 1000)]
    expected = [shipped().curves.acceptance[1000 + margin] / 1e6 for margin in (-400, 0, 400)]
    assert chances == pytest.approx(expected, abs=0.07) and chances[0] + 0.2 < chances[1] < chances[2] - 0.2


@pytest.mark.parametrize("text, meter", [({"T01": 2}, "castro"), ({"T04": 2}, "castro"), ({"T01": 2}, "china")])
def test_what_would_anger_havana_and_peking_is_under_seal_in_an_annex(text, meter):
    """Signed in the open they hear of it; as an annex they do not, until it comes out (M49, M50, M76)."""
    state = put(opening(), castro=300, china=300)
    in_the_open, sealed, nothing = (signed(shipped(), state, WASHINGTON, terms_of(shipped(), {issue: code(step, secret=secret) for issue, step in
                                                                                          terms.items()}))
                                    for terms, secret in ((text, False), (text, True), ({"T20": 3}, True)))
    assert (getattr(in_the_open.umpire, meter) > getattr(nothing.umpire, meter)).all()
    assert (getattr(sealed.umpire, meter) == getattr(nothing.umpire, meter)).all()


def test_bombers_signed_away_by_annex_cost_moscow_nothing_with_its_ally_yet():
    """M53: the bombers were Havana's, it says, once it hears."""
    state = put(opening(), castro=900)
    costs = [state.dossier.allies[:, MOSCOW] - signed(ruled("audience", secret_share_per_mille=0), state, WASHINGTON, terms_of(shipped(), {
        "T02": code(2, secret=secret, exact=True)})).dossier.allies[:, MOSCOW] for secret in (False, True)]
    assert (costs[0] >= shipped().rules.third_parties.bombers_unblessed).all() and (costs[1] == 0).all()


@pytest.mark.parametrize("side, order, issues", [(WASHINGTON, "carry_it_to_the_un", ("T01", "T06", "T08")),
                                                 (MOSCOW, "accept_the_pause", ("T01", "T04", "T08"))])
def test_a_step_asked_by_the_secretary_general_is_no_step_back(side, order, issues):
    """Mediation lets a side take back a word it had given in public; nothing falls below no word at all."""
    ties = dict(next(given.ties for given in shipped().orders[side] if given.id == order))
    for exposure in (400, 20):
        state = tied(shipped(), opening(), side, exposure, *issues)
        after = let_run(shipped(), state, 1, ((order,), ()) if side == WASHINGTON else ((), (order,))).dossier.exposure[:, side]
        for place in map(shipped().issue, issues):
            left = max(exposure + ties[place], 0)
            assert ties[place] < 0 and (after[:, place] == left - left * shipped().rules.audience.fades_per_mille // 1000).all()


def test_a_country_of_one_mind_is_believed_and_has_less_to_give():
    """Consulting Congress: Moscow believes more in Washington's resolve, Washington's hands are tied more."""
    alone, backed = (let_run(shipped(), opening(), 1, given) for given in (((), ()), (("consult_congress",), ())))
    assert (backed.dossier.resolve[:, MOSCOW] > alone.dossier.resolve[:, MOSCOW]).all()
    assert (backed.dossier.exposure[:, WASHINGTON].sum(axis=1) > alone.dossier.exposure[:, WASHINGTON].sum(axis=1)).all()


def test_a_date_that_came_for_one_game_is_no_matter_of_another():
    """Two games a fortnight apart in one batch: the mark of a date that has come stays with its game."""
    book = shipped()
    date = next(place for place, date in enumerate(book.dates) if date.id == "elections")
    state = after_the_deal(2)
    state.public.minutes[:] = [book.dates[date].at - 720, book.dates[date].at + 7200]
    state.public.dates[1, date] = 1
    after = resolve(book, state, (empty_sheet(book, 2), empty_sheet(book, 2)))[0]
    assert after.public.dates[:, date].tolist() == [2, 1]
