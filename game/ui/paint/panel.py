"""Paper, forms, keys and buttons: the grounds everything else stands on.

Comes in: a surface, a Theme, a rectangle in window pixels. Goes out: the rectangle painted (sheets may cast a shadow of at most
SHADOW design pixels around it). Never here: what is written on them.
"""

from functools import lru_cache
from random import Random

import pygame

from ..theme import FOCUS, FOCUS_GAP, RADIUS, Theme
from . import text
from .marks import Pen, Point

SHADOW = 8
"""Design pixels a shadow may reach beyond its sheet."""
_TILE = 240
_SHADOW_LAYERS = ((5, 16), (3, 26), (1, 44))
_SHADOW_DROP = 3


@lru_cache(maxsize=24)
def _grain(name: str, token: str) -> pygame.Surface:
    """A tile of paper: the token's colour with fine noise and short level fibres, a few units strong."""
    base = Theme(name).color(token)
    random = Random(f"{token} grain")
    fine = pygame.image.frombuffer(random.randbytes(_TILE * _TILE), (_TILE, _TILE), "P")
    # a sum of a uniform byte's two halves is near enough to a bell; amplitude about 2 units
    offsets = [((value >> 4) + (value & 15) - 15) / 15 * 2.6 - 2 for value in range(256)]
    fine.set_palette([tuple(max(0, min(255, round(c + offset))) for c in (base.r, base.g, base.b)) for offset in offsets])
    tile = pygame.Surface((_TILE, _TILE), 0, 32)
    tile.blit(fine, (0, 0))
    coarse_size = (_TILE // 6, _TILE // 2)
    coarse = pygame.image.frombuffer(random.randbytes(coarse_size[0] * coarse_size[1]), coarse_size, "P")
    coarse.set_palette([(value // 52,) * 3 for value in range(256)])
    fibres = pygame.Surface(coarse_size, 0, 32)
    fibres.blit(coarse, (0, 0))
    tile.blit(pygame.transform.scale(fibres, (_TILE, _TILE)), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    return tile


@lru_cache(maxsize=48)
def _shadow(width: int, height: int, scale: float) -> tuple[pygame.Surface, ...]:
    """What a sheet of that size casts above, below, left and right of itself, all within SHADOW; premultiplied."""
    theme = Theme("standard", scale)
    reach = theme.px(SHADOW)
    whole = pygame.Surface((width + 2 * reach, height + 2 * reach), pygame.SRCALPHA)
    for grow, alpha in _SHADOW_LAYERS:
        g = theme.px(grow)
        layer = pygame.Surface((width + 2 * g, height + 2 * g), pygame.SRCALPHA)
        pygame.draw.rect(layer, (0, 0, 0, alpha), layer.get_rect(), border_radius=g + 1)
        whole.blit(layer, (reach - g, reach - g + theme.px(_SHADOW_DROP)), special_flags=pygame.BLEND_PREMULTIPLIED)
    return tuple(whole.subsurface(strip).copy() for strip in _around(pygame.Rect(reach, reach, width, height), reach))


def _around(rect: pygame.Rect, reach: int) -> tuple[pygame.Rect, ...]:
    """The strips above, below, left and right of a rectangle."""
    across = rect.w + 2 * reach
    return (pygame.Rect(rect.x - reach, rect.y - reach, across, reach), pygame.Rect(rect.x - reach, rect.bottom, across, reach),
            pygame.Rect(rect.x - reach, rect.y, reach, rect.h), pygame.Rect(rect.right, rect.y, reach, rect.h))


def _cast_shadow(surface: pygame.Surface, theme: Theme, rect: pygame.Rect) -> None:
    for strip, picture in zip(_around(rect, theme.px(SHADOW)), _shadow(rect.w, rect.h, theme.scale)):
        surface.blit(picture, strip, special_flags=pygame.BLEND_PREMULTIPLIED)


def fill_grain(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, token: str) -> None:
    """The rectangle is covered with the token's paper; flat in high contrast."""
    if theme.is_high_contrast:
        surface.fill(theme.color(token), rect)
        return
    before, tile = surface.get_clip(), _grain(theme.name, token)
    surface.set_clip(rect.clip(before))
    for y in range(rect.top, rect.bottom, _TILE):
        for x in range(rect.left, rect.right, _TILE):
            surface.blit(tile, (x, y))
    surface.set_clip(before)


def sheet(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, token: str = "paper", *, shadow: bool = True, edge: str | None = "rule",
          grain: bool = True) -> None:
    """A sheet of paper (`paper`, `manila`, `letterhead`, `slip`, `note`) lies there, with a soft shadow, a thin edge and a faint grain.

    In high contrast it is flat: no shadow, no grain, a plain edge.
    """
    if shadow and not theme.is_high_contrast:
        _cast_shadow(surface, theme, rect)
    if grain:
        fill_grain(surface, theme, rect, token)
    else:
        surface.fill(theme.color(token), rect)
    if edge:
        pygame.draw.rect(surface, theme.color(edge), rect, theme.px(1))


def rule(surface: pygame.Surface, theme: Theme, x0: float, x1: float, y: float, token: str = "rule") -> None:
    """A hairline from x0 to x1 at y."""
    pygame.draw.line(surface, theme.color(token), (round(x0), round(y)), (round(x1) - 1, round(y)), theme.px(1))


def focus_ring(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, is_dark: bool = False, gap: float = FOCUS_GAP) -> pygame.Rect:
    """The one focus ring round a thing, `gap` design pixels outside it; returns the rectangle touched."""
    grow = theme.px(gap) + theme.px(FOCUS) if gap > 0 else 0
    outer = rect.inflate(2 * grow, 2 * grow)
    with Pen(surface, theme, outer) as pen:
        pen.box(outer.x, outer.y, outer.w, outer.h, None, "focusl" if is_dark else "focus", FOCUS, RADIUS + (gap if gap > 0 else 0) * 0.5)
    return outer


def key_cap_width(theme: Theme, key: str, size: float = 12) -> int:
    """Width in pixels `key_cap` would take."""
    return max(theme.px(18), text.measure(theme, key, "typed", size) + theme.px(9))


def key_cap(surface: pygame.Surface, theme: Theme, key: str, pos: tuple[float, float], *, is_dark: bool = False, size: float = 12,
            on: str = "") -> pygame.Rect:
    """A key as on a keyboard, its left edge at pos.x and its vertical middle at pos.y; returns its rectangle.

    on: `primary` draws only an outline in ink, for a key on a brass button.
    """
    w, h = key_cap_width(theme, key, size), theme.type_px(size) + theme.px(6)
    rect = pygame.Rect(round(pos[0]), round(pos[1] - h / 2), w, h)
    fill, edge, ink = ("cap", "capedge", "roomtx") if is_dark else (None, "ink", "ink") if on == "primary" else ("paper", "faint", "ink")
    with Pen(surface, theme, rect) as pen:
        if fill:
            # a darker lower lip gives the cap its thickness
            pen.box(rect.x, rect.y, rect.w, rect.h, edge, None, 1, RADIUS)
            lip = theme.scale
            pen.box(rect.x + lip, rect.y + lip, rect.w - 2 * lip, rect.h - 2.6 * lip, fill, None, 1, RADIUS - 0.6)
        else:
            pen.box(rect.x, rect.y, rect.w, rect.h, None, edge, 1, RADIUS)
    text.line(surface, theme, key, (rect.centerx, rect.centery - 0.5 * theme.scale), "typed", size, ink, align="center", anchor="middle")
    return rect


def button(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, label: str, *, key: str = "", is_primary: bool = False,
           is_disabled: bool = False, is_dark: bool = False, is_down: bool = False, has_focus: bool = False, size: float = 15) -> None:
    """A button with its words in the middle and, if it has one, the key that does the same.

    is_primary: the one brass button of a screen. is_dark: it lies on the room, not on paper. is_down: pressed or chosen.
    """
    fill, edge, ink = "paper", "ink", "ink"
    if is_dark:
        fill, edge, ink = "roomsel", "capedge", "roomtx"
    if is_primary:
        fill, edge, ink = "brassl", "brassl", "ink"
    if is_down:
        fill, ink = ("roomtx", "room") if is_dark else ("ink", "paper")
    if is_disabled:
        fill, edge, ink = ("room2", "line", "roommut") if is_dark or is_primary else ("manila", "rule", "faint")
    with Pen(surface, theme, rect) as pen:
        pen.box(rect.x, rect.y, rect.w, rect.h, fill, edge, 1.2, RADIUS)
    if has_focus:
        focus_ring(surface, theme, rect, is_dark=is_dark or is_primary, gap=2)
    gap, pad = theme.px(12), theme.px(8)
    cap = key_cap_width(theme, key) + gap if key else 0
    words = text.fit(theme, label, rect.w - 2 * pad - cap, "ui", size, True)
    x = rect.centerx - (text.measure(theme, words, "ui", size, True) + cap) / 2
    box = text.line(surface, theme, words, (x, rect.centery), "ui", size, ink, bold=True, anchor="middle")
    if key:
        key_cap(surface, theme, key, (box.right + gap, rect.centery), is_dark=is_dark and not is_primary,
                on="primary" if is_primary and not is_disabled else "")


@lru_cache(maxsize=12)
def _stamp_picture(theme: Theme, words: str, token: str, size: float, lean: float) -> pygame.Surface:
    big = 3
    large = Theme(theme.name, theme.scale * big, theme.text_scale)
    w = text.measure(large, words.upper(), "label", size, True, tracking=3) + large.px(18)
    h = large.type_px(size) + large.px(12)
    plate = pygame.Surface((w, h), pygame.SRCALPHA)
    pygame.draw.rect(plate, theme.color(token), plate.get_rect(), large.px(2.4), border_radius=large.px(4))
    text.line(plate, large, words.upper(), (w / 2, h / 2), "label", size, token, bold=True, align="center", anchor="middle", tracking=3)
    # ink takes unevenly: patches and specks of the pad stay pale
    random = Random(f"{words} stamp")
    for cell, low in ((large.px(5), 150), (large.px(0.7), 120)):
        across = (w // cell + 1, h // cell + 1)
        raw = random.randbytes(across[0] * across[1])
        worn = pygame.Surface(across, pygame.SRCALPHA)
        for place, value in enumerate(raw):
            strength = min(255, low + value) if cell > large.px(1) else (255 if value > 26 else low // 2)
            worn.set_at((place % across[0], place // across[0]), (255, 255, 255, strength))
        plate.blit(pygame.transform.smoothscale(worn, (across[0] * cell, across[1] * cell)), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    turned = pygame.transform.rotozoom(plate, lean, 1.0).premul_alpha()
    return pygame.transform.smoothscale(turned, (max(1, turned.get_width() // big), max(1, turned.get_height() // big)))


def stamp(surface: pygame.Surface, theme: Theme, centre: Point, words: str, token: str = "su", size: float = 18, lean: float = 6) -> pygame.Rect:
    """A rubber stamp, leaning by `lean` degrees; returns the rectangle touched."""
    picture = _stamp_picture(theme, words, token, size, lean)
    rect = picture.get_rect(center=(round(centre[0]), round(centre[1])))
    surface.blit(picture, rect, special_flags=pygame.BLEND_PREMULTIPLIED)
    return rect
