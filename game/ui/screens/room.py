"""The situation room: in-tray, chart, standing, order sheet. The screen from which a turn is played.

Comes in: a Desk. Goes out: changes to its draft, and the other screens. Never here: what a sheet or a tray looks like (room_*.py).
"""

from collections.abc import Sequence

from ...session.lessons import panels_of
from ...wording.board import OrderLine
from ..desk import Desk
from ..layout.page import Page
from ..screen import Screen
from ..widgets.band import band
from ..widgets.footer import footer
from . import room_middle, room_orders, room_tray
from .notice import Notice

MENUS = ("military", "diplomacy", "public", "home")
STRIP = 32
"""Design pixels of the strip on team and files, the gap above it counted."""


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
        high = page.low - top
        middle = page.wide - 16 - 312 - 8 - 8 - 344 - 16
        room_tray.tray(page, page.box(16, top, 312, high), self)
        shown = panels_of(self.desk.board, self.app.settings)       # a first game opens by degrees
        below = STRIP if "team" in shown else 0
        room_middle.chart(page, page.box(336, top, middle, high - below - (244 if "standing" in shown else 0)), self.desk.board)
        if "standing" in shown:
            left, low = round(middle * 0.47) - 4, top + high - 236 - below
            room_middle.standing(page, page.box(336, low, left, 236), self.desk.board)
            room_middle.field(page, page.box(344 + left, low, middle - left - 8, 236), self.desk.board)
        if below:
            room_middle.strip(page, page.box(336, top + high - STRIP + 4, middle, STRIP - 4), self.desk.board)
        room_orders.orders(page, page.box(344 + middle, top, 344, high), self)
        keys = [("D", "deal table", "deal"), ("L", "ledger", "ledger"), ("W", "why?", ""), ("I", "in-tray", "go:tray"), ("M", "chart", "go:chart"),
                ("O", "orders", "go:catalogue"), ("F1", "keys", "app:keys"), ("Esc", "leave", "app:back")]      # T and F stand under the meters
        footer(page, [key for key in keys if key[2] not in ("deal", "ledger") or key[2] in shown], ("Send orders", "send"))

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
        if press in ("Ctrl+Z", "Ctrl+Y"):
            return self.desk.undo() if press == "Ctrl+Z" else self.desk.redo()
        if press in ("Left", "Right") and self.focus.startswith("menu:"):
            place = MENUS.index(self.menu) + (1 if press == "Right" else -1)
            self._open_menu(MENUS[max(0, min(len(MENUS) - 1, place))])
            return True
        return False

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
        elif kind == "go":
            self._go(name)
        elif kind == "look":
            self._look(name)
        elif kind == "chart":
            self.app.push(Notice("Chart", *room_middle.in_words(self.desk.board)))
        elif kind == "deal":
            from .deal import Deal
            self.app.push(Deal(self.desk))
        elif kind == "ledger":
            self._open_ledger()
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
            self.app.tell("No turn has been played yet: the first ledger comes with the first night.", "Ledger")

    def _go(self, stop: str) -> None:
        wanted = self.app.tree.stops.get(stop)
        if wanted:
            self.rest(self.last[stop] if self.last.get(stop) in wanted else wanted[0])
            self.moved(self.focus)

    def why(self, id: str) -> None:
        kind, _, name = id.partition(":")
        if kind in ("order", "given") and room_orders.explain(self, name):
            return
        if kind == "paper":
            self._open_paper(name)
        else:
            from .why import ask
            ask(self, self.desk, id)

    def back(self) -> None:
        self.app.leave()


def _asked_first(orders: Sequence[OrderLine]) -> str:
    """The menu with a question that can be answered now, such as what one's first word is about; the first menu where there is none."""
    return next((line.menu for line in orders if line.answers and not line.refusal and not line.is_out_of_stage), MENUS[0])
