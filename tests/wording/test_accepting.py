"""What accepting a letter costs is said before it binds, and how likely an annex is to come out: both by the rules themselves."""

import numpy as np
import pytest

from game.engine.orders import Dispatch, Proposal, Term, empty_sheet
from game.engine.sides import MOSCOW, WASHINGTON, other
from game.engine.state import open_game
from game.engine.terms import PAPER, SECRET, code
from game.engine.turn import resolve
from game.engine.view import observe
from game.engine.worth import worth_of
from game.session.game import Game
from game.wording import accepting
from game.wording.leaks import _january, leak
from tests.whole_games import book, pair, sheets_of

GAMES = 3000


def letter_on_the_table(side: int):
    """A game in which the other side has just written to that one, its View, and the letter's codes."""
    players, state = pair("way-out-washington", "way-out-moscow"), open_game(book(), [7])
    while True:
        state, _ = resolve(book(), state, sheets_of(players, state))
        numbers = state.public.letter_number[0, other(side)]
        if numbers[0]:
            return observe(state, side), int(numbers[0]), state.public.letters[:, other(side), 0]


@pytest.mark.parametrize("side", (WASHINGTON, MOSCOW))
def test_the_price_of_accepting_is_what_the_letter_is_worth(side: int) -> None:
    view, number, codes = letter_on_the_table(side)
    told = accepting.price(book(), view, number)
    assert told is not None and told.letter == number
    assert told.total == sum(amount for _, amount in told.costs) == int(worth_of(book(), view, codes)[0])
    assert len(told.binds) == np.count_nonzero(codes)
    assert {*told.read_by_all, *told.sealed} == {term.name for term in told.binds}
    assert set(told.sealed) == {term.name for term in told.binds if term.secret}


@pytest.mark.parametrize("side", (WASHINGTON, MOSCOW))
def test_a_letter_that_does_not_lie_there_has_no_price(side: int) -> None:
    view, number, _ = letter_on_the_table(side)
    assert accepting.price(book(), view, number + 5) is None


def test_an_open_letter_has_no_annex_to_come_out() -> None:
    game = Game.open(book(), 3, {})
    words = game.words(WASHINGTON, Dispatch((), Proposal({"T09": Term(3)}, "cable")))
    assert words.leak is None
    assert game.words(WASHINGTON, Dispatch((), Proposal({"T09": Term(3, secret=True)}, "cable"))).leak is not None


@pytest.mark.parametrize(("side", "is_on_paper"), ((WASHINGTON, False), (WASHINGTON, True), (MOSCOW, False)))
def test_annexes_come_out_as_often_as_is_said(side: int, is_on_paper: bool) -> None:
    """With the annex in force and both sides silent, as many of three thousand games leak by January as the range says."""
    rulebook = book()
    start = open_game(rulebook, [5])
    terms = np.zeros((1, len(rulebook.issues)), rulebook.word)
    terms[0, rulebook.issue("T09")] = code(3, secret=True, paper=is_on_paper)
    terms[0, rulebook.issue("T01")] = code(2)
    told = leak(rulebook, observe(start, side), terms)
    assert told is not None and told.low <= told.middle <= told.high and sum(told.through) == told.middle
    assert told.on_paper == is_on_paper
    state = open_game(rulebook, np.arange(GAMES) + 100)
    state.public.minutes[...] = int(start.public.half_days[0]) * 720
    state.public.agreed[...] = terms
    state.public.agreed_at[...] = 720
    state.public.phase[...] = rulebook.first_phase_of[1]
    state.public.half_days[...] = rulebook.phase_half_days[rulebook.first_phase_of[1]]
    for each in (WASHINGTON, MOSCOW):
        state.umpire.holders[:, each] = rulebook.rules.secrecy.in_the_know[each]
    state.umpire.paper[...] = is_on_paper
    leaked = np.zeros(GAMES, bool)
    for _ in range(60):
        silent = empty_sheet(rulebook, len(state))
        state, _ = resolve(rulebook, state, (silent, silent))
        before = state.public.minutes <= _january(rulebook)
        leaked |= (state.public.leaked > 0) & before
        if not before.any():
            break
    share = 100 * leaked.mean()
    assert told.low - 2 <= share <= told.high + 2
    assert abs(share - told.middle) < 5


def test_secret_and_paper_are_bits_of_a_term() -> None:
    assert code(3, secret=True, paper=True) == 3 + SECRET + PAPER
