"""Every way up with its ways down: which order climbs, which order of either side takes it back, and within how many turns.

Comes in: a Rulebook. Goes out: a WayUp for each order and meter, with what was found. Never here: a sentence, or a rule of its own:
what may be given is asked of engine/legal.py, what an order does of the posture mechanism, in every position that matters at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod

import numpy as np

from ..engine import legal
from ..engine.mechanisms import posture
from ..engine.orders import empty_sheet
from ..engine.rulebook import EXACTLY, IN_SECRET, NOT_EXACT, SAID, UNSAID, Effect, Order, Rulebook
from ..engine.sides import SIDES, other
from ..engine.state import FIELDS, State, open_game
from ..engine.terms import Array, Mask, code
from ..engine.turn import Turn
from ..engine.view import observe

MOST_TURNS = 3
"""A way down starts in the turn after the way up and has done its work by the third (M01-M03)."""
NOT_CLIMBED = frozenset({"fatigue", "hawks", "trust", "home", "allies", "face", "exposure", "estimate", "cover", "credit", "faith", "freedom",
                         "mood", "resolve", "ankara", "jupiters_gone", "troops", "aim", "awake", "away", "envoy_away", "frame", "council",
                         "story", "paper_asked", "drafts", "ultimata"})
"""Meters that are a price, a standing, a belief or a count of what was said: none of them pulls at the rope. Every other meter of a side, and
every public one, is a ladder: so a new one is looked at without being named here."""
FINAL = frozenset({"strike", "war"})
"""Meters of the umpire that end the game: no order comes after them, so there is no way back."""
FED_BY = {"fear": ("public", "pressure")}
"""Meters that no rung holds up: they ease by themselves toward what feeds them (see mechanisms/fear.py), so to lower that is a way down too."""
MOST_POSITIONS = 2_000
"""Ways down of which none is always open are taken together as long as they ask for no more positions than this."""
_IN_FORCE = {UNSAID: 0, SAID: code(1), NOT_EXACT: code(1), EXACTLY: code(1, exact=True), IN_SECRET: code(1, secret=True)}
"""A term in force that is what a way up asks for: an order about an annex can be given only where there is one."""
_FEW = 9
"""Meters with no more rungs than this are tried on every one."""


@dataclass(frozen=True)
class Meter:
    """One column of a state."""

    name: str
    owner: int | None
    """The side whose part of the field it is; None for a field without sides."""

    def of(self, state: State) -> Array:
        """(n,) where it stands."""
        return state.column(self.name, self.owner)


Standing = tuple[tuple[Meter, int], ...]
"""Where the meters that matter stand; all others as the scenario opens."""


@dataclass(frozen=True)
class Road:
    """One way down that was gone: playing it again shows it."""

    stage: int
    start: Standing
    """Before the way up."""
    orders: tuple[str, ...]
    """One a turn after the way up; the last of them is the way down."""


@dataclass(frozen=True)
class WayDown:
    side: int
    order: Order
    effect: Effect
    """What it lowers: the meter of the way up, or what feeds that."""
    is_roundabout: bool
    """True where it lowers only what feeds the meter."""
    stages: tuple[int, ...]
    """Stages, of the way up's, in which it can be reached."""
    turns: int
    """The most it takes, from wherever it can be reached."""
    is_always_open: bool
    """True where it can be reached from every position in which the way up can be given, in each of its stages."""
    roads: tuple[Road, ...]
    """One for each stage, from the position nearest to the scenario's opening."""


@dataclass(frozen=True)
class WayUp:
    side: int
    order: Order
    effect: Effect
    is_final: bool
    """It ends the game: there is no way back, and none is looked for."""
    ways_down: tuple[WayDown, ...]
    """Own ones first, then those of the other side."""
    dead_ends: tuple[Road, ...]
    """One position for each stage from which no order of either side leads down in time; the road is empty."""
    leans_on_other: tuple[int, ...]
    """Stages in which, from some position, the other side alone has a way down."""


@dataclass(frozen=True)
class _Step:
    """An order as one side gives it, by its place on the menu, for the sake of one effect."""

    side: int
    place: int
    effect: Effect


@dataclass
class _Search:
    """What was found of one way up in one stage, with some of one side's orders as ways down."""

    starts: list[Standing]
    reached: dict[_Step, Array]
    """(starts,) turns to each way down, 0 = not within MOST_TURNS."""
    roads: dict[_Step, Road]

    def is_always_open(self, step: _Step) -> bool:
        """Whether it is reached from every position."""
        return bool(np.all(self.reached[step]))

    def dead_end(self) -> Standing | None:
        """The first position without a way down."""
        without = np.flatnonzero(~np.any([turns > 0 for turns in self.reached.values()], axis=0)) if self.reached else range(len(self.starts))
        return self.starts[int(without[0])] if len(without) else None


def ladders(rulebook: Rulebook) -> tuple[WayUp, ...]:
    """Every way up, by side and place on the menu."""
    return tuple(_looked_at(rulebook, _Step(side, place, effect)) for side in SIDES for place, order in enumerate(rulebook.orders[side])
                 for effect in order.effects if climbs(effect))


