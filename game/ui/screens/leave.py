"""Asks once before a game in progress is left, and says that it is saved.

Comes in: nothing. Goes out: the title, a closed window, or back. Never here: writing a save; the game did that turn by turn.
"""

from ...language import t
from ..layout.page import Page
from ..screen import Screen
from ..widgets.slip import slip


class Leave(Screen):
    name = "leave"
    is_slip = True

    def build(self, page: Page) -> None:
        slip(page, t("leave.title"), (t("leave.saved"), t("leave.unsent")),
             [(t("leave.stay"), "stay", "Esc"), (t("leave.to-title"), "title", "T"), (t("leave.close"), "quit", "Q")])

    def act(self, action: str) -> None:
        if action == "stay":
            self.app.back()
        elif action == "title":
            self.app.title()
        else:
            self.app.close()
