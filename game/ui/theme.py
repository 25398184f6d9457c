"""The look of the window as values: colours, type, spacing, all at one scale.

Comes in: the window's size and the player's settings. Goes out: a Theme every drawing asks for colours, fonts and pixels.
Never here: drawing, a word of the game, a colour that is not a named token.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

import pygame

DESIGN_SIZE = (1280, 720)
"""Every rectangle and size is written for this window and multiplied by the scale."""

PANEL_PAD = 12
FOCUS, FOCUS_GAP, RADIUS = 2.5, 4, 3
"""Stroke of the focus ring, its distance, and the bend of corners, in design pixels."""

_STANDARD = {
    "room": "#1B2326", "room2": "#232D31", "line": "#3B484D", "roomtx": "#E9E2D0", "roommut": "#A9B1AE", "roomsel": "#2C3A42",
    "lamp": "#FFE2AA", "cap": "#2C383C", "capedge": "#7D8A8C",
    "paper": "#F4EDDC", "manila": "#E3D6B2", "letterhead": "#FBF6EA", "slip": "#E6E4D6", "note": "#E9DCB8",
    "selected": "#E7D9B2", "hover": "#EEE2C0", "rule": "#B9AB88", "band50": "#CBBFA3", "band90": "#DED3BA",
    "ink": "#231F1A", "mut": "#565040", "faint": "#776C55",
    "sea": "#D5DFDC", "land": "#EADFBE", "coast": "#6F6A55", "grid": "#B7C6C3", "shoal": "#C6D4D1",
    "us": "#1F4E8C", "su": "#9A2A18", "usl": "#8FB4E3", "sul": "#F0937A",
    "brass": "#775409", "brassl": "#E3B04B", "hemp": "#C8A468", "warn": "#7A1F12", "focus": "#0A5F5F", "focusl": "#7FE0D6",
    "shadow": "#000000",
}
_HIGH_CONTRAST = {
    "room": "#000000", "room2": "#000000", "line": "#8A8A8A", "roomtx": "#FFFFFF", "roommut": "#E6E6E6", "roomsel": "#1C1C1C",
    "lamp": "#000000", "cap": "#000000", "capedge": "#FFFFFF",
    "paper": "#FFFFFF", "manila": "#FFFFFF", "letterhead": "#FFFFFF", "slip": "#FFFFFF", "note": "#FFFFFF",
    "selected": "#FFEFB8", "hover": "#FFF8DD", "rule": "#000000", "band50": "#B8B8B8", "band90": "#DCDCDC",
    "ink": "#000000", "mut": "#1E1E1E", "faint": "#3C3C3C",
    "sea": "#DCE9F7", "land": "#FFFFFF", "coast": "#000000", "grid": "#B4C4D6", "shoal": "#DCE9F7",
    "us": "#003C9E", "su": "#A30000", "usl": "#9CC7FF", "sul": "#FFB199",
    "brass": "#5C4300", "brassl": "#FFD34D", "hemp": "#C8A468", "warn": "#8B0000", "focus": "#00504F", "focusl": "#7FF5EA",
    "shadow": "#000000",
}
_COLOUR_BLIND = {
    **_STANDARD, "us": "#00508C", "su": "#8A4500", "usl": "#8FC4F5", "sul": "#FFB454", "warn": "#99005C", "focus": "#146635", "brass": "#5A4A00",
}
"""Blue against orange, purple for warnings (Okabe and Ito's advice): told apart with any of the common kinds of colour blindness."""
PALETTES: Mapping[str, Mapping[str, pygame.Color]] = MappingProxyType({
    name: MappingProxyType({token: pygame.Color(value) for token, value in table.items()})
    for name, table in (("standard", _STANDARD), ("high_contrast", _HIGH_CONTRAST), ("colour_blind", _COLOUR_BLIND))})

ROLES = ("ui", "label", "letter", "typed")
_FACES = {
    ("ui", False, False): ("pt_sans", "PT_Sans-Web-Regular"), ("ui", True, False): ("pt_sans", "PT_Sans-Web-Bold"),
    ("ui", False, True): ("pt_sans", "PT_Sans-Web-Italic"), ("ui", True, True): ("pt_sans", "PT_Sans-Web-BoldItalic"),
    ("label", False, False): ("pt_sans_narrow", "PT_Sans-Narrow-Web-Regular"),
    ("label", True, False): ("pt_sans_narrow", "PT_Sans-Narrow-Web-Bold"),
    ("letter", False, False): ("pt_serif", "PT_Serif-Web-Regular"), ("letter", True, False): ("pt_serif", "PT_Serif-Web-Bold"),
    ("letter", False, True): ("pt_serif", "PT_Serif-Web-Italic"), ("letter", True, True): ("pt_serif", "PT_Serif-Web-BoldItalic"),
    ("typed", False, False): ("ibm_plex_mono", "IBMPlexMono-Regular"), ("typed", True, False): ("ibm_plex_mono", "IBMPlexMono-SemiBold"),
    ("typed", False, True): ("ibm_plex_mono", "IBMPlexMono-Italic"), ("typed", True, True): ("ibm_plex_mono", "IBMPlexMono-SemiBoldItalic"),
}
_LINE_HEIGHT = {"ui": 1.35, "label": 1.3, "letter": 1.3, "typed": 1.38}


@cache
def face_path(role: str, bold: bool = False, italic: bool = False) -> Path:
    """The font file of a role, from its font package; the narrow face has no italic and gives its upright."""
    package, name = _FACES.get((role, bold, italic)) or _FACES[role, bold, False]
    return Path(import_module(f"fontpkg_{package}").ROOT) / "files" / f"{name}.ttf"


@lru_cache(maxsize=256)
def open_font(role: str, pixels: int, bold: bool, italic: bool) -> pygame.font.Font:
    """The font of a role at a pixel size; opened once."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(str(face_path(role, bold, italic)), pixels)


def drop_fonts() -> None:
    """Every cached font is forgotten; for a program that shuts pygame down and starts it again."""
    open_font.cache_clear()


@dataclass(frozen=True)
class Theme:
    """Two themes with the same name and scales are equal and draw the same pixels."""

    name: str = "standard"
    """A key of PALETTES."""
    scale: float = 1.0
    """Window pixels per design pixel."""
    text_scale: float = 1.0
    """The player's text size, on top of the scale."""
    palette: Mapping[str, pygame.Color] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.name not in PALETTES:
            raise ValueError(f"no palette {self.name!r}; there are {', '.join(PALETTES)}")
        object.__setattr__(self, "palette", PALETTES[self.name])

    @property
    def is_high_contrast(self) -> bool:
        return self.name == "high_contrast"

    def color(self, token: str, alpha: int = 255) -> pygame.Color:
        """The token's colour in this palette; KeyError for a word that is no token."""
        c = self.palette[token]
        return c if alpha == 255 else pygame.Color(c.r, c.g, c.b, alpha)

    def px(self, n: float) -> int:
        """Design pixels to window pixels, at least 1 for anything above 0."""
        return max(1, round(n * self.scale)) if n > 0 else round(n * self.scale)

    def rect(self, x: float, y: float, w: float, h: float) -> pygame.Rect:
        """A design rectangle in window pixels: edges are rounded, not widths, so that neighbours still touch."""
        left, top = round(x * self.scale), round(y * self.scale)
        return pygame.Rect(left, top, round((x + w) * self.scale) - left, round((y + h) * self.scale) - top)

    def type_px(self, size: float) -> int:
        """The pixel size at which a type size is opened."""
        return max(6, round(size * self.scale * self.text_scale))

    def font(self, role: str, size: float, bold: bool = False, italic: bool = False) -> pygame.font.Font:
        """The font of a role (`ui`, `label`, `letter`, `typed`) at its native pixel size; opened once."""
        return open_font(role, self.type_px(size), bold, italic)

    def line_height(self, role: str, size: float) -> int:
        """Pixels from one baseline to the next."""
        return round(self.type_px(size) * _LINE_HEIGHT[role])


def theme_for(size: tuple[int, int], name: str = "standard", text_scale: float = 1.0) -> Theme:
    """The theme of a window of that size: scale min(w/1280, h/720), never under 0.8."""
    return Theme(name, max(0.8, min(size[0] / DESIGN_SIZE[0], size[1] / DESIGN_SIZE[1])), text_scale)


def contrast(a: pygame.Color, b: pygame.Color) -> float:
    """WCAG 2 contrast ratio of two colours, 1 to 21."""
    def light(c: pygame.Color) -> float:
        parts = [v / 255 / 12.92 if v / 255 <= 0.04045 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in (c.r, c.g, c.b)]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    high, low = sorted((light(a), light(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)
