"""A doctrine at its desk: orders by priority while attention lasts, the first offer that fits, and what it takes (players/doctrine.py)."""

import numpy as np
import pytest

from game.engine.orders import ACCEPT, COUNTER, IGNORE
from game.engine.rulebook import EXACTLY, NOT_EXACT, SAID, UNSAID, Need
from game.engine.script import FOREVER, Condition, Doctrine, Give, Offer, Temper
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.engine.view import observe
from game.players.doctrine import AS_WRITTEN, LEVELS, PRICE_OF_A_LEVEL, player
from game.scenario.doctrine import load_doctrine
from tests.proofs import another_world
from tests.random_play import any_position
from tests.small_crisis import HALF_DAY, ISSUES, after_the_deal, game, lay_letter, order, still, term, text
from tests.whole_games import book, doctrines

EASY = Temper(hold=0, fear_per_mille=0, patience=0, patience_until_half_days=0, peace=0, threatened=0, sweetened=0, together=0)
MENU = (*map(order, ("one", "two", "three", "four", "five")), order("draft", is_drafting=True), order("late", stages=(1, 2)))
DRAFT, LATE = 5, 6
PLEDGE = ISSUES.index("pledge")


def temper(**changed):
    return Temper(**{**vars(EASY), **changed})


def script(gives=(), offers=(), how=EASY, side=WASHINGTON):
    return Doctrine("made-up", side, "Made up", "To be tested.", True, how, tuple(gives), tuple(offers), "made up")


def always(place):
    return Give(place, (Condition(),))


def given(doctrine, state, book=None):
    book = book or still(menus=(MENU, MENU))
    made = player(book, doctrine)(observe(state, doctrine.side))
    return [MENU[place].id for place in np.flatnonzero(made.given[0])]


BOOK = still(menus=(MENU, MENU))


def test_orders_are_given_in_priority_while_attention_lasts():
    """Four orders rested, from the front of the list, whatever their place on the menu."""
    wishes = script([always(place) for place in (4, 3, 2, 1, 0)])
    assert given(wishes, game(BOOK)) == ["two", "three", "four", "five"]
    assert given(wishes, game(BOOK, fatigue=(1000, 0))) == ["five"]


def test_an_order_that_is_not_open_takes_no_attention():
    """What the View does not allow is passed over."""
    assert given(script([always(place) for place in (LATE, 0, 1, 2, 3)]), game(BOOK)) == ["one", "two", "three", "four"]
    assert given(script([always(LATE)]), after_the_deal(BOOK)) == ["late"]


def test_an_order_wanted_twice_is_given_once_and_counted_once():
    """The second wish is already fulfilled."""
    assert given(script([always(0), always(0), always(1), always(2), always(3)]), game(BOOK)) == ["one", "two", "three", "four"]


