"""What binds, what does not, and what each side takes it to mean (mechanisms/bargaining.py)."""

import pytest

from game.engine.sides import MOSCOW, SIDES, WASHINGTON, other
from tests.small_crisis import (
    ALWAYS,
    HALF_DAY,
    LOOSE_ENDS,
    NEVER,
    after_the_deal,
    entries,
    game,
    lay_letter,
    post_letter,
    set_rolls,
    sheet,
    still,
    term,
    text,
    turn,
)

LEAVES = text(withdrawal=term(2), pledge=term(3))
PLEDGE = text(pledge=term(4))


def numbers(state, writer):
    return [int(number) for number in state.public.letter_number[0, writer]]


@pytest.mark.parametrize("reader", SIDES)
def test_an_accepted_letter_is_agreed(reader):
    """Accepting a letter puts every term it says in force."""
    book = still()
    sheets = [sheet(book), sheet(book)]
    sheets[reader] = sheet(book, reader, answer="accept", to=3)
    state, _ = turn(book, lay_letter(game(book), other(reader), 3, PLEDGE), *sheets)
    assert state.public.agreed[0].tolist() == PLEDGE.tolist()


def test_an_answer_names_the_letter_by_number_though_a_newer_one_arrives_the_same_turn():
    """Accepting letter 1 takes letter 1, even if letter 2 lands on top of it in the same turn."""
    book = still()
    state = lay_letter(game(book), MOSCOW, 1, LEAVES)
    state, _ = turn(book, state, sheet(book, answer="accept", to=1), sheet(book, MOSCOW, offer=PLEDGE))
    assert state.public.agreed[0].tolist() == LEAVES.tolist()


def test_an_answer_to_a_letter_in_the_second_place_takes_that_letter():
    """Answering the first letter and not the second is a move."""
    book = still()
    state = lay_letter(lay_letter(game(book), MOSCOW, 4, PLEDGE), MOSCOW, 3, LEAVES, slot=1, age=2)
    state, _ = turn(book, state, sheet(book, answer="accept", to=3))
    assert state.public.agreed[0].tolist() == LEAVES.tolist()


def test_a_number_that_is_not_on_the_table_binds_nobody():
    """A letter still under way cannot be accepted, even by its right number."""
    book = still()
    state = post_letter(game(book), MOSCOW, 1, LEAVES, wait=2)
    state, _ = turn(book, state, sheet(book, answer="accept", to=1))
    assert not state.public.agreed.any() and numbers(state, MOSCOW) == [1, 0, 0]


@pytest.mark.parametrize("older", SIDES)
def test_if_both_accept_in_one_turn_the_older_letter_binds(older, monkeypatch):
    """Two acceptances cross: the letter that lay there longer is the agreement, whatever the roll."""
    book = still()
    for roll in (ALWAYS, NEVER):
        set_rolls(monkeypatch, {"bargaining/which letter binds": roll})
        state = lay_letter(game(book), older, 1, LEAVES, age=3)
        state = lay_letter(state, other(older), 1, PLEDGE, age=1)
        state, _ = turn(book, state, sheet(book, answer="accept", to=1), sheet(book, MOSCOW, answer="accept", to=1))
        assert state.public.agreed[0].tolist() == LEAVES.tolist()


@pytest.mark.parametrize(("roll", "writer"), [(499_999, MOSCOW), (500_000, WASHINGTON)])
def test_of_two_letters_of_one_age_a_coin_decides(roll, writer, monkeypatch):
    """Both accept, both letters equally old: a fair coin."""
    set_rolls(monkeypatch, {"bargaining/which letter binds": roll})
    book = still()
    state = lay_letter(lay_letter(game(book), WASHINGTON, 1, LEAVES, age=1), MOSCOW, 1, PLEDGE, age=1)
    state, _ = turn(book, state, sheet(book, answer="accept", to=1), sheet(book, MOSCOW, answer="accept", to=1))
    assert state.public.agreed[0].tolist() == (LEAVES, PLEDGE)[writer].tolist()


