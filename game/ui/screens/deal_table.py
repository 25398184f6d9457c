"""The deal table's sheet: heading, columns, the list of groups and issues. What a row looks like is deal_row.py, the reckoning deal_sum.py.

Comes in: a Page, a rectangle, the Deal, the proposal in words. Goes out: Nodes. Never here: a change to the draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from ...language import t
from ...wording.board import IssueLine, ProposalWords
from ...wording.groups import Group
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint.marks import Pen, side_shape
from ..widgets.button import draw_heading
from ..widgets.reader import reader
from ..widgets.sheet import heading, sheet
from . import deal_row, deal_sum
from .deal_row import Columns

if TYPE_CHECKING:
    from .deal import Deal

GROUP = Style("label", 13, "mut", bold=True, tracking=1.2)


def table(page: Page, rect: Rect, deal: Deal, words: ProposalWords) -> None:
    """The table: heading, rows, what it comes to."""
    inside = sheet(page, "table", rect)
    u = page.u
    y = heading(page, "table", inside, t("deal.title"), _answers(deal), more="Esc")
    columns = Columns(page, inside)
    y = _heads(page, Rect(inside.x, y - u(3), inside.w, max(u(20), page.lh(style.SMALL))), columns)
    foot = 0 if page.is_one else deal_sum.height(page, inside.w, words)
    _rows(page, Rect(rect.x + u(4), y, rect.w - u(8), inside.bottom - foot - y), deal, columns)
    if foot:
        deal_sum.summary(page, Rect(inside.x, inside.bottom - foot, inside.w, foot), deal, words)


def sums(page: Page, rect: Rect, deal: Deal, words: ProposalWords) -> None:
    """What it comes to, on a sheet of its own."""
    inside = sheet(page, "sum", rect)
    y = heading(page, "sum", inside, t("deal.comes-to"))
    tall = min(inside.bottom - y, deal_sum.height(page, inside.w, words) + page.u(20))
    deal_sum.summary(page, Rect(inside.x, y, inside.w, tall), deal, words)
    rest = Rect(inside.x, y + tall + page.u(8), inside.w, inside.bottom - y - tall - page.u(8))
    told = [*words.refusals, *words.blocked, *words.warnings, *words.open_ends, *((words.leak_note,) if words.leak_note else ())]
    page.stop("sum:text")
    if told and rest.h >= 2 * page.lh(style.SMALL) + page.u(4):
        reader(page, "sum:text", rest, [(each, style.SMALL) for each in told])


def _answers(deal: Deal) -> str:
    """Which letter the terms answer; how the table is read where they answer none."""
    counters = deal.desk.draft.counters
    answered = next((paper.title for paper in deal.desk.board.papers if counters and paper.letter == counters and not paper.is_own), "")
    return t("deal.answer-to", letter=answered) if answered else t("deal.how-to-read")


def _heads(page: Page, head: Rect, columns: Columns) -> int:
    """Whose end is whose, and what the switches say; returns the y below them."""
    u, base = page.u, page.middle(head, style.SMALL)
    half = 2 * columns.step - u(20)
    page.add("head:washington", "mark", Rect(columns.peg(1) - u(7), head.centery - u(7), u(14), u(14)), draw_side, look="washington")
    page.say("head:washington:words", t("deal.washingtons-most"), style.SMALL.strong().on("us"), columns.peg(1) + u(12), base, half, more="W")
    page.add("head:moscow", "mark", Rect(columns.peg(5) - u(8), head.centery - u(8), u(16), u(16)), draw_side, look="moscow")
    page.say("head:moscow:words", t("deal.moscows-most"), style.SMALL.strong().on("su"), columns.peg(5) - u(13), base, half, "right", more="W")
    for place, title in enumerate((t("deal.known-to"), t("deal.given"), t("deal.worded"))):
        page.say(f"head:{place}", title, style.NOTE, columns.way(place) + columns.switch // 2, base, columns.switch, "center", more="W")
    page.rule(head.x, head.bottom, head.w)
    return head.bottom


def _rows(page: Page, rect: Rect, deal: Deal, columns: Columns) -> None:
    """The list: a heading a group, below it the issues on which something is said, and the others too where it is unfolded."""
    rows: list[Group | IssueLine] = []
    for group in deal.groups:
        rows += [group, *(issue for issue in group.issues if group.id in deal.unfolded or issue.id in deal.desk.draft.terms)]
    ids = [f"{'group' if isinstance(row, Group) else 'issue'}:{row.id}" for row in rows]
    head = max(page.u(24), page.lh(style.SMALL) + page.u(4))
    heights = [head if isinstance(row, Group) else deal_row.height(page, deal, row, columns) for row in rows]
    page.stop("table")
    if deal.heights != tuple(heights) and not page.shown:
        page.shown = deal.focus
    deal.heights = tuple(heights)
    for place, line in page.roll("table", rect, ids, heights):
        row = rows[place]
        if isinstance(row, Group):
            _heading(page, line, deal, row, columns)
        else:
            deal_row.row(page, line, deal, row, columns)


def _heading(page: Page, line: Rect, deal: Deal, group: Group, columns: Columns) -> None:
    """A group's line: an arrow, its title, what is in it; Enter or a click folds and unfolds."""
    u, is_open = page.u, group.id in deal.unfolded
    page.add(f"group:{group.id}", "fold", line, draw_heading, action=f"fold:{group.id}", focus=True,
             text=f"{group.title}, {t('deal.unfolded') if is_open else t('deal.folded')}", is_on=is_open)
    base, right = page.middle(line, style.SMALL), line.right - u(12)
    wide = right - columns.name - u(20)
    title = page.say(f"group:{group.id}:title", group.title.upper(), GROUP.on("ink" if is_open else "mut"), columns.name + u(20), base,
                     round(wide * 0.5), more="W")
    tally = page.say(f"group:{group.id}:tally", group.tally(deal.desk.draft.terms), style.NOTE, right, base, right - title.right - u(14), "right",
                     more="W")
    if not is_open:
        room = tally.x - title.right - u(30)
        if room > u(60):
            others = [issue.name for issue in group.issues if issue.id not in deal.desk.draft.terms]
            page.say(f"group:{group.id}:names", ", ".join(others), style.CAPTION, title.right + u(14), base, room,
                     more="Enter")
        page.rule(columns.name, line.bottom - 1, line.right - columns.name - u(12), "band90")


def draw_side(canvas: Canvas, node: Node) -> None:
    """A side's sign at its end of the scale."""
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        side_shape(pen, node.rect.center, node.look, 5)
