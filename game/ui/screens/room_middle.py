"""The middle of the situation room: the chart, how this side stands, the state of the field, a strip on the team and the files.

Comes in: a Page, a rectangle, a Board. Goes out: Nodes. Never here: a fact that is not on the board.
"""

from collections.abc import Sequence
from functools import lru_cache

from pygame import Rect, Surface

from ...wording.board import Board, MapFacts, Meter, Person
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint import chart_map
from ..paint.panel import key_cap, key_cap_width
from ..theme import Theme
from ..widgets.meters import meter_rows
from ..widgets.sheet import heading, sheet

FIELD = ("buildup", "estimate", "reprisal", "cover")


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


def draw_chart(canvas: Canvas, node: Node) -> None:
    """The chart fills its rectangle."""
    canvas.surface.blit(_chart_picture(canvas.theme, node.rect.size, *node.look), node.rect)


@lru_cache(maxsize=4)
def _chart_picture(theme: Theme, size: tuple[int, int], facts: MapFacts, side: str) -> Surface:
    picture = Surface(size)
    chart_map.draw_chart(picture, theme, picture.get_rect(), facts, side)
    return picture
