"""The strip at the bottom: keys that work here, each to be pressed or clicked, and the one brass button.

Comes in: a Page, (key, words, action) rows, the button. Goes out: Nodes. Never here: a key that does nothing.
"""

from pygame import Rect

from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from .button import button, button_width, quiet

Keys = list[tuple[str, str, str]]


def footer(page: Page, keys: Keys, primary: tuple[str, str] | None = None, aside: str = "", is_closed: bool = False) -> None:
    """Keys from the left as far as they have room, the button (words, action) at the right; an entry without an action only tells."""
    page.leave_panel()
    strip = page.box(0, page.high - page.foot, page.wide, page.foot)
    page.add("footer", "strip", strip, draw_strip)
    right = strip.right - page.u(16)
    if primary:
        words, action = primary
        page.stop("primary")
        wide = max(page.u(208), button_width(page, words, "Ctrl+Enter"))
        rect = Rect(strip.right - page.u(16) - wide, strip.y + page.u(4), wide, strip.h - page.u(8))
        button(page, "primary", rect, words, action, key="Ctrl+Enter", is_primary=True, is_closed=is_closed)
        right = rect.left - page.u(16)
    page.stop("keys")
    x = page.u(16)
    of = style.ON_ROOM
    for key, words, action in keys:
        wide = quiet_width(page, key, words)
        if x + wide > right:
            continue
        rect = quiet(page, f"key:{key}", x, strip.centery, key, words, action, of=of)
        x = rect.right + page.u(18)
    if aside and x + page.width(aside, style.ON_ROOM_NOTE) < right:
        page.say("footer:aside", aside, style.ON_ROOM_NOTE, right, page.middle(strip, style.ON_ROOM_NOTE), align="right")


def quiet_width(page: Page, key: str, words: str) -> int:
    """Pixels a key and its words take."""
    from ..paint.panel import key_cap_width
    return key_cap_width(page.theme, key) + page.u(6) + page.width(words, style.ON_ROOM)


def draw_strip(canvas: Canvas, node: Node) -> None:
    """The strip's ground and the line above it."""
    canvas.surface.fill(canvas.theme.color("room"), node.rect)
    canvas.surface.fill(canvas.theme.color("line"), Rect(node.rect.x, node.rect.y, node.rect.w, 1))
