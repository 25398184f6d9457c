"""What each side believes of the other's fear and resolve (mechanisms/belief.py)."""

import pytest

from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from tests.small_crisis import entries, game, order, post_letter, sheet, still, text, turn

OFFER = text(pledge=3)
TELLS = {"belief": {"anguish_tells_per_mille": 500, "plain_tells_per_mille": 100, "tired_per_mille": 600}}
SIGNS = {"belief": {"costly_sign": 40, "soft_sign": 24, "tired_per_mille": 500}}
MENUS = ((order("close_in", [("public.pressure", 5)]), order("stand_back", [("public.pressure", -5)]), order("march", [("public.alert", 1)]),
          order("plot", [("public.pressure", 5)], is_seen=False)),) * 2


@pytest.mark.parametrize(("tone", "moved"), [("anguished", 250), ("plain", 50), ("warm", 50), ("stern", 50)])
@pytest.mark.parametrize("writer", SIDES)
def test_a_letter_shows_how_afraid_its_writer_is_an_anguished_one_most(tone, moved, writer):
    """The reader's idea moves toward the writer's true fear: 800 against a belief of 300, half of the way or a tenth (M11)."""
    book = still(**TELLS)
    sheets = [sheet(book), sheet(book, MOSCOW)]
    sheets[writer] = sheet(book, writer, offer=OFFER, tone=tone)
    after, lines = turn(book, game(book, fear=800, mood=300), *sheets)
    assert entries(lines, "mood") == {"their letter": moved}
    assert after.dossier.mood[0, 1 - writer] == 300 + moved and after.dossier.mood[0, writer] == 300
    assert entries(turn(book, after)[1], "mood") == {}, "an old letter tells nothing new"


def test_a_letter_can_show_a_calm_writer_too():
    """Toward the truth, down as well as up."""
    book = still(**TELLS)
    assert turn(book, game(book, fear=(100, 0), mood=(0, 700)), sheet(book, offer=OFFER, tone="anguished"))[0].dossier.mood[0, MOSCOW] == 400


def test_what_a_letter_shows_it_shows_when_it_arrives():
    """Under way it tells nothing."""
    book = still(**TELLS)
    state = post_letter(game(book, fear=800, mood=300), WASHINGTON, 1, OFFER, wait=1, tone="anguished")
    state, lines = turn(book, state)
    assert entries(lines, "mood") == {}
    assert entries(turn(book, state)[1], "mood") == {"their letter": 250}


def test_a_tired_side_takes_less_of_it_in():
    """At half impairment three tenths of it go by (0.6 of 500): 250 becomes 175."""
    book = still(**TELLS)
    _, lines = turn(book, game(book, fear=800, mood=300, fatigue=(0, 500)), sheet(book, offer=OFFER, tone="anguished"))
    assert entries(lines, "mood", "moscow") == {"their letter": 175}


@pytest.mark.parametrize(("orders", "moved"), [
    (["close_in"], {"they were seen to press on": 40}), (["stand_back"], {"they were seen to draw back": -24}), (["plot"], {}), (["march"], {}),
    (["close_in", "stand_back"], {"they were seen to press on": 40, "they were seen to draw back": -24})])
@pytest.mark.parametrize("side", SIDES)
def test_what_is_seen_done_and_strains_the_rope_shows_resolve(orders, moved, side):
    """Orders seen done count, up where they raise the pressure and down where they lower it; what is done in secret does not (M01)."""
    book = still(menus=MENUS, **SIGNS)
    sheets = [sheet(book), sheet(book, MOSCOW)]
    sheets[side] = sheet(book, side, orders=orders)
    _, lines = turn(book, game(book, resolve=500), *sheets)
    assert entries(lines, "resolve", ("moscow", "washington")[side]) == moved and entries(lines, "resolve", ("washington", "moscow")[side]) == {}


def test_a_tired_side_reads_half_of_a_sign():
    """Wholly tired, half of what there is to see: 20 of 40."""
    book = still(menus=MENUS, **SIGNS)
    _, lines = turn(book, game(book, resolve=500, fatigue=(0, 1000)), sheet(book, orders=["close_in"]))
    assert entries(lines, "resolve", "moscow") == {"they were seen to press on": 20}


@pytest.mark.parametrize(("resolve", "half_days", "moved"), [(700, 1, -20), (300, 1, 20), (700, 2, -38)])
def test_impressions_fade_to_the_middle(resolve, half_days, moved):
    """A tenth of the way each half-day."""
    book = still(belief={"fades_per_mille": 100})
    _, lines = turn(book, game(book, resolve=resolve, half_days=half_days))
    assert entries(lines, "resolve", "washington") == entries(lines, "resolve", "moscow") == {"impressions fade": moved}


def test_once_the_press_names_hawks_and_doves_moscow_reads_resolve_in_the_hawks():
    """A tenth of the way to the sway of Washington's hawks, each turn after the article; Washington learns nothing by it (M29)."""
    book = still(belief={"labels_per_mille": 100})
    _, lines = turn(book, game(book, resolve=500, hawks=(800, 100), story=1))
    assert entries(lines, "resolve", "moscow") == {"hawks and doves in the American press": 30} and entries(lines, "resolve", "washington") == {}
    assert entries(turn(book, game(book, resolve=500, hawks=(800, 100)))[1], "resolve") == {}
