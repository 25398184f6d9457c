"""A compiled scenario: names for people, frozen whole-number tables for the rules.

Comes in: nothing (scenario/compile.py builds one). Goes out: one Rulebook that every game of a batch shares and nobody changes.
Never here: a rule, a file, a default that an author cannot see.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

import numpy as np

from .coefficients import Rules
from .terms import Array, Mask

AUDIENCES = ("security", "home", "allies", "face")
"""Who weighs a term: the country's safety, the public, the allies, the leader's own face."""
STAGES = ("confrontation", "loose_ends", "settlement", "over")
CONFRONTATION, LOOSE_ENDS, SETTLEMENT, OVER = range(4)
MENUS = ("military", "diplomacy", "public", "home")
NOBODY = -1
NEVER = 2**30
"""Minutes that no calendar reaches."""
AGREED = ("unsaid", "said", "not_exact", "exact", "secret")
"""What a condition can ask of the term in force: none; any; none or a loose one; one whose wording leaves a single reading; one in the annex."""
UNSAID, SAID, NOT_EXACT, EXACTLY, IN_SECRET = range(5)


@dataclass(frozen=True)
class Effect:
    """What one order does to one meter."""

    box: str
    """`public`, `own`, `other` or `umpire`."""
    meter: str
    amount: int


@dataclass(frozen=True)
class Need:
    """A condition the player can see: a meter of `public` or `own` between two values, both included."""

    box: str
    meter: str
    least: int
    most: int


@dataclass(frozen=True)
class Order:
    id: str
    name: str
    menu: str
    """One of MENUS."""
    text: str
    """One or two sentences: what is done, and why one might."""
    effects: tuple[Effect, ...]
    needs: tuple[Need, ...]
    stages: tuple[int, ...]
    """Stages in which it is open."""
    is_seen: bool
    """True if the other side sees it done. A secret order moves no public meter and nothing across the table."""
    sleep: int
    """Sleep it costs the staff, tenths of an hour."""
    is_drafting: bool
    """True for the order that makes exact wording possible this turn."""
    source: str
    ties: tuple[tuple[int, int], ...] = ()
    """(place of an issue, points): how far giving it ties the giver's hands in public (M17, M26), or, below 0, lets it take a word back."""
    one_of: str = ""
    """At most one order of that name can stand on a sheet; empty: no such bound."""
    agreed: tuple[tuple[int, int], ...] = ()
    """(place of an issue, one of AGREED): what must be in force for it to make sense."""
    opens: int = 0
    closes: int = NEVER
    """Minutes since the start between which it is open."""
    sends_home: bool = False
    """True: the member of the team who has been awake longest goes to bed (M08)."""
    shares: int = 0
    """People who learn of the annex through it, where there is one (M38)."""
    leaks: bool = False
    """True: it puts the annex into the newspapers on purpose."""


@dataclass(frozen=True)
class Adviser:
    """One member of a side's team."""

    id: str
    name: str
    office: str
    """What suffers when he is worn out: `envoy` (what is said by word of mouth), `watch` (what arrives), `staff` (orders)."""
    source: str


@dataclass(frozen=True)
class Forcing:
    """A date that asks a question: is it settled by then (M60)? And what follows, either way."""

    id: str
    name: str
    at: int
    """Minutes since the start."""
    stages: tuple[int, ...]
    """Stages in which it matters; before and after it passes without effect."""
    settled: tuple[int, ...]
    """Places of issues on which a term must be in force; empty: it asks nothing and `unmet` follows."""
    met: tuple["Effect", ...]
    unmet: tuple["Effect", ...]
    """`own` is the side that the date binds."""
    side: int
    opens: int
    """Minutes since the start from which its file lies open on the desk."""
    text: str
    source: str


@dataclass(frozen=True)
class Issue:
    id: str
    """`T01`..`T24`; `T06B` and `T06S` are dials of the pledge."""
    name: str
    group: str
    """`weapons`, `checks`, `pledges`, `bases`, `cuba`, `world` or `later`: the fold it lies under on the deal table."""
    positions: tuple[str, str, str, str, str]
    """What each step of the ladder says, 1 (most Washington's) to 5 (most Moscow's)."""
    subject: str
    """How a sentence names it: `the missiles`."""
    note: str
    source: str
    conditions: tuple[str, ...] = ()
    """Ids of terms.CONDITIONS that may hang on it."""
    in_sight: bool = False
    """True: what is promised is seen by everybody when it is done, so it cannot lie in an annex."""


