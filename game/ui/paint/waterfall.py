"""A meter's reckoning: from where it started, cause by cause, to where it stands.

Comes in: a start and (cause, amount) rows that chain. Goes out: solid bars for what adds strain, open hatched bars for what takes it away,
with running totals on a labelled axis. Never here: a row left out; what does not fit is scrolled.
"""

from dataclasses import dataclass

import pygame

from ..theme import PANEL_PAD, Theme
from . import text
from .marks import Pen, arrow
from .panel import focus_ring, rule

_ROW_HIGH, _ROW_LOW = 30, 22
_TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 250)


@dataclass(frozen=True)
class Step:
    cause: str
    amount: int


@dataclass(frozen=True)
class Fall:
    """One waterfall, ready to draw."""

    title: str
    """`Pressure`."""
    aside: str
    start_words: str
    """`Friday night`."""
    start: int
    steps: tuple[Step, ...]
    end_words: str
    top: int = 1000

    @property
    def totals(self) -> tuple[int, ...]:
        """Where the meter stood at the start and after each step."""
        sums = [self.start]
        for step in self.steps:
            sums.append(sums[-1] + step.amount)
        return tuple(sums)


@dataclass(frozen=True)
class _Grid:
    """Columns and rows of one waterfall in pixels."""

    rows: dict[int, pygame.Rect]
    plot: pygame.Rect
    amount_x: int
    total_x: int
    cause_width: int
    low: int
    high: int
    tick: int
    head_y: int
    axis_y: int

    def x(self, value: int) -> float:
        return self.plot.left + self.plot.width * (value - self.low) / (self.high - self.low)


