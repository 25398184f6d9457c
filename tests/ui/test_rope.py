"""The rope: it shows what it is told, in a plain form at once and in a fine one once that is baked; what is kept of it on disk is never trusted."""

import itertools
import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game import worker
from game.ui.paint import fray, gauge, knot, knot_files, rope, rope_plain, rope_shape
from game.ui.theme import Theme, theme_for

REPO = Path(__file__).resolve().parents[2]
HEMP = (200, 164, 104)


@pytest.fixture(scope="module", autouse=True)
def screenless():
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))


def blank(size: tuple[int, int] = (900, 700)) -> pygame.Surface:
    surface = pygame.Surface(size, 0, 32)
    surface.fill((255, 0, 255))
    return surface


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def band(pressure: int, washington: int | None = 0, moscow: int | None = 0, form: str = "room", **more: object) -> pygame.Surface:
    high = {"room": 136, "compact": 80, "title": 300, "projector": 180}[form]
    return rope.plain_rope_band(Theme(), (1280, high), rope.Strain(pressure, washington, moscow, **more), form=form, with_ruler=False)


def hemp_pixels(surface: pygame.Surface, area: pygame.Rect) -> int:
    """Pixels that are rope: clearly warmer than the room."""
    part = surface.subsurface(area)
    return sum(part.get_at((x, y)).r - part.get_at((x, y)).b > 40 for x in range(0, area.w, 2) for y in range(area.h))


def test_the_knot_is_tighter_at_every_step_of_pressure():
    middle = pygame.Rect(500, 0, 280, 136)
    sizes = [hemp_pixels(band(pressure), middle) for pressure in (0, 300, 600, 900)]
    assert sizes == sorted(sizes, reverse=True)
    assert all(a > 1.06 * b for a, b in itertools.pairwise(sizes)), sizes


def test_near_breaking_the_rope_itself_grows_thin():
    away = pygame.Rect(300, 0, 60, 136)
    assert hemp_pixels(band(1000), away) < 0.95 * hemp_pixels(band(600), away)


def fine_band(pressure: int) -> pygame.Surface:
    cache = knot.KnotCache()
    for _ in range(2):
        shown = rope.rope_band(Theme(), (1280, 136), rope.Strain(pressure), knots=cache, with_ruler=False)
        while cache.step(1000):
            pass
    return shown


@pytest.mark.parametrize("drawn", [band, fine_band], ids=["plain", "fine"])
def test_the_strain_above_seven_hundred_can_be_seen(drawn):
    """Every hundred more: a thinner rope, longer strands, more yarns standing off the knot, and no other colour."""
    pictures = [drawn(pressure) for pressure in (700, 800, 900, 1000)]
    near = pygame.Rect(560, 0, 160, 136)
    for one, other in itertools.pairwise(pictures):
        a, b = (pixels(picture.subsurface(near)) for picture in (one, other))
        assert sum(abs(x - y) > 24 for x, y in zip(a, b)) > 0.03 * len(a)
    straight = pygame.Rect(300, 0, 60, 136)
    thickness = [hemp_pixels(picture, straight) for picture in pictures]
    assert thickness[-1] < thickness[2] < thickness[0] and thickness[-1] < 0.93 * thickness[0], thickness

    def hue(picture: pygame.Surface) -> float:
        spots = [picture.get_at((x, y)) for x in range(300, 360) for y in range(136)]
        rope_spots = [spot for spot in spots if spot.r - spot.b > 40]
        return sum(spot.r for spot in rope_spots) / sum(spot.g for spot in rope_spots)
    assert max(map(hue, pictures)) - min(map(hue, pictures)) < 0.05


def test_yarns_lift_at_the_knot_more_and_more():
    def standing(pressure: int) -> int:
        hairs = fray.lifted(8.0, rope_shape.frame_number(pressure), HEMP)
        return pygame.mask.from_surface(hairs).count() if hairs else 0
    counts = [standing(pressure) for pressure in (660, 700, 800, 900, 1000)]
    assert counts[0] == 0 and all(b > a + 20 for a, b in itertools.pairwise(counts)), counts


def test_a_strand_draws_out_under_load():
    assert rope_plain.strip_pitch(8.0, rope_shape.frame_number(1000)) >= rope_plain.strip_pitch(8.0, rope_shape.frame_number(700)) + 3


