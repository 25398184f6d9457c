"""The sign of each kind of mark: shape says what it is and whose, dashes and hollow shapes that it is not sure, a ring how far it may be off.

Comes in: a Pen, a Mark, window points and pixels a mile. Goes out: the sign, and the rectangle it takes. Never here: words, a colour that alone
says anything.
"""

import math

import pygame

from ...wording.board import Mark
from ..theme import Theme
from .marks import Pen, Point, cross, side_shape, triangle

INK = {"washington": "us", "moscow": "su"}
LEAST_RING = 9
"""Design pixels: a smaller circle of doubt is not drawn, the sign covers it."""
HALF = {"ship": 7, "submarine": 8, "group": 6, "forces": 8, "site": 8, "air": 8, "battery": 8, "bombers": 8, "troops": 8, "warheads": 7,
        "incident": 7, "base": 5}
"""Half the width of a sign, in design pixels."""


def sign(pen: Pen, mark: Mark, at: Point, miles: float = 0.0) -> pygame.Rect:
    """The mark's sign stands there, its circle of doubt round it (`miles` = pixels a nautical mile); returns the rectangle of the sign."""
    ink = INK.get(mark.side, "ink")
    radius = mark.doubt_nm * miles
    if radius > LEAST_RING * pen.theme.scale:
        pen.dash(ring(at, radius), ink, 1.2, 4, 3)
    _DRAW.get(mark.kind, _dot)(pen, mark, at, ink)
    half = round(HALF.get(mark.kind, 5) * pen.theme.scale)
    rect = pygame.Rect(round(at[0]) - half, round(at[1]) - half, 2 * half, 2 * half)
    if mark.kind == "site" and mark.margin:
        rect.height += round(9 * pen.theme.scale)
    return rect


def ring(at: Point, radius: float) -> list[Point]:
    """Points round a circle, the first again at the end."""
    return [(at[0] + radius * math.cos(step / 32 * math.tau), at[1] + radius * math.sin(step / 32 * math.tau)) for step in range(33)]


def arrow_box(theme: Theme, course: int, at: Point) -> pygame.Rect:
    """Where the head of a ship's arrow lies."""
    far, half = 17 * theme.scale, theme.px(5)
    x, y = at[0] + far * math.sin(math.radians(course)), at[1] - far * math.cos(math.radians(course))
    return pygame.Rect(round(x) - half, round(y) - half, 2 * half, 2 * half)


def _dot(pen: Pen, mark: Mark, at: Point, ink: str) -> None:
    pen.circle(at, 2.4 * pen.theme.scale, ink)


def _ship(pen: Pen, mark: Mark, at: Point, ink: str) -> None:
    """The side's sign; a stroke with a head on its course, or two bars where it lies stopped."""
    s, (x, y) = pen.theme.scale, at
    if mark.course >= 0:
        dx, dy = math.sin(math.radians(mark.course)), -math.cos(math.radians(mark.course))
        end = (x + dx * 17 * s, y + dy * 17 * s)
        pen.line([at, end], ink, 1.4)
        r = 4 * s
        head = [(end[0] + dx * r, end[1] + dy * r), (end[0] - dy * r * 0.7, end[1] + dx * r * 0.7), (end[0] + dy * r * 0.7, end[1] - dx * r * 0.7)]
        pen.polygon(head, ink if mark.state != "turned" else "sea", ink, 1.2)
    elif mark.state == "stopped":
        for off in (-2.4, 2.4):
            pen.line([(x + off * s, y + 8 * s), (x + off * s, y + 13 * s)], ink, 1.8)
    side_shape(pen, at, mark.side, 4.6, hollow="sea" if mark.state == "turned" or mark.side == "other" else None)


def _submarine(pen: Pen, mark: Mark, at: Point, ink: str) -> None:
    """A hull with its tower; on the surface it is filled and stands on a wave."""
    s, (x, y) = pen.theme.scale, at
    pen.line([(x - 7 * s, y + 1.5 * s), (x + 7 * s, y + 1.5 * s)], ink, 3.0 if mark.state == "up" else 1.8)
    pen.line([(x, y + 1.5 * s), (x, y - 3.5 * s)], ink, 2.6)
    if mark.state == "up":
        wave = [(x + step * s, y + 6.5 * s + (1.3 if step % 4 else -1.3) * s) for step in range(-10, 11, 2)]
        pen.line(wave, ink, 1.1)


def _group(pen: Pen, mark: Mark, at: Point, ink: str) -> None:
    side_shape(pen, at, "washington", 4.4, hollow=None if mark.known == "exact" else "sea")


