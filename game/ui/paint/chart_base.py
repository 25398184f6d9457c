"""The bare chart: sea, shoals, land, coast, graticule, in the projection of the time.

Comes in: a size and a View. Goes out: a cached picture and `project`, which says where a place lies on it. Never here: what happens there.
"""

import math
from dataclasses import dataclass
from functools import cache, lru_cache

import pygame

from ..theme import Theme
from . import assets, text
from .marks import Pen, Point
from .panel import fill_grain

REGIONS = ("caribbean", "europe")
_MIDDLE = {"caribbean": (-74.0, 23.75), "europe": (23.4, 46.4)}
_SPAN = {"caribbean": (26.6, 17.4), "europe": (39.0, 26.5)}
"""Degrees of longitude and Mercator degrees shown at zoom 1; the chart covers its rectangle, so the longer side decides."""
_STEP = {"caribbean": 5, "europe": 10}
MAX_ZOOM = 4.0


@dataclass(frozen=True)
class View:
    """Which part of the world a chart shows."""

    region: str = "caribbean"
    zoom: float = 1.0
    """1 shows the whole region; up to MAX_ZOOM."""
    centre: tuple[float, float] | None = None
    """(lon, lat); None = the region's own middle."""


WHOLE = View()
"""The home waters, all of them."""


def _mercator(lat: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def _latitude(mercator: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(mercator))) - math.pi / 2)


def _frame(view: View, width: int, height: int) -> tuple[float, float, float]:
    """Pixels a degree, and the (lon, Mercator) middle, held so that a zoomed chart stays inside the region's own rectangle."""
    span, (lon, lat) = _SPAN[view.region], _MIDDLE[view.region]
    base = max(width / span[0], height / span[1])
    per_degree, middle = base * max(1.0, min(MAX_ZOOM, view.zoom)), _mercator(lat)
    if view.centre:
        loose_x, loose_y = width / 2 * (1 / base - 1 / per_degree), height / 2 * (1 / base - 1 / per_degree)
        lon += max(-loose_x, min(loose_x, view.centre[0] - lon))
        middle += max(-loose_y, min(loose_y, _mercator(view.centre[1]) - middle))
    return per_degree, lon, middle


def project(lon: float, lat: float, rect: pygame.Rect, view: View = WHOLE) -> Point:
    """Window x, y of a place on the chart drawn in `rect` (Mercator)."""
    per_degree, lon0, middle = _frame(view, rect.width, rect.height)
    return (rect.x + rect.width / 2 + (lon - lon0) * per_degree, rect.y + rect.height / 2 - (_mercator(lat) - middle) * per_degree)


def unproject(x: float, y: float, rect: pygame.Rect, view: View = WHOLE) -> tuple[float, float]:
    """(lon, lat) of a point on the chart drawn in `rect`."""
    per_degree, lon0, middle = _frame(view, rect.width, rect.height)
    return lon0 + (x - rect.x - rect.width / 2) / per_degree, _latitude(middle - (y - rect.y - rect.height / 2) / per_degree)


@cache
def _rings(region: str) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Coast lines as (lon, Mercator) points: what `project` would work out for each of them at every size."""
    rings = []
    for steps in assets.load("coast.json")[region]:
        x = y = 0
        ring = []
        for dx, dy in zip(steps[::2], steps[1::2]):
            x, y = x + dx, y + dy
            ring.append((x / 1000, _mercator(y / 1000)))
        rings.append(tuple(ring))
    return tuple(rings)


@lru_cache(maxsize=10)
def chart(theme: Theme, size: tuple[int, int], view: View = WHOLE) -> pygame.Surface:
    """The base chart: sea, land, coast, graticule; cached per size, look and view. Do not draw on it."""
    rect = pygame.Rect((0, 0), size)
    picture = pygame.Surface(size, 0, 32)
    fill_grain(picture, theme, rect, "sea")
    per_degree, lon0, middle = _frame(view, *size)
    shore = []
    for ring in _rings(view.region):
        points = [(size[0] / 2 + (lon - lon0) * per_degree, size[1] / 2 - (up - middle) * per_degree) for lon, up in ring]
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        if max(xs) > -20 and min(xs) < size[0] + 20 and max(ys) > -20 and min(ys) < size[1] + 20:
            shore.append(_thinned(points, 0.6))
    with Pen(picture, theme, rect) as pen:
        for points in shore:
            pen.line(_thinned(points, 2.5), "shoal", 7.0, closed=True)
        _graticule(pen, rect, view)
        for points in shore:
            pen.polygon(points, "land")
        for points in shore:
            pen.line(points, "coast", 0.9, closed=True)
    _write_degrees(picture, theme, rect, view)
    return picture


def _thinned(points: list[Point], least: float) -> list[Point]:
    """The path without points closer than `least` pixels to the one before."""
    kept = [points[0]]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= least:
            kept.append((x, y))
    return kept if len(kept) > 2 else points


def _lines(rect: pygame.Rect, view: View) -> tuple[list[int], list[int]]:
    step = _STEP[view.region] if view.zoom < 2 else 2
    (west, north), (east, south) = unproject(rect.left, rect.top, rect, view), unproject(rect.right, rect.bottom, rect, view)
    return ([d for d in range(-180, 181, step) if west < d < east], [d for d in range(-80, 81, step) if south < d < north])


def _graticule(pen: Pen, rect: pygame.Rect, view: View) -> None:
    meridians, parallels = _lines(rect, view)
    for lon in meridians:
        x = project(lon, 0, rect, view)[0]
        pen.line([(x, rect.top), (x, rect.bottom)], "grid", 0.8)
    for lat in parallels:
        y = project(0, lat, rect, view)[1]
        pen.line([(rect.left, y), (rect.right, y)], "grid", 0.8)


def degree_rects(theme: Theme, rect: pygame.Rect, view: View) -> list[tuple[str, pygame.Rect]]:
    """The figures of the graticule and where they stand: meridians along the top, parallels along the left edge."""
    meridians, parallels = _lines(rect, view)
    high, figures = theme.line_height("label", 12), []
    for lon in meridians:
        words = f"{abs(lon)}\u00b0{'W' if lon < 0 else 'E' if lon else ''}"
        wide = text.measure(theme, words, "label", 12)
        figures.append((words, pygame.Rect(round(project(lon, 0, rect, view)[0]) + theme.px(3), rect.top + theme.px(2), wide, high)))
    for lat in parallels:
        words = f"{abs(lat)}\u00b0N"
        wide = text.measure(theme, words, "label", 12)
        figures.append((words, pygame.Rect(rect.left + theme.px(4), round(project(0, lat, rect, view)[1]) - high + theme.px(1), wide, high)))
    clear = pygame.Rect(rect.left + theme.px(30), rect.top, max(1, rect.width - theme.px(64)), rect.height)
    return [(words, box) for words, box in figures
            if rect.contains(box) and (box.top > rect.top + theme.px(24) or (box.left > clear.left and box.right < clear.right))]


def _write_degrees(picture: pygame.Surface, theme: Theme, rect: pygame.Rect, view: View) -> None:
    for words, box in degree_rects(theme, rect, view):
        text.line(picture, theme, words, box.topleft, "label", 12, "mut", anchor="top")
