"""No two neighbouring turns read alike, no letter repeats the one before it, and the same game reads the same every time."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from game.engine.orders import from_sheet
from game.engine.sides import SIDE_IDS, SIDES
from game.engine.view import observe
from game.session.opponents import scripted
from game.wording.board import Paper
from game.wording.correspondence import on_table
from game.wording.letters import Sent
from game.wording.letters import compose as write
from game.wording.record import SeatRecord
from tests.whole_games import PAIRINGS, book

from .whole import start, step

GAMES = 100


@cache
def told(seed: int, names: tuple[str, str]) -> tuple[tuple[SeatRecord, SeatRecord], tuple[tuple[Sent, ...], tuple[Sent, ...]]]:
    """Both records of a whole game, and every letter of each writer in the order in which it came to lie on the table."""
    players = [scripted(book(), side, names[side]) for side in SIDES]
    moment, letters = start(seed), ([], [])
    while not moment.state.umpire.ending[0]:
        views = [observe(moment.state, side) for side in SIDES]
        moment = step(moment, *(from_sheet(book(), views[side], players[side](views[side])) for side in SIDES))
        for writer in SIDES:
            for lying in reversed(on_table(observe(moment.state, writer), writer)):
                if lying.sent.number not in {sent.number for sent in letters[writer]}:
                    letters[writer].append(lying.sent)
    return moment.records, (tuple(letters[0]), tuple(letters[1]))


def texts(papers: tuple[Paper, ...]) -> frozenset[str]:
    return frozenset("\n".join(paper.body) for paper in papers)


def repeats(record: SeatRecord) -> list[int]:
    """Turns whose papers say the same as those of the turn before."""
    shown = [texts(turn.papers) for turn in record.turns]
    return [at for at in range(1, len(shown)) if shown[at] == shown[at - 1]]


def hundred() -> list[tuple[int, tuple[str, str]]]:
    return [(seed, PAIRINGS[seed % len(PAIRINGS)]) for seed in range(GAMES)]


@pytest.mark.slow
def test_no_two_neighbouring_turns_of_a_hundred_games_read_alike():
    turns = 0
    for game in hundred():
        for side in SIDES:
            record = told(*game)[0][side]
            turns += len(record.turns)
            assert not repeats(record), (game, SIDE_IDS[side])
            summaries = [paper.body for turn in record.turns for paper in turn.papers if paper.id.startswith("summary@")]
            assert len(summaries) == len(record.turns)
            assert all(one[1] != two[1] and one[0] != two[0] for one, two in pairwise(summaries))
    assert turns > 10 * GAMES


@pytest.mark.slow
def test_no_letter_of_a_hundred_games_repeats_the_writers_letter_before():
    """Other terms, another tone or another deadline make another letter; and where all three are the same the opening is not."""
    pairs = same = 0
    for game in hundred():
        for letters in told(*game)[1]:
            for one, two in pairwise(letters):
                if two.number != one.number + 1:
                    continue                # one that was taken back on its way never lay on a table
                first, second = write(book(), one), write(book(), two)
                pairs += 1
                same += (one.terms, one.tone, bool(one.due)) == (two.terms, two.tone, bool(two.due))
                assert first.body != second.body and first.face[:2] != second.face[:2], (game, one.number)
    assert pairs > GAMES and same


def test_a_game_reads_the_same_when_it_is_played_again():
    game = (5, PAIRINGS[0])
    first = told(*game)
    told.cache_clear()
    assert told(*game) == first


def test_a_turn_that_repeats_would_be_noticed():
    record = told(5, PAIRINGS[0])[0][0]
    doubled = replace(record, turns=(record.turns[0], replace(record.turns[1], papers=record.turns[0].papers), *record.turns[2:]))
    assert repeats(doubled)[0] == 1
