"""What every screen is: it places Nodes on a Page, answers to actions, and keeps where its focus and its lists stand.

Comes in: a Page to fill, an action's word, a press its own keys want first. Goes out: calls on the App. Never here: pixels, events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .background import Answer
from .layout.page import Page

if TYPE_CHECKING:
    from .app import App


class Screen:
    name = "screen"
    is_slip = False
    """Lies on the screen below, which stays in sight, dimmed."""
    is_play = False
    """Belongs to a game in progress: closing the window asks first."""
    own_keys: tuple[tuple[str, str], ...] = ()
    """Keys that only `key` takes, each with its words' key in the catalogue, so that F1 can tell of them."""
    wait_ms = 0
    """Wants `tick` after so many milliseconds; 0 = sleeps until something is pressed."""
    app: App
    """Set when it is put on the stack."""

    def __init__(self) -> None:
        self.focus = ""
        self.last: dict[str, str] = {}
        """Tab stop -> where its focus was."""
        self.tops: dict[str, int] = {}
        """List -> its first row in sight."""
        self.front = ""
        """The panel in front where the text is so large that one has the window to itself; the first one while empty."""
        self.shown = ""
        """What the keyboard has just moved to and must be in sight."""

    said = ""
    """A quiet word at the foot of the screen, until the next press."""

    def build(self, page: Page) -> None:
        """Places everything that is on the screen now."""
        raise NotImplementedError

    def act(self, action: str) -> None:
        """Does what a node's action says."""
        raise NotImplementedError

    def key(self, press: str) -> bool:
        """Takes a press that means something of its own here; False leaves it to the common keys."""
        return False

    def back(self) -> None:
        """Esc: one step back, losing nothing."""
        self.app.back()

    def why(self, id: str) -> None:
        """W or the right button on a thing; where nothing is known of it, nothing happens."""

    def copied(self) -> str:
        """Ctrl+C: the paper that is shown, as plain text; empty where none is."""
        return ""

    def moved(self, id: str) -> None:
        """Focus has come to rest on a thing."""

    def released(self, press: str) -> None:
        """A key was let go."""

    def answered(self, answer: Answer) -> None:
        """The process beside the window has said something about a wish: `self.app.background.ask(id, job, arguments)`. Every screen on the stack
        hears it and passes by what it did not ask for."""

    def wheel(self, x: int, y: int, notches: int) -> bool:
        """Takes a turn of the wheel that means something of its own at a point; False leaves it to the lists."""
        return False

    def tick(self, now: int) -> None:
        """Time has passed, `now` in milliseconds."""

    def drag(self, id: str, x: int, y: int) -> bool:
        """A thing is held and the hand has moved; True if anything may look different."""
        return False

    def rest(self, id: str) -> None:
        """Focus goes there on the next build, in sight."""
        self.focus = self.shown = id
