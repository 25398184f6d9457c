"""The rows of the deal table, and what the whole comes to.

Comes in: a Page, a rectangle, the Deal, the proposal in words. Goes out: Nodes. Never here: a change to the draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from ...engine.orders import Term
from ...wording.board import IssueLine, ProposalWords
from ...wording.groups import Group
from ...wording.manner import CONDITION_NAMES, IN_SIGHT, strings
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style, minus
from ..paint.marks import Pen, side_shape
from ..widgets.button import chip, chip_width, draw_heading, draw_row, switch
from ..widgets.sheet import heading, sheet

if TYPE_CHECKING:
    from .deal import Deal

STEPS = 5
MOST_LINES = 4
STEP_NAME = Style("label", 13, "mut")
SAYS = Style("label", 14)
GROUP = Style("label", 13, "mut", bold=True, tracking=1.2)
WAYS = (("secret", ("open", "secret"), "P"), ("paper", ("paper", "oral"), "O"), ("exact", ("exact", "loose"), "V"))
NEWS = ("pledge", "news")
ONLY_IF = "only if"


class Columns:
    """Where the columns of the table stand, in pixels."""

    def __init__(self, page: Page, inside: Rect):
        u, text = page.u, page.theme.text_scale
        self.name = inside.x
        self.switch = round(u(70) * max(1.0, text * 0.92))
        self.switches = inside.right - u(26) - 3 * self.switch - 2 * u(8)
        self.first = inside.x + round(u(190) * min(1.12, text))
        self.step = (self.switches - u(30) - self.first) // (STEPS - 1)

    def peg(self, place: int) -> int:
        """x of a step, 1..5."""
        return self.first + (place - 1) * self.step


def table(page: Page, rect: Rect, deal: Deal, words: ProposalWords) -> None:
    """The table: heading, rows, summary."""
    inside = sheet(page, "table", rect)
    u, board = page.u, deal.desk.board
    counters = next((paper.title for paper in board.papers if paper.letter == deal.desk.draft.counters and not paper.is_own),
                    "") if deal.desk.draft.counters else ""
    y = heading(page, "table", inside, "Deal table",
                f"Answer to: {counters}" if counters else "a row an issue; left is most Washington's, right most Moscow's", more="Esc")
    columns = Columns(page, inside)
    tall = max(u(20), page.lh(style.SMALL))
    head = Rect(inside.x, y - u(3), inside.w, tall)
    base = page.middle(head, style.SMALL)
    half = 2 * columns.step - u(20)
    page.add("head:washington", "mark", Rect(columns.peg(1) - u(7), head.centery - u(7), u(14), u(14)), draw_side, look="washington")
    page.say("head:washington:words", "Washington's most", style.SMALL.strong().on("us"), columns.peg(1) + u(12), base, half)
    page.add("head:moscow", "mark", Rect(columns.peg(5) - u(8), head.centery - u(8), u(16), u(16)), draw_side, look="moscow")
    page.say("head:moscow:words", "Moscow's most", style.SMALL.strong().on("su"), columns.peg(5) - u(13), base, half, "right")
    for place, title in enumerate(("known to", "given", "worded")):
        page.say(f"head:{title}", title, style.NOTE, columns.switches + place * (columns.switch + u(8)) + columns.switch // 2, base, align="center")
    y = head.bottom
    page.rule(inside.x, y, inside.w)
    foot = 4 * page.lh(style.SMALL) + u(16)
    _rows(page, Rect(rect.x + u(4), y, rect.w - u(8), inside.bottom - foot - y), deal, columns)
    _summary(page, Rect(inside.x, inside.bottom - foot + u(6), inside.w, foot - u(6)), words)


def _rows(page: Page, rect: Rect, deal: Deal, columns: Columns) -> None:
    """The list: a heading a group, and below the heading of an unfolded one its issues."""
    rows: list[Group | IssueLine] = []
    for group in deal.groups:
        rows += [group, *(group.issues if group.id in deal.unfolded else ())]
    ids = [f"{'group' if isinstance(row, Group) else 'issue'}:{row.id}" for row in rows]
    head = max(page.u(24), page.lh(style.SMALL) + page.u(4))
    heights = [head if isinstance(row, Group) else _height(page, deal, row, columns) for row in rows]
    page.stop("table")
    for place, line in page.roll("table", rect, ids, heights):
        row = rows[place]
        if isinstance(row, Group):
            _heading(page, line, deal, row, columns)
        else:
            _row(page, line, deal, row, columns)


def _heading(page: Page, line: Rect, deal: Deal, group: Group, columns: Columns) -> None:
    """A group's line: an arrow, its title, what is in it; Enter or a click folds and unfolds."""
    u, is_open = page.u, group.id in deal.unfolded
    page.add(f"group:{group.id}", "fold", line, draw_heading, action=f"fold:{group.id}", focus=True,
             text=f"{group.title}, {'open' if is_open else 'folded'}", is_on=is_open)
    base, right = page.middle(line, style.SMALL), line.right - u(12)
    tally = page.say(f"group:{group.id}:tally", group.tally(deal.desk.draft.terms), style.NOTE, right, base, align="right")
    title = page.say(f"group:{group.id}:title", group.title.upper(), GROUP.on("ink" if is_open else "mut"), columns.name + u(20), base)
    if not is_open:
        names = ", ".join(issue.name for issue in group.issues)
        page.say(f"group:{group.id}:names", names, style.CAPTION, title.right + u(14), base, tally.x - title.right - u(30), more="Enter")
        page.rule(columns.name, line.bottom - 1, line.right - columns.name - u(12), "band90")


