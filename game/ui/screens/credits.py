"""What the game is made of: letters, coast lines, libraries, sources, licence.

Comes in: nothing. Goes out: nothing. Never here: a name that is not in the packages or in docs/sources.md.
"""

from pygame import Rect

from ...language import t
from ...wording.colophon import colophon
from ..layout import type as style
from ..layout.page import Page
from ..screen import Screen
from ..widgets.desktop import desktop
from ..widgets.footer import footer
from ..widgets.reader import Paragraphs, reader
from ..widgets.sheet import heading, sheet


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
        of = {"head": style.ROW.strong(), "body": style.BODY, "note": style.NOTE}
        return [(words, of[kind]) for kind, words in colophon()]

    def act(self, action: str) -> None:
        """Nothing here acts."""
