"""The head of a paper: its office, title, sender, day and stamp, above whatever it says.

Comes in: a Page, a rectangle, a Paper, the seat that reads. Goes out: Nodes, and the y below. Never here: the words of the paper.
"""

from pygame import Rect

from ...language import t
from ...wording.board import Board, Paper
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint import letterhead
from ..paint import panel as paint

OFFICE = Style("letter", 15, bold=True, tracking=1.6)
PLACE = Style("letter", 13, "mut")
STAMP = 64
"""Design pixels of free paper that a stamp wants."""


def head(page: Page, id: str, inside: Rect, paper: Paper, board: Board, title: Style = style.LETTER_HEAD, more: str = "") -> int:
    """Everything above the first paragraph; returns the y where it may stand."""
    y, office = inside.y, letterhead.head_of(paper.sender, board.side)
    if office:
        base = y + round(page.lh(OFFICE) * 0.78)
        of = OFFICE if page.width(office.top, OFFICE) <= inside.w else OFFICE._replace(role="label", tracking=0.5)
        page.say(f"{id}:office", office.top, of, inside.centerx, base, inside.w, "center", more=more or "R")
        base += page.lh(PLACE)
        page.say(f"{id}:place", office.under, PLACE, inside.centerx, base, inside.w, "center", more=more or "R")
        rect = Rect(inside.x, y, inside.w, base - y + page.u(12))
        page.add(f"{id}:rule", "mark", rect, draw_rule, look=office.of)
        y = rect.bottom + page.u(6)
    above = y
    y = page.tell(f"{id}:title", paper.title, title, Rect(inside.x, y, inside.w, inside.bottom - y), lines=3 if more else None, more=more) + page.u(2)
    if paper.meter:
        tall = max(page.u(24), y - above)
        page.add(f"meter:{paper.meter}@{id}", "door", Rect(inside.x, above, inside.w, tall), None, action=f"why:{paper.meter}", focus=True,
                 text=paper.title, is_over=True)
    due = t("paper.asked-by", when=paper.deadline) if paper.deadline else ""
    about = " \u00b7 ".join(part for part in (paper.sender, paper.when, due) if part)
    y = page.tell(f"{id}:about", about, style.ASIDE, Rect(inside.x, y, inside.w, inside.bottom - y), lines=2 if more else None, more=more) + page.u(6)
    page.rule(inside.x, y, inside.w)
    return y + page.u(8)


def stamp(page: Page, id: str, inside: Rect, text: Rect, used: int, paper: Paper, board: Board) -> None:
    """The registry's stamp: in the corner of the sheet where the text leaves it free, else small beside the letterhead, else not at all.

    `text` is the rectangle of the running text, `used` how much of it is written on.
    """
    channel = next((line for line in board.channels if line.id == paper.channel), None)
    words = letterhead.stamp_of(paper.kind, paper.number, bool(paper.number) and paper.by == board.side, bool(channel and channel.is_public),
                                bool(channel and channel.is_late), board.side)
    if not words:
        return
    free = text.h - used
    if free >= page.u(STAMP):
        size, rect = 15, Rect(text.right - page.u(190), text.bottom - page.u(STAMP - 4), page.u(190), page.u(STAMP - 6))
    else:
        office = letterhead.head_of(paper.sender, board.side)
        half = max(page.width(line, of) for line, of in ((office.top, OFFICE), (office.under, PLACE))) // 2 if office else 0
        rect = Rect(inside.centerx + half + page.u(6), inside.y, inside.w // 2 - half - page.u(6), page.u(34))
        size = 10
        if rect.w < page.theme.px(10) * len(words):
            return
    page.add(f"{id}:stamp", "mark", rect, draw_stamp, look=(words, size), is_over=True)


def draw_rule(canvas: Canvas, node: Node) -> None:
    """The rule below the office."""
    letterhead.head_rules(canvas.surface, canvas.theme, node.rect, node.look)


def draw_stamp(canvas: Canvas, node: Node) -> None:
    """A stamp, leaning."""
    words, size = node.look
    paint.stamp(canvas.surface, canvas.theme, node.rect.center, words, "su", size / canvas.theme.text_scale, 5)
