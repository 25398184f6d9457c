"""The in-tray: what has come in, newest first, and the beginning of the paper that is chosen, on its own letterhead.

Comes in: a Page, a rectangle, the Room. Goes out: Nodes. Never here: a whole letter; R opens it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from ...language import t
from ...wording.board import Board, Paper
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint.letterhead import head_of, head_rules
from ..paint.marks import Pen, paper_icon
from ..widgets.button import quiet, row
from ..widgets.footer import quiet_width
from ..widgets.sheet import heading, sheet

if TYPE_CHECKING:
    from .room import Room

NOTE = "Staff note: "
"""What the staff's paragraph under a letter begins with."""
OFFICE = Style("letter", 14, bold=True, tracking=0.6)
"""Of the letterhead in the room; the paper itself has a larger one."""


def tray(page: Page, rect: Rect, room: Room) -> None:
    """The in-tray with its reader below."""
    papers, board = room.desk.board.papers, room.desk.board
    inside = sheet(page, "tray", rect)
    new = sum(is_unread(room, paper) for paper in papers)
    y = heading(page, "tray", inside, t("room.in-tray"), t("room.papers", n=len(papers), new=new) if papers else "", more="I")
    page.stop("tray")
    if not papers:
        page.tell("tray:empty", t("room.tray-empty"), style.ASIDE, Rect(inside.x, y, inside.w, inside.bottom - y))
        return
    has_source = page.theme.text_scale < 1.3 or page.is_one
    tall = page.lh(style.ROW) + page.u(4) + (page.lh(style.CAPTION) - page.u(1) if has_source else 0)
    tall = max(tall, page.u(26))
    room_left = inside.bottom - y
    shown = max(2, min(len(papers), round(room_left * (0.58 if page.theme.text_scale < 1.3 else 0.48)) // tall))
    chosen = next((paper for paper in papers if paper.id == room.paper), papers[0])
    begins = room_left - shown * tall >= _least(page)
    split = y + shown * tall if begins else rect.bottom - _foot(page) - page.u(4)
    ids = [f"paper:{paper.id}" for paper in papers]
    wide = Rect(rect.x + page.u(4), y, rect.w - page.u(8), split - y)
    for place, line in page.roll("tray", wide, ids, [tall] * len(ids)):
        _line(page, line, papers[place], room, has_source)
    at = Rect(inside.x, split + page.u(4), inside.w, rect.bottom - split - page.u(4))
    if begins:
        _reader(page, at, chosen, board)
    _doors(page, Rect(at.x, rect.bottom - _foot(page), at.w, _foot(page)), chosen)


def is_unread(room: Room, paper: Paper) -> bool:
    """Came with the last turn and has not been looked at."""
    return paper.is_new and paper.id not in room.desk.read


def _line(page: Page, line: Rect, paper: Paper, room: Room, has_source: bool) -> None:
    id, u, board = f"paper:{paper.id}", page.u, room.desk.board
    unread = is_unread(room, paper)
    row(page, id, line, paper.title, f"read:{paper.id}", is_on=paper.id == room.paper)
    is_urgent = bool(paper.letter and not paper.is_own)
    x, base = line.x + u(36), line.y + u(2) + round(page.lh(style.ROW) * 0.78)
    page.add(f"{id}:icon", "mark", Rect(line.x + u(10), base - u(12), u(18), u(16)), draw_icon, look=(paper.kind, "su" if is_urgent else "ink"))
    page.say(f"{id}:title", paper.title, style.ROW.strong(unread), x, base, line.right - x - u(20), more="R")
    if has_source:
        late = t("room.late") if is_late(board, paper) else ""
        head = head_of(paper.sender, board.side)
        office = head.top if head and board.side == head.of == "moscow" else paper.sender
        source = " · ".join(part for part in (office, late or paper.when) if part)
        if page.width(source, style.CAPTION._replace(role="label")) > line.right - x - u(20):
            source = office             # the hour stands on the paper itself
        page.say(f"{id}:source", source, style.CAPTION, x, base + page.lh(style.CAPTION), line.right - x - u(20), more="R")
    if unread:
        page.add(f"{id}:new", "mark", Rect(line.right - u(16), base - u(10), u(10), u(10)), draw_dot)


def _foot(page: Page) -> int:
    """Pixels of what can be done with the chosen paper."""
    return max(page.u(34), page.lh(style.SMALL) + page.u(14))


def _least(page: Page) -> int:
    """Pixels of a letterhead, a line of the letter and the foot: with less the papers have the room to themselves."""
    return page.lh(OFFICE) + page.lh(style.ASIDE) + page.lh(style.LETTER) + _foot(page) + page.u(10)


def _reader(page: Page, rect: Rect, paper: Paper, board: Board) -> None:
    u = page.u
    y = _letterhead(page, rect, paper, board)
    foot = rect.bottom - _foot(page)
    note = next((words for words in paper.body if words.startswith(NOTE)), "")
    body = "\n".join(words for words in paper.body if words != note)
    low = foot
    if note:
        tall = min(page.measure(note, style.ASIDE, rect.w).height, 3 * page.lh(style.ASIDE), (foot - y) // 2)
        low = foot - tall
        page.tell("reader:note", note, style.ASIDE.on("focus"), Rect(rect.x, low, rect.w, foot - low), more="R")
    page.tell("reader:body", body, style.LETTER, Rect(rect.x, y, rect.w, low - u(2) - y), more="R")


def _doors(page: Page, rect: Rect, paper: Paper) -> None:
    """To the whole paper, and to its answer."""
    u, centre = page.u, rect.centery - page.u(1)
    took = quiet(page, "reader:read", rect.x, centre, "R", t("room.read-whole"), f"read:{paper.id}")
    if paper.letter:
        words = t("room.take-back") if paper.is_own else t("room.answer-it")
        x = max(took.right + u(14), rect.x + rect.w // 2 + u(10))
        if x + quiet_width(page, "Y", words) > rect.right:
            words = ""          # the cap alone: the paper itself says what it does
        quiet(page, "reader:reply", x, centre, "Y", words, f"reply:{paper.id}")


def _letterhead(page: Page, rect: Rect, paper: Paper, board: Board) -> int:
    """The office as its own paper has it, with the English under it, the hour, and how late it is. Returns the y below."""
    u, head = page.u, head_of(paper.sender, board.side)
    office, middle = head.top if head else paper.sender.upper(), rect.centerx
    base = rect.y + u(2) + round(page.lh(OFFICE) * 0.78)
    of = OFFICE if page.width(office, OFFICE) <= rect.w else OFFICE._replace(role="label", tracking=0)
    page.say("reader:office", office, of, middle, base, rect.w, "center", more="R")
    late = t("room.late-long") if is_late(board, paper) else ""
    due = t("room.due", when=paper.deadline) if paper.deadline else ""
    small = style.ASIDE._replace(size=12).on("warn" if late or due else "mut")
    parts = [head.under if head else "", paper.when, late, due]
    if page.width(" · ".join(part for part in parts if part), small._replace(role="label")) > rect.w:
        parts[0] = ""           # the office in English gives way to what is new
    base += page.lh(small)
    page.say("reader:about", " · ".join(part for part in parts if part), small, middle, base, rect.w, "center", more="R")
    under = Rect(rect.x, base + u(2), rect.w, u(8))
    page.add("reader:rule", "mark", under, draw_head, look=head.of if head else "")
    return under.bottom + u(3)


def is_late(board: Board, paper: Paper) -> bool:
    """A letter of theirs that was a turn under way: what it answers may stand no more. Where turns are longer it comes within one."""
    channel = next((line for line in board.channels if line.id == paper.channel), None)
    return bool(channel and channel.is_late and paper.by != board.side and board.half_days <= 1)


def draw_head(canvas: Canvas, node: Node) -> None:
    """The rules of the house under its office."""
    head_rules(canvas.surface, canvas.theme, node.rect, node.look)


def draw_icon(canvas: Canvas, node: Node) -> None:
    """What kind of paper it is."""
    kind, token = node.look
    paper_icon(canvas.surface, canvas.theme, kind, node.rect.topleft, token)


def draw_dot(canvas: Canvas, node: Node) -> None:
    """Unread."""
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        pen.circle(node.rect.center, canvas.theme.px(3.5), "warn")
