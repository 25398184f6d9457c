"""Drawing of what every screen is made of: lines of words, blocks of words, hairlines, scroll bars.

Comes in: a Canvas and a Node. Goes out: pixels inside the node's rectangle. Never here: a decision; the Page made them all.
"""

import pygame

from ..paint import text
from ..paint.marks import Pen
from .node import Canvas, Node


def draw_line(canvas: Canvas, node: Node) -> None:
    """One line stands on its baseline."""
    x, baseline = node.look
    of = node.style
    assert of is not None
    text.line(canvas.surface, canvas.theme, node.lines[0], (x, baseline), of.role, of.size, of.token, bold=of.bold, italic=of.italic,
              tracking=of.tracking)


def draw_block(canvas: Canvas, node: Node) -> None:
    """A measured block stands in its place."""
    block, align = node.look
    of = node.style
    assert of is not None
    text.draw_block(canvas.surface, canvas.theme, block, node.rect, of.role, of.size, of.token, bold=of.bold, italic=of.italic, align=align)


def draw_rule(canvas: Canvas, node: Node) -> None:
    """A hairline."""
    pygame.draw.line(canvas.surface, canvas.theme.color(node.look), node.rect.topleft, (node.rect.right - 1, node.rect.top))


def draw_scroll(canvas: Canvas, node: Node) -> None:
    """A list's bar: a sign at each end, and between them how much is in sight and where."""
    roll, bar = node.look, node.rect
    ink = "capedge" if node.is_dark else "mut"
    size, x = canvas.theme.px(5), bar.centerx
    track = bar.inflate(0, -canvas.theme.px(32))
    with Pen(canvas.surface, canvas.theme, bar) as pen:
        for y, lean, live in ((bar.top + 2 * size, -1, roll.first > 0), (bar.bottom - 2 * size, 1, roll.first + roll.seen < roll.count)):
            pen.line([(x - size, y - lean * size / 2), (x, y + lean * size / 2), (x + size, y - lean * size / 2)], ink if live else "rule", 2.0)
        thumb = max(canvas.theme.px(12), round(track.h * roll.seen / roll.count))
        top = track.top + round((track.h - thumb) * roll.first / max(1, roll.count - roll.seen))
        pen.line([(x, track.top), (x, track.bottom)], "rule", 1.0)
        pen.box(x - canvas.theme.px(2.5), top, canvas.theme.px(5), thumb, ink, radius=2.5)
