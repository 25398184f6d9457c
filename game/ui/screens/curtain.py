"""The curtain between two people at one machine: nothing of either side is on it, and a deliberate gesture opens it.

Comes in: a Game and the seat that is to sit down. Goes out: that seat's desk. Never here: a Board; none is even asked for before it opens.
"""

import pygame
from pygame import Rect

from ...engine.sides import SIDE_IDS, other
from ...language import t
from ...session.game import Game
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint import panel as paint
from ..paint.marks import Pen, side_mark
from ..screen import Screen
from ..widgets.button import button, button_height, button_width
from ..widgets.desktop import desktop
from ..widgets.footer import footer

HOLD_MS = 1000
PRESSES = 3
UNDER, WORDS = Style("label", 16, "mut", bold=True, tracking=1.5), Style("letter", 18)


class Curtain(Screen):
    name = "curtain"
    is_play = True
    own_keys = (("Space", "curtain.hold"), ("Enter", "curtain.three"))

    def __init__(self, game: Game, side: int):
        super().__init__()
        self.game, self.side = game, side
        self.presses = 0
        self.held_since = -1
        self.held = 0
        self.focus = "open"

    def build(self, page: Page) -> None:
        desktop(page)
        u, id = page.u, SIDE_IDS[self.side]
        wide = min(page.size[0] - u(80), round(u(520) * max(1.0, page.theme.text_scale * 0.85)))
        lines, tall = self._lines(page, wide - u(60))
        secret = t("curtain.secret")
        note = page.measure(secret, style.ON_ROOM_NOTE, page.size[0] - u(80)).height
        low = u(page.low)
        top = u(30) + max(0, (low - u(30) - tall - note - u(24)) // 2)
        folder = Rect((page.size[0] - wide) // 2, top, wide, tall)
        page.panel("folder", folder, draw_folder, look=id)
        x, ink = folder.centerx, "us" if id == "washington" else "su"
        large = Style("label", 48 / page.theme.text_scale, ink, bold=True, tracking=3)
        page.say("name", t(f"curtain.name-{id}"), large, x, top + u(126), align="center")
        page.say("under", t(f"curtain.under-{id}"), UNDER, x, top + u(136) + round(page.theme.type_px(UNDER.size) * 0.9), align="center")
        y = top + u(144) + page.lh(UNDER)
        page.rule(x - u(180), y, u(360), "mut")
        y += u(12)
        for name, words, of in lines:
            y += u(8) * (name == "told")
            y = page.tell(name, words, of, Rect(folder.x + u(30), y, wide - u(60), folder.bottom - y), align="center") + u(6)
        page.stop("folder")
        press = t("curtain.open", n=PRESSES - self.presses)
        broad = min(wide - u(40), max(u(340), button_width(page, press)))
        high = button_height(page)
        button(page, "open", Rect(x - broad // 2, folder.bottom - u(34) - high, broad, high), press, "press")
        page.add("hold", "bar", Rect(x - u(140), folder.bottom - u(22), u(280), u(8)), draw_hold,
                 look=max(self.held / HOLD_MS, self.presses / PRESSES))
        page.leave_panel()
        page.tell("secret", secret, style.ON_ROOM_NOTE, Rect(u(40), folder.bottom + u(18), page.size[0] - u(80), note), align="center")
        footer(page, [("Space", t("curtain.hold"), ""), ("Enter", t("curtain.three"), ""), ("Esc", t("curtain.leave"), "app:back"),
                      ("F1", t("footer.keys"), "app:keys")], aside=t("curtain.two"))

    def _lines(self, page: Page, room: int) -> tuple[list[tuple[str, str, Style]], int]:
        """Who looks away, who sits down, what to do; and the height of a folder that holds it."""
        u, names = page.u, (t("common.washington"), t("common.moscow"))
        before, after = names[other(self.side)], names[self.side]
        has_signed = other(self.side) not in self.game.waits_for
        told = t("curtain.how") if not self.presses else t("curtain.more", n=PRESSES - self.presses)
        lines = [("signed", t("curtain.signed", side=before) if has_signed else t("curtain.away", side=before), WORDS),
                 ("sits", t("curtain.sits", side=after), WORDS), ("told", told, style.BODY)]
        words = sum(page.measure(words, of, room).height + u(6) for _, words, of in lines)
        return lines, u(156) + page.lh(UNDER) + words + u(64) + button_height(page)

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
