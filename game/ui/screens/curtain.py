"""The curtain between two people at one machine: nothing of either side is on it, and a deliberate gesture opens it.

Comes in: a Game and the seat that is to sit down. Goes out: that seat's desk. Never here: a Board; none is even asked for before it opens.
"""

import pygame
from pygame import Rect

from ...engine.sides import SIDE_IDS, SIDE_NAMES, other
from ...session.game import Game
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint import panel as paint
from ..paint.marks import Pen, side_mark
from ..screen import Screen
from ..widgets.button import button
from ..widgets.footer import footer

HOLD_MS = 1000
PRESSES = 3
RUSSIAN = {"moscow": "\u041c\u041e\u0421\u041a\u0412\u0410 \u00b7 \u041b\u0418\u0427\u041d\u041e", "washington": "THE WHITE HOUSE \u00b7 PERSONAL"}


class Curtain(Screen):
    name = "curtain"
    is_play = True

    def __init__(self, game: Game, side: int):
        super().__init__()
        self.game, self.side = game, side
        self.presses = 0
        self.held_since = -1
        self.held = 0
        self.focus = "open"

    def build(self, page: Page) -> None:
        page.leave_panel()
        id = SIDE_IDS[self.side]
        tall = 340 if page.theme.text_scale < 1.2 else 400
        folder = page.box(page.wide / 2 - 260, (page.high - tall) / 2 - 10, 520, tall)
        page.panel("folder", folder, draw_folder, look=id)
        ink = "us" if id == "washington" else "su"
        x, u = folder.centerx, page.u
        page.say("name", SIDE_NAMES[self.side].upper(), Style("label", 48 / page.theme.text_scale, ink, bold=True, tracking=3), x, folder.y + u(126),
                 align="center")
        page.say("under", RUSSIAN[id], Style("label", 16, "mut", bold=True, tracking=1.5), x, folder.y + u(152), align="center")
        page.rule(x - u(180), folder.y + u(172), u(360), "mut")
        before, words = SIDE_NAMES[other(self.side)], Style("letter", 18)
        has_signed = other(self.side) not in self.game.waits_for
        line = folder.y + u(202)
        page.say("signed", f"{before} has signed, and looks away." if has_signed else f"{before} looks away.", words, x, line, align="center")
        page.say("sits", f"{SIDE_NAMES[self.side]} takes the chair.", words, x, line + page.lh(words) + u(4), align="center")
        page.stop("folder")
        wide = u(340)
        left = PRESSES - self.presses
        told = "Hold Space for a second, or press Enter" if left == PRESSES else f"Press Enter or click {left} more time{'s' if left > 1 else ''}"
        page.say("told", told + (" three times" if left == PRESSES else ""), style.BODY, x, folder.bottom - u(78), align="center")
        button(page, "open", Rect(x - wide // 2, folder.bottom - u(64), wide, u(30)), f"Open the folder ({left})", "press", is_primary=False)
        bar = Rect(x - u(140), folder.bottom - u(22), u(280), u(8))
        page.add("hold", "bar", bar, draw_hold, look=max(self.held / HOLD_MS, self.presses / PRESSES))
        page.leave_panel()
        page.say("secret", "Nothing of either side is on the screen until the folder is open.", style.ON_ROOM_NOTE, x, folder.bottom + u(48),
                 align="center")
        footer(page, [("Space", "hold to open", ""), ("Enter", "three times does the same", ""), ("F1", "keys", "app:keys")], aside="Two at one desk")

    @property
    def wait_ms(self) -> int:  # type: ignore[override]
        """The clock is only watched while Space is held."""
        return 40 if self.held_since >= 0 else 0

    def key(self, press: str) -> bool:
        if press == "Space":
            if self.held_since < 0:
                self.held_since = pygame.time.get_ticks()
            return True
        if press in ("Enter", "Ctrl+Enter"):
            self.act("press")
            return True
        return False

    def released(self, press: str) -> None:
        if press == "Space" and self.held_since >= 0:
            self.tick(pygame.time.get_ticks())
            self.held_since, self.held = -1, 0
            self.app.is_dirty = True

    def tick(self, now: int) -> None:
        if self.held_since >= 0:
            self.held = now - self.held_since
            self.app.is_dirty = True
            if self.held >= HOLD_MS:
                self.held_since = -1
                self._open()

    def act(self, action: str) -> None:
        self.presses += 1
        if self.presses >= PRESSES:
            self._open()

    def _open(self) -> None:
        if self.app.top is self:
            from ..flow import open_desk
            open_desk(self.app, self.game, self.side)

    def back(self) -> None:
        self.app.leave()


def draw_folder(canvas: Canvas, node: Node) -> None:
    """A closed folder with a tab, the side's sign and a stamp."""
    theme, rect = canvas.theme, node.rect
    u = theme.px
    with Pen(canvas.surface, theme, rect.inflate(u(8), u(80))) as pen:
        pen.polygon([(rect.right - u(211), rect.y), (rect.right - u(202), rect.y - u(28)), (rect.right - u(50), rect.y - u(28)),
                     (rect.right - u(41), rect.y)], "hemp")
        pen.polygon([(rect.x + u(10), rect.y + u(6)), (rect.x + u(10), rect.y - u(11)), (rect.right - u(13), rect.y - u(15)),
                     (rect.right - u(13), rect.y + u(6))], "paper")
    paint.sheet(canvas.surface, theme, rect, "manila")
    side_mark(canvas.surface, theme, (rect.centerx, rect.y + u(56)), node.look, 13)
    paint.stamp(canvas.surface, theme, (rect.right - u(100), rect.y + u(50)), "PERSONAL", "su", 18, 6)


def draw_hold(canvas: Canvas, node: Node) -> None:
    """How far the folder is open."""
    rect = node.rect
    with Pen(canvas.surface, canvas.theme, rect.inflate(4, 4)) as pen:
        pen.box(rect.x, rect.y, rect.w, rect.h, None, "ink", 1.2, radius=4)
        if node.look > 0:
            pen.box(rect.x, rect.y, rect.w * min(1.0, node.look), rect.h, "ink", radius=4)
