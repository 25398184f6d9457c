"""After the agreement: what was agreed, as either side reads it as far as this chair knows, and the days that ask about it.

Comes in: a Page, a rectangle, a Board. Goes out: Nodes; a line opens the issue's words or its file. Never here: the other side's own reading.
"""

from pygame import Rect

from ...language import t
from ...wording.board import Board, DateLine, Reading
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint.marks import Pen, cross, side_mark, side_shape, triangle
from ..widgets.button import row
from ..widgets.sheet import heading, sheet

SIGNS = {"same": "=", "open": "\u2248", "apart": "\u2260", "silent": "?"}
WORDS = Style("label", 13)
HALF_DAYS = 40
"""What the calendar shows at the least: twenty days."""
AHEAD = ("open", "to come")


def agreed(page: Page, rect: Rect, board: Board) -> None:
    """Issue by issue: our reading, theirs, and how far apart they are."""
    u, inside = page.u, sheet(page, "agreed", rect)
    y = heading(page, "agreed", inside, t("room.agreed"), t("room.agreed-aside"), style.PANEL_SMALL, more="D")
    name, mark = round(inside.w * 0.22), page.width("\u2260", style.FIGURE) + u(10)
    column = (inside.w - name - mark - u(12)) // 2
    sides = (("washington", "us"), ("moscow", "su"))
    head, base = style.SMALL.strong(), y + round(page.lh(style.SMALL) * 0.8)
    for place, (side, token) in enumerate(sides):
        x = inside.x + name + place * column
        page.add(f"agreed:{side}", "mark", Rect(x, base - u(9), u(11), u(11)), draw_side, look=side)
        words = t("room.reads-ours") if side == board.side else t("room.reads-theirs")
        page.say(f"agreed:{side}:words", words, head.on(token), x + u(18), base, column - u(26), more="Enter")
    y += page.lh(style.SMALL) + u(4)
    page.stop("agreed")
    lines = board.readings
    tall = max(u(26), 2 * page.lh(WORDS) + u(5))
    ids = [f"reading:{line.issue}" for line in lines]
    area = Rect(rect.x + u(4), y, rect.w - u(8), rect.bottom - u(6) - y)
    for place, at in page.roll("agreed", area, ids, [tall] * len(lines)):
        _reading(page, ids[place], at, lines[place], board.side, (inside.x, name, column))


def _reading(page: Page, id: str, at: Rect, line: Reading, side: str, columns: tuple[int, int, int]) -> None:
    u, (x, name, column) = page.u, columns
    theirs = line.theirs or t("room.nothing-said")
    row(page, id, at, f"{line.name}: {line.ours}", id)
    if line.is_filed:
        page.add(f"{id}:file", "mark", Rect(at.x + u(1), at.y + u(3), u(5), at.h - u(6)), draw_filed)
    page.rule(x, at.bottom - 1, at.right - x - u(8), "band90")
    page.tell(f"{id}:name", line.name, WORDS.strong(), Rect(x, at.y + u(2), name - u(10), at.h - u(3)), lines=2, more="Enter")
    pair = ((side == "washington", line.ours, True), (side == "moscow", theirs, False)) if side == "washington" else (
        (False, theirs, False), (True, line.ours, True))
    for place, (_, told, is_ours) in enumerate(pair):
        of = WORDS if is_ours or line.theirs else WORDS.on("mut")
        page.tell(f"{id}:{'ours' if is_ours else 'theirs'}", told, of, Rect(x + name + place * column, at.y + u(2), column - u(12), at.h - u(3)),
                  lines=2, more="Enter")
    of = style.FIGURE.on("warn" if line.state == "apart" else "ink" if line.state != "same" else "mut")
    page.say(f"{id}:sign", SIGNS[line.state], of, at.right - u(10), at.y + u(2) + round(page.lh(WORDS) * 0.86), align="right")


def reading_words(line: Reading) -> list[str]:
    """A line of the table in whole sentences."""
    found = [t("room.in-force", words=line.text) if line.text else t("room.left-unsaid"), t("room.we-read", words=line.ours)]
    found.append(t("room.they-put-it", words=line.theirs) if line.theirs else t("room.they-said-nothing"))
    found.append(t(f"room.state-{line.state}"))
    if line.quarrels:
        found.append(t("room.quarrels", n=line.quarrels))
    if line.is_filed:
        found.append(t("room.is-filed"))
    return found