@pytest.mark.parametrize("channels", [("envoy", "envoy"), ("cable", "cable"), ("envoy", "cable"), ("cable", "un")])
def test_identical_terms_in_letters_sent_the_same_turn_bind(channels):
    """Two letters that cross and say the same are an agreement, by whatever channels."""
    book = still()
    state, _ = turn(book, game(book), sheet(book, offer=LEAVES, channel=channels[0]), sheet(book, MOSCOW, offer=LEAVES, channel=channels[1]))
    assert state.public.agreed[0].tolist() == LEAVES.tolist()


@pytest.mark.parametrize("posted", SIDES)
def test_a_letter_that_meets_its_twin_under_way_binds(posted):
    """A letter under way and one sent now that say the same are an agreement."""
    book = still()
    sheets = [sheet(book), sheet(book)]
    sheets[other(posted)] = sheet(book, offer=LEAVES, channel="cable")
    state, _ = turn(book, post_letter(game(book), posted, 1, LEAVES, wait=1), *sheets)
    assert state.public.agreed[0].tolist() == LEAVES.tolist() and not state.umpire.post_number.any()


def test_letters_that_cross_and_differ_bind_nobody():
    """One word apart is no agreement: position, secrecy and clarity all count."""
    book = still()
    for mine, theirs in ((term(3), term(4)), (term(3), term(3, secret=True)), (term(3), term(3, exact=True))):
        state, _ = turn(book, game(book), sheet(book, offer=text(pledge=mine), channel="cable"),
                        sheet(book, MOSCOW, offer=text(pledge=theirs), channel="cable"))
        assert not state.public.agreed.any()


def test_a_letter_taken_back_under_way_cannot_cross_another():
    """What its writer withdrew before it arrived is no letter: its twin from the other side stands alone."""
    book = still()
    state = post_letter(game(book), WASHINGTON, 1, LEAVES, wait=1)
    state, _ = turn(book, state, sheet(book, withdraw=1), sheet(book, MOSCOW, offer=LEAVES, channel="cable"))
    assert not state.public.agreed.any()


def test_a_letter_that_has_arrived_is_no_longer_under_way():
    """Once it lies on the table a letter must be answered: the same words sent back do not cross it, whatever is withdrawn meanwhile."""
    book = still()
    state, _ = turn(book, post_letter(game(book), WASHINGTON, 1, LEAVES, wait=2))
    assert numbers(state, WASHINGTON) == [1, 0, 0]
    state, _ = turn(book, state, sheet(book, withdraw=1), sheet(book, MOSCOW, offer=LEAVES, channel="cable"))
    assert not state.public.agreed.any()


def test_an_answer_that_names_no_letter_answers_nothing():
    """Accepting or refusing letter 0 takes no letter, costs nothing and does not stand before the other side's acceptance."""
    book = still(bargaining={"refused_pressure": 30})
    state, lines = turn(book, game(book), sheet(book, answer="refuse"), sheet(book, MOSCOW, answer="refuse"))
    assert lines == []
    for reader in SIDES:
        sheets = [sheet(book, answer="accept"), sheet(book, MOSCOW, answer="accept")]
        sheets[reader] = sheet(book, reader, answer="accept", to=1)
        state, _ = turn(book, lay_letter(game(book), other(reader), 1, LEAVES, age=2), *sheets)
        assert state.public.agreed[0].tolist() == LEAVES.tolist()


def test_an_acceptance_before_the_withdrawal_arrives_binds():
    """Writer withdraws and reader accepts in the same turn: the acceptance binds."""
    book = still()
    state = lay_letter(game(book), MOSCOW, 1, LEAVES)
    state, _ = turn(book, state, sheet(book, answer="accept", to=1), sheet(book, MOSCOW, withdraw=1))
    assert state.public.agreed[0].tolist() == LEAVES.tolist()


