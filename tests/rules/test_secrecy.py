"""An annex has holders and a paper trail, and may come out (mechanisms/secrecy.py)."""

import numpy as np
import pytest

from game.engine.orders import empty_sheet
from game.engine.sides import MOSCOW
from game.engine.turn import resolve
from tests.small_crisis import ALWAYS, after_the_deal, entries, game, lay_letter, set_rolls, sheet, still, term, text, turn

HOME, ALLIES, FACE = 1, 2, 3
LEAKY = {"in_the_know": (20, 5), "leak_ppm_per_holder": 100, "paper_per_mille": 1000, "cover_per_mille": 500, "press_cold_per_mille": 500,
         "press_hot_per_mille": 2500}
ANNEX = text(pledge=term(3), missiles_abroad=term(4, secret=True))


def accept(book, terms, **fields):
    return turn(book, lay_letter(game(book, **fields), MOSCOW, 1, terms), sheet(book, answer="accept", to=1))


def chance_of_leak(monkeypatch, side="washington", book=None, **fields) -> int:
    """ppm, read from outside by bisection over the roll."""
    book = book or still(secrecy=LEAKY)
    low, high = -1, 999_999
    while high - low > 1:
        middle = (low + high) // 2
        set_rolls(monkeypatch, {f"secrecy/leaks/{side}": middle})
        low, high = (middle, high) if turn(book, game(book, **fields))[0].public.leaked[0] else (low, middle)
    return high


def test_an_annex_is_shared_by_those_who_must_know():
    """A secret term agreed adds each side's holders (M38)."""
    book = still(secrecy=LEAKY)
    after, lines = accept(book, ANNEX)
    assert after.umpire.holders[0].tolist() == [20, 5] and after.umpire.paper[0].tolist() == [0, 0]
    assert all(line.known_to == () for line in lines if line.meter.startswith("holders"))


def test_an_annex_on_paper_leaves_a_trail():
    """Written secret terms leave paper on both sides; a written open term leaves none (M35)."""
    book = still(secrecy=LEAKY)
    assert accept(book, text(missiles_abroad=term(4, secret=True, paper=True)))[0].umpire.paper[0].tolist() == [1, 1]
    assert accept(book, text(pledge=term(3, paper=True), missiles_abroad=term(4, secret=True)))[0].umpire.paper[0].tolist() == [0, 0]


def test_an_open_deal_has_no_holders(monkeypatch):
    """Nothing secret, nothing to leak."""
    set_rolls(monkeypatch, otherwise=ALWAYS)
    book = still(secrecy=LEAKY)
    after, _ = accept(book, text(withdrawal=term(2), pledge=term(3)))
    assert not after.umpire.holders.any() and after.public.leaked[0] == 0


def test_never_shared_never_leaked(monkeypatch):
    """Without holders no roll, paper, press or length of turn makes a leak."""
    set_rolls(monkeypatch, otherwise=ALWAYS)
    book = still(secrecy=LEAKY)
    assert turn(book, game(book, paper=(1, 1), press=1000, half_days=64))[0].public.leaked[0] == 0
    assert turn(book, game(book, holders=(1, 0), press=500))[0].public.leaked[0] == 1


def test_the_hazard_grows_with_holders_press_and_time(monkeypatch):
    """At middling heat (1500 per mille here) 20 people at 100 ppm leak 3,000 ppm a half-day; half the people half of it, and so on."""
    assert chance_of_leak(monkeypatch, holders=(20, 0), press=500) == pytest.approx(3000, rel=0.04)
    assert chance_of_leak(monkeypatch, holders=(40, 0), press=500) == pytest.approx(6000, rel=0.03)
    assert chance_of_leak(monkeypatch, holders=(20, 0), press=0) == pytest.approx(1000, rel=0.1)
    assert chance_of_leak(monkeypatch, holders=(20, 0), press=1000) == pytest.approx(5000, rel=0.03)
    assert chance_of_leak(monkeypatch, holders=(20, 0), press=500, half_days=6) == pytest.approx(18_000, rel=0.03)