def _height(page: Page, deal: Deal, issue: IssueLine, columns: Columns) -> int:
    u = page.u
    if issue.id != deal.issue:
        term = deal.desk.draft.terms.get(issue.id)
        return u(24) + page.lh(SAYS) * len(_says(page, issue, term, columns)[1]) if term else max(u(27), page.lh(style.ROW) + u(5))
    hooks = _hooks_height(page, issue, columns) if issue.id in deal.desk.draft.terms else 0
    return u(38) + _names_height(page, issue, columns) + hooks + page.lh(style.SMALL) + u(10)


def _names_height(page: Page, issue: IssueLine, columns: Columns) -> int:
    """Pixels the five steps' names take side by side; where they would be too deep, two lines for the chosen one alone."""
    return page.lh(STEP_NAME) * (2 if _is_folded(page, issue, columns) else _deepest(page, issue, columns))


def _deepest(page: Page, issue: IssueLine, columns: Columns) -> int:
    return max(len(page.measure(words, STEP_NAME, columns.step - page.u(6)).lines) for words in issue.positions)


def _is_folded(page: Page, issue: IssueLine, columns: Columns) -> bool:
    return _deepest(page, issue, columns) > MOST_LINES


def _row(page: Page, line: Rect, deal: Deal, issue: IssueLine, columns: Columns) -> None:
    u, id = page.u, f"issue:{issue.id}"
    term = deal.desk.draft.terms.get(issue.id)
    is_chosen = issue.id == deal.issue
    page.add(id, "issue", line, draw_row, action=f"say:{issue.id}", focus=True, text=issue.name, is_on=is_chosen, is_row=True)
    y = line.y + (u(18) if is_chosen or term else line.h // 2)
    name = style.ROW.strong(term is not None).on("ink" if term else "mut")
    page.say(f"{id}:name", issue.name, name, columns.name, y + u(5), columns.peg(1) - columns.name - u(16), more="W")
    scale = Rect(columns.peg(1) - u(10), y - u(14), columns.peg(5) - columns.peg(1) + u(20), u(32))
    page.add(f"{id}:scale", "scale", scale, draw_scale,
             look=(_stated(issue, deal.desk.board.side), issue.agreed, term, columns.first, columns.step, y))
    for place in range(1, STEPS + 1):
        hit = Rect(columns.peg(place) - u(17), max(line.y, y - u(14)), u(34), u(28))
        page.add(f"{id}:peg:{place}", "step", hit, None, action=f"peg:{issue.id}:{place}", key="Right", text=issue.positions[place - 1],
                 is_on=bool(term and term.position == place), is_over=True)
    if term:
        _ways(page, y, issue, term, columns)
        if not is_chosen:
            room, lines = _says(page, issue, term, columns)
            page.tell(f"{id}:says", _words(issue, term), SAYS, Rect(room.x, y + u(4), room.w, page.lh(SAYS) * len(lines)),
                      align="right" if room.right < columns.peg(term.position) else "left", more="W")
    else:
        page.say(f"{id}:unsaid", "left unsaid", style.ASIDE, columns.switches, y + u(5))
    if is_chosen:
        _opened(page, line, y, issue, term, columns)
    page.rule(columns.name, line.bottom - 1, line.right - columns.name - u(12), "band90")


def _says(page: Page, issue: IssueLine, term: Term, columns: Columns) -> tuple[Rect, tuple[str, ...]]:
    """Where the words of the peg's step stand, on its roomier side, and how they break there."""
    at, u = columns.peg(term.position), page.u
    left, right = columns.peg(1) - u(6), columns.switches - u(10)
    words = _words(issue, term)
    wide = page.width(words, SAYS)
    if wide <= right - at - u(12) or right - at >= at - left:
        room = Rect(at + u(12), 0, right - at - u(12), 0)
    else:
        room = Rect(left, 0, at - u(12) - left, 0)
    return room, page.measure(words, SAYS, room.w).lines[:2]


def _words(issue: IssueLine, term: Term) -> str:
    """The peg's step in its own words, and what hangs on it: `Told: they will go (as news)`."""
    tied = strings(term)
    return f"{issue.positions[term.position - 1]} ({', '.join(tied)})" if tied else issue.positions[term.position - 1]


def _ways(page: Page, y: int, issue: IssueLine, term: Term, columns: Columns) -> None:
    u = page.u
    seconds = {"secret": term.secret, "paper": not term.paper, "exact": not term.exact}
    for place, (way, two, key) in enumerate(WAYS):
        rect = Rect(columns.switches + place * (columns.switch + u(8)), y - u(12), columns.switch, u(24))
        switch(page, f"issue:{issue.id}:{way}", rect, two, f"{way}:{issue.id}", seconds[way], key, is_closed=way == "secret" and issue.in_sight)


def _opened(page: Page, line: Rect, y: int, issue: IssueLine, term: Term | None, columns: Columns) -> None:
    u, id = page.u, f"issue:{issue.id}"
    top = y + u(19)
    foot = line.bottom - page.lh(style.SMALL) - u(4)
    if term:
        foot -= _hooks_height(page, issue, columns)
        _hooks(page, foot, issue, term, columns)
    if _is_folded(page, issue, columns):
        room = Rect(columns.peg(1) - u(6), top, columns.switches - columns.peg(1), 2 * page.lh(STEP_NAME))
        here = term.position if term else issue.ours or 3
        page.tell(f"{id}:step", f"{here}: {issue.positions[here - 1]}", STEP_NAME.strong().on("ink"), room, more="W")
    else:
        _step_names(page, id, top, foot, issue, term, columns)
    if issue.note:
        room = Rect(columns.name, y + u(10), columns.peg(1) - columns.step // 2 - columns.name, foot - u(2) - y - u(10))
        page.tell(f"{id}:note", issue.note, style.CAPTION, room, more="W")
    base = line.bottom - u(7)
    place = (term.position if term else issue.ours or 3) - 1
    told = f"Step {place + 1}, to us: {worth(issue, place + 1)}.{f' {IN_SIGHT}' if issue.in_sight else ''}"
    taken = page.say(f"{id}:worth", told, Style("ui", 13, italic=True), columns.name, base, line.right - columns.name - u(12), more="W")
    stands = [f"{issue.blocked_by} can bar a step"] if issue.blocked_by else []
    stands += [f"hands tied {issue.exposure} of 1000"] if issue.exposure else []
    stands += [f"agreed: {issue.agreed.says}"] if issue.agreed else []
    if stands:
        page.say(f"{id}:stands", "; ".join(stands), style.WARN, taken.right + u(18), base, line.right - taken.right - u(30), more="W")


def worth(issue: IssueLine, place: int) -> str:
    """What a step is worth to this side, in figures: `\u221290 openly, \u221220 secretly`, or openly alone where it cannot be secret."""
    openly = f"{minus(issue.worth_open[place - 1])} openly"
    return openly if issue.in_sight else f"{openly}, {minus(issue.worth_secret[place - 1])} secretly"


def _hook_places(page: Page, issue: IssueLine, columns: Columns) -> tuple[list[tuple[str, Rect]], int]:
    """Where the small toggles of an opened row stand, from y 0, on as many lines as they need; and the height of it all."""
    u = page.u
    right = columns.switches + 3 * columns.switch + 2 * u(8)
    tall = max(u(24), page.lh(style.CAPTION) + u(6))
    x = columns.name + round(columns.switch * 1.5) + u(14)
    found, y = [("news", Rect(columns.name, u(2), round(columns.switch * 1.5), u(24)))], 0
    if issue.conditions:
        x += page.width(ONLY_IF, style.NOTE) + u(8)
    left = x
    for place, id in enumerate(issue.conditions):
        wide = chip_width(page, hook(place, id))
        if x + wide > right and x > left:
            x, y = left, y + tall + u(2)
        found.append((id, Rect(x, y, wide, tall)))
        x += wide + u(6)
    return found, y + tall + u(6)


def hook(place: int, id: str) -> str:
    """A condition as its chip says it, with the key that hangs it on."""
    return f"{place + 1}  {CONDITION_NAMES[id]}"


def _hooks_height(page: Page, issue: IssueLine, columns: Columns) -> int:
    return _hook_places(page, issue, columns)[1]


def _hooks(page: Page, top: int, issue: IssueLine, term: Term, columns: Columns) -> None:
    """On the opened row alone: is it a pledge or mere news, and what does it hang on."""
    id, (places, _) = f"issue:{issue.id}", _hook_places(page, issue, columns)
    news = places[0][1].move(0, top)
    switch(page, f"{id}:news", news, NEWS, f"news:{issue.id}", term.news, "N")
    if len(places) > 1:
        page.say(f"{id}:only-if", ONLY_IF, style.NOTE, news.right + page.u(14), page.middle(places[1][1].move(0, top), style.NOTE))
    for place, (condition, rect) in enumerate(places[1:]):
        chip(page, f"{id}:if:{condition}", rect.move(0, top), hook(place, condition), f"condition:{issue.id}:{place}", condition in term.conditions,
             str(place + 1), takes_focus=False)


def _step_names(page: Page, id: str, top: int, bottom: int, issue: IssueLine, term: Term | None, columns: Columns) -> None:
    wide = columns.step - page.u(6)
    for place, words in enumerate(issue.positions, 1):
        is_here = bool(term and term.position == place)
        of = STEP_NAME.strong(is_here).on("ink" if is_here else "mut")
        page.tell(f"{id}:step:{place}", words, of, Rect(columns.peg(place) - wide // 2, top, wide, bottom - top), align="center", more="W")


def _summary(page: Page, rect: Rect, words: ProposalWords) -> None:
    u = page.u
    page.rule(rect.x, rect.y - u(4), rect.w, "ink")
    page.stop("summary")
    page.add("summary:all", "door", rect, None, action="why:summary", focus=True, text="what it comes to", is_over=True)
    step = page.lh(style.SMALL)
    base = rect.y + round(step * 0.9)
    x = page.say("summary:worth", f"Worth to us {minus(words.total)}", style.BODY.strong(), rect.x, base).right + u(22)
    for who, amount in words.costs:
        x = page.say(f"summary:{who}", who, style.NOTE, x, base).right + u(6)
        x = page.say(f"summary:{who}:figure", minus(amount), style.FIGURE._replace(size=13, token="warn" if amount < 0 else "ink"), x,
                     base).right + u(16)
    lines = [("Cannot be sent so: ", reason, "warn") for reason in words.refusals] + [("Can block: ", reason, "ink") for reason in words.blocked]
    lines += [("Mind: ", warning, "ink") for warning in words.warnings]
    if words.leak_note:
        lines.append(("", words.leak_note, "ink"))
    lines += [("", end, "mut") for end in words.open_ends]
    for place, (front, reason, ink) in enumerate(lines[:3]):
        base += step
        more = f"  (W: {len(lines) - 2} more)" if place == 2 and len(lines) > 3 else ""
        room = rect.w - (page.width(more, style.NOTE) if more else 0)
        taken = page.say(f"summary:line:{place}", front + reason, style.SMALL.on(ink), rect.x, base, room, more="W")
        if more:
            page.say("summary:more", more, style.NOTE, taken.right, base)
    if not lines:
        page.say("summary:none", "Nothing is said yet. Set a peg with the arrows, or click a step of a scale.", style.ASIDE, rect.x, base + step)


def draw_side(canvas: Canvas, node: Node) -> None:
    """A side's sign at its end of the scale."""
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        side_shape(pen, node.rect.center, node.look, 5)


def _stated(issue: IssueLine, seat: str) -> tuple[int, int]:
    """Where Washington and Moscow last put their names; 0 = nowhere yet."""
    return (issue.ours, issue.theirs) if seat == "washington" else (issue.theirs, issue.ours)


def draw_scale(canvas: Canvas, node: Node) -> None:
    """Five steps, where each side last put its name, and the peg. Marks on one step stand apart, so that none hides another."""
    (washington, moscow), agreed, term, first, step, y = node.look
    theme = canvas.theme
    ink = "ink" if term else "faint"

    def x(place: int) -> int:
        return int(first + (place - 1) * step)

    with Pen(canvas.surface, theme, node.rect) as pen:
        if agreed:
            pen.circle((x(agreed.position), y), theme.px(11), None, "focus", 1.6)
        pen.line([(x(1), y), (x(STEPS), y)], ink, 1.2)
        for place in range(1, STEPS + 1):
            pen.line([(x(place), y - theme.px(4)), (x(place), y + theme.px(4))], ink, 1.2)
        apart = theme.px(6) if washington and washington == moscow else 0
        if washington:
            side_shape(pen, (x(washington) - apart, y), "washington", 4.4)
        if moscow:
            side_shape(pen, (x(moscow) + apart, y), "moscow", 4.4)
        if term:
            at = x(term.position)
            pen.line([(at, y - theme.px(10)), (at, y + theme.px(3))], "ink", 2.2)
            pen.polygon([(at, y + theme.px(2)), (at - theme.px(8), y + theme.px(15)), (at + theme.px(8), y + theme.px(15))], "brass", "ink", 1.3)
