"""An annex has holders and a paper trail, and may come out (mechanisms/secrecy.py)."""

import numpy as np
import pytest

from game.engine.orders import empty_sheet
from game.engine.sides import MOSCOW, SIDE_IDS, SIDES, WASHINGTON
from game.engine.turn import resolve
from tests.small_crisis import ALWAYS, HALF_DAY, after_the_deal, entries, game, lay_letter, order, set_rolls, sheet, still, term, text, turn

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


@pytest.mark.parametrize("second", [text(bombers=term(2, secret=True)), text(missiles_abroad=term(5, secret=True)), text(pledge=term(4))])
def test_another_secret_is_one_of_the_same_few(second):
    """A second annex, or the first one worded anew, adds nobody; whoever was told since still knows (M38)."""
    book = still(secrecy={**LEAKY, "leak_ppm_per_holder": 0})
    state, _ = accept(book, ANNEX)
    state.umpire.holders[0, MOSCOW] += 3
    after, lines = turn(book, lay_letter(state, MOSCOW, 2, second), sheet(book, answer="accept", to=2))
    assert after.public.agreed[0].tolist() != state.public.agreed[0].tolist() and after.umpire.holders[0].tolist() == [20, 8]
    assert entries(lines, "holders.washington") == entries(lines, "holders.moscow") == {}


def test_an_annex_nobody_shares_yet_is_told_with_the_next():
    """Where a secret is in force that nobody holds, the next one is told like a first (M38)."""
    book = still(secrecy=LEAKY)
    after, _ = accept(book, text(bombers=term(2, secret=True)), agreed=ANNEX)
    assert after.umpire.holders[0].tolist() == [20, 5]


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


def test_orders_that_brief_more_people_tell_them_the_annex(monkeypatch):
    """Six more share it where there is an annex that has not come out; elsewhere there is nothing to tell (M38)."""
    set_rolls(monkeypatch)
    book = still(menus=((order("brief", shares=6),),) * 2)
    brief = sheet(book, orders=["brief"])
    after, lines = turn(book, after_the_deal(book, agreed=ANNEX, holders=(20, 5)), brief)
    assert after.umpire.holders[0].tolist() == [26, 5] and entries(lines, "holders.washington") == {"Brief": 6}
    for nothing_to_tell in ({"agreed": text(missiles_abroad=term(4))}, {"agreed": ANNEX, "leaked": 1}):
        assert turn(book, after_the_deal(book, **nothing_to_tell), brief)[0].umpire.holders[0].tolist() == [0, 0]


@pytest.mark.parametrize("side", SIDES)
def test_either_side_may_open_the_annex_on_purpose(side):
    """It comes out at the end of that turn, without a roll; where there is none the order opens nothing (M31)."""
    book = still(menus=((order("tell_the_press", leaks=True),),) * 2, secrecy={"castro": 33})
    sheets = [sheet(book), sheet(book, MOSCOW)]
    sheets[side] = sheet(book, side, orders=["tell_the_press"])
    state = after_the_deal(book, agreed=ANNEX)
    after, lines = turn(book, state, *sheets)
    assert after.public.leaked[0] == 1 and entries(lines, "castro") == {"the secret annex came out": 33}
    assert after.umpire.leaked_at[0] == after.public.minutes[0] == state.public.minutes[0] + 6 * HALF_DAY
    later, lines = turn(book, after, *sheets)
    assert lines == [] and later.umpire.leaked_at[0] == after.umpire.leaked_at[0]
    assert not turn(book, after_the_deal(book, agreed=text(missiles_abroad=term(4))), *sheets)[0].public.leaked.any()


def test_soldiers_nobody_trusts_talk_more(monkeypatch):
    """At trust 0 the hazard on Washington's side doubles here, at 500 it is half as much again; Moscow's hangs on its own people (M15)."""
    book = still(secrecy={**LEAKY, "distrust_per_mille": 1000})

    def chance(side, trust):
        return chance_of_leak(monkeypatch, side, book, holders=(40, 40), press=500, trust=trust)
    plain = chance("washington", (1000, 0))
    assert plain == pytest.approx(6000, rel=0.03) and chance("moscow", (0, 0)) == plain
    assert chance("washington", (0, 1000)) == pytest.approx(2 * plain, rel=0.03)
    assert chance("washington", (500, 1000)) == pytest.approx(1.5 * plain, rel=0.03)


