"""The fine rope: every fibre's shade, contact shadows where strands cross, a soft shadow on the wall. numpy, in small steps.

Comes in: a radius, a frame, a colour. Goes out: generators that pause often and end with the picture, premultiplied.
Never here: the first frame; importing this imports numpy.
"""

import math
from collections.abc import Generator
from itertools import pairwise
from typing import Any

import numpy as np
import pygame
from numpy.typing import NDArray

from .rope_plain import PHASES, RGB, KnotPicture, RopeStrip, knot_box, margins, strip_pitch
from .rope_shape import LEAN, LIGHT, Path, drawn_radius, knot_line, smooth_path, thinning, turn

Grid = NDArray[np.float32]
_STRANDS = 12
"""Strands on a strip of straight rope before its fibres repeat."""
_FIBRES = 64


class _Canvas:
    """A fine grid that strands are laid on: colour, depth, cover."""

    def __init__(self, size: tuple[int, int], fine: int) -> None:
        self.size, self.fine = size, fine
        shape = (size[1] * fine, size[0] * fine)
        self.color: Grid = np.zeros((*shape, 3), np.float32)
        self.depth: Grid = np.full(shape, -1e3, np.float32)
        self.cover: Grid = np.zeros(shape, np.float32)


def _lay(canvas: _Canvas, path: Path, origin: tuple[float, float], radius: float, thin: float, first: float, last: float,
         hemp: RGB, strain: float) -> Generator[None, None, None]:
    """The rope is laid on the canvas piece by piece, each spot kept if it is nearer than what lies there; strands count from `first` to `last`."""
    fine = canvas.fine
    points = np.array(path, np.float64)
    lengths = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    rows = max(8, int(lengths[-1] * fine * 1.9))
    marks = np.linspace(0, lengths[-1], rows)
    x, y, z = (np.interp(marks, lengths, points[:, k]) for k in range(3))
    tx, ty = np.gradient(x), np.gradient(y)
    long = np.hypot(tx, ty) + 1e-9
    # where the rope runs towards the eye its direction on the screen is uncertain: smoothing keeps the strands from flickering
    reach = max(1, int(0.25 * radius * fine * 1.9))
    kernel = np.hanning(2 * reach + 1)
    kernel /= kernel.sum()
    tx, ty = (np.convolve(np.pad(v / long, reach, mode="edge"), kernel, "valid") for v in (tx, ty))
    long = np.hypot(tx, ty) + 1e-9
    tx, ty = tx / long, ty / long
    columns = int(2 * thin * fine * 1.75) | 1
    across = np.linspace(-1, 1, columns).astype(np.float32)
    turned = np.arcsin(across * 0.9995) / math.pi * LEAN
    deep = np.sqrt(np.clip(1 - across ** 2, 0, 1)).astype(np.float32)
    phase = first + marks / lengths[-1] * (last - first)
    random = np.random.default_rng(7)
    fibre = random.normal(0, 1, (_STRANDS * 2, _FIBRES)).astype(np.float32)
    piece = max(16, 90_000 // columns)
    for start in range(0, rows, piece):
        part = slice(start, min(rows, start + piece))
        _lay_piece(canvas, origin, radius, thin, hemp, strain, fibre, across, turned.astype(np.float32), deep,
                   *(v[part].astype(np.float32)[:, None] for v in (x, y, z, tx, ty, phase)))
        yield


def _lay_piece(canvas: _Canvas, origin: tuple[float, float], radius: float, thin: float, hemp: RGB, strain: float, fibre: Grid, across: Grid,
               turned: Grid, deep: Grid, x: Grid, y: Grid, z: Grid, tx: Grid, ty: Grid, phase: Grid) -> None:
    fine = canvas.fine
    strand = phase - turned
    number = np.floor(strand)
    part = strand - number
    lobe = np.maximum(np.sin(np.pi * part), 0)
    out = thin * (0.925 + 0.075 * np.sqrt(lobe)) * across
    column = ((x - ty * out + origin[0]) * fine).astype(np.int32)
    row = ((y + tx * out + origin[1]) * fine).astype(np.int32)
    height = z + thin * deep * (0.86 + 0.14 * lobe)
    high, wide = canvas.cover.shape
    ok = (column >= 0) & (column < wide) & (row >= 0) & (row < high)
    ok &= height > canvas.depth[np.clip(row, 0, high - 1), np.clip(column, 0, wide - 1)]
    bulge = np.cos(np.pi * part) * 0.6
    lit = (-ty * across * 0.85 + tx * bulge) * LIGHT[0] + (tx * across * 0.85 + ty * bulge) * LIGHT[1] + deep * LIGHT[2]
    lit = np.clip(lit, 0, 1.2)
    # a yarn's fibres run along its strand: noise by place across the strand, drifting slowly along it
    drift = part * 9 + phase * 1.3
    cell = np.floor(drift).astype(np.int32)
    share = drift - cell
    kind = number.astype(np.int32) % (_STRANDS * 2)
    grain = fibre[kind, cell % _FIBRES] * (1 - share) + fibre[kind, (cell + 1) % _FIBRES] * share
    yarns = np.sin(part * 2 * np.pi * 4.5 + 0.7)
    # under strain a strand is pressed flat between deeper grooves, and its yarns stand apart
    groove = 0.42 - 0.22 * strain
    rounded = lobe ** (0.55 + 0.20 * strain)
    relief = 1 + (0.05 + 0.06 * strain) * grain + (0.05 + 0.11 * strain) * yarns
    bright = (0.17 + 0.92 * lit) * (groove + (1 - groove) * rounded) * (0.72 + 0.28 * deep) * relief
    over = np.clip(bright - 0.82, 0, 1)
    flat = (row[ok], column[ok])
    shine = bright[ok]
    extra = over[ok]
    canvas.color[(*flat, 0)] = hemp[0] * 1.16 * shine + 70 * extra
    canvas.color[(*flat, 1)] = hemp[1] * (1.05 + 0.06 * shine) * shine + 68 * extra
    canvas.color[(*flat, 2)] = hemp[2] * (0.88 + 0.18 * shine) * shine + 62 * extra
    canvas.depth[flat] = height[ok]
    canvas.cover[flat] = 1


def _blur(field: Grid, reach: int) -> Grid:
    """Two box means each way: nearly a bell."""
    for axis in (0, 1):
        for _ in range(2):
            pad = [(0, 0), (0, 0)]
            pad[axis] = (reach + 1, reach)
            sums = np.cumsum(np.pad(field, pad, mode="edge"), axis=axis, dtype=np.float32)
            n = field.shape[axis]
            later = sums[2 * reach + 1:2 * reach + 1 + n] if axis == 0 else sums[:, 2 * reach + 1:2 * reach + 1 + n]
            field = ((later - (sums[:n] if axis == 0 else sums[:, :n])) / (2 * reach + 1)).astype(np.float32)
    return field


def _close_gaps(canvas: _Canvas) -> None:
    """Single spots that no sample hit take the mean of their neighbours."""
    holes = canvas.cover[1:-1, 1:-1] == 0
    near = [(slice(None, -2), slice(1, -1)), (slice(2, None), slice(1, -1)), (slice(1, -1), slice(None, -2)), (slice(1, -1), slice(2, None))]
    count = sum(canvas.cover[at] for at in near)
    rows, columns = np.nonzero(holes & (np.asarray(count) >= 3))
    rows, columns = rows + 1, columns + 1
    color, depth, total = np.zeros((len(rows), 3), np.float32), np.full(len(rows), -1e3, np.float32), np.zeros(len(rows), np.float32)
    for dy, dx in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        weight = canvas.cover[rows + dy, columns + dx]
        color += canvas.color[rows + dy, columns + dx] * weight[:, None]
        depth = np.maximum(depth, canvas.depth[rows + dy, columns + dx])
        total += weight
    canvas.color[rows, columns] = color / total[:, None]
    canvas.depth[rows, columns] = depth
    canvas.cover[rows, columns] = 1


def _moved(field: Grid, right: int, down: int, empty: float) -> Grid:
    out = np.full_like(field, empty)
    out[down:, right:] = field[:field.shape[0] - down, :field.shape[1] - right]
    return out


def _soft(field: Grid, reach: int) -> Grid:
    """The field blurred, worked out at half its fineness: only broad shadows come of it."""
    h, w = field.shape
    small = _blur(np.ascontiguousarray(field[::2, ::2]), max(1, reach // 2))
    return np.repeat(np.repeat(small, 2, axis=0), 2, axis=1)[:h, :w]


def _shadows(canvas: _Canvas, radius: float, strain: float) -> Generator[None, None, Grid]:
    """Contact shadows are laid on the rope, deeper where it bites into itself; ends with how dark the rope makes the wall behind, 0..1."""
    _close_gaps(canvas)
    yield
    floor = np.float32(-1.6 * radius)
    depth = np.where(canvas.cover > 0, canvas.depth, floor)
    # what lies towards the upper left and stands higher hides the lamp
    r = radius * canvas.fine
    lamp = _moved(depth, max(1, int(r * 0.22)), max(1, int(r * 0.36)), float(floor))
    hidden = np.clip((_soft(lamp, max(2, int(r * 0.30))) - depth) / (radius * 1.25), 0, 1)
    yield
    crease = np.clip((_soft(depth, max(2, int(r * 0.16))) - depth) / (radius * 0.8), 0, 1)
    yield
    light = (1 - 0.80 * np.clip(hidden * (1.3 + 0.6 * strain), 0, 1)) * (1 - (0.45 + 0.40 * strain) * crease) * canvas.cover
    for channel in range(3):
        canvas.color[:, :, channel] *= light
    yield
    return _soft(_moved(canvas.cover, max(1, int(r * 0.35)), max(1, int(r * 0.75)), 0.0), max(2, int(r * 0.5))) * np.float32(0.58)


def _reduced(canvas: _Canvas, cast: Grid, down: int = 0) -> Any:
    """The fine grid at the final size as premultiplied RGBA, lowered by `down` fine rows."""
    fine, (w, h) = canvas.fine, canvas.size
    alpha = canvas.cover + (1 - canvas.cover) * cast
    layers = [canvas.color[:, :, 0], canvas.color[:, :, 1], canvas.color[:, :, 2], alpha * 255]
    if down:
        layers = [_moved(np.ascontiguousarray(layer), 0, down, 0.0) for layer in layers]
    r, g, b, cover = (layer.reshape(h, fine, w, fine).mean((1, 3)) for layer in layers)
    return np.dstack([np.minimum(np.clip(c, 0, 255), cover) for c in (r, g, b)] + [cover]).round().astype(np.uint8)


def _surface(pixels: Any) -> pygame.Surface:
    return pygame.image.frombuffer(np.ascontiguousarray(pixels).tobytes(), (pixels.shape[1], pixels.shape[0]), "RGBA").copy()


def bake_knot(radius: float, number: int, hemp: RGB) -> Generator[None, None, KnotPicture]:
    """Pauses often; ends with the knot of a frame."""
    half, above, below = knot_box(radius, number)
    spare = math.ceil(3 * radius)
    fine = 3 if radius < 13 else 2
    canvas = _Canvas((2 * (half + spare), above + below), fine)
    step = max(0.5, radius * 0.06)
    core = smooth_path(knot_line(number), radius, step)
    yield
    length = sum(math.dist(a, b) for a, b in pairwise(core))
    # a whole number of strands, so that straight rope joins on either side; the rope runs on past the picture's edges for the shadows' sake
    turns = max(1, round(length / (turn(number) * radius)))
    path = [(core[0][0] - 2 * spare, 0.0, 0.0), *core, (core[-1][0] + 2 * spare, 0.0, 0.0)]
    beyond = 2 * spare * turns / length
    yield from _lay(canvas, path, (half + spare, above), radius, drawn_radius(radius, number), -beyond, turns + beyond, hemp, thinning(number))
    cast = yield from _shadows(canvas, radius, thinning(number))
    yield
    pixels = _reduced(canvas, cast)
    return KnotPicture(_surface(pixels[:, spare:spare + 2 * half]), half, above, half)


def bake_strip(radius: float, number: int, hemp: RGB) -> Generator[None, None, RopeStrip]:
    """Pauses often; ends with straight rope that can be laid end to end."""
    above, below = margins(radius)
    pitch, fine, spare = strip_pitch(radius, number), PHASES, 2
    strands = _STRANDS if radius < 13 else _STRANDS // 2
    width = pitch * (strands + 2 * spare)
    canvas = _Canvas((width, above + below), fine)
    path = [(-float(pitch), 0.0, 0.0), (float(width + pitch), 0.0, 0.0)]
    yield from _lay(canvas, path, (0.0, above), radius, drawn_radius(radius, number), -1.0, strands + 2 * spare + 1.0, hemp, thinning(number))
    cast = yield from _shadows(canvas, radius, thinning(number))
    pictures = []
    for phase in range(PHASES):
        yield
        pictures.append(_surface(_reduced(canvas, cast, phase)[:, spare * pitch:(spare + strands) * pitch]))
    return RopeStrip(tuple(pictures), above)
