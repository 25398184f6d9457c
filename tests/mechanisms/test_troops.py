"""Soldiers who stayed (M79-M88): vague words, a question and not a demand, numbers believed and true, a gesture, and the bargain nobody tried."""

from game.engine.sides import MOSCOW, WASHINGTON
from game.lab.bench import put
from tests.mechanisms.later import FULL_TERM, answer_and_standing, eve_of, exact
from tests.mechanisms.positions import (
    PACKAGE,
    after,
    february,
    friday_evening,
    give,
    long_settlement,
    loose_ends,
    offer,
    reverses,
    shipped,
    sign,
    signed_later,
    standing,
    worth,
)
from tests.mechanisms.test_pledge import only, strings


def quiet_march(world):
    """That world with no question asked in the middle of March; heads are counted at once."""
    return world.turned(implementation__count_moves_per_mille=1000).date("mid-march", met={"own.home": 0}, unmet={"own.home": 0})


def test_m79_specialists_would_not_be_needed():
    """M79, "Specialists would not be needed": an exact word that the guards leave is better for Washington than a loose one about the regiments,
    because Moscow never meant all of them; where two readings do not collide, the loose one is. Points: standing in April; a quarrel costs 40."""
    world = quiet_march(shipped().safe().turned(implementation__dispute_home=40, bargaining__haste_ppm=0))
    reverses("Specialists would not be needed", WASHINGTON, sign(**PACKAGE | exact(T12=3)), sign(**PACKAGE | {"T12": 2}),
             position=put(friday_evening(), fear=400, allies=800), with_=world.table("heat", only("T12", 5)),
             without=world.table("heat", only("T12", 0)),
             measure=after(FULL_TERM, standing))


def test_m80_a_question_and_not_a_demand():
    """M80, "A question": asking about the troops is better for Washington than demanding in public that all leave, because what was demanded is eaten
    when nothing can be done; were no words remembered, the louder way would be. Points: standing after the troops are let stay; a speech goes with
    it."""
    world = shipped().safe()
    reverses("A question", WASHINGTON, give("ask_about_the_troops"), offer("broadcast", orders=("speech",), T12=1), position=long_settlement(),
             with_=world.turned(audience__said_in_public=800), without=world.turned(audience__said_in_public=0),
             measure=signed_later(exact(T12=5), 1, standing))


def test_m81_it_dims_the_triumph():
    """M81, "It dims the triumph": sending the regiments home for a warmer pledge is better for Washington than a briefing of allies, because soldiers
    who stay cost standing turn by turn; where nobody minds them, it is not. Points: home, allies and face in April; they cost ten times as much."""
    world = quiet_march(shipped().safe())
    reverses("It dims the triumph", WASHINGTON, sign(**exact(T12=1, T06=4)), give("brief_allies"), position=put(long_settlement(), flights=2),
             with_=world.turned(audience__troops_seen_home=150), without=world.turned(audience__troops_seen_home=0),
             measure=after(FULL_TERM, standing))


def test_m82_an_honest_figure_bites():
    """M82, "Sixteen or seventeen thousand": playing the matter down is better than giving the figure, because the figure is held against the
    President; where it is not, the credit that playing down borrows has to be paid back. Points: standing in April; the annex comes out, the
    figure costs 250."""
    world = shipped().safe().turned(secrecy__leak_ppm_per_holder=1000)
    reverses("Sixteen or seventeen thousand", WASHINGTON, give("play_it_down"), give("give_the_figure"),
             position=put(february(), leaked=0, credit=[100, 0]),
             with_=world.order(WASHINGTON, "give_the_figure", effects={"own.home": -250}),
             without=world.order(WASHINGTON, "give_the_figure", effects={"own.home": 0}), measure=after(FULL_TERM, standing))


def test_m83_what_they_are_for():
    """M83, "What the regiments are for": regiments that hold Havana back are better for Moscow than regiments that deter, because Castro's guns fall
    silent; where nothing hangs on them, deterring is. Points: home, allies and face six turns on; the pledge hangs on conduct."""
    world = shipped().safe().turned(implementation__supervised_step=0, third_parties__cools_per_mille=0)
    position = put(loose_ends(**strings("conduct")), castro=560, gunners=1, flights=0, raids=0)
    reverses("What the regiments are for", MOSCOW, give("let_them_restrain"), give("let_them_deter"), position=position,
             with_=world, without=world.turned(third_parties__conduct=0), measure=after(6, standing))


def test_m84_a_gesture_nobody_asked_for():
    """M84, "Several thousand": bringing battalions home is better for Moscow than a briefing of allies, because a Washington that trusts it more
    takes a warmer pledge; where trust moves no price, the briefing is. Points: 300 where it is taken next turn, and home, allies and face."""
    world = shipped().safe().order(MOSCOW, "bring_battalions_home", effects={"other.faith": 100}).temper(WASHINGTON, peace=120)
    reverses("Several thousand", MOSCOW, give("bring_battalions_home"), give("brief_allies"), position=put(february(600), faith=500),
             with_=world.temper(WASHINGTON, faith_per_mille=2500), without=world.temper(WASHINGTON, faith_per_mille=0),
             measure=answer_and_standing(exact(T06=4)))


def test_m85_a_murky_withdrawal():
    """M85, "Four camps": a text about the regiments is better for Washington than a briefing of allies, because some of them go while it runs; where
    none leave whatever was signed, it is not worth its price. Points: home, allies and face in April; those who stay cost ten times as much."""
    world = quiet_march(shipped().safe().turned(audience__troops_seen_home=150))
    reverses("Four camps", WASHINGTON, sign(**exact(T12=1, T06=4)), give("brief_allies"), position=put(long_settlement(), flights=2),
             with_=world, without=world.turned(implementation__troops_leave_per_mille=(0, 0, 0, 0, 0)), measure=after(FULL_TERM, standing))


def test_m86_what_cannot_be_changed():
    """M86, "What cannot be changed": agreeing that they leave as Moscow sees fit is better for Washington in March than asking once more, because the
    question is then closed; where the day asks nothing, asking is. Points: home, allies and face after the day."""
    world = shipped().safe()
    reverses("What cannot be changed", WASHINGTON, sign(**exact(T12=4)), give("ask_about_the_troops"), position=eve_of("mid-march", february()),
             with_=world, without=world.date("mid-march", met={"own.home": 0}, unmet={"own.home": 0}), measure=after(1, standing))


def test_m87_half_of_them_were_never_seen():
    """M87, "The count": a briefing of allies is better for Washington than paying for a text on the troops, because it counts half of those who are
    there; were all of them counted, the text would be. Points: home, allies and face in April; those who stay cost five times as much."""
    world = quiet_march(shipped().safe().turned(audience__troops_seen_home=75))
    reverses("The count", WASHINGTON, give("brief_allies"), sign(**exact(T12=1, T06=4)), position=put(long_settlement(), flights=2),
             with_=world.turned(implementation__troops_known_per_mille=300), without=world.turned(implementation__troops_known_per_mille=1000),
             measure=after(FULL_TERM, standing))


def test_m88_the_bargain_nobody_tried():
    """M88, "Pledge against regiments": a warm pledge with the regiments gone is worth more to Moscow than a cool one with the soldiers left alone, as
    long as the one pays for the other; where they are not linked, it is not. Points: what the text is worth to Moscow."""
    world = shipped()
    reverses("Pledge against regiments", MOSCOW, sign(**exact(T06=4, T12=2)), sign(**exact(T06=3, T12=4)), position=long_settlement(),
             with_=world.turned(bargaining__linkage=200), without=world.turned(bargaining__linkage=0), measure=worth)
