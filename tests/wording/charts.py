"""Seats with a made-up past, for charts: turns with a rung of the line, orders seen done and clashes, none of them played."""

from collections.abc import Sequence
from typing import NamedTuple

from game.engine.orders import Dispatch
from game.engine.sides import MOSCOW
from game.engine.state import State, open_game
from game.engine.view import observe
from game.wording import chart
from game.wording.board import Mark, TurnWords
from game.wording.record import SeatRecord, SeatTurn, meters_of, opened
from tests.whole_games import book

HALF_DAY = 720


class Turn(NamedTuple):
    """Half a day that is over."""

    rung: int = 0
    """Of the quarantine, at its end."""
    moscow: tuple[str, ...] = ()
    """Ids of orders that Moscow gave."""
    clashes: tuple[tuple[str, bool], ...] = ()
    """(kind, grave) of what was in the papers."""


LINE = Turn(2)


def state_at(turns: Sequence[Turn], **public: object) -> State:
    """A game that stands where those turns would have brought it, `public` set besides; `own_...` sets the same field of both dossiers."""
    state = open_game(book(), [7])
    state.public.minutes[0] = len(turns) * HALF_DAY
    state.public.turn[0] = len(turns)
    state.public.quarantine[0] = turns[-1].rung if turns else 0
    if turns:
        for kind, is_grave in turns[-1].clashes:
            state.public.news[0, [each.id for each in book().incidents].index(kind)] = 2 if is_grave else 1
    for name, value in public.items():
        if name.startswith("own_"):
            getattr(state.dossier, name.removeprefix("own_"))[0] = value
        else:
            getattr(state.public, name)[0] = value
    return state


def record_of(side: int, state: State, turns: Sequence[Turn]) -> SeatRecord:
    """That seat's record of those turns."""
    meters, names = meters_of(book(), observe(state, side)), {order.id: order.name for order in book().orders[MOSCOW] if order.is_seen}
    past = []
    for place, turn in enumerate(turns):
        seen = () if side == MOSCOW else tuple(names[id] for id in turn.moscow if id in names)
        begins = place * HALF_DAY
        clashes = tuple((kind, kind, is_grave) for kind, is_grave in turn.clashes)
        words = TurnWords(place + 1, "", "", begins, begins + HALF_DAY, (), (), seen, clashes)
        given = Dispatch(turn.moscow if side == MOSCOW else ())
        past.append(SeatTurn(place + 1, begins, 1, given, {**meters, "quarantine": turn.rung}, words, (), ()))
    return SeatRecord(side, opened(book(), observe(state, side)).opening, tuple(past))


def marks_of(side: int, turns: Sequence[Turn] = (), **public: object) -> dict[str, Mark]:
    """What stands on that seat's chart after those turns, by id."""
    state = state_at(turns, **public)
    return {mark.id: mark for mark in chart.marks(book(), observe(state, side), record_of(side, state, turns))}


ALL_KINDS = tuple((kind.id, place % 3 != 2) for place, kind in enumerate(book().incidents))


def busy(side: int) -> tuple[Mark, ...]:
    """The fullest chart there is: everything at sea, every clash at once."""
    turns = [Turn(), Turn(1), Turn(2), *[Turn(1)] * 3, *[LINE] * 5, Turn(4, (), ALL_KINDS)]
    return tuple(marks_of(side, turns, flights=2).values())


def quiet(side: int) -> tuple[Mark, ...]:
    """The emptiest: no line, no flights, nothing left at the sites."""
    return tuple(marks_of(side, [Turn()] * 60, flights=0, own_buildup=0, own_estimate=0).values())