def test_a_withdrawn_letter_leaves_the_table_and_can_no_longer_be_accepted():
    """A turn after the withdrawal the number means nothing."""
    book = still()
    state = lay_letter(lay_letter(game(book), MOSCOW, 2, PLEDGE), MOSCOW, 1, LEAVES, slot=1)
    state, _ = turn(book, state, None, sheet(book, MOSCOW, withdraw=1))
    assert numbers(state, MOSCOW) == [2, 0, 0]
    state, _ = turn(book, state, sheet(book, answer="accept", to=1))
    assert not state.public.agreed.any()


def test_a_deal_clears_the_table_and_voids_what_crosses_it():
    """After a deal no letter of either side is left, neither on the table nor under way nor just sent."""
    book = still()
    state = lay_letter(lay_letter(game(book), MOSCOW, 2, PLEDGE), MOSCOW, 1, LEAVES, slot=1)
    state = post_letter(lay_letter(state, WASHINGTON, 1, PLEDGE), WASHINGTON, 2, LEAVES, wait=1)
    state, _ = turn(book, state, sheet(book, answer="accept", to=1), sheet(book, MOSCOW, offer=PLEDGE, channel="cable"))
    assert not state.public.letter_number.any() and not state.public.letters.any() and not state.umpire.post_number.any()
    quiet = state
    for _ in range(3):
        quiet, _ = turn(book, quiet, sheet(book, answer="accept", to=3))
    assert quiet.public.agreed[0].tolist() == LEAVES.tolist(), "nothing that crossed the deal comes back"


def test_refusing_takes_the_letter_away_and_has_its_price():
    """A refused letter leaves the table; pressure rises, and the writer's fear."""
    book = still(bargaining={"refused_pressure": 30, "refused_fear": 20})
    state = lay_letter(lay_letter(game(book), MOSCOW, 2, PLEDGE), MOSCOW, 1, LEAVES, slot=1)
    state, lines = turn(book, state, sheet(book, answer="refuse", to=1))
    assert numbers(state, MOSCOW) == [2, 0, 0]
    assert entries(lines, "pressure") == {"a letter was refused": 30}
    assert entries(lines, "fear", "moscow") == {"our letter was refused": 20} and entries(lines, "fear", "washington") == {}


def test_a_counter_offer_takes_the_letter_away_without_that_price():
    """A counter closes the letter it answers and lays one's own beside it."""
    book = still(bargaining={"refused_pressure": 30, "refused_fear": 20})
    state = lay_letter(game(book), MOSCOW, 1, LEAVES)
    state, lines = turn(book, state, sheet(book, answer="counter", to=1, offer=PLEDGE))
    assert numbers(state, MOSCOW) == [0, 0, 0] and numbers(state, WASHINGTON) == [1, 0, 0]
    assert entries(lines, "pressure") == {} and entries(lines, "fear") == {}


def test_ignoring_leaves_the_letter_lying():
    """Saying nothing refuses nothing."""
    book = still()
    state, _ = turn(book, lay_letter(game(book), MOSCOW, 1, LEAVES))
    assert numbers(state, MOSCOW) == [1, 0, 0]


def test_a_letter_lapses_when_it_lay_open_too_long():
    """With five turns to answer in, a letter can be accepted in its fifth turn and is gone in the sixth."""
    book = still(bargaining={"letter_open_turns": 5})
    state, _ = turn(book, lay_letter(game(book), MOSCOW, 1, LEAVES, age=4))
    assert numbers(state, MOSCOW) == [1, 0, 0]
    assert turn(book, state, sheet(book, answer="accept", to=1))[0].public.agreed.any()
    assert numbers(turn(book, state)[0], MOSCOW) == [0, 0, 0]


def test_a_deadline_that_passes_closes_the_letter_and_raises_pressure():
    """An ultimatum runs out: the letter is gone and the rope is tauter (M60). The minute of the deadline itself is still in time."""
    book = still(bargaining={"letter_open_turns": 9, "deadline_pressure": 60})
    state = lay_letter(game(book), MOSCOW, 1, LEAVES, due=HALF_DAY)
    state, lines = turn(book, state)
    assert numbers(state, MOSCOW) == [1, 0, 0] and entries(lines, "pressure") == {}
    state, lines = turn(book, state)
    assert numbers(state, MOSCOW) == [0, 0, 0] and entries(lines, "pressure") == {"a deadline passed": 60}
    assert state.public.letter_due[0, MOSCOW, 0] == 0


