"""What a published model predicts, shown by the engine where switching mechanisms off leaves that model's structure (docs/theory.md).

Each test keeps on only what the model is about, turns one thing, plays both arms with the same seeds, and asks for an interval that leaves zero
out. Sizes are made up here; the model's own function says which way things go, or where the threshold lies.
"""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.engine.endings import AGREEMENT_HALF_KEPT, DRIFT, ENDINGS, WAR_LOCAL, scores
from game.engine.orders import ACCEPT, empty_sheet
from game.engine.rulebook import Rulebook
from game.engine.sides import MOSCOW, SIDES, WASHINGTON, other
from game.engine.state import State
from game.engine.terms import Array, as_read, code
from game.engine.turn import resolve
from game.engine.worth import worth_to
from game.lab import signs
from game.lab.bench import Bench, let_run, play_on, put, signed, silent, takes, terms_of, tied, with_letters
from game.lab.theory.audience_costs import Contender, race
from game.lab.theory.brinkmanship import most_acceptable_risk
from game.lab.theory.critical_risk import Stakes
from game.lab.theory.deterrence import challenges, hostility_fades
from game.lab.theory.escalation import known_resolve
from game.lab.theory.private_threats import equal_firmness
from game.lab.theory.signals import after_holding_out, messages
from game.lab.theory.two_by_two import ALTERNATIVE, BLOCKADE, CHICKEN, MAINTAIN, WITHDRAW, Ranking, farsighted, forced_by_moving_power
from game.lab.theory.zone import Bargainer, zone
from game.scenario.load import load
from tests.small_crisis import ISSUES, TEAM, order, still
from tests.theory.reduced import (
    LONG_DUE,
    NEUTRAL,
    SPREAD,
    STAYS_OPEN,
    answers,
    at_war,
    backed_down,
    both,
    demand,
    facing,
    falling,
    falls,
    games,
    own,
    rises,
    rising,
    says,
    temper,
)

RUNGS = range(5)
SECURITY, HOME = 0, 1
CLEAR = 5
"""Points between two neighbours of a scan."""


@cache
def shipped() -> Rulebook:
    return load("october-1962")


# ------------------------------------------------------------------------------------------------ a risk that gets out of hand
PEACE = tuple({AGREEMENT_HALF_KEPT: 1000, DRIFT: 400}.get(ending, 0) for ending in range(len(ENDINGS)))
LEFT = tuple(0 if ending == WAR_LOCAL else 1000 for ending in range(len(ENDINGS)))
NEVER_YIELDS, MANY = 2000, 1500


@cache
def line_at_sea() -> Rulebook:
    """The line alone: each rung frightens Moscow more, and brings more clashes of which some become war, until somebody has signed."""
    book = still(curves=SPREAD, frequency=60_000, serious=1_000_000, deadly=1000, worth={(MOSCOW, SECURITY, "withdrawal"): [-300] * 5},
                 incidents={"danger_ppm": 200_000}, fear={"eases_per_mille": 1000, "quarantine_bites": tuple(200 * rung for rung in RUNGS)},
                 endings={"base_stands": 1001, "peace": PEACE, "left_per_mille": LEFT}, bargaining=STAYS_OPEN)
    return replace(book, incident_by_rung=book.incident_by_rung * [[0], [1], [0]], contact=book.contact * [1, 0, 0, 0])


@cache
def at_rung(rung: int, hold: int) -> tuple[State, State]:
    """Washington's demand lies on the table and the line stands at that rung, against a Moscow that asks so much: before, and the end."""
    book = line_at_sea()
    start = games(book, MANY, flights=0, quarantine=rung, **own("fear", MOSCOW, 200 * rung, 0))
    start = with_letters(start, WASHINGTON, demand("withdrawal", 1))
    return start, play_on(book, both(book, temper(WASHINGTON, NEVER_YIELDS), temper(MOSCOW, hold, fear_per_mille=1000)), start)


def own_score(rung: int, hold: int) -> Array:
    total: Array = scores(line_at_sea(), at_rung(rung, hold)[1])["true"]["total"][:, WASHINGTON]
    return total


def mixed_score(rung: int, hard_in_ten: int) -> Array:
    """(n,) Washington's score where so many Moscows in ten never yield."""
    is_hard = np.arange(MANY) % 10 < hard_in_ten
    return np.where(is_hard, own_score(rung, NEVER_YIELDS), own_score(rung, 0))


