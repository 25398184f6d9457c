"""A wait in words: nothing at first, then a quiet line, then how far it has come, with the way to stop it.

Comes in: a Page, when the work was asked for, how much of it is done. Goes out: a line, and the button that stops it. Never here: a picture that
moves while one waits (the rope never does), the work itself.
"""

import pygame
from pygame import Rect

from ...language import t
from ..layout import type as style
from ..layout.page import Page
from .button import quiet

QUIET_MS, COUNTED_MS = 300, 2000
LOOK_MS = 200
"""How often a screen that waits wants to be told the time: its `wait_ms` while `Work` is under way."""


class Work:
    """One piece of long work that a screen waits for."""

    def __init__(self) -> None:
        self.since = pygame.time.get_ticks()
        self.done = self.total = 0

    def words(self, now: int) -> str:
        """What is to be said after so long: nothing, that the staff works, or how far it has come and, if that can be told, how long it takes."""
        passed = now - self.since
        if passed < QUIET_MS:
            return ""
        if passed < COUNTED_MS or not self.total:
            return t("app.at-work")
        done, whole = f"{self.done:,}", f"{self.total:,}"
        if not 0 < self.done < self.total:
            return t("app.at-work-of", done=done, whole=whole)
        left = max(1, round(passed / self.done * (self.total - self.done) / 1000))
        return t("app.at-work-about", done=done, whole=whole, seconds=left)


def working(page: Page, work: Work, rect: Rect, *, action: str = "stop", is_dark: bool = False) -> bool:
    """The line stands in the middle of the rectangle; once it counts, a key beside it stops the work (`action`, Esc). True if there is anything to
    see yet."""
    words = work.words(pygame.time.get_ticks())
    if not words:
        return False
    of = style.ON_ROOM if is_dark else style.BODY
    stop = t("app.at-work-cancel")
    counts = pygame.time.get_ticks() - work.since >= COUNTED_MS
    tall = page.measure(words, of, rect.w).height
    page.tell("working", words, of, Rect(rect.x, rect.y, rect.w, min(rect.h, tall)))
    if counts and rect.y + tall + page.u(34) <= rect.bottom:
        page.stop("working")
        quiet(page, "working:stop", rect.x, rect.y + tall + page.u(18), "Esc", stop, action, of=of, is_focus=True)
    return True
