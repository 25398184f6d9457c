"""Positions and measures of the weeks after the agreement, beside those of positions.py.

Comes in: nothing. Goes out: the turn before a dated question, measures that count an answer and standing together. Never here: a rule, an
expectation.
"""

import numpy as np

from game.engine.sides import other
from game.engine.state import State
from game.engine.terms import code
from game.lab.bench import play_on, silent, takes, terms_of, with_letters
from tests.mechanisms.positions import Array, Choice, Measure, World, after, bench, standing, taken_later, worth

FULL_TERM = 60
"""More turns than there are."""


def eve_of(date: str, state: State) -> State:
    """The turn in which that dated question falls, both sides silent until then."""
    book = bench().book
    at = next(each.at for each in book.dates if each.id == date)
    while (state.public.minutes + state.public.half_days * 720 < at).any():
        state = play_on(book, silent(book), state, 1)
        state = state.take(np.flatnonzero(state.umpire.ending == 0))
    return state


def answer_and_standing(text: dict[str, int], answer: int = 300, turns: int = 1) -> Measure:
    """So many points where the other side takes that text after the choice, and home, allies and face right after it."""
    def measure(world: World, position: State, side: int, choice: Choice) -> Array:
        return answer * taken_later(text, turns)(world, position, side, choice) + after(1, standing)(world, position, side, choice)
    return measure


def hoped_after(first: dict[str, int], otherwise: int) -> Measure:
    """As `hoped`, where the text it sends lies on top of an earlier letter of its own."""
    def measure(world: World, position: State, side: int, choice: Choice) -> Array:
        letters = (terms_of(world.book, choice.offers), terms_of(world.book, first))
        laid = with_letters(position, side, *letters, due_half_days=choice.due_half_days)
        is_taken = takes(world.book, world.pair[other(side)], laid)
        return is_taken * (worth(world, position, side, choice) - otherwise)
    return measure


def exact(**steps: int) -> dict[str, int]:
    """Those steps in words that leave one reading."""
    return {issue: code(step, exact=True) for issue, step in steps.items()}
