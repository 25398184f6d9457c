"""What hangs on the wall as lines: the chair's own panels, how an agreement is read, what the chair is about, the chart in words.

Comes in: a Board. Goes out: lists of lines of at most 80 characters. Never here: reading, a choice.
"""

from ..language import t
from ..wording.board import POSTS, Board
from ..wording.chart import told
from ..wording.rungs import RUNGS
from ..wording.turn_steps import turn_steps
from .screen import rule, wrap

_HOW_FAR = {"same": "exact", "open": "loose", "apart": "apart", "silent": "unsaid"}


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
    """How the game is set, what the chair is about, chapter by chapter, and what each rests on, how a turn goes."""
    lines = wrap(board.played_at) if board.played_at else []
    for chapter in board.chapters:
        lines += [rule(chapter.title.upper()), *(text for point in chapter.points for text in wrap(f"- {point}", 0, 2)), *wrap(f"({chapter.source})")]
    lines += [rule(t("briefing.turn").upper()), *(text for name, words in turn_steps(board) for text in wrap(f"{name} {words}", 0, 2))]
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
