"""No move may always be right: degenerate players lose, and neither secrecy, nor exact wording, nor one kind of order is the answer to everything.

Comes in: a Rulebook, numbers of games. Goes out: rows of a table: what was asked, what was measured, whether it holds. Never here: printing,
a rule. The bounds are those of design/model.md, "No move may always be right"; how each is measured stands beside it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from ..engine import legal
from ..engine.endings import scores
from ..engine.orders import Sheet
from ..engine.rulebook import MENUS, Rulebook
from ..engine.sides import MOSCOW, SIDE_NAMES, SIDES, WASHINGTON, other
from ..engine.terms import EXACT, SECRET, Array, Mask, any_of
from ..engine.view import View, observe
from ..players.degenerate import IDS
from ..session.game import Player, Scripted
from ..session.opponents import opponents, scripted
from .batch import Players, play_batch
from .fork import Positions, drawn, played_out, rows, sample

MOST_OFTEN = 0.80
"""Neither of two ways may be the better one in more of the positions that are decided."""
OPEN_CHOICE = 0.70
"""In at least so many turns two kinds of order are as good as the best, as far as a forecast can tell."""
NOISE = 2.0
"""Standard errors of a mean paired difference below which a forecast cannot tell ..."""
A_POINT = 1.0
"""... and the least it tells at all: totals are whole points."""
FEWEST = 10
"""Decided positions below which a share says nothing, and the check does not hold."""
_95 = 1.96
_FIRST_SEED = 31_000


@dataclass(frozen=True)
class Check:
    """One row of the table."""

    name: str
    low: float
    high: float
    """The target: between these two, both included."""
    measured: float
    interval: tuple[float, float]
    """95 in a hundred."""
    holds: bool
    says: str = ""
    """What else was seen: counts, the one it was measured against."""


@dataclass(frozen=True)
class Size:
    """How much is played; a test plays little, the table much."""

    games: int = 160
    """Against each opponent, for every player."""
    a_stage: int = 3
    """Positions of each stage, in each pairing."""
    continuations: int = 160
    screening: int = 30
    """Continuations by which the best order of each kind is found, before fresh luck measures it."""


def checks(rulebook: Rulebook, size: Size | None = None) -> list[Check]:
    """Every row, Washington's seat first in each of the three questions."""
    size = size or Size()
    return [*degenerates_lose(rulebook, size), *two_ways(rulebook, size), *kinds_of_order(rulebook, size)]


# ------------------------------------------------------------------------------------------------ degenerate players


def degenerates_lose(rulebook: Rulebook, size: Size) -> list[Check]:
    """A row for each degenerate in each seat: its median against the whole field stays below that of the seat's best serious doctrine.

    The field is every serious doctrine of the other side, each met in as many games of the same seeds, all games counted together: a
    move would always be right if it paid without knowing whom it meets. That it may be the best reply to one of them is no fault.
    """
    return [row for side in SIDES for row in in_one_seat(rulebook, side, size.games)]


def in_one_seat(rulebook: Rulebook, side: int, games: int, ids: tuple[str, ...] = IDS) -> Iterator[Check]:
    """The rows of those degenerates in that seat."""
    field = [scripted(rulebook, other(side), line["id"]) for line in opponents(other(side))]
    seeds = np.arange(_FIRST_SEED, _FIRST_SEED + games)
    serious = {line["id"]: np.median(totals(rulebook, side, scripted(rulebook, side, line["id"]), field, seeds)) for line in opponents(side)}
    best = max(serious, key=lambda id: serious[id])
    for id in ids:
        told = np.sort(totals(rulebook, side, scripted(rulebook, side, id), field, seeds))
        median = float(np.median(told))
        yield Check(f"{id} as {SIDE_NAMES[side]}", 0, float(serious[best]) - 1, median, _interval_of_median(told), median < serious[best],
                    f"median true score; {best} has {serious[best]:.0f}")


def totals(rulebook: Rulebook, side: int, me: Player, field: list[Scripted], seeds: Array) -> Array:
    """(opponents * games,) true totals of a player in that seat against each of the field."""
    return np.concatenate([scores(rulebook, play_batch(rulebook, seated(side, me, them), seeds).final)["true"]["total"][:, side] for them in field])


def seated(side: int, me: Player, them: Player) -> Players:
    """Both players in their seats."""
    return (me, them) if side == WASHINGTON else (them, me)


def _interval_of_median(ordered: Array) -> tuple[float, float]:
    """By ranks: no shape is assumed."""
    half, reach = len(ordered) / 2, _95 * np.sqrt(len(ordered)) / 2
    return float(ordered[max(int(half - reach), 0)]), float(ordered[min(int(half + reach), len(ordered) - 1)])


# ------------------------------------------------------------------------------------------------ two ways of saying it


Arms = Callable[[Rulebook, View, Sheet], tuple[Sheet, Sheet]]


