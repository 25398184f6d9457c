"""A Board as lines: status with the rope, in-tray, papers, orders, deal table, chart.

Comes in: Boards and drafts. Goes out: lists of lines of at most 80 characters. Never here: reading, state, a choice.
"""

import textwrap
from collections.abc import Iterable

from ..engine.orders import PLAIN, TONES, Dispatch, Term
from ..language import t
from ..wording.board import POSTS, Board, IssueLine, Meter, OrderLine, Paper, ProposalWords, TermWords
from ..wording.chart import told
from ..wording.correspondence import DRAFTED
from ..wording.groups import groups, unfolded_at_first
from ..wording.manner import in_sight, tone_does
from ..wording.menus import MENUS, menu_name
from ..wording.rungs import RUNGS

WIDTH = 80
_ROPE = 50
_BREAKS_AT = 800
_HOW_FAR = {"same": "exact", "open": "loose", "apart": "apart", "silent": "unsaid"}


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
             *wrap(f"{board.phase}. {board.phase_note}"), "",
             f"Rope   {rope(board.pressure)}", f"       pressure {value(board.pressure)}; the breaking zone (!) begins at {_BREAKS_AT}",
             *wrap(f"Sleep  fatigue {value(board.fatigue)}. {board.attention_note}", 0, 7), ""]
    lines += meters([meter for meter in board.meters if not meter.id.startswith("exposure.")])
    lines += meters([meter for meter in board.more_meters if not meter.id.startswith(("awake.", "away."))])
    lines += _who_is_missing(board)
    if board.done or board.seen_of_them:
        them = "Moscow" if board.side == "washington" else "Washington"
        lines += ["", *wrap(f"Your orders last turn: {', '.join(board.done) or 'none'}.", 0, 2),
                  *wrap(f"Seen done by {them}: {', '.join(board.seen_of_them) or 'nothing'}.", 0, 2)]
    return lines


def wall(board: Board) -> list[str]:
    """What only this chair has on its wall, and, once there is an agreement, how it is read."""
    lines: list[str] = []
    for panel in board.panels:
        lines += [rule(panel.title.upper()), *wrap(f"({panel.aside})")]
        for row in panel.rows:
            held = [f"{t(f'room.post-{post}')} {t(f'room.post-is-{how}')}" for post, how in zip(POSTS, row.posts, strict=True) if how]
            told_held = f" [{', '.join(held)}]" if held else ""
            lines += wrap(f"{'!' if row.is_warning else ' '} {row.name}: {row.says}{told_held}", 0, 4)
            lines += wrap(row.note, 4)
        lines += wrap(panel.foot) if panel.foot else []
    if board.readings:
        lines.append(rule("HOW IT IS READ"))
    for line in board.readings:
        theirs = f"they put their name to: {line.theirs}" if line.theirs else "they put their name to nothing"
        lines += wrap(f"{line.name} [{_HOW_FAR[line.state]}{', file open' if line.is_filed else ''}]: we read: {line.ours}; {theirs}", 0, 2)
    return lines or ["The wall is bare."]


def briefing(board: Board) -> list[str]:
    """What the chair is about, chapter by chapter, and what each rests on."""
    lines: list[str] = []
    for chapter in board.chapters:
        lines += [rule(chapter.title.upper()), *(text for point in chapter.points for text in wrap(f"- {point}", 0, 2)), *wrap(f"({chapter.source})")]
    return lines


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
    lines = [rule(shown.title[:WIDTH - 8]), *wrap(f"{shown.sender}, {shown.when}"), ""]
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


def how(term: TermWords | Term) -> str:
    """`open, loose`, `secret, written, exact`, `open, loose, as news, if supervised`: how a term is said."""
    hangs_on = [f"if {' and '.join(term.conditions)}"] if term.conditions else []
    return ", ".join(["secret" if term.secret else "open", *["written"] * term.paper, "exact" if term.exact else "loose",
                      *["as news"] * term.news, *hangs_on])


def orders(board: Board, chosen: tuple[str, ...]) -> list[str]:
    """The menus with numbers; what stands on the sheet is marked, what may not be given has its reason."""
    lines = [rule("ORDERS"), *wrap(f"You can give {board.attention}; {len(chosen)} on the sheet. give N, drop N; order N tells all about one.")]
    for menu in MENUS:
        listed = [(number, line) for number, line in enumerate(board.orders, 1) if line.menu == menu and not line.is_out_of_stage]
        if listed:
            lines.append(f" {menu_name(board.side, menu).upper()}")
        for number, line in listed:
            mark = "x" if line.id in chosen else "-" if line.refusal else " "
            lines += wrap(f"{number:>3} [{mark}] {line.name}{_effects(line)}", 0, 8)
            if line.refusal:
                lines += wrap(f"not now: {_reason(line)}", 8)
    later = [f"{number} {line.name}" for number, line in enumerate(board.orders, 1) if line.is_out_of_stage]
    return [*lines, *([" IN ANOTHER STAGE OF THE GAME"] if later else []), *(wrap("; ".join(later), 4) if later else [])]


