"""Two people at one machine in the real window: a whole hot-seat game, its curtain opened by holding Space and by three Enters. At each curtain
nothing of the other side is on the screen, in the layout, in the window's title, in the clipboard, in what the program said, or behind undo."""

from pathlib import Path
from typing import Any

import pytest

from .desk import Desk, desk
from .test_real_window import TURNS, given, ids, until

pytestmark = [pytest.mark.slow, pytest.mark.needs("Xvfb", "xdotool", "xclip")]
LONG = 24
"""Shorter words stand before both sides by chance."""


def told(screen: dict[str, Any]) -> set[str]:
    """The longer things that stand on that screen."""
    return {node["text"] for node in screen["nodes"] if len(node["text"]) >= LONG}


class Watch:
    """What has been before each side, and what each side's curtain looked like the first time."""

    def __init__(self, window: Desk) -> None:
        self.window = window
        self.seen: dict[str, set[str]] = {"washington": set(), "moscow": set()}
        self.curtains: dict[str, tuple[Any, bytes]] = {}

    def note(self, side: str) -> None:
        self.seen[side] |= told(self.window.now())

    def curtain(self, side: str) -> None:
        """The curtain of that side says the same, and looks the same to the last point, whatever lies behind it."""
        window = self.window
        window.point(3, 3)
        shown = window.picture()
        screen = window.now()
        now = ([(node["id"], node["text"]) for node in screen["nodes"]], shown.tobytes())
        first = self.curtains.setdefault(side, now)
        assert now[0] == first[0], "the curtain says something new"
        assert now[1] == first[1], "the curtain looks otherwise"
        assert not told(screen) & (self.seen["washington"] | self.seen["moscow"]), "the curtain shows what lay on a desk"
        assert window.title() == "Knot of War"
        for selection in ("clipboard", "primary"):
            assert not window.clipboard(selection).strip(), f"{selection} still holds something behind the curtain"
        assert not (window.folder / "said.txt").read_text(encoding="utf-8")


def _open(window: Desk, by: str) -> None:
    """The curtain goes up only for the deliberate gesture."""
    if by == "Space":
        window.press("Space")
        assert window.now()["screen"] == "curtain", "a short press opens nothing"
        window.hold("Space", lambda now: now["screen"] != "curtain", "the curtain opened by a held Space")
        return
    for count in range(3):
        assert window.now()["screen"] == "curtain", f"{count} presses are not enough"
        window.press("Enter")
    window.until(lambda now: now["screen"] != "curtain", "the curtain opened by three presses")


def test_a_whole_hot_seat_game_keeps_each_sides_secrets(tmp_path: Path) -> None:
    with desk(tmp_path) as window:
        until(window, "title")
        window.click("new")
        window.click("crisis:first-evening")
        window.click("chair:both")
        window.click("primary")
        watch = Watch(window)
        for turn in range(2 * TURNS):
            screen = until(window, "curtain", "ending")
            if screen["screen"] == "ending":
                break
            side = ("washington", "moscow")[turn % 2]
            watch.curtain(side)
            if turn == 1:
                window.keep("curtain")
            if turn < 4:
                window.hand("key", "ctrl+c", "ctrl+z")
                watch.curtain(side)
            _open(window, "Space" if turn % 3 == 0 else "Enter")
            _sit(window, watch, side, is_whole=turn < 4)
        window.until(lambda now: now["screen"] == "ending", "the end")
        window.keep("ending")
        assert set(watch.curtains) == {"washington", "moscow"} and turn >= 4
        window.press("R", "replay")
        window.press("Esc", "ending")
        window.press("Ctrl+Enter", "title")


def _sit(window: Desk, watch: Watch, side: str, is_whole: bool) -> None:
    """One seat's turn: a first look round, a paper copied, an order given; then its sheet is signed."""
    screen = until(window, "room", "reveal", "briefing", "first", "ending")
    watch.note(side)
    if screen["screen"] != "room":
        window.press("Ctrl+Enter", "room")
        watch.note(side)
    assert not given(window.now()), "nothing lies on the sheet of the one who sits down"
    window.hand("key", "ctrl+z")
    window.hand("key", "ctrl+y")
    window.press("O")
    assert not given(window.now()), "what the other side did is not to be had back"
    if is_whole:
        window.press("Enter")
        window.press("T", "cabinet")
        watch.note(side)
        window.press("Esc", "room")
        window.press("I")
        window.press("Ctrl+C")
        window.until(lambda now: "said:words" in ids(now), "the quiet word")
        assert len(window.clipboard()) > LONG, "the copied paper is there while its reader sits here"
    window.press("Ctrl+Enter", "confirm")
    watch.note(side)
    window.press("Enter", "curtain", "ending")
