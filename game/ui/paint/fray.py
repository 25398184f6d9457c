"""Yarns that have given way: each hundred of fatigue is one yarn sprung from the rope, countable, no two alike; near breaking, yarns lift at the
knot.

Comes in: where the rope runs, how many yarns have parted, how far the rope is strained. Goes out: tufts on it, from the capital inward.
Never here: what they mean.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from random import Random

import pygame

from .rope_shape import LIGHT, drawn_radius, knot_line, thinning

RGB = tuple[int, int, int]
Spot = tuple[float, float]
SPACING = 3.1
"""Radii from one parted yarn to the next, where there is room."""
LIFTED = 9
"""Yarns that have lifted at the knot when the rope is about to break."""
_GOLDEN = 2.39996
"""Angle between one lifted yarn and the next: the first few already stand all round."""


def tuft_places(radius: float, width: int, first: float, count: int, is_left: bool) -> list[float]:
    """The x of each parted yarn on a band of that width, the capital's own first, `first` pixels from its edge."""
    # a thick rope in a narrow band: all ten still find room beside the knot
    step = min(SPACING * radius, (width / 2 - first - 11 * radius) / 9)
    inward = [first + step * k for k in range(count)]
    return inward if is_left else [width - x for x in inward]


def draw_frays(surface: pygame.Surface, radius: float, axis: Callable[[float], float], first: float, count: int, is_left: bool,
               hemp: RGB, fresh: int = 0, growth: float = 1.0) -> None:
    """`count` yarns have parted from that side of the band; odd ones stand up, even ones hang. The last `fresh` of them are just parting,
    and have sprung open by `growth`, 0..1."""
    for k, x in enumerate(tuft_places(radius, surface.get_width(), first, count, is_left)):
        grown = growth if k >= count - fresh else 1.0
        if grown > 0:
            picture = _tuft(radius, k, is_left, hemp, round(grown * 8))
            surface.blit(picture, (round(x) - picture.get_width() // 2, round(axis(x)) - picture.get_height() // 2),
                         special_flags=pygame.BLEND_PREMULTIPLIED)


@lru_cache(maxsize=96)
def _tuft(radius: float, place: int, is_left: bool, hemp: RGB, eighths: int) -> pygame.Surface:
    """A torn hollow in the rope, the sprung yarn that leans back towards its capital, and the stump it tore from; the axis in the middle."""
    fine, up, back = (4 if radius < 12 else 2), -1 if place % 2 == 0 else 1, -1 if is_left else 1
    patch, r, (x, y) = _patch(radius, 3.4, 3.4, fine)
    random, grown = Random(f"yarn {place} {is_left}"), eighths / 8
    hollow = [(x - back * r * dx, y + up * r * dy) for dx, dy in ((0.70, 1.10), (0.42, 0.66), (-0.10, 0.48), (-0.52, 0.78), (-0.72, 1.12))]
    pygame.draw.polygon(patch, _tone(hemp, 0.12), hollow)
    pygame.draw.lines(patch, _tone(hemp, 0.42), False, hollow[1:4], max(1, round(r * 0.10)))
    root = (x + back * r * 0.18, y + up * r * 0.68)
    _brush(patch, root, math.atan2(up * 0.85, back), r * (0.70 + 1.32 * grown), 0.16 + 0.32 * grown, 11, r, hemp, random)
    stump = (x - back * r * 0.45, y + up * r * 0.80)
    _brush(patch, stump, math.atan2(up * 0.7, -back), r * (0.4 + 0.4 * grown), 0.4, 4, r * 0.8, hemp, random)
    return _smooth(patch, fine)


@lru_cache(maxsize=48)
def lifted(radius: float, number: int, hemp: RGB) -> pygame.Surface | None:
    """What stands off the knot in that frame: whole yarns, and single fibres along the rope on both sides; the knot's middle in the middle.

    None while the rope is not strained.
    """
    strain, line = thinning(number), knot_line(number)
    if strain <= 0:
        return None
    fine = 4 if radius < 12 else 2
    patch, r, (x, y) = _patch(radius, 17.0, 6.4, fine)
    inner = [p for p in line.points if abs(p[0]) < 5.0]
    cx, cy = (sum(p[k] for p in inner) / len(inner) for k in (0, 1))
    thin = drawn_radius(1.0, number)

    def rim(angle: float) -> Spot:
        far = max(inner, key=lambda p: (p[0] - cx) * math.cos(angle) + (p[1] - cy) * math.sin(angle))
        return x + (far[0] + thin * 0.86 * math.cos(angle)) * r, y + (far[1] + thin * 0.86 * math.sin(angle)) * r

    yarns = strain * LIFTED
    for k in range(math.ceil(yarns)):
        random, grown = Random(f"lifted {k}"), min(1.0, yarns - k)
        angle = _GOLDEN * k - 1.9
        lean = angle + random.uniform(-0.5, 0.5)
        _brush(patch, rim(angle), lean, r * (0.6 + random.uniform(0.7, 1.15) * grown), 0.25 + 0.45 * grown, 7, r * 0.9, hemp, random)
    random = Random("fibres")
    for _ in range(round(40 * strain)):
        side, off, up = random.choice((-1, 1)), random.uniform(0.4, 11.0) ** 1.04, random.choice((-1, -1, 1))
        start = (x + side * (line.half * 0.62 + off) * r, y + up * thin * r * 0.84)
        lean, far = math.atan2(up * random.uniform(0.4, 1.0), side * random.uniform(-1.0, 0.4)), random.uniform(0.5, 1.1) * (1 - off / 16)
        _brush(patch, start, lean, r * far, 0.0, 1, r * 0.6, hemp, random)
    return _smooth(patch, fine)


def _patch(radius: float, wide: float, high: float, fine: int) -> tuple[pygame.Surface, float, Spot]:
    """An empty fine patch reaching so many radii from its middle; the fine radius, the fine middle."""
    half = (math.ceil(wide * radius) + 1, math.ceil(high * radius) + 1)
    return pygame.Surface((2 * half[0] * fine, 2 * half[1] * fine), pygame.SRCALPHA), radius * fine, (half[0] * fine, half[1] * fine)


def _smooth(patch: pygame.Surface, fine: int) -> pygame.Surface:
    return pygame.transform.smoothscale(patch.premul_alpha(), (patch.get_width() // fine, patch.get_height() // fine))


def _brush(patch: pygame.Surface, root: Spot, lean: float, length: float, spread: float, fibres: int, r: float, hemp: RGB, random: Random) -> None:
    """Fibres that spring from one root in the direction `lean`, fan out by `spread` to both sides, and curl at their tips."""
    for n in range(fibres):
        place = (n / (fibres - 1) - 0.5) * 2 if fibres > 1 else 0.0
        angle = lean + place * spread + random.uniform(-0.10, 0.10)
        far = length * random.uniform(0.70, 1.10)
        curl = random.uniform(0.15, 0.75) * (1 if random.random() < 0.75 else -1) * (1 if math.cos(lean) * math.sin(lean) > 0 else -1)
        across = (-math.sin(lean) * place * r * 0.16, math.cos(lean) * place * r * 0.16)
        start = (root[0] + across[0], root[1] + across[1])
        knee = (start[0] + math.cos(angle) * far * 0.55, start[1] + math.sin(angle) * far * 0.55)
        tip = (start[0] + math.cos(angle + curl) * far, start[1] + math.sin(angle + curl) * far)
        # fibres that lean to the lamp are pale, the others brown
        bright = 0.74 + 0.26 * (math.cos(angle) * LIGHT[0] + math.sin(angle) * LIGHT[1]) + random.uniform(-0.14, 0.22)
        _hair(patch, start, knee, tip, _tone(hemp, bright), r)


def _hair(patch: pygame.Surface, start: Spot, knee: Spot, tip: Spot, color: RGB, r: float) -> None:
    """A curve that thins to its end."""
    steps, before = 7, start
    for k in range(1, steps + 1):
        t = k / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        here = (a * start[0] + b * knee[0] + c * tip[0], a * start[1] + b * knee[1] + c * tip[1])
        pygame.draw.line(patch, color, before, here, max(2, round(r * 0.15 * (1 - 0.6 * t))))
        before = here


def _tone(hemp: RGB, bright: float) -> RGB:
    b = max(0.0, bright)
    return (min(255, round(hemp[0] * 1.12 * b)), min(255, round(hemp[1] * 1.08 * b)), min(255, round(hemp[2] * 0.98 * b)))
