"""The desk's top: the lit room behind a screen that has no rope of its own.

Comes in: a Page. Goes out: one Node behind all others. Never here: anything to read.
"""

from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint import rope


def desktop(page: Page) -> None:
    """The whole window is the dark room with the lamp over it."""
    page.leave_panel()
    page.add("ground", "ground", page.box(0, 0, page.wide, page.high), draw_desktop)


def draw_desktop(canvas: Canvas, node: Node) -> None:
    """A little light in the middle, darker corners."""
    canvas.surface.blit(rope.ground(canvas.theme, node.rect.size, middle=0.42), node.rect)
