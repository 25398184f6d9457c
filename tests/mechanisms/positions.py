"""Named positions of the shipped scenario, two choices in each, and the proof that one mechanism decides which of them is better.

Comes in: nothing. Goes out: a World (scenario and doctrines), positions of it, Choices, ways to measure them, and `reverses`. Never here: a rule;
a number of the scenario (where a position needs a stronger setting, the test sets it and says so).

A test reads: position, two choices, switch, which is better with it and which without. The switch is a number of the scenario or of a
doctrine (`turned`, `order`, `date`, `temper`), never a flag in the code. Both choices meet the same luck game by game.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import numpy as np

from game.engine import legal
from game.engine.endings import scores
from game.engine.orders import ACCEPT, TONES, Sheet, empty_sheet
from game.engine.rulebook import Rulebook
from game.engine.script import Doctrine
from game.engine.sides import MOSCOW, SIDE_IDS, WASHINGTON, other
from game.engine.state import State, open_game
from game.engine.terms import Array, code
from game.engine.turn import resolve
from game.engine.view import observe
from game.engine.worth import worth_to
from game.lab.bench import HISTORY, Bench, play_on, put, seats, signed, silent, takes, terms_of, with_letters
from game.lab.evidence import Interval, of_difference
from game.scenario.dials import turned as dials_turned
from game.scenario.doctrine import load_doctrine
from game.scenario.load import load

SEED, GAMES = 1962, 300
PACKAGE = {"T01": 2, "T04": 4, "T06": 3, "T08": 4}
"""The exchange of 1962 by steps of the ladder: counted at sea, a letter of assurance, the quarantine lifted."""
ANNEX = code(3, secret=True)
"""The missiles in Turkey, by word of mouth and never to be spoken of."""


@dataclass(frozen=True, eq=False)
class World:
    """A scenario and the doctrines that play on in it; every method gives another world with one thing changed."""

    book: Rulebook
    pair: tuple[Doctrine, Doctrine]

    def turned(self, **dials: Any) -> "World":
        """With coefficients set: `secrecy__castro=0` is the number `castro` under [rules.secrecy]; a tuple sets a row of numbers."""
        return replace(self, book=dials_turned(self.book, {name.replace("__", "."): value for name, value in dials.items()}))

    def safe(self) -> "World":
        """Where no clash becomes a war, so that luck with clashes does not drown what is measured."""
        return self.turned(incidents__danger_ppm=0)

    def order(self, side: int, id: str, **fields: Any) -> "World":
        """With one order changed; `effects={"own.hawks": 0}` changes the amounts named and leaves the others."""
        menu, place = list(self.book.orders[side]), self.book.order(side, id)
        if "effects" in fields:
            fields["effects"] = _amounts(menu[place].effects, fields["effects"])
        menu[place] = replace(menu[place], **fields)
        return replace(self, book=replace(self.book, orders=(tuple(menu), self.book.orders[MOSCOW]) if side == WASHINGTON
                                          else (self.book.orders[WASHINGTON], tuple(menu))))

    def date(self, id: str, **fields: Any) -> "World":
        """With one dated question changed; `unmet={"own.home": 0}` changes the amounts named and leaves the others."""
        dates = [replace(date, **{name: _amounts(getattr(date, name), value) for name, value in fields.items()}) if date.id == id else date
                 for date in self.book.dates]
        assert any(date.id == id for date in dates), f"no date {id!r}"
        return replace(self, book=replace(self.book, dates=tuple(dates)))

    def table(self, name: str, change: Callable[[Array], Array]) -> "World":
        """With one table of the rulebook (`worth`, `heat`, `incident_serious_ppm`, ...) replaced by what `change` makes of a copy."""
        return replace(self, book=replace(self.book, **{name: change(getattr(self.book, name).copy())}))

    def curve(self, name: str, change: Callable[[Array], Array]) -> "World":
        """With one curve replaced by what `change` makes of a copy."""
        return replace(self, book=replace(self.book, curves=replace(self.book.curves, **{name: change(getattr(self.book.curves, name).copy())})))

    def temper(self, side: int, **numbers: int) -> "World":
        """With that side's doctrine of another temper."""
        made = list(self.pair)
        made[side] = replace(made[side], temper=replace(made[side].temper, **numbers))
        return replace(self, pair=(made[WASHINGTON], made[MOSCOW]))

    def mute(self, side: int) -> "World":
        """Where that side's doctrine writes no letters of its own; it still answers and gives orders."""
        made = list(self.pair)
        made[side] = replace(made[side], offers=())
        return replace(self, pair=(made[WASHINGTON], made[MOSCOW]))


def _amounts(effects: Sequence[Any], amounts: dict[str, int]) -> tuple[Any, ...]:
    known = {f"{effect.box}.{effect.meter}" for effect in effects}
    assert amounts.keys() <= known, f"no such effect: {amounts.keys() - known}; there are {known}"
    return tuple(replace(effect, amount=amounts.get(f"{effect.box}.{effect.meter}", effect.amount)) for effect in effects)


