"""The Board: everything one seat may know at one moment, in words and whole numbers. Window and terminal both draw this and nothing else.

Comes in: nothing here, these are plain records (`compose.py` fills them from a View). Never here: arrays, pygame, the other side's box.
All meters are shown on their own scale.
"""

from dataclasses import dataclass, field


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
class ChannelLine:
    id: str
    name: str
    text: str
    arrives: str
    """`at once`, `in about 12 hours`."""
    is_public: bool
    is_oral: bool


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


@dataclass(frozen=True)
class Score:
    """One side's ending: parts 0..1000 and their mean, as the world sees it and as it was."""

    side: str
    public: dict[str, int]
    """security, home, allies, face, peace, total."""
    true: dict[str, int]


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
    played_at: str = ""
    """How this game was set, in a sentence; empty where there is nothing to set."""
    is_lesson: bool = False
    """The short crisis that teaches how to play."""


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
