"""Letters under way, on the table, found and overlooked (mechanisms/delivery.py)."""

from dataclasses import replace

import pytest

from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.engine.state import NO_LETTER, SLOTS
from tests.small_crisis import ALWAYS, HALF_DAY, NEVER, after_the_deal, game, lay_letter, post_letter, set_rolls, sheet, still, term, text, turn

OFFER = text(pledge=term(3), overflights=term(2))
TIRED_STAFF_MISSES_ALL = {"deafness": [(0, 0), (500, 1_000_000), (1000, 1_000_000)]}


def numbers(state, writer):
    return [int(number) for number in state.public.letter_number[0, writer]]


@pytest.mark.parametrize(("channel", "turns"), [("broadcast", 1), ("envoy", 1), ("un", 2), ("cable", 3)])
@pytest.mark.parametrize("writer", SIDES)
def test_a_letter_lies_on_the_table_after_its_channels_delay(channel, turns, writer):
    """Broadcast and envoy arrive within the turn, the UN takes one half-day and a cable two."""
    book = still()
    state, sent = game(book), sheet(book, writer, offer=OFFER, channel=channel)
    for passed in range(1, turns + 1):
        sheets = [sheet(book), sheet(book)]
        if passed == 1:
            sheets[writer] = sent
        state, _ = turn(book, state, *sheets)
        assert numbers(state, writer) == ([1, 0, 0] if passed == turns else [0, 0, 0]), f"after turn {passed}"
    assert state.public.letters[0, writer, 0].tolist() == OFFER.tolist()
    assert state.public.letter_age[0, writer, 0] == 0
    assert book.channels[int(state.public.letter_channel[0, writer, 0])].id == channel
    assert not state.umpire.post_number.any()


def test_in_turns_longer_than_the_delay_every_letter_arrives_within_the_turn():
    """Where a turn is longer than a channel's delay, the letter arrives within the turn."""
    book = still()
    state, _ = turn(book, after_the_deal(book), sheet(book, offer=OFFER, channel="cable"))
    assert numbers(state, WASHINGTON) == [1, 0, 0]


def test_a_turn_as_long_as_the_delay_is_not_longer_than_it():
    """A cable of two half-days sent in a turn of two half-days arrives in the next."""
    book = still()
    state = game(book, phase=1, minutes=6 * HALF_DAY)
    state, _ = turn(book, state, sheet(book, offer=OFFER, channel="cable"))
    assert numbers(state, WASHINGTON) == [0, 0, 0] and state.umpire.post_number[0, WASHINGTON] == 1
    state, _ = turn(book, state)
    assert numbers(state, WASHINGTON) == [1, 0, 0]


def test_a_tired_staff_overlooks_a_letter_that_is_due(monkeypatch):
    """A tired reader's staff misses a letter: it stays under way though its time is up (M09)."""
    set_rolls(monkeypatch, {"delivery/overlooked/moscow": NEVER - 1})
    book = still(curves=TIRED_STAFF_MISSES_ALL)
    waiting = post_letter(game(book, fatigue=(0, 600)), WASHINGTON, 1, OFFER, wait=2)
    state, _ = turn(book, waiting)
    assert numbers(state, WASHINGTON) == [0, 0, 0] and state.umpire.post_number[0, WASHINGTON] == 1


def test_it_is_the_readers_tiredness_that_counts(monkeypatch):
    """A tired writer with a rested reader: the letter arrives."""
    set_rolls(monkeypatch, {"delivery/overlooked/moscow": ALWAYS})
    book = still(curves=TIRED_STAFF_MISSES_ALL)
    waiting = post_letter(game(book, fatigue=(600, 0)), WASHINGTON, 1, OFFER, wait=2)
    assert numbers(turn(book, waiting)[0], WASHINGTON) == [1, 0, 0]


