"""The knot, tied and drawn with light and depth: baked a little at a time, kept in memory and, if a folder is given, on disk.

Comes in: a radius in pixels and a frame. Goes out: a picture, or None while it is not baked yet. numpy is imported at the first bake,
not before. Never here: waiting; `step` does a small piece of work and returns.
"""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import pygame

from .rope_plain import RGB, KnotPicture, RopeStrip, knot_box, margins
from .rope_shape import FRAMES, frame_number

__all__ = ["FRAMES", "KnotCache", "frame_number"]

_LOOK = 1
"""Part of the file names: raised whenever the bake looks different, so that old files are left alone."""
_KEPT = 60
_WISHES = 2 * FRAMES
_Key = tuple[float, int, RGB]
_T = TypeVar("_T")


class KnotCache:
    """Baked knots by radius and frame. Ask `frame` and `strip`; call `step` between the window's frames until it returns False."""

    def __init__(self, folder: Path | None = None) -> None:
        """folder: where baked pictures are kept between runs as PNG files; None keeps them in memory only."""
        self.folder = folder
        self._knots: dict[_Key, KnotPicture] = {}
        self._strips: dict[_Key, RopeStrip] = {}
        self._wanted: list[tuple[str, _Key]] = []
        self._now: tuple[str, _Key] | None = None
        self._work: Iterator[None] | None = None
        self._is_fresh = False

    def frame(self, radius: float, number: int, hemp: RGB) -> KnotPicture | None:
        """The baked knot of a frame, 0 (slack) to FRAMES-1 (stone), or None; asking puts it on the list to be baked."""
        knot = self._knots.get((radius, number, hemp))
        if knot is None:
            self._want("knot", (radius, number, hemp))
        return knot

    def strip(self, radius: float, number: int, hemp: RGB) -> RopeStrip | None:
        """Baked straight rope as thin as it is in that frame, or None; asking puts it on the list."""
        strip = self._strips.get((radius, number, hemp))
        if strip is None:
            self._want("strip", (radius, number, hemp))
        return strip

    def _want(self, kind: str, key: _Key) -> None:
        """The newest wish is granted first: while a window is being resized the older ones no longer matter."""
        if (kind, key) != self._now and (kind, key) not in self._wanted:
            self._wanted.append((kind, key))
            del self._wanted[:-_WISHES]

    @property
    def is_busy(self) -> bool:
        return bool(self._work or self._wanted)

    def step(self, budget_ms: float = 20.0) -> bool:
        """Works for about that long; True while there is more to do. The first step that bakes also imports numpy."""
        until = time.perf_counter() + budget_ms / 1000
        while self.is_busy and time.perf_counter() < until:
            if self._work is None:
                self._now = self._wanted.pop()
                self._work = self._make(*self._now)
            try:
                next(self._work)
            except StopIteration:
                self._work = self._now = None
                self._is_fresh = True
        return self.is_busy

    def take_fresh(self) -> bool:
        """Whether a picture that was asked for has become ready since the last call: the band wants painting again."""
        fresh, self._is_fresh = self._is_fresh, False
        return fresh

    def _make(self, kind: str, key: _Key) -> Iterator[None]:
        if self._load(kind, key):
            return
        yield
        from . import rope_bake
        yield
        radius, number, hemp = key
        if kind == "knot":
            knot = yield from rope_bake.bake_knot(radius, number, hemp)
            _keep(self._knots, key, knot)
            self._save(kind, key, knot.surface)
        else:
            strip = yield from rope_bake.bake_strip(radius, number, hemp)
            _keep(self._strips, key, strip)
            self._save(kind, key, _stacked(strip.pictures))

    def _path(self, kind: str, key: _Key) -> Path | None:
        radius, number, hemp = key
        return self.folder / f"{kind}-{_LOOK}-{radius:.2f}-{number:02d}-{bytes(hemp).hex()}.png" if self.folder else None

    def _load(self, kind: str, key: _Key) -> bool:
        """A picture kept by an earlier run; a file that cannot be read or has the wrong size is baked anew."""
        path = self._path(kind, key)
        if path is None or not path.is_file():
            return False
        try:
            picture = pygame.image.load(str(path))
        except (pygame.error, OSError):
            return False
        radius, number, _ = key
        if kind == "knot":
            half, above, below = knot_box(radius, number)
            if picture.get_size() != (2 * half, above + below):
                return False
            _keep(self._knots, key, KnotPicture(picture, half, above, half))
            return True
        above, below = margins(radius)
        rows, over = divmod(picture.get_height(), above + below)
        if over or not rows:
            return False
        parts = tuple(picture.subsurface((0, row * (above + below), picture.get_width(), above + below)) for row in range(rows))
        _keep(self._strips, key, RopeStrip(parts, above))
        return True

    def _save(self, kind: str, key: _Key, picture: pygame.Surface) -> None:
        """Kept for the next run if the folder allows; a full or read-only disk only costs time."""
        path = self._path(kind, key)
        if path is None:
            return
        rough = path.with_name(f"{path.stem}.{os.getpid()}.tmp.png")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            pygame.image.save(picture, str(rough))
            rough.replace(path)
        except (pygame.error, OSError):
            with suppress(OSError):
                rough.unlink(missing_ok=True)


def _keep(kept: dict[_Key, _T], key: _Key, value: _T) -> None:
    kept[key] = value
    if len(kept) > _KEPT:
        del kept[next(iter(kept))]


def _stacked(pictures: tuple[pygame.Surface, ...]) -> pygame.Surface:
    """All pictures of a strip one under the other, for one file."""
    w, h = pictures[0].get_size()
    stack = pygame.Surface((w, h * len(pictures)), pygame.SRCALPHA)
    for row, picture in enumerate(pictures):
        stack.blit(picture, (0, row * h), special_flags=pygame.BLEND_PREMULTIPLIED)
    return stack
