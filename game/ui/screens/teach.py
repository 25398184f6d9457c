"""How to play: what the lesson is, and its two chairs; one begun can be gone on with.

Comes in: the saves as the title knows them. Goes out: a game of the lesson. Never here: a prompt, a rule.
"""

from pathlib import Path

from pygame import Rect

from ...language import t
from ...session.lessons import untaught
from ...wording.first_turn import LESSON
from ..layout import type as style
from ..layout.page import Page
from ..screen import Screen
from ..widgets.button import row
from ..widgets.footer import footer
from ..widgets.reader import reader, reader_height
from ..widgets.sheet import heading, sheet
from .title import go_on


class Teach(Screen):
    name = "teach"

    def __init__(self, saves: list[tuple[Path, str]]):
        super().__init__()
        self.begun = next(((file, words) for file, words in saves if file.name.startswith(LESSON)), None)
        """The lesson that can be gone on with."""
        self.focus = "begun" if self.begun else "begin:washington"

    def build(self, page: Page) -> None:
        u = page.u
        rows = [("begin:washington", t("teach.washington"), t("teach.washington-aside")),
                ("begin:moscow", t("teach.moscow"), t("teach.moscow-aside"))]
        if self.begun:
            rows.insert(0, ("begun", t("teach.go-on"), self.begun[1]))
        text = [(t("teach.about"), style.LETTER), (t("teach.real"), style.LETTER)]
        head, aside = style.LETTER_HEAD, style.NOTE
        wide = u(880 - 40)
        across = wide - u(56)
        heights = [page.measure(words, head, across).height + page.measure(more, aside, across).height + u(20) for _, words, more in rows]
        needs = (reader_height(page, text, wide) + sum(heights) + page.lh(style.PANEL) + u(76)) / page.theme.scale
        tall = min(needs, page.low - 48)
        rect = page.box(page.wide / 2 - 440, max(48, (page.low - tall) * 0.4), 880, min(tall, page.low - 48))
        inside = sheet(page, "teach", rect, "letterhead").inflate(-u(16), -u(8))
        y = heading(page, "teach", inside, t("teach.how"), t("teach.how-aside"))
        told = min(reader_height(page, text, inside.w), max(page.lh(style.LETTER) * 2, inside.bottom - y - sum(heights) - u(24)))
        page.stop("about")
        reader(page, "teach:text", Rect(inside.x, y, inside.w, told), text)
        page.stop("rows")
        room = Rect(inside.x, y + told + u(16), inside.w, inside.bottom - y - told - u(16))
        for place, at in page.roll("rows", room, [id for id, _, _ in rows], heights):
            id, words, more = rows[place]
            row(page, id, at.inflate(0, -u(4)), words, id, acts_at_once=True)
            said = Rect(at.x + u(16), at.y + u(8), across, at.h)
            said.y = page.tell(f"{id}:words", words, head, said)
            page.tell(f"{id}:aside", more, aside, said)
        footer(page, [("\u2191\u2193", t("first.key-choose"), ""), ("Esc", t("teach.back"), "app:back"), ("F1", t("first.keys"), "app:keys")])

    def act(self, action: str) -> None:
        kind, _, side = action.partition(":")
        if kind == "begun" and self.begun:
            go_on(self, self.begun[0])
        elif kind == "begin":
            self._begin(side)

    def _begin(self, side: str) -> None:
        from ..flow import sit_down
        try:
            game = self.app.doors.lesson(side)
        except (ValueError, OSError) as problem:
            self.app.tell(str(problem), t("lesson.name"))
            return
        self.app.change(untaught(self.app.settings, side))
        sit_down(self.app, game)
