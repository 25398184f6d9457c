"""Whole games of the shipped crisis with a seat's record kept for both sides, played once and looked at by many tests."""

from functools import cache
from typing import NamedTuple

from game.engine.ledger import lines_for
from game.engine.orders import Dispatch, from_sheet
from game.engine.sides import MOSCOW, SIDES, WASHINGTON, other
from game.engine.state import State, open_game
from game.engine.view import observe
from game.session.opponents import scripted
from game.session.played import Played, play_turn
from game.wording import compose
from game.wording.board import Board
from game.wording.record import SeatRecord, after_turn, opened, seen_orders
from tests.whole_games import book

PAIRS = (("way-out-washington", "way-out-moscow"), ("hard-washington", "hard-moscow"))


class Moment(NamedTuple):
    """One moment of a game: before `played`, or at its end where that is None."""

    state: State
    records: tuple[SeatRecord, SeatRecord]
    played: Played | None


def remembered(records: tuple[SeatRecord, SeatRecord], played: Played) -> tuple[SeatRecord, SeatRecord]:
    """Both records with that turn."""
    washington, moscow = (
        after_turn(book(), records[side], observe(played.before, side), observe(played.after, side), played.dispatches[side],
                   lines_for(played.lines, side), seen_orders(book(), other(side), played.dispatches[other(side)])) for side in SIDES)
    return washington, moscow


def start(seed: int) -> Moment:
    """A game that has not begun."""
    state = open_game(book(), [seed])
    return Moment(state, (opened(book(), observe(state, WASHINGTON)), opened(book(), observe(state, MOSCOW))), None)


NOTHING = Dispatch()


def step(moment: Moment, washington: Dispatch = NOTHING, moscow: Dispatch = NOTHING) -> Moment:
    """The moment after both handed that in; `played` is the turn just played."""
    played = play_turn(book(), moment.state, (washington, moscow))
    return Moment(played.after, remembered(moment.records, played), played)


def board(moment: Moment, side: int) -> Board:
    """That seat's board."""
    return compose.board(book(), observe(moment.state, side), moment.records[side])


@cache
def games() -> tuple[tuple[Moment, ...], ...]:
    """Four games, moment by moment; `played` of a moment leads to the next."""
    return tuple(_game(seed, pair) for seed in (3, 1962) for pair in PAIRS)


def _game(seed: int, pair: tuple[str, str]) -> tuple[Moment, ...]:
    players = [scripted(book(), side, pair[side]) for side in SIDES]
    moments, moment = [], start(seed)
    while not moment.state.umpire.ending[0]:
        views = [observe(moment.state, side) for side in SIDES]
        after = step(moment, *(from_sheet(book(), views[side], players[side](views[side])) for side in SIDES))
        moments.append(Moment(moment.state, moment.records, after.played))
        moment = after
    return (*moments, Moment(moment.state, moment.records, None))


def moments() -> list[Moment]:
    """Every moment of every game."""
    return [moment for game in games() for moment in game]
