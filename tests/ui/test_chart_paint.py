"""The chart drawn: names that overlap nothing at any size and zoom, signs that differ by shape, nothing that no mark says, a base drawn once."""

import itertools
import json
import os
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
import pytest

from game.ui.paint import chart_base, chart_map, labels
from game.ui.theme import Theme
from tests.wording.charts import busy, quiet

REPO = Path(__file__).resolve().parents[2]
QUIET, BUSY = ([quiet(side) for side in (0, 1)], [busy(side) for side in (0, 1)])
"""The emptiest and the fullest chart, of each side."""


@pytest.fixture(scope="module", autouse=True)
def screenless():
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


VIEWS = (chart_map.View(), chart_map.View(zoom=1.5, centre=(-68, 25)), chart_map.View(zoom=2, centre=(-80, 22.5)),
         chart_map.View(zoom=4, centre=(-76, 20.5)), chart_map.View("europe"))


def clashes(found: chart_map.Drawn) -> list[tuple[str, str]]:
    """Names that overlap, and signs that a name hides."""
    over = [(a.name, b.name) for a, b in itertools.combinations(found.labels, 2) if a.rect.colliderect(b.rect)]
    signs = [*found.taken, *(box for id, box in found.things.items() if not id.startswith(("line:", "track:")))]
    return over + [(label.name, f"sign {place}") for label in found.labels for place, box in enumerate(signs) if label.rect.colliderect(box)]


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("text_scale", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("view", VIEWS, ids=["whole", "zoom 1.5", "zoom 2", "zoom 4", "europe"])
def test_names_never_overlap_and_hide_no_sign(scale, text_scale, view):
    theme = Theme("standard", scale, text_scale)
    for size in ((576, 222), (896, 490)):
        rect = theme.rect(0, 0, *size)
        for marks in (*BUSY, *QUIET[:1]):
            found = chart_map.names(theme, rect.size, marks, view)
            assert len(found.labels) >= 2
            assert all(rect.contains(label.rect) for label in found.labels)
            assert not clashes(found)


def test_a_name_that_is_put_where_it_should_not_be_is_noticed():
    """A planted fault of each kind, so that the check above cannot go blind."""
    found = chart_map.names(Theme(), (896, 490), BUSY[0])
    first, second = found.labels[:2]
    over = replace(found, labels=(first, replace(second, rect=first.rect.move(3, 3)), *found.labels[2:]))
    hides = replace(found, labels=(replace(first, rect=first.rect.move(found.taken[0].x - first.rect.x, found.taken[0].y - first.rect.y)),))
    assert (first.name, second.name) in clashes(over) and clashes(hides)


def test_where_all_eight_places_are_taken_a_name_stands_off_on_a_line():
    bounds, point = pygame.Rect(0, 0, 400, 400), (200.0, 200.0)
    round_it = [pygame.Rect(150, 150, 100, 100)]
    for must, count in ((False, 0), (True, 1)):
        placed = labels.place([labels.Wanted("name", point, (40, 12), 9, 12, must)], bounds, round_it)
        assert len(placed) == count
    assert placed[0].leader and placed[0].rect.collidelist(round_it) < 0


def test_a_name_without_room_for_its_second_line_stands_without_it():
    bounds, wall = pygame.Rect(0, 0, 200, 80), [pygame.Rect(0, 41, 200, 39)]
    placed = labels.place([labels.Wanted("name", (20, 40), (80, 36), 9, 6, short=(60, 18))], bounds, wall)
    assert placed[0].is_short and placed[0].rect.size == (60, 18)
    assert not labels.place([labels.Wanted("name", (20, 40), (80, 36), 9, 6, short=(60, 18))], bounds, [])[0].is_short


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_dangerous_is_named(scale):
    theme = Theme("standard", scale)
    for side in (0, 1):
        found = chart_map.names(theme, theme.rect(0, 0, 896, 490).size, BUSY[side])
        names, danger = {label.name for label in found.labels}, {mark.id for mark in BUSY[side] if mark.priority >= 60}
        assert danger & found.things.keys() <= names
        assert {"site:sagua", "site:san-cristobal", "incident:u2-lost", "incident:submarine", "line:quarantine"} <= danger & names


def test_what_no_mark_says_is_not_on_the_chart():
    size = (576, 352)
    bare, full = (chart_map.drawn(Theme(), size, marks) for marks in ((), BUSY[0]))
    assert not bare.things and set(full.things) <= {mark.id for mark in BUSY[0]}
    assert all(pygame.Rect((0, 0), size).contains(box) for box in full.things.values())
    assert "incident:u2-astray" in full.things, "what happened off the chart is named in its corner"


@pytest.mark.parametrize("change", [{"state": "turned", "course": 60}, {"state": "stopped", "course": -1}, {"doubt_nm": 90}, {"side": "other"},
                                    {"at": (-66.5, 23.0)}, {"label": "Another"}, {"kind": "submarine"}, {"kind": "bombers"}])
def test_each_thing_a_mark_says_shows(change):
    ship = next(mark for mark in BUSY[0] if mark.id == "ship:grozny")
    ship = replace(ship, at=(-67.0, 24.0), state="sails", course=240, doubt_nm=0)
    one, two = (pixels(chart_map.drawn(Theme(), (576, 352), (mark,)).picture) for mark in (ship, replace(ship, **change)))
    assert one != two


@pytest.mark.parametrize("kind, change", [("group", {"known": "estimate"}), ("troops", {"known": "estimate"}), ("forces", {"known": "estimate"}),
                                          ("battery", {"state": "free"}), ("site", {"part": 100}), ("site", {"margin": 200}),
                                          ("line", {"known": "estimate"}), ("incident", {"state": "minor"}), ("submarine", {"state": "up"}),
                                          ("ship", {"side": "other"})])
@pytest.mark.parametrize("palette", ["standard", "high_contrast", "colour_blind"])
def test_shape_carries_the_meaning_in_every_palette(palette, kind, change):
    """Drawn in shades of grey the two still differ by a shape's worth of pixels."""
    plain = {"group": {"known": "exact"}, "battery": {"state": "held"}, "site": {"part": 900, "margin": 0},
             "submarine": {"state": "under", "doubt_nm": 0}, "ship": {"side": "moscow", "doubt_nm": 0},
             "incident": {"state": "grave"}}.get(kind, {"known": "exact"})
    mark = replace(next(mark for mark in BUSY[0] if mark.kind == kind), at=(-70.0, 23.0), label="x", note="", **plain)
    one, two = (pygame.transform.grayscale(chart_map.drawn(Theme(palette), (576, 352), (each,)).picture) for each in (mark, replace(mark, **change)))
    differs = pygame.mask.from_threshold(one, (0, 0, 0), (24, 24, 24, 255), two).count()
    assert 576 * 352 - differs > 8


def test_the_base_is_drawn_once_for_every_state_of_the_game():
    chart_base.chart.cache_clear()
    for marks in (*BUSY, *QUIET):
        chart_map.drawn(Theme("standard", 1.0, 1.15), (500, 300), marks)
    assert chart_base.chart.cache_info().misses == 1


def test_places_come_back_from_their_projection_and_north_is_up():
    rect = pygame.Rect(40, 30, 576, 352)
    for view in (chart_map.View(), chart_map.View(zoom=3, centre=(-80, 22)), chart_map.View("europe")):
        middle = chart_map.unproject(*rect.center, rect, view)
        x, y = chart_map.project(*middle, rect, view)
        assert (x, y) == pytest.approx(rect.center)
        assert chart_map.project(middle[0], middle[1] + 1, rect, view)[1] < y
        assert chart_map.project(middle[0] + 1, middle[1], rect, view)[0] > x


def test_a_zoomed_chart_never_leaves_its_region():
    rect = pygame.Rect(0, 0, 576, 352)
    whole = chart_map.unproject(0, 0, rect), chart_map.unproject(576, 352, rect)
    for centre in ((-120.0, 60.0), (-20.0, -10.0)):
        view = chart_map.View(zoom=2.5, centre=centre)
        (west, north), (east, south) = chart_map.unproject(0, 0, rect, view), chart_map.unproject(576, 352, rect, view)
        assert west >= whole[0][0] - 1e-6 and north <= whole[0][1] + 1e-6 and east <= whole[1][0] + 1e-6 and south >= whole[1][1] - 1e-6


def test_land_is_land_and_sea_is_sea():
    theme, rect = Theme("high_contrast"), pygame.Rect(0, 0, 576, 352)
    base = chart_map.chart(theme, rect.size)

    def ground(lon: float, lat: float) -> tuple[int, ...]:
        x, y = chart_map.project(lon, lat, rect)
        return tuple(base.get_at((round(x), round(y))))[:3]
    land, sea = tuple(theme.color("land"))[:3], tuple(theme.color("sea"))[:3]
    assert {ground(*spot) for spot in ((-81.4, 27.6), (-77.6, 21.2), (-71.0, 18.9))} == {land}
    assert {ground(*spot) for spot in ((-72.0, 26.0), (-84.4, 25.3), (-79.4, 19.2))} == {sea}


def test_the_coast_file_is_small_and_names_its_source():
    path = REPO / "assets" / "coast.json"
    assert path.stat().st_size < 120_000
    assert "Natural Earth" in json.loads(path.read_text(encoding="utf-8"))["about"]
    assert "Natural Earth" in (REPO / "assets" / "README.md").read_text(encoding="utf-8")


def test_the_important_name_chooses_first_and_a_crowded_one_takes_a_leader():
    bounds = pygame.Rect(0, 0, 300, 200)
    crowd = [labels.Wanted(f"n{n}", (150 + n % 3, 100 + n // 3), (60, 14), priority=n) for n in range(30)]
    placed = labels.place(crowd, bounds, [])
    assert "n29" in {label.name for label in placed} and len(placed) < 30
    assert not any(a.rect.colliderect(b.rect) for a, b in itertools.combinations(placed, 2))
    blocked = [pygame.Rect(70, 70, 160, 60)]
    assert labels.place([labels.Wanted("a", (150, 100), (60, 14))], bounds, blocked) == []
    stood_off = labels.place([labels.Wanted("a", (150, 100), (60, 14), must=True, gap=12)], bounds, blocked)
    assert stood_off and stood_off[0].leader and not stood_off[0].rect.colliderect(blocked[0])
