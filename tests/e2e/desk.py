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
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pygame

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
SCREEN = (1600, 900)
"""Larger than the window, so that it can be drawn larger."""
KEYS = {"Enter": "Return", "Esc": "Escape", "Space": "space", "PgUp": "Prior", "PgDn": "Next", "Del": "Delete", "Back": "BackSpace",
        "+": "plus", "[": "bracketleft", "]": "bracketright"}
"""What X calls a key, where that is not its name here."""


class Desk:
    """One running game."""

    def __init__(self, display: str, folder: Path, glass: Path, process: "subprocess.Popen[bytes]"):
        self.display, self.folder, self.glass, self.process = display, folder, glass, process
        self.layout = folder / "layout.jsonl"

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

    def hand(self, *words: str) -> str:
        """The hand does that; returns what xdotool says."""
        return subprocess.run(["xdotool", *words], env={**os.environ, "DISPLAY": self.display}, check=True, capture_output=True, text=True,
                              timeout=PATIENCE).stdout.strip()

    @cached_property
    def window(self) -> str:
        """X's number of the game's window."""
        return self.hand("search", "--onlyvisible", "--pid", str(self.process.pid)).split()[-1]

    def title(self) -> str:
        """What a list of the machine's windows calls it."""
        return self.hand("getwindowname", self.window)

    def resize(self, wide: int, high: int) -> dict[str, Any]:
        """The window is drawn to that size; returns the screen that fills it."""
        self.hand("windowmove", self.window, "0", "0")
        self.hand("windowsize", self.window, str(wide), str(high))
        self.until(lambda now: now["size"] == [wide, high], f"a window of {wide} x {high}")
        self._settle()
        return self.now()

    def point(self, x: int, y: int) -> None:
        """The mouse goes there; no frame is waited for."""
        self.hand("mousemove", "--window", self.window, str(x), str(y))

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
        self.point(x + wide // 2, y + high // 2)
        self._settle()
        if is_last:
            self.hand("click", "1")
            return screen
        self._act("click", "1")
        return self.now()

    def drag(self, id: str, to: str) -> dict[str, Any]:
        """The left button goes down on one thing and up on another; returns the screen after."""
        places = {node["id"]: pygame.Rect(node["rect"]).center for node in self.now()["nodes"]}
        (x, y), (end_x, end_y) = places[id], places[to]
        self.point(x, y)
        self._settle()
        self._act("mousedown", "1")
        for step in range(1, 9):
            self.point(x + (end_x - x) * step // 8, y + (end_y - y) * step // 8)
        self._settle()
        self.hand("mouseup", "1")
        return self.now()

    def hold(self, key: str, until: Callable[[dict[str, Any]], bool], what: str) -> dict[str, Any]:
        """A key goes down, and up only once the screen is so."""
        self.hand("keydown", KEYS.get(key, key))
        try:
            self.until(until, what)
        finally:
            self.hand("keyup", KEYS.get(key, key))
        self._settle()
        return self.now()

    def clipboard(self, selection: str = "clipboard") -> str:
        """What another program is given that asks for it; empty where there is nothing."""
        return subprocess.run(["xclip", "-selection", selection, "-o"], env={**os.environ, "DISPLAY": self.display}, check=False,
                              capture_output=True, timeout=PATIENCE).stdout.decode("utf-8")

    def picture(self) -> "np.ndarray[Any, np.dtype[np.uint8]]":
        """What a person sees of the window: rows of pixels, red, green, blue. Xvfb keeps the screen in a file."""
        self._settle()
        raw = self.glass.read_bytes()
        head = np.frombuffer(raw[:100], ">u4")
        row = int(head[12])
        whole = np.frombuffer(raw[-row * SCREEN[1]:], np.uint8).reshape(SCREEN[1], row // 4, 4)[:, :, 2::-1]
        place = dict(line.split("=") for line in self.hand("getwindowgeometry", "--shell", self.window).splitlines())
        x, y, wide, high = (int(place[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
        return whole[max(0, y):y + high, max(0, x):x + wide]

    def keep(self, name: str) -> None:
        """What a person sees now lies beside the layout, for whoever wants to look."""
        shown = self.picture()
        pygame.image.save(pygame.image.frombytes(shown.tobytes(), (shown.shape[1], shown.shape[0]), "RGB"), self.folder / f"{name}.png")

    def black(self) -> float:
        """Part of what the window really shows that is pure black: nothing in the game's own colours is, so it was never painted."""
        return float((self.picture() == 0).all(axis=2).mean())

    def press(self, key: str, *then: str) -> dict[str, Any]:
        """A key goes down and up; returns the screen after, or the first of those that should come."""
        *held, name = key.split("+") if len(key) > 1 else [key]
        self._act("key", "+".join([*(each.lower() for each in held), KEYS.get(name, name.lower() if len(name) == 1 else name)]))
        return self.until(lambda now: now["screen"] in then, f"{' or '.join(then)} after {key}") if then else self.now()


@contextmanager
def desk(folder: Path, *arguments: str, is_beginner: bool = False) -> Iterator[Desk]:
    """The game, started by its command line on a screen nobody sees; ended with the test, and only what the test started. Without
    `is_beginner` its player has had a first game in both chairs."""
    if not is_beginner and not (settings := folder / "home" / "settings.toml").exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text('taught = ["washington", "moscow"]\n', encoding="utf-8")
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else folder) as glass:       # a screen on a disk stands still while the disk is busy
        yield from _seated(folder, Path(glass), arguments)


def _seated(folder: Path, glass: Path, arguments: tuple[str, ...]) -> Iterator[Desk]:
    end, send = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    xvfb = subprocess.Popen(["Xvfb", "-displayfd", str(send), "-screen", "0", size, "-nolisten", "tcp", "-fbdir", str(glass)], pass_fds=(send,),
                            stderr=subprocess.DEVNULL)
    os.close(send)
    try:
        display = f":{os.read(end, 16).decode().strip()}"
        own = {**os.environ, "DISPLAY": display, "KNOT_OF_WAR_LAYOUT": str(folder / "layout.jsonl"), "KNOT_OF_WAR_HOME": str(folder / "home"),
               "SDL_VIDEODRIVER": "x11", "SDL_MOUSE_FOCUS_CLICKTHROUGH": "1"}    # a hand this quick clicks while the window is being given the focus
        with (folder / "said.txt").open("ab") as said:
            game = subprocess.Popen([sys.executable, "-m", "game", *arguments], cwd=ROOT, env=own, stdout=said, stderr=said)
        try:
            yield Desk(display, folder, glass / "Xvfb_screen0", game)
        finally:
            game.terminate()
            game.wait(PATIENCE)
    finally:
        os.close(end)
        xvfb.terminate()
        xvfb.wait(PATIENCE)
