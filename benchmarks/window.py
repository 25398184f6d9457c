"""What the window costs: its start against a bare pygame window, its frames, its idling, its memory. Whole processes, as a person starts them.

Comes in: a display, or SDL's dummy driver where there is none. Goes out: dictionaries of numbers. Never here: a player's saves or settings.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.clock import ratio, summary

HOME = Path(__file__).resolve().parent.parent
GAME = ("-m", "game")
ROOM = (*GAME, "play", "october-1962", "--side", "washington", "--window")
BARE = ("-c", """
import importlib, os, sys
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ImportError:
        pass
import pygame
pygame.display.init()
if pygame.display.get_driver() == "x11":
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
pygame.display.set_mode((1280, 720), pygame.RESIZABLE).fill((32, 28, 24))
pygame.display.flip()
""")
"""A window without a game in it. It keeps clear of OpenGL on X11 as the game does: with it, the bare window would be the slower one."""
QUIET_SECONDS = 2
"""So long neither the window nor the process beside it must have worked, before the window counts as idle."""
LEAST_SECONDS, PATIENCE_SECONDS = 4, 120
SIZES = ((1280, 720), (1920, 1080))

Surroundings = dict[str, str]


class NotMeasured(RuntimeError):
    """The window did not come up or did not stay, and what it said."""


@contextmanager
def display() -> Iterator[Surroundings]:
    """While it lasts, windows have somewhere to open: a screen that is there, else Xvfb where installed, else SDL's dummy driver.

    Xvfb comes before the dummy, which cannot wait for an event and has to keep looking.
    """
    if not sys.platform.startswith("linux") or {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"} & os.environ.keys():
        yield {}
        return
    if not shutil.which("Xvfb"):
        yield {"SDL_VIDEODRIVER": "dummy"}
        return
    number, told = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(told), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
                              pass_fds=(told,), stderr=subprocess.DEVNULL)
    os.close(told)
    try:
        with os.fdopen(number) as answer:
            yield {"DISPLAY": f":{answer.readline().strip()}"}
    finally:
        server.terminate()
        server.wait()


def _environment(screen: Surroundings, folder: str, frames: int) -> Surroundings:
    """Nothing of the player's own, silent, and with compiled modules kept from one start to the next, as they are for a player."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KNOT_OF_WAR") and name != "PYTHONDONTWRITEBYTECODE"}
    ends = {"KNOT_OF_WAR_FRAMES": str(frames)} if frames else {}
    return {**kept, **screen, **ends, "KNOT_OF_WAR_HOME": folder, "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}


def _one_frame(screen: Surroundings, folder: str, arguments: tuple[str, ...]) -> str:
    """Runs a process that ends after its first frame; what it said on stderr."""
    ran = subprocess.run([sys.executable, *arguments], cwd=HOME, env=_environment(screen, folder, 1), stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE, text=True, check=False)
    if ran.returncode:
        words = [line for line in ran.stderr.splitlines() if line and not line.startswith("import time:")]
        raise NotMeasured(f"the window did not come up: {words[-1] if words else 'without a word'}")
    return ran.stderr


def imports(screen: Surroundings) -> list[tuple[str, float]]:
    """(module, milliseconds of its own) in the order in which the game imports them up to its first frame."""
    with tempfile.TemporaryDirectory() as folder:
        said = _one_frame(screen, folder, ("-X", "importtime", *GAME))
    rows = [line.removeprefix("import time:").split("|") for line in said.splitlines() if line.startswith("import time:")]
    return [(name.strip(), int(own) / 1000) for own, _, name in rows if own.strip().isdigit()]


def start(screen: Surroundings, rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds from the start of the process to its end after one frame: the game, a bare window with the same imports, and with none.

    On the wall, as a person waits; and of the processor, which other work on the machine disturbs less.
    """
    borrowed = tuple(name for name, _ in imports(screen) if name.partition(".")[0] not in ("game", "__main__"))
    runs = {"game": GAME, "same_imports": (*BARE, *borrowed), "no_imports": BARE}
    samples: dict[str, list[float]] = {name: [] for name in runs}
    spent: dict[str, list[float]] = {name: [] for name in runs}
    with tempfile.TemporaryDirectory() as folder:
        for round_ in range(rounds + 1):
            for name, arguments in runs.items():
                before, begun = os.times(), time.perf_counter()
                _one_frame(screen, folder, arguments)
                lasted, after = time.perf_counter() - begun, os.times()
                if round_:      # the first round reads the disk for all
                    samples[name].append(lasted * 1e3)
                    spent[name].append((after.children_user + after.children_system - before.children_user - before.children_system) * 1e3)
    return {**{f"{name}_ms": summary(values) for name, values in samples.items()},
            "against_same_imports": ratio(samples["game"], samples["same_imports"]),
            "against_no_imports": ratio(samples["game"], samples["no_imports"]),
            "processor_against_same_imports": ratio(spent["game"], spent["same_imports"]),
            "processor_against_no_imports": ratio(spent["game"], spent["no_imports"])}


def idle(screen: Surroundings, seconds: float) -> dict[str, dict[str, float]] | None:
    """Share of a core and megabytes, at the title and in the situation room with nobody at the keys; None where the system keeps no /proc."""
    if not Path("/proc/self/stat").exists():
        return None
    return {"title": _idle(screen, GAME, seconds), "situation_room": _idle(screen, ROOM, seconds)}


def paint(screen: Surroundings) -> dict[str, dict[str, Any]]:
    """What frames cost, by size of window; see benchmarks/paint.py."""
    found = {}
    for wide, high in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            ran = subprocess.run([sys.executable, "-m", "benchmarks.paint", str(wide), str(high)], cwd=HOME, env=_environment(screen, folder, 0),
                                 capture_output=True, text=True, check=False)
        if ran.returncode:
            raise NotMeasured(f"no frames were measured: {ran.stderr.strip().splitlines()[-1] if ran.stderr.strip() else 'without a word'}")
        found[f"{wide}x{high}"] = json.loads(ran.stdout)
    return found


def _idle(screen: Surroundings, arguments: tuple[str, ...], seconds: float) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as said:
        window = subprocess.Popen([sys.executable, *arguments], cwd=HOME, env=_environment(screen, folder, 0), stdout=subprocess.DEVNULL, stderr=said)
        try:
            _wait_until_quiet(window)
            if window.poll() is not None:
                said.seek(0)
                raise NotMeasured(f"the window closed by itself: {said.read().strip() or 'without a word'}")
            before, begun = _processor_seconds(window.pid), time.perf_counter()
            time.sleep(seconds)
            spent, lasted = _processor_seconds(window.pid) - before, time.perf_counter() - begun
            beside = _children(window.pid)
            return {"core_percent": 100 * spent / lasted, "rss_mb": _megabytes(window.pid, "VmRSS"), "peak_rss_mb": _megabytes(window.pid, "VmHWM"),
                    "beside_rss_mb": sum(_megabytes(child, "VmRSS") for child in beside),
                    "beside_peak_rss_mb": sum(_megabytes(child, "VmHWM") for child in beside)}
        finally:
            window.kill()
            window.wait()


def _wait_until_quiet(window: "subprocess.Popen[bytes]") -> None:
    """Everything that is prepared in the background has been; at most PATIENCE_SECONDS."""
    time.sleep(LEAST_SECONDS)
    until, before, quiet = time.monotonic() + PATIENCE_SECONDS, 0.0, 0.0
    while time.monotonic() < until and quiet < QUIET_SECONDS and window.poll() is None:
        time.sleep(0.5)
        spent = sum(map(_processor_seconds, [window.pid, *_children(window.pid)]))
        quiet = quiet + 0.5 if spent - before < 0.02 else 0.0
        before = spent


def _children(process: int) -> list[int]:
    return [int(child) for task in Path(f"/proc/{process}/task").iterdir() for child in (task / "children").read_text().split()]


def _processor_seconds(process: int) -> float:
    user, system = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _megabytes(process: int, which: str) -> float:
    line = next(line for line in Path(f"/proc/{process}/status").read_text().splitlines() if line.startswith(which))
    return int(line.split()[1]) / 1024


def at(found: dict[str, Any], path: tuple[str, ...]) -> Any:
    """What lies under those keys, one inside the other; None where something was not measured."""
    value: Any = found
    for key in path:
        value = value.get(key) if value else None
    return value
