"""How the order sheet shares its height: what is given, the open menu, the order looked at, the forecast.

Comes in: a Page, the sheet's inside, how much is given. Goes out: rectangles. Never here: what stands in them. Where the height runs short the
menu keeps its rows: first the forecast gives up its dots, then the order its text (W tells it), then what is given scrolls, then the forecast goes.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pygame import Rect

from ..layout import type as style
from ..layout.page import Page
from ..widgets.button import tabs_height
from . import order_card, order_menu

ROWS = 3
"""Rows of the menu that stay in sight."""
MOST_LOW = 3
"""As many orders lie on the sheet one line each where the window is low; more of them scroll."""
WIDE = 700
"""Design pixels from which on the sheet has two columns."""


class Places(NamedTuple):
    """Where everything lies."""

    slots: Rect
    tabs: Rect
    """As high as the tabs need to be."""
    menu: Rect
    card: Rect
    forecast: Rect
    """Of no height where it has no place."""


def places(page: Page, rect: Rect, inside: Rect, y: int, names: Sequence[tuple[str, str]], given: int, empty: str, note: str) -> Places:
    """The sheet from `y` on. `names`: of the menus; `given`: how many things it holds; `empty`: the words that say it holds none; `note`: what
    the forecast says in place of numbers."""
    u = page.u
    is_wide = inside.w > u(WIDE)
    left = Rect(inside.x, y, round(inside.w * 0.5) if is_wide else inside.w, inside.bottom - y)
    right = Rect(left.right + u(16), y, inside.right - left.right - u(16), inside.bottom - y) if is_wide else left
    tabs = tabs_height(page, left.w, names)
    heads = tabs + page.lh(style.CAPTION) + u(3)
    least = ROWS * order_menu.row_height(page)
    full = one = min(2, len(page.measure(empty, style.ASIDE, left.w - u(24)).lines)) * page.lh(style.ASIDE) + u(14)
    if given:
        full, one = _slots(page, given, is_wide), _slots(page, 1, True)
    if is_wide:
        slots = full if left.h - full - heads >= least else one
        ways, card = _beside(page, right, note)
    else:
        slots, ways, card = _below(page, left.h - heads, (full, one), least, right.w, note)
    top = y + slots + heads
    bottom = inside.bottom if is_wide else inside.bottom - ways - card - u(10)
    menu = Rect(left.x - u(6), top, left.w + (u(8) if is_wide else u(12)), bottom - top).clip(rect)
    below = Rect(right.x, right.y if is_wide else menu.bottom + u(4), right.w, card)
    return Places(Rect(left.x, y, left.w, slots), Rect(left.x, y + slots + u(2), left.w, tabs), menu, below,
                  Rect(right.x, right.bottom - ways, right.w, ways))


def _beside(page: Page, right: Rect, note: str) -> tuple[int, int]:
    """(forecast, card) in a column of their own."""
    gap = page.u(8)
    dots, line = order_card.forecast_height(page, right.w, note), order_card.forecast_height(page, right.w, note, has_dots=False)
    if right.h - dots - gap >= order_card.least(page, 4):
        return dots, right.h - dots - gap
    if right.h - line - gap >= order_card.least(page, 2):
        return line, right.h - line - gap
    flat = order_card.folded(page)
    return line if right.h - line - gap >= flat else 0, flat


def _below(page: Page, high: int, slots: tuple[int, int], least: int, wide: int, note: str) -> tuple[int, int, int]:
    """(given, forecast, card) one under the other, the menu between them."""
    full, one = slots
    gap = page.u(10)
    dots, line = order_card.forecast_height(page, wide, note), order_card.forecast_height(page, wide, note, has_dots=False)
    small, flat = order_card.least(page, 2), order_card.folded(page)
    for given, ways, card in ((full, dots, small), (full, line, small), (full, line, flat), (one, line, flat), (one, 0, flat)):
        rest = high - given - ways - gap
        if rest - card >= least:
            break
    share = round(rest * (0.56 if page.theme.text_scale < 1.2 else 0.58))
    return given, ways, card if card == flat else max(card, min(share, rest - least))


def _slots(page: Page, count: int, is_low: bool) -> int:
    """Pixels for what is given: two lines each while they are two, one line each for more."""
    is_small = page.theme.text_scale < 1.2 and not is_low
    if is_small and count < MOST_LOW:
        return count * (slot_height(page) + page.lh(style.SMALL))
    return min(count, MOST_LOW + is_small) * slot_height(page)


def slot_height(page: Page) -> int:
    """Pixels of one thing that is given, on one line."""
    return max(28, page.lh(style.ROW) + page.u(8))