@cache
def shipped(washington: str = HISTORY[WASHINGTON], moscow: str = HISTORY[MOSCOW]) -> World:
    """The scenario as it is shipped, with two shipped doctrines."""
    book = bench().book
    return World(book, (load_doctrine(washington, book), load_doctrine(moscow, book)))


@cache
def bench() -> Bench:
    return Bench(load("october-1962"), SEED)


# ------------------------------------------------------------------------------------------------ positions
# Each gives a State of its own: `put`, `moved`, `tied` and `with_letters` of game/lab/bench.py change a copy.
def first_evening(games: int = GAMES) -> State:
    """22 October, an hour before the address: nothing said, nothing signed."""
    return open_game(bench().book, bench().seeds(games))


def friday_evening(games: int = GAMES) -> State:
    """26 October: eight half-days as the governments played them, nothing signed; games that a war has ended are left out."""
    return bench().position(8, games)


def sunday(games: int = GAMES) -> State:
    """28 October, eleven half-days in, still nothing signed."""
    return bench().position(11, games)


def loose_ends(games: int = GAMES, **more: int) -> State:
    """27 October: Friday's exchange signed in calm nerves, Turkey in an annex; the first turn of the loose ends. `more`: further or other terms
    by code, 0 to leave one out."""
    book = bench().book
    text = terms_of(book, PACKAGE | {"T09": ANNEX} | more)
    return _running(signed(book, put(friday_evening(games), fear=400, allies=800), MOSCOW, text))


def long_settlement(games: int = GAMES, **more: int) -> State:
    """20 November: the same, the bombers settled in exact words, both sides silent until the long settlement opens."""
    return _silent_until("settlement", loose_ends(games, **({"T02": code(2, exact=True)} | more)))


def february(games: int = GAMES, **more: int) -> State:
    """7 January 1963: the same, both sides silent; soldiers and missiles in Turkey are what is left."""
    return _silent_until("february", long_settlement(games, **more))


def _silent_until(phase: str, state: State) -> State:
    book = bench().book
    opens = [each.id for each in book.phases].index(phase)
    while (state.public.phase < opens).any():
        state = _running(play_on(book, silent(book), state, 1))
    return state


def _running(state: State) -> State:
    return state.take(np.flatnonzero(state.umpire.ending == 0))


# ------------------------------------------------------------------------------------------------ choices
@dataclass(frozen=True, eq=False)
class Choice:
    """What a side does in the position's turn; `then` are orders of the turns after it, on top of what is done anyway."""

    orders: tuple[str, ...] = ()
    offers: dict[str, int] = field(default_factory=dict)
    """Issue -> term code."""
    channel: str = "envoy"
    tone: str = "plain"
    due_half_days: int = 0
    signs: dict[str, int] = field(default_factory=dict)
    """A text that the other side has laid on the table, and that it takes: issue -> term code."""
    then: tuple[tuple[str, ...], ...] = ()


def give(*orders: str, **more: Any) -> Choice:
    """These orders and nothing else this turn."""
    return Choice(orders, **more)


def sign(**terms: int) -> Choice:
    """Takes a letter of these terms."""
    return Choice(signs=terms)


def offer(channel: str = "envoy", tone: str = "plain", due_half_days: int = 0, orders: tuple[str, ...] = (), **terms: int) -> Choice:
    """Sends a letter of these terms."""
    return Choice(orders, terms, channel, tone, due_half_days)


def exact(steps: dict[str, int]) -> dict[str, int]:
    """Terms of those steps in words that leave one reading."""
    return {issue: code(step, exact=True) for issue, step in steps.items()}


def _laid(world: World, position: State, side: int, choice: Choice) -> State:
    if not choice.signs:
        return position.copy()
    return with_letters(position, other(side), terms_of(world.book, choice.signs))


def _sheet(world: World, position: State, side: int, choice: Choice) -> Sheet:
    """The side's sheet of that turn; fails where the choice is not open to it."""
    book, sheet = world.book, empty_sheet(world.book, len(position))
    view = observe(position, side)
    for id in choice.orders:
        place = book.order(side, id)
        is_open = legal.is_open(book, view, place)
        assert is_open.all(), f"{id} is open to {SIDE_IDS[side]} in {is_open.sum()} of {len(is_open)} games: {legal.order_refusal(book, view, place)}"
        sheet.given[:, place] = True
    if choice.offers:
        sheet.offer[...] = terms_of(book, choice.offers)
        sheet.channel[...] = book.channel(choice.channel)
        sheet.tone[...] = TONES.index(choice.tone)
        sheet.due[...] = position.public.minutes + 720 * choice.due_half_days if choice.due_half_days else 0
    if choice.signs:
        sheet.answer[...] = ACCEPT
        sheet.answer_to[...] = position.public.letter_number[:, other(side), 0]
    return sheet


def chosen(world: World, position: State, side: int, choice: Choice, playing: bool) -> State:
    """The state after the choice and the turns of `then`; the other side plays its doctrine, or is silent."""
    book = world.book
    players = seats(book, world.pair) if playing else silent(book)
    state = _laid(world, position, side, choice)
    for turn, orders in enumerate((choice.orders, *choice.then)):
        sheets = [players[seat](observe(state, seat)) for seat in (WASHINGTON, MOSCOW)]
        if turn == 0:
            sheets[side] = _sheet(world, state, side, choice)
        for id in orders:       # games that have ended since ride along
            sheets[side].given[:, book.order(side, id)] = True
        state = resolve(book, state, (sheets[WASHINGTON], sheets[MOSCOW]))[0]
    return state


