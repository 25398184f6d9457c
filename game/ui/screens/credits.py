"""What the game is made of: letters, coast lines, libraries, sources, licence.

Comes in: nothing. Goes out: nothing. Never here: a name that is not in the packages or in docs/sources.md.
"""

from pygame import Rect

from ...language import t
from ..layout import type as style
from ..layout.page import Page
from ..screen import Screen
from ..widgets.desktop import desktop
from ..widgets.footer import footer
from ..widgets.reader import Paragraphs, reader
from ..widgets.sheet import heading, sheet

FONTS = "PT Sans, PT Sans Narrow, PT Serif \u00a9 2009\u20132010 ParaType Ltd. IBM Plex Mono \u00a9 2017 IBM Corp."
LIBRARIES = "numpy, pygame-ce, SDL, pydantic, typer, rich, platformdirs, fontpkg"
SOURCES = (
    "Foreign Relations of the United States, 1961\u20131963, volumes V, VI, XI, XVI and the supplement to X\u2013XII",
    "Cold War International History Project, Wilson Center",
    "National Security Archive, electronic briefing books",
    "Naval History and Heritage Command, the Navy's account of the quarantine",
    "Michael Dobbs, One Minute to Midnight (2008)",
)
"""Works as their titles are; the whole list, with what each is used for, stands in docs/sources.md."""


class Credits(Screen):
    name = "credits"

    def build(self, page: Page) -> None:
        desktop(page)
        wide = min(page.wide - 32, 860 * max(1.0, page.theme.text_scale * 0.95))
        inside = sheet(page, "credits", page.box((page.wide - wide) / 2, 16, wide, page.low - 16), "letterhead")
        y = heading(page, "credits", inside, t("credits.title"), "Knot of War")
        page.stop("words")
        reader(page, "credits:text", Rect(inside.x, y + page.u(4), inside.w, inside.bottom - y - page.u(4)), self._paragraphs())
        footer(page, [("Esc", t("credits.back"), "app:back"), ("\u2191\u2193", t("credits.scroll"), ""), ("F1", t("footer.keys"), "app:keys")])

    def _paragraphs(self) -> Paragraphs:
        head = style.ROW.strong()
        return [(t("credits.licence"), head), (t("credits.licence-words"), style.BODY),
                (t("credits.fonts"), head), (FONTS, style.BODY), (t("credits.fonts-words"), style.NOTE),
                (t("credits.map"), head), (t("credits.map-words"), style.BODY),
                (t("credits.libraries"), head), (LIBRARIES, style.BODY), (t("credits.libraries-words"), style.NOTE),
                (t("credits.sources"), head), *((each, style.BODY) for each in SOURCES), (t("credits.sources-words"), style.NOTE),
                (t("credits.drawn"), head), (t("credits.drawn-words"), style.BODY)]

    def act(self, action: str) -> None:
        """Nothing here acts."""
