"""Every number a scenario or a dial may give stays within 32 bits: the ends of each are played in extreme positions in both words."""

import dataclasses

import numpy as np
import pytest

from game.engine.digest import digest
from game.engine.limits import most
from game.engine.orders import Sheet
from game.engine.state import State
from game.engine.turn import resolve
from game.scenario.dials import dials, turned
from game.scenario.examine import LOWEST
from tests.engine.test_word_size import differing_fields
from tests.random_play import any_position, random_player
from tests.whole_games import book, sheets_of

TIMES = {"implementation.longest_heat": 64}


def _fields_that_differ(narrow_book, wide_book):
    rng = np.random.default_rng(7)
    narrow = any_position(narrow_book, 400, rng)
    wide = State(narrow.layout, narrow.block.astype(np.int64))
    sheets = sheets_of((random_player(narrow_book, rng, rashness=1), random_player(narrow_book, rng, rashness=1)), narrow)
    widened = tuple(Sheet(*(values if values.dtype == bool else values.astype(np.int64) for values in vars(sheet).values())) for sheet in sheets)
    one, two = resolve(narrow_book, narrow, sheets)[0], resolve(wide_book, wide, widened)[0]
    return [] if (digest(one) == digest(two)).all() else differing_fields(one, two)


def _with_dials(settings):
    return _fields_that_differ(*(turned(book(word), settings) for word in (np.int32, np.int64)))


@pytest.mark.parametrize("dial", sorted(dials(book())))
def test_each_dial_at_its_most_is_the_same_in_both_words(dial):
    """The largest value the check lets through overflows nothing."""
    assert _with_dials({dial: TIMES.get(dial, most(dial))}) == []


def test_every_dial_at_its_most_at_once_is_the_same_in_both_words():
    """So do all of them together."""
    assert _with_dials({dial: TIMES.get(dial, most(dial)) for dial in dials(book())}) == []


def test_the_most_frequent_incidents_are_the_same_in_both_words():
    """The hazard's own tables at the ends the schema allows."""
    books = [dataclasses.replace(book(word), incident_frequency=np.full_like(book(word).incident_frequency, 1_000_000),
                                 incident_by_rung=np.full_like(book(word).incident_by_rung, 10_000),
                                 incident_deadly=np.full_like(book(word).incident_deadly, 10_000)) for word in (np.int32, np.int64)]
    assert _fields_that_differ(*books) == []


def _in_every_tuple(sign):
    """The shipped book in both words with every number of the rules at its most, or those that may be below 0 at their least."""
    books = []
    for word in (np.int32, np.int64):
        made = turned(book(word), {dial: TIMES.get(dial, most(dial)) for dial in dials(book())})
        rules = made.rules
        for mechanism in dataclasses.fields(rules):
            record = getattr(rules, mechanism.name)
            rows_of = {name: values for name, values in vars(record).items() if isinstance(values, tuple)}
            ends = {name: (most(name) if sign > 0 or name not in LOWEST else LOWEST[name],) * len(values) for name, values in rows_of.items()}
            rules = dataclasses.replace(rules, **{mechanism.name: dataclasses.replace(record, **ends)})
        books.append(dataclasses.replace(made, rules=rules))
    return books


@pytest.mark.parametrize("sign", [1, -1])
def test_every_row_of_numbers_at_its_end_is_the_same_in_both_words(sign):
    """Rows by rung, step or side are no dials: all of them at the end that the check lets through, with every dial at its most."""
    assert _fields_that_differ(*_in_every_tuple(sign)) == []
