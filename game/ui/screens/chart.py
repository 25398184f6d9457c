"""The chart with the window to itself: zoom, a legend, every mark in a list, what is known elsewhere.

Comes in: a Desk, and the mark that is looked at first. Goes out: doors to ledger, papers and deal table. Never here: a fact that is not on the
board.
"""

from dataclasses import replace

import pygame
from pygame import Rect

from ...language import t
from ...wording.board import Mark
from ..desk import Seen
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint.chart_map import MAX_ZOOM, WHOLE, View, unproject
from ..paint.chart_signs import sign
from ..paint.marks import Pen
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.button import button, button_width, row
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.sheet import draw_sheet, heading, sheet
from . import room_chart
from .room_chart import AT, LINE, Looking

STEP = 1.5
"""How much nearer one step of the zoom comes."""
SIDE = 344
ZOOM = {"+": "chart.zoom-in", "-": "chart.zoom-out", "0": "chart.zoom-all"}
SIGNS_UNTIL = 1.75
"""The text size up to which the legend stands below the picture."""
_NOTHING = Mark("", "", "", "", None, "exact", "", "", "", "")
LEGEND: dict[str, Mark] = {
    "ship-moscow": replace(_NOTHING, kind="ship", side="moscow", state="sails"), "ship-other": replace(_NOTHING, kind="ship", side="other"),
    "turned": replace(_NOTHING, kind="ship", side="moscow", state="turned", course=90),
    "stopped": replace(_NOTHING, kind="ship", side="moscow", state="stopped"),
    "submarine": replace(_NOTHING, kind="submarine", side="moscow", state="under", doubt_nm=10),
    "up": replace(_NOTHING, kind="submarine", side="moscow", state="up"),
    "site": replace(_NOTHING, kind="site", side="moscow", part=600), "group": replace(_NOTHING, kind="group", side="washington"),
    "supposed": replace(_NOTHING, kind="group", side="washington", known="estimate"),
    "incident": replace(_NOTHING, kind="incident", side="other", state="grave"),
}
"""Sign, and a mark that shows it."""


