"""Pieces of the first turn's screen: a numbered heading, a card that can be said, the ladder, the sites on the chart, what opens next.

Comes in: a Page, a rectangle, what the board says. Goes out: Nodes. Never here: a choice; the screen makes it.
"""

from functools import lru_cache

from pygame import Rect, Surface

from ...language import t
from ...wording.board import OrderLine
from ...wording.first_turn import FirstTurn, tied
from ...wording.geography import miles_between
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style, minus
from ..paint import panel as paint
from ..paint import text
from ..paint.chart_base import View, chart, project
from ..paint.marks import Pen, triangle
from ..theme import Theme

HEAD = Style("letter", 20, bold=True)
QUESTION = Style("letter", 15, "mut", italic=True)
NAME = Style("letter", 17, bold=True)
SAYING = Style("ui", 14, italic=True)
MOVES, DEAR = Style("label", 14, bold=True), Style("label", 14, "mut")
WHOLE_CARD = 2
"""The detail in which a card says everything."""
MOST_TIES = 2
"""Issues named on a card, the dearest first; W names all."""
SITES, WASHINGTON, MIAMI = (-83.3, 22.75), (-77.04, 38.9), (-80.19, 25.77)
"""(lon, lat) of the westernmost missile sites (orders of battle 1) and of two cities."""
CUBA = View("caribbean", 1.55, (-81.6, 24.6))
Card = tuple[str, str, str, str]
"""Name, text, what moves at once, what becomes dear."""