OPEN_OR_ANNEX, LOOSE_OR_EXACT = ("open", "annex"), ("loose", "exact")


def two_ways(rulebook: Rulebook, size: Size) -> list[Check]:
    """Open or annex, loose or exact, in each seat: how often either is the better choice where both are legal and it makes a difference."""
    return [one_question(rulebook, names, side, size) for names in (OPEN_OR_ANNEX, LOOSE_OR_EXACT) for side in SIDES]


def one_question(rulebook: Rulebook, names: tuple[str, str], side: int, size: Size) -> Check:
    """The row of one of the two questions in one seat."""
    wanted, arms = (_can_hide, open_and_annex) if names == OPEN_OR_ANNEX else (_can_draft, loose_and_exact)
    compared = [_compare(rulebook, side, positions, arms, size) for positions in _of_every_pairing(rulebook, side, size.a_stage, wanted(rulebook))]
    return _share_of_the_better(names, side, np.concatenate(compared))


def _of_every_pairing(rulebook: Rulebook, side: int, a_stage: int, wanted: Callable[[View, Sheet], Mask]) -> Iterator[Positions]:
    """Positions of games between serious doctrines, each met by its own kind and by the history pair; pairings without any are left out."""
    pairs = [(a["id"], b["id"]) for a in opponents(WASHINGTON) for b in opponents(MOSCOW)]
    history = rulebook.history
    chosen = [(a, b) for a, b in pairs if _family(a) == _family(b) or (history and (a == history.washington or b == history.moscow))]
    for number, (ours, theirs) in enumerate(chosen or pairs):
        players = scripted(rulebook, WASHINGTON, ours), scripted(rulebook, MOSCOW, theirs)
        seeds = drawn(f"games/{number}", 1, a_stage * 12)[0]
        positions = sample(rulebook, players, seeds, a_stage, wanted, side)
        if len(positions):
            yield positions


def _family(id: str) -> str:
    """`way-out` of `way-out-moscow`."""
    return id.rpartition("-")[0]


def _can_hide(rulebook: Rulebook) -> Callable[[View, Sheet], Mask]:
    """A letter goes out by a channel that can carry an annex, with something in it that could be hidden."""
    return lambda view, sheet: any_of((sheet.offer > 0) & rulebook.can_hide) & ~rulebook.is_aloud[sheet.channel]


def _can_draft(rulebook: Rulebook) -> Callable[[View, Sheet], Mask]:
    """A letter goes out while the drafting order is open and somebody can carry it."""
    def wanted(view: View, sheet: Sheet) -> Mask:
        may = legal.legal_orders(rulebook, view)[:, _drafting(rulebook, view.side)] & (legal.attention(rulebook, view) > 0)
        return any_of(sheet.offer) & may
    return wanted


def _drafting(rulebook: Rulebook, side: int) -> int:
    return next(place for place, order in enumerate(rulebook.orders[side]) if order.is_drafting)


def open_and_annex(rulebook: Rulebook, view: View, sheet: Sheet) -> tuple[Sheet, Sheet]:
    """The same letter with all of it on its open face, and with whatever can be hidden in the annex."""
    aloud, hidden = (rows(sheet, np.arange(len(view))) for _ in range(2))
    aloud.offer[...] &= ~SECRET
    hidden.offer[...] |= SECRET * ((hidden.offer > 0) & rulebook.can_hide)
    return aloud, hidden


def loose_and_exact(rulebook: Rulebook, view: View, sheet: Sheet) -> tuple[Sheet, Sheet]:
    """The same letter in loose words, and drafted: then every word is exact, and drafting takes the place of an order where the staff is busy."""
    draft, games = _drafting(rulebook, view.side), np.arange(len(view))
    loose, exact = (rows(sheet, games) for _ in range(2))
    loose.given[:, draft] = False
    loose.offer[...] &= ~EXACT
    exact.given[...] = loose.given
    busy = np.flatnonzero(loose.given.sum(axis=1) >= legal.attention(rulebook, view))
    last = loose.given.shape[1] - 1 - np.argmax(loose.given[:, ::-1], axis=1)
    exact.given[busy, last[busy]] = False
    exact.given[:, draft] = True
    exact.offer[...] |= EXACT * (exact.offer > 0)
    return loose, exact


def _compare(rulebook: Rulebook, side: int, positions: Positions, arms: Arms, size: Size) -> Array:
    """(positions,) -1 where the first way is better beyond noise, 1 where the second is, 0 where a forecast cannot tell."""
    view = observe(positions.state, side)
    seeds = drawn("continuations", len(positions), size.continuations)
    first, second = (_outcomes(rulebook, side, positions, np.arange(len(positions)), sheet, seeds)
                     for sheet in arms(rulebook, view, positions.sheets[side]))
    return _beyond_noise(second - first)


