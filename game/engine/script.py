"""A scripted side as plain data: what it orders and offers when, and what an offer must be worth to be taken.

Comes in: nothing (scenario/doctrine.py builds one from TOML). Goes out: frozen records that players/doctrine.py follows from a View.
Never here: behaviour, a file, anything the side could not know.
"""

from dataclasses import dataclass

from .rulebook import Need
from .terms import Array

FOREVER = 9999
"""The upper end of a range that is never reached."""
EVERY_STAGE = (0, 1, 2)
AGREED = ("unsaid", "said", "not_exact", "exact")
"""What a condition can ask of the term in force: none; any; none or a loose one; one whose wording leaves a single reading."""
UNSAID, SAID, NOT_EXACT, EXACTLY = range(4)


@dataclass(frozen=True)
class Condition:
    """All of it must hold."""

    stages: tuple[int, ...] = EVERY_STAGE
    turn: tuple[int, int] = (0, FOREVER)
    """Turns played so far (`public.turn`), both ends included."""
    every: int = 1
    start: int = 0
    """Holds on turn `start` and each `every` turns after it."""
    half_days: tuple[int, int] = (0, FOREVER)
    """Half-days since the start (`public.minutes` // 720), both ends included."""
    meters: tuple[Need, ...] = ()
    agreed: tuple[tuple[int, int], ...] = ()
    """(place of an issue, one of AGREED)."""


@dataclass(frozen=True)
class Give:
    """An order to give when any of the conditions holds."""

    order: int
    """Place on the side's menu."""
    when: tuple[Condition, ...]


@dataclass(frozen=True)
class Offer:
    """A proposal to make when any of the conditions holds."""

    terms: Array
    """(issues,) term codes."""
    channel: int
    deadline_half_days: int
    """0 = no deadline."""
    when: tuple[Condition, ...]


@dataclass(frozen=True)
class Temper:
    """What an offer must be worth, in the points of the price list."""

    hold: int
    """Asked in the confrontation by a side that is not afraid."""
    fear_per_mille: int
    """How much of the fear meter comes off that price."""
    patience: int
    """Asked on top while time seems to be on its side ..."""
    patience_until_half_days: int
    """... which is before this many half-days."""
    peace: int
    """After the first deal: what getting the rest over with is worth."""
    threatened: int
    """Push of a deadline."""
    sweetened: int
    """Push of an offer better than the writer's last."""
    together: int
    """Push of both at once, on top of the two (M61)."""


@dataclass(frozen=True, eq=False)
class Doctrine:
    id: str
    side: int
    name: str
    aim: str
    """One sentence: what it is after."""
    serious: bool
    """False for a degenerate player that exists to be beaten."""
    temper: Temper
    gives: tuple[Give, ...]
    """In order of priority: attention runs out from the front."""
    offers: tuple[Offer, ...]
    """The first whose condition holds is made."""
    source: str
