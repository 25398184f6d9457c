"""The accounts: why a number moved, the whole ledger, the team, the dates, the ending. Lines of at most 80 characters.

Comes in: Boards. Goes out: lists of lines. Never here: reading, state, a choice.
"""

from collections.abc import Sequence
from itertools import groupby

from ..language import t
from ..wording.aftermath import LABEL
from ..wording.board import Board, LedgerRow, Meter, Score, TurnWords
from ..wording.chain import chain
from ..wording.course import course_of, grouped, turning_points
from ..wording.manner import how
from ..wording.reckoning import Reckoning
from ..wording.reckonings import last_moved, rows_of
from .screen import WIDTH, rule, signed, value, wrap

_HEIGHTS = "_.-:=+*#"
_NAME = 34
"""Columns for a meter's name in the ledger: `Tied hands: Cuban subversion` and all others of October 1962 are read whole."""


def why(board: Board, meter: Meter) -> list[str]:
    """One meter: what it is, how it went, and the last turn's causes."""
    told = last_moved(board, meter.id)
    rows = list(rows_of(told, meter.id))
    lines = [rule(meter.name), *wrap(meter.gloss), f"Now {value(meter)}."]
    past = board.history.get(meter.id, ())
    if len(past) > 1:
        lines += wrap(f"Turn by turn: {', '.join(map(str, past))}.", 0, 2)
    if told is None:
        return [*lines, "Nothing has moved it yet."]
    is_last = told.turn == len(board.turns)
    lines += [] if is_last else ["Nothing moved it last turn."]
    moved = signed(rows[-1].after - rows[0].before)
    lines += [f"{'Last turn' if is_last else f'Turn {told.turn}'}, from {rows[0].before}, {moved} in all:"]
    lines += [text for row in rows for text in (*_row(row, False), *wrap(row.why, 19))]
    return [*lines, *behind(board, told, max(rows, key=lambda row: abs(row.amount)))]


def behind(board: Board, told: TurnWords, row: LedgerRow) -> list[str]:
    """The chain of causes behind one entry, what cannot be known in brackets."""
    links = [f"[{link.words}]" if link.kind == "unknown" else link.words for link in chain(board, told, row) if link.kind != "besides"]
    besides = [link.words for link in chain(board, told, row) if link.kind == "besides"]
    also = f"; besides: {', '.join(besides)}" if besides else ""
    return wrap(f"Behind the greatest: {' -> '.join(links)}{also}.", 0, 2)


def reckoned(made: Reckoning) -> list[str]:
    """How a number that is no meter is made up, part by part."""
    lines = [rule(made.title), *wrap(made.gloss), f"{made.start:>6}   {made.start_words}"]
    total = made.start
    for part in made.parts:
        total += part.amount
        lines += wrap(f"{signed(part.amount):>6} = {total:>5}   {part.words}", 0, 17)
    scale = t("why.value", value=f"{made.end}{f' {made.unit}' if made.unit else ''}", low=made.low, high=made.high)
    return [*lines, f"{made.end:>6}   {made.end_words}", *wrap(scale), *wrap(made.note)]


def charts(board: Board) -> list[str]:
    """Every meter this seat sees, over all turns: its course drawn in eight heights on its own range, where it began and stands."""
    if not board.turns:
        return [rule("CHARTS"), "No turn has been played yet."]
    lines = [rule(f"CHARTS OF {len(board.turns)} TURNS"), f"{'':<34}{'began':>6}{'least':>6}{'most':>6}{'now':>6}"]
    for group, meters in grouped(board):
        lines.append(f" {t(f'charts.group-{group}').upper()}")
        for meter in meters:
            course = course_of(board, meter.id)
            lines.append(f"  {meter.name[:31]:<32}{course[0]:>6}{min(course):>6}{max(course):>6}{course[-1]:>6}  {_spark(course[-17:])}"[:WIDTH])
    lines.append(rule("WHAT TURNED THE PRESSURE"))
    for point in turning_points(board, "pressure"):
        lines += wrap(f"turn {point.turn}, {point.day}: {signed(point.amount)}, {point.cause}", 2, 4)
    return [*lines, *wrap("why METER gives a course in numbers; ledger N tells all that moved in turn N.")]


