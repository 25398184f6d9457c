"""A key and what it does, as one line of a list, or several where the words are long.

Comes in: a Page, a key, words. Goes out: Nodes. Never here: pressing it.
"""

from pygame import Rect

from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint.panel import key_cap


def key_height(page: Page, words: str, wide: int, caps: int) -> int:
    """Pixels a line takes in that width, its caps in a column `caps` pixels wide."""
    return max(page.u(26), page.measure(words, style.SMALL, wide - caps - page.u(10)).height + page.u(6))


def key_line(page: Page, id: str, rect: Rect, key: str, words: str, caps: int) -> None:
    """The cap in a column `caps` pixels wide, the words behind it, in the middle of the rectangle."""
    page.add(f"{id}:cap", "cap", Rect(rect.x, rect.y, caps, rect.h), draw_cap, text=key)
    x, tall = rect.x + caps + page.u(10), page.measure(words, style.SMALL, rect.right - rect.x - caps - page.u(10)).height
    page.tell(f"{id}:words", words, style.SMALL, Rect(x, rect.centery - tall // 2, rect.right - x, tall))


def draw_cap(canvas: Canvas, node: Node) -> None:
    """The key cap."""
    key_cap(canvas.surface, canvas.theme, node.text, (node.rect.x, node.rect.centery), is_dark=node.is_dark)
