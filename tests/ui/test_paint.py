"""The drawing kit: same input, same pixels; nothing outside its rectangle; names that never overlap; a rope that shows what it is told."""

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
import pytest

from game.ui import theme as look
from game.ui.paint import chart_base, chart_map, course, fray, gauge, knot, labels, marks, panel, rope, rope_plain, rope_shape, text, waterfall
from game.ui.theme import PALETTES, Theme, contrast, theme_for
from game.wording.board import MapFacts

REPO = Path(__file__).resolve().parents[2]
GROUND = (255, 0, 255)
HEMP = (200, 164, 104)
QUIET = MapFacts(quarantine=0, flights=0, alert_washington=0, alert_moscow=0, sites=0, sites_margin=0, incidents=())
BUSY = MapFacts(quarantine=4, flights=2, alert_washington=4, alert_moscow=3, sites=760, sites_margin=90, incidents=(
    ("u2-lost", "U-2 lost over Cuba", True), ("u2-astray", "U-2 astray", True), ("submarine", "Submarine forced up", True),
    ("boarding", "Ship boarded", False), ("exile-raid", "Exile raid", False), ("false-alarm", "False alarm", True),
    ("jet-hit", "Low-level jet hit", True), ("missile-unit", "Missile unit moved up", False),
    ("unheard-of", "A kind the chart has no place for", True)))
TOTALS = (520, 580, 630, 645, 660, 640, 620, 610)
FALL = waterfall.axis(TOTALS, 0, 1000)
COURSE = [(60.0 + 60 * place, 80.0 + 9 * place * (place % 3)) for place in range(8)]


def bars_in(rect: pygame.Rect) -> list[waterfall.Bar]:
    return [waterfall.Bar(rect.top + 30 + 24 * place, TOTALS[max(0, place - 1)], TOTALS[place], place in (0, 7)) for place in range(8)]


@pytest.fixture(scope="module", autouse=True)
def screenless():
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))


def blank(size: tuple[int, int] = (900, 700)) -> pygame.Surface:
    surface = pygame.Surface(size, 0, 32)
    surface.fill(GROUND)
    return surface


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def touched(surface: pygame.Surface) -> pygame.Rect:
    """The smallest rectangle that holds every pixel that is not ground any more."""
    mask = pygame.mask.from_threshold(surface, GROUND, (1, 1, 1, 255))
    mask.invert()
    boxes = mask.get_bounding_rects()
    return boxes[0].unionall(boxes[1:]) if boxes else pygame.Rect(0, 0, 0, 0)


Draw = Callable[[pygame.Surface, Theme, pygame.Rect], object]
PIECES: dict[str, Draw] = {
    "sheet": lambda s, t, r: panel.sheet(s, t, r, shadow=False),
    "manila": lambda s, t, r: panel.sheet(s, t, r, "manila", shadow=False),
    "button": lambda s, t, r: panel.button(s, t, r, "Send orders", key="Enter", is_primary=True),
    "button, long": lambda s, t, r: panel.button(s, t, r, "words that never end " * 5, has_focus=False),
    "focus, tight": lambda s, t, r: panel.focus_ring(s, t, r, gap=0),
    "meter": lambda s, t, r: gauge.meter_bar(s, t, r, 1000, before=0, margin=300, danger=800),
    "spark": lambda s, t, r: gauge.sparkline(s, t, r, [3, 900, 20, 1000, 0]),
    "ruler": lambda s, t, r: gauge.ruler(s, t, r, 1000, before=0, forecast=(0, 500, 1000)),
    "readiness": lambda s, t, r: gauge.readiness(s, t, r, 980, 400),
    "chart": lambda s, t, r: chart_map.draw_chart(s, t, r, BUSY, "washington"),
    "chart, near": lambda s, t, r: chart_map.draw_chart(s, t, r, BUSY, "moscow", chart_map.View("caribbean", 3.0, (-80.0, 22.5))),
    "europe": lambda s, t, r: chart_map.draw_chart(s, t, r, BUSY, "moscow", chart_map.View("europe")),
    "waterfall": lambda s, t, r: waterfall.bars(s, t, r.inflate(-20, -20), FALL, bars_in(r), 24),
    "course": lambda s, t, r: course.course(s, t, r.inflate(-40, -40), COURSE, levels=[(r.centery, "warn")], breaks=[r.centerx], dashed=COURSE,
                                            cursor=r.centerx, filled_to=2),
    "paragraph": lambda s, t, r: text.paragraph(s, t, "The quarantine line was drawn at 500 nautical miles. " * 40, r, "letter", 16),
}


