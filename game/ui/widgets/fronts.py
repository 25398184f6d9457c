"""Panels side by side, or, where the text is very large, one at a time behind a row of tabs.

Comes in: a Page, its Screen, panels with their places. Goes out: Nodes; the screen's `front` says which panel has the window. Never here: what
a panel holds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pygame
from pygame import Rect

from ..hands import FRONT
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..paint import text
from ..screen import Screen

TAB = style.ON_ROOM


class Panel(NamedTuple):
    """One panel of a screen."""

    id: str
    name: str
    """On its tab."""
    rect: Rect
    """Its place beside the others."""
    build: Callable[[Rect], object]
    """Places it in a rectangle."""


def arrange(page: Page, screen: Screen, area: Rect, panels: Sequence[Panel]) -> str:
    """Every panel stands in its place; where one has the window to itself, tabs lie over `area` and the front panel fills it. Returns the id
    of the front panel, empty where they stand side by side."""
    if not page.is_one:
        for panel in panels:
            panel.build(panel.rect)
        return ""
    if screen.front not in [panel.id for panel in panels]:
        screen.front = panels[0].id
    bottom = _tabs(page, area, panels, screen.front)
    chosen = next(panel for panel in panels if panel.id == screen.front)
    chosen.build(Rect(area.x, bottom, area.w, area.bottom - bottom))
    return screen.front


def _tabs(page: Page, area: Rect, panels: Sequence[Panel], front: str) -> int:
    """The tabs in as many rows as they need; returns the y below them."""
    page.leave_panel()
    page.stop("fronts")
    tall = max(page.u(28), page.lh(TAB) + page.u(4))
    x, y = area.x, area.y
    for panel in panels:
        wide = page.width(panel.name, TAB.strong()) + page.u(20)
        if x > area.x and x + wide > area.right:
            x, y = area.x, y + tall
        page.add(f"{FRONT}{panel.id}", "tab", Rect(x, y, wide, tall), draw_front, action=f"{FRONT}{panel.id}", focus=True, text=panel.name,
                 is_on=panel.id == front)
        x += wide + page.u(2)
    return y + tall + page.u(4)


def draw_front(canvas: Canvas, node: Node) -> None:
    """A tab on the dark room, its line light when its panel is in front."""
    theme, rect = canvas.theme, node.rect
    ink = "roomtx" if node.is_on or canvas.hover == node.id else "roommut"
    text.line(canvas.surface, theme, node.text, rect.center, TAB.role, TAB.size, ink, bold=node.is_on, align="center", anchor="middle")
    if node.is_on:
        pygame.draw.rect(canvas.surface, theme.color("brassl"), (rect.x + theme.px(7), rect.bottom - theme.px(3), rect.w - theme.px(14), theme.px(3)))
