"""The chart of a screen: the picture, a target on each mark, the slip that explains the one under focus or mouse; and what is known elsewhere.

Comes in: a Page, a rectangle, a screen with a desk and a Looking. Goes out: Nodes. Never here: a fact that is not on the board, a rule.
"""

from collections.abc import Sequence

from pygame import Rect

from ...language import current, t
from ...wording.board import Board, ElsewhereFact, Mark
from ...wording.chart import told
from ..desk import Desk, Seen
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint import chart_map
from ..paint.chart_map import WHOLE, View
from ..paint.marks import side_mark
from ..screen import Screen
from ..widgets.button import draw_row, draw_tab
from ..widgets.sheet import draw_sheet, heading, sheet

AT, LINE = "at:", "line:"
"""What the ids of targets on the chart, and of rows in the list of marks, begin with."""
CUBA = "cuba"
TABS = (CUBA, "turkey", "berlin", "un", "havana")
TAB_STOP, STOP = "places", "chart"
SLIP = 300
"""Design pixels of an explaining slip's width."""


class Looking:
    """How one screen looks at its chart."""

    def __init__(self) -> None:
        self.tab = CUBA
        """The place in front: the Caribbean, or one elsewhere."""
        self.view: View = WHOLE
        self.pinned = ""
        """Id of the mark whose slip stays."""
        self._focus = self._stale = ""

    def shown(self, focus: str, hover: str) -> str:
        """Id of the mark to be explained: the one that focus or mouse has come to last, else the pinned one."""
        if focus != self._focus:
            self._focus, self._stale = focus, hover
        if hover != self._stale:
            self._stale = ""
        for id in (hover if hover != self._stale else "", focus):
            if id.startswith((AT, LINE)):
                return id.partition(":")[2]
        return self.pinned


def chart(page: Page, rect: Rect, screen: Screen, desk: Seen, looking: Looking) -> None:
    """The chart of the Caribbean as this side knows it, behind tabs with the places elsewhere."""
    tall = max(page.u(28), page.lh(style.BODY) + page.u(6))
    page.panel("chart", rect, draw_sheet, look="paper")
    below = _tabs(page, Rect(rect.x, rect.y, rect.w, tall), looking.tab)
    area = Rect(rect.x, below, rect.w, rect.bottom - below)
    if looking.tab == CUBA:
        picture(page, area, screen, desk.board, looking)
    else:
        facts(page, "elsewhere", area.inflate(-page.u(8), -page.u(8)), known_of(desk.board, looking.tab))


def elsewhere(page: Page, rect: Rect, desk: Seen, looking: Looking) -> None:
    """A card of its own for the places elsewhere, one in front."""
    inside = sheet(page, "elsewhere-card", rect)
    y = heading(page, "elsewhere-card", inside, t("chart.elsewhere"), of=style.PANEL_SMALL)
    if looking.tab == CUBA:
        looking.tab = TABS[1]
    tall = max(page.u(26), page.lh(style.BODY) + page.u(4))
    y = _tabs(page, Rect(rect.x + page.u(4), y, rect.w - page.u(8), tall), looking.tab, TABS[1:]) + page.u(4)
    facts(page, "elsewhere", Rect(rect.x + page.u(4), y, rect.w - page.u(8), inside.bottom - y), known_of(desk.board, looking.tab))


def known_of(board: Board, id: str) -> tuple[ElsewhereFact, ...]:
    """What is known of that place."""
    return next((place.facts for place in board.elsewhere if place.id == id), ())


def _tabs(page: Page, rect: Rect, chosen: str, names: Sequence[str] = TABS) -> int:
    """The row of places, in as many rows as they need; returns the y below."""
    page.stop(TAB_STOP)
    x, y = rect.x + page.u(4), rect.y
    for name in names:
        words = t(f"chart.tab-{name}")
        wide = page.width(words, style.BODY.strong()) + page.u(18)
        if x > rect.x + page.u(4) and x + wide > rect.right:
            x, y = rect.x + page.u(4), y + rect.h
        page.add(f"place:{name}", "tab", Rect(x, y, min(wide, rect.right - x), rect.h), draw_tab, action=f"place:{name}", focus=True, text=words,
                 is_on=name == chosen)
        x += wide + page.u(2)
    return y + rect.h


def facts(page: Page, id: str, rect: Rect, shown: Sequence[ElsewhereFact]) -> None:
    """Sentences as a list; one that has something behind it is a door."""
    page.stop(id)
    of, wide = style.SMALL, rect.w - page.u(68)
    ids = [f"door:{fact.door}:{place}" if fact.door else f"fact:{place}" for place, fact in enumerate(shown)]
    heights = [max(page.u(26), page.measure(fact.says, of, wide).height + page.u(8)) for fact in shown]
    for place, line in page.roll(id, rect, ids, heights):
        fact = shown[place]
        page.add(ids[place], "row", line, draw_row, action=f"door:{fact.door}" if fact.door else "", focus=True, text=fact.says)
        if fact.door:
            page.say(f"{ids[place]}:door", "\u203a", style.ROW.strong(), line.right - page.u(8), page.middle(line, style.ROW), align="right")
        page.tell(f"{ids[place]}:words", fact.says, of, Rect(line.x + page.u(16), line.y + page.u(4), wide, line.h - page.u(4)), more="Enter")


