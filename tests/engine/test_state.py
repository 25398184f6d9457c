"""Boxes, fields and openings (state.py)."""

import numpy as np
import pytest

from game.engine.sides import SIDES
from game.engine.state import BOXES, FIELDS, NO_LETTER, Box, open_game, part_names
from tests.small_crisis import INCIDENTS, ISSUES, TEAM, date, game, still
from tests.whole_games import book


def test_every_field_lies_in_one_box_and_one_place():
    """No name twice, no column shared, none unused."""
    names = [name for fields in BOXES.values() for name in fields]
    assert len(names) == len(set(names)) == len(FIELDS)
    state = open_game(book(), [1])
    columns = [column for name in FIELDS for column in range(*state.layout.places[name])]
    assert columns == list(range(state.layout.columns)) and len(state.block) == len(columns)


def test_a_field_is_a_window_on_the_block_with_the_game_first():
    """Writing through a field moves the block, in the right game and part; each column of games lies together."""
    made = still(dates=(date(1), date(2)))
    state = game(made).take([0] * 6)
    sizes = {"sides": 2, "issues": len(ISSUES), "incidents": len(INCIDENTS), "team": len(TEAM), "dates": 2}
    for name, field in FIELDS.items():
        column = state.column(name)
        shape = tuple(sizes.get(part, part) for part in field.shape)
        assert column.shape == (6, *shape)
        assert column.strides[0] == state.block.itemsize
        last = (4, *(size - 1 for size in shape))
        state.block[...] = 0
        column[last] = 9
        assert (state.block != 0).sum() == 1 and state.block[state.layout.places[name][1] - 1, 4] == 9


def test_no_two_parts_of_a_field_share_a_column():
    """Each part written with its own number reads back."""
    state = game(still(dates=(date(1), date(2)))).take([0, 0, 0])
    for name in FIELDS:
        column = state.column(name)
        column[...] = np.arange(column.size).reshape(column.shape)
        assert len(np.unique(column)) == column.size


def test_an_opening_is_what_the_scenario_says():
    """Named fields at their values, the rest at nothing; seeds in their games; the first turn's length; no letter has an age."""
    state = open_game(book(), [4, 5])
    for name, value in book().start.items():
        assert (state.column(name) == np.asarray(value)).all(), name
    for name in set(FIELDS) - set(book().start) - {"letter_age", "half_days", "seed"}:
        assert not state.column(name).any(), name
    assert (state.public.letter_age == NO_LETTER).all() and (state.public.half_days == book().phases[0].half_days).all()
    assert state.umpire.seed.tolist() == [4, 5]


def test_a_name_that_is_not_there_is_an_error_that_names_what_is():
    """A misspelt field is told the box's fields."""
    state = game(still())
    with pytest.raises(AttributeError, match=r"no 'presure' in the public box; it holds turn, minutes"):
        _ = state.public.presure
    with pytest.raises(AttributeError):
        _ = Box(state.layout, state.block, "umpire").pressure


def test_parts_are_named_by_side_issue_incident_seat_and_date():
    """`exposure.T09` in a side's own box, `alert.moscow` in the public one."""
    made = still(dates=(date(1, id="monday"), date(2, id="friday")))
    assert part_names(made, "awake") == [f".{seat}" for seat in TEAM] and part_names(made, "dates") == [".monday", ".friday"]
    assert part_names(made, "pressure") == [""] and part_names(made, "fear") == [""]
    assert part_names(made, "exposure") == [f".{issue}" for issue in ISSUES]
    assert part_names(made, "alert") == [".washington", ".moscow"] and part_names(made, "news") == [f".{kind}" for kind in INCIDENTS]
    for name, field in FIELDS.items():
        if field.is_meter:
            owners = len(SIDES) if name in BOXES["dossier"] else 1
            assert len(part_names(made, name)) * owners == np.prod(game(made).column(name).shape[1:], dtype=int)


def test_seeds_reach_to_the_top_of_the_word():
    """The largest seed is kept whole."""
    assert open_game(book(), [2**31 - 1]).umpire.seed.tolist() == [2**31 - 1]
