"""How the end came (M01-M16): pressure by rungs, the clock, fear, tiredness, clashes nobody ordered, and the men who would strike."""

from game.engine.sides import MOSCOW, WASHINGTON
from game.lab.bench import put, with_letters
from tests.mechanisms.positions import (
    ANNEX,
    GAMES,
    PACKAGE,
    after,
    bench,
    exact,
    first_evening,
    friday_evening,
    give,
    hoped,
    offer,
    played_out,
    reverses,
    score,
    shipped,
    sign,
    standing,
    taken_later,
)

DEADLY = 60_000
"""A danger at which a few clashes more are seen in a few hundred games: many times the shipped one, on both sides of a comparison."""


def test_m01_each_rung_is_meant_to_be_believed():
    """M01, "Friday, one more rung": tightening the line makes the next ultimatum more credible than consulting Congress does, because orders that
    are seen and cost something show resolve. The rung is priced at 160 points of belief so that 600 games tell; Moscow takes nothing out of fear."""
    world = shipped().temper(MOSCOW, fear_per_mille=0, hold=-250, threatened=300)
    reverses("Friday, one more rung", WASHINGTON, give("tighten_quarantine"), give("consult_congress"), position=friday_evening(600),
             with_=world.turned(belief__costly_sign=160), without=world.turned(belief__costly_sign=0),
             measure=taken_later(PACKAGE, due_half_days=2))


def test_m02_a_rung_above_the_third_bites_less():
    """M02, "The third rung": with the line already drawn close another rung frightens Moscow less than an alert does; were each rung worth as
    much as the first, it would be the better order. Points: Moscow's fear after eight silent half-days; what
    the line does to pressure, which an alert does too, is set low."""
    world, position = shipped().safe().turned(pressure__quarantine=20), put(first_evening(), quarantine=3)
    reverses("The third rung", WASHINGTON, give("raise_alert"), give("tighten_quarantine"), position=position,
             with_=world, without=world.turned(fear__quarantine_bites=(0, 150, 300, 450, 900)), measure=after(8, their_fear))


def their_fear(world, state, side):
    return state.dossier.fear[:, 1 - side]


def test_m03_a_modest_start_has_the_world_with_it():
    """M03, "The first evening": a mild line does Washington more good abroad in a week than a speech in the Security Council, as long as allies count
    it as restraint. Points: home, allies and face after twelve half-days."""
    world = shipped().safe()
    reverses("The first evening", WASHINGTON, give("tighten_quarantine"), give("carry_it_to_the_un"), position=first_evening(),
             with_=world, without=world.turned(third_parties__shipping=(0, 0, 0, 0, 0)), measure=after(12, standing))


def test_m04_the_sites_near_readiness():
    """M04, "Wednesday, Moscow's full price": signing nearly all that Moscow could ask, Turkey in the open too, is better than waiting while the sites come
    ready, for a finished base is worse; where work stands still, waiting is better. Points: the true score when both have been silent to the end."""
    world = shipped().safe()
    position = put(wednesday(), buildup=[150, 500], estimate=[500, 150], hawks=200, allies=800, home=700)
    price = {"T01": 3, "T02": 4, "T04": 5, "T06": 4, "T08": 5, "T09": 5, "T12": 5, "T13": 3, "T24": 2}
    reverses("Wednesday, Moscow's full price", WASHINGTON, sign(**exact(price)), give("brief_allies"), position=position,
             with_=world, without=world.turned(clock__site_work=0), measure=after(60, score))


def wednesday():
    """24 October: four half-days as the governments played them."""
    return bench().position(4, GAMES)


DEAR, CHEAP = {**PACKAGE, "T06": 4, "T09": ANNEX}, {**PACKAGE, "T04": 3}


NO_DEAL = -800
"""What Moscow has to expect without an agreement, in points of the price list: a little less than the sum it asks for in 1962."""


def test_m05_the_choice_narrows():
    """M05, "Friday, two letters to choose from": with the sites nearly done Washington would rather trade than invade, so Moscow can ask the dearer
    price; where the clock does not move Washington, the modest letter is the better one. Points: worth to Moscow of what is signed at once."""
    world = shipped().temper(WASHINGTON, fear_per_mille=0, hold=680)
    reverses("Friday, two letters to choose from", MOSCOW, offer(**DEAR), offer(**CHEAP), position=put(friday_evening(600), estimate=900),
             with_=world.temper(WASHINGTON, clock_per_mille=-400), without=world.temper(WASHINGTON, clock_per_mille=0), measure=hoped(NO_DEAL))


def test_m06_both_see_the_clash_coming():
    """M06, "Friday, both afraid": where each knows the other to be as afraid as himself, Moscow can ask the dearer price; where that moves nobody,
    the modest one is better. Points: worth to Moscow of what is signed at once."""
    world = shipped().temper(WASHINGTON, fear_per_mille=0, hold=680, afraid_above=500)
    reverses("Friday, both afraid", MOSCOW, offer(**DEAR), offer(**CHEAP), position=put(friday_evening(600), fear=700, mood=700),
             with_=world.temper(WASHINGTON, mutual=360), without=world.temper(WASHINGTON, mutual=0), measure=hoped(NO_DEAL))


