"""History can happen: the dated pair is legal throughout, passes its milestones, and with the shipped seed loses the U-2 as well."""

from functools import cache

import pytest

from game.engine import legal
from game.engine.orders import from_sheet
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.lab.milestones import LOST_AIRCRAFT, MILESTONES, passed
from game.scenario.load import load
from game.scenario.sources import parts_of
from game.session.game import Game
from game.session.opponents import scripted


@cache
def october():
    return load("october-1962")


def pair():
    history = october().history
    return {WASHINGTON: scripted(october(), WASHINGTON, history.washington), MOSCOW: scripted(october(), MOSCOW, history.moscow)}


@cache
def game(seed):
    played = Game.open(october(), seed, pair())
    while not played.is_over:
        played.advance()
    return played


def test_the_shipped_seed_passes_every_milestone_and_loses_the_aircraft():
    """The speech, DEFCON 2, two letters, the answer to the first, 28 October, the paper, the bombers, the line, 7 January, and the U-2."""
    assert passed(october(), game(october().history.seed).played) == dict.fromkeys([*(m.id for m in MILESTONES), "u2"], True)


@pytest.mark.parametrize("seed", range(12))
def test_the_pair_does_nothing_illegal(seed):
    """Every dispatch of every turn would have been taken from a person."""
    played, players = Game.open(october(), seed, pair()), pair()
    while not played.is_over:
        for side in SIDES:
            view = played.view(side)
            assert legal.refusals(october(), view, from_sheet(october(), view, players[side](view))) == (), (seed, side)
        played.advance()


def test_what_is_dated_is_done_on_its_date_in_every_game_that_gets_there():
    """Milestones that hang on no chance are passed by all games still running on their day; those that do are passed by some and not by all."""
    games = [game(seed) for seed in range(24)]
    results = [passed(october(), one.played) for one in games]
    reached = [int(one.played[-1].after.public.minutes[0]) > 10 * 720 and int(one.played[9].after.public.agreed_at[0]) == 0
               if len(one.played) > 9 else False for one in games]
    assert sum(reached) > 12
    for id in ("speech", "defcon-2", "first-letter", "second-letter"):
        assert all(result[id] for result, there in zip(results, reached, strict=True) if there), id
    for id in ("sunday", "kept"):
        assert 0 < sum(result[id] for result in results) < len(results), id


def test_a_milestone_notices_what_is_missing():
    """A game between other doctrines does not pass for history."""
    hard = {side: scripted(october(), side, id) for side, id in ((WASHINGTON, "hard-washington"), (MOSCOW, "hard-moscow"))}
    other = Game.open(october(), 3, hard)
    while not other.is_over:
        other.advance()
    told = passed(october(), other.played)
    assert not told["first-letter"] and not told["answer"] and not told["paper"]


def test_every_milestone_names_its_row():
    """Each rests on facts of the timeline."""
    for milestone in (*MILESTONES, LOST_AIRCRAFT):
        assert milestone.source.startswith("fact: timeline"), milestone.id
        assert [part.tag for part in parts_of(milestone.source)] == ["fact"]