def test_a_higher_risk_moves_the_soft_and_is_worth_running_only_up_to_a_point():
    """Dixit and Skeath: more of the soft give way at each rung; the threatener's score rises, then falls with what the hard make of the risk."""
    soft, hard = temper(MOSCOW, 0, fear_per_mille=1000), temper(MOSCOW, NEVER_YIELDS, fear_per_mille=1000)
    yields = [takes(line_at_sea(), soft, at_rung(rung, 0)[0]).astype(int) for rung in RUNGS]
    assert rising(yields[:4][1:]) and not yields[0].any()
    assert not any(takes(line_at_sea(), hard, at_rung(rung, 0)[0]).any() for rung in RUNGS)
    assert rising([at_war(at_rung(rung, NEVER_YIELDS)[1]) for rung in RUNGS[1:]])
    few = [mixed_score(rung, 2) for rung in RUNGS]
    best = int(np.argmax([score.mean() for score in few]))
    assert 0 < best < RUNGS[-1]
    assert rises(few[0], few[best]) and falling(few[best:])


def test_with_too_many_hardliners_no_risk_is_worth_running():
    """Dixit and Skeath: the best rung falls with the share of hardliners, to none; and the model agrees rung by rung, given the engine's stakes."""
    assert [int(np.argmax([mixed_score(rung, hard).mean() for rung in RUNGS])) for hard in (2, 6, 9)] == [2, 1, 0]
    ends = at_rung(4, 0)[1].umpire.ending, own_score(4, 0)
    stakes = Stakes(win=ends[1][ends[0] == AGREEMENT_HALF_KEPT].mean(), submit=own_score(0, 0).mean(), disaster=ends[1][ends[0] == WAR_LOCAL].mean())
    for hard in (2, 9):
        for rung in RUNGS[1:]:
            is_acceptable = at_war(at_rung(rung, NEVER_YIELDS)[1]).mean() < most_acceptable_risk(stakes, hard / 10)
            assert (rises if is_acceptable else falls)(mixed_score(0, hard), mixed_score(rung, hard)), (hard, rung)


@pytest.mark.parametrize("price, exposure, hold", [(100, 0, 50), (200, 0, 50), (200, 500, 50), (200, 1000, 50), (200, 1000, 250)])
def test_a_side_yields_exactly_where_its_fear_passes_the_critical_risk(price, exposure, hold):
    """Schelling and Ellsberg: fear is the risk as it is felt, and the reader's threshold is the model's ratio of what it has to lose."""
    book, steepness = still(worth={(MOSCOW, HOME, "withdrawal"): [-price] * 5}), 800
    fears = np.arange(2, 1000, CLEAR)
    state = tied(book, games(book, len(fears)), MOSCOW, exposure, "withdrawal")
    state.dossier.fear[:, MOSCOW] = fears
    yields = answers(book, temper(MOSCOW, hold, fear_per_mille=steepness), state, demand("withdrawal", 1))
    stakes = Stakes(win=hold, submit=-price * (1 + exposure / 1000), disaster=hold - steepness)
    assert (yields == (fears / 1000 > stakes.critical_risk)).all()
    assert 0 < yields.sum() < len(fears)


# ------------------------------------------------------------------------------------------------ two sides under one rising risk
WASHINGTONS, MOSCOWS = 1, 3
"""What each demands on the ladder of the withdrawal."""


@cache
def rising_risk(audience: int, **curves: object) -> Rulebook:
    """A line that pulls the pressure up from nothing; pressure frightens, and brings clashes. Each side loses at home by the other's text."""
    book = still(curves={"tense": [(0, 0), (1000, 1000)], **{name: list(points) for name, points in curves.items()}}, frequency=80_000,
                 serious=1_000_000, deadly=1000,
                 worth={(WASHINGTON, HOME, "withdrawal"): [0, 0, -400, 0, 0], (MOSCOW, HOME, "withdrawal"): [-400, 0, 0, 0, 0]},
                 incidents={"danger_ppm": 300_000}, pressure={"eases_per_mille": 200, "quarantine": 200},
                 fear={"eases_per_mille": 300, "by_pressure_per_mille": 1000}, audience={"said_in_public": audience}, bargaining=STAYS_OPEN)
    return replace(book, contact=book.contact * [1, 0, 0, 0])


def contest(less: int, gap: int) -> State:
    """The end of a contest between equals, where `less` is believed by so much less resolved than the other."""
    book, threat = rising_risk(0), dict(fear_per_mille=1000, threatened=200)
    start = games(book, MANY, quarantine=4, fear=20, **own("resolve", less, NEUTRAL + gap, NEUTRAL - gap))
    start = facing(start, demand("withdrawal", WASHINGTONS), demand("withdrawal", MOSCOWS))
    return play_on(book, both(book, temper(WASHINGTON, **threat), temper(MOSCOW, **threat)), start)


