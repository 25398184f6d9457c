"""The debrief: how it ended, the pressure's course beside history's, what it was worth and how that is weighed, what each thought was agreed,
likely causes, the secrets and what neither knew. Everything is opened.

Comes in: a Game that is over. Goes out: the ledgers, the charts, the replay, the title. Never here: a judgement beyond the scores.
"""

from pygame import Rect

from ...language import t
from ...session.game import Game
from ...wording.board import Board, EndingWords
from ...wording.course import course_of, timeline, turning_points
from ...wording.manner import how
from ...wording.reckonings import score
from ..background import Answer
from ..desk import Desk
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import minus
from ..paint import panel as paint
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.course import columns, draw_plot
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.reader import reader
from ..widgets.sheet import heading, sheet

PARTS = ("security", "home", "allies", "face", "peace", "total")
COLUMNS = (("washington", "public"), ("washington", "true"), ("moscow", "public"), ("moscow", "true"))
ZONE = 800
HISTORY = "history:course"
NAMES = {"washington": "common.washington", "moscow": "common.moscow"}


class Ending(Screen):
    name = "ending"

    def __init__(self, game: Game):
        super().__init__()
        self.desk = Desk(game, game.seats[0] if game.seats else 0)
        self.focus = "primary"
        self.history: tuple[tuple[int, int], ...] = ()
        """(minutes, pressure) of the game that plays the crisis as it was; empty until the process beside the window has played it, and where
        there is none to compare with."""
        self._is_asked = False

    def _ask_for_history(self) -> None:
        rulebook = getattr(self.desk.game, "rulebook", None)
        if self.app.is_live and rulebook is not None and not self._is_asked:
            self._is_asked = True
            self.app.background.ask(HISTORY, "history", {"scenario": rulebook.id, "hash": rulebook.hash})

    def answered(self, answer: Answer) -> None:
        if answer.id == HISTORY and answer.is_final and answer.value:
            self.history = tuple((minutes, pressure) for minutes, pressure in answer.value)
            self.app.is_dirty = True

    def build(self, page: Page) -> None:
        board = self.desk.board
        ending = board.ending
        assert ending is not None
        self._ask_for_history()
        top = low_band(page, board) + 8
        high = page.low - top
        upper = round(high * 0.48)
        across = page.wide - 32
        first, second = round(across * 0.24), round(across * 0.44)
        wide, low, y = round(across * 0.38), high - upper - 8, top + upper + 8
        aside = round((across - wide - 16) * 0.54)
        panels = [
            Panel("ending", t("ending.front-ending"), page.box(16, top, first, upper), lambda rect: self._words(page, rect, ending)),
            Panel("course", t("ending.front-course"), page.box(24 + first, top, second, upper), lambda rect: self._course(page, rect, board)),
            Panel("scores", t("ending.front-scores"), page.box(32 + first + second, top, across - first - second - 16, upper),
                  lambda rect: self._scores(page, rect, ending)),
            Panel("agreed", t("ending.front-agreed"), page.box(16, y, wide, low), lambda rect: self._agreed(page, rect, ending)),
            Panel("secrets", t("ending.front-secrets"), page.box(24 + wide, y, aside, low), lambda rect: self._secrets(page, rect, ending, board)),
            Panel("causes", t("ending.front-causes"), page.box(32 + wide + aside, y, across - wide - aside - 16, low),
                  lambda rect: self._causes(page, rect, ending))]
        arrange(page, self, page.box(16, top, across, high), panels)
        keys = [("R", t("ending.replay"), "replay"), ("L", t("ending.ledger"), "ledger"), ("G", t("ending.charts"), "charts"),
                ("Tab", t("ending.panel"), ""), ("W", t("ending.why"), "")]
        footer(page, keys, (t("ending.title"), "title"))

    def _words(self, page: Page, rect: Rect, ending: EndingWords) -> None:
        inside = sheet(page, "ending", rect, "letterhead").inflate(-page.u(8), 0)
        y = page.tell("ending:title", ending.title, style.LETTER_HEAD._replace(size=21), inside) + page.u(8)
        page.stop("ending")
        text = [(words, style.LETTER._replace(size=15)) for words in ending.text]
        reader(page, "ending:text", Rect(inside.x, y, inside.w, inside.bottom - y), text)

    def _course(self, page: Page, rect: Rect, board: Board) -> None:
        inside = sheet(page, "course", rect)
        u, course, when = page.u, course_of(board, "pressure"), timeline(board)
        past = self.history
        title = t("ending.course-history") if past else t("ending.course")
        y = heading(page, "course", inside, title, t("ending.turns", n=len(board.turns)), more="R")
        if len(course) < 2:
            return
        points = turning_points(board, "pressure", 5)
        lh = page.lh(style.SMALL)
        side = min(round(inside.w * 0.36), max(u(170), page.width("m" * 20, style.SMALL)))
        plot = draw_plot(page, "plot", Rect(inside.x, y, inside.w - side - u(12), inside.bottom - y), when, course, zone=ZONE, history=past,
                         turnings=points)
        page.stop("plot")
        page.add("meter:pressure@course", "door", plot.rect, None, focus=True, action="why:pressure", text=t("ending.course"), is_over=True)
        columns(page, "plot", plot, "turn")
        page.stop("turnings")
        x, tall = inside.right - side, max(u(24), lh + u(2))
        last = inside.bottom - lh * (2 if past else 1) - u(4)
        for number, point in enumerate(points, 1):
            line = Rect(x - u(4), y, side + u(8), tall)
            if line.bottom > last:
                break
            page.add(f"turn:{number}", "door", line, None, action=f"turn:{point.turn}", focus=True, text=point.cause, is_over=True)
            base = page.middle(line, style.SMALL)
            page.say(f"turn:{number}:number", str(number), style.SMALL.strong(), x, base)
            amount = page.say(f"turn:{number}:amount", minus(point.amount), style.FIGURE_LIGHT._replace(size=12), line.right - u(4), base,
                              align="right")
            page.say(f"turn:{number}:words", f"{point.cause[:1].upper()}{point.cause[1:]}", style.SMALL, x + u(16), base,
                     amount.left - x - u(24), more="Enter")
            y += tall
        base = inside.bottom - u(3)
        if past:
            page.say("course:past", t("ending.peak-history", peak=max(value for _, value in past)), style.NOTE, x, base, side, more="G")
            base -= lh
        peak = page.say("course:peak", t("ending.peak", peak=max(course), last=course[-1]), style.SMALL, x, base, side, more="G")
        door = Rect(x - u(4), peak.centery - max(u(24), lh) // 2, side + u(8), max(u(24), lh))
        page.add("turn:peak", "door", door, None, action=f"turn:{max(1, course.index(max(course)))}", focus=True, is_over=True,
                 text=t("ending.peak", peak=max(course), last=course[-1]))

    def _scores(self, page: Page, rect: Rect, ending: EndingWords) -> None:
        inside = sheet(page, "scores", rect)
        u = page.u
        y = heading(page, "scores", inside, t("ending.scores"), t("ending.scale"), more="W")
        figure = page.width("1000", style.FIGURE)
        first = max(page.width(t(f"ending.part-{part}"), style.ROW.strong()) for part in PARTS) + u(8)
        step = (inside.w - first) // 4
        rights = [inside.x + first + step * (place + 1) - max(0, (step - figure) // 5) for place in range(4)]
        head = page.lh(style.SMALL)
        for place, (side, ink) in enumerate((("washington", "us"), ("moscow", "su"))):
            page.say(f"scores:{side}", t(NAMES[side]), style.SMALL.strong().on(ink), rights[2 * place + 1], y + head - u(3), 2 * step,
                     "right", more="W")
        for place, (side, story) in enumerate(COLUMNS):
            page.say(f"scores:{side}:{story}", t(f"ending.story-{story}"), style.NOTE, rights[place], y + 2 * head - u(3), step - u(4),
                     "right", more="W")
        y += 2 * head + u(4)
        page.rule(inside.x, y, inside.w)
        note = page.measure(t("ending.weights"), style.CAPTION, inside.w)
        foot = inside.bottom - note.height
        step_y = max(u(24), min(u(30), (foot - y) // len(PARTS)))
        page.stop("scores")
        for row, part in enumerate(PARTS):
            line = Rect(inside.x, y + row * step_y, inside.w, step_y)
            is_total = part == "total"
            if is_total:
                page.rule(inside.x, line.y, inside.w, "ink")
            base = page.middle(line, style.ROW)
            page.say(f"scores:{part}", t(f"ending.part-{part}"), style.ROW.strong(is_total), inside.x, base, first, more="W")
            for place, (side, story) in enumerate(COLUMNS):
                told = next(each for each in ending.scores if each.side == side)
                value = (told.public if story == "public" else told.true)[part]
                cell = Rect(rights[place] - max(figure, u(24)) - u(2), line.y, max(figure, u(24)) + u(4), line.h)
                page.add(f"score:{side}:{story}:{part}", "door", cell, None, action=f"score:{side}:{story}:{part}", focus=True,
                         text=f"{t(NAMES[side])}, {t(f'ending.part-{part}')}: {value}", is_over=True)
                of = style.FIGURE if story == "true" or is_total else style.FIGURE_LIGHT
                page.say(f"scores:{part}:{side}:{story}", str(value), of, rights[place], base, align="right")
        if y + len(PARTS) * step_y + note.height <= inside.bottom + u(6):
            page.tell("scores:weights", t("ending.weights"), style.CAPTION, Rect(inside.x, foot + u(2), inside.w, note.height), more="W")

    def _agreed(self, page: Page, rect: Rect, ending: EndingWords) -> None:
        inside = sheet(page, "agreed", rect, "manila")
        u = page.u
        count = len(ending.agreed)
        y = heading(page, "agreed", inside, t("ending.agreed"), t("ending.issues", n=count) if count else "", more="W")
        page.stop("agreed")
        if not ending.agreed:
            page.tell("agreed:none", t("ending.nothing-agreed"), style.ASIDE, Rect(inside.x, y, inside.w, inside.bottom - y))
            return
        at = (0.0, 0.25, 0.6)
        base = y + page.lh(style.SMALL) - u(4)
        for place, (side, ink) in enumerate((("washington", "us"), ("moscow", "su")), 1):
            page.say(f"agreed:{side}", t(NAMES[side]), style.SMALL.strong().on(ink), inside.x + inside.w * at[place], base,
                     round(inside.w * 0.3), more="W")
        y = base + u(7)
        page.rule(inside.x, y, inside.w, "ink")
        tall = max(u(36), page.lh(style.SMALL) * 2 + u(6))
        ids = [f"agreed:{term.issue}" for term, _, _ in ending.agreed]
        for place, line in page.roll("agreed", Rect(rect.x + u(6), y, rect.w - u(12), inside.bottom + u(6) - y), ids, [tall] * len(ids)):
            term, ours, theirs = ending.agreed[place]
            page.add(ids[place], "row", line, None, focus=True, action=f"agreed:{place}", text=term.name, is_row=True)
            page.say(f"{ids[place]}:name", term.name, style.BODY.strong(), inside.x, page.middle(line, style.BODY), round(inside.w * 0.23), more="W")
            for column, words in enumerate((ours, theirs), 1):
                wide = round(inside.w * (0.33 if column == 1 else 0.27))
                lines = min(2, len(page.measure(words, style.SMALL, wide).lines))
                above = line.y + (line.h - lines * page.lh(style.SMALL)) // 2
                page.tell(f"{ids[place]}:{column}", words, style.SMALL, Rect(round(inside.x + inside.w * at[column]), above, wide, line.h), lines=2,
                          more="W")
            sign, ink = ("=", "ink") if ours == theirs else ("\u2260", "warn")
            page.say(f"{ids[place]}:sign", sign, style.Style("typed", 18, ink, bold=True), line.right - u(8), page.middle(line, style.FIGURE),
                     align="right")

    def _secrets(self, page: Page, rect: Rect, ending: EndingWords, board: Board) -> None:
        inside = sheet(page, "secrets", rect)
        u = page.u
        y = heading(page, "secrets", inside, t("ending.secrets"), t("ending.opened-now"), more="PgDn")
        room = Rect(inside.x, y + u(4), inside.w, inside.bottom - y - u(4))
        if ending.annex:
            words = t(f"ending.annex-{ending.annex}")
            stamp = Rect(0, 0, page.width(words, STAMP) + u(30), page.lh(STAMP) + u(16))
            stamp.topright = (inside.right, y)
            page.add("secrets:stamp", "stamp", stamp, draw_stamp, text=words, look="us" if ending.annex == "kept" else "su")
            room = Rect(inside.x, stamp.bottom, inside.w, inside.bottom - stamp.bottom)
            page.say("secrets:annex", t("ending.annex"), style.BODY.strong(), inside.x, page.middle(stamp, style.BODY), stamp.left - inside.x - u(8),
                     more="PgDn")
        page.stop("secrets")
        text = [(words, style.BODY) for words in ending.secrets] or [(t("ending.nothing-kept"), style.ASIDE)]
        for side, lines in zip(("washington", "moscow"), ending.never_knew, strict=True):
            if lines:
                head = t("ending.you-never-knew") if side == board.side else t("ending.never-knew", side=t(NAMES[side]))
                text += [(head, style.BODY.strong()), *((words, style.BODY) for words in lines)]
        if ending.epilogue:
            text += [(t("ending.by-1969"), style.BODY.strong()), *((words, style.BODY) for words in ending.epilogue)]
        reader(page, "secrets:text", room, text)

    def _causes(self, page: Page, rect: Rect, ending: EndingWords) -> None:
        inside = sheet(page, "causes", rect)
        y = heading(page, "causes", inside, t("ending.causes"), t("ending.causes-aside"), more="PgDn")
        page.stop("causes")
        text = [(words, style.BODY) for words in ending.likely_causes] or [(t("ending.nobody-knows"), style.ASIDE)]
        text.append((t("ending.method"), style.NOTE))
        reader(page, "causes:text", Rect(inside.x, y + page.u(4), inside.w, inside.bottom - y - page.u(4)), text)

    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "title":
            self.app.title()
        elif kind in ("ledger", "turn"):
            from .reveal import Reveal
            self.app.push(Reveal(self.desk, "pressure", turn=max(1, int(name or 0)) if kind == "turn" else 0))
        elif kind == "charts":
            from .charts import Charts
            self.app.push(Charts(self.desk))
        elif kind == "replay":
            from .replay import Replay
            self.app.push(Replay(self.desk.game.watched(self.desk.side)))
        elif kind in ("agreed", "score"):
            self.why(action)
        elif kind == "why":
            self.why(f"meter:{name}")

    def why(self, id: str) -> None:
        from .why import ask, reckon
        kind, _, name = id.partition(":")
        ending = self.desk.board.ending
        if kind == "agreed" and ending:
            from .notice import Notice
            term, ours, theirs = ending.agreed[int(name)] if name.isdigit() else next(line for line in ending.agreed if line[0].issue == name)
            self.app.push(Notice(term.name, t("ending.agreed-as", says=term.says, how=how(term)), t("ending.washington-read", words=ours),
                                 t("ending.moscow-read", words=theirs)))
        elif kind == "score" and ending:
            reckon(self, self.desk, score(ending, *name.split(":")))
        elif kind == "turn":
            self.act(next((node.action for node in self.app.tree.nodes if node.id == id), ""))
        else:
            ask(self, self.desk, "meter:pressure" if kind == "plot" else id)

    def back(self) -> None:
        self.app.title()


STAMP = style.Style("label", 17, bold=True, tracking=2.0)


def draw_stamp(canvas: Canvas, node: Node) -> None:
    """Kept, or out: stamped."""
    paint.stamp(canvas.surface, canvas.theme, node.rect.center, node.text, node.look, STAMP.size, 3)
