"""After a deal (mechanisms/implementation.py)."""

import pytest

from game.engine.sides import MOSCOW
from tests.small_crisis import ALWAYS, ISSUES, NEVER, after_the_deal, entries, game, lay_letter, set_rolls, sheet, still, term, text, turn

LEAVES = text(withdrawal=term(2))


def test_the_missiles_leave_by_the_half_day_and_the_sites_with_them():
    """A share a half-day, until none are left."""
    book = still(implementation={"missiles_leave": 50})
    after, lines = turn(book, after_the_deal(book, agreed=LEAVES, buildup=(0, 700)))
    assert entries(lines, "withdrawn") == {"missiles leave": 300} and entries(lines, "buildup") == {"the sites are taken down": -300}
    after, _ = turn(book, after_the_deal(book, agreed=LEAVES, withdrawn=900, buildup=(0, 100)))
    assert after.umpire.withdrawn[0] == 1000 and after.dossier.buildup[0, MOSCOW] == 0


def test_missiles_stay_where_no_term_removes_them():
    """A withdrawal term by which they stay, or none, moves nothing."""
    book = still(implementation={"missiles_leave": 50})
    for agreed in (text(), text(withdrawal=4)):
        assert turn(book, after_the_deal(book, agreed=agreed, buildup=(0, 700)))[1] == []


def test_nothing_leaves_in_the_turn_of_the_deal_itself():
    """Carrying out begins the turn after."""
    book = still(implementation={"missiles_leave": 50})
    after, _ = turn(book, lay_letter(game(book), MOSCOW, 1, LEAVES), sheet(book, answer="accept", to=1))
    assert after.umpire.withdrawn[0] == 0


def test_the_bombers_leave_once_they_are_settled():
    """Unsettled bombers stay, settled ones go by the half-day."""
    book = still(implementation={"bombers_leave": 30})
    assert turn(book, after_the_deal(book, agreed=LEAVES))[0].umpire.bombers_out[0] == 0
    assert turn(book, after_the_deal(book, agreed=LEAVES, bombers_settled_at=99))[0].umpire.bombers_out[0] == 180


SETTLED = term(1, exact=True)


@pytest.mark.parametrize(("agreed", "rung"), [
    (text(quarantine=term(3, exact=True), bombers=SETTLED), 0), (text(quarantine=4, bombers=SETTLED), 0), (text(quarantine=3, bombers=SETTLED), 2),
    (text(quarantine=term(3, exact=True)), 2), (text(bombers=SETTLED), 2), (text(quarantine=4, bombers=term(1)), 2),
    (text(quarantine=term(4, exact=True)), 0), (text(quarantine=5), 0), (text(quarantine=term(2, exact=True), bombers=SETTLED), 2)])
def test_the_quarantine_is_lifted_as_washington_reads_the_text(agreed, rung):
    """Step 3 waits for the bombers' date, 4 and 5 for nothing, 1 and 2 for Washington's own order; loose words are read a step nearer to it (T08)."""
    book = still()
    after, _ = turn(book, after_the_deal(book, agreed=LEAVES + agreed, quarantine=2))
    assert after.public.quarantine[0] == rung


INSPECT = {"consent_below": 400, "consent_ppm_per_point": 1000, "barred_home": 12}


@pytest.mark.parametrize(("anger", "roll", "granted"), [(300, 99_999, True), (300, 100_000, False), (400, ALWAYS, False), (900, ALWAYS, False)])
def test_moscow_can_promise_inspection_only_havana_can_grant_it(anger, roll, granted, monkeypatch):
    """Consent by each point of anger below the mark; barred, Washington pays at home (M50)."""
    set_rolls(monkeypatch, {"implementation/Castro consents": roll})
    book = still(implementation=INSPECT)
    after, lines = turn(book, after_the_deal(book, agreed=LEAVES + text(inspection=1), castro=anger))
    assert after.umpire.inspected[0] == granted
    assert entries(lines, "home", "washington") == ({} if granted else {"the promised inspection is barred": -12})


