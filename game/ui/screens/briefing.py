"""The first paper of a game: what has happened, what this chair is about, how a turn goes.

Comes in: a Desk. Goes out: nothing. Never here: what the other chair is told.
"""

from pygame import Rect

from ...language import t
from ...wording.board import Board, Chapter
from ...wording.plain import plain_paper
from ...wording.turn_steps import turn_steps
from ..desk import Desk
from ..layout import type as style
from ..layout.page import Page
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.letterhead import head
from ..widgets.reader import Paragraphs, reader
from ..widgets.sheet import heading, sheet

COLUMNS = (("role", "aims"), ("known", "unknown"), ("scored", ""))
"""Chapters as they stand beside each other, what they rest on behind the last; what is to be done first stands below."""


class Briefing(Screen):
    name = "briefing"
    is_play = True

    def __init__(self, desk: Desk):
        super().__init__()
        self.desk = desk
        self.focus = "primary"

    def build(self, page: Page) -> None:
        board = self.desk.board
        top = low_band(page, board) + 8
        high, across, low = page.low - top, page.wide - 424, 192
        first = round((across - 8) * 0.46)
        panels = [Panel("paper", t("briefing.paper"), page.box(16, top, 384, high), lambda rect: self._paper(page, rect, board)),
                  Panel("chair", t("briefing.chair"), page.box(408, top, across, high - low - 8), lambda rect: self._chair(page, rect, board)),
                  Panel("first", t("briefing.first"), page.box(408, top + high - low, first, low), lambda rect: self._first(page, rect, board)),
                  Panel("turn", t("briefing.turn"), page.box(416 + first, top + high - low, across - first - 8, low),
                        lambda rect: self._turn(page, rect, board))]
        arrange(page, self, page.box(16, top, page.wide - 32, high), panels)
        footer(page, [("W", t("briefing.key-why"), ""), ("PgDn", t("briefing.key-on"), ""), ("Esc", t("briefing.key-room"), "app:back")],
               (t("briefing.to-room"), "go"))

    def _paper(self, page: Page, rect: Rect, board: Board) -> None:
        inside = sheet(page, "paper", rect, "letterhead").inflate(-page.u(8), 0)
        first, title = board.papers[-1] if board.papers else None, t("briefing.for", name=self.desk.name)
        y = head(page, "paper", inside, first, board, more="PgDn") if first else heading(page, "paper", inside, title)
        text: list[tuple[str, style.Style]] = [(words, style.LETTER) for words in (first.body if first else ())]
        text += [(words, style.ASIDE) for words in (board.phase_note, board.played_at, first.source if first else "") if words]
        page.stop("paper")
        reader(page, "paper:text", Rect(inside.x, y, inside.w, inside.bottom - y), text)

    def _chair(self, page: Page, rect: Rect, board: Board) -> None:
        inside = sheet(page, "chair", rect)
        y = heading(page, "chair", inside, t("briefing.for", name=self.desk.name), t("briefing.turns", n=board.turns_about))
        page.stop("chair")
        area = Rect(inside.x, y, inside.w, inside.bottom - y)
        if page.theme.text_scale >= 1.3:
            reader(page, "chair:text", area, told(board, [id for column in COLUMNS for id in column]))
            return
        wide = (area.w - 2 * page.u(20)) // 3
        for place, ids in enumerate(COLUMNS):
            reader(page, f"chair:{place}", Rect(area.x + place * (wide + page.u(20)), area.y, wide, area.h), told(board, ids))

    def _first(self, page: Page, rect: Rect, board: Board) -> None:
        inside = sheet(page, "first", rect, "manila")
        y = heading(page, "first", inside, t("briefing.first"), of=style.PANEL_SMALL)
        page.stop("first")
        chapter = next((each for each in board.chapters if each.id == "first"), None)
        points = [f"{place}. {words}" for place, words in enumerate(chapter.points, 1)] if chapter else []
        text = [("\n".join(points), style.SMALL)] if points else []
        reader(page, "first:text", Rect(inside.x, y, inside.w, inside.bottom - y), text)

    def _turn(self, page: Page, rect: Rect, board: Board) -> None:
        inside = sheet(page, "turn", rect)
        y = heading(page, "turn", inside, t("briefing.turn"), of=style.PANEL_SMALL)
        page.stop("turn")
        text = [("\n".join(f"{name} {words}" for name, words in turn_steps(board)), style.SMALL)]
        reader(page, "turn:text", Rect(inside.x, y, inside.w, inside.bottom - y), text)

    def copied(self) -> str:
        papers = self.desk.board.papers
        return plain_paper(papers[-1]) if papers else ""

    def why(self, id: str) -> None:
        from .why import ask
        ask(self, self.desk, id)

    def act(self, action: str) -> None:
        kind, _, id = action.partition(":")
        if kind == "why":
            self.why(f"meter:{id}")
        elif kind == "go":
            self.app.back()


def told(board: Board, ids: tuple[str, ...] | list[str]) -> Paragraphs:
    """Those chapters with their headings, each point a paragraph; behind an empty id what all of them rest on."""
    found: list[tuple[str, style.Style]] = []
    chapters: dict[str, Chapter] = {chapter.id: chapter for chapter in board.chapters}
    for id in ids:
        if id in chapters:
            mark = "\u00b7 " if len(chapters[id].points) > 1 else ""
            found.append((chapters[id].title, style.BODY.strong()))
            found.append(("\n".join(f"{mark}{words}" for words in chapters[id].points), style.SMALL))
        elif not id:
            sources = [t("briefing.sources", what=chapter.title, source=chapter.source) for chapter in board.chapters]
            found.append(("\n".join(sources), style.CAPTION))
    return found
