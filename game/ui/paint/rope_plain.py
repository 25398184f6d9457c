"""The rope drawn at once with polygons: strands as bands of flat facets, good enough for a first frame, no numpy.

Comes in: a radius, a frame, a colour. Goes out: a picture of the knot and a strip of straight rope, both with their soft shadow, premultiplied.
Never here: keeping a picture for a theme that changed; callers pass the colour.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

import pygame

from .rope_shape import LEAN, SHADES, Path, drawn_radius, facet, knot_line, shade, smooth_path, tint, tints, turn

RGB = tuple[int, int, int]
PHASES = 4
"""A strip of rope is kept at so many heights within a pixel, so that a sagging rope has no steps."""


@dataclass(frozen=True)
class KnotPicture:
    """A knot on its stretch of rope. Blit with BLEND_PREMULTIPLIED at (centre x - left, axis y - above)."""

    surface: pygame.Surface
    left: int
    """Pixels from its left edge to the knot's middle."""
    above: int
    """Pixels from its top edge to the rope's axis."""
    half: int
    """The rope's axis runs this far to either side; straight rope joins there."""


@dataclass(frozen=True)
class RopeStrip:
    """Straight rope to be laid end to end, one picture for each height within a pixel."""

    pictures: tuple[pygame.Surface, ...]
    above: int
    """Pixels from the top edge to the axis."""


def margins(radius: float) -> tuple[int, int]:
    """Pixels a picture of straight rope needs above and below its axis, shadow included."""
    return math.ceil(radius * 1.2) + 1, math.ceil(radius * 2.6) + 1


def knot_box(radius: float, number: int) -> tuple[int, int, int]:
    """Half width, height above and height below the axis of a knot's picture, in pixels, shadow included."""
    line = knot_line(number)
    ys = [p[1] for p in line.points]
    return round(line.half * radius), math.ceil((1.3 - min(ys)) * radius) + 1, math.ceil((max(ys) + 2.7) * radius) + 1


def strip_pitch(radius: float, number: int) -> int:
    """Whole pixels of one strand on straight rope in that frame."""
    return max(4, round(turn(number) * radius))