@dataclass(frozen=True)
class Incident:
    id: str
    name: str
    text: str
    serious_text: str
    source: str


@dataclass(frozen=True)
class Phase:
    id: str
    name: str
    stage: int
    half_days: int
    """Length of a turn."""
    until: int
    """Minutes from the start at which it ends at the latest."""
    most_orders: int = 9
    """Orders that a side can give in one of its turns, however rested."""


@dataclass(frozen=True)
class Channel:
    id: str
    name: str
    text: str
    delay_half_days: int
    """How long a letter takes; where a turn is longer than that, it arrives within the turn."""
    is_public: bool
    """Everybody hears it: it ties the hands of whoever says it, and cannot carry an annex."""
    is_oral: bool
    """Spoken and deniable: it cannot carry paper."""


@dataclass(frozen=True)
class History:
    """Which scripted pair plays the crisis as it was, and a seed with which it comes out as it did."""

    washington: str
    moscow: str
    seed: int


@dataclass(frozen=True)
class Curves:
    """Tables over 0..1000 unless the name says otherwise; see curves.table."""

    tired: Array
    """Fatigue (tenths of an hour of lost sleep) -> impairment per mille, 1 - exp(-debt / 60 h) (theory: Dawson and Reid, Van Dongen)."""
    clumsy: Array
    """Impairment -> hazard of clashes, per mille."""
    tense: Array
    """Pressure -> hazard of clashes, per mille."""
    deafness: Array
    """Impairment -> chance (ppm) that a staff misses a new letter (M09)."""
    attention: Array
    """Impairment -> orders a side can give in a turn."""
    strike_motion: Array
    """Weighed sway of hawks -> expected strike motions carried per half-day, ppm (M15)."""
    world_expects: Array
    """Half-days since the start -> pull on pressure per mille: what all can reckon, not the true state of the sites."""
    ousted: Array
    """Home standing -> expected falls of a government per half-day, ppm."""
    acceptance: Array
    """What a text is worth to its reader above what it asks, plus 1000 (0..2000) -> chance (ppm) that a doctrine takes it."""


@dataclass(frozen=True)
class Answer:
    """One value of a setting, as people choose it."""

    id: str
    value: int
    name: str
    note: str
    source: str


@dataclass(frozen=True)
class Setting:
    """A question that historians leave open and a player may answer: one number of the rules, with the answers that have a name."""

    id: str
    name: str
    """The question."""
    text: str
    dial: str
    """The number it turns: `incidents.danger_ppm`."""
    answers: tuple[Answer, ...]
    default: str
    """The id of the answer that the scenario gives by itself."""


