"""Reckonings of the numbers that every screen shows: a meter over one turn, attention, an order's effect, a score.

Comes in: records of the Board. Goes out: Reckonings. Never here: a number that is not on the
Board already, or that the rules did not give.
"""

from collections.abc import Sequence

from ..engine.endings import PARTS
from ..engine.state import SCALE
from ..language import t
from .board import Board, EndingWords, LedgerRow, Meter, OrderLine, Paper, TurnWords
from .correspondence import signed
from .reckoning import Part, Reckoning, held, shares


def find_meter(board: Board, id: str) -> Meter | None:
    """The meter of that id on the board."""
    return next((meter for meter in (board.pressure, board.fatigue, *board.meters, *board.more_meters) if meter.id == id), None)


def rows_of(turn: TurnWords | None, meter: str) -> tuple[LedgerRow, ...]:
    """What moved that meter in that turn, in the order it happened."""
    return tuple(row for row in turn.rows if row.meter == meter) if turn else ()


def last_moved(board: Board, meter: str) -> TurnWords | None:
    """The last turn in which that meter moved; None where none did."""
    return next((turn for turn in reversed(board.turns) if rows_of(turn, meter)), None)


def value_at(board: Board, meter: str, turn: int) -> int:
    """Where the meter stood at the end of that turn, 0 = before the first; as the board's history has it."""
    course = board.history.get(meter, ())
    found = find_meter(board, meter)
    return course[min(turn, len(course) - 1)] if course else found.value if found else 0


def of_meter(board: Board, turn: TurnWords | None, meter: str) -> Reckoning:
    """What moved a meter in one turn, cause by cause; a meter that stood still has its value and no parts. No turn: before the first one."""
    known, rows = find_meter(board, meter), rows_of(turn, meter)
    number = turn.turn if turn else 0
    start = rows[0].before if rows else value_at(board, meter, number)
    parts = tuple(Part(row.cause[:1].upper() + row.cause[1:], row.amount, row.why, row.by == "unknown") for row in rows)
    before = board.turns[number - 2].date if number > 1 else t("reckoning.at-the-start")
    name = known.name if known else rows[0].name if rows else meter
    return Reckoning(name, start, parts, start + sum(part.amount for part in parts), before,
                     turn.date if turn else t("reckoning.now"), gloss=known.gloss if known else "", high=known.top if known else SCALE,
                     doubt=doubt_of(board, known) if known else 0)


def doubt_of(board: Board, meter: Meter) -> int:
    """How far off the meter may be, as far as anybody can say: the error of the report on the sites or the forces."""
    return board.chart.sites_margin if meter.id == "estimate" else 0


def attention(board: Board, busy: int = 0) -> Reckoning:
    """The orders a side can give this turn: what a rested staff could, less what sleep and absences take."""
    lost = board.attention - board.attention_rested
    parts = (Part(t("reckoning.attention-lost"), lost, board.attention_note),) if lost else ()
    if busy:
        parts = (*parts, Part(t("reckoning.attention-given"), -busy))
    return Reckoning(t("reckoning.attention"), board.attention_rested, parts, board.attention + -busy, t("reckoning.attention-rested"),
                     t("reckoning.attention-left") if busy else t("reckoning.attention-now"), gloss=board.attention_note,
                     high=max(board.attention_rested, 1))


def effect(board: Board, order: OrderLine, place: int) -> Reckoning:
    """Where one of an order's effects would take the meter it is meant for, all else left as it is."""
    return pushed(board, order.name, order.effects[place:place + 1], order.text)


