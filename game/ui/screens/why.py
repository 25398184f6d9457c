"""Why a number stands where it stands: a slip with its meaning, its last change and the greatest causes; a second press opens the ledger.

Comes in: a Desk and a meter. Goes out: the ledger at that meter. Never here: a cause this seat may not know.
"""

from ...wording.board import LedgerRow
from ..desk import Desk
from ..layout.page import Page
from ..layout.type import minus
from ..screen import Screen
from ..widgets.meters import find_meter
from ..widgets.slip import slip

GREATEST = 3


class Why(Screen):
    name = "why"
    is_slip = True

    def __init__(self, desk: Desk, meter: str):
        super().__init__()
        self.desk, self.meter = desk, meter

    def build(self, page: Page) -> None:
        meter = find_meter(self.desk.board, self.meter)
        assert meter is not None
        rows = [row for row in self.desk.board.ledger if row.meter == self.meter]
        rows.sort(key=lambda row: -abs(row.amount))
        change = f"It stands at {meter.value}" + (" by our estimate" if meter.is_estimate else "") + (
            f"; at the end of the turn before it stood at {meter.before}, a change of {minus(meter.value - meter.before)}."
            if meter.value != meter.before else ".")
        causes = tuple(f"{minus(row.amount)} {told(row)}" for row in rows[:GREATEST]) or ("Nothing moved it last turn.",)
        more = (f"and {len(rows) - GREATEST} more in the ledger",) if len(rows) > GREATEST else ()
        buttons = [("Go back", "back", "Esc")]
        if rows:
            buttons.append(("Ledger", "ledger", "L"))
        slip(page, meter.name, tuple(words for words in (meter.gloss, change) if words) + causes + more, buttons)

    def act(self, action: str) -> None:
        self.app.back()
        if action == "ledger":
            from .reveal import Reveal
            self.app.push(Reveal(self.desk, self.meter))

    def key(self, press: str) -> bool:
        if press == "W" and any(row.meter == self.meter for row in self.desk.board.ledger):
            self.act("ledger")
            return True
        return False


def told(row: LedgerRow) -> str:
    """A cause, and what it is and does where that is known."""
    return f"{row.cause}. {row.why}" if row.why else row.cause


def ask(screen: Screen, desk: Desk, id: str) -> None:
    """The slip of the meter that an id names, if it names one."""
    kind, _, meter = id.partition(":")
    if kind == "meter" and find_meter(desk.board, meter):
        screen.app.push(Why(desk, meter))
