"""Ships and submarines reckoned from the start to now, by what a seat could know of every turn: the rung of the line, orders seen done, clashes.

Comes in: a Rulebook, a seat's View and its record. Goes out: where each ship and boat is, and why. Never here: the other side's box, a rule; what
is reckoned here moves nothing in the game.
"""

from dataclasses import dataclass
from datetime import datetime

from ..engine.rulebook import Rulebook
from ..engine.view import View
from .chart_data import Ship, Submarine, atlas
from .dates import HALF_DAY
from .geography import Place, along, away, length_of
from .record import SeatRecord

OFF_NM, SHORT_NM, ARMS_NM = 900, 12, 180
"""Further out than this she has left these waters; this far from the line she lies when it stops her, an arms carrier farther off (design choice,
after timeline 23 Oct: they were told to stop or turn before the proclamation was signed)."""
SHOWN_HOURS = 72
"""So long after coming up a submarine is still followed home."""
REPORT_HOURS, RUNG_HOURS = 24, 12
"""Hours between a boat's signals, and how many more each rung of hunters overhead makes of it (design choices)."""


@dataclass(frozen=True)
class Past:
    """One turn that is over, as any government could know it."""

    begins: int
    """Minutes since the start."""
    hours: int
    rung: int
    """Of the quarantine, at its end."""
    orders: frozenset[str]
    """Ids of orders seen done by either side."""
    came_up: tuple[bool, ...]
    """Submarines that came up: True where one stayed up."""


@dataclass(frozen=True)
class Watch:
    """All that the reckoning looks at."""

    rulebook: Rulebook
    minutes: int
    rung: int
    agreed_at: int
    past: tuple[Past, ...]

    def minutes_of(self, moment: datetime) -> int:
        """That moment in minutes since the start of this scenario."""
        return int((moment - self.rulebook.washington_time(0)).total_seconds()) // 60

    @property
    def days_agreed(self) -> float:
        """Days since the agreement in principle; below 0 while there is none."""
        return (self.minutes - self.agreed_at) / (2 * HALF_DAY) if self.agreed_at else -1.0


def watch(rulebook: Rulebook, view: View, record: SeatRecord) -> Watch:
    """The seat's record as a reckoning may use it: only what both governments could see."""
    ids = {order.name: order.id for orders in rulebook.orders for order in orders if order.is_seen}
    past = []
    for turn in record.turns:
        ours = {id for id in turn.dispatch.orders if id in ids.values()}
        boats = tuple(is_grave for kind, _, is_grave in turn.words.clashes if kind == "submarine")
        past.append(Past(turn.minutes, turn.half_days * 12, turn.meters["quarantine"],
                         frozenset(ours | {ids[name] for name in turn.words.theirs if name in ids}), boats))
    public = view.public
    return Watch(rulebook, int(public.minutes[0]), int(public.quarantine[0]), int(public.agreed_at[0]), tuple(past))


@dataclass(frozen=True)
class Voyage:
    ship: Ship
    miles: int
    """To the line; below 0: so far inside it."""
    state: str
    """`sails`, `stopped`, `turned` or `inside`."""
    since: int
    """Minutes since the start at which that began."""
    at: Place
    ran: bool = False
    """Went through a line that was closed to her."""


def voyage(watch: Watch, ship: Ship) -> Voyage | None:
    """Where she is now; None once she is in port or out of these waters."""
    miles = float(ship.knots * watch.minutes_of(ship.reaches) / 60)
    state, since, ran, is_arms = "sails", 0, False, ship.barred_from == 1
    for turn in watch.past:
        was, moscows = state, ship.flag == "moscow"
        runs = "run_the_line" in turn.orders and moscows
        if miles > 0 and ((ship.turns and "turn_ships_back" in turn.orders) or (is_arms and 0 < watch.agreed_at <= turn.begins)):
            state = "turned"
        # what an arms carrier has aboard is not to be looked at: once stopped she waits for Moscow's word, whatever becomes of the line
        barred = not runs and (turn.rung >= ship.barred_from or (is_arms and state == "stopped"))
        left, short = miles - ship.knots * turn.hours, float(ARMS_NM if is_arms else SHORT_NM)
        if state == "turned":
            miles += ship.knots * turn.hours
        elif barred and miles > 0 and left <= short:
            miles, state = min(miles, short), "stopped"
        else:
            ran = ran or (runs and miles > 0 >= left)
            miles, state = left, "inside" if left <= 0 else "sails"
        since = since if state == was else turn.begins
    inside = (ship.crosses, *atlas().to_havana)
    if miles > OFF_NM or -miles > length_of(inside):
        return None
    at = away(*ship.crosses, miles, ship.comes_from) if miles > 0 else along(inside, -miles)
    return Voyage(ship, round(miles), state, since, at, ran)


@dataclass(frozen=True)
class Boat:
    submarine: Submarine
    at: Place
    is_up: bool
    since: int
    """Minutes since the start at which she came up, was last held or last signalled."""
    silent_hours: int
    """Since her last signal."""


def boats(watch: Watch) -> tuple[Boat, ...]:
    """Where the four are now; none once the affair has been settled for ten days or those that came up are well on their way home."""
    if watch.days_agreed > 10:
        return ()
    up = _came_up(watch)
    found = []
    for boat in atlas().submarines:
        if boat.order in up:
            hours = (watch.minutes - up[boat.order]) // 60
            if hours <= SHOWN_HOURS:
                found.append(Boat(boat, away(*boat.station, 2 * hours, 60), True, up[boat.order], 0))
        else:
            part = max(0.0, min(1.0, watch.minutes / (5 * 2 * HALF_DAY)))
            at = tuple(start + (end - start) * part for start, end in zip(boat.start, boat.station))
            silent = _silent(watch, boat)
            found.append(Boat(boat, (at[0], at[1]), False, watch.minutes - 60 * silent, silent))
    return tuple(found)


def _came_up(watch: Watch) -> dict[int, int]:
    """Order of a boat -> the minute at which she came up and stayed up."""
    up: dict[int, int] = {}
    for turn in watch.past:
        if True in turn.came_up:
            up[len(up) + 1] = turn.begins + turn.hours * 60
    return up


def _silent(watch: Watch, boat: Submarine) -> int:
    """Hours since her last signal: a boat signals once a day, and later the more hunters are overhead."""
    silent = boat.silent_hours
    for turn in watch.past:
        silent += min(turn.hours, 2 * REPORT_HOURS)
        every = REPORT_HOURS + RUNG_HOURS * turn.rung
        if silent >= every:
            silent = (silent - every) % REPORT_HOURS
    return silent
