"""The accounts: why a number moved, the whole ledger, the team, the dates, the ending. Lines of at most 80 characters.

Comes in: Boards. Goes out: lists of lines. Never here: reading, state, a choice.
"""

from itertools import groupby

from ..language import t
from ..wording.aftermath import LABEL
from ..wording.board import Board, LedgerRow, Meter, Score
from .screen import WIDTH, how, rule, signed, value, wrap

_NAME = 34
"""Columns for a meter's name in the ledger: `Tied hands: Cuban subversion` and all others of October 1962 are read whole."""


def why(board: Board, meter: Meter) -> list[str]:
    """One meter: what it is, how it went, and the last turn's causes."""
    rows = [row for row in board.ledger if row.meter == meter.id]
    lines = [rule(meter.name), *wrap(meter.gloss), f"Now {value(meter)}."]
    past = board.history.get(meter.id, ())
    if len(past) > 1:
        lines += wrap(f"Turn by turn: {', '.join(map(str, past[-12:]))}.", 0, 2)
    if not rows:
        return [*lines, "Nothing moved it last turn."]
    return [*lines, f"Last turn, from {rows[0].before}:", *(text for row in rows for text in (*_row(row, False), *wrap(row.why, 19)))]


def ledger(board: Board) -> list[str]:
    """Every change of the last turn that this seat may know, in the order it happened."""
    if not board.ledger:
        return [rule("LEDGER"), "Nothing has happened yet."]
    lines = [rule("LEDGER OF THE LAST TURN")]
    for _, alike in groupby(board.ledger, lambda row: (row.mechanism, row.meter.partition(".")[0], row.cause, row.amount)):
        lines += _rows(list(alike))
    return [*lines, *wrap("why METER explains each of its causes; ledger why explains all of them.")]


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
        if line.state != "open":
            continue
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
        lines.append(rule("WHAT WAS AGREED"))
    for term, washington, moscow in words.agreed:
        lines += wrap(f"{term.name}: {term.says} [{how(term)}]", 0, 2)
        if washington != moscow:
            lines += [*wrap(f"Washington read: {washington}", 4, 2), *wrap(f"Moscow read: {moscow}", 4, 2)]
    lines += [rule("WHAT WAS KEPT QUIET"), *(line for text in words.secrets for line in wrap(text))]
    if words.likely_causes:
        lines += [rule(LABEL.upper()), *(line for text in words.likely_causes for line in wrap(text, 0, 2))]
    lines += scores(words.scores)
    return [*lines, *([rule("BY 1969")] if words.epilogue else []), *(line for text in words.epilogue for line in wrap(text))]


def scores(both: tuple[Score, Score]) -> list[str]:
    """Public and true score of both sides, each part 0 to 1000."""
    parts = list(both[0].public)
    lines = [rule("WHAT IT WAS WORTH, 0 to 1000"), f"{'':<24}" + "".join(f"{part:>9}" for part in parts)]
    for score in both:
        for label, story in ((t("ending.story-public"), score.public), (t("ending.story-true"), score.true)):
            lines.append(f"{f'{score.side.capitalize()}, {label}':<24}" + "".join(f"{story[part]:>9}" for part in parts))
    return lines
