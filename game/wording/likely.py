"""What the staff has counted about orders and about the days to come, in words: for window and terminal alike.

Comes in: the staff's counts as plain JSON values, perhaps none yet; a Board for the names of meters. Goes out: Likely, Ways, their reckonings.
Never here: counting; a number that was not counted.
"""

from dataclasses import dataclass
from math import sqrt
from typing import Any, NamedTuple

from ..language import t
from .board import Board, OrderLine
from .reckoning import Part, Reckoning, shares
from .reckonings import find_meter

SURE = 1.96
WAYS = ("war", "open", "settled")


class Range(NamedTuple):
    """A number and how far it may be off: the lowest and highest tenth of the worlds left out, or an interval of counting."""

    middle: int
    low: int
    high: int

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    @property
    def is_plain(self) -> bool:
        """It lies wholly on one side of nothing: more than luck."""
        return self.low > 0 or self.high < 0

    @property
    def words(self) -> str:
        """`+45`, or `+35 to +60`."""
        if self.is_exact:
            return signed(self.low)
        return t("likely.range", low=signed(self.low), high=signed(self.high))


@dataclass(frozen=True)
class Reason:
    """One cause of what an order does to a meter."""

    meter: str
    cause: str
    low: int
    high: int
    often: int
    """In how many of a hundred worlds it acted at all."""
    total: int
    """Over all worlds."""

    @property
    def words(self) -> str:
        """`the quarantine stands +14`, `Ship boarded +40 in 6 of 100`."""
        if self.often < RARE:
            return t("likely.rarely", cause=self.cause, often=max(self.often, 1))
        amount = Range(0, self.low, self.high).words
        return t("likely.cause", cause=self.cause, amount=amount)


LEFT_OUT = ("awake.", "away.", "exposure.", "mood")
"""Meters that are no news on an order: hours awake, what is tied (told by itself), what their letter says."""
RUNGS, LEAST = 9, 2
"""A change of a long meter below this is left out."""
RARE = 50
"""A cause that acts in fewer of a hundred worlds is told by how often it acts."""


@dataclass(frozen=True)
class Likely:
    """What one order would do, against the same turn without it."""

    order: str
    meters: tuple[tuple[str, Range], ...]
    """Meter id -> by how much it would stand otherwise at the end of the turn."""
    war: Range
    """How many more in a hundred come to war or a strike within three days."""
    deal: Range
    why: tuple[Reason, ...]
    worlds: int

    @property
    def pressure(self) -> Range:
        """On the pressure; nothing where it moves none."""
        return dict(self.meters).get("pressure", Range(0, 0, 0))


def signed(amount: int) -> str:
    """`+45`, a true minus, `0`."""
    return f"+{amount}" if amount > 0 else f"\N{MINUS SIGN}{-amount}" if amount else "0"


def likely(count: dict[str, Any] | None, order: str) -> Likely | None:
    """What has been counted about that order; None where nothing has, yet or at all."""
    found = (count or {}).get("orders", {}).get(order)
    if found is None or count is None:
        return None
    meters = tuple((name, Range(middle, low, high)) for name, (low, middle, high, _) in found["meters"].items())
    return Likely(order, meters, Range(*found["war"]), Range(*found["deal"]), tuple(Reason(*reason) for reason in found["why"]), count["worlds"])


def lines(board: Board, line: OrderLine, found: Likely) -> list[str]:
    """A line a meter that this seat reads: its range and the causes that do most; danger and agreement; what is tied."""
    told = []
    for id, moved in found.meters:
        meter = find_meter(board, id)
        if meter is None or id.startswith(LEFT_OUT) or (meter.top > RUNGS and max(abs(moved.low), abs(moved.high)) < LEAST):
            continue
        why = [reason for reason in found.why if reason.meter == id.partition(".")[0]][:3]
        causes = "; ".join(reason.words for reason in why)
        told.append(t("likely.line", meter=meter.name, range=moved.words, why=causes) if causes else f"{meter.name} {moved.words}")
    told += [t(f"likely.{name}", range=change.words) for name, change in (("war", found.war), ("deal", found.deal)) if change.is_plain]
    return [*told, *tied(line)]


def short(board: Board, found: Likely) -> str:
    """The ranges alone, those that are more than luck: `Pressure +55 to +61, hawks -30; war +2 in 100`."""
    named = [(find_meter(board, id), moved) for id, moved in found.meters if id in SHORT]
    told = [f"{meter.name} {moved.words}" for meter, moved in named if meter]
    chances = [t(f"likely.{name}-short", range=change.words) for name, change in (("war", found.war), ("deal", found.deal)) if change.is_plain]
    return "; ".join([*([", ".join(told)] if told else []), *chances])


