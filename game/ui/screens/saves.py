"""The saved games that can be gone on with.

Comes in: files and the words they are listed by. Goes out: a game. Never here: reading a save; the Doors do.
"""

from pathlib import Path

from ..layout import type as style
from ..layout.page import Page
from ..screen import Screen
from ..widgets.button import row
from ..widgets.footer import footer
from ..widgets.sheet import heading, sheet
from .title import go_on


class Saves(Screen):
    name = "saves"

    def __init__(self, saves: list[tuple[Path, str]]):
        super().__init__()
        self.saves = saves

    def build(self, page: Page) -> None:
        inside = sheet(page, "saves", page.box(page.wide / 2 - 440, 60, 880, page.high - 160))
        y = heading(page, "saves", inside, "Saved games", "newest first; Enter goes on with one")
        page.stop("saves")
        ids = [f"save:{place}" for place in range(len(self.saves))]
        tall = max(page.u(40), 2 * page.lh(style.SMALL))
        rect = inside.copy()
        rect.y, rect.h = y, inside.bottom - y
        for place, line in page.roll("saves", rect, ids, [tall] * len(ids)):
            file, words = self.saves[place]
            row(page, ids[place], line, words, ids[place])
            page.say(f"{ids[place]}:words", words, style.ROW, line.x + page.u(14), line.y + tall // 2 - page.u(2), line.w - page.u(28))
            page.say(f"{ids[place]}:file", file.name, style.NOTE, line.x + page.u(14), line.bottom - page.u(6), line.w - page.u(28))
        footer(page, [("\u2191\u2193", "choose", ""), ("Enter", "go on with it", ""), ("Esc", "back", "app:back"), ("F1", "keys", "app:keys")])

    def act(self, action: str) -> None:
        kind, _, place = action.partition(":")
        if kind == "save":
            go_on(self, self.saves[int(place)][0])
