"""A new game: which chair, who sits across, what is taken as true, which seed.

Comes in: the Doors (opponents). Goes out: a Choice, and the game it opens. Never here: a doctrine's rules, a fresh seed; the Doors make one.
"""

from typing import NamedTuple

from pygame import Rect

from ...engine.rulebook import Setting
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
from ..widgets.sheet import heading, sheet

CHAIRS = (
    ("washington", "Washington", "You see from the air, have allies and a press, and run against sites whose readiness you only estimate."),
    ("moscow", "Moscow", "You know your own numbers and not the day of a strike. Cables come late; Havana has a will of its own."),
    ("both", "Two at one desk", "Two people at one machine. A curtain falls between the chairs; nothing of the other side stays in sight."),
)
LUCK = "The same seed and the same orders give the same game. Type digits here, or leave it empty."
TAKE_TURNS = "Washington sits down first. Each side signs in turn; then the turn is played and each sees its own reckoning."
MINDED = "They see what that chair sees, no more."
LONGEST_SEED = 9
AS_WRITTEN = 3
LEVELS = ("1 takes less", "2", "3 as written", "4", "5 asks more")


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

    def __init__(self) -> None:
        super().__init__()
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
        page.say("choose", "A new crisis", Style("letter", 26, "roomtx", bold=True), page.u(70), page.u(128))
        top = 148 + self._chairs(page) + 16
        wide = (page.wide - 140 - 32) / 3
        left, middle, right = (page.box(70 + place * (wide + 16), top, wide, page.low - 8 - top) for place in range(3))
        self._across(page, sheet(page, "across", left))
        self._settings(page, sheet(page, "settings", middle))
        self._luck(page, sheet(page, "luck", right, "manila"))
        footer(page, [("Tab", "next", ""), ("\u2191\u2193", "choose", ""), ("Esc", "back", "app:back"), ("F1", "keys", "app:keys")],
               ("Sit down", "begin"))

    def _chairs(self, page: Page) -> float:
        """The three cards; returns their height in design pixels."""
        page.stop("chairs")
        wide = (page.wide - 140 - 32) / 3
        across = page.u(wide) - page.u(42)
        tall = max(page.measure(words, style.BODY, across).height for _, _, words in CHAIRS) / page.theme.scale + 70
        for place, (id, name, words) in enumerate(CHAIRS):
            rect = page.box(70 + place * (wide + 16), 148, wide, tall)
            page.panel(f"card:{id}", rect, draw_card, look=(id, id == self.chair))
            page.add(f"chair:{id}", "card", rect, None, action=f"chair:{id}", focus=True, text=name, is_on=id == self.chair, is_over=True,
                     is_dark=True)
            head = Style("letter", 20, {"washington": "us", "moscow": "su"}.get(id, "ink"), bold=True)
            page.say(f"chair:{id}:name", name, head, rect.x + page.u(52), rect.y + page.u(38))
            page.tell(f"chair:{id}:words", words, style.BODY,
                      Rect(rect.x + page.u(20), rect.y + page.u(54), across, rect.bottom - rect.y - page.u(56)))
        return tall

    def _lines(self) -> list[tuple[str, str, str]]:
        return self.app.doors.opponents(self.chair)

    def _chosen(self) -> str:
        lines = self._lines()
        return self.opponent.get(self.chair) or (lines[0][0] if lines else "")

    def _across(self, page: Page, inside: Rect) -> None:
        is_two = self.chair == "both"
        y = heading(page, "across", inside, "Who sits across", "a person" if is_two else "")
        y = page.tell("across:words", TAKE_TURNS if is_two else MINDED, style.BODY if is_two else style.NOTE,
                      Rect(inside.x, y + page.u(2), inside.w, inside.bottom - y)) + page.u(6)
        if is_two:
            return
        page.stop("across")
        chosen = self._chosen()
        choices = [Offered(f"across:{id}", name, aim, id == chosen) for id, name, aim in self._lines()]
        offer(page, "across", Rect(inside.x, y, inside.w, inside.bottom - y), choices)

    def _settings(self, page: Page, inside: Rect) -> None:
        """What nobody can settle: each question above its answers, in one list."""
        y = heading(page, "settings", inside, "What is taken as true")
        page.stop("settings")
        choices = [self._offered(setting, place) for setting in self.app.doors.settings() for place in range(len(setting.answers))]
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
        y = heading(page, "luck", Rect(inside.x, y, inside.w, inside.h), "Luck", "empty: a fresh seed")
        y = page.tell("luck:words", LUCK, style.BODY, Rect(inside.x, y + page.u(4), inside.w, inside.bottom - y - page.u(60)))
        page.stop("luck")
        field = Rect(inside.x, y + page.u(14), inside.w, page.u(36))
        page.add("seed", "field", field, draw_field, action="seed", focus=True, text=self.seed)

    def _levels(self, page: Page, inside: Rect) -> int:
        y = heading(page, "level", inside, "How much they ask")
        page.stop("level")
        tall, x = max(page.u(28), page.lh(style.SMALL) + page.u(8)), inside.x
        for place, words in enumerate(LEVELS, 1):
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
        if kind == "chair":
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
                        self.level, tuple(f"{setting}={answer}" for setting, answer in self.answer.items()))
        try:
            game = self.app.doors.new_game(choice)
        except (ValueError, OSError) as problem:
            self.app.tell(str(problem), "This game cannot begin")
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
    words = node.text or "fresh"
    said = text.line(canvas.surface, theme, words, (rect.x + theme.px(12), rect.centery), "typed", 16, "ink" if node.text else "faint",
                     anchor="middle")
    if canvas.focus == node.id:
        x = said.right + theme.px(2) if node.text else rect.x + theme.px(9)
        canvas.surface.fill(theme.color("ink"), (x, rect.y + theme.px(8), theme.px(2), rect.h - theme.px(16)))
