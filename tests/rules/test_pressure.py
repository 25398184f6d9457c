"""The rope: pulls of postures, time and answers (mechanisms/pressure.py)."""

import pytest

from tests.small_crisis import HALF_DAY, after_the_deal, entries, game, lay_letter, sheet, still, text, turn


def test_pressure_moves_toward_where_the_postures_hold_it():
    """A half-day takes off its share of what there is and adds the same share of what each posture would hold."""
    book = still(pressure={"eases_per_mille": 100, "quarantine": 150, "alert": 80, "peace_alerts": 2})
    _, lines = turn(book, game(book, pressure=500, quarantine=2, alert=(3, 1)))
    assert entries(lines, "pressure") == {"time passes": -50, "the quarantine stands": 30, "forces on alert": 16}


def test_alerts_below_peace_pull_the_other_way():
    """Forces stood down ease the rope."""
    book = still(pressure={"eases_per_mille": 100, "alert": 80, "peace_alerts": 2})
    _, lines = turn(book, game(book, pressure=500, alert=(1, 0)))
    assert entries(lines, "pressure") == {"time passes": -50, "forces on alert": -8}


@pytest.mark.parametrize(("half_days", "left"), [(1, 800), (2, 640), (6, 262)])
def test_easing_compounds_over_longer_turns(half_days, left):
    """8 tenths a half-day: 640 after two, 262 after six (to a per mille); never below nothing."""
    book = still(pressure={"eases_per_mille": 200})
    after, _ = turn(book, game(book, pressure=1000, half_days=half_days))
    assert after.public.pressure[0] == left
    assert turn(book, game(book, pressure=1000, half_days=64))[0].public.pressure[0] >= 0


def test_a_long_turn_ends_where_the_postures_hold_it():
    """After months the meter stands where the standing postures hold it."""
    book = still(pressure={"eases_per_mille": 200, "quarantine": 150})
    assert turn(book, game(book, pressure=900, quarantine=2, half_days=64))[0].public.pressure[0] == 300


def test_the_world_expects_the_sites_to_grow_while_the_confrontation_lasts():
    """A pull by the calendar that all can reckon, until the deal."""
    book = still(curves={"world_expects": [(0, 0), (4, 400), (200, 400)]}, pressure={"eases_per_mille": 100})
    assert entries(turn(book, game(book, minutes=2 * HALF_DAY))[1], "pressure") == {"the sites are known to grow": 20}
    assert entries(turn(book, after_the_deal(book, half_days=1))[1], "pressure") == {}


def test_the_worlds_expectation_stays_at_the_end_of_its_curve():
    """Later than the curve says, it stands where the curve ends."""
    book = still(curves={"world_expects": [(0, 0), (2, 400)]}, pressure={"eases_per_mille": 100})
    for half_days in (2, 5):
        assert entries(turn(book, game(book, minutes=half_days * HALF_DAY))[1], "pressure") == {"the sites are known to grow": 40}


def test_an_answer_eases_the_rope_once():
    """Any answer to a letter, from either side or both, takes off its share."""
    book = still(pressure={"answered": 35})
    state = lay_letter(game(book, pressure=500), 1, 1, text(pledge=3))
    state = lay_letter(state, 0, 1, text(pledge=2))
    one = turn(book, state, sheet(book, answer="counter", to=1, offer=text(pledge=1)))[1]
    both = turn(book, state, sheet(book, answer="refuse", to=1), sheet(book, 1, answer="refuse", to=1))[1]
    assert entries(one, "pressure") == entries(both, "pressure") == {"an answer was given": -35}
    assert entries(turn(book, state)[1], "pressure") == {}


def test_pressure_reads_public_things_only():
    """True site work, fear and every other hidden number leave the rope where it was: arithmetic must not give them away."""
    book = still(pressure={"eases_per_mille": 100, "quarantine": 150, "alert": 80})
    plain = turn(book, game(book, pressure=500, quarantine=1))[0]
    hidden = turn(book, game(book, pressure=500, quarantine=1, buildup=(900, 900), fear=(800, 800), hawks=(700, 700), estimate=(600, 600),
                             castro=900))[0]
    assert plain.public.pressure[0] == hidden.public.pressure[0] == 465


LINKS = {"pressure": {"linked": 24}}


@pytest.mark.parametrize(("offers", "added"), [
    ([{"missiles_abroad": 2}, {}], 24), ([{}, {"missiles_abroad": 5}], 24), ([{"missiles_abroad": 2}, {"missiles_abroad": 5}], 48),
    ([{"missiles_abroad": 1}, {"pledge": 3}], 0)])
def test_missiles_elsewhere_named_aloud_are_an_anxious_day(offers, added):
    """Each side that says in public that missiles abroad belong to it tightens the rope; refusing to is no such word (M23)."""
    book = still(**LINKS)
    sheets = [sheet(book, side, offer=text(**offer) if offer else None, channel="broadcast") for side, offer in enumerate(offers)]
    assert entries(turn(book, game(book, pressure=500), *sheets)[1], "pressure") == ({"missiles elsewhere are talked of": added} if added else {})


def test_missiles_elsewhere_spoken_of_in_private_move_nothing():
    """Only what arrives by a channel that everybody hears, and only in the turn in which it arrives."""
    book = still(**LINKS)
    for channel in ("envoy", "cable"):
        state, lines = turn(book, game(book), None, sheet(book, 1, offer=text(missiles_abroad=4), channel=channel))
        for _ in range(2):
            assert entries(lines, "pressure") == {}
            state, lines = turn(book, state)
    state, lines = turn(book, game(book), None, sheet(book, 1, offer=text(missiles_abroad=4), channel="un"))
    told = [entries(lines, "pressure")]
    for _ in range(2):
        state, lines = turn(book, state)
        told.append(entries(lines, "pressure"))
    assert told == [{}, {"missiles elsewhere are talked of": 24}, {}], "said at the United Nations, it is heard when it arrives there"


@pytest.mark.parametrize(("tones", "moved"), [
    (("warm", None), {"a letter spoke warmly": -12}), (("anguished", "warm"), {"a letter spoke warmly": -24}),
    (("stern", "plain"), {"a letter spoke sternly": 9}), (("warm", "stern"), {"a letter spoke warmly": -12, "a letter spoke sternly": 9}),
    (("plain", None), {})])
def test_a_letters_tone_is_heard_when_it_arrives(tones, moved):
    """Warm and anguished letters ease the rope, stern ones tighten it, each side's by itself; the turn after they are old news."""
    book = still(pressure={"warm": 12, "stern": 9})
    sheets = [sheet(book, side, offer=text(pledge=3 + side) if tone else None, tone=tone or "plain") for side, tone in enumerate(tones)]
    state, lines = turn(book, game(book, pressure=500), *sheets)
    assert entries(lines, "pressure") == moved
    assert entries(turn(book, state)[1], "pressure") == {}
