"""A crisis small enough to reckon on paper: every coefficient 0, every chance 0, until a test sets the one it is about.

`still(...)` gives the Rulebook, `game(...)` one position, `sheet(...)` one side's turn, `turn(...)` the turn and its ledger lines,
`set_rolls(...)` what chance says. Numbers stand in the test that uses them, beside the sum they lead to.
"""

from datetime import datetime, timedelta, timezone
from typing import get_args, get_origin, get_type_hints

import numpy as np

from game.engine import coefficients
from game.engine import turn as turn_module
from game.engine.chance import Luck
from game.engine.curves import table
from game.engine.ledger import Line
from game.engine.orders import ANSWERS, TONES, Sheet, empty_sheet
from game.engine.rulebook import AGREED, Adviser, Channel, Curves, Effect, Forcing, Incident, Issue, Need, Order, Phase, Rulebook
from game.engine.rulebook import NEVER as NO_DATE
from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.state import State, open_game
from game.engine.terms import CODES, CONDITIONS, EXACT, SECRET, TREATY, code
from game.engine.turn import resolve

ISSUES = ("withdrawal", "bombers", "inspection", "overflights", "pledge", "quarantine", "missiles_abroad", "troops")
INCIDENTS = ("u2", "submarine", "radar")
HALF_DAY = 720
NEVER, ALWAYS = 999_999, 0
CONFRONTATION, LOOSE_ENDS, SETTLEMENT = range(3)
PHASES = (("first days", CONFRONTATION, 1, 6), ("last days", CONFRONTATION, 2, 10), ("loose ends", LOOSE_ENDS, 6, 34), ("winter", SETTLEMENT, 28, 90))
CHANNELS = (("broadcast", 0, True, False), ("envoy", 0, False, True), ("cable", 2, False, False), ("un", 1, True, False))
"""Name, half-days under way, public, oral."""
TEAM = ("envoy", "watch", "staff")
"""One seat for each office, on both sides."""

_SENSIBLE = {
    "bargaining": {"letter_open_turns": 5}, "incidents": {"general_at_alerts": 9},
    "endings": {"base_stands": 1001, "left_per_mille": (1000,) * 10}, "implementation": {"longest_heat": 6},
    "fatigue": {"bed_hours": (41, 41)}, "third_parties": {"guns_above": 1001},
}
"""Nobody's hours awake grow, and Castro's guns wait: what 0 would not mean."""
_FLAT = {"tired": [(0, 0), (1000, 1000)], "clumsy": [(0, 1000), (1000, 1000)], "tense": [(0, 1000), (1000, 1000)], "deafness": [(0, 0), (1000, 0)],
         "attention": [(0, 4), (1000, 1)], "strike_motion": [(0, 0), (1000, 0)], "world_expects": [(0, 0), (200, 0)], "ousted": [(0, 0), (1000, 0)],
         "acceptance": [(0, 0), (1000, 0), (1001, 1_000_000), (2000, 1_000_000)]}


def _zeros(record: type) -> dict[str, object]:
    hints = {name: hint for name, hint in get_type_hints(record).items() if name in record.__dataclass_fields__}
    return {name: "made up" if hint is str else (0,) * len(get_args(hint)) if get_origin(hint) is tuple else 0 for name, hint in hints.items()}


def _rules(changed: dict[str, dict[str, object]]) -> coefficients.Rules:
    records = get_type_hints(coefficients.Rules)
    records = {name: record for name, record in records.items() if name in coefficients.Rules.__dataclass_fields__}
    assert changed.keys() <= records.keys(), f"no such mechanism: {changed.keys() - records.keys()}"
    return coefficients.Rules(**{name: record(**(_zeros(record) | _SENSIBLE.get(name, {}) | changed.get(name, {}))) for name,
                                 record in records.items()})


def _effects(effects) -> tuple[Effect, ...]:
    return tuple(Effect(*name.split("."), amount) for name, amount in effects)


def order(id: str, effects=(), needs=(), is_seen=True, sleep=0, is_drafting=False, stages=(0, 1, 2), ties=(), one_of="", agreed=(), opens=0,
          closes=NO_DATE, sends_home=False, shares=0, leaks=False) -> Order:
    """An order by its effects `("public.alert", 1)`, needs `("public.alert", 0, 3)`, ties `("pledge", 40)`, agreed `("pledge", "exact")`."""
    return Order(id, id.capitalize(), "military", "", _effects(effects),
                 tuple(Need(*name.split("."), least, most) for name, least, most in needs), stages, is_seen, sleep, is_drafting, "made up",
                 tuple((ISSUES.index(issue), points) for issue, points in ties), one_of,
                 tuple((ISSUES.index(issue), AGREED.index(how)) for issue, how in agreed), opens, closes, sends_home, shares, leaks)


