"""The sign table of theory/models.md 4: each cause turned by one knob, the same luck on both sides, and what it does.

Comes in: a Bench. Goes out: Rows. Never here: a rule; a number of the scenario (knobs are turned from wherever it stands).
"""

from collections.abc import Iterator

import numpy as np

from ..engine.sides import MOSCOW, SIDE_NAMES, WASHINGTON, other
from ..engine.state import State
from ..engine.terms import Array, any_of, code, is_secret
from ..engine.worth import worth_to
from .attrition import disaster
from .bench import Bench, also_gives, let_run, moved, play_on, put, signed, silent, takes, terms_of, tied, with_letters
from .evidence import Row, sign, target

GAMES = 1500
LATE = 8
"""Turns after which most positions are taken: the evening of 26 October, both sides afraid, nothing signed."""
LAST = 11
"""Turns after which the zone is widest: 28 October, as history had it."""
TABLE = "theory/models.md 4"
GENERAL = "theory/models.md 4, from general knowledge of the literature"
WOULD_SIGN_PPM = 200_000
"""A text lies in the zone where each side would sign it with at least this chance."""
IMPATIENT = ("hard-washington", "way-out-moscow")
"""A pair that needs a mediator: where nine games in ten are agreed without one, he has little to do."""
PACKAGE = {"T01": 2, "T04": 4, "T06": 3, "T08": 4}
"""The exchange of 1962 by steps of the ladder: counted at sea, a letter of assurance, the quarantine lifted."""


def package(bench: Bench, exact: bool = False, **more: int) -> Array:
    """(issues,) the exchange of 1962, some steps changed, all of it open; `exact` words it to one reading."""
    return terms_of(bench.book, {issue: code(step, exact=exact) for issue, step in {**PACKAGE, **more}.items()})


def with_annex(bench: Bench, terms: Array, issue: str, step: int) -> Array:
    """The same text with a secret term."""
    made = terms.copy()
    made[bench.book.issue(issue)] = code(step, secret=True)
    return made


# ------------------------------------------------------------------------------------------------ clashes
def accidents(bench: Bench) -> Iterator[Row]:
    """Fatigue, readiness, contact and tension raise the hazard of a clash nobody ordered."""
    state = bench.position(LATE, GAMES)
    how = f"history pair after {LATE} turns; one turn in which nothing is ordered; knob: "

    def clashes(start: State) -> Array:
        return let_run(bench.book, start).umpire.incidents - start.umpire.incidents
    rested = put(state, fatigue=100)
    for name, knob, *arms in (
        ("fatigue", "25 hours of sleep lost by both staffs against 10 hours", rested, moved(rested, fatigue=150)),
        ("readiness", "both alerts at rung 3 against 1", put(state, alert=1), put(state, alert=3)),
        ("contact", "low flights and a tight line against high flights and the first rung", put(state, flights=1, quarantine=1),
         put(state, flights=2, quarantine=4)),
        ("tension", "pressure 800 against 400", put(state, pressure=400), put(state, pressure=800)),
    ):
        yield sign(f"{name} up: accident hazard up", True, map(clashes, arms), "clashes in a half-day", how + knob, TABLE)


# ------------------------------------------------------------------------------------------------ prices
def standing(state: State, side: int = WASHINGTON) -> Array:
    """(n,) home, allies and face of a side together."""
    dossier = state.dossier
    total: Array = dossier.home[:, side] + dossier.allies[:, side] + dossier.face[:, side]
    return total


def public_price(bench: Bench) -> Iterator[Row]:
    """More conceded in public costs more at home; hands tied in public make yielding dearer."""
    state, book = bench.position(LATE, GAMES), bench.book
    how = f"history pair after {LATE} turns, Washington signs the exchange of 1962; "

    def home_cost(start: State, terms: Array) -> Array:
        before = start.dossier.home[:, WASHINGTON].copy()
        return before - signed(book, start, MOSCOW, terms).dossier.home[:, WASHINGTON]
    yield sign("public concession up: domestic cost up", True, (home_cost(state, package(bench, T06=step)) for step in (2, 4)),
               "home standing paid", how + "knob: the pledge at step 4, not 2", TABLE)
    bound = (tied(book, state, WASHINGTON, points, "T06", "T08") for points in (0, 600))
    yield sign("exposure up: cost of yielding up", True, (home_cost(start, package(bench)) for start in bound), "home standing paid",
               how + "knob: exposure 600 against 0 on the pledge and the quarantine", TABLE)