@pytest.mark.parametrize("theme", [Theme(), Theme("standard", 1.5), Theme("high_contrast", 1.0, 1.3)], ids=["1.0", "1.5", "contrast 1.3"])
@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_paints_only_inside_its_rectangle(piece, theme):
    surface, rect = blank(), pygame.Rect(97, 83, 480, 320)
    if piece in ("button", "button, long", "meter", "spark", "readiness"):
        rect.height = 48
    if piece == "ruler":
        rect.size = (440, theme.px(46))
    PIECES[piece](surface, theme, rect)
    inside = touched(surface)
    assert inside.w > 20 and inside.h > 5, "it drew next to nothing"
    assert rect.contains(inside), f"{inside} reaches out of {rect}"


@pytest.mark.parametrize("piece", PIECES)
def test_the_same_input_gives_the_same_pixels(piece):
    drawn = []
    for _ in range(2):
        for cache in (panel._grain, panel._shadow, chart_base.chart, rope.ground, rope_plain.plain_knot, rope_plain.plain_strip):
            cache.cache_clear()
        text.drop_rendered()
        surface = blank()
        PIECES[piece](surface, Theme(), pygame.Rect(100, 100, 480, 320))
        drawn.append(pixels(surface))
    assert drawn[0] == drawn[1]


def test_shapes_stay_in_the_rectangle_they_return():
    for theme in (Theme(), Theme("standard", 1.5)):
        for draw in (lambda s, t: marks.side_mark(s, t, (300, 300), "washington"), lambda s, t: marks.side_mark(s, t, (300, 300), "moscow"),
                     lambda s, t: marks.side_mark(s, t, (300, 300), "havana"), lambda s, t: gauge.pips(s, t, (300, 300), 4, 2, 1),
                     lambda s, t: panel.key_cap(s, t, "Enter", (300, 300)), lambda s, t: panel.stamp(s, t, (300, 300), "Returned"),
                     lambda s, t: panel.focus_ring(s, t, pygame.Rect(300, 300, 90, 30)), lambda s, t: marks.paper_icon(s, t, "letter", (300, 300)),
                     lambda s, t: text.line(s, t, "\u2212240 fathoms, jagged (Ägypten)", (300, 300), "typed", 22)):
            surface = blank()
            told = draw(surface, theme)
            assert told.contains(touched(surface))


def test_a_shadow_reaches_no_further_than_it_says():
    surface, rect = blank(), pygame.Rect(100, 100, 200, 120)
    panel.sheet(surface, Theme(), rect)
    assert touched(surface) != rect
    assert rect.inflate(2 * panel.SHADOW, 2 * panel.SHADOW).contains(touched(surface))


def test_the_three_signs_differ_without_colour():
    shapes = []
    for side in ("washington", "moscow", "havana"):
        surface = blank((40, 40))
        marks.side_mark(surface, Theme(), (20, 20), side, 7, token="ink")
        shapes.append(pixels(surface))
    assert len(set(shapes)) == 3


# ------------------------------------------------------------------ colours and type

