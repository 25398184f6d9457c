"""A Board as lines: status with the rope, in-tray, papers, the sheet; and how every line at the terminal is made.

Comes in: Boards and drafts. Goes out: lists of lines of at most 80 characters. Never here: reading, state, a choice.
"""

import textwrap

from ..engine.orders import PLAIN, TONES, Dispatch
from ..language import t
from ..wording.board import Board, Meter, Paper
from ..wording.correspondence import DRAFTED
from ..wording.manner import how

WIDTH = 80
_ROPE = 50
_BREAKS_AT = 800
_STAGES = ("confrontation", "loose_ends", "settlement")


def wrap(text: str, indent: int = 0, hang: int = 0) -> list[str]:
    """The text in lines, its first indented by `indent`, the others by `hang` more."""
    first = " " * indent
    return textwrap.wrap(text, WIDTH - 1, initial_indent=first, subsequent_indent=first + " " * hang, break_long_words=True) or [""]


def plain(line: str) -> str:
    """The line as any terminal can show it: no blanks at its end, the hyphen for a minus sign."""
    return line.rstrip().replace("\N{MINUS SIGN}", "-")


def signed(amount: int) -> str:
    """`+45`, `-20`, `0`."""
    return f"{amount:+d}" if amount else "0"


def rule(title: str = "") -> str:
    """A line across, with a title in it."""
    return f"-- {title} {'-' * (WIDTH - 5 - len(title))}" if title else "-" * (WIDTH - 1)


