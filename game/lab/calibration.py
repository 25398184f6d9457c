"""The targets of the model: what the history pair must come to, how far the dial of war reaches, what no serious pairing may do.

Comes in: a Bench. Goes out: Rows. Never here: a rule; a number that was tuned (bands are the design's, every other number is played).
"""

from collections.abc import Iterator
from itertools import pairwise, product

import numpy as np

from ..engine.endings import AGREEMENTS, ENDINGS, WAR_GENERAL, WAR_LOCAL, scores
from ..engine.endings import STRIKE as STRUCK
from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW, SIDE_NAMES, SIDES, WASHINGTON
from ..engine.state import State
from ..engine.terms import Array, Mask, any_of, code
from ..players.doctrine import AS_WRITTEN, LEVELS
from ..scenario.dials import SHORT, turned
from .batch import end_of_day
from .bench import HISTORY, MODERATE, Bench, play_on, restrained, seats, serious_doctrines, signed, terms_of, without
from .evidence import Row, of_mean, of_median, of_ratio, share, target, wilson

GAMES = 6000
FEWER = 2000
DIALLED = 1000
PAIRINGS_TOGETHER, LEAST, MOST = 24_000, 500, 2000
"""Games of all serious pairings together, and the bounds for one."""
SEEDS_OF_THE_ISSUE = 500
DESIGN = "model.md, Calibration; design target"
GENERAL = "model.md, Calibration; general knowledge"
PAIR = "history pair: " + " against ".join(HISTORY)
WARS = (WAR_GENERAL, WAR_LOCAL)
VIOLENT = (*WARS, STRUCK)
DIAL = SHORT["danger"]


def by(book: Rulebook, moments: Array, month: int, day: int, years_on: int = 0) -> Mask:
    """(n,) where something happened, and by the end of that day."""
    return (moments > 0) & (moments <= end_of_day(book, month, day, years_on))


def ended(state: State, *endings: int) -> Mask:
    """(n,) where the game ended in one of those."""
    return np.isin(state.umpire.ending, endings)


# ------------------------------------------------------------------------------------------------ the history pair
def history(bench: Bench) -> Iterator[Row]:
    """What the scripted governments of 1962 come to."""
    book, state = bench.book, bench.final(HISTORY, GAMES)
    public, umpire, games = state.public, state.umpire, GAMES
    agreed, annex = public.agreed_at > 0, any_of(umpire.holders)
    yield share("agreement by 28 October", 65, 80, by(book, public.agreed_at, 10, 28), DESIGN, PAIR)
    yield share("inadvertent war", 8, 12, ended(state, *WARS), f"{GENERAL}: the low end of Ellsberg's ten to thirty in a hundred; see the dial", PAIR)
    yield share("American strike", 0, 12, ended(state, STRUCK), DESIGN, PAIR)
    yield target("incidents", 12, 20, of_mean(umpire.incidents), "a game", f"{GENERAL}: 12 to 16 near misses counted in ten half-days", PAIR, games)
    yield target("serious incidents", 5, 9, of_mean(umpire.serious), "a game", f"{GENERAL}: 6 to 8 of them serious", PAIR, games)
    yield share("secret leaked by 7 January", 10, 20, by(book, umpire.leaked_at, 1, 7, 1),
                f"{GENERAL}: no leak in 144 half-days bounds the rate from above", PAIR + "; of games with an annex", annex)
    yield target("disputes", 4, 8, of_ratio(umpire.disputes * agreed, agreed), "a game agreed", DESIGN, PAIR, int(agreed.sum()))
    yield share("bombers settled by 20 November", 70, 100, by(book, umpire.bombers_settled_at, 11, 20), DESIGN, PAIR + "; of games agreed", agreed)
    yield share("on-site inspection carried out", 0, 10, umpire.inspected > 0, DESIGN, PAIR)


