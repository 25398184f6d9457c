"""The promise about Turkey (M33-M44): news or pledge, word or paper, who shares it, who may not hear of it, and how it is carried out."""

import numpy as np

from game.engine.endings import epilogue
from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.terms import code
from game.lab.bench import put
from tests.mechanisms.positions import (
    ANNEX,
    PACKAGE,
    after,
    friday_evening,
    give,
    long_settlement,
    loose_ends,
    reverses,
    shipped,
    sign,
    signed_later,
    standing,
    worth,
)

TO_APRIL = 60
"""More turns than there are."""


def later(world, state, side):
    """The true score once the memoir of 1969 has told who lived by a denial."""
    return epilogue(world.book, state)["later"][:, side]


def few_leaks(ppm):
    """A safe world in which an annex leaks at that rate for each who shares it."""
    return shipped().safe().turned(secrecy__leak_ppm_per_holder=ppm)


def test_m33_news_costs_less_than_a_pledge():
    """M33, "Rusk's call": Washington would rather have the promise taken as news than as a pledge while news costs it less at home; if it did
    not, the pledge, over which there is less to quarrel, would be better. Points: home, allies and face in April, both silent; said in the open."""
    world = shipped().safe()
    reverses("Rusk's call", WASHINGTON, sign(**PACKAGE, T09=code(3, news=True)), sign(**PACKAGE, T09=code(3)),
             position=put(friday_evening(), fear=400, allies=900), with_=world, without=world.turned(bargaining__news_per_mille=1000),
             measure=after(TO_APRIL, standing))


def test_m34_moscow_wants_it_on_paper():
    """M34, "In black and white": paper is worth more to Moscow than a nuclear-free zone beside a spoken promise; if paper were worth nothing, the
    zone would be. Points: what the text is worth to it; paper at 30."""
    world = shipped()
    reverses("In black and white", MOSCOW, sign(**PACKAGE, T09=code(3, secret=True, paper=True)), sign(**PACKAGE, T09=ANNEX, T15=2),
             position=friday_evening(), with_=world.turned(bargaining__paper_worth=(0, 30)),
             without=world.turned(bargaining__paper_worth=(0, 0)), measure=worth)


def test_m35_paper_is_a_trail():
    """M35, "The letter in his pocket": handing the paper back is better for Washington than keeping it, for a trail brings the annex out; if paper
    left none, keeping it would be. Points: standing in April, and a tenth of Moscow's faith, which paper buys."""
    world = few_leaks(20)
    reverses("The letter in his pocket", WASHINGTON, give("return_the_paper"), give("keep_the_paper"),
             position=put(loose_ends(600), paper_asked=1), with_=world.turned(secrecy__paper_per_mille=9000),
             without=world.turned(secrecy__paper_per_mille=0), measure=after(TO_APRIL, standing_and_faith))


def standing_and_faith(world, state, side):
    return standing(world, state, side) + state.dossier.faith[:, 1 - side] // 10


def test_m36_paper_could_end_careers():
    """M36, "For nobody's files": Washington would rather pay something more for Turkey in the open than see the promise on paper, because paper is
    feared; without that fear, paper is the cheaper. Points: what the text is worth to it; paper at a price of 30."""
    world = shipped()
    reverses("For nobody's files", WASHINGTON, sign(**PACKAGE, T09=ANNEX, T11=3), sign(**PACKAGE, T09=code(3, secret=True, paper=True)),
             position=friday_evening(), with_=world.turned(bargaining__paper_worth=(-30, 0)),
             without=world.turned(bargaining__paper_worth=(0, 0)), measure=worth)


def test_m37_the_memorandum_is_written_with_care():
    """M37, "A pencilled line": writing the talk up with care is better than briefing allies, because it takes back credit that 1969 would call in; if
    it took none, the briefing is better. Points: the true score as 1969 leaves it."""
    world = few_leaks(0).turned(secrecy__credit=0)
    reverses("A pencilled line", WASHINGTON, give("write_up_the_talk"), give("brief_allies"), position=put(long_settlement(), credit=100, allies=500),
             with_=world, without=world.order(WASHINGTON, "write_up_the_talk", effects={"own.credit": 0}),
             measure=after(TO_APRIL, later))


def test_m38_whoever_is_told_may_tell():
    """M38, "Leaders of Congress": asking editors to hold is better than consulting Congress while each who shares the annex may tell; if Congress
    learns nothing of it, it is. Points: standing in April; the order tells 300 people."""
    world = few_leaks(20)
    reverses("Leaders of Congress", WASHINGTON, give("quiet_the_press"), give("consult_congress"), position=loose_ends(600),
             with_=world.order(WASHINGTON, "consult_congress", shares=300), without=world.order(WASHINGTON, "consult_congress", shares=0),
             measure=after(TO_APRIL, standing))