def test_m07_haste_blurs_what_was_paid_for():
    """M07, "Friday, hands shaking": where fear blurs the words at signing, exact ones are not worth a step of the ladder; else they are.
    Points: the true score when both have been silent to the end; every exact word goes loose (1 of 4 in the shipped numbers)."""
    world, position = shipped().safe(), put(friday_evening(), fear=700, allies=800)
    loose = {**PACKAGE, "T02": 2, "T05": 2}
    reverses("Friday, hands shaking", WASHINGTON, sign(**loose), sign(**exact(loose | {"T06": 4})), position=position,
             with_=world.turned(bargaining__haste_ppm=1_000_000), without=world.turned(bargaining__haste_ppm=0), measure=after(60, score))


def test_m09_a_tired_envoy_garbles_exact_words():
    """M09, "The envoy has not slept": exact words are safer by cable than by an envoy thirty hours awake, though they come a half-day later; where
    tiredness garbles nothing they are better at once. Played out; a half-day counts by its danger, loose words are quarrelled over."""
    world = shipped().turned(incidents__danger_ppm=20_000).table("heat", lambda heat: heat * 4).mute(WASHINGTON).mute(MOSCOW)
    world = world.temper(MOSCOW, hold=-900, patience=0)
    position = put(with_letters(friday_evening(600), WASHINGTON), awake=[[10, 30, 10, 10, 10], [10] * 5], allies=800, pressure=700, fear=400)
    text = exact(PACKAGE | {"T02": 2, "T05": 2})
    by_cable, by_envoy = (offer(channel, orders=("draft_exactly",), **text) for channel in ("cable", "envoy"))
    reverses("The envoy has not slept", WASHINGTON, by_cable, by_envoy, position=position,
             with_=world.turned(delivery__garbled_ppm=1_000_000), without=world.turned(delivery__garbled_ppm=0), measure=played_out)


def test_m10_dread_makes_the_worst_look_near():
    """M10, "A cabinet that dreads Saturday": afraid as it is, hearing the Chiefs out is worth more than another briefing of allies; without dread
    feeding them the motion would not come so near. Points: the true score after eight silent half-days; dread set at 40 a half-day,
    sites and forces held where they are."""
    world = shipped().safe().turned(clock__site_work=0, clock__forces_gather=0, factions__sites_near_per_mille=0)
    position = put(friday_evening(600), fear=900, pressure=900, hawks=310, estimate=[700, 400], buildup=[500, 700])
    reverses("A cabinet that dreads Saturday", WASHINGTON, give("hear_out_the_hawks"), give("brief_allies"), position=position,
             with_=world.turned(factions__dread=40), without=world.turned(factions__dread=0), measure=after(8, score))


def test_m11_an_anguished_letter_shows_its_writers_fear():
    """M11, "The knot": Moscow's anguished letter lets Washington see a fear like its own, and the modest price after it is met; where a tone tells
    nothing, an ultimatum, which frightens, does better. Points: whether Washington takes the exchange next turn."""
    world = shipped().temper(WASHINGTON, mutual=500, afraid_above=500, hold=860).turned(fear__ultimatum=200)
    position = put(friday_evening(600), fear=620, mood=300, pressure=650)
    anguished, ultimatum = offer("envoy", "anguished", **CHEAP), offer("envoy", "stern", 2, **CHEAP)
    reverses("The knot", MOSCOW, anguished, ultimatum, position=position, with_=world.turned(belief__anguish_tells_per_mille=1000),
             without=world.turned(belief__anguish_tells_per_mille=0), measure=taken_later(CHEAP))


def test_m12_clashes_nobody_ordered():
    """M12, "A taut Friday": the quieter step is better because clashes that nobody orders can become war; where they cannot, the speech is.
    Points: the true score after six silent half-days."""
    world, position = shipped(), put(friday_evening(600), pressure=800, alert=3)
    reverses("A taut Friday", WASHINGTON, give("lower_alert"), give("speech"), position=put(position, frame=1),
             with_=world.turned(incidents__danger_ppm=DEADLY), without=world.turned(incidents__danger_ppm=0), measure=after(6, score))


def test_m13_the_reprisal_withheld():
    """M13, "The aircraft that will be lost": holding the reprisal back is better than quieting the Chiefs, as long as hitting back leads on to war.
    Points: the true score after six silent half-days; every flight that is fired at is lost."""
    world = shipped().table("incident_frequency", lambda often: often * 4).turned(incidents__danger_ppm=20_000)
    position = put(friday_evening(600), reprisal=1, flights=2, pressure=600)
    reverses("The aircraft that will be lost", WASHINGTON, give("withhold_reprisals"), give("hear_out_the_hawks"), position=position,
             with_=world.turned(incidents__hit_back_per_mille=9000),
             without=world.turned(incidents__hit_back_per_mille=0, incidents__reprisal_pressure=0), measure=after(6, score))


def test_m14_fear_is_taken_for_the_cause():
    """M14, "Friday, frighten or soothe": an alert brings Moscow nearer to the exchange while fear takes much off its price; where it takes
    nothing, briefing allies does more good. Points: Washington's standing, and 300 where the exchange is taken next turn."""
    world = shipped().safe().temper(MOSCOW, patience=0)
    reverses("Friday, frighten or soothe", WASHINGTON, give("raise_alert"), give("brief_allies"), position=put(friday_evening(600), fear=500),
             with_=world.temper(MOSCOW, fear_per_mille=5000, hold=2035), without=world.temper(MOSCOW, fear_per_mille=0, hold=-465),
             measure=exchange_and_standing)


def exchange_and_standing(world, position, side, choice):
    return 300 * taken_later(PACKAGE)(world, position, side, choice) + after(1, standing)(world, position, side, choice)
