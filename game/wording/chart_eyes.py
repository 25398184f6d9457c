"""The eyes of one seat on the chart: its two boxes, and what has been seen so far.

Comes in: a Rulebook, the seat's View and its record. Goes out: Eyes, that the files which make marks look through. Never here: the other side's
box.
"""

from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW
from ..engine.terms import position
from ..engine.view import View
from .chart_sea import boats, watch
from .dates import stamp
from .record import SeatRecord


class Eyes:
    """What a seat may look at when it draws its chart."""

    def __init__(self, rulebook: Rulebook, view: View, record: SeatRecord):
        self.rulebook, self.view, self.record = rulebook, view, record
        self.public, self.own = view.public, view.own
        self.is_moscow = view.side == MOSCOW
        self.watch = watch(rulebook, view, record)
        self.boats = boats(self.watch)
        self.known = "exact" if self.is_moscow else "estimate"
        """How Moscow's own things are known."""

    def count(self, meter: str) -> int:
        """That meter of the seat's own."""
        return int(getattr(self.own, meter)[0])

    def when(self, minutes: int) -> str:
        """`since 25 October, 07:15`, by this capital's clock."""
        return f"since {stamp(self.rulebook, self.view.side, minutes)}"

    def step_on(self, role: str) -> int:
        """The step in force on the issue of that role; 0 = nothing agreed."""
        place = self.rulebook.roles.get(role, -1)
        return int(position(self.public.agreed[0, place])) if place >= 0 else 0

    def had_grave(self, kind: str) -> bool:
        """There has been a grave clash of that kind."""
        return any(is_grave and id == kind for turn in self.record.turns for id, _, is_grave in turn.words.clashes)