class Chart(Screen):
    name = "chart"
    is_play = True
    own_keys = (("M", "keys.back-room"),)

    def __init__(self, desk: Seen, mark: str = ""):
        super().__init__()
        self.desk = desk
        self.looking, self.places = Looking(), Looking()
        self.looking.pinned = mark
        self.map = Rect(0, 0, 1, 1)
        """Where the picture lies now."""
        self.rest(f"{AT}{mark}" if mark else "chart:map")

    def build(self, page: Page) -> None:
        top = low_band(page, self.desk.board) + 8
        high, wide = page.low - top, page.wide - 32 - 8 - SIDE
        upper = round(high * 0.5)
        area = page.box(16, top, page.wide - 32, high)
        arrange(page, self, area, [
            Panel("map", t("chart.title"), page.box(16, top, wide, high), lambda rect: self._map(page, rect)),
            Panel("marks", t("chart.marks"), page.box(24 + wide, top, SIDE, upper), lambda rect: self._marks(page, rect)),
            Panel("places", t("chart.elsewhere"), page.box(24 + wide, top + upper + 8, SIDE, high - upper - 8),
                  lambda rect: room_chart.elsewhere(page, rect, self.desk, self.places))])
        keys = [("\u2190\u2192", t("chart.walk"), ""), ("Enter", t("chart.pin"), ""), ("W", t("chart.why"), ""), ("Esc", t("chart.back"), "app:back"),
                ("F1", t("chart.keys"), "app:keys")]
        footer(page, keys, (t("chart.to-room"), "done"))

    def _map(self, page: Page, rect: Rect) -> None:
        """The picture, and below it the zoom and the signs; where the text is very large the signs leave the picture its room."""
        page.panel("chart", rect, draw_sheet, look="paper")
        foot = rect.inflate(-page.u(20), -page.u(12))
        zoom, signs = self._zooms(page, foot), [] if page.is_one and page.theme.text_scale > SIGNS_UNTIL else self._signs(page, foot)
        tall = max((box.bottom for _, box in (*zoom, *signs)), default=foot.y) - foot.y
        legend = max((box.bottom for _, box in zoom), default=foot.y) - foot.y
        self.map = Rect(rect.x, rect.y, rect.w, rect.h - legend - page.u(12) - (tall if signs else 0))
        room_chart.picture(page, self.map, self, self.desk.board, self.looking)
        page.reopen("chart")
        page.stop("zoom")
        down = self.map.bottom + page.u(6) - foot.y
        for key, box in zoom:
            button(page, f"zoom:{key}", box.move(0, down), t(ZOOM[key]), f"zoom:{key}", key=key)
        for name, box in signs:
            self._sign(page, name, box.move(0, down + legend + page.u(2)))

    def _zooms(self, page: Page, rect: Rect) -> list[tuple[str, Rect]]:
        tall = max(page.u(30), page.lh(style.BUTTON) + page.u(6))
        return _in_rows(rect, tall + page.u(2), page.u(8), [(key, button_width(page, t(words), key)) for key, words in ZOOM.items()], tall)

    def _signs(self, page: Page, rect: Rect) -> list[tuple[str, Rect]]:
        tall = max(page.u(22), page.lh(style.SMALL))
        return _in_rows(rect, tall, page.u(6), [(name, page.u(38) + page.width(t(f"chart.sign-{name}"), style.SMALL)) for name in LEGEND], tall)

    def _sign(self, page: Page, name: str, box: Rect) -> None:
        page.add(f"sign:{name}", "sign", Rect(box.x, box.y, page.u(32), box.h), draw_sign, look=LEGEND[name])
        left = box.x + page.u(36)
        page.say(f"sign:{name}:words", t(f"chart.sign-{name}"), style.SMALL, left, page.middle(box, style.SMALL), box.right - left, more="F1")

    def _marks(self, page: Page, rect: Rect) -> None:
        """Every mark with its note, the most dangerous first."""
        marks = self.desk.board.marks
        inside = sheet(page, "marks", rect)
        y = heading(page, "marks", inside, t("chart.marks"), t("chart.marks-aside", n=len(marks)), style.PANEL_SMALL, more="Tab")
        page.stop("marks")
        tall = max(page.u(26), page.lh(style.SMALL) + page.u(4))
        ids = [f"{LINE}{mark.id}" for mark in marks]
        for place, line in page.roll("marks", Rect(rect.x + page.u(4), y, rect.w - page.u(8), inside.bottom - y), ids, [tall] * len(ids)):
            self._mark(page, ids[place], line, marks[place])

    def _mark(self, page: Page, id: str, line: Rect, mark: Mark) -> None:
        row(page, id, line, f"{mark.label} {mark.note}".strip(), f"{AT}{mark.id}", is_on=mark.id == self.looking.pinned, acts_at_once=True)
        side = Rect(line.x + page.u(8), line.centery - page.u(6), page.u(12), page.u(12))
        page.add(f"{id}:side", "sign", side, room_chart.draw_side, look=mark.side)
        x, base, right = line.x + page.u(28), page.middle(line, style.SMALL), line.right - page.u(8)
        room = round((right - x) * (0.62 if mark.note else 1))
        name = page.say(f"{id}:name", mark.label, style.SMALL.strong(mark.priority >= 60), x, base, room, more="W")
        if mark.note:
            page.say(f"{id}:note", mark.note, style.NOTE, right, base, right - name.right - page.u(10), "right", more="W")

    # -------------------------------------------------------------- what is pressed
    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "done":
            self.app.back()
        elif kind == "at":
            self._pin(name)
        elif kind == "zoom":
            self._zoom({"+": STEP, "-": 1 / STEP, "0": 0.0}[name])
        elif kind == "place":
            self.places.tab = name
            self.rest(f"place:{name}")
        elif kind == "door":
            room_chart.open_door(self, self.desk, name)
        elif kind == "why":
            self.why(f"meter:{name}")
        elif kind == "chart":
            self.looking.pinned = ""

    def _pin(self, id: str) -> None:
        """Its slip stays until it is asked for again; where the chart is not the panel in front, it comes there."""
        self.looking.pinned = "" if self.looking.pinned == id and self.focus == f"{AT}{id}" else id
        self.front = "map"
        self.rest(f"{AT}{id}")
        self._bring(id)

    def key(self, press: str) -> bool:
        if press in ("+", "=", "-", "0"):
            self.act(f"zoom:{'+' if press == '=' else press}")
            return True
        if press == "M":
            self.app.back()
            return True
        return False

    def wheel(self, x: int, y: int, notches: int) -> bool:
        """Over the picture it zooms about the mouse."""
        if not self.map.collidepoint(x, y) or not notches:
            return False
        self._zoom(STEP if notches > 0 else 1 / STEP, unproject(x, y, self.map, self.looking.view))
        return True

    def _zoom(self, times: float, about: tuple[float, float] | None = None) -> None:
        """Nearer or farther, about a place: the mouse's, the mark's that has the focus, the middle. 0 shows all."""
        view = self.looking.view
        zoom = max(1.0, min(MAX_ZOOM, view.zoom * times)) if times else 1.0
        mark = room_chart.find(self.desk.board.marks, self.focus.partition(":")[2] or self.looking.pinned)
        about = about or (mark.at if mark else None) or unproject(*self.map.center, self.map, view)
        self.looking.view = WHOLE if zoom == 1.0 else View("caribbean", zoom, about)

    def moved(self, id: str) -> None:
        if id.startswith((AT, LINE)):
            self._bring(id.partition(":")[2])

    def _bring(self, id: str) -> None:
        """Zoomed in, the mark that is looked at comes into sight."""
        mark, view = room_chart.find(self.desk.board.marks, id), self.looking.view
        if mark and mark.at and view.zoom > 1 and mark.id not in self._in_sight():
            self.looking.view = replace(view, centre=mark.at)

    def _in_sight(self) -> dict[str, pygame.Rect]:
        from ...language import current
        from ..paint.chart_map import drawn
        return drawn(self.app.theme, self.map.size, self.desk.board.marks, self.looking.view, current()).things

    def why(self, id: str) -> None:
        if not room_chart.why(self, self.desk, id):
            from .why import ask
            ask(self, self.desk, id)


def _in_rows(rect: Rect, pitch: int, gap: int, wanted: list[tuple[str, int]], tall: int) -> list[tuple[str, Rect]]:
    """Things of those widths from the left, in as many rows as they need."""
    found, x, y = [], rect.x, rect.y
    for name, wide in wanted:
        if x > rect.x and x + wide > rect.right:
            x, y = rect.x, y + pitch
        found.append((name, Rect(x, y, min(wide, rect.right - x), tall)))
        x += wide + gap
    return found


def draw_sign(canvas: Canvas, node: Node) -> None:
    """One sign of the legend, as it stands on the chart."""
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        x = node.rect.x + canvas.theme.px(9) if node.look.course >= 0 else node.rect.centerx      # its arrow wants the room at its right
        sign(pen, node.look, (x, node.rect.centery), canvas.theme.scale)
