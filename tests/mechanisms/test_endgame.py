"""How the end came (M01-M16): pressure by rungs, the clock, fear, tiredness, clashes nobody ordered, and the men who would strike."""

from game.engine.sides import MOSCOW, WASHINGTON
from game.lab.bench import play_on, put, signed, silent, terms_of, with_letters
from tests.mechanisms.positions import (
    ANNEX,
    GAMES,
    PACKAGE,
    after,
    bench,
    chosen,
    exact,
    first_evening,
    friday_evening,
    give,
    hoped,
    loose_ends,
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
    are seen and cost something show resolve. A rung is worth 300 points of belief; Moscow takes nothing out of fear, much at a threat."""
    world = shipped().safe().temper(MOSCOW, fear_per_mille=0, hold=1000, threatened=1500, patience=0)
    reverses("Friday, one more rung", WASHINGTON, give("tighten_quarantine"), give("consult_congress"),
             position=put(friday_evening(600), resolve=500, ultimata=0), with_=world.turned(belief__costly_sign=300),
             without=world.turned(belief__costly_sign=0), measure=taken_later(PACKAGE, due_half_days=2))


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
    """M04, "Wednesday, Moscow's full price": signing nearly all that Moscow could ask, Turkey in the open too, is better than waiting while the sites
    come ready, for a finished base is worse; where work stands still, waiting is better. Points: the true score, both silent to the end."""
    world = shipped().safe()
    position = put(wednesday(), buildup=[150, 500], estimate=[500, 150], hawks=200, allies=800, home=700)
    price = {"T01": 3, "T02": 4, "T04": 5, "T06": 4, "T08": 5, "T09": 5, "T12": 5, "T13": 3, "T24": 3}
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


def test_m08_the_man_who_sways_is_sent_to_bed():
    """M08, "The envoy sways": sending the most tired man to bed is better than briefing allies, because two turns later he carries exact words and
    they arrive exact; an order that sends nobody to bed is worth less. Points: the true score when the exact exchange, sent by the envoy in the third
    turn, has been signed and both are silent to the end; whoever is thirty hours awake garbles what he says, and nobody falls asleep by himself."""
    world = shipped().safe().turned(delivery__garbled_ppm=1_000_000, fatigue__falls_ppm=0, bargaining__haste_ppm=0)
    position = put(friday_evening(), awake=[[10, 35, 10, 10, 10], [10] * 5], allies=800, fear=400, pressure=400, hawks=100)
    reverses("The envoy sways", WASHINGTON, give("send_one_home"), give("brief_allies"), position=position, with_=world,
             without=world.order(WASHINGTON, "send_one_home", sends_home=False), measure=exact_words_by_envoy)


def exact_words_by_envoy(world, position, side, choice):
    book, text = world.book, exact(PACKAGE | {"T02": 2, "T05": 2})
    state = play_on(book, silent(book), chosen(world, position, side, choice, False), 1)
    state = chosen(world, state, side, offer(orders=("draft_exactly",), **text), False)
    arrived = dict(zip((issue.id for issue in book.issues), state.public.letters[0, side, 0].tolist()))
    deal = signed(book, state, side, terms_of(book, {issue: term for issue, term in arrived.items() if term}))
    return score(world, play_on(book, silent(book), deal), side)


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
    """M10, "A cabinet that dreads Saturday": hearing the Chiefs out is better than another briefing of allies where dread drives the cabinet toward
    their motion; where it does not, the briefing is. Points: the true score after ten silent half-days; sites and forces held where they are, dread
    at 60 a half-day, an hour with the Chiefs calms them by 200, and a briefing is worth 80 with allies."""
    world = shipped().safe().turned(clock__site_work=0, clock__forces_gather=0, factions__sites_near_per_mille=0)
    world = world.order(WASHINGTON, "hear_out_the_hawks", effects={"own.hawks": -200}).order(WASHINGTON, "brief_allies", effects={"own.allies": 80})
    position = put(friday_evening(), fear=900, pressure=900, hawks=200, estimate=[700, 400], buildup=[400, 700])
    reverses("A cabinet that dreads Saturday", WASHINGTON, give("hear_out_the_hawks"), give("brief_allies"), position=position,
             with_=world.turned(factions__dread=60), without=world.turned(factions__dread=0), measure=after(10, score))


def test_m11_an_anguished_letter_shows_its_writers_fear():
    """M11, "The knot": Moscow's anguished letter lets Washington see a fear like its own, and the modest price after it is met; where a tone tells
    nothing, an ultimatum, which frightens, does better. Points: whether Washington takes the exchange next turn."""
    world = shipped().temper(WASHINGTON, mutual=500, afraid_above=500, hold=920).turned(fear__ultimatum=200)
    position = put(friday_evening(1000), fear=620, mood=300, pressure=650)
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
    nothing, briefing allies does more good. Points: Washington's standing, and 300 where the exchange is taken; the alert frightens by 60."""
    world = shipped().safe().temper(MOSCOW, patience=0).order(WASHINGTON, "raise_alert", effects={"other.fear": 60})
    reverses("Friday, frighten or soothe", WASHINGTON, give("raise_alert"), give("brief_allies"), position=put(friday_evening(600), fear=500),
             with_=world.temper(MOSCOW, fear_per_mille=5000, hold=2035), without=world.temper(MOSCOW, fear_per_mille=0, hold=-465),
             measure=exchange_and_standing)


def exchange_and_standing(world, position, side, choice):
    return 300 * taken_later(PACKAGE)(world, position, side, choice) + after(1, standing)(world, position, side, choice)


def test_m15_distrusted_soldiers_talk():
    """M15, "Tell them no": hearing the Chiefs out is better than overruling them while soldiers whom the President distrusts bring the annex
    out; if distrust leaked nothing, overruling them, which quiets them more, is. Points: home, allies and face in April; overruling costs 400
    of trust and no heat of the press."""
    world = shipped().safe().order(WASHINGTON, "overrule_the_chiefs", effects={"own.trust": -400, "umpire.press": 0})
    world = world.turned(secrecy__leak_ppm_per_holder=15)
    position = put(loose_ends(600), hawks=900, trust=480, press=400)
    reverses("Tell them no", WASHINGTON, give("hear_out_the_hawks"), give("overrule_the_chiefs"), position=position,
             with_=world.turned(secrecy__distrust_per_mille=10_000), without=world.turned(secrecy__distrust_per_mille=0), measure=after(60, standing))


def test_m16_the_strike_is_tabled_again():
    """M16, "They call it a trick": hearing the Chiefs out is better than consulting Congress while they table the strike anew each turn and are heard
    there; where they let it rest, it is a turn lost. Points: home, allies and face five turns on; 150 of sway a turn, heard five times as much."""
    world = shipped().safe().turned(factions__heard_home_per_mille=300)
    position = put(loose_ends(), hawks=480)
    reverses("They call it a trick", WASHINGTON, give("hear_out_the_hawks"), give("consult_congress"), position=position,
             with_=world.turned(factions__tabled_again=150), without=world.turned(factions__tabled_again=0),
             measure=after(5, standing))
