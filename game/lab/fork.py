"""Positions of real games, and what comes of them when one side hands in this sheet or that: the same luck for every sheet.

Comes in: a Rulebook, players, seeds, sheets. Goes out: positions, true scores of continuations. Never here: which sheets are worth comparing.
A continuation is the position with another seed; the games that a position came from keep their own luck to themselves.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from ..engine.chance import mix, salt
from ..engine.endings import scores
from ..engine.orders import Sheet
from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW, WASHINGTON
from ..engine.state import State, open_game
from ..engine.terms import Array, Mask
from ..engine.turn import resolve, running
from ..engine.view import View, observe
from .batch import CHUNK, Players, play_on

Sheets = tuple[Sheet, Sheet]
_STEP = np.uint64(0x9E3779B97F4A7C15)
_TO_A_SEED = np.uint64(33)      # of 64 bits, so that a seed is below 2**31


@dataclass(frozen=True, eq=False)
class Positions:
    """Positions of one pairing, and what both sides were about to hand in."""

    players: Players
    state: State
    sheets: Sheets

    def __len__(self) -> int:
        return len(self.state)


def sheets_of(players: Players, state: State) -> Sheets:
    """What both sides hand in, each from its own View."""
    return players[WASHINGTON](observe(state, WASHINGTON)), players[MOSCOW](observe(state, MOSCOW))


def rows(sheet: Sheet, places: Array) -> Sheet:
    """Those rows of a sheet, in that order, in arrays of their own."""
    return Sheet(*(values[places] for values in vars(sheet).values()))


def drawn(label: str, count: int, each: int) -> Array:
    """(count, each) seeds for a purpose, the same for the same words."""
    keys = mix(np.arange(1, count * each + 1, dtype=np.uint64) * _STEP + np.uint64(salt(label)))
    return (keys >> _TO_A_SEED).astype(np.int64).reshape(count, each)


def sample(rulebook: Rulebook, players: Players, seeds: Array, a_stage: int, wanted: Callable[[View, Sheet], Mask], side: int) -> Positions:
    """Up to `a_stage` positions of each stage, one drawn among all turns of a game, in which `wanted` holds of what that side sees and hands in."""
    found: list[State] = []
    for state, sheets in _turns(rulebook, players, seeds):
        held = np.flatnonzero(wanted(observe(state, side), sheets[side]))
        if held.size:
            found.append(state.take(held))
    if not found:
        nothing = open_game(rulebook, [])
        return Positions(players, nothing, sheets_of(players, nothing))
    every = State(found[0].layout, np.concatenate([state.block for state in found], axis=1))
    state = every.take(_one_a_game(rulebook, every, a_stage))
    return Positions(players, state, sheets_of(players, state))


def _turns(rulebook: Rulebook, players: Players, seeds: Array) -> Iterator[tuple[State, Sheets]]:
    state = open_game(rulebook, seeds)
    while len(state):
        sheets = sheets_of(players, state)
        yield state, sheets
        state, _ = resolve(rulebook, state, sheets)
        state = state.take(running(state))


def _one_a_game(rulebook: Rulebook, every: State, a_stage: int) -> Array:
    """Places of the positions drawn: by lot within each stage, no game twice in one stage, so that they are independent."""
    lot = mix((every.umpire.seed.astype(np.uint64) << np.uint64(32)) + every.public.turn.astype(np.uint64) * _STEP)
    stages, by_lot, chosen = rulebook.stage_of[every.public.phase], np.argsort(lot, kind="stable"), []
    for stage in np.unique(stages):
        places = by_lot[stages[by_lot] == stage]
        _, first = np.unique(every.umpire.seed[places], return_index=True)
        chosen.append(places[np.sort(first)[:a_stage]])
    return np.concatenate(chosen)


def played_out(rulebook: Rulebook, players: Players, side: int, state: State, sheets: Sheets, seeds: Array) -> Array:
    """(n, each) the side's true total at the end of each continuation. Row k: position k of `state` with row k of both sheets and of `seeds`.

    Rows that are to be compared have the same seeds.
    """
    count, each = seeds.shape
    told = np.empty((count, each), rulebook.word)
    step = max(1, CHUNK // each)
    for first in range(0, count, step):
        places = np.repeat(np.arange(first, min(first + step, count)), each)
        fork = state.take(places)
        fork.umpire.seed[...] = seeds[first:first + step].ravel()
        after, _ = resolve(rulebook, fork, (rows(sheets[WASHINGTON], places), rows(sheets[MOSCOW], places)))
        final = play_on(rulebook, players, after)
        told[first:first + step] = scores(rulebook, final)["true"]["total"][:, side].reshape(-1, each)
    return told
