"""Image and press (M26-M32): what is said aloud, who is blamed, and what is borrowed on a denial."""

from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.terms import code
from game.lab.bench import put
from tests.mechanisms.positions import (
    ANNEX,
    PACKAGE,
    after,
    first_evening,
    friday_evening,
    give,
    loose_ends,
    reverses,
    shipped,
    sign,
    signed_later,
    standing,
    taken_later,
)

FULL_TERM = 60
"""More turns than there are."""


def test_m26_a_story_is_nursed_at_a_risk():
    """M26, "Friendly columnists": asking editors to hold is better than nursing the story of cool nerve where long talks heat the press about the
    annex; where they do not, the story is better. Points: standing in April; a cold press prints nothing, the talks heat it by 400, and no credit."""
    world = shipped().safe().turned(third_parties__press_moves_per_mille=0, secrecy__press_cold_per_mille=0, secrecy__press_hot_per_mille=5000)
    world = world.order(WASHINGTON, "nurse_the_story", effects={"own.credit": 0})
    reverses("Friendly columnists", WASHINGTON, give("quiet_the_press"), give("nurse_the_story"), position=put(loose_ends(), press=0),
             with_=world.order(WASHINGTON, "nurse_the_story", effects={"umpire.press": 400}),
             without=world.order(WASHINGTON, "nurse_the_story", effects={"umpire.press": 0}), measure=after(FULL_TERM, standing))


def test_m27_a_scapegoat_has_to_be_answered_for():
    """M27, "The draft on the desk": asking editors to hold is better than letting a dove be named, because each turn without a word for him costs
    standing; where nobody minds, the article pays. Points: home, allies and face six turns on."""
    world = shipped().safe()
    reverses("The draft on the desk", WASHINGTON, give("quiet_the_press"), give("name_a_dove"), position=loose_ends(),
             with_=world, without=world.turned(audience__story_unanswered=0), measure=after(6, standing))


def test_m28_a_lukewarm_word_ends_the_week():
    """M28, "A friend in the newspaper": a lukewarm word is better than none while silence costs standing every turn; where it costs nothing, silence
    and a call to the editors is better. Points: home, allies and face six turns on."""
    world = shipped().safe()
    reverses("A friend in the newspaper", WASHINGTON, give("say_little"), give("quiet_the_press"), position=put(loose_ends(), story=1),
             with_=world, without=world.turned(audience__story_unanswered=0), measure=after(6, standing))


def test_m29_hawks_and_doves_in_the_newspapers():
    """M29, "The camps are named": with strong hawks an article about the two camps makes the ultimatum over the bombers better believed than
    consulting Congress does; where labels move nobody, Congress does. Points: whether Moscow takes it next turn; threats weigh tenfold."""
    world = shipped().safe().temper(MOSCOW, threatened=400, together=0, peace=0, hold=0)
    demand = {"T02": code(1), "T08": code(1)}
    position = put(loose_ends(600), hawks=900, resolve=200)
    reverses("The camps are named", WASHINGTON, give("name_a_dove"), give("consult_congress"), position=position,
             with_=world.turned(belief__labels_per_mille=400), without=world.turned(belief__labels_per_mille=0),
             measure=taken_later(demand, due_half_days=12))


def test_m30_tough_in_public_and_soft_in_private():
    """M30, "The whole contest, and an annex": speaking of the missiles alone is better than speaking of communism, because the gap to what was
    promised in private is counted when it comes out; where it is not, the louder word is better. Points: standing after the annex is known."""
    world = shipped().safe().turned(secrecy__leak_ppm_per_holder=1000)
    reverses("The whole contest, and an annex", WASHINGTON, give("frame_missiles"), give("frame_communism"), position=first_evening(),
             with_=world.turned(secrecy__exposed_per_mille=2000), without=world.turned(secrecy__exposed_per_mille=0),
             measure=signed_later(PACKAGE | {"T09": ANNEX}, 11, standing, FULL_TERM))


def test_m31_credit_is_borrowed_on_a_denial():
    """M31, "Standing borrowed": asking editors to hold is better than nursing the story, because the credit it earns is called in when the annex
    is out; credit that need not be paid back makes the story better. Points: standing in April, with an annex that cannot be kept."""
    world = shipped().safe().turned(secrecy__leak_ppm_per_holder=1000)
    reverses("Standing borrowed", WASHINGTON, give("quiet_the_press"), give("nurse_the_story"), position=loose_ends(),
             with_=world, without=world.order(WASHINGTON, "nurse_the_story", effects={"own.credit": 0}), measure=after(FULL_TERM, standing))


def test_m32_allies_give_thanks_for_what_was_not_refused():
    """M32, "Thanks from Ankara": news about Turkey in an annex is cheaper than paying Turkey in the open, because allies give thanks for a trade that
    they think was refused; without their thanks it is not. Points: home, allies and face after the signing; thanks at 30."""
    world = shipped().safe()
    reverses("Thanks from Ankara", WASHINGTON, sign(**PACKAGE, T09=code(2, secret=True)), sign(**PACKAGE, T11=3), position=friday_evening(),
             with_=world.turned(secrecy__thanked_allies=30), without=world.turned(secrecy__thanked_allies=0), measure=after(1, standing))
