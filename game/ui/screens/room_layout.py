"""Where the panels of the situation room lie: papers and how we stand at the left, the chart or the agreement over the chair's own wall in the
middle, orders at the right.

Comes in: a Page, the Room, the area below the rope. Goes out: Panels with their places. Never here: what a panel holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from ...language import t
from ...session.lessons import panels_of
from ...wording.board import Meter, SeatPanel
from ..layout.page import Page
from ..widgets.fronts import Panel
from ..widgets.tiles import tape, tile_height
from . import room_agreed, room_chart, room_orders, room_tray, room_wall
from .room_standing import ON_THE_WALL, is_rung, standing, standing_height

if TYPE_CHECKING:
    from ...wording.board import Board
    from .room import Room


def panels(page: Page, room: Room, area: Rect) -> list[Panel]:
    """Every panel with its place, in reading order: papers and how we stand, the chart and the chair's own wall, orders."""
    u, board, shown = page.u, room.desk.board, panels_of(room.desk.board, room.app.settings)
    people = [meter for meter in board.meters if not is_rung(meter) and meter.id not in ON_THE_WALL]
    left, right = Rect(area.x, area.y, u(312), area.h), Rect(area.right - u(344), area.y, u(344), area.h)
    low = min(standing_height(page, len(people)), left.h // 3)
    middle = Rect(left.right + u(8), area.y, right.x - left.right - u(16), area.h)
    tray, stand = _split(left, left.h - low - u(8), u(8)) if "standing" in shown else (left, left)
    panels = [Panel("tray", t("room.in-tray"), tray, lambda rect: room_tray.tray(page, rect, room))]
    if "standing" in shown:
        panels.append(Panel("standing", t("room.standing"), stand, lambda rect: standing(page, rect, board, people)))
    panels += _chart_and_wall(page, room, middle) if board.stage == "confrontation" else _agreed_and_wall(page, room, middle)
    return [*panels, Panel("orders", t("room.orders"), right, lambda rect: room_orders.orders(page, rect, room))]


def _chart_and_wall(page: Page, room: Room, middle: Rect) -> list[Panel]:
    u, board = page.u, room.desk.board
    rungs = _rungs(board)
    strip = tile_height(page)
    own = _wall(page, room, middle)
    chart, rest = _split(middle, (own[0].rect.y if own else middle.bottom) - strip - u(14) - middle.y, 0)

    def draw(rect: Rect) -> None:
        room_chart.chart(page, rect, room, room.desk, room.looking)
        if not page.is_one:
            tape(page, "rungs", Rect(rest.x, rest.y + u(4), rest.w, strip), rungs)
    return [Panel("chart", t("room.chart"), chart, draw), *own]


def _wall(page: Page, room: Room, middle: Rect) -> list[Panel]:
    """The chair's own panels at the foot: the first at the left, the others one over the other beside it."""
    u, own = page.u, _own_panels(room)
    if not own:
        return []
    first, *others = own
    needs = [room_wall.height(page, each) for each in others]
    tall = min(max(room_wall.height(page, first), sum(needs) + u(8) * (len(needs) - 1)), round(middle.h * 0.54))
    foot = Rect(middle.x, middle.bottom - tall, middle.w, tall)
    wide = round(foot.w * (0.53 if len(others) > 1 else 0.48))
    rects, y = [Rect(foot.x, foot.y, wide, tall)], foot.y
    for place, need in enumerate(needs):
        high = foot.bottom - y if place == len(needs) - 1 else round((tall - u(8) * (len(needs) - 1)) * need / sum(needs))
        rects.append(Rect(foot.x + wide + u(8), y, foot.w - wide - u(8), high))
        y += high + u(8)
    return [_own(page, room, each, rect) for each, rect in zip(own, rects, strict=True)]


def _own_panels(room: Room) -> list[SeatPanel]:
    """Those of the chair's own panels that are open to it by now: a first game opens by degrees."""
    shown = panels_of(room.desk.board, room.app.settings)
    return [each for each in room.desk.board.panels if (each.id if each.id in ("unknown", "voices") else "field") in shown]


def _own(page: Page, room: Room, each: SeatPanel, rect: Rect) -> Panel:
    return Panel(each.id, each.title, rect, lambda at: room_wall.panel(page, at, room.desk.board, each))


def _agreed_and_wall(page: Page, room: Room, middle: Rect) -> list[Panel]:
    """After the agreement: what it says to whom, the days that ask about it, and who has a say."""
    u, board = page.u, room.desk.board
    strip = tile_height(page)
    own = max((room_wall.height(page, each) for each in board.panels), default=u(160))
    upper, lower = _split(middle, middle.h - min(max(own, u(168)), round(middle.h * 0.46)) - strip - u(14), strip + u(14))
    wide = round(lower.w * 0.52)
    rungs = _rungs(board)

    def draw(rect: Rect) -> None:
        room_agreed.agreed(page, rect, board)
        if not page.is_one:
            tape(page, "rungs", Rect(middle.x, upper.bottom + u(4), middle.w, strip), rungs)
    panels = [Panel("agreed", t("room.agreed"), upper, draw),
              Panel("calendar", t("room.calendar"), Rect(lower.x, lower.y, wide, lower.h), lambda rect: room_agreed.calendar(page, rect, board))]
    beside = Rect(lower.x + wide + u(8), lower.y, lower.w - wide - u(8), lower.h)
    return [*panels, *(_own(page, room, each, beside) for each in _own_panels(room)[:1])]


def _rungs(board: Board) -> list[Meter]:
    """What is counted in steps: the public ones, then one's own standing instructions."""
    return sorted((meter for meter in board.meters if is_rung(meter)), key=lambda meter: meter.box != "public")


def _split(rect: Rect, upper: int, gap: int) -> tuple[Rect, Rect]:
    """A rectangle in two, one over the other."""
    return Rect(rect.x, rect.y, rect.w, upper), Rect(rect.x, rect.y + upper + gap, rect.w, rect.h - upper - gap)