def calendar(page: Page, rect: Rect, board: Board) -> None:
    """A lane for each day to come: from now to the day, whose it is, the coming turn shaded."""
    u, inside = page.u, sheet(page, "calendar", rect, "manila")
    y = heading(page, "calendar", Rect(inside.x, rect.y + u(8), inside.w, inside.h), t("room.calendar"), t("room.calendar-aside"), style.PANEL_SMALL,
                more="F")
    page.stop("calendar")
    lines = [line for line in board.files if line.state in AHEAD] or list(board.files[-1:])
    area = Rect(rect.x + u(4), y - u(2), rect.w - u(8), rect.bottom - u(6) - y)
    if not lines:
        page.tell("calendar:none", t("room.no-days"), style.ASIDE, Rect(inside.x, y, inside.w, area.h))
        return
    least = max(u(26), page.lh(style.SMALL) + u(4))
    tall = max(least, min(u(34), area.h // len(lines)))
    name, day = round(area.w * 0.43), page.width("00 Nov", WORDS) + u(10)
    span = max(HALF_DAYS, board.half_days * 2)
    ids = [f"file:{line.id}" for line in lines]
    for place, at in page.roll("calendar", area, ids, [tall] * len(lines)):
        line, id = lines[place], ids[place]
        row(page, id, at, f"{line.name}, {line.day}", id)
        of = style.SMALL.strong(line.state == "open")
        page.say(f"{id}:name", bare(line), of, at.x + u(8), page.middle(at, of), name - u(12), more="Enter")
        lane = Rect(at.x + name, at.y, at.right - at.x - name - day, at.h)
        page.add(f"{id}:lane", "lane", lane, draw_lane, look=(line.half_days, span, board.half_days, line.is_ours, line.state == "open", board.side))
        token = "warn" if line.is_ours and line.state == "open" else "ink"
        page.say(f"{id}:day", line.day, WORDS.on(token), at.right - u(8), page.middle(at, WORDS), align="right")


def bare(line: DateLine) -> str:
    """The day's name without the word that says it is a file."""
    name = line.name.removeprefix("File: ")
    return name[0].upper() + name[1:]


def draw_side(canvas: Canvas, node: Node) -> None:
    """A side's sign."""
    side_mark(canvas.surface, canvas.theme, node.rect.center, node.look, 4.2)


def draw_filed(canvas: Canvas, node: Node) -> None:
    """A bar: a file lies open on it."""
    canvas.surface.fill(canvas.theme.color("brass"), node.rect)


def draw_lane(canvas: Canvas, node: Node) -> None:
    """Now at the left; the coming turn as a band; a line to the day, and on it the sign of the side it binds, hollow while it is to come."""
    half_days, span, turn, is_ours, is_open, side = node.look
    theme, rect = canvas.theme, node.rect
    left, right, y = rect.left + theme.px(6), rect.right - theme.px(12), rect.centery

    def at(count: int) -> float:
        return float(left + (right - left) * max(0, min(span, count)) / span)

    whose = side if is_ours else "moscow" if side == "washington" else "washington"
    token = "us" if whose == "washington" else "su"
    with Pen(canvas.surface, theme, rect) as pen:
        pen.box(at(0), rect.y, at(turn) - at(0), rect.h, "band90")
        pen.line([(at(0), rect.top), (at(0), rect.bottom)], "ink", 1)
        pen.line([(at(0), y), (right, y)], "rule", 1)
        if half_days < 0:
            cross(pen, (at(0), y), 4, "mut", 1.6)
            return
        if is_open:
            pen.line([(at(0), y), (at(half_days), y)], token, 2.4)
        else:
            pen.dash([(at(0), y), (at(half_days), y)], token, 1.2, 3, 4)
        if half_days > span:
            triangle(pen, (right, y), 4, token)
        else:
            side_shape(pen, (at(half_days), y), whose, 4.4, hollow=None if is_open else "manila")
