"""Chips in as many rows as they need.

Comes in: a Page, chips, a rectangle. Goes out: Nodes, and the y below them. Never here: what a chip does.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pygame import Rect

from ..layout.page import Page
from ..layout.type import SMALL
from .button import chip, chip_width


class Chip(NamedTuple):
    id: str
    words: str
    is_on: bool
    key: str = ""


def chips(page: Page, name: str, inside: Rect, y: int, wanted: Sequence[Chip]) -> int:
    """Each chip's action is its id; all of them are one Tab stop. Returns the y below the last row."""
    page.stop(name)
    x, tall = inside.x, max(page.u(26), page.lh(SMALL) + page.u(6))
    for each in wanted:
        wide = min(chip_width(page, each.words), inside.w)
        if x > inside.x and x + wide > inside.right:
            x, y = inside.x, y + tall + page.u(2)
        chip(page, each.id, Rect(x, y, wide, tall), each.words, each.id, each.is_on, each.key)
        x += wide + page.u(5)
    return y + tall + page.u(4)