def test_a_letter_always_lies_there_for_one_turn_of_answers():
    """A deadline shorter than the turn cannot pass before the reader has seen the letter."""
    book = still(bargaining={"deadline_pressure": 60})
    state, lines = turn(book, game(book), None, sheet(book, MOSCOW, offer=LEAVES, due=1))
    assert numbers(state, MOSCOW) == [1, 0, 0] and entries(lines, "pressure") == {}
    assert turn(book, state, sheet(book, answer="accept", to=1))[0].public.agreed.any()


def test_accepting_on_the_last_turn_beats_the_deadline():
    """Answered in the turn in which it runs out, the letter binds and no deadline passes."""
    book = still(bargaining={"deadline_pressure": 60})
    state = lay_letter(game(book), MOSCOW, 1, LEAVES, age=1, due=HALF_DAY - 1)
    state, lines = turn(book, state, sheet(book, answer="accept", to=1))
    assert state.public.agreed.any() and entries(lines, "pressure") == {}


def test_an_agreement_in_principle_opens_the_loose_ends():
    """A deal by which the missiles leave ends the confrontation: dated at the turn's end, next turn in the new phase at its length."""
    book = still()
    state, _ = turn(book, lay_letter(game(book), MOSCOW, 1, LEAVES), sheet(book, answer="accept", to=1))
    assert state.public.agreed_at[0] == HALF_DAY
    assert book.stage_of[state.public.phase[0]] == LOOSE_ENDS and state.public.half_days[0] == 6


def test_an_agreement_in_principle_lets_out_breath():
    """Pressure, and each side's fear and hawks, fall once."""
    book = still(bargaining={"agreement_pressure": 100, "agreement_fear": 50, "agreement_hawks": 40})
    state = lay_letter(game(book, pressure=600, fear=(300, 400), hawks=(200, 500)), MOSCOW, 1, LEAVES)
    state, lines = turn(book, state, sheet(book, answer="accept", to=1))
    assert entries(lines, "pressure") == {"agreement in principle": -100}
    assert state.dossier.fear[0].tolist() == [250, 350] and state.dossier.hawks[0].tolist() == [160, 460]
    _, lines = turn(book, state)
    assert entries(lines, "pressure") == {}


@pytest.mark.parametrize("terms", [PLEDGE, text(withdrawal=term(4)), text(withdrawal=term(5), bombers=term(1, exact=True))])
def test_a_deal_by_which_the_missiles_stay_does_not_end_the_confrontation(terms):
    """Agreed is agreed, but the crisis goes on."""
    book = still(bargaining={"agreement_pressure": 100})
    state, _ = turn(book, lay_letter(game(book, pressure=600), MOSCOW, 1, terms), sheet(book, answer="accept", to=1))
    assert state.public.agreed[0].tolist() == terms.tolist()
    assert state.public.agreed_at[0] == 0 and state.public.phase[0] == 0 and state.public.pressure[0] == 600


def test_a_later_deal_replaces_only_what_it_says():
    """A new round on one issue leaves the others as they were."""
    book = still()
    state = lay_letter(after_the_deal(book, agreed=LEAVES), MOSCOW, 1, text(pledge=term(5, exact=True), bombers=term(4)))
    state, _ = turn(book, state, sheet(book, answer="accept", to=1))
    assert state.public.agreed[0].tolist() == text(withdrawal=term(2), pledge=term(5, exact=True), bombers=term(4)).tolist()


