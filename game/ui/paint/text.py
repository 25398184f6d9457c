"""Words on the window: measured, broken, cut and drawn at the native size.

Comes in: a Theme, a text, a place. Goes out: pixels inside the place, and the rectangle they took. `layout` measures without drawing,
so that a test can read what a screen will do. Never here: colours that are no tokens, text that grows past its rectangle.
"""

from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache

import pygame

from ..theme import Theme, open_font

ELLIPSIS = "\u2026"
_RUNS_KEPT = 3000
_rendered: "OrderedDict[tuple[object, ...], pygame.Surface]" = OrderedDict()


@dataclass(frozen=True)
class Block:
    """A text as it was broken to fit a width and, perhaps, a height."""

    lines: tuple[str, ...]
    line_height: int
    width: int
    """Of the longest line, in pixels."""
    is_cut: bool
    """Some words did not fit; the last line ends in an ellipsis."""

    @property
    def height(self) -> int:
        return self.line_height * len(self.lines)


def drop_rendered() -> None:
    """Every cached run of text is forgotten."""
    _rendered.clear()
    for kept in (_lacks, _runs, _advance, _laid):
        kept.cache_clear()


@lru_cache(maxsize=4096)
def _lacks(role: str, bold: bool, italic: bool, char: str) -> bool:
    # neither edition of pygame says reliably that a glyph is missing: it is if it looks like one that no font has
    font = Theme().font(role, 20, bold, italic)
    drawn, missing = (font.render(each, True, (255, 255, 255)) for each in (char, "\ue123"))
    return drawn.get_size() == missing.get_size() and pygame.image.tobytes(drawn, "RGBA") == pygame.image.tobytes(missing, "RGBA")


@lru_cache(maxsize=8192)
def _runs(text: str, role: str, bold: bool, italic: bool) -> tuple[tuple[str, str], ...]:
    """The text as (role, part): signs its face lacks (arrows, true minus) come from the typed face."""
    if role == "typed" or text.isascii():
        return ((role, text),) if text else ()
    runs: list[tuple[str, str]] = []
    for char in text:
        face = "typed" if ord(char) > 127 and _lacks(role, bold, italic, char) else role
        if runs and runs[-1][0] == face:
            runs[-1] = (face, runs[-1][1] + char)
        else:
            runs.append((face, char))
    return tuple(runs)


def measure(theme: Theme, text: str, role: str = "ui", size: float = 14, bold: bool = False, italic: bool = False,
            tracking: float = 0.0) -> int:
    """Width of the text in pixels as `line` would draw it."""
    width = _advance(text, role, theme.type_px(size), bold, italic, bool(tracking))
    return width + round(tracking * theme.scale) * (len(text) - 1) if tracking and text else width


@lru_cache(maxsize=16384)
def _advance(text: str, role: str, pixels: int, bold: bool, italic: bool, is_spaced: bool) -> int:
    """Width of the text; letter by letter, without kerning, where the letters are to be spaced."""
    parts = list(text) if is_spaced else [text]
    return sum(open_font(face, pixels, bold, italic).size(run)[0] for part in parts for face, run in _runs(part, role, bold, italic))


def fit(theme: Theme, text: str, width: int, role: str = "ui", size: float = 14, bold: bool = False, italic: bool = False,
        tracking: float = 0.0) -> str:
    """The text, or as much of it as fits the width with an ellipsis; empty if not even the ellipsis fits."""
    if measure(theme, text, role, size, bold, italic, tracking) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(theme, text[:middle].rstrip() + ELLIPSIS, role, size, bold, italic, tracking) <= width:
            low = middle
        else:
            high = middle - 1
    cut = text[:low].rstrip()
    return cut + ELLIPSIS if cut or measure(theme, ELLIPSIS, role, size, bold, italic) <= width else ""


def wrap(theme: Theme, text: str, width: int, role: str = "ui", size: float = 14, bold: bool = False, italic: bool = False) -> list[str]:
    """The text as lines no wider than `width`, broken at spaces (inside a word only if it alone is too wide) and at newlines."""
    lines: list[str] = []
    for paragraph_text in text.split("\n"):
        current = ""
        for word in paragraph_text.split():
            longer = f"{current} {word}" if current else word
            if measure(theme, longer, role, size, bold, italic) <= width:
                current = longer
                continue
            if current:
                lines.append(current)
            while len(word) > 1 and measure(theme, word, role, size, bold, italic) > width:
                keep = next((n for n in range(len(word) - 1, 1, -1) if measure(theme, word[:n], role, size, bold, italic) <= width), 1)
                lines.append(word[:keep])
                word = word[keep:]
            current = word
        lines.append(current)
    return lines


def layout(theme: Theme, text: str, width: int, height: int | None = None, role: str = "ui", size: float = 14, bold: bool = False,
           italic: bool = False, max_lines: int | None = None, leading: float = 1.0) -> Block:
    """The text broken to the width and cut to whole lines of the height, without drawing anything."""
    return _laid(theme, text, width, height, role, size, bold, italic, max_lines, leading)


