"""The rope across the window: the one thing drawn with light and depth.

Comes in: pressure and fatigue on their 0..1000 scale. Goes out: a band with the rope (knot as tight as pressure, sag its inverse, one parted
yarn for each 100 of fatigue from each capital inward). Never here: words of the game; `slots` says where a screen may write them.
"""

import math
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from random import Random

import pygame

from ..theme import Theme
from . import fray, gauge
from .knot import KnotCache
from .rope_plain import PHASES, RGB, KnotPicture, RopeStrip, plain_knot, plain_strip
from .rope_shape import FRAMES, frame_number, thinning

_LAMP = 27
"""The lamp's strength, of 255."""
FORMS = ("room", "compact", "title", "projector")
_AXIS = {"room": (60, 8.0), "compact": (37, 6.4), "title": (146, 19.0), "projector": (84, 15.0)}
"""Design pixels from the band's top to the rope, and the rope's radius."""
_SAG = {"room": 8, "compact": 7, "title": 26, "projector": 18}
_FRAY_FROM = {"room": 27, "compact": 40, "title": 65, "projector": 50}
"""Design pixels from the edge to the first parted yarn."""
_NAMED = 170
"""Design pixels that a capital's name and clock take in the compact band, at text size 1: there the yarns keep clear of them."""
_AIR = 6
"""Design pixels the rope hangs lower under very large names."""
_HIGH = {"room": 136, "compact": 80, "title": 300, "projector": 180}


@dataclass(frozen=True)
class Strain:
    """What the rope shows. All on the 0..1000 scale."""

    pressure: float
    washington: int | None = 0
    """Fatigue, parts yarns from the left; None = not known, none drawn."""
    moscow: int | None = 0
    """Fatigue or the estimate of it, parts yarns from the right; None = not known, none drawn."""
    before: int | None = None
    """Pressure at the end of the last turn: a ring on the ruler."""
    forecast: tuple[int, int, int] | None = None
    """Staff's low, middle and high for the next turn: a brass whisker."""
    fresh: tuple[int, int] = (0, 0)
    """Of the yarns parted, the newest that are just springing open: Washington's, Moscow's."""
    growth: float = 1.0
    """How far they have sprung open, 0..1."""
    toward: float | None = None
    """Where the pressure will come to rest, while it is on its way: shown with what pictures there are, and not kept."""


@dataclass(frozen=True)
class Slots:
    """Where things stand on a band of one form, in pixels of that band."""

    axis_y: int
    radius: float
    head_left: pygame.Rect
    """For the name and clock of Washington."""
    head_middle: pygame.Rect
    """For the date; in the compact form only where the text is very large."""
    head_right: pygame.Rect
    foot_left: pygame.Rect
    """For the fatigue figures."""
    foot_right: pygame.Rect
    number: pygame.Rect
    """For `pressure 610`: right-aligned beside the ruler; in the compact form left-aligned, right of the knot."""
    ruler: pygame.Rect
    """Empty where the form has none."""
    after: pygame.Rect
    """For `+90 since morning`."""


def slots(theme: Theme, size: tuple[int, int], form: str = "room") -> Slots:
    """Where a screen may write on a band of that size and form; ValueError for a form that does not exist."""
    if form not in FORMS:
        raise ValueError(f"no form of rope {form!r}; there are {', '.join(FORMS)}")
    axis, radius = _AXIS[form]
    wide, high = size[0] / theme.scale, high_of(theme, form)
    middle = wide / 2
    empty = pygame.Rect(0, 0, 0, 0)

    def at(x: float, y: float, w: float, h: float) -> pygame.Rect:
        return theme.rect(x, y, w, h)

    r = radius * theme.scale
    if form == "compact":
        tall = _head_row(theme)
        air = _AIR if tall > 24 else 0
        y_foot, low = tall + 30 + air, high_of(theme, form) - tall - 34 - air
        return Slots(theme.px(axis + tall - 24 + air), r, at(16, 4, 380, tall), at(396, 4, wide - 792, tall), at(wide - 396, 4, 380, tall),
                     at(16, y_foot, 280, low), at(wide - 296, y_foot, 280, low), at(middle + 64, y_foot, 260, low), empty, empty)
    if form == "title":
        return Slots(theme.px(axis), r, at(16, 60, 380, 24), empty, at(wide - 396, 60, 380, 24),
                     at(16, 250, 280, 22), at(wide - 296, 250, 280, 22), at(middle + 64, 250, 260, 22), empty, empty)
    k, foot = (gauge.LARGE, 190) if form == "projector" else (1.0, 270)
    top = high - 46 * k
    return Slots(theme.px(axis), r, at(16, 6, 360, 26 * k), at(380, 5, wide - 760, 27 * k), at(wide - 376, 6, 360, 26 * k),
                 at(16, high - 31 * k, foot, 25 * k), at(wide - foot + 14, high - 31 * k, foot - 30, 25 * k),
                 at(middle - 340 * k, high - 38 * k, 136 * k, 28 * k), at(middle - 192 - 28 * k, top, 384 + 56 * k, 46 * k),
                 at(middle + 192 + 20 * k, high - 38 * k, 160 * k, 24 * k))


