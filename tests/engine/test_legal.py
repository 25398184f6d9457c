"""What a View allows, and refusals that name the reason and what would be accepted (legal.py)."""

from dataclasses import replace

import pytest

from game.engine import legal
from game.engine.orders import Dispatch, Proposal, Term
from game.engine.rulebook import AGREED
from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.view import observe
from tests.small_crisis import HALF_DAY, after_the_deal, game, lay_letter, order, still, text

OFFER = Proposal({"pledge": Term(3)}, "envoy")
MENU = (order("march", [("public.alert", 1)], [("public.alert", 1, 2)]), order("talk", stages=(1, 2)), order("draft", is_drafting=True),
        order("wait"), order("sleep"))


NOTHING = Dispatch()


def refused(state=None, dispatch=NOTHING, book=None, side=WASHINGTON):
    """What is refused about which part: (about, sentence)."""
    book = book or still(menus=(MENU, MENU))
    state = game(book, alert=(1, 0)) if state is None else state
    return [(refusal.about, refusal.reason) for refusal in legal.refusals(book, observe(state, side), dispatch)]


BOOK = still(menus=(MENU, MENU))


def test_an_empty_dispatch_is_legal():
    """Doing nothing is a move."""
    assert refused() == []


def test_everything_that_is_open_may_be_handed_in_together():
    """Orders up to the staff's strength, a proposal, an answer and a withdrawal on one sheet."""
    state = lay_letter(lay_letter(game(BOOK, alert=(1, 0)), MOSCOW, 4, text(pledge=2)), WASHINGTON, 2, text(pledge=1))
    said = Dispatch(("march", "draft", "wait"), Proposal({"pledge": Term(3, secret=True, exact=True)}, "envoy", 28), "counter", 4, 2)
    assert refused(state, said, BOOK) == []


@pytest.mark.parametrize(("dispatch", "about", "says"), [
    (Dispatch(("wiat",)), "wiat", "did you mean 'wait'?"),
    (Dispatch(("bombard",)), "bombard", "known: march, talk, draft, wait, sleep."),
    (Dispatch(("talk",)), "talk", "Talk: only in the stage of loose ends or settlement; this is confrontation."),
    (Dispatch(("wait", "wait")), "wait", "stands on the sheet twice"),
    (Dispatch(proposal=Proposal({}, "envoy")), "proposal", "says nothing"),
    (Dispatch(proposal=Proposal({"pledge": Term(3)}, "envoi")), "proposal", "did you mean 'envoy'?"),
    (Dispatch(proposal=Proposal({"pledges": Term(3)}, "envoy")), "proposal", "did you mean 'pledge'?"),
    (Dispatch(proposal=Proposal({"pledge": Term(6)}, "envoy")), "proposal", "position 6 is off the ladder; it has 1 to 5."),
    (Dispatch(proposal=Proposal({"pledge": Term(0)}, "envoy")), "proposal", "position 0 is off the ladder"),
    (Dispatch(proposal=Proposal({"pledge": Term(3, secret=True)}, "broadcast")), "proposal", "everybody hears"),
    (Dispatch(proposal=Proposal({"pledge": Term(3, paper=True)}, "envoy")), "proposal", "which is spoken"),
    (Dispatch(proposal=Proposal({"pledge": Term(3, exact=True)}, "envoy")), "proposal", "needs the drafting order"),
    (Dispatch(proposal=Proposal({"pledge": Term(3)}, "envoy", 29)), "proposal", "give 0 for none, or 1 to 28"),
    (Dispatch(proposal=Proposal({"pledge": Term(3)}, "envoy", -1)), "proposal", "give 0 for none, or 1 to 28"),
    (Dispatch(answer="maybe"), "answer", "one of ignore, accept, refuse, counter"),
    (Dispatch(answer="accept", answer_to=1), "answer", "none of theirs lies open"),
    (Dispatch(answer="ignore", answer_to=1), "answer", "To ignore a letter, name none."),
    (Dispatch(withdraw=1), "withdraw", "this side has sent none"),
])
def test_a_refusal_says_what_was_asked_and_what_would_be_accepted(dispatch, about, says):
    """One thing wrong, one sentence about it."""
    found = refused(dispatch=dispatch)
    assert len(found) == 1 and found[0][0] == about and says in found[0][1] and found[0][1].endswith((".", "?"))


def test_a_need_names_the_meter_and_where_it_stands():
    """What is needed and what is, in one sentence; at the ends of the range the order is open."""
    assert refused(game(BOOK, alert=(0, 2)), Dispatch(("march",)), BOOK) == [("march", "March: needs the alert at 1 to 2; it stands at 0.")]
    assert refused(game(BOOK, alert=(3, 2)), Dispatch(("march",)), BOOK) == [("march", "March: needs the alert at 1 to 2; it stands at 3.")]
    assert refused(game(BOOK, alert=(2, 0)), Dispatch(("march",)), BOOK) == []
    assert refused(game(BOOK, alert=(0, 2)), Dispatch(("march",)), BOOK, MOSCOW) == []


