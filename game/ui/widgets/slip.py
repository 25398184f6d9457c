"""A slip: a sheet in the middle of the screen below, with a heading, words and buttons.

Comes in: a Page, a title, paragraphs, buttons. Goes out: Nodes. Never here: what the buttons do.
"""

from pygame import Rect

from ..layout import type as style
from ..layout.page import Page
from .button import button, button_width
from .reader import reader, reader_height
from .sheet import heading, sheet


def slip(page: Page, title: str, words: tuple[str, ...], buttons: list[tuple[str, str, str]]) -> None:
    """The slip stands as high as its words; where they are too many for the window they scroll. Buttons are (words, action, key), the first one
    at the right and first in focus."""
    u = page.u
    text = [(each, style.BODY) for each in words]
    around = page.lh(style.PANEL) + u(100)
    room = page.size[1] - u(48) - around
    wide = u(560)
    if reader_height(page, text, wide - u(48)) > room * 0.7:
        wide = min(u(820), page.size[0] - u(64))
    wide = max(wide, sum(button_width(page, each, key) + u(12) for each, _, key in buttons) + u(60))
    tall = min(room, reader_height(page, text, wide - u(48))) + around
    rect = Rect((page.size[0] - wide) // 2, (page.size[1] - tall) // 2, wide, tall)
    inside = sheet(page, "slip", rect, "letterhead").inflate(-u(24), -u(16))
    foot = inside.bottom - u(34)
    page.stop("buttons")
    x = inside.right
    for each, action, key in buttons:
        broad = button_width(page, each, key)
        x -= broad
        button(page, f"do:{action}", Rect(x, foot, broad, u(34)), each, action, key=key, is_primary=action == buttons[0][1])
        x -= u(12)
    y = heading(page, "slip", inside, title) + u(6)
    page.stop("words")
    reader(page, "slip:text", Rect(inside.x, y, inside.w, foot - u(12) - y), text)