def _reason(line: OrderLine) -> str:
    return line.refusal.removeprefix(f"{line.name}: ")


def _effects(line: OrderLine) -> str:
    told = [f"{name} {signed(amount)}" for name, amount in line.effects]
    told += [f"sleep -{line.sleep}"] if line.sleep else []
    return f" ({', '.join(told)})" if told else ""


def order(line: OrderLine) -> list[str]:
    """One order in full."""
    seen = "The other side will see it." if line.is_seen else "It is not seen from outside."
    sleep = f" It costs the staff {line.sleep / 10:.1f} hours of sleep." if line.sleep else ""
    effects = _effects(line).strip(" ()")
    lines = [rule(line.name), *wrap(line.text), *wrap(f"{seen}{sleep}"), *(wrap(f"Moves: {effects}.") if effects else [])]
    lines += wrap(f"Ties our hands: {', '.join(f'{name} {signed(points)}' for name, points in line.ties)}.") if line.ties else []
    lines += wrap(f"Of the orders about {line.answers} only one can stand on a sheet.") if line.answers else []
    return [*lines, *(wrap(f"Not now: {_reason(line)}") if line.refusal else [])]


def deal(board: Board, terms: dict[str, Term], unfolded: Iterable[str] = ()) -> list[str]:
    """The deal table by groups: both sides' last stated steps, the draft, and what each step would be worth said openly. A group about which
    nothing is said on the table, and which is not among the unfolded, is a heading and names.
    """
    lines = [rule("DEAL TABLE"), "Steps: 1 is most Washington's, 5 most Moscow's. Worth to us, said openly:",
             f"{'':>4}{'issue':<24}{'ours':>4}{'theirs':>7}  {'draft':<9}{'1':>6}{'2':>6}{'3':>6}{'4':>6}{'5':>6}"]
    numbers = {issue.id: number for number, issue in enumerate(board.issues, 1)}
    all_groups = groups(board.issues)
    shown = {*unfolded_at_first(all_groups, terms), *unfolded}
    for group in all_groups:
        lines.append(f"{group.title.upper()}: {group.tally(terms)}")
        if group.id in shown:
            lines += [_on_the_table(numbers[issue.id], issue, terms.get(issue.id)) for issue in group.issues]
        else:
            lines += wrap("; ".join(f"{numbers[issue.id]} {issue.name}" for issue in group.issues), 4)
    lines += ["Draft: s secret, w written, x exact, n news, c conditions; = is agreed.",
              "deal GROUP unfolds one group, deal all every one.",
              "issue N tells the steps; say N STEP [secret written exact news] [if CONDITION];", "unsay N; tone NAME; letter."]
    return lines


def _on_the_table(number: int, issue: IssueLine, draft: Term | None) -> str:
    marks = (("s", draft.secret), ("w", draft.paper), ("x", draft.exact), ("n", draft.news), ("c", draft.conditions)) if draft else ()
    said = f"{draft.position if draft else ''}{''.join(mark for mark, is_so in marks if is_so)}"
    agreed = f"={issue.agreed.position}" if issue.agreed else ""
    worth = "".join(f"{signed(amount):>6}" for amount in issue.worth_open)
    return f"{number:>3} {issue.name[:23]:<24}{issue.ours or '-':>4}{issue.theirs or '-':>7}  {said + agreed:<9}{worth}"


def agreed(board: Board) -> list[str]:
    """What binds, as this seat reads it, and what was left open."""
    bound = [line for line in board.issues if line.agreed]
    if not bound:
        return [rule("AGREED"), "Nothing is agreed."]
    lines = [rule("AGREED")]
    for line in bound:
        if line.agreed:
            lines += wrap(f"{line.name}: {line.agreed.says} [{how(line.agreed)}]", 0, 2)
            if line.agreed.reading not in ("", line.agreed.says):
                lines += wrap(f"we take it to mean: {line.agreed.reading}", 4, 2)
    left = ", ".join(line.name for line in board.issues if not line.agreed)
    return [*lines, *(wrap(f"Left open: {left}.", 0, 2) if left else [])]