def climbs(effect: Effect) -> bool:
    """Whether it mounts a ladder or ends the game."""
    ladder = effect.meter in FINAL if effect.box == "umpire" else effect.meter not in NOT_CLIMBED
    return effect.amount > 0 and ladder


def meter_of(side: int, box: str, name: str) -> Meter:
    """The column that `box.name` means when that side's order says it."""
    if "sides" not in FIELDS[name].shape[:1]:
        return Meter(name, None)
    return Meter(name, other(side) if box == "other" else side)


def standing(rulebook: Rulebook, stage: int, starts: list[Standing], up: Order) -> State:
    """A game on the first day of the stage for each start, the staffs as tired as can be unless it says otherwise. All name the same meters.

    In force is what the way up asks for, and nothing else.
    """
    state = open_game(rulebook, [0] * len(starts))
    phase = rulebook.first_phase_of[stage]
    state.public.phase[...] = phase
    state.public.half_days[...] = rulebook.phase_half_days[phase]
    if phase:
        state.public.minutes[...] = state.public.agreed_at[...] = rulebook.phase_until[phase - 1]
    state.dossier.fatigue[...] = FIELDS["fatigue"].top
    for issue, how in up.agreed:
        state.public.agreed[:, issue] = _IN_FORCE[how]
    for place, (meter, _) in enumerate(starts[0]):
        meter.of(state)[...] = [start[place][1] for start in starts]
    return state


def _looked_at(book: Rulebook, up: _Step) -> WayUp:
    order = book.orders[up.side][up.place]
    if up.effect.box == "umpire":
        return WayUp(up.side, order, up.effect, True, (), (), ())
    own, across = ({stage: _each_alone(book, up, stage, side) for stage in order.stages} for side in (up.side, other(up.side)))
    ways_down = [_way_down(book, up, step, {stage: alone[step] for stage, alone in found.items()}) for found in (own, across)
                 for step in next(iter(found.values())) if any(step in alone[step].roads for alone in found.values())]
    ends = {stage: end for stage, alone in own.items() if (end := _dead_end(book, up, stage, up.side, alone)) is not None}
    leans = tuple(stage for stage in ends if _dead_end(book, up, stage, other(up.side), across[stage]) is None)
    dead_ends = tuple(Road(stage, end, ()) for stage, end in ends.items() if stage not in leans)
    return WayUp(up.side, order, up.effect, False, tuple(ways_down), dead_ends, leans)


def _each_alone(book: Rulebook, up: _Step, stage: int, side: int) -> dict[_Step, _Search]:
    """Each of a side's ways down looked for by itself: only what that one needs makes a difference."""
    return {step: _search(book, up, stage, side, [step]) for step in _lowering(book, up, side)}


def _dead_end(book: Rulebook, up: _Step, stage: int, side: int, alone: dict[_Step, _Search]) -> Standing | None:
    """A position from which none of the side's ways down is reached. Where no single one is always open, they are taken together."""
    if any(search.is_always_open(step) for step, search in alone.items()):
        return None
    together: list[_Step] = []
    for step, search in alone.items():
        if step in search.roads and _positions_of(book, up, stage, side, [*together, step]) <= MOST_POSITIONS:
            together.append(step)
    return _search(book, up, stage, side, together).dead_end()


def _positions_of(book: Rulebook, up: _Step, stage: int, side: int, downs: list[_Step]) -> int:
    """How many positions there would be to look at."""
    return prod(len(values) for values in _ranges(book, up, downs, _helpers(book, downs, side, stage)).values())


def _way_down(book: Rulebook, up: _Step, step: _Step, found: dict[int, _Search]) -> WayDown:
    there = {stage: search for stage, search in found.items() if step in search.roads}
    turns = max(int(search.reached[step].max()) for search in there.values())
    roundabout = meter_of(step.side, step.effect.box, step.effect.meter) != meter_of(up.side, up.effect.box, up.effect.meter)
    return WayDown(step.side, book.orders[step.side][step.place], step.effect, roundabout, tuple(there), turns,
                   all(search.is_always_open(step) for search in found.values()), tuple(search.roads[step] for search in there.values()))


def _search(book: Rulebook, up: _Step, stage: int, side: int, downs: list[_Step]) -> _Search:
    """Breadth first: every position in which the way up can be given, then one order of that side a turn, until one of the ways down is reached."""
    helpers = _helpers(book, downs, side, stage)
    ranges = _ranges(book, up, downs, helpers)
    values = [tuple(zip(ranges, chosen, strict=True)) for chosen in product(*ranges.values())]
    before = standing(book, stage, values, book.orders[up.side][up.place])
    may = np.flatnonzero(legal.is_open(book, observe(before, up.side), up.place))
    starts, risen = [values[game] for game in may], _given(book, before.take(may), up.side, up.place)
    far = _far_from_opening(book, starts)
    search = _Search(starts, {step: np.zeros(len(starts), int) for step in downs}, {})
    branches: list[tuple[State, Array, tuple[str, ...]]] = [(risen, np.arange(len(starts)), ())]
    for turn in range(1, MOST_TURNS + 1):
        for state, origins, road in branches:
            for step in downs:
                lower = _lowered(book, step, state, risen.take(origins))
                new = origins[lower & (search.reached[step][origins] == 0)]
                search.reached[step][new] = turn
                if len(new) and step not in search.roads:
                    search.roads[step] = Road(stage, starts[int(new[np.argmin(far[new])])], (*road, book.orders[side][step.place].id))
        down = np.any([turns > 0 for turns in search.reached.values()], axis=0) if downs else np.zeros(len(starts), bool)
        branches = [(_given(book, state.take(may), side, helper.place), origins[may], (*road, book.orders[side][helper.place].id))
                    for state, origins, road in branches for helper in helpers
                    if len(may := np.flatnonzero(_may_give(book, state, helper) & ~down[origins]))]
    return search