def without_the_jupiters(bench: Bench) -> Iterator[Row]:
    """Whether the secret mattered is a switch: by the record little is lost without it, by the letter of 28 October half."""
    silent = (without(bench.history[WASHINGTON], bench.book, "T09"), bench.history[MOSCOW])
    switch = "bargaining.secret_mattered"
    record, letter = turned(bench.book, {switch: 0}), turned(bench.book, {switch: 1})
    offered = by(bench.book, bench.played(bench.history, FEWER, record).public.agreed_at, 10, 28)
    held_back = by(bench.book, bench.played(silent, FEWER, record).public.agreed_at, 10, 28)
    lost, interval = of_mean(100.0 * (offered.astype(float) - held_back))
    how = PAIR + ", Washington offering nothing about the missiles in Turkey; "
    yield target("record: lost without a Jupiter offer", None, 10, (lost, interval), "points of agreement by 28 October", f"{DESIGN} (M25)",
                 how + f"{switch}=0, against the pair as it is", FEWER)
    with_letter = by(bench.book, bench.played(silent, FEWER, letter).public.agreed_at, 10, 28)
    yield share("letter: agreement by 28 October without a Jupiter offer", 30, 40, with_letter, f"{GENERAL} (M33)", how + f"{switch}=1")


def dial_of_war(bench: Bench) -> Iterator[Row]:
    """One dial takes the chance of war from about one in a hundred to about forty-five."""
    stands = bench.book.rules.incidents.danger_ppm
    swept = {value: _war_at(bench, value) for value in sorted({stands, *(stands * factor // 8 for factor in (1, 3, 16, 40, 80))})}
    for wanted, low, high in ((1, 0.5, 2.0), (45, 40, 50)):
        value = _nearest(bench, swept, wanted)
        count = swept[value]
        yield target(f"dial of war: about {wanted} %", low, high, (100 * count / DIALLED, wilson(count, DIALLED)), "% of games at war",
                     f"{GENERAL}: " + ("Bundy's one in a hundred" if wanted == 1 else "Kennedy's between one in three and even"),
                     f"{PAIR}; --set danger={value}", DIALLED, setting=value)
    falls = _falls(swept)
    yield target("dial of war: a step up that lowers war", 0, 0, (falls, (falls, falls)), "steps", DESIGN, f"{PAIR}; every setting swept", DIALLED,
                 sweep=[[value, round(100 * swept[value] / DIALLED, 1)] for value in sorted(swept)])


def _war_at(bench: Bench, danger: int) -> int:
    return int(ended(bench.played(bench.history, DIALLED, turned(bench.book, {DIAL: danger})), *WARS).sum())


def _nearest(bench: Bench, swept: dict[int, int], wanted: int) -> int:
    """The setting that comes nearest to that many in a hundred, three times halved between those that enclose it."""
    goal = wanted * DIALLED // 100
    for _ in range(3):
        below = max((value for value in swept if swept[value] < goal), default=0)
        above = min((value for value in swept if swept[value] >= goal), default=2 * max(swept))
        between = (below + above) // 2
        if between not in swept:
            swept[between] = _war_at(bench, between)
    return min(swept, key=lambda value: abs(swept[value] - goal))


def _falls(swept: dict[int, int]) -> int:
    counts = [swept[value] for value in sorted(swept)]
    return sum(one > two for one, two in pairwise(counts))


# ------------------------------------------------------------------------------------------------ every serious pairing
def pairings(bench: Bench) -> dict[tuple[str, str], State]:
    """The ends of each serious pairing's games, as many of each as the whole allows."""
    pairs = list(product(serious_doctrines(WASHINGTON), serious_doctrines(MOSCOW)))
    games = min(max(PAIRINGS_TOGETHER // len(pairs), LEAST), MOST)
    return {pair: bench.final(pair, games) for pair in pairs}


def endings(bench: Bench) -> Iterator[Row]:
    """Every ending happens somewhere; no pairing is war, or peace, as good as always."""
    played = pairings(bench)
    games = len(next(iter(played.values())))
    how = f"all {len(played)} serious pairings, {games} games each"
    seen = set(np.concatenate([state.umpire.ending for state in played.values()]).tolist())
    lacking = [id for place, id in enumerate(ENDINGS) if place and place not in seen]
    occur, every = len(seen), len(ENDINGS) - 1
    yield target("endings that occur", every, every, (occur, (occur, occur)), "endings", DESIGN, how, games * len(played), lacking=lacking)
    for ending in ("drift", "base_accepted", "agreement_half_kept", "reassessment"):
        yield _highest(f"{ending.replace('_', ' ')} in some pairing", 2, 100, played, (ENDINGS.index(ending),))
    yield _highest("war or strike in any pairing", 0, 90, played, VIOLENT)
    yield _highest("agreement in any pairing", 0, 98, played, AGREEMENTS)


def _highest(name: str, low: float, high: float, played: dict[tuple[str, str], State], endings: tuple[int, ...]) -> Row:
    """The pairing in which those endings are most frequent."""
    pair = max(played, key=lambda pair: int(ended(played[pair], *endings).sum()))
    return share(name, low, high, ended(played[pair], *endings), DESIGN, f"the highest of all serious pairings: {' against '.join(pair)}")


def fairness(bench: Bench) -> Iterator[Row]:
    """A score is judged against its own seat's median in history; where both sides have the same skill, neither seat should have the better of it."""
    past = scores(bench.book, bench.final(HISTORY, GAMES))["true"]["total"]
    medians = [of_median(past[:, side]) for side in SIDES]
    families = sorted({id.removesuffix("-washington") for id in serious_doctrines(WASHINGTON)})
    mirrored = [(f"{family}-washington", f"{family}-moscow") for family in families if f"{family}-moscow" in serious_doctrines(MOSCOW)]
    played = {f"{pair[0]} against {pair[1]}": pairings(bench)[pair] for pair in mirrored}
    levels = [level for level in LEVELS if level != AS_WRITTEN]
    played |= {f"level {level} against level {level}": bench.played(bench.history, FEWER, level=(level, level)) for level in levels}
    for name, end in played.items():
        above = scores(bench.book, end)["true"]["total"] > medians
        gap, interval = of_mean(100.0 * (above[:, WASHINGTON].astype(float) - above[:, MOSCOW]))
        yield target(f"fairness: {name}", -10, 10, (gap, interval), "points between the seats", DESIGN,
                     f"games above the seat's median under the history pair ({SIDE_NAMES[WASHINGTON]} {medians[WASHINGTON]:.0f}, "
                     f"{SIDE_NAMES[MOSCOW]} {medians[MOSCOW]:.0f}), Washington's seat minus Moscow's", len(above),
                     seats=[round(100 * float(above[:, side].mean()), 1) for side in SIDES])


# ------------------------------------------------------------------------------------------------ the issue's own points
def vague_weapons(bench: Bench) -> Iterator[Row]:
    """A text about offensive weapons that does not name the bombers is quarrelled over in November."""
    book, state = bench.book, bench.position(8, 4 * SEEDS_OF_THE_ISSUE)
    state = state.take(np.arange(min(SEEDS_OF_THE_ISSUE, len(state))))
    vague = terms_of(book, {"T01": code(2), "T04": code(4), "T06": code(3), "T08": code(4)})
    named = terms_of(book, {"T01": code(2, exact=True), "T02": code(2, exact=True), "T04": code(4), "T06": code(3), "T08": code(4)})
    quarrels = []
    for text in (vague, named):
        deal = signed(book, state, MOSCOW, text)
        found = np.zeros(len(deal), bool)

        def in_november(games: Array, now: State, found: Mask = found) -> None:
            month = (now.public.minutes > end_of_day(book, 10, 31)) & (now.public.minutes <= end_of_day(book, 11, 30))
            found[games] |= month & any_of(now.public.disputes_now[:, [book.roles["withdrawal"], book.roles["bombers"]]])
        play_on(book, seats(book, bench.history), deal, watch=in_november)
        quarrels.append(found)
    more, interval = of_mean(100.0 * (quarrels[0].astype(float) - quarrels[1]))
    yield target("vague weapons text: more November disputes", 30, 100, (more, interval), "points of games", "the issue, point 3",
                 f"{PAIR}, after 8 turns a text signed: offensive weapons loosely, against missiles and bombers in exact words; disputes over either",
                 len(state), "issue", shares=[round(100 * float(found.mean()), 1) for found in quarrels])


def restraint(bench: Bench) -> Iterator[Row]:
    """Pure restraint against a moderate: without an accident's luck no rule makes a war of it."""
    book = turned(bench.book, {DIAL: 0})
    moderates = bench.pair(*MODERATE)
    for side in SIDES:
        pair = list(moderates)
        pair[side] = restrained(bench.book, side)
        end = bench.played((pair[WASHINGTON], pair[MOSCOW]), SEEDS_OF_THE_ISSUE, book)
        yield share(f"restraint in {SIDE_NAMES[side]}: war by rule alone", 0, 0, ended(end, *WARS), "the issue, point 6",
                    f"pure restraint against {MODERATE[1 - side]}, danger=0", group="issue", strikes=int(ended(end, STRUCK).sum()))


TARGETS = (history, without_the_jupiters, dial_of_war, endings, fairness, vague_weapons, restraint)
"""Each gives the rows of one group of targets."""
