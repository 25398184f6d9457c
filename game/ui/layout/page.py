"""The Page: a screen's builder. Takes design numbers and words, measures them with the real fonts, and writes Nodes into a Tree.

Comes in: a Theme, the window's size, where lists are scrolled to. Goes out: a Tree; whatever did not fit is cut to whole words or lines
with an ellipsis and says how to reach the rest. Never here: an event, a colour, a rule of the game.
"""

from collections.abc import Sequence
from typing import Any

from pygame import Rect

from ..paint.text import Block
from ..theme import Theme
from . import type as style
from .draw import draw_block, draw_line, draw_rule, draw_scroll
from .node import Draw, Node, Roll, Tree
from .type import Style

ONE_PANEL = 1.5
"""The text size from which on there is one panel at a time."""


class Page:
    def __init__(self, screen: str, theme: Theme, size: tuple[int, int], tops: dict[str, int], shown: str = ""):
        self.theme, self.size = theme, size
        self.tree = Tree(screen, size)
        self.tops = tops
        """List -> its first row in sight; corrected here where a list has shrunk or the shown row lies outside."""
        self.shown = shown
        """The id that must be in sight: what the keyboard has just moved to."""
        self.wide, self.high = size[0] / theme.scale, size[1] / theme.scale
        """The window in design pixels: 1280 x 720 or more."""
        self.strip = 0.0
        """Design pixels that are kept free above the strip of keys, for a lesson's prompt."""
        self._panel, self._stop, self._is_dark = "", "", True

    @property
    def is_one(self) -> bool:
        """The text is so large that one panel has the window to itself; tabs bring the others to the front."""
        return self.theme.text_scale >= ONE_PANEL

    @property
    def foot(self) -> float:
        """Height of the strip of keys at the bottom, in design pixels."""
        return 40 * max(1.0, self.theme.text_scale / 1.3)

    @property
    def low(self) -> float:
        """The lowest design y a panel may reach."""
        return self.high - self.foot - self.strip - 8

    # -------------------------------------------------------------- measures
    def u(self, design: float) -> int:
        """Design pixels as window pixels."""
        return self.theme.px(design)

    def box(self, x: float, y: float, w: float, h: float) -> Rect:
        """A design rectangle as window pixels, edges rounded."""
        return self.theme.rect(x, y, w, h)

    def lh(self, of: Style) -> int:
        """Pixels from line to line of a style."""
        return style.line_height(self.theme, of)

    def width(self, words: str, of: Style) -> int:
        """Pixels the words take."""
        return style.width(self.theme, words, of)

    def middle(self, rect: Rect, of: Style) -> int:
        """The baseline that sets a line of capitals in the middle of a rectangle."""
        return round(rect.centery + self.theme.type_px(of.size) * 0.35)

    # -------------------------------------------------------------- nodes
    def add(self, id: str, kind: str, rect: Rect, draw: Draw | None = None, *, action: str = "", focus: bool = False,
            is_dark: bool | None = None, **more: Any) -> Node:
        """A node in the panel and Tab stop that are open; with `focus` it joins the stop."""
        node = Node(id, kind, rect, inside=self._panel, action=action, group=self._stop if focus else "",
                    is_dark=self._is_dark if is_dark is None else is_dark, draw=draw, **more)
        self.tree.nodes.append(node)
        if focus and id not in self.tree.stops.setdefault(self._stop, []):
            self.tree.stops[self._stop].append(id)
        return node

    def panel(self, id: str, rect: Rect, draw: Draw | None, *, is_dark: bool = False, is_over: bool = False, look: Any = None) -> Rect:
        """A panel that holds what follows, until the next one; returns its inside."""
        self._panel, self._is_dark = "", is_dark
        self.add(id, "panel", rect, draw, is_over=is_over, look=look)
        self._panel = id
        pad = self.u(12)
        return rect.inflate(-2 * pad, -2 * pad)

    def reopen(self, id: str) -> None:
        """What follows lies in that panel again."""
        self._panel, self._is_dark = id, False

    def leave_panel(self) -> None:
        """What follows lies on the room itself."""
        self._panel, self._is_dark = "", True

    def stop(self, name: str) -> None:
        """What takes focus from here on belongs to this Tab stop."""
        self._stop = name

    def say(self, id: str, words: str, of: Style, x: float, baseline: float, room: int | None = None, align: str = "left", *, more: str = "",
            **rest: Any) -> Rect:
        """One line of words; `room` pixels at most: in the narrow face where the common one is too wide, then cut with an ellipsis where `more`
        says how the rest is reached. Returns its letters' box."""
        if room is not None and of.role == "ui" and self.width(words, of) > room:
            of = of._replace(role="label", italic=False)
        shown = words if room is None else style.cut(self.theme, words, room, of)
        wide = self.width(shown, of)
        left = round(x) - (wide if align == "right" else wide // 2 if align == "center" else 0)
        rect = style.ink_box(self.theme, left, round(baseline), wide, of)
        self.add(id, "text", rect, draw_line, text=words, lines=(shown,), style=of, look=(left, round(baseline)), more=more, **rest)
        return rect

    def tell(self, id: str, words: str, of: Style, rect: Rect, *, lines: int | None = None, align: str = "left", more: str = "") -> int:
        """Words broken over whole lines inside a rectangle; returns the y below the last line."""
        block = style.break_lines(self.theme, words, rect.w, of, rect.h, lines)
        taken = Rect(rect.x, rect.y, rect.w, block.height)
        if words:       # where not a line fits the node says so all the same, for tests to see
            self.add(id, "text", taken, draw_block, text=words, lines=block.lines, style=of, look=(block, align), more=more)
        return taken.bottom

    def measure(self, words: str, of: Style, wide: int) -> Block:
        """How the words would break, without writing them."""
        return style.break_lines(self.theme, words, wide, of)

    def rule(self, x: int, y: int, wide: int, token: str = "rule") -> None:
        """A hairline."""
        self.tree.nodes.append(Node(f"rule:{x}:{y}", "rule", Rect(x, y, wide, 1), inside=self._panel, look=token, draw=draw_rule))

    # -------------------------------------------------------------- lists
    def roll(self, id: str, rect: Rect, ids: Sequence[str], heights: Sequence[int], takes_focus: bool = True) -> list[tuple[int, Rect]]:
        """A list: the rows in sight with their places, scrolled so that the shown row is whole; a bar beside it where not all fit.

        Every id joins the open Tab stop, in sight or not, so that arrows walk the whole list.
        """
        if takes_focus:
            self.tree.stops.setdefault(self._stop, []).extend(ids)
        fits_all = sum(heights) <= rect.h
        inner = rect if fits_all else Rect(rect.x, rect.y, rect.w - self.u(26), rect.h)
        first = 0 if fits_all else max(0, min(self.tops.get(id, 0), last_top(heights, rect.h)))
        if not fits_all and self.shown in ids:
            first = _bring_in(list(ids).index(self.shown), first, heights, rect.h)
        self.tops[id] = first
        rows, y = [], inner.y
        for place in range(first, len(ids)):
            if y + heights[place] > inner.bottom:
                break
            rows.append((place, Rect(inner.x, y, inner.w, heights[place])))
            y += heights[place]
        self.tree.rolls[id] = Roll(rect, first, len(rows), len(ids))
        if not fits_all:
            self.bar(id, rect)
        return rows

    def bar(self, id: str, rect: Rect) -> None:
        """The scroll bar of a list that is longer than its room, at the right edge of `rect`."""
        u, bar = self.u, Rect(rect.right - self.u(24), rect.y, self.u(24), rect.h)
        self.add(f"{id}:bar", "bar", bar, draw_scroll, look=self.tree.rolls[id])
        upper = Rect(bar.x, bar.y, bar.w, max(u(24), bar.h // 2))
        lower = Rect(bar.x, upper.bottom, bar.w, max(u(24), bar.bottom - upper.bottom))
        self.add(f"{id}:up", "scroll", upper, action=f"scroll:{id}:-1", key="PgUp")
        self.add(f"{id}:down", "scroll", lower, action=f"scroll:{id}:1", key="PgDn")


def last_top(heights: Sequence[int], room: int) -> int:
    """The first row in sight when the list is scrolled to its end."""
    place, total = len(heights), 0
    while place > 0 and total + heights[place - 1] <= room:
        place -= 1
        total += heights[place]
    return place


def _bring_in(row: int, first: int, heights: Sequence[int], room: int) -> int:
    if row < first:
        return row
    while first < row and sum(heights[first: row + 1]) > room:
        first += 1
    return first
