"""The Board: everything one seat may know at one moment, in words and whole numbers. Window and terminal both draw this and nothing else.

Comes in: nothing here, these are plain records (`compose.py` fills them from a View). Never here: arrays, pygame, the other side's box.
All meters are shown on their own scale.
"""

from dataclasses import dataclass, field

from .filed import HistoryNote, Missive


@dataclass(frozen=True)
class Meter:
    id: str
    """`pressure`, `fatigue`, `exposure.T09`: as in the ledger."""
    box: str
    """`public`, `washington` or `moscow`."""
    name: str
    """As a label: `Standing at home`."""
    value: int
    before: int
    """Value at the end of the turn before; equals `value` on the first turn."""
    top: int = 1000
    is_estimate: bool = False
    gloss: str = ""
    """A sentence: what it is and what it does."""


@dataclass(frozen=True)
class TermWords:
    """One term of a letter or an agreement, in words."""

    issue: str
    """`T09`."""
    name: str
    """`Jupiters in Turkey`."""
    position: int
    says: str
    """The rung's own words."""
    secret: bool
    paper: bool
    exact: bool
    reading: str = ""
    """How this seat reads it, once agreed: the rung's words, empty where not agreed."""
    news: bool = False
    """Given as information, not as a pledge."""
    conditions: tuple[str, ...] = ()
    """Ids of what it hangs on: see terms.CONDITIONS."""


@dataclass(frozen=True)
class Paper:
    """One thing in the in-tray."""

    id: str
    kind: str
    """`letter`, `cable`, `broadcast`, `news`, `report` or `note`: picks its icon and its face."""
    title: str
    sender: str
    when: str
    """`27 October, 10:17`."""
    body: tuple[str, ...]
    """Paragraphs."""
    letter: int = 0
    """Number of the other side's letter that can be answered; 0 = nothing to answer."""
    terms: tuple[TermWords, ...] = ()
    deadline: str = ""
    is_new: bool = True
    """Arrived with the last turn."""
    is_own: bool = False
    """A letter this seat sent, still on the table: it can be withdrawn by its number."""
    source: str = ""
    number: int = 0
    """Of a letter: its writer's number for it, whether it can be answered or not; 0 = no letter."""
    by: str = ""
    """Of a letter: `washington` or `moscow`, who wrote it."""
    channel: str = ""
    """Of a letter: id of its channel."""
    tone: str = ""
    """Of a letter: one of orders.TONES."""
    meter: str = ""
    """Id of the meter that a figure in its title tells of."""


@dataclass(frozen=True)
class ChannelLine:
    id: str
    name: str
    text: str
    arrives: str
    """`at once`, `in about 12 hours`."""
    is_public: bool
    is_oral: bool
    is_late: bool = False
    """What it carries arrives some hours after it was written."""


@dataclass(frozen=True)
class OrderLine:
    id: str
    name: str
    menu: str
    """`military`, `diplomacy`, `public` or `home`."""
    text: str
    effects: tuple[tuple[str, int], ...]
    """(label, amount): `("pressure", 45)`, `("their fear", 30)`."""
    sleep: int
    """Tenths of an hour it costs the staff."""
    is_seen: bool
    refusal: str
    """Empty if it may be given now, else the reason in a sentence."""
    answers: str = ""
    """The question it answers, where only one answer can stand on a sheet: `the paper`."""
    is_out_of_stage: bool = False
    """It belongs to another stage of the game: no reason to show it at length."""
    ties: tuple[tuple[str, int], ...] = ()
    """(name of an issue, points): how far giving it ties our hands on that issue, or, below 0, frees them."""


@dataclass(frozen=True)
class IssueLine:
    """One row of the deal table."""

    id: str
    name: str
    group: str
    positions: tuple[str, str, str, str, str]
    note: str
    ours: int
    """The position this side last put its name to; 0 = none."""
    theirs: int
    agreed: TermWords | None
    worth_open: tuple[int, int, int, int, int]
    """What each step is worth to this side said openly and loosely, exposure counted."""
    worth_secret: tuple[int, int, int, int, int]
    exposure: int
    blocked_by: str
    """`Havana`, `NATO Council`, `Congress` or empty: who can stand in the way of one of its steps."""
    conditions: tuple[str, ...] = ()
    """Ids of what its terms can hang on: see terms.CONDITIONS."""
    in_sight: bool = False
    """Nobody could hide it when it is done: no term of it can be secret."""


