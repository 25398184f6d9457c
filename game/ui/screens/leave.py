"""Asks once before a game in progress is left, and says that it is saved.

Comes in: nothing. Goes out: the title, a closed window, or back. Never here: writing a save; the game did that turn by turn.
"""

from ..layout.page import Page
from ..screen import Screen
from ..widgets.slip import slip


class Leave(Screen):
    name = "leave"
    is_slip = True

    def build(self, page: Page) -> None:
        slip(page, "Leave the crisis?", ("The game is saved up to the last turn played, and the title screen goes on with it.",
                                         "What lies on your desk unsent is not kept."),
             [("Stay", "stay", "Esc"), ("To the title", "title", "T"), ("Close the window", "quit", "Q")])

    def act(self, action: str) -> None:
        if action == "stay":
            self.app.back()
        elif action == "title":
            self.app.title()
        else:
            self.app.close()
