"""What a published model predicts of talk, shown by the engine: which texts both would sign, what words carry, what holding out tells.

As test_engine_signs.py, which says how. Sizes are made up here; the model's own function says which way things go, or where the edge lies.
"""

from functools import cache

import numpy as np
import pytest

from game.engine.rulebook import Rulebook
from game.engine.script import Condition, Give
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.engine.terms import Array
from game.lab.bench import let_run, play_on, tied
from game.lab.theory.signals import after_holding_out, messages
from game.lab.theory.zone import Bargainer, zone
from tests.small_crisis import ISSUES, TEAM, order, still
from tests.theory.reduced import (
    HOME,
    NEUTRAL,
    NEVER_YIELDS,
    SECURITY,
    STAYS_OPEN,
    answers,
    both,
    demand,
    falling,
    games,
    longer,
    rising,
    says,
    shipped,
    temper,
)

# ------------------------------------------------------------------------------------------------ what both would sign
PIE = 80
"""Half of it: what all of the matter is worth to either side at home."""
LADDERS = {"quarantine": (60, 30, 0, -30, -60), "troops": (20, 10, 0, -10, -20)}
"""What each step brings Washington, and costs Moscow. Each has told its public that it would get the most of both."""
TEXTS = {30 * coarse + 10 * fine: demand("quarantine", 3 - coarse) + demand("troops", 3 - fine) for coarse in range(-2, 3) for fine in (-1, 0, 1)}
"""Worth to Washington, minus that to Moscow -> a text, every tenth point."""


@cache
def at_the_table() -> Rulebook:
    """Two publics that each count what is missing of the whole, and governments that know what the matter itself brings."""
    worth = {}
    for side in SIDES:
        for issue, values in LADDERS.items():
            most = max(values)
            worth[side, SECURITY, issue] = [most] * 5
            worth[side, HOME, issue] = [value - most for value in (values if side == WASHINGTON else values[::-1])]
    return still(worth=worth)


def would_sign(costs: tuple[int, int], exposures: tuple[int, int], fight: int = 0) -> set[int]:
    """Which of the texts both sign, each rather than a war that brings Washington `fight`, Moscow the rest, and both their costs."""
    book = at_the_table()
    state = games(book, 1, fear=costs)
    for side in SIDES:
        state = tied(book, state, side, exposures[side], *LADDERS)
    readers = temper(WASHINGTON, fight, fear_per_mille=1000), temper(MOSCOW, -fight, fear_per_mille=1000)
    return {worth for worth, text in TEXTS.items() if all(answers(book, reader, state, text).all() for reader in readers)}


def in_the_model(costs: tuple[int, int], exposures: tuple[int, int], fight: int = 0) -> set[int]:
    """The same by the published formulas, in shares of the pie; tied hands are the slope."""
    def share(worth: int) -> float:
        return (worth + PIE) / (2 * PIE)
    found = zone(share(fight), *(Bargainer(costs[side] / (2 * PIE), exposures[side] / 1000, 1.0) for side in SIDES))
    return {worth for worth in TEXTS if found.low + 1e-9 < share(worth) < found.high - 1e-9}


@pytest.mark.parametrize("costs, fight", [((45, 25), 0), ((45, 5), 0), ((5, 5), 20), ((0, 0), 0), ((45, 25), -30)])
def test_a_text_that_both_prefer_to_war_exists_where_war_costs_both_something(costs, fight):
    """Fearon 1995: from the odds of a war less Washington's costs to the odds plus Moscow's."""
    signed_by_both = would_sign(costs, (0, 0), fight)
    assert signed_by_both == in_the_model(costs, (0, 0), fight)
    assert bool(signed_by_both) is (costs > (0, 0))


def test_public_promises_are_leverage_for_one_side_and_leave_nothing_between_two():
    """Leventoglu and Tarar: each end of the zone moves by its own side's promise; with both tied hard no text is left."""
    costs, fight, cases = (45, 25), -10, [(0, 0), (200, 0), (0, 200), (200, 200), (900, 900)]
    found = [would_sign(costs, exposures, fight) for exposures in cases]
    assert found == [in_the_model(costs, exposures, fight) for exposures in cases]
    plain, ours, theirs, tied_both, tied_hard = found
    assert min(ours) > min(plain) and max(ours) == max(plain)
    assert max(theirs) < max(plain) and min(theirs) == min(plain)
    assert tied_both == ours & theirs and 0 < len(tied_both) < min(len(ours), len(theirs)) and not tied_hard


