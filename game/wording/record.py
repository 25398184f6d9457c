"""What one seat remembers: the turns it has played, as far as it could see them.

Comes in: that seat's Views before and after a turn, its own Dispatch, its share of the ledger. Goes out: a SeatRecord, from which boards are written.
Never here: a State, a line of the ledger that `ledger.lines_for` has not cut for the seat.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..engine.ledger import Line
from ..engine.orders import Dispatch
from ..engine.rulebook import Rulebook
from ..engine.sides import SIDE_IDS
from ..engine.state import DOSSIER, PUBLIC, part_names
from ..engine.view import View
from .board import EndingWords, LedgerRow, Paper, TurnWords
from .causes import why
from .chain import by_whom, springs
from .correspondence import on_table
from .dates import local, short_day, when
from .desk import Desk
from .fates import Fate, fates
from .glosses import gloss
from .news import papers_of_turn

Meters = dict[str, int]
"""Meter id as in the ledger -> value: the public box and the seat's own, whose names do not collide."""


@dataclass(frozen=True)
class SeatTurn:
    """One turn as its seat saw it."""

    turn: int
    """From 1."""
    minutes: int
    """When it began, since the start."""
    half_days: int
    dispatch: Dispatch
    meters: Meters
    """At its end."""
    words: TurnWords
    """The same for the board."""
    papers: tuple[Paper, ...]
    """What arrived with it, newest first."""
    own_on_table: tuple[int, ...]
    """Numbers of own letters that lay on the table at its end."""
    fates: tuple[Fate, ...] = ()
    """What became of the letters that left the table with it."""


@dataclass(frozen=True)
class SeatRecord:
    side: int
    opening: Meters
    """Values before the first turn."""
    turns: tuple[SeatTurn, ...] = ()
    ending: EndingWords | None = None
    """Set once the game is over."""

    @property
    def last(self) -> SeatTurn | None:
        return self.turns[-1] if self.turns else None


def opened(rulebook: Rulebook, view: View) -> SeatRecord:
    """The record of a seat before its first turn."""
    return SeatRecord(view.side, meters_of(rulebook, view))


def meters_of(rulebook: Rulebook, view: View, game: int = 0) -> Meters:
    """Every meter that seat sees."""
    found: Meters = {}
    for box, fields in ((view.public, PUBLIC), (view.own, DOSSIER)):
        for name, field in fields.items():
            if field.is_meter:
                values = getattr(box, name)[game].reshape(-1)
                found |= {name + part: int(value) for part, value in zip(part_names(rulebook, name), values, strict=True)}
    return found


def rows_of(rulebook: Rulebook, side: int, lines: Sequence[Line]) -> tuple[LedgerRow, ...]:
    """The ledger in words; `lines` as ledger.lines_for cuts them for that side."""
    def row(line: Line) -> LedgerRow:
        name = gloss(rulebook, side, line.meter).name
        return LedgerRow(line.mechanism, line.box, line.meter, name, line.before, line.amount, line.after, line.cause, why(rulebook, side, line),
                         by_whom(rulebook, line), springs(rulebook, side, line))
    return tuple(row(line) for line in lines if line.box in ("public", SIDE_IDS[side]))


def seen_orders(rulebook: Rulebook, side: int, dispatch: Dispatch) -> tuple[str, ...]:
    """Names of the orders in that side's dispatch that everybody sees done."""
    return tuple(order.name for order in rulebook.orders[side] if order.id in dispatch.orders and order.is_seen)


def all_orders(rulebook: Rulebook, side: int, dispatch: Dispatch) -> tuple[str, ...]:
    """Names of all orders in that side's dispatch: the seat's own, or anybody's once the game is over."""
    return tuple(rulebook.orders[side][rulebook.order(side, id)].name for id in dispatch.orders)


def after_turn(rulebook: Rulebook, record: SeatRecord, before: View, after: View, dispatch: Dispatch, lines: Sequence[Line],
               seen_of_them: tuple[str, ...]) -> SeatRecord:
    """The record with one more turn. `lines`: the seat's share of the ledger; `seen_of_them`: `seen_orders` of the other side's dispatch."""
    number, minutes, half_days = int(before.public.turn[0]) + 1, int(before.public.minutes[0]), int(before.public.half_days[0])
    arrived = papers_of_turn(rulebook, before, after, dispatch, past_kinds(record), lines, seen_of_them)
    own = all_orders(rulebook, record.side, dispatch)
    words = TurnWords(number, when(rulebook, record.side, minutes, half_days), short_day(local(rulebook, record.side, minutes)),
                      minutes, int(after.public.minutes[0]), rows_of(rulebook, record.side, lines), own, seen_of_them, clashes_of(rulebook, after),
                      tuple(paper.title for paper in arrived if paper.id.startswith("letter-")))
    turn = SeatTurn(number, minutes, half_days, dispatch, meters_of(rulebook, after), words, arrived,
                    tuple(lying.sent.number for lying in on_table(after, record.side)),
                    fates(Desk(rulebook, before, after, dispatch, {}, lines)))
    return replace(record, turns=(*record.turns, turn))


def clashes_of(rulebook: Rulebook, view: View, game: int = 0) -> tuple[tuple[str, str, bool], ...]:
    """(kind id, name, serious) of the last turn's clashes."""
    return tuple((kind.id, kind.name, int(grade) > 1) for kind, grade in zip(rulebook.incidents, view.public.news[game], strict=True) if int(grade))


def laid_open(rulebook: Rulebook, record: SeatRecord, whole: Sequence[tuple[Sequence[Line], tuple[str, ...]]]) -> SeatRecord:
    """The record of a game that is over, nothing hidden in its turns any more. `whole`: for each turn the ledger with every cause told,
    and the names of all orders of the other side."""
    turns = tuple(replace(turn, words=replace(turn.words, rows=rows_of(rulebook, record.side, lines), theirs=theirs, is_open=True))
                  for turn, (lines, theirs) in zip(record.turns, whole, strict=True))
    return replace(record, turns=turns)


def past_kinds(record: SeatRecord) -> dict[str, int]:
    """How often each kind of incident or dispute has been in the papers so far, by the front of its paper's id."""
    counts: dict[str, int] = {}
    for turn in record.turns:
        for paper in turn.papers:
            kind = paper.id.rpartition("@")[0]
            counts[kind] = counts.get(kind, 0) + 1
    return counts


def ended(record: SeatRecord, ending: EndingWords) -> SeatRecord:
    """The record of a game that is over."""
    return replace(record, ending=ending)
