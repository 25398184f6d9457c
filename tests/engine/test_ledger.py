"""Every change has a cause: the entries of a turn add up exactly to the change of every meter."""

import numpy as np
import pytest

from game.engine import turn as turn_module
from game.engine.digest import digest
from game.engine.ledger import UNKNOWN, Ledger, Line, lines_for
from game.engine.sides import SIDE_IDS, SIDES
from game.engine.state import FIELDS, open_game
from game.engine.turn import ORDER_OF_PLAY, name_of, resolve, running
from tests.proofs import METERS, breaks_in_the_books, breaks_in_the_lines, values_by_line_name
from tests.random_play import any_position, random_player
from tests.whole_games import EACH_ONCE, PAIRINGS, book, pair, sheets_of, turns


def random_pair(seed):
    rng = np.random.default_rng(seed)
    return random_player(book(), rng), random_player(book(), rng)


@pytest.mark.parametrize("pairing", [*EACH_ONCE, "random"], ids=str)
def test_entries_add_up_to_every_change_of_every_meter(pairing):
    """100 whole games of each pairing: every meter of every box, link by link, every turn."""
    entries = 0
    players = random_pair(11) if pairing == "random" else pair(*pairing)
    for played in turns(book(), players, range(100), recording=True):
        assert breaks_in_the_books(played.before, played.after, played.ledger) == []
        entries += sum(int((entry.before != entry.after).sum()) for entry in played.ledger.entries)
    assert entries > 100 * 10 * 10, "a book without entries adds up too"


def test_entries_add_up_in_positions_no_game_would_reach():
    """Meters at either end of their scale: what is held to the scale is held in the book as well."""
    rng = np.random.default_rng(5)
    for _ in range(5):
        state = any_position(book(), 300, rng)
        after, ledger = resolve(book(), state, sheets_of(random_pair(6), state), recording=True)
        assert breaks_in_the_books(state, after, ledger) == []


def test_the_recorder_changes_no_number():
    """Recorder on and off: the same digests, turn by turn, and no entry when it is off."""
    for players in (pair(*PAIRINGS[0]), pair(*PAIRINGS[-1])):
        for played in turns(book(), players, range(100), recording=True):
            quiet, ledger = resolve(book(), played.before, played.sheets)
            assert (digest(quiet) == digest(played.after)).all() and ledger.entries == []


def test_the_old_state_is_untouched():
    """resolve() is pure: digest and book of the state it was given stay as they were."""
    for played in turns(book(), pair(*PAIRINGS[0]), range(20)):
        before = played.before.block.copy()
        resolve(book(), played.before, played.sheets, recording=True)
        assert (played.before.block == before).all()


@pytest.fixture(scope="module")
def played_turns():
    """Turns from all parts of 150 games, two pairings."""
    return [played for number, pairing in enumerate((PAIRINGS[0], PAIRINGS[-1])) for played in turns(book(), pair(*pairing),
                                                                                                     range(150 * number, 150 * number + 150))]


@pytest.mark.parametrize("mechanism", ORDER_OF_PLAY, ids=name_of)
def test_deleting_a_mechanism_is_noticed(mechanism, played_turns, monkeypatch):
    """Without any one of the mechanisms, some turn of these games comes out differently, or not at all."""
    turn_module.questions_of.cache_clear()
    monkeypatch.setattr(turn_module, "ORDER_OF_PLAY", tuple(kept for kept in ORDER_OF_PLAY if kept is not mechanism))
    try:
        def differs(played):
            try:
                return (digest(resolve(book(), played.before, played.sheets)[0]) != digest(played.after)).any()
            except AttributeError:      # what it sets for those after it is missing
                return True
        assert any(differs(played) for played in played_turns)
    finally:
        turn_module.questions_of.cache_clear()


def test_the_order_of_play_is_the_published_one():
    """Mechanisms run in the order of model.md; changing it is a new RULES_VERSION."""
    assert [name_of(mechanism) for mechanism in ORDER_OF_PLAY] == [
        "delivery", "posture", "clock", "incidents", "pressure", "fear", "belief", "intelligence", "bargaining", "deadlines", "secrecy",
        "audience", "factions", "third_parties", "implementation", "fatigue", "endings"]


def all_lines(players, seeds, at_most=400):
    """(state before, state after, game, its lines) of every game and turn."""
    for played in turns(book(), players, seeds, recording=True, at_most=at_most):
        for game in range(len(played.before)):
            yield played.before, played.after, game, played.ledger.lines(book(), game)


def test_the_lines_of_a_game_chain_from_last_turns_value_to_this_ones():
    """before + amount = after, entries of a meter chain, and meters without a line did not move; box and meter by name."""
    for before, after, game, lines in all_lines(random_pair(3), range(12)):
        values = values_by_line_name(book(), before, game), values_by_line_name(book(), after, game)
        assert breaks_in_the_lines(lines, *values) == []
        moved = {meter for meter in values[0] if values[0][meter] != values[1][meter]}
        assert moved <= {(line.box, line.meter) for line in lines}
        assert all(line.amount for line in lines), "what moved nothing is left out"


