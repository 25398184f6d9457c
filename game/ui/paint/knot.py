"""The knots that have been drawn with light and depth: in memory, on disk, or wished for from the process beside the window.

Comes in: a radius in pixels, a frame, a colour. Goes out: a picture, or None while there is none (the rope is then drawn plain).
Never here: baking while a window waits; `next_wish` says what another process should do. Where no window waits (pictures for a page, tests),
`step` bakes here.
"""

import time
from collections.abc import Generator
from pathlib import Path
from typing import Any, NamedTuple

from . import knot_files
from .knot_files import Key
from .rope_plain import RGB, KnotPicture, RopeStrip
from .rope_shape import FRAMES, frame_number

__all__ = ["FRAMES", "KnotCache", "Wish", "frame_number"]

WISH = "knot:"
"""How the id of every wish begins."""
_KEPT = 150
_WISHES = 160
_AT_ONCE = 2
"""So few wishes are out at a time, that the newest is always the next: while a window is being resized the older ones no longer matter."""


class Wish(NamedTuple):
    """A job for the process beside the window."""

    id: str
    job: str
    arguments: dict[str, Any]
    is_patient: bool


class KnotCache:
    """Baked knots by radius and frame. Ask `frame` and `strip`; pass on `next_wish`, and what became of it to `answered`."""

    def __init__(self, folder: Path | None = None) -> None:
        """folder: where baked pictures lie between runs; None: nowhere, and only `step` bakes."""
        self.folder = folder
        self._made: dict[Key, KnotPicture | RopeStrip] = {}
        self._wanted: dict[Key, bool] = {}
        """Not here yet, in the order of asking -> whether it is patient: for later, not for the picture on the screen."""
        self._out: dict[str, Key] = {}
        self._refused: set[Key] = set()
        """What the other process could not make: not asked for again."""
        self._work: tuple[Key, Generator[None, None, KnotPicture | RopeStrip]] | None = None
        self._is_fresh = False

    def frame(self, radius: float, number: int, hemp: RGB, is_patient: bool = False) -> KnotPicture | None:
        """The baked knot of a frame, 0 (slack) to FRAMES-1 (stone), or None; asking puts it on the list."""
        knot = self._get(Key("knot", radius, number, hemp), is_patient)
        return knot if isinstance(knot, KnotPicture) else None

    def strip(self, radius: float, number: int, hemp: RGB, is_patient: bool = False) -> RopeStrip | None:
        """Baked straight rope as thin as it is in that frame, or None; asking puts it on the list."""
        strip = self._get(Key("strip", radius, number, hemp), is_patient)
        return strip if isinstance(strip, RopeStrip) else None

    def here(self, radius: float, hemp: RGB) -> list[tuple[str, int]]:
        """(kind, frame) of all that is in memory of a rope of that size."""
        return [(key.kind, key.number) for key in self._made if key.radius == radius and key.hemp == hemp]

    def _get(self, key: Key, is_patient: bool) -> KnotPicture | RopeStrip | None:
        made = self._made.get(key)
        if made or key in self._refused:
            return made
        if key not in self._wanted and key not in self._out.values() and self.folder:
            made = knot_files.load(self.folder, key)
        if made:
            self._keep(key, made)
        else:
            self._want(key, is_patient)
        return made

    def _want(self, key: Key, is_patient: bool) -> None:
        if not is_patient or key not in self._wanted:
            is_patient = self._wanted.pop(key, is_patient) and is_patient
            self._wanted[key] = is_patient
        while len(self._wanted) > _WISHES:
            del self._wanted[next(iter(self._wanted))]

    def _next_key(self) -> Key | None:
        """The newest wish for the screen; else the oldest that is patient."""
        urgent = [key for key, is_patient in self._wanted.items() if not is_patient and key not in self._out.values()]
        patient = [key for key, is_patient in self._wanted.items() if is_patient and key not in self._out.values()]
        return urgent[-1] if urgent else patient[0] if patient else None

    @property
    def is_busy(self) -> bool:
        """Something asked for is not here yet."""
        return bool(self._wanted)

    def next_wish(self) -> Wish | None:
        """What the process beside the window should bake next; None if it has enough to do, or nothing is wanted."""
        key = self._next_key() if self.folder and len(self._out) < _AT_ONCE else None
        if key is None:
            return None
        id = f"{WISH}{key.kind}:{key.radius}:{key.number}:{bytes(key.hemp).hex()}"
        self._out[id] = key
        return Wish(id, "bake", {"folder": str(self.folder), **key._asdict()}, self._wanted[key])

    def answered(self, id: str, problem: str) -> None:
        """A wish has been granted, its picture read, or refused: then the rope stays plain there."""
        key = self._out.pop(id, None)
        if key is None:
            return
        made = None if problem or self.folder is None else knot_files.load(self.folder, key)
        is_patient = self._wanted.pop(key, True)
        if made is None:
            self._refused.add(key)
        else:
            self._keep(key, made)
            self._is_fresh = self._is_fresh or not is_patient

    def take_fresh(self) -> bool:
        """Whether a picture that the screen waits for has come since the last call: the band wants painting again."""
        fresh, self._is_fresh = self._is_fresh, False
        return fresh

    def step(self, budget_ms: float = 20.0) -> bool:
        """Bakes here, for about that long, what is wanted, and keeps nothing on disk; True while there is more to do. Not for a window that somebody
        looks at."""
        until = time.perf_counter() + budget_ms / 1000
        while time.perf_counter() < until:
            if self._work is None:
                key = self._next_key()
                if key is None:
                    return False
                self._work = (key, knot_files.baking(key))
            key, work = self._work
            try:
                next(work)
            except StopIteration as made:
                self._work = None
                self._wanted.pop(key, None)
                self._keep(key, made.value)
                self._is_fresh = True
        return self.is_busy

    def _keep(self, key: Key, made: KnotPicture | RopeStrip) -> None:
        self._made[key] = made
        if len(self._made) > _KEPT:
            del self._made[next(iter(self._made))]
