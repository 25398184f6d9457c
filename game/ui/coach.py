"""The lesson's prompt: a strip above the keys, for which every screen leaves its place free, so that it covers nothing it speaks of.

Comes in: a Page about to be filled, the Screen. Goes out: Nodes. Never here: what the prompt says (session/prompts.py); a slip of its own to be lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pygame import Rect

from ..language import t
from .layout import type as style
from .layout.node import Canvas, Node
from .layout.page import Page
from .layout.type import Style
from .screen import Screen
from .widgets.button import quiet

if TYPE_CHECKING:
    from ..session.prompts import Moment

SKIP = "F10"
WORDS = Style("ui", 15, "roomtx")
FRONTS = ("first", "reveal", "room", "paper", "deal", "ending")


class Said(NamedTuple):
    words: str
    rect: Rect
    can_skip: bool


def make_room(page: Page, screen: Screen) -> Said | None:
    """The strip's place is kept free on the page; None where the lesson does not speak."""
    desk = getattr(screen, "desk", None)
    if desk is None or screen.is_slip or screen.name not in FRONTS or not desk.board.is_lesson:
        return None
    from ..session.lessons import is_coached
    from ..session.prompts import AT_THE_WINDOW, prompt
    coached = is_coached(desk.board, screen.app.settings)
    if not coached and not desk.board.ending:
        return None
    words = prompt(moment(screen)).words(AT_THE_WINDOW)
    tall = page.measure(words, WORDS, _room(page, coached)).height + page.u(20)
    page.strip = tall / page.theme.scale
    foot = page.u(page.high - page.foot)
    return Said(words, Rect(0, foot - tall, page.size[0], tall), coached)


def _room(page: Page, can_skip: bool) -> int:
    skip = page.width(t("lesson.skip"), style.ON_ROOM) + page.u(70) if can_skip else 0
    return page.size[0] - page.u(48) - skip


def speak(page: Page, said: Said | None) -> None:
    """The prompt stands in its strip, with the way out of the lesson beside it."""
    if said is None:
        return
    u, rect = page.u, said.rect
    page.leave_panel()
    page.add("lesson", "strip", rect, draw_prompt)
    page.tell("lesson:words", said.words, WORDS, Rect(u(24), rect.y + u(10), _room(page, said.can_skip), rect.h - u(10)))
    if said.can_skip:
        page.stop("lesson")
        wide = page.width(t("lesson.skip"), style.ON_ROOM) + u(60)
        quiet(page, "lesson:skip", rect.right - u(16) - wide, rect.centery, SKIP, t("lesson.skip"), "app:skip-lesson", of=style.ON_ROOM,
              is_focus=True)


def moment(screen: Screen) -> Moment:
    """What the lesson may know of what the player does."""
    from ..session.prompts import Moment
    desk = getattr(screen, "desk")     # noqa: B009  (only screens that have one come here)
    stops = desk.words().refusals if screen.name == "deal" and desk.draft.terms else ()
    paper = getattr(screen, "paper", None) if screen.name == "paper" else None
    return Moment(desk.board, desk.draft.dispatch(), screen.name, desk.draft.terms, stops, getattr(screen, "menu", ""),
                  getattr(screen, "returned", ""), frozenset(desk.read), paper)


def draw_prompt(canvas: Canvas, node: Node) -> None:
    """The strip: lighter than the room, with a brass edge."""
    theme, rect = canvas.theme, node.rect
    canvas.surface.fill(theme.color("roomsel"), rect)
    canvas.surface.fill(theme.color("brassl"), Rect(rect.x, rect.y, rect.w, theme.px(2)))
