"""What moves in the window, for how long, and whether anything may.

Comes in: the player's settings, the clock in milliseconds. Goes out: how far a movement is. Never here: drawing, a loop, a clock of its own;
nothing here moves for ever, and where motion is reduced everything is at its end at once.
"""

from dataclasses import dataclass, replace
from typing import Any

from ..session.settings import Settings
from .layout.node import Tree

KNOT_MS, YARN_MS = 600, 250
PAPER_MS, STAMP_MS, PEG_MS, ROW_MS, CURTAIN_MS, SCREEN_MS = 180, 120, 90, 140, 200, 120
FRAME_MS = 33
"""From one frame of a movement to the next."""


def is_on(settings: Settings) -> bool:
    """Whether things may move at all."""
    return not settings.reduced_motion


def eased(part: float) -> float:
    """0..1 of the time to 0..1 of the way: fast at first, then slowing down."""
    return 1 - (1 - max(0.0, min(1.0, part))) ** 3


@dataclass
class Run:
    """One movement that was begun at a time and lasts so long."""

    begun: int
    lasts: int

    def part(self, now: int) -> float:
        """How far it is, 0..1, eased."""
        return eased((now - self.begun) / self.lasts)

    def is_over(self, now: int) -> bool:
        """It has arrived."""
        return now - self.begun >= self.lasts


class Sway:
    """The rope's way from the last turn's strain to this turn's, shown once when a band of a new turn is first seen."""

    def __init__(self) -> None:
        self._seen: Any = None
        """Which seat's which turn has been shown."""
        self._run: Run | None = None
        self._goal: Any = None
        """The strain where it will rest."""

    @property
    def is_moving(self) -> bool:
        """Wants another frame after FRAME_MS."""
        return self._run is not None

    def stop(self) -> None:
        """It is where it was going."""
        self._run = None

    def look(self, tree: Tree, now: int, may_move: bool) -> None:
        """The band in the tree, if there is one, shows the rope as it is at this moment."""
        place = next((k for k, node in enumerate(tree.nodes) if node.id == "band"), None)
        if place is None:
            self._run = None
            return
        shown, form, turn = tree.nodes[place].look
        strain = self._goal if shown.toward is not None and self._goal else shown        # a tree that was painted before and has not changed since
        self._goal = strain
        if turn != self._seen:
            self._seen = turn
            is_changed = strain.before is not None and (strain.before != strain.pressure or any(strain.fresh))
            self._run = Run(now, KNOT_MS) if is_changed and may_move else None
        if self._run and (not may_move or self._run.is_over(now)):
            self._run = None
        moved = replace(strain, fresh=(0, 0))
        if self._run:
            pressure = strain.before + (strain.pressure - strain.before) * self._run.part(now)
            late = KNOT_MS - YARN_MS        # the yarn parts as the knot comes to rest
            moved = replace(strain, pressure=pressure, toward=strain.pressure, growth=eased((now - self._run.begun - late) / YARN_MS))
        tree.nodes[place] = replace(tree.nodes[place], look=(moved, form, turn))