@pytest.mark.parametrize(("condition", "fields", "holds"), [
    (Condition(stages=(0,)), {}, True), (Condition(stages=(1, 2)), {}, False), (Condition(stages=(1, 2)), {"phase": 3}, True),
    (Condition(turn=(3, 5)), {"turn": 3}, True), (Condition(turn=(3, 5)), {"turn": 5}, True), (Condition(turn=(3, 5)), {"turn": 6}, False),
    (Condition(turn=(3, 5)), {"turn": 2}, False), (Condition(turn=(0, FOREVER)), {"turn": 300}, True),
    (Condition(every=3, start=2), {"turn": 2}, True), (Condition(every=3, start=2), {"turn": 5}, True),
    (Condition(every=3, start=2), {"turn": 4}, False),
    (Condition(every=3), {"turn": 3}, True), (Condition(start=4), {"turn": 3}, False), (Condition(start=4), {"turn": 4}, True),
    (Condition(half_days=(4, 6)), {"minutes": 4 * HALF_DAY}, True), (Condition(half_days=(4, 6)), {"minutes": 7 * HALF_DAY}, False),
    (Condition(half_days=(4, 6)), {"minutes": 3 * HALF_DAY}, False),
    (Condition(meters=(Need("own", "fear", 300, 500),)), {"fear": (300, 0)}, True),
    (Condition(meters=(Need("own", "fear", 300, 500),)), {"fear": (501, 400)}, False),
    (Condition(meters=(Need("own", "fear", 300, 500),)), {"fear": (500, 0)}, True),
    (Condition(meters=(Need("own", "fear", 300, 500),)), {"fear": (299, 0)}, False),
    (Condition(meters=(Need("public", "pressure", 0, 400),)), {"pressure": 401}, False),
    (Condition(meters=(Need("public", "alert", 2, 4),)), {"alert": (2, 0)}, True),
    (Condition(meters=(Need("public", "alert", 2, 4),)), {"alert": (1, 3)}, False),
    (Condition(turn=(0, 3), meters=(Need("public", "pressure", 0, 400),)), {"pressure": 401}, False),
    (Condition(agreed=((PLEDGE, UNSAID),)), {}, True), (Condition(agreed=((PLEDGE, UNSAID),)), {"agreed": text(pledge=3)}, False),
    (Condition(agreed=((PLEDGE, SAID),)), {"agreed": text(pledge=3)}, True),
    (Condition(agreed=((PLEDGE, SAID),)), {"agreed": text(bombers=3)}, False),
    (Condition(agreed=((PLEDGE, EXACTLY),)), {"agreed": text(pledge=term(3, exact=True))}, True),
    (Condition(agreed=((PLEDGE, EXACTLY),)), {"agreed": text(pledge=3)}, False),
    (Condition(agreed=((PLEDGE, NOT_EXACT),)), {"agreed": text(pledge=3)}, True), (Condition(agreed=((PLEDGE, NOT_EXACT),)), {}, True),
    (Condition(agreed=((PLEDGE, NOT_EXACT),)), {"agreed": text(pledge=term(3, exact=True))}, False),
])
def test_a_condition_holds_where_all_of_it_does(condition, fields, holds):
    """Stages, turns, every so many turns, half-days, meters and terms in force; both ends included."""
    assert given(script([Give(0, (condition,))]), game(BOOK, **fields)) == (["one"] if holds else [])


def test_any_of_several_conditions_will_do():
    """Written as a list, they are alternatives."""
    either = script([Give(0, (Condition(turn=(1, 1)), Condition(turn=(3, 3))))])
    assert [bool(given(either, game(BOOK, turn=turn))) for turn in range(5)] == [False, True, False, True, False]


def offered(doctrine, state, book=BOOK):
    made = player(book, doctrine)(observe(state, doctrine.side))
    return made.offer[0].tolist(), book.channels[made.channel[0]].id, int(made.due[0])


def test_the_first_offer_whose_condition_holds_is_made():
    """One proposal a turn, with its channel and its deadline counted from now."""
    first = Offer(text(pledge=term(2, secret=True)), 2, 4, (Condition(turn=(2, 9)),))
    second = Offer(text(bombers=3), 0, 0, (Condition(),))
    assert offered(script(offers=[first, second]), game(BOOK, turn=2, minutes=2 * HALF_DAY)) == (text(pledge=10).tolist(), "cable", 6 * HALF_DAY)
    assert offered(script(offers=[first, second]), game(BOOK)) == (text(bombers=3).tolist(), "broadcast", 0)
    assert offered(script(offers=[first]), game(BOOK)) == (text().tolist(), "broadcast", 0)


def test_an_offer_says_only_what_its_channel_can_carry():
    """No annex in public, no paper by word of mouth."""
    every_way = text(pledge=term(2, secret=True, paper=True, exact=True))
    carried = [term(2, paper=True, exact=True), term(2, secret=True, exact=True), term(2, secret=True, paper=True, exact=True),
               term(2, paper=True, exact=True)]
    for channel, code in enumerate(carried):
        assert offered(script([always(DRAFT)], [Offer(every_way, channel, 0, (Condition(),))]), game(BOOK))[0] == text(pledge=code).tolist()


