"""The pen that draws smooth: strokes are written down, drawn on a finer patch where there are any, and kept, since a screen shows them again.

Comes in: a surface, a Theme, window coordinates. Goes out: antialiased shapes inside the pen's rectangle and nothing outside it.
Never here: what a shape means.
"""

import itertools
import math
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from itertools import pairwise
from types import TracebackType
from typing import Any

import pygame

from ..theme import Theme

Point = tuple[float, float]
_Stroke = tuple[Any, ...]
_FINE = 4
_FINE_LARGE = 3
_LARGE_AREA = 500_000


class Pen:
    """Draws in window coordinates on a finer patch, laid smooth over the surface on leaving the `with` block.

    Widths are design pixels (the theme's scale is applied); points and radii are window pixels. Everything is clipped to `rect`. What is drawn
    is only written down at first: the same strokes in the same place are drawn once and then kept, since a screen shows them again and again.
    """

    def __init__(self, surface: pygame.Surface, theme: Theme, rect: pygame.Rect) -> None:
        self.surface, self.theme = surface, theme
        self.rect = rect.clip(surface.get_rect())
        self._strokes: list[_Stroke] = []

    def __enter__(self) -> "Pen":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None or not self._strokes or not self.rect.w or not self.rect.h:
            return
        key = (tuple(self.rect), self.theme.name, self.theme.scale, tuple(self._strokes))
        smooth = _kept.get(key)
        if smooth is None:
            smooth = _drawn(self.theme, self.rect, self._strokes)
            _keep(key, smooth)
        else:
            _kept.move_to_end(key)
        self.surface.blit(smooth, self.rect.topleft, special_flags=pygame.BLEND_PREMULTIPLIED)

    def line(self, points: Sequence[Point], token: str, width: float = 1.0, closed: bool = False, alpha: int = 255) -> None:
        """A path with round joins."""
        self._strokes.append(("line", tuple(points), token, width, closed, alpha))

    def dash(self, points: Sequence[Point], token: str, width: float = 1.0, on: float = 5, off: float = 4, closed: bool = False) -> None:
        """A dashed path; `on` and `off` are design pixels."""
        self._strokes.append(("dash", tuple(points), token, width, on, off, closed))

    def polygon(self, points: Sequence[Point], fill: str | None, edge: str | None = None, width: float = 1.4, alpha: int = 255) -> None:
        """A filled shape, an outline, or both."""
        self._strokes.append(("polygon", tuple(points), fill, edge, width, alpha))

    def circle(self, centre: Point, radius: float, fill: str | None, edge: str | None = None, width: float = 1.4,
               alpha: int = 255) -> None:
        """A disc, a ring, or both; the ring's stroke lies centred on the radius."""
        self._strokes.append(("circle", tuple(centre), radius, fill, edge, width, alpha))

    def box(self, x: float, y: float, w: float, h: float, fill: str | None, edge: str | None = None, width: float = 1.0,
            radius: float = 0, alpha: int = 255) -> None:
        """A rectangle with round corners of `radius` design pixels; the edge lies inside it."""
        self._strokes.append(("box", x, y, w, h, fill, edge, width, radius, alpha))

    def hatch(self, rect: pygame.Rect, token: str, width: float = 1.0, gap: float = 5, lean: float = 0.5) -> None:
        """Leaning strokes fill the rectangle and stay inside it; `gap` in design pixels, `lean` = sideways per height."""
        self._strokes.append(("hatch", tuple(rect), token, width, gap, lean))


_kept: "OrderedDict[Hashable, pygame.Surface]" = OrderedDict()
_KEPT_PIXELS = 3_000_000
"""All kept pictures together: 12 MB."""
_weight = [0]


def _keep(key: Hashable, picture: pygame.Surface) -> None:
    _kept[key] = picture
    _weight[0] += picture.get_width() * picture.get_height()
    while _weight[0] > _KEPT_PIXELS and _kept:
        _, oldest = _kept.popitem(last=False)
        _weight[0] -= oldest.get_width() * oldest.get_height()


