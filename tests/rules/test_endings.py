"""How a game ends, the calendar, and what it was worth (endings.py)."""

import pytest

from game.engine import endings, legal
from game.engine.digest import digest
from game.engine.endings import ENDINGS, PARTS, scores
from game.engine.orders import Dispatch, empty_sheet
from game.engine.rulebook import OVER
from game.engine.sides import SIDES
from game.engine.turn import resolve
from game.engine.view import observe
from tests.small_crisis import ALWAYS, HALF_DAY, NEVER, PHASES, after_the_deal, entries, game, lay_letter, set_rolls, sheet, still, term, text, turn

LEAVES = text(withdrawal=term(2), bombers=term(1, exact=True))
LAST_TURN = {"phase": 1, "minutes": 8 * HALF_DAY, "half_days": 2}
LAST_WINTER = {"phase": 3, "minutes": 62 * HALF_DAY, "half_days": 28, "agreed": LEAVES, "withdrawn": 1000, "bombers_settled_at": 99}
RULES = {"endings": {"base_stands": 600, "kept_disputes": 3, "reassessment_disputes": 1}}
DANGEROUS = {"frequency": 100_000, "serious": 300_000, "deadly": 1000, "incidents": {"danger_ppm": 20_000, "general_at_alerts": 5}}
CLASH = {f"incidents/{what}/radar": ALWAYS for what in ("happens", "serious", "war")}


REACHED = {
    "war_general": (DANGEROUS, CLASH, {"alert": (4, 4)}),
    "war_local": (DANGEROUS, CLASH, {"alert": (1, 1)}),
    "strike": ({"curves": {"strike_motion": [(0, 900_000), (1000, 900_000)]}}, {"factions/strike motion": ALWAYS}, {}),
    "government_changed": ({"curves": {"ousted": [(0, 500_000), (100, 0), (1000, 0)]}}, {"endings/government falls/moscow": ALWAYS},
                           {"home": (500, 0)}),
    "base_accepted": (RULES, {}, {**LAST_TURN, "buildup": (0, 600)}),
    "drift": (RULES, {}, {**LAST_TURN, "buildup": (1000, 599)}),
    "agreement_kept": (RULES, {}, {**LAST_WINTER, "disputes": 3, "calm": 1}),
    "agreement_half_kept": (RULES, {}, {**LAST_WINTER, "disputes": 4, "calm": 1}),
    "reassessment": (RULES, {}, {**LAST_WINTER, "disputes": 1, "calm": 1}),
}


def test_every_ending_has_a_way_to_it():
    """Nine endings, nine positions below."""
    assert set(REACHED) == set(ENDINGS[1:])


@pytest.mark.parametrize("ending", REACHED)
def test_an_ending_is_reached_from_a_position_set_by_hand(ending, monkeypatch):
    """Each ending id comes of its own cause, one turn on."""
    book, rolls, fields = REACHED[ending]
    set_rolls(monkeypatch, rolls)
    made = still(**book)
    after, _ = turn(made, game(made, **fields))
    assert ENDINGS[after.umpire.ending[0]] == ending


@pytest.mark.parametrize("ending", ["war_general", "war_local", "strike", "government_changed"])
def test_without_the_roll_it_does_not_come(ending, monkeypatch):
    """The same positions with better luck go on."""
    book, rolls, fields = REACHED[ending]
    set_rolls(monkeypatch, dict.fromkeys(rolls, NEVER))
    made = still(**book)
    assert turn(made, game(made, **fields))[0].umpire.ending[0] == endings.RUNNING


@pytest.mark.parametrize(("spoilt", "ending"), [({"withdrawn": 999}, "agreement_half_kept"), ({"bombers_settled_at": 0}, "agreement_half_kept"),
                                                ({"calm": 0}, "agreement_kept"), ({"disputes": 2}, "agreement_kept"),
                                                ({"disputes": 4}, "agreement_half_kept")])
def test_what_spoils_a_reassessment(spoilt, ending):
    """Kept: missiles out, bombers settled, few disputes. A reassessment needs a calm signing and fewer still (M21)."""
    book = still(**RULES)
    after, _ = turn(book, game(book, **{**LAST_WINTER, "disputes": 1, "calm": 1, **spoilt}))
    assert ENDINGS[after.umpire.ending[0]] == ending


def test_war_comes_before_every_other_ending(monkeypatch):
    """A turn in which a clash became war, the motion carried and a government fell is a war."""
    set_rolls(monkeypatch, {**CLASH, "factions/strike motion": ALWAYS, "endings/government falls/washington": ALWAYS})
    book = still(**DANGEROUS, curves={"strike_motion": [(0, 900_000), (1000, 900_000)], "ousted": [(0, 900_000), (1000, 900_000)]})
    after, _ = turn(book, game(book, alert=(1, 1), **LAST_TURN))
    assert ENDINGS[after.umpire.ending[0]] == "war_local" and after.umpire.strike[0] == 1 and after.umpire.ousted[0].tolist() == [1, 0]


