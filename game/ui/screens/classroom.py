"""What a class can do with one machine today: two teams at one desk, a lesson of fifty minutes, and the settings that suit a projector.

Comes in: the App's settings. Goes out: settings changed at a button, a game for two begun. Never here: a promise of what is not there.
"""

from dataclasses import replace

from pygame import Rect

from ...language import t
from ..layout import type as style
from ..layout.page import Page
from ..screen import Screen
from ..widgets.button import button, button_height, button_width
from ..widgets.desktop import desktop
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.reader import Paragraphs, reader
from ..widgets.sheet import heading, sheet

TEXT = 1.3
"""What is read from the last row: the largest size at which all panels still stand side by side."""
MINUTES = ((0, 5), (5, 12), (12, 38), (38, 43), (43, 50))
"""The lesson's parts: setting up, two briefings, six turns of four minutes and a little over, the ledger, the talk."""


class Classroom(Screen):
    name = "classroom"

    def __init__(self) -> None:
        super().__init__()
        self.focus = "do:two"

    def build(self, page: Page) -> None:
        desktop(page)
        area = page.box(16, 16, page.wide - 32, page.low - 16)
        plan = page.box(16, 16, page.wide - 32 - 8 - 420, page.low - 16)
        setup = page.box(page.wide - 16 - 420, 16, 420, page.low - 16)
        arrange(page, self, area, [Panel("plan", t("classroom.plan"), plan, lambda rect: self._plan(page, rect)),
                                   Panel("setup", t("classroom.setup"), setup, lambda rect: self._setup(page, rect))])
        footer(page, [("Tab", t("classroom.next"), ""), ("Esc", t("classroom.back"), "app:back"), ("F1", t("footer.keys"), "app:keys")])

    def _plan(self, page: Page, rect: Rect) -> None:
        inside = sheet(page, "plan", rect)
        y = heading(page, "plan", inside, t("classroom.plan"), t("classroom.minutes"))
        page.stop("plan")
        reader(page, "plan:text", Rect(inside.x, y + page.u(4), inside.w, inside.bottom - y - page.u(4)), self._lesson())

    def _lesson(self) -> Paragraphs:
        parts = ((t("classroom.settle"), t("classroom.settle-words")), (t("classroom.brief"), t("classroom.brief-words")),
                 (t("classroom.play"), t("classroom.play-words")), (t("classroom.ledger"), t("classroom.ledger-words")),
                 (t("classroom.talk"), t("classroom.talk-words")))
        lines: list[tuple[str, style.Style]] = [(t("classroom.what"), style.BODY)]
        for (start, end), (name, words) in zip(MINUTES, parts, strict=True):
            lines += [(t("classroom.part", start=start, end=end, name=name), style.ROW.strong()), (words, style.BODY)]
        return [*lines, (t("classroom.after"), style.NOTE)]

    def _setup(self, page: Page, rect: Rect) -> None:
        inside = sheet(page, "setup", rect, "manila")
        u = page.u
        y = heading(page, "setup", inside, t("classroom.setup")) + u(4)
        foot = self._buttons(page, inside)
        page.stop("words")
        suits = t("classroom.suits") if self.is_set() else t("classroom.suits-not")
        reader(page, "setup:text", Rect(inside.x, y, inside.w, foot - u(12) - y),
               [(t("classroom.projector"), style.BODY), (t("classroom.secret"), style.BODY), (suits, style.ROW.strong())])

    def _buttons(self, page: Page, inside: Rect) -> int:
        """One above the other, each as wide as the panel; returns the y above them."""
        page.stop("setup")
        tall, gap = button_height(page), page.u(8)
        acts = [("two", t("classroom.two")), ("set", t("classroom.set")), ("scenarios", t("classroom.scenarios"))]
        top = inside.bottom - len(acts) * tall - (len(acts) - 1) * gap
        for place, (id, words) in enumerate(acts):
            wide = min(inside.w, max(page.u(300), button_width(page, words)))
            button(page, f"do:{id}", Rect(inside.x, top + place * (tall + gap), wide, tall), words, id, is_primary=id == "two")
        return top

    def is_set(self) -> bool:
        """The settings are those that suit a projector."""
        now = self.app.settings
        return now == replace(now, text_size=TEXT, reduced_motion=True, volume=0)

    def act(self, action: str) -> None:
        if action == "set":
            self.app.change(replace(self.app.settings, text_size=TEXT, reduced_motion=True, volume=0))
        elif action == "two":
            from .choose import Choose
            choose = Choose()
            self.app.push(choose)
            choose.act("chair:both")
        elif action == "scenarios":
            from .scenarios import Scenarios
            self.app.push(Scenarios(self.app.doors.books()))
