"""What is really written on what: the colour of every text of a painted screen, and the colour of the ground it stands on, read from the picture."""

from collections.abc import Iterator

import numpy as np
import pygame
from pygame import Rect

from game.ui.layout.node import Node, Tree
from game.ui.painter import _RING_GAP
from game.ui.theme import Theme, contrast

WORDED = ("button", "tab", "chip", "key", "switch")
"""Things that draw their words themselves; their ink is the colour farthest from their ground."""
_BITS = 3
"""Paper has a grain of a few units; colours this near are one ground."""


def pairs(surface: pygame.Surface, tree: Tree, theme: Theme) -> Iterator[tuple[Node, pygame.Color, pygame.Color]]:
    """Every node with words that can be seen, its ink and its ground."""
    picture = pygame.surfarray.array3d(surface)
    for node in tree.nodes:
        if node.kind == "text" and node.style is not None and any(node.lines):
            if not _is_covered(node, tree):
                yield node, theme.color(node.style.token), _ground(picture, node.rect.inflate(10, 4))      # else bold figures are the commonest
        elif node.kind in WORDED and node.text:
            ground = _ground(picture, node.rect.inflate(-4, -4))
            yield node, _farthest(picture, node.rect.inflate(-4, -4), ground), ground


def rings(surface: pygame.Surface, tree: Tree, theme: Theme, focus: str) -> Iterator[tuple[Node, pygame.Color, pygame.Color]]:
    """Every thing that can have the focus and has it not, the colour its ring would have, and the ground the ring would be drawn on."""
    picture = pygame.surfarray.array3d(surface)
    reach = {id for ids in tree.stops.values() for id in ids}
    for node in tree.nodes:
        # a spot on the chart lies among marks of any colour; a slip that points at it says which one it is
        if node.id in reach and node.id != focus and node.kind != "spot" and not _is_covered(node, tree):
            # a ring along the edge covers the edge, and is seen on what lies inside
            off = theme.px(4) if _RING_GAP.get(node.kind, 4) else -theme.px(4)
            frame = node.rect.inflate(2 * off, 2 * off)
            sides = (Rect(frame.x, frame.y, frame.w, 3), Rect(frame.x, frame.bottom - 3, frame.w, 3), Rect(frame.x, frame.y, 3, frame.h),
                     Rect(frame.right - 3, frame.y, 3, frame.h))
            ring = theme.color("focusl" if node.is_dark else "focus")
            grounds = [_commonest(part) for side in sides if len(part := _part(picture, side))]
            ground = sorted(grounds, key=lambda each: contrast(ring, each))[min(1, len(grounds) - 1)]     # one side of the four may be lost
            if ring != ground:      # else it is the ring of a neighbour that has the focus now
                yield node, ring, ground


def _is_covered(node: Node, tree: Tree) -> bool:
    later = tree.nodes[tree.nodes.index(node) + 1:]
    return any(other.kind == "panel" and other.rect.colliderect(node.rect) for other in later)


def _part(picture: np.ndarray, rect: Rect) -> np.ndarray:
    rect = rect.clip(Rect(0, 0, *picture.shape[:2]))
    return picture[rect.left:rect.right, rect.top:rect.bottom].reshape(-1, 3)


def _ground(picture: np.ndarray, rect: Rect) -> pygame.Color:
    """The mean of the commonest kind of colour."""
    return _commonest(_part(picture, rect))


def _commonest(part: np.ndarray) -> pygame.Color:
    part = part.astype(np.int32)
    kinds = _packed(part >> _BITS)
    found, counts = np.unique(kinds, return_counts=True)
    return pygame.Color(*(int(value) for value in part[kinds == found[counts.argmax()]].mean(axis=0).round()))


def _farthest(picture: np.ndarray, rect: Rect, ground: pygame.Color) -> pygame.Color:
    found = np.unique(_packed(_part(picture, rect).astype(np.int32)))
    return max((pygame.Color(int(each) >> 16, int(each) >> 8 & 255, int(each) & 255) for each in found), key=lambda each: contrast(each, ground))


def _packed(part: np.ndarray) -> np.ndarray:
    return (part[:, 0] << 16) | (part[:, 1] << 8) | part[:, 2]
