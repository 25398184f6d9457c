"""The wall of the situation room that only this chair has: Washington's launchers and who can stop it, Moscow's gunners, its unknowns, its voices.

Comes in: a Page, a rectangle, a SeatPanel of the board. Goes out: Nodes, every row a door. Never here: a fact that is not in the panel.
"""

from typing import NamedTuple

from pygame import Rect

from ...language import t
from ...wording.board import POSTS, Board, SeatPanel, SeatRow
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint.estimate import draw_estimate as paint_estimate
from ..paint.marks import Pen, cross, side_shape
from ..widgets.button import row
from ..widgets.sheet import heading, sheet

POST = Style("label", 12, "mut")
RAIL = 84
"""Design pixels between the first post and the last, with text of the common size."""


class Course(NamedTuple):
    """What the picture of an estimate's course is drawn from."""

    values: tuple[int, ...]
    doubt: int
    top: int
    danger: int
    marks: int
    """How many equal steps its scale has."""
    token: str
    says: str
    """What the height from which it matters is called."""


def panel(page: Page, rect: Rect, board: Board, shown: SeatPanel) -> None:
    """One of the chair's own panels, whichever it is."""
    if shown.id == "launchers":
        _launchers(page, rect, board, shown)
    elif shown.id == "fire":
        _fire(page, rect, shown)
    else:
        _rows(page, shown, _head(page, rect, shown, shown.aside), rect)


def height(page: Page, shown: SeatPanel) -> int:
    """Pixels the panel needs to show every row, and a picture where it has one."""
    foot = page.lh(style.SMALL) + page.u(8) if shown.foot else 0
    picture = page.u(84) if shown.id == "launchers" else page.lh(POST) if shown.id == "fire" else 0
    return _head_height(page) + len(shown.rows) * row_height(page) + foot + picture + page.u(6)


def row_height(page: Page) -> int:
    """Pixels of a row."""
    return max(page.u(24), page.lh(style.SMALL) + page.u(2))


def find_row(board: Board, id: str) -> SeatRow | None:
    """The row of that id on the chair's wall."""
    return next((row for shown in board.panels for row in shown.rows if row.id == id), None)


def _head_height(page: Page) -> int:
    return page.u(8) + max(page.lh(style.PANEL_SMALL), page.u(20)) + page.u(5)


def _head(page: Page, rect: Rect, shown: SeatPanel, aside: str) -> int:
    inside = sheet(page, shown.id, rect)
    y = heading(page, shown.id, Rect(inside.x, rect.y + page.u(8), inside.w, inside.h), shown.title, aside, style.PANEL_SMALL, more="Enter")
    page.stop(shown.id)
    return y