def _axis(totals: tuple[int, ...], top: int) -> tuple[int, int, int]:
    """Low end, high end and tick of an axis that holds all totals with a little air, inside 0..top."""
    low, high = min(totals), max(totals)
    tick = next((t for t in _TICKS if (high - low) / t <= 5.5), 250)
    air = max(1, tick // 2)
    start = max(0, (low - air) // tick * tick)
    stop = min(max(top, high), -(-(high + air) // tick) * tick)
    return start, max(stop, start + tick), tick


def _grid(theme: Theme, rect: pygame.Rect, fall: Fall, first: int) -> _Grid:
    pad = theme.px(PANEL_PAD + 4)
    head_y = rect.top + max(theme.px(36), theme.type_px(20) + theme.px(14))
    axis_y = rect.bottom - max(theme.px(28), theme.type_px(12) + theme.px(14))
    count, room = len(fall.steps) + 2, axis_y - head_y - theme.px(8)
    least = max(theme.px(_ROW_LOW), theme.line_height("ui", 15))
    pitch = max(least, min(max(least, theme.px(_ROW_HIGH)), room // count))
    fits = max(1, room // pitch)
    first = max(0, min(first, count - fits))
    rows = {number - 1: pygame.Rect(rect.left + pad // 2, head_y + theme.px(6) + (number - first) * pitch, rect.width - pad, pitch)
            for number in range(first, min(count, first + fits))}
    total_x = rect.right - pad
    amount_x = total_x - text.measure(theme, "0000", "typed", 15, True) - theme.px(20)
    right = amount_x - text.measure(theme, "+000", "typed", 15, True) - theme.px(22)
    cause_width = round(rect.width * 0.32) - pad
    left = rect.left + pad + cause_width + theme.px(14)
    low, high, tick = _axis(fall.totals, fall.top)
    return _Grid(rows, pygame.Rect(left, head_y, max(theme.px(40), right - left), axis_y - head_y), amount_x, total_x, cause_width,
                 low, high, tick, head_y, axis_y)


def row_rects(theme: Theme, rect: pygame.Rect, fall: Fall, first: int = 0) -> dict[int, pygame.Rect]:
    """The rectangle of each row in sight when row `first` is the topmost: -1 is the start, len(steps) the end."""
    return _grid(theme, rect, fall, first).rows


def waterfall(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, fall: Fall, *, first: int = 0, chosen: int | None = None,
              shown: int | None = None) -> dict[int, pygame.Rect]:
    """The reckoning stands in `rect` (on a sheet the caller laid); returns the rows in sight as `row_rects`.

    chosen: the row with the focus ring. shown: only that many steps are drawn yet, for the reveal; the end comes with the last.
    """
    grid = _grid(theme, rect, fall, first)
    _draw_head(surface, theme, rect, fall, grid)
    _draw_axis(surface, theme, fall, grid)
    count = len(fall.steps) if shown is None else max(0, min(shown, len(fall.steps)))
    in_sight = {number: row for number, row in grid.rows.items() if number < count or (number == len(fall.steps) == count)}
    _draw_bars(surface, theme, fall, grid, in_sight)
    for number, row in in_sight.items():
        _draw_words(surface, theme, rect, fall, grid, number, row, number == chosen)
    if chosen in in_sight:
        focus_ring(surface, theme, in_sight[chosen], gap=0)
    return grid.rows


def _draw_head(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, fall: Fall, grid: _Grid) -> None:
    pad, baseline = theme.px(PANEL_PAD + 4), grid.head_y - theme.px(11)
    box = text.line(surface, theme, fall.title.upper(), (rect.left + pad, baseline), "label", 17, bold=True, tracking=1.5,
                    max_width=rect.width // 3)
    box = text.line(surface, theme, str(fall.start), (box.right + theme.px(28), baseline), "typed", 20, bold=True)
    y, tail = baseline - theme.type_px(20) * 0.32, box.right + theme.px(9)
    with Pen(surface, theme, pygame.Rect(tail, round(y) - theme.px(6), theme.px(20), theme.px(13))) as pen:
        arrow(pen, (tail, y), (tail + 18 * theme.scale, y))
    box = text.line(surface, theme, str(fall.totals[-1]), (tail + theme.px(27), baseline), "typed", 20, bold=True)
    room = rect.right - pad - box.right - theme.px(16)
    if fall.aside and room > theme.px(60):
        text.line(surface, theme, fall.aside, (rect.right - pad, baseline), "ui", 14, "mut", align="right", max_width=room)
    rule(surface, theme, rect.left + pad, rect.right - pad, grid.head_y)


def _draw_axis(surface: pygame.Surface, theme: Theme, fall: Fall, grid: _Grid) -> None:
    for value in range(-(-grid.low // grid.tick) * grid.tick, grid.high + 1, grid.tick):
        x = round(grid.x(value))
        pygame.draw.line(surface, theme.color("band90"), (x, grid.head_y + theme.px(6)), (x, grid.axis_y), 1)
        text.line(surface, theme, str(value), (x, grid.axis_y + theme.px(5)), "typed", 12, "mut", align="center", anchor="top")
    if grid.low > 0:
        words = f"the scale begins at {grid.low}"
        text.line(surface, theme, words, (grid.plot.left - theme.px(20), grid.axis_y + theme.px(5)), "ui", 12, "mut", italic=True,
                  align="right", anchor="top", max_width=grid.cause_width)


def _draw_bars(surface: pygame.Surface, theme: Theme, fall: Fall, grid: _Grid, in_sight: dict[int, pygame.Rect]) -> None:
    if not in_sight:
        return
    totals, s = fall.totals, theme.scale
    area = grid.plot.inflate(theme.px(8), 0)
    with Pen(surface, theme, area) as pen:
        for number, row in in_sight.items():
            deep = min(row.height * 0.54, 17 * s)
            y = row.centery - deep / 2
            value = totals[max(0, min(number + 1, len(totals) - 1))]
            if number in (-1, len(fall.steps)):
                pen.box(grid.x(value) - 1.3 * s, row.top + 3 * s, 2.6 * s, row.height - 6 * s, "ink")
            else:
                _draw_bar(pen, grid, totals[number], value, y, deep)
            if number + 1 in in_sight:
                below = in_sight[number + 1]
                pen.line([(grid.x(value), y + deep if number >= 0 else row.bottom - 3 * s), (grid.x(value), below.centery - deep / 2)], "mut", 1)


def _draw_bar(pen: Pen, grid: _Grid, before: int, after: int, y: float, deep: float) -> None:
    left, right = sorted((grid.x(before), grid.x(after)))
    if after >= before:
        pen.box(left, y, max(right - left, pen.theme.scale), deep, "ink")
        return
    inner = pygame.Rect(round(left), round(y), max(1, round(right) - round(left)), round(deep))
    pen.hatch(inner, "ink", 1.2, 6, 0.4)
    pen.box(left, y, right - left, deep, None, "ink", 1.5)


def _draw_words(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, fall: Fall, grid: _Grid, number: int, row: pygame.Rect,
                is_chosen: bool) -> None:
    left, is_end = rect.left + theme.px(PANEL_PAD + 4), number in (-1, len(fall.steps))
    total = fall.totals[max(0, min(number + 1, len(fall.steps)))]
    if is_end:
        words = fall.start_words if number < 0 else fall.end_words
        text.line(surface, theme, words, (left, row.centery), "letter", 15, "mut", italic=True, anchor="middle", max_width=grid.cause_width)
    else:
        amount = fall.steps[number].amount
        text.line(surface, theme, fall.steps[number].cause, (left, row.centery), "ui", 15, bold=is_chosen, anchor="middle",
                  max_width=grid.cause_width)
        text.line(surface, theme, f"{amount:+d}".replace("-", "\u2212"), (grid.amount_x, row.centery), "typed", 15, bold=True, align="right",
                  anchor="middle")
    text.line(surface, theme, str(total), (grid.total_x, row.centery), "typed", 15, "ink" if is_end else "mut", bold=number == len(fall.steps),
              align="right", anchor="middle")