# ------------------------------------------------------------------------------------------------ what words and waiting tell
def readings(exact: bool = True, news: bool = False, awake: int = 0, garbled_ppm: int = 0) -> Array:
    """(5, n) what Moscow takes each step of the pledge to mean that Washington's envoy, so long awake, brought and it signed."""
    book, read = still(delivery={"garbled_from_hours": 24, "garbled_ppm": garbled_ppm}, bargaining=STAYS_OPEN), []
    start = games(book, 400)
    start.dossier.awake[:, WASHINGTON, TEAM.index("envoy")] = awake
    drafting = [Give(book.order(WASHINGTON, "draft"), (Condition(),))]
    for place in range(1, 6):
        writes = temper(WASHINGTON, gives=drafting, offers=[says(book, demand("pledge", place, exact=exact, news=news), "envoy")])
        told = play_on(book, both(book, writes, temper(MOSCOW, NEVER_YIELDS)), start, 1)
        taken = play_on(book, both(book, temper(WASHINGTON), temper(MOSCOW, -NEVER_YIELDS)), told, 1)
        read.append(taken.dossier.reading[:, MOSCOW, ISSUES.index("pledge")])
    return np.stack(read)


def told_apart(read: Array) -> Array:
    """(n,) how many of the five steps arrive as different things."""
    return 1 + (np.diff(np.sort(read, axis=0), axis=0) > 0).sum(axis=0)


def error(read: Array) -> Array:
    """(n,) squared distance of what was read from what was meant, over the five steps."""
    return ((read - np.arange(1, 6)[:, None]) ** 2).sum(axis=0)


def test_the_further_words_lean_or_the_more_often_they_blur_the_fewer_steps_can_be_told_apart():
    """Crawford and Sobel: exact words, words that lean one step and two; and an envoy long awake whose exact words may arrive loose."""
    exact, loose, loose_news = (readings(*how) for how in ((True,), (False,), (False, True)))
    blurred, more_blurred = (readings(awake=40, garbled_ppm=ppm) for ppm in (300_000, 700_000))
    assert (readings(awake=20, garbled_ppm=700_000) == exact).all()
    for arms in ((exact, loose, loose_news), (exact, blurred, more_blurred)):
        assert falling([told_apart(read) for read in arms]) and rising([error(read) for read in arms])
    assert [messages(bias) for bias in (.02, .05, .1)] == [5, 3, 2]


@cache
def with_two_signs() -> Rulebook:
    """The shipped rules of belief; Washington may press on or draw back in sight of all."""
    menu = (order("press_on", [("public.pressure", 30)]), order("draw_back", [("public.pressure", -30)]))
    return longer(still(menus=(menu, menu), belief=vars(shipped().rules.belief)), 30)


def believed_after(orders: tuple[str, ...], turns: int, tired: int = 0) -> Array:
    """(turns + 1,) Moscow's belief in Washington's resolve while Washington gives those orders and Moscow leaves them unanswered."""
    book = with_two_signs()
    state = games(book, 1, resolve=NEUTRAL, fatigue=tired)
    path = [state]
    for _ in range(turns):
        path.append(let_run(book, path[-1], 1, (orders, ())))
    return np.array([state.dossier.resolve[0, MOSCOW] for state in path])


def test_belief_in_resolve_grows_with_each_costly_sign_by_less_and_less():
    """Wagner: as with Bayes' rule from even odds on; silence tells nothing, drawing back tells the opposite, a tired reader learns less."""
    learned = np.diff(believed_after(("press_on",), 12))
    by_bayes = np.diff([after_holding_out(.5, .3, turns) for turns in range(13)])
    for steps in (learned, by_bayes):
        assert (steps > 0).all() and (np.diff(steps) <= 0).all() and steps[-1] < steps[0]
    assert (believed_after((), 12) == NEUTRAL).all()
    assert (np.diff(believed_after(("draw_back",), 12)) < 0).all()
    assert believed_after(("press_on",), 12, tired=900)[-1] < believed_after(("press_on",), 12)[-1]
