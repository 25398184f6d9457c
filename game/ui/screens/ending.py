"""The end: how it ended, what it was worth in public and in truth, what each thought was agreed, likely causes, the secrets and their later life.

Comes in: a Game that is over. Goes out: the title, the last ledger. Never here: a judgement beyond the scores.
"""

from pygame import Rect

from ...session.game import Game
from ...wording.aftermath import LABEL
from ...wording.board import Board, EndingWords
from ...wording.manner import how
from ..desk import Desk
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint.marks import Pen
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.footer import footer
from ..widgets.reader import reader
from ..widgets.sheet import heading, sheet

PARTS = ("security", "home", "allies", "face", "peace", "total")


class Ending(Screen):
    name = "ending"

    def __init__(self, game: Game):
        super().__init__()
        self.desk = Desk(game, game.seats[0] if game.seats else 0)
        self.focus = "primary"

    def build(self, page: Page) -> None:
        board = self.desk.board
        ending = board.ending
        assert ending is not None
        top = low_band(page, board) + 8
        high = page.low - top
        upper = round(high * 0.46)
        across = page.wide - 32
        first, second = round(across * 0.37), round(across * 0.34)
        self._words(page, page.box(16, top, first, upper), ending)
        self._scores(page, page.box(24 + first, top, second, upper), ending)
        self._course(page, page.box(32 + first + second, top, across - first - second - 16, upper), board)
        wide, low = round(across * 0.48), high - upper - 8
        aside = (across - wide - 16) // 2
        self._agreed(page, page.box(16, top + upper + 8, wide, low), ending)
        self._causes(page, page.box(24 + wide, top + upper + 8, aside, low), ending)
        self._secrets(page, page.box(32 + wide + aside, top + upper + 8, across - wide - aside - 16, low), ending)
        keys = [("Tab", "next panel", ""), ("PgDn", "read on", ""), ("L", "last ledger", "ledger"), ("W", "why", ""), ("F1", "keys", "app:keys")]
        footer(page, keys, ("To the title", "title"))

    def _words(self, page: Page, rect: Rect, ending: EndingWords) -> None:
        inside = sheet(page, "ending", rect, "letterhead").inflate(-page.u(12), 0)
        y = page.tell("ending:title", ending.title, style.LETTER_HEAD._replace(size=22), inside) + page.u(8)
        page.stop("ending")
        reader(page, "ending:text", Rect(inside.x, y, inside.w, inside.bottom - y), [(words, style.LETTER) for words in ending.text])

    def _scores(self, page: Page, rect: Rect, ending: EndingWords) -> None:
        inside = sheet(page, "scores", rect)
        u = page.u
        y = heading(page, "scores", inside, "What it was worth", "0 to 1000")
        columns = (("washington", "public", 0.46), ("washington", "true", 0.62), ("moscow", "public", 0.82), ("moscow", "true", 0.98))
        head = page.lh(style.SMALL)
        for side, ink, at in (("washington", "us", 0.62), ("moscow", "su", 0.98)):
            page.say(f"scores:{side}", side.capitalize(), style.SMALL.strong().on(ink), inside.x + inside.w * at, y + head, align="right")
        for side, kind, at in columns:
            page.say(f"scores:{side}:{kind}", kind, style.NOTE, inside.x + inside.w * at, y + 2 * head, align="right")
        y += 2 * head + u(8)
        page.rule(inside.x, y, inside.w)
        step = min(u(30), (inside.bottom - y) // len(PARTS))
        for place, part in enumerate(PARTS):
            line = Rect(inside.x, y + place * step, inside.w, step)
            is_total = part == "total"
            if is_total:
                page.rule(inside.x, line.y, inside.w, "ink")
            base = page.middle(line, style.ROW)
            page.say(f"scores:{part}", part, style.ROW.strong(is_total), inside.x, base)
            for side, kind, at in columns:
                score = next(score for score in ending.scores if score.side == side)
                of = style.FIGURE if kind == "true" or is_total else style.FIGURE_LIGHT
                page.say(f"scores:{part}:{side}:{kind}", str(getattr(score, kind)[part]), of, inside.x + inside.w * at, base, align="right")

    def _course(self, page: Page, rect: Rect, board: Board) -> None:
        inside = sheet(page, "course", rect)
        course = board.history.get("pressure", ())
        y = heading(page, "course", inside, "Pressure", f"{len(course) - 1} turns" if course else "")
        peak = max(course, default=0)
        foot = inside.bottom - page.lh(style.SMALL)
        small = Style("typed", 12, "mut")
        left = inside.x + page.width("1000", small) + page.u(6)
        plot = Rect(left, y + page.u(4), inside.right - left - page.u(5), foot - y - page.u(12))
        for value in (0, 500, 800, 1000):
            level = course_y(plot, value)
            page.say(f"course:{value}", str(value), small.on("warn" if value == 800 else "mut"), left - page.u(6), level + page.u(4), align="right")
            page.rule(left, level, plot.w, "warn" if value == 800 else "band90")
        if len(course) > 1:
            page.add("course:line", "spark", plot, draw_course, text=", ".join(map(str, course)), look=course)
        page.say("course:peak", f"highest {peak}, at the end {course[-1] if course else 0}", style.SMALL, inside.x, inside.bottom - page.u(3),
                 inside.w)

    def _agreed(self, page: Page, rect: Rect, ending: EndingWords) -> None:
        inside = sheet(page, "agreed", rect, "manila")
        u = page.u
        count = len(ending.agreed)
        y = heading(page, "agreed", inside, "What each thought was agreed", f"{count} issue{'s' * (count > 1)}" if count else "")
        page.stop("agreed")
        if not ending.agreed:
            page.tell("agreed:none", "Nothing was agreed.", style.ASIDE, Rect(inside.x, y, inside.w, inside.bottom - y))
            return
        at = (0.0, 0.25, 0.58)
        base = y + page.lh(style.SMALL) - u(4)
        page.say("agreed:washington", "Washington", style.SMALL.strong().on("us"), inside.x + inside.w * at[1], base)
        page.say("agreed:moscow", "Moscow", style.SMALL.strong().on("su"), inside.x + inside.w * at[2], base)
        y = base + u(7)
        page.rule(inside.x, y, inside.w, "ink")
        tall = max(u(34), page.lh(style.SMALL) * 2 + u(6))
        ids = [f"agreed:{term.issue}" for term, _, _ in ending.agreed]
        for place, line in page.roll("agreed", Rect(rect.x + u(6), y, rect.w - u(12), inside.bottom - y), ids, [tall] * len(ids)):
            term, ours, theirs = ending.agreed[place]
            page.add(ids[place], "row", line, None, focus=True, action=f"agreed:{place}", text=term.name, is_row=True)
            page.say(f"{ids[place]}:name", term.name, style.BODY.strong(), inside.x, page.middle(line, style.BODY), round(inside.w * 0.23), more="W")
            for column, words in enumerate((ours, theirs), 1):
                wide = round(inside.w * (0.31 if column == 1 else 0.27))
                block = page.measure(words, style.SMALL, wide)
                lines = min(2, len(block.lines))
                top = line.y + (line.h - lines * page.lh(style.SMALL)) // 2
                page.tell(f"{ids[place]}:{column}", words, style.SMALL, Rect(round(inside.x + inside.w * at[column]), top, wide, line.h), lines=2,
                          more="W")
            sign, ink = ("=", "ink") if ours == theirs else ("\u2260", "warn")
            page.say(f"{ids[place]}:sign", sign, Style("typed", 18, ink, bold=True), line.right - u(30), page.middle(line, style.FIGURE),
                     align="right")

    def _secrets(self, page: Page, rect: Rect, ending: EndingWords) -> None:
        inside = sheet(page, "secrets", rect)
        y = heading(page, "secrets", inside, "Secrets", "opened now" if not ending.epilogue else "and what came of them")
        page.stop("secrets")
        text = [(words, style.BODY) for words in ending.secrets] or [("There was nothing to keep.", style.ASIDE)]
        if ending.epilogue:
            text += [("By 1969", style.BODY.strong()), *((words, style.BODY) for words in ending.epilogue)]
        reader(page, "secrets:text", Rect(inside.x, y + page.u(4), inside.w, inside.bottom - y - page.u(4)), text)

    def _causes(self, page: Page, rect: Rect, ending: EndingWords) -> None:
        inside = sheet(page, "causes", rect)
        title, _, aside = LABEL.partition(", ")
        y = heading(page, "causes", inside, title, aside, more="PgDn")
        page.stop("causes")
        text = [(words, style.BODY) for words in ending.likely_causes] or [("Nobody could say.", style.ASIDE)]
        reader(page, "causes:text", Rect(inside.x, y + page.u(4), inside.w, inside.bottom - y - page.u(4)), text)

    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "title":
            self.app.title()
        elif kind == "ledger":
            from .reveal import Reveal
            self.app.push(Reveal(self.desk))
        elif kind == "agreed":
            self.why(action)
        elif kind == "why":
            self.why(f"meter:{name}")

    def why(self, id: str) -> None:
        kind, _, name = id.partition(":")
        ending = self.desk.board.ending
        if kind == "agreed" and ending:
            from .notice import Notice
            term, ours, theirs = ending.agreed[int(name)] if name.isdigit() else next(line for line in ending.agreed if line[0].issue == name)
            self.app.push(Notice(term.name, f"Agreed: {term.says} ({how(term)}).", f"Washington took it to mean: {ours}.",
                                 f"Moscow took it to mean: {theirs}."))
        else:
            from .why import ask
            ask(self, self.desk, id)

    def back(self) -> None:
        self.app.title()


def course_y(plot: Rect, value: int) -> int:
    """Where a pressure stands in the plot of its course, which leaves a little air above and below."""
    return round(plot.bottom - 5 - (plot.h - 10) * value / 1000)


def draw_course(canvas: Canvas, node: Node) -> None:
    """The course of the pressure on its whole scale."""
    points = [(node.rect.x + node.rect.w * place / (len(node.look) - 1), course_y(node.rect, value)) for place, value in enumerate(node.look)]
    with Pen(canvas.surface, canvas.theme, node.rect.inflate(4, 4)) as pen:
        pen.line(points, "ink", 1.8)
        pen.circle(points[-1], canvas.theme.px(3.2), "ink")