@dataclass(frozen=True)
class LedgerRow:
    """One change of one meter, as this seat may know it. Rows of a meter chain: before + amount = after."""

    mechanism: str
    box: str
    meter: str
    name: str
    """The meter as a label."""
    before: int
    amount: int
    after: int
    cause: str
    """`cause not known to you` where hidden causes were merged."""
    why: str = ""
    """What that cause is and does, in a sentence."""
    by: str = ""
    """Who or what did it: `washington`, `moscow`, `clash`, `date`, `letter`, `unknown`; empty where a state of things did by itself."""
    springs: tuple[str, ...] = ()
    """Ids of the meters that it springs from, in the ledger's own names."""


@dataclass(frozen=True)
class TurnWords:
    """One turn that has been played, as this seat may know it; once the game is over, as it was."""

    turn: int
    """From 1."""
    date: str
    """`Saturday 27 October 1962, afternoon`."""
    day: str
    """`27 Oct`: for an axis."""
    begins: int
    """Minutes since the start."""
    ends: int
    rows: tuple[LedgerRow, ...]
    done: tuple[str, ...]
    """Names of this seat's orders."""
    theirs: tuple[str, ...]
    """Names of the other side's orders, as far as they are known here."""
    clashes: tuple[tuple[str, str, bool], ...]
    """(kind id, name, serious)."""
    papers: tuple[str, ...] = ()
    """Titles of the letters that were sent or came with it."""
    is_open: bool = False
    """The game is over: `theirs` holds all of them, and no cause is hidden any more."""


@dataclass(frozen=True)
class MapFacts:
    """What this seat knows of the chart."""

    quarantine: int
    """Rung 0..4; 0 = no line."""
    flights: int
    """Rung of overflights 0..2."""
    alert_washington: int
    alert_moscow: int
    sites: int
    """Readiness of the missile sites, 0..1000: the truth for Moscow, the estimate for Washington."""
    sites_margin: int
    """How far off it may be; 0 for Moscow."""
    incidents: tuple[tuple[str, str, bool], ...]
    """(kind id, name, serious) of the last turn."""


@dataclass(frozen=True)
class Mark:
    """One thing on the chart, as this seat knows it."""

    id: str
    """`ship:grozny`."""
    kind: str
    """`ship`, `submarine`, `group`, `line`, `forces`, `site`, `track`, `air`, `battery`, `bombers`, `troops`, `warheads`, `incident`, `base`."""
    side: str
    """Whose it is: `washington`, `moscow` or `other`."""
    label: str
    at: tuple[float, float] | None
    """(longitude, latitude) in degrees; None = off the chart."""
    known: str
    """`exact`, `estimate` (drawn dashed and hollow) or `seen` (where something was seen, no more)."""
    says: str
    """What it is and does, in a sentence or two."""
    sure: str
    """How sure this seat is of it, as a sentence."""
    since: str
    """`since 25 October, 07:15`; empty where that means nothing."""
    source: str
    """On record where, or design choice."""
    note: str = ""
    """A few words below its label."""
    doubt_nm: int = 0
    """Radius of the circle in which it is."""
    state: str = ""
    """A ship: `sails`, `stopped`, `turned`, `inside`; a submarine: `under`, `up`; a clash: `grave` or `minor`; a battery: `free` or `held`."""
    course: int = -1
    """Degrees from north on which it moves; -1 = it does not."""
    paths: tuple[tuple[tuple[float, float], ...], ...] = ()
    part: int = -1
    """How far it is ready, 0..1000; -1 where that means nothing."""
    margin: int = 0
    """How far off that may be."""
    priority: int = 50
    """The more dangerous, the sooner its name is written."""
    meter: str = ""
    """Id of the meter that its number comes from: the door to its ledger."""


@dataclass(frozen=True)
class ElsewhereFact:
    """One thing this seat knows of another place, and the door behind it."""

    says: str
    door: str = ""
    """`meter:council`, `issue:T09`, `paper:guns@7`; empty where there is nothing behind it."""
    source: str = ""


@dataclass(frozen=True)
class Elsewhere:
    """A place that is not on the chart of the Caribbean, and what this seat knows of it now."""

    id: str
    """`turkey`, `berlin`, `un`, `havana`."""
    name: str
    facts: tuple[ElsewhereFact, ...]


@dataclass(frozen=True)
class Person:
    """One member of the team."""

    id: str
    name: str
    office: str
    """What he does: `speaks for us`, `opens what arrives`, `carries orders`."""
    hours: int
    """Awake."""
    is_away: bool
    """In bed for the coming turn."""
    note: str
    """What his tiredness does now; empty where it does nothing."""
    duty: str = ""
    """Id of the office: `staff`, `envoy` or `watch`."""


