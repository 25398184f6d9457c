"""The situation room: in-tray, chart, standing, order sheet. The screen from which a turn is played.

Comes in: a Desk. Goes out: changes to its draft, and the other screens. Never here: what a sheet or a tray looks like (room_*.py).
"""

from collections.abc import Sequence

from pygame import Rect

from ...language import t
from ...wording.board import OrderLine, SeatPanel
from ...wording.plain import plain_paper
from ..desk import Desk
from ..layout.page import Page
from ..screen import Screen
from ..widgets.band import band
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.meters import find_meter
from ..widgets.phases import phases, phases_width
from ..widgets.tiles import tape, tile_height
from . import room_agreed, room_middle, room_orders, room_tray, room_wall
from .notice import Notice
from .room_standing import ON_THE_WALL, is_rung, standing, standing_height

MENUS = ("military", "diplomacy", "public", "home")
KEYS = {"D": "deal", "L": "ledger", "T": "team", "F": "files", "I": "go:tray", "M": "go:chart", "O": "go:catalogue"}
"""What these keys do, also where the strip at the bottom has no room to say so."""
FRONTS = {"tray": "tray", "chart": "chart", "catalogue": "orders"}
"""Stop -> the panel it stands in, where one panel has the window."""


class Room(Screen):
    name = "room"
    is_play = True

    def __init__(self, desk: Desk):
        super().__init__()
        self.desk = desk
        self.menu = _asked_first(desk.board.orders) if desk.board.turn == 1 else MENUS[0]
        self.unfolded: set[str] = set()
        """Menus that show the orders of other stages too."""
        self.paper = desk.board.papers[0].id if desk.board.papers else ""
        """The paper in the reader."""
        self.focus = f"paper:{self.paper}" if self.paper else ""
        self.looked_at = ""
        """The order whose text is shown."""
        self.returned = ""
        """Why the last order given came back."""

    def build(self, page: Page) -> None:
        top = band(page, self.desk.board) + 8
        area = page.box(16, top, page.wide - 32, page.low - top)
        arrange(page, self, area, self._panels(page, area))
        keys = [("D", t("room.key-deal"), "deal"), ("L", t("room.key-ledger"), "ledger"), ("M", t("room.key-chart"), "go:chart"),
                ("T", t("room.key-team"), "team"), ("F", t("room.key-files"), "files"), ("W", t("room.key-why"), ""),
                ("F1", t("room.key-keys"), "app:keys"), ("Esc", t("room.key-leave"), "app:back")]
        wide = phases_width(page)
        footer(page, keys, (t("room.send"), "send"), reserve=wide)
        phases(page, self.desk.board, wide)

    def _panels(self, page: Page, area: Rect) -> list[Panel]:
        """Every panel with its place, in reading order: papers and how we stand, the chart and the chair's own wall, orders."""
        u, board = page.u, self.desk.board
        people = [meter for meter in board.meters if not is_rung(meter) and meter.id not in ON_THE_WALL]
        left, right = Rect(area.x, area.y, u(312), area.h), Rect(area.right - u(344), area.y, u(344), area.h)
        low = min(standing_height(page, len(people)), left.h // 3)
        middle = Rect(left.right + u(8), area.y, right.x - left.right - u(16), area.h)
        tray, stand = _split(left, left.h - low - u(8), u(8))
        panels = [Panel("tray", t("room.in-tray"), tray, lambda rect: room_tray.tray(page, rect, self)),
                  Panel("standing", t("room.standing"), stand, lambda rect: standing(page, rect, board, people))]
        panels += self._chart_and_wall(page, middle) if board.stage == "confrontation" else self._agreed_and_wall(page, middle)
        return [*panels, Panel("orders", t("room.orders"), right, lambda rect: room_orders.orders(page, rect, self))]

    def _chart_and_wall(self, page: Page, middle: Rect) -> list[Panel]:
        u, board = page.u, self.desk.board
        rungs = sorted((meter for meter in board.meters if is_rung(meter)), key=lambda meter: meter.box != "public")
        strip = tile_height(page)
        own = self._wall(page, middle)
        chart, rest = _split(middle, (own[0].rect.y if own else middle.bottom) - strip - u(14) - middle.y, 0)

        def draw(rect: Rect) -> None:
            room_middle.chart(page, rect, board)
            if not page.is_one:
                tape(page, "rungs", Rect(rest.x, rest.y + u(4), rest.w, strip), rungs)
        return [Panel("chart", t("room.chart"), chart, draw), *own]

    def _wall(self, page: Page, middle: Rect) -> list[Panel]:
        """The chair's own panels at the foot: the first at the left, the others one over the other beside it."""
        u, board = page.u, self.desk.board
        if not board.panels:
            return []
        first, *others = board.panels
        needs = [room_wall.height(page, each) for each in others]
        tall = min(max(room_wall.height(page, first), sum(needs) + u(8) * (len(needs) - 1)), round(middle.h * 0.54))
        foot = Rect(middle.x, middle.bottom - tall, middle.w, tall)
        wide = round(foot.w * (0.53 if len(others) > 1 else 0.48))
        rects, y = [Rect(foot.x, foot.y, wide, tall)], foot.y
        for place, need in enumerate(needs):
            high = foot.bottom - y if place == len(needs) - 1 else round((tall - u(8) * (len(needs) - 1)) * need / sum(needs))
            rects.append(Rect(foot.x + wide + u(8), y, foot.w - wide - u(8), high))
            y += high + u(8)
        return [self._own(page, each, rect) for each, rect in zip(board.panels, rects, strict=True)]

    def _own(self, page: Page, each: SeatPanel, rect: Rect) -> Panel:
        return Panel(each.id, each.title, rect, lambda at: room_wall.panel(page, at, self.desk.board, each))

    def _agreed_and_wall(self, page: Page, middle: Rect) -> list[Panel]:
        """After the agreement: what it says to whom, the days that ask about it, and who has a say."""
        u, board = page.u, self.desk.board
        strip = tile_height(page)
        own = max((room_wall.height(page, each) for each in board.panels), default=u(160))
        upper, lower = _split(middle, middle.h - min(max(own, u(168)), round(middle.h * 0.46)) - strip - u(14), strip + u(14))
        wide = round(lower.w * 0.52)
        rungs = sorted((meter for meter in board.meters if is_rung(meter)), key=lambda meter: meter.box != "public")

        def draw(rect: Rect) -> None:
            room_agreed.agreed(page, rect, board)
            if not page.is_one:
                tape(page, "rungs", Rect(middle.x, upper.bottom + u(4), middle.w, strip), rungs)
        panels = [Panel("agreed", t("room.agreed"), upper, draw),
                  Panel("calendar", t("room.calendar"), Rect(lower.x, lower.y, wide, lower.h), lambda rect: room_agreed.calendar(page, rect, board))]
        return [*panels, *(self._own(page, each, Rect(lower.x + wide + u(8), lower.y, lower.w - wide - u(8), lower.h)) for each in board.panels[:1])]

    def moved(self, id: str) -> None:
        kind, _, name = id.partition(":")
        if kind == "paper":
            self.paper = name
            self.desk.read.add(name)
        elif kind in ("order", "given"):
            self.looked_at, self.returned = name, ""

    def key(self, press: str) -> bool:
        if press == "Del" and self.focus.startswith("given:"):
            self.act(f"strike:{self.focus.partition(':')[2]}")
            return True
        if press in ("K", "H"):             # whether the strip of keys has room for them or not
            self.act({"K": "letters", "H": "history"}[press])
            return True
        if press in ("Ctrl+Z", "Ctrl+Y"):
            return self.desk.undo() if press == "Ctrl+Z" else self.desk.redo()
        if press in KEYS:
            self.act(KEYS[press])
            return True
        if press in ("Left", "Right") and self.focus.startswith("menu:"):
            place = MENUS.index(self.menu) + (1 if press == "Right" else -1)
            self._open_menu(MENUS[max(0, min(len(MENUS) - 1, place))])
            return True
        return False

    def copied(self) -> str:
        paper = next((paper for paper in self.desk.board.papers if paper.id == self.paper), None)
        return plain_paper(paper) if paper else ""

    def _open_menu(self, menu: str) -> None:
        self.menu = menu
        self.rest(f"menu:{menu}")
        self.tops.pop("catalogue", None)

    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "menu":
            self._open_menu(name)
        elif kind == "later":
            self.unfolded ^= {name}
            self.rest(f"later:{name}")
        elif kind in ("team", "files"):
            from .cabinet import Cabinet
            self.app.push(Cabinet(self.desk, kind))
        elif kind == "give":
            self.looked_at = name
            self.returned = self.desk.give(name)
            self.shown = self.focus             # the sheet may have grown over it
        elif kind == "strike":
            self._strike(name)
        elif kind in ("read", "reply"):
            self._open_paper(name)
        elif kind == "why":
            self.why(f"meter:{name}")
        elif kind in ("seat", "reading", "file"):
            self._explain(kind, name)
        elif kind == "go":
            self._go(name)
        elif kind == "look":
            self._look(name)
        elif kind == "chart":
            self.app.push(Notice(t("room.chart"), *room_middle.in_words(self.desk.board)))
        elif kind == "deal":
            from .deal import Deal
            self.app.push(Deal(self.desk))
        elif kind == "ledger":
            self._open_ledger()
        elif kind == "letters":
            from .letters import Letters
            self.app.push(Letters(self.desk))
        elif kind == "history":
            from .history import History
            self.app.push(History(self.desk))
        elif kind == "send":
            from .confirm import Confirm
            self.app.push(Confirm(self.desk))

    def _strike(self, name: str) -> None:
        draft = self.desk.draft
        if name == "proposal":
            self.desk.change(draft.unput())
        elif name == "answer":
            self.desk.change(draft.unput() if draft.answer == "counter" else draft.answering(draft.answer, draft.answer_to))
        elif name == "withdraw":
            self.desk.change(draft.withdrawing(draft.withdraw))
        elif name in draft.orders:
            self.desk.change(draft.toggled(name))

    def _look(self, name: str) -> None:
        """What stands on the sheet is shown where it came from: its menu, the deal table, the letter."""
        draft, papers = self.desk.draft, self.desk.board.papers
        order = next((line for line in self.desk.board.orders if line.id == name), None)
        if order:
            self.menu, self.looked_at = order.menu, name
            self.unfolded |= {order.menu} if order.is_out_of_stage else set()
            self.rest(f"order:{name}")
        elif name == "proposal":
            self.act("deal")
        else:
            wanted = (False, draft.answer_to) if name == "answer" else (True, draft.withdraw)
            self._open_paper(next((paper.id for paper in papers if (paper.is_own, paper.letter) == wanted), ""))

    def _open_paper(self, id: str) -> None:
        from .paper import Reading
        paper = next((paper for paper in self.desk.board.papers if paper.id == id), None)
        if paper:
            self.desk.read.add(id)
            self.app.push(Reading(self.desk, paper))

    def _open_ledger(self) -> None:
        if self.desk.board.ledger:
            from .reveal import Reveal
            self.app.push(Reveal(self.desk))
        else:
            self.app.tell(t("room.no-ledger"), t("room.ledger"))

    def _explain(self, kind: str, name: str) -> None:
        """What a line of the wall is, what was agreed on an issue; a day opens its file."""
        board = self.desk.board
        if kind == "seat" and (row := room_wall.find_row(board, name)):
            self.app.push(Notice(row.name, f"{row.says[0].upper()}{row.says[1:]}.", row.note))
        elif kind == "reading":
            line = next(line for line in board.readings if line.issue == name)
            self.app.push(Notice(line.name, *room_agreed.reading_words(line)))
        elif kind == "file":
            from .cabinet import Cabinet
            self.app.push(Cabinet(self.desk, "files", name))

    def _go(self, stop: str) -> None:
        if stop == "chart" and self.desk.board.stage != "confrontation":
            self.act("chart")
            return
        if self.front:
            self.front = FRONTS[stop]
            self.app.build()
        wanted = self.app.tree.stops.get(stop)
        if wanted:
            self.rest(self.last[stop] if self.last.get(stop) in wanted else wanted[0])
            self.moved(self.focus)

    def why(self, id: str) -> None:
        kind, _, name = id.partition(":")
        if kind in ("order", "given") and room_orders.explain(self, name):
            return
        row = room_wall.find_row(self.desk.board, name) if kind == "seat" else None
        if kind == "paper":
            self._open_paper(name)
        elif kind in ("reading", "file") or (row and not find_meter(self.desk.board, row.meter)):
            self._explain(kind, name)
        elif row:
            self.why(f"meter:{row.meter}")
        else:
            from .why import ask
            ask(self, self.desk, id)

    def back(self) -> None:
        self.app.leave()


def _asked_first(orders: Sequence[OrderLine]) -> str:
    """The menu with a question that can be answered now, such as what one's first word is about; the first menu where there is none."""
    return next((line.menu for line in orders if line.answers and not line.refusal and not line.is_out_of_stage), MENUS[0])


def _split(rect: Rect, upper: int, gap: int) -> tuple[Rect, Rect]:
    """A rectangle in two, one over the other."""
    return Rect(rect.x, rect.y, rect.w, upper), Rect(rect.x, rect.y + upper + gap, rect.w, rect.h - upper - gap)
