"""The same concession in the open and by annex: what each does to credibility, provocation, prices and the hazard of a leak.

Comes in: a Rulebook, sampled positions. Goes out: the two outcomes side by side, what breaks a sign, Rows. Never here: a rule; a verdict on
which is better, since neither always is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from ..engine.orders import empty_sheet
from ..engine.rulebook import AUDIENCES, Rulebook
from ..engine.sides import MOSCOW, SIDE_NAMES, SIDES, other
from ..engine.state import State, open_game
from ..engine.terms import POSITIONS, SECRET, Array, Mask, any_of, code
from ..engine.turn import resolve
from ..engine.worth import worth_to
from .bench import Bench, play_on, put, seats, with_letters
from .evidence import Row, sign, target

SAMPLED = 2
"""Games whose every turn is looked at."""
LEAKS = 20
GROUP = "public or secret"
SOURCE = "the issue, point 4; theory/models.md 1.6, 1.7, 4"
HOME, ALLIES, FACE = (AUDIENCES.index(name) for name in ("home", "allies", "face"))
LEAST_OPEN = {
    "credibility: hands tied": "exposure of the writer", "credibility: what it is worth to its reader": "worth", "provocation: pressure": "pressure",
    "provocation: Havana and Peking": "anger in both", "home cost": "home standing paid", "alliance cost": "allied standing paid"}
"""Measure -> its unit: of each the open form must have at least as much as the annex, for every single concession."""


@dataclass(frozen=True, eq=False)
class Compared:
    """Every concession of some positions, both ways; all arrays (cases,)."""

    turn: Array
    side: Array
    """Who concedes."""
    issue: Array
    step: Array
    open: dict[str, Array]
    annex: dict[str, Array]
    counts: dict[str, Mask]
    """Where a measure is about this case: a price only where that audience loses by the term."""

    def case(self, book: Rulebook, place: int) -> str:
        """How a violation names it."""
        return (f"turn {self.turn[place]}, {SIDE_NAMES[int(self.side[place])]} concedes {book.issues[int(self.issue[place])].name} "
                f"at step {self.step[place]}")


def every_turn(bench: Bench, games: int = SAMPLED) -> list[State]:
    """The positions before each turn of sampled games of the history pair."""
    state, found = open_game(bench.book, bench.seeds(games)), []
    while len(state):
        found.append(state)
        state = play_on(bench.book, seats(bench.book, bench.history), state, 1)
        state = state.take(np.flatnonzero(state.umpire.ending == 0))
    return found


def compared(book: Rulebook, states: list[State]) -> Compared:
    """Each concession open to each side in each position, offered and then signed, once openly and once by annex."""
    parts = [_of_side(book, state, side) for state in states for side in SIDES]

    def joined(form: str) -> dict[str, Array]:
        return {measure: np.concatenate([getattr(part, form)[measure] for part in parts]) for measure in getattr(parts[0], form)}
    turn, side, issue, step = (np.concatenate([getattr(part, name) for part in parts]) for name in ("turn", "side", "issue", "step"))
    return Compared(turn, side, issue, step, joined("open"), joined("annex"), joined("counts"))


def _of_side(book: Rulebook, state: State, side: int) -> Compared:
    """Rows: each position times each (issue, step) that can be hidden and costs the side something with some audience."""
    worth = book.worth[side]
    can_hide = np.flatnonzero(book.can_hide).tolist()
    cases = [(issue, step) for issue in can_hide for step in range(1, POSITIONS + 1) if (worth[1:, issue, step] < 0).any()]
    games, place = np.divmod(np.arange(len(state) * len(cases)), len(cases))
    issue, step = np.array(cases).T[:, place]
    many = state.take(games)
    open_terms = np.zeros((len(many), len(book.issues)), book.word)
    open_terms[np.arange(len(many)), issue] = step
    annex_terms = open_terms | SECRET * (open_terms > 0)
    forms, signs = {}, []
    for name, terms, channel in (("open", open_terms, "broadcast"), ("annex", annex_terms, "envoy")):
        offered, deal = _offered(book, many, side, terms, channel), _signed(book, many, side, terms)
        forms[name] = _measures(book, many, offered, deal, side, terms)
        signs.append(any_of((deal.public.agreed == terms) & (terms > 0) & (many.public.agreed != terms)) & (deal.public.leaked == 0))
    both = signs[0] & signs[1]
    counts = {measure: both.copy() for measure in forms["open"]}
    for measure, audience in (("home cost", HOME), ("alliance cost", ALLIES)):
        counts[measure] &= (worth[audience, issue, step] < 0) & (worth[audience, issue, step] <= worth[audience, issue, many.public.agreed[
            np.arange(len(many)), issue] & 7])
    counts["provocation: pressure"] = np.ones(len(many), bool)
    counts["provocation: Havana and Peking"] &= side == MOSCOW             # what Moscow gives is given over their heads
    counts["credibility: hands tied"] = np.ones(len(many), bool)
    reader = book.worth[other(side)][:, issue, step]
    counts["credibility: what it is worth to its reader"] = (reader >= 0).all(axis=0)
    return Compared(many.public.turn.copy(), np.full(len(many), side), issue, step, forms["open"], forms["annex"], counts)


def _offered(book: Rulebook, state: State, side: int, terms: Array, channel: str) -> State:
    """The position after that side has offered it and nothing else was done."""
    sheets = (empty_sheet(book, len(state)), empty_sheet(book, len(state)))
    sheets[side].offer[...] = terms
    sheets[side].channel[...] = book.channel(channel)
    return resolve(book, state, sheets)[0]


def _signed(book: Rulebook, state: State, side: int, terms: Array) -> State:
    """The position after the other side has taken it: each case signs its own text."""
    laid = with_letters(state, side, np.zeros(len(book.issues), book.word))
    laid.public.letters[:, side, 0] = terms
    sheets = [empty_sheet(book, len(state)), empty_sheet(book, len(state))]
    sheets[other(side)].answer[...] = 1
    sheets[other(side)].answer_to[...] = laid.public.letter_number[:, side, 0]
    return resolve(book, put(laid, fear=0), (sheets[0], sheets[1]))[0]


def _measures(book: Rulebook, before: State, offered: State, deal: State, side: int, terms: Array) -> dict[str, Array]:
    reader = other(side)
    return {
        "credibility: hands tied": offered.dossier.exposure[:, side].sum(axis=1),
        "credibility: what it is worth to its reader": worth_to(book, reader, terms, before.dossier.exposure[:, reader]),
        "provocation: pressure": offered.public.pressure.copy(),
        "provocation: Havana and Peking": deal.umpire.castro + deal.umpire.china,
        "home cost": before.dossier.home[:, side] - deal.dossier.home[:, side],
        "alliance cost": before.dossier.allies[:, side] - deal.dossier.allies[:, side],
        "people who can leak it": deal.umpire.holders.sum(axis=1) * any_of(terms & SECRET),      # a second secret is told to those who know the first
    }


# ------------------------------------------------------------------------------------------------ what breaks a sign
def violations(book: Rulebook, told: Compared) -> list[str]:
    """Each case in which a sign is broken, in a sentence; empty where all hold."""
    found = []
    for measure in LEAST_OPEN:
        wrong = told.counts[measure] & (told.open[measure] < told.annex[measure])
        found += [f"{told.case(book, place)}: {measure} {told.open[measure][place]} in the open, {told.annex[measure][place]} by annex"
                  for place in np.flatnonzero(wrong).tolist()]
    shared = "people who can leak it"
    wrong = told.counts[shared] & ((told.annex[shared] <= 0) | (told.open[shared] > 0))
    found += [f"{told.case(book, place)}: {shared} {told.open[shared][place]} in the open, {told.annex[shared][place]} by annex"
              for place in np.flatnonzero(wrong).tolist()]
    return found


def leaks_of_nothing(book: Rulebook, states: list[State]) -> list[str]:
    """Games in which an annex came out that was never shared, under the hottest press, on paper, with nobody trusted; there should be none."""
    found = []
    for state in states:
        bare = put(state, press=1000, paper=1, trust=0, holders=0, leaked=0)
        bare.public.agreed[...] &= ~SECRET
        after = resolve(book, bare, (empty_sheet(book, len(bare)), empty_sheet(book, len(bare))))[0]
        found += [f"turn {int(bare.public.turn[game])}: an annex nobody holds came out" for game in np.flatnonzero(after.public.leaked)]
    return found


def leaks_that_miss(book: Rulebook, state: State) -> list[str]:
    """Whom a leak hits against whom the annex would have cost: each audience loses where it was told another story, and nowhere else.

    Every concession of every side is put in force as an annex, and opened on purpose; the same position with the term in the open is the measure.
    """
    found = []
    for side in SIDES:
        for issue, step in ((issue, step) for issue in range(len(book.issues)) for step in range(1, POSITIONS + 1)):
            hit = _hit(book, state, side, issue, step)
            if not hit["home"].size:
                found.append(f"{SIDE_NAMES[side]}, {book.issues[issue].name} at step {step}: the annex never came out")
            for audience, name in ((HOME, "home"), (ALLIES, "allies"), (FACE, "face")):
                owed = int(book.worth[side, audience, issue, step]) < 0
                if owed != bool((hit[name] < 0).all()) or (not owed and (hit[name] != 0).any()):
                    found.append(f"{SIDE_NAMES[side]}, {book.issues[issue].name} at step {step}: a leak moved {name} by {hit[name].tolist()[:3]}")
    return found


def _hit(book: Rulebook, state: State, side: int, issue: int, step: int) -> dict[str, Array]:
    """What a leak takes from each audience, the thanks of allies for a trade not made (M32) and the credit of the denial (M31) left out."""
    bare = put(state, agreed=0, leaked=0, credit=0, holders=0, paper=0, home=600, allies=600, face=600)
    hidden = bare.copy()
    hidden.public.agreed[:, issue] = code(step, secret=True)
    hidden.umpire.holders[...] = 999
    plain = replace(book, rules=replace(book.rules, secrecy=replace(book.rules.secrecy, thanked_allies=0, credit=0)))
    nobody = empty_sheet(book, len(bare))
    opened = put(hidden, press=1000, paper=1)
    leaky = replace(plain.rules.secrecy, leak_ppm_per_holder=10_000, press_hot_per_mille=10_000)
    out = resolve(replace(plain, rules=replace(plain.rules, secrecy=leaky)), opened, (nobody, nobody))[0]
    kept = resolve(plain, put(hidden, holders=0), (nobody, nobody))[0]
    came_out = out.public.leaked > 0
    return {name: (out.column(name, side) - kept.column(name, side))[came_out] for name in ("home", "allies", "face")}


# ------------------------------------------------------------------------------------------------ rows
def rows(bench: Bench) -> Iterator[Row]:
    """Every turn of sampled games, every concession of both sides: the signs one by one, and what breaks them."""
    book, states = bench.book, every_turn(bench)
    told = compared(book, states)
    how = f"every turn of {SAMPLED} games of the history pair, every concession of either side; knob: by annex against in the open"
    for measure, unit in LEAST_OPEN.items():
        where = told.counts[measure]
        yield sign(f"annex: {measure} down", False, (form[measure][where] for form in (told.open, told.annex)), unit, how, SOURCE, group=GROUP)
    shared = "people who can leak it"
    where = told.counts[shared]
    yield sign("annex: leak hazard up", True, (form[shared][where] for form in (told.open, told.annex)), "people who share it", how, SOURCE,
               group=GROUP)
    broken = violations(book, told)
    yield _none("single cases against the sign", broken, how, len(told.turn))
    yield _none("annexes never shared that leaked", leaks_of_nothing(book, states), how, sum(map(len, states)))
    missed = leaks_that_miss(book, bench.position(8, LEAKS))
    yield _none("leaks that missed whom they should hit", missed, "history pair after 8 turns; every step of every issue as an annex that comes out",
                LEAKS)


def _none(name: str, found: list[str], how: str, games: int) -> Row:
    count = len(found)
    return target(name, 0, 0, (count, (count, count)), "cases", SOURCE, how, games, GROUP, first=found[:3])