def _list(page: Page, shown: SeatPanel, area: Rect) -> list[tuple[SeatRow, Rect]]:
    """The rows with their places; they share what room there is, and scroll where there is too little. Where the panel has the window to itself, what
    a row means stands under it."""
    tall = max(row_height(page), min(page.u(32), area.h // max(1, len(shown.rows))))
    ids, wide, heights = [f"seat:{row.id}" for row in shown.rows], area.w - page.u(46), [tall] * len(shown.rows)
    if page.is_one:
        tall = row_height(page)
        heights = [tall + page.measure(row.note, style.NOTE, wide).height + page.u(6) for row in shown.rows]
    found = []
    for place, line in page.roll(shown.id, area, ids, heights):
        each = shown.rows[place]
        row(page, ids[place], line, f"{each.name}: {each.says}", f"seat:{each.id}")
        found.append((each, Rect(line.x, line.y, line.w, tall if page.is_one else line.h)))
        if page.is_one:
            page.tell(f"{ids[place]}:note", each.note, style.NOTE, Rect(line.x + page.u(8), line.y + tall, wide, line.h - tall), more="Enter")
    return found


def _rows(page: Page, shown: SeatPanel, y: int, rect: Rect) -> None:
    """Name, measure, what is known of it."""
    u = page.u
    area = Rect(rect.x + u(4), y - u(2), rect.w - u(8), rect.bottom - u(4) - y + u(2))
    names = min(max((page.width(row.name, style.SMALL) for row in shown.rows), default=0), round(area.w * 0.42)) + u(8)
    widest = max((page.width(row.says, _said(row)) for row in shown.rows if row.low >= 0), default=0)
    bar = min(u(320 if page.is_one else 96), area.w - names - widest - u(36))
    for each, line in _list(page, shown, area):
        base = page.middle(line, style.SMALL)
        said = page.say(f"seat:{each.id}:says", each.says, _said(each), line.right - u(8), base, line.w - names - u(24), "right", more="Enter")
        page.say(f"seat:{each.id}:name", each.name, style.SMALL, line.x + u(8), base, min(names, said.x - line.x - u(14)), more="Enter")
        if each.low >= 0 and bar >= u(36) and line.x + names + u(10) + bar < said.x:
            place = Rect(line.x + names + u(10), line.centery - u(7), bar, u(14))
            page.add(f"seat:{each.id}:bar", "bar", place, draw_range, look=(each, "us" if shown.id == "unknown" else "ink"))


def _said(each: SeatRow) -> Style:
    return Style("ui", 13, "warn") if each.is_warning else style.SMALL


def _launchers(page: Page, rect: Rect, board: Board, shown: SeatPanel) -> None:
    u = page.u
    y = _head(page, rect, shown, shown.aside)
    first, area = shown.rows[0], Rect(rect.x + u(4), y - u(2), rect.w - u(8), rect.bottom - u(4) - y + u(2))
    rows = row_height(page) * len(shown.rows)
    if area.h - rows >= u(44):
        picture = Rect(area.x + u(6), area.y + u(2), area.w - u(12), min(area.h - rows - u(8), u(150)))
        values = board.history.get("estimate", (board.chart.sites,))
        page.add("course:estimate", "course", picture, draw_estimate, text=t("room.course", now=first.says), is_over=True,
                 look=Course(values, board.chart.sites_margin, 1000, board.stands_at, first.top, "su", t("seat.row-pace")))
        y = picture.bottom + u(6)
    _rows(page, shown, y, rect)


def _fire(page: Page, rect: Rect, shown: SeatPanel) -> None:
    """A rail for each kind of weapon: who holds the right to fire it, who has it on trust, who fired without it."""
    u = page.u
    y = _head(page, rect, shown, "")
    foot = rect.bottom - u(6)
    if shown.foot:
        foot -= page.lh(style.SMALL) + u(4)
        broken = any(row.is_warning for row in shown.rows)
        page.rule(rect.x + u(12), foot, rect.w - u(24))
        page.say("fire:foot", shown.foot, (style.SMALL.on("warn") if broken else style.SMALL).strong(), rect.x + u(12),
                 foot + round(page.lh(style.SMALL) * 0.85), rect.w - u(24), more="Enter")
    heads = page.lh(POST) - u(4)
    area = Rect(rect.x + u(4), y + heads, rect.w - u(8), foot - y - heads)
    names = min(max(page.width(row.name, style.SMALL) for row in shown.rows), round(area.w * 0.34)) + u(10)
    says = max(page.width(row.says, _said(row)._replace(role="label")) for row in shown.rows)
    wide = min(u(RAIL * page.theme.text_scale), round(area.w * 0.33), max(u(64), area.w - names - says - u(46)))
    rail = Rect(area.x + names + u(20), 0, wide, 0)
    for place, post in enumerate(POSTS):
        words, middle = t(f"room.post-{post}"), rail.x + rail.w * place // 2
        page.say(f"fire:{post}", words, POST, middle, y - u(4) + round(page.lh(POST) * 0.8), rail.w // 2 - u(2), "center", more="Enter")
    for each, line in _list(page, shown, area):
        base = page.middle(line, style.SMALL)
        page.say(f"seat:{each.id}:name", each.name, style.SMALL, line.x + u(8), base, names, more="Enter")
        page.add(f"seat:{each.id}:rail", "rail", Rect(rail.x - u(10), line.centery - u(10), rail.w + u(20), u(20)), draw_rail, look=each.posts)
        left = rail.right + u(14)
        page.say(f"seat:{each.id}:says", each.says, _said(each), line.right - u(8), base, line.right - u(8) - left, "right", more="Enter")


def draw_range(canvas: Canvas, node: Node) -> None:
    """From least to most on a thin rule; a stroke where it matters."""
    each, token = node.look
    theme, rect = canvas.theme, node.rect
    inset, y = theme.px(4), rect.centery

    def at(value: int) -> float:
        return float(rect.left + inset + (rect.w - 2 * inset) * value / each.top)

    with Pen(canvas.surface, theme, rect) as pen:
        pen.line([(at(0), y), (at(each.top), y)], "rule", 1)
        if each.mark >= 0:
            pen.line([(at(each.mark), rect.top), (at(each.mark), rect.bottom - 1)], "warn" if each.is_warning else "mut", 1.4)
        if each.low == each.high:
            pen.line([(at(0), y), (at(each.low), y)], token, 3.2)
            pen.circle((at(each.low), y), 3.2 * theme.scale, token)
        else:
            pen.line([(at(each.low), y), (at(each.high), y)], token, 3.2)


def draw_rail(canvas: Canvas, node: Node) -> None:
    """Three posts in a row: a diamond holds the right, a ring has it on trust or has asked, a cross used it without leave."""
    theme, rect = canvas.theme, node.rect
    inset, y = theme.px(10), rect.centery
    xs = [rect.left + inset + (rect.w - 2 * inset) * place / 2 for place in range(3)]
    held = [place for place, post in enumerate(node.look) if post]
    with Pen(canvas.surface, theme, rect) as pen:
        pen.line([(xs[0], y), (xs[2], y)], "rule", 1)
        for x in xs:
            pen.line([(x, y - theme.px(3)), (x, y + theme.px(3))], "rule", 1)
        if len(held) > 1:
            pen.dash([(xs[held[0]], y), (xs[held[-1]], y)], "su", 1.4, 3, 3)
        for place, post in enumerate(node.look):
            if post == "holder":
                side_shape(pen, (xs[place], y), "moscow", 4.4)
            elif post == "trust":
                pen.circle((xs[place], y), 3.8 * theme.scale, "paper", "ink", 1.4)
            elif post == "fired":
                cross(pen, (xs[place], y), 4.2, "warn", 2.2)


def draw_estimate(canvas: Canvas, node: Node) -> None:
    """The course of an estimate with its doubt."""
    paint_estimate(canvas.surface, canvas.theme, node.rect, *node.look)
