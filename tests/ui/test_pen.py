"""The pen: what it lays in pieces looks like what it would lay whole, and what it has drawn once is not drawn again."""

from random import Random

import pygame
import pytest

from game.ui.paint import marks
from game.ui.paint import pen as pens
from game.ui.theme import Theme


@pytest.fixture(scope="module", autouse=True)
def screenless():
    pygame.display.init()
    pygame.display.set_mode((64, 64))


def scribble(seed: int) -> pens.Pen:
    random = Random(seed)

    def spot() -> tuple[float, float]:
        return random.uniform(0, 520), random.uniform(0, 320)
    pen = pens.Pen(pygame.Surface((600, 400), pygame.SRCALPHA), Theme("standard", random.choice([1.0, 1.067, 1.5])),
                    pygame.Rect(10, 10, random.randint(40, 500), random.randint(30, 300)))
    strokes = [lambda: pen.line([spot() for _ in range(random.randint(2, 5))], "ink", random.uniform(0.5, 6), random.random() < 0.5),
               lambda: pen.dash([spot() for _ in range(3)], "us", random.uniform(0.5, 4), closed=random.random() < 0.5),
               lambda: pen.polygon([spot() for _ in range(4)], random.choice([None, "su"]), "ink", random.uniform(0.5, 4)),
               lambda: pen.circle(spot(), random.uniform(1, 60), random.choice([None, "su"]), random.choice([None, "ink"]), random.uniform(0.5, 5)),
               lambda: pen.box(*spot(), random.uniform(3, 200), random.uniform(3, 100), random.choice([None, "su"]), "ink", random.uniform(0.5, 4),
                               random.choice([0, 3, 9]))]
    for _ in range(random.randint(1, 6)):
        random.choice(strokes)()
    return pen


def test_pieces_look_like_the_whole():
    for seed in range(80):
        pen = scribble(seed)
        pieces = pens._drawn(pen.theme, pen.rect, pen._strokes)
        whole = pens._Patch(pen.theme, pen.rect, 4).drawn(pen._strokes)
        a, b = (pygame.image.tobytes(picture, "RGBA") for picture in (pieces, whole))
        assert max((abs(x - y) for x, y in zip(a, b)), default=0) <= 2, seed


def test_a_ring_round_a_large_thing_needs_no_patch_as_large(monkeypatch):
    areas = []
    was = pens._Patch.__init__

    def told(self, theme, rect, fine):
        areas.append(rect.w * rect.h)
        was(self, theme, rect, fine)
    monkeypatch.setattr(pens._Patch, "__init__", told)
    pens.drop_strokes()
    with pens.Pen(pygame.Surface((600, 400)), Theme(), pygame.Rect(0, 0, 600, 400)) as pen:
        for x in range(10, 590, 30):
            pen.circle((x, 200), 6, "ink")
        pen.box(0, 380, 600, 4, "ink")
    assert sum(areas) < 0.2 * 600 * 400


def test_what_has_been_drawn_is_kept_and_what_is_kept_is_bounded(monkeypatch):
    pens.drop_strokes()
    surface, drawn = pygame.Surface((300, 300)), []
    was = pens._drawn
    monkeypatch.setattr(pens, "_drawn", lambda *given: (drawn.append(1), was(*given))[1])
    for _ in range(3):
        marks.side_mark(surface, Theme(), (50, 50), "washington")
    assert len(drawn) == 1
    marks.side_mark(surface, Theme("high_contrast"), (50, 50), "washington")
    assert len(drawn) == 2, "another palette is another picture"
    monkeypatch.setattr(pens, "_KEPT_PIXELS", 5000)
    for x in range(40):
        marks.side_mark(surface, Theme(), (20 + 5 * x, 50), "moscow", 8)
    assert sum(picture.get_width() * picture.get_height() for picture in pens._kept.values()) == pens._weight[0] <= 5000
    pens.drop_strokes()
