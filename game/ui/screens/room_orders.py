"""The order sheet: attention, what is given so far, the menus, the order looked at, the forecast.

Comes in: a Page, a rectangle, the Room. Goes out: Nodes. Never here: whether an order is legal; the game says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pygame import Rect

from ...engine.orders import PLAIN, TONES
from ...language import t
from ...wording import accepting
from ...wording.board import OrderLine
from ...wording.likely import WAYS, Likely, of_way
from ...wording.likely import reckoning as effect_reckoning
from ...wording.menus import MENUS, menu_name
from ...wording.reckoning import Part, Reckoning
from ...wording.reckonings import attention, pushed
from ..desk import Desk
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import minus
from ..paint import gauge, text
from ..paint import panel as paint
from ..paint.marks import Pen, cross
from ..widgets.button import tabs
from ..widgets.sheet import heading, sheet
from . import order_card, order_menu
from .order_menu import in_folds

if TYPE_CHECKING:
    from .room import Room

MOST_LOW = 3
"""As many orders lie on the sheet one line each where the window is low; more of them scroll."""
WIDE = 700
"""Design pixels from which on the sheet has two columns."""


class Given(NamedTuple):
    """One thing that the sheet holds."""

    id: str
    words: str
    aside: str
    figure: str
    """What it does, in figures."""


def orders(page: Page, rect: Rect, room: Room) -> None:
    """The whole sheet; in two columns where it has the window to itself."""
    inside = sheet(page, "orders", rect, "manila")
    u, text_scale = page.u, page.theme.text_scale
    y = heading(page, "orders", inside, t("orders.title"))
    _attention(page, inside, room, inside.x + page.width(t("orders.title").upper(), style.PANEL))
    is_wide = inside.w > u(WIDE)
    left = Rect(inside.x, y, round(inside.w * 0.5) if is_wide else inside.w, inside.bottom - y)
    slots = _slots_height(page, len(given(room.desk)), is_wide)
    _slots(page, Rect(left.x, y, left.w, slots), room)
    bar = Rect(left.x, y + slots + u(2), left.w, max(24, u(26), page.lh(style.BODY) + u(6)))
    page.stop("menu")
    bar.h = tabs(page, "menu", bar, [(menu, menu_name(room.desk.board.side, menu)) for menu in MENUS], room.menu) - bar.y
    page.rule(bar.x, bar.bottom, bar.w, "rule")
    heads = page.lh(style.CAPTION)
    order_menu.heads(page, "head", left.right - u(6), bar.bottom + round(heads * 0.85))
    lines = [line for line in room.desk.board.orders if line.menu == room.menu]
    top = bar.bottom + heads + u(1)
    ways = order_card.forecast_height(page)
    if is_wide:
        right = Rect(left.right + u(16), y, inside.right - left.right - u(16), inside.bottom - y)
        menu = Rect(left.x - u(6), top, left.w + u(8), inside.bottom - top)
        below = Rect(right.x, right.y, right.w, right.h - ways - u(8))
        future = Rect(right.x, right.bottom - ways, right.w, ways)
    else:
        rest = inside.bottom - top - ways - u(10)
        foot = round(rest * (0.56 if text_scale < 1.2 else 0.58))
        menu = Rect(rect.x + u(6), top, rect.w - u(12), rest - foot)
        below = Rect(inside.x, inside.bottom - ways - u(6) - foot, inside.w, foot)
        future = Rect(inside.x, inside.bottom - ways, inside.w, ways)
    order_menu.catalogue(page, menu, lines, room)
    first = next((row for row in in_folds(lines, room.menu, True) if isinstance(row, OrderLine)), None)
    looked_at = next((line for line in room.desk.board.orders if line.id == room.looked_at), first)
    if looked_at:
        order_card.card(page, below, looked_at, room)
    order_card.forecast(page, future, room)


def _attention(page: Page, inside: Rect, room: Room, left: int) -> None:
    """Attention as pips, those lost to fatigue struck out; a door to why."""
    board, u = room.desk.board, page.u
    used = len(room.desk.draft.orders)
    lost = max(0, board.attention_rested - board.attention)
    wide = u(20) * max(1, board.attention + lost)
    tall = max(24, u(24))
    line = Rect(inside.right - wide, inside.y + u(8) - tall // 2, wide, tall)
    page.stop("attention")
    told = page.say("attention:words", t("orders.attention-left", n=max(0, board.attention - used)), style.NOTE, line.x - u(8),
                    page.middle(line, style.NOTE), line.x - left - u(24), "right", more="W")
    page.add("attention:pips", "pips", line, draw_attention, look=(board.attention, used, lost))
    page.add("attention", "door", Rect(told.x - u(4), line.y, line.right - told.x + u(4), line.h), None, action="why:attention", focus=True,
             text=board.attention_note or t("orders.attention-left", n=max(0, board.attention - used)), is_over=True)


def given(desk: Desk) -> list[Given]:
    """What the sheet holds so far."""
    lines = {line.id: line for line in desk.board.orders}
    papers = {(paper.is_own, paper.letter): paper.title for paper in desk.board.papers if paper.letter}
    seen = {True: t("orders.seen-by", side=desk.other_name), False: t("orders.not-seen-by", side=desk.other_name)}
    found = [Given(id, lines[id].name, f"{menu_name(desk.board.side, lines[id].menu)}, {seen[lines[id].is_seen]}", first_effect(lines[id]))
             for id in desk.draft.orders]
    dispatch = desk.draft.dispatch()
    if dispatch.answer in ("accept", "refuse"):
        title = papers.get((False, dispatch.answer_to), t("orders.their-letter"))
        price = desk.price(dispatch.answer_to) if dispatch.answer == "accept" else None
        falls = t("orders.answer-and-proposal") if dispatch.proposal and price else t("orders.answer-aside")
        words = t("orders.accept", letter=title) if dispatch.answer == "accept" else t("orders.refuse", letter=title)
        found.append(Given("answer", words, falls, minus(price.total) if price else ""))
    if dispatch.proposal:
        channel = next((line.name for line in desk.board.channels if line.id == dispatch.proposal.channel), dispatch.proposal.channel)
        aside = t("orders.by-channel", channel=channel)
        if dispatch.proposal.tone != TONES[PLAIN]:
            aside = t("orders.by-channel-tone", channel=channel, tone=t(f"deal.tone-{dispatch.proposal.tone}"))
        count = len(dispatch.proposal.terms)
        words = t("orders.counter-offer", n=count) if dispatch.answer == "counter" else t("orders.proposal", n=count)
        found.append(Given("proposal", words, aside, minus(desk.words().total)))
    if dispatch.withdraw:
        title = papers.get((True, dispatch.withdraw), t("orders.our-letter"))
        found.append(Given("withdraw", t("orders.take-back", letter=title), t("orders.withdrawal"), ""))
    return found


def first_effect(line: OrderLine, found: Likely | None = None) -> str:
    """What it is likely to do to the pressure, else what the rules say that it does at once."""
    if found:
        return minus(found.pressure.middle) if found.pressure.middle else ""
    return next((minus(amount) for label, amount in line.effects if label == order_menu.PRESSURE), "")


def _slots_height(page: Page, count: int, is_wide: bool) -> int:
    """Pixels for what is given: two lines each while they are two, one line each for more."""
    low = max(28, page.lh(style.ROW) + page.u(8))
    if not count:
        return page.lh(style.ASIDE) * 2 + page.u(14)
    if is_wide or (count < MOST_LOW and page.theme.text_scale < 1.2):
        return min(count, MOST_LOW) * (low + page.lh(style.SMALL))
    return min(count, MOST_LOW + (page.theme.text_scale < 1.2)) * low


def _slots(page: Page, rect: Rect, room: Room) -> None:
    lines, u = given(room.desk), page.u
    page.stop("given")
    if not lines:
        page.add("given:none", "slot", Rect(rect.x, rect.y, rect.w, min(rect.h, page.lh(style.ASIDE) * 2 + u(12))), draw_empty_slot)
        inner = Rect(rect.x + u(12), rect.y + u(6), rect.w - u(24), page.lh(style.ASIDE) * 2)
        page.tell("given:empty", t("orders.empty"), style.ASIDE, inner, more="F1")
        return
    is_tall = (page.lh(style.ROW) + page.lh(style.SMALL) + u(8)) * len(lines) <= rect.h
    tall = max(28, page.lh(style.ROW) + u(8)) + (page.lh(style.SMALL) if is_tall else 0)
    ids = [f"given:{line.id}" for line in lines]
    for place, at in page.roll("given", rect, ids, [tall] * len(ids)):
        _slot(page, ids[place], at, lines[place], place, is_tall, room)


def _slot(page: Page, id: str, at: Rect, line: Given, place: int, is_tall: bool, room: Room) -> None:
    u = page.u
    body = Rect(at.x, at.y, at.w - max(24, u(26)) - u(4), at.h - u(4))
    page.add(id, "slot", body, draw_slot, action=f"look:{line.id}", focus=True, text=line.words, is_row=True, look=place + 1)
    base = body.y + u(3) + round(page.lh(style.ROW) * 0.78) if is_tall else page.middle(body, style.ROW)
    right, order = body.right - u(8), next((each for each in room.desk.board.orders if each.id == line.id), None)
    figure = first_effect(order, room.likely(line.id)) if order else line.figure
    if figure:
        said = page.say(f"{id}:figure", figure, style.FIGURE, right, base, align="right")
        if is_tall:
            page.say(f"{id}:unit", t("orders.col-pressure") if order else t("orders.worth"), style.CAPTION, right, base + page.lh(style.SMALL),
                     align="right")
        right = said.left - u(8)
    page.say(f"{id}:words", line.words, style.ROW.strong(), body.x + u(34), base, right - body.x - u(34), more="W")
    if is_tall:
        room_for = body.w - u(44) - (page.width(max(t("orders.col-pressure"), t("orders.worth"), key=len), style.CAPTION) + u(8) if figure else 0)
        page.say(f"{id}:aside", line.aside, style.NOTE, body.x + u(34), base + page.lh(style.SMALL), room_for, more="W")
    size = max(24, u(26))
    strike = Rect(at.right - size, body.centery - size // 2, size, size).clip(at)
    page.add(f"strike:{line.id}", "strike", strike, draw_strike, action=f"strike:{line.id}", key="Del" if room.focus == id else "",
             text=t("orders.strike", words=line.words))


def why(room: Room, id: str) -> bool:
    """The reckoning or the slip of a thing on the sheet; False for an id that is none of its own."""
    from .why import reckon
    kind, _, name = id.partition(":")
    if kind in ("order", "given", "details"):
        return explain(room, name)
    if kind == "attention":
        reckon(room, room.desk, attention(room.desk.board, len(room.desk.draft.orders)))
    elif kind == "forecast" and room.forecast().counted and name in WAYS:
        reckon(room, room.desk, of_way(room.forecast(), name))
    return kind in ("attention", "forecast")


def explain(room: Room, id: str) -> bool:
    """The reckoning or the slip of an order, or of a letter or answer that goes out; False for an id that is none."""
    from .notice import Notice
    from .why import reckon
    line = next((line for line in room.desk.board.orders if line.id == id), None)
    if line:
        returned, found = order_card.refusal(line, room), room.likely(id)
        told = [*((returned,) if returned else ()), *(words for words, _ in order_card.paragraphs(line, room))]
        if found and not returned:
            meter = next((name for name, _ in found.meters if name == "pressure"), found.meters[0][0] if found.meters else "pressure")
            reckon(room, room.desk, effect_reckoning(room.desk.board, line, found, meter))
        elif line.effects and not returned:
            reckon(room, room.desk, pushed(room.desk.board, line.name, line.effects, " ".join(told)))
        else:
            room.app.push(Notice(line.name, *told))
        return True
    thing = next((thing for thing in given(room.desk) if thing.id == id), None)
    price = room.desk.price(room.desk.draft.answer_to) if id == "answer" and room.desk.draft.answer == "accept" else None
    if thing and price:
        parts = tuple(Part(t(f"deal.audience-{who}"), amount) for who, amount in price.costs)
        reckon(room, room.desk, Reckoning(thing.words, 0, parts, price.total, t("deal.nothing-yet"), t("deal.worth-to-us"),
                                          gloss=" ".join(accept_words(room.desk)), low=-1000))
    elif thing:
        room.app.push(Notice(thing.words, t("orders.goes-out", aside=thing.aside)))
    return thing is not None


def accept_words(desk: Desk) -> list[str]:
    """What the acceptance on the sheet costs and binds, before it does; empty where none stands there."""
    price = desk.price(desk.draft.answer_to) if desk.draft.answer == "accept" else None
    if price is None:
        return []
    return accepting.told(price, desk.draft.dispatch().proposal is not None)


def draw_attention(canvas: Canvas, node: Node) -> None:
    """Attention as pips."""
    total, used, lost = node.look
    gauge.pips(canvas.surface, canvas.theme, (node.rect.x + canvas.theme.px(10), node.rect.centery), total, min(used, total), lost, gap=20)


def draw_slot(canvas: Canvas, node: Node) -> None:
    """A given order on its own slip, numbered."""
    theme, rect = canvas.theme, node.rect
    paint.sheet(canvas.surface, theme, rect, shadow=False)
    text.line(canvas.surface, theme, str(node.look), (rect.x + theme.px(13), rect.centery), "ui", 15, bold=True, align="center", anchor="middle")
    canvas.surface.fill(theme.color("ink"), (rect.x + theme.px(25), rect.y + theme.px(4), 1, rect.h - theme.px(8)))


def draw_empty_slot(canvas: Canvas, node: Node) -> None:
    """A dashed place for an order."""
    rect = node.rect
    with Pen(canvas.surface, canvas.theme, rect.inflate(2, 2)) as pen:
        pen.dash([rect.topleft, (rect.right, rect.y), rect.bottomright, (rect.x, rect.bottom)], "mut", 1.0, closed=True)


def draw_strike(canvas: Canvas, node: Node) -> None:
    """A cross that takes the order off the sheet."""
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        cross(pen, node.rect.center, 5, "warn" if canvas.hover == node.id else "mut", 1.8)
