"""The chart of the situation room.

Comes in: a Page, a rectangle, a Board. Goes out: Nodes. Never here: a fact that is not on the board.
"""

from functools import lru_cache

from pygame import Rect, Surface

from ...wording.board import Board, MapFacts
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint import chart_map
from ..theme import Theme


def chart(page: Page, rect: Rect, board: Board) -> None:
    """The chart of the Caribbean as this side knows it."""
    page.panel("chart", rect, None)
    page.stop("chart")
    incidents = ", ".join(name for _, name, _ in board.chart.incidents)
    page.add("chart:map", "chart", rect, draw_chart, action="chart", focus=True, text=f"Chart. Last turn: {incidents}" if incidents else "Chart",
             look=(board.chart, board.side))


def in_words(board: Board) -> list[str]:
    """What the chart shows, as sentences."""
    facts = board.chart
    line = f"The line at sea stands on rung {facts.quarantine} of 4." if facts.quarantine else "There is no line at sea."
    doubt = f", give or take {facts.sites_margin}" if facts.sites_margin else ""
    return [line, f"Flights over Cuba: rung {facts.flights} of 2. Alert: Washington {facts.alert_washington} of 4, Moscow {facts.alert_moscow} of 4.",
            f"Missile sites: {facts.sites} of 1000 ready{doubt}.",
            *(f"Last turn: {name}{', grave' if is_grave else ''}." for _, name, is_grave in facts.incidents)]


def draw_chart(canvas: Canvas, node: Node) -> None:
    """The chart fills its rectangle."""
    canvas.surface.blit(_chart_picture(canvas.theme, node.rect.size, *node.look), node.rect)


@lru_cache(maxsize=4)
def _chart_picture(theme: Theme, size: tuple[int, int], facts: MapFacts, side: str) -> Surface:
    picture = Surface(size)
    chart_map.draw_chart(picture, theme, picture.get_rect(), facts, side)
    return picture
