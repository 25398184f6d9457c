"""How this player likes it: colours, size of text, motion, sound, language, panels, window. A change is there at once, and is kept.

Comes in: the App's settings. Goes out: settings changed. Never here: a file (the App keeps them), anything of a game.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import pygame
from pygame import Rect

from ...language import LANGUAGES, t
from ...session.settings import PALETTES, TEXT_SIZES
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint import rope
from ..paint.marks import Pen, side_mark
from ..paint.rope import Strain
from ..screen import Screen
from ..widgets.button import button, button_height, button_width, chip, chip_width, switch_height
from ..widgets.desktop import desktop
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from ..widgets.sheet import heading, sheet

BAND = 96
"""Design pixels of the piece of room below the sample."""
VOLUMES = (0, 25, 50, 75, 100)


class Ask(NamedTuple):
    """One setting: its name, the ways it can be (id, words, chosen), a word below."""

    id: str
    name: str
    ways: Sequence[tuple[str, str, bool]]
    note: str = ""


class SettingsScreen(Screen):
    name = "settings"

    def build(self, page: Page) -> None:
        desktop(page)
        area = page.box(16, 16, page.wide - 32, page.low - 16)
        left = page.box(16, 16, page.wide - 32 - 8 - 400, page.low - 16)
        right = page.box(page.wide - 16 - 400, 16, 400, page.low - 16)
        arrange(page, self, area, [Panel("asks", t("settings.title"), left, lambda rect: self._asks(page, rect)),
                                   Panel("sample", t("settings.sample"), right, lambda rect: self._sample(page, rect))])
        footer(page, [("\u2191\u2193", t("settings.choose"), ""), ("Enter", t("settings.take"), ""), ("Esc", t("settings.back"), "app:back"),
                      ("F1", t("footer.keys"), "app:keys")])

    def asked(self) -> list[Ask]:
        """Every setting, with what it is now."""
        now = self.app.settings
        palettes = {"standard": t("settings.standard"), "high_contrast": t("settings.high-contrast"), "colour_blind": t("settings.colour-blind")}
        return [
            Ask("palette", t("settings.palette"), [(id, palettes[id], now.palette == id) for id in PALETTES], t("settings.palette-note")),
            Ask("text", t("settings.text"), [(str(size), f"{round(size * 100)} %", now.text_size == size) for size in TEXT_SIZES],
                t("settings.text-note")),
            Ask("motion", t("settings.motion"), [("full", t("settings.motion-full"), not now.reduced_motion),
                                                 ("reduced", t("settings.motion-reduced"), now.reduced_motion)], t("settings.motion-note")),
            Ask("volume", t("settings.volume"), [(str(loud), f"{loud} %" if loud else t("settings.off"), now.volume == loud) for loud in VOLUMES],
                t("settings.silent") if self.app.speaker.trouble else t("settings.volume-note")),
            Ask("language", t("settings.language"), [(id, name, now.language == id) for id, name in LANGUAGES.items()],
                t("settings.language-note")),
            Ask("panels", t("settings.panels"), [("taught", t("settings.panels-taught"), not now.open_all),
                                                 ("all", t("settings.panels-all"), now.open_all)], t("settings.panels-note")),
            Ask("window", t("settings.window"), [("window", t("settings.in-window"), not self.app.is_full),
                                                 ("full", t("settings.full"), self.app.is_full)]),
        ]

    def _asks(self, page: Page, rect: Rect) -> None:
        inside = sheet(page, "asks", rect)
        y = heading(page, "asks", inside, t("settings.title"), t("settings.kept"))
        asks = self.asked()
        page.stop("asks")
        ids = {f"set:{ask.id}:{way}": f"ask:{ask.id}" for ask in asks for way, _, _ in ask.ways} | {"tone": "ask:volume"}
        order = [id for ask in asks for id in ids if ids[id] == f"ask:{ask.id}"]
        page.tree.stops.setdefault("asks", []).extend(order)
        shown = page.shown
        page.shown = ids.get(shown, shown)
        room = Rect(inside.x, y, inside.w, inside.bottom - y)
        rows = [f"ask:{ask.id}" for ask in asks]
        for place, line in page.roll("asks", room, rows, [self._height(page, ask, room.w - page.u(26)) for ask in asks], takes_focus=False):
            self._ask(page, asks[place], line, room.w - page.u(26))
        page.shown = shown

    def _flow(self, page: Page, ask: Ask, wide: int) -> tuple[list[tuple[str, Rect]], int]:
        """Places of a setting's ways, and of the tone behind the volumes, from 0, 0; and their height."""
        low, gap = switch_height(page), page.u(8)
        tall = max(low, button_height(page) if ask.id == "volume" else 0)
        wides = [(way, chip_width(page, words)) for way, words, _ in ask.ways]
        if ask.id == "volume":
            wides.append(("tone", button_width(page, t("settings.tone"))))
        places, x, y = [], 0, 0
        for way, each in wides:
            each = min(each, wide)
            if x and x + each > wide:
                x, y = 0, y + tall + page.u(6)
            high = tall if way == "tone" else low
            places.append((way, Rect(x, y + (tall - high) // 2, each, high)))
            x += each + gap
        return places, y + tall

    def _height(self, page: Page, ask: Ask, wide: int) -> int:
        note = page.measure(ask.note, style.NOTE, wide).height + page.u(2) if ask.note else 0
        return page.lh(style.ROW) + page.u(4) + self._flow(page, ask, wide)[1] + note + page.u(16)

    def _ask(self, page: Page, ask: Ask, line: Rect, wide: int) -> None:
        u = page.u
        y = page.tell(f"ask:{ask.id}", ask.name, style.ROW.strong(), Rect(line.x, line.y, wide, page.lh(style.ROW))) + u(4)
        ways = {way: (words, is_on) for way, words, is_on in ask.ways}
        places, tall = self._flow(page, ask, wide)
        for way, place in places:
            at = place.move(line.x, y)
            if way == "tone":
                button(page, "tone", at, t("settings.tone"), "tone")
            else:
                words, is_on = ways[way]
                chip(page, f"set:{ask.id}:{way}", at, words, f"set:{ask.id}:{way}", is_on)
        if ask.note:
            page.tell(f"ask:{ask.id}:note", ask.note, style.NOTE, Rect(line.x, y + tall + u(2), wide, line.bottom - y - tall))

    def _sample(self, page: Page, rect: Rect) -> None:
        """How a paper, the two sides, a warning, a measure and the ring look just now."""
        inside = sheet(page, "sample", rect, "letterhead")
        u = page.u
        y = heading(page, "sample", inside, t("settings.sample"), of=style.PANEL_SMALL) + u(4)
        rows = [("letter", t("settings.sample-letter"), style.LETTER, ""), ("cable", t("settings.sample-cable"), style.CABLE, ""),
                ("us", t("settings.sample-us"), style.BODY.on("us").strong(), "washington"),
                ("su", t("settings.sample-su"), style.BODY.on("su").strong(), "moscow"),
                ("warn", t("settings.sample-warn"), style.WARN, ""), ("note", t("settings.sample-note"), style.NOTE, ""),
                ("adds", t("settings.sample-adds"), style.BODY, "adds"), ("takes", t("settings.sample-takes"), style.BODY, "takes")]
        heights = [page.measure(words, of, inside.w - u(56)).height + u(12) for _, words, of, _ in rows]
        room = inside.bottom - y - sum(heights)
        if room >= u(BAND + 12):
            self._strip(page, Rect(inside.x, inside.bottom - u(BAND), inside.w, u(BAND)))
            inside = Rect(inside.x, inside.y, inside.w, inside.h - u(BAND + 8))
        page.stop("sample")
        ids = [f"sample:{id}" for id, *_ in rows]
        for place, line in page.roll("sample", Rect(inside.x, y, inside.w, inside.bottom - y), ids, heights, takes_focus=False):
            _, words, of, mark = rows[place]
            if mark:
                page.add(f"{ids[place]}:mark", "mark", Rect(line.x, line.y, u(24), line.h - u(10)), draw_sample, look=mark)
            x = line.x + (u(30) if mark else 0)
            page.tell(ids[place], words, of, Rect(x, line.y, inside.w - u(56), line.h))

    def _strip(self, page: Page, rect: Rect) -> None:
        """A piece of the room: the rope, and both sides' light colours."""
        page.add("strip", "band", rect, draw_strip)
        of, base = style.Style("label", 13, bold=True, tracking=1.0), rect.bottom - page.u(10)
        page.say("strip:us", t("common.washington"), of.on("usl"), rect.x + page.u(10), base)
        page.say("strip:su", t("common.moscow"), of.on("sul"), rect.right - page.u(10), base, align="right")

    def act(self, action: str) -> None:
        kind, _, rest = action.partition(":")
        name, _, value = rest.partition(":")
        if kind == "tone":
            self._try_sound()
        elif kind == "set" and name == "window":
            if (value == "full") != self.app.is_full:
                self.app.common("full")
        elif kind == "set":
            self._set(name, value)

    def _set(self, name: str, value: str) -> None:
        now = self.app.settings
        self.app.change({
            "palette": lambda: replace(now, palette=value), "text": lambda: replace(now, text_size=float(value)),
            "motion": lambda: replace(now, reduced_motion=value == "reduced"), "volume": lambda: replace(now, volume=int(value)),
            "language": lambda: replace(now, language=value), "panels": lambda: replace(now, open_all=value == "all")}[name]())
        if name == "volume":
            if value == "0":
                self.app.speaker.silence()
            else:
                self._try_sound()
        if name == "text":
            self.shown = self.focus

    def _try_sound(self) -> None:
        """A tone at the volume that is set; where none is, at a quarter, so that the button always does something."""
        self.app.speaker.play("tone", self.app.settings.volume or VOLUMES[1])
        self.app.is_dirty = True


def draw_strip(canvas: Canvas, node: Node) -> None:
    """The rope as these colours have it."""
    canvas.surface.blit(rope.rope_band(canvas.theme, node.rect.size, Strain(420), form="compact", knots=canvas.knots), node.rect)


def draw_sample(canvas: Canvas, node: Node) -> None:
    """A side's sign, or a piece of a bar: solid where it adds strain, hatched and open where it takes it away."""
    theme, rect = canvas.theme, node.rect
    if node.look in ("washington", "moscow"):
        side_mark(canvas.surface, theme, (rect.x + theme.px(10), rect.y + theme.px(10)), node.look, 6)
        return
    bar = pygame.Rect(rect.x, rect.y + theme.px(4), rect.w, theme.px(13))
    with Pen(canvas.surface, theme, bar.inflate(2, 2)) as pen:
        if node.look == "adds":
            pen.box(bar.x, bar.y, bar.w, bar.h, "ink")
        else:
            pen.hatch(bar, "ink")
            pen.box(bar.x, bar.y, bar.w, bar.h, None, "ink", 1.2)