ON = {"paper": ("ink", "mut", "us", "su", "warn", "focus", "brass"), "manila": ("ink", "mut", "us", "su", "warn", "focus", "brass"),
      "letterhead": ("ink", "mut", "us", "su", "warn"), "slip": ("ink", "mut", "us", "su", "warn"), "note": ("ink", "mut", "warn", "focus"),
      "selected": ("ink", "mut", "warn"), "hover": ("ink", "mut"), "sea": ("ink", "mut", "us", "su", "warn"),
      "land": ("ink", "mut", "us", "su", "warn"),
      "room": ("roomtx", "roommut", "usl", "sul", "brassl", "focusl"), "room2": ("roomtx", "roommut"), "roomsel": ("roomtx",), "cap": ("roomtx",),
      "brassl": ("ink",)}


@pytest.mark.parametrize("name", PALETTES)
def test_words_can_be_read_on_their_ground(name):
    theme = Theme(name)
    low = {(token, ground): round(contrast(theme.color(token), theme.color(ground)), 2) for ground, tokens in ON.items() for token in tokens}
    assert min(low.values()) >= 4.5, {pair: ratio for pair, ratio in low.items() if ratio < 4.5}


def test_both_palettes_name_the_same_tokens_and_no_others_are_asked_for():
    standard, high = PALETTES["standard"], PALETTES["high_contrast"]
    assert set(standard) == set(high)
    assert contrast(look.Theme().color("ink"), look.Theme().color("paper")) == pytest.approx(14.0, abs=0.1)   # the design's own figure
    with pytest.raises(KeyError):
        Theme().color("mauve")
    with pytest.raises(ValueError, match="no palette"):
        Theme("sepia")


def test_scale_follows_the_window_and_edges_are_rounded_not_widths():
    assert theme_for((1280, 720)).scale == 1.0
    assert theme_for((1920, 1080)).scale == 1.5
    assert theme_for((640, 360)).scale == 0.8
    theme = Theme("standard", 1.067)
    rects = [theme.rect(x, 0, 13, 10) for x in range(0, 130, 13)]
    assert all(a.right == b.left for a, b in itertools.pairwise(rects))


def test_every_role_opens_and_signs_its_face_lacks_come_from_the_typed_face():
    theme = Theme()
    for role in look.ROLES:
        for bold, italic in itertools.product((False, True), repeat=2):
            assert theme.font(role, 14, bold, italic).size("Хрущёв")[0] > 20
    assert text._runs("a \u2192 b", "ui", False, False) == [("ui", "a "), ("typed", "\u2192"), ("ui", " b")]
    width = theme.font("ui", 14).size("a ")[0] + theme.font("typed", 14).size("\u2192")[0] + theme.font("ui", 14).size(" b")[0]
    assert text.measure(theme, "a \u2192 b") == width


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.5])
def test_wrapped_lines_fit_and_lose_no_word(scale):
    theme = Theme("standard", scale)
    words = "One hundred and eighty-three ships, eight carriers and an incomprehensibilitywithoutanyspaceinit went out. " * 3
    for role in look.ROLES:
        lines = text.wrap(theme, words, 170, role, 14)
        assert all(text.measure(theme, line, role, 14) <= 170 for line in lines)
        assert "".join(lines).replace(" ", "") == words.replace(" ", "")


def test_a_cut_text_is_whole_lines_that_end_in_an_ellipsis():
    theme, long = Theme(), "Ships stop and are searched. " * 30
    block = text.layout(theme, long, 200, 100, "ui", 14)
    assert block.is_cut and block.lines[-1].endswith(text.ELLIPSIS)
    assert block.height <= 100 and block.width <= 200
    assert not text.layout(theme, "Short.", 200, 100).is_cut
    assert text.layout(theme, long, 200, 10).lines == ()


def test_fit_keeps_all_or_cuts_to_the_width():
    theme = Theme()
    assert text.fit(theme, "Grozny", 400) == "Grozny"
    for width in (5, 20, 40, 60):
        cut = text.fit(theme, "Stop and board Grozny", width)
        assert text.measure(theme, cut) <= width
        assert cut == "" or cut.endswith(text.ELLIPSIS)


