"""Parted yarns: each hundred of fatigue is one yarn sprung from the rope, countable, no two alike.

Comes in: where the rope runs and how many yarns have parted. Goes out: tufts on it, from the capital inward. Never here: what they mean.
"""

import math
from collections.abc import Callable
from random import Random

import pygame

from .rope_shape import LIGHT

RGB = tuple[int, int, int]
SPACING = 3.1
"""Radii from one parted yarn to the next, where there is room."""


def tuft_places(radius: float, width: int, first: float, count: int, is_left: bool) -> list[float]:
    """The x of each parted yarn on a band of that width, the capital's own first, `first` pixels from its edge."""
    # a thick rope in a narrow band: all ten still find room beside the knot
    step = min(SPACING * radius, (width / 2 - first - 11 * radius) / 9)
    inward = [first + step * k for k in range(count)]
    return inward if is_left else [width - x for x in inward]


def reach(radius: float) -> int:
    """Pixels a tuft may stand off the rope's axis."""
    return math.ceil(radius * 3.4) + 2


def draw_frays(surface: pygame.Surface, radius: float, axis: Callable[[float], float], first: float, count: int, is_left: bool,
                hemp: RGB) -> None:
    """`count` yarns have parted from that side of the band; odd ones stand up, even ones hang."""
    high, fine = reach(radius), 4 if radius < 12 else 3
    for k, x in enumerate(tuft_places(radius, surface.get_width(), first, count, is_left)):
        stands = k % 2 == 0
        box = pygame.Rect(round(x - 3.2 * radius), round(axis(x)) - (high if stands else 0), round(6.4 * radius), high)
        patch = pygame.Surface((box.w * fine, box.h * fine), pygame.SRCALPHA)
        _tuft(patch, ((x - box.x) * fine, (axis(x) - box.y) * fine), radius * fine, -1 if stands else 1, 1 if is_left else -1, hemp,
              Random(f"yarn {k} {is_left}"))
        smooth = pygame.transform.smoothscale(patch.premul_alpha(), box.size)
        surface.blit(smooth, box.topleft, special_flags=pygame.BLEND_PREMULTIPLIED)


def _tuft(patch: pygame.Surface, at: tuple[float, float], r: float, up: int, inward: int, hemp: RGB, random: Random) -> None:
    """A torn hollow in the rope and two brushes of fibres that spring from it, the longer one back towards the capital."""
    x, y = at
    root = (x, y + up * r * 0.72)
    hollow = [(x - r * 0.62, y + up * r * 1.06), (x - r * 0.30, y + up * r * 0.62), (x + r * 0.16, y + up * r * 0.50),
              (x + r * 0.58, y + up * r * 0.80), (x + r * 0.72, y + up * r * 1.08)]
    pygame.draw.polygon(patch, _tone(hemp, 0.14), hollow)
    pygame.draw.lines(patch, _tone(hemp, 0.45), False, hollow[1:4], max(1, round(r * 0.10)))
    for side, fibres, length in ((-inward, 8, 2.05), (inward, 5, 1.25)):
        for n in range(fibres):
            spread = (n / (fibres - 1) - 0.5) * 2
            far = length * random.uniform(0.72, 1.12) * r
            lean = math.radians(46 + spread * 30 + random.uniform(-7, 7))
            bend = random.uniform(0.15, 0.65) * (1 if random.random() < 0.8 else -0.6)
            start = (root[0] + side * r * (0.16 + 0.22 * (spread + 1)) * 0.6, root[1] - up * r * 0.06 * n / fibres)
            tip = (start[0] + side * math.cos(lean) * far, start[1] + up * math.sin(lean) * far)
            knee = (start[0] + side * math.cos(lean) * far * 0.45 - side * math.sin(lean) * far * bend * 0.4,
                    start[1] + up * math.sin(lean) * far * 0.62 + up * far * bend * 0.12)
            # fibres that lean to the lamp are pale, the others brown
            bright = 0.62 + 0.34 * max(-0.6, (side * -LIGHT[0] * -1 + up * LIGHT[1]) * 0.9) + random.uniform(-0.12, 0.22)
            _hair(patch, start, knee, tip, _tone(hemp, bright), r)


def _hair(patch: pygame.Surface, start: tuple[float, float], knee: tuple[float, float], tip: tuple[float, float], color: RGB, r: float) -> None:
    """A curve that thins to its end."""
    steps, before = 7, start
    for k in range(1, steps + 1):
        t = k / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        here = (a * start[0] + b * knee[0] + c * tip[0], a * start[1] + b * knee[1] + c * tip[1])
        pygame.draw.line(patch, color, before, here, max(2, round(r * 0.115 * (1 - 0.55 * t))))
        before = here


def _tone(hemp: RGB, bright: float) -> RGB:
    b = max(0.0, bright)
    return (min(255, round(hemp[0] * 1.12 * b)), min(255, round(hemp[1] * 1.08 * b)), min(255, round(hemp[2] * 0.98 * b)))


def draw_lifted(surface: pygame.Surface, radius: float, centre: tuple[float, float], line: tuple[tuple[float, float, float], ...], count: int,
                hemp: RGB) -> None:
    """Near breaking, single fibres lift from the knot: `count` hairs stand off its outline, always at the same spots."""
    inner = [p for p in line if abs(p[0]) < 4.5]
    if not count or not inner:
        return
    fine, random = 4 if radius < 12 else 3, Random("lifted")
    wide, high = math.ceil(6 * radius), math.ceil(5 * radius)
    box = pygame.Rect(round(centre[0]) - wide, round(centre[1]) - high, 2 * wide, 2 * high)
    patch = pygame.Surface((box.w * fine, box.h * fine), pygame.SRCALPHA)
    r = radius * fine
    for _ in range(count):
        x, y, _z = inner[random.randrange(len(inner))]
        out = math.atan2(y, x) + random.uniform(-0.5, 0.5)
        start = ((wide + (x + 0.8 * math.cos(out)) * radius) * fine, (high + (y + 0.8 * math.sin(out)) * radius) * fine)
        far, turn = random.uniform(0.6, 1.3) * r, random.uniform(-0.9, 0.9)
        knee = (start[0] + math.cos(out) * far * 0.6, start[1] + math.sin(out) * far * 0.6)
        tip = (start[0] + math.cos(out + turn) * far, start[1] + math.sin(out + turn) * far)
        _hair(patch, start, knee, tip, _tone(hemp, 0.62 - 0.3 * math.sin(out)), r * 0.8)
    surface.blit(pygame.transform.smoothscale(patch.premul_alpha(), box.size), box.topleft, special_flags=pygame.BLEND_PREMULTIPLIED)
