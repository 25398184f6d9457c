"""A reckoning: how any number that a person can see is made up, as parts that add up to it.

Comes in: a start, parts with words, an end. Goes out: a Reckoning, refused where it does not add up. Never here: a rule, a rounding that
loses a point; `shares` spreads a rounded sum so that its parts still add up.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Part:
    words: str
    """`the quarantine stands`, `sleep lost`."""
    amount: int
    why: str = ""
    """A sentence: what it is and why it counts so much."""
    is_hidden: bool = False
    """The seat may know that it is there and how much it is, not what."""


@dataclass(frozen=True)
class Reckoning:
    """One number and its parts: start + parts = end."""

    title: str
    start: int
    parts: tuple[Part, ...]
    end: int
    start_words: str
    """What the start is: `a rested staff`, `the turn before`."""
    end_words: str
    """What the end is: `orders this turn`, `now`."""
    unit: str = ""
    """Behind the value: `in 100`, `hours`; empty for bare points."""
    gloss: str = ""
    """A sentence: what the number is and does."""
    note: str = ""
    """How it was reckoned, or how sure it is."""
    low: int = 0
    high: int = 1000
    """The ends of its scale."""
    doubt: int = 0
    """How far off the end may be, either way; 0 where it is exact."""

    def __post_init__(self) -> None:
        if self.start + sum(part.amount for part in self.parts) != self.end:
            raise ValueError(f"{self.title}: {self.start} and {[part.amount for part in self.parts]} do not add up to {self.end}.")

    @property
    def greatest(self) -> tuple[Part, ...]:
        """Its parts, the one that moved most first; those that moved nothing are left out."""
        return tuple(sorted((part for part in self.parts if part.amount), key=lambda part: -abs(part.amount)))


def shares(amounts: Sequence[int], numerator: int, denominator: int) -> tuple[int, ...]:
    """Each amount times numerator/denominator, rounded down along the running sum: they add up to their whole's own rounding down."""
    found, before, running = [], 0, 0
    for amount in amounts:
        running += amount
        now = running * numerator // denominator
        found.append(now - before)
        before = now
    return tuple(found)


def held(start: int, parts: Sequence[Part], low: int = 0, high: int = 1000) -> tuple[tuple[Part, ...], int]:
    """The parts as far as a scale lets them count, one after the other, and where they end: what runs off the scale is lost."""
    value, found = start, []
    for part in parts:
        after = max(low, min(high, value + part.amount))
        found.append(replace(part, amount=after - value))
        value = after
    return tuple(found), value
