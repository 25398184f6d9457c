"""The workbench of the calibration: pairs of doctrines, positions, one thing changed, the same luck on both sides of a comparison.

Comes in: a Rulebook and a first seed. Goes out: final States, positions, answers to letters. Never here: a verdict, a rule.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np

from ..engine.orders import ACCEPT, Sheet, empty_sheet
from ..engine.rulebook import CONFRONTATION, Rulebook
from ..engine.script import Condition, Doctrine, Give, Offer
from ..engine.sides import MOSCOW, SIDE_IDS, WASHINGTON, other
from ..engine.state import FIELDS, NO_LETTER, SLOTS, State, open_game
from ..engine.terms import Array, Mask, code
from ..engine.turn import resolve
from ..engine.view import View, observe
from ..players.doctrine import AS_WRITTEN, player
from ..scenario.doctrine import doctrines_listing, load_doctrine, written_for
from .batch import Players, play_batch

HISTORY = ("history-washington", "history-moscow")
"""The pair that plays as the two governments did: what the targets are about."""
MODERATE = ("way-out-washington", "way-out-moscow")
"""Who a restrained side is to be safe against."""
LONG = 400
"""More turns than any game has."""
Watch = Callable[[Array, State], None]


class Bench:
    """One scenario, one row of seeds, and the games that several rows of the table share."""

    def __init__(self, rulebook: Rulebook, seed: int):
        self.book, self.seed = rulebook, seed
        self._finals: dict[tuple[tuple[str, str], int], State] = {}
        self._positions: dict[tuple[int, int], State] = {}

    def seeds(self, games: int) -> Array:
        """(games,) the same first seeds for every row, so that arms share their luck."""
        return np.arange(self.seed, self.seed + games)

    @cached_property
    def history(self) -> tuple[Doctrine, Doctrine]:
        return self.pair(*HISTORY)

    def pair(self, washington: str, moscow: str) -> tuple[Doctrine, Doctrine]:
        """Two shipped doctrines by id."""
        return load_doctrine(washington, self.book), load_doctrine(moscow, self.book)

    def final(self, pair: tuple[str, str], games: int) -> State:
        """The ends of games between shipped doctrines, played once and kept."""
        key = (pair, games)
        if key not in self._finals:
            self._finals[key] = self.played(self.pair(*pair), games)
        return self._finals[key]

    def played(self, doctrines: tuple[Doctrine, Doctrine], games: int, book: Rulebook | None = None,
               level: tuple[int, int] = (AS_WRITTEN, AS_WRITTEN)) -> State:
        """The ends of games between any two doctrines, in this scenario or a changed one, at a level each."""
        book = book or self.book
        return play_batch(book, seats(book, doctrines, level), self.seeds(games)).final

    def position(self, turns: int, games: int) -> State:
        """Games of the history pair after so many turns that are still in the confrontation; a copy of its own."""
        key = (turns, games)
        if key not in self._positions:
            state = play_on(self.book, seats(self.book, self.history), open_game(self.book, self.seeds(games)), turns)
            still = (state.umpire.ending == 0) & (self.book.stage_of[state.public.phase] == CONFRONTATION)
            self._positions[key] = state.take(np.flatnonzero(still))
        return self._positions[key].copy()


def seats(book: Rulebook, doctrines: tuple[Doctrine, Doctrine], level: tuple[int, int] = (AS_WRITTEN, AS_WRITTEN)) -> Players:
    """A player for each side."""
    return player(book, doctrines[WASHINGTON], level[WASHINGTON]), player(book, doctrines[MOSCOW], level[MOSCOW])


def silent(book: Rulebook) -> Players:
    """Two sides that let things run: no order, no letter, no answer."""
    def says_nothing(view: View) -> Sheet:
        return empty_sheet(book, len(view))
    return says_nothing, says_nothing


def play_on(book: Rulebook, players: Players, state: State, turns: int = LONG, watch: Watch | None = None) -> State:
    """The same games some turns on, or at their ends; `watch` sees which games a turn was played in, and what came of it."""
    final, places = state.copy(), np.flatnonzero(state.umpire.ending == 0)
    for _ in range(turns):
        if not places.size:
            break
        before = final.take(places)
        now, _ = resolve(book, before, (players[WASHINGTON](observe(before, WASHINGTON)), players[MOSCOW](observe(before, MOSCOW))))
        final.block[:, places] = now.block
        if watch:
            watch(places, now)
        places = places[now.umpire.ending == 0]
    return final


# ------------------------------------------------------------------------------------------------ one thing changed
def moved(state: State, **by: Any) -> State:
    """A copy with meters moved by so much, held to their scale: `fear=200`, `alert=(1, 1)`."""
    made = state.copy()
    for name, amount in by.items():
        column = made.column(name)
        column[...] = np.clip(column + np.asarray(amount, column.dtype), 0, FIELDS[name].top)
    return made


def put(state: State, **at: Any) -> State:
    """A copy with fields set outright."""
    made = state.copy()
    for name, value in at.items():
        made.column(name)[...] = np.asarray(value)
    return made


def tied(book: Rulebook, state: State, side: int, exposure: int, *issues: str) -> State:
    """A copy in which that side has tied its hands in public on those issues."""
    made = state.copy()
    for issue in issues:
        made.dossier.exposure[:, side, book.issue(issue)] = exposure
    return made


def without(doctrine: Doctrine, book: Rulebook, issue: str) -> Doctrine:
    """The doctrine with every word about one issue left out of its offers."""
    place = book.issue(issue)
    offers = []
    for offer in doctrine.offers:
        terms = offer.terms.copy()
        terms[place] = 0
        if terms.any():
            offers.append(replace(offer, terms=terms))
    return replace(doctrine, offers=tuple(offers))


def also_gives(doctrine: Doctrine, book: Rulebook, order: str, *turns: int) -> Doctrine:
    """The doctrine with one more order in the confrontation, before all others, on those turns."""
    when = tuple(Condition(stages=(CONFRONTATION,), turn=(turn, turn)) for turn in turns)
    return replace(doctrine, gives=(Give(book.order(doctrine.side, order), when), *doctrine.gives))


def restrained(book: Rulebook, side: int) -> Doctrine:
    """Pure restraint: no threat, no rung, no reprisal, and on the table what the other side took in 1962."""
    like = load_doctrine(MODERATE[side], book)
    always = (Condition(),)
    calm = {WASHINGTON: ("withhold_reprisals", "ease_quarantine", "lower_alert", "stop_low_flights"),
            MOSCOW: ("hold_the_gunners", "lower_alert", "stop_the_sites", "turn_ships_back")}[side]
    gives = tuple(Give(book.order(side, order), always) for order in calm)
    text = {"T01": code(2), "T04": code(4), "T06": code(3), "T08": code(4)}
    offer = Offer(terms_of(book, text), book.channel("cable"), 0, (Condition(stages=(CONFRONTATION,)),))
    return replace(like, id=f"restraint-{SIDE_IDS[side]}", name="Pure restraint", serious=False, gives=gives, offers=(offer,))


# ------------------------------------------------------------------------------------------------ letters and deals
def terms_of(book: Rulebook, text: dict[str, int]) -> Array:
    """(issues,) term codes by issue id."""
    terms = np.zeros(len(book.issues), book.word)
    for issue, term in text.items():
        terms[book.issue(issue)] = term
    return terms


def with_letters(state: State, writer: int, *letters: Array, due_half_days: int = 0) -> State:
    """A copy in which the writer's letters, newest first, lie on the table and no others of its own; a deadline goes with the newest."""
    made = state.copy()
    public, sent = made.public, made.dossier.sent[:, writer].copy()
    for slot in range(SLOTS):
        there = slot < len(letters)
        public.letters[:, writer, slot] = letters[slot] if there else 0
        public.letter_number[:, writer, slot] = sent + len(letters) - slot if there else 0
        public.letter_age[:, writer, slot] = 0 if there else NO_LETTER
        public.letter_due[:, writer, slot] = public.minutes + 720 * due_half_days if due_half_days and not slot else 0
        public.letter_channel[:, writer, slot] = 0
        public.letter_tone[:, writer, slot] = 0
    made.dossier.sent[:, writer] += len(letters)
    made.umpire.post_number[:, writer] = 0
    return made


