"""The title: go on, begin, look at saved games, leave. It is up before numpy or the rules are read.

Comes in: the Doors (saves). Goes out: the next screen. Never here: a game's content beyond the words its save is listed by.
"""

from pathlib import Path

from pygame import Rect

from ...language import t
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint import rope
from ..paint.marks import side_mark
from ..paint.rope import Strain
from ..screen import Screen
from ..widgets.button import row
from ..widgets.footer import footer

QUOTE = "\u201c\u2026 the more the two of us pull, the tighter that knot\u2026\u201d"
"""Khrushchev to Kennedy, 26 October 1962 (FRUS 1961-1963, vol. VI, doc. 65)."""
QUOTE_FROM = "N. S. Khrushchev to J. F. Kennedy, 26 October 1962"
ABOUT = "A model of bargaining under fear and fatigue. One good outcome does not show that the risk was low."


class Title(Screen):
    name = "title"

    def __init__(self) -> None:
        super().__init__()
        self.saves: list[tuple[Path, str]] | None = None

    def build(self, page: Page) -> None:
        if self.saves is None:
            self.saves = self.app.doors.saves()
        low = page.high - 720
        page.leave_panel()
        page.add("ground", "ground", page.box(0, 0, page.wide, page.high), draw_ground)
        page.add("rope", "band", page.box(0, 110, page.wide, 300), draw_title_rope)
        page.say("title", "Knot of War", style.TITLE._replace(size=64 / page.theme.text_scale), page.size[0] / 2, page.u(112), align="center")
        page.say("under", "Washington and Moscow, October 1962", Style("letter", 20 / page.theme.text_scale, "roommut"), page.size[0] / 2,
                 page.u(146), align="center")
        name = Style("label", 17, bold=True, tracking=1.5)
        page.add("mark:washington", "mark", page.box(42, 178, 12, 12), draw_title_mark, look=("washington", "usl"))
        page.say("washington", "WASHINGTON", name.on("usl"), page.u(66), page.u(190))
        page.add("mark:moscow", "mark", page.box(page.wide - 56, 176, 16, 16), draw_title_mark, look=("moscow", "sul"))
        page.say("moscow", "MOSCOW", name.on("sul"), page.u(page.wide - 62), page.u(190), align="right")
        self._menu(page, 400 + low * 0.5)
        self._quote(page, 416 + low * 0.5)
        keys = [("F1", "keys", "app:keys"), ("F2", "high contrast", "app:contrast"), ("F3", "larger text", "app:text"),
                ("F11", "full screen", "app:full")]
        footer(page, keys, aside="a crisis you can play")

    def _menu(self, page: Page, top: float) -> None:
        assert self.saves is not None
        page.stop("menu")
        entries = [("new", "New crisis", "alone, or two at one desk"), ("teach", t("teach.how"), t("teach.how-aside")),
                   ("keys", "Keys", "what the keyboard does"), ("quit", "Leave", "close the window")]
        if self.saves:
            entries.insert(0, ("continue", "Continue", self.saves[0][1]))
            entries.insert(2, ("saves", "Saved games", f"{len(self.saves)} to go on with"))
        pitch = max(42, page.lh(style.MENU) / page.theme.scale + 10)
        for place, (id, words, aside) in enumerate(entries):
            rect = page.box(70, top + place * pitch, 560, pitch - 8)
            row(page, id, rect, words, id, acts_at_once=True)
            page.say(f"{id}:words", words, style.MENU, rect.x + page.u(18), page.middle(rect, style.MENU))
            x = rect.x + max(page.u(220), page.width("Saved games", style.MENU) + page.u(40))
            page.say(f"{id}:aside", aside, style.ON_ROOM_NOTE, x, page.middle(rect, style.ON_ROOM_NOTE), rect.right - x - page.u(8),
                     more="Saved games")

    def _quote(self, page: Page, top: float) -> None:
        rect = page.box(page.wide - 556, top, 470, 240)
        y = page.tell("quote", QUOTE, Style("letter", 20, "roomtx", italic=True), rect)
        of = Style("ui", 14, "roommut")
        y = page.tell("quote:from", QUOTE_FROM, of, Rect(rect.x, y + page.u(12), rect.w, rect.h))
        page.rule(rect.x, y + page.u(10), rect.w, "line")
        page.tell("about", ABOUT, of, Rect(rect.x, y + page.u(20), rect.w, rect.h))

    def act(self, action: str) -> None:
        if action == "continue" and self.saves:
            go_on(self, self.saves[0][0])
        elif action == "new":
            from .choose import Choose
            self.app.push(Choose())
        elif action == "saves":
            from .saves import Saves
            self.app.push(Saves(self.saves or []))
        elif action == "teach":
            from .teach import Teach
            self.app.push(Teach(self.saves or []))
        elif action == "keys":
            self.app.common("keys")
        elif action == "quit":
            self.app.close()

    def back(self) -> None:
        self.app.leave()


def go_on(screen: Screen, save: Path) -> None:
    """The saved game goes on at its last good turn, or a slip says why it cannot."""
    try:
        game = screen.app.doors.resume(save)
    except (ValueError, OSError) as problem:
        screen.app.tell(str(problem), "This save cannot be gone on with")
        return
    from ..flow import sit_down
    sit_down(screen.app, game)
    if game.note:
        screen.app.tell(game.note, "About this save")


def draw_ground(canvas: Canvas, node: Node) -> None:
    """The dark room."""
    canvas.surface.fill(canvas.theme.color("room"), node.rect)


def draw_title_rope(canvas: Canvas, node: Node) -> None:
    """The rope, large, half tight."""
    strain = Strain(420, 400, 300)
    canvas.surface.blit(rope.rope_band(canvas.theme, node.rect.size, strain, form="title", knots=canvas.knots, with_ruler=False), node.rect)


def draw_title_mark(canvas: Canvas, node: Node) -> None:
    """A side's sign."""
    side, token = node.look
    side_mark(canvas.surface, canvas.theme, node.rect.center, side, 6, token)
