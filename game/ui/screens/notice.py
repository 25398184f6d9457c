"""A slip that says one thing: what failed, what is safe, what to press.

Comes in: a title and words. Goes out: nothing. Never here: a choice.
"""

from ...language import t
from ..layout.page import Page
from ..screen import Screen
from ..widgets.slip import slip


class Notice(Screen):
    name = "notice"
    is_slip = True

    def __init__(self, title: str, *words: str):
        super().__init__()
        self.title, self.words = title, words

    def build(self, page: Page) -> None:
        slip(page, self.title, self.words, [(t("common.go-back"), "back", "Esc")])

    def act(self, action: str) -> None:
        self.app.back()
