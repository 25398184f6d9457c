"""The chart as one seat knows it: names, the line, tracks, sites, incidents, on the bare chart of chart_base.

Comes in: MapFacts and a rectangle. Goes out: a chart inside it whose names never overlap. Never here: a thing the facts do not say.
"""

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pygame

from ...wording.board import MapFacts
from ..theme import Theme
from . import assets, gauge, text
from .chart_base import MAX_ZOOM, REGIONS, WHOLE, View, away, chart, degree_rects, miles_between, project, unproject
from .labels import Placed, Wanted, place
from .marks import Pen, Point, cross, side_shape, triangle

__all__ = ["MAX_ZOOM", "REGIONS", "WHOLE", "View", "away", "chart", "draw_chart", "line_points", "names_on_chart",
           "project", "unproject"]

READINESS = "readiness"
_TOWN_DOT = 1.8


@dataclass(frozen=True)
class _Ask:
    """How one label is drawn, beside what the placer needs."""

    words: str
    size: float = 13
    token: str = "ink"
    bold: bool = False
    italic: bool = False
    role: str = "label"
    tracking: float = 0.0


@dataclass
class _Scene:
    """One chart being drawn: labels wanted and rectangles taken pile up here."""

    theme: Theme
    rect: pygame.Rect
    view: View
    side: str
    """The eyes it is drawn for: the other side's doings are open signs and dashes."""
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

    def take(self, point: Point, half: float) -> pygame.Rect:
        r = half * self.theme.scale
        rect = pygame.Rect(round(point[0] - r), round(point[1] - r), round(2 * r), round(2 * r))
        self.taken.append(rect)
        return rect

    def ask(self, id: str, ask: _Ask, point: Point, priority: int, gap: float = 7, must: bool = False, is_area: bool = False) -> None:
        wide = text.measure(self.theme, ask.words, ask.role, ask.size, ask.bold, ask.italic, ask.tracking)
        font = self.theme.font(ask.role, ask.size, ask.bold, ask.italic)
        high = font.get_ascent() - font.get_descent()
        self.wanted.append(Wanted(id, point, (wide + 2, high), priority, self.theme.px(gap), must, is_area))
        self.asks[id] = ask


def line_points() -> list[list[tuple[float, float]]]:
    """The quarantine line as (lon, lat) paths: the outer edge of the two circles, on the ocean side."""
    line = assets.load("places.json")["line"]
    centres, radius = line["centres"], line["radius_nm"]
    paths: list[list[tuple[float, float]]] = []
    for own in centres:
        others = [_spot(c["at"]) for c in centres if c is not own]
        path: list[tuple[float, float]] = []
        for bearing in range(own["from"], own["to"] + 1, 2):
            place_ = away(*_spot(own["at"]), radius, bearing)
            if all(miles_between(place_, other) >= radius for other in others):
                path.append(place_)
        paths.append(path)
    return paths


def draw_chart(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, facts: MapFacts, side: str,
               view: View = WHOLE) -> dict[str, pygame.Rect]:
    """The chart with all that `side` (`washington` or `moscow`) knows stands in `rect`; returns the rectangle of each thing drawn, for hit tests.

    Names: `incident:<id>`, `site:<id>`, `place:<id>`, `quarantine`, `readiness`.
    """
    before = surface.get_clip()
    surface.set_clip(rect.clip(before))
    surface.blit(chart(theme, rect.size, view), rect)
    scene = _Scene(theme, rect, view, side)
    with Pen(surface, theme, rect) as pen:
        labels = _draw_scene(pen, scene, facts)
    for label in labels:
        if label.name == READINESS:
            _write_readiness(surface, scene, facts, label.rect)
        else:
            _write(surface, scene, label)
        scene.things.setdefault(label.name, label.rect)
    pygame.draw.rect(surface, theme.color("coast"), rect, theme.px(1))
    surface.set_clip(before)
    return {name: box.clip(rect) for name, box in scene.things.items()}


def names_on_chart(theme: Theme, rect: pygame.Rect, facts: MapFacts, side: str,
                   view: View = WHOLE) -> list[Placed]:
    """Where the names stand, placed as `draw_chart` places them: for a test that none overlap."""
    with Pen(pygame.Surface((1, 1)), theme, pygame.Rect(0, 0, 1, 1)) as pen:
        return _draw_scene(pen, _Scene(theme, rect, view, side), facts)


