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
from game.engine.rulebook import Need, Rulebook
from game.engine.script import Condition, Give
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.engine.state import State
from game.engine.terms import Array
from game.engine.turn import resolve
from game.lab import signs
from game.lab.bench import Bench, let_run, play_on, signed, takes, tied, with_letters
from game.lab.theory.audience_costs import Contender, race
from game.lab.theory.brinkmanship import most_acceptable_risk
from game.lab.theory.critical_risk import Stakes
from game.lab.theory.deterrence import challenges, hostility_fades
from game.lab.theory.escalation import known_resolve
from game.lab.theory.private_threats import equal_firmness
from game.lab.theory.sleep import accident_factor, debt_after, tiredness
from game.lab.theory.two_by_two import ALTERNATIVE, BLOCKADE, CHICKEN, MAINTAIN, WITHDRAW, Ranking, farsighted, forced_by_moving_power
from game.players.doctrine import player
from tests.small_crisis import order, still
from tests.theory.reduced import (
    HOME,
    LONG_DUE,
    NEUTRAL,
    NEVER_YIELDS,
    RUNGS,
    SECURITY,
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
    longer,
    own,
    rises,
    rising,
    says,
    shipped,
    temper,
)

# ------------------------------------------------------------------------------------------------ a risk that gets out of hand
PEACE = tuple({AGREEMENT_HALF_KEPT: 1000, DRIFT: 400}.get(ending, 0) for ending in range(len(ENDINGS)))
LEFT = tuple(0 if ending == WAR_LOCAL else 1000 for ending in range(len(ENDINGS)))
MANY = 1500
CLEAR = 5
"""Points between two neighbours of a scan."""


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
def rising_risk(audience: int, spread: bool = False) -> Rulebook:
    """A line that pulls the pressure up from nothing; pressure frightens, and brings clashes. Each side loses at home by the other's text."""
    book = still(curves={"tense": [(0, 0), (1000, 1000)], **(SPREAD if spread else {})}, frequency=80_000, serious=1_000_000, deadly=1000,
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
    """Fearon 1994: Washington repeats its demand aloud instead of by envoy, Moscow aloud in both arms; the race of the model goes the same way.

    It also ends in war more often, in both, where the two audiences are alike.
    """
    book, ends = rising_risk(50, spread=True), {}
    for channel in ("envoy", "broadcast"):
        pair = (temper(side, fear_per_mille=1000, offers=[says(book, demand("withdrawal", place), how)])
                for side, place, how in ((WASHINGTON, WASHINGTONS, channel), (MOSCOW, MOSCOWS, "broadcast")))
        ends[channel] = play_on(book, both(book, *pair), games(book, 2 * MANY, quarantine=4))
    private, aloud = (backed_down(ends[channel], "withdrawal", WASHINGTONS, MOSCOWS) for channel in ("envoy", "broadcast"))
    assert falls(private[WASHINGTON], aloud[WASHINGTON]) and rises(private[MOSCOW], aloud[MOSCOW])
    assert rises(at_war(ends["envoy"]), at_war(ends["broadcast"]))
    before, after = race(Contender(.1), Contender(.2)), race(Contender(.2), Contender(.2))
    assert after.backs_down[WASHINGTON] < before.backs_down[WASHINGTON] and after.backs_down[MOSCOW] > before.backs_down[MOSCOW]
    assert after.war > before.war


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
    book = still(curves={"acceptance": [(0, 0), (500, 0), (1500, 1_000_000), (2000, 1_000_000)]},
                 worth={(WASHINGTON, HOME, "missiles_abroad"): [-200] * 5})
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
    assert all(levels == sorted(set(levels), reverse=True) for levels in (needed, model))
    assert falls(conceding(1000, 0, False), conceding(500, 0, True)) and rises(conceding(1000, 1000, False), conceding(500, 1000, True))


def test_backing_down_from_a_private_threat_costs_less_than_from_a_public_one():
    """Kurizaki: Moscow demands the missiles abroad, aloud or by envoy, then signs that they stay."""
    book, paid = still(worth={(MOSCOW, HOME, "missiles_abroad"): [-200] * 5}, audience={"said_in_public": 300}, bargaining=STAYS_OPEN), []
    for channel in ("envoy", "broadcast"):
        threat = temper(MOSCOW, offers=[says(book, demand("missiles_abroad", 5), channel, LONG_DUE)])
        made = play_on(book, both(book, temper(WASHINGTON, NEVER_YIELDS), threat), games(book, 20), 1)
        paid.append(made.dossier.home[:, MOSCOW] - signed(book, made, WASHINGTON, demand("missiles_abroad", 1)).dossier.home[:, MOSCOW])
    assert rising([np.zeros_like(paid[0]), *paid])


# ------------------------------------------------------------------------------------------------ answers in kind, and short nights
def hostility(frightens: int, answered_by: int, turns: int = 60) -> tuple[int, int]:
    """Pressure at the start and the end, where fear follows pressure and each side's forces follow its fear, rung by rung."""
    menu = (order("alarm", [("public.alert", 1)]), order("stand_down", [("public.alert", -1)]))
    book = longer(still(menus=(menu, menu), pressure={"eases_per_mille": 300, "alert": answered_by},
                        fear={"eases_per_mille": 300, "by_pressure_per_mille": frightens}), turns)
    pair = []
    for side in SIDES:
        up = [Condition(meters=(Need("own", "fear", A_RUNG * (rung + 1), 1000), Need("public", "alert", rung, rung))) for rung in RUNGS[:-1]]
        down = [Condition(meters=(Need("own", "fear", 0, A_RUNG * rung - 1), Need("public", "alert", rung, rung))) for rung in RUNGS[1:]]
        pair.append(temper(side, gives=[Give(book.order(side, "alarm"), tuple(up)), Give(book.order(side, "stand_down"), tuple(down))]))
    start = games(book, 1, pressure=640, fear=640, alert=3)
    return 640, int(play_on(book, both(book, *pair), start, turns).public.pressure[0])


A_RUNG = 200
"""Fear that calls for another rung."""


@pytest.mark.parametrize("frightens, answered_by", [(1000, 40), (1000, 60), (600, 100), (1500, 40), (1000, 140), (1500, 100), (700, 200)])
def test_pressure_and_fear_that_answer_each_other_die_down_where_they_forget_more_than_they_answer(frightens, answered_by):
    """Langlois: fear answers pressure, pressure answers fear through two alerts; beyond the product of what is forgotten it runs to the stop."""
    start, end = hostility(frightens, answered_by)
    fades = hostility_fades((1, 1), (frightens / 1000, 2 * answered_by / A_RUNG))
    assert 100 * end < start if fades else end > start          # whole numbers leave a crumb that no share of it moves


def test_short_nights_add_up_and_bring_clashes():
    """Sleep debt: under the shipped rules staffs on a higher alert owe more sleep each day; a fortnight of it and clashes are likelier."""
    rules, curves = shipped().rules, shipped().curves
    book = longer(still(fatigue=vars(rules.fatigue), frequency=40_000), 26)
    book = replace(book, curves=replace(book.curves, tired=curves.tired, clumsy=curves.clumsy))
    book = replace(book, incident_by_rung=book.incident_by_rung * [[0], [0], [1]])
    paths = {rung: [games(book, 400, alert=rung)] for rung in (0, 2, 4)}
    for path in paths.values():
        for _ in range(26):
            path.append(let_run(book, path[-1]))
    for rung in (2, 4):
        debts = [state.dossier.fatigue[0, WASHINGTON] for state in paths[rung]]
        assert debts == sorted(set(debts))
    assert rising([path[-1].umpire.incidents for path in paths.values()])
    of_the_model = [accident_factor(tiredness(debt_after([0, slept] * 13))) for slept in (8, 6, 4)]
    assert of_the_model == sorted(set(of_the_model))


# ------------------------------------------------------------------------------------------------ the crisis as a 2 x 2 game
STRIKE = 1 - BLOCKADE


@cache
def cell(row: int, column: int, with_exchange: bool) -> Array:
    """(n, 2) true scores where Washington strikes or lets the line stand and Moscow signs its text or does not; afterwards nobody answers a letter.

    The whole engine and the history pair's position after two days; with the exchange the missiles in Turkey lie in an annex.
    """
    bench = Bench(shipped(), 1962)
    book, state = bench.book, bench.position(4, 400)
    text = signs.package(bench)
    laid = with_letters(state, WASHINGTON, signs.with_annex(bench, text, "T09", 3) if with_exchange else text)
    sheets = (empty_sheet(book, len(laid)), empty_sheet(book, len(laid)))
    sheets[WASHINGTON].given[:, book.order(WASHINGTON, "strike")] = row == STRIKE
    if column == WITHDRAW:
        sheets[MOSCOW].answer[...], sheets[MOSCOW].answer_to[...] = ACCEPT, laid.public.letter_number[:, WASHINGTON, 0]
    onward = player(book, bench.history[WASHINGTON], answers=False), player(book, bench.history[MOSCOW], answers=False)
    total: Array = scores(book, play_on(book, onward, resolve(book, laid, sheets)[0]))["true"]["total"]
    return total


def ranking() -> Ranking:
    """The engine's own ordinal game, with the exchange. No two cells of a side may lie so close that the interval between them holds zero."""
    cells = [(row, column) for row in (BLOCKADE, STRIKE) for column in (WITHDRAW, MAINTAIN)]
    ranks = {}
    for side in SIDES:
        by_score = sorted(cells, key=lambda place: cell(*place, True)[:, side].mean())
        assert rising([cell(*place, True)[:, side] for place in by_score]), (side, by_score)
        ranks[side] = {place: by_score.index(place) + 1 for place in cells}
    return Ranking(tuple(tuple((ranks[0][row, column], ranks[1][row, column]) for column in (0, 1)) for row in (0, 1)))


def test_farsighted_play_of_the_engines_own_game_ends_at_the_compromise():
    """Brams: neither published ranking is the engine's, where a strike is the worst of Washington's rows; all three come to rest at the same cell.

    Chicken keeps the compromise only if play starts there; Brams's ranking needs Washington's moving power; the engine's needs nothing.
    """
    compromise, stand_off, own_game = (BLOCKADE, WITHDRAW), (BLOCKADE, MAINTAIN), ranking()
    assert own_game not in (CHICKEN, ALTERNATIVE)
    assert max(own_game.rank((STRIKE, column), WASHINGTON) for column in (WITHDRAW, MAINTAIN)) == 2
    assert own_game.pure() == [compromise] and farsighted(own_game, stand_off) == {compromise}
    assert farsighted(CHICKEN, compromise) == {compromise} == {forced_by_moving_power(ALTERNATIVE, WASHINGTON)}


def test_what_makes_the_compromise_moscows_choice_is_the_exchange():
    """Without the missiles in Turkey Moscow has less to gain by giving way to the line, and Washington's strike would not change that."""
    gains = {with_exchange: cell(BLOCKADE, WITHDRAW, with_exchange)[:, MOSCOW] - cell(BLOCKADE, MAINTAIN, with_exchange)[:, MOSCOW]
             for with_exchange in (False, True)}
    assert rises(gains[False], gains[True]) and rises(np.zeros_like(gains[True]), gains[True])