def test_two_half_days_overdue_even_a_tired_staff_finds_the_letter(monkeypatch):
    """The patience of clerks ends: what is two half-days overdue arrives whatever the roll."""
    set_rolls(monkeypatch, {"delivery/overlooked/moscow": ALWAYS})
    book = still(curves=TIRED_STAFF_MISSES_ALL)
    late = post_letter(game(book, fatigue=(0, 600)), WASHINGTON, 1, OFFER, wait=3)
    later = post_letter(game(book, fatigue=(0, 600)), WASHINGTON, 1, OFFER, wait=4)
    assert numbers(turn(book, late)[0], WASHINGTON) == [0, 0, 0]
    assert numbers(turn(book, later)[0], WASHINGTON) == [1, 0, 0]


def test_a_missed_letter_arrives_with_the_next(monkeypatch):
    """A new letter brings the waiting one along: both lie there, the newest first, each with its own words and deadline."""
    set_rolls(monkeypatch, {"delivery/overlooked/moscow": ALWAYS})
    book = still(curves=TIRED_STAFF_MISSES_ALL)
    state = post_letter(game(book, fatigue=(0, 600)), WASHINGTON, 1, OFFER, wait=2)
    state.umpire.post_due[0, WASHINGTON] = 9 * HALF_DAY
    newer = text(pledge=term(2))
    state, _ = turn(book, state, sheet(book, offer=newer, channel="envoy"))
    assert numbers(state, WASHINGTON) == [2, 1, 0]
    assert state.public.letters[0, WASHINGTON, :2].tolist() == [newer.tolist(), OFFER.tolist()]
    assert state.public.letter_due[0, WASHINGTON].tolist() == [0, 9 * HALF_DAY, 0]
    assert not state.umpire.post_number.any()


def test_a_cable_sent_behind_a_cable_brings_the_first_one_along():
    """One letter a side can be under way: a second by cable lays the first on the table and takes its place."""
    book = still()
    state, _ = turn(book, game(book), sheet(book, offer=OFFER, channel="cable"))
    state, _ = turn(book, state, sheet(book, offer=text(pledge=term(1)), channel="cable"))
    assert numbers(state, WASHINGTON) == [1, 0, 0] and state.umpire.post_number[0, WASHINGTON] == 2


def test_a_letter_taken_back_under_way_never_arrives():
    """Withdrawing a letter that is still under way takes it back."""
    book = still()
    state, _ = turn(book, game(book), sheet(book, offer=OFFER, channel="cable"))
    for withdraw in (1, 0, 0, 0):
        state, _ = turn(book, state, sheet(book, withdraw=withdraw))
    assert numbers(state, WASHINGTON) == [0, 0, 0] and not state.umpire.post_number.any()


def test_each_writer_numbers_its_letters_from_one():
    """Numbers go up by one a letter and belong to the writer."""
    book = still()
    state = game(book)
    for _ in range(2):
        state, _ = turn(book, state, sheet(book, offer=OFFER))
    state, _ = turn(book, state, None, sheet(book, MOSCOW, offer=OFFER))
    assert numbers(state, WASHINGTON) == [2, 1, 0] and numbers(state, MOSCOW) == [1, 0, 0]
    assert state.dossier.sent[0].tolist() == [2, 1]


def test_with_every_place_taken_the_oldest_letter_is_put_away():
    """The table holds three letters of one writer; a fourth pushes out the oldest."""
    book = still()
    state = game(book)
    for _ in range(SLOTS + 1):
        state, _ = turn(book, state, sheet(book, offer=OFFER))
    assert numbers(state, WASHINGTON) == [4, 3, 2]
    assert state.public.letter_age[0, WASHINGTON].tolist() == [0, 1, 2]


@pytest.mark.parametrize("gone", [3, 2])
def test_no_letter_is_put_away_while_a_place_is_free(gone):
    """One of three letters withdrawn: the next finds room, and the two that are left stay, in their order."""
    book = still(bargaining={"letter_open_turns": 9})
    state = game(book)
    for _ in range(SLOTS):
        state, _ = turn(book, state, sheet(book, offer=OFFER))
    state, _ = turn(book, state, sheet(book, withdraw=gone))
    state, _ = turn(book, state, sheet(book, offer=OFFER))
    assert [number for number in numbers(state, WASHINGTON) if number] == [number for number in (4, 3, 2, 1) if number != gone]


