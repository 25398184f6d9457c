"""Random legal play: bounds hold, what is listed is accepted and what is not listed is refused, every game ends, no exception."""

import numpy as np
import pytest

from game.engine import legal
from game.engine.endings import ENDINGS
from game.engine.orders import TONES, Dispatch, from_sheet, to_sheet
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.engine.terms import CONDITION_BITS, FIRST_CONDITION
from game.engine.turn import running
from game.engine.view import observe
from tests.proofs import out_of_bounds
from tests.random_play import any_position, random_player
from tests.whole_games import EACH_ONCE, PAIRINGS, book, pair, rows, turns


def calendar_turns():
    """The most turns a game can have."""
    total, begins = 0, 0
    for phase in book().phases:
        total += -((phase.until - begins) // -(720 * phase.half_days))
        begins = phase.until
    return total


@pytest.mark.parametrize("rashness", [0, 0.02], ids=["careful", "rash"])
def test_random_games_keep_their_bounds_and_end_within_the_calendar(rashness):
    """300 games of random legal orders, letters, answers and withdrawals."""
    rng = np.random.default_rng(int(1000 * rashness) + 1)
    players = random_player(book(), rng, rashness), random_player(book(), rng, rashness)
    endings, ended = np.zeros(len(ENDINGS), int), 0
    for number, played in enumerate(turns(book(), players, range(300), at_most=calendar_turns()), 1):
        assert out_of_bounds(played.after) == []
        assert (played.after.public.turn == number).all()
        over = played.after.umpire.ending[played.after.umpire.ending > 0]
        endings += np.bincount(over, minlength=len(ENDINGS))
        ended += len(over)
    assert ended == 300
    assert (endings > 0).sum() >= 4, f"random play should find several endings: {dict(zip(ENDINGS, endings.tolist(), strict=True))}"


def test_random_play_tries_everything_a_sheet_can_say():
    """The generator is no use if it never says something: every order, channel, tone, answer, flag, condition, a deadline and a withdrawal occur."""
    rng = np.random.default_rng(4)
    given, said, tones, channels, answers, withdrawn, due = [set(), set()], set(), set(), set(), set(), 0, 0
    for played in turns(book(), (random_player(book(), rng), random_player(book(), rng)), range(500)):
        for side, sheet in enumerate(played.sheets):
            given[side] |= set(np.flatnonzero(sheet.given.any(axis=0)).tolist())
            tones |= set(sheet.tone[sheet.offer.any(axis=1)].tolist())
            said |= {int(code) for code in np.unique(sheet.offer)}
            channels |= set(sheet.channel[sheet.offer.any(axis=1)].tolist())
            answers |= set(sheet.answer.tolist())
            withdrawn, due = withdrawn + int((sheet.withdraw > 0).sum()), due + int((sheet.due > 0).sum())
    rare = any_position(book(), 4000, rng)           # what waits for a rare turn of events is tried in positions of every kind
    for side in SIDES:
        given[side] |= set(np.flatnonzero(random_player(book(), rng, rashness=1)(observe(rare, side)).given.any(axis=0)).tolist())
        missing = [order.id for place, order in enumerate(book().orders[side]) if place not in given[side]]
        assert missing == []
    plain = {code for code in said if code < FIRST_CONDITION}
    assert len(plain) == 61, "nothing, and five steps: secret or not, exact or not, and on paper, as news or neither"
    assert all(any(code & bit for code in said) for bit in CONDITION_BITS) and tones == set(range(len(TONES)))
    assert channels == set(range(len(book().channels))) and answers == {0, 1, 2, 3} and withdrawn and due


def sheets_and_views(players, games=25):
    for played in turns(book(), players, range(games)):
        for side, sheet in enumerate(played.sheets):
            yield side, observe(played.before, side), sheet, played.before


@pytest.mark.parametrize("players", [*PAIRINGS, "random"], ids=str)
def test_what_players_hand_in_is_legal(players):
    """Every sheet of every doctrine, and of random legal play, is accepted as a dispatch without a word."""
    rng = np.random.default_rng(5)
    both = (random_player(book(), rng), random_player(book(), rng)) if players == "random" else pair(*players)
    for side, _, sheet, state in sheets_and_views(both):
        for game in range(0, len(state), 4):
            alone = observe(state.take([game]), side)
            dispatch = from_sheet(book(), alone, rows(sheet, [game]))
            assert legal.refusals(book(), alone, dispatch) == (), dispatch


@pytest.mark.parametrize("players", [*EACH_ONCE, "random"], ids=str)
def test_sheets_and_dispatches_say_the_same(players):
    """Every sheet as names and back is that sheet."""
    rng = np.random.default_rng(6)
    both = (random_player(book(), rng), random_player(book(), rng)) if players == "random" else pair(*players)
    for side, _, sheet, state in sheets_and_views(both):
        for game in range(0, len(state), 6):
            alone, row = observe(state.take([game]), side), rows(sheet, [game])
            back = to_sheet(book(), alone, from_sheet(book(), alone, row))
            for name, values in vars(row).items():
                assert (getattr(back, name) == values).all(), name


@pytest.mark.parametrize("side", SIDES)
def test_every_order_listed_is_accepted_and_every_other_is_refused_with_a_reason(side):
    """legal_orders, is_open, order_refusal and refusals never disagree."""
    rng, menu = np.random.default_rng(7), book().orders[side]
    open_once, shut_once = set(), set()
    state = any_position(book(), 120, rng)
    listed = legal.legal_orders(book(), observe(state, side))
    for game in range(120):
        view = observe(state.take([game]), side)
        for place, order in enumerate(menu):
            refused = [refusal for refusal in legal.refusals(book(), view, Dispatch(orders=(order.id,))) if refusal.about == order.id]
            assert bool(refused) != bool(listed[game, place]), order.id
            assert bool(legal.order_refusal(book(), view, place)) != bool(listed[game, place])
            for refusal in refused:
                assert order.name in refusal.reason and refusal.reason.endswith(".")
            (open_once if listed[game, place] else shut_once).add(order.id)
    assert open_once == {order.id for order in menu}
    assert shut_once >= {order.id for order in menu if order.needs or len(order.stages) < 3}


def test_every_game_that_ends_stays_at_its_end():
    """Games leave the batch with an ending between 1 and 9, and the others go on."""
    for played in turns(book(), pair(*PAIRINGS[0]), range(60)):
        assert (played.before.umpire.ending == 0).all()
        assert set(running(played.after).tolist()) == set(np.flatnonzero(played.after.umpire.ending == 0).tolist())


def test_both_seats_find_orders_open_in_every_stage():
    """No turn without a choice: in every position of a real game each side has at least three orders to pick from."""
    for played in turns(book(), pair(*PAIRINGS[-1]), range(60)):
        for side in (WASHINGTON, MOSCOW):
            assert (legal.legal_orders(book(), observe(played.before, side)).sum(axis=1) >= 3).all()
