"""The first turn of a first game: read one paper, say one thing, take one step on one ladder, press one button.

Comes in: a Desk. Goes out: its draft's orders, the turn. Never here: a choice the board does not hold; the rest of the room (it opens later).
"""

from pygame import Rect

from ...language import t
from ...session.lessons import opens_next
from ...wording.board import OrderLine
from ...wording.first_turn import FirstTurn, first_turn, tied
from ...wording.likely import fixed
from ...wording.reckoning import Part, Reckoning, held
from ...wording.reckonings import pushed
from ..desk import Desk
from ..layout import type as style
from ..layout.page import Page
from ..layout.type import minus
from ..screen import Screen
from ..widgets.band import CHOSEN, band
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.reader import reader
from ..widgets.sheet import sheet
from . import first_parts as parts

PRESSURE = "pressure"
"""How an order's effect calls it."""
MOST_AHEAD = 3
"""Turns ahead of which it is said what opens; the last of a long game's opens what is left, and needs no word."""


class FirstTurnScreen(Screen):
    name = "first"
    is_play = True
    own_keys = (("Ctrl+Z", "keys.undo"), ("Ctrl+Y", "keys.redo"))

    def __init__(self, desk: Desk):
        super().__init__()
        self.desk = desk
        first = first_turn(desk.board)
        assert first is not None, "the first turn of a first game has something to say"
        self.first: FirstTurn = first
        self.focus = f"say:{first.answers[0].id}"

    @property
    def answer(self) -> OrderLine | None:
        """The answer on the sheet."""
        return next((line for line in self.first.answers if line.id in self.desk.draft.orders), None)

    @property
    def is_up(self) -> bool:
        """The step up is on the sheet."""
        return self.first.step is not None and self.first.step.id in self.desk.draft.orders

    # -------------------------------------------------------------- what is on the screen
    def build(self, page: Page) -> None:
        top = band(page, self.desk.board, self._change()) + 16
        ahead = 0 if page.is_one and page.strip else parts.next_height(page, self._ahead())     # the lesson's strip needs the place
        low = page.low - ahead - (16 if ahead else 0)
        high, wide = low - top, page.wide - 64
        first, second = round(wide * 0.3), round(wide * 0.43)
        area = page.box(32, top, wide, high)
        do = t(f"first.do-{self.first.ladder}")
        arrange(page, self, area, [
            Panel("read", t("first.read"), page.box(32, top, first, high), lambda rect: self._read(page, rect)),
            Panel("say", t("first.say"), page.box(48 + first, top, second, high), lambda rect: self._say(page, rect)),
            Panel("do", do, page.box(64 + first + second, top, wide - first - second - 32, high), lambda rect: self._do(page, rect, do))])
        if ahead:
            parts.coming(page, page.box(32, page.low - ahead, wide, ahead), self._ahead())
        keys = [("\u2191\u2193", t("first.key-choose"), ""), ("Tab", t("first.key-next"), ""), ("R", t("first.key-read"), "read"),
                ("W", t("first.key-why"), ""), ("F1", t("first.keys"), "app:keys"), ("Esc", t("first.key-leave"), "app:back")]
        footer(page, keys, (t(f"first.send-{self.desk.board.side}"), "send"))

    def _ahead(self) -> list[tuple[str, str]]:
        """(turn, what opens in it) of the turns to come."""
        found = []
        for turn, panels in opens_next(self.desk.board, self.app.settings):
            what = ", ".join(t(f"first.opens-{panel}") for panel in panels if panel not in ("field", "attention", "orders"))
            found.append((t("first.turn", turn=turn), what or t("first.rest")))
        return found[:MOST_AHEAD]

    def _given(self) -> list[OrderLine]:
        return [line for line in self.first.offered if line.id in self.desk.draft.orders]

    def _change(self) -> str:
        given = self._given()
        strain = sum(amount for line in given for name, amount in line.effects if name == PRESSURE)
        return t("first.chosen", amount=minus(strain)) if given else t("first.none-chosen")

    def _read(self, page: Page, rect: Rect) -> None:
        paper, u = self.first.paper, page.u
        inside = sheet(page, "read", rect, "letterhead").inflate(-u(8), 0)
        y = parts.head(page, "read", inside, 1, t("first.read"), f"{paper.sender}")
        if not page.is_one and page.theme.text_scale < 1.3:
            chart = Rect(inside.x, y, inside.w, min(u(150), (inside.bottom - y) // 3))
            page.add("read:chart", "chart", chart, parts.draw_sites, look=(self.desk.board.side, parts.named()))
            y = chart.bottom + u(6)
            caption = t(f"first.reach-{self.desk.board.side}")
            tall = page.measure(caption, style.ASIDE, inside.w).height
            y = page.tell("read:caption", caption, style.ASIDE, Rect(inside.x, y, inside.w, tall)) + u(6)
        page.stop("read")
        of = style.LETTER
        words = [(paper.title, style.LETTER_HEAD), *((said, of) for said in paper.body)]
        reader(page, "read:text", Rect(inside.x, y, inside.w, inside.bottom - y), words)

    def _say(self, page: Page, rect: Rect) -> None:
        u = page.u
        inside = sheet(page, "say", rect, "paper").inflate(-u(8), 0)
        y = parts.head(page, "say", inside, 2, t("first.say"), t("first.say-aside"), is_question=True)
        page.stop("say")
        room = Rect(inside.x, y, inside.w, inside.bottom - y)
        ids, said = [f"say:{line.id}" for line in self.first.answers], self.answer
        looked_at = self.focus if self.focus in ids else f"say:{said.id}" if said else ids[0]
        for detail in range(parts.WHOLE_CARD, -1, -1):       # the card looked at stands whole; the others give way, and only then the list scrolls
            texts = [parts.card_text(line, parts.WHOLE_CARD if id == looked_at else detail) for id, line in zip(ids, self.first.answers, strict=True)]
            heights = [parts.card_height(page, text, room.w) for text in texts]
            if sum(heights) <= room.h:
                break
        else:
            wanted = [parts.WHOLE_CARD if id == looked_at else 0 for id in ids]
            texts = [self._fitting(page, line, room, detail) for line, detail in zip(self.first.answers, wanted, strict=True)]
            heights = [parts.card_height(page, text, room.w - u(26)) for text in texts]
        spare = max(0, (room.h - sum(heights)) // len(heights)) if sum(heights) <= room.h else 0
        heights = [height + min(spare, u(18)) for height in heights]
        for place, at in page.roll("say", room, ids, heights):
            parts.card(page, ids[place], at, texts[place], is_on=self.first.answers[place] is said)

    def _fitting(self, page: Page, line: OrderLine, room: Rect, detail: int) -> parts.Card:
        """A card that is not taller than the room of its list: the detail wanted, or what there is place for."""
        while detail and parts.card_height(page, parts.card_text(line, detail), room.w - page.u(26)) > room.h:
            detail -= 1
        return parts.card_text(line, detail)

    def _do(self, page: Page, rect: Rect, title: str) -> None:
        u = page.u
        inside = sheet(page, "do", rect, "manila").inflate(-u(8), 0)
        y = parts.head(page, "do", inside, 3, title, t(f"first.aside-{self.first.ladder}"), is_question=True)
        page.stop("do")
        is_last = self.first.stands + bool(self.first.step) >= self.first.rungs
        note = t("first.whole-ladder") if is_last else t("first.higher")
        tall = page.measure(note, style.SMALL, inside.w).height
        parts.ladder(page, Rect(inside.x, y, inside.w, inside.bottom - tall - u(8) - y), self.first, self.is_up)
        page.tell("do:note", note, style.SMALL, Rect(inside.x, inside.bottom - tall, inside.w, tall))

    # -------------------------------------------------------------- what it does
    def act(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "say":
            self._choose_answer(name)
        elif kind == "rung":
            self._climb(name)
        elif kind == "read":
            from .paper import Reading
            self.desk.read.add(self.first.paper.id)
            self.app.push(Reading(self.desk, self.first.paper))
        elif kind == "why":
            self.why(f"meter:{name}")
        elif kind == "send":
            from .confirm import Confirm
            self.app.push(Confirm(self.desk))

    def _choose_answer(self, name: str) -> None:
        """That answer stands on the sheet in place of the others; the rest of the sheet stays."""
        others = {line.id for line in self.first.answers} - {name}
        draft, before = self.desk.draft, self.desk.draft
        for id in others & set(draft.orders):
            draft = draft.toggled(id)
        self.desk.change(draft)
        if name not in self.desk.draft.orders and (reason := self.desk.give(name)):
            self.desk.change(before)
            self.app.tell(reason)

    def _climb(self, name: str) -> None:
        """The step is on the sheet, or not."""
        step = self.first.step
        if step and (name == step.id) != self.is_up and (reason := self.desk.give(step.id)):
            self.app.tell(reason)

    def key(self, press: str) -> bool:
        if press in ("Ctrl+Z", "Ctrl+Y"):
            return self.desk.undo() if press == "Ctrl+Z" else self.desk.redo()
        return False

    def why(self, id: str) -> None:
        from .why import ask, reckon
        kind, _, name = id.partition(":")
        line = next((line for line in self.first.offered if line.id == name), None) if kind in ("say", "rung") else None
        if line and line.effects:
            ties = tied(line)
            told = " ".join((line.text, f"{fixed(line)}.", *((t("first.dear", issues=ties),) if ties else ())))
            reckon(self, self.desk, pushed(self.desk.board, line.name, line.effects, told))
        elif id.endswith(CHOSEN) and self._given():
            moved = [Part(line.name, amount, line.text) for line in self._given() for label, amount in line.effects if label == PRESSURE]
            now = self.desk.board.pressure
            parts_of, end = held(now.value, moved, 0, now.top)
            reckon(self, self.desk, Reckoning(now.name, now.value, parts_of, end, t("first.now"), t("first.end"), high=now.top))
        else:
            ask(self, self.desk, f"meter:{self.first.ladder}" if kind == "rung" else id)

    def back(self) -> None:
        self.app.leave()
