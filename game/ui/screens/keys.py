"""The keys, on one slip (F1): first those that work here, then those that work everywhere, then those of the other screens.

Comes in: the screen below. Goes out: a press on that screen, where a line is clicked. Never here: a key that does nothing.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pygame import Rect

from ...language import t
from ...session.lessons import opens_next
from ..layout import type as style
from ..layout.node import Node, Tree
from ..layout.page import Page
from ..paint.panel import key_cap_width
from ..screen import Screen
from ..widgets.button import button_row, buttons_height, draw_row
from ..widgets.keys import key_height, key_line
from ..widgets.sheet import heading, heading_height, sheet

TWO_COLUMNS = 1.3
"""The text size up to which the slip has two columns."""
EVERYWHERE = (("Tab", "keys.tab"), ("Shift+Tab", "keys.tab-back"), ("Ctrl+Tab", "keys.front"), ("\u2190\u2191\u2192\u2193", "keys.arrows"),
              ("Home", "keys.home"), ("PgUp", "keys.page"), ("Enter", "keys.enter"), ("Ctrl+Enter", "keys.primary"), ("W", "keys.why"),
              ("Ctrl+C", "keys.copy"), ("Esc", "keys.esc"), ("F1", "keys.f1"), ("F2", "keys.f2"), ("F3", "keys.f3"), ("F4", "keys.f4"),
              ("F9", "keys.f9"), ("F11", "keys.f11"))
CHAPTERS: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]], ...] = (
    ("keys.at-the-desk", ("room",),
     (("I", "keys.tray"), ("M", "keys.chart"), ("O", "keys.orders"), ("1", "keys.menus"), ("Del", "keys.strike"), ("R", "keys.read"),
      ("Y", "keys.answer"), ("D", "keys.deal"), ("L", "keys.ledger"), ("K", "keys.letters"), ("G", "keys.charts"), ("T", "keys.team"),
      ("F", "keys.files"), ("H", "keys.history"), ("Ctrl+Z", "keys.undo"), ("Ctrl+Y", "keys.redo"))),
    ("keys.at-the-table", ("deal",),
     (("\u2190\u2192", "keys.peg"), ("X", "keys.unsaid"), ("P", "keys.secret"), ("O", "keys.oral"), ("V", "keys.exact"), ("N", "keys.news"),
      ("1", "keys.conditions"), ("C", "keys.channel"), ("T", "keys.deadline"), ("M", "keys.tone"),
      ("Ctrl+Z", "keys.undo"), ("Ctrl+Y", "keys.redo"))),
)
"""Heading, names of the screens it is about, and their keys, for when another screen is in front."""
SAME = ("Tab", "W", "F1", "F2", "F3", "F4", "F9", "F11")
"""Keys that do on every screen what the second chapter says, and are not told of twice."""
OF_THE_WINDOW = ("F2", "F3", "F4", "F9", "F11")
"""Keys that mean the same on every screen and need nothing in focus: a click on their line is how the mouse comes to the settings in mid-game."""
NOT_PRESSED = ("\u2191\u2193", "\u2190\u2192", "\u2190\u2191\u2192\u2193", "Tab", "Shift+Tab", "Enter", "Space", "F1", "1", "Home", "PgUp")
"""Caps that name several keys, or keys that mean nothing away from what they are pressed on: a click on their line does nothing."""


class Line(NamedTuple):
    """One line of the slip; without a key, a heading."""

    key: str
    words: str
    is_here: bool = False
    """Can be clicked: the key does something on the screen below."""


class Keys(Screen):
    name = "keys"
    is_slip = True

    def build(self, page: Page) -> None:
        u = page.u
        below = self._below(page)
        two = page.theme.text_scale <= TWO_COLUMNS
        wide = min(page.size[0] - u(48), round(u(1120) * max(1.0, page.theme.text_scale)))
        buttons = self._buttons()
        chapters = [chapter for chapter in (self._here(below), *self._rest()) if chapter]
        inner = wide - u(56)
        broad = (inner - u(24)) // 2 if two else inner
        columns = self._columns(page, chapters, broad - u(30)) if two else [[line for chapter in chapters for line in chapter]]
        around = heading_height(page, t("keys.title"), inner) + buttons_height(page, inner, buttons) + u(64)
        needed = max(sum(self._heights(page, lines, broad - u(30))) for lines in columns)
        tall = min(page.size[1] - u(32), around + needed)
        rect = Rect((page.size[0] - wide) // 2, (page.size[1] - tall) // 2, wide, tall)
        inside = sheet(page, "slip", rect, "letterhead").inflate(-u(32), -u(12))
        y = heading(page, "keys", inside, t("keys.title"), t("keys.mouse"))
        page.stop("buttons")
        foot = button_row(page, inside.right, inside.bottom, inside.w, buttons)
        for place, lines in enumerate(columns):
            self._column(page, f"column-{place}", lines, Rect(inside.x + place * (broad + u(24)), y + u(4), broad, foot - u(12) - y))

    def _buttons(self) -> list[tuple[str, str, str]]:
        desk = next((screen.desk for screen in reversed(self.app.stack) if hasattr(screen, "desk")), None)
        hides = desk is not None and bool(opens_next(desk.board, self.app.settings))
        return [(t("common.go-back"), "back", "Esc"), *([(t("first.open-all"), "open", "")] if hides else [])]

    def _below(self, page: Page) -> tuple[Screen, Tree] | None:
        """The screen the slip lies on, as it would be built now."""
        stack = self.app.stack
        place = stack.index(self) - 1 if self in stack else -1
        if place < 0:
            return None
        under = Page(stack[place].name, page.theme, page.size, dict(stack[place].tops))
        stack[place].build(under)
        return stack[place], under.tree

    def _here(self, below: tuple[Screen, Tree] | None) -> list[Line]:
        if below is None:
            return []
        screen, tree = below
        found: dict[str, str] = {}
        for key, words, _ in tree.keys:
            found.setdefault(key, words)
        for node in tree.nodes:
            if node.key and node.action and node.kind != "scroll" and _said(node):
                found.setdefault(node.key, _said(node))
        for key, words in screen.own_keys:
            found.setdefault(key, t(words))
        told = [Line(key, words, key not in NOT_PRESSED) for key, words in found.items() if key not in SAME]
        return [Line("", t("keys.here")), *told] if told else []

    def _rest(self) -> list[list[Line]]:
        front = self.app.stack[-2].name if len(self.app.stack) > 1 else ""
        return [[Line("", t("keys.everywhere")), *(Line(key, t(words), key in OF_THE_WINDOW) for key, words in EVERYWHERE)],
                *([Line("", t(title)), *(Line(key, t(words)) for key, words in rows)] for title, screens, rows in CHAPTERS if front not in screens)]

    def _columns(self, page: Page, chapters: list[list[Line]], wide: int) -> list[list[Line]]:
        """The chapters in two columns, in their order, the longer one as short as it can be."""
        def split(place: int) -> list[list[Line]]:
            return [[line for chapter in part for line in chapter] for part in (chapters[:place], chapters[place:])]
        return min((split(place) for place in range(1, len(chapters) + 1)),
                   key=lambda columns: max(sum(self._heights(page, lines, wide)) for lines in columns))

    def _caps(self, page: Page, lines: Sequence[Line]) -> int:
        return max((key_cap_width(page.theme, line.key) for line in lines if line.key), default=0)

    def _heights(self, page: Page, lines: Sequence[Line], wide: int) -> list[int]:
        caps = self._caps(page, lines)
        return [key_height(page, line.words, wide - page.u(16), caps) if line.key
                else page.measure(line.words.upper(), style.PANEL_SMALL, wide).height + page.u(14) for line in lines]

    def _column(self, page: Page, id: str, lines: Sequence[Line], rect: Rect) -> None:
        """Every line takes the focus, so that the arrows scroll; those of the screen below can be pressed."""
        page.stop(id)
        u, caps = page.u, self._caps(page, lines)
        ids = [f"{id}:{place}" for place in range(len(lines))]
        wide = rect.w - u(30)
        for place, at in page.roll(id, rect, ids, self._heights(page, lines, wide)):
            line = lines[place]
            at = Rect(at.x, at.y, wide, at.h)
            page.add(ids[place], "row", at, draw_row, action=f"press:{line.key}" if line.is_here else "", focus=True, text=f"{line.key} {line.words}")
            if line.key:
                key_line(page, ids[place], at.inflate(-u(16), 0), line.key, line.words, caps)
            else:
                page.tell(f"{ids[place]}:words", line.words.upper(), style.PANEL_SMALL, Rect(at.x, at.y + u(10), at.w, at.h - u(10)))

    def act(self, action: str) -> None:
        self.app.back()
        if action == "open":
            self.app.common("open-all")
        elif action.startswith("press:"):
            self.app.press(action.removeprefix("press:"))


def _said(node: Node) -> str:
    """The words of a thing with a key: its own, or what is spoken of it."""
    return node.text if node.kind in ("button", "tab", "key", "chip") else ""


def every_key() -> dict[str, set[str]]:
    """Screen's name -> the keys of its chapter; empty name: those that work everywhere. For the test that looks for keys nobody tells of."""
    told = {name: {key for key, _ in rows} for _, screens, rows in CHAPTERS for name in screens}
    return {"": {key for key, _ in EVERYWHERE}, **told}
