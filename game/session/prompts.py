"""What the lesson says now: a function of what lies on the sheet and on the table, of what was read and of what is in front.

Comes in: a Moment, in the words window and terminal share. Goes out: a Prompt. Never here: a memory (a resumed lesson finds its place from the game),
praise, a rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..engine.orders import Dispatch, Term
from ..language import t
from ..wording.board import Board, OrderLine, Paper
from ..wording.desk import listed
from ..wording.first_turn import first_turn, is_wide

AT_THE_WINDOW, AT_THE_KEYBOARD = "key", "type"
"""How a player is told what to do: by a key, or by a word to type."""
_DOINGS = ("read", "why", "deal", "answer", "send", "put", "orders", "peg")
_BREAKS_AT = 800
_NAMED_AT_MOST = 3


@dataclass(frozen=True)
class Moment:
    board: Board
    dispatch: Dispatch
    """What would be sent now."""
    front: str
    """What is before the player's eyes: `first`, `reveal`, `room`, `paper`, `deal` or `ending`."""
    table: Mapping[str, Term] = field(default_factory=dict)
    """What lies on the deal table, put or not."""
    stops: tuple[str, ...] = ()
    """Why what lies on the table cannot go as it stands."""
    menu: str = ""
    """The orders in sight, where not all are: `military`, `diplomacy`, `public` or `home`."""
    returned: str = ""
    """Why the last order tried came back."""
    read: frozenset[str] = frozenset()
    """Ids of papers that were opened."""
    paper: Paper | None = None
    """The paper before the player's eyes."""


@dataclass(frozen=True)
class Prompt:
    id: str
    values: tuple[tuple[str, object], ...] = ()

    def words(self, how: str) -> str:
        """The prompt in the language in use, for one who plays by keys or one who types."""
        doings = {doing: t(f"lesson.{how}-{doing}") for doing in _DOINGS}
        return t(f"lesson.say-{self.id}", **{**doings, **dict(self.values)})


def prompt(now: Moment) -> Prompt:
    """The one thing to say at that moment."""
    if now.board.ending or now.front == "ending":
        return Prompt("ending")
    if now.front == "reveal":
        pressure = now.board.pressure
        return Prompt("reveal", (("before", pressure.before), ("after", pressure.value)))
    if now.front == "first":
        return _first(now)
    if now.front == "paper":
        return _paper(now)
    if now.front == "deal":
        return _deal(now)
    return _room(now)


def _first(now: Moment) -> Prompt:
    first = first_turn(now.board)
    answered = [line for line in first.answers if line.id in now.dispatch.orders] if first else []
    if not first or not answered:
        return Prompt("first")
    if first.step and first.step.id in now.dispatch.orders:
        return Prompt("first-send")
    if is_wide(answered[0]):
        dear = [name for name, points in sorted(answered[0].ties, key=lambda tie: -tie[1])][:_NAMED_AT_MOST]
        return Prompt("first-wide", (("issues", listed(dear)),))
    return Prompt(f"first-step-{now.board.side}") if first.step else Prompt("first-send")


def _paper(now: Moment) -> Prompt:
    paper = now.paper
    if paper is None or not paper.letter:
        return Prompt("paper")
    if paper.is_own:
        return Prompt("paper-own")
    chosen = now.dispatch.answer if now.dispatch.answer_to == paper.letter else "ignore"
    return Prompt({"accept": "paper-accept", "refuse": "paper-refuse"}.get(chosen, "paper-letter"))


def _deal(now: Moment) -> Prompt:
    if not now.table:
        return Prompt("deal-empty")
    if now.stops:
        return Prompt("deal-stopped", (("reason", now.stops[0]),))
    if now.dispatch.proposal:
        return Prompt("deal-put")
    wish = 1 if now.board.side == "washington" else 5
    if all(term.position == wish for term in now.table.values()):
        return Prompt("deal-far")
    return Prompt("deal-ready")


def _room(now: Moment) -> Prompt:
    board, sent = now.board, now.dispatch
    if now.returned:
        return Prompt("room-returned", (("reason", now.returned),))
    if board.turn == 1:
        return _first(now)
    unread = _unread(now)
    if sent.answer == "accept":
        return Prompt("room-accepting")
    if sent.proposal:
        return Prompt("room-letter-goes")
    if unread and not sent.orders:
        return Prompt("room-terms" if unread.letter else "room-read", (("title", unread.title),))
    if any(line.agreed for line in board.issues):
        return _room_after(now)
    if _can_bargain(now):
        return Prompt("room-last" if _is_last(board) else "room-bargain")
    return _room_orders(now)


def _room_orders(now: Moment) -> Prompt:
    board, given = now.board, [line for line in now.board.orders if line.id in now.dispatch.orders]
    if len(given) >= board.attention:
        return Prompt("room-full")
    if given:
        strain = sum(amount for line in given for name, amount in line.effects if name == "pressure")
        return Prompt("room-strain", (("strain", strain), ("breaks", _BREAKS_AT))) if strain > 0 else Prompt("room-send")
    if now.menu and not _open(board, now.menu):
        return Prompt("room-menu", (("menus", listed(_menus(board))),))
    return Prompt("room-order", (("pressure", board.pressure.value), ("breaks", _BREAKS_AT)))


def _room_after(now: Moment) -> Prompt:
    """Behind the agreement: what it left open, then what it was worth."""
    left = [line.name for line in now.board.issues if not line.agreed][:_NAMED_AT_MOST]
    if now.dispatch.orders or not left:
        return Prompt("room-send")
    return Prompt("room-loose", (("issues", listed(left)),))


def _unread(now: Moment) -> Paper | None:
    """What came with the last turn, matters and was not opened: a letter that can be answered, else what they said aloud."""
    new = [paper for paper in now.board.papers if paper.is_new and not paper.is_own and paper.id not in now.read]
    return next((paper for paper in new if paper.letter), next((paper for paper in new if paper.kind == "broadcast"), None))


def _can_bargain(now: Moment) -> bool:
    """The deal table is open, and nothing was said on it or to them yet."""
    return now.board.turn > 2 and now.dispatch.answer == "ignore"


def _is_last(board: Board) -> bool:
    """No later turn could hear an answer to a letter of this one."""
    return board.turn >= board.turns_about - 2


def _open(board: Board, menu: str) -> list[OrderLine]:
    return [line for line in board.orders if line.menu == menu and not line.refusal and not line.is_out_of_stage]


def _menus(board: Board) -> list[str]:
    return [menu for menu in ("military", "diplomacy", "public", "home") if _open(board, menu)]
