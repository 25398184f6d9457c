"""The course of a number over a whole game: its dates, the turns that turned it, how meters are grouped for a page of charts.

Comes in: a Board. Goes out: plain records. Never here: a value that is not in the board's history or in its turns.
"""

from dataclasses import dataclass

from .board import Board, LedgerRow, Meter
from .reckonings import find_meter, rows_of

GROUPS: dict[str, tuple[str, ...]] = {
    "rope": ("pressure", "fatigue", "fear", "hawks"),
    "standing": ("home", "allies", "face", "trust", "freedom", "credit"),
    "field": ("buildup", "estimate", "quarantine", "flights", "alert", "reprisal", "troops", "raids", "aim"),
    "beliefs": ("mood", "resolve", "faith"),
    "hands": ("exposure",),
    "team": ("awake", "away", "envoy_away"),
    "papers": ("cover", "ankara", "jupiters_gone", "frame", "ultimata", "council", "story", "paper_asked", "drafts"),
}
"""Group -> the fronts of the ids that belong to it, in reading order."""


@dataclass(frozen=True)
class Timeline:
    """The moments at which a game's numbers are known: its opening and the end of each turn."""

    minutes: tuple[int, ...]
    days: tuple[str, ...]
    """`27 Oct` where a turn begins on another day than the one before, else empty; the last moment has none."""
    breaks: tuple[int, ...]
    """Places from which on turns have another length."""

    def place(self, minutes: int) -> float:
        """Where a moment lies among the places, each turn as wide as any other; held at the ends."""
        if minutes <= self.minutes[0]:
            return 0.0
        for at in range(1, len(self.minutes)):
            if minutes <= self.minutes[at]:
                return at - 1 + (minutes - self.minutes[at - 1]) / (self.minutes[at] - self.minutes[at - 1])
        return float(len(self.minutes) - 1)


@dataclass(frozen=True)
class Turning:
    """A turn that moved a number more than most."""

    turn: int
    day: str
    amount: int
    """Over the whole turn."""
    cause: str
    """Of what went the same way, the greatest."""


def timeline(board: Board) -> Timeline:
    """The moments of the turns played so far; empty before the first turn."""
    turns = board.turns
    if not turns:
        return Timeline((), (), ())
    days = [turn.day if place == 0 or turn.day != turns[place - 1].day else "" for place, turn in enumerate(turns)]
    lengths = [turn.ends - turn.begins for turn in turns]
    usual = [max(lengths[:place + 1]) for place in range(len(lengths))]       # a turn cut short by the end of its stage begins no new stretch
    breaks = [place for place in range(1, len(turns)) if usual[place] != usual[place - 1]]
    return Timeline((turns[0].begins, *(turn.ends for turn in turns)), (*days, ""), tuple(breaks))


def turning_points(board: Board, meter: str, most: int = 5) -> tuple[Turning, ...]:
    """The turns that moved the meter most, in order of time."""
    found = []
    for turn in board.turns:
        rows = rows_of(turn, meter)
        net = sum(row.amount for row in rows)
        if net:
            found.append(Turning(turn.turn, turn.day, net, _greatest(rows, net).cause))
    chosen = sorted(found, key=lambda point: -abs(point.amount))[:most]
    return tuple(sorted(chosen, key=lambda point: point.turn))


def _greatest(rows: tuple[LedgerRow, ...], net: int) -> LedgerRow:
    """The row that went the way of the whole turn most; what only passes by itself gives way to what was done, where there is any."""
    same = [row for row in rows if (row.amount > 0) == (net > 0)]
    deeds = [row for row in same if row.cause != "time passes"]
    return max(deeds or same, key=lambda row: abs(row.amount))


def grouped(board: Board) -> tuple[tuple[str, tuple[Meter, ...]], ...]:
    """Every meter with a history, by groups; groups without any are left out."""
    named = {meter.id: meter for meter in (board.pressure, board.fatigue, *board.meters, *board.more_meters)}
    found = []
    for group, fronts in GROUPS.items():
        ids = [id for front in fronts for id in named if id.partition(".")[0] == front and len(board.history.get(id, ())) > 1]
        if ids:
            found.append((group, tuple(named[id] for id in ids)))
    return tuple(found)


def course_of(board: Board, meter: str) -> tuple[int, ...]:
    """The meter's opening value and its value at the end of each turn."""
    known = find_meter(board, meter)
    course = board.history.get(meter, ())
    return course if course or known is None else (known.value,)
