"""What works on this machine and what does not, found out by trying."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from .. import __version__
from ..session.places import saves_folder, settings_file
from .start import has_terminal, why_no_window

_PACKAGES = ("numpy", "pydantic", "typer", "rich", "platformdirs")
_FONTS = ("fontpkg-pt-sans", "fontpkg-pt-sans-narrow", "fontpkg-pt-serif", "fontpkg-ibm-plex-mono")
_PATIENCE_SECONDS = 20
_SMALL_TERMINAL = (80, 24)
_OPEN_WINDOW = """
import pygame
pygame.display.init()
print(pygame.display.get_driver(), *pygame.display.get_desktop_sizes()[0])
"""
_OPEN_MIXER = """
import pygame
pygame.mixer.init()
print(*pygame.mixer.get_init())
"""


@dataclass(frozen=True)
class Finding:
    about: str
    works: bool
    says: str


def findings() -> list[Finding]:
    """Everything the game needs or likes, in reading order."""
    return [_python(), *_packages(), _pygame(), *_screen_and_sound(), _fonts(), _folder(), _settings(), _terminal()]


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _python() -> Finding:
    found = ".".join(map(str, sys.version_info[:3]))
    fits = sys.version_info >= (3, 11)
    return Finding("Python", fits, f"{found}, Knot of War {__version__}" + ("" if fits else "; 3.11 or newer is needed"))


def _packages() -> Iterator[Finding]:
    found = {package: _version(package) for package in _PACKAGES}
    missing = [package for package, version in found.items() if not version]
    there = ", ".join(f"{package} {version}" for package, version in found.items() if version)
    yield Finding("packages", not missing, there + (f"; missing: {', '.join(missing)}" if missing else ""))


def _pygame() -> Finding:
    edition, plain = _version("pygame-ce"), _version("pygame")
    if edition and plain:
        return Finding("pygame", False, f"pygame-ce {edition} and pygame {plain} are both installed and disturb each other: uninstall both, "
                                        "then install pygame-ce")
    if edition:
        return Finding("pygame", True, f"pygame-ce {edition}")
    if plain:
        return Finding("pygame", True, f"plain pygame {plain}: it works, and pygame-ce is the edition that is kept up")
    return Finding("pygame", False, "neither pygame-ce nor pygame is installed: no window, the terminal works")


def _screen_and_sound() -> Iterator[Finding]:
    if reason := why_no_window():
        yield Finding("window", False, f"{reason}: the game plays in the terminal")
    else:
        said, works = _try(_OPEN_WINDOW)
        driver, *size = said.split()[:3] if works else ("", "")
        can = f"video driver {driver}, screen {' x '.join(size)}"
        yield Finding("window", works, can if works else f"it cannot be opened ({said}): the game plays in the terminal")
    said, works = ("neither edition of pygame is installed", False) if not (_version("pygame-ce") or _version("pygame")) else _try(_OPEN_MIXER)
    yield Finding("sound", works, f"{said.split()[0]} Hz" if works else f"none ({said}): the game is silent, and every sound has a visible twin")


def _try(program: str) -> tuple[str, bool]:
    """What a short program prints in a process of its own, where a broken driver can do no harm; else its last word, and False."""
    try:
        run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=_PATIENCE_SECONDS, check=False,
                             env={**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1"})
    except (OSError, subprocess.TimeoutExpired) as trouble:
        return type(trouble).__name__, False
    said = (run.stdout if run.returncode == 0 else run.stderr).strip().splitlines()
    return (said[-1].rpartition("error: ")[2] if said else "no word"), run.returncode == 0 and bool(said)


def _fonts() -> Finding:
    missing = [package for package in _FONTS if not _version(package)]
    return Finding("fonts", not missing, f"missing: {', '.join(missing)}" if missing else "all four are there")


def _folder() -> Finding:
    folder = saves_folder()
    there = next(parent for parent in (folder, *folder.parents) if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            free = shutil.disk_usage(there).free // 2**20
    except OSError as trouble:
        return Finding("saves", False, f"{folder} cannot be written: {trouble.strerror}")
    games = len(list(folder.glob("*.knot"))) if folder.is_dir() else 0
    return Finding("saves", free > 0, f"{folder}, {games} games kept, {free:,} MiB free")


def _settings() -> Finding:
    file = settings_file()
    return Finding("settings", True, f"{file}{'' if Path(file).exists() else ' (not written yet)'}")


def _terminal() -> Finding:
    columns, lines = shutil.get_terminal_size()
    if not has_terminal():
        return Finding("terminal", False, "input or output is not a terminal: without a window only the demo runs by itself")
    wide, high = _SMALL_TERMINAL
    fits = columns >= wide and lines >= high
    return Finding("terminal", fits, f"{columns} x {lines}" + ("" if fits else f"; {wide} x {high} or more reads better"))
