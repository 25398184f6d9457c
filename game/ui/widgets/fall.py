"""A reckoning as a waterfall: a row for the start, one for each part, one for the end; bars on an axis that says where it begins.

Comes in: a Page, a rectangle inside a panel, a Reckoning. Goes out: Nodes; each part is a row that can be chosen. Never here: where the numbers
come from, what a row does.
"""

from collections.abc import Sequence
from typing import NamedTuple

import pygame
from pygame import Rect

from ...language import t
from ...wording.reckoning import Reckoning
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import minus
from ..paint import marks
from ..paint.waterfall import Axis, Bar, axis, bars

START, END = "fall-start", "fall-end"
CAUSE = style.ROW
AMOUNT = style.FIGURE._replace(size=15)
TOTAL = style.FIGURE_LIGHT._replace(size=15)
ALL = 10_000


class Look(NamedTuple):
    """What the picture needs."""

    scale: Axis
    rows: tuple[Bar, ...]
    pitch: int


def fall_head(page: Page, id: str, inside: Rect, made: Reckoning, aside: str = "") -> int:
    """The number's name, from where to where it went, how that was counted; returns the y below the rule."""
    figure = style.FIGURE._replace(size=20)
    tall = max(page.u(28), page.lh(figure))
    line = Rect(inside.x, inside.y - page.u(4), inside.w, tall)
    base = page.middle(line, style.PANEL)
    ends = f"{minus(made.start, plus=False)} \u2192 {minus(made.end, plus=False)}{f' {made.unit}' if made.unit else ''}"
    wide = page.width(ends, figure)
    title = page.say(f"{id}:title", made.title.upper(), style.PANEL, inside.x, base, inside.w - wide - page.u(28), more="W")
    took = page.say(f"{id}:ends", ends, figure, title.right + page.u(24), base)
    room = inside.right - took.right - page.u(16)
    if aside and page.width(aside, style.NOTE._replace(role="label")) <= room:
        page.say(f"{id}:aside", aside, style.NOTE, inside.right, base, room, "right")
    page.rule(inside.x, line.bottom, inside.w)
    return line.bottom + page.u(4)


def fall_height(page: Page, made: Reckoning) -> int:
    """Pixels that head, rows and axis take where nothing is short of room."""
    return page.u(44) + (len(made.parts) + 2) * max(page.u(30), page.lh(CAUSE) + page.u(2)) + page.lh(style.CAPTION) + page.u(4)


