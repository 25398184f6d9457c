"""Every phase plays: the calendar falls on its days, the loose ends open one or two files a turn, and no turn is without a decision that matters."""

from functools import cache

import numpy as np
import pytest

from game.engine import legal
from game.engine.rulebook import LOOSE_ENDS, SETTLEMENT
from game.engine.sides import SIDE_IDS, SIDES
from game.engine.view import observe
from game.lab.fork import Positions, drawn, sheets_of
from game.lab.no_move import _outcomes, single_orders
from game.scenario.load import load
from game.session.game import Game
from game.session.opponents import scripted
from game.wording.files import OPEN

SCREENING, FRESH = 200, 2200
"""Continuations by which the best and the worst order are found, and fresh ones that measure them: no luck is counted twice."""
ERRORS, POINTS = 3, 2


@cache
def october():
    return load("october-1962")


@cache
def players():
    history = october().history
    return scripted(october(), 0, history.washington), scripted(october(), 1, history.moscow)


@cache
def played(seed: int):
    game = Game.open(october(), seed, dict(enumerate(players())))
    turns = []
    while not game.is_over:
        turns.append((game.state.copy(), game.board(0)))
        game.advance()
    return turns


def shipped():
    return played(october().history.seed)


def test_the_phases_fall_on_their_days():
    """The shipped history game begins its phases on 22 and 28 October, 20 November, 7 January and 21 February, and lasts 18 to 30 turns."""
    begins: dict[int, str] = {}
    for state, _ in shipped():
        begins.setdefault(int(state.public.phase[0]), october().washington_time(int(state.public.minutes[0])).strftime("%Y-%m-%d"))
    assert begins == {0: "1962-10-22", 2: "1962-10-28", 3: "1962-11-20", 4: "1963-01-07", 5: "1963-02-21"}
    assert 18 <= len(shipped()) <= 30


@pytest.mark.parametrize("seed", [None, 3, 11, 40])
def test_each_turn_of_the_loose_ends_has_one_or_two_files_open(seed):
    """Files are dates that ask for a settled issue; each has a forcing day, and while they lie open a side has two orders at the most."""
    turns = shipped() if seed is None else played(seed)
    loose = [(state, board) for state, board in turns if int(october().stage_of[int(state.public.phase[0])]) == LOOSE_ENDS]
    for state, board in loose:
        asking = [line.id for line in board.files if line.state == OPEN and line.asks]
        assert 1 <= len(asking) <= 2, (board.date, asking)
        assert all(int(legal.attention(october(), observe(state, side))[0]) <= 2 for side in SIDES)
    assert loose or seed is not None


def test_every_turn_leaves_both_sides_something_to_order():
    """At least three kinds of order are open to each side in every turn, and one of them answers a question that only this turn asks or a posture."""
    for state, board in shipped():
        for side in SIDES:
            view = observe(state, side)
            menu, may = october().orders[side], legal.legal_orders(october(), view)[0]
            assert len({order.menu for order, is_open in zip(menu, may, strict=False) if is_open}) >= 3, board.date


@pytest.mark.slow
@pytest.mark.parametrize("side", SIDES, ids=SIDE_IDS)
def test_a_decision_that_matters_lies_in_each_turn(side):
    """Between the best and the worst single order of a turn, played out with common luck and measured on fresh luck, the side's true score differs
    by more than three standard errors and two points, in every turn of the shipped history game."""
    flat = []
    for state, board in shipped():
        position = Positions(players(), state, sheets_of(players(), state))
        orders = np.flatnonzero(legal.legal_orders(october(), observe(state, side))[0])
        which = np.zeros(len(orders), int)
        tried = single_orders(october(), side, position, which, orders)
        screening = np.repeat(drawn("which order", 1, SCREENING), len(orders), axis=0)
        means = _outcomes(october(), side, position, which, tried, screening).mean(axis=1)
        pair = orders[[int(means.argmax()), int(means.argmin())]]
        fresh = np.repeat(drawn("how much it matters", 1, FRESH), 2, axis=0)
        best, worst = _outcomes(october(), side, position, which[:2], single_orders(october(), side, position, which[:2], pair), fresh)
        gap = (best - worst).astype(float)
        if gap.mean() <= max(ERRORS * gap.std(ddof=1) / np.sqrt(len(gap)), POINTS):
            flat.append((board.date, [october().orders[side][place].id for place in pair], round(float(gap.mean()), 1)))
    assert flat == []


def test_the_settlement_has_turns_of_its_own_in_the_spring():
    """February and April 1963 are played: the figure can be given or played down, and the promise is kept or broken."""
    names = {october().phases[int(state.public.phase[0])].id for state, _ in shipped()}
    assert {"february", "april"} <= names
    spring = [state for state, _ in shipped() if october().phases[int(state.public.phase[0])].id == "february"]
    view = observe(spring[0], 0)
    assert int(october().stage_of[int(spring[0].public.phase[0])]) == SETTLEMENT
    may = {order.id for order, is_open in zip(october().orders[0], legal.legal_orders(october(), view)[0], strict=False) if is_open}
    assert {"give_the_figure", "play_it_down"} <= may