def test_a_yarn_that_is_just_parting_opens_by_and_by():
    def shown(growth: float) -> pygame.Surface:
        return rope.plain_rope_band(Theme(), (1280, 136), rope.Strain(500, 300, fresh=(1, 0), growth=growth), with_ruler=False)
    whole = pixels(rope.plain_rope_band(Theme(), (1280, 136), rope.Strain(500, 300), with_ruler=False))
    assert pixels(shown(1.0)) == whole
    assert pixels(shown(0.0)) == pixels(rope.plain_rope_band(Theme(), (1280, 136), rope.Strain(500, 200), with_ruler=False))
    assert pixels(shown(0.4)) not in (whole, pixels(shown(0.0)))


def test_slack_rope_hangs():
    def height(pressure: int, x: int) -> int:
        column = band(pressure).subsurface((x, 0, 1, 136))
        rows = [y for y in range(136) if column.get_at((0, y)).r - column.get_at((0, y)).b > 40]
        return (rows[0] + rows[-1]) // 2
    assert height(0, 500) > height(0, 6) + 4
    assert abs(height(1000, 500) - height(1000, 6)) <= 1


@pytest.mark.parametrize("form", rope.FORMS)
def test_each_hundred_of_fatigue_parts_one_yarn_on_its_own_side(form):
    before = band(500, 0, 0, form)
    half = before.get_width() // 2
    left, right = pygame.Rect(0, 0, half - 200, before.get_height()), pygame.Rect(half + 200, 0, half - 200, before.get_height())
    for count in range(1, 11):
        after = band(500, 100 * count, 0, form)
        assert pixels(after.subsurface(left)) != pixels(before.subsurface(left))
        assert pixels(after.subsurface(right)) == pixels(before.subsurface(right))
        assert pixels(band(500, 100 * count + 99, 0, form)) == pixels(after), "ninety-nine more part no yarn"
        before = after
    assert rope.parted(1000) == 10 and rope.parted(99) == 0


def test_what_is_not_known_of_the_other_side_is_not_drawn():
    assert pixels(band(500, 300, None)) == pixels(band(500, 300, 0))
    assert pixels(band(500, 300, 900)) != pixels(band(500, 300, None))


def test_parted_yarns_can_be_counted():
    places = fray.tuft_places(8.0, 1280, 27, 10, True)
    assert all(b - a >= 2.5 * 8.0 for a, b in itertools.pairwise(places))
    assert fray.tuft_places(8.0, 1280, 27, 10, False) == [1280 - x for x in places]
    assert places[-1] < 640 - 15 * 8


@pytest.mark.parametrize("form", rope.FORMS)
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080), (2200, 1080)])
def test_slots_lie_on_the_band_and_leave_each_other_alone(form, size):
    theme = theme_for(size)
    high = theme.rect(0, 0, 10, {"room": 136, "compact": 80, "title": 300, "projector": 180}[form]).h
    places = rope.slots(theme, (size[0], high), form)
    rects = [places.head_left, places.head_middle, places.head_right, places.foot_left, places.foot_right, places.number, places.ruler, places.after]
    rects = [rect for rect in rects if rect.w]
    whole = pygame.Rect(0, 0, size[0], high)
    assert all(whole.contains(rect) for rect in rects)
    solid = [rect for rect in rects if rect is not places.ruler]
    assert not any(a.colliderect(b) for a, b in itertools.combinations(solid, 2))


def test_no_such_form_is_refused_with_the_names_that_exist():
    with pytest.raises(ValueError, match="room, compact, title, projector"):
        rope.slots(Theme(), (1280, 136), "hall")


def test_the_ruler_shows_now_before_and_the_whisker():
    def drawn(**more: object) -> bytes:
        surface = blank((500, 60))
        surface.fill((0, 0, 0))
        gauge.ruler(surface, Theme(), pygame.Rect(20, 5, 440, 46), **more)
        return pixels(surface)
    pictures = [drawn(value=610), drawn(value=631), drawn(value=610, before=520), drawn(value=610, forecast=(580, 640, 700)),
                drawn(value=610, danger=None)]
    assert len(set(pictures)) == len(pictures)


