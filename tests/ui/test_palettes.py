"""Colours: every word can be read on what it really stands on, the sides stay apart to any eye, and what colour says shape says too."""

import ast
import itertools
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest
from pygame import Rect

from game.ui import app as window_app
from game.ui.layout.node import Canvas, Tree
from game.ui.layout.page import Page
from game.ui.layout.type import BODY
from game.ui.paint import marks, panel
from game.ui.theme import PALETTES, Theme, contrast

from .contrast import pairs, rings
from .tours import TOURS
from .window import Window

LEAST = 4.5
RING = 3.0
"""A ring is no text: WCAG asks 3 to 1 of it."""
# Machado, Oliveira and Fernandes 2009, severity 1.0, for light-linear red, green and blue
SIGHT = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
APART = 10.0
"""Difference in Lab (1976) at which two marks side by side are plainly two colours; 2.3 can just be told."""


def linear(color: pygame.Color) -> np.ndarray:
    parts = np.array([color.r, color.g, color.b]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    to_xyz = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
    xyz = to_xyz @ np.clip(light, 0, 1) / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def apart(a: pygame.Color, b: pygame.Color, sight: str) -> float:
    matrix = np.array(SIGHT[sight])
    return float(np.linalg.norm(lab(matrix @ linear(a)) - lab(matrix @ linear(b))))


@pytest.mark.slow
@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.__module__.rpartition(".")[2])
def test_every_word_can_be_read_where_it_stands(palette: str, tour) -> None:
    """Painted, and measured: at least 4.5 to 1 between each text and the ground it really stands on, chosen rows and pressed buttons included;
    and 3 to 1 between the ring and what lies round each thing that can have it."""
    window = Window()
    window.app.settings = replace(window.app.settings, palette=palette)
    faint = {}
    count = 0
    for name in tour(window, 7):
        window.app.is_dirty = True
        window.app.paint()
        for node, ink, ground in pairs(window.app.surface, window.app.tree, window.app.theme):
            count += 1
            if contrast(ink, ground) < LEAST:
                faint[f"{name}: {node.id}"] = f"{contrast(ink, ground):.2f} {tuple(ink)[:3]} on {tuple(ground)[:3]}"
        for node, ink, ground in rings(window.app.surface, window.app.tree, window.app.theme, window.focus):
            if contrast(ink, ground) < RING:
                faint[f"{name}: ring of {node.id}"] = f"{contrast(ink, ground):.2f} {tuple(ink)[:3]} on {tuple(ground)[:3]}"
    assert count > 100
    assert not faint, faint


def test_a_faint_word_is_caught() -> None:
    """A text in the colour of a hairline, planted on paper, and a plain one beside it."""
    theme = Theme()
    surface = pygame.Surface((400, 200), 0, 32)
    page = Page("planted", theme, (400, 200), {})
    page.panel("sheet", Rect(0, 0, 400, 200), lambda canvas, node: panel.sheet(canvas.surface, canvas.theme, node.rect))
    page.say("plain", "Hold fire", BODY, 20, 40)
    page.say("planted", "Hold fire", BODY.on("rule"), 20, 80)
    tree: Tree = page.tree
    for node in tree.nodes:
        node.draw(Canvas(surface, theme), node)
    measured = {node.id: contrast(ink, ground) for node, ink, ground in pairs(surface, tree, theme)}
    assert measured["plain"] > 10 and measured["planted"] < LEAST


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize(("dark", "light"), [(("us", "su"), ("usl", "sul"))])
@pytest.mark.parametrize("palette", PALETTES)
def test_the_sides_stay_apart_to_every_eye(palette: str, dark: tuple[str, str], light: tuple[str, str], sight: str) -> None:
    colors = PALETTES[palette]
    for one, other in (dark, light):
        assert apart(colors[one], colors[other], sight) >= APART, (one, other)


@pytest.mark.parametrize("sight", SIGHT)
def test_the_palette_for_colour_blind_eyes_keeps_every_meaning_apart(sight: str) -> None:
    colors = PALETTES["colour_blind"]
    for one, other in itertools.combinations(("us", "su", "warn", "focus"), 2):
        assert apart(colors[one], colors[other], sight) >= APART, (one, other, apart(colors[one], colors[other], sight))


def test_the_simulation_is_the_published_one() -> None:
    """White and grey stay as they are; red and green of equal lightness fall together for a deuteranope and not for a tritanope."""
    for sight, matrix in SIGHT.items():
        assert np.allclose(np.array(matrix).sum(axis=1), 1.0, atol=1e-4), sight
    red, green = pygame.Color("#B0483C"), pygame.Color("#6F7A2E")
    assert apart(red, green, "deuteranopia") < apart(red, green, "tritanopia") / 2


def test_shape_says_what_colour_says() -> None:
    """In grey the two sides' signs are still two different pictures."""
    pictures = []
    for side in ("washington", "moscow"):
        surface = pygame.Surface((40, 40), 0, 32)
        surface.fill((255, 255, 255))
        marks.side_mark(surface, Theme(), (20, 20), side, 8, "ink")
        pictures.append(pygame.surfarray.array3d(surface))
    assert (np.abs(pictures[0].astype(int) - pictures[1]) > 60).sum() > 60


@pytest.mark.parametrize("palette", PALETTES)
def test_the_ring_can_be_seen_on_every_ground(palette: str) -> None:
    colors = PALETTES[palette]
    for ground in ("paper", "manila", "letterhead", "slip", "note", "selected", "hover"):
        assert contrast(colors["focus"], colors[ground]) >= RING, ground
    for ground in ("room", "room2", "roomsel"):
        assert contrast(colors["focusl"], colors[ground]) >= RING, ground


def test_colours_are_named_in_one_place_only() -> None:
    """No hex and no triple of numbers outside the theme: a hard-coded tint would stay beige in high contrast."""
    room = Path(window_app.__file__).parent
    found = []
    for file in sorted(room.rglob("*.py")):
        if file.name == "theme.py":
            continue
        source = file.read_text(encoding="utf-8")
        found += [f"{file.name}: {code}" for code in re.findall(r"[\"']#[0-9A-Fa-f]{6}[\"']", source)]
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Tuple) and len(node.elts) in (3, 4) and all(isinstance(part, ast.Constant) and type(part.value) is int
                                                                                for part in node.elts[:3]):
                values = [part.value for part in node.elts[:3]]
                if max(values) > 64 and len(set(values)) > 1 and _is_colour(values):
                    found.append(f"{file.name}:{node.lineno}: {values}")
    assert not found, found


def _is_colour(values: list[int]) -> bool:
    are_steps = values[1] * 2 == values[0] + values[2]
    return all(0 <= value <= 255 for value in values) and max(values) - min(values) < 120 and not are_steps
