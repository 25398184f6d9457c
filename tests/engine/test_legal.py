"""What a View allows, and refusals that name the reason and what would be accepted (legal.py)."""

import pytest

from game.engine import legal
from game.engine.orders import Dispatch, Proposal, Term
from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.view import observe
from tests.small_crisis import after_the_deal, game, lay_letter, order, still, text

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
    """Attention falls with fatigue, and the refusal says how many to strike."""
    state = game(BOOK, alert=(1, 0), fatigue=(fatigue, 0))
    assert legal.attention(BOOK, observe(state, WASHINGTON)).tolist() == [can]
    four = Dispatch(("march", "draft", "wait", "sleep"))
    assert refused(state, Dispatch(four.orders[:can]), BOOK) == []
    found = refused(state, four, BOOK)
    if can == 4:
        assert found == []
    else:
        assert found == [("attention", f"4 orders, but the staff can carry {can} (fatigue {fatigue}): strike {4 - can}.")]


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
