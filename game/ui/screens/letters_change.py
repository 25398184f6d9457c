"""The chosen letter with how it reads, and term by term what changed since that writer's letter before.

Comes in: a Page, a rectangle, the Letters screen. Goes out: Nodes; every number is a door. Never here: a price that the Board does not have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from ...language import t
from ...wording.board import TermWords
from ...wording.filed import Missive, TermWorth
from ...wording.manner import form, strings
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style, minus
from ..paint.marks import Pen, side_shape
from ..widgets.letterhead import head, stamp
from ..widgets.reader import reader as running_text
from ..widgets.reader import reader_height
from ..widgets.sheet import heading, sheet

if TYPE_CHECKING:
    from .letters import Letters

TOP = 1000
EDGE = 22
"""Design pixels that figures keep from the right edge: there is room for a scroll bar."""


def reader(page: Page, rect: Rect, screen: Letters) -> None:
    """The paper as it came, and beneath it what the staff reads in it."""
    inside = sheet(page, "letter", rect, "letterhead").inflate(-page.u(12), 0)
    paper = screen.paper
    if paper is None:
        page.tell("letter:none", t("letters.none"), style.ASIDE, inside)
        return
    y = head(page, "letter", inside, paper, screen.desk.board, more="R")
    letter = screen.letter
    foot = _reads(page, inside, letter, round(inside.h * 0.5)) if letter and not page.is_one else inside.bottom
    of = style.CABLE._replace(size=14) if paper.kind == "cable" else style.LETTER
    paragraphs = [(words, of) for words in paper.body]
    if paper.source:
        paragraphs.append((paper.source, style.ASIDE))
    page.stop("letter")
    text = Rect(inside.x, y, inside.w, foot - page.u(6) - y)
    running_text(page, "letter:text", text, paragraphs)
    stamp(page, "letter", inside, text, reader_height(page, paragraphs, text.w), paper, screen.desk.board)


def reads(page: Page, rect: Rect, screen: Letters) -> None:
    """What the staff reads in it, on a sheet of its own: where one panel has the window to itself."""
    inside = sheet(page, "reading", rect).inflate(-page.u(12), 0)
    if screen.letter:
        _reads(page, inside, screen.letter, inside.h)


def _reads(page: Page, inside: Rect, letter: Missive, most: int) -> int:
    """How it reads, or what became of our own; returns the y above it."""
    u = page.u
    said = [letter.fate, *letter.reads]
    blocks = [page.measure(words, style.NOTE, inside.w) for words in said]
    head_tall, bar = max(page.lh(style.PANEL_SMALL), u(20)) + u(8), page.lh(style.BODY) + u(6) if letter.mood else 0
    tall = head_tall + bar + sum(block.height + u(2) for block in blocks)
    tall = min(tall, most)
    top = inside.y if page.is_one else inside.bottom - tall
    if not page.is_one:
        page.rule(inside.x, top - u(2), inside.w)
    title = t("letters.became") if letter.is_ours else t("letters.reads")
    y = heading(page, "reads", Rect(inside.x, top + u(4), inside.w, tall), title, "" if letter.is_ours else t("letters.staff"), style.PANEL_SMALL)
    if letter.mood and y + bar <= inside.bottom:
        _mood(page, Rect(inside.x, y, inside.w, bar), letter.mood)
        y += bar
    for place, words in enumerate(said):
        y = page.tell(f"reads:{place}", words, style.NOTE, Rect(inside.x, y, inside.w, inside.bottom - y), more="R") + u(2)
    return top - u(4)


def _mood(page: Page, rect: Rect, mood: tuple[int, int]) -> None:
    """Their fear as we read it: a ring before the letter, a dot after it, and the number."""
    u = page.u
    base = page.middle(rect, style.BODY)
    page.stop("mood")
    page.add("meter:mood", "door", Rect(rect.x - u(4), rect.y, rect.w + u(8), max(u(24), rect.h)), None, action="why:mood", focus=True,
             text=f"{t('letters.fear')} {mood[1]}", is_over=True)
    value = page.say("mood:value", str(mood[1]), style.FIGURE, rect.right, base, align="right")
    name = page.say("mood:name", t("letters.fear"), style.SMALL, rect.x, base, round(rect.w * 0.6), more="W")
    bar = Rect(name.right + u(14), rect.y, value.left - u(14) - name.right - u(14), rect.h)
    if bar.w > u(40):
        page.add("mood:bar", "spark", bar, draw_mood, look=mood)


# ------------------------------------------------------------------------------------------------ what changed
def build(page: Page, rect: Rect, screen: Letters) -> None:
    """One row a term, with what it was and what it is; the whole letter at the foot."""
    letter, paper = screen.letter, screen.paper
    inside = sheet(page, "changed", rect)
    if letter is None:
        _plain(page, inside, screen)
        return
    earlier = screen.letters.get(letter.before)
    y = heading(page, "changed", inside, t("letters.changed") if earlier else t("letters.says"), t("letters.worth-to-us"))
    columns = _columns(page, inside, earlier is not None)
    u = page.u
    if earlier:
        base = y + round(page.lh(style.SMALL) * 0.8)
        for name, each, x in (("before", earlier, columns[1]), ("now", letter, columns[2])):
            words = t("letters.column", n=each.paper.number, day=_day(each))
            page.add(f"{name}:mark", "mark", Rect(x, base - u(12), u(14), u(16)), draw_mark, look=(letter.paper.by, name == "before"))
            words = words if page.width(words, style.SMALL.strong()) <= columns[2] - columns[1] - u(26) else _day(each)
            page.say(f"{name}:head", words, style.SMALL.strong().on("us" if letter.paper.by == "washington" else "su"), x + u(18), base,
                     columns[2] - columns[1] - u(26), more="R")
        y += page.lh(style.SMALL) + u(4)
        page.rule(inside.x, y, inside.w, "ink")
    foot = _whole(page, inside, letter, earlier is not None, columns)
    page.stop("changed")
    row_tall = page.lh(style.SMALL) * 2 + page.lh(style.CAPTION) + u(8)
    page_ids = [f"term:{term.issue}" for term in letter.terms]
    assert paper is not None
    for place, at in page.roll("changed", Rect(rect.x + u(4), y + u(2), rect.w - u(8), foot - y - u(6)), page_ids, [row_tall] * len(page_ids)):
        _term(page, at, letter.terms[place], columns, earlier is not None, inside.right - u(EDGE))


def _columns(page: Page, inside: Rect, two: bool) -> tuple[int, int, int, int]:
    """x of the name, of what it was, of what it is; the right edge of what it is."""
    name = inside.x
    worth = max(page.width("\N{MINUS SIGN}1000", style.FIGURE), page.width(t("letters.how-nearer-to-us"), style.CAPTION)) + page.u(30)
    right = inside.right - worth
    if not two:
        return (name, name + round(inside.w * 0.3), name + round(inside.w * 0.3), right)
    first = name + round((right - name) * 0.27)
    return (name, first, first + (right - first) // 2, right)


def _term(page: Page, at: Rect, term: TermWorth, columns: tuple[int, int, int, int], two: bool, edge: int) -> None:
    u, id = page.u, f"term:{term.issue}"
    page.add(id, "row", at, draw_term, focus=True, text=term.name, action=id, is_row=True, is_on=bool(term.how))
    y = at.y + u(4)
    page.tell(f"{id}:name", term.name, style.SMALL.strong(), Rect(columns[0], y, columns[1] - columns[0] - u(8), at.bottom - y), lines=3, more="W")
    if two:
        _said(page, f"{id}:before", term.before, Rect(columns[1], y, columns[2] - columns[1] - u(8), at.bottom - y), "mut")
    _said(page, f"{id}:now", term.now, Rect(columns[2], y, columns[3] - columns[2] - u(8), at.bottom - y), "ink")
    amount = term.worth - term.was if two else term.worth
    right, base = edge, y + round(page.lh(style.FIGURE) * 0.78)
    page.say(f"{id}:worth", minus(amount), style.FIGURE.on("warn" if amount < 0 else "ink"), right, base, align="right")
    if term.how:
        page.say(f"{id}:how", t(f"letters.how-{term.how.replace(' ', '-')}"), style.CAPTION._replace(italic=True), right,
                 base + page.lh(style.CAPTION), right - columns[3], "right", more="W")
    page.rule(columns[0], at.bottom - 1, at.right - u(8) - columns[0], "band90")


def _said(page: Page, id: str, term: TermWords | None, rect: Rect, ink: str) -> None:
    """The rung in its own words, and beneath it how it is said."""
    if term is None:
        page.say(id, t("letters.unsaid"), style.ASIDE, rect.x, rect.y + round(page.lh(style.SMALL) * 0.78), rect.w, more="W")
        return
    y = page.tell(id, term.says, style.SMALL.on(ink), rect, lines=2, more="W")
    way = ", ".join((form(term), *strings(term)))
    page.say(f"{id}:form", way, style.CAPTION._replace(italic=True), rect.x, y + round(page.lh(style.CAPTION) * 0.78), rect.w, more="W")


def _whole(page: Page, inside: Rect, letter: Missive, two: bool, columns: tuple[int, int, int, int]) -> int:
    """The whole letter's worth, at the foot; returns the y above it."""
    u = page.u
    tall = max(u(28), page.lh(style.FIGURE) + u(8))
    line = Rect(inside.x - u(6), inside.bottom - tall + u(6), inside.w + u(12), tall)
    page.rule(inside.x, line.y, inside.w, "ink")
    page.stop("whole")
    page.add("worth:all", "door", line, None, action="worth:all", focus=True, text=f"{t('letters.whole')} {letter.worth}", is_over=True)
    base = page.middle(line, style.SMALL)
    page.say("worth:name", t("letters.whole"), style.SMALL.strong(), columns[0], base, columns[1] - columns[0] - u(6), more="W")
    figure = style.FIGURE._replace(size=15)
    if two:
        page.say("worth:was", minus(letter.was), figure.on("mut"), columns[1], base)
    page.say("worth:now", minus(letter.worth), figure, columns[2], base)
    if two:
        change = letter.worth - letter.was
        page.say("worth:change", minus(change), figure.on("warn" if change < 0 else "ink"), inside.right - u(EDGE), base, align="right")
    return line.y