def fall(page: Page, id: str, rect: Rect, made: Reckoning, order: Sequence[int], drawn: int = ALL) -> None:
    """The rows of the reckoning in the order of its parts' places, `part:PLACE` each, as far as they are drawn yet."""
    u, count = page.u, len(order)
    foot = page.lh(style.CAPTION) + u(4)
    room = Rect(rect.x, rect.y, rect.w, rect.h - foot)
    pitch = max(u(24), page.lh(CAUSE) + u(2), min(u(30), room.h // (count + 2)))
    ids = [START, *(f"part:{place}" for place in order), END]
    totals = [made.start]
    for place in order:
        totals.append(totals[-1] + made.parts[place].amount)
    scale = axis(totals, made.low, made.high)
    page.stop(id)
    page.tree.stops.setdefault(id, []).extend(ids[1:-1])
    in_sight = page.roll(id, room, ids, [pitch] * len(ids), takes_focus=False)
    wide = in_sight[0][1].w if in_sight else rect.w
    plot = _plot(page, Rect(rect.x, rect.y, wide, room.h), made)
    rows = [(place, line) for place, line in in_sight if place <= drawn or drawn >= count]
    picture = tuple(Bar(line.centery, totals[max(0, place - 1)], totals[min(place, count)], place in (0, count + 1)) for place, line in rows)
    bottom = in_sight[-1][1].bottom if in_sight else room.bottom
    for place, line in rows:
        if 0 < place <= count:
            part = made.parts[order[place - 1]]
            page.add(ids[place], "row", line, draw_part, focus=True, action=ids[place], text=f"{part.words} {minus(part.amount)}", is_row=True)
    page.add(f"{id}:picture", "waterfall", Rect(plot.x, rect.y, plot.w, bottom - rect.y), draw_fall, is_over=True,
             text=f"{made.title} {made.start} to {made.end}", look=Look(scale, picture, pitch))
    for place, line in rows:
        _row(page, ids[place], line, plot, made, order[place - 1] if 0 < place <= count else None, totals[min(place, count)], place == 0)
    _axis(page, id, rect, plot, bottom, scale)


def _plot(page: Page, rect: Rect, made: Reckoning) -> Rect:
    u = page.u
    numbers = page.width("\u22120000", TOTAL) + page.width("+0000", AMOUNT) + u(34)
    words = round(rect.w * (0.34 if page.theme.text_scale < 1.5 else 0.46))
    return Rect(rect.x + words, rect.y, max(u(40), rect.w - words - numbers), rect.h)


def _row(page: Page, id: str, line: Rect, plot: Rect, made: Reckoning, place: int | None, total: int, is_start: bool) -> None:
    u, base = page.u, page.middle(line, CAUSE)
    left, room = line.x + u(6), plot.left - line.x - u(18)
    right = line.right - u(6)
    if place is None:
        words = made.start_words if is_start else made.end_words
        page.say(f"{id}:words", words, style.LETTER_ASIDE, left, base, room, more="W")
        page.say(f"{id}:total", minus(total, plus=False), TOTAL if is_start else AMOUNT, right, base, align="right")
        return
    part = made.parts[place]
    if part.is_hidden:
        words = t("reveal.unknown")
        bar = Rect(left, line.y + u(4), min(room, page.width(words, style.SMALL) + u(20)), line.h - u(8))
        page.add(f"{id}:bar", "hidden", bar, draw_hidden)
        page.say(f"{id}:words", words, style.SMALL.on("paper"), left + u(10), page.middle(bar, style.SMALL), room - u(16), more="W")
    else:
        page.say(f"{id}:words", part.words, CAUSE, left, base, room, more="W")
    page.say(f"{id}:total", minus(total, plus=False), TOTAL, right, base, align="right")
    page.say(f"{id}:amount", minus(part.amount), AMOUNT, right - page.width("\u22120000", TOTAL) - u(12), base, align="right")


def _axis(page: Page, id: str, rect: Rect, plot: Rect, y: int, scale: Axis) -> None:
    """The ticks' values under the plot, as many as have room, and where the scale begins if not at its own end."""
    u, of = page.u, style.Style("typed", 12, "mut")
    base = y + page.lh(style.CAPTION) - u(3)
    last = -10_000
    for value in scale.ticks():
        words = minus(value, plus=False)
        x, wide = round(scale.x(plot, value)), page.width(words, of)
        if x - wide // 2 < last + u(10) or x + wide // 2 > rect.right:
            continue
        last = page.say(f"{id}:tick:{value}", words, of, x, base, align="center").right
    if scale.low:
        page.say(f"{id}:begins", t("reveal.axis", n=minus(scale.low, plus=False)), style.ASIDE._replace(size=12), rect.x + u(6), base,
                 plot.left - rect.x - u(30), more="W")


def draw_fall(canvas: Canvas, node: Node) -> None:
    """The bars."""
    look: Look = node.look
    bars(canvas.surface, canvas.theme, node.rect, look.scale, look.rows, look.pitch)


def draw_part(canvas: Canvas, node: Node) -> None:
    """The ground of the row with the focus or under the mouse."""
    if canvas.focus == node.id or canvas.hover == node.id:
        ground = pygame.Surface(node.rect.size, pygame.SRCALPHA)
        ground.fill((*canvas.theme.color("selected")[:3], 110))
        canvas.surface.blit(ground, node.rect)
    if canvas.focus == node.id:
        canvas.surface.fill(canvas.theme.color("focus"), (node.rect.x, node.rect.y, canvas.theme.px(4), node.rect.h))


def draw_hidden(canvas: Canvas, node: Node) -> None:
    """A black bar: something stands there, and nobody here may read it."""
    with marks.Pen(canvas.surface, canvas.theme, node.rect) as pen:
        pen.box(node.rect.x, node.rect.y, node.rect.w, node.rect.h, "ink")