def test_however_many_share_it_the_hazard_has_a_ceiling(monkeypatch):
    """People and paper make at most 100,000 ppm a half-day, before the heat of the press (2500 per mille here); no product wraps, in either word."""
    for word in (np.int32, np.int64):
        book = still(word=word, secrecy={**LEAKY, "leak_ppm_per_holder": 10_000})
        assert chance_of_leak(monkeypatch, book=book, holders=(999, 0), paper=(1, 0), press=1000) == pytest.approx(221_199, rel=0.001)


def test_paper_feeds_the_hazard_and_a_cover_story_starves_it(monkeypatch):
    """Paper doubles it here (M35), a cover story halves it (M44), both together cancel."""
    plain = chance_of_leak(monkeypatch, holders=(40, 0), press=500)
    assert chance_of_leak(monkeypatch, holders=(40, 0), press=500, paper=(1, 0)) == pytest.approx(2 * plain, rel=0.04)
    assert chance_of_leak(monkeypatch, holders=(40, 0), press=500, cover=(1, 0)) == pytest.approx(plain / 2, rel=0.06)
    assert chance_of_leak(monkeypatch, holders=(40, 0), press=500, cover=(1, 0), paper=(1, 0)) == pytest.approx(plain, rel=0.04)


def test_a_side_leaks_by_its_own_holders_paper_and_cover(monkeypatch):
    """Moscow's cover story does nothing for Washington's papers."""
    plain = chance_of_leak(monkeypatch, holders=(40, 40), press=500)
    assert chance_of_leak(monkeypatch, holders=(40, 0), press=500, cover=(0, 1), paper=(0, 1)) == plain
    assert chance_of_leak(monkeypatch, "moscow", holders=(40, 40), press=500) == plain
    assert chance_of_leak(monkeypatch, "moscow", holders=(40, 0), press=500) == 0


PRICES = {(0, HOME, "missiles_abroad"): (0, 0, 0, -60, -60), (0, ALLIES, "missiles_abroad"): (0, 0, 0, -40, -40),
          (1, FACE, "missiles_abroad"): (0, 0, 0, 50, 50),
          (1, HOME, "pledge"): (0, 0, -30, 0, 0)}


def test_when_the_annex_comes_out_its_public_price_is_paid_and_more_for_the_denial(monkeypatch):
    """Each audience charges the secret terms it would have charged, and a share on top for having been lied to (M31); Castro is angry (M49)."""
    set_rolls(monkeypatch, {"secrecy/leaks/moscow": ALWAYS})
    book = still(worth=PRICES, secrecy={**LEAKY, "lied_per_mille": 500, "castro": 33})
    after, lines = turn(book, after_the_deal(book, agreed=ANNEX, holders=(20, 5)))
    assert after.public.leaked[0] == 1
    assert entries(lines, "home", "washington") == {"the secret annex came out": -60, "and it had been denied": -30}
    assert entries(lines, "allies", "washington") == {"the secret annex came out": -40, "and it had been denied": -20}
    assert entries(lines, "home", "moscow") == {}, "the open pledge was paid for when it was made"
    assert entries(lines, "face", "moscow") == {}, "what gains nobody's reproach costs nothing"
    assert entries(lines, "castro") == {"the secret annex came out": 33}


def test_a_secret_comes_out_once(monkeypatch):
    """What is out is out: no second price."""
    set_rolls(monkeypatch, {"secrecy/leaks/moscow": ALWAYS, "secrecy/leaks/washington": ALWAYS})
    book = still(worth=PRICES, secrecy={**LEAKY, "castro": 33})
    _, lines = turn(book, after_the_deal(book, agreed=ANNEX, holders=(20, 5), leaked=1))
    assert lines == []


def test_a_leak_is_charged_in_the_game_it_happens_in(monkeypatch):
    """Beside a game that leaks, another pays nothing."""
    book = still(worth=PRICES, secrecy=LEAKY)
    set_rolls(monkeypatch, {"secrecy/leaks/moscow": ALWAYS})
    state = after_the_deal(book, agreed=ANNEX, holders=(20, 5)).take([0, 0])
    state.umpire.holders[1] = 0
    after, _ = resolve(book, state, (empty_sheet(book, 2), empty_sheet(book, 2)))
    assert after.public.leaked.tolist() == [1, 0] and after.dossier.home[:, 0].tolist() == [440, 500]

