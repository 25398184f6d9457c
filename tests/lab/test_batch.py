"""A batch is the same games as one by one, in any size, order or number of processes."""

import numpy as np
import pytest

from game.engine.digest import digest
from game.engine.endings import ENDINGS, scores
from game.lab.batch import measures, play_batch
from game.lab.workers import Task, play_all
from game.scenario.dials import dials, parse, turned
from game.scenario.load import load_text, read_text
from game.session.game import Game
from game.session.opponents import scripted

FIRST, GAMES = 100, 40


@pytest.fixture(scope="module")
def book():
    return load_text(read_text("october-1962"), "october-1962.toml")


@pytest.fixture(scope="module")
def players(book):
    return scripted(book, 0), scripted(book, 1)


@pytest.fixture(scope="module")
def batch(book, players):
    return play_batch(book, players, np.arange(FIRST, FIRST + GAMES))


def test_every_game_has_ended(batch):
    assert (batch.final.umpire.ending > 0).all()
    assert batch.final.umpire.seed.tolist() == list(range(FIRST, FIRST + GAMES))


def test_a_batch_equals_its_games_one_by_one(book, players, batch):
    for k in range(0, GAMES, 5):
        game = Game.open(book, FIRST + k, {0: players[0], 1: players[1]})
        while not game.is_over:
            game.advance()
        assert digest(game.state)[0] == batch.digests[k], f"seed {FIRST + k}"


@pytest.mark.parametrize("chunk", [3, 7, GAMES, 1000])
def test_the_size_of_a_chunk_changes_nothing(book, players, batch, chunk):
    assert (play_batch(book, players, np.arange(FIRST, FIRST + GAMES), chunk).digests == batch.digests).all()


def test_the_order_of_the_seeds_changes_nothing(book, players, batch):
    backwards = play_batch(book, players, np.arange(FIRST, FIRST + GAMES)[::-1])
    assert (backwards.digests[::-1] == batch.digests).all()


def test_progress_counts_every_game_once(book, players):
    heard = []
    play_batch(book, players, np.arange(FIRST, FIRST + GAMES), 15, heard.append)
    assert sum(heard) == GAMES and min(heard) > 0


def test_two_workers_play_the_same_games(batch):
    task = Task(read_text("october-1962"), "october-1962.toml", ("way-out-washington", 3), ("way-out-moscow", 3))
    heard = []
    assert (play_all(task, np.arange(FIRST, FIRST + GAMES), 2, heard.append).digests == batch.digests).all()
    assert sum(heard) == GAMES


def test_measures_are_counts_and_means_of_the_games(book, batch):
    told = measures(book, batch)
    final = batch.final
    assert told["games"] == GAMES == sum(told["outcomes"].values())
    assert list(told["outcomes"]) == list(ENDINGS[1:])
    for ending, count in told["outcomes"].items():
        assert count == final.umpire.ending.tolist().count(ENDINGS.index(ending))
    assert told["incidents_mean"] == pytest.approx(sum(final.umpire.incidents.tolist()) / GAMES, abs=0.001)
    leaks = zip(final.umpire.leaked_at.tolist(), final.public.leaked.tolist(), strict=True)
    out = [book.washington_time(minutes) for minutes, leaked in leaks if leaked]
    assert told["leaks"] == sum(moment.strftime("%Y-%m-%d") <= "1963-01-07" for moment in out), "by the day the United Nations close the file"
    totals = sorted(scores(book, final)["true"]["total"][:, 1].tolist())
    assert told["scores"]["moscow"]["p50"] in totals and totals[0] <= told["scores"]["moscow"]["p10"] <= told["scores"]["moscow"]["p90"] <= totals[-1]


def test_dates_are_counted_by_washingtons_calendar(book, batch):
    final = batch.final
    agreed = final.public.agreed_at.tolist()
    by_hand = [minutes for minutes in agreed if minutes and book.washington_time(minutes).strftime("%m-%d") <= "10-28"]
    assert measures(book, batch)["agreement_by_28_october"] == len(by_hand)
    settled = [book.washington_time(minutes) for minutes in final.umpire.bombers_settled_at.tolist() if minutes]
    in_time = [moment for moment in settled if moment.strftime("%Y-%m-%d") <= "1962-11-20"]
    assert measures(book, batch)["bombers_settled_by_20_november"] == len(in_time)


def test_a_dial_changes_the_rules_and_nothing_else(book, players, batch):
    name, value = parse(book, "danger=0")
    assert name == "incidents.danger_ppm" and value == 0
    calm = turned(book, {name: value})
    assert calm.rules.incidents.danger_ppm == 0 < book.rules.incidents.danger_ppm
    assert {dial: now for dial, now in dials(calm).items() if now != dials(book)[dial]} == {name: 0}
    final = play_batch(calm, (scripted(calm, 0), scripted(calm, 1)), np.arange(FIRST, FIRST + GAMES)).final
    assert not final.umpire.war.any()


@pytest.mark.parametrize(("setting", "sentence"), [
    ("danger", "write DIAL=VALUE"), ("dangr=5", "did you mean 'danger'"), ("zzz=5", "known: danger, "), ("danger=-1", "whole number from 0 to"),
    ("danger=1000001", "whole number from 0 to"), ("danger=" + "9" * 9999, "whole number from 0 to"), ("danger=1.5", "whole number from 0 to"),
])
def test_a_setting_that_cannot_be_is_refused(book, setting, sentence):
    with pytest.raises(ValueError, match=sentence):
        parse(book, setting)
