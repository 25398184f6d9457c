"""What is said in a window too small to play in.

Comes in: the window's size. Goes out: nothing. Never here: anything of the game.
"""

from pygame import Rect

from ..layout import type as style
from ..layout.page import Page
from ..layout.type import Style
from ..screen import Screen


class TooSmall(Screen):
    name = "small"

    def __init__(self, size: tuple[int, int]):
        super().__init__()
        self.window = size

    def build(self, page: Page) -> None:
        wide, high = self.window
        words = (f"This window is {wide} by {high}. The desk needs 1024 by 576. Make it larger, or press F11 for the full screen; "
                 "knot-of-war play --text plays the same game in a terminal. Nothing on your desk is lost.")
        room = Rect(page.u(16), page.u(16), max(40, wide - page.u(32)), max(20, high - page.u(32)))
        page.tell("small", words, Style("ui", style.BODY.size, "roomtx"), room, more="F11")

    def act(self, action: str) -> None:
        """Nothing here acts."""

    def back(self) -> None:
        """Nothing to go back to until the window is larger."""
