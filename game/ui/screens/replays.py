"""The games that can be looked back on.

Comes in: the Doors. Goes out: a replay. Never here: reading a save; the Doors do.
"""

from pathlib import Path

from ...language import t
from ..layout import type as style
from ..layout.page import Page
from ..screen import Screen
from ..widgets.button import row
from ..widgets.footer import footer
from ..widgets.sheet import heading, sheet


class Replays(Screen):
    name = "replays"

    def __init__(self, found: list[tuple[Path, str, str]]):
        super().__init__()
        self.found = found

    def build(self, page: Page) -> None:
        wide = min(page.wide - 32, 880)
        inside = sheet(page, "replays", page.box((page.wide - wide) / 2, 60, wide, page.low - 80))
        y = heading(page, "replays", inside, t("replay.list"), t("replay.list-aside"), more="Enter")
        page.stop("replays")
        if not self.found:
            page.tell("replays:none", t("replay.none"), style.ASIDE, inside.move(0, y - inside.y + page.u(6)))
        ids = [f"replay:{place}" for place in range(len(self.found))]
        tall = max(page.u(42), page.lh(style.ROW) + page.lh(style.NOTE) + page.u(6))
        room = inside.copy()
        room.y, room.h = y, inside.bottom - y
        for place, line in page.roll("replays", room, ids, [tall] * len(ids)):
            file, _, words = self.found[place]
            row(page, ids[place], line, words, ids[place])
            base = line.y + page.u(3) + round(page.lh(style.ROW) * 0.78)
            page.say(f"{ids[place]}:words", words, style.ROW, line.x + page.u(14), base, line.w - page.u(28), more="Enter")
            page.say(f"{ids[place]}:file", file.name, style.NOTE, line.x + page.u(14), base + page.lh(style.NOTE), line.w - page.u(28), more="Enter")
        footer(page, [("\u2191\u2193", t("replay.choose"), ""), ("Enter", t("replay.open"), ""), ("Esc", t("replay.leave"), "app:back")])

    def act(self, action: str) -> None:
        kind, _, place = action.partition(":")
        if kind != "replay":
            return
        from .replay import Replay
        file, side, _ = self.found[int(place)]
        try:
            watch = self.app.doors.watch
            if watch is not None:
                self.app.push(Replay(watch(file, side)))
        except (ValueError, OSError) as problem:
            self.app.tell(str(problem), t("replay.cannot"))
