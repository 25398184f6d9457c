"""The order sheet: what is given so far, the four menus, and what the order looked at would do.

Comes in: a Page, a rectangle, the Room. Goes out: Nodes. Never here: whether an order is legal; the game says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from pygame import Rect

from ...engine.orders import PLAIN, TONES
from ...wording.board import OrderLine
from ...wording.menus import MENUS, menu_name
from ..desk import Desk
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style, minus
from ..paint import gauge
from ..paint import panel as paint
from ..paint.marks import Pen, cross
from ..widgets.button import button, draw_heading, row, tabs
from ..widgets.sheet import draw_note, heading, sheet

if TYPE_CHECKING:
    from .room import Room

EMPTY = "No orders yet. An unused order is saved strength."
FEW, LOW_SLOTS = 2, 98
"""As many orders lie in so many design pixels; for more the sheet makes room, and the menu below gives it."""


class Question(NamedTuple):
    """A line above the orders that answer one question, of which a sheet holds one."""

    words: str
    answers: int


class Later(NamedTuple):
    """The heading behind which the orders of other stages are folded."""

    menu: str
    orders: int
    is_open: bool

    @property
    def words(self) -> str:
        return f"{self.orders} order{'s' if self.orders > 1 else ''} of another stage"


def in_folds(lines: Sequence[OrderLine], menu: str, is_open: bool) -> list[OrderLine | Question | Later]:
    """A menu as it is listed: questions that can be answered now, each with its answers; the rest; what is out of stage behind its heading."""
    now, later = [line for line in lines if not line.is_out_of_stage], [line for line in lines if line.is_out_of_stage]
    asked = {line.answers for line in now if line.answers and not line.refusal}
    rows = _by_question(sorted(now, key=lambda line: line.answers not in asked))
    if later:
        rows += [Later(menu, len(later), is_open), *(_by_question(later) if is_open else ())]
    return rows


def _by_question(lines: Sequence[OrderLine]) -> list[OrderLine | Question | Later]:
    rows: list[OrderLine | Question | Later] = []
    asked: set[str] = set()
    for line in lines:
        same = [each for each in lines if each.answers == line.answers]
        if not line.answers:
            rows.append(line)
        elif line.answers not in asked:
            asked.add(line.answers)
            rows += [Question(line.answers, len(same)), *same]
    return rows


def orders(page: Page, rect: Rect, room: Room) -> None:
    """The whole sheet."""
    inside = sheet(page, "orders", rect, "manila")
    board, u = room.desk.board, page.u
    y = heading(page, "orders", inside, "Orders")
    _attention(page, inside, room)
    text = page.theme.text_scale
    room_for_all = 150 if text < 1.2 else 128
    slots = Rect(inside.x, y, inside.w, u(room_for_all if len(given(room.desk)) > FEW else LOW_SLOTS))
    _slots(page, slots, room)
    bar = Rect(inside.x, slots.bottom + u(4), inside.w, max(u(26), page.lh(style.BODY) + u(6)))
    page.stop("menu")
    tabs(page, "menu", bar, [(menu, menu_name(board.side, menu)) for menu in MENUS], room.menu)
    page.rule(inside.x, bar.bottom, inside.w, "rule")
    lines = [line for line in board.orders if line.menu == room.menu]
    foot = u(round(150 + 100 * (text - 1)))
    catalogue = Rect(rect.x + u(6), bar.bottom + u(3), rect.w - u(12), inside.bottom - foot - bar.bottom - u(6))
    _catalogue(page, catalogue, lines, room)
    first = next((row for row in in_folds(lines, room.menu, True) if isinstance(row, OrderLine)), None)
    looked_at = next((line for line in board.orders if line.id == room.looked_at), first)
    if looked_at:
        _details(page, Rect(inside.x, inside.bottom - foot, inside.w, foot), looked_at, room)


def _attention(page: Page, inside: Rect, room: Room) -> None:
    board, u = room.desk.board, page.u
    used = len(room.desk.draft.orders)
    lost = max(0, board.attention_rested - board.attention)
    wide = u(20) * (board.attention + lost)
    line = Rect(inside.right - wide, inside.y - u(2), wide, u(20))
    page.add("attention", "pips", line, draw_attention, text=board.attention_note, look=(board.attention, used, lost))
    page.say("attention:words", f"attention {max(0, board.attention - used)} left", style.NOTE, line.x - u(10), page.middle(line, style.NOTE),
             align="right")


def given(desk: Desk) -> list[tuple[str, str, str, str]]:
    """What the sheet holds so far: (id, words, aside, what it does in figures)."""
    lines = {line.id: line for line in desk.board.orders}
    papers = {(paper.is_own, paper.letter): paper.title for paper in desk.board.papers if paper.letter}
    found = [(id, lines[id].name, f"{menu_name(desk.board.side, lines[id].menu)}, {'seen' if lines[id].is_seen else 'not seen'} by {desk.other_name}", first_effect(lines[id]))
             for id in desk.draft.orders]
    dispatch = desk.draft.dispatch()
    if dispatch.answer in ("accept", "refuse"):
        found.append(("answer", f"{dispatch.answer.capitalize()}: {papers.get((False, dispatch.answer_to), 'their letter')}", "answer to a letter",
                      ""))
    if dispatch.proposal:
        count = len(dispatch.proposal.terms)
        channel = next((line.name for line in desk.board.channels if line.id == dispatch.proposal.channel), dispatch.proposal.channel)
        tone = f", in the {dispatch.proposal.tone} tone" if dispatch.proposal.tone != TONES[PLAIN] else ""
        what = "Counter-offer" if dispatch.answer == "counter" else "Proposal"
        found.append(("proposal", f"{what} on {count} issue{'s' if count > 1 else ''}", f"by {channel}{tone}", ""))
    if dispatch.withdraw:
        found.append(("withdraw", f"Take back: {papers.get((True, dispatch.withdraw), 'our letter')}", "withdrawal", ""))
    return found


def first_effect(line: OrderLine) -> str:
    """The effect on pressure, or the first one there is, in figures."""
    for label, amount in line.effects:
        if label == "pressure":
            return minus(amount)
    return ""


def _slots(page: Page, rect: Rect, room: Room) -> None:
    lines, u = given(room.desk), page.u
    page.stop("given")
    if not lines:
        page.add("given:none", "slot", Rect(rect.x, rect.y, rect.w, u(34)), draw_empty_slot)
        page.tell("given:empty", EMPTY, style.ASIDE, Rect(rect.x + u(12), rect.y + u(7), rect.w - u(24), u(26)), more="F1")
        return
    is_tall = (page.lh(style.ROW) + page.lh(style.SMALL) + u(10)) * len(lines) <= rect.h
    tall = page.lh(style.ROW) + u(10) + (page.lh(style.SMALL) if is_tall else 0)
    ids = [f"given:{id}" for id, _, _, _ in lines]
    for place, line in page.roll("given", rect, ids, [tall] * len(lines)):
        id, words, aside, figure = lines[place]
        body = Rect(line.x, line.y, line.w - u(30), line.h - u(4))
        page.add(ids[place], "slot", body, draw_slot, action=f"look:{id}", focus=True, text=words, key="",
                 is_row=True, look=place + 1)
        base = body.y + (u(4) + round(page.lh(style.ROW) * 0.78) if is_tall else 0)
        if not is_tall:
            base = page.middle(body, style.ROW)
        right = body.right - u(10)
        if figure:
            right = page.say(f"{ids[place]}:figure", figure, style.FIGURE, right, base, align="right").left - u(8)
        page.say(f"{ids[place]}:words", words, style.ROW.strong(), body.x + u(34), base, right - body.x - u(34), more="W")
        if is_tall:
            page.say(f"{ids[place]}:aside", aside, style.NOTE, body.x + u(34), base + page.lh(style.SMALL), body.w - u(44), more="W")
        strike = Rect(line.right - u(26), body.centery - u(13), u(26), u(26))
        page.add(f"strike:{id}", "strike", strike, draw_strike, action=f"strike:{id}", key="Del" if room.focus == ids[place] else "",
                 text=f"take off {words}")


def _catalogue(page: Page, rect: Rect, lines: list[OrderLine], room: Room) -> None:
    page.stop("catalogue")
    u = page.u
    rows = in_folds(lines, room.menu, room.menu in room.unfolded)
    ids = [f"ask:{row.words}" if isinstance(row, Question) else f"later:{row.menu}" if isinstance(row, Later) else f"order:{row.id}" for row in rows]
    tall, low = max(u(24), page.lh(style.ROW) + u(2)), max(u(20), page.lh(style.NOTE))
    page.tree.stops.setdefault("catalogue", []).extend(id for id in ids if not id.startswith("ask:"))       # a question only tells
    heights = [low if isinstance(row, Question) else tall for row in rows]
    for place, at in page.roll("catalogue", rect, ids, heights, takes_focus=False):
        line = rows[place]
        if isinstance(line, Question):
            page.say(ids[place], f"one of {line.answers}: {line.words}", style.ASIDE, at.x + u(10), page.middle(at, style.ASIDE), at.w - u(20),
                     more="W")
            continue
        if isinstance(line, Later):
            _later(page, ids[place], at, line)
            continue
        is_given = line.id in room.desk.draft.orders
        row(page, ids[place], at, line.name, f"give:{line.id}", is_on=line.id == room.looked_at)
        base = page.middle(at, style.ROW)
        right = at.right - u(10)
        figure = "given" if is_given else "not now" if line.refusal else first_effect(line)
        of = style.FIGURE if figure[:1] in "+\u2212" and figure else style.ASIDE
        if figure:
            right = page.say(f"{ids[place]}:figure", figure, of, right, base, align="right").left - u(8)
        name = style.ROW.strong(is_given).on("mut" if line.refusal else "ink")
        left = at.x + u(22 if line.answers else 10)
        page.say(f"{ids[place]}:name", line.name, name, left, base, right - left, more="W")


def _later(page: Page, id: str, at: Rect, later: Later) -> None:
    """The fold of what belongs to another stage."""
    page.add(id, "fold", at, draw_heading, action=id, focus=True, text=f"{later.words}, {'open' if later.is_open else 'folded'}", is_on=later.is_open)
    page.say(f"{id}:words", later.words, style.ASIDE, at.x + page.u(26), page.middle(at, style.ASIDE), at.w - page.u(36), more="Enter")


def _details(page: Page, rect: Rect, line: OrderLine, room: Room) -> None:
    u = page.u
    page.add("details:ground", "ground", Rect(rect.x - u(2), rect.y, rect.w + u(4), rect.h), draw_note)
    inside = Rect(rect.x + u(8), rect.y + u(5), rect.w - u(16), rect.h - u(10))
    y = page.tell("details:name", line.name, style.BODY.strong(), inside, lines=1, more="W")
    foot = inside.bottom - u(28)
    reason = line.refusal or room.returned
    if reason:
        y = page.tell("details:refusal", f"Returned. {reason}", style.WARN, Rect(inside.x, y, inside.w, foot - y), more="W")
    else:
        told = f"{effects(line)}."
        tall = page.measure(told, style.SMALL, inside.w).height
        y = page.tell("details:text", line.text, style.SMALL, Rect(inside.x, y, inside.w, foot - tall - y), more="W")
        page.tell("details:effects", told, Style("ui", 13, "focus"), Rect(inside.x, y, inside.w, foot - y), more="W")
    page.stop("details")
    is_given = line.id in room.desk.draft.orders
    wide = page.width("Take it off again", style.BUTTON) + u(28)
    button(page, "give", Rect(inside.right - wide, inside.bottom - u(26), wide, u(28)), "Take it off again" if is_given else "Give this order",
           f"give:{line.id}", is_closed=bool(line.refusal) and not is_given)


def explain(room: Room, id: str) -> bool:
    """A slip with everything about an order, or about a letter or answer that goes out; False for an id that is none."""
    from .notice import Notice
    line = next((line for line in room.desk.board.orders if line.id == id), None)
    if line:
        reason = line.refusal or (room.returned if room.looked_at == id else "")
        more = [only_one(line)] if line.answers else []
        room.app.push(Notice(line.name, line.text, f"{effects(line)}.", *more, *((f"Returned. {reason}",) if reason else ())))
        return True
    found = next((words for words in given(room.desk) if words[0] == id), None)
    if found:
        room.app.push(Notice(found[1], f"It goes out with the orders: {found[2]}."))
    return found is not None


def effects(line: OrderLine) -> str:
    """What an order does at once, what it costs, who sees it."""
    does = ", ".join(f"{label} {minus(amount)}" for label, amount in line.effects) or "no meter at once"
    sleep = f"; {'costs' if line.sleep > 0 else 'gives back'} {abs(line.sleep) / 10:g} h of sleep" if line.sleep else ""
    return f"{does}{sleep}; {'seen' if line.is_seen else 'not seen'} by the other side"


def only_one(line: OrderLine) -> str:
    """That it is one answer of several to one question."""
    return f"Of the orders about {line.answers} only one can stand on a sheet."


def draw_attention(canvas: Canvas, node: Node) -> None:
    """Attention as pips."""
    total, used, lost = node.look
    gauge.pips(canvas.surface, canvas.theme, (node.rect.x + canvas.theme.px(10), node.rect.centery), total, min(used, total), lost, gap=20)


def draw_slot(canvas: Canvas, node: Node) -> None:
    """A given order on its own slip, numbered."""
    from ..paint import text
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
