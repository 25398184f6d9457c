"""Asks once before a turn is signed: all that goes out, and what is in its way.

Comes in: a Desk. Goes out: the turn, or back. Never here: a change to the draft.
"""

from ..desk import Desk
from ..layout.page import Page
from ..screen import Screen
from ..widgets.slip import slip
from .room_orders import given


class Confirm(Screen):
    name = "confirm"
    is_slip = True

    def __init__(self, desk: Desk):
        super().__init__()
        self.desk = desk

    def build(self, page: Page) -> None:
        reasons = tuple(dict.fromkeys(refusal.reason for refusal in self.desk.refusals()))
        if reasons:
            slip(page, "Returned", (*reasons, "Nothing was sent."), [("Back to the desk", "back", "Esc")])
            return
        lines = [f"{place}. {words}{f' ({aside})' if aside else ''}" for place, (_, words, aside, _) in enumerate(given(self.desk), 1)]
        draft = self.desk.draft
        if draft.terms and not draft.is_put:
            lines.append("The terms on the deal table have not been put on the orders; they stay here.")
        if not lines:
            lines = ["No orders, no letter. The staff rests, and silence is also news."]
        free = self.desk.board.attention - len(draft.orders)
        if free > 0 and draft.orders:
            lines.append(f"{free} order{'s' if free > 1 else ''} not used: saved strength.")
        slip(page, "Send these orders?", tuple(lines), [("Sign and send", "sign", "Enter"), ("Keep working", "back", "Esc")])

    def act(self, action: str) -> None:
        self.app.back()
        if action == "sign":
            from ..flow import sign
            sign(self.app, self.desk)

    def key(self, press: str) -> bool:
        if press == "Ctrl+Enter" and not self.desk.refusals():
            self.act("sign")
            return True
        return False