def _draw_scene(pen: Pen, scene: _Scene, facts: MapFacts) -> list[Placed]:
    """Lines and signs are drawn, then every name that finds room gets it."""
    is_home = scene.view.region == "caribbean"
    if is_home:
        _draw_line(pen, scene, facts.quarantine)
        _draw_tracks(pen, scene, facts.flights)
        _draw_sites(pen, scene, facts)
    _draw_places(pen, scene)
    if is_home:
        _draw_incidents(pen, scene, facts)
    _ask_areas(scene)
    labels = place(scene.wanted, scene.rect.inflate(-scene.theme.px(4), -scene.theme.px(4)), scene.taken, scene.soft)
    for label in labels:
        if label.leader:
            pen.line(label.leader, "mut", 0.9)
    return labels


def _write(surface: pygame.Surface, scene: _Scene, label: Placed) -> None:
    ask = scene.asks[label.name]
    ground = scene.theme.color("land")
    base = chart(scene.theme, scene.rect.size, scene.view)
    spots = [(label.rect.left + label.rect.w * k // 6 - scene.rect.x, label.rect.centery - scene.rect.y) for k in range(1, 6)]
    on_land = sum(base.get_at(spot)[:3] == (ground.r, ground.g, ground.b) for spot in spots)
    text.line(surface, scene.theme, ask.words, (label.rect.x + 1, label.rect.y), ask.role, ask.size, ask.token, bold=ask.bold, italic=ask.italic,
              anchor="top", tracking=ask.tracking, halo="land" if on_land >= 3 else "sea")


def _draw_line(pen: Pen, scene: _Scene, rung: int) -> None:
    """Two arcs with ticks on their outer side; as many pickets a rung as the line is strict."""
    if not rung:
        return
    line = assets.load("places.json")["line"]
    for own, path in zip(line["centres"], line_points()):
        points = [scene.at(*p) for p in path]
        pen.line(points, "us", 2.2)
        centre = _spot(own["at"])
        for place_ in path:
            outer = away(*centre, miles_between(centre, place_) + 15, _bearing(centre, place_))
            pen.line([scene.at(*place_), scene.at(*outer)], "us", 1)
        scene.soft += [_around([a, b], scene.theme.px(3)) for a, b in pairwise(points)]
        scene.things["quarantine"] = _around(points, scene.theme.px(6))
    for lon, lat, bearing in line["pickets"][:2 * rung]:
        point = scene.at(*away(lon, lat, line["radius_nm"], bearing))
        side_shape(pen, point, "washington", 4.2, hollow=None if scene.side == "washington" else "sea")
        half = scene.theme.px(6)
        scene.soft.append(pygame.Rect(round(point[0]) - half, round(point[1]) - half, 2 * half, 2 * half))
    middle = _spot(line["centres"][1]["at"])
    spots = [scene.at(*away(*middle, line["radius_nm"], bearing)) for bearing in (112, 100, 78, 51, 23)]
    named = next((spot for spot in spots if scene.in_sight(spot, scene.theme.px(36))), spots[0])
    scene.ask("line", _Ask(f"QUARANTINE {line['radius_nm']} nm, step {rung} of 4", 13, "us", bold=True), named, 70, 9, must=True)


def _around(points: list[Point], grow: int) -> pygame.Rect:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return pygame.Rect(round(min(xs)), round(min(ys)), round(max(xs) - min(xs)), round(max(ys) - min(ys))).inflate(2 * grow, 2 * grow)


def _spot(at: Any) -> tuple[float, float]:
    """(lon, lat) as places.json holds it."""
    lon, lat = at
    return float(lon), float(lat)


def _bearing(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Near enough for a short tick: the flat angle with longitude shortened by latitude."""
    return math.degrees(math.atan2((end[0] - start[0]) * math.cos(math.radians((start[1] + end[1]) / 2)), end[1] - start[1]))


def _draw_tracks(pen: Pen, scene: _Scene, rung: int) -> None:
    tracks = assets.load("places.json")["tracks"]
    if rung >= 1:
        points = [scene.at(*p) for p in tracks["high"]]
        pen.dash(points, "ink", 1.2, 6, 4)
        words = "U-2 track" if scene.side == "washington" else "U-2, supposed track"
        scene.ask("flights", _Ask(words, 12, "mut", italic=True, role="ui"), points[1], 20, 5)
    if rung >= 2:
        for loop in tracks["low"]:
            points = [scene.at(*p) for p in loop]
            pen.dash(points, "us", 1.2, 2.5, 2.5)
        scene.ask("low", _Ask("low-level runs", 12, "mut", italic=True, role="ui"), scene.at(*tracks["low"][1][4]), 18, 5)


def _draw_sites(pen: Pen, scene: _Scene, facts: MapFacts) -> None:
    """Each SS-4 group is a triangle filled from its foot as far as it is ready; SS-5 sites are open: none was ever ready."""
    for site in assets.load("places.json")["sites"]:
        point = scene.at(*site["at"])
        if not scene.in_sight(point):
            continue
        triangle(pen, point, 6.5, "su", hollow="paper")
        if site["type"] == "SS-4" and facts.sites > 0:
            _fill_triangle(pen, point, 6.5, facts.sites / 1000)
        scene.things[f"site:{site['id']}"] = scene.take(point, 8)
        scene.ask(f"name:{site['id']}", _Ask(site["name"]), point, 64 if site["type"] == "SS-4" else 7, 9, must=site["type"] == "SS-4")
    if facts.sites > 0:
        _ask_readiness(scene, facts)


def _ask_readiness(scene: _Scene, facts: MapFacts) -> None:
    """How far the sites are, with how far off that may be: a small gauge in the sea south of them, if there is room."""
    words = f"sites {facts.sites}" + (f" \u00b1{facts.sites_margin}" if facts.sites_margin else "") + " ready"
    point = scene.at(*_spot(assets.load("places.json")["readiness"]))
    ask = _Ask(words, 13, "su", bold=True)
    size = (max(scene.theme.px(96), text.measure(scene.theme, words, ask.role, ask.size, ask.bold) + scene.theme.px(4)),
            scene.theme.line_height(ask.role, ask.size) + scene.theme.px(12))
    scene.wanted.append(Wanted(READINESS, point, size, 63, is_area=True))
    scene.asks[READINESS] = ask


def _write_readiness(surface: pygame.Surface, scene: _Scene, facts: MapFacts, rect: pygame.Rect) -> None:
    ask, low = scene.asks[READINESS], scene.theme.px(14)
    text.line(surface, scene.theme, ask.words, (rect.centerx, rect.top), ask.role, ask.size, ask.token, bold=True, align="center", anchor="top",
              halo="sea")
    gauge.readiness(surface, scene.theme, pygame.Rect(rect.left, rect.bottom - low, rect.width, low), facts.sites, facts.sites_margin, ground="sea")


def _fill_triangle(pen: Pen, centre: Point, size: float, part: float) -> None:
    r, (x, y) = size * pen.theme.scale, centre
    top, foot = y - r * 1.1, y + r * 0.8
    edge = foot - (foot - top) * part
    half = r * (edge - top) / (foot - top)
    pen.polygon([(x - half, edge), (x + half, edge), (x + r, foot), (x - r, foot)], "su")


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
        scene.things[f"place:{each['id']}"] = scene.take(point, half)
        scene.ask(f"town:{each['id']}", _Ask(each["name"], 13, token, bold), point, each["priority"], half + 2, must=kind in ("jupiters", "capital"))


def _draw_incidents(pen: Pen, scene: _Scene, facts: MapFacts) -> None:
    """A cross where it happened; what happened off the chart is named in a corner with an open cross."""
    known = assets.load("places.json")["incidents"]
    elsewhere = 0
    for id, name, is_serious in facts.incidents:
        token, width = ("warn", 2.6) if is_serious else ("ink", 1.5)
        spot = known.get(id)
        if spot is None or not scene.in_sight(scene.at(*spot), 8):
            elsewhere += 1
            point = (float(scene.rect.right - scene.theme.px(16)), float(scene.rect.top + scene.theme.px(16 + 20 * elsewhere)))
            words = f"off the chart: {name}"
        else:
            point, words = scene.at(*spot), name
        cross(pen, point, 6 if is_serious else 4.5, token, width)
        scene.things[f"incident:{id}"] = scene.take(point, 7)
        scene.ask(f"event:{id}", _Ask(words, 13, token, bold=is_serious), point, 90 if is_serious else 80, 10, must=True)


def _ask_areas(scene: _Scene) -> None:
    for each in assets.load("places.json")["areas"][scene.view.region]:
        point = scene.at(*each["at"])
        if scene.in_sight(point, 10):
            ask = _Ask(each["name"], 14, "mut", italic=True, role="letter", tracking=2.5)
            scene.ask(f"area:{each['name']}", ask, point, each["priority"], is_area=True)
    for _, box in degree_rects(scene.theme, scene.rect, scene.view):
        scene.taken.append(box)