def test_figures_line_up_at_their_right_edge():
    surface, theme = blank(), Theme()
    figures = ("7", "610", "\u2212240", "1000")
    boxes = [text.line(surface, theme, figure, (400, 100 + 30 * n), "typed", 15, align="right") for n, figure in enumerate(figures)]
    assert {box.right for box in boxes} == {400}


def test_kept_text_is_bounded():
    text.drop_rendered()
    surface = blank((200, 60))
    for n in range(text._RUNS_KEPT + 50):
        text.line(surface, Theme(), str(n), (10, 30), "ui", 12)
    assert len(text._rendered) == text._RUNS_KEPT


# ------------------------------------------------------------------ the rope

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
    away = pygame.Rect(400, 0, 60, 136)
    assert hemp_pixels(band(1000), away) < 0.95 * hemp_pixels(band(600), away)


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


def test_a_kept_knot_is_read_back_and_not_baked_again(tmp_path, monkeypatch):
    first = knot.KnotCache(tmp_path)
    bake(first)
    from game.ui.paint import rope_bake

    def never(*_: object) -> None:
        raise AssertionError("baked again")
    monkeypatch.setattr(rope_bake, "bake_knot", never)
    monkeypatch.setattr(rope_bake, "bake_strip", never)
    second = knot.KnotCache(tmp_path)
    bake(second)
    for cache_pair in ((first.frame(5.0, 12, HEMP).surface, second.frame(5.0, 12, HEMP).surface),
                       (first.strip(5.0, 0, HEMP).pictures[3], second.strip(5.0, 0, HEMP).pictures[3])):
        assert pygame.image.tobytes(cache_pair[0], "RGBA") == pygame.image.tobytes(cache_pair[1], "RGBA")


@pytest.mark.parametrize("harm", ["empty", "torn", "other size", "not a picture"])
def test_a_spoilt_file_is_baked_anew(tmp_path, harm):
    bake(knot.KnotCache(tmp_path))
    for path in tmp_path.glob("knot-*.png"):
        if harm == "other size":
            pygame.image.save(pygame.Surface((7, 7)), str(path))
        else:
            path.write_bytes({"empty": b"", "torn": path.read_bytes()[:300], "not a picture": b"knot" * 99}[harm])
    cache = knot.KnotCache(tmp_path)
    bake(cache)
    fine = cache.frame(5.0, 12, HEMP)
    half, above, below = rope_plain.knot_box(5.0, 12)
    assert fine and fine.surface.get_size() == (2 * half, above + below)


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    cache = knot.KnotCache(tmp_path / "file" / "rope")
    bake(cache)
    assert cache.frame(5.0, 12, HEMP)


def test_every_frame_is_one_rope_that_does_not_tear():
    for number in range(rope_shape.FRAMES):
        line = rope_shape.knot_line(number)
        path = rope_shape.smooth_path(line, 1.0, 0.25)
        assert max(sum((a - b) ** 2 for a, b in zip(p, q)) for p, q in itertools.pairwise(path)) < 0.5 ** 2
        assert path[0] == (-line.half, 0.0, 0.0)
        assert path[-1] == pytest.approx((line.half, 0.0, 0.0))
        half, above, below = rope_plain.knot_box(8.0, number)
        assert above + below < 136 - 20 and half < 400, "the knot outgrows its band"


# ------------------------------------------------------------------ the chart

VIEWS = (chart_map.View(), chart_map.View(zoom=2, centre=(-80, 22.5)), chart_map.View(zoom=4, centre=(-76, 20.5)), chart_map.View("europe"))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("text_scale", [1.0, 1.3])
@pytest.mark.parametrize("view", VIEWS, ids=["whole", "zoom 2", "zoom 4", "europe"])
def test_names_never_overlap(scale, text_scale, view):
    theme = Theme("standard", scale, text_scale)
    rect = theme.rect(336, 144, 576, 352)
    for facts, side in itertools.product((BUSY, QUIET), ("washington", "moscow")):
        placed = chart_map.names_on_chart(theme, rect, facts, side, view)
        assert len(placed) >= 5
        assert all(rect.contains(label.rect) for label in placed)
        overlaps = [(a.name, b.name) for a, b in itertools.combinations(placed, 2) if a.rect.colliderect(b.rect)]
        assert not overlaps


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_clash_and_site_gets_its_name(scale):
    theme = Theme("standard", scale)
    placed = chart_map.names_on_chart(theme, theme.rect(336, 144, 576, 352), BUSY, "washington")
    names = {label.name for label in placed}
    assert {f"event:{id}" for id, _, _ in BUSY.incidents} | {"name:san-cristobal", "name:sagua", "line", "town:havana", "readiness"} <= names


