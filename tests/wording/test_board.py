"""A Board says everything its seat may know, the same numbers as the View, and nothing that is the other's."""

import re
from dataclasses import asdict

import numpy as np
import pytest

from game.engine import legal
from game.engine.endings import ENDINGS
from game.engine.orders import Dispatch, Proposal, Term
from game.engine.rulebook import LOOSE_ENDS
from game.engine.sides import MOSCOW, SIDE_IDS, SIDES, WASHINGTON, other
from game.engine.state import DOSSIER, PUBLIC, open_game
from game.engine.terms import SECRET
from game.engine.view import observe
from game.engine.worth import worth_of
from game.wording import compose
from game.wording.correspondence import on_table
from game.wording.endings import TITLES
from game.wording.glosses import effect_name, gloss
from game.wording.record import meters_of, opened
from tests.proofs import another_world
from tests.random_play import any_position
from tests.whole_games import book

from .whole import board, moments, start, step

RAW = re.compile(r"[a-z]_[a-z]|\bT\d\d\b|\bown\.[a-z]|umpire|dossier")


NOT_READ = ("id", "issue", "meter", "history", "source", "box", "mechanism", "side", "menu", "group", "stage", "about", "door", "springs")


def words_of(value: object) -> list[str]:
    """Every string in a record that a player reads; ids are left out."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for key, part in value.items() if key not in NOT_READ for text in words_of(part)]
    return [text for part in value for text in words_of(part)] if isinstance(value, (tuple, list)) else []


@pytest.mark.parametrize("side", SIDES)
def test_in_every_turn_of_four_games_the_board_is_the_same_in_another_world(side):
    """Overwrite the other dossier and the whole umpire box: not a word of the board moves, nor of what a draft means."""
    rng = np.random.default_rng(5)
    terms = {"T01": Term(2, exact=True, conditions=("supervised", "lasting")), "T06": Term(5, conditions=("conduct",)),
             "T09": Term(3, secret=True, news=True)}
    draft = Dispatch(proposal=Proposal(terms, "envoy", 4, "anguished"))
    for moment in moments():
        views = [observe(world, side) for world in (moment.state, another_world(moment.state, side, rng))]
        assert compose.board(book(), views[0], moment.records[side]) == compose.board(book(), views[1], moment.records[side])
        assert compose.words(book(), views[0], draft) == compose.words(book(), views[1], draft)


def test_what_a_turn_leaves_in_the_record_is_the_same_in_another_world():
    """The papers of a turn are read off two Views, so hidden fields cannot reach them."""
    from game.engine.ledger import lines_for
    from game.wording.record import after_turn, seen_orders
    rng = np.random.default_rng(6)
    for moment in moments():
        if moment.played is None:
            continue
        for side in SIDES:
            ends = (moment.played.before, moment.played.after)
            hidden = [another_world(state, side, rng) for state in ends]
            kept = [after_turn(book(), moment.records[side], observe(before, side), observe(after, side), moment.played.dispatches[side],
                               lines_for(moment.played.lines, side), seen_orders(book(), other(side), moment.played.dispatches[other(side)]))
                    for before, after in (ends, hidden)]
            assert kept[0] == kept[1]


def test_orders_that_are_not_seen_done_are_on_no_board_of_the_other():
    found = 0
    for moment in moments():
        if moment.played:
            for side in SIDES:
                after = board(step(moment, *moment.played.dispatches), side)
                theirs = moment.played.dispatches[other(side)].orders
                hidden = {order.name for order in book().orders[other(side)] if not order.is_seen and order.id in theirs}
                ours = {order.name for order in book().orders[side]}
                found += len(hidden)
                assert not hidden & set(after.seen_of_them)
                assert not {row.cause for row in after.ledger} & (hidden - ours)
    assert found > 30


@pytest.mark.parametrize("side", SIDES)
def test_a_player_never_reads_an_id(side):
    """Orders, effects, refusals, meters, issues, papers, ledger rows, ending: words, not names of fields."""
    for moment in moments()[::3]:
        for text in words_of(asdict(board(moment, side))):
            assert not RAW.search(text), text


@pytest.mark.parametrize("side", SIDES)
def test_every_meter_has_a_name_and_a_sentence(side):
    for name in meters_of(book(), observe(open_game(book(), [1]), side)):
        words = gloss(book(), side, name)
        assert words.name and words.says.endswith("."), name
    assert "tenths of an hour" in gloss(book(), side, "fatigue").says
    assert {meter.partition(".")[0] for meter in meters_of(book(), observe(open_game(book(), [1]), side))} \
        == {name for fields in (PUBLIC, DOSSIER) for name, field in fields.items() if field.is_meter}


def test_every_effect_of_every_order_has_words():
    for side in SIDES:
        for order in book().orders[side]:
            for effect in order.effects:
                name = effect_name(book(), side, effect.box, effect.meter)
                assert name and not RAW.search(name) and name.startswith("their ") == (effect.box == "other")


def test_every_ending_has_a_title():
    assert set(TITLES) == set(ENDINGS) - {"running"}


@pytest.mark.parametrize("side", SIDES)
def test_numbers_on_the_board_are_the_views(side):
    for moment in moments():
        view, shown = observe(moment.state, side), board(moment, side)
        seen = meters_of(book(), view)
        for meter in (shown.pressure, shown.fatigue, *shown.meters):
            assert meter.value == seen[meter.id]
            assert meter.value - meter.before == sum(row.amount for row in shown.ledger if row.meter == meter.id)
            assert shown.history[meter.id][-1] == meter.value and len(shown.history[meter.id]) == shown.turn
        assert shown.turn == int(view.public.turn[0]) + 1
        assert shown.attention == int(legal.attention(book(), view)[0])
        assert [not line.refusal for line in shown.orders] == legal.legal_orders(book(), view)[0].tolist()[:len(shown.orders)]


@pytest.mark.parametrize("side", SIDES)
def test_rows_of_the_ledger_chain(side):
    for moment in moments():
        running: dict[tuple[str, str], int] = {}
        for row in board(moment, side).ledger:
            assert row.before + row.amount == row.after and row.box in ("public", SIDE_IDS[side])
            assert running.get((row.box, row.meter), row.before) == row.before
            running[row.box, row.meter] = row.after


@pytest.mark.parametrize("side", SIDES)
def test_the_price_of_a_step_is_what_the_rules_would_reckon(side):
    view = observe(moments()[8].state, side)
    shown = compose.board(book(), view, opened(book(), view))
    for place, line in enumerate(shown.issues):
        for step_ in range(5):
            for how, worth in ((0, line.worth_open), (SECRET, line.worth_secret)):
                row = np.zeros((1, len(book().issues)), np.int32)
                row[0, place] = step_ + 1 + how
                assert worth[step_] == int(worth_of(book(), view, row)[0])


def test_a_row_of_the_deal_table_says_what_may_hang_on_it_and_what_cannot_be_secret():
    lines = board(start(1), WASHINGTON).issues
    assert [(line.in_sight, line.conditions) for line in lines] == [(issue.in_sight, issue.conditions) for issue in book().issues]
    assert any(line.in_sight for line in lines) and not all(line.in_sight for line in lines)


def test_letters_that_can_be_answered_are_those_on_the_table():
    for moment in moments():
        for side in SIDES:
            view, shown = observe(moment.state, side), board(moment, side)
            theirs = [paper.letter for paper in shown.papers if paper.letter and not paper.is_own]
            assert sorted(theirs) == sorted(legal.open_letters(view, other(side)))
            own = [paper.letter for paper in shown.papers if paper.is_own]
            assert set(legal.open_letters(view, side)) <= set(own)
            for letter in own:
                assert not [refusal for refusal in legal.refusals(book(), view, Dispatch(withdraw=letter)) if refusal.about == "withdraw"]


def test_every_paper_is_in_the_tray_once_and_new_only_after_its_turn():
    for moment in moments():
        for side in SIDES:
            shown = board(moment, side)
            ids = [paper.id for paper in shown.papers]
            assert len(ids) == len(set(ids))
            last = moment.records[side].last
            new = {paper.id for paper in shown.papers if paper.is_new}
            assert new <= {paper.id for paper in (last.papers if last else ())} | {"estimate", "nerve"} | ({"briefing"} if last is None else set())


def test_a_cable_under_way_is_in_its_writers_tray_and_nowhere_else():
    proposal = Proposal({"T01": Term(2)}, "cable")
    moment = step(start(8), Dispatch(proposal=proposal))
    [own] = [paper for paper in board(moment, WASHINGTON).papers if paper.is_own]
    assert own.letter == 1 and "under way" in own.body[0]
    assert not any(paper.id == own.id for paper in board(moment, MOSCOW).papers)
    recalled = step(moment, Dispatch(withdraw=1))
    assert not [paper for paper in board(recalled, WASHINGTON).papers if paper.is_own]
    assert not on_table(observe(recalled.state, MOSCOW), WASHINGTON)


def test_the_first_paper_is_each_sides_own():
    opening = start(1)
    ours, theirs = (board(opening, side).papers[-1] for side in SIDES)
    assert ours.id == theirs.id == "briefing" and ours.source and theirs.source
    assert "928 frames" in ours.body[0] and "928" not in " ".join(theirs.body)
    assert "Ninety warheads" in " ".join(theirs.body) and "arheads have not been seen" in " ".join(ours.body)


def test_washington_estimates_the_sites_that_moscow_knows():
    for moment in moments()[::5]:
        washington, moscow = board(moment, WASHINGTON).chart, board(moment, MOSCOW).chart
        assert washington.sites == int(moment.state.dossier.estimate[0, WASHINGTON]) and washington.sites_margin == book().rules.intelligence.error
        assert moscow.sites == int(moment.state.dossier.buildup[0, MOSCOW]) and moscow.sites_margin == 0


def test_no_position_whatever_breaks_a_board():
    """Extreme positions that no game would reach, both seats."""
    state = any_position(book(), 40, np.random.default_rng(9))
    for game in range(40):
        for side in SIDES:
            view = observe(state.take(np.array([game])), side)
            assert compose.board(book(), view, opened(book(), view)).papers


def test_a_draft_with_unknown_names_is_refused_in_words_and_not_read():
    words = compose.words(book(), observe(start(1).state, MOSCOW), Dispatch(proposal=Proposal({"T99": Term(7)}, "pigeon")))
    assert words.letter == () and any("pigeon" in reason for reason in words.refusals) and any("T99" in reason for reason in words.refusals)


def test_what_a_draft_means():
    """Missiles counted at sea for a secret Jupiter pledge on paper; inspectors only Havana can admit."""
    view = observe(start(1).state, WASHINGTON)
    terms = {"T01": Term(2), "T04": Term(1), "T09": Term(4, secret=True, paper=True)}
    words = compose.words(book(), view, Dispatch(proposal=Proposal(terms, "cable")))
    assert abs(words.total - sum(amount for _, amount in words.costs)) <= 4
    assert [name for name, _ in words.costs] == ["security", "home", "allies", "face"]
    assert "Jupiters" in words.leak_note and "paper that can be found" in words.leak_note
    assert any("Havana" in line for line in words.blocked) and not any("NATO" in line for line in words.blocked)
    assert any("loosely: missiles" in line for line in words.open_ends) and any("bombers" in line for line in words.open_ends)
    in_public = compose.words(book(), view, Dispatch(proposal=Proposal({"T09": Term(5)}, "broadcast")))
    assert any("NATO Council" in line and "720" in line for line in in_public.blocked)


def test_the_number_of_turns_follows_the_calendar():
    """At the start every stage counts in full; a deal on the fourth day takes the rest of the confrontation away."""
    whole = compose.turns_about(book())
    first_loose = next(place for place, phase in enumerate(book().phases) if phase.stage == LOOSE_ENDS)
    assert compose.turns_about(book(), 8 * 720, 8, first_loose) < whole
    assert compose.turns_about(book(), book().phases[-1].until, 21, len(book().phases)) == 21


def test_the_note_on_attention_says_what_leaves_no_more_orders():
    """Sleep, somebody away, or the pace of a later stage; and where nothing does, how many can be carried."""
    def note(**own) -> str:
        state = open_game(book(), [1])
        state.public.phase[...] = own.pop("phase", 0)
        for name, value in own.items():
            getattr(state.dossier, name)[0, MOSCOW] = value
        view = observe(state, MOSCOW)
        shown = compose.board(book(), view, opened(book(), view))
        assert str(shown.attention) in shown.attention_note or "time for" in shown.attention_note
        return shown.attention_note
    slow = next(place for place, phase in enumerate(book().phases) if phase.most_orders < int(book().curves.attention[0]))
    assert "instead of" not in note(fatigue=0) and "rested" in note(fatigue=0)
    assert "instead of" in note(fatigue=1000) and "hours of sleep" in note(fatigue=1000)
    assert f"time for {book().phases[slow].most_orders} orders" in note(fatigue=0, phase=slow)
    assert "the envoy in Havana cannot be counted on" in note(fatigue=0, envoy_away=1)
    assert "Malinovsky cannot be counted on" in note(fatigue=0, away=(0, 0, 1, 0, 0)) and "counted on" not in note(away=(0, 1, 0, 0, 0))
