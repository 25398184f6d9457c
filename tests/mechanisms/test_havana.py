"""Turkey cleared and Havana in between (M45-M54): cover, the group that sees to it, good faith, Castro's anger and his blessing."""

from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.terms import code
from game.lab.bench import put
from tests.mechanisms.later import FULL_TERM, answer_and_standing, exact
from tests.mechanisms.positions import (
    ANNEX,
    PACKAGE,
    after,
    february,
    friday_evening,
    give,
    loose_ends,
    reverses,
    score,
    shipped,
    sign,
    signed_later,
    standing,
    worth,
)


def test_m45_rome_beside_ankara():
    """M45, "Rome beside Ankara": moving the missiles out of Italy too is better than a payment to Turkey while a newspaper still asks, because nobody
    looks at Turkey then; where it cools no press, paying is better. Points: home, allies and face in April; a cold press prints nothing."""
    world = shipped().safe().turned(third_parties__press_moves_per_mille=0, secrecy__press_cold_per_mille=0, secrecy__press_hot_per_mille=20_000,
                                    secrecy__leak_ppm_per_holder=1000)
    reverses("Rome beside Ankara", WASHINGTON, give("move_italy_too"), give("offer_polaris"), position=put(loose_ends(), press=50),
             with_=world, without=world.order(WASHINGTON, "move_italy_too", effects={"umpire.press": 0}), measure=after(FULL_TERM, standing))


def test_m46_somebody_has_to_see_to_it():
    """M46, "Monday morning": telling a group to have the missiles out by April is better than a visit to the allies, because the promise is kept in
    time; a group that moves nothing is not worth the grumbling. Points: home, allies and face in April; Turkey has agreed, nothing leaks."""
    world = shipped().safe().turned(secrecy__leak_ppm_per_holder=0, implementation__promise_broken_face=120)
    reverses("Monday morning", WASHINGTON, give("start_the_group"), give("brief_allies"), position=put(loose_ends(), ankara=1000), with_=world,
             without=world.turned(implementation__jupiters_leave=0), measure=after(FULL_TERM, standing))


def test_m47_the_letter_with_the_news():
    """M47, "The letter with the news": writing that it is done is better than a speech, because a Moscow that trusts Washington's word takes the text
    on the troops; where trust moves no price, the speech is. Points: 300 where it is taken next turn, and home, allies and face."""
    world = shipped().safe().temper(MOSCOW, peace=0)
    text = exact(T12=3)
    reverses("The letter with the news", WASHINGTON, give("write_that_it_is_done"), give("speech"),
             position=put(february(), jupiters_gone=1000, faith=500),
             with_=world.temper(MOSCOW, faith_per_mille=2500), without=world.temper(MOSCOW, faith_per_mille=0), measure=answer_and_standing(text))


def test_m48_old_missiles_are_a_symbol():
    """M48, "A symbol": to Moscow a formal pledge is worth more than a word about Turkey, because those missiles were out of date; had they weighed
    200 points of safety more, the word would be. Points: what the text is worth to Moscow."""
    world = shipped().turned(bargaining__secret_mattered=0)
    abroad = world.book.issue("T09")

    def modern(table):
        table[MOSCOW][0, abroad, 1:] += 200
        return table
    reverses("A symbol", MOSCOW, sign(**PACKAGE | {"T06": 5}), sign(**PACKAGE, T09=ANNEX), position=friday_evening(),
             with_=world, without=world.table("worth", modern), measure=worth)


def test_m49_cuba_as_a_chip():
    """M49, "Cuba on the counter": a word about Turkey in an annex is better for Moscow than the open exchange, because Castro, bargained away in the
    open, fights over his bombers; were he not angered, the open exchange would be. Points: home, allies and face after the signing."""
    world = shipped().safe().turned(third_parties__bombers_unblessed=400)
    position = put(friday_evening(), allies=[1000, 500], castro=350)
    both = PACKAGE | exact(T02=2)
    reverses("Cuba on the counter", MOSCOW, sign(**both, T09=ANNEX), sign(**both, T09=5), position=position,
             with_=world, without=world.turned(third_parties__chip=0), measure=after(1, standing))


