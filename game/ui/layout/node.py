"""The layout tree: every thing on the screen as a plain record, in reading order, in window pixels.

Comes in: nothing; the Page fills a Tree. Goes out: what painting draws, what a click hits, where focus may go, what a test measures.
Never here: drawing, an event, a word of the game's own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pygame import Rect, Surface

from ..theme import Theme

if TYPE_CHECKING:
    from ..paint.knot import KnotCache
    from .type import Style


@dataclass(frozen=True)
class Roll:
    """A list that may be longer than its room."""

    rect: Rect
    first: int
    seen: int
    count: int


@dataclass(frozen=True)
class Canvas:
    """What a node is drawn on."""

    surface: Surface
    theme: Theme
    focus: str = ""
    """Id of the node that has the focus."""
    hover: str = ""
    """Id of the node under the mouse."""
    knots: KnotCache | None = None


Draw = Callable[[Canvas, "Node"], None]


@dataclass(frozen=True)
class Node:
    id: str
    """Unique on its screen: `order:quarantine`."""
    kind: str
    """`panel`, `text`, `button`, `row`, `switch`, `step`, `chart`, ...: for tests and readers; `draw` does the drawing."""
    rect: Rect
    text: str = ""
    """All of it, even where `lines` shows less."""
    lines: tuple[str, ...] = ()
    """The text as it was broken to fit."""
    style: Style | None = None
    more: str = ""
    """The key that shows the whole text where `lines` had to be cut."""
    inside: str = ""
    """Id of the panel that holds it."""
    action: str = ""
    """The word its screen is told on Enter or a click; empty for a thing that only shows."""
    group: str = ""
    """The Tab stop it belongs to; empty if focus never rests on it."""
    key: str = ""
    """The key that does the same, for a control that only the mouse reaches directly."""
    is_on: bool = False
    """Chosen, ticked, pressed."""
    is_over: bool = False
    """Meant to lie on what is below it (a slip, a stamp); the overlap test passes it by."""
    is_dark: bool = False
    """Lies on the room, not on paper: its focus ring is light."""
    is_row: bool = False
    """A click chooses it first; a click on the chosen one acts."""
    look: Any = None
    """What its drawing needs beyond words: a meter, marks, a chart."""
    draw: Draw | None = field(default=None, repr=False, compare=False)


@dataclass
class Tree:
    screen: str
    size: tuple[int, int]
    nodes: list[Node] = field(default_factory=list)
    stops: dict[str, list[str]] = field(default_factory=dict)
    """Tab stop -> ids the arrows walk, in order, those scrolled out of sight too."""
    rolls: dict[str, Roll] = field(default_factory=dict)
    """List -> where it stands and how far it is scrolled."""
    keys: list[tuple[str, str, str]] = field(default_factory=list)
    """(key, words, action) of everything the strip at the bottom offers, what it had no room to show too; an action may be empty."""

    def find(self, id: str) -> Node | None:
        """The node of that id, if it is on the screen now."""
        return next((node for node in self.nodes if node.id == id), None)

    def at(self, x: int, y: int) -> Node | None:
        """The topmost node with an action under a point."""
        return next((node for node in reversed(self.nodes) if node.action and node.rect.collidepoint(x, y)), None)

    def roll_at(self, x: int, y: int) -> str:
        """The list under a point; empty if there is none."""
        return next((id for id, roll in self.rolls.items() if roll.rect.collidepoint(x, y)), "")

    def stop_of(self, id: str) -> str:
        """The Tab stop an id belongs to; empty if it is nowhere."""
        return next((stop for stop, ids in self.stops.items() if id in ids), "")

    def as_record(self, focus: str) -> dict[str, Any]:
        """What a tester outside the window may know of the screen: plain JSON values, nothing that is not on it now."""
        return {"screen": self.screen, "size": list(self.size), "focus": focus,
                "nodes": [{"id": node.id, "kind": node.kind, "rect": list(node.rect), "text": node.text, "action": node.action,
                           "stop": node.group, "on": node.is_on} for node in self.nodes if node.text or node.action]}
