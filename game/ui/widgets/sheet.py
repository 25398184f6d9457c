"""Sheets with a heading: the paper that a panel's words stand on.

Comes in: a Page, a rectangle, a title. Goes out: Nodes, and the y below the heading. Never here: what a panel is about.
"""

from pygame import Rect

from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint import panel as paint


def sheet(page: Page, id: str, rect: Rect, ground: str = "paper", is_over: bool = False) -> Rect:
    """A sheet lies there and holds what follows; returns its inside."""
    return page.panel(id, rect, draw_sheet, look=ground, is_over=is_over)


def heading(page: Page, id: str, inside: Rect, title: str, aside: str = "", of: Style = style.PANEL, more: str = "") -> int:
    """The title in capitals, an aside at the right, a rule below; returns the y where content may begin."""
    tall = max(page.lh(of), page.u(20))
    baseline = page.middle(Rect(inside.x, inside.y - page.u(4), inside.w, tall), of)
    took = page.say(f"{id}:title", title.upper(), of, inside.x, baseline, inside.w)
    if aside:
        page.say(f"{id}:aside", aside, style.NOTE, inside.right, baseline, inside.right - took.right - page.u(12), "right", more=more)
    y = inside.y + tall - page.u(1)
    page.rule(inside.x, y, inside.w)
    return y + page.u(6)


def draw_sheet(canvas: Canvas, node: Node) -> None:
    """The sheet itself."""
    paint.sheet(canvas.surface, canvas.theme, node.rect, node.look)


def draw_note(canvas: Canvas, node: Node) -> None:
    """A note's ground with a bar at its left."""
    canvas.surface.fill(canvas.theme.color("note"), node.rect)
    canvas.surface.fill(canvas.theme.color("focus"), (node.rect.x, node.rect.y, canvas.theme.px(3), node.rect.h))
