"""The bombers (M55-M64): what was never defined, a test at home, delay, a date, a threat with a gift in it, and aircraft that look."""

import numpy as np

from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.terms import code, is_exact
from game.lab.bench import put
from tests.mechanisms.later import FULL_TERM, answer_and_standing, eve_of, exact, hoped_after
from tests.mechanisms.positions import (
    PACKAGE,
    after,
    friday_evening,
    give,
    hoped,
    long_settlement,
    loose_ends,
    offer,
    reverses,
    shipped,
    sign,
    signed_later,
    standing,
)


def test_m55_what_counts_as_offensive():
    """M55, "Offensive weapons": naming the bombers at once, even for a late date and a warmer pledge, is better than a text that leaves them open,
    because two readings of it collide; where they never do, it is not. Points: home, allies and face in April; what the wait costs set aside."""
    world = shipped().safe().turned(audience__bombers_wait_home=0, implementation__dispute_home=40, bargaining__haste_ppm=0)
    world = world.date("press-conference", met={"own.home": 0}, unmet={"own.home": 0, "own.face": 0})
    bombers = world.book.issue("T02")

    def cool(heat):
        heat[bombers] = 0
        return heat
    reverses("Offensive weapons", WASHINGTON, sign(**PACKAGE | exact(T02=4)), sign(**PACKAGE), position=put(friday_evening(), fear=400, allies=800),
             with_=world, without=world.table("heat", cool), measure=after(FULL_TERM, standing))


def test_m56_a_test_at_home():
    """M56, "The critics count bombers": signing them away for a warmer pledge is better than a briefing of allies, because at home the old aircraft
    are the test; where home neither waits for them nor counts them, it is not. Points: home, allies and face four turns on."""
    world = shipped().safe()
    bombers = world.book.issue("T02")

    def no_test(table):
        table[WASHINGTON][1, bombers] = 0
        return table
    indifferent = world.turned(audience__bombers_wait_home=0, implementation__settled_home=0).table("worth", no_test)
    reverses("The critics count bombers", WASHINGTON, sign(**exact(T02=2, T06=4)), give("brief_allies"), position=loose_ends(),
             with_=world, without=indifferent, measure=after(4, standing))


def test_m57_forces_that_stay_ready():
    """M57, "The divisions in Florida": readying the forces is better than a briefing of allies, because a Moscow that still fears them settles the
    bombers; where fear moves no price after the deal, the briefing is. Points: 300 where it takes the text, and standing; 400 of build-up, all
    seen."""
    world = shipped().safe().turned(intelligence__seen_by_moscow_per_mille=1000).order(WASHINGTON, "ready_the_strike", effects={"own.buildup": 400})
    world = world.temper(MOSCOW, peace=60)
    reverses("The divisions in Florida", WASHINGTON, give("ready_the_strike"), give("brief_allies"), position=put(loose_ends(600), buildup=[300, 0]),
             with_=world.temper(MOSCOW, fear_later_per_mille=4000, peace=-800), without=world.temper(MOSCOW, fear_later_per_mille=0),
             measure=answer_and_standing(exact(T02=2, T08=4), turns=2))


def test_m58_a_date_that_nobody_names():
    """M58, "A date nobody names": a private date for the bombers is better for Moscow than the same date in the open with fewer flights for it,
    because audiences see little of it; were an annex counted in full, the open one would be. Points: home, allies and face after the signing."""
    world = shipped().safe()
    reverses("A date nobody names", MOSCOW, sign(T02=code(3, secret=True, exact=True)), sign(**exact(T02=3, T05=4)), position=loose_ends(),
             with_=world, without=world.turned(audience__secret_share_per_mille=1000), measure=after(1, standing))


def test_m59_in_due_course():
    """M59, "In due course": while Moscow plays for time Washington does better to offer the end of the line with the bombers; where it does not
    stall, the bare demand is taken too and is worth more. Points: what Washington gains by what is taken at once; peace and delay weigh heavily."""
    world = shipped().temper(MOSCOW, peace=600)
    reverses("In due course", WASHINGTON, offer(**exact(T02=2, T08=4)), offer(**exact(T02=1)), position=loose_ends(1000),
             with_=world.temper(MOSCOW, stall=520, stall_until_half_days=60), without=world.temper(MOSCOW, stall=0), measure=hoped(0))


