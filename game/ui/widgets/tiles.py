"""Meters as tiles: people's as a grid with their course, those that moved most first; rungs as a tape of pips on the room. Every tile is a door.

Comes in: a Page, Meters, a rectangle. Goes out: Nodes. Never here: what a meter means; its own gloss says that.
"""

from pygame import Rect

from ...language import has, t
from ...wording.board import Board, Meter
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style, minus
from ..paint import gauge
from .button import draw_row

NAME = Style("label", 13)
FIGURE = Style("typed", 13, bold=True)
CHANGE = Style("typed", 12, "mut")
ON_ROOM = Style("label", 13, "roommut")
COURSE = 40
"""Design pixels of a tile's little course."""


def short_name(meter: Meter) -> str:
    """The meter as the label of a tile."""
    _, _, issue = meter.name.partition(": ")
    if meter.id.startswith("exposure.") and issue:
        return t("meter.short-exposure", issue=issue)
    front = meter.id.replace(".", "-")
    own = f"{front}-{meter.box}"
    return next((t(f"meter.short-{id}") for id in (own, front) if has(f"meter.short-{id}")), meter.name)


def moved_first(meters: list[Meter]) -> list[Meter]:
    """Those that moved most with the last turn come first, the others in their order."""
    return sorted(meters, key=lambda meter: -abs(meter.value - meter.before))


def grid(page: Page, id: str, rect: Rect, meters: list[Meter], board: Board, columns: int = 2) -> None:
    """A grid of tiles, read row by row; a list of them where not all fit."""
    tall, rows = tile_height(page), -(-len(meters) // columns)
    if rows * tall > rect.h:
        ids = [f"meter:{meter.id}" for meter in meters]
        for place, line in page.roll(id, rect, ids, [tall] * len(ids)):
            _tile(page, line, meters[place], board)
        return
    tall = min(page.u(30), rect.h // max(1, rows))
    wide = rect.w // columns
    for place, meter in enumerate(meters):
        _tile(page, Rect(rect.x + place % columns * wide, rect.y + place // columns * tall, wide, tall), meter, board)


def tile_height(page: Page) -> int:
    """Pixels of a tile."""
    return max(page.u(24), page.lh(NAME) + page.u(2))


def _tile(page: Page, rect: Rect, meter: Meter, board: Board) -> None:
    u, id = page.u, f"meter:{meter.id}"
    page.add(id, "row", rect, draw_row, action=f"why:{meter.id}", focus=True, text=f"{meter.name} {meter.value}", is_row=True)
    base = page.middle(rect, NAME)
    change = meter.value - meter.before
    right = rect.right - u(6)
    if change:
        page.say(f"{id}:change", minus(change), CHANGE, right, base, align="right")
    right -= page.width("+00", CHANGE) + u(7)
    value = page.say(f"{id}:value", str(meter.value), FIGURE, right, base, align="right")
    name = short_name(meter)
    left = rect.x + u(8)
    course = Rect(left + page.width(name, NAME) + u(6), rect.y + u(2), 0, rect.h - u(4))
    course.w = min(u(COURSE), right - page.width("1000", FIGURE) - course.x)
    values = board.history.get(meter.id, ())
    if len(values) > 1 and course.w >= u(20):
        course.x = right - page.width("1000", FIGURE) - course.w
        page.add(f"{id}:course", "course", course, draw_course, look=values[-12:])
    page.say(f"{id}:name", name, NAME, left, base, value.x - left - u(4), more="W")


def tape(page: Page, id: str, rect: Rect, meters: list[Meter]) -> None:
    """Rungs in one line on the room: a name and its pips; what finds no room is left to the lists."""
    page.leave_panel()
    page.stop(id)
    u = page.u
    needs = [page.width(short_name(meter), ON_ROOM) + pips_width(page, meter) + u(18) for meter in meters]
    gap = min(u(22), max(u(2), (rect.w - sum(needs)) // max(1, len(needs))))
    x = rect.x
    for meter, wide in zip(meters, needs, strict=True):
        if x + wide > rect.right:
            break
        each, door = f"meter:{meter.id}", Rect(x, rect.y, wide, rect.h)
        page.add(each, "row", door, draw_row, action=f"why:{meter.id}", focus=True, text=f"{meter.name} {meter.value}", is_row=True)
        base = page.middle(door, ON_ROOM)
        said = page.say(f"{each}:name", short_name(meter), ON_ROOM, x + u(6), base)
        page.add(f"{each}:pips", "pips", Rect(said.right + u(4), door.y, pips_width(page, meter), door.h), draw_pips, look=(meter.top, meter.value))
        x += wide + gap


def pips_width(page: Page, meter: Meter) -> int:
    """Pixels the meter's pips take."""
    return page.u(12 * meter.top + 4)


def draw_pips(canvas: Canvas, node: Node) -> None:
    """A pip a rung, filled as far as it stands."""
    top, value = node.look
    gauge.pips(canvas.surface, canvas.theme, (node.rect.x + canvas.theme.px(7), node.rect.centery), top, value, size=5, gap=12, token="roomtx")


def draw_course(canvas: Canvas, node: Node) -> None:
    """Where the number has been."""
    gauge.sparkline(canvas.surface, canvas.theme, node.rect, node.look)
