"""The middle of the situation room below the chart: how this side stands, the state of the field, a strip on the team and the files.

Comes in: a Page, a rectangle, a Board. Goes out: Nodes. Never here: a fact that is not on the board.
"""

from collections.abc import Sequence

from pygame import Rect

from ...wording.board import Board, Meter, Person
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint.panel import key_cap, key_cap_width
from ..widgets.meters import meter_rows
from ..widgets.sheet import heading, sheet

FIELD = ("buildup", "estimate", "reprisal", "cover")


def standing(page: Page, rect: Rect, board: Board) -> None:
    """Meters of people: fear, hawks, home, allies, face, tied hands."""
    _meters(page, "standing", rect, "How we stand", [meter for meter in board.meters if not is_field(meter)], board)


def field(page: Page, rect: Rect, board: Board) -> None:
    """Meters of things: build-up, estimate, line at sea, flights, alerts."""
    _meters(page, "field", rect, "In the field", [meter for meter in board.meters if is_field(meter)], board)


def is_field(meter: Meter) -> bool:
    """Belongs among ships and sites, not among people."""
    return meter.box == "public" or meter.id in FIELD


def _meters(page: Page, id: str, rect: Rect, title: str, meters: list[Meter], board: Board) -> None:
    inside = sheet(page, id, rect)
    y = heading(page, id, inside, title, "W: why", style.PANEL_SMALL)
    page.stop(id)
    meter_rows(page, id, Rect(rect.x + page.u(4), y, rect.w - page.u(8), rect.bottom - page.u(4) - y), meters, board)


def strip(page: Page, rect: Rect, board: Board) -> None:
    """Under the meters, on the room itself: how the team is, which day comes next; each opens its sheet."""
    page.leave_panel()
    page.stop("strip")
    half = rect.w // 2
    for place, (key, id, words) in enumerate((("T", "team", in_short(board.team)), ("F", "files", next_date(board)))):
        door = Rect(rect.x + place * half, rect.y, half - page.u(8), rect.h)
        cap = key_cap_width(page.theme, key)
        page.add(f"strip:{id}", "door", door, draw_key, action=id, focus=True, text=words, key=key, is_over=True)
        x = door.x + cap + page.u(8)
        page.say(f"strip:{id}:words", words, style.ON_ROOM_NOTE._replace(size=13), x, page.middle(door, style.SMALL), door.right - x, more=key)


def in_short(team: Sequence[Person]) -> str:
    """`team: 1 in bed, longest awake 44 h`."""
    away, hours = sum(person.is_away for person in team), max((person.hours for person in team), default=0)
    return f"team: {f'{away} in bed, ' if away else ''}{f'longest awake {hours} h' if hours else 'rested'}"


def next_date(board: Board) -> str:
    """`files: 2 open, next Thursday 8 November`."""
    count = sum(line.state == "open" and line.is_ours for line in board.files)
    line = next((line for line in board.files if line.state in ("open", "to come")), None)
    ahead = f"next {line.when.partition(',')[0]}" if line else "no date ahead"
    return f"files: {f'{count} open, ' if count else ''}{ahead}"


def draw_key(canvas: Canvas, node: Node) -> None:
    """The key cap at the left; a line under the words while the mouse is on them."""
    cap = key_cap(canvas.surface, canvas.theme, node.key, (node.rect.x, node.rect.centery), is_dark=node.is_dark)
    if canvas.hover == node.id:
        canvas.surface.fill(canvas.theme.color("roommut"), Rect(cap.right + canvas.theme.px(8), node.rect.bottom - canvas.theme.px(4),
                                                                node.rect.right - cap.right - canvas.theme.px(8), 1))