def secret_price(bench: Bench) -> Iterator[Row]:
    """A secret concession is cheaper than the same one in public, until too many know."""
    book, state = bench.book, bench.position(LATE, GAMES // 2)
    opened, hidden = package(bench, T06=4), with_annex(bench, package(bench), "T06", 4)

    def cost(terms: Array, **circle: int) -> Array:
        deal = signed(book, state, MOSCOW, terms)
        return standing(state) - standing(play_on(book, silent(book), put(deal, **circle) if circle else deal))
    how = (f"history pair after {LATE} turns, an assurance without conditions signed, both sides silent until April 1963; "
           "Washington's loss at home, with allies and in face; knob: ")
    in_public, sealed, wide = cost(opened), cost(hidden), cost(hidden, holders=999, press=1000, paper=1)
    yield sign("secret term, few know: cheaper than in public", False, (in_public, sealed), "standing paid", how + "secret against open", TABLE)
    yield sign("secret term, many know: secrecy stops paying", True, (in_public, wide), "standing paid",
               how + "secret but held by 999 people and on paper, against open", TABLE)
    yield sign("insiders up: value of secrecy down", False, (in_public - sealed, in_public - wide), "standing saved by secrecy",
               how + "999 people against the few who must know", TABLE)


def leaks(bench: Bench) -> Iterator[Row]:
    """People, paper, time and a hot press bring an annex out; so does a military that nobody trusts."""
    book, unit = bench.book, "% of annexes out"
    deal = signed(book, bench.position(LATE, GAMES), MOSCOW, with_annex(bench, package(bench), "T09", 3))
    deal = deal.take(np.flatnonzero(any_of(is_secret(deal.public.agreed)) & (deal.public.leaked == 0) & (deal.umpire.ending == 0)))
    how = f"history pair after {LATE} turns, the missiles in Turkey promised by annex, both sides silent; knob: "

    def out_by(start: State, turns: int = 12) -> Array:
        return play_on(book, silent(book), start, turns).public.leaked
    narrow = out_by(deal)
    yield sign("insiders up: leak up", True, (narrow, out_by(moved(deal, holders=40))), unit, how + "40 people more on each side", TABLE, 100)
    yield sign("time up: leak up", True, (out_by(deal, 3), narrow), unit, how + "twelve turns against three", TABLE, 100)
    yield sign("spoiler heat up: leak up", True, (out_by(put(deal, press=0)), out_by(put(deal, press=1000, trust=0))), unit,
               how + "a hot press and soldiers nobody trusts, against neither", TABLE, 100)


# ------------------------------------------------------------------------------------------------ yielding
def commitment(bench: Bench) -> Iterator[Row]:
    """Public commitment narrows the zone of texts that both would sign; on both sides it can leave none."""
    book, state, unit = bench.book, bench.position(LAST, 400), "texts both would sign"
    how = f"history pair after {LAST} turns; texts out of {len(_grid(bench))} that each side would sign with a chance of one in five; knob: "
    washingtons = tied(book, state, WASHINGTON, 900, "T06", "T08", "T09")
    neither, one, both = (zone(bench, start) for start in (state, washingtons, tied(book, washingtons, MOSCOW, 900, "T01", "T04")))
    yield sign("exposure up: zone narrower", False, (neither, one), unit, how + "Washington tied at 900 on what it would give", TABLE)
    yield sign("both commit publicly: zone narrower still", False, (one, both), unit, how + "Moscow tied at 900 too", TABLE)
    yield sign("both commit publicly: the zone can vanish", True, (neither == 0, both == 0), "% of positions without any text",
               how + "both tied at 900, against as they stand", TABLE, 100)
    laid = with_letters(bench.position(LATE, GAMES), WASHINGTON, with_annex(bench, package(bench), "T09", 3))
    yield sign("exposure up: P(back down) down", False,
               (takes(book, bench.history[MOSCOW], start) for start in (laid, tied(book, laid, MOSCOW, 700, "T01", "T04"))), "% sign at once",
               f"history pair after {LATE} turns, Washington's package lies before Moscow; knob: Moscow tied at 700 on the missiles", TABLE, 100)


def _grid(bench: Bench) -> list[Array]:
    """The texts that the zone is counted over, all open."""
    return [terms_of(bench.book, {"T01": missiles, "T04": checks, "T06": pledge, "T08": line, "T09": bases})
            for missiles in (1, 2, 3) for checks in (2, 4) for pledge in (2, 3, 4) for line in (3, 4, 5) for bases in (0, 2, 5)]


def zone(bench: Bench, state: State) -> Array:
    """(n,) how many texts each side's doctrine would sign with a fair chance, its fear counted."""
    wide = np.zeros(len(state), int)
    for text in _grid(bench):
        terms, both = np.broadcast_to(text, (len(state), len(text))), np.ones(len(state), bool)
        for doctrine in bench.history:
            side = doctrine.side
            asked = doctrine.temper.hold - state.dossier.fear[:, side] * doctrine.temper.fear_per_mille // 1000
            margin = worth_to(bench.book, side, terms, state.dossier.exposure[:, side]) - asked
            both &= bench.book.curves.acceptance[np.clip(margin + 1000, 0, 2000)] >= WOULD_SIGN_PPM
        wide += both
    return wide


def ambiguity(bench: Bench) -> Iterator[Row]:
    """Loose words are signed more easily and quarrelled over later."""
    book, state = bench.book, bench.position(LATE, 2 * GAMES)
    texts = (with_annex(bench, package(bench, exact=exact), "T09", 3) for exact in (True, False))
    yield sign("ambiguity up: P(sign now) up", True, (takes(book, bench.history[MOSCOW], with_letters(state, WASHINGTON, text)) for text in texts),
               "% sign at once", f"history pair after {LATE} turns, Washington's package before Moscow; knob: loose words against exact ones", TABLE,
               100)
    steps = {**PACKAGE, "T02": 2, "T03": 2, "T05": 3, "T12": 3, "T21": 3}
    deals = (signed(book, put(state, fear=300), WASHINGTON, terms_of(book, {issue: code(step, exact=exact) for issue, step in steps.items()}))
             for exact in (True, False))
    yield sign("ambiguity up: later disputes up", True, (play_on(book, silent(book), deal).umpire.disputes for deal in deals),
               "disputes by April 1963", f"history pair after {LATE} turns, the exchange signed calmly, both silent; knob: loose words "
               "against exact ones", TABLE)


def ultimatum(bench: Bench) -> Iterator[Row]:
    """A deadline with a concession moves more than either alone (M61)."""
    book, state, doctrine = bench.book, bench.position(LATE, 4 * GAMES), bench.history[MOSCOW]
    bare, sweet = package(bench), with_annex(bench, package(bench), "T09", 2)
    accepts = {name: takes(book, doctrine, with_letters(state, WASHINGTON, *texts, due_half_days=due)) for name, texts, due in (
        ("deadline", (bare,), 2), ("concession", (sweet, bare), 0), ("both", (sweet, bare), 2))}
    for alone in ("deadline", "concession"):
        yield sign(f"deadline with concession: more than {alone} alone", True, (accepts[alone], accepts["both"]), "% sign at once",
                   f"history pair after {LATE} turns, the exchange lies before Moscow; knob: news about Turkey and two half-days to answer, "
                   f"against the {alone} alone", "M61; " + TABLE, 100)


def clock(bench: Bench) -> Iterator[Row]:
    """Sites near readiness feed the strike and lower what Washington holds out for."""
    book, early = bench.book, bench.position(4, 2 * GAMES)
    arms = [put(early, buildup=early.dossier.buildup * [1, 0] + [0, sites], estimate=early.dossier.estimate * [0, 1] + [sites, 0])
            for sites in (300, 900)]
    how = "history pair after 4 turns, two days of silence; knob: sites at 900 against 300, and known to be"
    later = [let_run(book, state, 4) for state in arms]
    yield sign("construction clock up: strike pressure up", True, (state.dossier.hawks[:, WASHINGTON] for state in later),
               "sway of Washington's hawks", how, TABLE)
    yield sign("construction clock up: strikes carried up", True, (let_run(book, state, 10).umpire.strike for state in arms),
               "% of games struck", how + "; five days", TABLE, 100)
    both = np.flatnonzero((later[0].umpire.ending == 0) & (later[1].umpire.ending == 0))
    offered = (with_letters(state.take(both), MOSCOW, package(bench, T06=2, T08=3)) for state in later)
    yield sign("construction clock up: US hold value down", True, (takes(book, bench.history[WASHINGTON], state) for state in offered),
               "% in which Washington takes it", how + "; then an exchange is offered that asks for little", TABLE, 100)


def resolve_of_the_other(bench: Bench) -> Iterator[Row]:
    """Whoever is believed is yielded to, unless the reader's own audience costs more."""
    book, state, doctrine = bench.book, bench.position(LATE, 4 * GAMES), bench.history[MOSCOW]
    text = with_annex(bench, package(bench), "T09", 2)

    def yields(start: State) -> Array:
        return takes(book, doctrine, with_letters(start, WASHINGTON, text, package(bench), due_half_days=2))
    doubted, believed = (put(state, resolve=state.dossier.resolve * [1, 0] + [0, points]) for points in (200, 900))
    how = f"history pair after {LATE} turns, Washington's ultimatum before Moscow; knob: Moscow's belief in its resolve 900 against 200"
    base = yields(doubted)
    yield sign("credible resolve of A up: B's P(yield) up", True, (base, yields(believed)), "% sign at once", how, TABLE, 100)
    yield sign("... unless B's audience cost is higher", False, (base, yields(tied(book, believed, MOSCOW, 1000, "T01", "T04"))), "% sign at once",
               how + ", and Moscow tied at 1000 on the missiles", TABLE, 100)


def support(bench: Bench) -> Iterator[Row]:
    """Congress behind the President makes him believed, and leaves him less to give."""
    book, state = bench.book, bench.position(7, 8 * GAMES)
    how = "history pair after 7 turns; knob: Congress is consulted three turns running, against silence"
    alone, backed = state, state
    for _ in range(3):
        alone, backed = let_run(book, alone), let_run(book, backed, 1, (("consult_congress",), ()))
    both = np.flatnonzero((alone.umpire.ending == 0) & (backed.umpire.ending == 0))
    arms = [side.take(both) for side in (alone, backed)]
    yield sign("bipartisan support up: credibility up", True, (side.dossier.resolve[:, MOSCOW] for side in arms),
               "Moscow's belief in Washington's resolve", how, GENERAL)
    yield sign("bipartisan support up: flexibility down", False,
               (takes(book, bench.history[WASHINGTON], with_letters(side, MOSCOW, package(bench))) for side in arms),
               "% in which Washington takes the exchange", how + "; then the exchange of 1962 is offered", GENERAL, 100)


def quarantine(bench: Bench) -> Iterator[Row]:
    """A wider line presses Moscow, brings forces together and ties Washington."""
    book, state = bench.book, bench.position(4, GAMES)
    how = "history pair after 4 turns; knob: the line is tightened twice in two turns, against silence"
    tighter: tuple[tuple[str, ...], tuple[str, ...]] = (("tighten_quarantine",), ())
    arms = [let_run(book, state, 2), let_run(book, let_run(book, state, 1, tighter), 1, tighter)]
    both = np.flatnonzero((arms[0].umpire.ending == 0) & (arms[1].umpire.ending == 0))
    loose, tight = (side.take(both) for side in arms)
    yield sign("quarantine extension: pressure on SU up", True, (side.dossier.fear[:, MOSCOW] for side in (loose, tight)), "Moscow's fear", how,
               TABLE)
    yield sign("quarantine extension: contact up", True, (let_run(book, side, 2).umpire.incidents - state.umpire.incidents[both]
                                                          for side in (loose, tight)), "clashes in four half-days", how, TABLE)
    yield sign("quarantine extension: US exposure up", True, (side.dossier.exposure[:, WASHINGTON].sum(axis=1) for side in (loose, tight)),
               "Washington's exposure, all issues", how, TABLE)


def mediation(bench: Bench) -> Iterator[Row]:
    """The Secretary-General's pause brings agreements, and sooner."""
    us, them = impatient = bench.pair(*IMPATIENT)
    mediated = (also_gives(us, bench.book, "carry_it_to_the_un", 3, 4, 5, 6, 7), also_gives(them, bench.book, "accept_the_pause", 4, 5, 6, 7, 8))
    how = f"{' against '.join(IMPATIENT)}, whole games; knob: Washington carries it to the United Nations and Moscow takes the pause, turns 3 to 8"
    ends = [bench.played(pair, 2 * GAMES) for pair in (impatient, mediated)]
    agreed = [state.public.agreed_at > 0 for state in ends]
    basis = f"{TABLE}; selection caveat: the counts are of crises that somebody chose to mediate"
    yield sign("mediation: agreement probability up", True, agreed, "% of games agreed", how, basis, 100)
    both = agreed[0] & agreed[1]
    yield sign("mediation: duration down", False, (state.public.agreed_at[both] / 720 for state in ends), "half-days to the agreement", how, basis)


def danger_felt(bench: Bench) -> Iterator[Row]:
    """A risk that is felt makes both readier to settle; it is a risk all the same."""
    book, state = bench.book, bench.position(LATE, 2 * GAMES)
    arms = (put(state, pressure=350, fear=350), put(state, pressure=800, fear=700))
    how = f"history pair after {LATE} turns; knob: pressure 800 and fear 700 against 350 each"
    for side, text, words in ((WASHINGTON, package(bench), "Washington takes Moscow's letter"),
                              (MOSCOW, with_annex(bench, package(bench), "T09", 3), "Moscow takes Washington's package")):
        yield sign(f"perceived risk up: {SIDE_NAMES[side]} readier to settle", True,
                   (takes(book, bench.history[side], with_letters(start, other(side), text)) for start in arms), f"% in which {words}", how, TABLE,
                   100)
    yield sign("perceived risk up: actual risk up", True, (let_run(book, start, 4).umpire.serious - start.umpire.serious for start in arms),
               "serious clashes in four half-days", how, TABLE)


def powell(bench: Bench) -> Iterator[Row]:
    """Resolve that both know leaves nothing to risk; unequal reputations lower what is risked."""
    how = "the reduced form of theory/models.md 1.4, not a game of this engine: stake 3, loss 12, risk 1 % a turn; knob: "
    known, equal, unequal = (100 * disaster(3, 12, 0.01, *firm) for firm in ((0.0, 1.0), (0.2, 0.2), (0.2, 0.3)))
    yield target("resolve known to both: no crisis risk", 0, 0, (known, (known, known)), "% disaster", GENERAL,
                 how + f"one side known to yield, the other known not to; unknown (one in five either side) it is {equal:.1f} %", 0, "sign")
    gap = unequal - equal
    yield Row("asymmetry of resolve: risk down", "sign", (None, 0), gap, (gap, gap), gap < 0, GENERAL, "% disaster",
              how + "one side believed firm with 30 %, not 20 %", (equal, unequal))


SIGNS = (accidents, public_price, secret_price, leaks, commitment, ambiguity, ultimatum, clock, resolve_of_the_other, support, quarantine, mediation,
         danger_felt, powell)
"""Each gives the rows of one cause."""