@pytest.mark.parametrize("less", SIDES)
def test_where_resolve_is_known_the_less_resolved_gives_way_at_once_and_nothing_is_risked(less):
    """Powell: no risk with resolve known, more the more alike the two are thought to be."""
    ends = {gap: contest(less, gap) for gap in (0, 300, NEUTRAL)}
    assert backed_down(ends[NEUTRAL], "withdrawal", WASHINGTONS, MOSCOWS)[less].all()
    assert not at_war(ends[NEUTRAL]).any()
    assert falling([at_war(ends[gap]) for gap in (0, 300, NEUTRAL)])
    soft, firm = Stakes(win=1, submit=-2, disaster=-10), Stakes(win=1, submit=-8, disaster=-10)
    model = known_resolve(*((soft, firm) if less == 0 else (firm, soft)), unit_risk=.05)
    assert model.risk == 0 and model.loser in (None, less)


def test_the_side_whose_public_holds_it_to_its_words_backs_down_less_and_the_other_more():
    """Fearon 1994: Washington repeats its demand aloud instead of by envoy, Moscow aloud in both arms; the race of the model goes the same way."""
    book, ends = rising_risk(150, **{name: tuple(points) for name, points in SPREAD.items()}), {}
    for channel in ("envoy", "broadcast"):
        pair = (temper(side, fear_per_mille=1000, offers=[says(book, demand("withdrawal", place), how)])
                for side, place, how in ((WASHINGTON, WASHINGTONS, channel), (MOSCOW, MOSCOWS, "broadcast")))
        ends[channel] = play_on(book, both(book, *pair), games(book, 2 * MANY, quarantine=4))
    private, aloud = (backed_down(ends[channel], "withdrawal", WASHINGTONS, MOSCOWS) for channel in ("envoy", "broadcast"))
    assert falls(private[WASHINGTON], aloud[WASHINGTON]) and rises(private[MOSCOW], aloud[MOSCOW])
    before, after = race(Contender(.1), Contender(.2)).backs_down, race(Contender(.2), Contender(.2)).backs_down
    assert after[WASHINGTON] < before[WASHINGTON] and after[MOSCOW] > before[MOSCOW]


# ------------------------------------------------------------------------------------------------ what a threat is believed to be worth
@pytest.mark.parametrize("price, push", [(200, 500), (300, 500), (300, 400)])
def test_a_threat_deters_from_the_credibility_on_at_which_the_challenge_no_longer_pays(price, push):
    """Zagare and Kilgour: Moscow lets things be where it believes in Washington's resolve more than a ratio of its stakes, and challenges below."""
    book = still(worth={(MOSCOW, SECURITY, "withdrawal"): [-price] * 5})
    beliefs = np.arange(2, 1000, CLEAR)
    state = games(book, len(beliefs))
    state.dossier.resolve[:, MOSCOW] = beliefs
    lets_be = answers(book, temper(MOSCOW, threatened=push), state, demand("withdrawal", 1), due_half_days=LONG_DUE)
    stakes = Stakes(win=0, submit=-price, disaster=-push * 1000 / NEUTRAL)
    assert lets_be.tolist() == [not challenges(stakes, belief / 1000) for belief in beliefs]
    assert 0 < lets_be.sum() < len(beliefs)


def conceding(believed: int, exposure: int, secret: bool) -> Array:
    """(n,) 1 where Washington, one of many whose price lies evenly spread, gives up the missiles abroad to a threat believed so far."""
    book = still(curves={"acceptance": [(0, 0), (500, 0), (1500, 1_000_000), (2000, 1_000_000)]}, worth={(WASHINGTON, HOME, "missiles_abroad"): [-200] * 5})
    state = tied(book, games(book, MANY, **own("resolve", WASHINGTON, believed, NEUTRAL)), WASHINGTON, exposure, "missiles_abroad")
    return answers(book, temper(WASHINGTON, 300, threatened=250), state, demand("missiles_abroad", 5, secret=secret), due_half_days=LONG_DUE)


def test_a_private_threat_of_little_credibility_does_as_much_as_a_public_one_where_the_target_has_an_audience():
    """Kurizaki: the credibility at which both do the same falls with the target's audience cost; below it the private threat is the weaker one."""
    needed = []
    for exposure in (0, 500, 1000):
        public, doubted, believed = conceding(1000, exposure, False), conceding(100, exposure, True), conceding(900, exposure, True)
        assert rises(doubted, public) and rises(public, believed)
        needed.append(next(belief for belief in range(0, 1001, 50) if conceding(belief, exposure, True).mean() >= public.mean()))
    model = [equal_firmness(cost) for cost in (.25, .5, 1)]
    assert needed == sorted(needed, reverse=True) and model == sorted(model, reverse=True)
    assert falls(conceding(1000, 1000, False), conceding(500, 1000, True)) and rises(conceding(1000, 0, False) * 0, conceding(500, 0, True))


