"""Why a number stands where it stands: a slip with what it is, its range, its last change and the greatest causes; a second press opens the
whole reckoning: the ledger for a meter, the account for any other number.

Comes in: a Desk, and a meter's id or a Reckoning. Goes out: the ledger, or the account. Never here: a cause this seat may not know.
"""

from ...language import t
from ...wording.reckoning import Reckoning
from ...wording.reckonings import find_meter, last_moved, of_meter
from ..desk import Seen
from ..layout.page import Page
from ..layout.type import minus
from ..screen import Screen
from ..widgets.slip import slip

GREATEST = 3


class Why(Screen):
    name = "why"
    is_slip = True
    own_keys = (("L", "keys.ledger-row"),)

    def __init__(self, desk: Seen, made: Reckoning, meter: str = "", turn: int = 0):
        """`meter` and `turn`: whose ledger, of which turn, the second press opens; without a meter it is the account of that reckoning."""
        super().__init__()
        self.desk, self.made, self.meter, self.turn = desk, made, meter, turn

    def build(self, page: Page) -> None:
        made = self.made
        greatest = made.greatest
        causes = tuple(f"{minus(part.amount)} {part.words}{f'. {part.why}' if part.why else ''}" for part in greatest[:GREATEST])
        if not causes:
            causes = (t("why.never-moved") if self.meter else t("why.no-parts"),)
        rest = len(greatest) - GREATEST
        more = (t("why.more", n=rest),) if rest > 0 else ()
        slip(page, made.title, tuple(words for words in (made.gloss, self._stands(), made.note) if words) + causes + more,
             [(t("why.whole"), "whole", "W"), (t("common.go-back"), "back", "Esc")])

    def _stands(self) -> str:
        """Value, range, doubt, and, of a meter, when it last moved and by how much."""
        made = self.made
        unit = f" {made.unit}" if made.unit else ""
        value = minus(made.end, plus=False) + unit
        words = t("why.value", value=value, low=minus(made.low, plus=False), high=made.high)
        if made.doubt:
            words += " " + t("why.doubt", low=max(made.low, made.end - made.doubt), high=min(made.high, made.end + made.doubt))
        if self.meter and made.parts:
            is_last = self.turn == len(self.desk.board.turns)
            words += " " + (t("why.change", amount=minus(made.end - made.start), start=made.start) if is_last
                            else t("why.change-then", amount=minus(made.end - made.start), turn=self.turn))
        return words

    def act(self, action: str) -> None:
        self.app.back()
        if action == "whole":
            self._open()

    def _open(self) -> None:
        if self.meter:
            from .reveal import Reveal
            self.app.push(Reveal(self.desk, self.meter, turn=self.turn))
        else:
            from .account import Account
            self.app.push(Account(self.desk, self.made))

    def key(self, press: str) -> bool:
        if press in ("W", "L"):
            self.act("whole")
            return True
        return False


def ask(screen: Screen, desk: Seen, id: str) -> bool:
    """The slip of the meter that an id such as `meter:fear` or `meter:fear@band` names; False where it names none."""
    kind, _, meter = id.partition("@")[0].partition(":")       # a second door to a meter bears a mark behind its id
    known = find_meter(desk.board, meter) if kind == "meter" else None
    if known is None:
        return False
    turn = last_moved(desk.board, meter) or (desk.board.turns[-1] if desk.board.turns else None)
    screen.app.push(Why(desk, of_meter(desk.board, turn, meter), meter, turn.turn if turn else 0))
    return True


def reckon(screen: Screen, desk: Seen, made: Reckoning) -> None:
    """The slip of a number that is no meter."""
    screen.app.push(Why(desk, made))