def drop_strokes() -> None:
    """Every kept picture of a pen is forgotten."""
    _kept.clear()
    _weight[0] = 0


def _drawn(theme: Theme, rect: pygame.Rect, strokes: Sequence[_Stroke]) -> pygame.Surface:
    """All strokes, smooth, premultiplied. Only where there are any is the fine patch laid: most of a chart or a ring is empty."""
    fine = _FINE if rect.w * rect.h < _LARGE_AREA else _FINE_LARGE
    touched = [[spot.clip(rect) for spot in _touched(theme, stroke)] for stroke in strokes]
    regions: list[pygame.Rect] = []
    for spot in itertools.chain.from_iterable(touched):
        if len(regions) > _MOST_REGIONS or sum(region.w * region.h for region in regions) > 0.6 * rect.w * rect.h:
            regions = [rect]
            break
        if spot.w and spot.h:
            regions = _joined(regions, spot)
    if len(regions) == 1 and regions[0] == rect:
        return _Patch(theme, rect, fine).drawn(strokes)
    whole = pygame.Surface(rect.size, pygame.SRCALPHA)
    for region in regions:
        here = [stroke for stroke, spots in zip(strokes, touched) if region.collidelist(spots) >= 0]
        whole.blit(_Patch(theme, region, fine).drawn(here), (region.x - rect.x, region.y - rect.y), special_flags=pygame.BLEND_PREMULTIPLIED)
    return whole


_MOST_REGIONS = 40


def _touched(theme: Theme, stroke: _Stroke) -> list[pygame.Rect]:
    """Rectangles that hold all that a stroke draws; several where it runs round something empty."""
    what, *how = stroke
    if what in ("line", "dash"):
        return _along(how[0], how[2] * theme.scale, closed=how[3] if what == "line" else how[5])
    if what == "polygon":
        points, fill, edge, width = how[:4]
        return _along(points, width * theme.scale, True) if edge and not fill else [_box_of(points, width * theme.scale)]
    if what == "circle":
        (x, y), reach = how[0], how[1] + how[4] * theme.scale
        return [_box_of([(x - reach, y - reach), (x + reach, y + reach)], 1)]
    if what == "hatch":
        return [pygame.Rect(how[0]).inflate(2, 2)]
    x, y, w, h, fill, _, width, radius = how[:8]
    corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    return [_box_of(corners, 1)] if fill else _along(corners, 2 * max(width, radius) * theme.scale, True)


def _along(points: Sequence[Point], width: float, closed: bool) -> list[pygame.Rect]:
    path = [*points, points[0]] if closed and points else points
    return [_box_of(pair, width) for pair in pairwise(path)]


