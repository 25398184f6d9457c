"""The chain of causes behind one entry of the ledger: who or what set it going, what it did, what it did besides.

Comes in: lines of the ledger as one seat may know them. Goes out: what each line springs from, and, from a Board, Links in order. Never here:
an amount of its own, a guess: a link that the seat cannot know is there as unknown, since that something stood there is known.
"""

from dataclasses import dataclass

from ..engine.ledger import UNKNOWN, Line
from ..engine.rulebook import Rulebook
from ..engine.sides import SIDE_IDS, SIDES, WASHINGTON
from .board import Board, LedgerRow, TurnWords
from .causes import moves
from .correspondence import signed

SPRINGS = {
    "the quarantine stands": ("quarantine",), "ships are stopped at the line": ("quarantine",), "shipping and nerves": ("quarantine",),
    "forces on alert": ("alert.washington", "alert.moscow"),
    "pressure": ("pressure",), "restless nights": ("pressure",), "nights at the office": ("pressure",),
    "the other's preparations": ("estimate",), "the sites near readiness": ("estimate",),
    "better now than later, they say": ("fear",), "dread": ("fear",),
    "the Chiefs are heard in Congress": ("hawks",),
    "new reports": ("flights",), "heads are counted": ("flights",), "nobody has seen them go": ("flights",),
    "Soviet troops are still in Cuba": ("troops",),
    "hawks and doves in the American press": ("story",), "not a word for the man in the article": ("story",),
    "a promise was not kept": ("jupiters_gone",), "the group sees to it": ("ankara",),
    "the credit for standing firm is called in": ("credit",),
    "reprisal for the lost aircraft": ("reprisal",),
}
"""Cause -> the meters that the mechanism of that cause looks at: see engine/mechanisms."""
CLASHES = ("clashes", "woken by clashes", "the loss was answered", "the loss went unanswered", "no reprisal came", "reprisal for the lost aircraft")
"""Causes that are a clash's own consequence."""
OWN_WORDS = ("said in public", "a word spoken aloud", "our deadline passed, and nothing followed")
"""Causes that a letter of this seat's own is behind."""
LETTERS = ("an answer was given", "missiles elsewhere are talked of", "a letter spoke warmly", "a letter spoke sternly",
           "it was said before the whole world", "an ultimatum lies on the table", "our letter was refused", "their letter", "said in public",
           "a word spoken aloud", "agreement in principle", "a letter was refused", "a deadline passed", "an ultimatum came",
           "our deadline passed, and nothing followed", "the pledge ties hands")
"""Causes that a letter is behind."""
SIGNS = ("they were seen to press on", "they were seen to draw back")
WORK = ("orders take staff work",)
OUT_OF_SIGHT = {"what Peking prints": "china", "answerable for Havana": "gunners", "the promised inspection is barred": "castro"}
"""Causes that the seat is told of, and whose own cause stands where nobody is shown it."""
PROPER = ("American", "Soviet", "Ankara", "Washington", "Moscow")
BEHIND = 2
"""How many states of things a chain goes back."""


@dataclass(frozen=True)
class Link:
    words: str
    kind: str
    """`order`, `clash`, `letter`, `state`, `cause`, `effect`, `besides` or `unknown`."""
    meter: str = ""
    """The meter whose ledger tells more; empty where there is none."""
    turn: int = 0
    """The turn of that ledger."""


def by_whom(rulebook: Rulebook, line: Line) -> str:
    """`washington` or `moscow` for an order, `clash`, `date`, `letter`, `unknown`, or empty where a state of things did it by itself."""
    if line.cause == UNKNOWN:
        return "unknown"
    if line.mechanism == "incidents":
        return "clash"
    if line.mechanism == "deadlines":
        return "date"
    if line.cause in LETTERS:
        return "letter"
    givers = [side for side in SIDES for order in rulebook.orders[side] if order.name == line.cause and moves(side, order, line)]
    return SIDE_IDS[givers[0]] if len(set(givers)) == 1 else ""


def springs(rulebook: Rulebook, side: int, line: Line) -> tuple[str, ...]:
    """Ids of the meters that the line's cause looks at, of those that this side sees."""
    found = SPRINGS.get(line.cause, ())
    if line.mechanism == "incidents":
        rung = {incident.name: rung for incident, rung in zip(rulebook.incidents, rulebook.incident_rung, strict=True)}.get(
            line.cause.removesuffix(": grave"), "")
        found = {"flights": ("flights",), "quarantine": ("quarantine",), "alerts": ("alert.washington", "alert.moscow"),
                 "raids": ("raids",) if side == WASHINGTON else ()}.get(rung, (rung,) if rung.startswith("alert.") else found)
    if line.cause == "on alert":
        found = (f"alert.{SIDE_IDS[side]}",)
    if line.cause == "fell asleep at the table":
        found = (f"awake.{line.meter.partition('.')[2]}",)
    return tuple(id for id in found if id != line.meter)


