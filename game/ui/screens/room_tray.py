"""The in-tray: what has come in, newest first, and the beginning of the paper that is chosen.

Comes in: a Page, a rectangle, the Room. Goes out: Nodes. Never here: a whole letter; R opens it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from ...wording.board import Paper
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint.marks import Pen, paper_icon
from ..widgets.button import quiet, row
from ..widgets.sheet import heading, sheet

if TYPE_CHECKING:
    from .room import Room

EMPTY = "Nothing new. Silence is also news."


def tray(page: Page, rect: Rect, room: Room) -> None:
    """The in-tray with its reader below."""
    papers = room.desk.board.papers
    inside = sheet(page, "tray", rect)
    new = sum(is_unread(room, paper) for paper in papers)
    y = heading(page, "tray", inside, "In-tray", f"{len(papers)} papers · {new} unread" if papers else "")
    page.stop("tray")
    split = inside.y + round(inside.h * 0.54)
    if not papers:
        page.tell("tray:empty", EMPTY, style.ASIDE, Rect(inside.x, y, inside.w, split - y))
        return
    has_source = page.theme.text_scale < 1.3
    tall = page.lh(style.ROW) + page.u(4) + (page.lh(style.CAPTION) - page.u(1) if has_source else 0)
    tall = max(tall, page.u(26))
    ids = [f"paper:{paper.id}" for paper in papers]
    wide = Rect(rect.x + page.u(4), y, rect.w - page.u(8), split - y)
    for place, line in page.roll("tray", wide, ids, [tall] * len(ids)):
        _line(page, line, papers[place], room, has_source)
    page.rule(inside.x, split, inside.w)
    chosen = next((paper for paper in papers if paper.id == room.paper), papers[0])
    _reader(page, Rect(inside.x, split + page.u(6), inside.w, rect.bottom - split - page.u(6)), chosen)


def is_unread(room: Room, paper: Paper) -> bool:
    """Came with the last turn and has not been looked at."""
    return paper.is_new and paper.id not in room.desk.read


def _line(page: Page, line: Rect, paper: Paper, room: Room, has_source: bool) -> None:
    id, u = f"paper:{paper.id}", page.u
    unread = is_unread(room, paper)
    row(page, id, line, paper.title, f"read:{paper.id}", is_on=paper.id == room.paper)
    is_urgent = bool(paper.letter and not paper.is_own)
    x, base = line.x + u(36), line.y + u(2) + round(page.lh(style.ROW) * 0.78)
    page.add(f"{id}:icon", "mark", Rect(line.x + u(10), base - u(12), u(18), u(16)), draw_icon, look=(paper.kind, "su" if is_urgent else "ink"))
    page.say(f"{id}:title", paper.title, style.ROW.strong(unread), x, base, line.right - x - u(24), more="R")
    if has_source:
        source = " · ".join(part for part in (paper.when, paper.sender) if part)
        page.say(f"{id}:source", source, style.CAPTION, x, base + page.lh(style.CAPTION), line.right - x - u(24), more="R")
    if unread:
        page.add(f"{id}:new", "mark", Rect(line.right - u(18), base - u(10), u(10), u(10)), draw_dot)


def _reader(page: Page, rect: Rect, paper: Paper) -> None:
    u = page.u
    y = page.tell("reader:title", paper.title, style.LETTER_HEAD, Rect(rect.x, rect.y, rect.w, rect.h), lines=2, more="R") + u(2)
    about = " · ".join(part for part in (paper.sender, paper.when, f"answer asked by {paper.deadline}" if paper.deadline else "") if part)
    y = page.tell("reader:about", about, style.ASIDE, Rect(rect.x, y, rect.w, rect.bottom - y), lines=2, more="R") + u(4)
    foot = rect.bottom - u(34)
    body = "\n".join(paper.body)
    page.tell("reader:body", body, style.LETTER, Rect(rect.x, y, rect.w, foot - y), more="R")
    centre = foot + u(17)
    took = quiet(page, "reader:read", rect.x, centre, "R", "read whole paper", f"read:{paper.id}")
    if paper.letter:
        words = "take it back" if paper.is_own else "answer it"
        quiet(page, "reader:reply", max(took.right + u(14), rect.x + rect.w // 2 + u(14)), centre, "Y", words, f"reply:{paper.id}")


def draw_icon(canvas: Canvas, node: Node) -> None:
    """What kind of paper it is."""
    kind, token = node.look
    paper_icon(canvas.surface, canvas.theme, kind, node.rect.topleft, token)


def draw_dot(canvas: Canvas, node: Node) -> None:
    """Unread."""
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        pen.circle(node.rect.center, canvas.theme.px(3.5), "warn")