def test_a_deal_on_the_last_day_is_no_drift():
    """An agreement in principle in the last turn of the confrontation opens the loose ends."""
    book = still(**RULES)
    state = lay_letter(game(book, **LAST_TURN), 1, 1, LEAVES)
    after, _ = turn(book, state, sheet(book, answer="accept", to=1))
    assert after.umpire.ending[0] == endings.RUNNING and book.phases[after.public.phase[0]].id == "loose ends"


def test_the_calendar_turns_its_pages():
    """Six turns of a half-day, two of a day, four of three days, two of two weeks; no turn runs past the end of its phase."""
    book = still(implementation={"missiles_leave": 100})
    state, seen = game(book), []
    for _ in range(8):
        seen.append((book.phases[state.public.phase[0]].id, int(state.public.half_days[0])))
        if len(seen) == 8:
            state = lay_letter(state, 1, 1, LEAVES)
        state, _ = turn(book, state, sheet(book, answer="accept", to=1))
    while not state.umpire.ending[0]:
        seen.append((book.phases[state.public.phase[0]].id, int(state.public.half_days[0])))
        state, _ = turn(book, state)
    assert seen == [("first days", 1)] * 6 + [("last days", 2)] * 2 + [("loose ends", 6)] * 4 + [("winter", 28)] * 2
    assert state.public.minutes[0] == PHASES[-1][3] * HALF_DAY and state.public.turn[0] == len(seen)


def test_the_last_turn_of_a_phase_is_cut_to_fit():
    """Five half-days before the end a turn of six lasts five."""
    book = still()
    after, _ = turn(book, after_the_deal(book, minutes=23 * HALF_DAY))
    assert after.public.minutes[0] == 29 * HALF_DAY and after.public.half_days[0] == 5


@pytest.mark.parametrize(("half_days", "roll", "falls"), [(1, 95_000, True), (1, 96_000, False), (2, 180_000, True), (2, 182_000, False)])
def test_the_lower_the_standing_and_the_longer_the_turn_the_likelier_a_fall(half_days, roll, falls, monkeypatch):
    """100,000 ppm expected a half-day where standing is gone; never where the curve says never, however low the roll."""
    set_rolls(monkeypatch, {"endings/government falls/moscow": roll, "endings/government falls/washington": ALWAYS})
    book = still(curves={"ousted": [(0, 100_000), (100, 0), (1000, 0)]})
    assert turn(book, game(book, home=(500, 0), half_days=half_days))[0].umpire.ousted[0].tolist() == [0, int(falls)]


def test_a_fallen_government_is_in_the_ledger(monkeypatch):
    """The fall is an entry with its side."""
    set_rolls(monkeypatch, {"endings/government falls/moscow": ALWAYS})
    book = still(curves={"ousted": [(0, 500_000), (100, 0), (1000, 0)]})
    _, lines = turn(book, game(book, home=(500, 0)))
    assert entries(lines, "ousted.moscow") == {"standing at home was gone": 1}


WORTH = {(0, 0, "missiles_abroad"): (0, 0, 0, -80, 0), (1, 0, "missiles_abroad"): (0, 0, 0, 60, 0), (0, 0, "withdrawal"): (0, 100, 0, 0, 0)}


def score(book, ending, **fields):
    state = game(book, ending=ENDINGS.index(ending), **fields)
    return {story: {part: values[0].tolist() for part, values in parts.items()} for story, parts in scores(book, state).items()}


def test_the_public_score_does_not_count_what_is_still_secret():
    """The annex is in the true score alone until it leaks (M24)."""
    book = still(worth=WORTH)
    deal = text(withdrawal=2, missiles_abroad=term(4, secret=True))
    told = score(book, "agreement_kept", agreed=deal)
    assert told["public"]["security"] == [600, 500] and told["true"]["security"] == [520, 560]
    assert score(book, "agreement_kept", agreed=deal, leaked=1)["public"]["security"] == [520, 560]
    assert score(book, "agreement_kept", agreed=text(withdrawal=2, missiles_abroad=4))["public"]["security"] == [520, 560]


def test_a_score_is_the_mean_of_its_parts():
    """Security, home, allies, face and peace, a fifth each."""
    peace = (0, 10, 20, 30, 40, 900, 700, 1000, 500, 300)
    book = still(endings={"peace": peace})
    told = score(book, "agreement_kept", home=(400, 300), allies=(200, 100), face=(600, 700))["true"]
    assert told == {"security": [500, 500], "home": [400, 300], "allies": [200, 100], "face": [600, 700], "peace": [900, 900], "total": [520, 500]}
    assert set(told) == {*PARTS, "total"}
    for number, ending in enumerate(ENDINGS):
        assert score(book, ending)["true"]["peace"] == [peace[number]] * 2


def test_a_word_that_is_believed_is_worth_something():
    """What the other side's faith has gained since the start is security, and what it has lost is not (M47); nobody counts his own faith."""
    book = still(start={"faith": [300, 400]}, endings={"faith_per_mille": 100})
    assert score(book, "agreement_kept", faith=(300, 400))["true"]["security"] == [500, 500]
    assert score(book, "agreement_kept", faith=(200, 700))["true"]["security"] == [530, 490]


