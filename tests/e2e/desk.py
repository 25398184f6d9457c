"""A real window on a screen of its own (Xvfb), with a real mouse and keyboard (xdotool), for tests that play as a person does.

The window tells where its things stand through KNOT_OF_WAR_LAYOUT; nothing else of the program is reached into.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
KEYS = {"Enter": "Return", "Esc": "Escape", "Space": "space", "Ctrl+Enter": "ctrl+Return", "Up": "Up", "Down": "Down", "Left": "Left",
        "Right": "Right", "Tab": "Tab"}


class Desk:
    """One running game."""

    def __init__(self, display: str, layout: Path, process: "subprocess.Popen[bytes]"):
        self.display, self.layout, self.process = display, layout, process

    def frames(self) -> int:
        return self.layout.read_bytes().count(b"\n") if self.layout.exists() else 0

    def now(self) -> dict[str, Any]:
        """What is on the screen: the last whole line of the layout file."""
        *lines, _torn = self.layout.read_bytes().split(b"\n")
        return json.loads(lines[-1])

    def until(self, is_so: Callable[[dict[str, Any]], bool], what: str) -> dict[str, Any]:
        """Waits for the screen to be so, and returns it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.frames() and is_so(screen := self.now()):
                return screen
            assert self.process.poll() is None, f"the game ended with {self.process.returncode} while waiting for {what}"
            time.sleep(0.03)
        raise AssertionError(f"waited {PATIENCE:.0f} s for {what}; on the screen: {self.now()['screen'] if self.frames() else 'nothing'}")

    def hand(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env={**os.environ, "DISPLAY": self.display}, check=True, capture_output=True, timeout=PATIENCE)

    def _act(self, *words: str) -> None:
        """One act of the hand, and the frame that answers it."""
        before = self.frames()
        self.hand(*words)
        self.until(lambda _: self.frames() > before, f"an answer to {' '.join(words)}")
        self._settle()

    def _settle(self) -> None:
        """No new frame for a moment."""
        before = -1
        while before != self.frames():
            before = self.frames()
            time.sleep(0.06)

    def click(self, id: str, is_last: bool = False) -> dict[str, Any]:
        """The mouse goes to the thing and its left button is pressed; returns the screen after, which the last click of all does not wait for."""
        screen = self.until(lambda now: any(node["id"] == id for node in now["nodes"]), f"{id} to click")
        x, y, wide, high = next(node["rect"] for node in screen["nodes"] if node["id"] == id)
        self.hand("mousemove", str(x + wide // 2), str(y + high // 2))
        self._settle()
        if is_last:
            self.hand("click", "1")
            return screen
        self._act("click", "1")
        return self.now()

    def black(self) -> float:
        """Part of what the screen really shows that is pure black: nothing in the game's own colours is, so it was never painted."""
        self._settle()
        shot = subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], env={**os.environ, "DISPLAY": self.display}, check=True,
                              capture_output=True, timeout=PATIENCE).stdout
        return sum(shot[place:place + 3] == b"\0\0\0" for place in range(0, len(shot), 3 * 16)) / (len(shot) / 48)

    def press(self, key: str, *then: str) -> dict[str, Any]:
        """A key goes down and up; returns the screen after, or the first of those that should come."""
        self._act("key", KEYS.get(key, key.lower()))
        return self.until(lambda now: now["screen"] in then, f"{' or '.join(then)} after {key}") if then else self.now()


@contextmanager
def desk(folder: Path, *arguments: str, is_beginner: bool = False) -> Iterator[Desk]:
    """The game, started by its command line on a screen nobody sees; ended with the test, and only what the test started. Without
    `is_beginner` its player has had a first game in both chairs."""
    if not is_beginner and not (settings := folder / "home" / "settings.toml").exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text('taught = ["washington", "moscow"]\n', encoding="utf-8")
    end, send = os.pipe()
    xvfb = subprocess.Popen(["Xvfb", "-displayfd", str(send), "-screen", "0", "1280x720x24", "-nolisten", "tcp"], pass_fds=(send,),
                            stderr=subprocess.DEVNULL)
    os.close(send)
    try:
        display = f":{os.read(end, 16).decode().strip()}"
        layout = folder / "layout.jsonl"
        own = {**os.environ, "DISPLAY": display, "KNOT_OF_WAR_LAYOUT": str(layout), "KNOT_OF_WAR_HOME": str(folder / "home"),
               "SDL_VIDEODRIVER": "x11"}
        game = subprocess.Popen([sys.executable, "-m", "game", *arguments], cwd=ROOT, env=own)
        try:
            yield Desk(display, layout, game)
        finally:
            game.terminate()
            game.wait(PATIENCE)
    finally:
        os.close(end)
        xvfb.terminate()
        xvfb.wait(PATIENCE)
