"""The ledger of a turn: what each side did, as far as this seat may know it, and, for any meter, what moved it, cause by cause, with what stood
behind each cause.

Comes in: a Desk, a meter, a turn. Goes out: nothing. Never here: a cause or an order this seat may not know; the board holds none.
"""

from pygame import Rect

from ...language import t
from ...wording.board import LedgerRow, TurnWords
from ...wording.chain import Link, chain
from ...wording.reckoning import Reckoning
from ...wording.reckonings import of_meter, rows_of
from ..desk import Desk, Seen
from ..layout import type as style
from ..layout.page import Page
from ..layout.type import minus
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.fall import ALL, fall, fall_head
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.links import lines_needed, links
from ..widgets.sheet import draw_note, sheet
from . import reveal_moved, reveal_sides
from .account import in_order

ROW_MS = 140


class Reveal(Screen):
    name = "reveal"
    is_play = True

    def __init__(self, desk: Seen, meter: str = "", is_fresh: bool = False, turn: int = 0):
        """`turn`: whose ledger; 0 = the last one's. `is_fresh`: rows of the first waterfall appear one by one."""
        super().__init__()
        self.desk = desk
        self.turn = turn or len(desk.board.turns)
        moved = [row.meter for row in self.told.rows] if self.told else []
        self.meter = meter or ("pressure" if "pressure" in moved or not moved else moved[0])
        self.focus = "primary"
        self.is_sorted = False
        self.drawn = 0 if is_fresh else ALL
        """Rows of the first waterfall drawn so far; the rest follow one by one."""

    @property
    def told(self) -> TurnWords | None:
        """The turn shown; None before the first one."""
        turns = self.desk.board.turns
        return turns[self.turn - 1] if 0 < self.turn <= len(turns) else None

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        """The ledger's rows of the meter shown."""
        return rows_of(self.told, self.meter)

    @property
    def made(self) -> Reckoning:
        """The meter's reckoning of the turn shown."""
        return of_meter(self.desk.board, self.told, self.meter)

    @property
    def wait_ms(self) -> int:  # type: ignore[override]
        """Rows appear one by one, then the screen sleeps."""
        if self.drawn <= len(self.rows) and self.app.settings.reduced_motion:
            self.drawn = ALL
        return ROW_MS if self.drawn <= len(self.rows) else 0

    def tick(self, now: int) -> None:
        if self.drawn <= len(self.rows):
            self.drawn += 1
            self.app.is_dirty = True

    def build(self, page: Page) -> None:
        board, told = self.desk.board, self.told
        is_playing = isinstance(self.desk, Desk) and board.ending is None
        when = ""
        if told and self.turn < len(board.turns):
            when = t("reveal.of-turn", turn=self.turn, date=told.date) if page.theme.text_scale < 1.3 else t("reveal.of-turn-short", turn=self.turn)
        top = low_band(page, board, when) + 8
        high, across = page.low - top, page.wide - 448
        low = 124 if page.theme.text_scale < 1.2 else 150
        panels = [Panel("fall", t("reveal.front-fall"), page.box(432, top, across, high - low - 8), lambda rect: self._fall(page, rect)),
                  Panel("sides", t("reveal.front-sides"), page.box(16, top, 408, high), lambda rect: reveal_sides.sides(page, rect, board, told)),
                  Panel("moved", t("reveal.front-moved"), page.box(432, top + high - low, across, low),
                        lambda rect: reveal_moved.moved(page, rect, board, told, self.meter))]
        if not page.is_one:
            panels = [panels[1], panels[0], panels[2]]      # reading order, from the left
        arrange(page, self, page.box(16, top, page.wide - 32, high), panels)
        keys = [("Tab", t("reveal.panel"), ""), ("T", t("reveal.toggle"), "sort"), ("W", t("reveal.why"), "")]
        if self.turn > 1:
            keys.append(("\u2190", t("reveal.turn", n=self.turn - 1), "turn:-1"))
        if self.turn < len(board.turns):
            keys.append(("\u2192", t("reveal.turn", n=self.turn + 1), "turn:1"))
        keys += [("G", t("reveal.charts"), "charts"), ("Esc", t("common.go-back"), "app:back")]
        footer(page, keys, (t("reveal.room") if is_playing and not when else t("common.go-back"), "go"))

    def _fall(self, page: Page, rect: Rect) -> None:
        inside = sheet(page, "fall", rect)
        page.tree.stops.setdefault("fall", [])      # before the chain's, which is placed first
        made = self.made
        y = fall_head(page, "fall", inside, made, t("reveal.sorted") if self.is_sorted else t("reveal.in-order"))
        if not made.parts:
            page.tell("fall:none", t("reveal.stood-still"), style.ASIDE, Rect(inside.x, y + page.u(4), inside.w, inside.bottom - y), lines=2,
                      more="W")
            y += page.lh(style.ASIDE) + page.u(8)
        bottom = self._reason(page, inside) if made.parts else inside.bottom
        fall(page, "fall", Rect(inside.x, y, inside.w, bottom - y), made, in_order(made, self.is_sorted), self.drawn)

    @property
    def chosen(self) -> LedgerRow | None:
        """The row with the focus, else the greatest one."""
        kind, _, name = self.focus.partition(":")
        if kind != "part":
            kind, _, name = self.last.get("fall", "").partition(":")
        if kind == "part" and name.isdigit() and int(name) < len(self.rows):
            return self.rows[int(name)]
        return max(self.rows, key=lambda row: abs(row.amount), default=None)

    @property
    def links(self) -> tuple[Link, ...]:
        """The chain behind the chosen row."""
        row, told = self.chosen, self.told
        return chain(self.desk.board, told, row) if row and told else ()

    def _reason(self, page: Page, inside: Rect) -> int:
        """Below the picture, why the chosen row is there: its sentence, and the chain of causes behind it; returns the y above."""
        u, row, behind = page.u, self.chosen, self.links
        assert row is not None
        lh, line = page.lh(style.SMALL), max(u(26), page.lh(style.SMALL) + u(6)) + u(6)
        lines = min(lines_needed(page, inside.w - u(20), behind), 2 if page.theme.text_scale < 1.5 else 3)
        said = f"{t('reveal.why-amount', amount=minus(row.amount))} {row.cause[:1].upper()}{row.cause[1:]}. {row.why}"
        words = min(2, len(page.measure(said, style.SMALL, inside.w - u(16)).lines))
        tall = words * lh + lines * line + u(14)
        ground = Rect(inside.x - u(4), inside.bottom + u(4) - tall, inside.w + u(8), tall)
        page.add("fall:reason", "ground", ground, draw_note)
        if self.drawn <= len(self.rows):
            return ground.y - u(6)                        # nothing is explained before it is drawn
        page.tell("fall:why", said, style.SMALL, Rect(ground.x + u(14), ground.y + u(4), ground.w - u(24), words * lh),
                  lines=words, more="W")
        links(page, "chain", Rect(ground.x + u(14), ground.y + u(8) + words * lh, ground.w - u(18), lines * line), behind)
        return ground.y - u(6)

    def show(self, meter: str, turn: int = 0) -> None:
        """That meter's ledger is shown, of that turn; 0 = of the one shown now."""
        self.meter, self.turn, self.drawn = meter, turn or self.turn, ALL
        self.tops.pop("fall", None)
        self.last.pop("fall", None)

    def choose(self, row: LedgerRow) -> None:
        """That row of the turn shown is the chosen one, its meter's waterfall in sight."""
        self.show(row.meter)
        self.front = "fall" if self.front else ""
        self.rest(f"part:{self.rows.index(row)}")
        self.last["fall"] = self.focus

    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "go":
            self.app.back()
        elif kind == "show":
            self.show(name)
            self.front = "fall"
        elif kind == "turn":
            self.show(self.meter, max(1, min(len(self.desk.board.turns), self.turn + int(name))))
        elif kind == "sort":
            self.is_sorted = not self.is_sorted
        elif kind == "link":
            link = self.links[int(name)]
            self.show(link.meter, link.turn)
        elif kind == "part":
            self.rest(action)
            self.last["fall"] = action
        elif kind == "done":
            self.why(action)
        elif kind == "charts":
            from .charts import Charts
            self.app.push(Charts(self.desk, self.meter))
        elif kind == "why":
            self.why(f"meter:{name}")

    def key(self, press: str) -> bool:
        if self.drawn <= len(self.rows):
            self.drawn, self.app.is_dirty = ALL, True
            return press in ("Left", "Right")
        if press in ("Left", "Right") and not self.focus.startswith("front:"):
            self.act(f"turn:{-1 if press == 'Left' else 1}")
            return True
        return False

    def why(self, id: str) -> None:
        from .notice import Notice
        from .why import ask
        kind, _, name = id.partition(":")
        if kind == "part" and name.isdigit() and int(name) < len(self.rows):
            row = self.rows[int(name)]
            self.app.push(Notice(f"{row.name} {minus(row.amount)}", f"{row.cause[:1].upper()}{row.cause[1:]}.", *((row.why,) if row.why else ()),
                                 t("reveal.from-to", before=row.before, after=row.after, rules=row.mechanism.replace("_", " "))))
        elif kind == "done":
            reveal_sides.explain(self, name)
        elif kind == "chain":
            self.app.push(Notice(t("reveal.chain"), *(link.words for link in self.links)))
        else:
            ask(self, self.desk, f"meter:{name}")
