"""The chart as one seat knows it: its marks with their names, on the bare chart of chart_base.

Comes in: Marks and a size. Goes out: a cached picture whose names overlap nothing, and where each mark stands on it. Never here: a thing no mark
says.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pygame

from ...language import t
from ...wording.board import Mark
from ...wording.geography import away, bearing
from ..theme import Theme
from . import assets, text
from .chart_base import MAX_ZOOM, REGIONS, WHOLE, View, chart, degree_rects, project, unproject
from .chart_signs import INK, LEAST_RING, arrow_box, ring, sign
from .labels import Placed, Wanted, place
from .marks import Pen, Point, side_shape, triangle

__all__ = ["MAX_ZOOM", "REGIONS", "WHOLE", "Drawn", "View", "chart", "drawn", "names", "project", "unproject"]

_TOWN_DOT = 1.8
_DANGER = 60
"""From this priority on a name is written bold and, where nothing else is free, on a leader line."""


@dataclass(frozen=True)
class _Ask:
    """How one label is drawn, beside what the placer needs."""

    words: str
    note: str = ""
    size: float = 13
    token: str = "ink"
    bold: bool = False
    italic: bool = False
    role: str = "label"
    tracking: float = 0.0


@dataclass(frozen=True)
class Drawn:
    """A chart finished: do not draw on its picture."""

    picture: pygame.Surface
    things: dict[str, pygame.Rect]
    """Id of each mark in sight -> the rectangle of its sign, from the picture's corner."""
    labels: tuple[Placed, ...]
    taken: tuple[pygame.Rect, ...]
    """Where no name may stand: signs, degrees."""


@dataclass
class _Scene:
    """One chart being drawn: labels wanted and rectangles taken pile up here."""

    theme: Theme
    rect: pygame.Rect
    view: View
    wanted: list[Wanted] = field(default_factory=list)
    asks: dict[str, _Ask] = field(default_factory=dict)
    taken: list[pygame.Rect] = field(default_factory=list)
    soft: list[pygame.Rect] = field(default_factory=list)
    """Lines that names keep off if they can."""
    things: dict[str, pygame.Rect] = field(default_factory=dict)

    def at(self, lon: float, lat: float) -> Point:
        return project(lon, lat, self.rect, self.view)

    def in_sight(self, point: Point, edge: float = 0) -> bool:
        return self.rect.inflate(-2 * edge, -2 * edge).collidepoint(point)

    def ask(self, id: str, ask: _Ask, point: Point, priority: int, gap: float = 7, must: bool = False, is_area: bool = False,
            may_cross: bool = False) -> None:
        def size(lines: Sequence[str]) -> tuple[int, int]:
            wide = max(text.measure(self.theme, words, ask.role, ask.size, ask.bold, ask.italic, ask.tracking) for words in lines)
            return wide + 2, self._line(ask) * len(lines)
        whole = size([ask.words, ask.note] if ask.note else [ask.words])
        self.wanted.append(Wanted(id, point, whole, priority, self.theme.px(gap), must, is_area, may_cross,
                                  size([ask.words]) if ask.note else None))
        self.asks[id] = ask

    def keep_off(self, points: Sequence[Point]) -> None:
        """Names keep off that line if they can: small boxes all along it."""
        half = self.theme.px(3)
        for (x0, y0), (x1, y1) in pairwise(points):
            steps = max(1, round(max(abs(x1 - x0), abs(y1 - y0)) / (3 * half)))
            for step in range(steps):
                x, y = x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps
                self.soft.append(pygame.Rect(round(x) - half, round(y) - half, 2 * half, 2 * half))

    def _line(self, ask: _Ask) -> int:
        font = self.theme.font(ask.role, ask.size, ask.bold, ask.italic)
        return font.get_ascent() - font.get_descent()


