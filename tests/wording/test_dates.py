"""Moments by two capitals' clocks, through the night of 28 October when Washington's went back."""

from game.engine.sides import MOSCOW, WASHINGTON
from game.wording import dates
from tests.whole_games import book

HALF_DAY = 720


def test_a_half_day_has_its_part_of_the_day():
    assert dates.when(book(), WASHINGTON, 0, 1) == "Monday 22 October 1962, evening"
    assert dates.when(book(), WASHINGTON, 9 * HALF_DAY, 1) == "Saturday 27 October 1962, morning"
    assert dates.when(book(), MOSCOW, 0, 1) == "Tuesday 23 October 1962, after midnight"


def test_a_day_has_its_name_and_longer_turns_their_span():
    assert dates.when(book(), WASHINGTON, 14 * HALF_DAY, 2) == "Monday 29 October 1962"
    assert dates.when(book(), WASHINGTON, 20 * HALF_DAY, 6) == "1 to 4 November 1962"
    assert dates.when(book(), WASHINGTON, 14 * HALF_DAY, 8) == "29 October to 2 November 1962"
    assert dates.when(book(), WASHINGTON, 130 * HALF_DAY, 30) == "26 December 1962 to 10 January 1963"


def test_washington_loses_an_hour_and_moscow_does_not():
    """Twelve hours either side of 28 October 02:00."""
    assert [dates.clock(book(), WASHINGTON, minutes) for minutes in (0, 12 * HALF_DAY)] == ["18:00", "17:00"]
    assert [dates.clock(book(), MOSCOW, minutes) for minutes in (0, 12 * HALF_DAY)] == ["01:00", "01:00"]


def test_stamps_deadlines_and_spans():
    assert dates.stamp(book(), WASHINGTON, 137) == "22 October, 20:17"
    assert dates.until(book(), MOSCOW, 1440) == "Wednesday 24 October, 01:00"
    spans = [dates.about(half_days) for half_days in (1, 2, 3, 6, 7)]
    assert spans == ["half a day", "a day", "a day and a half", "three days", "three and a half days"]
