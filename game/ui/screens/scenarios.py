"""What can be played: each scenario with what it is, how long it takes and on how much it rests.

Comes in: records of the scenarios. Goes out: a new game of one, at the screen that asks for the chair. Never here: a rule, a file.
"""

from pygame import Rect

from ...language import t
from ...session.shelf import Book
from ..layout import type as style
from ..layout.page import Page
from ..screen import Screen
from ..widgets.button import row
from ..widgets.desktop import desktop
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.reader import reader
from ..widgets.sheet import heading, sheet


class Scenarios(Screen):
    name = "scenarios"

    def __init__(self, books: list[Book]):
        super().__init__()
        self.books = books
        self.chosen = books[0].id if books else ""
        self.focus = f"book:{self.chosen}"

    def build(self, page: Page) -> None:
        desktop(page)
        area = page.box(16, 16, page.wide - 32, page.low - 16)
        left, right = page.box(16, 16, 400, page.low - 16), page.box(424, 16, page.wide - 440, page.low - 16)
        arrange(page, self, area, [Panel("list", t("scenarios.title"), left, lambda rect: self._list(page, rect)),
                                   Panel("book", t("scenarios.about"), right, lambda rect: self._about(page, rect))])
        footer(page, [("\u2191\u2193", t("scenarios.choose"), ""), ("Esc", t("scenarios.back"), "app:back"), ("F1", t("footer.keys"), "app:keys")],
               (t("scenarios.begin"), "begin") if self.books else None)

    def _list(self, page: Page, rect: Rect) -> None:
        inside = sheet(page, "list", rect)
        y = heading(page, "list", inside, t("scenarios.title"))
        room = Rect(inside.x, y, inside.w, inside.bottom - y)
        if not self.books:
            page.tell("empty", t("scenarios.empty"), style.BODY, room)
        page.stop("books")
        wide = room.w - page.u(50)
        heights = [page.measure(book.name, style.ROW.strong(), wide).height + page.lh(style.NOTE) + page.u(14) for book in self.books]
        ids = [f"book:{book.id}" for book in self.books]
        for place, line in page.roll("books", room, ids, heights):
            book = self.books[place]
            row(page, ids[place], line, book.name, "begin", is_on=book.id == self.chosen)
            name = Rect(line.x + page.u(14), line.y + page.u(6), wide, line.h)
            y = page.tell(f"{ids[place]}:name", book.name, style.ROW.strong(book.id == self.chosen), name)
            page.say(f"{ids[place]}:time", t("scenarios.minutes", n=book.minutes), style.NOTE, line.x + page.u(14), y + page.lh(style.NOTE) * 0.76)

    def _about(self, page: Page, rect: Rect) -> None:
        inside = sheet(page, "book", rect, "letterhead")
        book = next((book for book in self.books if book.id == self.chosen), None)
        y = heading(page, "book", inside, book.name if book else t("scenarios.about")) + page.u(6)
        if book is None:
            return
        page.stop("book")
        head = style.ROW.strong()
        reader(page, "book:text", Rect(inside.x, y, inside.w, inside.bottom - y), [
            (book.summary, style.LETTER),
            (t("scenarios.length"), head), (t("scenarios.length-words", n=book.minutes, phases=" \u00b7 ".join(book.phases)), style.BODY),
            (t("scenarios.agree"), head), (t("scenarios.issues", n=book.issues), style.BODY),
            (t("scenarios.rests"), head), (t("scenarios.sources", n=book.sources), style.BODY),
            (t("scenarios.parts", facts=book.facts, inferences=book.inferences, choices=book.design_choices), style.BODY),
            (t("scenarios.check", id=book.id), style.NOTE)])

    def moved(self, id: str) -> None:
        kind, _, name = id.partition(":")
        if kind == "book" and name in [book.id for book in self.books]:
            self.chosen = name
            self.tops.pop("book:text", None)

    def act(self, action: str) -> None:
        if action == "begin" and self.chosen:
            from .choose import Choose
            self.app.push(Choose(self.chosen))
