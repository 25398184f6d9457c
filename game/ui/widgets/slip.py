"""A slip: a sheet in the middle of the screen below, with a heading, words and buttons.

Comes in: a Page, a title, paragraphs, buttons. Goes out: Nodes. Never here: what the buttons do.
"""

from pygame import Rect

from ..layout import type as style
from ..layout.page import Page
from .button import button_row, button_width, buttons_height
from .reader import reader, reader_height
from .sheet import heading, heading_height, sheet


def slip(page: Page, title: str, words: tuple[str, ...], buttons: list[tuple[str, str, str]]) -> None:
    """The slip stands as high as its words; where they are too many for the window they scroll. Buttons are (words, action, key), the first one
    at the right and first in focus; they take as many rows as they need."""
    u = page.u
    text = [(each, style.BODY) for each in words]
    widest = page.size[0] - u(48)
    wide = min(widest, u(560 * max(1.0, page.theme.text_scale * 0.8)))
    wide = min(widest, max(wide, sum(button_width(page, each, key) + u(12) for each, _, key in buttons) + u(60)))
    top = page.size[1] - u(32)
    if _tall(page, title, text, buttons, wide) > top * 0.75:
        wide = min(widest, max(wide, u(860)))
    if _tall(page, title, text, buttons, wide) > top:
        wide = widest
    tall = min(top, _tall(page, title, text, buttons, wide))
    rect = Rect((page.size[0] - wide) // 2, (page.size[1] - tall) // 2, wide, tall)
    inside = sheet(page, "slip", rect, "letterhead").inflate(-u(24), -u(16))
    page.stop("buttons")
    foot = button_row(page, inside.right, inside.bottom, inside.w, buttons)
    y = heading(page, "slip", inside, title) + u(6)
    page.stop("words")
    reader(page, "slip:text", Rect(inside.x, y, inside.w, foot - u(12) - y), text)


def _tall(page: Page, title: str, text: list[tuple[str, style.Style]], buttons: list[tuple[str, str, str]], wide: int) -> int:
    """Pixels the slip takes at that width if nothing scrolls."""
    u, room = page.u, wide - page.u(48)
    return heading_height(page, title, room) + reader_height(page, text, room) + buttons_height(page, room, buttons) + u(60)