def test_a_stage_opens_its_orders():
    """What is shut in the confrontation is open behind the deal."""
    assert refused(after_the_deal(BOOK), Dispatch(("talk",)), BOOK) == []


@pytest.mark.parametrize(("fatigue", "can"), [(0, 4), (334, 2), (1000, 1)])
def test_a_tired_staff_carries_fewer_orders(fatigue, can):
    """Attention falls with fatigue, and the refusal says how many to take off."""
    state = game(BOOK, alert=(1, 0), fatigue=(fatigue, 0))
    assert legal.attention(BOOK, observe(state, WASHINGTON)).tolist() == [can]
    four = Dispatch(("march", "draft", "wait", "sleep"))
    assert refused(state, Dispatch(four.orders[:can]), BOOK) == []
    found = refused(state, four, BOOK)
    if can == 4:
        assert found == []
    else:
        assert found == [("attention", f"4 orders, but the staff can carry {can} this turn: take {4 - can} off.")]


def test_only_letters_that_lie_open_can_be_answered_and_the_refusal_names_them():
    """By the writer's number; never one's own letters."""
    state = lay_letter(lay_letter(game(BOOK), MOSCOW, 6, text(pledge=2)), MOSCOW, 4, text(pledge=1), slot=1)
    state = lay_letter(state, WASHINGTON, 5, text(pledge=3))
    for number in (4, 6):
        assert refused(state, Dispatch(answer="accept", answer_to=number), BOOK) == []
    assert refused(state, Dispatch(answer="refuse", answer_to=5), BOOK) == [("answer", "Letter 5 of the other side is not on the table; open: 6, 4.")]
    assert refused(state, Dispatch(answer="accept"), BOOK)[0][0] == "answer"


def test_moscow_answers_washingtons_letters():
    """The same from the other seat."""
    state = lay_letter(lay_letter(game(BOOK), WASHINGTON, 6, text(pledge=2)), MOSCOW, 3, text(pledge=1))
    assert refused(state, Dispatch(answer="accept", answer_to=6), BOOK, MOSCOW) == []
    assert refused(state, Dispatch(answer="accept", answer_to=3), BOOK,
                   MOSCOW) == [("answer", "Letter 3 of the other side is not on the table; open: 6.")]
    assert refused(state, Dispatch(withdraw=3), BOOK, MOSCOW) == [] != refused(state, Dispatch(withdraw=6), BOOK, MOSCOW)


def test_a_counter_offer_needs_an_offer():
    """Otherwise it is a refusal."""
    state = lay_letter(game(BOOK), MOSCOW, 1, text(pledge=2))
    assert refused(state, Dispatch(answer="counter", answer_to=1), BOOK) == [("answer", "A counter-offer needs a proposal on the same sheet.")]
    assert refused(state, Dispatch(proposal=OFFER, answer="counter", answer_to=1), BOOK) == []


def test_ones_own_open_letters_and_the_last_one_sent_can_be_withdrawn():
    """The last one may still be under way, which its writer cannot know."""
    state = lay_letter(game(BOOK), WASHINGTON, 2, text(pledge=2))
    state.dossier.sent[0] = (5, 9)
    for number in (0, 2, 5):
        assert refused(state, Dispatch(withdraw=number), BOOK) == []
    assert refused(state, Dispatch(withdraw=9), BOOK) == [("withdraw", "Own letter 9 cannot be taken back; could be: 2, 5.")]


def test_every_fault_is_named_at_once():
    """A sheet with five things wrong gets five sentences."""
    found = refused(dispatch=Dispatch(("talk", "wiat"), Proposal({"pledge": Term(9), "nothing": Term(1)}, "envoy"), "accept", 1))
    assert sorted(about for about, _ in found) == ["answer", "proposal", "proposal", "talk", "wiat"]


def test_legal_orders_are_the_whole_menu_in_its_order():
    """(n, menu): a column for each order, a row for each game."""
    state = game(BOOK, alert=(1, 0)).take([0] * 5)
    state.public.alert[:, WASHINGTON] = (1, 0, 2, 3, 1)
    state.public.phase[4] = 2
    marching, talking = [True, False, True, False, True], [False, False, False, False, True]
    assert legal.legal_orders(BOOK, observe(state, WASHINGTON)).T.tolist() == [marching, talking, *[[True] * 5] * 3]
    assert not legal.legal_orders(BOOK, observe(state, MOSCOW))[:, 0].any(), "the alert an order needs is one's own"


ASKING = (order("yes", one_of="the paper"), order("no", one_of="the paper"), order("aside"))


def test_one_question_takes_one_answer():
    """Two orders that answer the same question cannot stand on one sheet; each may alone, beside others."""
    book = still(menus=(ASKING, ASKING))
    for orders in (("yes", "aside"), ("no", "aside")):
        assert refused(game(book), Dispatch(orders), book) == []
    ((about, says),) = refused(game(book), Dispatch(("yes", "aside", "no")), book)
    assert about == "no" and says.lower() == "yes and no cannot stand on one sheet: they are different answers to one question (the paper)."


