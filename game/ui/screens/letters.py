"""Letters and archive: every letter and paper of this seat's game, what changed from one letter to the next, how it reads, what an answer would do.

Comes in: a Desk. Goes out: the draft's answer, the whole paper, the deal table. Never here: what a list or a comparison looks like (letters_*.py).
"""

from ...language import t
from ...wording.board import Paper
from ...wording.filed import Missive, TermWorth
from ...wording.manner import how
from ...wording.plain import plain_paper
from ...wording.reckonings import pushed, worth
from ..desk import Desk
from ..hands import COPY
from ..layout.page import Page
from ..layout.type import minus
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from . import letters_answer, letters_change, letters_list
from .answering import answer, choices, explain
from .notice import Notice
from .why import reckon

LETTERS, ARCHIVE = VIEWS = ("letters", "archive")
LANES = ("", "public", "cable", "back", "un")
"""Channels to look at, "" for all."""
KINDS = ("", "letter", "cable", "broadcast", "news", "report", "note")
"""Kinds of paper to look at, "" for all."""
CLOSED = 112
"""Design pixels of the answers' panel where there is nothing to answer."""


class Letters(Screen):
    name = "letters"
    is_play = True
    own_keys = (("Ctrl+Z", "keys.undo"), ("Ctrl+Y", "keys.redo"))

    def __init__(self, desk: Desk, chosen: str = "", view: str = LETTERS):
        super().__init__()
        self.desk, self.view = desk, view
        self.lane, self.kind = "", ""
        self.letters = {letter.paper.id: letter for letter in desk.board.letters}
        self.papers = {paper.id: paper for paper in desk.board.papers}
        self.folded: set[str] = set(letters_list.days(list(self.papers.values()))[1:])
        """Days of the archive that show only their heading; at first all but the newest."""
        last = next((line.paper.id for line in reversed(desk.board.letters) if line.options and not line.is_ours), "")
        self.chosen = chosen or last or (list(self.letters) or list(self.papers) or [""])[-1 if self.letters else 0]
        self.rest(f"letter:{self.chosen}")
        self.last["list"] = self.focus

    # -------------------------------------------------------------- what is looked at
    @property
    def letter(self) -> Missive | None:
        """The letter that is chosen, if it is one."""
        return self.letters.get(self.chosen)

    @property
    def paper(self) -> Paper | None:
        """The paper that is chosen: a letter as it came, any other as it lies in the tray."""
        letter = self.letter
        return letter.paper if letter else self.papers.get(self.chosen)

    def build(self, page: Page) -> None:
        top = low_band(page, self.desk.board) + 8
        high, right = page.low - top, page.wide - 16 - 448
        has_terms = bool(self.paper and self.paper.terms)
        split = round(high * 0.56) if self.letter and self.letter.options else high - CLOSED if self.letter else high
        across = right - 424 if has_terms else page.wide - 432
        panels = [Panel("list", t(f"letters.view-{self.view}"), page.box(16, top, 392, high), lambda rect: letters_list.build(page, rect, self)),
                  Panel("letter", t("letters.letter"), page.box(416, top, across, high), lambda rect: letters_change.reader(page, rect, self))]
        if page.is_one and self.letter:
            panels.append(Panel("reading", t("letters.became") if self.letter.is_ours else t("letters.reads"), page.box(416, top, across, high),
                                lambda rect: letters_change.reads(page, rect, self)))
        if has_terms:
            panels.append(Panel("changed", t("letters.changed"), page.box(right, top, 448, split),
                                lambda rect: letters_change.build(page, rect, self)))
        if self.letter:
            panels.append(Panel("answer", t("letters.answer"), page.box(right, top + split + 8, 448, high - split - 8),
                                lambda rect: letters_answer.build(page, rect, self)))
        arrange(page, self, page.box(16, top, page.wide - 32, high), panels)
        keys = [("\u2191\u2193", t("letters.key-letter"), ""), ("\u2190\u2192", t("letters.key-thread"), ""), ("R", t("letters.key-whole"), "whole"),
                ("1-5", t("letters.key-filter"), ""), ("W", t("letters.key-why"), ""), ("Ctrl+C", t("letters.key-copy"), COPY),
                ("Esc", t("letters.key-back"), "app:back"), ("F1", t("letters.key-keys"), "app:keys")]
        footer(page, keys, (t("letters.done"), "done"))

    def moved(self, id: str) -> None:
        kind, _, name = id.partition(":")
        if kind == "letter" and name != self.chosen:
            self.chosen = name
            self.last["list"] = id              # Tab comes back to the letter that is shown, and not to the first
            self.desk.read.add(name)
            for list_ in ("letter:text", "changed"):
                self.tops.pop(list_, None)

    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "done":
            self.app.back()
        elif kind == "view":
            self._look_at(name)
        elif kind == "lane":
            self.lane = name
        elif kind == "kind":
            self.kind = name
        elif kind == "day":
            self.folded ^= {name}
            self.rest(action)
        elif kind == "letter":
            self._choose(name) if name != self.chosen else self._whole()
        elif kind == "whole":
            self._whole()
        elif kind == "answer":
            self._answer(name)
        elif kind in ("term", "worth"):
            self.why(action)
        elif kind == "why":
            self.why(f"meter:{name}")

    def _look_at(self, view: str) -> None:
        self.view = view
        self.tops.pop("list", None)
        ids = letters_list.ids(self)
        if f"letter:{self.chosen}" not in ids:
            newest_first = ids if view == ARCHIVE else ids[::-1]
            self.chosen = next((id.partition(":")[2] for id in newest_first if id.startswith("letter:")), self.chosen)
        self.rest(f"letter:{self.chosen}")
        self.last["list"] = self.focus

    def _choose(self, id: str) -> None:
        if id in self.letters or id in self.papers:
            self.rest(f"letter:{id}")
            self.moved(f"letter:{id}")

    def _whole(self) -> None:
        from .paper import Reading
        paper = self.papers.get(self.chosen) or self.paper
        if paper:
            self.app.push(Reading(self.desk, paper))

    def _answer(self, name: str) -> None:
        letter = self.letter
        if letter and letter.options and answer(self.desk, letter.paper, name):
            from .deal import Deal
            self.app.push(Deal(self.desk))

    def key(self, press: str) -> bool:
        letter = self.letter
        keys = dict(choices(letter.paper)) if letter and letter.options else {}
        if press in keys:
            self._answer(keys[press])
            return True
        if press in ("Left", "Right") and self.focus.startswith("letter:") and letter:
            self._choose(letter.before if press == "Left" else self._next(letter))
            return True
        if press.isdigit() and self._filter(int(press) - 1):
            return True
        if press in ("Ctrl+Z", "Ctrl+Y"):
            return self.desk.undo() if press == "Ctrl+Z" else self.desk.redo()
        return False

    def _next(self, letter: Missive) -> str:
        return next((each.paper.id for each in self.letters.values() if each.before == letter.paper.id), "")

    def _filter(self, place: int) -> bool:
        lanes = self.view == LETTERS
        wanted = LANES if lanes else KINDS
        if not 0 <= place < len(wanted):
            return False
        self.act(f"{'lane' if lanes else 'kind'}:{wanted[place]}")
        return True

    def copied(self) -> str:
        return plain_paper(self.paper) if self.paper else ""

    # -------------------------------------------------------------- doors
    def why(self, id: str) -> None:
        kind, _, name = id.partition(":")
        letter = self.letter
        if kind == "term" and letter:
            one = next(term for term in letter.terms if term.issue == name)
            title, *words = _term(one, self.desk)
            if one.now:
                reckon(self, self.desk, worth(title, _audiences(one.shares), one.worth, " ".join(words)))
            else:
                self.app.push(Notice(title, *words))
        elif kind == "worth" and letter:
            before = t("letters.worth-before", worth=minus(letter.was)) if letter.before else ""
            reckon(self, self.desk, worth(t("letters.whole"), _audiences(letter.shares), letter.worth, before, t("letters.worth-note")))
        elif kind == "answer" and letter:
            option = next((option for option in letter.options if option.id == name), None)
            if option and option.price:
                title, *words = explain(option)
                reckon(self, self.desk, pushed(self.desk.board, title, option.price, " ".join(words)))
            elif option:
                self.app.push(Notice(*explain(option)))
        elif kind == "letter" and self.paper:
            from .paper import hard_words_in
            self.app.push(hard_words_in(self.paper))
        else:
            from .why import ask
            ask(self, self.desk, id)


def _term(term: TermWorth, desk: Desk) -> tuple[str, ...]:
    """A heading and sentences: how it was said, how it is said, what it is worth and to whom."""
    issue = next((issue for issue in desk.board.issues if issue.id == term.issue), None)
    said = [t("letters.was-said", says=term.before.says, how=how(term.before)) if term.before else "",
            t("letters.is-said", says=term.now.says, how=how(term.now)) if term.now else t("letters.is-dropped"),
            f"{t('letters.worth-now', worth=minus(term.worth))} {_shares(term.shares)}" if term.now else "",
            t("letters.worth-before", worth=minus(term.was)) if term.before else "",
            t("letters.blocked", who=issue.blocked_by) if issue and issue.blocked_by else "",
            t("letters.exposed", n=issue.exposure) if issue and issue.exposure else ""]
    return (term.name, *(text for text in said if text))


def _audiences(shares: tuple[tuple[str, int], ...]) -> list[tuple[str, int]]:
    return [(t(f"letters.audience-{name}"), amount) for name, amount in shares]


def _shares(shares: tuple[tuple[str, int], ...]) -> str:
    return t("letters.shares", parts=", ".join(f"{t(f'letters.audience-{name}')} {minus(amount)}" for name, amount in shares))