def test_m60_the_press_at_six():
    """M60, "The press at six": a late date for the bombers at the price of a warmer pledge is better than none on the day of the press conference;
    were nothing announced for that day, it would not be. Points: home, allies and face after the day."""
    world = shipped().safe()
    quiet_day = world.date("press-conference", met={"own.home": 0}, unmet={"own.home": 0, "own.face": 0})
    reverses("The press at six", WASHINGTON, sign(**exact(T02=4, T06=4)), give("hear_out_the_hawks"),
             position=eve_of("press-conference", loose_ends()),
             with_=world, without=quiet_day, measure=after(1, standing))


def test_m61_a_demand_dropped_and_a_day_to_answer():
    """M61, "A demand dropped, and a day": giving up the inspectors and naming an hour is better than a later day for the bombers and none, because a
    threat with a gift in it pushes beyond the sum; where it does not, the larger gift is. Points: what Washington gains by what is taken at once."""
    world = shipped().temper(MOSCOW, peace=25, threatened=0, sweetened=0)
    first = exact(T02=1, T04=2, T08=1)
    threat, gift = offer(due_half_days=2, **exact(T02=2, T04=4, T08=3)), offer(**exact(T02=3, T04=4, T08=3))
    reverses("A demand dropped, and a day", WASHINGTON, threat, gift, position=put(loose_ends(1000), resolve=500),
             with_=world.temper(MOSCOW, together=250), without=world.temper(MOSCOW, together=0), measure=hoped_after(first, 0))


def test_m62_aircraft_stand_in_for_inspectors():
    """M62, "Cameras in place of inspectors": sending the aircraft is better than a speech while weapons leave that nobody has seen go; were
    photographs not believed, the speech would be. Points: home, allies and face four turns on; each turn unseen costs 40."""
    world = shipped().safe().turned(audience__unverified_home=40)
    reverses("Cameras in place of inspectors", WASHINGTON, give("send_flights_low"), give("speech"), position=put(loose_ends(), flights=0),
             with_=world, without=world.turned(audience__cameras=3), measure=after(4, standing))


def test_m63_low_runs_stop_and_nobody_says_so():
    """M63, "Nobody says so": stopping the low runs is better for Washington than a briefing of allies, because Castro cools and lets inspectors in
    that were promised; where it does not cool him, the briefing is. Points: home, allies and face two turns on; a barred turn costs 200."""
    world = shipped().safe().turned(implementation__barred_home=200, implementation__consent_ppm_per_point=1_000_000, third_parties__raids_anger=0,
                                    third_parties__overflights=0, third_parties__cools_per_mille=0)
    position = put(loose_ends(T04=code(2, exact=True)), castro=330, flights=2)
    reverses("Nobody says so", WASHINGTON, give("stop_low_flights"), give("brief_allies"), position=position,
             with_=world, without=world.order(WASHINGTON, "stop_low_flights", effects={"umpire.castro": 0}), measure=after(2, standing))


def test_m64_over_in_earnest():
    """M64, "Over in earnest": a quiet briefing is better than announcing that the crisis is over, because what was said that evening is eaten when a
    warmer pledge has to be signed; where it ties no hands, the announcement is. Points: standing after that signing; it ties the pledge by 500."""
    world = shipped().safe().order(WASHINGTON, "announce_the_end", effects={"own.home": 30})
    pledge = world.book.issue("T06")
    reverses("Over in earnest", WASHINGTON, give("brief_allies"), give("announce_the_end"), position=bombers_settled(long_settlement()),
             with_=world.order(WASHINGTON, "announce_the_end", ties=((pledge, 500),)), without=world.order(WASHINGTON, "announce_the_end", ties=()),
             measure=signed_later(exact(T06=4), 1, standing))


def bombers_settled(state):
    """Those games in which haste has not blurred the words about them."""
    bombers = shipped().book.issue("T02")
    return state.take(np.flatnonzero(is_exact(state.public.agreed[:, bombers])))
