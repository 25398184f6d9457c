"""The situation room: in-tray, chart, standing, order sheet. The screen from which a turn is played.

Comes in: a Desk. Goes out: changes to its draft, and the other screens. Never here: what a sheet or a tray looks like (room_*.py).
"""

from collections.abc import Sequence

from ...engine.orders import Dispatch
from ...language import t
from ...session.lessons import EVERYTHING, panels_of
from ...wording.board import OrderLine
from ...wording.likely import Likely, Ways, likely, ways
from ...wording.menus import MENUS
from ...wording.plain import plain_paper
from ..background import Answer
from ..desk import Desk
from ..layout.page import Page
from ..screen import Screen
from ..widgets.band import band
from ..widgets.footer import footer
from ..widgets.fronts import arrange
from ..widgets.meters import find_meter
from ..widgets.phases import phases, phases_width
from . import room_agreed, room_chart, room_orders, room_wall
from .notice import Notice
from .room_layout import panels

KEYS = {"D": "deal", "L": "ledger", "K": "letters", "H": "history", "T": "team", "F": "files", "I": "go:tray", "M": "go:chart", "O": "go:catalogue",
        "G": "charts"}
"""What these keys do, also where the strip at the bottom has no room to say so."""
FRONTS = {"tray": "tray", "chart": "chart", "catalogue": "orders"}
"""Stop -> the panel it stands in, where one panel has the window."""


class Room(Screen):
    name = "room"
    is_play = True
    own_keys = (("Del", "keys.strike"), ("Ctrl+Z", "keys.undo"), ("Ctrl+Y", "keys.redo"))

    def __init__(self, desk: Desk):
        super().__init__()
        self.desk = desk
        self.menu = _asked_first(desk.board.orders) if desk.board.turn == 1 else MENUS[0]
        self.unfolded: set[str] = set()
        """Menus that show the orders of other stages too."""
        self.paper = desk.board.papers[0].id if desk.board.papers else ""
        """The paper in the reader."""
        self.focus = f"paper:{self.paper}" if self.paper else ""
        self.looking = room_chart.Looking()
        self.looked_at = ""
        """The order whose text is shown."""
        self.returned = ""
        """Why the last order given came back."""

    def build(self, page: Page) -> None:
        top = band(page, self.desk.board) + 8
        area = page.box(16, top, page.wide - 32, page.low - top)
        arrange(page, self, area, panels(page, self, area))
        keys = [("D", t("room.key-deal"), "deal"), ("L", t("room.key-ledger"), "ledger"), ("K", t("room.key-letters"), "letters"),
                ("M", t("room.key-chart"), "go:chart"), ("T", t("room.key-team"), "team"), ("F", t("room.key-files"), "files"),
                ("W", t("room.key-why"), ""), ("H", t("room.key-history"), "history"), ("G", t("charts.key"), "charts"),
                ("I", t("room.key-tray"), "go:tray"),
                ("O", t("room.key-orders"), "go:catalogue"), ("F1", t("room.key-keys"), "app:keys"), ("Esc", t("room.key-leave"), "app:back")]
        wide = phases_width(page)
        footer(page, [key for key in keys if self._opens(key[2])], (t("room.send"), "send"), reserve=wide)
        phases(page, self.desk.board, wide)

    def _opens(self, action: str) -> bool:
        """What that leads to is open to this seat by now: a first game opens by degrees."""
        panel = {"history": "notes"}.get(action, action)
        return panel not in EVERYTHING or panel in panels_of(self.desk.board, self.app.settings)

    def answered(self, answer: Answer) -> None:
        self.desk.staff.hear(self.app, answer)      # for the screens above too: they work at the same desk

    def likely(self, order: str) -> Likely | None:
        """What the staff has counted about that order; None where it has not, yet or at all."""
        count = self.desk.staff.look(self.app, "effects", Dispatch())
        return likely(count.so_far, order) if count else None

    def forecast(self) -> Ways:
        """How the next days may go with the sheet as it stands."""
        count = self.desk.staff.look(self.app, "forecast", self.desk.draft.dispatch())
        return ways(None, waits=False) if count is None else ways(count.so_far, t("staff.nobody") if count.problem else "")

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
        if press in KEYS and self._opens(KEYS[press]):
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
            self.why(name if name.startswith(("attention", "forecast")) else f"meter:{name}")
        elif kind == "explain":
            self.why(f"details:{name}")
        elif kind == "undo":
            self.desk.undo()
        elif kind in ("seat", "reading", "file"):
            self._explain(kind, name)
        elif kind == "go":
            self._go(name)
        elif kind == "look":
            self._look(name)
        elif room_chart.act(self, self.desk, self.looking, action):
            pass
        elif kind == "deal":
            from .deal import Deal
            self.app.push(Deal(self.desk))
        elif kind == "ledger":
            self._open_ledger()
        elif kind == "letters":
            from .letters import Letters
            self.app.push(Letters(self.desk))
        elif kind == "charts":
            from .charts import Charts
            self.app.push(Charts(self.desk))
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
        if stop == room_chart.STOP and (self.desk.board.stage != "confrontation" or self.app.tree.stop_of(self.focus) == stop):
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
        if room_orders.why(self, id) or room_chart.why(self, self.desk, id):
            return
        row = room_wall.find_row(self.desk.board, name) if kind == "seat" else None
        paper = next((paper for paper in self.desk.board.papers if paper.id == name), None) if kind == "paper" else None
        if paper and paper.meter:
            self.why(f"meter:{paper.meter}")
        elif paper:
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