def test_without_the_drafting_order_every_wording_is_loose():
    """Exact only where drafting was given, and attention was left for it."""
    exact = Offer(text(pledge=term(2, exact=True)), 2, 0, (Condition(),))
    assert offered(script(offers=[exact]), game(BOOK))[0] == text(pledge=2).tolist()
    assert offered(script([always(DRAFT)], [exact]), game(BOOK))[0] == text(pledge=term(2, exact=True)).tolist()
    assert offered(script([always(0), always(DRAFT)], [exact]), game(BOOK, fatigue=(1000, 0)))[0] == text(pledge=2).tolist()


def answer(doctrine, state, book, level=AS_WRITTEN):
    made = player(book, doctrine, level)(observe(state, doctrine.side))
    return int(made.answer_to[0]) if made.answer[0] == ACCEPT else 0


def priced(*worth):
    """A book in which the five positions on the pledge are worth that much to Washington's safety."""
    return still(menus=(MENU, MENU), worth={(0, 0, "pledge"): worth})


WORTH = priced(-200, -100, 0, 100, 200)


@pytest.mark.parametrize(("hold", "takes"), [(-201, 1), (-150, 2), (-50, 3), (50, 4), (150, 5), (201, 0)])
def test_a_letter_is_taken_when_it_is_worth_more_than_is_asked(hold, takes):
    """The acceptance curve of this book says yes above the price and no below it."""
    letters = [answer(script(how=temper(hold=hold)), lay_letter(game(WORTH), MOSCOW, 1, text(pledge=place)), WORTH) for place in range(1, 6)]
    assert letters == [int(bool(takes) and place >= takes) for place in range(1, 6)]


def test_fear_takes_off_the_price():
    """So many per mille of the fear meter."""
    asks = script(how=temper(hold=300, fear_per_mille=500))
    state = lay_letter(game(WORTH), MOSCOW, 1, text(pledge=4))
    for fear, takes in ((390, 0), (410, 1)):
        state.dossier.fear[0] = (fear, 0)
        assert answer(asks, state, WORTH) == takes


def test_patience_adds_to_the_price_until_its_hour():
    """While time seems to be on its side it asks for more."""
    asks = script(how=temper(hold=50, patience=100, patience_until_half_days=4))
    for half_days, takes in ((3, 0), (4, 1)):
        assert answer(asks, lay_letter(game(WORTH, minutes=half_days * HALF_DAY), MOSCOW, 1, text(pledge=4)), WORTH) == takes


def test_behind_the_deal_peace_is_worth_something():
    """Hold, patience and fear belong to the confrontation; then only peace counts."""
    asks = script(how=temper(hold=900, patience=900, patience_until_half_days=FOREVER, peace=150))
    for place, takes in ((1, 0), (2, 1)):
        assert answer(asks, lay_letter(after_the_deal(WORTH), MOSCOW, 1, text(pledge=place)), WORTH) == takes


@pytest.mark.parametrize(("due", "second", "takes"), [(0, 4, 0), (99 * HALF_DAY, 4, 0), (0, 3, 0), (99 * HALF_DAY, 3, 1)])
def test_ultimatum_and_concession_together_weigh_more_than_their_sum(due, second, takes):
    """40 for a deadline, 40 for an offer better than the last, and 30 more for both at once (M61): here 105 are missing."""
    asks = script(how=temper(hold=205, threatened=40, sweetened=40, together=30))
    state = lay_letter(lay_letter(game(WORTH, resolve=500), MOSCOW, 2, text(pledge=4), due=due), MOSCOW, 1, text(pledge=second), slot=1, age=1)
    assert answer(asks, state, WORTH) == (2 if takes else 0)


@pytest.mark.parametrize(("due", "short_of", "takes"), [(0, 10, 0), (99 * HALF_DAY, 30, 1), (99 * HALF_DAY, 60, 0)])
def test_a_first_letter_sweetens_nothing(due, short_of, takes):
    """Better than the writer's last it can only be where there was one: a lone letter has its deadline's push and no more."""
    asks = script(how=temper(hold=100 + short_of, threatened=40, sweetened=40, together=30))
    assert answer(asks, lay_letter(game(WORTH, resolve=500), MOSCOW, 1, text(pledge=4), due=due), WORTH) == takes


