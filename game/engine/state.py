"""A State is four boxes cut from one block: public, a dossier for each side, umpire. The box of a field is its visibility rule.

The block is (columns, n), so each column of n games is contiguous; every field handed out is turned so that the game is its
first axis: (n,), (n, 2), (n, 2, issues). Copy, take and digest are one operation on the block. All numbers are whole.
`public` means known to both governments; a dossier is what one government knows; `umpire` is the truth nobody holds.
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from .chance import mix
from .rulebook import Rulebook
from .sides import SIDE_IDS
from .terms import CODES, Array

SCALE, COUNT = 1000, 2**31 - 1
SLOTS = 3
"""Letters of one writer that can lie on the table at once."""
NO_LETTER = 99
"""Age of an empty place on the table."""

Shape = tuple[int | str, ...]


@dataclass(frozen=True)
class Field:
    shape: Shape
    """Behind the game axis; words stand for a scenario's counts: `sides`, `issues`, `incidents`, `team`, `dates`."""
    top: int
    is_meter: bool = True
    """Meters change only through the ledger; marks (dates, letters, flags) are set by the rule that owns them."""
    says: str = ""


def _mark(*shape: int | str, top: int = COUNT, says: str = "") -> Field:
    return Field(shape, top, False, says)


def _meter(*shape: int | str, top: int = SCALE, says: str = "") -> Field:
    return Field(shape, top, True, says)