def test_backing_down_from_a_private_threat_costs_less_than_from_a_public_one():
    """Kurizaki: Moscow demands the missiles abroad, aloud or by envoy, then signs that they stay."""
    book, paid = still(worth={(MOSCOW, HOME, "missiles_abroad"): [-200] * 5}, audience={"said_in_public": 300}, bargaining=STAYS_OPEN), []
    for channel in ("envoy", "broadcast"):
        threat = temper(MOSCOW, offers=[says(book, demand("missiles_abroad", 5), channel, LONG_DUE)])
        made = play_on(book, both(book, temper(WASHINGTON, NEVER_YIELDS), threat), games(book, 20), 1)
        paid.append(made.dossier.home[:, MOSCOW] - signed(book, made, WASHINGTON, demand("missiles_abroad", 1)).dossier.home[:, MOSCOW])
    assert rising([np.zeros_like(paid[0]), *paid])


# ------------------------------------------------------------------------------------------------ what both would sign
STEPS = [(coarse, fine) for coarse in (-1, 0, 1) for fine in (-1, 0, 1)]
PIE = 80
"""Half of it: what all of the matter is worth to either side at home."""


def texts() -> dict[int, Array]:
    """Worth to Washington, minus that to Moscow -> a text: every tenth point of the pie, no text a gain on one issue and a loss on another."""
    made = {}
    for lean in (-1, 1):
        for coarse in (0, 1, 2):
            for fine in (0, 1, 2):
                made[lean * (30 * coarse + 10 * fine)] = demand("quarantine", 3 - lean * coarse) + demand("troops", 3 - lean * fine)
    return made


def would_sign(costs: tuple[int, int], exposures: tuple[int, int], fight: int = 0) -> set[int]:
    """Which of the texts both sign, each rather than a war that brings Washington `fight`, Moscow the rest, and both their costs."""
    ladder = {"quarantine": [60, 30, 0, -30, -60], "troops": [20, 10, 0, -10, -20]}
    book = still(worth={(side, HOME, issue): values[::1 if side == WASHINGTON else -1] for side in SIDES for issue, values in ladder.items()})
    state = games(book, 1, fear=costs)
    for side in SIDES:
        state = tied(book, state, side, exposures[side], *ladder)
    readers = temper(WASHINGTON, fight, fear_per_mille=1000), temper(MOSCOW, -fight, fear_per_mille=1000)
    return {worth for worth, text in texts().items() if all(answers(book, reader, state, text).all() for reader in readers)}


def in_the_model(costs: tuple[int, int], exposures: tuple[int, int], fight: int = 0) -> set[int]:
    """The same by the published formulas: a share of the pie is promised by tied hands where things stand, at nothing lost."""
    pie = 2 * PIE
    found = zone((fight + PIE) / pie, *(Bargainer(costs[side] / pie, exposures[side] / 1000, .5) for side in SIDES))
    return {worth for worth in texts() if found.low < (worth + PIE) / pie - 1e-9 and (worth + PIE) / pie + 1e-9 < found.high}


@pytest.mark.parametrize("costs, fight", [((45, 25), 0), ((45, 5), 0), ((5, 5), 20), ((0, 0), 0), ((45, 25), -30)])
def test_a_text_that_both_prefer_to_war_exists_where_war_costs_both_something(costs, fight):
    """Fearon 1995: from the odds of a war less Washington's costs to the odds plus Moscow's; what one side risks widens its own end alone."""
    signed_by_both = would_sign(costs, (0, 0), fight)
    assert signed_by_both == in_the_model(costs, (0, 0), fight)
    assert bool(signed_by_both) is (costs > (0, 0))


def test_public_promises_are_leverage_for_one_side_and_leave_nothing_between_two():
    """Leventoglu and Tarar: each end of the zone moves by its own side's promise; with both tied hard no text is left."""
    costs, fight = (45, 25), -10
    cases = [(0, 0), (900, 0), (0, 900), (900, 900)]
    found = {exposures: would_sign(costs, exposures, fight) for exposures in cases}
    assert all(found[exposures] == in_the_model(costs, exposures, fight) for exposures in cases)
    plain, ours, theirs, tied_both = (found[exposures] for exposures in cases)
    assert min(ours) > min(plain) and max(ours) == max(plain)
    assert max(theirs) <= max(plain) and min(theirs) == min(plain)
    assert len(tied_both) < len(ours) < len(plain)
    assert would_sign((5, 0), (0, 0), 20) and not would_sign((5, 5), (1000, 1000), -10) >= would_sign((5, 5), (0, 0), -10)
