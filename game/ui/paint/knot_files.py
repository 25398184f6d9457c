"""Baked pictures of the rope on disk, one PNG file each, so that a knot is drawn once and not in every game.

Comes in: a folder, a kind (`knot`, `strip`), a radius, a frame, a colour. Goes out: pictures, or None where a file is missing or damaged.
A file's name holds all that its picture hangs on, the drawing code included. Never here: the window; `bake` runs in the process beside it.
"""

import os
import zlib
from collections.abc import Callable, Generator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pygame

from . import assets
from .rope_plain import RGB, KnotPicture, RopeStrip, knot_box, margins
from .rope_shape import FRAMES

MOST_BYTES = 40_000_000
"""All files of the folder together; the oldest go first."""
_CODE = ("rope_bake.py", "rope_shape.py", "rope_plain.py", "fray.py", "knot_files.py")
ENDING = ".png"


class Key(NamedTuple):
    """One picture."""

    kind: str
    """`knot` or `strip`."""
    radius: float
    number: int
    hemp: RGB


@cache
def look() -> str:
    """What the drawing code and the knot's shape are, in eight signs: pictures of another look are never mistaken for these."""
    crc = zlib.crc32((pygame.version.ver + str(assets.stamp("knot.json"))).encode())
    for name in _CODE:
        with suppress(OSError):
            crc = zlib.crc32((Path(__file__).parent / name).read_bytes(), crc)
    return f"{crc:08x}"


def path_of(folder: Path, key: Key) -> Path:
    """Where that picture lies, if it has been baked."""
    return folder / f"{key.kind}-{look()}-{key.radius:.2f}-{key.number:02d}-{bytes(key.hemp).hex()}{ENDING}"


def load(folder: Path, key: Key) -> KnotPicture | RopeStrip | None:
    """The picture as it was baked; None where there is none, or where its file cannot be read or has the wrong size."""
    path = path_of(folder, key)
    try:
        if not path.is_file():
            return None
        picture = pygame.image.load(str(path))
    except (pygame.error, OSError, ValueError):
        return None
    if picture.get_bitsize() != 32:
        return None
    if key.kind == "knot":
        half, above, below = knot_box(key.radius, key.number)
        return KnotPicture(picture, half, above, half) if picture.get_size() == (2 * half, above + below) else None
    above, below = margins(key.radius)
    rows, over = divmod(picture.get_height(), above + below)
    if over or not rows:
        return None
    parts = tuple(picture.subsurface((0, row * (above + below), picture.get_width(), above + below)) for row in range(rows))
    return RopeStrip(parts, above)


def save(folder: Path, key: Key, made: KnotPicture | RopeStrip) -> None:
    """The picture lies in its file, whole or not at all, and the folder is no larger than MOST_BYTES. Raises OSError where that cannot be."""
    path = path_of(folder, key)
    rough = path.with_name(f"{path.stem}.{os.getpid()}.tmp{ENDING}")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        pygame.image.save(made.surface if isinstance(made, KnotPicture) else _stacked(made.pictures), str(rough))
        rough.replace(path)
    except pygame.error as problem:
        raise OSError(str(problem)) from problem
    finally:
        with suppress(OSError):
            rough.unlink(missing_ok=True)
    prune(folder, MOST_BYTES)


def prune(folder: Path, most: int) -> None:
    """The oldest pictures are gone until the rest is no larger than `most` bytes."""
    found = []
    for file in folder.glob(f"*{ENDING}"):
        with suppress(OSError):
            found.append((file.stat().st_mtime, file.stat().st_size, file))
    total = sum(size for _, size, _ in found)
    for _, size, file in sorted(found):
        if total <= most:
            break
        with suppress(OSError):
            file.unlink()
        total -= size


def baking(key: Key) -> Generator[None, None, KnotPicture | RopeStrip]:
    """Pauses often; ends with the picture. The first step imports numpy."""
    from . import rope_bake
    yield
    if key.kind == "knot":
        return (yield from rope_bake.bake_knot(key.radius, key.number, key.hemp))
    return (yield from rope_bake.bake_strip(key.radius, key.number, key.hemp))


def bake(arguments: dict[str, Any], tell: Callable[[int, int], None]) -> str:
    """The picture lies in its file; returns the file's name. For the process beside the window, which gives plain JSON."""
    key = Key(str(arguments["kind"]), float(arguments["radius"]), int(arguments["number"]), (*map(int, arguments["hemp"]),))  # type: ignore[arg-type]
    if key.kind not in ("knot", "strip") or not 1 <= key.radius <= 100 or not 0 <= key.number < FRAMES or len(key.hemp) != 3:
        raise ValueError(f"there is no such rope: {key}")
    folder, work = Path(str(arguments["folder"])), baking(key)
    while True:
        try:
            next(work)
        except StopIteration as made:
            save(folder, key, made.value)
            return path_of(folder, key).name
        tell(0, 1)


def _stacked(pictures: tuple[pygame.Surface, ...]) -> pygame.Surface:
    """All pictures of a strip one under the other, for one file."""
    w, h = pictures[0].get_size()
    stack = pygame.Surface((w, h * len(pictures)), pygame.SRCALPHA)
    for row, picture in enumerate(pictures):
        stack.blit(picture, (0, row * h), special_flags=pygame.BLEND_PREMULTIPLIED)
    return stack
