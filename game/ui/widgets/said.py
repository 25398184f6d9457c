"""A quiet word at the foot of the screen: that something was done which cannot be seen. Gone with the next press.

Comes in: a Page and words. Goes out: Nodes over the strip of keys. Never here: anything that has to be answered.
"""

from pygame import Rect

from ..layout import type as style
from ..layout.page import Page
from .sheet import draw_note


def said(page: Page, words: str) -> None:
    """The words stand at the lower edge, over what is there."""
    if not words:
        return
    page.leave_panel()
    wide = min(page.width(words, style.BODY) + page.u(28), page.size[0] - page.u(32))
    tall = page.lh(style.BODY) + page.u(10)
    rect = Rect((page.size[0] - wide) // 2, page.size[1] - page.u(page.foot) - tall - page.u(6), wide, tall)
    page.add("said", "note", rect, draw_note, is_over=True)
    page.say("said:words", words, style.BODY, rect.x + page.u(16), page.middle(rect, style.BODY), rect.w - page.u(24), is_over=True, more="Ctrl+C")