def head(page: Page, id: str, inside: Rect, number: int, title: str, aside: str, is_question: bool = False) -> int:
    """A number in a disc, the title, an aside, a rule below; returns the y where content may begin."""
    u, tall = page.u, max(page.lh(HEAD), page.u(28 * page.theme.text_scale))
    wide = round(u(24) * page.theme.text_scale)
    disc = Rect(inside.x, inside.y + (tall - wide) // 2, wide, wide)
    page.add(f"{id}:number", "mark", disc, draw_number, look=number)
    base = page.middle(Rect(inside.x, inside.y, inside.w, tall), HEAD)
    took = page.say(f"{id}:title", title, HEAD, disc.right + u(10), base)
    of, left = QUESTION if is_question else style.NOTE, took.right + u(10)
    y = inside.y + tall
    if page.width(aside, of) <= inside.right - left:
        page.say(f"{id}:aside", aside, of, left if is_question else inside.right, base, align="left" if is_question else "right")
    else:
        y = page.tell(f"{id}:aside", aside, of, Rect(inside.x, y, inside.w, inside.h))
    page.rule(inside.x, y + u(4), inside.w)
    return y + u(12)


def card_text(line: OrderLine, detail: int) -> Card:
    """What stands on the card of an order: its name and what it moves, from 1 on what becomes dear, at WHOLE_CARD its text as well."""
    does = " \u00b7 ".join(f"{label} {minus(amount)}" for label, amount in line.effects)
    ties = tied(line, MOST_TIES)
    left = len(line.ties) - MOST_TIES
    if left > 0:
        ties = t("first.and-more", issues=ties, n=left)
    dear = t("first.dear", issues=ties) if ties else t("first.ties-nothing")
    return line.name, line.text * (detail >= WHOLE_CARD), does, dear * (detail > 0)


def _card_lines(said: Card) -> tuple[tuple[str, Style], ...]:
    return ((said[0], NAME), (said[1], SAYING), (said[2], MOVES), (said[3], DEAR))


def card_height(page: Page, said: Card, wide: int) -> int:
    """Pixels a card needs, with the air around it."""
    across = wide - page.u(56)
    return sum(page.measure(words, of, across).height for words, of in _card_lines(said) if words) + page.u(26)


def card(page: Page, id: str, at: Rect, said: Card, is_on: bool) -> None:
    """A card with a ring, filled when it stands on the sheet."""
    u = page.u
    body = Rect(at.x + u(4), at.y + u(4), at.w - u(8), at.h - u(8))
    page.add(id, "card", body, draw_card, action=id, focus=True, text=said[0], is_on=is_on)
    inside = Rect(body.x + u(38), body.y + u(8), body.w - u(46), body.h - u(12))
    for place, (words, of) in enumerate(_card_lines(said)):
        if words:
            inside.y = page.tell(f"{id}:{place}", words, of, Rect(inside.x, inside.y, inside.w, body.bottom - inside.y)) + (u(2) if place else 0)


def ladder(page: Page, rect: Rect, first: FirstTurn, is_up: bool) -> None:
    """The rungs from the highest to the lowest; two of them can be chosen, those above only show that there is more."""
    u, step = page.u, first.step
    rail = Rect(rect.x + u(8), rect.y, u(34), rect.h)
    across = rect.right - rail.right - u(14)
    moves = ", ".join(f"{label} {minus(amount)}" for label, amount in step.effects if label != first.ladder) if step else ""
    says = [moves] if moves else []
    open_rows = {first.stands: [t("first.now")], **({first.stands + 1: says} if step else {})}
    names = {rung: t(f"first.{first.ladder}-{rung}") for rung in range(first.rungs + 1)}

    def needed(wide: int) -> dict[int, int]:
        return {rung: page.measure(names[rung], style.ROW.strong(rung in open_rows), wide - u(20)).height
                + sum(page.measure(words, style.SMALL, wide - u(20)).height for words in open_rows.get(rung, ()))
                + u(16 if rung in open_rows else 8) for rung in names}
    needs = needed(across)
    if sum(needs[rung] for rung in names if rung >= first.stands) > rect.h:
        needs = needed(across - u(26))      # the bar takes its part
    shown = [rung for rung in sorted(names, reverse=True) if rung >= first.stands]
    spare = max(0, rect.h - sum(needs[rung] for rung in shown)) // len(shown)
    heights = [needs[rung] + min(spare, u(120)) for rung in shown]
    ids = [f"rung:{step.id}" if step and rung == first.stands + 1 else "rung:stay" if rung == first.stands else f"far:{rung}" for rung in shown]
    marks = []
    offered = [id for id in ids if not id.startswith("far:")]
    for place, at in page.roll("do", rect, ids, heights, takes_focus=False):
        rung, id = shown[place], ids[place]
        is_chosen = rung == first.stands + is_up
        tall = min(at.h - u(6), needs[rung] + u(16))
        body = Rect(rail.right + u(14), at.centery - tall // 2, at.right - rail.right - u(14), tall)
        marks.append((at.centery, id in offered, is_chosen))
        if id in offered:
            page.add(id, "choice", body, draw_rung, action=id, focus=True, text=names[rung], is_on=is_chosen)
        y = body.y + (body.h - (needs[rung] - u(16 if id in offered else 8))) // 2
        of = style.ROW.strong(is_chosen) if id in offered else style.ROW.on("mut")
        y = page.tell(f"{id}:name", names[rung], of, Rect(body.x + u(10), y, body.w - u(20), body.bottom - y))
        for count, words in enumerate(open_rows.get(rung, ())):
            y = page.tell(f"{id}:does:{count}", words, style.SMALL.on("mut"), Rect(body.x + u(10), y, body.w - u(20), body.bottom - y))
    page.tree.stops.setdefault("do", []).extend(id for id in offered if id not in page.tree.stops.get("do", []))
    page.add("do:rails", "picture", rail, draw_rails, look=tuple(marks))


def next_height(page: Page, ahead: list[tuple[str, str]]) -> float:
    """Design pixels of the line on what opens next; 0 where nothing does."""
    if not ahead:
        return 0
    return (page.lh(style.ON_ROOM) * _rows(page, ahead) + page.u(8) * _rows(page, ahead)) / page.theme.scale


def _boxes(page: Page, ahead: list[tuple[str, str]]) -> list[tuple[int, int, int]]:
    """(row, x, width) of each box, wrapped to the window."""
    room, row, boxes = page.u(page.wide - 64), 0, []
    x = page.width(t("first.opens-next"), style.ON_ROOM.strong()) + page.u(16)
    for turn, what in ahead:
        wide = page.width(turn, style.ON_ROOM.strong()) + page.width(what, style.ON_ROOM_NOTE) + page.u(28)
        if x + wide > room and x:
            row, x = row + 1, 0
        boxes.append((row, x, min(wide, room)))
        x += wide + page.u(10)
    return boxes


def _rows(page: Page, ahead: list[tuple[str, str]]) -> int:
    return _boxes(page, ahead)[-1][0] + 1


def coming(page: Page, rect: Rect, ahead: list[tuple[str, str]]) -> None:
    """What opens in which turn, in dashed boxes on the room itself."""
    page.leave_panel()
    tall = page.lh(style.ON_ROOM) + page.u(8)
    page.say("next", t("first.opens-next"), style.ON_ROOM.strong(), rect.x, page.middle(Rect(rect.x, rect.y, rect.w, tall), style.ON_ROOM))
    for place, ((row, x, wide), (turn, what)) in enumerate(zip(_boxes(page, ahead), ahead, strict=True)):
        box = Rect(rect.x + x, rect.y + row * tall + page.u(1), wide, tall - page.u(4))
        page.add(f"next:{place}", "box", box, draw_box)
        base = page.middle(box, style.ON_ROOM)
        took = page.say(f"next:{place}:turn", turn, style.ON_ROOM.strong().on("roommut"), box.x + page.u(8), base)
        page.say(f"next:{place}:what", what, style.ON_ROOM_NOTE, took.right + page.u(10), base, box.right - took.right - page.u(12), more="F1")


def named() -> tuple[str, ...]:
    """What is written on the little chart: the sites, and how far it is from them."""
    return (t("first.sites"), *(t("first.reach", town=town, miles=f"{round(miles_between(SITES, at), -1):,.0f}")
                                for town, at in (("Washington", WASHINGTON), ("Miami", MIAMI))))


def draw_number(canvas: Canvas, node: Node) -> None:
    """A figure in a dark disc."""
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        pen.circle(node.rect.center, node.rect.w / 2 - 1, "ink")
    text.line(canvas.surface, canvas.theme, str(node.look), node.rect.center, "ui", 14, "paper", bold=True, align="center",
              anchor="middle")


def draw_card(canvas: Canvas, node: Node) -> None:
    """A card; the chosen one is darker and its ring filled."""
    theme, rect = canvas.theme, node.rect
    paint.sheet(canvas.surface, theme, rect, "selected" if node.is_on else "hover" if canvas.hover == node.id else "letterhead", shadow=False)
    with Pen(canvas.surface, theme, rect) as pen:
        if node.is_on:
            pen.box(rect.x + 1, rect.y + 1, rect.w - 2, rect.h - 2, None, "ink", 1.6)
        centre = (rect.x + theme.px(20), rect.y + theme.px(8) + theme.type_px(NAME.size) * 0.66)
        pen.circle(centre, theme.px(8), "paper", "ink", 1.6)
        if node.is_on:
            pen.circle(centre, theme.px(4.4), "ink")


def draw_rung(canvas: Canvas, node: Node) -> None:
    """The box of a rung that can be chosen."""
    theme, rect = canvas.theme, node.rect
    with Pen(canvas.surface, theme, rect) as pen:
        fill = "letterhead" if node.is_on else "hover" if canvas.hover == node.id else None
        pen.box(rect.x, rect.y, rect.w, rect.h, fill, "ink" if node.is_on else "rule", 1.6 if node.is_on else 1.0, radius=3)


def draw_rails(canvas: Canvas, node: Node) -> None:
    """Two rails and a rung for each row; a bead on the chosen one."""
    theme, rect = canvas.theme, node.rect
    with Pen(canvas.surface, theme, rect) as pen:
        for x in (rect.x + theme.px(3), rect.right - theme.px(3)):
            pen.line([(x, rect.top), (x, rect.bottom)], "brass", 3.4)
        for y, is_offered, _ in node.look:
            pen.line([(rect.x, y), (rect.right, y)], "brass" if is_offered else "rule", 3.6 if is_offered else 2.4)
        for y, _, is_chosen in node.look:
            if is_chosen:
                pen.circle((rect.centerx, y), theme.px(8), "brass", "ink", 1.6)


def draw_box(canvas: Canvas, node: Node) -> None:
    """A dashed box: not there yet."""
    rect = node.rect
    with Pen(canvas.surface, canvas.theme, rect.inflate(2, 2)) as pen:
        pen.dash([rect.topleft, (rect.right, rect.y), rect.bottomright, (rect.x, rect.bottom)], "capedge", 1.0, closed=True)


def draw_sites(canvas: Canvas, node: Node) -> None:
    """Cuba and Florida, the sites, and how far it is from them to two cities."""
    canvas.surface.blit(_sites(canvas.theme, node.rect.size, *node.look), node.rect)


@lru_cache(maxsize=4)
def _sites(theme: Theme, size: tuple[int, int], side: str, names: tuple[str, ...]) -> Surface:
    picture = Surface(size, 0, 32)
    rect = picture.get_rect()
    picture.blit(chart(theme, size, CUBA), rect)
    sites, miami = project(*SITES, rect, CUBA), project(*MIAMI, rect, CUBA)
    capital = project(*WASHINGTON, rect, CUBA)
    away = (rect.top + theme.px(6) - sites[1]) / (capital[1] - sites[1])
    north = (sites[0] + (capital[0] - sites[0]) * away, rect.top + theme.px(6))
    with Pen(picture, theme, rect) as pen:
        pen.dash([sites, north], "su", 1.4)
        pen.dash([sites, miami], "su", 1.4)
        pen.circle(miami, theme.px(2.5), "ink")
        triangle(pen, sites, 7, "su")
        pen.box(0.5, 0.5, rect.w - 1, rect.h - 1, None, "ink", 1.0)
    spots = (((sites[0] + theme.px(8), sites[1] + theme.px(16)), "left"), ((rect.x + theme.px(8), rect.y + theme.px(28)), "left"),
             ((miami[0] + theme.px(7), max(miami[1], rect.y + theme.px(24))), "left"))
    for words, (spot, align), token in zip(names, spots, ("su", "ink", "ink"), strict=True):
        text.line(picture, theme, words, spot, "label", 13, token, bold=token == "su", align=align, anchor="middle", halo="paper")
    return picture
