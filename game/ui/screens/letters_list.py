"""The list of letters with their lanes, and the archive of all papers by days.

Comes in: a Page, a rectangle, the Letters screen. Goes out: Nodes. Never here: what a letter says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pygame import Rect

from ...language import t
from ...wording.board import Paper
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint.marks import Pen, paper_icon, side_shape
from ..widgets.button import draw_heading, row
from ..widgets.flow import Chip, chips
from ..widgets.sheet import heading, sheet

if TYPE_CHECKING:
    from .letters import Letters

ICONS = {"public": "broadcast", "cable": "cable", "back": "note", "un": "letter"}
"""Lane -> the sign over it."""
PITCH = 24
"""Design pixels from lane to lane."""
WHEN = style.Style("typed", 12)
NAMED = 2
"""Terms that a row names; the others are counted."""


def day_of(paper: Paper) -> str:
    """`27 October`."""
    return paper.when.partition(",")[0]


def days(papers: Sequence[Paper]) -> list[str]:
    """The days of those papers, in their order."""
    return list(dict.fromkeys(day_of(paper) for paper in papers))


def ids(screen: Letters) -> list[str]:
    """What the list walks: `letter:ID` of letters and papers, `day:DAY` of headings."""
    if screen.view == "letters":
        return [f"letter:{paper.id}" for paper in _threads(screen)]
    found: list[str] = []
    papers = [paper for paper in screen.desk.board.papers if screen.kind in ("", paper.kind)]
    for day in days(papers):
        found.append(f"day:{day}")
        if day not in screen.folded:
            found += [f"letter:{paper.id}" for paper in papers if day_of(paper) == day]
    return found


def _threads(screen: Letters) -> list[Paper]:
    """Letters and agreements, oldest first; only those of one channel where one is chosen."""
    shown = [paper for paper in reversed(screen.desk.board.papers) if paper.number or paper.id.startswith("deal@")]
    return [paper for paper in shown if not screen.lane or _lane(screen, paper) == screen.lane]


def _lane(screen: Letters, paper: Paper) -> str:
    """The lane of a letter; an agreement stands in that of the letter that had bound last when it was signed."""
    if paper.id in screen.letters:
        return screen.letters[paper.id].lane
    order = [each.id for each in reversed(screen.desk.board.papers)]
    bound = [line.lane for line in screen.desk.board.letters if line.state == "accepted" and order.index(line.paper.id) < order.index(paper.id)]
    return bound[-1] if bound else "cable"


def build(page: Page, rect: Rect, screen: Letters) -> None:
    """Tabs for letters and archive, chips for channels or kinds, the rows."""
    from .letters import KINDS, LANES, VIEWS
    inside = sheet(page, "list", rect)
    waiting = sum(bool(line.options) and not line.is_ours for line in screen.desk.board.letters)
    y = heading(page, "list", inside, t("letters.title"), t("letters.open", n=waiting), more="W")
    y = chips(page, "views", inside, y, [Chip(f"view:{view}", t(f"letters.view-{view}"), view == screen.view) for view in VIEWS])
    if screen.view == "letters":
        filters = [Chip(f"lane:{lane}", t(f"letters.lane-{lane or 'all'}"), lane == screen.lane, str(place + 1)) for place, lane in enumerate(LANES)]
    else:
        filters = [Chip(f"kind:{kind}", t(f"letters.kind-{kind or 'all'}"), kind == screen.kind, str(place + 1)) for place, kind in enumerate(KINDS)]
    y = chips(page, "filters", inside, y, filters)
    wide = Rect(rect.x + page.u(4), y, rect.w - page.u(8), rect.bottom - page.u(8) - y)
    page.stop("list")
    if not ids(screen):
        page.tell("list:none", t("letters.none"), style.ASIDE, Rect(inside.x, y, inside.w, wide.h))
    elif screen.view == "letters":
        _letters(page, wide, screen)
    else:
        _archive(page, wide, screen)


# ------------------------------------------------------------------------------------------------ letters and their lanes
def _letters(page: Page, wide: Rect, screen: Letters) -> None:
    u = page.u
    page.rule(wide.x + u(8), wide.y, wide.w - u(16))
    lane_x = {lane: wide.x + u(8) + page.width("00 000", WHEN) + u(22) + u(PITCH) * place
              for place, lane in enumerate(ICONS)}
    head = Rect(wide.x, wide.y + u(2), wide.w, u(20))
    for lane, icon in ICONS.items():
        page.add(f"lane:{lane}:icon", "mark", Rect(lane_x[lane] - u(8), head.y + u(2), u(17), u(15)), draw_icon, look=icon)
    foot = _legend(page, wide)
    body = Rect(wide.x, head.bottom, wide.w, foot - u(4) - head.bottom)
    papers = _threads(screen)
    tall = max(u(44), page.lh(style.SMALL) + page.lh(style.CAPTION) + u(10))
    rows = page.roll("list", body, [f"letter:{paper.id}" for paper in papers], [tall] * len(papers))
    seen = {papers[place].id: at for place, at in rows}
    for place, at in rows:
        paper = papers[place]
        row(page, f"letter:{paper.id}", at, paper.title, f"letter:{paper.id}", is_on=paper.id == screen.chosen)
    _links(page, body, screen, seen, lane_x, papers)
    x = max(lane_x.values()) + u(16)
    for place, at in rows:
        _letter(page, at, papers[place], screen, x, lane_x[_lane(screen, papers[place])])


def _letter(page: Page, at: Rect, paper: Paper, screen: Letters, x: int, lane: int) -> None:
    u, id, letter = page.u, f"letter:{paper.id}", screen.letters.get(paper.id)
    day, _, hour = paper.when.partition(", ")
    short = " ".join(part[:3] for part in day.split())
    base = at.y + u(5) + round(page.lh(style.SMALL) * 0.76)
    low = base + page.lh(style.CAPTION)
    page.say(f"{id}:day", short, WHEN, at.x + u(8), base)
    page.say(f"{id}:hour", hour, WHEN.on("mut"), at.x + u(8), low)
    side = letter.paper.by if letter else ""
    is_open = bool(letter and letter.options)
    is_under_way = bool(letter and letter.state == "under way")
    page.add(f"{id}:mark", "mark", Rect(lane - u(8), at.centery - u(8), u(16), u(16)), draw_side, look=(side, is_under_way))
    right = at.right - u(10)
    if is_open:
        page.add(f"{id}:open", "mark", Rect(right - u(12), at.centery - u(6), u(12), u(12)), draw_open)
        right -= u(18)
    title = t("letters.row", n=paper.number, what=_about(paper)) if paper.number else paper.title
    page.say(f"{id}:title", title, style.SMALL.strong(is_open or letter is None), x, base, right - x, more="R")
    state = t(f"letters.state-{letter.state.replace(' ', '-')}") if letter else t("letters.state-agreed")
    page.say(f"{id}:state", state, style.CAPTION, x, low, right - x, more="R")


def _about(paper: Paper) -> str:
    names = [term.name for term in paper.terms]
    more = f" +{len(names) - NAMED}" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _links(page: Page, body: Rect, screen: Letters, seen: dict[str, Rect], lane_x: dict[str, int], papers: Sequence[Paper]) -> None:
    """Lines from each letter in sight to the one it answers, or that its writer sent before; what is out of sight lies beyond the edge."""
    order = [paper.id for paper in papers]
    lines = []
    for id, at in seen.items():
        letter = screen.letters.get(id)
        other = letter.answers or letter.before if letter else ""
        if letter and other in order:
            there = screen.letters[other]
            y = seen[other].centery if other in seen else body.y if order.index(other) < order.index(id) else body.bottom
            lines.append(((lane_x[there.lane], y), (lane_x[letter.lane], at.centery), bool(letter.answers), there.lane != letter.lane))
    page.add("links", "lines", body, draw_links, look=(tuple(lane_x.values()), tuple(lines)))


def _legend(page: Page, wide: Rect) -> int:
    """What the marks mean, at the foot; returns its top. None where the text is too large for it."""
    u, of = page.u, style.CAPTION
    entries = [("washington", t("letters.mark-washington")), ("moscow", t("letters.mark-moscow")), ("", t("letters.mark-both")),
               ("open", t("letters.mark-open")), ("answers", t("letters.mark-answers")), ("lane", t("letters.mark-lane"))]
    places, x, rows = [], wide.x + u(8), 0
    for mark, words in entries:
        need = u(26) + page.width(words, of) + u(12)
        if x > wide.x + u(8) and x + need > wide.right:
            x, rows = wide.x + u(8), rows + 1
        places.append((mark, words, x, rows))
        x += need
    tall = page.lh(of) + u(2)
    top = wide.bottom - tall * (rows + 1)
    if rows > 2 or top < wide.y + wide.h * 0.6:
        return wide.bottom
    page.rule(wide.x + u(8), top - u(3), wide.w - u(16))
    for mark, words, x, at in places:
        centre = top + tall * at + tall // 2
        page.add(f"legend:{mark}", "mark", Rect(x, centre - u(7), u(20), u(14)), draw_legend, look=mark)
        page.say(f"legend:{mark}:words", words, of, x + u(26), page.middle(Rect(x, top + tall * at, 1, tall), of))
    return top - u(3)


# ------------------------------------------------------------------------------------------------ the archive
def _archive(page: Page, wide: Rect, screen: Letters) -> None:
    all_ids, u = ids(screen), page.u
    papers = screen.papers
    tall = page.lh(style.SMALL) + page.lh(style.CAPTION) + u(8)
    high = max(u(28), page.lh(style.ROW) + u(6))
    heights = [high if id.startswith("day:") else tall for id in all_ids]
    for place, at in page.roll("list", wide, all_ids, heights):
        id = all_ids[place]
        kind, _, name = id.partition(":")
        if kind == "day":
            count = sum(day_of(paper) == name and screen.kind in ("", paper.kind) for paper in papers.values())
            page.add(id, "fold", at, draw_heading, action=id, focus=True, text=name, is_on=name not in screen.folded)
            said = page.say(f"{id}:count", t("letters.papers", n=count), style.NOTE, at.right - u(10), page.middle(at, style.NOTE), align="right")
            page.say(f"{id}:words", name, style.ROW.strong(), at.x + u(28), page.middle(at, style.ROW), said.left - at.x - u(40), more="Enter")
            continue
        paper = papers[name]
        row(page, id, at, paper.title, id, is_on=name == screen.chosen)
        base, x = at.y + u(4) + round(page.lh(style.SMALL) * 0.76), at.x + u(40)
        page.add(f"{id}:icon", "mark", Rect(at.x + u(14), base - u(12), u(18), u(16)), draw_icon, look=paper.kind)
        page.say(f"{id}:title", paper.title, style.SMALL.strong(bool(paper.letter)), x, base, at.right - x - u(10), more="R")
        source = f"{paper.when.partition(', ')[2]} \u00b7 {paper.sender}"
        page.say(f"{id}:source", source, style.CAPTION, x, base + page.lh(style.CAPTION), at.right - x - u(10), more="R")


# ------------------------------------------------------------------------------------------------ drawing
def draw_icon(canvas: Canvas, node: Node) -> None:
    """What kind of paper it is, or what a lane carries."""
    paper_icon(canvas.surface, canvas.theme, node.look, node.rect.topleft, "mut")


def draw_side(canvas: Canvas, node: Node) -> None:
    """Who wrote it; hollow while it is under way."""
    side, hollow = node.look
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        if side:
            side_shape(pen, node.rect.center, side, 5, hollow="paper" if hollow else None)
        else:
            pen.circle(node.rect.center, canvas.theme.px(5), "paper", "ink", 1.6)


def draw_open(canvas: Canvas, node: Node) -> None:
    """It can still be answered, or taken back."""
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        pen.circle(node.rect.center, canvas.theme.px(4), None, "ink", 1.6)


def draw_links(canvas: Canvas, node: Node) -> None:
    """The lanes, and the lines between letters: solid for an answer, thin for the same hand again, dashed where the channel changed."""
    lanes, lines = node.look
    body = node.rect
    with Pen(canvas.surface, canvas.theme, body) as pen:
        for x in lanes:
            pen.line([(x, body.top), (x, body.bottom)], "rule", 1)
        for start, end, is_answer, is_other in lines:
            if is_other:
                pen.dash([start, end], "mut", 1.6 if is_answer else 1.0, 4, 3)
            else:
                pen.line([start, end], "mut", 1.8 if is_answer else 1.0)


def draw_legend(canvas: Canvas, node: Node) -> None:
    """One mark of the legend."""
    rect = node.rect
    with Pen(canvas.surface, canvas.theme, rect) as pen:
        if node.look in ("washington", "moscow"):
            side_shape(pen, rect.center, node.look, 4)
        elif node.look == "":
            pen.circle(rect.center, canvas.theme.px(4), None, "ink", 1.6)
        elif node.look == "open":
            pen.circle(rect.center, canvas.theme.px(3.4), None, "ink", 1.6)
        elif node.look == "lane":
            pen.dash([rect.midleft, rect.midright], "mut", 1.4, 4, 3)
        else:
            pen.line([rect.midleft, rect.midright], "mut", 1.6)
