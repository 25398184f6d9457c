"""What an order is likely to do, and how the next days may go: the coming turn played in imagined worlds, with the order and without it.

Comes in: a Question. Goes out: ranges and causes as JSON values, a few orders at a time; counts of war, agreement and neither.
Never here: the real other side, the game's own luck; a cause that this seat may not know.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ...engine.ledger import Entry, Ledger
from ...engine.legal import legal_orders, refusals
from ...engine.orders import Sheet, empty_sheet, to_sheet
from ...engine.rulebook import Rulebook
from ...engine.sides import WASHINGTON, other
from ...engine.state import BOXES, State, part_names
from ...engine.terms import Array
from ...engine.turn import resolve
from ...engine.view import observe
from .acceptance import Answer, tiled
from .asked import Question, book_of, dispatch_of
from .worlds import Worlds, casts, imagined, sheets

WORLDS = 1000
"""Imagined worlds in which an order is tried."""
HALF_DAYS = 6
"""How far ahead war and agreement are looked for: three days, or one turn where turns are longer."""
AT_ONCE = 4
"""Orders that are tried in one go."""
PARTS = 5
LEAST, MOST = 10, 90
"""A range leaves out the lowest and the highest tenth of the worlds."""
SURE = 1.96


@dataclass(frozen=True)
class Course:
    """What came of the worlds under one sheet."""

    after: State
    """At the end of the coming turn."""
    ledger: Ledger
    war: Array
    """(n,) whether it came to war or to a strike."""
    deal: Array
    """(n,) whether anything was agreed."""


def _play(rulebook: Rulebook, worlds: Worlds, side: int, sheet: Sheet, recording: bool) -> Course:
    """The coming turn under our sheet; after it our side goes on as governments like it have gone on."""
    them, count = other(side), len(worlds)
    war, deal, places = np.zeros(count, bool), np.zeros(count, bool), np.arange(count)
    agreed, until = worlds.state.public.agreed.copy(), worlds.state.public.minutes.copy() + 720 * HALF_DAYS
    first: tuple[State, Ledger] | None = None
    while len(worlds):
        ours = sheet if first is None else sheets(rulebook, worlds, side)
        theirs = sheets(rulebook, worlds, them)
        after, ledger = resolve(rulebook, worlds.state, (ours, theirs) if side == WASHINGTON else (theirs, ours), recording and first is None)
        first = first or (after, ledger)
        war[places] = (after.umpire.war > 0) | (after.umpire.strike > 0)
        deal[places] = (after.public.agreed != agreed[places]).any(axis=1)
        goes_on = np.flatnonzero((after.umpire.ending == 0) & (after.public.minutes < until[places]) & ~war[places] & ~deal[places])
        worlds, places = replace(worlds, state=after).take(goes_on), places[goes_on]
    assert first is not None
    return Course(*first, war, deal & ~war)


def forecast(question: Question, part: int) -> Answer:
    """In how many worlds of one part it comes to war or a strike, to an agreement, or to neither, with the draft as it stands."""
    rulebook, side = book_of(question), question["side"]
    worlds = imagined(rulebook, question, WORLDS)
    if worlds is None:
        return {"none": "no game", "parts": 1}
    view, dispatch = observe(worlds.state, side), dispatch_of(question)
    if refusals(rulebook, view, dispatch):
        return {"none": "refused", "parts": 1}
    some = worlds.part(part, PARTS)
    course = _play(rulebook, some, side, tiled(to_sheet(rulebook, view, dispatch), len(some)), False)
    ways = {"war": course.war, "settled": course.deal, "open": ~(course.war | course.deal)}
    cast, whose = casts(rulebook)[other(side)], some.doctrine[other(side)]
    kinds = [{"name": doctrine.name, **{way: int((came & (whose == place)).sum()) for way, came in ways.items()}}
             for place, doctrine in enumerate(cast)]
    return {"parts": PARTS, "of": len(worlds), "counted": len(some), "ways": {way: int(came.sum()) for way, came in ways.items()}, "by": kinds}


def effects(question: Question, part: int) -> Answer:
    """Order id -> what it is likely to do, for a few of the orders that may be given now."""
    rulebook, side = book_of(question), question["side"]
    worlds = imagined(rulebook, question, WORLDS)
    if worlds is None:
        return {"none": "no game", "parts": 1}
    places = [int(place) for place in np.flatnonzero(legal_orders(rulebook, observe(worlds.state, side))[0])]
    parts = max(1, -(-len(places) // AT_ONCE))
    some = places[part * AT_ONCE:(part + 1) * AT_ONCE]
    # the course without any order comes last, so that all are played in one go
    many, each = worlds.take(np.tile(np.arange(len(worlds)), len(some) + 1)), len(worlds)
    sheet = empty_sheet(rulebook, len(many))
    for row, place in enumerate(some):
        sheet.given[row * each:(row + 1) * each, place] = True
    course, told, idle = _play(rulebook, many, side, sheet, True), {}, slice(len(some) * each, None)
    causes = _by_cause(side, course.ledger)
    for row, place in enumerate(some):
        rows = slice(row * each, (row + 1) * each)
        told[rulebook.orders[side][place].id] = {
            "meters": _moved(rulebook, side, course.after, rows, idle), "war": _difference(course.war[rows], course.war[idle]),
            "deal": _difference(course.deal[rows], course.deal[idle]), "why": _reasons(causes, rows, idle)}
    return {"parts": parts, "of": len(places), "worlds": each, "orders": told}


def _spread(values: Array) -> list[int]:
    """Lowest, middle and highest of a difference, the outer tenths left out, and its sum over all worlds."""
    return [*(int(value) for value in np.percentile(values, (LEAST, 50, MOST), method="nearest")), int(values.sum())]


def _difference(given: Array, idle: Array) -> list[int]:
    """How many more in a hundred, and the ends of the interval of the paired difference."""
    change = given.astype(np.int64) - idle
    middle, reach = float(change.mean()), SURE * float(change.std()) / len(change) ** 0.5
    return [round(100 * middle), round(100 * (middle - reach)), round(100 * (middle + reach))]


def _seen(rulebook: Rulebook, side: int, state: State) -> Iterator[tuple[str, Array]]:
    """Every meter this seat sees, by its full name, as (n,)."""
    for box, owner in (("public", None), ("dossier", side)):
        for name, field in BOXES[box].items():
            if field.is_meter:
                values = state.column(name, owner).reshape(len(state), -1)
                yield from ((f"{name}{part}", values[:, place]) for place, part in enumerate(part_names(rulebook, name)))


def _moved(rulebook: Rulebook, side: int, after: State, rows: slice, idle: slice) -> dict[str, list[int]]:
    """Meter -> by how much it stands otherwise at the end of the turn; those that the order does not move are left out."""
    found = {}
    for name, values in _seen(rulebook, side, after):
        spread = _spread(values[rows].astype(np.int64) - values[idle])
        if any(spread[:3]):
            found[name] = spread
    return found


Causes = dict[tuple[str, str], Array]


def _by_cause(side: int, ledger: Ledger) -> Causes:
    """(meter, cause) -> (n,) what it came to, of the pressure and of single own meters, where this seat may know the cause."""
    found: Causes = {}
    for entry in ledger.entries:
        if _may_know(entry, side):
            key, amount = (entry.meter, entry.cause), (entry.after - entry.before).astype(np.int64)
            if amount.ndim > 1:
                amount = amount[:, side] if entry.side is None else amount.sum(axis=1)
            if amount.ndim == 1:
                found[key] = found[key] + amount if key in found else amount
    return found


def _may_know(entry: Entry, side: int) -> bool:
    is_ours = entry.meter in BOXES["public"] or (entry.meter in BOXES["dossier"] and entry.side == side)
    return is_ours and (entry.known_to is None or side in entry.known_to)


def _reasons(causes: Causes, rows: slice, idle: slice) -> list[list[Any]]:
    """[meter, cause, lowest, highest, in how many of a hundred worlds, the sum over all worlds], what moves most first."""
    found = []
    for key, amounts in causes.items():
        change = amounts[rows] - amounts[idle]
        if change.any():
            low, _, high, total = _spread(change)
            found.append((int(np.abs(change).sum()), [*key, low, high, round(100 * float((change != 0).mean())), total]))
    return [line for _, line in sorted(found, key=lambda pair: (-pair[0], pair[1][0], pair[1][1]))]