@dataclass(frozen=True, eq=False)
class Rulebook:
    id: str
    name: str
    summary: str
    minutes: int
    """How long a first game takes at the table."""
    hash: str
    """Of the scenario text it was compiled from."""
    word: type[np.signedinteger]
    """The number type of states and rules: int32; int64 gives the same games (a test)."""

    starts: datetime
    """With its offset from UTC."""
    clock_changes: datetime
    """When Washington's clocks go back an hour."""
    start: dict[str, object]
    """Opening value of fields by name: a number, or nested lists in the field's shape; what is not named opens at 0."""

    issues: tuple[Issue, ...]
    roles: dict[str, int]
    """Issue index by what the rules ask of it: withdrawal, bombers, inspection, overflights, pledge, quarantine, missiles_abroad."""
    orders: tuple[tuple[Order, ...], tuple[Order, ...]]
    incidents: tuple[Incident, ...]
    phases: tuple[Phase, ...]
    channels: tuple[Channel, ...]
    history: History | None
    team: tuple[tuple[Adviser, ...], tuple[Adviser, ...]]
    """Washington's and Moscow's, as many on each side."""
    dates: tuple[Forcing, ...]
    """In the order of their dates."""
    settings: tuple[Setting, ...]
    """What a player may set before a game; `rules` holds what this one is set to."""
    curves: Curves
    rules: Rules

    worth: Array
    """(2 sides, 4 audiences, issues, 6 positions): what each step is worth; position 0 (unsaid) is 0."""
    unsaid: Array
    """(2 sides, issues): the position each side reads into an issue the first deal leaves open."""
    heat: Array
    """(issues,): disputes expected per step between two readings, ppm per half-day."""
    castro_bars: Mask
    """(issues, codes): terms that only Havana can grant (M50)."""
    council_bars: Mask
    """(issues, codes): terms that need the NATO Council (M41)."""
    congress_bars: Mask
    """(issues, codes): terms that need Congress and the American states: a formal pledge without their treaty (M73)."""
    leaves_cuba: Mask
    """(issues, codes): terms of the withdrawal issue by which the missiles leave."""
    bombers_leave: Mask
    """(issues, codes): exact terms of the bomber issue by which they leave."""

    incident_frequency: Array
    """(kinds,) expected number per half-day at middling strain, ppm."""
    incident_rung: tuple[str, ...]
    """(kinds,) what drives it: quarantine, flights, alert.washington, alert.moscow, alerts (their mean), raids (the leash on the exiles)."""
    incident_by_rung: Array
    """(kinds, 5) per mille of the frequency on each rung."""
    incident_serious_ppm: Array
    incident_deadly: Array
    """(kinds,) weight of the step from serious to war, per mille."""
    incident_loses_aircraft: Mask
    incident_of_gunners: Mask
    """(kinds,) those that grow where Castro's own guns have been told to fire (M52)."""
    contact: Array
    """(stages,) per mille: how often forces meet in each stage."""

    @cached_property
    def stage_of(self) -> Array:
        """(phases + 1,) the stage of each phase; the last entry is `over`."""
        return np.array([phase.stage for phase in self.phases] + [OVER], self.word)

    @cached_property
    def phase_half_days(self) -> Array:
        """(phases + 1,) length of a turn in each phase."""
        return np.array([phase.half_days for phase in self.phases] + [1], self.word)

    @cached_property
    def phase_orders(self) -> Array:
        """(phases + 1,) the most orders a side can give in a turn of each phase."""
        return np.array([phase.most_orders for phase in self.phases] + [0], self.word)

    @cached_property
    def phase_until(self) -> Array:
        """(phases + 1,) minutes from the start at which each phase ends at the latest."""
        return np.array([phase.until for phase in self.phases] + [NEVER], self.word)

    @cached_property
    def first_phase_of(self) -> dict[int, int]:
        """The first phase of each stage."""
        return {stage: next((i for i, phase in enumerate(self.phases) if phase.stage == stage), len(self.phases)) for stage in range(4)}

    @cached_property
    def is_aloud(self) -> Mask:
        """(channels,) those that everybody hears."""
        return np.array([channel.is_public for channel in self.channels])

    @cached_property
    def is_spoken(self) -> Mask:
        """(channels,) those that carry no paper."""
        return np.array([channel.is_oral for channel in self.channels])

    @cached_property
    def can_hide(self) -> Mask:
        """(issues,) what can lie in an annex, since nobody sees it done."""
        return np.array([not issue.in_sight for issue in self.issues])

    @cached_property
    def tellers(self) -> tuple[tuple[tuple[int, Order], ...], ...]:
        """For each side, its orders that tell more people of an annex, or everybody, with their places."""
        return tuple(tuple((place, order) for place, order in enumerate(menu) if order.shares or order.leaks) for menu in self.orders)

    def seats(self, office: str) -> list[int]:
        """Places in the team that hold that office; the same on both sides."""
        return [place for place, adviser in enumerate(self.team[0]) if adviser.office == office]

    @cached_property
    def menu_size(self) -> int:
        """Orders on the longer of the two menus."""
        return max(len(menu) for menu in self.orders)

    def issue(self, id: str) -> int:
        """Place of an issue. Raises KeyError where there is none."""
        return self._issue_places[id]

    def order(self, side: int, id: str) -> int:
        """Place of an order on a side's menu. Raises KeyError where there is none."""
        return self._order_places[side][id]

    def channel(self, id: str) -> int:
        """Place of a channel. Raises KeyError where there is none."""
        return next((i for i, channel in enumerate(self.channels) if channel.id == id), NOBODY)

    @cached_property
    def _issue_places(self) -> dict[str, int]:
        return {issue.id: i for i, issue in enumerate(self.issues)}

    @cached_property
    def _order_places(self) -> tuple[dict[str, int], ...]:
        return tuple({order.id: i for i, order in enumerate(menu)} for menu in self.orders)

    def washington_time(self, minutes: int) -> datetime:
        """The moment `minutes` after the start, by Washington's clocks."""
        moment = self.starts + timedelta(minutes=minutes)
        if moment >= self.clock_changes:
            return moment.astimezone(self.clock_changes.tzinfo)
        return moment