def takes(book: Rulebook, doctrine: Doctrine, state: State) -> Mask:
    """(n,) whether that side accepts one of the letters on the table this turn."""
    answers: Mask = player(book, doctrine)(observe(state, doctrine.side)).answer == ACCEPT
    return answers


def signed(book: Rulebook, state: State, writer: int, letter: Array) -> State:
    """The state after the reader has taken that letter of the writer; nothing else is done that turn."""
    laid = with_letters(state, writer, letter)
    reader = other(writer)
    sheets = [empty_sheet(book, len(laid)), empty_sheet(book, len(laid))]
    sheets[reader].answer[...] = ACCEPT
    sheets[reader].answer_to[...] = laid.public.letter_number[:, writer, 0]
    return resolve(book, laid, (sheets[WASHINGTON], sheets[MOSCOW]))[0]


def let_run(book: Rulebook, state: State, turns: int = 1, orders: tuple[Sequence[str], Sequence[str]] = ((), ())) -> State:
    """Some turns in which nobody writes; the orders named are given in the first of them."""
    sheets = (empty_sheet(book, len(state)), empty_sheet(book, len(state)))
    for side, ids in enumerate(orders):
        for order in ids:
            sheets[side].given[:, book.order(side, order)] = True
    first = resolve(book, state, sheets)[0]
    return first if turns == 1 else play_on(book, silent(book), first, turns - 1)


def serious_doctrines(side: int) -> list[str]:
    """Ids of the serious doctrines that play that side."""
    own = written_for("october-1962")
    return [line["id"] for line in doctrines_listing() if line["serious"] and SIDE_IDS[side] in line["sides"] and line["id"] in own]
