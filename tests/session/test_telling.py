"""What a told turn holds, and what a side's telling must never hold."""

import json
from dataclasses import replace
from datetime import datetime

import pytest

from game.engine.digest import as_text, digest
from game.engine.endings import ENDINGS
from game.engine.ledger import Line
from game.engine.orders import Dispatch, Proposal, Term
from game.engine.sides import MOSCOW, SIDE_IDS, SIDES, WASHINGTON, other
from game.engine.state import BOXES
from game.session.narrate import ending_lines, turn_lines
from game.session.telling import ending_told, turn_told

from .saves import fresh, october, to_the_end, turn

MARKER = 987_654_321
TURN_KEYS = ["turn", "starts", "phase", "orders", "proposals", "answers", "meters", "ledger", "digest"]


@pytest.fixture(scope="module")
def whole():
    return to_the_end(fresh())


def hide_markers(state, side: int) -> None:
    """Writes the marker into every hidden column: the umpire's box and the other side's dossier."""
    for name in BOXES["umpire"]:
        if name != "ending":
            state.column(name)[...] = MARKER
    for name in BOXES["dossier"]:
        state.column(name, other(side))[...] = MARKER


def test_a_turn_has_the_keys_that_were_promised(whole):
    for played in whole.played:
        told = turn_told(october(), played)
        assert list(told) == TURN_KEYS
        assert datetime.fromisoformat(told["starts"]).utcoffset() is not None
        assert list(told["meters"]) == ["public", "washington", "moscow", "umpire"]
        assert [list(told[key]) for key in ("orders", "proposals", "answers")] == [list(SIDE_IDS)] * 3
        for entry in told["ledger"]:
            assert list(entry) == ["mechanism", "box", "meter", "before", "amount", "after", "cause", "known_to"]
            assert entry["before"] + entry["amount"] == entry["after"]


@pytest.mark.parametrize("side", [None, WASHINGTON, MOSCOW])
def test_entries_chain_from_turn_to_turn_for_every_meter(whole, side):
    last: dict | None = None
    for played in whole.played:
        told = turn_told(october(), played, side)
        now = dict(last or {})
        for entry in told["ledger"]:
            at = entry["box"], entry["meter"]
            if last is not None:
                assert now[at] == entry["before"], (told["turn"], at)
            now[at] = entry["after"]
        meters = {(box, name): value for box, values in told["meters"].items() for name, value in values.items()}
        assert {at: now.get(at, value) for at, value in meters.items()} == meters
        last = meters


def test_the_ending_has_the_keys_that_were_promised(whole):
    told = ending_told(october(), whole.state)
    assert list(told) == ["ending", "scores", "agreed", "secrets", "epilogue", "digest"]
    assert told["ending"] in ENDINGS[1:] and told["digest"] == as_text(digest(whole.state)[0])
    for story in ("public", "true"):
        for side in SIDE_IDS:
            assert list(told["scores"][side][story]) == ["security", "home", "allies", "face", "peace", "total"]
    assert set(told["secrets"]) == {"terms", "leaked", "holders"}
    assert list(told["epilogue"]) == ["annex", "out_in", "jupiters_kept", "troops", "later"] and set(told["epilogue"]["later"]) == set(SIDE_IDS)
    assert {frozenset(term["readings"]) for term in told["agreed"]} <= {frozenset(SIDE_IDS)}


@pytest.mark.parametrize("side", SIDES)
def test_a_sides_telling_holds_its_own_view_and_nothing_of_the_other(whole, side):
    for played in whole.played:
        told = turn_told(october(), played, side)
        assert list(told) == TURN_KEYS
        assert list(told["meters"]) == ["public", SIDE_IDS[side]]
        assert {entry["box"] for entry in told["ledger"]} <= {"public", SIDE_IDS[side]}
        assert told["digest"] != as_text(digest(played.after)[0])
    assert list(ending_told(october(), whole.state, side)["scores"]) == [SIDE_IDS[side]]


@pytest.mark.parametrize("side", SIDES)
def test_markers_in_hidden_fields_reach_no_sides_telling(whole, side):
    """Canary: the same words whatever stands in the umpire's box and the other dossier, in JSON and in lines of text."""
    for played in [*whole.played[:4], whole.played[-1]]:
        before, after = played.before.copy(), played.after.copy()
        hide_markers(before, side)
        hide_markers(after, side)
        hidden = Line("secret", SIDE_IDS[other(side)], "fear", MARKER, 1, MARKER + 1, f"hidden {MARKER}", (other(side),))
        umpires = Line("secret", "umpire", "castro", MARKER, 1, MARKER + 1, f"hidden {MARKER}", ())
        known_to_them = Line("secret", "public", "pressure", 100, 7, 107, f"hidden {MARKER}", (other(side),))
        marked = replace(played, before=before, after=after, lines=(*played.lines, hidden, umpires))
        plain = turn_told(october(), played, side)
        assert turn_told(october(), marked, side) == plain
        assert turn_lines(october(), turn_told(october(), marked, side)) == turn_lines(october(), plain)
        merged = turn_told(october(), replace(marked, lines=(known_to_them,)), side)
        assert str(MARKER) not in json.dumps(merged) and merged["ledger"][0]["cause"] == "cause not known to you"
        assert str(MARKER) in json.dumps(turn_told(october(), marked))
    state = whole.state.copy()
    hide_markers(state, side)
    told = ending_told(october(), state, side)
    assert str(MARKER) not in json.dumps(told) + "".join(ending_lines(october(), told))


def test_secret_orders_and_letters_under_way_are_not_told_across_the_table():
    game = fresh(seats=(WASHINGTON, MOSCOW))
    quiet = [order.id for order in october().orders[MOSCOW] if not order.is_seen]
    slow = max(october().channels, key=lambda channel: channel.delay_half_days)
    issue = october().issues[0].id
    dispatch = next(dispatch for dispatch in (Dispatch((id,), Proposal({issue: Term(3, secret=not slow.is_public)}, slow.id)) for id in quiet)
                    if not game.refusals(MOSCOW, dispatch))
    game.submit(WASHINGTON, Dispatch())
    game.submit(MOSCOW, dispatch)
    game.advance()
    theirs = turn_told(october(), game.played[0], WASHINGTON)
    ours = turn_told(october(), game.played[0], MOSCOW)
    assert ours["orders"]["moscow"] == list(dispatch.orders) and ours["proposals"]["moscow"][0]["terms"][issue]["position"] == 3
    assert theirs["orders"]["moscow"] == [] and theirs["proposals"]["moscow"] == []
    for _ in range(5):      # a tired staff may overlook it for a while
        turn(game)
    arrived = [letter for played in game.played for letter in turn_told(october(), played, WASHINGTON)["proposals"]["moscow"]]
    assert [letter["letter"] for letter in arrived] == [1] and arrived[0]["channel"] == slow.id


@pytest.mark.parametrize("side", SIDES)
def test_a_sides_digest_moves_only_with_its_view(whole, side):
    played = whole.played[3]
    told = turn_told(october(), played, side)
    moved = played.after.copy()
    moved.public.pressure[...] += 1
    assert turn_told(october(), replace(played, after=moved), side)["digest"] != told["digest"]
