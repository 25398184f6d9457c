"""The no-invasion pledge (M65-M78): readings, scope and strings, its price in freedom, its worth in Moscow and Peking, and the last draft."""

from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.terms import code
from game.lab.bench import put
from tests.mechanisms.later import FULL_TERM, answer_and_standing, eve_of, exact
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
    score,
    shipped,
    sign,
    standing,
    worth,
)


def only(issue, times):
    """A change of the heat table: that issue quarrelled over so many times as often, no other at all."""
    place = shipped().book.issue(issue)

    def change(heat):
        kept = heat[place] * times
        heat[...] = 0
        heat[place] = kept
        return heat
    return change


def strings(*conditions):
    """An assurance in exact words from which those conditions hang."""
    return {"T06": code(4, exact=True, conditions=conditions)}


def test_m65_two_readings_of_one_pledge():
    """M65, "Words safe for both": an exact smaller pledge is better for Moscow than a loose warmer one, because two readings of it are quarrelled
    over all winter; where they are not, the warmer is. Points: home, allies and face in April; the pledge alone is hot, a quarrel costs 40 at
    home."""
    world = shipped().safe().turned(implementation__dispute_home=40, implementation__hedged_face=0, third_parties__china_face_per_mille=0)
    reverses("Words safe for both", MOSCOW, sign(**exact(T06=3)), sign(T06=4), position=loose_ends(),
             with_=world.table("heat", only("T06", 3)), without=world.table("heat", only("T06", 0)), measure=after(FULL_TERM, standing))


def test_m66_unconditional_by_omission():
    """M66, "Nothing is said of conditions": leaving them out gets the exchange signed, and is better than naming three; where strings took nothing
    from what the pledge is worth to Moscow, naming them with a better inspection would be. Points: what Washington gains by what is taken at once."""
    world = shipped().temper(MOSCOW, hold=-750, fear_per_mille=0, patience=0)
    plain = offer(**PACKAGE | {"T06": 4})
    tied = offer(**PACKAGE | {"T04": 3, "T06": code(4, conditions=("supervised", "conduct", "lasting"))})
    reverses("Nothing is said of conditions", WASHINGTON, plain, tied, position=friday_evening(600),
             with_=world.turned(bargaining__condition_per_mille=300), without=world.turned(bargaining__condition_per_mille=0), measure=hoped(0))


def test_m67_an_annex_held_hostage():
    """M67, "Both hold something": asking for conditions by cable is better than telling the country about them, because Moscow, pressed in public,
    may open what was agreed on Turkey; were it not tempted, the speech would be. Points: home, allies and face two turns on; the annex is close to
    a leak."""
    world = shipped().safe().turned(secrecy__leak_ppm_per_holder=400, audience__said_in_public=0)
    asked = strings("conduct", "lasting")
    reverses("Both hold something", WASHINGTON, offer("cable", **asked), offer("broadcast", orders=("quiet_the_press", "speech"), **asked),
             position=loose_ends(600), with_=world.turned(secrecy__pressed_per_mille=19_000), without=world.turned(secrecy__pressed_per_mille=0),
             measure=after(1, standing))


def test_m68_room_to_act():
    """M68, "Room to act": giving Cuba a timetable for the base is better for Washington than an assurance without conditions, as long as room to act
    counts as safety; where it does not, the assurance is cheaper. Points: the true score after the signing; room weighs its full measure."""
    world = shipped().safe()
    reverses("Room to act", WASHINGTON, sign(**exact(T13=4)), sign(**exact(T06=4)), position=loose_ends(),
             with_=world.turned(endings__freedom_per_mille=1000), without=world.turned(endings__freedom_per_mille=0), measure=after(1, score))


def test_m69_must_not_look_like_going_back():
    """M69, "The letter of 21 November": confirming the assurance is better than keeping it as a chip, because a Moscow that believes in it takes the
    text on the troops; where belief moves no price, the chip is. Points: 300 where it is taken next turn, and home, allies and face."""
    world = shipped().safe().temper(MOSCOW, peace=0)
    reverses("The letter of 21 November", WASHINGTON, give("confirm_the_assurance"), give("keep_it_as_a_chip"),
             position=put(long_settlement(600), faith=500),
             with_=world.temper(MOSCOW, faith_per_mille=2500), without=world.temper(MOSCOW, faith_per_mille=0),
             measure=answer_and_standing(exact(T12=3)))


def test_m70_invasion_and_nothing_else():
    """M70, "Invasion, and nothing else": an assurance without conditions that names invasion alone is better for Washington than a conditional one
    that shuts out all interference; where scope weighs nothing, it is not. Points: what the text is worth to Washington."""
    world = shipped()
    scope = world.book.issue("T06S")

    def no_scope(table):
        table[:, :, scope] = 0
        return table
    reverses("Invasion, and nothing else", WASHINGTON, sign(**exact(T06=4, T06S=1)), sign(**exact(T06=3, T06S=5)), position=loose_ends(),
             with_=world, without=world.table("worth", no_scope), measure=worth)


