"""The keys, on one slip (F1).

Comes in: nothing. Goes out: nothing. Never here: a key that does nothing.
"""

from pygame import Rect

from ...language import t
from ...session.lessons import opens_next
from ..layout import type as style
from ..layout.page import Page
from ..paint.panel import key_cap_width
from ..screen import Screen
from ..widgets.button import button, button_width
from ..widgets.keys import key_line
from ..widgets.sheet import heading, sheet

EVERYWHERE = (("Tab", "next panel; Shift+Tab the last"), ("\u2191\u2193", "move inside a panel, Home and End to its ends"),
              ("Enter", "acts on what has the ring"),
              ("Ctrl+Enter", "the brass button, from anywhere"), ("W", "why: of the number or row with the ring"),
              ("Esc", "back one step, losing nothing"),
              ("F2", "high contrast"), ("F3", "larger text"), ("F11", "full screen"), ("PgUp", "scrolls a list up, PgDn down; so does the wheel"))
AT_THE_DESK = (("I", "in-tray; M chart, O orders"), ("1", "to 4: military, diplomacy, public, home"),
               ("Del", "strikes an order from the sheet"),
               ("R", "reads the whole paper"), ("Y", "answers a letter, or takes back an own one"), ("D", "deal table"),
               ("L", "ledger of the last turn"), ("T", "the team, and what stands behind the numbers"), ("F", "files: the dates that ask a question"),
               ("Ctrl+Z", "undo before sending; Ctrl+Y redo"))
AT_THE_TABLE = (("\u2190\u2192", "moves the peg; X leaves the issue unsaid"), ("P", "open or secret; O on paper or by mouth"),
                ("V", "exact or loose; N a pledge, or mere news"), ("1", "to 4: hangs the term on a condition it may have"),
                ("C", "next channel; T deadline; M tone"),
                ("Enter", "on a group's heading folds or unfolds it; so do \u2190\u2192"))


class Keys(Screen):
    name = "keys"
    is_slip = True

    def build(self, page: Page) -> None:
        u = page.u
        rect = Rect(0, 0, u(1000 if page.theme.text_scale < 1.2 else 1180), u(560))
        rect.center = (page.size[0] // 2, page.size[1] // 2)
        inside = sheet(page, "slip", rect, "letterhead").inflate(-u(16), -u(8))
        y = heading(page, "keys", inside, "Keys", "the mouse does all of this too")
        half = inside.w // 2
        columns = ((("everywhere", EVERYWHERE),), (("at the desk", AT_THE_DESK), ("at the deal table", AT_THE_TABLE)))
        page.stop("buttons")
        for column, parts in enumerate(columns):
            x, line = inside.x + column * half, y
            for title, rows in parts:
                page.say(f"keys:{title}", title.upper(), style.PANEL_SMALL, x, line + page.lh(style.PANEL_SMALL))
                line += page.lh(style.PANEL_SMALL) + u(8)
                for key, words in rows:
                    tall = max(u(24), page.lh(style.SMALL))
                    key_line(page, f"keys:{title}:{key}", Rect(x, line, half - u(16), tall), key, words,
                             max(key_cap_width(page.theme, each) for each, _ in rows))
                    line += tall
                line += u(6)
        broad = button_width(page, "Go back", "Esc")
        button(page, "do:back", Rect(inside.x, inside.bottom - u(32), broad, u(32)), "Go back", "back", key="Esc", is_primary=True)

        if self._hides_something():
            words = t("first.open-all")
            button(page, "do:open", Rect(inside.x + broad + u(16), inside.bottom - u(32), button_width(page, words), u(32)), words, "open")

    def _hides_something(self) -> bool:
        """A first game is under way, and some of its panels are not open yet."""
        desk = next((screen.desk for screen in reversed(self.app.stack) if hasattr(screen, "desk")), None)
        return desk is not None and bool(opens_next(desk.board, self.app.settings))

    def act(self, action: str) -> None:
        self.app.back()
        if action == "open":
            self.app.common("open-all")
