"""What is said in a window too small to play in.

Comes in: the window's size. Goes out: the full screen, where it is wished for. Never here: anything of the game.
"""

from pygame import Rect

from ...language import t
from ..layout import type as style
from ..layout.page import Page
from ..screen import Screen
from ..widgets.button import button, button_height, button_width


class TooSmall(Screen):
    name = "small"

    def __init__(self, size: tuple[int, int]):
        super().__init__()
        self.window = size

    def build(self, page: Page) -> None:
        wide, high = self.window
        room = Rect(page.u(16), page.u(16), max(40, wide - page.u(32)), max(20, high - page.u(32)))
        words, press = t("small.words", wide=wide, high=high), t("small.full")
        tall = button_height(page)
        y = page.tell("small", words, style.ON_ROOM, Rect(room.x, room.y, room.w, max(20, room.h - tall - page.u(12))), more="F11")
        broad = button_width(page, press, "F11")
        if broad <= room.w and y + page.u(12) + tall <= room.bottom:
            page.stop("buttons")
            button(page, "do:full", Rect(room.x, y + page.u(12), broad, tall), press, "app:full", key="F11", is_primary=True)

    def act(self, action: str) -> None:
        """Nothing here acts but the button that the App knows."""

    def back(self) -> None:
        """Nothing to go back to until the window is larger."""