def test_m71_under_united_nations_eyes():
    """M71, "A condition nobody can meet": a smaller pledge is better for Moscow than an assurance that hangs on supervision, because Havana lets
    nobody look and Washington reads the clause as lapsed; where that moves no reading, the assurance is. Points: standing in April; the pledge is
    hot."""
    world = shipped().safe().turned(implementation__dispute_home=40).table("heat", only("T06", 3))
    reverses("A condition nobody can meet", MOSCOW, sign(**exact(T06=3)), sign(**strings("supervised")), position=loose_ends(),
             with_=world.turned(implementation__supervised_step=2), without=world.turned(implementation__supervised_step=0),
             measure=after(FULL_TERM, standing))


def test_m72_while_cuba_behaves_and_for_good():
    """M72, "Two more conditions": a conditional letter is worth more to Moscow than an assurance hung on Cuba's conduct and on weapons that never
    come back; where strings take nothing off, the assurance is. Points: what the text is worth to Moscow; a string takes off a quarter."""
    world = shipped()
    reverses("Two more conditions", MOSCOW, sign(**exact(T06=3)), sign(**strings("conduct", "lasting")), position=loose_ends(),
             with_=world.turned(bargaining__condition_per_mille=250), without=world.turned(bargaining__condition_per_mille=0), measure=worth)


def test_m73_a_treaty_has_its_price():
    """M73, "A formal paper": a letter of assurance is better for Moscow than a treaty, because Congress bars one that keeps no treaty rights; were it
    not asked, the treaty would be. Points: home, allies and face after the signing; Washington stands at 600 at home."""
    world = shipped().safe()
    reverses("A formal paper", MOSCOW, sign(**exact(T06=4)), sign(**exact(T06=5)), position=put(loose_ends(), home=[600, 550]),
             with_=world, without=world.turned(bargaining__congress_needs=0), measure=after(1, standing))


def test_m74_no_springboard():
    """M74, "A springboard": an envoy to Havana is better for Moscow than a briefing of allies while the pledge hangs on Cuba's conduct, because guns
    that stand ready let Washington call it lapsed; where they move no reading, the briefing is. Points: standing in April; the pledge is hot."""
    world = shipped().safe().turned(implementation__dispute_home=40, third_parties__conduct=0).table("heat", only("T06", 10))
    position = put(loose_ends(**strings("conduct")), castro=540, gunners=1, flights=0, raids=0)
    world = world.turned(third_parties__cools_per_mille=0)
    reverses("A springboard", MOSCOW, give("envoy_to_castro"), give("brief_allies"), position=position,
             with_=world.turned(implementation__supervised_step=2), without=world.turned(implementation__supervised_step=0),
             measure=after(FULL_TERM, standing))


def test_m75_the_one_thing_saved():
    """M75, "All that can be shown": an exact smaller pledge is better for Moscow than a loose warmer one, because each hedge costs the leader face;
    where hedging costs him none, the warmer is. Points: home, allies and face in April; the pledge alone is hot, a hedge costs 40."""
    world = shipped().safe().turned(implementation__dispute_home=0, third_parties__china_face_per_mille=0).table("heat", only("T06", 3))
    reverses("All that can be shown", MOSCOW, sign(**exact(T06=3)), sign(T06=4), position=loose_ends(),
             with_=world.turned(implementation__hedged_face=40), without=world.turned(implementation__hedged_face=0),
             measure=after(FULL_TERM, standing))


def test_m76_what_peking_prints():
    """M76, "Statesmanship": answering Peking is better for Moscow than steadying the Presidium while polemics cost face every week; where nobody
    minds what Peking prints, it is not. Points: home, allies and face six turns on; polemics are high and cost a hundredth a half-day."""
    world = shipped().safe()
    reverses("Statesmanship", MOSCOW, give("answer_peking"), give("steady_the_presidium"), position=put(loose_ends(), china=700),
             with_=world.turned(third_parties__china_face_per_mille=10), without=world.turned(third_parties__china_face_per_mille=0),
             measure=after(6, standing))


def test_m77_hostage_to_havana():
    """M77, "Answerable for Havana": an envoy to Castro is better for Moscow than a briefing of allies while the pledge hangs on Cuba's conduct,
    because it answers for guns it does not command; where it does not, the briefing is. Points: home, allies and face six turns on."""
    world = shipped().safe().turned(implementation__supervised_step=0, third_parties__cools_per_mille=0)
    position = put(loose_ends(**strings("conduct")), castro=540, gunners=1, flights=0, raids=0)
    reverses("Answerable for Havana", MOSCOW, give("envoy_to_castro"), give("brief_allies"), position=position,
             with_=world, without=world.turned(third_parties__conduct=0), measure=after(6, standing))


def test_m78_one_bland_paragraph():
    """M78, "The last paragraph": taking a text that says hardly anything is better for Moscow than none in the last turn in New York, because an
    empty end costs face; where the day passes unnoticed, none is. Points: home, allies and face after the day; its price is set at 40."""
    world = shipped().safe().date("last-paragraph", unmet={"own.face": -40})
    reverses("The last paragraph", MOSCOW, sign(**exact(T17=1)), give("face_down_the_hawks"), position=eve_of("last-paragraph", long_settlement()),
             with_=world, without=world.date("last-paragraph", met={"own.face": 0}, unmet={"own.face": 0}), measure=after(1, standing))
