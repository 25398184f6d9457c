"""What a measurement says: a row of the calibration table, and the interval that belongs to its number.

Comes in: counts, numbers one a game, pairs of them under the same luck. Goes out: Rows. Never here: a game, a doctrine; luck other than a
fixed hash, so that the same games give the same intervals.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

import numpy as np

from ..engine.chance import mix

Numbers = np.ndarray
Interval = tuple[float, float]
SURE = 1.959964      # standard deviations either side that hold 95 in a hundred
DRAWS = 400
"""Bootstrap samples behind an interval."""
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Row:
    """One line of the table. A target is held where the number lies inside it; a sign where the interval leaves zero out on the right side."""

    name: str
    group: str
    """`target`, `issue`, `sign` or `public or secret`."""
    target: tuple[float | None, float | None]
    """Lowest and highest; None is open. A sign row has 0 at one end."""
    measured: float
    interval: Interval
    holds: bool
    basis: str
    """What the target rests on."""
    unit: str
    how: str
    """The position or pairing and the knob that was turned."""
    arms: tuple[float, ...] = ()
    """A sign row's two values: as it was, and with the knob turned."""
    games: int = 0
    more: dict[str, Any] = field(default_factory=dict)


def wilson(count: int, games: int) -> Interval:
    """The Wilson interval of a share, in percent. No games say nothing: 0 to 100."""
    if not games:
        return 0.0, 100.0
    share, square = count / games, SURE * SURE
    middle = (share + square / (2 * games)) / (1 + square / games)
    reach = SURE * sqrt(share * (1 - share) / games + square / (4 * games * games)) / (1 + square / games)
    return 100 * max(middle - reach, 0.0), 100 * min(middle + reach, 1.0)


def of_ratio(above: Numbers, below: Numbers) -> tuple[float, Interval]:
    """Sum of one over sum of the other, both (n,) one a game, with its bootstrap interval."""
    sums = _resampled(np.stack([above, below], axis=1).astype(float))
    ratios = sums[:, 0] / np.maximum(sums[:, 1], 1e-12)
    return float(above.sum() / max(below.sum(), 1e-12)), _middle(ratios)


def of_mean(values: Numbers) -> tuple[float, Interval]:
    """The mean of numbers (n,), one a game, with its bootstrap interval."""
    return of_ratio(values, np.ones(len(values)))


def of_difference(base: Numbers, turned: Numbers) -> tuple[float, Interval]:
    """The mean of `turned - base`, both (n,) under the same luck game by game, with its bootstrap interval."""
    return of_mean(np.asarray(turned, float) - np.asarray(base, float))


def of_median(values: Numbers) -> float:
    """The middle value."""
    return float(np.median(values))


def _resampled(columns: Numbers) -> Numbers:
    """(DRAWS, k) sums of rows drawn with replacement from (n, k), by a hash of the place: no state, no generator."""
    games = len(columns)
    sums = np.empty((DRAWS, columns.shape[1]))
    places = np.arange(1, games + 1, dtype=np.uint64)
    for draw in range(DRAWS):
        hashed = mix((places + np.uint64((draw + 1) << 32)) * _GOLDEN)
        sums[draw] = columns[(hashed >> np.uint64(32)) * np.uint64(games) >> np.uint64(32)].sum(axis=0)
    return sums


def _middle(values: Numbers) -> Interval:
    low, high = np.percentile(values, (2.5, 97.5))
    return float(low), float(high)


def target(name: str, low: float | None, high: float | None, measured: tuple[float, Interval], unit: str, basis: str, how: str, games: int,
           group: str = "target", **more: Any) -> Row:
    """A row that holds where the measured value lies inside the band, ends included."""
    value, interval = measured
    inside = (low is None or value >= low) and (high is None or value <= high)
    return Row(name, group, (low, high), value, interval, bool(inside), basis, unit, how, (), games, more)


def share(name: str, low: float | None, high: float | None, mask: Numbers, basis: str, how: str, among: Numbers | None = None,
          group: str = "target", **more: Any) -> Row:
    """A row about the share, in percent, of games (of those `among`) in which something is so."""
    counted = mask if among is None else mask[among]
    count, games = int(np.count_nonzero(counted)), len(counted)
    return target(name, low, high, (100 * count / max(games, 1), wilson(count, games)), "% of games", basis, how, games, group, **more)


def sign(name: str, goes_up: bool, arms: Iterable[Numbers], unit: str, how: str, basis: str, times: float = 1.0, group: str = "sign") -> Row:
    """A row that holds where turning the knob moves the measure the right way and the interval of the paired difference leaves zero out.

    `arms`: as it was and with the knob turned, each (n,) one number a game under the same luck; `times` scales them for reading
    (100: shares in percent).
    """
    one, two = (np.asarray(arm, float) * times for arm in arms)
    value, interval = of_difference(one, two)
    holds = interval[0] > 0 if goes_up else interval[1] < 0
    return Row(name, group, (0, None) if goes_up else (None, 0), value, interval, bool(holds), basis, unit, how,
               (float(one.mean()), float(two.mean())), len(one))


def as_told(row: Row) -> dict[str, Any]:
    """The row as `calibrate --json` promises it."""
    told: dict[str, Any] = {
        "name": row.name, "group": row.group, "target": list(row.target), "measured": round(row.measured, 3),
        "interval": [round(end, 3) for end in row.interval], "holds": row.holds, "unit": row.unit, "basis": row.basis, "how": row.how,
        "games": row.games}
    if row.arms:
        told["arms"] = [round(value, 3) for value in row.arms]
    return told | row.more


def failing(rows: Sequence[Row]) -> list[str]:
    """Names of the rows that do not hold."""
    return [row.name for row in rows if not row.holds]
