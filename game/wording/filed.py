"""What a seat has on file beside its papers: its correspondence with what became of it, and the notes on what history did.

Comes in: nothing here, these are plain records, parts of the Board. Never here: arrays, pygame, the other side's box.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .board import ChannelLine, Paper, TermWords


@dataclass(frozen=True)
class TermWorth:
    """What one term of a letter is worth to this side, and how it stood in that writer's letter before."""

    issue: str
    name: str
    now: TermWords | None
    """None: dropped."""
    before: TermWords | None
    """None: new, or there is no letter before."""
    worth: int
    """As it is said now, alone; 0 where it was dropped."""
    was: int
    """As it was said before, at today's prices."""
    shares: tuple[tuple[str, int], ...]
    """(audience, worth of it as it is said now)."""
    how: str
    """`new`, `dropped`, `nearer to us`, `further from us`, `exacter`, `looser`, `secret now`, ...; empty where nothing moved."""


@dataclass(frozen=True)
class AnswerPrice:
    """One answer that may be given to a letter, and what giving it does."""

    id: str
    """`accept`, `refuse`, `counter`, `ignore`; of an own letter `withdraw`, `stand`."""
    price: tuple[tuple[str, int], ...]
    """(label, amount), as on an order: `("to us", -40)`, `("pressure", 10)`."""
    notes: tuple[str, ...]
    """Who can stand in the way, what haste may do to it, when it lapses."""


@dataclass(frozen=True)
class Missive:
    """A letter of either side, from the day this seat sent or got it, with what became of it."""

    paper: Paper
    is_ours: bool
    channel: ChannelLine
    lane: str
    """`public`, `cable`, `back` or `un`: where the thread draws it."""
    state: str
    """`open`, `under way`, `accepted`, `refused`, `countered`, `lapsed`, `withdrawn` or `set aside`."""
    fate: str
    """The same as a sentence."""
    answers: str
    """Paper id of the letter that this one was the answer to; empty where it answers none."""
    before: str
    """Paper id of that writer's letter before; empty for the first."""
    terms: tuple[TermWorth, ...]
    """Term by term, those dropped since the letter before last."""
    worth: int
    """The whole text to this side today."""
    was: int
    """The text before, at today's prices; 0 where there is none."""
    shares: tuple[tuple[str, int], ...]
    """(audience, worth of the whole text)."""
    reads: tuple[str, ...]
    """What the staff hears in it: the tone, what it tells of the writer."""
    mood: tuple[int, int] | None = None
    """Their fear as we read it, before the turn it came in and at its end; None of an own letter."""
    options: tuple[AnswerPrice, ...] = ()
    """Empty where nothing can be done about it."""


@dataclass(frozen=True)
class HistoryNote:
    """What happened in 1962, as public history has it, for the day the game has reached."""

    day: str
    """`27 October 1962`."""
    when: str
    """`11:19`, `evening`; empty where only the day is known."""
    who: str
    text: str
    here: str
    """What it is in the game; empty where it is nothing there."""
    about: tuple[str, ...]
    """Ids of the issues it concerns."""
    source: str
    """As docs/sources.md explains."""
    tag: str
    """`fact`, `inference` where something is concluded beside it, or `general knowledge` where not all of it was looked up."""
    was_secret: bool
    """Nobody outside knew it then."""