@dataclass(frozen=True)
class DateLine:
    """A day that asks a question."""

    id: str
    name: str
    when: str
    """`Thursday 8 November, 17:00`."""
    text: str
    is_ours: bool
    """It binds this side; else the other."""
    state: str
    """`to come`, `open`, `met`, `missed` or `past`: went by without effect."""
    asks: tuple[str, ...]
    """`Inspection in exact words: not agreed yet`; empty where it comes by itself."""
    if_met: str
    if_not: str
    day: str = ""
    """Short, for a calendar: `8 Nov`."""
    half_days: int = 0
    """From now; below 0 once it is past."""


POSTS = ("moscow", "cuba", "unit")
"""Who may hold the right to fire: the capital, its general on the spot, whoever stands at the weapon."""


@dataclass(frozen=True)
class SeatRow:
    """One line of a panel that only this chair has."""

    id: str
    name: str
    says: str
    """What is known of it, short: `17 to 20 of 24`, `not known`."""
    note: str
    """What it is, on what it rests and what follows, in sentences."""
    meter: str = ""
    """The meter behind it, whose ledger it opens; empty where no number stands behind it."""
    low: int = -1
    """What it may be at least, of `top`; -1 where nothing is to be drawn."""
    high: int = -1
    """And at most; equals `low` where it is known exactly."""
    top: int = 1000
    mark: int = -1
    """The height that matters on the same scale, such as what a Council asks; -1 for none."""
    posts: tuple[str, str, str] = ("", "", "")
    """For each of POSTS: `holder`, `trust` (asked for, or held on trust), `fired` (without leave) or nothing."""
    is_warning: bool = False


@dataclass(frozen=True)
class SeatPanel:
    """A panel that only this chair has: Washington's launchers and who can stop it, Moscow's gunners, its unknowns and its voices."""

    id: str
    """`launchers`, `blocks`, `fire`, `unknown` or `voices`."""
    title: str
    aside: str
    rows: tuple[SeatRow, ...]
    foot: str = ""


@dataclass(frozen=True)
class Chapter:
    """One chapter of what a chair is about."""

    id: str
    """`role`, `aims`, `known`, `unknown`, `scored` or `first`."""
    title: str
    points: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Reading:
    """One issue once there is an agreement: what was written, how each side reads it as far as this chair knows."""

    issue: str
    name: str
    text: str
    """The words in force; empty where nothing was said."""
    ours: str
    theirs: str
    """The words they put their name to last; empty where they put it to none."""
    state: str
    """`same` (exact words), `open` (loose ones), `apart` (quarrelled over, or they have put it otherwise since) or `silent`."""
    is_secret: bool
    quarrels: int
    """How often it has been quarrelled over."""
    is_filed: bool
    """A file that lies open asks for exact words on it."""


@dataclass(frozen=True)
class Score:
    """One side's ending: parts 0..1000 and their mean, as the world sees it and as it was."""

    side: str
    public: dict[str, int]
    """security, home, allies, face, peace, total."""
    true: dict[str, int]
    made: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    """What a part is made of before the ending takes its share: `public.security` -> (("middle", 500), ("terms", -120), ...)."""
    left: int = 1000
    """Per mille of it that this way of ending leaves."""


@dataclass(frozen=True)
class EndingWords:
    id: str
    title: str
    text: tuple[str, ...]
    scores: tuple[Score, Score]
    agreed: tuple[tuple[TermWords, str, str], ...]
    """(term, Washington's reading, Moscow's reading): the game is over, both are open."""
    secrets: tuple[str, ...]
    """Sentences: who knew, whether it came out."""
    likely_causes: tuple[str, ...] = ()
    """Why it ended so, as far as anybody can say: likely, not certain."""
    epilogue: tuple[str, ...] = ()
    """What came of it by 1969."""
    annex: str = ""
    """What became of what was agreed in secret: `kept`, `out`, or empty where there was nothing to keep."""
    never_knew: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """What each side did not know as it ended, Washington's first: the game is over, both are open."""


