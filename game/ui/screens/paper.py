"""One paper, whole, under its letterhead, and the answer to it: accept, refuse, counter, leave it; an own letter can be taken back.

Comes in: a Desk and a Paper. Goes out: the draft's answer, or the deal table with their terms set out. Never here: whether an answer is legal.
"""

from pygame import Rect

from ...language import t
from ...session.lessons import panels_of
from ...wording.board import IssueLine, Paper, TermWords
from ...wording.filed import AnswerPrice
from ...wording.glossary import hard_words
from ...wording.manner import form, how, strings
from ...wording.plain import plain_paper
from ...wording.reckonings import pushed, worth, worths_in
from ..desk import Desk
from ..hands import COPY
from ..layout import type as style
from ..layout.page import Page
from ..layout.type import minus
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.letterhead import head, stamp
from ..widgets.reader import reader, reader_height
from ..widgets.sheet import heading, sheet
from . import letters_answer
from .answering import answer, choices, explain
from .notice import Notice
from .why import reckon

CLOSED = 120
"""Design pixels of the answers' panel where there is nothing to answer."""
ALONE = 816
"""Design pixels that a paper without terms is wide: longer lines are hard to read."""


class Reading(Screen):
    name = "paper"
    is_play = True
    own_keys = (("Ctrl+Z", "keys.undo"), ("Ctrl+Y", "keys.redo"))

    def __init__(self, desk: Desk, paper: Paper):
        super().__init__()
        self.desk, self.paper = desk, paper
        letter = next((line for line in desk.board.letters if line.paper.id == paper.id), None)
        self.fate = letter.fate if letter else ""
        self.worths = worths_in(desk.board, paper)
        """Issue -> what its term is worth to us."""
        self.shares = {term.issue: term.shares for term in letter.terms if term.now} if letter else {}
        """Issue -> (audience, worth) of it."""
        self.options: tuple[AnswerPrice, ...] = letter.options if letter and letter.options else tuple(
            AnswerPrice(id, (), ()) for _, id in choices(paper))
        self.focus = "answer:stand" if paper.is_own else "answer:ignore" if paper.letter else "primary"

    def build(self, page: Page) -> None:
        top = low_band(page, self.desk.board) + 8
        high = page.low - top
        has_more = bool(self.paper.terms or self.paper.letter)
        wide, across = (616 if has_more else min(ALONE, page.wide - 32)), page.wide - 656
        low = 0 if not self.paper.number else CLOSED if not self.options else 248 if page.theme.text_scale < 1.2 else 280
        left = 16 if has_more else (page.wide - wide) / 2
        panels = [Panel("paper", t("paper.text"), page.box(left, top, wide, high), lambda rect: self._letter(page, rect))]
        if has_more:
            panels.append(Panel("terms", t("paper.terms"), page.box(640, top, across, high - low - 8 * bool(low)),
                                lambda rect: self._terms(page, rect)))
        if has_more and low:
            panels.append(Panel("answer", t("paper.answer"), page.box(640, top + high - low, across, low), lambda rect: self._answers(page, rect)))
        arrange(page, self, page.box(16, top, page.wide - 32, high), panels)
        keys = [(key, t(f"letters.do-{id}"), f"answer:{id}") for key, id in choices(self.paper) if id != "counter" or self._has_table()]
        keys += [("PgDn", t("paper.key-read"), ""), ("Ctrl+C", t("paper.key-copy"), COPY), ("W", t("paper.key-words"), "words")]
        keys += [("K", t("paper.key-thread"), "thread")] * bool(self.paper.number)
        keys += [("Esc", t("paper.key-back"), "app:back"), ("F1", t("paper.key-keys"), "app:keys")]
        footer(page, keys, (t("paper.done"), "done"))

    def _has_table(self) -> bool:
        """The deal table is open to this seat: a first game opens by degrees."""
        return "deal" in panels_of(self.desk.board, self.app.settings)

    def _letter(self, page: Page, rect: Rect) -> None:
        inside = sheet(page, "paper", rect, "letterhead").inflate(-page.u(28), -page.u(8))
        y = head(page, "paper", inside, self.paper, self.desk.board, style.LETTER_HEAD._replace(size=20)) + page.u(4)
        of = style.CABLE._replace(size=15) if self.paper.kind == "cable" else style.LETTER._replace(size=18)
        paragraphs = [(words, of) for words in self.paper.body]
        if self.paper.source:
            paragraphs.append((t("paper.source", source=self.paper.source), style.ASIDE))
        page.stop("paper")
        text = Rect(inside.x, y, inside.w, inside.bottom - y)
        reader(page, "paper:text", text, paragraphs)
        stamp(page, "paper", inside, text, reader_height(page, paragraphs, text.w), self.paper, self.desk.board)

    def _terms(self, page: Page, rect: Rect) -> None:
        inside = sheet(page, "terms", rect)
        issues = {issue.id: issue for issue in self.desk.board.issues}
        binds = self.paper.id.startswith("deal@")
        y = heading(page, "terms", inside, t("paper.bound") if binds else t("paper.says"),
                    t("paper.worth", worth=minus(sum(self.worths.values()))) if self.worths else "", more="W")
        page.stop("terms")
        tall = page.lh(style.ROW) + page.lh(style.SMALL) + page.u(10)
        ids = [f"term:{term.issue}" for term in self.paper.terms]
        heights = [tall + (page.lh(style.SMALL) if strings(term) else 0) for term in self.paper.terms]
        for place, line in page.roll("terms", Rect(inside.x, y, inside.w, inside.bottom - y), ids, heights):
            self._term(page, ids[place], line, self.paper.terms[place], issues.get(self.paper.terms[place].issue))

    def _term(self, page: Page, id: str, line: Rect, term: TermWords, issue: IssueLine | None) -> None:
        u = page.u
        page.add(id, "row", line, None, focus=True, text=f"{term.name}: {term.says}", action=f"term:{term.issue}", is_row=True)
        base = line.y + u(3) + round(page.lh(style.ROW) * 0.78)
        right = line.right - u(6)
        if issue:
            right = page.say(f"{id}:worth", minus(self.worths[issue.id]), style.FIGURE, right, base, align="right").left - u(10)
        name = page.say(f"{id}:name", term.name, style.ROW.strong(), line.x + u(6), base, round(line.w * 0.5), more="W")
        page.say(f"{id}:how", form(term), style.ASIDE, right, base, right - name.right - u(14), "right", more="W")
        if strings(term):
            page.say(f"{id}:strings", ", ".join(strings(term)), style.ASIDE, line.x + u(6), base + 2 * page.lh(style.SMALL) + u(1), line.w - u(12),
                     more="W")
        page.say(f"{id}:says", term.says, style.SMALL, line.x + u(6), base + page.lh(style.SMALL) + u(1), line.w - u(12), more="W")

    def _answers(self, page: Page, rect: Rect) -> None:
        inside = sheet(page, "answer", rect, "manila")
        if self.options:
            options = tuple(option for option in self.options if option.id != "counter" or self._has_table())
            letters_answer.answers(page, rect, inside, self.paper, options, self.desk)
            return
        y = heading(page, "answer", inside, t("paper.answer"))
        for place, words in enumerate((self.fate, t("paper.nothing"))):
            y = page.tell(f"answer:none:{place}", words, style.BODY, Rect(inside.x, y, inside.w, inside.bottom - y), more="K") + page.u(4)

    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "done":
            self.app.back()
        elif kind == "term":
            self.why(f"term:{name}")
        elif kind == "answer":
            self._answer(name)
        elif kind == "why":
            self.why(f"meter:{name}")
        elif kind == "words":
            self.app.push(hard_words_in(self.paper))
        elif kind == "thread":
            from .letters import Letters
            self.app.push(Letters(self.desk, self.paper.id))

    def _answer(self, name: str) -> None:
        if answer(self.desk, self.paper, name):
            from .deal import Deal
            self.app.back()
            self.app.push(Deal(self.desk))

    def key(self, press: str) -> bool:
        answers = dict(choices(self.paper))
        if press in answers:
            self._answer(answers[press])
            return True
        if press in ("Ctrl+Z", "Ctrl+Y"):
            return self.desk.undo() if press == "Ctrl+Z" else self.desk.redo()
        return False

    def copied(self) -> str:
        return plain_paper(self.paper)

    def why(self, id: str) -> None:
        kind, _, name = id.partition(":")
        if kind == "term":
            term = next(term for term in self.paper.terms if term.issue == name)
            issue = next((issue for issue in self.desk.board.issues if issue.id == name), None)
            words = [t("paper.how", says=term.says, how=how(term))]
            if term.reading and term.reading != term.says:
                words.append(t("paper.we-read", says=term.reading))
            if issue and issue.blocked_by:
                words.append(t("paper.blocked", who=issue.blocked_by))
            if issue:
                shares = [(t(f"letters.audience-{who}"), amount) for who, amount in self.shares.get(term.issue, ())]
                total = self.worths[issue.id]
                reckon(self, self.desk, worth(term.name, shares or [(term.says, total)], total, " ".join(words)))
            else:
                self.app.push(Notice(term.name, *words))
        elif kind == "answer":
            option = next((option for option in self.options if option.id == name), None)
            if option and option.price:
                title, *words = explain(option)
                reckon(self, self.desk, pushed(self.desk.board, title, option.price, " ".join(words)))
            elif option:
                self.app.push(Notice(*explain(option)))
        elif kind == "meter":
            from .why import ask
            ask(self, self.desk, id)
        else:
            self.app.push(hard_words_in(self.paper))


def hard_words_in(paper: Paper) -> Notice:
    """A slip with the hard words that stand in a paper."""
    found = hard_words(" ".join((paper.title, *paper.body, *(f"{term.name} {term.says}" for term in paper.terms))))
    return Notice(t("history.hard"), *([f"{word.name}: {word.says}" for word in found] or [t("history.no-hard")]))