@pytest.mark.parametrize(("more", "takes"), [(0, 2), (50, 2), (70, 1)])
def test_an_older_letter_must_be_clearly_better(more, takes):
    """It may no longer be meant: up to sixty points more in it, the newest is taken all the same."""
    made = priced(0, 0, 0, 100, 100 + more)
    state = lay_letter(lay_letter(game(made), MOSCOW, 2, text(pledge=4)), MOSCOW, 1, text(pledge=5), slot=1, age=1)
    assert answer(script(), state, made) == takes


@pytest.mark.parametrize(("less", "takes"), [(60, 0), (61, 2)])
def test_an_offer_sweetens_by_being_clearly_better_than_the_last(less, takes):
    """More than sixty points better: then it has its push."""
    made = priced(0, 0, 0, 100 - less, 100)
    state = lay_letter(lay_letter(game(made), MOSCOW, 2, text(pledge=5)), MOSCOW, 1, text(pledge=4), slot=1, age=1)
    assert answer(script(how=temper(hold=110, sweetened=40)), state, made) == takes


def test_who_takes_their_letter_sends_no_other_text_across_it():
    """An acceptance goes out alone."""
    keen = script(offers=[Offer(text(bombers=3), 0, 0, (Condition(),))], how=temper(hold=-999))
    made = player(WORTH, keen)(observe(lay_letter(game(WORTH), MOSCOW, 1, text(pledge=3)), WASHINGTON))
    assert made.answer[0] == ACCEPT and not made.offer.any()


def test_nobody_answers_an_empty_table():
    """However keen."""
    made = player(WORTH, script(how=temper(hold=-9999)))(observe(game(WORTH), WASHINGTON))
    assert made.answer.tolist() == made.answer_to.tolist() == [0]


def test_ones_own_exposure_is_counted():
    """Hands tied in public make an open loss dearer to the side itself."""
    made = still(menus=(MENU, MENU), worth={(0, 1, "pledge"): (0, 0, -100, 0, 0)})
    for exposure, takes in ((400, 1), (600, 0)):
        state = lay_letter(game(made, exposure=[text(pledge=exposure), text()]), MOSCOW, 1, text(pledge=3))
        assert answer(script(how=temper(hold=-150)), state, made) == takes


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_asks_a_step_more(level):
    """Level 3 is the file's own; each above asks so much more, each below so much less."""
    extra = (level - AS_WRITTEN) * PRICE_OF_A_LEVEL
    made = priced(extra - 1, extra - 1, extra - 1, extra + 1, extra + 1)
    for place, takes in ((3, 0), (4, 1)):
        assert answer(script(), lay_letter(game(made), MOSCOW, 1, text(pledge=place)), made, level) == takes


@pytest.mark.parametrize("side", SIDES)
def test_a_doctrine_plays_both_seats_of_the_table_from_its_own_view(side):
    """Writer and reader follow the side."""
    made = still(menus=(MENU, MENU), worth={(side, 0, "pledge"): (0, 0, 0, 0, 100)})
    state = lay_letter(game(made), 1 - side, 3, text(pledge=5))
    assert answer(script(how=temper(hold=50), side=side), state, made) == 3


@pytest.mark.parametrize("id", [id for side in SIDES for id in doctrines(side)])
@pytest.mark.parametrize("level", LEVELS)
def test_a_shipped_doctrine_is_the_same_in_a_batch_and_alone(id, level):
    """Sheet of game k in a batch = sheet of the game alone, at every level."""
    doctrine = load_doctrine(id, book())
    state = any_position(book(), 60, np.random.default_rng(level))
    plays = player(book(), doctrine, level)
    together = plays(observe(state, doctrine.side))
    for k in range(0, 60, 7):
        alone = plays(observe(state.take([k]), doctrine.side))
        for name, values in vars(alone).items():
            assert (values[0] == getattr(together, name)[k]).all(), name


