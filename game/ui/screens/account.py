"""The account of a number that is no meter: its parts as a waterfall that adds up, and what the chosen part is.

Comes in: a Desk, a Reckoning. Goes out: nothing. Never here: where the number comes from; its owner reckoned it.
"""

from pygame import Rect

from ...language import t
from ...wording.reckoning import Reckoning
from ..desk import Seen
from ..layout import type as style
from ..layout.page import Page
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.fall import fall, fall_head, fall_height
from ..widgets.footer import footer
from ..widgets.reader import reader
from ..widgets.sheet import draw_note, sheet


class Account(Screen):
    name = "account"
    is_play = True

    def __init__(self, desk: Seen, made: Reckoning):
        super().__init__()
        self.desk, self.made = desk, made
        self.is_sorted = False
        self.focus = "part:0" if made.parts else "primary"

    @property
    def order(self) -> list[int]:
        """Places of the parts as they are listed."""
        return in_order(self.made, self.is_sorted)

    def build(self, page: Page) -> None:
        top = low_band(page, self.desk.board) + 8
        wide = min(page.wide - 32, 1000 if page.theme.text_scale < 1.3 else 1248)
        area = page.box((page.wide - wide) / 2, top, wide, page.low - top)
        place = self.focus.partition(":")[2]
        part = self.made.parts[int(place)] if place.isdigit() and int(place) < len(self.made.parts) else None
        words = [f"{part.words}. {part.why}" if part and part.why else "", self.made.gloss, self.made.note]
        wanted = fall_height(page, self.made) + _note_height(page, area.w - page.u(24), words) + page.u(56)
        rect = Rect(area.x, area.y, area.w, min(area.h, max(wanted, page.u(300))))
        inside = sheet(page, "account", rect)
        y = fall_head(page, "account", inside, self.made, t("reveal.sorted") if self.is_sorted else t("account.as-reckoned"))
        note = _note(page, "account:note", inside, [each for each in words if each])
        fall(page, "account", Rect(inside.x, y, inside.w, note - y), self.made, self.order)
        footer(page, [("\u2191\u2193", t("account.part"), ""), ("T", t("reveal.toggle"), "sort")],
               (t("common.go-back"), "back"))

    def act(self, action: str) -> None:
        if action == "back":
            self.app.back()
        elif action == "sort":
            self.is_sorted = not self.is_sorted
        elif action.startswith("part:"):
            self.rest(action)
        elif action.startswith("why:"):
            self.why(f"meter:{action.partition(':')[2]}")

    def why(self, id: str) -> None:
        from .why import ask
        ask(self, self.desk, id)


def in_order(made: Reckoning, is_sorted: bool) -> list[int]:
    """Places of a reckoning's parts: as they happened, or what adds first and then what takes away, the greatest of each first."""
    places = list(range(len(made.parts)))
    return sorted(places, key=lambda place: (made.parts[place].amount < 0, -abs(made.parts[place].amount))) if is_sorted else places


def _note_height(page: Page, wide: int, words: list[str]) -> int:
    text = [each for each in words if each]
    lines = sum(len(page.measure(each, style.SMALL, wide - page.u(56)).lines) for each in text)
    return lines * page.lh(style.SMALL) + max(0, len(text) - 1) * round(page.lh(style.SMALL) * 0.55) + page.u(12) if text else 0


def _note(page: Page, id: str, inside: Rect, words: list[str]) -> int:
    """What the number and the chosen part are, at the foot; returns the y above it."""
    if not words:
        return inside.bottom
    u = page.u
    tall = min(_note_height(page, inside.w, words), round(inside.h * 0.4))
    ground = Rect(inside.x, inside.bottom - tall, inside.w, tall)
    page.add(id, "ground", ground, draw_note)
    page.stop(f"{id}:text")
    reader(page, f"{id}:text", ground.inflate(-u(24), -u(8)), [(each, style.SMALL) for each in words])
    return ground.y - u(8)