def _box_of(points: Sequence[Point], width: float) -> pygame.Rect:
    """A whole number of pixels round the points, with room for a pen of that width."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top, spare = math.floor(min(xs)), math.floor(min(ys)), math.ceil(width) + 2
    return pygame.Rect(left - spare, top - spare, math.ceil(max(xs)) - left + 2 * spare, math.ceil(max(ys)) - top + 2 * spare)


def _joined(regions: list[pygame.Rect], fresh: pygame.Rect) -> list[pygame.Rect]:
    """The regions and a fresh one, those that touch made one."""
    while (place := fresh.collidelist(regions)) >= 0:
        fresh = fresh.union(regions[place])
        regions = [*regions[:place], *regions[place + 1:]]
    return [*regions, fresh]


class _Patch:
    """The fine patch that a pen's strokes are drawn on."""

    def __init__(self, theme: Theme, rect: pygame.Rect, fine: int) -> None:
        self.theme, self.rect, self.fine = theme, rect, fine
        self.patch = pygame.Surface((rect.w * fine, rect.h * fine), pygame.SRCALPHA)

    def drawn(self, strokes: Sequence[_Stroke]) -> pygame.Surface:
        """All strokes, smooth, premultiplied."""
        draw: dict[str, Callable[..., None]] = {"line": self.line, "dash": self.dash, "polygon": self.polygon, "circle": self.circle,
                                                "box": self.box, "hatch": self.hatch}
        for what, *how in strokes:
            draw[what](*how)
        return pygame.transform.smoothscale(self.patch.premul_alpha(), self.rect.size)

    def _at(self, point: Point) -> Point:
        return ((point[0] - self.rect.x) * self.fine, (point[1] - self.rect.y) * self.fine)

    def _width(self, width: float) -> int:
        return max(1, round(width * self.theme.scale * self.fine))

    def line(self, points: Sequence[Point], token: str, width: float, closed: bool = False, alpha: int = 255) -> None:
        if len(points) < 2:
            return
        color, thick, path = self.theme.color(token, alpha), self._width(width), [self._at(p) for p in points]
        if thick <= 2:
            pygame.draw.lines(self.patch, color, closed, path, thick)
            return
        half = thick / 2
        for (x0, y0), (x1, y1) in zip(path, path[1:] + path[:1] if closed else path[1:]):
            length = math.hypot(x1 - x0, y1 - y0)
            if length:
                dx, dy = (y1 - y0) / length * half, -(x1 - x0) / length * half
                pygame.draw.polygon(self.patch, color, [(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)])
        for x, y in path if closed else path[1:-1]:
            pygame.draw.circle(self.patch, color, (x, y), half)

    def dash(self, points: Sequence[Point], token: str, width: float, on: float, off: float, closed: bool) -> None:
        lengths = (on * self.theme.scale, off * self.theme.scale)
        path = list(points) + ([points[0]] if closed else [])
        left, is_on, stroke = lengths[0], True, [path[0]]
        for (x0, y0), (x1, y1) in pairwise(path):
            length, done = math.hypot(x1 - x0, y1 - y0), 0.0
            while length - done > left:
                done += left
                here = (x0 + (x1 - x0) * done / length, y0 + (y1 - y0) * done / length)
                if is_on:
                    self.line([*stroke, here], token, width)
                is_on, stroke = not is_on, [here]
                left = lengths[0] if is_on else lengths[1]
            left -= length - done
            stroke.append((x1, y1))
        if is_on:
            self.line(stroke, token, width)

    def polygon(self, points: Sequence[Point], fill: str | None, edge: str | None, width: float, alpha: int) -> None:
        if fill:
            pygame.draw.polygon(self.patch, self.theme.color(fill, alpha), [self._at(p) for p in points])
        if edge:
            self.line(points, edge, width, closed=True)

    def circle(self, centre: Point, radius: float, fill: str | None, edge: str | None, width: float, alpha: int) -> None:
        if fill:
            pygame.draw.circle(self.patch, self.theme.color(fill, alpha), self._at(centre), radius * self.fine)
        if edge:
            thick = self._width(width)
            pygame.draw.circle(self.patch, self.theme.color(edge), self._at(centre), radius * self.fine + thick / 2, thick)

    def box(self, x: float, y: float, w: float, h: float, fill: str | None, edge: str | None, width: float, radius: float, alpha: int) -> None:
        left, top = self._at((x, y))
        rect = pygame.Rect(round(left), round(top), round(w * self.fine), round(h * self.fine))
        bend = round(radius * self.theme.scale * self.fine)
        if fill:
            pygame.draw.rect(self.patch, self.theme.color(fill, alpha), rect, border_radius=bend)
        if edge:
            pygame.draw.rect(self.patch, self.theme.color(edge), rect, self._width(width), border_radius=bend)

    def hatch(self, where: tuple[int, int, int, int], token: str, width: float, gap: float, lean: float) -> None:
        rect = pygame.Rect(where)
        step, shift = gap * self.theme.scale, rect.h * lean
        inside = pygame.Rect(round((rect.x - self.rect.x) * self.fine), round((rect.y - self.rect.y) * self.fine),
                             rect.w * self.fine, rect.h * self.fine)
        before = self.patch.get_clip()
        self.patch.set_clip(inside.clip(before))
        x = rect.left - shift
        while x < rect.right:
            self.line([(x, rect.bottom), (x + shift, rect.top)], token, width)
            x += step
        self.patch.set_clip(before)
