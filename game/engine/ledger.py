"""The only door through which a meter changes: apply, hold to the scale, record.

`add` is one cause, `add_all` several at once, summed and then held to the scale. Recorded entries telescope: each cause gets
what the held running sum moved by, so entries add up exactly and the recorder cannot change a number. Adding nothing is
always a no-op, so a rule may be skipped where nobody meets its condition: one game and ten thousand run the same lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from .rulebook import Rulebook
from .sides import SIDE_IDS, SIDES
from .state import BOX_OF, FIELDS, State, part_names
from .terms import Array, Mask

UNKNOWN = "cause not known to you"
FEW = 8
"""Where fewer than one game in so many meets a condition, only those are worked on; the numbers are the same either way."""


@dataclass(frozen=True)
class Entry:
    """One cause's share of one change, for the whole batch."""

    mechanism: str
    meter: str
    side: int | None
    """The side whose part of the field moved; None moves the whole field."""
    before: Array
    after: Array
    cause: str
    known_to: tuple[int, ...] | None
    """Sides that may know the cause; None: whoever sees the meter's box."""


@dataclass(frozen=True)
class Line:
    """One entry of one game: before + amount = after, and lines of a meter chain."""

    mechanism: str
    box: str
    """`public`, `washington`, `moscow` or `umpire`."""
    meter: str
    """`pressure`, `exposure.T09`."""
    before: int
    amount: int
    after: int
    cause: str
    known_to: tuple[int, ...]


class Ledger:
    """The open book of one turn."""

    def __init__(self, state: State, recording: bool):
        self.state, self.recording = state, recording
        self.mechanism = ""
        self.entries: list[Entry] = []

    def add(self, meter: str, amount: int | Array, cause: str, side: int | None = None, when: Mask | None = None,
            known_to: tuple[int, ...] | None = None) -> None:
        """Adds a whole number, or an array of them, where `when` (of the column's shape) holds."""
        games: Array | slice = slice(None)
        if when is not None:
            met = np.count_nonzero(when)
            if not met:
                return
            if met * FEW < when.size and when.ndim == 1:
                games = np.flatnonzero(when)
                amount = amount[games] if isinstance(amount, np.ndarray) else amount
            else:
                amount = np.multiply(amount, when, dtype=self.state.block.dtype)
        column = self.state.column(meter, side)
        after = self._held(meter, column[games] + amount)
        if self.recording:
            was, now = column.copy(), column.copy()
            now[games] = after
            self.entries.append(Entry(self.mechanism, meter, side, was, now, cause, known_to))
        column[games] = after

    def add_all(self, meter: str, causes: Sequence[str], amounts: Sequence[Array] | Array, side: int | None = None,
                games: Array | slice = slice(None), known_to: tuple[int, ...] | None = None) -> None:
        """Adds several causes as one change. `amounts`: an array a cause, or (games, causes); `games` limits the work to a few."""
        column = self.state.column(meter, side)
        before = column[games]
        shares = list(amounts.T) if isinstance(amounts, np.ndarray) else list(amounts)
        if self.recording:
            running, was = before, column.copy()
            for cause, amount in zip(causes, shares, strict=True):
                running, now = running + amount, was.copy()
                now[games] = self._held(meter, running.copy())      # held on a copy: the sum itself runs free
                self.entries.append(Entry(self.mechanism, meter, side, was, now, cause, known_to))
                was = now
        total = amounts.sum(axis=1, dtype=self.state.block.dtype) if isinstance(amounts, np.ndarray) else sum(shares)
        column[games] = self._held(meter, before + total)

    def lines(self, rulebook: Rulebook, game: int = 0) -> list[Line]:
        """What moved in one game, in the order it happened; entries that moved nothing are left out."""
        return [line for entry in self.entries for line in _lines_of(rulebook, entry, game)]

    def _held(self, meter: str, values: Array) -> Array:
        np.maximum(values, 0, out=values)
        return np.minimum(values, FIELDS[meter].top, out=values)


def _lines_of(rulebook: Rulebook, entry: Entry, game: int) -> list[Line]:
    before, after = np.atleast_1d(entry.before[game]).ravel(), np.atleast_1d(entry.after[game]).ravel()
    moved = np.flatnonzero(before != after)
    if not moved.size:
        return []
    box, parts = BOX_OF[entry.meter], part_names(rulebook, entry.meter)
    places = len(parts)
    found = []
    for place in moved:
        owner = entry.side if entry.side is not None else int(place) // places
        part = parts[int(place) % places]
        if box != "dossier" and entry.side is not None:
            part = f".{SIDE_IDS[entry.side]}"
        sees: tuple[int, ...] = SIDES if box == "public" else (owner,) if box == "dossier" else ()
        found.append(Line(entry.mechanism, SIDE_IDS[owner] if box == "dossier" else box, entry.meter + part, int(before[place]),
                          int(after[place] - before[place]), int(after[place]), entry.cause, sees if entry.known_to is None else entry.known_to))
    return found


def lines_for(lines: Sequence[Line], side: int) -> list[Line]:
    """What a side may see: the public box and its own, with all hidden causes of a meter merged into one line at its end.

    Single hidden amounts would be signatures; the merged line keeps the arithmetic exact.
    """
    visible = [line for line in lines if line.box in ("public", SIDE_IDS[side])]
    running = {(line.box, line.meter): line.before for line in reversed(visible)}
    hidden: dict[tuple[str, str], int] = {}
    told = []
    for line in visible:
        meter = (line.box, line.meter)
        if side not in line.known_to:
            hidden[meter] = hidden.get(meter, 0) + line.amount
            continue
        told.append(replace(line, before=running[meter], after=running[meter] + line.amount))
        running[meter] += line.amount
    for (box, name), amount in hidden.items():
        before = running[box, name]
        if amount:
            told.append(Line("unknown", box, name, before, amount, before + amount, UNKNOWN, (side,)))
    return told
