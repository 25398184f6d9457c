"""Names on a chart that never overlap: a greedy placer with eight places round each point.

Comes in: sizes, points, priorities. Goes out: a rectangle for each name that found room. Never here: drawing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

_BESIDE = ((1, 0), (1, -1), (1, 1), (-1, 0), (-1, -1), (-1, 1), (0, -1), (0, 1))
"""Right, up right, down right, left, ..., above, below: in the order a reader likes them."""
_FAR = (2.5, 4.0, 6.0)
_ABOUT = ((0.0, 0.0), (-0.35, 0.0), (0.35, 0.0), (0.0, 0.7), (0.0, -0.7), (-0.6, 0.7), (0.6, 0.7), (-0.6, -0.7), (0.6, -0.7), (0.0, 1.4))
"""Where an area's name may slide, in its own widths and heights."""


@dataclass(frozen=True)
class Wanted:
    """A name that asks for room beside its point."""

    name: str
    point: tuple[float, float]
    size: tuple[int, int]
    priority: int = 0
    """Higher is placed first."""
    gap: int = 6
    """Pixels between the point and the label."""
    must: bool = False
    """May go further off on a leader line if all eight places are taken."""
    is_area: bool = False
    """Stands on its point or close by: the name of a land or a sea."""
    may_cross: bool = False
    """May lie on a line or a ring if nothing else is free."""
    short: tuple[int, int] | None = None
    """Its size without its second line, if it may do without."""


@dataclass(frozen=True)
class Placed:
    name: str
    rect: pygame.Rect
    leader: tuple[tuple[float, float], tuple[float, float]] | None = None
    """From the point to the label, where it stands off."""
    is_short: bool = False
    """Without its second line."""


def _candidate(wanted: Wanted, side: tuple[int, int], gap: float) -> pygame.Rect:
    (x, y), (w, h), (dx, dy) = wanted.point, wanted.size, side
    # a corner place touches the point's ring at 45 degrees, so its gap is shorter along each axis
    reach = gap * (0.6 if dx and dy else 1.0)
    left = x + reach if dx > 0 else x - reach - w if dx < 0 else x - w / 2
    top = y + reach if dy > 0 else y - reach - h if dy < 0 else y - h / 2
    if dx and dy:
        top += h * 0.2 * -dy
    return pygame.Rect(round(left), round(top), w, h)


def _slid(wanted: Wanted, slide: tuple[float, float]) -> pygame.Rect:
    (x, y), (w, h) = wanted.point, wanted.size
    return pygame.Rect(round(x - w / 2 + slide[0] * w), round(y - h / 2 + slide[1] * h), w, h)


def place(wanted: list[Wanted], bounds: pygame.Rect, taken: list[pygame.Rect], soft: Sequence[pygame.Rect] = ()) -> list[Placed]:
    """A place inside `bounds` for as many labels as find one, clear of each other and of `taken`; the most important choose first.

    soft: what labels keep off too, save one that must stand, or may cross it, and finds no other place.
    """
    placed: list[Placed] = []
    closed = list(taken)
    for each in sorted(wanted, key=lambda w: -w.priority):
        found = _find(each, bounds, [*closed, *soft]) or (_find(each, bounds, closed) if (each.must or each.may_cross) and soft else None)
        if found:
            placed.append(found)
            closed.append(found.rect)
    return placed


def _find(wanted: Wanted, bounds: pygame.Rect, closed: list[pygame.Rect]) -> Placed | None:
    far, full = _FAR if wanted.must else (), wanted
    for times, is_short in ((times, is_short) for times in (1.0, *far) for is_short in ((False, True) if wanted.short else (False,))):
        wanted = replace(wanted, size=wanted.short) if is_short and wanted.short else full
        rects = [_slid(wanted, slide) for slide in _ABOUT] if wanted.is_area else [_candidate(wanted, side, wanted.gap * times) for side in _BESIDE]
        rect = next((r for r in rects if bounds.contains(r) and r.collidelist(closed) < 0), None)
        if rect is not None:
            near = (max(rect.left, min(wanted.point[0], rect.right)), max(rect.top, min(wanted.point[1], rect.bottom)))
            return Placed(wanted.name, rect, (wanted.point, near) if times > 1 else None, is_short)
    return None
