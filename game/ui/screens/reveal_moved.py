"""In the ledger: every meter that moved in the turn shown, from where to where, with its course so far.

Comes in: a Page, a rectangle, a Board, a turn. Goes out: Nodes. Never here: a cause.
"""

from typing import NamedTuple

from pygame import Rect

from ...language import t
from ...wording.board import Board, TurnWords
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint import gauge
from ..widgets.button import draw_row
from ..widgets.sheet import heading, sheet


class Moved(NamedTuple):
    meter: str
    name: str
    before: int
    after: int


def all_moved(told: TurnWords | None) -> list[Moved]:
    """Every meter that moved, the greatest change first, pressure before all."""
    found: dict[str, Moved] = {}
    for row in told.rows if told else ():
        known = found.get(row.meter)
        found[row.meter] = Moved(row.meter, row.name, known.before if known else row.before, row.after)
    return sorted(found.values(), key=lambda line: (line.meter != "pressure", -abs(line.after - line.before)))


def moved(page: Page, rect: Rect, board: Board, told: TurnWords | None, chosen: str) -> None:
    """The panel: two columns where there is room for them."""
    lines = all_moved(told)
    inside = sheet(page, "moved", rect)
    u = page.u
    y = heading(page, "moved", inside, t("reveal.moved"), t("reveal.moved-aside"), style.PANEL_SMALL, more="Enter")
    page.stop("moved")
    tall = max(u(26), page.lh(style.BODY) + u(4))
    columns = 2 if page.theme.text_scale < 1.3 or (page.is_one and page.theme.text_scale < 1.8) else 1
    rows = -(-len(lines) // columns)
    ids = [f"moved:{line.meter}" for line in lines]
    page.tree.stops.setdefault("moved", []).extend(ids)
    marks = [f"moved-row:{place}" for place in range(rows)]
    shown = page.shown
    if shown in ids:
        page.shown = marks[ids.index(shown) % rows]
    for place, line in page.roll("moved", Rect(rect.x + u(6), y, rect.w - u(12), inside.bottom + u(8) - y), marks, [tall] * rows, takes_focus=False):
        wide = line.w // columns
        for column in range(columns):
            index = place + column * rows
            if index < len(lines):
                _row(page, ids[index], Rect(line.x + column * wide, line.y, wide - u(4), line.h), lines[index], board, told, chosen)
    page.shown = shown


def _row(page: Page, id: str, line: Rect, moved: Moved, board: Board, told: TurnWords | None, chosen: str) -> None:
    u = page.u
    page.add(id, "row", line, draw_row, action=f"show:{moved.meter}", focus=True, text=f"{moved.name} {moved.before} to {moved.after}",
             is_on=moved.meter == chosen)
    base = page.middle(line, style.BODY)
    spark = Rect(line.right - u(96), line.y + u(2), u(90), line.h - u(4))
    course = board.history.get(moved.meter, ())[:told.turn + 1 if told else None]
    if len(course) > 1:
        page.add(f"{id}:course", "spark", spark, draw_spark, look=course)
    right = spark.left - u(8)
    right = page.say(f"{id}:after", str(moved.after), style.FIGURE, right, base, align="right").left - u(6)
    right = page.say(f"{id}:arrow", f"{moved.before} \u2192", style.FIGURE_LIGHT, right, base, align="right").left - u(10)
    page.say(f"{id}:name", moved.name, style.BODY.strong(moved.meter == chosen), line.x + u(10), base, right - line.x - u(10), more="W")


def draw_spark(canvas: Canvas, node: Node) -> None:
    """A meter's course so far."""
    gauge.sparkline(canvas.surface, canvas.theme, node.rect, node.look)