def date(at: int, settled=(), met=(), unmet=(), side: int = WASHINGTON, stages=(0, 1, 2), id: str = "ballot") -> Forcing:
    """A forcing date `at` half-days after the start, by the issues it asks about and its effects `("own.home", -10)`."""
    asks = tuple(ISSUES.index(issue) for issue in settled)
    return Forcing(id, id.capitalize(), at * HALF_DAY, stages, asks, _effects(met), _effects(unmet), side, 0, "", "made up")


_MENU = (order("alarm", [("public.alert", 1)], [("public.alert", 0, 3)], sleep=20), order("draft", is_drafting=True, sleep=10),
         order("prepare", [("own.buildup", 50), ("other.fear", 15), ("umpire.castro", 7)], is_seen=False), order("rest", [("own.fatigue", -100)]))


def masks(**codes: object) -> np.ndarray:
    """(issues, codes) True at the codes named for an issue: a list, or `positions(...)`."""
    mask = np.zeros((len(ISSUES), CODES), bool)
    for issue, chosen in codes.items():
        mask[ISSUES.index(issue), list(chosen)] = True
    return mask


def positions(*places: int, only: int = 0, without: int = 0) -> list[int]:
    """Every code that names one of those positions and has all bits of `only` and none of `without`."""
    return [code for code in range(CODES) if code & 7 in places and code & only == only and not code & without]


def still(word=np.int32, curves: dict[str, list[tuple[int, int]]] | None = None, menus=None, worth: dict | None = None, unsaid=(3, 3), heat=0,
          frequency=0, serious=0, deadly=0, start=None, dates=(), **rules: dict[str, object]) -> Rulebook:
    """A Rulebook in which nothing happens but what is named.

    `worth`: (side, audience, issue) -> five numbers; `frequency`, `serious`: ppm for every kind of incident; `deadly`: per mille;
    `dates`: forcing dates in their order; other names are mechanisms with their coefficients.
    """
    washington_clock = timezone(timedelta(hours=-4))
    prices = np.zeros((2, 4, len(ISSUES), 6), word)
    for (side, audience, issue), values in (worth or {}).items():
        prices[side, audience, ISSUES.index(issue), 1:] = values
    kinds = len(INCIDENTS)
    return Rulebook(
        id="still", name="Still waters", summary="Nothing moves.", minutes=1, hash="0" * 32, word=word,
        starts=datetime(1962, 10, 22, 19, tzinfo=washington_clock), clock_changes=datetime(1962, 10, 28, 1, tzinfo=timezone(timedelta(hours=-5))),
        start={"home": (500, 500), "allies": (500, 500), "face": (500, 500), **(start or {})},
        issues=tuple(Issue(name, name.replace("_", " "), "weapons", tuple("abcde"), f"the {name}", "", "made up",
                           CONDITIONS) for name in ISSUES),
        roles={name: place for place, name in enumerate(ISSUES)}, orders=menus or (_MENU, _MENU), history=None,
        incidents=tuple(Incident(name, name, "", "", "made up") for name in INCIDENTS),
        phases=tuple(Phase(name, name, stage, long, until * HALF_DAY) for name, stage, long, until in PHASES),
        channels=tuple(Channel(name, name, "", delay, public, oral) for name, delay, public, oral in CHANNELS),
        team=(tuple(Adviser(office, office.capitalize(), office, "made up") for office in TEAM),) * 2, dates=tuple(dates), settings=(),
        curves=Curves(**{name: table(points, word) for name, points in {**_FLAT, **(curves or {})}.items()}), rules=_rules(rules),
        worth=prices, unsaid=np.array([[unsaid[0]] * len(ISSUES), [unsaid[1]] * len(ISSUES)], word), heat=np.full(len(ISSUES), heat, word),
        castro_bars=masks(inspection=positions(1, 2)), council_bars=masks(missiles_abroad=positions(4, 5, without=SECRET)),
        congress_bars=masks(pledge=positions(5, without=TREATY)),
        leaves_cuba=masks(withdrawal=positions(1, 2, 3)), bombers_leave=masks(bombers=positions(1, 2, only=EXACT)),
        incident_frequency=np.full(kinds, frequency, word), incident_rung=("flights", "quarantine", "alerts"),
        incident_by_rung=np.array([[0, 500, 1000, 1000, 1000], [0, 500, 1000, 1500, 2000], [1000] * 5], word),
        incident_serious_ppm=np.full(kinds, serious, word), incident_deadly=np.full(kinds, deadly, word),
        incident_loses_aircraft=np.array([True, False, False]), incident_of_gunners=np.array([True, False, False]),
        contact=np.array([1000, 500, 100, 0], word))


