"""A number's course over the turns, with true dates along its foot: for the charts, the debrief and the replay.

Comes in: a Page, a rectangle inside a panel, a Timeline, values. Goes out: Nodes, and where each moment stands. Never here: what a turn meant.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pygame import Rect

from ...wording.course import Timeline, Turning
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint.course import Point, course, numbered

FIGURE = style.Style("typed", 12, "mut")


class Look(NamedTuple):
    """What the picture needs."""

    points: tuple[Point, ...]
    levels: tuple[tuple[int, str], ...]
    breaks: tuple[float, ...]
    band: tuple[tuple[Point, ...], tuple[Point, ...]] | None
    dashed: tuple[Point, ...]
    cursor: float | None
    filled_to: int


class Plot(NamedTuple):
    """Where things stand in a plot."""

    rect: Rect
    places: int
    low: int
    high: int

    def x(self, place: float) -> float:
        return self.rect.left + self.rect.w * place / max(1, self.places - 1)

    def y(self, value: float) -> float:
        return self.rect.bottom - self.rect.h * (value - self.low) / max(1, self.high - self.low)

    def nearest(self, x: float) -> int:
        """The place that stands nearest to an x."""
        return max(0, min(self.places - 1, round((x - self.rect.left) / max(1, self.rect.w) * (self.places - 1))))


def draw_plot(page: Page, id: str, rect: Rect, when: Timeline, values: Sequence[int], *, high: int = 1000, low: int = 0, zone: int = 0,
              doubt: int = 0, history: Sequence[tuple[int, int]] = (), cursor: int | None = None, turnings: Sequence[Turning] = (),
              is_filled: bool = False) -> Plot:
    """The course stands there, its scale at the left and its dates at the foot. `history`: (minutes, value) of another course, dashed;
    `cursor`: a place; `turnings`: numbered rings; `zone`: a level from which on it is dangerous."""
    u = page.u
    left = rect.x + page.width(str(high), FIGURE) + u(8)
    foot = page.lh(FIGURE)
    plot = Plot(Rect(left, rect.y + u(10), rect.right - left - u(12), rect.h - foot - u(18)), len(values), low, high)
    steps = _levels(low, high, plot.rect.h // max(1, page.lh(FIGURE) + u(2)))
    levels = []
    for value in sorted({*steps, *([zone] if zone else [])}):
        y = round(plot.y(value))
        near = zone and value != zone and abs(plot.y(value) - plot.y(zone)) < page.lh(FIGURE)
        levels.append((y, "warn" if zone and value == zone else "band90"))
        if not near:
            page.say(f"{id}:level:{value}", str(value), FIGURE.on("warn" if zone and value == zone else "mut"), left - u(6), y + u(4), align="right")
    points = tuple((plot.x(place), plot.y(value)) for place, value in enumerate(values))
    band = None
    if doubt:
        held = [(max(low, value - doubt), min(high, value + doubt)) for value in values]
        band = (tuple((plot.x(place), plot.y(top)) for place, (_, top) in enumerate(held)),
                tuple((plot.x(place), plot.y(bottom)) for place, (bottom, _) in enumerate(held)))
    dashed = tuple((plot.x(when.place(minutes)), plot.y(value)) for minutes, value in history
                   if when.minutes and minutes <= when.minutes[-1])
    page.add(f"{id}:picture", "chart", plot.rect, draw_course, text=", ".join(map(str, values)), is_over=True,
             look=Look(points, tuple(levels), tuple(plot.x(place) for place in when.breaks if place < len(values)), band, dashed,
                       None if cursor is None else plot.x(cursor), (cursor + 1 if cursor is not None else 0) if is_filled else 0))
    for number, turning in enumerate(turnings, 1):
        if turning.turn < len(values):
            at = points[turning.turn]
            page.add(f"{id}:ring:{number}", "ring", Rect(round(at[0]) - u(9), round(at[1]) - u(9), u(18), u(18)).clamp(rect), draw_ring,
                     look=number, is_over=True)
    _dates(page, id, plot, when, rect)
    return plot


def _levels(low: int, high: int, room: int) -> list[int]:
    """Levels that are marked: the ends, and round values between as far as there is room."""
    for step in (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000):
        if (high - low) / step <= max(1, min(5, room)):
            return [*range(low, high + 1, step)]
    return [low, high]


def _dates(page: Page, id: str, plot: Plot, when: Timeline, rect: Rect) -> None:
    """As many days as have room, from the left."""
    last = -10_000
    base = plot.rect.bottom + page.lh(FIGURE)
    for place, day in enumerate(when.days[:plot.places]):
        wide = page.width(day, FIGURE)
        x = max(rect.left, min(round(plot.x(place)) - wide // 2, rect.right - wide))
        if day and x >= last + page.u(14):
            last = page.say(f"{id}:day:{place}", day, FIGURE, x, base).right


def columns(page: Page, id: str, plot: Plot, action: str) -> None:
    """Strips over the plot, wide enough for a hand; a click in one chooses the moment nearest to its middle: `action:PLACE`."""
    least = max(page.u(24), 24)
    count = max(1, min(plot.places, plot.rect.w // least))
    for strip in range(count):
        left = plot.rect.left + plot.rect.w * strip // count
        right = plot.rect.left + plot.rect.w * (strip + 1) // count
        page.add(f"{id}:moment:{strip}", "moment", Rect(left, plot.rect.y, right - left, plot.rect.h), None,
                 action=f"{action}:{plot.nearest((left + right) / 2)}", is_over=True)


def draw_course(canvas: Canvas, node: Node) -> None:
    """The course."""
    look: Look = node.look
    course(canvas.surface, canvas.theme, node.rect, look.points, levels=look.levels, breaks=look.breaks, band=look.band, dashed=look.dashed,
           cursor=look.cursor, filled_to=look.filled_to)


def draw_ring(canvas: Canvas, node: Node) -> None:
    """A numbered ring."""
    numbered(canvas.surface, canvas.theme, node.rect.center, node.look)
