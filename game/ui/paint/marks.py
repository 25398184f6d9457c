"""Small signs: square for Washington, diamond for Moscow, ring for anyone else.

Comes in: a surface, a Theme, window coordinates. Goes out: antialiased shapes inside the pen's rectangle and nothing outside it.
Never here: meaning that only colour carries; each sign has its own shape.
"""

import math

import pygame

from ..theme import Theme
from .pen import Pen as Pen
from .pen import Point as Point


def arc_points(centre: Point, radius: float, start: float, stop: float, count: int = 48) -> list[Point]:
    """Points along an arc; angles in radians, clockwise on the screen from the right."""
    return [(centre[0] + radius * math.cos(start + (stop - start) * k / (count - 1)),
             centre[1] + radius * math.sin(start + (stop - start) * k / (count - 1))) for k in range(count)]


def side_shape(pen: Pen, centre: Point, side: str, size: float, token: str | None = None, hollow: str | None = None) -> None:
    """A side's sign: square for `washington`, diamond for `moscow`, ring for anyone else.

    size: half width in design pixels. token: another colour than the side's own on light. hollow: the ground's token, for what is planned or foreign.
    """
    ink = token or {"washington": "us", "moscow": "su"}.get(side, "ink")
    r, (x, y) = size * pen.theme.scale, centre
    if side == "washington":
        corners = [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
    elif side == "moscow":
        r *= 1.35
        corners = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
    else:
        pen.circle(centre, r * 0.85, hollow, ink, size / 3)
        return
    pen.polygon(corners, hollow or ink, ink)


def side_mark(surface: pygame.Surface, theme: Theme, centre: Point, side: str, size: float = 5, token: str | None = None,
              hollow: str | None = None) -> pygame.Rect:
    """One side's sign stands alone at `centre`; returns its rectangle."""
    r = theme.px(size * 1.35 + 2)
    rect = pygame.Rect(round(centre[0]) - r, round(centre[1]) - r, 2 * r + 1, 2 * r + 1)
    with Pen(surface, theme, rect) as pen:
        side_shape(pen, centre, side, size, token, hollow)
    return rect


def cross(pen: Pen, centre: Point, size: float, token: str = "warn", width: float = 2.6) -> None:
    """A loss, an incident: two strokes; `size` is half its width in design pixels."""
    r, (x, y) = size * pen.theme.scale, centre
    pen.line([(x - r, y - r), (x + r, y + r)], token, width)
    pen.line([(x - r, y + r), (x + r, y - r)], token, width)


def triangle(pen: Pen, centre: Point, size: float, token: str, hollow: str | None = None, is_down: bool = False) -> None:
    """Missiles on a chart, `now` on a ruler; `size` is half its width in design pixels."""
    r, (x, y) = size * pen.theme.scale * (-1 if is_down else 1), centre
    pen.polygon([(x, y - r * 1.1), (x + r, y + r * 0.8), (x - r, y + r * 0.8)], hollow or token, token)


def arrow(pen: Pen, start: Point, end: Point, token: str = "ink", width: float = 1.4, head: float = 5) -> None:
    """A stroke with a filled head at `end`."""
    length = math.hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    ux, uy, r = (end[0] - start[0]) / length, (end[1] - start[1]) / length, head * pen.theme.scale
    neck = (end[0] - ux * r, end[1] - uy * r)
    pen.line([start, neck], token, width)
    pen.polygon([end, (neck[0] - uy * r * 0.6, neck[1] + ux * r * 0.6), (neck[0] + uy * r * 0.6, neck[1] - ux * r * 0.6)], token)


def paper_icon(surface: pygame.Surface, theme: Theme, kind: str, topleft: Point, token: str = "ink") -> pygame.Rect:
    """The sign of a paper's kind (`letter`, `cable`, `broadcast`, `news`, `report`, `note`), 16x13 design pixels; any other kind is a plain sheet."""
    s, (x, y) = theme.scale, topleft
    rect = pygame.Rect(round(x) - 1, round(y) - 1, theme.px(18), theme.px(16))

    def at(dx: float, dy: float) -> Point:
        return (x + dx * s, y + dy * s)

    with Pen(surface, theme, rect) as pen:
        if kind == "letter":
            pen.box(*at(0, 0.5), 16 * s, 11.5 * s, None, token, 1.2)
            pen.line([at(0.6, 1), at(8, 7), at(15.4, 1)], token, 1.2)
        elif kind == "cable":
            for row, length in enumerate((16, 12, 16, 9)):
                pen.line([at(0, 1.5 + row * 3.4), at(length, 1.5 + row * 3.4)], token, 1.3)
        elif kind == "broadcast":
            pen.line([at(8, 4), at(8, 13)], token, 1.3)
            pen.circle(at(8, 4), 1.8 * s, token)
            for radius in (4.4, 7.2):
                for middle in (0.0, math.pi):
                    pen.line(arc_points(at(8, 4), radius * s, middle - 0.75, middle + 0.75, 14), token, 1.1)
        elif kind == "news":
            pen.box(*at(0, 0.5), 16 * s, 12 * s, None, token, 1.2)
            pen.line([at(2.5, 3.6), at(13.5, 3.6)], token, 2)
            for down in (6.8, 9.4):
                pen.line([at(2.5, down), at(7, down)], token, 1)
                pen.line([at(9, down), at(13.5, down)], token, 1)
        elif kind == "report":
            pen.box(*at(0, 0.5), 16 * s, 12 * s, None, token, 1.2)
            pen.line([at(5, 6.5), at(11, 6.5)], token, 1)
            pen.line([at(8, 3.5), at(8, 9.5)], token, 1)
        elif kind == "note":
            pen.circle(at(8, 3.6), 2.9 * s, None, token, 1.2)
            pen.line(arc_points(at(8, 13), 6.3 * s, math.pi, 2 * math.pi, 24), token, 1.2)
        else:
            pen.box(*at(2, 0.5), 12 * s, 12.5 * s, None, token, 1.2)
    return rect