def test_inspectors_need_asking_once(monkeypatch):
    """Where they stood already, or none were promised on Cuban soil, nobody pays."""
    set_rolls(monkeypatch, {"implementation/Castro consents": NEVER})
    book = still(implementation=INSPECT)
    assert entries(turn(book, after_the_deal(book, agreed=LEAVES + text(inspection=1), inspected=1))[1], "home") == {}
    assert entries(turn(book, after_the_deal(book, agreed=LEAVES + text(inspection=4)))[1], "home") == {}


def test_two_readings_collide(monkeypatch):
    """Where readings differ there may be a dispute: it is known, counted, raises pressure and costs both at home (M65)."""
    set_rolls(monkeypatch, {"implementation/readings collide/bombers": ALWAYS, "implementation/readings collide/pledge": ALWAYS})
    book = still(heat=10_000, implementation={"dispute_pressure": 20, "dispute_home": 8, "longest_heat": 6})
    state = after_the_deal(book, agreed=LEAVES, reading=[text(bombers=1, pledge=2), text(bombers=5, pledge=3)])
    after, lines = turn(book, state)
    assert after.public.disputes_now[0].tolist() == text(bombers=1, pledge=1).tolist() and after.umpire.disputes[0] == 2
    assert entries(lines, "pressure") == {"bombers: two readings": 20, "pledge: two readings": 20}
    assert entries(lines, "home", "washington") == entries(lines, "home", "moscow") == {"bombers: two readings": -8, "pledge: two readings": -8}
    set_rolls(monkeypatch)
    assert not turn(book, after)[0].public.disputes_now.any()


def test_one_reading_never_collides(monkeypatch):
    """Where both read the same, no heat and no roll makes a dispute."""
    set_rolls(monkeypatch, {f"implementation/readings collide/{issue}": ALWAYS for issue in ISSUES})
    book = still(heat=900_000)
    readings = text(**dict.fromkeys(ISSUES, 3))
    assert turn(book, after_the_deal(book, reading=[readings, readings]))[0].umpire.disputes[0] == 0


def test_readings_do_not_collide_before_the_deal(monkeypatch):
    """In the confrontation there is nothing to carry out."""
    set_rolls(monkeypatch, {f"implementation/readings collide/{issue}": ALWAYS for issue in ISSUES})
    book = still(heat=900_000)
    assert turn(book, game(book, reading=[text(pledge=1), text(pledge=5)]))[0].umpire.disputes[0] == 0


@pytest.mark.parametrize(("readings", "half_days", "roll", "collides"), [
    ((3, 4), 1, 9_900, True), ((3, 4), 1, 10_100, False), ((2, 4), 1, 19_700, True), ((3, 4), 2, 19_700, True), ((3, 4), 28, 58_000, True),
    ((3, 4), 28, 59_000, False)])
def test_disputes_are_likelier_the_further_readings_lie_apart_and_the_longer_the_turn(readings, half_days, roll, collides, monkeypatch):
    """10,000 ppm for each step and half-day, up to the longest turn that counts (six half-days here), as a chance of at least one."""
    set_rolls(monkeypatch, {"implementation/readings collide/pledge": roll})
    book = still(heat=10_000, implementation={"longest_heat": 6})
    state = after_the_deal(book, reading=[text(pledge=readings[0]), text(pledge=readings[1])], half_days=half_days)
    assert bool(turn(book, state)[0].umpire.disputes[0]) == collides


def test_words_signed_this_turn_are_not_quarrelled_over_yet(monkeypatch):
    """Two readings of a text collide from the turn after it was signed."""
    book = still(heat=1_000_000)
    set_rolls(monkeypatch, {"implementation/readings collide/pledge": ALWAYS})
    state = lay_letter(after_the_deal(book, agreed=LEAVES), MOSCOW, 1, text(pledge=3))
    signed, _ = turn(book, state, sheet(book, answer="accept", to=1))
    later, _ = turn(book, signed)
    pledge = ISSUES.index("pledge")
    assert signed.public.disputes_now[0, pledge] == 0 and later.public.disputes_now[0, pledge] == 1