def _outcomes(rulebook: Rulebook, side: int, positions: Positions, which: Array, mine: Sheet, seeds: Array) -> Array:
    """(rows, continuations) own true totals: row k is the position `which[k]` with row k of `mine`."""
    theirs = rows(positions.sheets[other(side)], which)
    sheets = (mine, theirs) if side == WASHINGTON else (theirs, mine)
    return played_out(rulebook, positions.players, side, positions.state.take(which), sheets, seeds)


def _beyond_noise(differences: Array) -> Array:
    """(rows,) the sign of the mean of each row where it is further from 0 than noise takes it."""
    means = differences.mean(axis=1)
    signs: Array = np.sign(means) * (np.abs(means) > np.maximum(NOISE * _standard_error(differences), A_POINT))
    return signs


def _standard_error(differences: Array) -> Array:
    error: Array = differences.std(axis=1, ddof=1) / np.sqrt(differences.shape[1])
    return error


def _share_of_the_better(names: tuple[str, str], side: int, compared: Array) -> Check:
    first, second = int((compared < 0).sum()), int((compared > 0).sum())
    decided, winner = first + second, names[int(second > first)]
    share = max(first, second) / max(decided, 1)
    return Check(f"{names[0]} or {names[1]} as {SIDE_NAMES[side]}", 0, MOST_OFTEN, share, wilson(share, decided),
                 decided >= FEWEST and share <= MOST_OFTEN,
                 f"{winner} is better in most; {first} for {names[0]}, {second} for {names[1]}, {len(compared) - decided} not to be told apart")


def wilson(share: float, count: int) -> tuple[float, float]:
    """Between which shares the true one lies, 95 in a hundred (Wilson 1927)."""
    if not count:
        return 0.0, 1.0
    z = _95 * _95 / count
    middle, reach = (share + z / 2) / (1 + z), _95 * np.sqrt(share * (1 - share) / count + z / (4 * count)) / (1 + z)
    return max(float(middle - reach), 0.0), min(float(middle + reach), 1.0)


# ------------------------------------------------------------------------------------------------ kinds of order


def kinds_of_order(rulebook: Rulebook, size: Size) -> list[Check]:
    """In each seat: the share of turns in which two kinds of order at least are as good as the best, as far as a forecast can tell."""
    return [kinds_in_one_seat(rulebook, side, size) for side in SIDES]


def kinds_in_one_seat(rulebook: Rulebook, side: int, size: Size) -> Check:
    """The row of that seat."""
    close = np.concatenate([_close_kinds(rulebook, side, positions, size)
                            for positions in _of_every_pairing(rulebook, side, size.a_stage, _can_order(rulebook))])
    share = float((close >= 2).mean())
    return Check(f"two kinds of order as good as the best as {SIDE_NAMES[side]}", OPEN_CHOICE, 1, share, wilson(share, len(close)),
                 share >= OPEN_CHOICE, f"{len(close)} turns; {np.bincount(close, minlength=5)[1:].tolist()} with 1, 2, 3, 4 such kinds")


def _can_order(rulebook: Rulebook) -> Callable[[View, Sheet], Mask]:
    return lambda view, sheet: legal.attention(rulebook, view) > 0


def _close_kinds(rulebook: Rulebook, side: int, positions: Positions, size: Size) -> Array:
    """(positions,) how many kinds have an order that is not worse than the best beyond noise.

    One order is given alone beside the letter and the answer that the doctrine had in mind. Few continuations find the best of each kind,
    fresh ones measure it: whoever is the best of twenty by luck has lost that luck by then.
    """
    may = legal.legal_orders(rulebook, observe(positions.state, side))
    which, order = np.nonzero(may)
    screened = _outcomes(rulebook, side, positions, which, single_orders(rulebook, side, positions, which, order),
                         drawn("screening", len(positions), size.screening)[which]).mean(axis=1)
    kind = np.array([MENUS.index(order.menu) for order in rulebook.orders[side]])[order]
    by_merit = np.lexsort((-screened, kind, which))
    _, first = np.unique(which[by_merit] * len(MENUS) + kind[by_merit], return_index=True)
    best = by_merit[first]
    told = _outcomes(rulebook, side, positions, which[best], single_orders(rulebook, side, positions, which[best], order[best]),
                     drawn("continuations", len(positions), size.continuations)[which[best]])
    close = np.zeros(len(positions), int)
    for place in range(len(positions)):
        mine = told[which[best] == place]
        if len(mine):
            close[place] = (_beyond_noise(mine[np.argmax(mine.mean(axis=1))] - mine) <= 0).sum()
    return close


def single_orders(rulebook: Rulebook, side: int, positions: Positions, which: Array, order: Array) -> Sheet:
    """Row k: what the doctrine had in mind at position `which[k]`, its orders replaced by one; without drafting its words are loose."""
    made = rows(positions.sheets[side], which)
    made.given[...] = False
    made.given[np.arange(len(which)), order] = True
    drafts = order == _drafting(rulebook, side)
    made.offer[...] = np.where(drafts[:, None], made.offer, made.offer & ~EXACT)
    return made