def test_every_line_says_who_may_know_it():
    """Nobody but its owner may know a dossier's cause unless it is seen done; the umpire's are known to nobody; public causes to somebody."""
    known = set()
    for *_, lines in all_lines(random_pair(4), range(12)):
        for line in lines:
            assert line.box in ("public", "umpire", *SIDE_IDS) and set(line.known_to) <= set(SIDES)
            assert line.known_to == () if line.box == "umpire" else line.known_to
            known.add((line.box, line.known_to))
    assert {("public", (0, 1)), ("washington", (0,)), ("moscow", (1,)), ("umpire", ())} <= known


@pytest.mark.parametrize("side", SIDES)
def test_what_a_side_is_told_chains_and_adds_up(side):
    """Public lines and its own, whole games long: from each meter's value before the turn to its value after."""
    boxes = {"public", SIDE_IDS[side]}
    for before, after, game, lines in all_lines(random_pair(8), range(12)):
        told = lines_for(lines, side)
        values = [{meter: value for meter, value in values_by_line_name(book(), state, game).items() if meter[0] in boxes} for state in (before,
                                                                                                                                         after)]
        assert {line.box for line in told} <= boxes and breaks_in_the_lines(told, *values) == []
        assert {meter for meter in values[0] if values[0][meter] != values[1][meter]} <= {(line.box, line.meter) for line in told}
        assert all(side in line.known_to for line in told)


def random_lines(rng):
    """A made-up turn of three meters, some causes hidden, and the values it ends at."""
    meters = [("public", "pressure", 500), ("washington", "fear", 400), ("moscow", "fear", 300)]
    values, lines = {(box, meter): value for box, meter, value in meters}, []
    for number in range(12):
        box, meter, _ = meters[rng.integers(3)]
        before, amount = values[box, meter], int(rng.integers(-30, 31))
        owner = SIDES if box == "public" else (SIDE_IDS.index(box),)
        known = owner if rng.random() < 0.6 else tuple(side for side in SIDES if side not in owner) or (0,)
        lines.append(Line("somewhere", box, meter, before, amount, before + amount, f"cause {number}", known))
        values[box, meter] += amount
    return {(box, meter): value for box, meter, value in meters}, lines, values


@pytest.mark.parametrize("side", SIDES)
def test_hidden_causes_of_a_meter_are_one_line_at_its_end(side):
    """Single hidden amounts would be signatures: one sum a meter, behind everything that is known, and none where they cancel."""
    rng, merged_at_all, cancelled = np.random.default_rng(9), 0, 0
    for _ in range(300):
        before, lines, after = random_lines(rng)
        told = lines_for(lines, side)
        mine = {meter: value for meter, value in after.items() if meter[0] in ("public", SIDE_IDS[side])}
        assert breaks_in_the_lines(told, {meter: before[meter] for meter in mine}, mine) == []
        hidden: dict[tuple[str, str], int] = {}
        for line in lines:
            if (line.box, line.meter) in mine and side not in line.known_to:
                hidden[line.box, line.meter] = hidden.get((line.box, line.meter), 0) + line.amount
        assert {(line.box, line.meter): line.amount for line in told if line.cause == UNKNOWN} == {meter: amount for meter,
                                                                                                   amount in hidden.items() if amount}
        assert [line.cause == UNKNOWN for line in told] == sorted(line.cause == UNKNOWN for line in told)
        assert all(line.mechanism == "unknown" and line.known_to == (side,) for line in told if line.cause == UNKNOWN)
        known = [(line.box, line.meter, line.amount, line.cause) for line in lines if (line.box, line.meter) in mine and side in line.known_to]
        assert [(line.box, line.meter, line.amount, line.cause) for line in told if line.cause != UNKNOWN] == known
        merged_at_all, cancelled = merged_at_all + any(hidden.values()), cancelled + (0 in hidden.values())
    assert merged_at_all and cancelled


def ledger_of(games=2, recording=True, **fields):
    state = open_game(book(), range(games))
    for name, value in fields.items():
        state.column(name)[...] = value
    return Ledger(state, recording), state


def test_add_holds_to_the_scale_and_records_what_moved():
    """An amount beyond the scale is recorded as what it moved."""
    ledger, state = ledger_of(pressure=950)
    ledger.mechanism = "here"
    ledger.add("pressure", 100, "too much")
    ledger.add("pressure", -2000, "too little")
    assert state.public.pressure.tolist() == [0, 0]
    assert [(line.mechanism, line.before, line.amount, line.after, line.cause) for line in ledger.lines(book())] == [
        ("here", 950, 50, 1000, "too much"), ("here", 1000, -1000, 0, "too little")]


