"""The rope as geometry and light: where its middle runs, how its three strands lie, how bright each spot is.

Comes in: assets/knot.json and a radius. Goes out: paths in pixels and one formula of shade that the plain drawing and the bake share.
Never here: pygame, numpy; a picture.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from . import assets

_TIED = 24
"""Frames that assets/knot.json holds."""
_BETWEEN = 4
FRAMES = (_TIED - 1) * _BETWEEN + 1
"""Frames that are drawn, one for each eleven of pressure: those tied, and steps between them."""
PITCH = 2.4
"""Length of one strand's turn as seen, in radii, while the rope is not strained."""
DRAWN_OUT = 0.30
"""How much longer a strand's turn is near breaking: a rope under load untwists."""
LEAN = 1.15
"""Strands seen across half the rope's girth."""
LIGHT = (-0.32, -0.60, 0.73)
"""Towards the lamp: from the upper left, before the window. Screen y runs down."""
STRAINED = 0.68
"""From this tightness on the knot cannot close much more: the rope itself grows thin, its strands draw out and are crushed, and yarns lift."""

Path = list[tuple[float, float, float]]


@dataclass(frozen=True)
class KnotLine:
    """One frame's middle line in radii: x to the right, y down the screen, z towards the eye; it starts and ends on the axis."""

    points: tuple[tuple[float, float, float], ...]
    half: float
    """It runs from -half to half."""


@lru_cache(maxsize=FRAMES)
def knot_line(number: int) -> KnotLine:
    """The middle line of frame 0 (slack) to FRAMES-1 (stone)."""
    tied, part = divmod(number, _BETWEEN)
    points = _tied(tied)
    if part:
        tighter = _tied(tied + 1)
        # rope is drawn out of the knot at both ends alike: the middles stay together
        points = points[(len(points) - len(tighter)) // 2:][:len(tighter)]
        share = part / _BETWEEN
        points = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share) for a, b in zip(points, tighter)]
    bent = [abs(p[0]) for p in points if abs(p[1]) > 0.004 or abs(p[2]) > 0.01]
    half = min(max(bent) + 0.6, -points[0][0], points[-1][0])
    # only outer points may be cut: inside the knot the line doubles back through the same x
    first = max((k for k in range(len(points) // 3) if points[k][0] <= -half), default=0)
    last = min((k for k in range(len(points) * 2 // 3, len(points)) if points[k][0] >= half), default=len(points) - 1)
    return KnotLine(((-half, 0.0, 0.0), *points[first + 1:last], (half, 0.0, 0.0)), half)


@lru_cache(maxsize=_TIED)
def _tied(number: int) -> Path:
    steps = assets.load("knot.json")["frames"][number]
    x = y = z = 0
    points = []
    for dx, dy, dz in zip(steps[::3], steps[1::3], steps[2::3]):
        x, y, z = x + dx, y + dy, z + dz
        points.append((x / 1000, -y / 1000, z / 1000))
    return points


def frame_number(pressure: float) -> int:
    """The frame that shows a pressure of 0..1000."""
    return max(0, min(FRAMES - 1, round(pressure / 1000 * (FRAMES - 1))))


def thinning(number: int) -> float:
    """How far the rope itself is strained in that frame, 0..1."""
    return max(0.0, number / (FRAMES - 1) - STRAINED) / (1 - STRAINED)


def drawn_radius(radius: float, number: int) -> float:
    """The rope's radius in that frame: up to a seventh thinner near breaking."""
    return radius * (1 - 0.14 * thinning(number))


def turn(number: int) -> float:
    """Length of one strand's turn in that frame, in radii."""
    return PITCH * (1 + DRAWN_OUT * thinning(number))


def smooth_path(line: KnotLine, radius: float, step: float) -> Path:
    """The line in pixels, a point every `step` pixels, corners rounded over half a radius."""
    points = [(x * radius, y * radius, z * radius) for x, y, z in line.points]
    lengths = [0.0]
    for a, b in pairwise(points):
        lengths.append(lengths[-1] + math.dist(a, b))
    count = max(2, round(lengths[-1] / step))
    even: Path = []
    k = 0
    for n in range(count + 1):
        s = lengths[-1] * n / count
        while k < len(points) - 2 and lengths[k + 1] < s:
            k += 1
        part = (s - lengths[k]) / max(1e-9, lengths[k + 1] - lengths[k])
        a, b = points[k], points[k + 1]
        even.append((a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part))
    for _ in range(2):
        even = _rounded(even, max(1, round(0.4 * radius / step)))
    return even


def _rounded(path: Path, reach: int) -> Path:
    """A running mean over 2*reach+1 points, shorter towards the ends, which stay where they are."""
    sums: Path = [(0.0, 0.0, 0.0)]
    for x, y, z in path:
        a = sums[-1]
        sums.append((a[0] + x, a[1] + y, a[2] + z))
    out: Path = []
    for n in range(len(path)):
        r = min(reach, n, len(path) - 1 - n)
        low, high, width = sums[n - r], sums[n + r + 1], 2 * r + 1
        out.append(((high[0] - low[0]) / width, (high[1] - low[1]) / width, (high[2] - low[2]) / width))
    return out


def facet(across: float, phase: float) -> tuple[float, float, float, float]:
    """A spot of the rope's surface, `across` -1..1 along its normal (-ty, tx) and `phase` 0..1 over a strand, readied for `shade`."""
    deep = math.sqrt(max(0.0, 1 - across * across))
    lobe = math.sin(math.pi * phase)
    return across * 0.85, math.cos(math.pi * phase) * 0.55, deep * LIGHT[2], (0.42 + 0.58 * lobe ** 0.6) * (0.72 + 0.28 * deep)


def shade(tx: float, ty: float, spot: tuple[float, float, float, float]) -> float:
    """Brightness (about 0..1.25) of a facet where the rope runs in the direction (tx, ty) on the screen."""
    side, bulge, front, gain = spot
    lit = (tx * bulge - ty * side) * LIGHT[0] + (tx * side + ty * bulge) * LIGHT[1] + front
    return gain * (0.17 + 0.90 * (0.0 if lit < 0 else 1.2 if lit > 1.2 else lit))


def tint(hemp: tuple[int, int, int], bright: float) -> tuple[int, int, int]:
    """The rope's colour at a brightness: darker spots are browner, the brightest a little pale."""
    over = max(0.0, bright - 0.82)
    r, g, b = (hemp[0] * 1.16 * bright, hemp[1] * (1.05 + 0.06 * bright) * bright, hemp[2] * (0.88 + 0.18 * bright) * bright)
    return (min(255, round(r + 70 * over)), min(255, round(g + 68 * over)), min(255, round(b + 62 * over)))


SHADES = 128
"""Steps a brightness unit is cut into by `tints`."""


@lru_cache(maxsize=8)
def tints(hemp: tuple[int, int, int]) -> tuple[tuple[int, int, int], ...]:
    """`tint` for every brightness from 0 up, SHADES to the unit."""
    return tuple(tint(hemp, n / SHADES) for n in range(SHADES * 3 // 2))
