"""The course of an estimate over the turns: a line with its doubt on either side, and the height from which it matters.

Comes in: values and a rectangle. Goes out: an exact picture inside it. Never here: a value that the caller did not give.
"""

from collections.abc import Sequence

import pygame

from ..theme import Theme
from . import text
from .marks import Pen


def draw_estimate(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, values: Sequence[int], doubt: int, top: int, danger: int, steps: int,
                  token: str, says: str) -> None:
    """The values left to right on a scale 0..`top`, `doubt` either way as a band, a hatched zone from `danger` on that `says` names; the last value
    has its whisker, and the scale at the right counts `steps`."""
    right = round(theme.type_px(11) * 0.62 * len(str(steps))) + theme.px(12)
    plot = pygame.Rect(rect.x + theme.px(4), rect.y + theme.px(6), rect.w - right - theme.px(4), rect.h - theme.px(12))

    def y(value: float) -> float:
        return plot.bottom - plot.h * max(0.0, min(float(top), value)) / top

    across = plot.w / max(1, len(values) - 1)
    points = [(plot.x + across * place if len(values) > 1 else float(plot.right), float(value)) for place, value in enumerate(values)]
    with Pen(surface, theme, rect) as pen:
        for part in range(5):
            level = round(y(top * part / 4))
            pen.line([(plot.x, level), (plot.right, level)], "band90" if part else "rule", 1)
        if danger < top:
            zone = pygame.Rect(plot.x, round(y(top)), plot.w, max(1, round(y(danger) - y(top))))
            pen.hatch(zone, "warn", 0.8, 6, 0.7)
            pen.line([(plot.x, y(danger)), (plot.right, y(danger))], "warn", 1.2)
        if doubt and len(points) > 1:
            edge = [(x, y(value + doubt)) for x, value in points] + [(x, y(value - doubt)) for x, value in reversed(points)]
            pen.polygon(edge, token, alpha=44)
        pen.line([(x, y(value)) for x, value in points], token, 1.8)
        x, value = points[-1]
        if doubt:
            pen.line([(x, y(value - doubt)), (x, y(value + doubt))], token, 2.6)
        pen.circle((x, y(value)), 4 * theme.scale, token)
    if danger < top and plot.h >= theme.px(50):
        text.line(surface, theme, says, (plot.x + theme.px(3), round(y(danger) + theme.type_px(11) * 0.95)), "label", 11, "warn")
    for part in (0, 2, 4):
        words = str(steps * part // 4)
        text.line(surface, theme, words, (rect.right - theme.px(2), round(y(top * part / 4))), "typed", 11, "mut", align="right", anchor="middle")