def test_a_later_deal_on_the_missiles_starts_nothing_anew():
    """The agreement in principle is dated once: a new word on the missiles moves no date, no phase, no relief and no reading of what was unsaid."""
    book = still(unsaid=(1, 5), bargaining={"agreement_pressure": 100})
    state = lay_letter(after_the_deal(book, agreed=LEAVES, pressure=600), MOSCOW, 1, text(withdrawal=term(1, exact=True)))
    after, lines = turn(book, state, sheet(book, answer="accept", to=1))
    assert after.public.agreed_at[0] == state.public.agreed_at[0] and after.public.phase[0] == state.public.phase[0]
    assert entries(lines, "pressure") == {} and not after.dossier.reading[0, :, 1:].any()
    assert after.public.agreed[0, 0] == term(1, exact=True)


def test_an_exact_term_has_one_reading():
    """Exact wording: both sides read the same position."""
    book = still()
    state, _ = turn(book, lay_letter(game(book), MOSCOW, 1, text(pledge=term(4, exact=True))), sheet(book, answer="accept", to=1))
    assert state.dossier.reading[0, :, 4].tolist() == [4, 4]


@pytest.mark.parametrize(("place", "readings"), [(1, [1, 2]), (3, [2, 4]), (5, [4, 5])])
def test_a_loose_term_is_read_each_sides_way(place, readings):
    """Loose wording: each side reads it one step its own way, held to the ladder (M65)."""
    book = still()
    state, _ = turn(book, lay_letter(game(book), MOSCOW, 1, text(pledge=term(place))), sheet(book, answer="accept", to=1))
    assert state.dossier.reading[0, :, 4].tolist() == readings


def test_what_the_first_deal_leaves_unsaid_each_side_reads_as_it_likes():
    """Issues not named get the reading the scenario gives each side; issues agreed before keep theirs."""
    book = still(unsaid=(1, 5))
    state = lay_letter(game(book, agreed=text(pledge=term(2, exact=True)), reading=[text(pledge=2), text(pledge=2)]), MOSCOW, 1,
                       text(withdrawal=term(1, exact=True)))
    state, _ = turn(book, state, sheet(book, answer="accept", to=1))
    assert state.dossier.reading[0, WASHINGTON].tolist() == text(withdrawal=1, bombers=1, inspection=1, overflights=1, pledge=2, quarantine=1,
                                                                 missiles_abroad=1, troops=1).tolist()
    assert state.dossier.reading[0, MOSCOW].tolist() == text(withdrawal=1, bombers=5, inspection=5, overflights=5, pledge=2, quarantine=5,
                                                             missiles_abroad=5, troops=5).tolist()


@pytest.mark.parametrize("writer", SIDES)
def test_the_council_bars_an_open_trade_of_the_missiles_abroad(writer):
    """With allied standing too low the NATO Council stops the deal: nothing binds, allies resent it, the letter stays (M41)."""
    book = still(bargaining={"council_needs": 700, "council_refuses": 80})
    trade = text(withdrawal=term(2), missiles_abroad=term(4))
    state = lay_letter(game(book, allies=(699, 0)), writer, 1, trade)
    sheets = [sheet(book), sheet(book)]
    sheets[other(writer)] = sheet(book, other(writer), answer="accept", to=1)
    state, lines = turn(book, state, *sheets)
    assert not state.public.agreed.any() and numbers(state, writer) == [1, 0, 0] and state.public.barred[0] == 1
    assert turn(book, state)[0].public.barred[0] == 0, "known in the turn in which it happens"
    assert entries(lines, "allies") == {"the Council will not be traded": -80} and state.dossier.allies[0, MOSCOW] == 0


@pytest.mark.parametrize(("allies", "place"), [(700, term(4)), (0, term(4, secret=True)), (0, term(3))])
def test_the_council_lets_pass_what_it_does_not_see_or_is_ready_for(allies, place):
    """Allies brought round, a secret annex, or a position that trades nothing: no veto."""
    book = still(bargaining={"council_needs": 700, "council_refuses": 80})
    trade = text(withdrawal=term(2), missiles_abroad=place)
    state, lines = turn(book, lay_letter(game(book, allies=(allies, 0)), MOSCOW, 1, trade), sheet(book, answer="accept", to=1))
    assert state.public.agreed[0].tolist() == trade.tolist() and entries(lines, "allies") == {}


