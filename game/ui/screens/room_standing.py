"""How this chair stands: meters of people as tiles, and all of them as a list where the panel has the window to itself.

Comes in: a Page, a rectangle, a Board and its meters. Goes out: Nodes. Never here: a meter that is not on the board.
"""

from collections.abc import Sequence

from pygame import Rect

from ...language import t
from ...wording.board import Board, Meter, Person
from ..layout import type as style
from ..layout.page import Page
from ..widgets.meters import RUNGS, meter_rows
from ..widgets.sheet import heading, sheet
from ..widgets.tiles import grid, moved_first, tile_height

ON_THE_WALL = ("buildup", "estimate")
"""Meters that the chair's own panels show at length."""
TIED = "exposure."
MOST_TIED = 2
"""As many issues on which hands are tied find room among the tiles, the tightest first."""


def is_rung(meter: Meter) -> bool:
    """Counted in steps and not in points."""
    return meter.top <= RUNGS


def standing_height(page: Page, meters: int) -> int:
    """Pixels the panel needs for that many tiles in two columns, eight at most."""
    return page.u(8) + max(page.lh(style.PANEL_SMALL), page.u(20)) + page.u(9) + -(-min(meters, 8) // 2) * tile_height(page)


def standing(page: Page, rect: Rect, board: Board, people: Sequence[Meter]) -> None:
    """Fear, hawks, home, allies, face, soldiers, and the issues on which hands are tied most; those that moved most come first."""
    inside = sheet(page, "standing", rect)
    y = heading(page, "standing", Rect(inside.x, rect.y + page.u(8), inside.w, inside.h), t("room.standing"), in_short(board.team), style.PANEL_SMALL,
                more="T")
    page.stop("standing")
    area = Rect(rect.x + page.u(4), y - page.u(2), rect.w - page.u(8), rect.bottom - page.u(4) - y + page.u(2))
    if page.is_one:
        meter_rows(page, "standing", area, list(board.meters), board)
        return
    free = [meter for meter in people if not meter.id.startswith(TIED)]
    tied = sorted((meter for meter in people if meter.id.startswith(TIED)), key=lambda meter: -meter.value)
    grid(page, "standing", area, [*moved_first(free), *tied[:MOST_TIED]], board)


def in_short(team: Sequence[Person]) -> str:
    """`1 in bed, longest awake 44 h`."""
    away, hours = sum(person.is_away for person in team), max((person.hours for person in team), default=0)
    awake = t("room.awake", hours=hours) if hours else t("room.rested")
    return f"{t('room.in-bed', n=away)}, {awake}" if away else awake
