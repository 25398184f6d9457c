"""The order that is looked at, with its likely effects and their causes; and the staff's forecast for the sheet as it stands.

Comes in: a Page, a rectangle, the Room. Goes out: Nodes. Never here: a number that nobody counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pygame import Rect

from ...language import t
from ...wording import likely as words_of
from ...wording.board import OrderLine
from ...wording.likely import Ways
from ...wording.manner import listed
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint.marks import Pen
from ..widgets.button import button, quiet, quiet_width
from ..widgets.reader import reader
from ..widgets.sheet import draw_note

if TYPE_CHECKING:
    from .room import Room

EFFECTS = Style("ui", 13, "focus")
COLUMNS, ROWS = 20, 5
FIGURE = style.FIGURE._replace(size=13)


def paragraphs(line: OrderLine, room: Room) -> list[tuple[str, Style]]:
    """All that is said of an order besides why not: what it is, what it is likely to do and why."""
    told: list[tuple[str, Style]] = []
    found = room.likely(line.id)
    if found and (short := words_of.short(room.desk.board, found)):
        told.append((short, EFFECTS.strong()))
    told.append((line.text, style.SMALL))
    lines = words_of.lines(room.desk.board, line, found) if found else words_of.tied(line)
    told += [(each, EFFECTS) for each in lines]
    told.append((t("likely.by-the-rules", does=words_of.fixed(line)), EFFECTS))
    if line.answers:
        told.append((only_one(line), style.ASIDE))
    return told


def refusal(line: OrderLine, room: Room) -> str:
    """Why it may not be given, or why it came back; empty where nothing is in its way."""
    reason = line.refusal or (room.returned if room.looked_at == line.id else "")
    return t("orders.returned", reason=reason) if reason else ""


def only_one(line: OrderLine) -> str:
    """That it is one answer of several to one question."""
    return t("orders.only-one", question=line.answers)


def least(page: Page, lines: int) -> int:
    """Pixels of the card with that many lines of its text in sight."""
    return page.u(11) + page.lh(style.BODY) + max(lines * page.lh(style.SMALL), page.u(50)) + _button_height(page)


def folded(page: Page) -> int:
    """Pixels of the card that is only a name and a button beside it."""
    return page.u(8) + _button_height(page)


def _button_height(page: Page) -> int:
    return max(24, page.u(26), page.lh(style.BUTTON) + page.u(4))


def card(page: Page, rect: Rect, line: OrderLine, room: Room) -> None:
    """The order looked at; where there is no room for two lines of its text, its name and the button."""
    u = page.u
    ground = Rect(rect.x - u(2), rect.y, rect.w + u(4), rect.h)
    page.add(f"details:{line.id}", "ground", ground, draw_note, action=f"explain:{line.id}", is_over=True, key="W")
    inside = Rect(rect.x + u(8), rect.y + u(4), rect.w - u(14), rect.h - u(8))
    is_given, tall = line.id in room.desk.draft.orders, _button_height(page)
    words = t("orders.take-off") if is_given else t("orders.give")
    wide, foot = min(page.width(words, style.BUTTON) + u(24), inside.w), inside.bottom - tall
    is_folded = rect.h < least(page, 2)
    if is_folded:
        middle = page.middle(Rect(inside.x, foot, 1, tall), style.BODY)
        page.say("details:name", line.name, style.BODY.strong(), inside.x, middle, inside.w - wide - u(10), more="W")
    else:
        page.say("details:name", line.name, style.BODY.strong(), inside.x, inside.y + round(page.lh(style.BODY) * 0.8), inside.w, more="W")
        _told(page, Rect(inside.x, inside.y + page.lh(style.BODY), inside.w, foot - inside.y - page.lh(style.BODY) - u(3)), line, room)
    page.stop("details")
    button(page, "give", Rect(inside.right - wide, foot, wide, tall), words, f"give:{line.id}", is_closed=bool(line.refusal) and not is_given)
    if room.desk.can_undo and not is_folded and inside.w - wide > quiet_width(page, "Ctrl+Z", t("orders.undo")) + u(12):
        quiet(page, "undo", inside.x, foot + tall // 2, "Ctrl+Z", t("orders.undo"), "undo", is_focus=True)


def _told(page: Page, rect: Rect, line: OrderLine, room: Room) -> None:
    """Why it may not be given, then what it is, as far as there is room; the rest scrolls."""
    y, returned = rect.y, refusal(line, room)
    if returned:
        y = page.tell("details:refusal", returned, style.WARN, rect, more="W") + page.u(3)
    page.stop("details:text")
    left = Rect(rect.x, y, rect.w, rect.bottom - y)
    if left.h >= max(2 * page.lh(style.SMALL), page.u(50)):
        reader(page, "details:text", left, paragraphs(line, room))


def forecast_height(page: Page, wide: int, note: str = "", has_dots: bool = True) -> int:
    """Pixels the forecast takes: with its dots, or its numbers alone, or the words that say why there are none."""
    tall = _tall(page)
    shown = page.measure(note, style.ASIDE, wide).height if note else 3 * tall if has_dots else tall
    return page.lh(style.PANEL_SMALL) + page.u(4) + shown


def _tall(page: Page) -> int:
    return max(24, page.u(24), page.lh(style.SMALL) + page.u(4))


class Forecasts(Protocol):
    """A screen that knows how the next days may go."""

    def forecast(self) -> Ways: ...


def forecast(page: Page, rect: Rect, room: Forecasts) -> None:
    """A hundred ways that the next three days may go, and their numbers, each a door."""
    u, told = page.u, room.forecast()
    page.stop("forecast")
    base = rect.y + round(page.lh(style.PANEL_SMALL) * 0.8)
    page.rule(rect.x, rect.y, rect.w)
    title = page.say("forecast:title", t("orders.forecast").upper(), style.PANEL_SMALL, rect.x, base + u(2), round(rect.w * 0.62), more="W")
    y = rect.y + page.lh(style.PANEL_SMALL) + u(4)
    aside = t("orders.forecast-aside") if not told.counted or told.is_whole else t("staff.so-far", counted=told.counted, of=told.of)
    page.say("forecast:aside", aside, style.CAPTION, rect.right, base + u(2), rect.right - title.right - u(10), "right", more="W")
    if told.note:
        page.tell("forecast:note", told.note, style.ASIDE, Rect(rect.x, y, rect.w, rect.bottom - y), more="W")
        return
    if rect.h < forecast_height(page, rect.w):
        _in_a_line(page, Rect(rect.x, y, rect.w, _tall(page)), told)
        return
    across = min(round(rect.w * 0.56), u(COLUMNS * 14))
    page.add("forecast:dots", "chart", Rect(rect.x, y, across, rect.bottom - y), draw_ways, look=told.dots, text=summary(told))
    x = rect.x + across + u(8)
    for place, way in enumerate(words_of.WAYS):
        _way(page, Rect(x, y + place * _tall(page), rect.right - x, _tall(page)), way, told)


def summary(told: Ways) -> str:
    """The forecast as a sentence."""
    if not told.counted:
        return told.note or t("staff.counting")
    return listed([f"{t(f'likely.way-{way}')}: {share.middle} ({share.low}\u2013{share.high})" for way, share in told.ways])


def _way(page: Page, place: Rect, way: str, told: Ways) -> None:
    u, base = page.u, page.middle(place, style.SMALL)
    share = dict(told.ways).get(way)
    page.add(f"forecast:{way}", "door", place, None, action=f"why:forecast:{way}", focus=True, text=t(f"likely.way-{way}"), is_over=True)
    page.add(f"forecast:{way}:mark", "mark", Rect(place.x, place.centery - u(6), u(12), u(12)), draw_way, look=way)
    x = place.x + u(16) + page.width("100", FIGURE)
    page.say(f"forecast:{way}:figure", str(share.middle) if share else "\u2026", FIGURE, x, base, align="right")
    interval = f"{share.low}\u2013{share.high}" if share else ""
    right = place.right
    if interval:
        right = page.say(f"forecast:{way}:range", interval, style.CAPTION, place.right, base, align="right").left - u(6)
    page.say(f"forecast:{way}:name", t(f"orders.way-{way}"), style.SMALL, x + u(6), base, right - x - u(6), more="W")


def _in_a_line(page: Page, place: Rect, told: Ways) -> None:
    """War, open and settled beside each other."""
    u, third = page.u, place.w // 3
    for number, way in enumerate(words_of.WAYS):
        at = Rect(place.x + number * third, place.y, third - u(4), place.h)
        share, base = dict(told.ways).get(way), page.middle(at, style.SMALL)
        page.add(f"forecast:{way}", "door", at, None, action=f"why:forecast:{way}", focus=True, text=t(f"likely.way-{way}"), is_over=True)
        figure = page.say(f"forecast:{way}:figure", str(share.middle) if share else "\u2026", FIGURE, at.x + u(2), base)
        page.say(f"forecast:{way}:name", t(f"orders.way-{way}"), style.SMALL, figure.right + u(5), base, at.right - figure.right - u(5), more="W")


def draw_ways(canvas: Canvas, node: Node) -> None:
    """Column by column: squares for war, dots for what is open, rings for what is settled; grey rings while nothing is counted."""
    theme, rect = canvas.theme, node.rect
    step_x, step_y = rect.w / COLUMNS, min(rect.h / ROWS, rect.w / COLUMNS * 1.3)
    with Pen(canvas.surface, theme, rect) as pen:
        for place in range(COLUMNS * ROWS):
            x, y = rect.x + (place // ROWS + 0.5) * step_x, rect.y + (place % ROWS + 0.5) * step_y
            _sign(pen, x, y, node.look[place] if place < len(node.look) else "", theme.px(1))


def draw_way(canvas: Canvas, node: Node) -> None:
    """The sign of one way."""
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        _sign(pen, *node.rect.center, node.look, canvas.theme.px(1))


def _sign(pen: Pen, x: float, y: float, way: str, unit: int) -> None:
    if way == "war":
        pen.box(x - 4 * unit, y - 4 * unit, 8 * unit, 8 * unit, "warn")
    elif way == "open":
        pen.circle((x, y), 1.6 * unit, "ink")
    else:
        pen.circle((x, y), 3.4 * unit, None, "ink" if way else "faint", 1.2)
