"""The band at the top of every screen in play: the rope, both capitals, the date, the exact pressure.

Comes in: a Page and a Board. Goes out: Nodes; every number on it is a door (W says why). What has no room, in a long language or a large text,
is said shorter or left out; the numbers never are. Never here: the other side's fatigue.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pygame import Rect

from ...language import t
from ...wording.board import Board, Meter
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style, minus
from ..paint import rope
from ..paint.knot import KnotCache
from ..paint.marks import side_mark
from ..paint.rope import Strain
from ..theme import Theme

NAME = Style("label", 17, bold=True, tracking=1.5)
NAME_LOW = Style("label", 15, bold=True, tracking=1.0)
FIGURE = Style("typed", 16, "roomtx", bold=True)
FIGURE_LOW = Style("typed", 17, "roomtx", bold=True)
WORDS_LOW = Style("ui", 13, "roommut")
YOU = Style("ui", 14, "roommut", italic=True)
GAP = 12
REACH = 150
"""A turn seldom moves the pressure further."""


class _Between(NamedTuple):
    """What the capitals' names leave of their row, in window pixels."""

    left: int
    right: int


def strain_of(board: Board) -> Strain:
    """What the rope shows to this seat."""
    is_us, ours = board.side == "washington", board.fatigue.value
    fresh = max(0, rope.parted(ours) - rope.parted(board.fatigue.before)) if board.turn > 1 else 0
    return Strain(board.pressure.value, ours if is_us else 0, None if is_us else ours, board.pressure.before if board.turn > 1 else None,
                  fresh=(fresh, 0) if is_us else (0, fresh))


CHOSEN = "@aside"
"""Behind the id of the door to what a screen says of its own beside the pressure."""


def band(page: Page, board: Board, aside: str = "") -> float:
    """The high band of the situation room, with its ruler; where the text is very large, the low one. Returns the y below it, in design
    pixels."""
    if page.is_one:
        return low_band(page, board)
    rect = _picture(page, board, "room")
    places = rope.slots(page.theme, rect.size, "room")
    row = _capitals(page, board, places, NAME, style.Style("typed", 14, "roomtx"))
    _date(page, board, row, style.DATE, page.middle(places.head_middle, style.DATE))
    page.stop("band")
    number = _pressure(page, board, places.number)
    change = page.say("pressure:change", aside or _since(board), style.ON_ROOM, places.after.left, page.middle(places.after, style.ON_ROOM),
                      places.after.w, more="W")
    if change.w:
        _door(page, board.pressure, change, rect, CHOSEN if aside else "@since")
    is_left = board.side == "washington"
    foot = places.foot_left if is_left else places.foot_right
    line = page.middle(foot, FIGURE)
    side = "left" if is_left else "right"
    value = page.say("fatigue:value", str(board.fatigue.value), FIGURE, foot.left if is_left else foot.right, line, align=side)
    room = number.left - value.right if is_left else value.left - change.right
    n = rope.parted(board.fatigue.value)
    words = _that_fits(page, (t("band.yarns-parted", n=n), t("band.yarns-short", n=n), t("band.fatigue")), style.ON_ROOM_NOTE,
                       room - page.u(8 + GAP))
    if words:
        x = value.right + page.u(8) if is_left else value.left - page.u(8)
        value = value.union(page.say("fatigue:words", words, style.ON_ROOM_NOTE, x, line, align=side))
    _door(page, board.fatigue, value, rect)
    return rope.high_of(page.theme, "room")


def _pressure(page: Page, board: Board, slot: Rect) -> Rect:
    line = page.middle(slot, style.NUMBER)
    value = page.say("pressure:value", str(board.pressure.value), style.NUMBER, slot.right, line, align="right")
    words = _that_fits(page, (t("band.pressure"),), style.ON_ROOM_NOTE, value.left - slot.left + page.u(20))
    if words:
        value = value.union(page.say("pressure:words", words, style.ON_ROOM_NOTE, value.left - page.u(10), line, align="right"))
    _door(page, board.pressure, value, slot)
    return value


def _date(page: Page, board: Board, row: _Between, of: Style, base: int) -> None:
    """The date in the middle and the turn beside it, as far as the capitals leave them room."""
    middle = page.size[0] // 2
    room = 2 * (min(row.right - middle, middle - row.left) - page.u(GAP))
    if not _that_fits(page, (board.date,), of, room):
        return
    said = page.say("date", board.date, of, middle, base, align="center")
    words = _that_fits(page, (t("band.turn-of", turn=board.turn, about=board.turns_about), t("band.turn", turn=board.turn)), style.ON_ROOM_NOTE,
                       row.right - said.right - page.u(14 + GAP))
    if words:
        page.say("turn", words, style.ON_ROOM_NOTE, said.right + page.u(14), base)