@lru_cache(maxsize=8)
def drawn(theme: Theme, size: tuple[int, int], marks: tuple[Mark, ...], view: View = WHOLE, language: str = "en") -> Drawn:
    """The chart with those marks; kept for as long as nothing of it changes. `language` is that of the words `t` gives now."""
    picture = chart(theme, size, view).copy()
    rect = picture.get_rect()
    scene = _Scene(theme, rect, view)
    with Pen(picture, theme, rect) as pen:
        labels = _draw_scene(pen, scene, marks if view.region == "caribbean" else ())
    base = chart(theme, size, view)
    for label in labels:
        _write(picture, scene, label, base)
    pygame.draw.rect(picture, theme.color("coast"), rect, theme.px(1))
    return Drawn(picture, {id: box.clip(rect) for id, box in scene.things.items()}, tuple(labels), tuple(scene.taken))


def names(theme: Theme, size: tuple[int, int], marks: tuple[Mark, ...], view: View = WHOLE) -> Drawn:
    """Signs and names placed as `drawn` places them, with nothing painted: for tests of many sizes."""
    scene = _Scene(theme, pygame.Rect((0, 0), size), view)
    with Pen(pygame.Surface((1, 1)), theme, pygame.Rect(0, 0, 1, 1)) as pen:
        placed = _draw_scene(pen, scene, marks if view.region == "caribbean" else ())
    return Drawn(pen.surface, scene.things, tuple(placed), tuple(scene.taken))


def _draw_scene(pen: Pen, scene: _Scene, marks: Sequence[Mark]) -> list[Placed]:
    """Lines and signs are drawn, then every name that finds room gets it: no name covers a sign or another name."""
    for mark in marks:
        if mark.paths:
            _draw_paths(pen, scene, mark)
    _draw_places(pen, scene)
    off = 0
    for mark in sorted(marks, key=lambda mark: mark.priority):
        if mark.at is None:
            off += 1
        if not mark.paths:
            _draw_mark(pen, scene, mark, off)
    _ask_areas(scene)
    labels = place(scene.wanted, scene.rect.inflate(-scene.theme.px(4), -scene.theme.px(4)), scene.taken, scene.soft)
    for label in labels:
        if label.leader:
            pen.line(label.leader, "mut", 0.9)
    return labels


