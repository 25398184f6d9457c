"""Why the deal was possible (M17-M25): how it was framed, whose face was saved, what was asked for it, and how exactly it was written."""

from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.terms import code
from game.lab.bench import put, signed, terms_of, with_letters
from tests.mechanisms.positions import (
    ANNEX,
    PACKAGE,
    after,
    chosen,
    exact,
    first_evening,
    friday_evening,
    give,
    hoped,
    offer,
    reverses,
    score,
    shipped,
    sign,
    signed_later,
    standing,
    taken_later,
)


def test_m17_speaking_of_missiles_keeps_the_pledge_cheap():
    """M17, "The address": speaking of the missiles alone is better than speaking of Castro, because what is said against him is eaten with the pledge
    a week later; where the speech ties no hands, the louder one is better. Points: home, allies and face after an assurance without conditions."""
    world = shipped().safe()
    untied = world.order(WASHINGTON, "frame_castro", ties=()).order(WASHINGTON, "frame_missiles", ties=())
    reverses("The address", WASHINGTON, give("frame_missiles"), give("frame_castro"), position=first_evening(), with_=world, without=untied,
             measure=signed_later(PACKAGE | {"T06": 4}, 11, standing))


def test_m18_a_shamed_leader_asks_more():
    """M18, "The easels": briefing allies quietly is better than showing the photographs before the world, because a leader who has lost face asks
    more; where face moves no price, the photographs frighten and do better. Points: whether Moscow takes the exchange next turn."""
    world = shipped().safe().temper(MOSCOW, patience=0)
    world = world.order(WASHINGTON, "show_the_photographs", effects={"other.face": -60, "public.pressure": 250})
    position = put(friday_evening(600), fear=500, face=500)
    reverses("The easels", WASHINGTON, give("brief_allies"), give("show_the_photographs"), position=position,
             with_=world.temper(MOSCOW, face_floor=500, face_per_mille=4000), without=world, measure=taken_later(PACKAGE))


def test_m19_what_has_to_go_is_clear_to_both():
    """M19: neither side reads anything into silence about the missiles, and no text that leaves them out ends the confrontation."""
    book = shipped().book
    assert book.unsaid[:, book.roles["withdrawal"]].tolist() == [0, 0]
    generous = {"T04": 1, "T06": 1, "T08": 1}
    for text, ends_it in ((generous, False), (generous | {"T01": 5}, False), (generous | {"T01": 3}, True)):
        deal = signed(book, friday_evening(20), MOSCOW, terms_of(book, text))
        assert (deal.public.agreed[:, book.issue("T06")] > 0).all()
        assert ((deal.public.agreed_at > 0) == ends_it).all()


def test_m20_the_price_of_what_must_be_done_anyway():
    """M20, "What can be had for it": Moscow does better to ask for a warm pledge and a word about Turkey than to offer the bare exchange, as long as
    such extras are worth something to it. Points: worth of what Washington signs at once."""
    world = shipped().temper(WASHINGTON, fear_per_mille=0, hold=350)
    extras = [world.book.issue(issue) for issue in ("T06", "T06B", "T06S", "T09")]

    def worth_nothing(table):
        table[MOSCOW][:, extras] = 0
        return table
    reverses("What can be had for it", MOSCOW, offer(**PACKAGE, T09=ANNEX), offer(**PACKAGE), position=friday_evening(600),
             with_=world, without=world.table("worth", worth_nothing), measure=hoped(-800))


def test_m21_a_calm_signing_opens_more():
    """M21, "Signed without panic": exact words at a dearer price are better where a calm signing that is hardly quarrelled over opens a wider
    reassessment; where it opens nothing, the cheaper loose words are. Points: the true score when both have been silent to the end."""
    world = shipped().safe().turned(implementation__dispute_home=0, implementation__dispute_pressure=0)
    endings = world.book.rules.endings
    peace = tuple(1000 if place == 7 else points // 2 if place in (5, 6) else points for place, points in enumerate(endings.peace))
    world = world.turned(endings__peace=peace)
    position = put(friday_evening(), fear=300, allies=800)
    reverses("Signed without panic", WASHINGTON,
             sign(**exact(PACKAGE | {"T02": 2, "T06": 4})), sign(**PACKAGE, T02=code(2, exact=True)),
             position=position, with_=world, without=world.turned(bargaining__calm_below=0), measure=after(60, score))


def test_m22_what_haste_left_vague_is_quarrelled_over():
    """M22, "Loose ends on Saturday night": exact words are worth a step of the pledge, because loose ones are quarrelled over all winter; where they
    are not, they are a waste. Points: the true score when both have been silent to the end; quarrels twice as likely."""
    world = shipped().safe().turned(bargaining__haste_ppm=0)
    loose = {**PACKAGE, "T02": code(2, exact=True), "T05": 2}
    reverses("Loose ends on Saturday night", WASHINGTON, sign(**exact(PACKAGE | {"T02": 2, "T05": 2, "T06": 4})), sign(**loose),
             position=put(friday_evening(), fear=400, allies=800), with_=world.table("heat", lambda heat: heat * 2),
             without=world.table("heat", lambda heat: heat * 0), measure=after(60, score))


def test_m23_talk_of_turkey_makes_an_anxious_day():
    """M23: an exchange that speaks of Turkey before the whole world tightens the rope by its own amount; the same words by envoy do not."""
    world, position = shipped().safe(), with_letters(friday_evening(50), MOSCOW)
    aloud, quietly, silent_of_it = (chosen(world, position, MOSCOW, choice, False).public.pressure for choice in (
        offer("broadcast", **PACKAGE, T09=5), offer("envoy", **PACKAGE, T09=5), offer("broadcast", **PACKAGE)))
    assert (aloud - silent_of_it == world.book.rules.pressure.linked).all() and (quietly == silent_of_it).all()


def test_m24_a_promise_nobody_hears_of_costs_little():
    """M24, "Two ledgers": a promise about Turkey in an annex is cheaper for Washington than a warmer pledge in the open, because home and allies
    count what they see; were the annex counted in full, the pledge would be the cheaper. Points: home, allies and face after the signing."""
    world = shipped().safe()
    reverses("Two ledgers", WASHINGTON, sign(**PACKAGE, T09=ANNEX), sign(**PACKAGE | {"T06": 4}), position=friday_evening(), with_=world,
             without=world.turned(audience__secret_share_per_mille=1000, secrecy__thanked_allies=0), measure=after(1, standing))


def test_m25_fear_or_the_trade():
    """M25, "The word about Turkey": by the record, in which fear decided, Washington does better to offer the bare exchange; by the letter of 28
    October, which calls the promise an important factor, it does better to add the word. Points: worth of what Moscow signs at once."""
    world = shipped().temper(MOSCOW, patience=0, hold=-600, fear_per_mille=700)
    reverses("The word about Turkey", WASHINGTON, offer(**PACKAGE), offer(**PACKAGE, T09=ANNEX), position=put(friday_evening(600), fear=500),
             with_=world.turned(bargaining__secret_mattered=0, bargaining__without_the_bases=(0, 400)),
             without=world.turned(bargaining__secret_mattered=1, bargaining__without_the_bases=(0, 400)), measure=hoped(0))
