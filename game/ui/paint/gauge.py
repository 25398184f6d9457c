"""Measures: meter bars, pips, sparklines, a ruler, readiness with its doubt.

Comes in: numbers on their own scale and a rectangle. Goes out: an exact picture inside it. Never here: rounding that changes what is read,
a number that the caller did not give.
"""

from collections.abc import Sequence

import pygame

from ..theme import Theme
from . import text
from .marks import Pen, triangle

LARGE = 1.2
"""How much larger the ruler is in the projector's band."""


def _place(rect: pygame.Rect, value: float, top: float, inset: float) -> float:
    return rect.left + inset + (rect.width - 2 * inset) * max(0.0, min(1.0, value / top))


def meter_bar(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, value: int, *, top: int = 1000, before: int | None = None,
              margin: int = 0, token: str = "ink", danger: int | None = None, is_dark: bool = False) -> None:
    """A flat bar 0..top: solid to the value, a ring where it stood before, a hatched stretch of doubt, a stroke where danger begins.

    is_dark: on the room; `token` should then be one of the light tokens.
    """
    ground, edge, alarm = ("room2", "roommut", "sul") if is_dark else ("paper", "rule", "warn")
    inset = theme.px(4)
    deep = max(theme.px(4), min(theme.px(9), rect.height - theme.px(4)))
    y = rect.centery - deep / 2
    left, right, now = _place(rect, 0, top, inset), _place(rect, top, top, inset), _place(rect, value, top, inset)
    with Pen(surface, theme, rect) as pen:
        pen.box(left, y, right - left, deep, ground, edge, 1)
        pen.box(left, y, max(theme.scale, now - left), deep, token)
        if margin:
            low, high = _place(rect, value - margin, top, inset), _place(rect, value + margin, top, inset)
            pen.hatch(pygame.Rect(round(now), round(y), max(1, round(high - now)), round(deep)), token, 1, 3)
            pen.line([(low, rect.centery), (now, rect.centery)], ground, 1.4)
            pen.line([(high, y - theme.scale), (high, y + deep + theme.scale)], token, 1.2)
        if danger is not None:
            at = _place(rect, danger, top, inset)
            pen.line([(at, rect.top + theme.scale), (at, rect.bottom - theme.scale)], alarm, 1.4)
        if before is not None and before != value:
            pen.circle((_place(rect, before, top, inset), rect.centery), 2.9 * theme.scale, ground, alarm if is_dark else "ink", 1.3)


def pips(surface: pygame.Surface, theme: Theme, pos: tuple[float, float], total: int, used: int, lost: int = 0, *, size: float = 6,
         gap: float = 22, token: str = "ink") -> pygame.Rect:
    """Attention, left to right: used pips are ring and dot, free ones rings, lost ones faint and struck through; pos is the first one's centre.

    `total` counts those that can be used this turn, `lost` those a rested staff would have had besides. Returns the rectangle touched.
    """
    r, step, (x, y) = size * theme.scale, gap * theme.scale, pos
    count = total + lost
    rect = pygame.Rect(round(x - r) - 2, round(y - r) - 2, round(step * max(0, count - 1) + 2 * r) + 4, round(2 * r) + 4)
    with Pen(surface, theme, rect) as pen:
        for place in range(count):
            centre = (x + place * step, y)
            if place < total:
                pen.circle(centre, r - theme.scale, None, token, 1.4)
                if place < used:
                    pen.circle(centre, r * 0.42, token)
            else:
                pen.circle(centre, r - theme.scale, None, "faint", 1.2)
                pen.line([(centre[0] - r * 0.66, y + r * 0.66), (centre[0] + r * 0.66, y - r * 0.66)], "faint", 1.2)
    return rect


def sparkline(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, values: Sequence[int], *, low: int | None = None,
              high: int | None = None, token: str = "ink") -> None:
    """The course of a number: a thin line, a ring at the value before, a dot at the last; the scale is the values' own unless given."""
    if not values:
        return
    bottom = min(values) if low is None else low
    span = max(1, (max(values) if high is None else high) - bottom)
    inset = theme.px(5)
    inner = rect.inflate(-2 * inset, -2 * inset)
    across = inner.w / max(1, len(values) - 1)
    points = [(inner.left + across * k if len(values) > 1 else float(inner.right), inner.bottom - inner.h * (v - bottom) / span)
              for k, v in enumerate(values)]
    with Pen(surface, theme, rect) as pen:
        pen.line(points, token, 1.2)
        if len(points) > 1:
            pen.circle(points[-2], 2.2 * theme.scale, "paper", token, 1)
        pen.circle(points[-1], 2.7 * theme.scale, "warn")


