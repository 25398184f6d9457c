"""Courses of numbers over the turns of a game: a line on its scale, a band of doubt, another course dashed, turns marked by numbers, a cursor.

Comes in: points already placed in pixels. Goes out: lines and marks inside the plot and a little air around it. Never here: a word, a date.
"""

from collections.abc import Sequence

import pygame

from ..theme import Theme
from . import text
from .marks import Pen

Point = tuple[float, float]


def course(surface: pygame.Surface, theme: Theme, plot: pygame.Rect, points: Sequence[Point], *, levels: Sequence[tuple[int, str]] = (),
           breaks: Sequence[float] = (), band: tuple[Sequence[Point], Sequence[Point]] | None = None, dashed: Sequence[Point] = (),
           cursor: float | None = None, filled_to: int = 0, end: bool = True) -> None:
    """The course stands in the plot. levels: (y, token) of level lines; breaks: x of dotted uprights; filled_to: how many points lie before the
    cursor and stand on a filled ground."""
    for y, token in levels:
        pygame.draw.line(surface, theme.color(token), (plot.left, y), (plot.right, y), 1)
    with Pen(surface, theme, plot.inflate(theme.px(16), theme.px(16))) as pen:
        for x in breaks:
            pen.dash([(x, plot.top), (x, plot.bottom)], "mut", 0.9, on=1.5, off=4)
        if filled_to > 1:
            under = list(points[:filled_to])
            pen.polygon([(under[0][0], plot.bottom), *under, (under[-1][0], plot.bottom)], "band90")
        if band and len(points) > 1:
            upper, lower = band
            pen.polygon([*upper, *reversed(lower)], "band90")
        if len(dashed) > 1:
            pen.dash(list(dashed), "mut", 1.3, on=6, off=4)
        if cursor is not None:
            pen.line([(cursor, plot.top - theme.px(4)), (cursor, plot.bottom)], "focus", 1.4)
        if len(points) > 1:
            pen.line(list(points), "ink", 1.8)
        if end and points:
            pen.circle(points[-1], theme.px(3.2), "ink")


def numbered(surface: pygame.Surface, theme: Theme, centre: Point, number: int) -> pygame.Rect:
    """A ring with a number, on the course where it turned."""
    radius = theme.px(8) if theme.text_scale < 1.3 else round(theme.type_px(12) * 0.72)
    rect = pygame.Rect(round(centre[0]) - radius - 1, round(centre[1]) - radius - 1, 2 * radius + 2, 2 * radius + 2)
    with Pen(surface, theme, rect) as pen:
        pen.circle(centre, radius, "paper", "ink", 1.3)
    text.line(surface, theme, str(number), (centre[0], centre[1]), "ui", 11, bold=True, align="center", anchor="middle")
    return rect