def pushed(board: Board, name: str, effects: Sequence[tuple[str, int]], why: str) -> Reckoning:
    """What something to be done would push: the first meter of its (label, amount) effects that this side sees, the others in words; where it
    sees none of them, the push alone."""
    seen = ((label, amount, _labelled(board, label)) for label, amount in effects)
    label, amount, meter = next((each for each in seen if each[2]), (*effects[0], None))
    besides = ", ".join(f"{other} {signed(more)}" for other, more in effects if other != label)
    note = t("reckoning.besides", what=besides) if besides else ""
    part = Part(name, amount, why)
    if meter is None:
        return Reckoning(f"{name}: {label}", 0, (part,), amount, t("reckoning.out-of-sight"), t("reckoning.pushed-by"),
                         note=" ".join(filter(None, (t("reckoning.out-of-sight-note"), note))), low=min(amount, 0), high=max(amount, 1))
    parts, end = held(meter.value, (part,), high=meter.top)
    return Reckoning(f"{name}: {label}", meter.value, parts, end, t("reckoning.now"), t("reckoning.if-ordered"), gloss=meter.gloss,
                     note=" ".join(filter(None, (t("reckoning.all-else-equal"), note))), high=meter.top)


def _labelled(board: Board, label: str) -> Meter | None:
    """The meter an effect's label names, such as `pressure` or `own fear`."""
    name = label.lower().removeprefix("own ")
    return next((each for each in (board.pressure, board.fatigue, *board.meters, *board.more_meters) if name in (each.name.lower(), each.id)), None)


def worth(title: str, shares_of: Sequence[tuple[str, int]], total: int, gloss: str = "", note: str = "") -> Reckoning:
    """What a term or a text is worth to this side, audience by audience; what they are worth together beyond that stands by itself."""
    parts = tuple(Part(name, amount) for name, amount in shares_of)
    rest = total - sum(part.amount for part in parts)
    parts += (Part(t("reckoning.together"), rest),) if rest else ()
    return Reckoning(title, 0, parts, total, t("reckoning.nothing"), t("reckoning.to-us"), gloss=gloss, note=note, low=-SCALE)


def worths_in(board: Board, paper: Paper) -> dict[str, int]:
    """Issue -> what its term in that paper is worth to this side: of a letter as it is said, of an agreement by the deal table's prices."""
    issues = {issue.id: issue for issue in board.issues}
    letter = next((line for line in board.letters if line.paper.id == paper.id), None)
    said = {term.issue: term.worth for term in letter.terms if term.now} if letter else {}
    listed = {term.issue: (issues[term.issue].worth_secret if term.secret else issues[term.issue].worth_open)[term.position - 1]
              for term in paper.terms if term.issue in issues}
    return {**listed, **{id: worth for id, worth in said.items() if id in listed}}


def score(ending: EndingWords, side: str, story: str, part: str) -> Reckoning:
    """How one number of the scores is made up: `washington`, `public` or `true`, one of endings.PARTS or `total`."""
    told = next(each for each in ending.scores if each.side == side)
    values = told.public if story == "public" else told.true
    nothing, end_words = t("reckoning.nothing"), t("reckoning.score")
    if part == "total":
        fifths = shares([values[name] for name in PARTS], 1, len(PARTS))
        made = tuple(Part(t("reckoning.a-fifth", part=t(f"reckoning.score-{name}"), value=values[name]), share)
                     for name, share in zip(PARTS, fifths, strict=True))
        return Reckoning(t(f"reckoning.total-{story}"), 0, made, sum(fifths), nothing, end_words, note=t("reckoning.weights"))
    if part == "peace":
        return Reckoning(t("reckoning.score-peace"), 0, (Part(ending.title, values["peace"]),), values["peace"], nothing, end_words,
                         note=t("reckoning.peace-note"))
    (first, start), *rest = told.made.get(f"{story}.{part}", (("middle", values[part]),))
    parts = tuple(Part(t(f"reckoning.made-{name}"), amount) for name, amount in rest if amount)
    cut = values[part] - start - sum(each.amount for each in parts)
    if cut:
        parts = (*parts, Part(t("reckoning.what-the-ending-leaves", ending=ending.title, left=told.left), cut))
    return Reckoning(t(f"reckoning.score-{part}"), start, parts, values[part], t(f"reckoning.made-{first}"), end_words,
                     note=t(f"reckoning.story-{story}"))