def test_add_moves_only_the_games_and_the_side_meant():
    """`when` and `side` limit it."""
    ledger, state = ledger_of(fear=100)
    ledger.add("fear", 30, "here only", 1, np.array([False, True]))
    assert state.dossier.fear.tolist() == [[100, 100], [100, 130]]
    assert ledger.lines(book(), 0) == [] and [line.box for line in ledger.lines(book(), 1)] == ["moscow"]


@pytest.mark.parametrize("met", [1, 2, 10, 39, 40])
def test_a_condition_met_by_few_or_many_adds_the_same(met):
    """The short way for a few games and the long way for many give one result and one book, for a number and for an array of them."""
    when, amounts = np.arange(40) < met, np.arange(40) - 20
    ledger, state = ledger_of(games=40, fear=15)
    ledger.add("fear", 30, "one for all", 0, when)
    ledger.add("fear", amounts, "each its own", 1, when)
    assert state.dossier.fear[:, 0].tolist() == [45 if game < met else 15 for game in range(40)]
    assert state.dossier.fear[:, 1].tolist() == [max(game - 5, 0) if game < met else 15 for game in range(40)]
    for game in (0, met - 1, met % 40):
        told = [(line.cause, line.before, line.after) for line in ledger.lines(book(), game)]
        one_and_other = [("one for all", 15, 45), ("each its own", 15, max(game - 5, 0))]
        assert told == ([line for line in one_and_other if line[1] != line[2]] if game < met else [])


def test_adding_nothing_is_a_no_op():
    """A rule may be skipped where nobody meets its condition: the entry leaves no trace."""
    ledger, state = ledger_of(fear=100)
    ledger.add("fear", 30, "nobody", 1, np.array([False, False]))
    ledger.add("fear", 0, "nothing", 1)
    ledger.add_all("fear", ("a", "b"), (np.zeros(2, int), np.zeros(2, int)), 0)
    assert (state.dossier.fear == 100).all() and ledger.lines(book()) == []


def test_several_causes_are_summed_and_then_held():
    """+300 and -250 from 900 end at 950; entries telescope along the held running sum, so they add up."""
    ledger, state = ledger_of(pressure=900)
    ledger.add_all("pressure", ("up", "down"), (np.array([300, 10]), np.array([-250, -20])))
    assert state.public.pressure.tolist() == [950, 890]
    assert [(line.cause, line.before, line.after) for line in ledger.lines(book())] == [("up", 900, 1000), ("down", 1000, 950)]
    assert breaks_in_the_lines(ledger.lines(book())) == []


def test_several_causes_move_only_the_games_meant():
    """`games` limits the work to a few; a (games, causes) table says the same."""
    ledger, state = ledger_of(games=3, home=(500, 500))
    ledger.add_all("home", ("one", "two"), np.array([[10, -30]]), 1, np.array([2]))
    assert state.dossier.home.tolist() == [[500, 500], [500, 500], [500, 480]]
    assert [(line.cause, line.amount) for line in ledger.lines(book(), 2)] == [("one", 10), ("two", -30)] and ledger.lines(book(), 0) == []


def test_entries_keep_what_was_when_more_is_added():
    """A recorded entry is not a window on the running column."""
    ledger, _ = ledger_of(pressure=100)
    ledger.add("pressure", 10, "first")
    ledger.add("pressure", 10, "second")
    ledger.add_all("pressure", ("third", "fourth"), (np.array([1, 1]), np.array([2, 2])))
    assert [(line.before, line.after) for line in ledger.lines(book())] == [(100, 110), (110, 120), (120, 121), (121, 123)]


def test_a_whole_field_names_its_parts():
    """A change of all of a dossier field is told part by part, each in its owner's box."""
    ledger, _ = ledger_of(exposure=100)
    ledger.add("exposure", -np.full((2, 2, len(book().issues)), 5), "fades")
    first = book().issues[0].id
    lines = ledger.lines(book())
    assert len(lines) == 2 * len(book().issues)
    assert [(line.box, line.meter, line.known_to) for line in lines if line.meter == f"exposure.{first}"] == [
        ("washington", f"exposure.{first}", (0,)), ("moscow", f"exposure.{first}", (1,))]


def test_every_meter_can_be_told_and_every_mark_is_outside_the_book():
    """Meters are exactly what the ledger may move."""
    assert set(METERS) == {name for name, field in FIELDS.items() if field.is_meter}
    for *_, lines in all_lines(random_pair(9), range(4), at_most=60):
        assert {line.meter.partition(".")[0] for line in lines} <= set(METERS)


def test_finished_games_are_found():
    """`running` names the places of games without an ending."""
    state = open_game(book(), range(4))
    state.umpire.ending[...] = [0, 3, 0, 9]
    assert running(state).tolist() == [0, 2]