@pytest.mark.parametrize(("presser", "leaks"), [(MOSCOW, "washington"), (WASHINGTON, "moscow")])
def test_who_is_pressed_in_public_is_tempted_to_tell(presser, leaks, monkeypatch):
    """The hazard on the other side doubles in the turn in which one side asks aloud for more than is in force (M67)."""
    book = still(secrecy={**LEAKY, "pressed_per_mille": 1000})
    state = game(book, agreed=ANNEX, holders=(40, 40), press=500)
    sheets = [sheet(book), sheet(book, MOSCOW)]
    sheets[presser] = sheet(book, presser, offer=text(pledge=2 + 2 * presser), channel="broadcast")
    for side, expected in ((leaks, 12_000), (SIDE_IDS[presser], 6000)):
        for roll, out in ((expected * 96 // 100, 1), (expected * 104 // 100, 0)):
            set_rolls(monkeypatch, {f"secrecy/leaks/{side}": roll})
            assert turn(book, state, *sheets)[0].public.leaked[0] == out, (side, roll)


CREDIT = {"credit": 10, "credit_at_most": 85}


def test_a_denied_annex_earns_standing_that_is_only_borrowed():
    """Ten a half-day at home for each side, up to a limit, and noted as owed; an open deal earns none, nor does one that is out (M31)."""
    book = still(secrecy=CREDIT)
    state, lines = turn(book, after_the_deal(book, agreed=ANNEX))
    for side in SIDE_IDS:
        assert entries(lines, "home", side) == entries(lines, "credit", side) == {"credit for standing firm": 60}
    state, lines = turn(book, state)
    assert entries(lines, "credit", "moscow") == {"credit for standing firm": 25} and state.dossier.credit[0].tolist() == [85, 85]
    assert entries(turn(book, state)[1], "home") == {}
    for none in ({"agreed": text(missiles_abroad=term(4))}, {"agreed": ANNEX, "leaked": 1}):
        assert turn(book, after_the_deal(book, **none))[1] == []
    assert turn(book, game(book, agreed=ANNEX))[1] == [], "while the crisis lasts nobody is praised for it"


def test_when_it_comes_out_the_credit_is_called_in(monkeypatch):
    """What was earned on the denial is lost again, this turn's too (M31)."""
    set_rolls(monkeypatch, {"secrecy/leaks/washington": ALWAYS})
    book = still(secrecy={**LEAKY, **CREDIT})
    after, lines = turn(book, after_the_deal(book, agreed=ANNEX, holders=(20, 5), credit=(15, 0)))
    assert entries(lines, "home", "washington") == {"credit for standing firm": 60, "the credit for standing firm is called in": -75}
    assert entries(lines, "home", "moscow") == {"credit for standing firm": 60, "the credit for standing firm is called in": -60}
    assert not after.dossier.credit.any()


def test_allies_thank_washington_for_refusing_a_trade_it_has_made(monkeypatch):
    """The thanks come with a secret trade and go with it; an open one, or an annex about something else, earns none (M32)."""
    set_rolls(monkeypatch)
    book = still(secrecy={**LEAKY, "thanked_allies": 30})
    state, lines = accept(book, ANNEX)
    assert entries(lines, "allies") == entries(lines, "allies", "washington") == {"thanked for what was not refused": 30}
    for terms in (text(missiles_abroad=term(4)), text(missiles_abroad=term(1, secret=True)), text(pledge=term(4, secret=True))):
        assert entries(accept(book, terms)[1], "allies") == {}
    state, lines = turn(book, lay_letter(state, MOSCOW, 2, text(missiles_abroad=term(5, secret=True))), sheet(book, answer="accept", to=2))
    assert state.public.agreed[0, 6] == term(5, secret=True) and entries(lines, "allies") == {}, "worded anew it is the same secret"
    set_rolls(monkeypatch, {"secrecy/leaks/moscow": ALWAYS})
    assert entries(turn(book, state)[1], "allies") == {"the thanks are taken back": -30}


PAPER = ((order("hand_back", [("public.paper_asked", 1)]), order("keep", [("public.paper_asked", 2)])), (order("ask", [("public.paper_asked", 1)]),))


@pytest.mark.parametrize(("answer", "trail", "told"), [
    ("hand_back", [0, 0], ("faith", {"our letter about the annex came back": -20})),
    ("keep", [1, 1], ("face", {"our letter about the annex was kept": 25}))])
def test_a_paper_handed_back_stays_a_word_and_one_kept_is_a_trail(answer, trail, told):
    """Moscow asked for the annex in writing: kept, it gains face and both sides have paper; handed back, it loses faith (M34-M36)."""
    book = still(menus=PAPER, secrecy={"paper_kept": 25, "paper_refused": 20})
    state, lines = turn(book, after_the_deal(book, agreed=ANNEX, faith=500), None, sheet(book, MOSCOW, orders=["ask"]))
    assert state.public.paper_asked[0] == 1 and [line.meter for line in lines] == ["paper_asked"], "asking alone moves nothing else"
    state, lines = turn(book, state, sheet(book, orders=[answer]))
    assert state.umpire.paper[0].tolist() == trail and entries(lines, told[0], "moscow") == told[1]
    assert {line.meter for line in lines} == {"paper_asked", told[0], *(f"paper.{side}" for side, some in zip(SIDE_IDS, trail, strict=True) if some)}
    assert turn(book, state)[1] == [], "answered once"


def test_what_was_said_in_public_makes_the_leak_dearer(monkeypatch):
    """Half, here, of what the exposure of four tenths would have added to the open price: 12 of 60 (M30)."""
    set_rolls(monkeypatch, {"secrecy/leaks/moscow": ALWAYS})
    book = still(worth=PRICES, secrecy={**LEAKY, "exposed_per_mille": 500})
    state = after_the_deal(book, agreed=ANNEX, holders=(20, 5), exposure=[text(missiles_abroad=400), text(missiles_abroad=400)])
    _, lines = turn(book, state)
    assert entries(lines, "home", "washington") == {"the secret annex came out": -60, "after all that was said in public": -12}
    assert entries(lines, "allies", "washington") == {"the secret annex came out": -40, "after all that was said in public": -8}
    assert entries(lines, "face", "moscow") == {}