@pytest.mark.parametrize("id", [id for side in SIDES for id in doctrines(side)])
def test_a_shipped_doctrine_answers_the_same_whatever_is_hidden(id):
    """The same View, two worlds, the same sheet, its own luck included."""
    doctrine = load_doctrine(id, book())
    state = any_position(book(), 200, np.random.default_rng(8))
    world = another_world(state, doctrine.side, np.random.default_rng(9))
    one, two = (vars(player(book(), doctrine)(observe(games, doctrine.side))) for games in (state, world))
    assert all((one[name] == two[name]).all() for name in one)
    assert (one["answer"] == ACCEPT).any() and (one["answer"] != ACCEPT).any(), "both answers occur, or nothing was compared"


def takes(how, state, number=1):
    return answer(script(how=how), state, WORTH) == number


def letter(**fields):
    return lay_letter(game(WORTH, **fields), MOSCOW, 1, text(pledge=4))


@pytest.mark.parametrize(("fear", "mood", "taken"), [(600, 600, True), (599, 900, False), (900, 599, False)])
def test_who_is_afraid_and_believes_the_other_to_be_so_too_asks_less(fear, mood, taken):
    """Both above the mark, or nothing comes off (M06): the letter is worth 100, 130 are asked and 40 come off."""
    assert takes(temper(hold=130, mutual=40, afraid_above=600), letter(fear=(fear, 0), mood=(mood, 0))) == taken


@pytest.mark.parametrize(("per_mille", "estimate", "taken"), [(-100, 400, True), (-100, 200, False), (100, 400, False), (0, 1000, False)])
def test_washington_reads_the_clock_in_the_sites_it_believes_in(per_mille, estimate, taken):
    """The price moves with the estimate, down where time runs against it (M04): 130 asked for 100."""
    assert takes(temper(hold=130, clock_per_mille=per_mille), letter(estimate=(estimate, 0), buildup=(900, 900))) == taken


def test_moscow_reads_the_clock_in_the_sites_it_builds():
    """Its own build-up, not what it believes of the other's; more of it makes it ask more (M05)."""
    made = still(menus=(MENU, MENU), worth={(1, 0, "pledge"): (0, 0, 0, 100, 0)})
    asks = script(how=temper(hold=50, clock_per_mille=100), side=MOSCOW)
    for buildup, taken in ((400, 1), (600, 0)):
        state = lay_letter(game(made, buildup=(0, buildup), estimate=(0, 999)), WASHINGTON, 1, text(pledge=4))
        assert answer(asks, state, made) == taken


def test_forces_that_still_stand_ready_bargain_after_the_deal_too():
    """A share of the fear comes off what it asks then (M57); the share of the confrontation does not."""
    how = temper(peace=-130, fear_per_mille=1000, fear_later_per_mille=100)
    for fear, taken in ((400, 1), (200, 0)):
        state = lay_letter(after_the_deal(WORTH, fear=(fear, 0)), MOSCOW, 1, text(pledge=4))
        assert answer(script(how=how), state, WORTH) == taken


@pytest.mark.parametrize(("face", "taken"), [(500, True), (400, True), (350, True), (200, False)])
def test_who_has_lost_face_asks_more(face, taken):
    """Half of what is lacking below the floor, in every stage (M18): 60 asked, 100 missing at 200."""
    how = temper(hold=60, peace=-60, face_floor=400, face_per_mille=500)
    assert takes(how, letter(face=(face, 900))) == taken
    assert takes(how, lay_letter(after_the_deal(WORTH, face=(face, 900)), MOSCOW, 1, text(pledge=4))) == taken


