"""The duty officer's desk of one turn: the two Views of a seat, its own Dispatch, its share of the ledger, and how a paper is stamped.

Comes in: that seat's Views before and after the turn, its Dispatch, its lines of the ledger. Goes out: stamped Papers.
Never here: what a paper says; a cause that the seat may not know.
"""

from collections.abc import Sequence

from ..engine.chance import salt
from ..engine.ledger import Line
from ..engine.orders import Dispatch
from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW, SIDE_NAMES, WASHINGTON, other
from ..engine.view import View
from .board import Paper
from .correspondence import Lying, on_table
from .dates import stamp

ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
Timed = tuple[int, Paper]
"""A paper with its minute."""


class Desk:
    """What whoever writes the papers of one turn may look at."""

    def __init__(self, rulebook: Rulebook, before: View, after: View, dispatch: Dispatch, past: dict[str, int], lines: Sequence[Line],
                 seen: tuple[str, ...] = ()):
        self.rulebook, self.before, self.after, self.dispatch, self.past, self.lines = rulebook, before, after, dispatch, past, lines
        self.seen = seen
        """Names of orders that the other side was seen to give."""
        self.causes = frozenset(line.cause for line in lines)
        self.side, self.them = before.side, other(before.side)
        self.their_name = SIDE_NAMES[self.them]
        self.turn = int(before.public.turn[0]) + 1
        self.begins, self.ends = int(before.public.minutes[0]), int(after.public.minutes[0])
        self.new_deal = {place: int(term) for place, term in enumerate(after.public.agreed[0])
                         if int(term) and int(term) != int(before.public.agreed[0, place])}
        self.gone = {writer: self._gone(writer) for writer in (WASHINGTON, MOSCOW)}

    def _gone(self, writer: int) -> list[Lying]:
        left = {lying.sent.number for lying in on_table(self.after, writer)}
        return [lying for lying in on_table(self.before, writer) if lying.sent.number not in left]

    def moment(self, label: str) -> int:
        """When within the turn it came: settled by its label, so that every look at it gives the same minute."""
        return self.begins + 40 + salt(f"{self.rulebook.id}/{self.turn}/{label}") % max(self.ends - self.begins - 80, 1)

    def paper(self, minutes: int, id: str, kind: str, title: str, sender: str, *body: str, source: str = "") -> Timed:
        """A paper with its minute."""
        when = stamp(self.rulebook, self.side, minutes)
        return minutes, Paper(f"{id}@{self.turn}", kind, title, sender, when, tuple(text for text in body if text), source=source)

    def at(self, front: str, kind: str, title: str, sender: str, *body: str, source: str = "") -> Timed:
        """A paper at a minute of its own within the turn."""
        return self.paper(self.moment(front), front, kind, title, sender, *body, source=source)

    def pick(self, what: str, variants: tuple[str, ...], step: int | None = None) -> str:
        """A variant that is not the one of the turn before; `step` counts something else than turns."""
        return variants[(salt(f"{self.side}/{what}") + (self.turn if step is None else step)) % len(variants)]

    def rose(self, public: str) -> tuple[int, int]:
        """A public count before and after the turn."""
        return int(getattr(self.before.public, public)[0]), int(getattr(self.after.public, public)[0])

    def amount(self, cause: str, meter: str) -> int:
        """What that cause did to that meter in all, as the seat may know it."""
        return sum(line.amount for line in self.lines if line.cause == cause and line.meter == meter)


def listed(names: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""
