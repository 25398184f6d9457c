"""The deal table as lines: its groups, an issue with its steps, the letter before it goes, the ways to send it, what binds by now.

Comes in: a Board and the terms on the table. Goes out: lists of lines of at most 80 characters. Never here: reading, a choice.
"""

from collections.abc import Iterable, Mapping

from ..engine.orders import TONES, Term
from ..language import t
from ..wording.board import Board, IssueLine, ProposalWords
from ..wording.groups import groups, unfolded_at_first
from ..wording.manner import condition, how, in_sight, tone_does
from .screen import rule, signed, wrap

Terms = Mapping[str, Term]
"""Issue id and the term that lies on the table."""


def deal(board: Board, terms: Terms, unfolded: Iterable[str] = ()) -> list[str]:
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
        lines += wrap(f"{mark}{step:>3} {signed(opened):>7}{'-' if line.in_sight else signed(secret):>8}  {words}", 0, 22)
    tied = f"tied to {line.exposure} of 1000, and every open step back costs so much the more." if line.exposure else "free."
    lines += wrap(f"We last said {line.ours or 'nothing'}, they {line.theirs or 'nothing'}. Our hands are {tied}")
    if line.agreed:
        lines += wrap(f"Agreed: {line.agreed.says} [{how(line.agreed)}]. We take it to mean: {line.agreed.reading or line.agreed.says}.")
    if line.blocked_by:
        lines.append(f"Some steps can be blocked by: {line.blocked_by}.")
    lines += [in_sight()] if line.in_sight else []
    if line.conditions:
        named = ", ".join(f"{id} ({condition(id)})" for id in line.conditions)
        lines += wrap(f"It can hang on: {named}; say N STEP if {line.conditions[0]}.")
    return lines


def proposal(words: ProposalWords) -> list[str]:
    """The letter before it goes, its price and its weak places."""
    if not words.letter and not words.oral_slip:
        return ["No proposal: the deal table is empty. say N STEP puts a term on it.", *(f"  {reason}" for reason in words.refusals)]
    lines = [rule("THE LETTER AS IT WOULD GO")]
    for text in (*words.letter, *words.oral_slip):
        lines += wrap(text, 2)
    lines += [rule("WHAT IT MEANS"), f"Worth to us {signed(words.total)}: {', '.join(f'{name} {signed(amount)}' for name, amount in words.costs)}"]
    if words.leak:
        told_leak = t("deal.leak-words", low=words.leak.low, high=words.leak.high, people=sum(words.leak.knowers))
        lines += wrap(f"{t('deal.leak')}: {words.leak.middle} in 100 ({told_leak}).", 0, 2)
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