PUBLIC = MappingProxyType({
    "turn": _mark(says="turns played"),
    "minutes": _mark(says="minutes since the start"),
    "phase": _mark(top=99, says="place in the calendar"),
    "half_days": _mark(top=128, says="length of the turn about to be played"),
    "pressure": _meter(says="how taut the rope is"),
    "quarantine": _meter(top=4, says="rung of the quarantine"),
    "flights": _meter(top=2, says="rung of overflights: none, high, low"),
    "alert": _meter("sides", top=4, says="alert rung of each side's forces"),
    "agreed": _mark("issues", top=CODES - 1, says="the term in force on each issue"),
    "agreed_at": _mark(says="minutes of the agreement in principle; 0 = none yet"),
    "letters": _mark("sides", SLOTS, "issues", top=CODES - 1, says="terms of each letter on the table, newest first"),
    "letter_number": _mark("sides", SLOTS, says="each writer numbers its letters from 1; 0 = an empty place"),
    "letter_due": _mark("sides", SLOTS, says="deadline in minutes since the start; 0 = none"),
    "letter_age": _mark("sides", SLOTS, top=NO_LETTER, says="turns since it arrived"),
    "letter_channel": _mark("sides", SLOTS, top=9),
    "letter_tone": _mark("sides", SLOTS, top=3, says="how it speaks: see orders.TONES"),
    "stated": _mark("sides", "issues", top=5, says="the last position each side put its name to"),
    "news": _mark("incidents", top=2, says="this turn's incidents: 1 minor, 2 serious"),
    "disputes_now": _mark("issues", top=1, says="issues on which two readings collided this turn"),
    "leaked": _mark(top=1, says="the annex is out"),
    "barred": _mark(top=2, says="a deal was stopped this turn: 1 by the NATO Council, 2 by Congress"),
    "frame": _meter("sides", top=3, says="what each side said first that this is about; 0 = nothing yet"),
    "ultimata": _meter("sides", top=99, says="ultimatums of each side that have arrived"),
    "council": _meter(top=9, says="sessions in which the NATO Council has heard of a trade"),
    "story": _meter(top=3, says="an article names the doves: 1 unanswered, 2 answered"),
    "paper_asked": _meter(top=3, says="Moscow wants the annex on paper: 1 asked, 2 handed back, 3 kept"),
    "drafts": _meter(top=99, says="drafts that have gone round at the United Nations"),
    "pressed": _mark("sides", top=1, says="this turn it pressed in public for more than is in force"),
    "dates": _mark("dates", top=2, says="forcing dates: 0 to come or without effect, 1 met, 2 missed"),
    "answered": _mark("sides", top=4, says="how each side answered this turn: see orders.ANSWERS"),
})
DOSSIER = MappingProxyType({
    "fatigue": _meter("sides", says="sleep the team has lost, tenths of an hour"),
    "fear": _meter("sides"),
    "hawks": _meter("sides", says="sway of those who would strike"),
    "trust": _meter("sides", says="trust in the military's forecasts"),
    "home": _meter("sides", says="standing at home"),
    "allies": _meter("sides", says="standing with allies"),
    "face": _meter("sides", says="the leader's face"),
    "buildup": _meter("sides", says="Washington: strike and invasion forces; Moscow: missile sites"),
    "estimate": _meter("sides", says="what the side believes of the other's build-up"),
    "exposure": _meter("sides", "issues", says="how far it has tied its hands in public, by issue"),
    "reprisal": _meter("sides", top=1, says="standing instruction: hit back for a lost aircraft; fire at sight"),
    "cover": _meter("sides", top=1, says="a cover story stands ready"),
    "awake": _meter("sides", "team", top=99, says="hours each member of the team has been awake"),
    "away": _meter("sides", "team", top=1, says="members of the team who are in bed for the coming turn"),
    "mood": _meter("sides", says="what it believes of the other's fear"),
    "resolve": _meter("sides", says="what it believes of the other's resolve"),
    "faith": _meter("sides", says="faith that the other keeps its word"),
    "freedom": _meter("sides", says="freedom of manoeuvre"),
    "credit": _meter("sides", says="standing borrowed on a denial"),
    "ankara": _meter("sides", says="Washington: how far Turkey has been brought round"),
    "jupiters_gone": _meter("sides", says="Washington: missiles out of Turkey, per mille"),
    "troops": _meter("sides", says="Soviet troops in Cuba, 1000 = 42,000 men: Moscow's the truth, Washington's its count"),
    "aim": _meter("sides", top=3, says="Moscow: what the troops stay for: 1 to train, 2 to deter, 3 to restrain"),
    "raids": _meter("sides", top=2, says="Washington: the leash on the exiles: 0 held, 1 slack, 2 off"),
    "envoy_away": _meter("sides", top=1, says="Moscow: its best envoy sits in Havana and votes nowhere"),
    "reading": _mark("sides", "issues", top=5, says="what it takes each agreed or silent issue to mean"),
    "sent": _mark("sides", says="letters it has sent"),
})
UMPIRE = MappingProxyType({
    "seed": _mark(),
    "castro": _meter(says="Castro's anger"),
    "gunners": _meter(top=1, says="Castro's own guns have been told to fire"),
    "china": _meter(says="Peking's polemics"),
    "leaked_at": _mark(says="minutes at which the annex came out; 0 = not"),
    "press": _meter(says="heat of the press"),
    "holders": _meter("sides", top=999, says="people who share the annex"),
    "paper": _meter("sides", top=1, says="the annex left a paper trail"),
    "incidents": _meter(top=9999), "serious": _meter(top=9999), "disputes": _meter(top=9999),
    "withdrawn": _meter(says="missiles out of Cuba, per mille"),
    "bombers_out": _meter(says="bombers out of Cuba, per mille"),
    "bombers_settled_at": _mark(says="minutes; 0 = not yet"),
    "inspected": _meter(top=1, says="inspectors stood on Cuban soil"),
    "calm": _mark(top=1, says="the agreement was signed without panic"),
    "war": _meter(top=2, says="1 local, 2 general"),
    "strike": _meter(top=1),
    "ousted": _meter("sides", top=1, says="a government fell"),
    "ending": _mark(top=9, says="see endings.ENDINGS; 0 = running"),
    "post": _mark("sides", "issues", top=CODES - 1, says="terms of a letter under way"),
    "post_number": _mark("sides", says="0 = none under way"),
    "post_due": _mark("sides"), "post_channel": _mark("sides", top=9), "post_tone": _mark("sides", top=3),
    "post_wait": _mark("sides", top=99, says="turns under way"),
})
BOXES = MappingProxyType({"public": PUBLIC, "dossier": DOSSIER, "umpire": UMPIRE})
BOX_OF = MappingProxyType({name: box for box, fields in BOXES.items() for name in fields})
FIELDS = MappingProxyType({name: field for fields in BOXES.values() for name, field in fields.items()})

OF_EACH_SIDE = tuple(name for name, field in PUBLIC.items() if field.is_meter and field.shape == ("sides",))
"""Public meters of which each side has its own: where an order or a need names one, the giver's is meant."""

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