def issue(line: IssueLine, draft: Term | None) -> list[str]:
    """One issue: its ladder, both prices of each step, who stands in the way."""
    lines = [rule(line.name), *wrap(line.note), f"{'':>5}{'open':>7}{'secret':>8}"]
    for step, (words, opened, secret) in enumerate(zip(line.positions, line.worth_open, line.worth_secret, strict=True), 1):
        mark = ">" if draft and draft.position == step else " "
        lines += wrap(f"{mark}{step:>3} {signed(opened):>7}{signed(secret):>8}  {words}", 0, 22)
    tied = f"tied to {line.exposure} of 1000, and every open step back costs so much the more." if line.exposure else "free."
    lines += wrap(f"We last said {line.ours or 'nothing'}, they {line.theirs or 'nothing'}. Our hands are {tied}")
    if line.agreed:
        lines += wrap(f"Agreed: {line.agreed.says} [{how(line.agreed)}]. We take it to mean: {line.agreed.reading or line.agreed.says}.")
    if line.blocked_by:
        lines.append(f"Some steps can be blocked by: {line.blocked_by}.")
    lines += [in_sight()] if line.in_sight else []
    if line.conditions:
        lines += wrap(f"It can hang on: {', '.join(line.conditions)} (say N STEP if {line.conditions[0]}).")
    return lines


def proposal(words: ProposalWords) -> list[str]:
    """The letter before it goes, its price and its weak places."""
    if not words.letter and not words.oral_slip:
        return ["No proposal: the deal table is empty. say N STEP puts a term on it.", *(f"  {reason}" for reason in words.refusals)]
    lines = [rule("THE LETTER AS IT WOULD GO")]
    for text in (*words.letter, *words.oral_slip):
        lines += wrap(text, 2)
    lines += [rule("WHAT IT MEANS"), f"Worth to us {signed(words.total)}: {', '.join(f'{name} {signed(amount)}' for name, amount in words.costs)}"]
    for text in (words.leak_note, *words.open_ends, *words.blocked, *words.warnings):
        lines += wrap(text, 0, 2) if text else []
    for reason in words.refusals:
        lines += wrap(f"Cannot go as it stands: {reason}", 0, 2)
    return lines


def channels(board: Board, chosen: str) -> list[str]:
    """The ways to send a letter."""
    lines = [rule("CHANNELS")]
    for number, line in enumerate(board.channels, 1):
        mark = "x" if line.id == chosen else " "
        traits = f"{', heard by all' if line.is_public else ''}{', spoken' if line.is_oral else ''}"
        lines += wrap(f"{number:>3} [{mark}] {line.name}, {line.arrives}{traits}. {line.text}", 0, 8)
    return [*lines, "channel N chooses one."]


def tones(chosen: str) -> list[str]:
    """The ways a letter can speak."""
    return [rule("TONES"), *(text for tone in TONES for text in wrap(f"[{'x' if tone == chosen else ' '}] {tone}: {tone_does(tone)}", 2, 6)),
            "tone NAME chooses one."]


def sheet(board: Board, draft: Dispatch) -> list[str]:
    """What would be sent now."""
    names = {line.id: line.name for line in board.orders}
    given = ", ".join(names[id] for id in draft.orders) or "none"
    lines = [rule("YOUR SHEET"), *wrap(f"Orders ({len(draft.orders)} of {board.attention}): {given}", 0, 2)]
    if draft.proposal:
        issues = {line.id: line.name for line in board.issues}
        by = next((line.name for line in board.channels if line.id == draft.proposal.channel), draft.proposal.channel)
        due = f", answer within {draft.proposal.deadline_half_days} half-days" if draft.proposal.deadline_half_days else ""
        terms = "; ".join(f"{issues[id]} {term.position} [{how(term)}]" for id, term in draft.proposal.terms.items())
        tone = "" if draft.proposal.tone == TONES[PLAIN] else f", tone {draft.proposal.tone}"
        lines += wrap(f"Proposal by {by}{tone}{due}: {terms}", 0, 2)
    else:
        lines.append("Proposal: none")
    lines.append(f"Answer: {draft.answer} letter {draft.answer_to}" if draft.answer_to else "Answer: none")
    if draft.withdraw:
        lines.append(f"Withdraw: our letter {draft.withdraw}")
    return lines


def chart(board: Board) -> list[str]:
    """The map in words."""
    facts = board.chart
    exact = f"give or take {facts.sites_margin}" if facts.sites_margin else "known exactly"
    lines = [rule("CHART"),
             f"Quarantine      rung {facts.quarantine} of 4: {RUNGS['quarantine'][facts.quarantine]}",
             f"Overflights     rung {facts.flights} of 2: {RUNGS['flights'][facts.flights]}",
             f"American alert  rung {facts.alert_washington} of 4: {RUNGS['alert'][facts.alert_washington]}",
             f"Soviet alert    rung {facts.alert_moscow} of 4: {RUNGS['alert'][facts.alert_moscow]}",
             f"Missile sites   {facts.sites} of 1000, {exact}"]
    for mark in board.marks:
        name, *rest = told(mark)
        lines += wrap(f"{name} {' '.join(rest)}", 1, 3)
    for place in board.elsewhere:
        lines.append(rule(place.name.upper()))
        for fact in place.facts:
            lines += wrap(fact.says, 1, 3)
    return lines