def term(place: int, *conditions: str, secret: bool = False, paper: bool = False, exact: bool = False, news: bool = False) -> int:
    """A code, written as the words say it."""
    return code(place, secret, paper, exact, news, conditions)


def text(**terms: int) -> np.ndarray:
    """(issues,) a proposal by issue name."""
    assert terms.keys() <= set(ISSUES), terms
    return np.array([terms.get(name, 0) for name in ISSUES])


def game(book: Rulebook, seed: int = 7, **fields: object) -> State:
    """One fresh game with the named fields set."""
    state = open_game(book, [seed])
    for name, value in fields.items():
        state.column(name)[0] = value
    if "phase" in fields and "half_days" not in fields:
        state.public.half_days[0] = book.phases[int(state.public.phase[0])].half_days
    return state


def after_the_deal(book: Rulebook, phase: int = 2, **fields: object) -> State:
    """A game on the first day of a phase behind the confrontation, without any term agreed but those named."""
    starts = book.phases[phase - 1].until
    return game(book, **{"phase": phase, "minutes": starts, "turn": 12, "agreed_at": starts, **fields})


def lay_letter(state: State, writer: int, number: int, terms: np.ndarray, slot: int = 0, age: int = 0, due: int = 0, channel: int = 1,
               tone: str = "plain") -> State:
    """Puts a letter on the table and returns the state."""
    public = state.public
    public.letters[0, writer, slot], public.letter_number[0, writer, slot], public.letter_age[0, writer, slot] = terms, number, age
    public.letter_due[0, writer, slot], public.letter_channel[0, writer, slot] = due, channel
    public.letter_tone[0, writer, slot] = TONES.index(tone)
    state.dossier.sent[0, writer] = max(number, int(state.dossier.sent[0, writer]))
    return state


def post_letter(state: State, writer: int, number: int, terms: np.ndarray, wait: int, channel: int = 2, tone: str = "plain") -> State:
    """Puts a letter under way and returns the state."""
    umpire = state.umpire
    umpire.post[0, writer], umpire.post_number[0, writer], umpire.post_wait[0, writer], umpire.post_channel[0, writer] = terms, number, wait, channel
    umpire.post_tone[0, writer] = TONES.index(tone)
    state.dossier.sent[0, writer] = number
    return state


def sheet(book: Rulebook, side: int = WASHINGTON, orders=(), offer=None, channel: str = "envoy", due: int = 0, answer: str = "ignore", to: int = 0,
          withdraw: int = 0, tone: str = "plain") -> Sheet:
    """One side's turn in one game; without arguments, nothing."""
    made = empty_sheet(book, 1)
    for id in orders:
        made.given[0, book.order(side, id)] = True
    if offer is not None:
        made.offer[0], made.channel[0], made.due[0] = offer, book.channel(channel), due
        made.tone[0] = TONES.index(tone)
    made.answer[0], made.answer_to[0], made.withdraw[0] = ANSWERS.index(answer), to, withdraw
    return made


def turn(book: Rulebook, state: State, washington: Sheet | None = None, moscow: Sheet | None = None) -> tuple[State, list[Line]]:
    """The game after one turn and the lines of its ledger."""
    after, ledger = resolve(book, state, (washington or sheet(book), moscow or sheet(book, MOSCOW)), recording=True)
    return after, ledger.lines(book)


def entries(lines: list[Line], meter: str, box: str | None = None) -> dict[str, int]:
    """Cause -> amount, for one meter (`fear`, `exposure.pledge`)."""
    found: dict[str, int] = {}
    for line in lines:
        if line.meter == meter and box in (None, line.box):
            found[line.cause] = found.get(line.cause, 0) + line.amount
    return found


def set_rolls(monkeypatch, said: dict[str, int] | None = None, otherwise: int = NEVER) -> None:
    """What chance says: a roll for each label (`incidents/happens/u2`), and `otherwise` for all the rest. ALWAYS is 0, NEVER is 999,999.

    Raises KeyError for a question that no mechanism asks, so that a misspelt label cannot pass for "nothing happened".
    """
    class SetLuck(Luck):
        def __init__(self, questions, seeds, turns):
            self._places = questions.places
            self._drawn = np.full((len(questions.labels), len(seeds)), otherwise, seeds.dtype)
            for label, roll in (said or {}).items():
                if label not in questions.labels:
                    raise KeyError(f"nobody asks {label!r}; asked: {', '.join(questions.labels)}")
                self._drawn[questions.labels.index(label)] = roll
    monkeypatch.setattr(turn_module, "Luck", SetLuck)