def _forces(pen: Pen, mark: Mark, at: Point, ink: str) -> None:
    """A square filled from its foot as far as they are ready, in a dashed one where that is an estimate."""
    s, (x, y) = pen.theme.scale, at
    r = 6 * s
    pen.box(x - r, y - r, 2 * r, 2 * r, "paper")
    high = 2 * r * max(0, mark.part) / 1000
    pen.box(x - r, y + r - high, 2 * r, high, ink)
    corners = [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
    pen.line(corners, ink, 1.4, closed=True)
    if mark.known != "exact":
        wide = 9 * s
        pen.dash([(x - wide, y - wide), (x + wide, y - wide), (x + wide, y + wide), (x - wide, y + wide)], ink, 1.3, 3.5, 2.5, closed=True)


def _site(pen: Pen, mark: Mark, at: Point, ink: str) -> None:
    """A triangle filled as far as it is ready; below it, where that is an estimate, a dot with its range. Sites still being built are open."""
    triangle(pen, at, 6.5, ink, hollow="paper")
    if mark.part > 0:
        _fill(pen, at, 6.5, mark.part / 1000, ink)
    if mark.margin:
        s, y = pen.theme.scale, at[1] + 11.5 * pen.theme.scale
        left, wide = at[0] - 13 * s, 26 * s
        low, high = max(0, mark.part - mark.margin) / 1000, min(1000, mark.part + mark.margin) / 1000
        pen.line([(left, y), (left + wide, y)], "coast", 0.9)
        pen.line([(left + wide * low, y), (left + wide * high, y)], ink, 2.6)
        pen.circle((left + wide * mark.part / 1000, y), 3.0 * s, ink)


def _fill(pen: Pen, centre: Point, size: float, part: float, ink: str) -> None:
    r, (x, y) = size * pen.theme.scale, centre
    top, foot = y - r * 1.1, y + r * 0.8
    edge = foot - (foot - top) * part
    half = r * (edge - top) / (foot - top)
    pen.polygon([(x - half, edge), (x + half, edge), (x + r, foot), (x - r, foot)], ink)


def _air(pen: Pen, mark: Mark, at: Point, ink: str) -> None:
    """Two open wings: something flew here."""
    s, (x, y) = pen.theme.scale, at
    for off in (-3, 3):
        pen.line([(x - 6 * s, y + (off + 3) * s), (x, y + off * s), (x + 6 * s, y + (off + 3) * s)], ink, 1.6)


def _battery(pen: Pen, mark: Mark, at: Point, ink: str) -> None:
    """Three missiles fanned out: filled heads where they may fire unasked."""
    s, (x, y) = pen.theme.scale, at
    for turn in (-40, 0, 40):
        dx, dy = math.sin(math.radians(turn)), -math.cos(math.radians(turn))
        tip = (x + dx * 7 * s, y + 4 * s + dy * 9 * s)
        pen.line([(x, y + 5 * s), tip], ink, 1.5)
        pen.circle(tip, 1.9 * s, ink if mark.state == "free" else "paper", ink, 1.0)


def _bombers(pen: Pen, mark: Mark, at: Point, ink: str) -> None:
    """An aircraft from above."""
    s, (x, y) = pen.theme.scale, at
    pen.line([(x, y - 7 * s), (x, y + 6 * s)], ink, 1.9)
    pen.line([(x - 7 * s, y), (x, y - 2 * s), (x + 7 * s, y)], ink, 1.7)
    pen.line([(x - 3 * s, y + 6 * s), (x + 3 * s, y + 6 * s)], ink, 1.5)


def _troops(pen: Pen, mark: Mark, at: Point, ink: str) -> None:
    """A box with a cross in it, dashed where it is a count from the air."""
    s, (x, y) = pen.theme.scale, at
    wide, high = 7 * s, 4.6 * s
    corners = [(x - wide, y - high), (x + wide, y - high), (x + wide, y + high), (x - wide, y + high)]
    pen.polygon(corners, "paper")
    if mark.known == "exact":
        pen.line(corners, ink, 1.3, closed=True)
    else:
        pen.dash(corners, ink, 1.3, 3, 2, closed=True)
    pen.line([corners[0], corners[2]], ink, 1)
    pen.line([corners[1], corners[3]], ink, 1)


def _warheads(pen: Pen, mark: Mark, at: Point, ink: str) -> None:
    """A ring with a filled heart; cruise missiles point down at what they face."""
    s = pen.theme.scale
    if mark.id.endswith("cruise"):
        triangle(pen, at, 5.6, ink, is_down=True)
    else:
        pen.circle(at, 5.2 * s, "paper", ink, 1.5)
        pen.circle(at, 2.2 * s, ink)


def _base(pen: Pen, mark: Mark, at: Point, ink: str) -> None:
    side_shape(pen, at, "washington", 3.6)


def _incident(pen: Pen, mark: Mark, at: Point, ink: str) -> None:
    is_grave = mark.state == "grave"
    cross(pen, at, 6 if is_grave else 4.5, "warn" if is_grave else "ink", 2.6 if is_grave else 1.5)


_DRAW = {"ship": _ship, "submarine": _submarine, "group": _group, "forces": _forces, "site": _site, "air": _air, "battery": _battery,
         "bombers": _bombers, "troops": _troops, "warheads": _warheads, "base": _base, "incident": _incident}
