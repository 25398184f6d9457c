"""The band at the top of every screen in play: the rope, both capitals, the date, the exact pressure.

Comes in: a Page and a Board. Goes out: Nodes; every number on it is a door (W says why). Never here: the other side's fatigue.
"""

from pygame import Rect

from ...wording.board import Board, Meter
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style, minus
from ..paint import rope
from ..paint.marks import side_mark
from ..paint.rope import Strain

TALL, LOW = 136, 80
NAME = Style("label", 17, bold=True, tracking=1.5)


def strain_of(board: Board) -> Strain:
    """What the rope shows to this seat."""
    ours = board.fatigue.value
    return Strain(board.pressure.value, ours if board.side == "washington" else 0, ours if board.side == "moscow" else None,
                  board.pressure.before if board.turn > 1 else None)


def band(page: Page, board: Board, aside: str = "") -> int:
    """The high band of the situation room, with its ruler; returns the y below it, in design pixels."""
    rect = _picture(page, board, TALL, "room")
    places = rope.slots(page.theme, rect.size, "room")
    _capitals(page, board, places, NAME, style.Style("typed", 14, "roomtx"))
    middle = places.head_middle
    date = page.width(board.date, style.DATE)
    base = page.middle(middle, style.DATE)
    page.say("date", board.date, style.DATE, middle.centerx, base, align="center")
    page.say("turn", f"Turn {board.turn} of about {board.turns_about}", style.ON_ROOM_NOTE, middle.centerx + date // 2 + page.u(14), base)
    page.stop("band")
    foot = places.foot_left if board.side == "washington" else places.foot_right
    is_left = board.side == "washington"
    figure = Style("typed", 16, "roomtx", bold=True)
    line = page.middle(foot, figure)
    value = page.say("fatigue:value", str(board.fatigue.value), figure, foot.left if is_left else foot.right, line,
                     align="left" if is_left else "right")
    parted = rope.parted(board.fatigue.value)
    words = f"fatigue · {parted} of 10 yarns parted" if page.theme.text_scale < 1.3 else f"fatigue · {parted} yarns"
    _door(page, board.fatigue, value.union(page.say("fatigue:words", words, style.ON_ROOM_NOTE, value.right + page.u(8) if is_left
                                                    else value.left - page.u(8), line,
                                                    align="left" if is_left else "right")), foot)
    number = places.number
    line = page.middle(number, style.NUMBER)
    value = page.say("pressure:value", str(board.pressure.value), style.NUMBER, number.right, line, align="right")
    name = page.say("pressure:words", "pressure", style.ON_ROOM_NOTE, value.left - page.u(10), line, align="right")
    _door(page, board.pressure, value.union(name), number)
    page.say("pressure:change", aside or _since(board), style.ON_ROOM, places.after.left, page.middle(places.after, style.ON_ROOM), places.after.w,
             more="W")
    return TALL


def low_band(page: Page, board: Board, middle: str = "") -> int:
    """The low band of the other screens; returns the y below it, in design pixels."""
    rect = _picture(page, board, LOW, "compact")
    places = rope.slots(page.theme, rect.size, "compact")
    _capitals(page, board, places, Style("label", 15, bold=True, tracking=1.0), Style("typed", 13, "roommut"))
    page.stop("band")
    is_left = board.side == "washington"
    foot = places.foot_left if is_left else places.foot_right
    of = Style("ui", 13, "roommut")
    said = page.say("fatigue:value", f"fatigue {board.fatigue.value}", of, foot.left if is_left else foot.right, page.middle(foot, of),
                    align="left" if is_left else "right")
    _door(page, board.fatigue, said, foot)
    number = places.number
    figure = Style("typed", 17, "roomtx", bold=True)
    line = page.middle(number, figure)
    value = page.say("pressure:value", str(board.pressure.value), figure, number.left, line)
    change = f"pressure {minus(board.pressure.value - board.pressure.before)}" if board.turn > 1 else "pressure"
    words = page.say("pressure:words", change, of, value.right + page.u(10), line)
    _door(page, board.pressure, value.union(words), number)
    date = Style("letter", 13, "roomtx")
    page.say("date", middle or board.date, date, rect.centerx - page.u(56), line, align="right")
    return LOW


def _since(board: Board) -> str:
    change = board.pressure.value - board.pressure.before
    if board.turn == 1:
        return "before the first order"
    return f"{minus(change)} since last turn" if change else "as last turn"


def _picture(page: Page, board: Board, tall: int, form: str) -> Rect:
    page.leave_panel()
    rect = page.box(0, 0, page.wide, tall)
    page.add("band", "band", rect, draw_band, look=(strain_of(board), form))
    return rect


def _capitals(page: Page, board: Board, places: rope.Slots, name: Style, clock: Style) -> None:
    left, right = places.head_left, places.head_right
    line = page.middle(left, name)
    page.add("mark:washington", "mark", Rect(left.x, left.centery - page.u(6), page.u(12), page.u(12)), draw_mark, look=("washington", "usl"))
    x = page.say("washington", "WASHINGTON", name.on("usl"), left.x + page.u(20), line).right
    x = page.say("clock:washington", board.clock_washington, clock, x + page.u(12), line).right
    page.add("mark:moscow", "mark", Rect(right.right - page.u(14), right.centery - page.u(7), page.u(14), page.u(14)), draw_mark,
             look=("moscow", "sul"))
    x_right = page.say("moscow", "MOSCOW", name.on("sul"), right.right - page.u(20), line, align="right").left
    x_right = page.say("clock:moscow", board.clock_moscow, clock, x_right - page.u(12), line, align="right").left
    you = Style("ui", 14, "roommut", italic=True)
    if board.side == "washington":
        page.say("you", "you", you, x + page.u(12), line)
    else:
        page.say("you", "you", you, x_right - page.u(12), line, align="right")


def _door(page: Page, meter: Meter, words: Rect, slot: Rect) -> None:
    tall = max(page.u(24), words.h + page.u(6))
    rect = Rect(words.x - page.u(3), words.centery - tall // 2, words.w + page.u(6), tall)
    page.add(f"meter:{meter.id}", "door", rect, None, action=f"why:{meter.id}", focus=True, text=f"{meter.name} {meter.value}", is_over=True)


def draw_band(canvas: Canvas, node: Node) -> None:
    """The rope, baked if its knot is ready, else the plain one."""
    strain, form = node.look
    canvas.surface.blit(rope.rope_band(canvas.theme, node.rect.size, strain, form=form, knots=canvas.knots), node.rect)


def draw_mark(canvas: Canvas, node: Node) -> None:
    """A side's sign."""
    side, token = node.look
    side_mark(canvas.surface, canvas.theme, node.rect.center, side, 5.5, token)
