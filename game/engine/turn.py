"""resolve(): one turn of every game in the batch, the mechanisms in their published order.

Comes in: a Rulebook, a State, a Sheet from each side. Goes out: a new State and the turn's Ledger; the state given is untouched.
"""

from collections.abc import Callable
from functools import lru_cache
from types import ModuleType

import numpy as np

from . import endings
from .chance import Luck, Questions
from .ledger import Ledger
from .mechanisms import (
    audience,
    bargaining,
    belief,
    clock,
    deadlines,
    delivery,
    factions,
    fatigue,
    fear,
    implementation,
    incidents,
    intelligence,
    posture,
    pressure,
    secrecy,
    third_parties,
)
from .orders import Sheet
from .rulebook import CONFRONTATION, Rulebook
from .sides import SIDE_IDS
from .state import State
from .terms import Array, Mask

RULES_VERSION = 2
"""Rises whenever the same orders and luck could give another game; saves of an older number open read-only."""

ORDER_OF_PLAY: tuple[ModuleType, ...] = (delivery, posture, clock, incidents, pressure, fear, belief, intelligence, bargaining, deadlines, secrecy,
                                         audience, factions, third_parties, implementation, fatigue, endings)


class Turn:
    """What a mechanism may look at: the boxes, the sheets, the rolls, and the ledger through which it acts."""

    def __init__(self, rulebook: Rulebook, before: State, sheets: tuple[Sheet, Sheet], recording: bool):
        self.book, self.rules, self.before, self.sheets = rulebook, rulebook.rules, before, sheets
        state = before.copy()
        self.state, self.public, self.dossier, self.umpire = state, state.public, state.dossier, state.umpire
        self.ledger = Ledger(state, recording)
        self.luck = Luck(questions_of(rulebook), before.umpire.seed, before.public.turn)
        self.half_days: Array = self.public.half_days.copy()
        stage = rulebook.stage_of[before.public.phase]
        self.stage: Array = stage
        """(n,) the stage in which the turn began; a deal closed in it changes the next turn's."""
        self.in_confrontation: Mask = stage == CONFRONTATION
        self.after_deal: Mask = ~self.in_confrontation
        self.offers: tuple[Array, Array]
        """(n, issues) what each side sends this turn, as its channel can carry it: set by delivery."""
        self.sends: tuple[Mask, Mask]
        """(n,) whether each side sends anything: set by delivery."""
        self.closed: Array
        """(n, issues) terms agreed this turn, 0 where none: set by bargaining."""
        self.serious: Mask
        """(n, kinds) serious incidents of this turn: set by incidents."""
        self.strain: Array
        """(n,) per mille: how much likelier clashes are than among rested staffs at middling pressure: set by incidents."""


@lru_cache(maxsize=8)
def questions_of(rulebook: Rulebook) -> Questions:
    """Every question the mechanisms ask of chance, for that scenario."""
    kinds = {"": (), "sides": SIDE_IDS, "issues": tuple(issue.id for issue in rulebook.issues),
             "incidents": tuple(kind.id for kind in rulebook.incidents),
             "team": tuple(f"{side}/{adviser.id}" for side in SIDE_IDS for adviser in rulebook.team[0])}
    return Questions({label: kinds[by] for mechanism in ORDER_OF_PLAY for label, by in getattr(mechanism, "ASKS", {}).items()})


def name_of(mechanism: ModuleType) -> str:
    """`pressure` for game.engine.mechanisms.pressure."""
    return mechanism.__name__.rpartition(".")[2]


def resolve(rulebook: Rulebook, state: State, sheets: tuple[Sheet, Sheet], recording: bool = False,
            watch: Callable[[str, Callable[[], None]], None] | None = None) -> tuple[State, Ledger]:
    """The state after one turn and its ledger. Only running games belong in the batch. `watch(name, run)` lets a benchmark time each mechanism."""
    turn = Turn(rulebook, state, sheets, recording)
    for mechanism in ORDER_OF_PLAY:
        turn.ledger.mechanism = name_of(mechanism)
        if watch is None:
            mechanism.run(turn)
        else:
            watch(turn.ledger.mechanism, lambda mechanism=mechanism: mechanism.run(turn))    # type: ignore[misc]
    return turn.state, turn.ledger


def running(state: State) -> Array:
    """Places of the games that have not ended."""
    return np.flatnonzero(state.umpire.ending == 0)