def test_an_empty_place_has_no_age():
    """Empty places keep the mark that says so, turn after turn."""
    book = still()
    state, _ = turn(book, game(book))
    assert (state.public.letter_age == NO_LETTER).all()


SAID_EVERY_WAY = term(3, secret=True, paper=True, exact=True)


@pytest.mark.parametrize(("channel", "carried"), [("broadcast", term(3, paper=True, exact=True)), ("un", term(3, paper=True, exact=True)),
                                                  ("envoy", term(3, secret=True, exact=True)), ("cable", SAID_EVERY_WAY)])
def test_a_letter_arrives_as_its_channel_can_carry_it(channel, carried):
    """What everybody hears loses its secret mark, what is spoken its paper; position and wording stay."""
    book = still()
    state, _ = turn(book, game(book), sheet(book, offer=text(pledge=SAID_EVERY_WAY), channel=channel))
    for _ in range(2):
        state, _ = turn(book, state)
    assert state.public.letters[0, WASHINGTON, 0].tolist() == text(pledge=carried).tolist()


@pytest.mark.parametrize("channel", ["envoy", "cable"])
def test_what_everybody_sees_done_lies_in_no_annex(channel):
    """A term in sight loses its secret mark by whatever channel; one on an issue that can be hidden keeps it."""
    plain = still()
    book = replace(plain, issues=tuple(replace(issue, in_sight=issue.id == "quarantine") for issue in plain.issues))
    hidden = text(pledge=term(4, secret=True), quarantine=term(4, secret=True, exact=True))
    state, _ = turn(book, game(book), sheet(book, offer=hidden, channel=channel))
    for _ in range(2):
        state, _ = turn(book, state)
    said = text(pledge=term(4, secret=True), quarantine=term(4, exact=True))
    assert state.public.letters[0, WASHINGTON, 0].tolist() == said.tolist()
    state, _ = turn(book, state, None, sheet(book, MOSCOW, answer="accept", to=1))
    assert state.public.agreed[0].tolist() == said.tolist()


def test_what_a_letter_says_is_on_record_when_it_arrives():
    """`stated` takes the position of each issue named, when it arrives and not before; issues left out keep the last word."""
    book = still()
    state, _ = turn(book, game(book, stated=text(withdrawal=4)), sheet(book, offer=OFFER, channel="un"))
    assert state.public.stated[0, WASHINGTON].tolist() == text(withdrawal=4).tolist()
    state, _ = turn(book, state)
    assert state.public.stated[0, WASHINGTON].tolist() == text(withdrawal=4, pledge=3, overflights=2).tolist()


def test_letters_on_the_table_grow_older():
    """A letter's age is the turns since it arrived."""
    book = still()
    state = lay_letter(game(book), MOSCOW, 1, OFFER, age=0)
    for age in (1, 2):
        state, _ = turn(book, state)
        assert state.public.letter_age[0, MOSCOW].tolist() == [age, NO_LETTER, NO_LETTER]


def test_how_each_side_answered_is_known():
    """`answered` says this turn's answer and is fresh every turn."""
    book = still()
    state, _ = turn(book, lay_letter(game(book), MOSCOW, 1, OFFER), sheet(book, answer="refuse", to=1))
    assert state.public.answered[0].tolist() == [2, 0]
    assert turn(book, state)[0].public.answered[0].tolist() == [0, 0]


WORN_ENVOY = {"delivery": {"garbled_from_hours": 60, "garbled_ppm": 500_000}}
SPOKEN, WRITTEN = text(pledge=term(3, exact=True, secret=True)), text(pledge=term(3, secret=True))


@pytest.mark.parametrize(("hours", "channel", "roll", "arrives"), [
    (60, "envoy", 499_999, WRITTEN), (60, "envoy", 500_000, SPOKEN), (59, "envoy", ALWAYS, SPOKEN), (99, "cable", ALWAYS, SPOKEN)])
