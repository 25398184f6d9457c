"""A new game: which crisis, which chair, who sits across, what is taken as true, which seed.

Comes in: the Doors (opponents). Goes out: a Choice, and the game it opens. Never here: a doctrine's rules, a fresh seed; the Doors make one.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from pygame import Rect

from ...engine.rulebook import Setting
from ...language import t
from ...wording.settings import answer_name
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint import panel as paint
from ..paint import rope, text
from ..paint.marks import Pen, side_shape
from ..screen import Screen
from ..theme import RADIUS
from ..widgets.button import chip, chip_width
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.sheet import heading, sheet

CHAIRS = ("washington", "moscow", "both")
LONGEST_SEED = 9
AS_WRITTEN = 3
LEVELS = (1, 2, 3, 4, 5)
EDGE, GAP = 70, 16
"""Design pixels beside the sheets and between them."""


class Offered(NamedTuple):
    """One line of a choice."""

    id: str
    """Its node and its action."""
    name: str
    note: str
    is_on: bool
    question: str = ""
    """What it answers, with the first of its answers."""
    about: str = ""


class Choose(Screen):
    name = "choose"

    def __init__(self, scenario: str = "") -> None:
        super().__init__()
        self.scenario = scenario
        """Its id; empty: the one the doors are of."""
        self.chair = "washington"
        self.opponent: dict[str, str] = {}
        """Chair -> doctrine chosen against it."""
        self.level = AS_WRITTEN
        self.answer: dict[str, str] = {}
        """Setting -> answer chosen; the default where none was."""
        self.seed = ""
        self.focus = "chair:washington"

    def build(self, page: Page) -> None:
        page.leave_panel()
        page.add("rope", "band", page.box(0, 0, page.wide, 80), draw_rope)
        head = Style("letter", 26, "roomtx", bold=True)
        title = page.say("choose", t("choose.title"), head, page.u(EDGE), page.u(88) + round(page.lh(head) * 0.8))
        top = self._crises(page, title)
        sheets = (("across", t("choose.across"), self._across), ("settings", t("choose.settings"), self._settings),
                  ("luck", t("choose.luck"), self._luck))
        edge = 16 if page.is_one else EDGE
        if not page.is_one:
            top += self._chairs(page, page.box(EDGE, top, page.wide - 2 * EDGE, 0)) + GAP
        wide = (page.wide - 2 * edge - 2 * GAP) / 3
        area = page.box(edge, top, page.wide - 2 * edge, page.low - top)
        panels = [Panel(id, name, page.box(edge + place * (wide + GAP), top, wide, page.low - top), partial(self._sheet, page, id, build))
                  for place, (id, name, build) in enumerate(sheets)]
        if page.is_one:
            panels.insert(0, Panel("chairs", t("choose.chairs"), area, partial(self._chair_list, page)))
        arrange(page, self, area, panels)
        footer(page, [("Tab", t("choose.key-next"), ""), ("\u2191\u2193", t("first.key-choose"), ""), ("Esc", t("teach.back"), "app:back"),
                      ("F1", t("first.keys"), "app:keys")], (t("choose.begin"), "begin"))

    def _sheet(self, page: Page, id: str, build: Callable[[Page, Rect], None], rect: Rect) -> None:
        build(page, sheet(page, id, rect, "manila" if id == "luck" else "paper"))

    def _crises(self, page: Page, title: Rect) -> float:
        """The crises there are, as chips behind the title or below it; returns the design y below."""
        known = self.app.doors.scenarios()
        low = title.bottom + page.u(12)
        if len(known) > 1:
            page.stop("crises")
            tall = max(page.u(28), page.lh(style.SMALL) + page.u(8))
            x, y = title.right + page.u(24), title.centery - tall // 2
            for place, (id, name, _) in enumerate(known):
                wide = chip_width(page, name)
                if x + wide > page.size[0] - page.u(EDGE):
                    x, y = page.u(EDGE), low
                is_on = id == self.scenario or (not self.scenario and not place)
                page.add(f"crisis:{id}", "chip", Rect(x, y, wide, tall), draw_crisis, action=f"crisis:{id}", focus=True, text=name, is_on=is_on)
                x += wide + page.u(8)
                low = max(low, y + tall + page.u(8))
        return low / page.theme.scale

    def _of(self) -> tuple[str, ...]:
        """The crisis chosen, as the doors are asked of it; nothing for the first."""
        return (self.scenario,) if self.scenario else ()

    def _chairs(self, page: Page, area: Rect) -> float:
        """The three cards side by side; returns their height in design pixels."""
        page.stop("chairs")
        wide = (area.w - 2 * page.u(GAP)) // 3
        texts = {id: (t(f"choose.chair-{id}"), t(f"choose.about-{id}")) for id in CHAIRS}
        head = Style("letter", 20, bold=True)
        tall = max(page.measure(words, style.BODY, wide - page.u(42)).height for _, words in texts.values()) + page.lh(head) + page.u(36)
        for place, id in enumerate(CHAIRS):
            rect = Rect(area.x + place * (wide + page.u(GAP)), area.y, wide, tall)
            page.panel(f"card:{id}", rect, draw_card, look=(id, id == self.chair))
            page.add(f"chair:{id}", "card", rect, None, action=f"chair:{id}", focus=True, text=texts[id][0], is_on=id == self.chair, is_over=True,
                     is_dark=True)
            line = Rect(rect.x, rect.y + page.u(12), rect.w, page.lh(head))
            page.say(f"chair:{id}:name", texts[id][0], head.on({"washington": "us", "moscow": "su"}.get(id, "ink")), rect.x + page.u(52),
                     page.middle(line, head))
            page.tell(f"chair:{id}:words", texts[id][1], style.BODY,
                      Rect(rect.x + page.u(20), line.bottom + page.u(6), rect.w - page.u(42), rect.bottom - line.bottom - page.u(8)))
        return tall / page.theme.scale

    def _chair_list(self, page: Page, rect: Rect) -> None:
        """The same as a list, where one panel has the window."""
        inside = sheet(page, "chairs", rect)
        page.stop("chairs")
        choices = [Offered(f"chair:{id}", t(f"choose.chair-{id}"), t(f"choose.about-{id}"), id == self.chair) for id in CHAIRS]
        offer(page, "chairs", inside, choices)

    def _lines(self) -> list[tuple[str, str, str]]:
        return self.app.doors.opponents(self.chair, *self._of())

    def _chosen(self) -> str:
        lines = self._lines()
        wanted = self.opponent.get(self.chair)
        return wanted if wanted in [id for id, _, _ in lines] else lines[0][0] if lines else ""

    def _across(self, page: Page, inside: Rect) -> None:
        is_two = self.chair == "both"
        y = heading(page, "across", inside, t("choose.across"), t("choose.person") if is_two else "")
        y = page.tell("across:words", t("choose.take-turns") if is_two else t("choose.minded"), style.BODY if is_two else style.NOTE,
                      Rect(inside.x, y + page.u(2), inside.w, inside.bottom - y)) + page.u(6)
        if is_two:
            return
        page.stop("across")
        chosen = self._chosen()
        choices = [Offered(f"across:{id}", name, aim, id == chosen) for id, name, aim in self._lines()]
        offer(page, "across", Rect(inside.x, y, inside.w, inside.bottom - y), choices)

    def _settings(self, page: Page, inside: Rect) -> None:
        """What nobody can settle: each question above its answers, in one list."""
        y = heading(page, "settings", inside, t("choose.settings"))
        page.stop("settings")
        choices = [self._offered(setting, place) for setting in self.app.doors.settings(*self._of()) for place in range(len(setting.answers))]
        if not choices:
            page.tell("settings:none", t("choose.nothing-open"), style.ASIDE, Rect(inside.x, y, inside.w, inside.bottom - y))
            return
        offer(page, "settings", Rect(inside.x, y, inside.w, inside.bottom - y), choices)

    def _offered(self, setting: Setting, place: int) -> Offered:
        """An answer; the chosen one with its note, so that the whole list stays short."""
        answer, is_first = setting.answers[place], place == 0
        is_on = answer.id == self._answer(setting)
        return Offered(f"set:{setting.id}:{answer.id}", answer_name(setting, answer), answer.note if is_on else "", is_on,
                       setting.name if is_first else "", setting.text if is_first else "")

    def _answer(self, setting: Setting) -> str:
        return self.answer.get(setting.id, setting.default)

    def _luck(self, page: Page, inside: Rect) -> None:
        y = inside.y
        if self.chair != "both":
            y = self._levels(page, inside)
        y = heading(page, "luck", Rect(inside.x, y, inside.w, inside.h), t("choose.luck"), t("choose.luck-aside"), more="Tab")
        y = page.tell("luck:words", t("choose.luck-words"), style.BODY, Rect(inside.x, y + page.u(4), inside.w, inside.bottom - y - page.u(60)))
        page.stop("luck")
        field = Rect(inside.x, y + page.u(14), inside.w, page.u(36))
        page.add("seed", "field", field, draw_field, action="seed", focus=True, text=self.seed)

    def _levels(self, page: Page, inside: Rect) -> int:
        y = heading(page, "level", inside, t("choose.level"))
        page.stop("level")
        tall, x = max(page.u(28), page.lh(style.SMALL) + page.u(8)), inside.x
        for place in LEVELS:
            words = t(f"choose.level-{place}")
            wide = chip_width(page, words)
            if x + wide > inside.right:
                x, y = inside.x, y + tall + page.u(2)
            chip(page, f"level:{place}", Rect(x, y, wide, tall), words, f"level:{place}", place == self.level)
            x += wide + page.u(6)
        return y + tall + page.u(20)

    def key(self, press: str) -> bool:
        if self.focus != "seed":
            return False
        if press.isdigit() and len(press) == 1:
            self.seed = (self.seed + press)[:LONGEST_SEED]
        elif press in ("Back", "Del"):
            self.seed = self.seed[:-1]
        else:
            return False
        return True

    def act(self, action: str) -> None:
        kind, _, id = action.partition(":")
        if kind == "crisis":
            first = self.app.doors.scenarios()[0][0]
            self.scenario = "" if id == first else id
            self.answer = {}
        elif kind == "chair":
            self.chair = id
        elif kind == "across":
            self.opponent[self.chair] = id
        elif kind == "set":
            setting, _, answer = id.partition(":")
            self.answer[setting] = answer
            self.shown = action     # its note unfolds, and must not push it out of sight
        elif kind == "level":
            self.level = int(id)
        elif kind == "begin":
            self._begin()

    def _begin(self) -> None:
        from ...session.doors import Choice
        from ..flow import sit_down
        is_two = self.chair == "both"
        choice = Choice("washington" if is_two else self.chair, "" if is_two else self._chosen(), int(self.seed) if self.seed else None, is_two,
                        self.level, self.scenario, tuple(f"{setting}={answer}" for setting, answer in self.answer.items()))
        try:
            game = self.app.doors.new_game(choice)
        except (ValueError, OSError) as problem:
            self.app.tell(str(problem), t("choose.cannot"))
            return
        sit_down(self.app, game)


def offer(page: Page, id: str, room: Rect, choices: list[Offered]) -> None:
    """A list of choices, each with a ring and its note, a question above the first of its answers."""
    room_in = room.w - page.u(30)
    across = room_in - page.u(40)
    head, note = style.ROW.strong(), style.SMALL.on("mut")

    def heights(with_about: bool) -> list[tuple[int, int]]:
        """(pixels of what stands above it, pixels of the choice itself)"""
        return [(_tall(page, room_in, 12, (choice.question, head), (choice.about * with_about, note)),
                 _tall(page, across, 8, (choice.name, head), (choice.note, note))) for choice in choices]
    has_about = sum(map(sum, heights(True))) <= room.h
    rows = heights(has_about)
    for place, line in page.roll(id, room, [choice.id for choice in choices], [sum(row) for row in rows]):
        choice, (above, _) = choices[place], rows[place]
        asked = Rect(line.x, line.y + page.u(8), room_in, above)
        if choice.question:
            asked.y = page.tell(f"{choice.id}:question", choice.question, head, asked)
        if choice.about and has_about:
            page.tell(f"{choice.id}:about", choice.about, note, asked)
        ring = Rect(line.x, line.y + above, line.w, line.h - above)
        page.add(choice.id, "choice", ring, draw_choice, action=choice.id, focus=True, text=choice.name, is_on=choice.is_on)
        words = Rect(line.x + page.u(40), ring.y + page.u(4), across, line.h)
        words.y = page.tell(f"{choice.id}:name", choice.name, head, words)
        if choice.note:
            page.tell(f"{choice.id}:note", choice.note, note, words)


def _tall(page: Page, wide: int, air: int, *said: tuple[str, Style]) -> int:
    """Pixels of words below each other with some air; none where nothing is said."""
    blocks = [page.measure(words, of, wide).height for words, of in said if words]
    return sum(blocks) + page.u(air) if blocks else 0


def draw_rope(canvas: Canvas, node: Node) -> None:
    """A rope, for the eye alone."""
    canvas.surface.blit(rope.rope_band(canvas.theme, node.rect.size, rope.Strain(300), form="compact", knots=canvas.knots), node.rect)


def draw_crisis(canvas: Canvas, node: Node) -> None:
    """A chip on the dark room."""
    theme, shape = canvas.theme, node.rect.inflate(0, -canvas.theme.px(2))
    with Pen(canvas.surface, theme, node.rect.inflate(2, 2)) as pen:
        fill = "roomtx" if node.is_on else "roomsel" if canvas.hover == node.id else None
        pen.box(shape.x, shape.y, shape.w, shape.h, fill, "roommut", 1.1, radius=11)
    text.line(canvas.surface, theme, node.text, shape.center, "ui", style.SMALL.size, "room" if node.is_on else "roomtx", bold=node.is_on,
              align="center", anchor="middle")


def draw_card(canvas: Canvas, node: Node) -> None:
    """A chair as a card: its side's sign, and a ring that is filled when it is chosen."""
    id, is_on = node.look
    theme, rect = canvas.theme, node.rect
    paint.sheet(canvas.surface, theme, rect, "selected" if is_on else "paper")
    with Pen(canvas.surface, theme, rect) as pen:
        y = rect.y + theme.px(31)
        if id == "both":
            side_shape(pen, (rect.x + theme.px(25), y), "washington", 5)
            side_shape(pen, (rect.x + theme.px(40), y), "moscow", 5)
        else:
            side_shape(pen, (rect.x + theme.px(32), y), id, 7)
        _mark_chosen(pen, (rect.right - theme.px(26), y), is_on)


