"""Games of the shipped crisis played turn by turn, with everything a test may want to look at in between."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle
from typing import NamedTuple

import numpy as np

from game.engine.digest import digest, of_batch
from game.engine.ledger import Ledger
from game.engine.orders import Sheet
from game.engine.rulebook import Rulebook
from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.state import State, open_game
from game.engine.turn import resolve, running
from game.engine.view import View, observe
from game.players.doctrine import player
from game.scenario.doctrine import doctrine_ids, load_doctrine, written_for
from game.scenario.load import load

Player = Callable[[View], Sheet]
Players = tuple[Player, Player]
SCENARIO = "october-1962"


class Played(NamedTuple):
    """One turn of the games that were still running."""

    before: State
    sheets: tuple[Sheet, Sheet]
    after: State
    ledger: Ledger


@cache
def book(word: type = np.int32) -> Rulebook:
    """The shipped crisis, read once."""
    return load(SCENARIO, word=word)


@cache
def doctrines(side: int) -> tuple[str, ...]:
    """Ids of that crisis's doctrines of one side."""
    own = written_for(SCENARIO)
    return tuple(id for id in doctrine_ids() if id in own and load_doctrine(id, book()).side == side)


PAIRINGS = tuple((ours, theirs) for ours in doctrines(WASHINGTON) for theirs in doctrines(MOSCOW))
_LONGER = max(len(doctrines(WASHINGTON)), len(doctrines(MOSCOW)))
EACH_ONCE = tuple((ours, theirs) for (ours, theirs), _ in zip(zip(cycle(doctrines(WASHINGTON)), cycle(doctrines(MOSCOW))), range(_LONGER)))
"""Pairings in which every doctrine plays: enough where the rules are tried and not who meets whom."""


def pair(washington: str, moscow: str, rulebook: Rulebook | None = None) -> Players:
    """Two doctrines as players."""
    rulebook = rulebook or book()
    return player(rulebook, load_doctrine(washington, rulebook)), player(rulebook, load_doctrine(moscow, rulebook))


def sheets_of(players: Players, state: State) -> tuple[Sheet, Sheet]:
    """What both hand in, each from its own View."""
    return players[WASHINGTON](observe(state, WASHINGTON)), players[MOSCOW](observe(state, MOSCOW))


def turns(rulebook: Rulebook, players: Players, seeds, recording: bool = False, at_most: int = 400) -> Iterator[Played]:
    """Every turn until the last game has ended; games that ended are taken out of the batch."""
    state = open_game(rulebook, np.asarray(seeds))
    for _ in range(at_most):
        sheets = sheets_of(players, state)
        after, ledger = resolve(rulebook, state, sheets, recording)
        yield Played(state, sheets, after, ledger)
        state = after.take(running(after))
        if not len(state):
            return
    raise AssertionError(f"{len(state)} games still run after {at_most} turns")


def rows(sheet: Sheet, games) -> Sheet:
    """Some games of a sheet, in that order."""
    return Sheet(*(values[games] for values in vars(sheet).values()))


def fingerprint(games: int = 60, rulebook: Rulebook | None = None) -> str:
    """One number for every turn of those games of each doctrine: the same on every machine, or something leaked into the rules."""
    found = [digest(played.after) for ours, theirs in EACH_ONCE for played in turns(rulebook or book(), pair(ours, theirs, rulebook), range(games))]
    return of_batch(np.concatenate(found))