def rope(meter: Meter) -> str:
    """`0 [=======@....!!!!] 1000`: the knot stands at the value, the rope may break where it is marked `!`."""
    at = min(meter.value * _ROPE // meter.top, _ROPE - 1)
    cells = ["=" if cell < at else "@" if cell == at else "!" if cell * meter.top // _ROPE >= _BREAKS_AT else "." for cell in range(_ROPE)]
    return f"0 [{''.join(cells)}] {meter.top}"


def status(board: Board) -> list[str]:
    """Where the seat stands: date, clocks, rope, meters, what was done and seen."""
    turns = f"turn {board.turn} of about {board.turns_about}"
    lines = ["", f"{board.side.upper():<{WIDTH - 1 - len(turns)}}{turns}", rule(),
             f"{board.date:<44}Washington {board.clock_washington}   Moscow {board.clock_moscow}",
             *wrap(f"Stage  {_stages(board)}", 0, 7), *wrap(f"{board.phase}. {board.phase_note}"), "",
             f"Rope   {rope(board.pressure)}", f"       pressure {value(board.pressure)}; the breaking zone (!) begins at {_BREAKS_AT}",
             *wrap(f"Sleep  fatigue {value(board.fatigue)}. {board.attention_note}", 0, 7), ""]
    lines += meters([meter for meter in board.meters if not meter.id.startswith("exposure.")])
    lines += meters([meter for meter in board.more_meters if not meter.id.startswith(("awake.", "away."))])
    lines += _tied(board) + _who_is_missing(board)
    if board.done or board.seen_of_them:
        them = "Moscow" if board.side == "washington" else "Washington"
        lines += ["", *wrap(f"Your orders last turn: {', '.join(board.done) or 'none'}.", 0, 2),
                  *wrap(f"Seen done by {them}: {', '.join(board.seen_of_them) or 'nothing'}.", 0, 2)]
    return lines


def _stages(board: Board) -> str:
    """The stages in their order, the one that runs in brackets."""
    return " > ".join(f"[{t(f'room.stage-{stage}')}]" if stage == board.stage else t(f"room.stage-{stage}") for stage in _STAGES)


def attention_left(board: Board, busy: int) -> str:
    """`attention 3 left of 4`."""
    return f"{t('orders.attention-left', n=max(0, board.attention - busy))} of {board.attention}"


def _tied(board: Board) -> list[str]:
    """The issues on which hands are tied, the tightest first; none where hands are free."""
    tied = sorted((line for line in board.issues if line.exposure), key=lambda line: -line.exposure)
    return wrap(f"Tied   {', '.join(f'{line.name} {line.exposure}' for line in tied)}", 0, 7) if tied else []


def _who_is_missing(board: Board) -> list[str]:
    """One line on those in bed and those worn out; none where all is well."""
    told = [f"{person.name}: {person.note}" for person in board.team if person.note]
    return wrap(f"Team   {' '.join(told)}", 0, 7) if told else []


def value(meter: Meter) -> str:
    """`430 of 1000 (+20)`."""
    moved = meter.value - meter.before
    return f"{meter.value} of {meter.top}{f' ({signed(moved)})' if moved else ''}"


def meters(shown: list[Meter]) -> list[str]:
    """Two a line: name, value, last change; `~` marks an estimate."""
    cells = []
    for meter in shown:
        moved = meter.value - meter.before
        shown_value = f"{'~' if meter.is_estimate else ''}{meter.value}"
        cells.append(f"{meter.name[:27]:<27}{shown_value:>5}{signed(moved) if moved else '':>6}")
    return ["  ".join(cells[at:at + 2]) for at in range(0, len(cells), 2)]


def tray(board: Board, everything: bool = False) -> list[str]:
    """The papers with their numbers; only new and open ones unless all are wanted."""
    shown = [(number, paper) for number, paper in enumerate(board.papers, 1) if everything or paper.is_new or paper.letter or paper.id == "estimate"]
    lines = [rule("IN-TRAY")]
    for number, paper in shown:
        mark = "*" if paper.is_new else " "
        title = textwrap.wrap(paper.title, 54)
        lines += [f"{number:>3}{mark} {title[0]:<54} {paper.when}", *(f"     {more}" for more in title[1:])]
        if paper.letter:
            lines += wrap(_to_do(paper), 7)
    hidden = len(board.papers) - len(shown)
    if not any(paper.is_new for paper in board.papers):
        lines.append("     Nothing new. Silence is also news.")
    lines.append(f"     read N opens one{f'; tray shows {hidden} more' if hidden else ''}")
    return lines


def _to_do(paper: Paper) -> str:
    if paper.is_own:
        return f"withdraw {paper.letter} takes it back"
    by = f", by {paper.deadline}" if paper.deadline else ""
    return f"open{by}: accept {paper.letter}, refuse {paper.letter} or counter {paper.letter}"


def paper(shown: Paper) -> list[str]:
    """One paper in full, with its terms in plain words beneath."""
    is_long = len(shown.title) > WIDTH - 8
    lines = [rule(shown.title[:WIDTH - 8]), *(wrap(shown.title) if is_long else []), *wrap(f"{shown.sender}, {shown.when}"), ""]
    for text in shown.body:
        lines += [*wrap(text, 2), ""]
    if shown.terms:
        lines.append("In plain words:")
        for term in shown.terms:
            lines += wrap(f"{term.name}: {term.says} [{how(term)}]", 2, 2)
            if term.reading and term.reading != term.says:
                lines += wrap(f"we take it to mean: {term.reading}", 4, 2)
    if shown.letter:
        lines += ["", *wrap(_to_do(shown))]
    if shown.source:
        lines += wrap(shown.source if shown.source == DRAFTED else f"Source: {shown.source}")
    return lines


def sheet(board: Board, draft: Dispatch, held: int = 0) -> list[str]:
    """What would be sent now; `held` terms lie on the table and stay there."""
    names = {line.id: line.name for line in board.orders}
    given = ", ".join(names[id] for id in draft.orders) or "none"
    lines = [rule("YOUR SHEET"), *wrap(f"Orders ({len(draft.orders)}; {attention_left(board, len(draft.orders))}): {given}", 0, 2)]
    if draft.proposal:
        issues = {line.id: line.name for line in board.issues}
        by = next((line.name for line in board.channels if line.id == draft.proposal.channel), draft.proposal.channel)
        due = f", answer within {draft.proposal.deadline_half_days} half-days" if draft.proposal.deadline_half_days else ""
        terms = "; ".join(f"{issues[id]} {term.position} [{how(term)}]" for id, term in draft.proposal.terms.items())
        tone = "" if draft.proposal.tone == TONES[PLAIN] else f", tone {draft.proposal.tone}"
        lines += wrap(f"Proposal by {by}{tone}{due}: {terms}", 0, 2)
    else:
        lines.append(f"Proposal: none ({held} on the deal table held back; put sends them)" if held else "Proposal: none")
    lines.append(f"Answer: {draft.answer} letter {draft.answer_to}" if draft.answer_to else "Answer: none")
    if draft.withdraw:
        lines.append(f"Withdraw: our letter {draft.withdraw}")
    return lines


