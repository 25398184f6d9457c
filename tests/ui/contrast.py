"""What is really written on what: the colour of every text of a painted screen, and the colour of the ground it stands on, read from the picture."""

from collections import Counter
from collections.abc import Iterator

import numpy as np
import pygame
from pygame import Rect

from game.ui.layout.node import Node, Tree
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
                yield node, theme.color(node.style.token), _ground(picture, node.rect)
        elif node.kind in WORDED and node.text:
            ground = _ground(picture, node.rect.inflate(-4, -4))
            yield node, _farthest(picture, node.rect.inflate(-4, -4), ground), ground


def _is_covered(node: Node, tree: Tree) -> bool:
    later = tree.nodes[tree.nodes.index(node) + 1:]
    return any(other.kind == "panel" and other.rect.colliderect(node.rect) for other in later)


def _part(picture: np.ndarray, rect: Rect) -> np.ndarray:
    rect = rect.clip(Rect(0, 0, *picture.shape[:2]))
    return picture[rect.left:rect.right, rect.top:rect.bottom].reshape(-1, 3)


def _ground(picture: np.ndarray, rect: Rect) -> pygame.Color:
    """The mean of the commonest kind of colour."""
    part = _part(picture, rect)
    kinds = [tuple(each) for each in (part >> _BITS).tolist()]
    commonest = Counter(kinds).most_common(1)[0][0]
    chosen = part[np.all((part >> _BITS) == commonest, axis=1)]
    return pygame.Color(*(int(value) for value in chosen.mean(axis=0).round()))


def _farthest(picture: np.ndarray, rect: Rect, ground: pygame.Color) -> pygame.Color:
    colours = np.unique(_part(picture, rect), axis=0)
    return max((pygame.Color(*map(int, each)) for each in colours), key=lambda each: contrast(each, ground))
