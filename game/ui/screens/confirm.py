"""Asks once before a turn is signed: all that goes out with what it is likely to do, what is tied, what the sheet leaves unused.

Comes in: a Desk. Goes out: the turn, or back. Never here: a change to the draft.
"""

from pygame import Rect

from ...engine.orders import Dispatch
from ...language import t
from ...wording import acceptance
from ...wording import likely as words_of
from ..desk import Desk
from ..layout import type as style
from ..layout.page import Page
from ..layout.type import Style, minus
from ..screen import Screen
from ..widgets.button import button, button_width
from ..widgets.reader import reader
from ..widgets.sheet import heading, sheet
from ..widgets.slip import slip
from . import order_card
from .room_orders import Given, accept_words, given
from .why import reckon


class Confirm(Screen):
    name = "confirm"
    is_slip = True

    def __init__(self, desk: Desk):
        super().__init__()
        self.desk = desk

    def build(self, page: Page) -> None:
        reasons = tuple(dict.fromkeys(refusal.reason for refusal in self.desk.refusals()))
        if reasons:
            slip(page, t("orders.back-returned"), (*reasons, t("orders.nothing-sent")), [(t("orders.to-the-desk"), "back", "Esc")])
            return
        u, given_now = page.u, given(self.desk)
        buttons = [(t("orders.sign"), "sign", "Enter"), (t("orders.keep"), "back", "Esc")]
        if not given_now:
            slip(page, t("orders.send"), tuple(words for words, _ in self._rest()), buttons)
            return
        wide, tall = min(u(1040), page.size[0] - u(48)), min(u(610), page.size[1] - u(32))
        rect = Rect((page.size[0] - wide) // 2, (page.size[1] - tall) // 2, wide, tall)
        inside = sheet(page, "slip", rect, "letterhead").inflate(-u(24), -u(12))
        foot = inside.bottom - max(u(34), page.lh(style.BUTTON) + u(8))
        self._buttons(page, inside, foot, buttons)
        y = heading(page, "slip", inside, t("orders.send")) + u(6)
        is_one = page.is_one
        left = Rect(inside.x, y, inside.w if is_one else round(inside.w * 0.62), foot - u(12) - y)
        page.stop("words")
        told = [line for place, thing in enumerate(given_now, 1) for line in self._told(place, thing)]
        reader(page, "slip:text", left, [*told, *self._rest(), *((words, style.SMALL) for words in self._forecast())] if is_one else told)
        if is_one:
            return
        right = Rect(left.right + u(24), y, inside.right - left.right - u(24), left.h)
        ways = order_card.forecast_height(page)
        order_card.forecast(page, Rect(right.x, right.y, right.w, ways), self)
        page.stop("rest")
        reader(page, "slip:rest", Rect(right.x, right.y + ways + u(12), right.w, right.h - ways - u(12)), self._rest())

    def _buttons(self, page: Page, inside: Rect, top: int, buttons: list[tuple[str, str, str]]) -> None:
        page.stop("buttons")
        x = inside.right
        for words, action, key in buttons:
            wide = button_width(page, words, key)
            x -= wide
            button(page, f"do:{action}", Rect(x, top, wide, inside.bottom - top), words, action, key=key, is_primary=action == "sign")
            x -= page.u(12)

    def _told(self, place: int, thing: Given) -> list[tuple[str, Style]]:
        """One thing on the sheet: what it is, what it is likely to do and why."""
        head = t("orders.line", n=place, words=thing.words, aside=thing.aside)
        return [(head, style.ROW.strong()), *((words, style.SMALL) for words in self._effects(thing))]

    def _rest(self) -> list[tuple[str, Style]]:
        """What the sheet ties, what it leaves unused, what stays at home."""
        draft, board, told = self.desk.draft, self.desk.board, []
        orders = [line for line in board.orders if line.id in draft.orders]
        told += [(words, style.SMALL) for line in orders for words in words_of.tied(line)]
        if draft.terms and not draft.is_put:
            told.append((t("orders.lying"), style.WARN))
        if not given(self.desk):
            told.append((t("orders.nothing"), style.BODY))
        free = board.attention - len(draft.orders)
        if free > 0 and given(self.desk):
            told.append((t("orders.unused", n=free), style.ASIDE))
        return told

    def why(self, id: str) -> None:
        kind, _, name = id.partition(":")
        told = self.forecast()
        if kind == "forecast" and told.counted and name in words_of.WAYS:
            reckon(self, self.desk, words_of.of_way(told, name))

    def forecast(self) -> words_of.Ways:
        """How the next days may go with all of it."""
        count = self.desk.staff.look(self.app, "forecast", self.desk.draft.dispatch())
        return words_of.ways(None, waits=False) if count is None else words_of.ways(count.so_far, t("staff.nobody") if count.problem else "")

    def _effects(self, thing: Given) -> list[str]:
        """What one thing on the sheet is likely to do, and why; what it ties."""
        desk = self.desk
        line = next((line for line in desk.board.orders if line.id == thing.id), None)
        if line:
            count = desk.staff.look(self.app, "effects", Dispatch())
            found = words_of.likely(count.so_far, line.id) if count else None
            lines = words_of.lines(desk.board, line, found) if found else []
            return [words for words in lines if words not in words_of.tied(line)] or [f"{words_of.fixed(line)}."]
        if thing.id == "answer":
            return accept_words(desk)
        return self._letter() if thing.id == "proposal" else []

    def _letter(self) -> list[str]:
        """What our letter is worth, who would take it, what it leaves open."""
        words = self.desk.words()
        costs = ", ".join(f"{t(f'deal.audience-{who}')} {minus(amount)}" for who, amount in words.costs)
        told = [t("orders.letter-worth", total=minus(words.total), costs=costs)]
        count = self.desk.staff.look(self.app, "acceptance", self.desk.draft.dispatch())
        found = acceptance.told(count.so_far, count.problem) if count else acceptance.Acceptance()
        if found.is_counted and not found.note:
            told.append(t("orders.letter-taken", side=self.desk.other_name, share=found.share, low=found.low, high=found.high))
        return [*told, *words.blocked, *words.warnings, *words.open_ends, *((words.leak_note,) if words.leak_note else ())]

    def _forecast(self) -> list[str]:
        found = self.forecast()
        if not found.counted or found.note:
            return []
        return [t("orders.forecast-line", **{way: f"{share.middle} ({share.low}\u2013{share.high})" for way, share in found.ways})]

    def act(self, action: str) -> None:
        if action.startswith("why:"):
            self.why(action.removeprefix("why:"))
            return
        self.app.back()
        if action == "sign":
            from ..flow import sign
            sign(self.app, self.desk)

    def key(self, press: str) -> bool:
        if press == "Ctrl+Enter" and not self.desk.refusals():
            self.act("sign")
            return True
        return False
