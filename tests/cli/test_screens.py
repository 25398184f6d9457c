"""`screens`: a picture of every screen, at any size, without a display, and nothing of a person's touched."""

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.ui.paint.fewer import fewer_colours

ROOT = Path(__file__).parents[2]


def _screens(*arguments: str) -> "subprocess.CompletedProcess[str]":
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}
    return subprocess.run([sys.executable, "-m", "game", "screens", *arguments], cwd=ROOT, env=bare, capture_output=True, text=True, timeout=600)


@pytest.mark.slow
def test_every_screen_is_drawn_without_a_display(tmp_path: Path, home: Path) -> None:
    done = _screens("--out", str(tmp_path / "pictures"), "--size", "1366x768", "--scale", "1.15", "--palette", "high_contrast", "--language", "ru")
    assert done.returncode == 0, done.stderr
    files = [Path(line) for line in done.stdout.split("\n") if line.strip()]
    names = {file.stem for file in files}
    assert {"title", "curtain", "washington-room", "moscow-room", "washington-deal", "moscow-ending"} <= names
    assert len({file.read_bytes() for file in files}) == len(files), "two screens look the same"
    assert all(pygame.image.load(str(file)).get_size() == (1366, 768) for file in files)
    assert not list(home.glob("*.knot")) and not (home / "settings.toml").exists()


@pytest.mark.parametrize(("arguments", "words"), [
    (("--size", "640x480"), "from 1024x576"), (("--size", "big"), "two numbers"), (("--scale", "3"), "from 1 to 2"),
    (("--palette", "standart"), "did you mean 'standard'"), (("--language", "fr"), "en, ru"),
])
def test_wrong_use_is_one_sentence(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    done = _screens("--out", str(tmp_path / "x"), *arguments)
    assert done.returncode == 2 and words in done.stderr and len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "x").exists()


def test_fewer_colours_keep_the_picture() -> None:
    picture = pygame.Surface((300, 200))
    for x in range(300):
        picture.fill((x * 255 // 300, 120, 255 - x * 255 // 300), (x, 0, 1, 200))
    picture.fill("#9A2A18", (10, 10, 3, 3))
    smaller = fewer_colours(picture)
    assert smaller.get_bitsize() == 8
    for place in ((0, 100), (150, 100), (299, 199), (11, 11)):
        assert max(abs(a - b) for a, b in zip(picture.get_at(place)[:3], smaller.get_at(place)[:3])) <= 8, place
