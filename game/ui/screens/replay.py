"""A game looked back on, turn by turn: the chart as it stood, what each side gave and got, the pressure's course with the turn marked on it.

Comes in: a Watched game. Goes out: the ledger of a turn. Never here: of a game still running, anything its seat did not know; playing on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from ...language import t
from ...wording.board import Board, TurnWords
from ...wording.course import course_of, timeline, turning_points
from ...wording.reckonings import rows_of
from ..desk import Seen
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import minus
from ..paint.marks import side_mark
from ..screen import Screen
from ..widgets.band import band, low_band
from ..widgets.button import draw_row
from ..widgets.course import columns, draw_plot
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.sheet import heading, sheet
from . import room_chart

if TYPE_CHECKING:
    from ...session.watch import Watched

ZONE = 800


class Replay(Screen):
    name = "replay"
    own_keys = (("PgUp", "replay.five-back"), ("PgDn", "replay.five-on"))

    def __init__(self, watched: Watched, turn: int = 0):
        super().__init__()
        self.watched = watched
        self.turn = turn
        """The turn after which everything is shown; 0 = before the first."""
        self.looking = room_chart.Looking()
        self.focus = "plot"

    @property
    def board(self) -> Board:
        """What the seat had before it after the turn shown."""
        return self.watched.board(self.turn)

    @property
    def whole(self) -> Board:
        """What it had after the last turn."""
        return self.watched.board(self.watched.turns)

    @property
    def desk(self) -> Seen:
        """The board shown, to look at."""
        return Seen(self.board)

    @property
    def told(self) -> TurnWords | None:
        """The turn shown; None before the first."""
        return self.whole.turns[self.turn - 1] if self.turn else None

    def build(self, page: Page) -> None:
        board, told = self.board, self.told
        after = t("replay.after", n=self.turn) if self.turn else ""
        top = (low_band(page, board, after) if page.is_one else band(page, board, after)) + 8
        high = page.low - top
        low = max(120, round(144 * min(1.3, page.theme.text_scale)))
        left = round((page.wide - 40) * 0.6)
        panels = [Panel("chart", t("replay.front-chart"), page.box(16, top, left, high - low - 8), lambda rect: self._chart(page, rect, board)),
                  Panel("events", t("replay.front-events"), page.box(24 + left, top, page.wide - left - 40, high - low - 8),
                        lambda rect: self._events(page, rect, board, told)),
                  Panel("course", t("replay.front-course"), page.box(16, top + high - low, page.wide - 32, low),
                        lambda rect: self._course(page, rect))]
        arrange(page, self, page.box(16, top, page.wide - 32, high), panels)
        keys = [("\u2190", t("replay.back-one"), "step:-1"), ("\u2192", t("replay.on-one"), "step:1"), ("Home", t("replay.first"), "to:0"),
                ("End", t("replay.last"), f"to:{self.watched.turns}"), ("Tab", t("replay.panel"), ""), ("W", t("replay.why"), ""),
                ("Esc", t("replay.leave"), "app:back")]
        footer(page, keys, (t("replay.ledger", n=self.turn), "ledger") if self.turn else (t("replay.on-one"), "step:1"))

    def _chart(self, page: Page, rect: Rect, board: Board) -> None:
        page.panel("chart", rect, None)
        room_chart.picture(page, rect, self, board, self.looking)

    def _events(self, page: Page, rect: Rect, board: Board, told: TurnWords | None) -> None:
        inside = sheet(page, "events", rect)
        u = page.u
        y = heading(page, "events", inside, t("replay.turn", n=self.turn) if told else t("replay.opening"),
                    (t("replay.all-opened") if told.is_open else t("replay.as-seen")) if told else "", more="Tab")
        page.stop("events")
        foot = inside.bottom - max(u(28), page.lh(style.ROW) + u(6))
        if told is None:
            page.tell("events:none", t("replay.nothing-yet"), style.ASIDE, Rect(inside.x, y + u(6), inside.w, foot - y))
        else:
            lines = events_of(board.side, told)
            tall = max(u(42), page.lh(style.BODY) + page.lh(style.NOTE) + u(6))
            ids = [f"event:{place}" for place in range(len(lines))]
            for place, line in page.roll("events", Rect(rect.x + u(4), y, rect.w - u(8), foot - y - u(6)), ids, [tall] * len(ids)):
                self._event(page, ids[place], line, lines[place])
        page.rule(inside.x, foot, inside.w)
        base = page.middle(Rect(inside.x, foot, inside.w, inside.bottom - foot), style.ROW)
        pressure = board.pressure
        page.say("events:pressure", t("replay.pressure"), style.ROW, inside.x, base)
        page.say("events:value", f"{pressure.before} \u2192 {pressure.value}" if self.turn else str(pressure.value), style.FIGURE, inside.right, base,
                 align="right")
        page.add("meter:pressure@", "door", Rect(inside.x, foot + 1, inside.w, max(u(24), inside.bottom - foot - 1)), None,
                 action="why:pressure", focus=True, text=t("replay.pressure"), is_over=True)

    def _event(self, page: Page, id: str, line: Rect, event: tuple[str, str, str, int]) -> None:
        u, (side, words, under, amount) = page.u, event
        page.add(id, "row", line, draw_row, action="ledger", focus=True, text=words, is_row=True)
        page.add(f"{id}:mark", "mark", Rect(line.x + u(8), line.y + u(8), u(14), u(14)), draw_mark, look=side)
        base = line.y + u(3) + round(page.lh(style.BODY) * 0.78)
        right = line.right - u(8)
        if amount:
            right = page.say(f"{id}:amount", minus(amount), style.FIGURE, right, base, align="right").left - u(10)
        left = line.x + u(32)
        page.say(f"{id}:words", words, style.BODY.strong(side != "nobody"), left, base, right - left, more="Enter")
        page.say(f"{id}:under", under, style.NOTE, left, base + page.lh(style.NOTE), line.right - left - u(8), more="Enter")

    def _course(self, page: Page, rect: Rect) -> None:
        inside = sheet(page, "course", rect)
        whole = self.whole
        page.stop("plot")
        values = course_of(whole, "pressure")
        plot = draw_plot(page, "plot", inside.inflate(0, page.u(8)), timeline(whole), values, zone=ZONE, cursor=self.turn, is_filled=True,
                         turnings=turning_points(whole, "pressure", 5))
        page.add("plot", "door", plot.rect, None, focus=True, action="ledger" if self.turn else "step:1",
                 text=t("replay.timeline", n=self.turn, last=self.watched.turns), is_over=True)
        columns(page, "plot", plot, "to")

    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "step":
            self._go(self.turn + int(name))
        elif kind == "to":
            self._go(int(name))
        elif kind == "ledger" and self.turn:
            self._ledger("pressure")
        elif room_chart.act(self, self.desk, self.looking, action):
            pass
        elif kind == "why":
            self.why(f"meter:{name}")

    def _go(self, turn: int) -> None:
        self.turn = max(0, min(self.watched.turns, turn))
        self.tops.pop("events", None)
        self.app.is_dirty = True

    def _ledger(self, meter: str) -> None:
        from .reveal import Reveal
        self.app.push(Reveal(self.desk, meter))

    def key(self, press: str) -> bool:
        if self.focus.startswith(("front:", room_chart.AT, "chart:")) and press in ("Left", "Right"):
            return False            # there the arrows walk tabs, or marks
        if press in ("Left", "Right", "PgUp", "PgDn"):
            self._go(self.turn + {"Left": -1, "Right": 1, "PgUp": -5, "PgDn": 5}[press])
        elif press in ("Home", "End"):
            self._go(0 if press == "Home" else self.watched.turns)
        else:
            return False
        return True

    def why(self, id: str) -> None:
        from .why import ask
        kind, _, name = id.partition(":")
        if room_chart.why(self, self.desk, id):
            return
        if kind == "meter":
            ask(self, self.desk, f"meter:{name.rstrip('@')}")
        elif self.turn:
            self._ledger("pressure")


def events_of(side: str, told: TurnWords) -> list[tuple[str, str, str, int]]:
    """(whose, what, what it moved besides, what it did to the pressure): both sides' orders, then clashes, then what moved the rope by itself."""
    them = "moscow" if side == "washington" else "washington"
    found = [(side, name, *_moved(told, name)) for name in told.done]
    found += [(them, name, *_moved(told, name)) for name in told.theirs]
    found += [("nobody", name, *_moved(told, name)) for _, name, _ in told.clashes]
    known = {event[1] for event in found}
    for row in rows_of(told, "pressure"):
        cause = row.cause.removesuffix(": grave")
        if cause not in known:
            found.append(("nobody", t("reveal.unknown") if row.by == "unknown" else f"{cause[:1].upper()}{cause[1:]}",
                          row.why or t("replay.by-itself"), row.amount))
    return found


def _moved(told: TurnWords, name: str) -> tuple[str, int]:
    rows = [row for row in told.rows if row.cause.removesuffix(": grave") == name]
    sums: dict[str, int] = {}
    for row in rows:
        if row.meter != "pressure":
            sums[row.name] = sums.get(row.name, 0) + row.amount
    greatest = sorted(sums.items(), key=lambda each: -abs(each[1]))[:3]
    words = ", ".join(f"{meter[:1].lower()}{meter[1:]} {minus(amount)}" for meter, amount in greatest)
    return words or t("replay.nothing-else"), sum(row.amount for row in rows if row.meter == "pressure")


def draw_mark(canvas: Canvas, node: Node) -> None:
    """A side's sign, or nobody's."""
    side_mark(canvas.surface, canvas.theme, node.rect.center, node.look, 5)
