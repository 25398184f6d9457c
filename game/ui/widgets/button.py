"""Things to press: buttons, tabs, chips, two-way switches, rows of a list.

Comes in: a Page, words, an action. Goes out: Nodes of 24 x 24 design pixels or more. Never here: what an action does.
"""

from collections.abc import Sequence

import pygame
from pygame import Rect

from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint import panel as paint
from ..paint import text
from ..paint.marks import Pen


def button(page: Page, id: str, rect: Rect, words: str, action: str, *, key: str = "", is_primary: bool = False, is_closed: bool = False,
           is_focus: bool = True) -> None:
    """A button; closed, it still takes focus, looks faint, and its action says why not."""
    page.add(id, "button", rect, draw_button, action=action, focus=is_focus, text=words, key=key, look=(is_primary, is_closed))


def button_width(page: Page, words: str, key: str = "") -> int:
    """Pixels a button needs for its words and its key."""
    return page.width(words, style.BUTTON) + (paint.key_cap_width(page.theme, key) + page.u(12) if key else 0) + page.u(28)


def button_height(page: Page) -> int:
    """Pixels a button needs for its words, at least those a hand needs."""
    return max(page.u(32), page.lh(style.BUTTON) + page.u(6))


def button_row(page: Page, right: int, bottom: int, room: int, buttons: Sequence[tuple[str, str, str]]) -> int:
    """Buttons (words, action, key) from the right edge leftwards, above `bottom`, in as many rows as they need; the first one is the brass one.
    Returns the y above them. Ids are `do:ACTION`."""
    gap, tall = page.u(12), button_height(page)
    rows: list[list[tuple[str, str, str]]] = [[]]
    left = room
    for each in buttons:
        wide = min(room, button_width(page, each[0], each[2]))
        if rows[-1] and wide > left:
            rows.append([])
            left = room
        rows[-1].append(each)
        left -= wide + gap
    y = bottom - len(rows) * tall - (len(rows) - 1) * page.u(8)
    top = y
    for line in rows:
        x = right
        for words, action, key in line:
            wide = min(room, button_width(page, words, key))
            button(page, f"do:{action}", Rect(x - wide, y, wide, tall), words, action, key=key, is_primary=action == buttons[0][1])
            x -= wide + gap
        y += tall + page.u(8)
    return top


def buttons_height(page: Page, room: int, buttons: Sequence[tuple[str, str, str]]) -> int:
    """Pixels `button_row` takes."""
    rows, left = 1, room
    for place, (words, _, key) in enumerate(buttons):
        wide = min(room, button_width(page, words, key))
        if place and wide > left:
            rows, left = rows + 1, room
        left -= wide + page.u(12)
    return rows * button_height(page) + (rows - 1) * page.u(8)


def draw_button(canvas: Canvas, node: Node) -> None:
    is_primary, is_closed = node.look
    paint.button(canvas.surface, canvas.theme, node.rect, node.text, key=node.key, is_primary=is_primary, is_disabled=is_closed, is_dark=node.is_dark,
                 size=style.BUTTON.size)


