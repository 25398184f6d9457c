"""Every meter this seat sees, over all turns: small charts in groups, one of them large with its dates, its turns and what moved it.

Comes in: a Desk. Goes out: the ledger of the turn under the cursor. Never here: a value that is not in the board's history.
"""

from pygame import Rect

from ...language import t
from ...wording.board import Meter
from ...wording.course import Turning, course_of, grouped, timeline, turning_points
from ...wording.reckonings import doubt_of, find_meter, of_meter, rows_of
from ..desk import Seen
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import minus
from ..paint.marks import Pen
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.button import button, button_width, draw_row
from ..widgets.course import columns, draw_plot
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.sheet import heading, sheet

ZONE = {"pressure": 800}
"""Where a meter becomes dangerous."""
WIDE = 174
"""Least width of a small chart, in design pixels."""


class Charts(Screen):
    name = "charts"
    is_play = True
    own_keys = (("Home", "charts.first"), ("End", "charts.last"))

    def __init__(self, desk: Seen, meter: str = "pressure"):
        super().__init__()
        self.desk = desk
        self.groups = grouped(desk.board)
        known = [one.id for _, meters in self.groups for one in meters]
        self.meter = meter if meter in known else known[0] if known else "pressure"
        self.cursor = len(desk.board.turns)
        """The moment whose values are shown: 0 = the opening, else the end of that turn."""
        self.columns = 3
        self.focus = f"small:{self.meter}" if known else "primary"

    def build(self, page: Page) -> None:
        board = self.desk.board
        top = low_band(page, board, t("charts.title")) + 8
        high = page.low - top
        left = round((page.wide - 40) * 0.47)
        panels = [Panel("all", t("charts.front-all"), page.box(16, top, left, high), lambda rect: self._all(page, rect)),
                  Panel("one", t("charts.front-one"), page.box(24 + left, top, page.wide - left - 40, high), lambda rect: self._one(page, rect))]
        arrange(page, self, page.box(16, top, page.wide - 32, high), panels)
        keys = [("Tab", t("charts.panel"), ""), ("\u2191\u2193", t("charts.meter"), ""), ("[", t("charts.earlier"), "at:-1"),
                ("]", t("charts.later"), "at:+1"), ("W", t("charts.why"), ""), ("Esc", t("charts.back"), "app:back")]
        footer(page, keys, (t("charts.ledger", n=max(1, self.cursor)), "ledger") if board.turns else (t("common.go-back"), "back"))

    # ---------------------------------------------------------- all of them
    def _all(self, page: Page, rect: Rect) -> None:
        inside = sheet(page, "all", rect)
        u = page.u
        y = heading(page, "all", inside, t("charts.all"), t("charts.turns", n=len(self.desk.board.turns)), more="Tab")
        if not self.groups:
            page.tell("all:none", t("charts.none"), style.ASIDE, Rect(inside.x, y + u(6), inside.w, inside.bottom - y))
            return
        page.stop("all")
        wide = max(WIDE, round(page.width("M" * 13, style.SMALL) / page.theme.scale))
        room = Rect(rect.x + u(6), y, rect.w - u(12), inside.bottom + u(6) - y)
        self.columns = columns_of = max(1, (room.w - u(26)) // u(wide))
        rows: list[tuple[str, tuple[Meter, ...]]] = []
        for group, meters in self.groups:
            rows.append((group, ()))
            rows += [(group, meters[at:at + columns_of]) for at in range(0, len(meters), columns_of)]
        page.tree.stops.setdefault("all", []).extend(f"small:{meter.id}" for _, meters in self.groups for meter in meters)
        ids = [f"row:{place}" for place in range(len(rows))]
        head, cell = page.lh(style.CAPTION) + u(6), page.lh(style.SMALL) + u(32)
        shown = page.shown
        of = next((place for place, (_, meters) in enumerate(rows) if shown in [f"small:{meter.id}" for meter in meters]), None)
        if of is not None:
            page.shown = ids[of]
        for place, line in page.roll("all", room, ids, [cell if meters else head for _, meters in rows], takes_focus=False):
            group, meters = rows[place]
            if not meters:
                page.say(f"group:{group}", t(f"charts.group-{group}").upper(), style.CAPTION._replace(role="label", bold=True, tracking=1.0),
                         line.x + u(6), line.bottom - u(5))
                continue
            across = line.w // columns_of
            for column, meter in enumerate(meters):
                self._small(page, Rect(line.x + column * across, line.y, across - u(6), line.h - u(4)), meter)
        page.shown = shown

    def _small(self, page: Page, rect: Rect, meter: Meter) -> None:
        u, id = page.u, f"small:{meter.id}"
        course = course_of(self.desk.board, meter.id)
        at = course[min(self.cursor, len(course) - 1)]
        page.add(id, "row", rect, draw_row, action=f"show:{meter.id}", focus=True, text=f"{meter.name} {at}", is_on=meter.id == self.meter)
        base = rect.y + round(page.lh(style.SMALL) * 0.78)
        value = page.say(f"{id}:value", str(at), style.FIGURE._replace(size=13), rect.right - u(6), base, align="right")
        page.say(f"{id}:name", meter.name, style.SMALL, rect.x + u(8), base, value.left - rect.x - u(14), more="Enter")
        y = rect.y + page.lh(style.SMALL) + u(2)
        page.add(f"{id}:course", "spark", Rect(rect.x + u(6), y, rect.w - u(10), rect.bottom - y - u(2)), draw_small,
                 look=(course, meter.top, min(self.cursor, len(course) - 1)))

    # ---------------------------------------------------------- the large one
    def _one(self, page: Page, rect: Rect) -> None:
        board, u = self.desk.board, page.u
        meter = find_meter(board, self.meter)
        inside = sheet(page, "one", rect)
        if meter is None or not board.turns:
            page.tell("one:none", t("charts.none"), style.ASIDE, inside)
            return
        course, when = course_of(board, self.meter), timeline(board)
        self.cursor = max(0, min(self.cursor, len(course) - 1))
        doubt = doubt_of(board, meter)
        aside = t("charts.estimate", n=doubt) if doubt else t("charts.scale", top=meter.top)
        y = heading(page, "one", inside, meter.name, aside, more="W")
        lines = turning_points(board, self.meter, 5 if page.theme.text_scale < 1.5 else 3)
        lh = page.lh(style.SMALL)
        legend = len(lines) * max(u(24), lh + u(3)) + (u(8) if lines else 0)
        below = 3 * lh + u(46) + max(u(30), lh + u(10))
        tall = max(u(110), inside.bottom - y - legend - below)
        top = meter.top if meter.top <= 100 or meter.top == 1000 else max(course)
        plot = draw_plot(page, "plot", Rect(inside.x, y, inside.w, tall), when, course, high=max(1, top), zone=ZONE.get(self.meter, 0), doubt=doubt,
                         cursor=self.cursor, turnings=lines)
        page.stop("plot")
        page.add("plot", "door", plot.rect, None, focus=True, action="ledger", text=t("charts.plot", name=meter.name), is_over=True)
        columns(page, "plot", plot, "to")
        y = self._legend(page, Rect(inside.x, y + tall, inside.w, legend), lines)
        self._at_cursor(page, Rect(inside.x, y, inside.w, inside.bottom - y), course)

    def _legend(self, page: Page, rect: Rect, lines: tuple[Turning, ...]) -> int:
        """What the numbered turns were."""
        u, y = page.u, rect.y
        page.stop("legend")
        tall = max(u(24), page.lh(style.SMALL) + u(3))
        for number, point in enumerate(lines, 1):
            line = Rect(rect.x - u(4), y, rect.w + u(8), tall)
            page.add(f"turning:{number}", "row", line, draw_row, action=f"to:{point.turn}", focus=True, text=point.cause)
            base = page.middle(line, style.SMALL)
            page.say(f"turning:{number}:number", str(number), style.SMALL.strong(), line.x + u(10), base)
            day = page.say(f"turning:{number}:day", point.day, style.FIGURE_LIGHT._replace(size=12), line.x + u(28), base)
            amount = page.say(f"turning:{number}:amount", minus(point.amount), style.FIGURE._replace(size=13), line.right - u(8), base, align="right")
            left = max(day.right + u(12), line.x + u(92))
            page.say(f"turning:{number}:words", point.cause[:1].upper() + point.cause[1:], style.SMALL, left, base, amount.left - left - u(10),
                     more="Enter")
            y += tall
        return y + (u(8) if lines else 0)

    def _at_cursor(self, page: Page, rect: Rect, course: tuple[int, ...]) -> None:
        """The moment under the cursor: when, how much, and what moved it most."""
        board, u = self.desk.board, page.u
        page.rule(rect.x, rect.y, rect.w)
        lh, y = page.lh(style.SMALL), rect.y + u(6)
        if self.cursor:
            page.stop("cursor")
            tall = min(page.lh(style.BODY) + u(4) + 3 * lh, rect.bottom - max(u(28), lh + u(8)) - y - u(6))
            page.add("cursor", "door", Rect(rect.x, y, rect.w, max(tall, u(24))), None, action="ledger", focus=True,
                     text=t("charts.ledger", n=self.cursor), is_over=True)
        now = course[self.cursor]
        if self.cursor == 0:
            words, change = t("charts.opening"), str(now)
        else:
            turn = board.turns[self.cursor - 1]
            words = t("charts.at", turn=turn.turn, date=turn.date)
            change = f"{course[self.cursor - 1]} \u2192 {now}"
        base = y + round(page.lh(style.BODY) * 0.78)
        right = page.say("cursor:value", change, style.FIGURE, rect.right, base, align="right").left
        page.say("cursor:when", words, style.BODY.strong(), rect.x, base, right - rect.x - u(12), more="Enter")
        y += page.lh(style.BODY) + u(4)
        buttons = max(u(28), lh + u(8))
        for place, words in enumerate(self._causes()[:max(0, (rect.bottom - buttons - u(6) - y) // lh)]):
            page.say(f"cursor:cause:{place}", words, style.SMALL, rect.x, y + round(lh * 0.78), rect.w, more="Enter")
            y += lh
        page.stop("steps")
        x = rect.x
        for id, words, key in (("at:-1", t("charts.earlier"), "["), ("at:+1", t("charts.later"), "]")):
            wide = button_width(page, words, key)
            button(page, f"step:{id}", Rect(x, rect.bottom - buttons, wide, buttons), words, id, key=key)
            x += wide + u(10)

    def _causes(self) -> list[str]:
        turn = self.desk.board.turns[self.cursor - 1] if self.cursor else None
        made = of_meter(self.desk.board, turn, self.meter)
        if turn is None or not made.parts:
            return [t("charts.still")] if turn else []
        rows = rows_of(turn, self.meter)
        found = [f"{minus(part.amount)} {t('reveal.unknown') if part.is_hidden else part.words}" for part in made.greatest[:3]]
        return found if len(rows) <= 3 else [*found[:2], f"{found[2]} {t('charts.more', n=len(rows) - 3)}"]

    # ---------------------------------------------------------- what is done
    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "show":
            self.meter = name
            self.front = "one" if self.front else ""
        elif kind == "to":
            self.cursor = int(name)
        elif kind == "at":
            self.cursor = max(0, min(len(self.desk.board.turns), self.cursor + int(name)))
        elif kind == "ledger":
            from .reveal import Reveal
            self.app.push(Reveal(self.desk, self.meter, turn=max(1, self.cursor)))
        elif kind == "back":
            self.app.back()
        elif kind == "why":
            self.why(f"meter:{name}")

    def moved(self, id: str) -> None:
        kind, _, name = id.partition(":")
        if kind == "small":
            self.meter = name

    def key(self, press: str) -> bool:
        ids = [f"small:{meter.id}" for _, meters in self.groups for meter in meters]
        if press in ("Up", "Down") and self.focus in ids:
            self._row(ids, 1 if press == "Down" else -1)
            return True
        if press in ("[", "]") or (press in ("Left", "Right") and self.focus == "plot"):
            self.act(f"at:{-1 if press in ('[', 'Left') else 1}")
            return True
        if press in ("Home", "End") and self.focus == "plot":
            self.cursor = 0 if press == "Home" else len(self.desk.board.turns)
            return True
        return False

    def _row(self, ids: list[str], step: int) -> None:
        """The small chart above or below, its group's rows as they stand."""
        grid = [[f"small:{meter.id}" for meter in meters[at:at + self.columns]] for _, meters in self.groups
                for at in range(0, len(meters), self.columns)]
        row = next(place for place, line in enumerate(grid) if self.focus in line)
        column = grid[row].index(self.focus)
        line = grid[max(0, min(len(grid) - 1, row + step))]
        self.rest(line[min(column, len(line) - 1)])
        self.last["all"] = self.focus
        self.moved(self.focus)

    def why(self, id: str) -> None:
        from .why import ask
        kind, _, name = id.partition(":")
        if kind in ("small", "meter"):
            ask(self, self.desk, f"meter:{name}")
        elif kind == "turning":
            self.act(next((node.action for node in self.app.tree.nodes if node.id == id), ""))
            self.act("ledger")
        else:
            self.act("ledger")


def draw_small(canvas: Canvas, node: Node) -> None:
    """A course on a scale of its own, a tenth of the meter's at least, so that a stir does not look like a storm; a dot at the cursor."""
    values, top, cursor = node.look
    rect = node.rect.inflate(-canvas.theme.px(8), -canvas.theme.px(8))
    middle, span = (max(values) + min(values)) / 2, max(max(values) - min(values), top / 10, 1)
    points = [(rect.left + rect.w * place / max(1, len(values) - 1), rect.centery - rect.h * (value - middle) / span)
              for place, value in enumerate(values)]
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        pen.line(points, "rule", 1.2)
        pen.line(points[:cursor + 1], "ink", 1.4)
        pen.circle(points[cursor], canvas.theme.px(2.7), "warn")