def test_the_council_bars_letters_that_cross_too():
    """Identical open trades that cross need the Council as well."""
    book = still(bargaining={"council_needs": 700})
    trade = text(missiles_abroad=term(5))
    state, _ = turn(book, game(book, allies=(100, 0)), sheet(book, offer=trade, channel="cable"), sheet(book, MOSCOW, offer=trade, channel="cable"))
    assert not state.public.agreed.any()


@pytest.mark.parametrize(("fears", "calm"), [((299, 299), 1), ((300, 0), 0), ((0, 300), 0)])
def test_a_deal_signed_without_panic_is_marked_calm(fears, calm):
    """Both sides' fear below the mark at the signing opens the wider reassessment (M21); the relief of signing does not count."""
    book = still(bargaining={"calm_below": 300, "agreement_fear": 200})
    state, _ = turn(book, lay_letter(game(book, fear=fears), MOSCOW, 1, LEAVES), sheet(book, answer="accept", to=1))
    assert state.umpire.calm[0] == calm


@pytest.mark.parametrize(("place", "is_settled"), [(term(1, exact=True), True), (term(2, exact=True), True), (term(1), False),
                                                   (term(4, exact=True), False)])
def test_the_bombers_are_settled_by_exact_words_only(place, is_settled):
    """"Offensive weapons" is not "Il-28": only an exact term by which they leave settles the bombers, and Washington breathes (M64)."""
    book = still(implementation={"settled_home": 25})
    state = lay_letter(after_the_deal(book, agreed=LEAVES), MOSCOW, 1, text(bombers=place))
    state, lines = turn(book, state, sheet(book, answer="accept", to=1))
    assert state.umpire.bombers_settled_at[0] == (16 * HALF_DAY if is_settled else 0)
    assert entries(lines, "home", "washington") == ({"the bombers will go": 25} if is_settled else {})


def test_the_bombers_are_settled_once():
    """A second deal on the bombers moves neither the date nor the standing."""
    book = still(implementation={"settled_home": 25})
    state = after_the_deal(book, agreed=LEAVES + text(bombers=term(2, exact=True)), bombers_settled_at=99)
    state, lines = turn(book, lay_letter(state, MOSCOW, 1, text(bombers=term(1, exact=True))), sheet(book, answer="accept", to=1))
    assert state.umpire.bombers_settled_at[0] == 99 and entries(lines, "home", "washington") == {}


TRADE = text(withdrawal=term(2), missiles_abroad=term(4))


@pytest.mark.parametrize(("sessions", "allies", "passes"), [(0, 699, False), (1, 599, False), (1, 600, True), (3, 400, True)])
def test_a_council_that_was_heard_asks_for_less(sessions, allies, passes):
    """Each session in which it heard of a trade takes a hundred here off the standing it asks for (M41)."""
    book = still(bargaining={"council_needs": 700, "council_hears": 100})
    state = lay_letter(game(book, allies=(allies, 0), council=sessions), MOSCOW, 1, TRADE)
    state, _ = turn(book, state, sheet(book, answer="accept", to=1))
    assert bool(state.public.agreed.any()) == passes


CONGRESS = {"congress_needs": 600, "congress_refuses": 50}
FORMAL = text(withdrawal=term(2), pledge=term(5))


def test_congress_bars_a_formal_pledge_that_keeps_no_treaty():
    """With standing at home too low nothing binds, home resents it, the letter stays on the table and both know (M73)."""
    book = still(bargaining=CONGRESS)
    state, lines = turn(book, lay_letter(game(book, home=(599, 0)), MOSCOW, 1, FORMAL), sheet(book, answer="accept", to=1))
    assert not state.public.agreed.any() and numbers(state, MOSCOW) == [1, 0, 0] and state.public.barred[0] == 2
    assert entries(lines, "home", "washington") == {"Congress will not have a treaty": -50} and entries(lines, "home", "moscow") == {}
    assert turn(book, state)[0].public.barred[0] == 0