def _facets(patch: pygame.Surface, path: Path, origin: tuple[float, float], fine: int, radius: float, pitch: float, hemp: RGB,
            cells: tuple[int, int], first: int, last: int, order: bool, unit: float = 1.0) -> None:
    """Strands `first` to `last` along the path are drawn as quads of flat shade, the far ones first. path: a point
    every `unit` pixels."""
    along, across = cells
    edges = [-1 + 2 * j / across for j in range(across + 1)]
    shifts = [pitch * LEAN / math.pi * math.asin(t) for t in edges]
    spots = [[facet((edges[j] + edges[j + 1]) / 2, (i + 0.5) / along) for j in range(across)] for i in range(along)]
    colors, top = tints(hemp), len(path) - 1
    frame = []
    for n, (x, y, z) in enumerate(path):
        a, b = path[max(0, n - 2)], path[min(top, n + 2)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        length = math.hypot(dx, dy) or 1.0
        frame.append((x, y, z, dx / length, dy / length))

    def corner(s: float, t: float) -> tuple[float, float]:
        k = max(0, min(top - 1, int(s / unit)))
        x, y, _, tx, ty = frame[k]
        part = s - k * unit
        return (((x + tx * part - ty * t * radius) + origin[0]) * fine, ((y + ty * part + tx * t * radius) + origin[1]) * fine)

    strands = range(first, last)
    middles = {n: frame[max(0, min(top, round((n + 0.5) * pitch / unit)))] for n in strands}
    for n in sorted(strands, key=lambda n: middles[n][2]):
        middle = middles[n]
        grid = [[corner((n + i / along) * pitch + shifts[j], edges[j]) for j in range(across + 1)] for i in range(along + 1)]
        if order and middle[2] > 0.45 * radius:
            reach = 0.30 * radius * fine
            rim = [grid[i][0] for i in range(along + 1)] + [grid[along][j] for j in range(across + 1)]
            rim += [grid[i][across] for i in range(along, -1, -1)] + [grid[0][j] for j in range(across, -1, -1)]
            pygame.draw.polygon(patch, tint(hemp, 0.13), [(x + reach * 0.3, y + reach) for x, y in rim])
        for i in range(along):
            near, far, row = grid[i], grid[i + 1], spots[i]
            for j in range(across):
                color = colors[int(shade(middle[3], middle[4], row[j]) * SHADES)]
                pygame.draw.polygon(patch, color, (near[j], far[j], far[j + 1], near[j + 1]))


def soft_shadow(size: tuple[int, int], path: list[tuple[float, float]], radius: float) -> pygame.Surface:
    """The rope's shadow on the wall behind: black with soft edges, premultiplied."""
    small = max(2, round(radius * 0.5))
    w, h = max(2, math.ceil(size[0] / small)), max(2, math.ceil(size[1] / small))
    rough = pygame.Surface((w, h), pygame.SRCALPHA)
    fell = [((x + radius * 0.35) / small, (y + radius * 0.75) / small) for x, y in path]
    pygame.draw.lines(rough, (0, 0, 0, 140), False, fell, max(1, round(1.7 * radius / small)))
    return pygame.transform.smoothscale(pygame.transform.smoothscale(rough, (w * 2, h * 2)), (w * small, h * small)).subsurface((0, 0), size)


@lru_cache(maxsize=8)
def plain_knot(radius: float, number: int, hemp: RGB) -> KnotPicture:
    """The knot of a frame, drawn at once."""
    half, above, below = knot_box(radius, number)
    thin = drawn_radius(radius, number)
    unit = 1.0 if radius < 12 else 2.0
    path = smooth_path(knot_line(number), radius, unit)
    length = (len(path) - 1) * unit
    strands = max(1, round(length / (turn(number) * radius)))
    pitch = length / strands
    size = (2 * half, above + below)
    fine = 3 if radius < 12 else 2
    patch = pygame.Surface((size[0] * fine, size[1] * fine), pygame.SRCALPHA)
    cells = (5, 5)
    _facets(patch, path, (half, above), fine, thin, pitch, hemp, cells, -1, strands + 1, True, unit)
    rope = pygame.transform.smoothscale(patch.premul_alpha(), size)
    picture = soft_shadow(size, [(x + half, y + above) for x, y, _ in path], radius)
    picture.blit(rope, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
    return KnotPicture(picture, half, above, half)


@lru_cache(maxsize=12)
def plain_strip(radius: float, number: int, hemp: RGB) -> RopeStrip:
    """Straight rope, a few strands long, as thin as it is in that frame."""
    pitch, thin = strip_pitch(radius, number), drawn_radius(radius, number)
    above, below = margins(radius)
    fine = 4
    count = 2
    size = (pitch * count, above + below)
    path = [(float(x), 0.0, 0.0) for x in range(-3 * pitch, size[0] + 3 * pitch)]
    patch = pygame.Surface((size[0] * fine, size[1] * fine), pygame.SRCALPHA)
    _facets(patch, path, (0.0, above), fine, thin, pitch, hemp, (7, 6), 1, count + 6, False)
    shadow = soft_shadow((size[0] + 8 * pitch, size[1]), [(0.0, float(above)), (float(size[0] + 8 * pitch), float(above))], radius)
    pictures = []
    for phase in range(PHASES):
        lowered = pygame.Surface(patch.get_size(), pygame.SRCALPHA)
        lowered.blit(patch, (0, phase * fine // PHASES))
        picture = pygame.Surface(size, pygame.SRCALPHA)
        picture.blit(shadow, (0, 0), (4 * pitch, 0, *size))
        picture.blit(pygame.transform.smoothscale(lowered.premul_alpha(), size), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
        pictures.append(picture)
    return RopeStrip(tuple(pictures), above)