def picture(page: Page, rect: Rect, screen: Screen, board: Board, looking: Looking) -> None:
    """The chart itself fills the rectangle of the open panel, a target on each mark; the slip of the one that is looked at lies beside it."""
    marks = board.marks
    page.stop(STOP)
    drawn = chart_map.drawn(page.theme, rect.size, marks, looking.view, current())
    clashes = ", ".join(mark.label for mark in marks if mark.kind == "incident")
    words = t("chart.last-turn", what=clashes) if clashes else t("chart.nothing-new")
    page.add("chart:map", "chart", rect, draw_picture, action="chart", focus=True, text=words, look=(marks, looking.view, current()))
    page.tree.stops[STOP].extend(f"{AT}{id}" for id in walk_order(marks))
    for mark in sorted(marks, key=lambda mark: mark.priority):      # the most dangerous lies on top
        if mark.id in drawn.things:
            box = _target(page, drawn.things[mark.id].move(rect.topleft), rect)
            page.add(f"{AT}{mark.id}", "spot", box, None, action=f"{AT}{mark.id}", focus=True, text=f"{mark.label} {mark.note}".strip(), is_over=True)
    id = looking.shown(screen.focus, screen.app.hover if hasattr(screen, "app") else "")
    looked_at = find(marks, id)
    if looked_at and id in drawn.things:
        _slip(page, rect, drawn.things[id].move(rect.topleft), looked_at)


def walk_order(marks: Sequence[Mark]) -> list[str]:
    """Ids in the order in which arrows walk them: from west to east, what is off the chart last."""
    return [mark.id for mark in sorted(marks, key=lambda mark: mark.at or (999.0, 0.0))]


def find(marks: Sequence[Mark], id: str) -> Mark | None:
    """The mark of that id."""
    return next((mark for mark in marks if mark.id == id), None)


def _target(page: Page, sign: Rect, rect: Rect) -> Rect:
    least = max(24, page.u(24))
    box = Rect(0, 0, max(least, sign.w), max(least, sign.h))
    box.center = sign.center
    return box.clamp(rect)


def _slip(page: Page, rect: Rect, sign: Rect, mark: Mark) -> None:
    """A slip beside the sign: what it is, how sure, since when, on whose word. It covers anything but its own mark."""
    u = page.u
    name, says, *rest = told(mark)
    blocks: list[tuple[str, Style]] = [(name, style.SMALL.strong()), (says, style.SMALL), *((words, style.NOTE) for words in rest)]
    wide = min(round(u(SLIP) * max(1.0, page.theme.text_scale * 0.9)), rect.w - u(12))
    inner = wide - u(20)
    tall = sum(page.measure(words, of, inner).height for words, of in blocks) + u(14)
    box = beside(sign.inflate(u(16), u(16)), (wide, min(tall, rect.h - u(8))), rect.inflate(-u(6), -u(6)))
    page.panel("slip", box, draw_sheet, look="letterhead", is_over=True)
    y = box.y + u(6)
    for place, (words, of) in enumerate(blocks):
        room = Rect(box.x + u(10), y, inner, box.bottom - u(4) - y)
        if room.h >= page.lh(of):
            y = page.tell(f"slip:{place}", words, of, room, more="Enter")
    page.leave_panel()


def beside(sign: Rect, size: tuple[int, int], area: Rect) -> Rect:
    """A place of that size inside the area, right, left, below or above the sign without touching it; the corner farthest from it where none is
    free."""
    w, h = size
    y = max(area.top, min(sign.centery - h // 2, area.bottom - h))
    x = max(area.left, min(sign.centerx - w // 2, area.right - w))
    for box in (Rect(sign.right, y, w, h), Rect(sign.left - w, y, w, h), Rect(x, sign.bottom, w, h), Rect(x, sign.top - h, w, h)):
        if area.contains(box):
            return box
    left = area.left if sign.centerx > area.centerx else area.right - w
    top = area.top if sign.centery > area.centery else area.bottom - h
    return Rect(left, top, w, h)


def draw_picture(canvas: Canvas, node: Node) -> None:
    """The finished chart is laid down; nothing of it is drawn anew while its marks stay."""
    marks, view, language = node.look
    canvas.surface.blit(chart_map.drawn(canvas.theme, node.rect.size, marks, view, language).picture, node.rect)


def draw_side(canvas: Canvas, node: Node) -> None:
    """Whose a mark is."""
    side_mark(canvas.surface, canvas.theme, node.rect.center, node.look, 4)


def open_door(screen: Screen, desk: Seen, door: str) -> None:
    """What stands behind a fact: a meter's why, a paper, the deal table."""
    kind, _, name = door.partition(":")
    if kind == "meter":
        from .why import ask
        ask(screen, desk, door)
    elif kind == "issue" and isinstance(desk, Desk):
        from .deal import Deal
        screen.app.push(Deal(desk))
    elif kind == "paper" and isinstance(desk, Desk):
        from .paper import Reading
        paper = next((paper for paper in desk.board.papers if paper.id == name), None)
        if paper:
            desk.read.add(name)
            screen.app.push(Reading(desk, paper))


def why(screen: Screen, desk: Seen, id: str) -> bool:
    """W on a mark or a fact: the ledger's door of its number, else the mark in words. False for any other id."""
    kind, _, name = id.partition(":")
    if kind == "door":
        open_door(screen, desk, name.rpartition(":")[0])
        return True
    mark = find(desk.board.marks, name) if kind in ("at", "line") else None
    if mark is None:
        return False
    if mark.meter:
        open_door(screen, desk, f"meter:{mark.meter}")
    else:
        from .notice import Notice
        screen.app.push(Notice(mark.label, *told(mark)))
    return True


def act(screen: Screen, desk: Seen, looking: Looking, action: str) -> bool:
    """Does what the room's chart panel says; False for an action that is none of its own."""
    kind, _, name = action.partition(":")
    if kind == "place":
        looking.tab = name
        screen.rest(f"place:{name}")
    elif kind == "door":
        open_door(screen, desk, name)
    elif kind in ("chart", "at"):
        from .chart import Chart
        screen.app.push(Chart(desk, name))
    else:
        return False
    return True
