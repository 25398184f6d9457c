"""After a deal (mechanisms/implementation.py)."""

import pytest

from game.engine.sides import MOSCOW
from game.engine.turn import resolve
from tests.small_crisis import ALWAYS, HALF_DAY, ISSUES, NEVER, after_the_deal, entries, game, lay_letter, set_rolls, sheet, still, term, text, turn
from tests.whole_games import rows

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


@pytest.mark.parametrize(("condition", "unmet", "met"), [
    ("supervised", {}, {"inspected": 1}), ("conduct", {"gunners": 1}, {}), ("lasting", {}, {"bombers_settled_at": 99}), ("treaty", {}, None)])
def test_a_condition_that_is_not_met_sets_two_readings_a_step_apart(condition, unmet, met, monkeypatch):
    """Nobody looked, guns stand ready, the bombers are unsettled, treaties are named: then exact words are quarrelled over all the same (M71-M73)."""
    set_rolls(monkeypatch, {"implementation/readings collide/pledge": 9_900})
    book = still(heat=10_000, implementation={"longest_heat": 6, "supervised_step": 1}, third_parties={"guns_above": 1001})

    def quarrels(pledge, **fields):
        state = after_the_deal(book, agreed=text(pledge=pledge), reading=[text(pledge=3), text(pledge=3)], half_days=1, **fields)
        return int(turn(book, state)[0].umpire.disputes[0])
    assert quarrels(term(3, condition, exact=True), **unmet) == 1
    assert quarrels(term(3, exact=True), **unmet) == 0
    if met is not None:
        assert quarrels(term(3, condition, exact=True), **met) == 0


def test_each_condition_not_met_is_a_step_more(monkeypatch):
    """Two of them at 10,000 ppm a step: a roll that one alone would not lose."""
    set_rolls(monkeypatch, {"implementation/readings collide/pledge": 19_700})
    book = still(heat=10_000, implementation={"longest_heat": 6, "supervised_step": 1})
    for conditions, collides in ((("treaty",), 0), (("supervised", "treaty"), 1)):
        state = after_the_deal(book, agreed=text(pledge=term(3, *conditions, exact=True)), reading=[text(pledge=3)] * 2, half_days=1)
        assert turn(book, state)[0].umpire.disputes[0] == collides


def test_a_quarrel_over_the_pledge_costs_moscow_face_and_feeds_peking(monkeypatch):
    """A hedged pledge is what Peking had foretold (M75, M76); another quarrel is not."""
    book = still(heat=10_000, implementation={"hedged_face": 9}, third_parties={"china_hedge": 12})
    for issue, moved in (("pledge", ({"the pledge is hedged": -9}, {"the pledge is hedged": 12})), ("bombers", ({}, {}))):
        set_rolls(monkeypatch, {f"implementation/readings collide/{issue}": ALWAYS})
        _, lines = turn(book, after_the_deal(book, reading=[text(pledge=2, bombers=2), text(pledge=4, bombers=4)]))
        assert (entries(lines, "face", "moscow"), entries(lines, "china")) == moved and entries(lines, "face", "washington") == {}


JUPITERS = {"implementation": {"jupiters_leave": 20, "jupiters_drift": 3, "ankara_needs": 500, "promise_broken_face": 40},
            "endings": {"jupiters_out": 900}}
PROMISED = text(missiles_abroad=term(4, secret=True))


@pytest.mark.parametrize(("gone", "ankara", "cause", "moved"), [
    (20, 500, "the group sees to it", 120), (20, 499, "the allies' own reasons", 18)])
def test_missiles_in_turkey_leave_when_ankara_agrees_and_a_group_sees_to_it(gone, ankara, cause, moved):
    """Both are needed; with a group alone the allies' own arguments move them a little (M43, M46)."""
    book = still(**JUPITERS)
    _, lines = turn(book, after_the_deal(book, agreed=PROMISED, jupiters_gone=(gone, 0), ankara=(ankara, 0)))
    assert entries(lines, "jupiters_gone") == entries(lines, "jupiters_gone", "washington") == {cause: moved}


