"""History notes: what happened in 1962, day by day up to the day of the game, and what each thing is in the game; hard words beside them.

Comes in: a Desk. Goes out: nothing. Never here: a day that is still to come, or what only the other government knew then.
"""

from pygame import Rect

from ...language import t
from ...wording.filed import HistoryNote
from ...wording.glossary import Word, words
from ...wording.plain import plain_note, plain_word
from ..desk import Desk
from ..hands import COPY
from ..layout import type as style
from ..layout.page import Page
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.button import row
from ..widgets.flow import Chip, chips
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.reader import Paragraphs, reader
from ..widgets.sheet import heading, sheet
from .notice import Notice

NOTES, WORDS = VIEWS = ("notes", "words")
FILTERS = ("all", "public", "secret")
LEFT = 560


class History(Screen):
    name = "history"
    is_play = True

    def __init__(self, desk: Desk, view: str = NOTES, word: str = ""):
        super().__init__()
        self.desk, self.view, self.filter = desk, view, FILTERS[0]
        self.chosen = f"word:{word}" if word else ""
        self._settle()

    def _settle(self) -> None:
        """The chosen thing is one that is shown: the newest note, the first word."""
        found = [id for id in self._ids() if not id.startswith("day:")]
        if self.chosen not in found:
            self.chosen = (found[-1] if self.view == NOTES else found[0]) if found else ""
        self.rest(self.chosen or f"view:{self.view}")
        self.last["list"] = self.focus

    @property
    def notes(self) -> list[HistoryNote]:
        """Those that are shown, oldest first."""
        return [note for note in self.desk.board.notes if self.filter == "all" or note.was_secret == (self.filter == "secret")]

    def _ids(self) -> list[str]:
        if self.view == WORDS:
            return [f"word:{word.id}" for word in words()]
        found: list[str] = []
        for place, note in enumerate(self.notes):
            if not place or self.notes[place - 1].day != note.day:
                found.append(f"day:{note.day}")
            found.append(f"note:{place}")
        return found

    def build(self, page: Page) -> None:
        top = low_band(page, self.desk.board) + 8
        high = page.low - top
        panels = [Panel("list", t(f"history.view-{self.view}"), page.box(16, top, LEFT, high), lambda rect: self._list(page, rect)),
                  Panel("open", t("history.open"), page.box(24 + LEFT, top, page.wide - LEFT - 40, high), lambda rect: self._open(page, rect))]
        arrange(page, self, page.box(16, top, page.wide - 32, high), panels)
        keys = [("\u2191\u2193", t("history.key-note"), ""), ("1-3", t("history.key-filter"), ""), ("N", t("history.key-words"), "other"),
                ("Ctrl+C", t("history.key-copy"), COPY), ("Esc", t("history.key-back"), "app:back"), ("F1", t("history.key-keys"), "app:keys")]
        footer(page, keys, (t("history.done"), "done"))

    def _list(self, page: Page, rect: Rect) -> None:
        inside = sheet(page, "list", rect)
        board = self.desk.board
        y = heading(page, "list", inside, t("history.title"), t("history.until", date=board.date) if not board.ending else "", more="W")
        y = chips(page, "views", inside, y, [Chip(f"view:{view}", t(f"history.view-{view}"), view == self.view, "") for view in VIEWS])
        if self.view == NOTES:
            y = chips(page, "filters", inside, y, [Chip(f"filter:{each}", t(f"history.filter-{each}"), each == self.filter, str(place + 1))
                                                   for place, each in enumerate(FILTERS)])
        hint = t("history.words-hint") if self.view == WORDS else t("history.over") if board.ending else t("history.hidden")
        y = page.tell("list:hint", hint, style.ASIDE, Rect(inside.x, y, inside.w, inside.bottom - y)) + page.u(4)
        page.rule(inside.x, y, inside.w)
        page.stop("list")
        wide = Rect(rect.x + page.u(4), y + page.u(2), rect.w - page.u(8), rect.bottom - page.u(10) - y)
        ids = self._ids()
        if not ids:
            page.tell("list:none", t("history.none"), style.BODY, Rect(inside.x, y + page.u(6), inside.w, wide.h))
        tall, head = page.lh(style.SMALL) * 2 + page.u(10), page.lh(style.ROW) + page.u(8)
        short = max(page.u(28), page.lh(style.ROW) + page.u(8))
        heights = [head if id.startswith("day:") else short if id.startswith("word:") else tall for id in ids]
        walked = [id for id in ids if not id.startswith("day:")]
        for place, at in page.roll("list", wide, ids, heights, takes_focus=False):
            self._row(page, at, ids[place])
        page.tree.stops.setdefault("list", [])[:] = walked

    def _row(self, page: Page, at: Rect, id: str) -> None:
        kind, _, name = id.partition(":")
        u = page.u
        if kind == "day":
            page.say(f"{id}:words", name, style.ROW.strong(), at.x + u(8), at.bottom - u(8), at.w - u(16), more="Enter")
            page.rule(at.x + u(8), at.bottom - u(2), at.w - u(16), "band90")
            return
        if kind == "word":
            word = next(word for word in words() if word.id == name)
            row(page, id, at, word.name, id, is_on=id == self.chosen)
            base = page.middle(at, style.ROW)
            said = page.say(f"{id}:name", word.name, style.ROW, at.x + u(12), base, round(at.w * 0.5), more="Enter")
            page.say(f"{id}:says", word.says, style.NOTE, said.right + u(14), base, at.right - u(10) - said.right - u(14), more="Enter")
            return
        note = self.notes[int(name)]
        row(page, id, at, note.text, id, is_on=id == self.chosen)
        clock = page.width("00:00", style.CABLE) + u(12)
        base = at.y + u(4) + round(page.lh(style.SMALL) * 0.78)
        page.say(f"{id}:hour", note.when or "\u2013", style.CABLE.on("mut"), at.x + u(10), base)
        page.tell(f"{id}:text", f"{note.who}: {note.text}", style.SMALL.strong(False), Rect(at.x + u(10) + clock, at.y + u(3), at.w - u(20) - clock,
                                                                                           at.h - u(4)), lines=2, more="Enter")

    def _open(self, page: Page, rect: Rect) -> None:
        inside = sheet(page, "open", rect, "letterhead").inflate(-page.u(28), -page.u(8))
        kind, _, name = self.chosen.partition(":")
        page.stop("open")
        if kind == "word":
            self._word(page, inside, next(word for word in words() if word.id == name))
        elif kind == "note" and int(name) < len(self.notes):
            self._note(page, inside, self.notes[int(name)])

    def _note(self, page: Page, inside: Rect, note: HistoryNote) -> None:
        day = f"{note.day}, {note.when}" if note.when else note.day
        y = page.tell("open:day", day, style.LETTER_HEAD._replace(size=20), inside)
        kept = t("history.was-secret") if note.was_secret else t("history.was-public")
        y = page.tell("open:who", f"{note.who} \u00b7 {kept}", style.ASIDE, Rect(inside.x, y, inside.w, inside.bottom - y)) + page.u(6)
        page.rule(inside.x, y, inside.w)
        lines: Paragraphs = [(note.text, style.LETTER._replace(size=18)),
                             *([(t("history.here").upper(), style.PANEL_SMALL), (note.here, style.LETTER)] if note.here else []),
                             (t("history.sources").upper(), style.PANEL_SMALL), (t(f"history.tag-{note.tag.replace(' ', '-')}"), style.BODY),
                             (note.source, style.NOTE), (t("history.where"), style.ASIDE)]
        issues = [issue for issue in self.desk.board.issues if issue.id in note.about]
        foot = inside.bottom
        if issues:
            foot -= max(page.u(26), page.lh(style.SMALL) + page.u(6)) * 2 + page.u(8)
        reader(page, "open:text", Rect(inside.x, y + page.u(10), inside.w, foot - y - page.u(12)), lines)
        if issues:
            chips(page, "issues", inside, foot, [Chip(f"issue:{issue.id}", issue.name, False) for issue in issues])

    def _word(self, page: Page, inside: Rect, word: Word) -> None:
        y = page.tell("open:day", word.name, style.LETTER_HEAD._replace(size=20), inside) + page.u(4)
        page.rule(inside.x, y, inside.w)
        lines = [(word.says, style.LETTER._replace(size=18)), (t("history.sources").upper(), style.PANEL_SMALL), (word.source, style.NOTE),
                 (t("history.where"), style.ASIDE)]
        reader(page, "open:text", Rect(inside.x, y + page.u(10), inside.w, inside.bottom - y - page.u(12)), lines)

    def moved(self, id: str) -> None:
        if id.startswith(("note:", "word:")):
            self.chosen = id
            self.tops.pop("open:text", None)

    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "done":
            self.app.back()
        elif kind == "view" or action == "other":
            self.view = name or (WORDS if self.view == NOTES else NOTES)
            self.tops.pop("list", None)
            self._settle()
        elif kind == "filter":
            self.filter = name
            self._settle()
        elif kind in ("note", "word"):
            self.moved(action)
            self.front = "open" if self.front else ""
        elif kind == "issue":
            self.why(action)
        elif kind == "why":
            self.why(f"meter:{name}")

    def key(self, press: str) -> bool:
        if press in ("1", "2", "3") and self.view == NOTES:
            self.act(f"filter:{FILTERS[int(press) - 1]}")
            return True
        return False

    def copied(self) -> str:
        kind, _, name = self.chosen.partition(":")
        if kind == "word":
            return plain_word(next(word for word in words() if word.id == name))
        return plain_note(self.notes[int(name)]) if kind == "note" else ""

    def why(self, id: str) -> None:
        kind, _, name = id.partition(":")
        if kind == "issue":
            issue = next(issue for issue in self.desk.board.issues if issue.id == name)
            self.app.push(Notice(issue.name, issue.note, *(f"{step}. {says}" for step, says in enumerate(issue.positions, 1))))
        elif kind in ("note", "word"):
            self.act(id)
        else:
            from .why import ask
            ask(self, self.desk, id)
