"""A key and what it does, as one line of a list.

Comes in: a Page, a key, words. Goes out: Nodes. Never here: pressing it.
"""

from pygame import Rect

from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint.panel import key_cap


def key_line(page: Page, id: str, rect: Rect, key: str, words: str, caps: int) -> None:
    """The cap in a column `caps` pixels wide, the words behind it."""
    page.add(f"{id}:cap", "cap", Rect(rect.x, rect.y, caps, rect.h), draw_cap, text=key)
    page.say(id, words, style.SMALL, rect.x + caps + page.u(10), page.middle(rect, style.SMALL), rect.w - caps - page.u(10))


def draw_cap(canvas: Canvas, node: Node) -> None:
    """The key cap."""
    key_cap(canvas.surface, canvas.theme, node.text, (node.rect.x, node.rect.centery), is_dark=node.is_dark)