@pytest.mark.parametrize(("home", "pledge"), [(600, term(5)), (0, term(5, "treaty")), (0, term(5, "treaty", secret=True)), (0, term(4))])
def test_congress_lets_pass_what_keeps_treaty_rights_or_what_it_is_ready_for(home, pledge):
    """Enough standing at home, treaty rights kept, or a declaration that is no treaty."""
    book = still(bargaining=CONGRESS)
    state = lay_letter(game(book, home=(home, 0)), MOSCOW, 1, text(pledge=pledge))
    state, lines = turn(book, state, sheet(book, answer="accept", to=1))
    assert state.public.agreed[0].tolist() == text(pledge=pledge).tolist() and state.public.barred[0] == 0 and entries(lines, "home") == {}


def test_where_both_would_bar_a_deal_the_council_says_so_first():
    """One veto, one price."""
    book = still(bargaining={**CONGRESS, "council_needs": 700, "council_refuses": 80})
    state = lay_letter(game(book, home=(0, 0), allies=(0, 0)), MOSCOW, 1, TRADE + text(pledge=term(5)))
    state, lines = turn(book, state, sheet(book, answer="accept", to=1))
    assert state.public.barred[0] == 1 and entries(lines, "home") == {}


EXACT_WORDS = text(pledge=term(4, exact=True, secret=True), bombers=term(1, exact=True))
HASTE = {"bargaining": {"haste_above": 600, "haste_ppm": 500_000}}


@pytest.mark.parametrize("fear", [(601, 0), (0, 601)])
def test_words_signed_in_haste_and_fear_lose_their_edges(fear, monkeypatch):
    """Where either side fears more than the mark, each issue may go loose by its own roll; the rest of the term stands (M07, M22)."""
    set_rolls(monkeypatch, {"bargaining/haste blurs/pledge": 499_999, "bargaining/haste blurs/bombers": 500_000})
    book = still(**HASTE)
    state, _ = turn(book, lay_letter(game(book, fear=fear), MOSCOW, 1, EXACT_WORDS), sheet(book, answer="accept", to=1))
    assert state.public.agreed[0].tolist() == text(pledge=term(4, secret=True), bombers=term(1, exact=True)).tolist()


def test_who_signs_without_fear_or_behind_the_deal_signs_what_was_written(monkeypatch):
    """At the mark itself, or when the danger is past, no roll blurs anything."""
    set_rolls(monkeypatch, {f"bargaining/haste blurs/{issue}": ALWAYS for issue in ("pledge", "bombers")})
    book = still(**HASTE)
    for state in (game(book, fear=600), after_the_deal(book, agreed=LEAVES, fear=1000)):
        after, _ = turn(book, lay_letter(state, MOSCOW, 1, EXACT_WORDS), sheet(book, answer="accept", to=1))
        assert after.public.agreed[0, 4] == term(4, exact=True, secret=True) and after.public.agreed[0, 1] == term(1, exact=True)


@pytest.mark.parametrize(("sent", "lost"), [(1, 30), (2, 60), (6, 180), (9, 200)])
def test_a_deadline_that_passes_is_a_bluff_called(sent, lost):
    """It costs its writer face, more with each ultimatum sent before, and no more than 200 (M61)."""
    book = still(bargaining={"bluff_face": 30})
    state = lay_letter(game(book, ultimata=(4, sent)), MOSCOW, 1, LEAVES, age=1, due=HALF_DAY - 1)
    _, lines = turn(book, state)
    assert entries(lines, "face") == {"our deadline passed, and nothing followed": -lost}
    assert entries(lines, "face", "moscow") == entries(lines, "face")


