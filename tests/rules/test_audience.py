"""Public words tie hands; concessions are paid for (mechanisms/audience.py)."""

import pytest

from game.engine.sides import MOSCOW, SIDE_IDS, SIDES, WASHINGTON
from tests.small_crisis import ISSUES, after_the_deal, entries, game, lay_letter, order, sheet, still, term, text, turn

HOME, ALLIES, FACE = 1, 2, 3
PLEDGE = ISSUES.index("pledge")


def test_what_is_said_aloud_ties_ones_hands_issue_by_issue():
    """A public proposal adds exposure on each issue it names (M26)."""
    book = still(audience={"said_in_public": 120})
    after, lines = turn(book, game(book), None, sheet(book, MOSCOW, offer=text(pledge=3, bombers=2), channel="broadcast"))
    assert entries(lines, "exposure.pledge", "moscow") == entries(lines, "exposure.bombers", "moscow") == {"said in public": 120}
    assert after.dossier.exposure[0].sum() == 240


@pytest.mark.parametrize("channel", ["envoy", "cable"])
def test_what_is_said_in_private_ties_nobody(channel):
    """No audience, no exposure."""
    book = still(audience={"said_in_public": 120})
    assert not turn(book, game(book), sheet(book, offer=text(pledge=3), channel=channel))[0].dossier.exposure.any()


def test_a_statement_at_the_un_is_public_the_moment_it_is_made():
    """Exposure does not wait for delivery."""
    book = still(audience={"said_in_public": 120})
    assert turn(book, game(book), sheet(book, offer=text(pledge=3), channel="un"))[0].dossier.exposure[0, WASHINGTON, PLEDGE] == 120


def test_words_fade():
    """A half-day takes off its share."""
    book = still(audience={"fades_per_mille": 50})
    after, lines = turn(book, game(book, exposure=[text(pledge=400), text(bombers=1000)], half_days=2))
    assert after.dossier.exposure[0].tolist() == [text(pledge=360).tolist(), text(bombers=900).tolist()]
    assert entries(lines, "exposure.pledge", "washington") == {"words fade": -40}


def test_a_public_concession_is_paid_at_full_price_before_each_audience():
    """Home, allies and face each count what the position is worth to them."""
    book = still(worth={(0, HOME, "pledge"): (0, 0, -40, 0, 0), (0, ALLIES, "pledge"): (0, 0, 20, 0, 0), (1, FACE, "pledge"): (0, 0, 30, 0, 0)})
    _, lines = turn(book, lay_letter(game(book), MOSCOW, 1, text(pledge=3)), sheet(book, answer="accept", to=1))
    moved = {(line.box, line.meter, line.cause): line.amount for line in lines}
    assert moved == {("washington", "home", "pledge: agreed"): -40, ("washington", "allies", "pledge: agreed"): 20,
                     ("moscow", "face", "pledge: agreed"): 30}


def test_a_secret_concession_costs_a_share_and_a_secret_gain_shows_less():
    """Each has its share: a loss in the annex costs so much at once, a gain shows so much of itself."""
    worth = {(0, HOME, "pledge"): (0, 0, -40, 0, 0), (1, HOME, "pledge"): (0, 0, 40, 0, 0)}
    book = still(worth=worth, audience={"secret_share_per_mille": 250, "secret_gain_per_mille": 600})
    _, lines = turn(book, lay_letter(game(book), MOSCOW, 1, text(pledge=term(3, secret=True))), sheet(book, answer="accept", to=1))
    assert entries(lines, "home", "washington") == {"pledge: agreed": -10}
    assert entries(lines, "home", "moscow") == {"pledge: agreed": 24}


def test_eating_ones_words_costs_more_the_louder_they_were():
    """An open loss grows with exposure on that issue; the growth is a cause of its own (M26)."""
    book = still(worth={(0, HOME, "pledge"): (0, 0, -40, 0, 0)})
    state = game(book, exposure=[text(pledge=500, bombers=900), text()])
    _, lines = turn(book, lay_letter(state, MOSCOW, 1, text(pledge=3)), sheet(book, answer="accept", to=1))
    assert entries(lines, "home", "washington") == {"pledge: agreed": -40, "pledge: words eaten": -20}


@pytest.mark.parametrize("terms", [text(pledge=term(3, secret=True)), text(pledge=4)])
def test_a_secret_loss_or_an_open_gain_eats_no_words(terms):
    """Exposure multiplies open losses and nothing else."""
    book = still(worth={(0, HOME, "pledge"): (0, 0, -40, 30, 0)})
    state = game(book, exposure=[text(pledge=500), text()])
    _, lines = turn(book, lay_letter(state, MOSCOW, 1, terms), sheet(book, answer="accept", to=1))
    assert "pledge: words eaten" not in entries(lines, "home", "washington")


def test_security_is_no_audience():
    """What a term is worth to safety moves no standing."""
    book = still(worth={(0, 0, "pledge"): (0, 0, -400, 0, 0)})
    _, lines = turn(book, lay_letter(game(book), MOSCOW, 1, text(pledge=3)), sheet(book, answer="accept", to=1))
    assert lines == []