def test_an_envoy_too_long_awake_garbles_exact_words(hours, channel, roll, arrives, monkeypatch):
    """By word of mouth exact wording may arrive loose; nothing else of the term changes, and what is written stays as it is (M09)."""
    set_rolls(monkeypatch, {"delivery/garbled/washington": roll})
    book = still(**WORN_ENVOY)
    state, _ = turn(book, game(book, awake=[(hours, 0, 99), (99, 99, 99)]), sheet(book, offer=SPOKEN, channel=channel))
    for _ in range(2):
        state, _ = turn(book, state)
    assert state.public.letters[0, WASHINGTON, 0].tolist() == arrives.tolist()


def test_while_the_envoy_sleeps_a_deputy_speaks_for_him_no_better(monkeypatch):
    """A deputy who was not in the room counts as worn out (M08, M09)."""
    set_rolls(monkeypatch, {"delivery/garbled/washington": ALWAYS})
    book = still(**WORN_ENVOY)
    rested = game(book)
    assert turn(book, rested, sheet(book, offer=SPOKEN))[0].public.letters[0, WASHINGTON, 0].tolist() == SPOKEN.tolist()
    state = game(book, away=[(1, 0, 0), (0, 0, 0)])
    assert turn(book, state, sheet(book, offer=SPOKEN))[0].public.letters[0, WASHINGTON, 0].tolist() == WRITTEN.tolist()


@pytest.mark.parametrize(("hours", "roll", "found"), [((0, 50, 0), 299_999, False), ((0, 50, 0), 300_000, True), ((99, 49, 99), ALWAYS, True)])
def test_a_man_on_watch_too_long_awake_lets_a_letter_lie(hours, roll, found, monkeypatch):
    """It is the reader's watch that counts, and from its hour on (M08, M09)."""
    set_rolls(monkeypatch, {"delivery/overlooked/moscow": roll})
    book = still(delivery={"watch_from_hours": 50, "watch_ppm": 300_000})
    state, _ = turn(book, post_letter(game(book, awake=[(0, 99, 0), hours]), WASHINGTON, 1, OFFER, wait=2))
    assert numbers(state, WASHINGTON) == ([1, 0, 0] if found else [0, 0, 0])


def test_an_ultimatum_is_counted_when_it_arrives():
    """A letter with a deadline counts for its writer, in the turn it lies on the table: while it is under way nobody across the table knows of it."""
    book = still()
    mine, theirs = sheet(book, offer=OFFER, due=9 * HALF_DAY), sheet(book, MOSCOW, offer=SPOKEN, channel="cable", due=9 * HALF_DAY)
    state, _ = turn(book, game(book), mine, theirs)
    assert state.public.ultimata[0].tolist() == [1, 0]
    for counted in ([1, 0], [1, 1]):
        state, _ = turn(book, state)
        assert state.public.ultimata[0].tolist() == counted
    assert turn(book, state, sheet(book, offer=OFFER))[0].public.ultimata[0].tolist() == [1, 1], "a letter without a deadline is none"


@pytest.mark.parametrize(("channel", "turns"), [("envoy", 1), ("un", 2), ("cable", 3)])
def test_a_letter_keeps_its_tone_on_the_way(channel, turns):
    """By post or by word of mouth, it speaks as it was written; a letter before it keeps its own."""
    book = still()
    state = lay_letter(game(book), WASHINGTON, 1, OFFER, tone="warm")
    state, _ = turn(book, state, sheet(book, offer=OFFER, channel=channel, tone="anguished"))
    for _ in range(turns - 1):
        assert state.public.letter_tone[0, WASHINGTON].tolist() == [1, 0, 0]
        state, _ = turn(book, state)
    assert state.public.letter_tone[0, WASHINGTON].tolist() == [3, 1, 0] and state.public.letter_tone[0, MOSCOW].tolist() == [0, 0, 0]
    state, _ = turn(book, state, sheet(book, withdraw=2))
    assert state.public.letter_tone[0, WASHINGTON].tolist() == [1, 0, 0], "taken off the table, its tone goes with it"
