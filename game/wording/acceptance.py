"""What the staff has counted about a letter, in words: for window and terminal alike.

Comes in: the staff's counts as plain JSON values, perhaps none yet. Goes out: an Acceptance, its reckoning. Never here: counting.
"""

from dataclasses import dataclass
from typing import Any

from ..language import t
from .reckoning import Part, Reckoning

LEAST, MOST = 10, 90
"""The range leaves out the softest and the hardest tenth of the kinds of government."""


@dataclass(frozen=True)
class Acceptance:
    """How many imagined governments take the letter."""

    counted: int = 0
    of: int = 0
    turns: int = 0
    take: int = 0
    barred: int = 0
    low: int = 0
    """In a hundred: what the softer and the harder kinds of government would do."""
    high: int = 0
    kinds: tuple[tuple[str, int, int, int], ...] = ()
    """(name, level, asked, how many of them take it)."""
    note: str = ""
    """Why nothing can be said, in a sentence; empty where it can, now or soon."""

    @property
    def is_counted(self) -> bool:
        """At least a part of them has been asked."""
        return self.counted > 0

    @property
    def is_whole(self) -> bool:
        return self.is_counted and self.counted >= self.of

    @property
    def share(self) -> int:
        """In a hundred."""
        return round(100 * self.take / max(self.counted, 1))

    @property
    def dots(self) -> tuple[int, ...]:
        """For each kind, how many of it in a hundred take the letter."""
        return tuple(sorted(round(100 * take / asked) for _, _, asked, take in self.kinds))

    @property
    def range_words(self) -> str:
        """`31–78`, or how far the counting is."""
        if not self.is_counted:
            return t("staff.counting")
        return t("staff.range", low=self.low, high=self.high) if self.is_whole else t("staff.so-far", counted=self.counted, of=self.of)

    @property
    def in_words(self) -> str:
        """The whole in a sentence."""
        if self.note:
            return self.note
        if not self.is_counted:
            return t("staff.counting")
        return t("staff.take", take=self.take, counted=self.counted, share=self.share, low=self.low, high=self.high)


def told(count: dict[str, Any] | None, problem: str = "", waits: bool = True) -> Acceptance:
    """The staff's counts in words; `waits`: somebody counts, and nothing has come yet."""
    if problem:
        return Acceptance(note=problem)
    if count is None:
        return Acceptance() if waits else Acceptance(note=t("staff.nobody"))
    if "none" in count:
        return Acceptance(note=t(f"staff.none-{count['none'].replace(' ', '-')}"))
    kinds = tuple((kind["name"], kind["level"], kind["asked"], kind["take"]) for kind in count["kinds"])
    counted, take = sum(kind[2] for kind in kinds), sum(kind[3] for kind in kinds)
    low, high = spread([100 * kind[3] / kind[2] for kind in kinds])
    return Acceptance(counted, count["of"], count["turns"], take, sum(kind["barred"] for kind in count["kinds"]), low, high, kinds)


def spread(shares: list[float]) -> tuple[int, int]:
    """Lowest and highest of the shares, the outer tenths left out."""
    ordered = sorted(shares)
    last = len(ordered) - 1
    return round(ordered[round(last * LEAST / 100)]), round(ordered[round(last * MOST / 100)])


def reckoning(told: Acceptance, side: str) -> Reckoning:
    """Who takes it: a part for each doctrine, so many of the imagined governments."""
    names = dict.fromkeys(name for name, _, _, _ in told.kinds)
    parts = []
    for name in names:
        asked = sum(kind[2] for kind in told.kinds if kind[0] == name)
        take = sum(kind[3] for kind in told.kinds if kind[0] == name)
        by_level = ", ".join(f"{level}: {takes}/{of}" for kind, level, of, takes in told.kinds if kind == name)
        parts.append(Part(name, take, t("staff.of-these", asked=asked, take=take, levels=by_level)))
    return Reckoning(t("staff.title", side=side), 0, tuple(parts), told.take, t("staff.nobody-yet"), t("staff.say-yes", of=told.counted),
                     gloss=told.in_words, note=t("staff.method", of=told.of, turns=told.turns), low=0, high=max(told.counted, 1))