def chain(board: Board, turn: TurnWords, row: LedgerRow) -> tuple[Link, ...]:
    """What stands behind the row, the first cause first, then its effect, then what the same cause moved besides."""
    return (*_behind(board, turn, row, {row.meter}, BEHIND), _itself(board, row),
            Link(f"{_lower(row.name)} {signed(row.amount)}", "effect", row.meter, turn.turn), *_besides(turn, row))


def _itself(board: Board, row: LedgerRow) -> Link:
    """The cause that the row names."""
    words = row.cause[:1].upper() + row.cause[1:]
    if row.by in SIDE_IDS:
        us = row.by == board.side
        return Link(f"{'you ordered' if us else f'{row.by.capitalize()} did'}: {words}", "order")
    if row.by == "unknown":
        return Link("something you cannot see", "unknown")
    return Link(words, {"clash": "clash", "letter": "letter"}.get(row.by, "cause"))


def _behind(board: Board, turn: TurnWords, row: LedgerRow, seen: set[str], depth: int) -> tuple[Link, ...]:
    """The links before the row's own cause."""
    if row.cause in CLASHES:
        names = [name for _, name, is_grave in turn.clashes if is_grave]
        return (Link(", ".join(names), "clash", "pressure", turn.turn),) if names else ()
    if row.by == "clash":
        return (*_states(board, turn, row, seen, depth), Link("somebody acts, and on whose word cannot be told", "unknown"))
    if row.by == "letter":
        return () if row.cause in OWN_WORDS else tuple(Link(title, "letter") for title in turn.papers[:1])
    if row.cause in SIGNS:
        return (Link(", ".join(turn.theirs[:2]), "order"),) if turn.theirs else ()
    if row.cause in WORK:
        more = f" and {len(turn.done) - 2} more" if len(turn.done) > 2 else ""
        return (Link(f"you ordered: {', '.join(turn.done[:2])}{more}", "order"),) if turn.done else ()
    if row.cause in OUT_OF_SIGHT:
        return (Link("something you cannot see", "unknown"),)
    return _states(board, turn, row, seen, depth)


def _states(board: Board, turn: TurnWords, row: LedgerRow, seen: set[str], depth: int) -> tuple[Link, ...]:
    """The meter that the row springs from, where it stood, and what brought it there."""
    best: tuple[TurnWords, LedgerRow] | None = None
    for meter in row.springs:
        found = None if meter in seen else last_push(board, meter, turn.turn)
        if found and (best is None or (found[0].turn, abs(found[1].amount)) > (best[0].turn, abs(best[1].amount))):
            best = found
    if best is None or depth == 0:
        return ()
    then, push = best
    before = _behind(board, then, push, {*seen, push.meter}, depth - 1) if depth > 1 else ()
    stood = _stood(then, push.meter)
    when = f", turn {then.turn}" if then.turn != turn.turn else ""
    cause = _itself(board, push)
    return (*before, Link(f"{cause.words}{when}", cause.kind, push.meter, then.turn),
            Link(f"{_lower(push.name)} at {stood}", "state", push.meter, then.turn))


def last_push(board: Board, meter: str, turn: int) -> tuple[TurnWords, LedgerRow] | None:
    """The row that last raised that meter, the greatest of its turn; where it stands at nothing, the row that took the last away. None where
    nothing ever did."""
    is_low: bool | None = None
    for then in reversed(board.turns[:turn]):
        rows = [row for row in then.rows if row.meter == meter]
        if rows and is_low is None:
            is_low = rows[-1].after == 0
        pushes = [row for row in rows if (row.amount < 0 if is_low else row.amount > 0)]
        if pushes:
            return then, max(pushes, key=lambda row: abs(row.amount))
    return None


def _stood(turn: TurnWords, meter: str) -> int:
    return next(row.after for row in reversed(turn.rows) if row.meter == meter)


def _besides(turn: TurnWords, row: LedgerRow) -> tuple[Link, ...]:
    """What the same cause moved elsewhere in that turn, the two greatest."""
    if row.by == "unknown" or row.cause == "time passes":
        return ()
    cause = row.cause.removesuffix(": grave")
    same = [each for each in turn.rows if each.cause.removesuffix(": grave") == cause
            and each.meter.partition(".")[0] != row.meter.partition(".")[0]]
    same.sort(key=lambda each: -abs(each.amount))
    return tuple(Link(f"{_lower(each.name)} {signed(each.amount)}", "besides", each.meter, turn.turn) for each in same[:2])


def _lower(name: str) -> str:
    return name if name.startswith(PROPER) else name[:1].lower() + name[1:]
