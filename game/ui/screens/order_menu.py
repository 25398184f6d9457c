"""The menus of orders: tabs, questions with one answer, orders of another stage behind a fold; each order with what it is likely to do.

Comes in: a Page, a rectangle, the Room. Goes out: Nodes. Never here: whether an order is legal; the game says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from pygame import Rect

from ...language import t
from ...wording.board import OrderLine
from ...wording.likely import Likely, Range, signed
from ..layout import type as style
from ..layout.page import Page
from ..layout.type import Style
from ..widgets.button import draw_heading, row

if TYPE_CHECKING:
    from .room import Room

FIGURE = Style("typed", 13, bold=True)
COLUMNS = ("pressure", "war", "deal")
PRESSURE = "pressure"
"""How the rules' effects call it."""
NOTHING = "\u00b7"
WIDEST = ("+140", "+90", "+90")


class Question(NamedTuple):
    """A line above the orders that answer one question, of which a sheet holds one."""

    words: str
    answers: int


class Later(NamedTuple):
    """The heading behind which the orders of other stages are folded."""

    menu: str
    orders: int
    is_open: bool

    @property
    def words(self) -> str:
        return t("orders.later", n=self.orders)


Row = OrderLine | Question | Later


def in_folds(lines: Sequence[OrderLine], menu: str, is_open: bool) -> list[Row]:
    """A menu as it is listed: questions that can be answered now, each with its answers; the rest; what is out of stage behind its heading."""
    now, later = [line for line in lines if not line.is_out_of_stage], [line for line in lines if line.is_out_of_stage]
    asked = {line.answers for line in now if line.answers and not line.refusal}
    rows = _by_question(sorted(now, key=lambda line: line.answers not in asked))
    if later:
        rows += [Later(menu, len(later), is_open), *(_by_question(later) if is_open else ())]
    return rows


def _by_question(lines: Sequence[OrderLine]) -> list[Row]:
    rows: list[Row] = []
    asked: set[str] = set()
    for line in lines:
        same = [each for each in lines if each.answers == line.answers]
        if not line.answers:
            rows.append(line)
        elif line.answers not in asked:
            asked.add(line.answers)
            rows += [Question(line.answers, len(same)), *same]
    return rows


def widths(page: Page) -> tuple[int, ...]:
    """Pixels of the three columns of figures, each with air at its left."""
    heads = (t("orders.col-pressure"), t("orders.col-war"), t("orders.col-deal"))
    return tuple(max(page.width(figure, FIGURE), page.width(head, style.CAPTION)) + page.u(8) for figure, head in zip(WIDEST, heads, strict=True))


def heads(page: Page, id: str, right: int, base: int) -> None:
    """The three columns' names over their figures."""
    for name, wide in zip(reversed((t("orders.col-pressure"), t("orders.col-war"), t("orders.col-deal"))), reversed(widths(page)), strict=True):
        page.say(f"{id}:{name}", name, style.CAPTION, right, base, align="right")
        right -= wide


def figures(page: Page, id: str, right: int, base: int, line: OrderLine, found: Likely | None) -> int:
    """What it is likely to do to pressure, war and agreement; a dot where it is no more than luck. Returns the x that words may reach."""
    wide = widths(page)
    fixed = next((amount for label, amount in line.effects if label == PRESSURE), 0)
    cells = [_cell(Range(fixed, fixed, fixed) if found is None else found.pressure, is_plain=True),
             *(_cell(found.war if name == "war" else found.deal, is_plain=False) if found else "" for name in COLUMNS[1:])]
    for name, words, room in zip(reversed(COLUMNS), reversed(cells), reversed(wide), strict=True):
        if words:
            of = FIGURE.on("warn" if name == "war" and words.startswith("+") else "mut" if words == NOTHING else "ink")
            page.say(f"{id}:{'figure' if name == 'pressure' else name}", words, of, right, base, align="right")
        right -= room
    return right


def _cell(change: Range, is_plain: bool) -> str:
    if is_plain:
        return signed(change.middle) if change.middle or not change.is_exact else NOTHING
    return signed(change.middle) if change.is_plain else NOTHING


def catalogue(page: Page, rect: Rect, lines: list[OrderLine], room: Room) -> None:
    """The menu that is open, as a list."""
    page.stop("catalogue")
    u = page.u
    rows = in_folds(lines, room.menu, room.menu in room.unfolded)
    ids = [f"ask:{row.words}" if isinstance(row, Question) else f"later:{row.menu}" if isinstance(row, Later) else f"order:{row.id}" for row in rows]
    tall, low = max(24, u(24), page.lh(style.ROW) + u(2)), max(u(20), page.lh(style.NOTE))
    page.tree.stops.setdefault("catalogue", []).extend(id for id in ids if not id.startswith("ask:"))       # a question only tells
    heights = [low if isinstance(row, Question) else tall for row in rows]
    for place, at in page.roll("catalogue", rect, ids, heights, takes_focus=False):
        line = rows[place]
        if isinstance(line, Question):
            page.say(ids[place], t("orders.one-of", n=line.answers, question=line.words), style.ASIDE, at.x + u(10), page.middle(at, style.ASIDE),
                     at.w - u(20), more="W")
        elif isinstance(line, Later):
            _later(page, ids[place], at, line)
        else:
            _order(page, ids[place], at, line, room)


def _order(page: Page, id: str, at: Rect, line: OrderLine, room: Room) -> None:
    u, is_given = page.u, line.id in room.desk.draft.orders
    row(page, id, at, line.name, f"give:{line.id}", is_on=line.id == room.looked_at)
    base, right = page.middle(at, style.ROW), at.right - u(6)
    if is_given or line.refusal:
        words = t("orders.given") if is_given else t("orders.not-now")
        right = page.say(f"{id}:figure", words, style.ASIDE, right, base, align="right").left - u(8)
    else:
        right = figures(page, id, right, base, line, room.likely(line.id))
    name = style.ROW.strong(is_given).on("mut" if line.refusal else "ink")
    left = at.x + u(22 if line.answers else 10)
    page.say(f"{id}:name", line.name, name, left, base, right - left, more="W")


def _later(page: Page, id: str, at: Rect, later: Later) -> None:
    """The fold of what belongs to another stage."""
    page.add(id, "fold", at, draw_heading, action=id, focus=True, text=later.words, is_on=later.is_open)
    page.say(f"{id}:words", later.words, style.ASIDE, at.x + page.u(26), page.middle(at, style.ASIDE), at.w - page.u(36), more="Enter")