# ------------------------------------------------------------------------------------------------ measures
Points = Callable[[World, State, int], Array]
"""(n,) points of a side in a state."""
Measure = Callable[[World, State, int, Choice], Array]
"""(n,) what a choice comes to, one number a game, for the side that makes it; more is better."""


def played_out(world: World, position: State, side: int, choice: Choice) -> Array:
    """Its true score when both doctrines have played on to the end."""
    final = play_on(world.book, seats(world.book, world.pair), chosen(world, position, side, choice, True))
    return score(world, final, side)


def after(turns: int, points: Points, playing: bool = False) -> Measure:
    """Points so many turns on, the turn of the choice counted; the doctrines play (`playing`), or both sides are silent from then on."""
    def measure(world: World, position: State, side: int, choice: Choice) -> Array:
        players = seats(world.book, world.pair) if playing else silent(world.book)
        state = chosen(world, position, side, choice, playing)
        return points(world, play_on(world.book, players, state, turns - 1 - len(choice.then)), side)
    return measure


def score(world: World, state: State, side: int) -> Array:
    """The true score, as it stands or at the end."""
    return scores(world.book, state)["true"]["total"][:, side]


def standing(world: World, state: State, side: int) -> Array:
    """Home, allies and face together; nothing where there is war."""
    dossier = state.dossier
    return (dossier.home[:, side] + dossier.allies[:, side] + dossier.face[:, side]) * (state.umpire.war == 0)


def worth(world: World, position: State, side: int, choice: Choice) -> Array:
    """What a text it signs or sends is worth to the side, its exposure in the position counted."""
    text = terms_of(world.book, choice.signs or choice.offers)
    terms = np.broadcast_to(text, (len(position), len(text)))
    return worth_to(world.book, side, terms, position.dossier.exposure[:, side])


def taken(world: World, position: State, side: int, choice: Choice) -> Array:
    """1 in games in which the other side's doctrine takes at once the text that the choice offers, laid in place of the side's other letters."""
    laid = with_letters(position, side, terms_of(world.book, choice.offers), due_half_days=choice.due_half_days)
    return takes(world.book, world.pair[other(side)], laid).astype(int)


def hoped(otherwise: int) -> Measure:
    """What the text it sends is worth to it beyond going without, which is `otherwise`: that where it is taken at once, nothing where it is not."""
    def measure(world: World, position: State, side: int, choice: Choice) -> Array:
        return taken(world, position, side, choice) * (worth(world, position, side, choice) - otherwise)
    return measure


def taken_later(text: dict[str, int], turns: int = 1, due_half_days: int = 0) -> Measure:
    """1 in games in which the other side's doctrine takes that text, laid before it so many silent turns after the choice began."""
    def measure(world: World, position: State, side: int, choice: Choice) -> Array:
        state = chosen(world, position, side, choice, False)
        state = play_on(world.book, silent(world.book), state, turns - 1 - len(choice.then))
        return taken(world, state, side, offer(due_half_days=due_half_days, **text)) * (state.umpire.ending == 0)
    return measure


def signed_later(text: dict[str, int], turns: int, points: Points, silent_turns: int = 0) -> Measure:
    """Points where the side takes that text so many silent turns after the choice began, and both are silent for some turns more."""
    def measure(world: World, position: State, side: int, choice: Choice) -> Array:
        state = chosen(world, position, side, choice, False)
        state = play_on(world.book, silent(world.book), state, turns - 1 - len(choice.then))
        deal = signed(world.book, state, other(side), terms_of(world.book, text))
        return points(world, play_on(world.book, silent(world.book), deal, silent_turns), side)
    return measure


# ------------------------------------------------------------------------------------------------ the proof
def difference(world: World, position: State, side: int, a: Choice, b: Choice, measure: Measure) -> tuple[float, Interval]:
    """How much better `a` is than `b` for that side, with the interval of the paired difference."""
    return of_difference(measure(world, position, side, b), measure(world, position, side, a))


def reverses(name: str, side: int, a: Choice, b: Choice, *, position: State, with_: World, without: World, measure: Measure) -> None:
    """Fails unless `a` is surely better with the mechanism, and `b` surely better without it; `name` is the position's."""
    there, there_interval = difference(with_, position, side, a, b, measure)
    gone, gone_interval = difference(without, position, side, a, b, measure)
    told = (f"{name} ({len(position)} games): a - b is {there:.2f} [{there_interval[0]:.2f}, {there_interval[1]:.2f}] with the mechanism, "
            f"{gone:.2f} [{gone_interval[0]:.2f}, {gone_interval[1]:.2f}] without")
    print(told)
    assert there_interval[0] > 0, f"a is not surely better with it. {told}"
    assert gone_interval[1] < 0, f"b is not surely better without it. {told}"