def test_every_loose_ends_turn_with_the_bombers_there_costs_home_standing():
    """Until the bombers are settled Washington pays a turn (M56); in winter nobody asks."""
    book = still(audience={"bombers_wait_home": 15})
    assert entries(turn(book, after_the_deal(book))[1], "home", "washington") == {"the bombers are still there": -15}
    assert entries(turn(book, after_the_deal(book, bombers_settled_at=9))[1], "home") == {}
    assert entries(turn(book, after_the_deal(book, phase=3))[1], "home") == {}
    assert entries(turn(book, game(book))[1], "home") == {}


def test_a_term_that_stands_is_not_paid_again():
    """The same text accepted once more moves no audience, shares no annex, and leaves the table."""
    book = still(worth={(0, HOME, "pledge"): (0, 0, -40, 0, 0)}, secrecy={"in_the_know": (20, 10)})
    stands = text(pledge=term(3, secret=True))
    state = lay_letter(after_the_deal(book, agreed=stands, holders=(20, 10)), MOSCOW, 1, stands)
    after, lines = turn(book, state, sheet(book, answer="accept", to=1))
    assert not entries(lines, "home", "washington") and after.umpire.holders[0].tolist() == [20, 10]
    assert not after.public.letter_number[0].any()


def test_a_term_that_replaces_another_is_paid_by_the_difference():
    """From a loss of 40 to one of 100: 60 more; words are eaten only by what is given beyond (M26)."""
    book = still(worth={(0, HOME, "pledge"): (0, 0, -40, -100, 0)})
    state = after_the_deal(book, agreed=text(pledge=3), exposure=[text(pledge=500), text()])
    _, lines = turn(book, lay_letter(state, MOSCOW, 1, text(pledge=4)), sheet(book, answer="accept", to=1))
    assert entries(lines, "home", "washington") == {"pledge: agreed": -60, "pledge: words eaten": -30}


UNSEEN = {"audience": {"unverified_home": 7, "cameras": 2}}


@pytest.mark.parametrize(("fields", "pays"), [
    ({"flights": 1}, True), ({"flights": 2}, False), ({"inspected": 1}, False), ({"withdrawn": 1000}, False), ({"withdrawn": 999}, True)])
def test_weapons_that_leave_unseen_cost_washington_at_home(fields, pays):
    """Each turn until they are gone, unless inspectors have stood there or cameras fly low enough to stand in for them (M62)."""
    book = still(**UNSEEN)
    _, lines = turn(book, after_the_deal(book, **fields))
    assert entries(lines, "home") == ({"nobody has seen them go": -7} if pays else {})
    assert entries(turn(book, game(book, **fields))[1], "home") == {}, "there is nothing to see before the deal"


STORY = ((order("stand_by_him", [("public.story", 1)]), order("leak_a_story", [("public.story", 1)])),) * 2


def test_silence_about_the_man_in_the_article_costs_washington_turn_by_turn():
    """Not in the turn in which it is printed, nor in the one in which it is answered (M28)."""
    book = still(menus=STORY, audience={"story_unanswered": 6})
    state, lines = turn(book, game(book), sheet(book, orders=["leak_a_story"]))
    assert entries(lines, "home") == {}
    for _ in range(2):
        state, lines = turn(book, state)
        assert entries(lines, "home") == entries(lines, "home", "washington") == {"not a word for the man in the article": -6}
    state, lines = turn(book, state, sheet(book, orders=["stand_by_him"]))
    assert state.public.story[0] == 2 and entries(lines, "home") == {}
    assert entries(turn(book, state)[1], "home") == {}


@pytest.mark.parametrize(("phase", "counted", "lost"), [(3, 500, 50), (3, 129, 12), (2, 500, 0)])
def test_soldiers_who_stay_cost_washington_at_home_as_it_counts_them(phase, counted, lost):
    """A tenth of the count each turn of the settlement, whatever the true number (M81, M86)."""
    book = still(audience={"troops_seen_home": 100})
    _, lines = turn(book, after_the_deal(book, phase=phase, troops=(counted, 1000)))
    assert entries(lines, "home") == ({"Soviet troops are still in Cuba": -lost} if lost else {}) == entries(lines, "home", "washington")


@pytest.mark.parametrize(("tied", "gained"), [(text(), 20), (text(pledge=500, bombers=500), 10), (text(pledge=1000), 10), (text(inspection=1000), 20),
                                              (text(pledge=1000, bombers=1000), 0)])
@pytest.mark.parametrize("side", SIDES)
def test_a_word_spoken_aloud_shows_nerve_less_where_hands_are_tied(side, tied, gained):
    """Twenty points of face here, once a letter however much it names, less by the mean exposure on what it speaks of (M26)."""
    book = still(audience={"rally": 20})
    sheets = [sheet(book), sheet(book, MOSCOW)]
    sheets[side] = sheet(book, side, offer=text(pledge=2, bombers=4), channel="broadcast")
    state = game(book)
    state.dossier.exposure[0, side] = tied
    _, lines = turn(book, state, *sheets)
    assert entries(lines, "face") == entries(lines, "face", SIDE_IDS[side]) == ({"a word spoken aloud": gained} if gained else {})


@pytest.mark.parametrize("channel", ["envoy", "cable"])
def test_a_private_word_shows_nothing(channel):
    """Nor does silence."""
    book = still(audience={"rally": 20})
    assert entries(turn(book, game(book), sheet(book, offer=text(pledge=2), channel=channel))[1], "face") == {}
    assert entries(turn(book, game(book))[1], "face") == {}