def _spark(course: Sequence[int]) -> str:
    low, high = min(course), max(course)
    return "".join(_HEIGHTS[(value - low) * (len(_HEIGHTS) - 1) // max(1, high - low)] for value in course)


def ledger(board: Board, turn: int = 0) -> list[str]:
    """Every change of a turn that this seat may know, in the order it happened; 0 = of the last one."""
    if not board.ledger:
        return [rule("LEDGER"), "Nothing has happened yet."]
    told = board.turns[turn - 1] if turn else None
    lines = [rule(f"LEDGER OF TURN {turn}: {told.date}" if told else "LEDGER OF THE LAST TURN")]
    if told:
        lines += wrap(f"Done by us: {', '.join(told.done) or 'nothing'}. {'Done' if told.is_open else 'Seen done'} by them: "
                      f"{', '.join(told.theirs) or 'nothing'}. Clashes: {', '.join(name for _, name, _ in told.clashes) or 'none'}.", 0, 2)
    for _, alike in groupby(told.rows if told else board.ledger, lambda row: (row.mechanism, row.meter.partition(".")[0], row.cause, row.amount)):
        lines += _rows(list(alike))
    return [*lines, *wrap("why METER explains each of its causes; ledger why explains all of them; ledger N is turn N's.")]


def reasons(board: Board) -> list[str]:
    """Every cause of the last turn's ledger, once, with its sentence."""
    if not board.ledger:
        return [rule("LEDGER"), "Nothing has happened yet."]
    explained = dict.fromkeys((row.cause, row.why) for row in board.ledger)
    return [rule("WHY"), *(text for cause, why in explained for text in wrap(f"{cause}: {why}", 0, 2))]


def _rows(alike: list[LedgerRow]) -> list[str]:
    """Parts of one meter that one cause moved by the same, such as the hours of a whole team, on one line."""
    if len(alike) < 3:
        return [text for row in alike for text in _row(row, True)]
    name = f"{alike[0].name.partition(':')[0]}, {len(alike)} of them"
    return [f"{name[:_NAME]:<{_NAME}} {signed(alike[0].amount):>5} each   {alike[0].cause}"[:WIDTH - 1]]


def _row(row: LedgerRow, named: bool) -> list[str]:
    front = f"{row.name[:_NAME]:<{_NAME}} " if named else "  "
    head = f"{front}{signed(row.amount):>5} = {row.after:>4}   "
    return wrap(f"{head}{row.cause}", 0, len(head)) if len(head) + len(row.cause) >= WIDTH else [f"{head}{row.cause}"]


def team(board: Board) -> list[str]:
    """Who sits at the table, for how long already, and what that does."""
    lines = [rule("THE TEAM"), f"{'':<24}{'awake':>7}"]
    for person in board.team:
        hours = "in bed" if person.is_away else f"{person.hours} h"
        lines.append(f"{person.name[:23]:<24}{hours:>7}  {person.office}")
        lines += wrap(person.note, 33) if person.note else []
    return [*lines, *wrap("Awake: hours on his feet, less what each night gave back. What the whole staff has lost, nights before the game "
                          "included, is its fatigue (why sleep).")]


def files(board: Board) -> list[str]:
    """The dates that ask a question."""
    lines = [rule("FILES AND DATES")]
    for line in board.files:
        lines += wrap(f"{line.when}  {line.name} [{line.state}{'' if line.is_ours else ', theirs'}]", 0, 2)
        lines += [*wrap(line.text, 4), *(text for ask in line.asks for text in wrap(f"asks for {ask}", 4, 2))]
        if line.if_met:
            lines += wrap(f"settled by then: {line.if_met}", 4, 2)
        if line.if_not:
            lines += wrap(f"{'if not' if line.asks else 'what follows'}: {line.if_not}", 4, 2)
    return lines


def ending(board: Board) -> list[str]:
    """How it ended, what was agreed and how both read it, who knew, what it was worth."""
    words = board.ending
    if words is None:
        return []
    lines = ["", rule(words.title.upper())]
    for text in words.text:
        lines += [*wrap(text), ""]
    if words.agreed:
        lines += [rule("WHAT WAS AGREED"), t("ending.issues", n=len(words.agreed))]
    for term, washington, moscow in words.agreed:
        lines += wrap(f"{term.name}: {term.says} [{how(term)}]", 0, 2)
        if washington != moscow:
            lines += [*wrap(f"Washington read: {washington}", 4, 2), *wrap(f"Moscow read: {moscow}", 4, 2)]
    lines += [rule("WHAT WAS KEPT QUIET"), *(line for text in words.secrets for line in wrap(text))]
    if words.likely_causes:
        lines += [rule(LABEL.upper()), *(line for text in words.likely_causes for line in wrap(text, 0, 2)), *wrap(t("ending.method"))]
    own = ("washington", "moscow").index(board.side)
    for place in (own, 1 - own):
        if words.never_knew[place]:
            lines += [rule("WHAT YOU NEVER KNEW" if place == own else "WHAT THEY NEVER KNEW"),
                      *(line for text in words.never_knew[place] for line in wrap(text, 0, 2))]
    lines += [*scores(words.scores), *wrap(t("ending.weights"))]
    return [*lines, *([rule("BY 1969")] if words.epilogue else []), *(line for text in words.epilogue for line in wrap(text))]


def scores(both: tuple[Score, Score]) -> list[str]:
    """Public and true score of both sides, each part 0 to 1000."""
    parts = list(both[0].public)
    lines = [rule("WHAT IT WAS WORTH, 0 to 1000"), f"{'':<24}" + "".join(f"{part:>9}" for part in parts)]
    for score in both:
        for label, story in ((t("ending.story-public"), score.public), (t("ending.story-true"), score.true)):
            lines.append(f"{f'{score.side.capitalize()}, {label}':<24}" + "".join(f"{story[part]:>9}" for part in parts))
    return lines
