"""Every saved game: those that go on, those that have ended, those whose file is damaged, with the reason.

Comes in: records of the saves. Goes out: a game, at its desk or at its end. Never here: reading a save; the Doors do.
"""

from pathlib import Path

from pygame import Rect

from ...language import t
from ...session.shelf import DAMAGED, OVER, Kept
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint.marks import Pen, side_shape
from ..screen import Screen
from ..widgets.button import row
from ..widgets.desktop import desktop
from ..widgets.footer import footer
from ..widgets.sheet import heading, sheet
from ..widgets.when import said_of
from .title import go_on

MARK = 44
"""Design pixels before a row's words."""


class Saves(Screen):
    name = "saves"

    def __init__(self, saves: list[Kept]):
        super().__init__()
        self.saves = saves
        self.replays: list[tuple[Path, str, str]] | None = None

    def build(self, page: Page) -> None:
        desktop(page)
        wide = min(page.wide - 32, 920 * max(1.0, page.theme.text_scale * 0.9))
        inside = sheet(page, "saves", page.box((page.wide - wide) / 2, 24, wide, page.low - 24))
        y = heading(page, "saves", inside, t("saves.title"), t("saves.aside"))
        page.stop("saves")
        rect = Rect(inside.x, y, inside.w, inside.bottom - y)
        if not self.saves:
            page.tell("empty", t("saves.empty"), style.BODY, rect)
        ids = [f"save:{place}" for place in range(len(self.saves))]
        room = inside.w - page.u(MARK + 14 + 26)
        for place, line in page.roll("saves", rect, ids, [self._height(page, kept, room) for kept in self.saves]):
            self._row(page, ids[place], line, self.saves[place], room)
        watched = [("R", t("saves.replay"), "replay")] if self._watched() else []
        footer(page, [("\u2191\u2193", t("saves.choose"), ""), ("Enter", t("saves.go-on"), ""), *watched, ("Esc", t("saves.back"), "app:back"),
                      ("F1", t("footer.keys"), "app:keys")])

    def _words(self, kept: Kept) -> tuple[str, str]:
        """What it is, and what is to be known of its file."""
        state = {"open": t("saves.state-open"), OVER: t("saves.state-over"), DAMAGED: t("saves.state-damaged")}[kept.state]
        return (said_of(kept) if kept.scenario else t("saves.unlisted"),
                " \u00b7 ".join(part for part in (state, kept.path.name, kept.trouble.replace(f"{kept.path}", kept.path.name)) if part))

    def _height(self, page: Page, kept: Kept, room: int) -> int:
        head, note = self._words(kept)
        return page.measure(head, style.ROW, room).height + page.measure(note, style.NOTE, room).height + page.u(14)

    def _row(self, page: Page, id: str, line: Rect, kept: Kept, room: int) -> None:
        head, note = self._words(kept)
        row(page, id, line, head, id)
        mark = Rect(line.x + page.u(10), line.y + page.u(6), page.u(30), page.u(24))
        page.add(f"{id}:mark", "mark", mark, draw_seats, look=(kept.seats, kept.state))
        x = line.x + page.u(MARK)
        y = page.tell(f"{id}:words", head, style.ROW, Rect(x, line.y + page.u(5), room, line.h))
        page.tell(f"{id}:file", note, style.NOTE.on("warn") if kept.state == DAMAGED else style.NOTE, Rect(x, y, room, line.bottom - y))

    def _watched(self) -> list[tuple[Path, str, str]]:
        """The chosen game with each of the eyes it can be looked back on with."""
        kind, _, place = self.focus.partition(":")
        chosen = self.saves[int(place)].path if kind == "save" and place.isdigit() and int(place) < len(self.saves) else None
        if self.replays is None:
            self.replays = self.app.doors.replays() if self.app.doors.watch else []
        return [found for found in self.replays if found[0] == chosen]

    def act(self, action: str) -> None:
        kind, _, place = action.partition(":")
        if kind == "replay":
            from .replays import Replays
            eyes = Replays(self._watched())
            self.app.push(eyes)
            if len(eyes.found) == 1:
                self.app.stack.remove(eyes)     # nothing to choose
                eyes.act("replay:0")
        elif kind == "save":
            go_on(self, self.saves[int(place)].path)


def draw_seats(canvas: Canvas, node: Node) -> None:
    """The signs of the seats that people hold; struck through where the file is damaged, underlined where the game has ended."""
    seats, state = node.look
    rect, u = node.rect, canvas.theme.px
    with Pen(canvas.surface, canvas.theme, rect) as pen:
        for place, side in enumerate(seats):
            side_shape(pen, (rect.centerx + (place - (len(seats) - 1) / 2) * u(13), rect.centery), side, 5)
        if state == DAMAGED:
            pen.line([(rect.x + u(4), rect.bottom - u(4)), (rect.right - u(4), rect.y + u(4))], "warn", 1.6)
        elif state == OVER:
            pen.line([(rect.x + u(4), rect.bottom - u(3)), (rect.right - u(4), rect.bottom - u(3))], "ink", 1.6)
