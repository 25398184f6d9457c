"""One turn of one game as it was played, and playing it.

Comes in: a Rulebook, a State of one game, a Dispatch from each side. Goes out: a Played record.
Never here: a file, a player, a word.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ..engine.ledger import Line
from ..engine.orders import Dispatch, to_sheet
from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW, SIDES, WASHINGTON
from ..engine.state import State
from ..engine.turn import resolve
from ..engine.view import observe


@dataclass(frozen=True, eq=False)
class Played:
    turn: int
    """From 1."""
    before: State
    after: State
    dispatches: tuple[Dispatch, Dispatch]
    lines: tuple[Line, ...]
    """The whole ledger of the turn: for the umpire alone; ledger.lines_for cuts it for a side."""


def play_turn(rulebook: Rulebook, state: State, dispatches: tuple[Dispatch, Dispatch]) -> Played:
    """The turn, resolved from the dispatches as a save would hold them; the state given is untouched. Raises KeyError for an unknown name."""
    washington, moscow = (to_sheet(rulebook, observe(state, side), dispatches[side]) for side in SIDES)
    after, ledger = resolve(rulebook, state, (washington, moscow), recording=True)
    return Played(int(state.public.turn[0]) + 1, state, after, (dispatches[WASHINGTON], dispatches[MOSCOW]), tuple(ledger.lines(rulebook)))


def is_over(state: State) -> bool:
    """True once the one game has an ending."""
    return bool(state.umpire.ending[0])


def signed_in(course: Sequence[Played]) -> State | None:
    """The state in which the turn of the agreement in principle began; None where there was none."""
    return next((played.before for played in course if int(played.after.public.agreed_at[0])), None)
