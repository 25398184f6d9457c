"""The order sheet, the deal table, the slip that asks before a turn is sent."""

from collections.abc import Iterator

from game.ui.layout.page import Page
from game.ui.screens.room import Room
from game.ui.screens.room_orders import orders
from game.ui.widgets.band import low_band
from game.ui.widgets.footer import footer

from ..fake_game import FakeGame
from ..fake_staff import FakeStaff, answered
from ..window import Window, seated


class Sheet(Room):
    """The order sheet with the window to itself, as the room shows it where the text is very large."""

    def build(self, page: Page) -> None:
        top = low_band(page, self.desk.board) + 8
        wide = page.wide - 32 if page.is_one else 344
        orders(page, page.box(page.wide - 16 - wide, top + (0 if page.is_one else 56), wide, page.low - top - (0 if page.is_one else 56)), self)
        footer(page, [], ("Send orders", "send"))


def _fronts(window: Window, name: str) -> Iterator[str]:
    """The screen as it is, and every panel of it that has a tab."""
    window.app.build()
    yield name
    for tab in [node.id for node in window.app.tree.nodes if node.id.startswith("front:")]:
        window.app.top.front = tab.removeprefix("front:")
        yield f"{name}, {tab}"
    window.app.top.front = ""


def tour(window: Window, papers: int) -> Iterator[str]:
    """Brings each of them to the front in the states that fill it most, before the staff has counted and after."""
    for side in (0, 1):
        for is_counted in (False, True):
            window.app.is_live, window.app.background = is_counted, FakeStaff()
            game = FakeGame((side,), papers=papers)
            seated(window, game)
            yield from _orders(window, is_counted)
            yield from _table(window, is_counted)
    window.app.is_live = False


def _orders(window: Window, is_counted: bool) -> Iterator[str]:
    app = window.app
    app.push(Sheet(app.top.desk))
    yield "no orders"
    for order in ("quarantine", "strike", "visit", "thant"):
        app.top.act(f"give:{order}")
        if is_counted:
            answered(app)
        yield f"orders, with {order}"
    app.top.why("order:thant")
    yield "an order explained"
    app.back()
    app.top.why("attention")
    yield "attention explained"
    app.back()
    if is_counted:
        app.top.why("forecast:war")
        yield "a forecast explained"
        app.back()
    for menu in ("diplomacy", "public"):
        app.top.act(f"menu:{menu}")
        app.top.act(f"later:{menu}")
        yield f"orders, {menu} with everything"
    app.top.desk.change(app.top.desk.draft.answering("accept", 2))
    yield "orders, an acceptance"
    app.top.why("given:answer")
    yield "an acceptance explained"
    app.back()
    app.back()


def _table(window: Window, is_counted: bool) -> Iterator[str]:
    app = window.app
    app.top.act("deal")
    yield from _fronts(window, "deal, untouched")
    for group in app.top.groups[1:]:
        app.top.act(f"fold:{group.id}")
    yield "deal, all unfolded"
    app.top.act(f"fold:{app.top.groups[0].id}")
    app.top.why("group:cuba")
    yield "a group explained"
    app.back()
    for line in app.top.desk.board.issues:
        for action in ("peg", "secret", "paper"):
            app.top.act(f"{action}:{line.id}:3")
        if is_counted:
            answered(app)
        if line.id in ("T01", "T07", "T09", "T30"):
            yield f"deal, {line.id} opened"
    yield from _fronts(window, "deal, full")
    app.top.act("exact:T07")
    yield from _fronts(window, "deal, refused")
    app.top.act("exact:T07")
    app.top.act("news:T07")
    for place in range(4):
        app.top.act(f"condition:T07:{place}")
    app.top.act("tone:anguished")
    app.top.act("deadline:2")
    yield from _fronts(window, "deal, everything on a string")
    app.top.act("condition:T01:1")
    yield "deal, a row that cannot be secret"
    for id in ("issue:T07", "sum:worth", "sum:home", "sum:leak", "sum:open", "sum:block", "sum:mind", "sum:accept", "tone:stern", "channel:cable"):
        app.top.why(id)
        yield f"{id} explained"
        app.back()
    app.top.act("put")
    app.top.desk.change(app.top.desk.draft.answering("accept", 2))
    if is_counted:
        answered(app)
    app.top.act("send")
    yield "confirm, with everything"
    app.back()
    app.top.desk.change(app.top.desk.draft.unput())
    for order in app.top.desk.draft.orders:
        app.top.act(f"strike:{order}")
    app.top.act("send")
    yield "confirm, an acceptance alone"
    app.back()
