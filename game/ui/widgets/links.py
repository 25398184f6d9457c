"""A chain of causes: boxes with arrows from each to the next, the box of what cannot be known dashed.

Comes in: a Page, a rectangle inside a panel, Links. Goes out: Nodes; a box that has a ledger of its own is a door to it. Never here: what follows
from what.
"""

from collections.abc import Sequence

from pygame import Rect

from ...wording.chain import Link
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint.marks import Pen, arrow

WORDS = style.SMALL
GAP = 26
"""Design pixels between two boxes: the arrow's room."""


def links(page: Page, id: str, rect: Rect, chain: Sequence[Link]) -> None:
    """The boxes in as many lines as they need; lines that do not fit scroll."""
    u = page.u
    tall = max(u(26), page.lh(WORDS) + u(6))
    lines = _broken(page, rect.w - u(26), chain)
    ids = [f"{id}:line:{place}" for place in range(len(lines))]
    place = 0
    starts = []
    for line in lines:
        starts.append(place)
        place += len(line)
    focus = next((at for at, line in enumerate(lines) if page.shown in [f"{id}:{starts[at] + each}" for each in range(len(line))]), None)
    shown = page.shown
    if focus is not None:
        page.shown = ids[focus]
    page.tree.stops.setdefault(id, []).extend(f"{id}:{each}" for each, link in enumerate(chain) if link.meter)
    page.stop(id)
    for at, row in page.roll(id, rect, ids, [tall + u(6)] * len(ids), takes_focus=False):
        x = row.x
        for each, wide in enumerate(lines[at]):
            number = starts[at] + each
            if number:
                page.add(f"{id}:{number}:arrow", "arrow", Rect(x, row.y, u(GAP), tall), draw_arrow, look=chain[number].kind)
                x += u(GAP)
            _box(page, f"{id}:{number}", Rect(x, row.y, wide, tall), chain[number])
            x += wide
    page.shown = shown


def lines_needed(page: Page, wide: int, chain: Sequence[Link]) -> int:
    """In how many lines the boxes would stand."""
    return len(_broken(page, wide - page.u(26), chain))


def _broken(page: Page, room: int, chain: Sequence[Link]) -> list[list[int]]:
    """Widths of the boxes, line by line; an arrow that leads to the next line stands at that line's head."""
    lines: list[list[int]] = []
    left = 0
    for place, link in enumerate(chain):
        gap = page.u(GAP) if place else 0
        wide = min(page.width(link.words, WORDS._replace(italic=link.kind == "unknown")) + page.u(18), room - gap)
        if not lines or gap + wide > left:
            lines.append([])
            left = room
        lines[-1].append(wide)
        left -= gap + wide
    return lines


def _box(page: Page, id: str, rect: Rect, link: Link) -> None:
    is_unknown, is_end = link.kind == "unknown", link.kind in ("effect", "besides")
    page.add(id, "box", rect, draw_box, action=f"link:{id.rpartition(':')[2]}" if link.meter else "", focus=bool(link.meter), text=link.words,
             look=(link.kind, bool(link.meter)))
    of = (WORDS.on("warn")._replace(italic=True) if is_unknown else WORDS.on("mut") if link.kind == "besides" else WORDS.strong(is_end))
    page.say(f"{id}:words", link.words, of, rect.x + page.u(9), page.middle(rect, WORDS), rect.w - page.u(12), more="Enter")


def draw_box(canvas: Canvas, node: Node) -> None:
    """Solid where it is known, dashed where it is not; heavy for the entry itself."""
    kind, is_door = node.look
    rect = node.rect.inflate(-2, -2)
    corners = [rect.topleft, rect.topright, rect.bottomright, rect.bottomleft]
    ground = "selected" if canvas.focus == node.id else "hover" if canvas.hover == node.id and is_door else None
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        if kind == "unknown":
            pen.dash(corners, "warn", 1.4, closed=True)
        elif kind == "besides":
            pen.box(rect.x, rect.y, rect.w, rect.h, ground, "mut", 1, radius=2)
        else:
            pen.box(rect.x, rect.y, rect.w, rect.h, ground, "ink", 1.8 if kind == "effect" else 1.1, radius=2)


def draw_arrow(canvas: Canvas, node: Node) -> None:
    """From box to box; what came of the same cause besides is tied on without a head."""
    s = canvas.theme.px(3)
    if node.look == "besides":
        with Pen(canvas.surface, canvas.theme, node.rect) as pen:
            pen.dash([(node.rect.left + s, node.rect.centery), (node.rect.right - s, node.rect.centery)], "mut", 1.2, on=3, off=3)
        return
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        arrow(pen, (node.rect.left + s, node.rect.centery), (node.rect.right - s, node.rect.centery), "ink", 1.3)