DATED = (order("early", closes=2 * HALF_DAY), order("late", opens=3 * HALF_DAY))


def test_an_order_has_its_season():
    """From the minute it opens, up to but not including the one at which it closes; the refusal names the day."""
    book = still(menus=(DATED, DATED))
    for half_days, may in ((0, [True, False]), (1, [True, False]), (2, [False, False]), (3, [False, True])):
        assert legal.legal_orders(book, observe(game(book, minutes=half_days * HALF_DAY), WASHINGTON)).tolist() == [may]
    assert refused(game(book, minutes=2 * HALF_DAY), Dispatch(("early",)), book) == [("early", "Early: too late since 23 October 1962.")]
    assert refused(game(book), Dispatch(("late",)), book) == [("late", "Late: not before 24 October 1962.")]


@pytest.mark.parametrize(("how", "open_for"), [
    ("unsaid", [0]), ("said", [3, 35, 11, 67]), ("not_exact", [0, 3, 11, 67]), ("exact", [35]), ("secret", [11])])
def test_an_order_makes_sense_only_with_what_is_in_force(how, open_for):
    """Unsaid, said, loosely worded or unsaid, exact, in secret: the refusal names the issue and what would have to be agreed."""
    menu = (order("follow_up", agreed=[("pledge", how)]),)
    book = still(menus=(menu, menu))
    for in_force in (0, 3, 35, 11, 67):
        state = game(book, agreed=text(pledge=in_force))
        may = in_force in open_for
        assert legal.legal_orders(book, observe(state, WASHINGTON)).tolist() == [[may]]
        found = refused(state, Dispatch(("follow_up",)), book)
        assert found == ([] if may else [("follow_up", f"Follow_up: only with pledge {legal.ASKED_OF[AGREED.index(how)]}.")])


@pytest.mark.parametrize(("fields", "can"), [
    ({"away": [(0, 0, 1), (0, 0, 0)]}, 3), ({"away": [(1, 1, 0), (1, 1, 1)]}, 4), ({"envoy_away": (1, 0)}, 3), ({"envoy_away": (0, 1)}, 4),
    ({"envoy_away": (1, 0), "away": [(0, 0, 1), (0, 0, 0)]}, 2), ({"envoy_away": (1, 0), "fatigue": (1000, 0)}, 1)])
def test_who_is_missing_carries_no_orders(fields, can):
    """One fewer for each of the staff in bed and for an envoy abroad, never fewer than one; the other side's absences are its own (M08)."""
    assert legal.attention(BOOK, observe(game(BOOK, **fields), WASHINGTON)).tolist() == [can]


def test_a_phase_has_time_for_so_many_orders():
    """However rested: a turn behind the deal is no crisis day."""
    few = replace(BOOK, phases=(*BOOK.phases[:2], replace(BOOK.phases[2], most_orders=2), BOOK.phases[3]))
    assert legal.attention(few, observe(after_the_deal(few), WASHINGTON)).tolist() == [2]
    assert legal.attention(few, observe(game(few), WASHINGTON)).tolist() == [4]


@pytest.mark.parametrize(("proposal", "says"), [
    (Proposal({"pledge": Term(3)}, "envoy", 0, "wram"), "did you mean 'warm'?"),
    (Proposal({"pledge": Term(3, paper=True, news=True)}, "cable"), "what is given as news is not put on paper"),
    (Proposal({"pledge": Term(3, conditions=("conduct", "weather"))}, "cable"), "'weather' does not belong to it; it may be supervised, conduct,"),
    (Proposal({"bombers": Term(3, conditions=("conduct",))}, "cable"), "it may be supervised."),
    (Proposal({"troops": Term(3, conditions=("conduct",))}, "cable"), "nothing can hang on this issue."),
])
def test_what_a_letter_cannot_say_is_refused_with_what_it_could(proposal, says):
    """Tones, news and conditions have their own places."""
    hanging = {"bombers": ("supervised",), "troops": ()}
    book = replace(BOOK, issues=tuple(replace(issue, conditions=hanging.get(issue.id, issue.conditions)) for issue in BOOK.issues))
    found = refused(game(book, alert=(1, 0)), Dispatch(proposal=proposal), book)
    assert len(found) == 1 and found[0][0] == "proposal" and says in found[0][1]


def test_what_everybody_sees_done_may_not_be_put_in_an_annex():
    """Refused by whatever channel, for that issue alone; said openly it may be sent."""
    book = replace(BOOK, issues=tuple(replace(issue, in_sight=issue.id == "quarantine") for issue in BOOK.issues))
    for channel in ("envoy", "cable"):
        sealed = Dispatch(proposal=Proposal({"pledge": Term(3, secret=True), "quarantine": Term(4, secret=True)}, channel))
        assert refused(game(book), sealed, book) == [("proposal", "quarantine: nobody could hide it when it is done; make it open.")]
        opened = Dispatch(proposal=Proposal({"pledge": Term(3, secret=True), "quarantine": Term(4)}, channel))
        assert refused(game(book), opened, book) == []
