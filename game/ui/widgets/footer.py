"""The strip at the bottom: keys that work here, each to be pressed or clicked, and the one brass button.

Comes in: a Page, (key, words, action) rows, the most important first, the button. Goes out: Nodes, and every row in the Tree's `keys`. Where
the strip is too short for all, the way back and F1 always stand on it; F1 tells the others, each to be pressed or clicked there.
Never here: a key that does nothing.
"""

from pygame import Rect

from ...language import t
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint.panel import key_cap_width
from .button import button, button_width, quiet

Keys = list[tuple[str, str, str]]
HELP, BACK = "F1", "Esc"


def footer(page: Page, keys: Keys, primary: tuple[str, str] | None = None, aside: str = "", is_closed: bool = False,
           reserve: int = 0) -> None:
    """Keys from the left as far as they have room, the button (words, action) at the right, `reserve` pixels left free beside it; an entry without an
    action only tells. F1 stands there whether or not it is asked for."""
    page.leave_panel()
    strip = page.box(0, page.high - page.foot, page.wide, page.foot)
    page.add("footer", "strip", strip, draw_strip)
    left, right = page.u(16), strip.right - page.u(16)
    if HELP not in [key for key, _, _ in keys]:
        keys = [*keys, (HELP, t("footer.keys"), "app:keys")]
    page.tree.keys = list(keys)
    if primary:
        right = _primary(page, strip, primary, is_closed) - page.u(16)
    right -= reserve
    page.stop("keys")
    shown = _fitting(page, keys, right - left)
    x = left
    for key, words, action in shown:
        x = quiet(page, f"key:{key}", x, strip.centery, key, words, action, of=style.ON_ROOM).right + page.u(18)
    if aside and len(shown) == len(keys) and x + page.width(aside, style.ON_ROOM_NOTE) < right:
        page.say("footer:aside", aside, style.ON_ROOM_NOTE, right, page.middle(strip, style.ON_ROOM_NOTE), align="right")


def _primary(page: Page, strip: Rect, primary: tuple[str, str], is_closed: bool) -> int:
    """The brass button; returns its left edge. Where its words leave no room for the keys that must stand, it goes without its key cap."""
    words, action = primary
    page.stop("primary")
    must = page.u(32) + sum(key_cap_width(page.theme, key) + page.u(24) for key in (HELP, BACK))
    key = "Ctrl+Enter" if button_width(page, words, "Ctrl+Enter") + must <= strip.w else ""
    wide = min(max(page.u(208), button_width(page, words, key)), strip.w - must)
    rect = Rect(strip.right - page.u(16) - wide, strip.y + page.u(4), wide, strip.h - page.u(8))
    button(page, "primary", rect, words, action, key=key, is_primary=True, is_closed=is_closed)
    return rect.left


def _fitting(page: Page, keys: Keys, room: int) -> Keys:
    """The rows that fit, in their order: first those that must stand, in caps alone if there is no room for their words, then the others as they
    come."""
    gap = page.u(18)
    must = [row for row in keys if row[0] in (HELP, BACK)]
    left = room + gap - sum(quiet_width(page, key, words) + gap for key, words, _ in must)
    if left < 0:
        return [(key, "", action) for key, _, action in must]
    fits = set(must)
    for row in keys:
        wide = quiet_width(page, row[0], row[1]) + gap
        if row not in fits and wide <= left:
            fits.add(row)
            left -= wide
    return [row for row in keys if row in fits]


def quiet_width(page: Page, key: str, words: str) -> int:
    """Pixels a key and its words take."""
    return key_cap_width(page.theme, key) + page.u(6) + page.width(words, style.ON_ROOM)


def draw_strip(canvas: Canvas, node: Node) -> None:
    """The strip's ground and the line above it."""
    canvas.surface.fill(canvas.theme.color("room"), node.rect)
    canvas.surface.fill(canvas.theme.color("line"), Rect(node.rect.x, node.rect.y, node.rect.w, 1))