@pytest.mark.parametrize(("faith", "taken"), [(500, 0), (700, 1), (300, 0)])
def test_who_trusts_the_other_to_keep_its_word_asks_less_after_the_deal(faith, taken):
    """A tenth of the faith above the middle comes off, of what is lacking is added (M47, M69): 110 asked for a letter worth 100."""
    how = temper(peace=-110, faith_per_mille=100)
    state = lay_letter(after_the_deal(WORTH, faith=(faith, 1000)), MOSCOW, 1, text(pledge=4))
    assert answer(script(how=how), state, WORTH) == taken
    richer = lay_letter(after_the_deal(WORTH, faith=(faith, 1000)), MOSCOW, 1, text(pledge=5))
    assert answer(script(how=temper(peace=-190, faith_per_mille=100)), richer, WORTH) == int(faith >= 500)


@pytest.mark.parametrize(("ultimata", "taken"), [(1, True), (2, True), (3, False)])
def test_a_threat_repeated_is_a_threat_spent(ultimata, taken):
    """60 for the first deadline, 30 for the second, 20 for the third (M61): 25 are missing here."""
    state = lay_letter(game(WORTH, ultimata=(9, ultimata), resolve=500), MOSCOW, 1, text(pledge=4), due=99 * HALF_DAY)
    assert takes(temper(hold=125, threatened=60), state) == taken


def test_one_question_is_answered_once():
    """Of two orders that answer the same question the first on the list is given, and the second costs no attention."""
    menu = (order("one", one_of="the paper"), order("two", one_of="the paper"), *map(order, ("three", "four", "five")))
    made = still(menus=(menu, menu))
    wishes = script([always(place) for place in (1, 0, 2, 3, 4)])
    played = player(made, wishes)(observe(game(made), WASHINGTON))
    assert np.flatnonzero(played.given[0]).tolist() == [1, 2, 3, 4]


def test_an_offer_speaks_in_the_tone_of_its_file():
    """And a game without an offer in none."""
    made = player(BOOK, script(offers=[Offer(text(pledge=3), 2, 0, (Condition(turn=(1, 9)),), tone=2)]))
    for turn, tone in ((0, 0), (1, 2)):
        assert made(observe(game(BOOK, turn=turn), WASHINGTON)).tone.tolist() == [tone]


@pytest.mark.parametrize(("half_days", "taken"), [(39, False), (40, True)])
def test_who_plays_for_time_after_the_deal_asks_more_until_its_hour(half_days, taken):
    """110 asked for a letter worth 100 while it stalls, 90 from the hour on (M59); while the confrontation lasts nobody stalls."""
    how = temper(hold=90, peace=-90, stall=20, stall_until_half_days=40)
    state = lay_letter(after_the_deal(WORTH, minutes=half_days * HALF_DAY), MOSCOW, 1, text(pledge=4))
    assert takes(how, state) == taken
    assert takes(how, letter())


@pytest.mark.parametrize(("counters", "answers"), [("newest", 6), ("oldest", 4), ("", 0)])
def test_an_offer_may_answer_one_letter_and_not_mention_another(counters, answers):
    """The newest or the oldest of theirs that lie open (M20); it is a counter-offer, and one's own letters are none of it."""
    made = script(offers=[Offer(text(bombers=3), 2, 0, (Condition(),), counters=counters)], how=temper(hold=999))
    state = lay_letter(lay_letter(lay_letter(game(BOOK), MOSCOW, 6, text(pledge=3)), MOSCOW, 4, text(pledge=2), slot=1, age=1), WASHINGTON, 9, text())
    reply = player(BOOK, made)(observe(state, WASHINGTON))
    assert (reply.answer.tolist(), reply.answer_to.tolist()) == ([COUNTER if answers else IGNORE], [answers]) and reply.offer.any()


def test_where_nothing_lies_open_a_counter_is_a_plain_offer():
    """And an acceptance goes before it."""
    made = script(offers=[Offer(text(bombers=3), 2, 0, (Condition(),), counters="newest")])
    reply = player(BOOK, made)(observe(game(BOOK), WASHINGTON))
    assert reply.answer.tolist() == [IGNORE] and reply.answer_to.tolist() == [0] and reply.offer.any()
    accepts = player(WORTH, made)(observe(letter(), WASHINGTON))
    assert accepts.answer.tolist() == [ACCEPT] and accepts.answer_to.tolist() == [1] and not accepts.offer.any()
