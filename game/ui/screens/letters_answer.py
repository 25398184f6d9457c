"""What can be done about the chosen letter, each answer with its price.

Comes in: a Page, a rectangle, the Letters screen. Goes out: Nodes. Never here: giving the answer (answering.py does).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from ...language import t
from ...wording.board import Paper
from ...wording.filed import AnswerPrice
from ..desk import Desk
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import minus
from ..paint.marks import Pen
from ..paint.panel import key_cap, key_cap_width
from ..widgets.button import row
from ..widgets.sheet import heading, sheet
from .answering import choices, given, label

if TYPE_CHECKING:
    from .letters import Letters


def build(page: Page, rect: Rect, screen: Letters) -> None:
    """The answers, or why there are none."""
    letter = screen.letter
    inside = sheet(page, "answer", rect, "manila")
    if letter is None or not letter.options:
        y = heading(page, "answer", inside, t("letters.answer"))
        for place, words in enumerate((letter.fate if letter else "", t("letters.nothing-to-answer"))):
            y = page.tell(f"answer:none:{place}", words, style.BODY, Rect(inside.x, y, inside.w, inside.bottom - y), more="R") + page.u(4)
        return
    answers(page, rect, inside, letter.paper, letter.options, screen.desk)


def answers(page: Page, rect: Rect, inside: Rect, paper: Paper, options: tuple[AnswerPrice, ...], desk: Desk) -> None:
    """A heading and one row an answer: its key, its words, what it moves, what to mind."""
    aside = t("letters.own-aside") if paper.is_own else t("letters.answer-aside")
    y = heading(page, "answer", inside, t("letters.own") if paper.is_own else t("letters.answer"), aside, more="W")
    keys = {id: key for key, id in choices(paper)}
    chosen, u = given(desk, paper), page.u
    page.stop("answer")
    line_tall = page.lh(style.ROW) + page.lh(style.SMALL) + u(8)
    heights = [max(u(44), line_tall) for _ in options]
    ids = [f"answer:{option.id}" for option in options]
    for place, at in page.roll("answer", Rect(rect.x + u(4), y, rect.w - u(8), inside.bottom + u(4) - y), ids, heights):
        option = options[place]
        row(page, ids[place], at, t(f"letters.do-{option.id}"), ids[place], is_on=option.id == chosen, acts_at_once=True)
        cap = key_cap_width(page.theme, keys[option.id])
        first = Rect(at.x + u(10), at.y + u(4), cap, page.lh(style.ROW))
        page.add(f"{ids[place]}:cap", "cap", first, draw_cap, text=keys[option.id])
        if option.id == chosen:
            page.add(f"{ids[place]}:chosen", "mark", Rect(first.x, first.bottom, cap, page.lh(style.SMALL)), draw_chosen)
        x, right = at.x + u(22) + cap, at.right - u(10)
        base = at.y + u(4) + round(page.lh(style.ROW) * 0.78)
        left = right
        for name, amount in reversed(option.price):
            if left - x < at.w * 0.45:
                break               # the rest is behind W
            figure = page.say(f"{ids[place]}:{name}", minus(amount), style.FIGURE.on("ink"), left, base, align="right")
            left = page.say(f"{ids[place]}:{name}:name", label(name), style.CAPTION, figure.left - u(4), base, align="right").left - u(10)
        page.say(f"{ids[place]}:words", t(f"letters.do-{option.id}"), style.ROW.strong(), x, base, left - x, more="W")
        note = option.notes[0] if option.notes else t(f"letters.does-{option.id}")
        page.say(f"{ids[place]}:note", note, style.NOTE, x, base + page.lh(style.SMALL), right - x, more="W")


def draw_cap(canvas: Canvas, node: Node) -> None:
    """The key that gives the answer."""
    key_cap(canvas.surface, canvas.theme, node.text, (node.rect.x, node.rect.centery))


def draw_chosen(canvas: Canvas, node: Node) -> None:
    """This answer stands on the draft."""
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        pen.circle(node.rect.center, canvas.theme.px(4), "focus")