def draw_choice(canvas: Canvas, node: Node) -> None:
    """One line of a choice."""
    theme, rect = canvas.theme, node.rect
    if node.is_on or canvas.hover == node.id:
        canvas.surface.fill(theme.color("selected" if node.is_on else "hover"), rect)
    with Pen(canvas.surface, theme, rect) as pen:
        _mark_chosen(pen, (rect.x + theme.px(18), rect.y + theme.px(4) + theme.type_px(style.ROW.size) * 0.67), node.is_on)


def _mark_chosen(pen: Pen, centre: tuple[float, float], is_on: bool) -> None:
    pen.circle(centre, pen.theme.px(7), "paper", "ink", 1.4)
    if is_on:
        pen.circle(centre, pen.theme.px(3.6), "ink")


def draw_field(canvas: Canvas, node: Node) -> None:
    """A line to type on; the caret stands while it has the focus."""
    theme, rect = canvas.theme, node.rect
    with Pen(canvas.surface, theme, rect) as pen:
        pen.box(rect.x, rect.y, rect.w, rect.h, "letterhead", "ink", 1.2, radius=RADIUS)
    words = node.text or t("choose.fresh")
    said = text.line(canvas.surface, theme, words, (rect.x + theme.px(12), rect.centery), "typed", 16, "ink" if node.text else "faint",
                     anchor="middle")
    if canvas.focus == node.id:
        x = said.right + theme.px(2) if node.text else rect.x + theme.px(9)
        canvas.surface.fill(theme.color("ink"), (x, rect.y + theme.px(8), theme.px(2), rect.h - theme.px(16)))
