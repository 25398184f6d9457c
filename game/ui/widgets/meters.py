"""Meters as rows: name, bar, value, change; rungs as pips; doubt as a range. Every row is a door.

Comes in: a Page, a Meter, a rectangle of one row. Goes out: Nodes. Never here: what a meter means; its own gloss says that.
"""

from pygame import Rect

from ...wording.board import Board, Meter
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import minus
from ..paint import gauge
from .button import row

RUNGS = 9
"""A meter with no more steps than this is drawn as pips."""


def meter_rows(page: Page, id: str, rect: Rect, meters: list[Meter], board: Board) -> None:
    """Meters as a list of that id; bars in all rows or, where a name would be cut for its bar, in none."""
    tall = max(page.u(24), page.lh(style.SMALL) + page.u(2))
    narrow = style.SMALL._replace(role="label")
    has_bars = all(page.width(meter.name, narrow) <= _name_room(page, rect.w, tall * len(meters) > rect.h) for meter in meters)
    ids = [f"meter:{meter.id}" for meter in meters]
    for place, line in page.roll(id, rect, ids, [tall] * len(ids)):
        _meter_row(page, line, meters[place], board.chart.sites_margin if meters[place].is_estimate else 0, has_bars)


def _bar_width(page: Page, wide: int) -> int:
    return page.u(56 if wide < page.u(320) else 110)


def _name_room(page: Page, wide: int, scrolls: bool) -> int:
    """Pixels left for a name beside bar, value and change."""
    wide -= page.u(26) if scrolls else 0
    figures = page.width("+000", style.Style("typed", 12)) + page.width("1000", style.FIGURE._replace(size=13))
    return wide - figures - _bar_width(page, wide) - page.u(34)


def _meter_row(page: Page, rect: Rect, meter: Meter, doubt: int, has_bar: bool) -> None:
    row(page, f"meter:{meter.id}", rect, f"{meter.name} {meter.value}", f"why:{meter.id}")
    base = page.middle(rect, style.SMALL)
    change, figure, small = meter.value - meter.before, style.FIGURE._replace(size=13), style.Style("typed", 12, "mut")
    right = rect.right - page.u(6)
    if change:
        page.say(f"meter:{meter.id}:change", minus(change), small, right, base, align="right")
    right -= page.width("+000", small) + page.u(8)
    page.say(f"meter:{meter.id}:value", str(meter.value), figure, right, base, align="right")
    right -= page.width("1000", figure) + page.u(6)
    left = rect.x + page.u(8)
    if has_bar:
        wide = _bar_width(page, rect.w)
        page.add(f"meter:{meter.id}:bar", "bar", Rect(right - wide, rect.y + rect.h // 2 - page.u(6), wide, page.u(12)), draw_bar,
                 look=(meter, doubt))
        right -= wide + page.u(6)
    page.say(f"meter:{meter.id}:name", meter.name, style.SMALL, left, base, right - left, more="W")


def draw_bar(canvas: Canvas, node: Node) -> None:
    """A bar, or pips for a meter of few rungs."""
    meter, doubt = node.look
    if meter.top > RUNGS:
        gauge.meter_bar(canvas.surface, canvas.theme, node.rect, meter.value, top=meter.top,
                        before=meter.before if meter.before != meter.value else None, margin=doubt)
    else:
        gap = 15
        gauge.pips(canvas.surface, canvas.theme, (node.rect.x + canvas.theme.px(8), node.rect.centery), meter.top, meter.value, size=5, gap=gap)


def find_meter(board: Board, id: str) -> Meter | None:
    """The meter of that id on the board."""
    return next((meter for meter in (board.pressure, board.fatigue, *board.meters, *board.more_meters) if meter.id == id), None)
