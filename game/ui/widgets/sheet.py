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
    """The title in capitals, in as many lines as it needs, an aside at the right where it has room, a rule below; returns the y where content
    may begin."""
    words, tall = title.upper(), max(page.lh(of), page.u(20))
    if page.width(words, of) <= inside.w:
        baseline = page.middle(Rect(inside.x, inside.y - page.u(4), inside.w, tall), of)
        took = page.say(f"{id}:title", words, of, inside.x, baseline, inside.w)
        room = inside.right - took.right - page.u(12)
        if aside and page.width(aside, style.NOTE._replace(role="label")) <= (room * 2 if more else room):       # half a word tells nothing
            page.say(f"{id}:aside", aside, style.NOTE, inside.right, baseline, room, "right", more=more)
    else:
        tall = page.tell(f"{id}:title", words, of._replace(tracking=0.0), inside) - inside.y + page.u(2)
    y = inside.y + tall - page.u(1)
    page.rule(inside.x, y, inside.w)
    return y + page.u(6)


def heading_height(page: Page, title: str, wide: int, of: Style = style.PANEL) -> int:
    """Pixels a heading takes."""
    words, tall = title.upper(), max(page.lh(of), page.u(20))
    if page.width(words, of) > wide:
        tall = page.measure(words, of._replace(tracking=0.0), wide).height + page.u(2)
    return tall + page.u(5)


def draw_sheet(canvas: Canvas, node: Node) -> None:
    """The sheet itself."""
    paint.sheet(canvas.surface, canvas.theme, node.rect, node.look)


def draw_note(canvas: Canvas, node: Node) -> None:
    """A note's ground with a bar at its left."""
    canvas.surface.fill(canvas.theme.color("note"), node.rect)
    canvas.surface.fill(canvas.theme.color("focus"), (node.rect.x, node.rect.y, canvas.theme.px(3), node.rect.h))
