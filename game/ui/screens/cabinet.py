"""Behind the main numbers: who sits at the table and for how long already, the days that ask a question, what else is counted.

Comes in: a Desk, and whether the team or the files are wanted first. Goes out: nothing. Never here: the other side's team, an answer.
"""

from pygame import Rect

from ...language import has, t
from ...wording.board import DateLine, Meter, Person
from ..desk import Desk
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint import gauge
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.button import row
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.meters import meter_rows
from ..widgets.reader import Paragraphs, reader
from ..widgets.sheet import heading, sheet

LONG = 48
"""Hours awake at which a person's bar is full."""
SHOWN_ELSEWHERE = ("awake.", "away.", "exposure.")
"""More meters that have a place of their own."""
INSTRUCTIONS = ("reprisal", "cover")
"""Standing instructions, for which the room may have no place where the text is large."""


class Cabinet(Screen):
    name = "cabinet"
    is_play = True

    def __init__(self, desk: Desk, first: str = "team", file: str = ""):
        super().__init__()
        self.desk = desk
        files = desk.board.files
        chosen = next((line for line in files if line.state == "open"), next((line for line in files if line.state == "to come"), None))
        self.file = file or (chosen.id if chosen else files[0].id if files else "")
        """The date whose file is open below the list."""
        self._go(first)

    def _go(self, stop: str) -> None:
        team = self.desk.board.team
        self.front = stop
        self.rest(f"file:{self.file}" if stop == "files" and self.file else f"person:{team[0].id}" if team else "primary")

    def build(self, page: Page) -> None:
        top = low_band(page, self.desk.board) + 8
        high, left = page.low - top, round((page.wide - 40) * 0.44)
        behind = [meter for meter in self.desk.board.more_meters if not meter.id.startswith(SHOWN_ELSEWHERE)]
        behind += [meter for meter in self.desk.board.meters if meter.id in INSTRUCTIONS]
        upper, across, half = round(high * 0.56) if behind else high, page.wide - left - 40, round(high * 0.5)
        panels = [Panel("team", t("cabinet.team"), page.box(16, top, left, upper), lambda rect: self._team(page, rect))]
        if behind:
            panels.append(Panel("behind", t("cabinet.behind"), page.box(16, top + upper + 8, left, high - upper - 8),
                                lambda rect: self._behind(page, rect, behind)))
        lower = page.box(24 + left, top + half + 8, across, high - half - 8)
        panels += [Panel("files", t("cabinet.files"), page.box(24 + left, top, across, half), lambda rect: self._files(page, rect)),
                   Panel("open", t("cabinet.open"), lower, lambda rect: self._file(page, rect))]
        arrange(page, self, page.box(16, top, page.wide - 32, high), panels)
        keys = [("T", t("cabinet.key-team"), "go:team"), ("F", t("cabinet.key-files"), "go:files"), ("\u2191\u2193", t("cabinet.key-rows"), ""),
                ("W", t("cabinet.key-why"), ""), ("Esc", t("cabinet.to-room"), "app:back")]
        footer(page, keys, (t("cabinet.done"), "done"))

    def _behind(self, page: Page, rect: Rect, behind: list[Meter]) -> None:
        inside = sheet(page, "behind", rect)
        y = heading(page, "behind", inside, t("cabinet.behind"), t("cabinet.behind-aside"), style.PANEL_SMALL, more="W")
        page.stop("behind")
        meter_rows(page, "behind", Rect(inside.x - page.u(8), y, inside.w + page.u(16), inside.bottom + page.u(8) - y), behind, self.desk.board)

    def _team(self, page: Page, rect: Rect) -> None:
        team = self.desk.board.team
        inside = sheet(page, "team", rect)
        y = heading(page, "team", inside, t("cabinet.team"), t("cabinet.team-aside"), more="W")
        page.stop("team")
        tall = page.lh(style.ROW) + page.lh(style.SMALL) + page.u(10)
        ids = [f"person:{person.id}" for person in team]
        heights = [tall + (page.lh(style.SMALL) if person.note else 0) for person in team]
        for place, line in page.roll("team", Rect(rect.x + page.u(4), y, rect.w - page.u(8), inside.bottom + page.u(8) - y), ids, heights):
            self._person(page, ids[place], line, team[place])

    def _person(self, page: Page, id: str, line: Rect, person: Person) -> None:
        u = page.u
        row(page, id, line, f"{person.name}, {_hours(person)}", id)
        base = line.y + u(3) + round(page.lh(style.ROW) * 0.78)
        figure = style.ASIDE if person.is_away else style.FIGURE
        right = line.right - u(10)
        left = page.say(f"{id}:hours", _hours(person), figure, right, base, align="right").left
        bar = Rect(min(left, right - page.width(t("cabinet.hours", hours=99), style.FIGURE)) - u(8) - u(90), base - u(11), u(90), u(12))
        if not person.is_away:
            page.add(f"{id}:bar", "bar", bar, draw_hours, look=person.hours)
            left = bar.x
        page.say(f"{id}:name", person.name, style.ROW.strong(), line.x + u(10), base, left - line.x - u(20), more="W")
        page.say(f"{id}:office", duty(person), style.NOTE, line.x + u(10), base + page.lh(style.SMALL), line.w - u(20), more="W")
        if person.note:
            page.say(f"{id}:note", person.note, style.WARN, line.x + u(10), base + 2 * page.lh(style.SMALL), line.w - u(20), more="W")

    def _files(self, page: Page, rect: Rect) -> None:
        files, u = self.desk.board.files, page.u
        inside = sheet(page, "files", rect, "manila")
        y = heading(page, "files", inside, t("cabinet.files"), t("cabinet.files-aside"), more="Enter")
        page.stop("files")
        if not files:
            page.tell("files:none", t("room.no-days"), style.ASIDE, Rect(inside.x, y, inside.w, inside.bottom - y))
            return
        tall = page.lh(style.ROW) + page.lh(style.CAPTION) + u(6)
        ids = [f"file:{line.id}" for line in files]
        for place, at in page.roll("files", Rect(rect.x + u(4), y, rect.w - u(8), inside.bottom + u(8) - y), ids, [tall] * len(ids)):
            line, id = files[place], ids[place]
            row(page, id, at, f"{line.name}, {line.when}, {_state(line)}", id, is_on=line.id == self.file)
            base = at.y + u(2) + round(page.lh(style.ROW) * 0.78)
            state = style.WARN if line.state in ("open", "missed") and line.is_ours else style.ASIDE
            said = page.say(f"{id}:state", _state(line), state, at.right - u(10), base, align="right")
            page.say(f"{id}:name", line.name, style.ROW.strong(line.state == "open"), at.x + u(10), base, said.left - at.x - u(22), more="Enter")
            page.say(f"{id}:when", line.when, style.CAPTION, at.x + u(10), base + page.lh(style.CAPTION), at.w - u(20), more="Enter")

    def _file(self, page: Page, rect: Rect) -> None:
        line = next((line for line in self.desk.board.files if line.id == self.file), None)
        inside = sheet(page, "open", rect, "letterhead").inflate(-page.u(12), 0)
        if line is None:
            return
        y = page.tell("open:name", line.name, style.LETTER_HEAD._replace(size=18), inside, lines=1, more="Enter")
        y = page.tell("open:when", f"{line.when} \u00b7 {_state(line)}", style.ASIDE, Rect(inside.x, y, inside.w, inside.h), lines=1) + page.u(6)
        page.stop("open")
        reader(page, "open:text", Rect(inside.x, y, inside.w, inside.bottom - y), file_words(line))

    def moved(self, id: str) -> None:
        kind, _, name = id.partition(":")
        if kind == "file":
            self.file = name

    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "done":
            self.app.back()
        elif kind == "go":
            self._go(name)
        elif kind == "why":
            self.why(f"meter:{name}")
        elif kind in ("person", "file"):
            self.why(action)

    def why(self, id: str) -> None:
        from .notice import Notice
        from .why import ask
        kind, _, name = id.partition(":")
        if kind == "person":
            person = next(person for person in self.desk.board.team if person.id == name)
            if not person.is_away and ask(self, self.desk, f"meter:awake.{name}"):
                return
            state = t("cabinet.asleep") if person.is_away else t("cabinet.awake", n=person.hours)
            self.app.push(Notice(person.name, t("cabinet.part", part=duty(person)), state, person.note or t("cabinet.not-yet")))
        elif kind == "file":
            line = next(line for line in self.desk.board.files if line.id == name)
            self.app.push(Notice(line.name, f"{line.when}, {_state(line)}.", *(words for words, _ in file_words(line))))
        else:
            ask(self, self.desk, id)


def _hours(person: Person) -> str:
    return t("cabinet.in-bed") if person.is_away else t("cabinet.hours", hours=person.hours)


def duty(person: Person) -> str:
    """What he does for his government."""
    return t(f"cabinet.duty-{person.duty}") if has(f"cabinet.duty-{person.duty}") else person.office


def _state(line: DateLine) -> str:
    state = t(f"cabinet.state-{line.state.replace(' ', '-')}")
    return state if line.is_ours else t("cabinet.theirs", state=state)


def file_words(line: DateLine) -> Paragraphs:
    """What a date says: its text, what it asks for, what follows."""
    found = [(line.text, style.LETTER), *((t("cabinet.asks", what=ask), style.BODY) for ask in line.asks)]
    if line.if_met:
        found.append((t("cabinet.if-met", what=line.if_met), style.BODY))
    if line.if_not:
        found.append((t("cabinet.if-not", what=line.if_not) if line.asks else t("cabinet.follows", what=line.if_not), style.BODY))
    return found


def draw_hours(canvas: Canvas, node: Node) -> None:
    """Hours awake as a bar."""
    gauge.meter_bar(canvas.surface, canvas.theme, node.rect, min(node.look, LONG), top=LONG)