def test_what_a_seat_does_not_know_is_not_on_its_chart():
    surface, rect = blank(), pygame.Rect(50, 50, 576, 352)
    quiet = chart_map.draw_chart(surface, Theme(), rect, QUIET, "washington")
    assert not [name for name in quiet if name == "quarantine" or name.startswith(("incident:", "event:"))]
    assert not {"line", "flights", "low", "readiness"} & set(quiet)
    busy = chart_map.draw_chart(surface, Theme(), rect, BUSY, "washington")
    assert {"quarantine", "flights", "low", "incident:u2-lost", "incident:unheard-of"} <= set(busy)
    assert all(rect.contains(box) for box in busy.values())


@pytest.mark.parametrize("change", [{"quarantine": 3}, {"flights": 1}, {"sites": 400}, {"sites_margin": 0}, {"incidents": BUSY.incidents[:2]}])
def test_each_fact_shows(change):
    from dataclasses import replace
    pictures = []
    for facts in (BUSY, replace(BUSY, **change)):
        surface = blank()
        chart_map.draw_chart(surface, Theme(), pygame.Rect(50, 50, 576, 352), facts, "washington")
        pictures.append(pixels(surface))
    assert pictures[0] != pictures[1]


def test_the_line_is_five_hundred_miles_from_the_nearer_of_its_two_centres():
    centres = [tuple(centre["at"]) for centre in chart_map.assets.load("places.json")["line"]["centres"]]
    points = [point for path in chart_map.line_points() for point in path]
    assert len(points) > 60
    assert all(min(chart_base.miles_between(point, centre) for centre in centres) == pytest.approx(500, abs=0.5) for point in points)


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


# ------------------------------------------------------------------ the waterfall

def test_what_adds_is_solid_and_what_takes_away_is_open():
    theme, plot = Theme(), pygame.Rect(20, 10, 700, 230)
    surface = blank((760, 260))
    surface.fill(theme.color("paper"))
    rows = [waterfall.Bar(30 + 30 * number, TOTALS[number], TOTALS[number + 1], False) for number in range(len(TOTALS) - 1)]
    waterfall.bars(surface, theme, plot, FALL, rows, 30)

    def inked(number: int) -> float:
        left, right = sorted((FALL.x(plot, TOTALS[number]), FALL.x(plot, TOTALS[number + 1])))
        box = pygame.Rect(round(left) + 3, rows[number].y - 4, round(right - left) - 6, 8)
        return sum(surface.get_at((x, y)).r < 100 for x in range(box.left, box.right) for y in range(box.top, box.bottom)) / (box.w * box.h)
    assert inked(0) > 0.95 and inked(1) > 0.95
    assert 0.05 < inked(4) < 0.6 and 0.05 < inked(5) < 0.6


def test_the_axis_holds_every_total_and_stays_on_its_scale():
    low, high, tick = FALL
    assert low < min(TOTALS) and high > max(TOTALS) and low % tick == 0
    assert waterfall.axis((0, 3), 0, 1000).low == 0
    assert waterfall.axis((990, 1000), 0, 1000).high == 1000
    assert waterfall.axis((-120, 40), -1000, 1000).low <= -120, "what can be less than nothing has an axis that says so"
    assert waterfall.axis((500, 500), 0, 1000).low < 500 < waterfall.axis((500, 500), 0, 1000).high
