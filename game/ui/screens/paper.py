"""One paper, whole, and the answer to it: accept, refuse, counter, leave it; an own letter can be taken back.

Comes in: a Desk and a Paper. Goes out: the draft's answer, or the deal table with their terms set out. Never here: whether an answer is legal.
"""

from pygame import Rect

from ...session.lessons import panels_of
from ...wording.board import IssueLine, Paper, TermWords
from ...wording.manner import form, how, strings
from ..desk import Desk
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import minus
from ..paint.marks import Pen
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.button import row
from ..widgets.footer import footer
from ..widgets.reader import reader
from ..widgets.sheet import heading, sheet

ANSWERS = (
    ("A", "accept", "Accept it", "Binds both sides if it still stands when our word arrives."),
    ("F", "refuse", "Refuse it", "Takes it off the table, and tells them so."),
    ("C", "counter", "Counter it", "Opens the deal table with their terms set out, to be changed."),
    ("G", "ignore", "Leave it lying", "It stays on the table; an older letter can still be answered later."),
)


OWN = (
    ("B", "withdraw", "Take it back", "They may have accepted it before the withdrawal arrives; then it binds."),
    ("G", "stand", "Let it stand", "It stays on their table."),
)


class Reading(Screen):
    name = "paper"
    is_play = True

    def __init__(self, desk: Desk, paper: Paper):
        super().__init__()
        self.desk, self.paper = desk, paper
        self.focus = "answer:stand" if paper.is_own else "answer:ignore" if paper.letter else "primary"

    def build(self, page: Page) -> None:
        top = low_band(page, self.desk.board) + 8
        high = page.low - top
        has_more = bool(self.paper.terms or self.paper.letter)
        wide = 616 if has_more else page.wide - 32
        left = sheet(page, "paper", page.box(16, top, wide, high), "letterhead").inflate(-page.u(28), -page.u(8))
        self._letter(page, left)
        if has_more:
            across = page.wide - 656
            terms = sheet(page, "terms", page.box(640, top, across, high - 256))
            self._terms(page, terms)
            answer = sheet(page, "answer", page.box(640, top + high - 248, across, 248), "manila")
            self._answers(page, answer)
        keys = [(key, words.split()[0].lower(), f"answer:{id}") for key, id, words, _ in self._choices()]
        keys += [("PgDn", "read on", ""), ("Esc", "back to the room", "app:back"), ("F1", "keys", "app:keys")]
        footer(page, keys, ("Done", "done"))

    def _choices(self) -> tuple[tuple[str, str, str, str], ...]:
        """What can be answered to this paper: (key, answer, words, aside)."""
        if self.paper.is_own:
            return OWN
        has_table = "deal" in panels_of(self.desk.board, self.app.settings)
        return tuple(answer for answer in ANSWERS if has_table or answer[1] != "counter") if self.paper.letter else ()

    def _letter(self, page: Page, inside: Rect) -> None:
        y = page.tell("paper:title", self.paper.title, style.LETTER_HEAD._replace(size=20), inside) + page.u(4)
        about = " · ".join(part for part in (self.paper.sender, self.paper.when,
                                             f"answer asked by {self.paper.deadline}" if self.paper.deadline else "") if part)
        y = page.tell("paper:about", about, style.ASIDE, Rect(inside.x, y, inside.w, inside.h)) + page.u(8)
        page.rule(inside.x, y, inside.w)
        y += page.u(12)
        of = style.CABLE._replace(size=15) if self.paper.kind == "cable" else style.LETTER._replace(size=18)
        paragraphs = [(words, of) for words in self.paper.body]
        if self.paper.source:
            paragraphs.append((f"Source: {self.paper.source}", style.ASIDE))
        page.stop("paper")
        reader(page, "paper:text", Rect(inside.x, y, inside.w, inside.bottom - y), paragraphs)

    def _terms(self, page: Page, inside: Rect) -> None:
        issues = {issue.id: issue for issue in self.desk.board.issues}
        worths = [worth(issues[term.issue], term) for term in self.paper.terms if term.issue in issues]
        y = heading(page, "terms", inside, "What it says, term by term", f"worth to us: {minus(sum(worths))}" if worths else "")
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
            right = page.say(f"{id}:worth", minus(worth(issue, term)), style.FIGURE, right, base, align="right").left - u(10)
        name = page.say(f"{id}:name", term.name, style.ROW.strong(), line.x + u(6), base, round(line.w * 0.5), more="W")
        page.say(f"{id}:how", form(term), style.ASIDE, right, base, right - name.right - u(14), "right", more="W")
        if strings(term):
            page.say(f"{id}:strings", ", ".join(strings(term)), style.ASIDE, line.x + u(6), base + 2 * page.lh(style.SMALL) + u(1), line.w - u(12),
                     more="W")
        page.say(f"{id}:says", term.says, style.SMALL, line.x + u(6), base + page.lh(style.SMALL) + u(1), line.w - u(12), more="W")

    def _answers(self, page: Page, inside: Rect) -> None:
        draft = self.desk.draft
        if self.paper.is_own:
            y = heading(page, "answer", inside, "Our own letter")
            ours = "withdraw" if draft.withdraw == self.paper.letter else "stand"
        elif not self.paper.letter:
            y = heading(page, "answer", inside, "Your answer")
            page.tell("answer:none", "Nothing here waits for an answer any more.", style.BODY, Rect(inside.x, y, inside.w, inside.bottom - y))
            return
        else:
            y = heading(page, "answer", inside, "Your answer", "one letter a turn; sent with the orders")
            ours = draft.answer if draft.answer_to == self.paper.letter else "ignore"
        lines = self._choices()
        page.stop("answer")
        tall = max(page.u(44), page.lh(style.ROW) + page.lh(style.SMALL) + page.u(8))
        ids = [f"answer:{id}" for _, id, _, _ in lines]
        for place, line in page.roll("answer", Rect(inside.x, y, inside.w, inside.bottom - y), ids, [tall] * len(ids)):
            _, id, words, aside = lines[place]
            is_on = id == ours
            row(page, ids[place], line, words, f"answer:{id}", is_on=is_on, acts_at_once=True)
            page.add(f"{ids[place]}:ring", "mark", Rect(line.x + page.u(14), line.centery - page.u(8), page.u(16), page.u(16)), draw_ring, look=is_on)
            base = line.y + page.u(3) + round(page.lh(style.ROW) * 0.78)
            x = line.x + page.u(42)
            page.say(f"{ids[place]}:words", words, style.ROW.strong(), x, base)
            page.say(f"{ids[place]}:aside", aside, style.NOTE, x, base + page.lh(style.SMALL) + page.u(1), line.right - x - page.u(8), more="W")

    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "done":
            self.app.back()
        elif kind == "term":
            self.why(f"term:{name}")
        elif kind == "answer":
            self._answer(name)

    def _answer(self, name: str) -> None:
        draft = self.desk.draft
        if name == "counter":
            from .deal import Deal
            self.desk.change(draft.countering(self.paper))
            self.app.back()
            self.app.push(Deal(self.desk))
        elif name in ("withdraw", "stand"):
            if (draft.withdraw == self.paper.letter) != (name == "withdraw"):
                self.desk.change(draft.withdrawing(self.paper.letter))
        elif name == "ignore":
            if draft.answer_to == self.paper.letter:
                self.desk.change(draft.unput() if draft.answer == "counter" else draft.answering(draft.answer, draft.answer_to))
        elif (draft.answer, draft.answer_to) != (name, self.paper.letter):
            self.desk.change(draft.answering(name, self.paper.letter))

    def key(self, press: str) -> bool:
        answers = {key: id for key, id, _, _ in self._choices()}
        if press in answers:
            self._answer(answers[press])
            return True
        if press in ("Ctrl+Z", "Ctrl+Y"):
            return self.desk.undo() if press == "Ctrl+Z" else self.desk.redo()
        return False

    def why(self, id: str) -> None:
        kind, _, name = id.partition(":")
        if kind == "term":
            from .notice import Notice
            term = next(term for term in self.paper.terms if term.issue == name)
            issue = next((issue for issue in self.desk.board.issues if issue.id == name), None)
            words = [f"{term.says} ({how(term)})."]
            if term.reading and term.reading != term.says:
                words.append(f"We take it to mean: {term.reading}.")
            if issue:
                words.append(f"Worth to us, said this way: {minus(worth(issue, term))}.")
                if issue.blocked_by:
                    words.append(f"{issue.blocked_by} can stand in the way of a step on it.")
            self.app.push(Notice(term.name, *words))
        elif kind == "answer":
            from .notice import Notice
            found = next(((words, aside) for _, answer, words, aside in self._choices() if answer == name), None)
            if found:
                self.app.push(Notice(*found))
        else:
            from .why import ask
            ask(self, self.desk, id)


def worth(issue: IssueLine, term: TermWords) -> int:
    """What a term is worth to this side, said as it is said."""
    return (issue.worth_secret if term.secret else issue.worth_open)[term.position - 1]


def draw_ring(canvas: Canvas, node: Node) -> None:
    """Chosen or not."""
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        pen.circle(node.rect.center, canvas.theme.px(6), "paper", "ink", 1.4)
        if node.look:
            pen.circle(node.rect.center, canvas.theme.px(3), "ink")
