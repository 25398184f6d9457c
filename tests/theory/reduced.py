"""Crises cut down to what one published model is about: most mechanisms at nought, two sides that only answer, luck enough for an interval.

Comes in: a Rulebook of small_crisis.still, what stays on. Goes out: batches of positions, doctrines with a temper and nothing else, answers.
Never here: a prediction, a number of the scenario.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np

from game.engine.rulebook import Rulebook
from game.engine.script import Condition, Doctrine, Give, Offer, Temper
from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.state import State, open_game
from game.engine.terms import Array, code, position
from game.lab.batch import Players
from game.lab.bench import put, seats, takes, with_letters
from game.lab.evidence import of_difference
from game.scenario.load import load
from tests.small_crisis import HALF_DAY, ISSUES, text

RUNGS = range(5)
SECURITY, HOME = 0, 1
NEVER_YIELDS = 2000
"""What a side asks that nothing on any table is worth to it."""
LEAST, MOST = 0, 1_000_000
SPREAD = {"acceptance": [(0, LEAST), (800, LEAST), (1200, MOST), (2000, MOST)]}
"""Readers whose price lies evenly within 200 points of the middle; without it every reader of one temper has the same price."""
STAYS_OPEN = {"letter_open_turns": 99}
NEUTRAL = 500
"""Belief in the other's resolve at which a threat pushes just as a temper says."""
LONG_DUE = 40
"""Half-days: a deadline that nobody lives to see pass."""


@cache
def shipped() -> Rulebook:
    """The crisis as it is played."""
    return load("october-1962")


def games(book: Rulebook, count: int, **fields: object) -> State:
    """Positions that differ in luck alone: in their seed, and in two meters that nothing reads here, from which a player draws its own rolls."""
    state, places = open_game(book, np.arange(1, count + 1)), np.arange(count)[:, None]
    state.dossier.estimate[...], state.dossier.hawks[...] = places % 1000, places // 1000
    return put(state, **fields)


def longer(book: Rulebook, half_days: int) -> Rulebook:
    """The same crisis with so many half-days of confrontation before its days grow long."""
    return replace(book, phases=tuple(replace(phase, until=phase.until + half_days * HALF_DAY) for phase in book.phases))


def temper(side: int, hold: int = 0, gives: Sequence[Give] = (), offers: Sequence[Offer] = (), **numbers: int) -> Doctrine:
    """A doctrine that asks `hold` and does nothing of itself; every other number of its temper is 0 unless named."""
    calm = dict(fear_per_mille=0, patience=0, patience_until_half_days=0, peace=0, threatened=0, sweetened=0, together=0)
    return Doctrine("made-up", side, "Made up", "", True, Temper(hold=hold, **{**calm, **numbers}), tuple(gives), tuple(offers), "made up")


def says(book: Rulebook, terms: Array, channel: str, due_half_days: int = 0) -> Offer:
    """The same letter in every turn."""
    return Offer(terms, book.channel(channel), due_half_days, (Condition(),))


def both(book: Rulebook, washington: Doctrine, moscow: Doctrine) -> Players:
    """A player for each side."""
    return seats(book, (washington, moscow))


def demand(issue: str, place: int, **how: bool) -> Array:
    """(issues,) a text about one thing."""
    return text(**{issue: code(place, **how)})


def answers(book: Rulebook, reader: Doctrine, state: State, *letters: Array, due_half_days: int = 0) -> Array:
    """(n,) 1 where that side takes one of those letters at once."""
    taken: Array = takes(book, reader, with_letters(state, 1 - reader.side, *letters, due_half_days=due_half_days)).astype(int)
    return taken


def facing(state: State, washingtons: Array, moscows: Array) -> State:
    """Each side's demand lies before the other, and is meant as a threat."""
    return with_letters(with_letters(state, WASHINGTON, washingtons, due_half_days=LONG_DUE), MOSCOW, moscows, due_half_days=LONG_DUE)


def own(name: str, side: int, mine: object, theirs: object) -> dict[str, list[object]]:
    """One meter of both dossiers, by whose it is: `put(state, **own("resolve", MOSCOW, 900, 100))`."""
    return {name: [mine, theirs] if side == WASHINGTON else [theirs, mine]}


def backed_down(state: State, issue: str, washingtons: int, moscows: int) -> tuple[Array, Array]:
    """(n,) where Washington, and where Moscow, signed the other's text on that issue."""
    signed = position(state.public.agreed[:, ISSUES.index(issue)])
    return (signed == moscows).astype(int), (signed == washingtons).astype(int)


def at_war(state: State) -> Array:
    """(n,) 1 where a clash got out of hand."""
    war: Array = (state.umpire.war > 0).astype(int)
    return war


def rises(base: Array, turned: Array) -> bool:
    """Whether the interval of the paired difference lies above zero."""
    return of_difference(base, turned)[1][0] > 0


def falls(base: Array, turned: Array) -> bool:
    """Whether the interval of the paired difference lies below zero."""
    return of_difference(base, turned)[1][1] < 0


def rising(arms: Sequence[Array]) -> bool:
    """Whether each arm lies above the one before."""
    return all(rises(one, two) for one, two in pairwise(arms))


def falling(arms: Sequence[Array]) -> bool:
    """Whether each arm lies below the one before."""
    return all(falls(one, two) for one, two in pairwise(arms))