@lru_cache(maxsize=1024)
def _laid(theme: Theme, text: str, width: int, height: int | None, role: str, size: float, bold: bool, italic: bool, max_lines: int | None,
          leading: float) -> Block:
    step = round(theme.line_height(role, size) * leading)
    lines = wrap(theme, text, width, role, size, bold, italic)
    room = len(lines) if height is None else max(0, height // step)
    room = min(room, max_lines) if max_lines is not None else room
    is_cut = len(lines) > room
    if is_cut:
        lines = lines[:room]
        if lines:
            last = lines[-1].rstrip(" .,;:")
            while last and measure(theme, last + ELLIPSIS, role, size, bold, italic) > width:
                last = last.rsplit(" ", 1)[0] if " " in last else last[:-1]
            lines[-1] = last + ELLIPSIS
    widest = max((measure(theme, each, role, size, bold, italic) for each in lines), default=0)
    return Block(tuple(lines), step, widest, is_cut)


def _picture(theme: Theme, part: str, face: str, pixels: int, token: str, bold: bool, italic: bool) -> pygame.Surface:
    key = (part, face, pixels, bold, italic, theme.name, token)
    picture = _rendered.get(key)
    if picture is None:
        picture = open_font(face, pixels, bold, italic).render(part, True, theme.color(token))
        _rendered[key] = picture
        if len(_rendered) > _RUNS_KEPT:
            _rendered.popitem(last=False)
    else:
        _rendered.move_to_end(key)
    return picture


@lru_cache(maxsize=256)
def _ascent(face: str, pixels: int, bold: bool, italic: bool) -> int:
    return open_font(face, pixels, bold, italic).get_ascent()


def line(surface: pygame.Surface, theme: Theme, text: str, pos: tuple[float, float], role: str = "ui", size: float = 14, token: str = "ink", *,
         bold: bool = False, italic: bool = False, align: str = "left", anchor: str = "baseline", tracking: float = 0.0,
         max_width: int | None = None, halo: str | None = None) -> pygame.Rect:
    """One line of text stands at `pos` (window pixels); returns the rectangle of its ink box (ascent to descent).

    align: `left`, `right` (figures) or `center`: what pos.x means. anchor: `baseline`, `top` or `middle` (of the capitals): what pos.y means.
    tracking: extra design pixels between letters. max_width: cut with an ellipsis. halo: a token drawn 1 px round the letters, for charts.
    """
    if max_width is not None:
        text = fit(theme, text, max_width, role, size, bold, italic, tracking)
    width = measure(theme, text, role, size, bold, italic, tracking)
    font = theme.font(role, size, bold, italic)
    x = round(pos[0]) - (width if align == "right" else width // 2 if align == "center" else 0)
    baseline = {"baseline": round(pos[1]), "top": round(pos[1]) + font.get_ascent(),
                "middle": round(pos[1] + theme.type_px(size) * 0.35)}[anchor]
    box = pygame.Rect(x, baseline - font.get_ascent(), width, font.get_ascent() - font.get_descent())
    pieces = list(text) if tracking else [text]
    if halo:
        around = [(dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]
        for dx, dy in around:
            _draw(surface, theme, pieces, (x + dx, baseline + dy), role, size, halo, bold, italic, tracking)
    _draw(surface, theme, pieces, (x, baseline), role, size, token, bold, italic, tracking)
    return box


def _draw(surface: pygame.Surface, theme: Theme, pieces: list[str], origin: tuple[int, int], role: str, size: float, token: str,
          bold: bool, italic: bool, tracking: float) -> None:
    x, baseline = origin
    pixels, gap = theme.type_px(size), round(tracking * theme.scale)
    for piece in pieces:
        for face, part in _runs(piece, role, bold, italic):
            surface.blit(_picture(theme, part, face, pixels, token, bold, italic), (x, baseline - _ascent(face, pixels, bold, italic)))
            x += _advance(part, face, pixels, bold, italic, False)
        x += gap


def paragraph(surface: pygame.Surface, theme: Theme, text: str, rect: pygame.Rect, role: str = "ui", size: float = 14, token: str = "ink", *,
              bold: bool = False, italic: bool = False, align: str = "left", max_lines: int | None = None, leading: float = 1.0) -> int:
    """The text stands inside `rect`, in whole lines, cut with an ellipsis; returns the height used in pixels."""
    block = layout(theme, text, rect.width, rect.height, role, size, bold, italic, max_lines, leading)
    return draw_block(surface, theme, block, rect, role, size, token, bold=bold, italic=italic, align=align)


def draw_block(surface: pygame.Surface, theme: Theme, block: Block, rect: pygame.Rect, role: str = "ui", size: float = 14,
               token: str = "ink", *, bold: bool = False, italic: bool = False, align: str = "left") -> int:
    """A measured block stands at the top of `rect`; returns the height used."""
    font = theme.font(role, size, bold, italic)
    x = {"left": rect.left, "right": rect.right, "center": rect.centerx}[align]
    # the first baseline leaves half the leading above, so that blocks stacked by height keep an even rhythm
    inset = (block.line_height - (font.get_ascent() - font.get_descent())) // 2
    for place, each in enumerate(block.lines):
        line(surface, theme, each, (x, rect.top + place * block.line_height + inset), role, size, token, bold=bold, italic=italic,
             align=align, anchor="top")
    return block.height