def _lowering(book: Rulebook, up: _Step, side: int) -> Iterator[_Step]:
    """Orders of a side that lower the meter of the way up, or what feeds it."""
    raised = meter_of(up.side, up.effect.box, up.effect.meter)
    wanted = {raised} | ({meter_of(up.side, *FED_BY[raised.name])} if raised.name in FED_BY else set())
    for place, order in enumerate(book.orders[side]):
        falls = [effect for effect in order.effects if effect.amount < 0 and meter_of(side, effect.box, effect.meter) in wanted]
        if falls:
            yield _Step(side, place, min(falls, key=lambda effect: meter_of(side, effect.box, effect.meter) != raised))


def _helpers(book: Rulebook, downs: list[_Step], side: int, stage: int) -> list[_Step]:
    """Orders that may open a way down that is closed, and those that may open these. None of them climbs: a way down does not lead up."""
    found: dict[int, _Step] = {}
    waiting = list(downs)
    while waiting:
        needs = {(meter_of(side, need.box, need.meter), need) for need in book.orders[side][waiting.pop().place].needs}
        for place, order in enumerate(book.orders[side]):
            if place in found or stage not in order.stages or any(map(climbs, order.effects)):
                continue
            for effect in order.effects:
                opens = [need for meter, need in needs if meter == meter_of(side, effect.box, effect.meter)
                         and (need.least > 0 if effect.amount > 0 else need.most < FIELDS[need.meter].top)]
                if opens:
                    found[place] = _Step(side, place, effect)
                    waiting.append(found[place])
                    break
    return list(found.values())


def _ranges(book: Rulebook, up: _Step, downs: list[_Step], helpers: list[_Step]) -> dict[Meter, list[int]]:
    """The values that make a difference to what these orders need, and to the meters that are to fall."""
    raised = meter_of(up.side, up.effect.box, up.effect.meter)
    falling = {meter_of(step.side, step.effect.box, step.effect.meter) for step in downs} or {raised}
    needed = {meter_of(step.side, need.box, need.meter) for step in (up, *downs, *helpers) for need in book.orders[step.side][step.place].needs}
    meters = sorted(falling | needed, key=lambda meter: (meter.name, meter.owner or 0))
    feeding = falling - {raised}
    return {meter: [value for value in _values(book, meter.name) if value or meter not in feeding] for meter in meters}     # at 0 it feeds nothing


def _far_from_opening(book: Rulebook, starts: list[Standing]) -> Array:
    """(starts,) by how much their meters differ from the scenario's first turn, added up."""
    opening = open_game(book, [0])
    at_opening = [int(meter.of(opening)[0]) for meter, _ in starts[0]] if starts else []
    return np.array([sum(abs(value - first) for (_, value), first in zip(start, at_opening, strict=True)) for start in starts], int)


def _values(book: Rulebook, name: str) -> list[int]:
    """Every rung of a short ladder; of a long one the ends, the middle, and the values on both sides of each limit that an order sets."""
    top = FIELDS[name].top
    if top <= _FEW:
        return list(range(top + 1))
    limits = {value for menu in book.orders for order in menu for need in order.needs if need.meter == name
              for value in (need.least - 1, need.least, need.most, need.most + 1)}
    return sorted({value for value in limits if 0 <= value <= top} | {0, top // 2, top})


def _may_give(book: Rulebook, state: State, step: _Step) -> Mask:
    """(n,) whether the order may be given now by a staff that can carry one."""
    view = observe(state, step.side)
    may: Mask = legal.is_open(book, view, step.place) & (legal.attention(book, view) >= 1)
    return may


def _lowered(book: Rulebook, step: _Step, state: State, risen: State) -> Mask:
    """(n,) where the order may be given and leaves its meter below where it stood right after the way up."""
    meter = meter_of(step.side, step.effect.box, step.effect.meter)
    lower: Mask = _may_give(book, state, step) & (meter.of(_given(book, state, step.side, step.place)) < meter.of(risen))
    return lower


def _given(book: Rulebook, state: State, side: int, place: int) -> State:
    """The games after that one order, and nothing else, took effect."""
    sheets = empty_sheet(book, len(state)), empty_sheet(book, len(state))
    sheets[side].given[:, place] = True
    turn = Turn(book, state, sheets, recording=False)
    posture.run(turn)
    return turn.state