SHORT = ("pressure", "fear", "hawks", "home", "allies", "face")
"""Meters that a short word on an order names."""


def tied(line: OrderLine) -> list[str]:
    """How far giving the order ties or frees hands, issue by issue."""
    return [t("likely.ties" if points > 0 else "likely.frees", issue=issue, points=abs(points)) for issue, points in line.ties]


def fixed(line: OrderLine) -> str:
    """What an order does at once by the rules, what it costs, who sees it."""
    does = ", ".join(f"{label} {signed(amount)}" for label, amount in line.effects) or t("likely.no-meter")
    sleep = ""
    if line.sleep:
        hours = f"{abs(line.sleep) / 10:g}"
        sleep = "; " + (t("likely.costs-sleep", hours=hours) if line.sleep > 0 else t("likely.gives-sleep", hours=hours))
    return f"{does}{sleep}; {t('likely.seen') if line.is_seen else t('likely.not-seen')}"


def reckoning(board: Board, line: OrderLine, found: Likely, meter: str = "pressure") -> Reckoning:
    """The middle of what the order does to a meter, cause by cause, averaged over the worlds."""
    known, moved = find_meter(board, meter), dict(found.meters).get(meter, Range(0, 0, 0))
    why = [reason for reason in found.why if reason.meter == meter.partition(".")[0]]
    amounts = shares([reason.total for reason in why], 1, found.worlds)
    parts = tuple(Part(reason.cause, amount, reason.words) for reason, amount in zip(why, amounts, strict=True) if amount)
    name = known.name if known else meter
    return Reckoning(f"{line.name}: {name}", 0, parts, sum(part.amount for part in parts), t("likely.without"), t("likely.on-average"),
                     gloss=" ".join(lines(board, line, found)), note=t("likely.method", worlds=found.worlds, range=moved.words),
                     low=-(known.top if known else 1000), high=known.top if known else 1000)


@dataclass(frozen=True)
class Ways:
    """How the next three days may go with the sheet as it stands."""

    counted: int = 0
    of: int = 0
    ways: tuple[tuple[str, Range], ...] = ()
    """`war`, `open`, `settled` -> in a hundred."""
    by: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Doctrine of the imagined other side -> worlds of each way, in the order of WAYS."""
    note: str = ""

    @property
    def is_whole(self) -> bool:
        return self.counted > 0 and self.counted >= self.of

    @property
    def dots(self) -> tuple[str, ...]:
        """A hundred ways, war first."""
        left, found = 100, []
        for way, share in self.ways[:-1]:
            found += [way] * min(share.middle, left)
            left = 100 - len(found)
        return tuple(found + [self.ways[-1][0]] * left) if self.ways else ()


def ways(count: dict[str, Any] | None, problem: str = "", waits: bool = True) -> Ways:
    """The staff's forecast in words."""
    if problem:
        return Ways(note=problem)
    if count is None:
        return Ways() if waits else Ways(note=t("staff.nobody"))
    if "none" in count:
        return Ways(note=t(f"staff.none-{count['none'].replace(' ', '-')}"))
    counted = count["counted"]
    return Ways(counted, count["of"], tuple((way, in_hundred(count["ways"][way], counted)) for way in WAYS),
                tuple((kind["name"], tuple(kind[way] for way in WAYS)) for kind in count["by"]))


def in_hundred(count: int, of: int) -> Range:
    """A share in a hundred with its Wilson interval."""
    share, square = count / of, SURE * SURE
    middle = (share + square / (2 * of)) / (1 + square / of)
    reach = SURE * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return Range(round(100 * share), round(100 * max(middle - reach, 0.0)), round(100 * min(middle + reach, 1.0)))


def of_way(found: Ways, way: str) -> Reckoning:
    """In how many worlds it goes that way, by who sits across the table."""
    place = WAYS.index(way)
    parts = tuple(Part(name, counts[place], t("likely.of-worlds", n=sum(counts))) for name, counts in found.by)
    share = dict(found.ways)[way]
    return Reckoning(t(f"likely.way-{way}"), 0, parts, sum(part.amount for part in parts), t("likely.no-world"), t("likely.worlds", n=found.counted),
                     gloss=t(f"likely.gloss-{way}", share=share.middle, low=share.low, high=share.high),
                     note=t("likely.ways-method", n=found.of), low=0, high=max(found.counted, 1))
