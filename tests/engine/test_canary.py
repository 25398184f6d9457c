"""Marked numbers in every hidden field turn up in nothing that a side is given: its lines, its refusals, what prints of its View."""

import re
from functools import cache

import numpy as np
import pytest

from game.engine import legal
from game.engine.ledger import lines_for
from game.engine.orders import Dispatch, Proposal, Term, from_sheet
from game.engine.sides import SIDE_IDS, SIDES, other
from game.engine.state import BOX_OF, DOSSIER, FIELDS, UMPIRE
from game.engine.turn import resolve
from game.engine.view import observe
from tests.random_play import random_player
from tests.whole_games import PAIRINGS, book, pair, sheets_of, turns

SEED = 1_234_567_890
MARKED = range(850, 1000)
"""Values that nothing a side may know is given here."""


def marked(state, side):
    """The game with what the side may know low on every scale, and each hidden meter at a mark of its own; -> (state, marks)."""
    world, marks, number = state.copy(), {SEED}, MARKED.start
    for name, field in FIELDS.items():
        if field.is_meter and field.top >= 1000:
            world.column(name)[...] = np.minimum(world.column(name), 400)
    for name in (*DOSSIER, *UMPIRE):
        field = world.column(name) if name in UMPIRE else world.column(name)[:, other(side)]
        if FIELDS[name].is_meter and FIELDS[name].top >= 999:
            field[...] = number
            marks.add(number)
            number += 3
    world.umpire.seed[...] = SEED
    assert number < MARKED.stop
    return world, marks


def numbers_in(told):
    return {int(number) for number in re.findall(r"\d+", str(told))}


@cache
def positions():
    rng = np.random.default_rng(1)
    both = random_player(book(), rng, 0), random_player(book(), rng, 0)
    return [(played.before.take([0]), both) for played in turns(book(), both, [3])] + [
        (played.before.take([0]), pair(*PAIRINGS[-1])) for played in turns(book(), pair(*PAIRINGS[-1]), [4])][::2]


@pytest.mark.parametrize("side", SIDES)
def test_no_mark_is_in_the_lines_a_side_is_told(side):
    """A turn's ledger as told to one side: no marked value, no line of another box, no cause of one."""
    told_at_all = 0
    for state, players in positions():
        world, marks = marked(state, side)
        _, ledger = resolve(book(), world, sheets_of(players, world), recording=True)
        lines = ledger.lines(book())
        told = lines_for(lines, side)
        told_at_all += len(told)
        assert not marks & {value for line in told for value in (line.before, line.after, line.amount)}
        assert {line.box for line in told} <= {"public", SIDE_IDS[side]}
        hidden_causes = {line.cause for line in lines} - {line.cause for line in lines if side in line.known_to}
        assert not hidden_causes & {line.cause for line in told}
    assert told_at_all > 60


@pytest.mark.parametrize("side", SIDES)
def test_no_mark_is_in_a_refusal(side):
    """Every order of the menu, every letter guessed at, nonsense: the sentences hold no marked number."""
    menu = tuple(order.id for order in book().orders[side])
    asked = [Dispatch(orders=(id,)) for id in menu] + [Dispatch(answer=answer, answer_to=number) for answer in ("accept",
                                                                                                                "counter") for number in (0, 1, 2, 9)]
    asked += [Dispatch(withdraw=7), Dispatch(menu + menu, Proposal({book().issues[0].id: Term(9, True, True, True), "T99": Term(1)}, "pigeon", 99),
                                             "perhaps", 3, 77)]
    sentences = []
    for state, _ in positions():
        world, marks = marked(state, side)
        view = observe(world, side)
        sentences += [refusal.reason for dispatch in asked for refusal in legal.refusals(book(), view, dispatch)]
    assert len(sentences) > 100 and not marks & set().union(*map(numbers_in, sentences))


@pytest.mark.parametrize("side", SIDES)
def test_no_mark_is_in_what_prints_of_a_view_or_a_sheet(side):
    """A View in a log or an error, every field of it, and the dispatch a player makes of it."""
    for state, players in positions()[::2]:
        world, marks = marked(state, side)
        view = observe(world, side)
        seen = [getattr(view.public if BOX_OF[name] == "public" else view.own, name).tolist() for name in FIELDS if BOX_OF[name] != "umpire"]
        said = from_sheet(book(), view, sheets_of(players, world)[side])
        assert not marks & (numbers_in(seen) | numbers_in(view.public.minutes) | numbers_in(said))
        assert not marks & numbers_in(re.sub(r"0x[0-9a-f]+", "", repr(view)))


def test_the_marks_are_where_they_should_be():
    """The canary sings when asked: the umpire's own lines hold marked values."""
    state, players = positions()[0]
    world, marks = marked(state, 0)
    _, ledger = resolve(book(), world, sheets_of(players, world), recording=True)
    assert marks & {line.before for line in ledger.lines(book())}
