"""The title: go on, begin, learn, look back, set things up, leave. It is up before numpy or the rules are read.

Comes in: the Doors (saves). Goes out: the next screen. Never here: a game's content beyond the words its save is listed by.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

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
from ..widgets.when import said_of

NAME = "Knot of War"
QUOTE = "\u201c\u2026 the more the two of us pull, the tighter\u2026\u201d"
"""Khrushchev to Kennedy, 26 October 1962, of the knot of war; eight words. The letter's images stand in the fact base in other words (timeline
26 Oct, M11); these are as later printed and quoted, where some have `that knot` and some `the knot`, and that noun is left out."""
STRAIN = Strain(420, 400, 300)
TOP, FIRST_ROW = 110, 381
"""Design y of the rope's band and, below its knot, of the menu."""


class Entry(NamedTuple):
    """One line of the menu."""

    id: str
    words: str
    aside: str = ""


class Title(Screen):
    name = "title"

    def __init__(self) -> None:
        super().__init__()
        self.saves: list[tuple[Path, str]] | None = None

    def build(self, page: Page) -> None:
        if self.saves is None:
            self.saves = self.app.doors.saves()
        page.leave_panel()
        page.add("ground", "ground", page.box(0, 0, page.wide, page.high), draw_ground)
        page.add("rope", "band", page.box(0, TOP, page.wide, 300), draw_title_rope)
        scale = page.theme.text_scale
        page.say("title", NAME, style.TITLE._replace(size=64 / scale), page.size[0] / 2, page.u(112), align="center")
        under = Style("letter", 20 / min(scale, 1.0 + scale / 4), "roommut")
        page.say("under", t("title.under"), under, page.size[0] / 2, page.u(146), align="center")
        self._capitals(page)
        if page.is_one:
            self._list(page, FIRST_ROW - 25)
        else:
            self._menu(page, FIRST_ROW + (page.high - 720) * 0.5)
        footer(page, [("\u2191\u2193", t("title.choose"), ""), ("Enter", t("title.open"), ""), ("F1", t("footer.keys"), "app:keys"),
                      ("F9", t("keys.f9"), "app:settings"), ("F11", t("title.full"), "app:full"), ("F2", t("title.palette"), "app:contrast"),
                      ("F3", t("title.larger"), "app:text")], aside=t("title.crisis"))

    def _capitals(self, page: Page) -> None:
        name = Style("label", 17 / max(1.0, page.theme.text_scale / 1.3), bold=True, tracking=1.5)
        page.add("mark:washington", "mark", page.box(42, 178, 12, 12), draw_title_mark, look=("washington", "usl"))
        page.say("washington", t("common.washington").upper(), name.on("usl"), page.u(66), page.u(190))
        page.add("mark:moscow", "mark", page.box(page.wide - 56, 176, 16, 16), draw_title_mark, look=("moscow", "sul"))
        page.say("moscow", t("common.moscow").upper(), name.on("sul"), page.u(page.wide - 62), page.u(190), align="right")

    def _entries(self) -> list[Entry]:
        """What is done with games, in the order in which a stranger needs it."""
        entries = [Entry("new", t("title.new"), t("title.new-aside")),
                   Entry("teach", t("teach.how"), t("teach.how-aside")),
                   Entry("scenarios", t("title.scenarios"), t("title.scenarios-aside")),
                   Entry("saves", t("title.replays"), t("title.replays-aside")),
                   Entry("classroom", t("title.classroom"), t("title.classroom-aside"))]
        if self.saves:
            path, words = self.saves[0]
            kept = self.app.doors.peek(path)
            entries.insert(0, Entry("continue", t("title.continue"), said_of(kept) if kept else words))
        return entries

    def _small(self) -> list[Entry]:
        return [Entry("settings", t("title.settings")), Entry("credits", t("title.credits")), Entry("quit", t("title.leave"))]

    def _menu(self, page: Page, top: float) -> None:
        """The entries with a word on each at the left, the quotation and the small entries at the right."""
        page.stop("menu")
        entries, room = self._entries(), page.low - top
        pitch = min(max(42, page.lh(style.MENU) / page.theme.scale + 10), room / len(entries))
        aside = max(page.u(220), *(page.width(entry.words, style.MENU) + page.u(40) for entry in entries))
        for place, entry in enumerate(entries):
            rect = page.box(70, top + place * pitch, 620, pitch - 8)
            self._entry(page, entry, rect)
            x = rect.x + aside
            page.say(f"{entry.id}:aside", entry.aside, style.ON_ROOM_NOTE, x, page.middle(rect, style.ON_ROOM_NOTE), rect.right - x - page.u(8),
                     more="Enter")
        small = style.MENU._replace(size=17)
        tall = max(page.u(32), page.lh(small) + page.u(6))
        x, foot = page.u(page.wide - 570), page.u(page.low) - tall
        for entry in self._small():
            wide = page.width(entry.words, small) + page.u(28)
            self._entry(page, entry, Rect(x, foot, wide, tall), small, page.u(14))
            x += wide + page.u(8)
        self._quote(page, Rect(page.u(page.wide - 556), page.u(top + 20), page.u(470), foot - page.u(top + 28)))

    def _entry(self, page: Page, entry: Entry, rect: Rect, of: Style = style.MENU, pad: int = 0) -> None:
        row(page, entry.id, rect, entry.words, entry.id, acts_at_once=True)
        page.say(f"{entry.id}:words", entry.words, of, rect.x + (pad or page.u(18)), page.middle(rect, of))

    def _list(self, page: Page, top: float) -> None:
        """All entries without their words, in two columns, where the text is very large."""
        page.stop("menu")
        entries = [*self._entries(), *self._small()]
        half = (len(entries) + 1) // 2
        of = style.MENU
        tall = min(page.lh(of) + page.u(6), (page.u(page.low) - page.u(top)) // half)
        wide = page.wide / 2 - 60
        for place, entry in enumerate(entries):
            column, line = divmod(place, half)
            self._entry(page, entry, Rect(page.u(50 + column * (wide + 20)), page.u(top) + line * tall, page.u(wide), tall), of)

    def _quote(self, page: Page, rect: Rect) -> None:
        of = Style("ui", 14, "roommut")
        y = page.tell("quote", QUOTE, Style("letter", 20, "roomtx", italic=True), rect)
        y = page.tell("quote:from", t("title.quote-from"), of, Rect(rect.x, y + page.u(12), rect.w, rect.bottom - y - page.u(12)))
        about = t("title.about")
        if y + page.u(24) + page.measure(about, of, rect.w).height <= rect.bottom:
            page.rule(rect.x, y + page.u(12), rect.w, "line")
            page.tell("about", about, of, Rect(rect.x, y + page.u(22), rect.w, rect.bottom - y - page.u(22)))

    def act(self, action: str) -> None:
        if action == "continue" and self.saves:
            go_on(self, self.saves[0][0])
        elif action == "quit":
            self.app.close()
        elif action in OPENS:
            OPENS[action](self)

    def back(self) -> None:
        self.app.leave()


def _new(title: Title) -> None:
    from .choose import Choose
    title.app.push(Choose())


def _teach(title: Title) -> None:
    from .teach import Teach
    title.app.push(Teach(title.saves or []))


def _saves(title: Title) -> None:
    from .saves import Saves
    title.app.push(Saves(title.app.doors.kept()))


def _scenarios(title: Title) -> None:
    from .scenarios import Scenarios
    title.app.push(Scenarios(title.app.doors.books()))


def _classroom(title: Title) -> None:
    from .classroom import Classroom
    title.app.push(Classroom())


def _credits(title: Title) -> None:
    from .credits import Credits
    title.app.push(Credits())


OPENS: dict[str, Callable[[Title], None]] = {
    "new": _new, "teach": _teach, "saves": _saves, "scenarios": _scenarios, "classroom": _classroom, "credits": _credits,
    "settings": lambda title: title.app.common("settings")}
"""Entry -> what it opens; each screen is read only then."""


def go_on(screen: Screen, save: Path) -> None:
    """The saved game goes on at its last good turn, or a slip says why it cannot."""
    try:
        game = screen.app.doors.resume(save)
    except (ValueError, OSError) as problem:
        screen.app.tell(str(problem), t("saves.cannot"))
        return
    from ..flow import sit_down
    sit_down(screen.app, game)
    if game.note:
        screen.app.tell(game.note, t("saves.about"))


def draw_ground(canvas: Canvas, node: Node) -> None:
    """The dark room."""
    canvas.surface.fill(canvas.theme.color("room"), node.rect)


def draw_title_rope(canvas: Canvas, node: Node) -> None:
    """The rope, large, half tight."""
    canvas.surface.blit(rope.rope_band(canvas.theme, node.rect.size, STRAIN, form="title", knots=canvas.knots, with_ruler=False), node.rect)


def draw_title_mark(canvas: Canvas, node: Node) -> None:
    """A side's sign."""
    side, token = node.look
    side_mark(canvas.surface, canvas.theme, node.rect.center, side, 6, token)
