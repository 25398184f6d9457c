"""The drawing kit: same input, same pixels; nothing outside its rectangle; names that never overlap; a rope that shows what it is told."""

import itertools
import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
import pytest

from game.ui import theme as look
from game.ui.paint import chart_base, chart_map, course, gauge, marks, panel, pen, rope, rope_plain, text, waterfall
from game.ui.theme import PALETTES, Theme, contrast, theme_for
from tests.wording.charts import busy

REPO = Path(__file__).resolve().parents[2]
GROUND = (255, 0, 255)
HEMP = (200, 164, 104)
BUSY = [busy(side) for side in (0, 1)]
"""The fullest chart of each side."""
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


def lay(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, marks: tuple, view: chart_map.View = chart_map.WHOLE) -> None:
    """The chart with those marks lies in the rectangle."""
    surface.blit(chart_map.drawn(theme, rect.size, marks, view).picture, rect)


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
    "chart": lambda s, t, r: lay(s, t, r, BUSY[0]),
    "chart, near": lambda s, t, r: lay(s, t, r, BUSY[1], chart_map.View("caribbean", 3.0, (-80.0, 22.5))),
    "europe": lambda s, t, r: lay(s, t, r, BUSY[1], chart_map.View("europe")),
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
        for cache in (panel._grain, panel._shadow, chart_base.chart, chart_map.drawn, rope.ground, rope_plain.plain_knot, rope_plain.plain_strip):
            cache.cache_clear()
        text.drop_rendered()
        pen.drop_strokes()
        rope.drop_bands()
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
    assert text._runs("a \u2192 b", "ui", False, False) == (("ui", "a "), ("typed", "\u2192"), ("ui", " b"))
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