def test_a_deadline_that_was_answered_calls_no_bluff():
    """A refusal is an answer."""
    book = still(bargaining={"bluff_face": 30})
    state = lay_letter(game(book, ultimata=(0, 1)), MOSCOW, 1, LEAVES, age=1, due=HALF_DAY - 1)
    assert entries(turn(book, state, sheet(book, answer="refuse", to=1))[1], "face") == {}


def test_every_step_toward_a_formal_pledge_ties_washingtons_hands():
    """What each step takes from its freedom of manoeuvre, and gives back with a step back; silence moves nothing (M68)."""
    book = still(bargaining={"formal_pledge": (0, 10, 40, 100, 250)})
    state, lines = turn(book, lay_letter(game(book, freedom=500), MOSCOW, 1, text(pledge=term(3))), sheet(book, answer="accept", to=1))
    assert entries(lines, "freedom") == {"the pledge ties hands": -40} and state.dossier.freedom[0].tolist() == [460, 500]
    state, lines = turn(book, lay_letter(state, MOSCOW, 2, text(pledge=term(5))), sheet(book, answer="accept", to=2))
    assert entries(lines, "freedom") == {"the pledge ties hands": -210}
    state, lines = turn(book, lay_letter(state, MOSCOW, 3, text(bombers=term(3))), sheet(book, answer="accept", to=3))
    assert entries(lines, "freedom") == {}
    state, lines = turn(book, lay_letter(state, MOSCOW, 4, text(pledge=term(2))), sheet(book, answer="accept", to=4))
    assert entries(lines, "freedom") == {"the pledge ties hands": 240}


def test_an_agreement_shows_that_the_soldiers_had_forecast_wrong():
    """Washington's trust in its military falls with the agreement in principle, and with no other deal (M15)."""
    book = still(bargaining={"forecast_failed": 45})
    _, lines = turn(book, lay_letter(game(book, trust=500), MOSCOW, 1, LEAVES), sheet(book, answer="accept", to=1))
    assert entries(lines, "trust") == entries(lines, "trust", "washington") == {"the soldiers had forecast a trick": -45}
    assert entries(turn(book, lay_letter(game(book, trust=500), MOSCOW, 1, PLEDGE), sheet(book, answer="accept", to=1))[1], "trust") == {}


IN_FORCE = text(pledge=term(3, "conduct"), bombers=term(3))


@pytest.mark.parametrize(("writer", "asked", "presses"), [
    (WASHINGTON, text(pledge=term(2, "conduct")), True), (WASHINGTON, text(pledge=term(4, "conduct")), False),
    (WASHINGTON, text(pledge=term(3, "conduct", "lasting")), True), (WASHINGTON, text(pledge=term(3)), False),
    (WASHINGTON, text(pledge=term(3, "treaty")), False), (WASHINGTON, text(bombers=term(2)), True), (WASHINGTON, text(inspection=term(1)), False),
    (MOSCOW, text(pledge=term(4, "conduct")), True), (MOSCOW, text(pledge=term(2, "conduct")), False), (MOSCOW, text(pledge=term(3)), True),
    (MOSCOW, text(pledge=term(3, "conduct", "lasting")), False), (MOSCOW, text(bombers=term(3)), False),
    (MOSCOW, text(inspection=term(4)), False)])
def test_pressing_is_asking_aloud_for_more_than_is_in_force(writer, asked, presses):
    """A step nearer one's own end, or for Washington more conditions and for Moscow fewer, on an issue that is agreed (M67)."""
    book = still()
    state = after_the_deal(book, agreed=IN_FORCE)
    sheets = [sheet(book), sheet(book, MOSCOW)]
    sheets[writer] = sheet(book, writer, offer=asked, channel="broadcast")
    after, _ = turn(book, state, *sheets)
    assert after.public.pressed[0].tolist() == [presses * (side == writer) for side in SIDES]
    assert not turn(book, after)[0].public.pressed.any(), "only in the turn in which it is said"
    sheets[writer] = sheet(book, writer, offer=asked, channel="envoy")
    assert not turn(book, state, *sheets)[0].public.pressed.any(), "what is said in private presses nobody in public"