def high_of(theme: Theme, form: str) -> float:
    """How tall a band of that form is, in design pixels: the compact one grows with very large text."""
    more = _head_row(theme) - 24
    return _HIGH[form] + (2 * more + _AIR if form == "compact" and more else 0)


def _head_row(theme: Theme) -> int:
    return round(24 * max(1.0, theme.text_scale / 1.3))


def level(pressure: float) -> float:
    """How tight the knot is, 0..1."""
    return max(0.0, min(1.0, pressure / 1000))


def parted(fatigue: int) -> int:
    """Yarns parted: one for each full 100 of fatigue, 0..10."""
    return max(0, min(10, fatigue // 100))


def sag(theme: Theme, form: str, pressure: float) -> float:
    """Pixels the rope's middle hangs under its ends."""
    slack = 1 - level(pressure)
    return _SAG[form] * theme.scale * slack * math.sqrt(slack)


@lru_cache(maxsize=8)
def ground(theme: Theme, size: tuple[int, int], is_soft: bool = False, middle: float = 0.5) -> pygame.Surface:
    """The room behind the rope: dark, with the lamp's warm light in the middle. Do not draw on it.

    is_soft: the light ends before the upper and lower edge. middle: how far down the lamp shines, 0..1, for a picture of the whole window.
    """
    picture = pygame.Surface(size, 0, 32)
    picture.fill(theme.color("room"))
    if theme.is_high_contrast:
        return picture
    lamp = theme.color("lamp")
    glow = pygame.Surface((64, 24), pygame.SRCALPHA)
    across = [math.exp(-(((i - 31.5) / 32 / 0.38) ** 2)) for i in range(64)]
    for j in range(24):
        y = ((j + 0.5) / 24 - middle) * 2
        down = math.exp(-((y / 0.95) ** 2)) * ((1 - y * y) ** 1.5 if is_soft else 1.0)
        for i in range(64):
            glow.set_at((i, j), (lamp.r, lamp.g, lamp.b, round(255 * across[i] * down)))
    # the light is faint: it is kept strong until it has its size, and a grain breaks up the steps that are left
    glow = pygame.transform.smoothscale(glow, size)
    glow.set_alpha(_LAMP)
    picture.blit(glow, (0, 0))
    tile = _dust()
    for y in range(0, size[1], tile.get_height()):
        for x in range(0, size[0], tile.get_width()):
            picture.blit(tile, (x, y), special_flags=pygame.BLEND_RGB_ADD)
    return picture


@lru_cache(maxsize=1)
def _dust() -> pygame.Surface:
    side = 128
    grain = pygame.image.frombuffer(Random("dust").randbytes(side * side), (side, side), "P")
    grain.set_palette([(value & 1,) * 3 for value in range(256)])
    tile = pygame.Surface((side, side), 0, 32)
    tile.blit(grain, (0, 0))
    return tile


def rope_band(theme: Theme, size: tuple[int, int], strain: Strain, *, form: str = "room", knots: KnotCache | None = None,
              with_ruler: bool = True) -> pygame.Surface:
    """The whole band as an opaque picture; do not draw on it. With a KnotCache that has the frame it is the baked rope, else at once the plain
    one."""
    places = slots(theme, size, form)
    number, hemp = frame_number(strain.pressure), _hemp(theme)
    goal = None if strain.toward is None else frame_number(strain.toward)
    knot, strip, is_fine = _rope_pictures(places.radius, number, hemp, knots, goal)
    key = (theme, size, strain, form, with_ruler, is_fine)
    band = _bands.get(key)
    if band is None:
        band = ground(theme, size, form in ("title", "projector")).copy()
        _draw_rope(band, theme, strain, form, places, knot, strip)
        if with_ruler and places.ruler.w:
            gauge.ruler(band, theme, places.ruler, strain.pressure, before=strain.before, forecast=strain.forecast, is_large=form == "projector")
        if form in ("room", "compact"):
            pygame.draw.line(band, theme.color("line"), (0, size[1] - 1), (size[0] - 1, size[1] - 1), theme.px(1))
        if strain.toward is None:
            _bands[key] = band
            if len(_bands) > _BANDS_KEPT:
                _bands.popitem(last=False)
    return band


_bands: "OrderedDict[object, pygame.Surface]" = OrderedDict()
_BANDS_KEPT = 4


def drop_bands() -> None:
    """Every kept picture of a band is forgotten."""
    _bands.clear()


def _draw_rope(band: pygame.Surface, theme: Theme, strain: Strain, form: str, places: Slots, knot: KnotPicture, strip: RopeStrip) -> None:
    width, number, hemp = band.get_width(), frame_number(strain.pressure), _hemp(theme)
    hang = sag(theme, form, strain.pressure)
    axis = _Axis(width, round(places.axis_y + 0.3 * hang), hang, knot.half)
    _lay_strip(band, strip, axis)
    middle = round(axis(width / 2))
    band.blit(knot.surface, (width // 2 - knot.left, middle - knot.above), special_flags=pygame.BLEND_PREMULTIPLIED)
    hairs = fray.lifted(places.radius, number, hemp)
    if hairs:
        band.blit(hairs, hairs.get_rect(center=(width // 2, middle)), special_flags=pygame.BLEND_PREMULTIPLIED)
    first = _FRAY_FROM[form] + (_NAMED * theme.text_scale if form == "compact" else 0)
    for fatigue, is_left in ((strain.washington, True), (strain.moscow, False)):
        if fatigue is not None:
            fray.draw_frays(band, places.radius, axis, first * theme.scale, parted(fatigue), is_left, hemp,
                            strain.fresh[not is_left], strain.growth)


def plain_rope_band(theme: Theme, size: tuple[int, int], strain: Strain, *, form: str = "room", with_ruler: bool = True) -> pygame.Surface:
    """The band drawn at once and without numpy: for the first frame."""
    return rope_band(theme, size, strain, form=form, knots=None, with_ruler=with_ruler)


def prepare(theme: Theme, size: tuple[int, int], pressures: tuple[float, float], knots: KnotCache, form: str = "room") -> bool:
    """Every knot between two pressures is asked for, for a rope that may move; True if all of them are ready."""
    radius, hemp = slots(theme, size, form).radius, _hemp(theme)
    first, last = sorted(map(frame_number, pressures))
    ready = [(knots.frame(radius, n, hemp, True), knots.strip(radius, _strip_frame(n), hemp, True)) for n in range(first, last + 1)]
    return all(knot and strip for knot, strip in ready)


def _strip_frame(number: int) -> int:
    """Straight rope looks the same in every frame before it begins to thin."""
    return number if thinning(number) else 0


def _rope_pictures(radius: float, number: int, hemp: RGB, knots: KnotCache | None, goal: int | None) -> tuple[KnotPicture, RopeStrip, bool]:
    """Knot and straight rope of a frame, and whether they are the fine ones; a rope on its way to a goal makes do with the nearest frame there
    is, so that no frame of its way has to be drawn."""
    if goal is not None and knots:
        knots.frame(radius, goal, hemp)         # wanted at the end, asked for at once
        knots.strip(radius, _strip_frame(goal), hemp)
        here = set(knots.here(radius, hemp))
        there = [n for n in range(FRAMES) if ("knot", n) in here and ("strip", _strip_frame(n)) in here]
        number = min(there, key=lambda n: abs(n - number), default=goal)
    if knots:
        knot, strip = knots.frame(radius, number, hemp), knots.strip(radius, _strip_frame(number), hemp)
        if knot and strip:
            return knot, strip, True
    return plain_knot(radius, number, hemp), plain_strip(radius, _strip_frame(number), hemp), False


def _hemp(theme: Theme) -> RGB:
    c = theme.color("hemp")
    return (c.r, c.g, c.b)


@dataclass(frozen=True)
class _Axis:
    """The height of the rope at x: it hangs from both edges and is level where the knot is. The knot's own height is a whole pixel."""

    width: int
    low: int
    hang: float
    half: int

    @property
    def reach(self) -> float:
        """Pixels from where the knot ends to the edge."""
        return max(1.0, self.width / 2 - self.half)

    def __call__(self, x: float) -> float:
        off = max(0.0, min(1.0, (abs(x - self.width / 2) - self.half) / self.reach))
        return self.low - self.hang * off * off

    def runs(self) -> list[tuple[int, int, int]]:
        """From the knot outwards, (pixels from the knot where it begins, where it ends, height in parts of a pixel) of stretches of one
        height."""
        found, begun, height = [], 0, self.low * PHASES
        while begun < self.reach:
            share = (self.low - (height - 0.5) / PHASES) / self.hang if self.hang > 0 else 1.0
            end = math.ceil(self.reach if share >= 1 else max(begun + 1, self.reach * math.sqrt(share)))
            found.append((begun, end, height))
            begun, height = end, height - 1
        return found


def _lay_strip(band: pygame.Surface, strip: RopeStrip, axis: _Axis) -> None:
    """Straight rope from the knot to both edges, in runs of equal height within a quarter of a pixel; strands meet the knot's."""
    long, high = strip.pictures[0].get_size()
    left, right = axis.width // 2 - axis.half, axis.width // 2 + axis.half
    for begun, end, quarter in axis.runs():
        y, phase = divmod(quarter, PHASES)
        for start, stop, joint in ((right + begun, min(axis.width, right + end), right), (max(0, left - end), left - begun, left)):
            x = start
            while x < stop:
                offset = (x - joint) % long
                run = min(stop - x, long - offset)
                band.blit(strip.pictures[phase], (x, y - strip.above), (offset, 0, run, high), special_flags=pygame.BLEND_PREMULTIPLIED)
                x += run