class Layout:
    """Where each field lies in the block, for one size of scenario."""

    def __init__(self, issues: int, incidents: int, team: int, dates: int):
        counts = {"sides": 2, "issues": issues, "incidents": incidents, "team": team, "dates": dates}
        self.shapes = {name: tuple(counts[part] if isinstance(part, str) else part for part in field.shape) for name, field in FIELDS.items()}
        self.places: dict[str, tuple[int, int]] = {}
        stop = 0
        for name, shape in self.shapes.items():
            start, stop = stop, stop + int(np.prod(shape, dtype=int))
            self.places[name] = (start, stop)
        self.columns = stop
        self.salts = mix(np.arange(1, stop + 1, dtype=np.uint64) * _GOLDEN)

    def cut(self, block: Array, name: str) -> Array:
        """(n, ...) view of one field."""
        start, stop = self.places[name]
        shape = self.shapes[name]
        field: Array = block[start:stop].reshape(*shape[::-1], block.shape[1]).T if shape else block[start]
        return field


@cache
def layout_for(issues: int, incidents: int, team: int, dates: int) -> Layout:
    """The one layout of that size."""
    return Layout(issues, incidents, team, dates)


class Box:
    """Names over columns of a block; a field is cut when it is first asked for. `side` cuts the dossier to its owner."""

    def __init__(self, layout: Layout, block: Array, box: str, side: int | None = None):
        self._layout, self._block, self._box, self._side = layout, block, box, side

    def __getattr__(self, name: str) -> Array:
        if name not in BOXES[self._box]:
            raise AttributeError(f"no {name!r} in the {self._box} box; it holds {', '.join(BOXES[self._box])}")
        field = self._layout.cut(self._block, name)
        if self._side is not None:
            field = field[:, self._side]
        setattr(self, name, field)
        return field


class State:
    """Any number of games of one scenario. `state.public.pressure` is (n,), `state.dossier.fear` (n, 2)."""

    def __init__(self, layout: Layout, block: Array):
        self.layout, self.block = layout, block
        self.public, self.dossier, self.umpire = (Box(layout, block, box) for box in BOXES)
        self._boxes = {"public": self.public, "dossier": self.dossier, "umpire": self.umpire}

    def __len__(self) -> int:
        return int(self.block.shape[1])

    def column(self, name: str, side: int | None = None) -> Array:
        """(n, ...) view of a field; `side` cuts its first axis behind the game."""
        field: Array = getattr(self._boxes[BOX_OF[name]], name)
        return field if side is None else field[:, side]

    def take(self, games: Array) -> "State":
        """The chosen games, in that order, in a block of their own."""
        return State(self.layout, np.take(self.block, games, axis=1))

    def copy(self) -> "State":
        """The same games in a block of their own."""
        return State(self.layout, self.block.copy())


def open_game(rulebook: Rulebook, seeds: NDArray[np.integer] | list[int]) -> State:
    """A batch of fresh games, one for each seed (0..2**31-1)."""
    seeds = np.asarray(seeds)
    layout = layout_for(len(rulebook.issues), len(rulebook.incidents), len(rulebook.team[0]), len(rulebook.dates))
    state = State(layout, np.zeros((layout.columns, len(seeds)), rulebook.word))
    for name, value in rulebook.start.items():
        state.column(name)[...] = np.asarray(value, rulebook.word)
    state.public.letter_age[...] = NO_LETTER
    state.public.half_days[...] = rulebook.phase_half_days[0]
    state.umpire.seed[...] = seeds
    return state


def part_names(rulebook: Rulebook, name: str) -> list[str]:
    """What the parts of a field are called behind its dot: [""] for a single number, ids of sides, issues, incidents, seats of the team or dates."""
    parts = [""]
    for part in FIELDS[name].shape:
        if part == "sides" and BOX_OF[name] == "dossier":
            continue
        words = {"sides": list(SIDE_IDS), "issues": [issue.id for issue in rulebook.issues],
                 "incidents": [kind.id for kind in rulebook.incidents], "team": [adviser.id for adviser in rulebook.team[0]],
                 "dates": [date.id for date in rulebook.dates]}.get(str(part), [str(i) for i in range(part if isinstance(part, int) else 0)])
        parts = [f"{front}.{word}" for front in parts for word in words]
    return parts