def test_m50_moscow_promises_what_havana_can_refuse():
    """M50, "Inspectors on Cuban soil": ambassadors aboard ship are better for Washington than inspectors at the sites, because Castro bars what
    Moscow promised, week after week; where he consents, inspectors are. Points: home, allies and face in April; each barred turn costs 15."""
    world = shipped().safe().turned(implementation__barred_home=15)
    position = put(friday_evening(), fear=400, allies=800)
    reverses("Inspectors on Cuban soil", WASHINGTON, sign(**PACKAGE | exact(T02=2, T04=3)), sign(**PACKAGE | exact(T02=2, T04=2)), position=position,
             with_=world, without=world.turned(implementation__consent_below=1000, implementation__consent_ppm_per_point=1_000_000),
             measure=after(FULL_TERM, standing))


def test_m51_an_envoy_in_havana():
    """M51, "Three weeks in Havana": sending the envoy to Castro is better for Moscow than briefing other allies, because the bombers can then be
    signed away with his blessing; where the visit moves him nothing, the briefing is. Points: standing after they are; unblessed costs 150."""
    world = shipped().safe().turned(third_parties__bombers_unblessed=150)
    position = put(loose_ends(), castro=520, flights=0, raids=0)
    reverses("Three weeks in Havana", MOSCOW, give("envoy_to_castro"), give("brief_allies"), position=position,
             with_=world, without=world.order(MOSCOW, "envoy_to_castro", effects={"umpire.castro": 0}),
             measure=signed_later(exact(T02=2), 1, standing))


def test_m52_castros_own_guns():
    """M52, "Low over his guns": stopping the low flights is better than a speech and a briefing where guns that Castro has freed hit jets and a clash
    may become war; where they add nothing, they are not. Points: true score four silent turns on; nothing else is fired at, and the guns' part is
    tenfold."""
    only_jets = [kind.id == "jet-hit" for kind in shipped().book.incidents]
    world = shipped().turned(incidents__danger_ppm=120_000).table("incident_frequency", lambda often: often * only_jets // 10)
    position = put(loose_ends(600), castro=800, gunners=1, flights=2, pressure=300)
    reverses("Low over his guns", WASHINGTON, give("stop_low_flights"), give("brief_allies", "speech"), position=position,
             with_=world.turned(incidents__gunners_per_mille=15_000), without=world.turned(incidents__gunners_per_mille=0), measure=after(4, score))


def test_m53_no_inspectors_no_quarrel():
    """M53, "No inspectors after all": saying with the bombers that nobody will land in Cuba is better for Moscow than an earlier end of the line,
    because Castro is relieved and lets them go; where that does not move him, the line is. Points: standing after the signing."""
    world = shipped().safe().turned(third_parties__bombers_unblessed=200)
    position = put(loose_ends(), castro=500, flights=0, raids=0)
    reverses("No inspectors after all", MOSCOW, sign(**exact(T02=2, T04=4)), sign(**exact(T02=2, T08=5)), position=position,
             with_=world, without=world.turned(third_parties__no_inspectors=0), measure=after(1, standing))


def test_m54_moscow_had_decided():
    """M54, "Before he agrees": Moscow does better to sign the bombers away for a warm pledge and the line than to coax Castro first, because the
    decision was its own and his blessing is worth little; were it decisive, coaxing would come first. Points: standing after the turn."""
    world = shipped().safe()
    position = put(loose_ends(), castro=600)
    text = exact(T02=3, T04=4, T05=5, T06=4, T08=5)
    reverses("Before he agrees", MOSCOW, sign(**text), give("envoy_to_castro"), position=position,
             with_=world, without=world.turned(third_parties__bombers_unblessed=500), measure=after(1, standing))


def test_m50_the_answer_of_havana_is_not_moscows_to_give():
    """M50: the two promises that only Havana can grant are marked so, and no other step of the ladder is."""
    book = shipped().book
    barred = book.castro_bars[book.issue("T04")]
    assert [bool(barred[code(step)]) for step in range(1, 6)] == [True, True, False, False, False]