def _plain(page: Page, inside: Rect, screen: Letters) -> None:
    """An agreement's terms, or the word that this paper asks nothing."""
    paper = screen.paper
    y = heading(page, "changed", inside, t("letters.agreed"))
    lines: list[tuple[str, Style]] = []
    for term in paper.terms if paper else ():
        lines += [(term.name, style.SMALL.strong()), (f"{term.says} ({', '.join((form(term), *strings(term)))})", style.SMALL)]
        if term.reading and term.reading != term.says:
            lines.append((t("letters.we-read", says=term.reading), style.ASIDE))
    page.stop("changed")
    running_text(page, "changed", Rect(inside.x, y, inside.w, inside.bottom - y), lines or [(t("letters.none"), style.ASIDE)])


def _day(letter: Missive) -> str:
    return " ".join(part[:3] for part in letter.paper.when.partition(",")[0].split())


def draw_mood(canvas: Canvas, node: Node) -> None:
    """0 to 1000, a ring where it stood before and a dot where it stands since."""
    rect, (before, after) = node.rect.inflate(-canvas.theme.px(12), 0), node.look
    y = rect.centery
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        pen.line([(rect.left, y), (rect.right, y)], "rule", 1)
        for value in (0, TOP):
            x = rect.left + rect.w * value / TOP
            pen.line([(x, y - canvas.theme.px(3)), (x, y + canvas.theme.px(3))], "rule", 1)
        was, now = (rect.left + rect.w * value / TOP for value in (before, after))
        pen.line([(was, y), (now, y)], "ink", 2)
        pen.circle((was, y), canvas.theme.px(4), "letterhead", "ink", 1.3)
        pen.circle((now, y), canvas.theme.px(4), "ink")


def draw_mark(canvas: Canvas, node: Node) -> None:
    """Whose letter a column is; hollow for the earlier one."""
    side, is_before = node.look
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        side_shape(pen, node.rect.center, side, 4.2, hollow="paper" if is_before else None)


def draw_term(canvas: Canvas, node: Node) -> None:
    """The row's ground: marked where the focus is."""
    theme, rect = canvas.theme, node.rect
    if canvas.focus == node.id or canvas.hover == node.id:
        canvas.surface.fill(theme.color("selected" if canvas.focus == node.id else "hover"), rect)
