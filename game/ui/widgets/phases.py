"""The strip of stages in the footer: which one this is, what lies behind and ahead.

Comes in: a Page, a Board, the room kept for it. Goes out: Nodes. Never here: when a stage ends; the wall says that.
"""

import pygame
from pygame import Rect

from ...language import t
from ...wording.board import Board
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint import text

STAGES = ("confrontation", "loose_ends", "settlement")
NAME = Style("label", 13, "roommut")
WIDEST = 0.27
"""Share of the window it may take; with larger text it is left out."""


def phases_width(page: Page) -> int:
    """Pixels the strip needs, the gap beside it counted; 0 where there is no room for it."""
    needs = sum(_width(page, stage) for stage in STAGES) + page.u(20)
    return needs if needs <= page.size[0] * WIDEST else 0


def _width(page: Page, stage: str) -> int:
    return page.width(t(f"room.stage-{stage}"), NAME.strong()) + page.u(16)


def phases(page: Page, board: Board, wide: int) -> None:
    """The stages from left to right, beside the button."""
    button = page.tree.find("primary")
    if not wide or button is None:
        return
    tall = page.lh(NAME) + page.u(6)
    x = button.rect.left - wide
    for stage in STAGES:
        rect = Rect(x, button.rect.centery - tall // 2, _width(page, stage), tall)
        page.add(f"stage:{stage}", "stage", rect, draw_stage, text=t(f"room.stage-{stage}"), is_on=stage == board.stage)
        x = rect.right


def draw_stage(canvas: Canvas, node: Node) -> None:
    """A light card for the stage that is now, a line under the others."""
    theme, rect = canvas.theme, node.rect
    if node.is_on:
        pygame.draw.rect(canvas.surface, theme.color("roomtx"), rect, border_radius=theme.px(2))
    else:
        canvas.surface.fill(theme.color("line"), Rect(rect.x + theme.px(6), rect.bottom - theme.px(3), rect.w - theme.px(12), 1))
    text.line(canvas.surface, theme, node.text, rect.center, NAME.role, NAME.size, "room" if node.is_on else "roommut", bold=node.is_on,
              align="center", anchor="middle")
