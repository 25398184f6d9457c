"""The bars of a reckoning: solid where a part adds, open and hatched where it takes away, each from where the one before it ended.

Comes in: rows with their running totals, a plot, an axis. Goes out: bars, the lines that tie them, the axis' ticks. Never here: a word
(widgets/fall.py writes those), a row left out.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import pygame

from ..theme import Theme
from .marks import Pen

_TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 250, 500)


class Axis(NamedTuple):
    low: int
    high: int
    tick: int

    def ticks(self) -> list[int]:
        """Every value that is marked."""
        return list(range(-(-self.low // self.tick) * self.tick, self.high + 1, self.tick))

    def x(self, plot: pygame.Rect, value: float) -> float:
        """Where a value stands in a plot, in pixels."""
        return plot.left + plot.width * (value - self.low) / (self.high - self.low)


class Bar(NamedTuple):
    """One row in sight."""

    y: int
    """The middle of its row, in pixels."""
    before: int
    after: int
    is_end: bool
    """The start or the end: a stroke, no bar."""


def axis(totals: Sequence[int], low_end: int, high_end: int) -> Axis:
    """An axis that holds all totals with a little air, inside the scale's own ends."""
    low, high = min(totals), max(totals)
    tick = next((t for t in _TICKS if (high - low) / t <= 5.5), _TICKS[-1])
    air = max(1, tick // 2)
    start = max(min(low_end, low), (low - air) // tick * tick)
    stop = min(max(high_end, high), -(-(high + air) // tick) * tick)
    return Axis(start, max(stop, start + tick), tick)


def bars(surface: pygame.Surface, theme: Theme, plot: pygame.Rect, scale: Axis, rows: Sequence[Bar], pitch: int) -> None:
    """The rows' bars stand in the plot, tied from each to the next."""
    for value in scale.ticks():
        at = round(scale.x(plot, value))
        pygame.draw.line(surface, theme.color("rule" if value == 0 and scale.low < 0 else "band90"), (at, plot.top), (at, plot.bottom), 1)
    s = theme.scale
    deep = min(pitch * 0.54, 17 * s)
    with Pen(surface, theme, plot.inflate(theme.px(8), 0)) as pen:
        for row in rows:
            if row.is_end:
                pen.box(scale.x(plot, row.after) - 1.3 * s, row.y - pitch / 2 + 3 * s, 2.6 * s, pitch - 6 * s, "ink")
            else:
                _bar(pen, scale.x(plot, row.before), scale.x(plot, row.after), row.y - deep / 2, deep)
        for row, below in pairwise(rows):
            x = scale.x(plot, row.after)
            pen.line([(x, row.y + (pitch / 2 - 3 * s if row.is_end else deep / 2)), (x, below.y - deep / 2)], "mut", 1)


def _bar(pen: Pen, before: float, after: float, y: float, deep: float) -> None:
    left, right = sorted((before, after))
    if after >= before:
        pen.box(left, y, max(right - left, pen.theme.scale), deep, "ink")
        return
    pen.hatch(pygame.Rect(round(left), round(y), max(1, round(right) - round(left)), round(deep)), "ink", 1.2, 6, 0.4)
    pen.box(left, y, right - left, deep, None, "ink", 1.5)