def test_missiles_in_turkey_stay_where_nobody_promised_them_or_sees_to_it():
    """No term about them, or one that keeps them; or nobody has been told to begin (M46)."""
    book = still(**JUPITERS)
    assert turn(book, after_the_deal(book, agreed=PROMISED, jupiters_gone=(0, 0), ankara=(1000, 0)))[1] == []
    for agreed in (text(), text(missiles_abroad=1)):
        assert turn(book, after_the_deal(book, agreed=agreed, jupiters_gone=(20, 0), ankara=(1000, 0)))[1] == []


@pytest.mark.parametrize(("minutes", "gone", "broken"), [(62, 899, True), (62, 900, False), (34, 899, False)])
def test_a_promise_about_the_missiles_abroad_is_kept_or_broken_at_the_last_turn(minutes, gone, broken):
    """At the end of the calendar: Washington loses face, and Moscow its faith, unless nine tenths are gone, the last turn's 28 counted (M47)."""
    book = still(**{**JUPITERS, "implementation": {**JUPITERS["implementation"], "jupiters_drift": 1}})
    state = after_the_deal(book, phase=3, agreed=PROMISED, jupiters_gone=(gone - 28, 0), ankara=(0, 0), minutes=minutes * HALF_DAY, faith=500)
    _, lines = turn(book, state)
    assert entries(lines, "face") == entries(lines, "face", "washington") == ({"a promise was not kept": -40} if broken else {})
    assert entries(lines, "faith") == entries(lines, "faith", "moscow") == ({"their promise was not kept": -40} if broken else {})


@pytest.mark.parametrize(("reading", "left"), [((1, 2), 1000 - 240), ((5, 1), 1000 - 600), ((1, 5), 1000), ((3, 0), 1000)])
def test_troops_leave_as_moscow_reads_its_own_words(reading, left):
    """So many per mille of those who are there each half-day, by the step as Moscow reads it; what Washington reads moves nobody (M84, M85)."""
    book = still(implementation={"troops_leave_per_mille": (100, 40, 10, 2, 0)})
    state = after_the_deal(book, reading=[text(troops=reading[0]), text(troops=reading[1])], troops=(0, 1000))
    assert turn(book, state)[0].dossier.troops[0].tolist() == [0, left]
    assert turn(book, game(book, reading=state.dossier.reading[0].tolist(), troops=(0, 1000)))[0].dossier.troops[0].tolist() == [0, 1000]


def test_troops_leave_by_a_share_of_those_who_are_left():
    """Six half-days of 40 per mille: 240 per mille of 500."""
    book = still(implementation={"troops_leave_per_mille": (100, 40, 10, 2, 0)})
    _, lines = turn(book, after_the_deal(book, reading=[text(), text(troops=2)], troops=(0, 500)))
    assert entries(lines, "troops", "moscow") == {"battalions go home": -120}


def test_each_further_draft_bores_the_delegations():
    """A text taken round the United Nations after the deal is one more draft, and takes something off the pressure; each side's counts (M78)."""
    book = still(implementation={"draft_fails": 6})
    offers = [sheet(book, side, offer=text(pledge=2 + 2 * side), channel="un") for side in (0, 1)]
    after, lines = turn(book, after_the_deal(book, agreed=LEAVES, pressure=300), *offers)
    assert after.public.drafts[0] == 2 and entries(lines, "pressure") == {"another draft went round": -12}
    quiet = sheet(book, offer=text(pledge=2), channel="envoy")
    assert turn(book, after_the_deal(book, agreed=LEAVES, pressure=300), quiet)[0].public.drafts[0] == 0
    both = after_the_deal(book, agreed=LEAVES, pressure=300).take([0, 0])
    both.public.phase[1] = 0
    beside, _ = resolve(book, both, tuple(rows(offer, [0, 0]) for offer in offers))
    assert beside.public.drafts.tolist() == [2, 0], "while the crisis lasts a text is no draft, beside another game or alone"


def test_behind_the_deal_washingtons_forces_go_home_by_degrees():
    """By the half-day; Moscow's sites follow their own term (M57)."""
    book = still(implementation={"forces_rest": 7})
    after, lines = turn(book, after_the_deal(book, buildup=(300, 300)))
    assert after.dossier.buildup[0].tolist() == [258, 300] and entries(lines, "buildup") == {"forces go home by degrees": -42}
    assert turn(book, game(book, buildup=(300, 300)))[0].dossier.buildup[0].tolist() == [300, 300]
