"""The ten players that do one thing whatever happens: legal sheets, and each of them its one thing in whole games (players/degenerate.py)."""

from functools import cache

import numpy as np
import pytest

from game.engine import legal
from game.engine.orders import ACCEPT, REFUSE, from_sheet
from game.engine.sides import MOSCOW, SIDES, WASHINGTON, other
from game.engine.state import State
from game.engine.terms import is_exact, is_said, is_secret
from game.engine.view import observe
from game.players.degenerate import IDS, player
from game.scenario.doctrine import load_doctrine
from game.session.opponents import players_listing, scripted, way_out
from tests.proofs import another_world
from tests.random_play import any_position
from tests.whole_games import book, turns

GAMES = 60
NAMED = ("silent", "accepts-all", "refuses-all", "always-annex", "always-open", "always-vague", "always-exact", "signs-first",
         "ultimatum-every-turn", "repeats-its-orders")


@cache
def turns_of(side, id):
    """(view, sheet) of that degenerate in every turn of whole games against the other side's way out."""
    players = [None, None]
    players[side], players[other(side)] = scripted(book(), side, id), scripted(book(), other(side))
    return [(observe(played.before, side), played.sheets[side]) for played in turns(book(), tuple(players), range(GAMES))]


def test_they_are_the_ten_of_the_model_for_either_side():
    assert IDS == NAMED
    for line in players_listing():
        assert line["serious"] == (line["id"] not in NAMED) and (line["serious"] or line["sides"] == ["washington", "moscow"])


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("id", IDS)
def test_they_hand_in_legal_sheets_only(side, id):
    """Everything a degenerate hands in would have been accepted from a person."""
    for view, sheet in turns_of(side, id)[::3]:
        for game in range(0, len(view), 7):
            alone = observe_alone(view, game)
            assert legal.refusals(book(), alone, from_sheet(book(), view, sheet, game)) == ()


def observe_alone(view, game):
    """The same view of one game."""
    return observe(State(view.public._layout, view.public._block).take(np.array([game])), view.side)


@pytest.mark.parametrize("id", IDS)
def test_the_same_view_gives_the_same_sheet_in_any_world(id):
    """No memory, no umpire: another other dossier, another seed, asked twice."""
    rng = np.random.default_rng(5)
    state = any_position(book(), 300, rng)
    for side in SIDES:
        plays = scripted(book(), side, id)
        sheets = [plays(observe(world, side)) for world in (state, another_world(state, side, rng), state)]
        for name in vars(sheets[0]):
            assert all((getattr(sheet, name) == getattr(sheets[0], name)).all() for sheet in sheets), name


@pytest.mark.parametrize("side", SIDES)
def test_silence_hands_in_nothing(side):
    assert not any(getattr(sheet, name).any() for _, sheet in turns_of(side, "silent") for name in vars(sheet))


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(("id", "answer"), [("accepts-all", ACCEPT), ("refuses-all", REFUSE)])
def test_one_answer_to_every_letter(side, id, answer):
    """Wherever a letter lies, the newest is answered, and nothing else is."""
    met = 0
    for view, sheet in turns_of(side, id):
        newest = view.public.letter_number[:, other(side), 0]
        assert (sheet.answer == answer * (newest > 0)).all() and (sheet.answer_to == newest).all()
        met += int((newest > 0).sum())
    assert met > GAMES


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(("id", "is_so"), [
    ("always-annex", is_secret), ("always-open", lambda term: ~is_secret(term)), ("always-vague", lambda term: ~is_exact(term)),
    ("always-exact", is_exact)])
def test_every_term_is_said_one_way(side, id, is_so):
    """All of them, in every letter, by a channel that carries them; what nobody could hide is open, whoever says it."""
    said, in_sight = 0, np.array([issue.in_sight for issue in book().issues])
    for _, sheet in turns_of(side, id):
        terms = is_said(sheet.offer)
        free = terms & ~in_sight if id == "always-annex" else terms
        assert is_so(sheet.offer)[free].all() and not is_secret(sheet.offer)[terms & in_sight].any()
        said += int(terms.sum())
        if id == "always-annex":
            public = np.array([channel.is_public for channel in book().channels])
            assert not (public[sheet.channel] & terms.any(axis=1)).any()
    assert said > GAMES


@pytest.mark.parametrize("side", SIDES)
def test_the_first_text_is_signed_and_no_other_while_nothing_is_in_force(side):
    """The oldest letter on the table, as long as no term is agreed; otherwise it does what its doctrine does."""
    signed, plain = 0, scripted(book(), side)
    for view, sheet in turns_of(side, "signs-first"):
        numbers = view.public.letter_number[:, other(side)]
        due = (numbers > 0).any(axis=1) & ~view.public.agreed.any(axis=1)
        oldest = np.where(numbers > 0, numbers, 10**6).min(axis=1)
        assert (sheet.answer[due] == ACCEPT).all() and (sheet.answer_to[due] == oldest[due]).all() and not sheet.offer[due].any()
        assert (sheet.answer[~due] == plain(view).answer[~due]).all() and (sheet.offer[~due] == plain(view).offer[~due]).all()
        signed += int(due.sum())
    assert signed > GAMES // 2


@pytest.mark.parametrize("side", SIDES)
def test_an_ultimatum_goes_out_every_turn(side):
    """Whoever does not take a letter writes one, with a deadline."""
    for view, sheet in turns_of(side, "ultimatum-every-turn"):
        writes = sheet.answer != ACCEPT
        assert sheet.offer.any(axis=1)[writes].all() and (sheet.due[writes] > view.public.minutes[writes]).all()


@pytest.mark.parametrize("side", SIDES)
def test_the_same_orders_whenever_they_are_open(side):
    """Nothing but the View's own bounds tells one turn's orders from another's: the front of one list, as far as attention goes."""
    wanted = list(dict.fromkeys(give.order for give in load_doctrine(way_out(side), book()).gives))
    for view, sheet in turns_of(side, "repeats-its-orders"):
        may, left = legal.legal_orders(book(), view), legal.attention(book(), view)
        for place in wanted:
            gives = may[:, place] & (left > 0)
            assert (sheet.given[:, place] == gives).all()
            left = left - gives


def test_an_unknown_id_is_refused():
    doctrine = load_doctrine(way_out(WASHINGTON), book())
    with pytest.raises(KeyError):
        player(book(), "always-right", doctrine)
    with pytest.raises(ValueError, match="did you mean 'always-annex'"):
        scripted(book(), MOSCOW, "always-anex")
