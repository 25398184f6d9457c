"""The reckoning of the last turn: what each side was seen to do, and, for any meter, what moved it, cause by cause.

Comes in: a Desk. Goes out: nothing. Never here: a cause or an order this seat may not know; the board holds none.
"""

from pygame import Rect

from ...wording.board import LedgerRow
from ..desk import Desk
from ..layout import type as style
from ..layout.node import Canvas, Node, Roll
from ..layout.page import Page
from ..layout.type import minus
from ..paint import gauge
from ..paint import panel as paint
from ..paint.marks import side_mark
from ..paint.waterfall import Fall, Step, row_rects, waterfall
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.button import draw_row
from ..widgets.footer import footer
from ..widgets.sheet import draw_note, heading, sheet

ROW_MS = 140
ALL = 10_000
SIDES = (("washington", "Washington", "us"), ("moscow", "Moscow", "su"))


class Reveal(Screen):
    name = "reveal"
    is_play = True

    def __init__(self, desk: Desk, meter: str = "", is_fresh: bool = False):
        super().__init__()
        self.desk = desk
        moved = [row.meter for row in desk.board.ledger]
        self.meter = meter if meter in moved else "pressure" if "pressure" in moved else moved[0] if moved else "pressure"
        self.focus = "primary"
        self.drawn = 0 if is_fresh else ALL
        """Rows of the first waterfall drawn so far; the rest follow one by one."""

    @property
    def rows(self) -> list[LedgerRow]:
        """The ledger's rows of the meter shown."""
        return [row for row in self.desk.board.ledger if row.meter == self.meter]

    @property
    def wait_ms(self) -> int:  # type: ignore[override]
        """Rows appear one by one, then the screen sleeps."""
        return ROW_MS if self.drawn <= len(self.rows) else 0

    def tick(self, now: int) -> None:
        if self.drawn <= len(self.rows):
            self.drawn += 1
            self.app.is_dirty = True

    def build(self, page: Page) -> None:
        top = low_band(page, self.desk.board) + 8
        high = page.low - top
        third = (high - 16) / 3
        board = self.desk.board
        for place, (id, name, ink) in enumerate(SIDES):
            is_own = id == board.side
            self._side(page, page.box(16, top + place * (third + 8), 408, third), id, name, ink, board.done if is_own else board.seen_of_them,
                       "your orders" if is_own else "as far as you know",
                       "No orders were given. An unused order is saved strength." if is_own
                       else "Nothing was seen done. What is hidden stays hidden until the end.")
        clashes = tuple(f"{name}{': grave' if is_grave else ''}" for _, name, is_grave in board.chart.incidents)
        self._side(page, page.box(16, top + 2 * (third + 8), 408, third), "nobody", "Nobody's order", "ink", clashes, "clashes",
                   "No clash that nobody ordered.")
        across = page.wide - 448
        others = self._others()
        low = 168 if page.theme.text_scale < 1.2 else 200
        self._fall(page, page.box(432, top, across, high - low - 8))
        self._moved(page, page.box(432, top + high - low, across, low), others)
        keys = [("Tab", "next panel", ""), ("\u2191\u2193", "cause, meter", ""), ("W", "why", ""), ("Esc", "to the room", "app:back"),
                ("F1", "keys", "app:keys")]
        footer(page, keys, ("To the room", "go"))

    def _side(self, page: Page, rect: Rect, id: str, name: str, ink: str, lines: tuple[str, ...], aside: str, none: str) -> None:
        u = page.u
        inside = sheet(page, f"sheet:{id}", rect, "manila")
        page.add(f"sheet:{id}:mark", "mark", Rect(inside.x, inside.y - u(2), u(16), u(16)), draw_mark, look=id)
        shifted = Rect(inside.x + u(24), inside.y, inside.w - u(24), inside.h)
        y = heading(page, f"sheet:{id}", shifted, name, aside, style.PANEL.on(ink))
        page.stop(f"sheet:{id}")
        if not lines:
            page.tell(f"sheet:{id}:none", none, style.ASIDE, Rect(inside.x, y + u(6), inside.w, inside.bottom - y))
            return
        tall = max(u(38), page.lh(style.ROW) + u(14))
        ids = [f"done:{id}:{place}" for place in range(len(lines))]
        room = Rect(inside.x - u(2), y + u(2), inside.w + u(4), inside.bottom + u(8) - y)
        for place, line in page.roll(f"sheet:{id}", room, ids, [tall] * len(ids)):
            slot = Rect(line.x, line.y, line.w, line.h - u(6))
            page.add(ids[place], "slot", slot, draw_slot, focus=True, text=lines[place])
            page.say(f"{ids[place]}:words", lines[place], style.ROW.strong(), slot.x + u(12), page.middle(slot, style.ROW), slot.w - u(24), more="W")

    def _fall(self, page: Page, rect: Rect) -> None:
        sheet(page, "fall", rect)
        page.stop("fall")
        rows = self.rows
        if not rows:
            page.tell("fall:none", "Nothing moved this meter last turn.", style.ASIDE, rect.inflate(-page.u(32), -page.u(32)))
            return
        fall = Fall(rows[0].name, "what moved it, in the order it happened", "the turn before", rows[0].before,
                    tuple(Step(row.cause[:1].upper() + row.cause[1:], row.amount) for row in rows), "now", max(4, self._top()))
        rect = self._reason(page, rect, rows)
        ids = [f"cause:{place}" for place in range(len(rows))]
        count, first = len(rows) + 2, self.tops.get("fall", 0)
        places = row_rects(page.theme, rect, fall, first)
        if page.shown in ids and ids.index(page.shown) not in places:
            wanted = ids.index(page.shown)
            first = wanted + 1 if wanted < min(places) else max(0, wanted + 2 - len(places))
            places = row_rects(page.theme, rect, fall, first)
        is_long = len(places) < count
        if is_long:
            rect = Rect(rect.x, rect.y, rect.w - page.u(24), rect.h)
            places = row_rects(page.theme, rect, fall, first)
        self.tops["fall"] = first = min(places) + 1
        page.add("fall:picture", "waterfall", rect, draw_fall, text=f"{rows[0].name} {rows[0].before} to {rows[-1].after}",
                 look=(fall, first, self.drawn))
        page.tree.stops.setdefault("fall", []).extend(ids)
        for place, line in places.items():
            if 0 <= place < len(rows):
                page.add(ids[place], "row", line, None, focus=True, action=f"cause:{place}", text=f"{rows[place].cause} {minus(rows[place].amount)}",
                         is_row=True, is_over=True)
        page.tree.rolls["fall"] = Roll(rect, first, len(places), count)
        if is_long:
            page.bar("fall", Rect(rect.right - page.u(4), rect.y + page.u(40), page.u(24), rect.h - page.u(60)))

    def _reason(self, page: Page, rect: Rect, rows: list[LedgerRow]) -> Rect:
        """Below the picture, what the cause with the focus is and does, else the greatest one; returns what is left above."""
        kind, _, name = self.focus.partition(":")
        row = rows[int(name)] if kind == "cause" and int(name) < len(rows) else max(rows, key=lambda row: abs(row.amount))
        tall = 2 * page.lh(style.SMALL) + page.u(10)
        if not any(row.why for row in rows):
            return rect
        above = Rect(rect.x, rect.y, rect.w, rect.h - tall - page.u(4))
        note = Rect(rect.x + page.u(16), rect.bottom - tall - page.u(4), rect.w - page.u(32), tall)
        page.add("fall:reason", "ground", note, draw_note)
        inside = note.inflate(-page.u(20), -page.u(6))
        if self.drawn <= len(rows):
            return above                        # nothing is explained before it is drawn
        page.tell("fall:why", f"{row.cause[:1].upper()}{row.cause[1:]}. {row.why}", style.SMALL, inside, lines=2, more="W")
        return above

    def _top(self) -> int:
        board = self.desk.board
        return next((meter.top for meter in (board.pressure, board.fatigue, *board.meters, *board.more_meters) if meter.id == self.meter), 1000)

    def _others(self) -> list[tuple[str, str, int, int]]:
        """Every meter that moved: (id, name, before, after), the greatest change first, pressure before all."""
        found: dict[str, tuple[str, str, int, int]] = {}
        for row in self.desk.board.ledger:
            known = found.get(row.meter)
            found[row.meter] = (row.meter, row.name, known[2] if known else row.before, row.after)
        return sorted(found.values(), key=lambda line: (line[0] != "pressure", -abs(line[3] - line[2])))

    def _moved(self, page: Page, rect: Rect, lines: list[tuple[str, str, int, int]]) -> None:
        inside = sheet(page, "moved", rect)
        u = page.u
        y = heading(page, "moved", inside, "Everything that moved", "Enter shows a meter's causes above", style.PANEL_SMALL)
        page.stop("moved")
        tall = max(u(28), page.lh(style.BODY) + u(6))
        half = (len(lines) + 1) // 2
        is_wide = page.theme.text_scale < 1.3
        columns = 2 if is_wide else 1
        rows = half if is_wide else len(lines)
        ids = [f"moved:{line[0]}" for line in lines]
        page.tree.stops.setdefault("moved", []).extend(ids)
        marks = [f"moved-row:{place}" for place in range(rows)]
        shown = page.shown
        if shown in ids:
            page.shown = marks[ids.index(shown) % rows]
        for place, line in page.roll("moved", Rect(rect.x + u(6), y, rect.w - u(12), inside.bottom + u(6) - y), marks, [tall] * rows,
                                     takes_focus=False):
            wide = line.w // columns
            for column in range(columns):
                index = place + column * rows
                if index < len(lines):
                    self._moved_row(page, ids[index], Rect(line.x + column * wide, line.y, wide - u(4), line.h), lines[index])
        page.shown = shown

    def _moved_row(self, page: Page, id: str, line: Rect, moved: tuple[str, str, int, int]) -> None:
        u = page.u
        meter, name, before, after = moved
        page.add(id, "row", line, draw_row, action=f"show:{meter}", focus=True, text=f"{name} {before} to {after}", is_on=meter == self.meter)
        base = page.middle(line, style.BODY)
        spark = Rect(line.right - u(96), line.y + u(2), u(90), line.h - u(4))
        course = self.desk.board.history.get(meter, ())
        if len(course) > 1:
            page.add(f"{id}:course", "spark", spark, draw_spark, look=course)
        right = spark.left - u(8)
        right = page.say(f"{id}:after", str(after), style.FIGURE, right, base, align="right").left - u(6)
        right = page.say(f"{id}:arrow", f"{before} \u2192", style.FIGURE_LIGHT, right, base, align="right").left - u(10)
        page.say(f"{id}:name", name, style.BODY.strong(meter == self.meter), line.x + u(10), base, right - line.x - u(10), more="W")

    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "go":
            self.app.back()
        elif kind == "show":
            self.meter, self.drawn = name, ALL
            self.tops.pop("fall", None)
        elif kind == "cause":
            self.why(action)
        elif kind == "why":
            self.why(f"meter:{name}")

    def key(self, press: str) -> bool:
        if self.drawn <= len(self.rows):
            self.drawn, self.app.is_dirty = ALL, True
        return False

    def why(self, id: str) -> None:
        from .notice import Notice
        kind, _, name = id.partition(":")
        if kind == "cause":
            row = self.rows[int(name)]
            self.app.push(Notice(f"{row.name} {minus(row.amount)}", f"{row.cause[:1].upper()}{row.cause[1:]}.", *((row.why,) if row.why else ()),
                                 f"From {row.before} to {row.after}, by the rules of {row.mechanism.replace('_', ' ')}."))
        elif kind == "done":
            side, _, place = name.partition(":")
            board = self.desk.board
            clashes = tuple(name for _, name, _ in board.chart.incidents)
            lines = clashes if side == "nobody" else board.done if side == board.side else board.seen_of_them
            self.app.push(Notice("What was done" if side != "nobody" else "Nobody's order", lines[int(place)]))
        else:
            from .why import ask
            ask(self, self.desk, f"meter:{name}")


def draw_mark(canvas: Canvas, node: Node) -> None:
    """A side's sign."""
    side_mark(canvas.surface, canvas.theme, node.rect.center, node.look, 5.5)


def draw_slot(canvas: Canvas, node: Node) -> None:
    """One thing done, on its own slip."""
    paint.sheet(canvas.surface, canvas.theme, node.rect, shadow=False)


def draw_fall(canvas: Canvas, node: Node) -> None:
    """The waterfall, as far as it is revealed."""
    fall, first, drawn = node.look
    waterfall(canvas.surface, canvas.theme, node.rect, fall, first=first, shown=drawn if drawn < len(fall.steps) else None)


def draw_spark(canvas: Canvas, node: Node) -> None:
    """A meter's course so far."""
    gauge.sparkline(canvas.surface, canvas.theme, node.rect, node.look)