def ruler(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, value: float, *, before: int | None = None, top: int = 1000,
          danger: int | None = 800, forecast: tuple[int, int, int] | None = None, is_dark: bool = True, is_large: bool = False) -> None:
    """A 0..top ruler: now (triangle), last turn (ring), the breaking zone from `danger` (hatched), staff forecast low, middle, high (brass whisker).

    The rule itself lies 20 design pixels under the rectangle's top and needs 46 in height and 28 beyond each end, all inside `rect`.
    """
    edge, ink, alarm, brass = ("roommut", "roomtx", "sul", "brassl") if is_dark else ("mut", "ink", "warn", "brass")
    ground = "room" if is_dark else "paper"
    k = theme.scale * (LARGE if is_large else 1.0)
    inset, y = round(28 * k), round(rect.top + 20 * k) + 0.5

    def at(v: float) -> float:
        return _place(rect, v, top, inset)

    with Pen(surface, theme, rect) as pen:
        pen.line([(at(0), y), (at(top), y)], edge)
        for part in range(21):
            x = at(top * part / 20)
            pen.line([(x, y), (x, y + (6 if part % 2 == 0 else 3) * k)], edge)
        if danger is not None:
            zone = pygame.Rect(round(at(danger)), round(y - 6 * k), round(at(top) - at(danger)), round(6 * k))
            pen.hatch(zone, alarm, 1, 4.7, 0.7)
            pen.line([(at(danger), y - 8 * k), (at(danger), y + 8 * k)], alarm, 1.5)
        if forecast:
            low, middle, high = (at(v) for v in forecast)
            over = y - 12 * k
            pen.line([(low, over), (high, over)], brass, 1.4)
            for end in (low, high):
                pen.line([(end, over - 3.5 * k), (end, over + 3.5 * k)], brass, 1.4)
            pen.circle((middle, over), 2.8 * k, brass)
        if before is not None:
            pen.circle((at(before), y), 3.2 * k, ground, ink, 1.4)
    # with a small pen of its own: it moves while the rest stands still and is kept
    now = pygame.Rect(round(at(value) - 9 * k), round(y - 3 * k), round(18 * k), round(18 * k)).clip(rect)
    with Pen(surface, theme, now) as pen:
        triangle(pen, (at(value), y + 6.5 * k), 6.2 * k / theme.scale, ink)
    foot, size = y + 22 * k, 12 * (LARGE if is_large else 1.0)
    near = [v for v in (0, top) if danger is None or abs(at(v) - at(danger)) > 30 * k]
    for v, token in [(v, edge) for v in near] + ([(danger, alarm)] if danger is not None else []):
        text.line(surface, theme, str(v), (at(v), min(foot, rect.bottom - 1)), "typed", size, token, align="center")


def readiness(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, value: int, margin: int, *, top: int = 1000, token: str = "su",
              ground: str = "paper") -> None:
    """A dot at the value on a ticked rule, with a bar from value-margin to value+margin (held to the scale); no bar where nothing is in doubt."""
    inset, y = theme.px(7), rect.centery
    with Pen(surface, theme, rect) as pen:
        pen.line([(_place(rect, 0, top, inset), y), (_place(rect, top, top, inset), y)], "rule", 1)
        for part in range(5):
            x = _place(rect, top * part / 4, top, inset)
            pen.line([(x, y - 4 * theme.scale), (x, y + 4 * theme.scale)], "rule", 1)
        if margin:
            low, high = _place(rect, value - margin, top, inset), _place(rect, value + margin, top, inset)
            pen.line([(low, y), (high, y)], token, 3.4)
            for end in (low, high):
                pen.line([(end, y - 4 * theme.scale), (end, y + 4 * theme.scale)], token, 1.4)
        pen.circle((_place(rect, value, top, inset), y), 4.6 * theme.scale, token if value else ground, token, 1.4)