def test_war_leaves_little_of_anything():
    """What is left of every other part by ending."""
    book = still(endings={"left_per_mille": (1000, 100, 300) + (1000,) * 7})
    told = score(book, "war_general", home=(400, 300))["true"]
    assert told["security"] == [50, 50] and told["home"] == [40, 30]


def test_a_base_accepted_moves_standing_across_the_table():
    """What Washington loses at home, with allies and in face, Moscow gains, held to the scale."""
    book = still(endings={"base_face": 200})
    told = score(book, "base_accepted", home=(500, 900), allies=(100, 500))["true"]
    assert told["home"] == [300, 1000] and told["allies"] == [0, 700] and told["face"] == [300, 700]
    assert score(book, "drift")["true"]["home"] == [500, 500]


@pytest.mark.parametrize("ending", REACHED)
def test_a_game_that_ended_is_over_for_both_to_see(ending, monkeypatch):
    """The calendar stands at `over`: no order is open and every dispatch is refused with that sentence."""
    book, rolls, fields = REACHED[ending]
    set_rolls(monkeypatch, rolls)
    made = still(**book)
    after, _ = turn(made, game(made, **fields))
    assert made.stage_of[after.public.phase[0]] == OVER
    for side in SIDES:
        view = observe(after, side)
        assert not legal.legal_orders(made, view).any()
        assert [refusal.reason for refusal in legal.refusals(made, view,
                                                             Dispatch(("draft",)))] == ["The game is over: nothing more can be handed in."]


def test_a_finished_game_may_ride_along(monkeypatch):
    """Played on beside a running one, a finished game breaks nothing and moves nothing in its neighbour."""
    set_rolls(monkeypatch)
    book = still(**RULES, clock={"site_work": 12}, implementation={"missiles_leave": 50})
    ended, _ = turn(book, game(book, **LAST_WINTER))
    both = game(book).take([0, 0])
    both.block[:, 1] = ended.block[:, 0]
    for _ in range(6):
        idle = [empty_sheet(book, 2) for _ in SIDES]
        both, _ = resolve(book, both, tuple(idle))
    alone = game(book)
    for _ in range(6):
        alone, _ = turn(book, alone)
    assert digest(both)[0] == digest(alone)[0]


def test_room_to_act_is_security_too():
    """Four tenths of what freedom of manoeuvre lies above or below its middle, for each side (M68)."""
    book = still(endings={"freedom_per_mille": 400})
    for story in ("true", "public"):
        assert score(book, "agreement_kept", freedom=(1000, 250))[story]["security"] == [700, 400]


ANNEX = text(missiles_abroad=term(4, secret=True))
LATER = {"endings": {"jupiters_out": 900, "told_in_1969": 300}}


def by_1969(book, **fields):
    return {name: values[0].tolist() for name, values in endings.epilogue(book, game(book, **fields)).items()}


@pytest.mark.parametrize(("fields", "annex", "out_in"), [
    ({"agreed": ANNEX}, 1, 1969), ({"agreed": text(missiles_abroad=4)}, 0, 0), ({"agreed": text()}, 0, 0),
    ({"agreed": ANNEX, "leaked": 1, "leaked_at": 20 * HALF_DAY}, 1, 1962), ({"agreed": ANNEX, "leaked": 1, "leaked_at": 160 * HALF_DAY}, 1, 1963)])
def test_the_epilogue_says_when_the_annex_was_known(fields, annex, out_in):
    """At the leak, else with the memoir of 1969 (M40); seventy days after 22 October the year has changed."""
    told = by_1969(still(), **fields)
    assert told["annex"] == annex and told["out_in"] == out_in


@pytest.mark.parametrize(("agreed", "gone", "kept"), [
    (ANNEX, 900, 1), (ANNEX, 899, 0), (text(missiles_abroad=4), 1000, 1), (text(missiles_abroad=1), 1000, 0), (text(), 1000, 0)])
def test_the_epilogue_says_whether_the_missiles_abroad_were_gone_in_time(agreed, gone, kept):
    """A promise, open or secret, is kept from the mark on; without one there is nothing to keep (M47)."""
    assert by_1969(still(**LATER), agreed=agreed, jupiters_gone=(gone, 0))["jupiters_kept"] == kept


def test_the_epilogue_counts_the_soldiers_who_are_truly_there():
    """Moscow's number, not Washington's count (M85)."""
    assert by_1969(still(), troops=(100, 700))["troops"] == 700


def test_who_lived_by_a_denial_pays_when_1969_tells_it():
    """Three tenths of what was borrowed here, off the true total, unless it had come out before (M40)."""
    book = still(**LATER)
    plain = by_1969(book, agreed=ANNEX)["later"]
    assert plain == scores(book, game(book, agreed=ANNEX))["true"]["total"][0].tolist()
    assert by_1969(book, agreed=ANNEX, credit=(200, 50))["later"] == [plain[0] - 60, plain[1] - 15]
    assert by_1969(book, agreed=ANNEX, credit=(200, 50), leaked=1, leaked_at=720)["later"] == plain
    assert by_1969(book, agreed=text(missiles_abroad=4), credit=(200, 50))["later"] == plain