def test_m39_a_hot_press_finds_it():
    """M39, "The correspondents": asking editors to hold is better than hearing the Chiefs out while a hot press prints what a cold one would not; if
    heat made no difference, it only costs standing. Points: standing in April; the call takes 500 off the heat, and the press keeps it."""
    world = few_leaks(30).turned(third_parties__press_moves_per_mille=0).order(WASHINGTON, "quiet_the_press", effects={"umpire.press": -500})
    reverses("The correspondents", WASHINGTON, give("quiet_the_press"), give("hear_out_the_hawks"), position=put(loose_ends(600), press=700),
             with_=world.turned(secrecy__press_cold_per_mille=0, secrecy__press_hot_per_mille=3000),
             without=world.turned(secrecy__press_cold_per_mille=1000, secrecy__press_hot_per_mille=1000), measure=after(TO_APRIL, standing))


def test_m40_its_keeper_tells_it_in_the_end():
    """M40, "A memoir": asking editors to hold is better than nursing the story, because 1969 calls in the credit of the denial; if nobody ever tells,
    the story is better. Points: the true score as 1969 leaves it; nothing leaks before."""
    world = few_leaks(0).turned(secrecy__credit=0)
    reverses("A memoir", WASHINGTON, give("quiet_the_press"), give("nurse_the_story"), position=loose_ends(),
             with_=world, without=world.turned(endings__told_in_1969=0), measure=after(TO_APRIL, later))


def test_m41_an_open_trade_needs_the_council():
    """M41, "Missiles for missiles": taking it to the NATO Council before a promise about Turkey is signed in the open is better than hearing the
    Chiefs, because a Council that was not asked stops it; if it needs nobody, asking is a waste. Points: standing, and 600 for an agreement."""
    world, trade = shipped().safe(), PACKAGE | {"T09": 3}
    position = put(friday_evening(), allies=world.book.rules.bargaining.council_needs - 20)
    reverses("Missiles for missiles", WASHINGTON, give("consult_the_council"), give("hear_out_the_hawks"), position=position, with_=world,
             without=world.turned(bargaining__council_needs=0), measure=signed_later(trade, 1, standing_and_missiles))


def standing_and_missiles(world, state, side):
    """Standing, and what it is worth to be rid of the missiles."""
    return standing(world, state, side) + 600 * (state.public.agreed_at > 0)


def test_m42_allies_see_their_interests_traded():
    """M42, "Over their heads": a warmer pledge under supervision is cheaper for Washington than open news about Turkey, because allies see themselves
    traded; if they did not mind, the news would be. Points: what the text is worth to it."""
    world, abroad = shipped(), shipped().book.issue("T09")

    def nobody_minds(table):
        table[WASHINGTON, 2, abroad] = np.maximum(table[WASHINGTON, 2, abroad], 0)
        return table
    reverses("Over their heads", WASHINGTON, sign(**PACKAGE | {"T06": code(4, conditions=("supervised",))}), sign(**PACKAGE, T09=2),
             position=friday_evening(), with_=world, without=world.table("worth", nobody_minds), measure=worth)


def test_m43_ankara_has_to_be_brought_round():
    """M43, "An ally to overrule": offering Turkey a Polaris boat is better than nursing the story, for missiles stay where Turkey does not agree, and
    the promise is broken; if its consent is not needed, the story is better. Points: standing in April; the group has been started, no credit."""
    world = few_leaks(0).turned(secrecy__credit=0)
    position = put(long_settlement(), jupiters_gone=[20, 0], ankara=[200, 0])
    reverses("An ally to overrule", WASHINGTON, give("offer_polaris"), give("nurse_the_story"), position=position, with_=world,
             without=world.turned(implementation__ankara_needs=0), measure=after(TO_APRIL, standing))


def test_m44_a_reason_that_stands_by_itself():
    """M44, "For Turkey's own sake": a cover story is better than briefing allies, because whoever asks finds another answer; if it covers nothing,
    the briefing is better. Points: standing in April; the annex would leak in most games."""
    world = few_leaks(60)
    reverses("For Turkey's own sake", WASHINGTON, give("cover_story"), give("brief_allies"), position=put(loose_ends(600), allies=500),
             with_=world.turned(secrecy__cover_per_mille=900), without=world.turned(secrecy__cover_per_mille=0), measure=after(TO_APRIL, standing))