def quiet(page: Page, id: str, x: int, centre: int, key: str, words: str, action: str, *, of: Style = style.SMALL, is_focus: bool = False) -> Rect:
    """A key cap with its words behind it, to press or to click; returns its rectangle."""
    cap = paint.key_cap_width(page.theme, key)
    tall = max(page.u(26), page.lh(of))
    rect = Rect(x, centre - tall // 2, cap + page.u(6) + page.width(words, of), tall)
    page.add(id, "key", rect, draw_quiet, action=action, focus=is_focus, text=words, key=key, style=of)
    return rect


def quiet_width(page: Page, key: str, words: str, of: Style = style.SMALL) -> int:
    """Pixels a key cap and its words take."""
    return paint.key_cap_width(page.theme, key) + page.u(6) + page.width(words, of)


def draw_quiet(canvas: Canvas, node: Node) -> None:
    of = node.style
    assert of is not None
    cap = paint.key_cap(canvas.surface, canvas.theme, node.key, (node.rect.x, node.rect.centery), is_dark=node.is_dark)
    text.line(canvas.surface, canvas.theme, node.text, (cap.right + canvas.theme.px(6), node.rect.centery), of.role, of.size, of.token,
              anchor="middle")
    if canvas.hover == node.id:
        pygame.draw.line(canvas.surface, canvas.theme.color(of.token), (cap.right + canvas.theme.px(6), node.rect.bottom - canvas.theme.px(3)),
                         (node.rect.right, node.rect.bottom - canvas.theme.px(3)))


def tabs(page: Page, id: str, rect: Rect, names: Sequence[tuple[str, str]], chosen: str) -> int:
    """Tabs (id, words) from the left, in as many rows as they need; the keys 1, 2, ... choose them. Returns the y below them."""
    tall = max(rect.h, page.u(24), page.lh(style.BODY) + page.u(4))
    x, y = rect.x, rect.y
    for place, (name, words) in enumerate(names):
        wide = min(rect.w, page.width(words, style.BODY.strong()) + page.u(18))
        if x > rect.x and x + wide > rect.right:
            x, y = rect.x, y + tall
        page.add(f"{id}:{name}", "tab", Rect(x, y, wide, tall), draw_tab, action=f"{id}:{name}", focus=True, text=words, key=str(place + 1),
                 is_on=name == chosen)
        x += wide + page.u(2)
    return y + tall


def draw_tab(canvas: Canvas, node: Node) -> None:
    theme, rect = canvas.theme, node.rect
    ink = "ink" if node.is_on or canvas.hover == node.id else "mut"
    text.line(canvas.surface, theme, node.text, rect.center, "ui", style.BODY.size, ink, bold=node.is_on, align="center", anchor="middle")
    if node.is_on:
        pygame.draw.rect(canvas.surface, theme.color("ink"), (rect.x + theme.px(7), rect.bottom - theme.px(3), rect.w - theme.px(14), theme.px(3)))


def chip(page: Page, id: str, rect: Rect, words: str, action: str, is_on: bool, key: str = "", takes_focus: bool = True) -> None:
    """One of several ways, chosen or not."""
    page.add(id, "chip", rect, draw_chip, action=action, focus=takes_focus, text=words, is_on=is_on, key=key)


def chip_width(page: Page, words: str) -> int:
    """Pixels a chip needs."""
    return page.width(words, style.SMALL.strong()) + page.u(22)


def draw_chip(canvas: Canvas, node: Node) -> None:
    theme = canvas.theme
    shape = node.rect.inflate(0, -theme.px(2))
    with Pen(canvas.surface, theme, node.rect.inflate(2, 2)) as pen:
        pen.box(shape.x, shape.y, shape.w, shape.h, "ink" if node.is_on else "hover" if canvas.hover == node.id else None, "ink", 1.1, radius=11)
    text.line(canvas.surface, theme, node.text, shape.center, "ui", style.SMALL.size, "paper" if node.is_on else "ink", bold=node.is_on,
              align="center", anchor="middle")


def switch(page: Page, id: str, rect: Rect, two: tuple[str, str], action: str, is_second: bool, key: str, is_closed: bool = False) -> None:
    """Two ways side by side; the chosen one is solid and bold. A click or its key changes over; a closed one shows its second way struck out."""
    page.add(id, "switch", rect, draw_switch, action=action, text=two[is_second], is_on=is_second, key=key, look=(*two, is_closed))


def switch_width(page: Page, two: tuple[str, str]) -> int:
    """Pixels a switch needs: twice the wider of its words."""
    return 2 * (max(page.width(words, style.CAPTION.strong()) for words in two) + page.u(12))


def switch_height(page: Page) -> int:
    """Pixels a switch or a chip needs for its words, at least those a hand needs."""
    return max(page.u(24), page.lh(style.SMALL) + page.u(4))


def draw_switch(canvas: Canvas, node: Node) -> None:
    theme, rect = canvas.theme, node.rect
    shape = rect.inflate(0, -theme.px(3))
    half = shape.w // 2
    with Pen(canvas.surface, theme, rect.inflate(2, 2)) as pen:
        pen.box(shape.x, shape.y, shape.w, shape.h, None, "ink", 1.1, radius=3)
        pen.box(shape.x + (half if node.is_on else 0), shape.y, half, shape.h, "ink", radius=3)
    *two, is_closed = node.look
    for place, words in enumerate(two):
        chosen = place == node.is_on
        text.line(canvas.surface, theme, words, (shape.x + half * place + half // 2, shape.centery), "ui", style.CAPTION.size,
                  "paper" if chosen else "mut",
                  bold=chosen, align="center", anchor="middle")
    if is_closed:
        struck = Rect(shape.x + half, shape.centery, half, 1).inflate(-theme.px(10), 0)
        pygame.draw.line(canvas.surface, theme.color("mut"), struck.midleft, struck.midright, theme.px(1))


def row(page: Page, id: str, rect: Rect, words: str, action: str, *, is_on: bool = False, acts_at_once: bool = False) -> None:
    """The ground of a list's row: a click chooses it, Enter or a click on the chosen one acts; or the first click acts."""
    page.add(id, "row", rect, draw_row, action=action, focus=True, text=words, is_on=is_on, is_row=not acts_at_once)


def draw_row(canvas: Canvas, node: Node) -> None:
    theme = canvas.theme
    if node.is_on or canvas.focus == node.id:
        pygame.draw.rect(canvas.surface, theme.color("roomsel" if node.is_dark else "selected"), node.rect)
        pygame.draw.rect(canvas.surface, theme.color("focusl" if node.is_dark else "focus"), (node.rect.x, node.rect.y, theme.px(4), node.rect.h))
    elif canvas.hover == node.id:
        pygame.draw.rect(canvas.surface, theme.color("roomsel" if node.is_dark else "hover"), node.rect)


def draw_heading(canvas: Canvas, node: Node) -> None:
    """An arrow, right where the group is folded and down where it is open, and a band under the heading of an open one."""
    theme, rect = canvas.theme, node.rect
    ground = "selected" if canvas.focus == node.id else "hover" if canvas.hover == node.id else "band90" if node.is_on else ""
    if ground:
        pygame.draw.rect(canvas.surface, theme.color(ground), rect)
    x, y, arm = rect.x + theme.px(15), rect.centery, theme.px(5)
    across, down = ((x - arm, y - arm // 2), (x + arm, y - arm // 2), (x, y + arm)), ((x - arm // 2, y - arm), (x - arm // 2, y + arm), (x + arm, y))
    with Pen(canvas.surface, theme, rect) as pen:
        pen.polygon(across if node.is_on else down, "mut")