def test_the_first_frame_needs_no_numpy():
    code = ("import sys, pygame; pygame.display.init(); pygame.font.init()\n"
            "if 'numpy' in sys.modules: sys.exit(77)\n"
            "from game.ui.theme import Theme; from game.ui.paint import rope, knot\n"
            "b = rope.rope_band(Theme(), (1280, 300), rope.Strain(420, 400, 300), form='title', knots=knot.KnotCache(), with_ruler=False)\n"
            "sys.exit('numpy was imported' if 'numpy' in sys.modules else 0)")
    ran = subprocess.run([sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, env={**os.environ, "SDL_VIDEODRIVER": "dummy"})
    if ran.returncode == 77:
        pytest.skip("this edition of pygame brings numpy with it")
    assert ran.returncode == 0, ran.stderr


def bake(cache: knot.KnotCache, radius: float = 5.0, number: int = 12) -> None:
    cache.frame(radius, number, HEMP)
    cache.strip(radius, 0, HEMP)
    while cache.step(5.0):
        pass


def test_the_cache_bakes_in_steps_and_then_gives_the_fine_rope():
    cache = knot.KnotCache()
    assert not cache.is_busy and not cache.step(1.0)
    assert cache.frame(5.0, 12, HEMP) is None and cache.strip(5.0, 0, HEMP) is None
    steps = 0
    while cache.step(0.01):
        steps += 1
    assert steps > 6, "a step did too much at once"
    assert cache.take_fresh() and not cache.take_fresh()
    fine = cache.frame(5.0, 12, HEMP)
    assert fine and (fine.surface.get_size() == rope_plain.plain_knot(5.0, 12, HEMP).surface.get_size())
    theme, strain = Theme("standard", 0.8), rope.Strain(500)
    plain = rope.rope_band(theme, (1024, 109), strain)
    again = knot.KnotCache()
    assert pixels(rope.rope_band(theme, (1024, 109), strain, knots=again)) == pixels(plain)
    while again.step(50.0):
        pass
    assert pixels(rope.rope_band(theme, (1024, 109), strain, knots=again)) != pixels(plain)


def test_a_band_asks_for_no_more_than_it_shows_and_prepare_for_the_way():
    cache = knot.KnotCache()
    rope.rope_band(Theme(), (1280, 136), rope.Strain(500), knots=cache)
    assert len(cache._wanted) == 2
    rope.rope_band(Theme(), (1280, 136), rope.Strain(500), knots=cache)
    assert len(cache._wanted) == 2
    assert not rope.prepare(Theme(), (1280, 136), (400, 500), cache)
    assert len(cache._wanted) == 1 + len(range(rope_shape.frame_number(400), rope_shape.frame_number(500) + 1))


def test_the_baked_rope_joins_its_knot_without_a_seam():
    for number in (0, 8, 16, 23):
        cache = knot.KnotCache()
        radius = 8.0
        cache.frame(radius, number, HEMP)
        cache.strip(radius, number, HEMP)
        while cache.step(50.0):
            pass
        tied, strip = cache.frame(radius, number, HEMP), cache.strip(radius, number, HEMP)
        assert tied and strip
        straight = strip.pictures[0]

        def column(picture: pygame.Surface, x: int, axis: int) -> list[int]:
            return [picture.get_at((x, axis + dy))[0] for dy in range(-6, 7)]
        for knot_x, strip_x in ((0, 0), (tied.surface.get_width() - 1, straight.get_width() - 1)):
            pair = zip(column(tied.surface, knot_x, tied.above), column(straight, strip_x, strip.above))
            assert sum(abs(a - b) for a, b in pair) / 13 < 26, f"frame {number}"


def granted(cache: knot.KnotCache) -> int:
    """Every wish is granted as the process beside the window would; how many."""
    count = 0
    while wish := cache.next_wish():
        told = worker.answer(wish._asdict(), worker.JOBS, lambda done, total: None)
        cache.answered(wish.id, told.get("problem", ""))
        count += 1
    return count


def asked(folder: Path) -> knot.KnotCache:
    cache = knot.KnotCache(folder)
    cache.frame(5.0, 12, HEMP)
    cache.strip(5.0, 0, HEMP)
    return cache


def test_a_wish_granted_elsewhere_is_read_from_its_file_and_the_next_window_wishes_for_nothing(tmp_path):
    first = asked(tmp_path)
    assert granted(first) == 2 and first.take_fresh() and not first.is_busy
    second = asked(tmp_path)
    assert second.next_wish() is None and not second.take_fresh()
    bake(baked := knot.KnotCache())
    for cache in (first, second):
        for one, other in ((cache.frame(5.0, 12, HEMP).surface, baked.frame(5.0, 12, HEMP).surface),
                           (cache.strip(5.0, 0, HEMP).pictures[3], baked.strip(5.0, 0, HEMP).pictures[3])):
            assert pygame.image.tobytes(one, "RGBA") == pygame.image.tobytes(other, "RGBA")


@pytest.mark.parametrize("harm", ["empty", "torn", "other size", "not a picture"])
def test_a_spoilt_file_is_passed_by_and_baked_anew(tmp_path, harm):
    granted(asked(tmp_path))
    for path in tmp_path.glob("*.png"):
        if harm == "other size":
            pygame.image.save(pygame.Surface((7, 7)), str(path))
        else:
            path.write_bytes({"empty": b"", "torn": path.read_bytes()[:300], "not a picture": b"knot" * 99}[harm])
    cache = asked(tmp_path)
    assert cache.frame(5.0, 12, HEMP) is None
    assert granted(cache) == 2
    fine = cache.frame(5.0, 12, HEMP)
    half, above, below = rope_plain.knot_box(5.0, 12)
    assert fine and fine.surface.get_size() == (2 * half, above + below)


def test_pictures_of_another_look_are_never_taken_for_these(tmp_path, monkeypatch):
    granted(asked(tmp_path))
    monkeypatch.setattr(knot_files, "look", lambda: "00000000")
    assert asked(tmp_path).next_wish()


def test_a_folder_that_cannot_be_written_leaves_the_rope_plain_and_is_asked_once(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    cache = asked(tmp_path / "file" / "rope")
    assert granted(cache) == 2 and not cache.take_fresh()
    assert cache.frame(5.0, 12, HEMP) is None and cache.next_wish() is None


def test_a_rope_that_does_not_exist_is_refused():
    said = worker.answer({"job": "bake", "arguments": {"folder": ".", "kind": "../knot", "radius": 5.0, "number": 3, "hemp": HEMP}}, worker.JOBS,
                         lambda done, total: None)
    assert "no such rope" in said["problem"]


def test_the_folder_is_bounded_and_the_oldest_go_first(tmp_path):
    for age in range(5):
        file = tmp_path / f"knot-{age}.png"
        file.write_bytes(b"0" * 100)
        os.utime(file, (age, age))
    (tmp_path / "notes.txt").write_text("somebody else's")
    knot_files.prune(tmp_path, 250)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["knot-3.png", "knot-4.png", "notes.txt"]


def test_what_the_screen_shows_is_wished_for_before_what_may_come_and_the_newest_size_first(tmp_path):
    cache = knot.KnotCache(tmp_path)
    for number in (3, 4):
        cache.frame(5.0, number, HEMP, is_patient=True)
    for radius in (6.0, 7.0):
        cache.frame(radius, 4, HEMP)
    wishes = [cache.next_wish(), cache.next_wish()]
    assert [(wish.arguments["radius"], wish.is_patient) for wish in wishes] == [(7.0, False), (6.0, False)]
    assert cache.next_wish() is None, "two at a time"
    for wish in wishes:
        cache.answered(wish.id, "no")
    assert [cache.next_wish().arguments["number"] for _ in range(2)] == [3, 4]


def test_every_frame_is_one_rope_that_does_not_tear():
    for number in range(rope_shape.FRAMES):
        line = rope_shape.knot_line(number)
        path = rope_shape.smooth_path(line, 1.0, 0.25)
        assert max(sum((a - b) ** 2 for a, b in zip(p, q)) for p, q in itertools.pairwise(path)) < 0.5 ** 2
        assert path[0] == (-line.half, 0.0, 0.0)
        assert path[-1] == pytest.approx((line.half, 0.0, 0.0))
        half, above, below = rope_plain.knot_box(8.0, number)
        assert above + below < 136 - 20 and half < 400, "the knot outgrows its band"