def _write(surface: pygame.Surface, scene: _Scene, label: Placed, base: pygame.Surface) -> None:
    ask = scene.asks[label.name]
    ground = scene.theme.color("land")
    spots = [(label.rect.left + label.rect.w * k // 6, label.rect.centery) for k in range(1, 6)]
    halo = "land" if sum(base.get_at(spot)[:3] == (ground.r, ground.g, ground.b) for spot in spots) >= 3 else "sea"
    lines = [ask.words] if label.is_short or not ask.note else [ask.words, ask.note]
    is_left = label.leader is None or label.leader[1][0] <= label.rect.left + 1
    point = next(wanted.point for wanted in scene.wanted if wanted.name == label.name)
    to_left = is_left and point[0] <= label.rect.left
    for row, words in enumerate(lines):
        y = label.rect.y + row * (label.rect.h // len(lines))
        bold, token = (ask.bold, ask.token) if row == 0 else (False, "ink")
        wide = text.measure(scene.theme, words, ask.role, ask.size, bold, ask.italic, ask.tracking)
        x = label.rect.centerx - wide // 2
        if to_left or len(lines) == 1:
            x = label.rect.x + 1
        elif point[0] >= label.rect.right:
            x = label.rect.right - 1 - wide
        text.line(surface, scene.theme, words, (x, y), ask.role, ask.size, token, bold=bold, italic=ask.italic, anchor="top", tracking=ask.tracking,
                  halo=halo)


def _draw_paths(pen: Pen, scene: _Scene, mark: Mark) -> None:
    """Lines that are known are whole, with ticks on the ocean side of the quarantine; what is supposed, and every track, is dashed."""
    theme, ink = scene.theme, INK.get(mark.side, "ink")
    in_sight = []
    for path in mark.paths:
        points = [scene.at(*spot) for spot in path]
        if mark.kind == "line":
            if mark.known == "exact":
                pen.line(points, ink, 2.2)
                for before, here in pairwise(path):
                    outer = away(*here, 15, bearing(before, here) - 90)
                    pen.line([scene.at(*here), scene.at(*outer)], ink, 1)
            else:
                pen.dash(points, ink, 2.0, 9, 6)
            scene.keep_off(points)
        else:
            pen.dash(points, ink, 1.2, *((6, 4) if mark.id.endswith("high") else (2.5, 2.5)))
            scene.keep_off(points)
        in_sight += [point for point in points if scene.in_sight(point, theme.px(30))]
    if not in_sight:
        return
    named = scene.at(*mark.at) if mark.at else in_sight[0]
    if not scene.in_sight(named, theme.px(30)):
        named = in_sight[len(in_sight) // 2]
    half = theme.px(6)
    scene.things[mark.id] = pygame.Rect(round(named[0]) - half, round(named[1]) - half, 2 * half, 2 * half)
    is_line = mark.kind == "line"
    ask = _Ask(mark.label.upper(), mark.note, 13, ink, bold=True) if is_line else _Ask(mark.label, "", 12, "mut", italic=True, role="ui")
    scene.ask(mark.id, ask, named, mark.priority, 9 if is_line else 5, must=is_line)


def _draw_mark(pen: Pen, scene: _Scene, mark: Mark, off: int) -> None:
    """A sign and its name; what happened off the chart is named in a corner."""
    theme, words = scene.theme, mark.label
    if mark.at is None:
        point = (float(scene.rect.right - theme.px(16)), float(scene.rect.top + theme.px(30 + 22 * (off - 1))))
        words = t("chart.off", what=mark.label)
    else:
        point = scene.at(*mark.at)
    if not scene.in_sight(point, theme.px(8)):
        return
    miles = 0.0
    if mark.at and mark.doubt_nm:
        north = scene.at(*away(*mark.at, 60, 0))
        miles = abs(north[1] - point[1]) / 60
    box = sign(pen, mark, point, miles)
    scene.things[mark.id] = box
    scene.taken.append(box)
    if mark.course >= 0:
        scene.taken.append(arrow_box(theme, mark.course, point))
    radius = mark.doubt_nm * miles
    if radius > LEAST_RING * theme.scale:
        scene.keep_off(ring(point, radius))
    is_danger = mark.priority >= _DANGER
    token = "warn" if mark.kind == "incident" and mark.state == "grave" else INK.get(mark.side, "ink")
    has_room = is_danger or mark.kind == "submarine" or scene.view.zoom >= 2 or scene.rect.w >= theme.px(700)
    note = mark.note if mark.at and has_room else ""
    beyond = min(radius / theme.scale, 44) + 4 if mark.kind == "submarine" else 0
    ask = _Ask(words, note, 13, token, bold=is_danger)
    scene.ask(mark.id, ask, point, mark.priority, max(box.w / 2 / theme.scale + 3, beyond), must=is_danger, may_cross=True)


def _draw_places(pen: Pen, scene: _Scene) -> None:
    s = scene.theme.scale
    for each in assets.load("places.json")[scene.view.region]:
        point, kind = scene.at(*each["at"]), each["kind"]
        if not scene.in_sight(point, 4):
            continue
        token, bold, half = "ink", False, 4.0
        if kind == "base":
            side_shape(pen, point, "washington", 3.4)
            token, half = "us", 5.0
        elif kind == "capital":
            pen.circle(point, 3.2 * s, "paper", "ink", 1.3)
            pen.circle(point, 1.2 * s, "ink")
            half = 5.0
        elif kind == "jupiters":
            triangle(pen, point, 6, "us")
            token, bold, half = "us", True, 7.0
        elif kind == "town":
            pen.circle(point, _TOWN_DOT * s, "ink")
        r = half * s
        scene.taken.append(pygame.Rect(round(point[0] - r), round(point[1] - r), round(2 * r), round(2 * r)))
        ask = _Ask(each["name"], "", 13, token, bold)
        scene.ask(f"town:{each['id']}", ask, point, each["priority"], half + 2, must=kind in ("jupiters", "capital"))


def _ask_areas(scene: _Scene) -> None:
    areas: Any = assets.load("places.json")["areas"][scene.view.region]
    for each in areas:
        point = scene.at(*each["at"])
        if scene.in_sight(point, 10):
            ask = _Ask(each["name"], "", 14, "mut", italic=True, role="letter", tracking=2.5)
            scene.ask(f"area:{each['name']}", ask, point, each["priority"], is_area=True)
    for _, box in degree_rects(scene.theme, scene.rect, scene.view):
        scene.taken.append(box)