def low_band(page: Page, board: Board, middle: str = "") -> float:
    """The low band of the other screens; returns the y below it, in design pixels. middle: said in place of the date."""
    rect = _picture(page, board, "compact")
    places = rope.slots(page.theme, rect.size, "compact")
    row = _capitals(page, board, places, NAME_LOW, Style("typed", 13, "roommut"))
    page.stop("band")
    is_left = board.side == "washington"
    foot = places.foot_left if is_left else places.foot_right
    said = page.say("fatigue:value", t("band.fatigue-value", value=board.fatigue.value), WORDS_LOW, foot.left if is_left else foot.right,
                    page.middle(foot, WORDS_LOW), align="left" if is_left else "right")
    _door(page, board.fatigue, said, rect)
    number = places.number
    line = page.middle(number, FIGURE_LOW)
    value = page.say("pressure:value", str(board.pressure.value), FIGURE_LOW, number.left, line)
    change = (t("band.pressure-change", change=minus(board.pressure.value - board.pressure.before)),) if board.turn > 1 else ()
    end = rect.right if is_left else said.left
    words = _that_fits(page, (*change, t("band.pressure")), WORDS_LOW, end - value.right - page.u(10 + GAP))
    if words:
        value = value.union(page.say("pressure:words", words, WORDS_LOW, value.right + page.u(10), line))
    _door(page, board.pressure, value, rect)
    date, words = Style("letter", 13, "roomtx"), middle or board.date
    right = rect.centerx - page.u(56)
    if _that_fits(page, (words,), date, right - (said.right if is_left else rect.left) - page.u(2 * GAP)):
        page.say("date", words, date, right, line, align="right")
    elif _that_fits(page, (words,), date, row.right - row.left - page.u(2 * GAP)):
        page.say("date", words, date, (row.left + row.right) // 2, page.middle(places.head_left, date), align="center")
    return rope.high_of(page.theme, "compact")


def _that_fits(page: Page, choices: Sequence[str], of: Style, room: int) -> str:
    """The first of them that is no wider; empty if none is."""
    return next((words for words in choices if page.width(words, of) <= room), "")


def _since(board: Board) -> str:
    change = board.pressure.value - board.pressure.before
    if board.turn == 1:
        return t("band.before-first")
    return t("band.since-last", change=minus(change)) if change else t("band.as-last")


def _picture(page: Page, board: Board, form: str) -> Rect:
    page.leave_panel()
    rect = page.box(0, 0, page.wide, rope.high_of(page.theme, form))
    page.add("band", "band", rect, draw_band, look=(strain_of(board), form, (board.side, board.turn)))
    return rect


def _capitals(page: Page, board: Board, places: rope.Slots, name: Style, clock: Style) -> _Between:
    left, right = places.head_left, places.head_right
    line = page.middle(left, name)
    page.add("mark:washington", "mark", Rect(left.x, left.centery - page.u(6), page.u(12), page.u(12)), draw_mark, look=("washington", "usl"))
    x = page.say("washington", t("band.washington"), name.on("usl"), left.x + page.u(20), line).right
    x = page.say("clock:washington", board.clock_washington, clock, x + page.u(12), line).right
    page.add("mark:moscow", "mark", Rect(right.right - page.u(14), right.centery - page.u(7), page.u(14), page.u(14)), draw_mark,
             look=("moscow", "sul"))
    x_right = page.say("moscow", t("band.moscow"), name.on("sul"), right.right - page.u(20), line, align="right").left
    x_right = page.say("clock:moscow", board.clock_moscow, clock, x_right - page.u(12), line, align="right").left
    if board.side == "washington":
        x = page.say("you", t("band.you"), YOU, x + page.u(12), line).right
    else:
        x_right = page.say("you", t("band.you"), YOU, x_right - page.u(12), line, align="right").left
    return _Between(x, x_right)


def _door(page: Page, meter: Meter, words: Rect, inside: Rect, mark: str = "") -> None:
    """A door over the words, large enough for a hand; `mark` behind the id of a second one to the same meter."""
    tall = max(page.u(24), words.h + page.u(6))
    rect = Rect(words.x - page.u(3), words.centery - tall // 2, words.w + page.u(6), tall)
    rect.bottom = min(rect.bottom, max(inside.bottom, words.bottom))
    page.add(f"meter:{meter.id}{mark}", "door", rect, None, action=f"why:{meter.id}", focus=True, text=f"{meter.name} {meter.value}", is_over=True)


def draw_band(canvas: Canvas, node: Node) -> None:
    """The rope, baked if its knot is ready, else the plain one."""
    strain, form, _ = node.look
    canvas.surface.blit(rope.rope_band(canvas.theme, node.rect.size, strain, form=form, knots=canvas.knots), node.rect)


def prepare(theme: Theme, node: Node, knots: KnotCache) -> None:
    """The knots that the next turn may need are asked for, to be baked when there is time: it is told under the low band."""
    strain, _, _ = node.look
    rope.prepare(theme, node.rect.size, (strain.pressure - REACH, strain.pressure + REACH), knots, "compact")


def draw_mark(canvas: Canvas, node: Node) -> None:
    """A side's sign."""
    side, token = node.look
    side_mark(canvas.surface, canvas.theme, node.rect.center, side, 5.5, token)
