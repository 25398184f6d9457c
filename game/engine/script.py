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
    """(place of an issue, one of rulebook.AGREED)."""


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
    tone: int = 0
    """One of orders.TONES."""
    counters: str = ""
    """`newest` or `oldest`: the letter of theirs that it answers, where one lies; empty: none."""


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
    """Push of a deadline, at middling belief in its writer's resolve; none where there is no belief, twice as much at the highest."""
    sweetened: int
    """Push of an offer better than the writer's last."""
    together: int
    """Push of both at once, on top of the two, weighed by the same belief (M61)."""
    mutual: int = 0
    """What comes off the price when it is afraid and believes the other to be so too (M06) ..."""
    afraid_above: int = 1000
    """... from this fear on."""
    clock_per_mille: int = 0
    """How the sites move the price: Moscow's own, or Washington's estimate of them, per mille; below 0 the price falls (M04, M05)."""
    fear_later_per_mille: int = 0
    """How much of its fear comes off what it asks after the first deal: forces that still stand ready bargain too (M57)."""
    stall: int = 0
    """Asked on top after the first deal, while it plays for time (M59) ..."""
    stall_until_half_days: int = 0
    """... which is before this many half-days."""
    face_floor: int = 0
    """Face below which it asks more, since there is less to lose with (M18) ..."""
    face_per_mille: int = 0
    """... by this share of what is lacking."""
    faith_per_mille: int = 0
    """Share of its faith in the other's word, above the middle, that comes off what it asks after the first deal; below, it is added (M47, M69)."""


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