@dataclass(frozen=True)
class Board:
    side: str
    """`washington` or `moscow`: whose eyes these are."""
    scenario: str
    turn: int
    """1-based number of the turn about to be played; of the last one once the game is over."""
    turns_about: int
    """How many turns the game takes if every stage still to come runs to its end."""
    date: str
    """`Saturday 27 October 1962, afternoon`."""
    clock_washington: str
    """`16:00`."""
    clock_moscow: str
    phase: str
    phase_note: str
    """One line: what this stage is about and when it ends at the latest."""
    half_days: int
    """Length of the coming turn."""
    pressure: Meter
    fatigue: Meter
    meters: tuple[Meter, ...]
    """This side's own meters, in reading order (fear, hawks, home, allies, face, ...), then public ones."""
    attention: int
    """Orders it can give this turn."""
    attention_rested: int
    """What a rested staff could give."""
    attention_note: str
    papers: tuple[Paper, ...]
    """Newest first."""
    orders: tuple[OrderLine, ...]
    issues: tuple[IssueLine, ...]
    channels: tuple[ChannelLine, ...]
    chart: MapFacts
    ledger: tuple[LedgerRow, ...]
    """The last turn's changes, in the order they happened."""
    done: tuple[str, ...]
    """Names of the orders this seat gave last turn."""
    seen_of_them: tuple[str, ...]
    """What the other side was seen to do last turn; hidden orders are not counted."""
    history: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Meter id -> its opening value and its values at the end of each turn so far; only meters this seat sees."""
    ending: EndingWords | None = None
    more_meters: tuple[Meter, ...] = ()
    """What stands behind the main ones: beliefs, freedom, troops, public counts, hours awake. For the ledger and the terminal, not for the room."""
    team: tuple[Person, ...] = ()
    """Who sits at the table, and for how long already."""
    files: tuple[DateLine, ...] = ()
    """The dates that ask a question, in the order in which they come."""
    chapters: tuple[Chapter, ...] = ()
    """What the chair is about, for its briefing."""
    panels: tuple[SeatPanel, ...] = ()
    """What only this chair has on its wall."""
    readings: tuple[Reading, ...] = ()
    """What was agreed and how it is read, once there is an agreement; what is quarrelled over first."""
    stands_at: int = 1000
    """Readiness of the sites from which the base counts as finished."""
    stage: str = "confrontation"
    """`confrontation`, `loose_ends`, `settlement` or `over`."""
    turns: tuple[TurnWords, ...] = ()
    """Every turn played so far, the first one first; the last one's rows are `ledger`."""
    marks: tuple[Mark, ...] = ()
    """What stands on the chart."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """What is known of places that are not on it."""
    played_at: str = ""
    """How this game was set, in a sentence; empty where there is nothing to set."""
    is_lesson: bool = False
    """The short crisis that teaches how to play."""
    letters: tuple[Missive, ...] = ()
    """Every letter this seat has sent or got, oldest first."""
    notes: tuple[HistoryNote, ...] = ()
    """What history did up to the moment of this board, as far as this government knew it; all of it once the game is over. Oldest first."""


@dataclass(frozen=True)
class ProposalWords:
    """What a draft on the deal table means before it is sent."""

    letter: tuple[str, ...]
    """The open and private letter's paragraphs, composed from its terms."""
    oral_slip: tuple[str, ...]
    """What the envoy says and does not write; empty if nothing is oral and secret."""
    costs: tuple[tuple[str, int], ...]
    """(audience, worth to us): security, home, allies, face; negative is a price."""
    total: int
    leak_note: str
    open_ends: tuple[str, ...]
    """Issues that stay loose or unsaid: what there will be to quarrel over."""
    blocked: tuple[str, ...]
    """Who can block it, in sentences."""
    refusals: tuple[str, ...]
    """Why it cannot be sent as it stands; empty if it can."""
    warnings: tuple[str, ...] = ()
    """What may become of its words: haste that blurs them, a worn-out envoy, news that binds nobody, conditions that are not met today."""
    leak: "LeakWords | None" = None
    """How likely its annex is to come out; None where nothing of it is secret."""
    open_issues: tuple[str, ...] = ()
    """Names of issues that stay loose, or unsaid and expected differently: one each of `open_ends`."""

    @property
    def open_count(self) -> int:
        """How many issues stay open."""
        return len(self.open_issues)


@dataclass(frozen=True)
class LeakWords:
    """The chance that an annex has come out by 7 January, in a hundred, if nobody is told more and nobody opens it on purpose."""

    low: int
    """With a cold press, their cover story ready, and soldiers who are trusted."""
    middle: int
    """With the press at its usual heat."""
    high: int
    through: tuple[int, int]
    """Washington's and Moscow's share of the middle; they add up to it."""
    knowers: tuple[int, int]
    """People who would know, in Washington and in Moscow."""
    on_paper: bool


@dataclass(frozen=True)
class AcceptWords:
    """What accepting a letter of the other side would cost, before it binds."""

    letter: int
    costs: tuple[tuple[str, int], ...]
    """(audience, worth to us): security, home, allies, face; negative is a price."""
    total: int
    binds: tuple[TermWords, ...]
    """The terms that would bind."""
    read_by_all: tuple[str, ...]
    """Names of issues of which everybody would read."""
    sealed: tuple[str, ...]
    """Names of those that would lie in the annex."""
    open_ends: tuple[str, ...]
    blocked: tuple[str, ...]
    leak: LeakWords | None
