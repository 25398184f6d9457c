"""Marks on the chart: what each seat sees of the same moment, how the state of the game moves them, and that nothing comes from the other box."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.engine.view import observe
from game.wording import chart
from game.wording.chart_data import atlas
from game.wording.chart_sea import voyage, watch
from game.wording.elsewhere import elsewhere
from game.wording.geography import miles_between
from tests.proofs import another_world
from tests.random_play import any_position
from tests.whole_games import book

from .charts import LINE, Turn, busy, marks_of, quiet, record_of, state_at
from .whole import board, moments


def test_each_seat_knows_its_own_things_exactly_and_the_others_by_estimate():
    turns = [Turn(), Turn(), *[LINE] * 8]
    ours, theirs = marks_of(MOSCOW, turns), marks_of(WASHINGTON, turns)
    assert ours["ship:grozny"].known == "exact" and not ours["ship:grozny"].doubt_nm
    assert theirs["ship:grozny"].known == "estimate" and theirs["ship:grozny"].doubt_nm
    assert theirs["group:essex"].known == "exact" and theirs["group:essex"].label == "Essex"
    assert ours["group:0"].known == "estimate" and ours["group:0"].label == "US ships" and ours["group:0"].doubt_nm
    assert ours["line:quarantine"].known == "estimate" and theirs["line:quarantine"].known == "exact"
    assert {mark.label for mark in theirs.values() if mark.kind == "submarine"} == {"C-18", "C-19", "C-26"}
    assert {mark.label for mark in ours.values() if mark.kind == "submarine"} == {"B-4", "B-36", "B-59", "B-130"}


def test_warheads_are_on_moscows_chart_alone_and_tracks_on_washingtons():
    turns = [Turn()] * 4
    ours, theirs = marks_of(MOSCOW, turns, flights=2), marks_of(WASHINGTON, turns, flights=2)
    assert {"warheads:bejucal", "warheads:cruise", "warheads:aleksandrovsk"} <= ours.keys()
    assert not [id for id in theirs if id.startswith("warheads")]
    assert {"track:high", "track:low-west", "track:low-middle"} <= theirs.keys()
    assert not [id for id in ours if id.startswith("track")] and ours["air:low"].known == "seen"
    assert not any(mark.paths for mark in ours.values() if mark.kind != "line")


def test_moscow_sees_nothing_of_high_flights():
    assert marks_of(MOSCOW, [Turn()], flights=1) == marks_of(MOSCOW, [Turn()], flights=0)
    assert "track:high" in marks_of(WASHINGTON, [Turn()], flights=1) and "track:low-west" not in marks_of(WASHINGTON, [Turn()], flights=1)


def test_the_line_and_its_ships_follow_the_rung():
    for side in SIDES:
        counts = [len([id for id in marks_of(side, [Turn(rung)]) if id.startswith("group")]) for rung in range(5)]
        assert counts[0] == 0 and counts == sorted(counts) and counts[4] == len(atlas().groups)
        assert "line:quarantine" not in marks_of(side, [Turn(0)])


@pytest.mark.parametrize("side", SIDES)
def test_sites_fill_with_readiness_sagua_first(side):
    def counts(ready):
        marks = marks_of(side, own_buildup=ready, own_estimate=ready)
        return [marks[f"site:{id}"].part for id in ("sagua", "san-cristobal")]
    assert counts(333) == [1000, 0] and counts(1000) == [1000, 1000] and counts(150)[1] == 0
    assert "site:sagua" not in marks_of(side, own_buildup=0, own_estimate=0)


def test_washington_has_a_range_and_moscow_a_count():
    ours, theirs = (marks_of(side, own_buildup=600, own_estimate=600)["site:san-cristobal"] for side in (MOSCOW, WASHINGTON))
    assert ours.note == "6 of 16 ready" and not ours.margin and ours.meter == "buildup"
    assert theirs.note == "6 of 16 ready (5\N{EN DASH}8)" and theirs.margin and theirs.meter == "estimate"


def test_a_ship_goes_through_a_line_that_does_not_bar_her_and_stops_before_one_that_does():
    calm, strict = (marks_of(MOSCOW, [Turn()] * 3 + [Turn(rung)] * 3)["ship:bucharest"] for rung in (2, 3))
    assert calm.state == "inside" and strict.state == "stopped"
    assert miles_between(strict.at, atlas().ships[3].crosses) == pytest.approx(12, abs=1)


def test_what_was_stopped_goes_on_when_the_line_is_eased():
    stopped = [Turn()] * 3 + [Turn(3)] * 3
    assert marks_of(MOSCOW, stopped)["ship:bucharest"].state == "stopped"
    eased = marks_of(MOSCOW, [*stopped, Turn(1)])["ship:bucharest"]
    assert eased.state == "inside" and eased.note == "inside the line"


def test_running_the_line_takes_moscows_ships_through_it():
    turns = [Turn()] * 3 + [Turn(4)] * 8
    assert marks_of(WASHINGTON, turns)["ship:grozny"].state != "inside"
    for side in SIDES:
        ran = marks_of(side, [*turns, *[Turn(4, ("run_the_line",))] * 2])
        assert ran["ship:grozny"].state == "inside" and ran["ship:grozny"].note == "ran the line"
        assert ran["ship:kladno"].state != "inside"


def test_turning_the_ships_back_sends_them_home():
    turns = [Turn(), Turn(1, ("turn_ships_back",))]
    for side in SIDES:
        before, turned, later = (marks_of(side, more)["ship:gagarin"] for more in (turns[:1], turns, [*turns, Turn(1)]))
        cross = next(ship for ship in atlas().ships if ship.id == "gagarin").crosses
        assert before.state == "sails" and turned.state == later.state == "turned"
        assert miles_between(later.at, cross) > miles_between(turned.at, cross)
        assert (turned.course - before.course) % 360 == pytest.approx(180, abs=2)


def test_an_arms_carrier_waits_for_moscows_word_even_when_the_line_is_lifted():
    waits = [*[Turn(1)] * 4, *[Turn(0)] * 4]
    assert marks_of(MOSCOW, waits)["ship:gagarin"].state == "stopped"
    assert marks_of(MOSCOW, [*waits, Turn(0, ("run_the_line",))])["ship:gagarin"].state != "stopped"


def test_a_ring_grows_with_hours_of_silence_and_shrinks_with_a_signal():
    rings = [marks_of(MOSCOW, [LINE] * count)["submarine:b-59"].doubt_nm for count in range(12)]
    assert any(after > before for before, after in pairwise(rings)) and any(after < before for before, after in pairwise(rings))
    often, seldom = (max(marks_of(MOSCOW, [Turn(rung)] * count)["submarine:b-59"].doubt_nm for count in range(12)) for rung in (0, 4))
    assert seldom > often


def test_more_hunters_make_a_contact_surer():
    rings = [marks_of(WASHINGTON, [Turn(rung)] * 8)["submarine:c-19"].doubt_nm for rung in (1, 2, 3, 4)]
    assert rings == sorted(rings, reverse=True) and len(set(rings)) == 4
    assert "submarine:c-19" not in marks_of(WASHINGTON, [Turn(0)] * 8)


@pytest.mark.parametrize("side", SIDES)
def test_a_grave_clash_brings_a_submarine_up_for_both_to_see(side):
    first, then = (("submarine:c-19", "submarine:c-18"), ("submarine:b-59", "submarine:b-130"))[side]
    turns = [*[LINE] * 9, Turn(2, (), (("submarine", True),))]
    marks = marks_of(side, turns)
    up = marks[first]
    assert up.state == "up" and up.known == "exact" and not up.doubt_nm
    assert miles_between(marks["incident:submarine"].at, up.at) == pytest.approx(35, abs=1)
    assert marks_of(side, [*turns, Turn(2)])[first].at != up.at, "she runs home"
    assert first not in marks_of(side, turns + [Turn(2)] * 8)
    second = marks_of(side, [*turns, Turn(2, (), (("submarine", True),))])
    assert second[then].state == "up"


@pytest.mark.parametrize("side", SIDES)
def test_clashes_stand_where_they_happened_for_one_turn(side):
    turns = [Turn(1, (), (("u2-lost", True), ("u2-astray", True), ("boarding", False)))]
    marks = marks_of(side, turns)
    assert marks["incident:u2-lost"].at == atlas().incidents["u2-lost"] and marks["incident:u2-lost"].state == "grave"
    assert marks["incident:u2-astray"].at is None and marks["incident:boarding"].state == "minor"
    assert not [id for id in marks_of(side, [*turns, Turn(1)]) if id.startswith("incident")]


def test_cruise_missiles_move_when_it_is_said_that_they_moved():
    moved = [Turn(1, (), (("missile-unit", True),))]
    assert marks_of(MOSCOW, moved)["warheads:cruise"].at != marks_of(MOSCOW, [Turn(1)])["warheads:cruise"].at


def test_after_ten_days_of_agreement_no_submarine_is_left():
    assert [id for id in marks_of(MOSCOW, [LINE] * 12, agreed_at=8640 - 720) if id.startswith("submarine")]
    assert not [id for id in marks_of(MOSCOW, [LINE] * 40, agreed_at=8640) if id.startswith("submarine")]


@pytest.mark.parametrize("side", SIDES)
def test_the_other_box_moves_no_mark_and_no_word_from_elsewhere(side):
    """Everything a side does not see is overwritten, and its chart stays."""
    rng, state = np.random.default_rng(5), any_position(book(), 40, np.random.default_rng(6))
    turns = [Turn(), LINE, Turn(3, (), (("submarine", True),))]
    for game in range(40):
        here = state.take(np.array([game]))
        record, shown = record_of(side, here, turns), []
        for world in (here, another_world(here, side, rng)):
            view = observe(world, side)
            shown.append((chart.marks(book(), view, record), elsewhere(book(), view, record, ())))
        assert shown[0] == shown[1]


def test_the_check_of_two_worlds_is_not_blind():
    """Read through the other seat's eyes, the same overwritten world does look different."""
    state, rng = any_position(book(), 1, np.random.default_rng(6)), np.random.default_rng(5)
    record = record_of(MOSCOW, state, [LINE])
    worlds = (state, another_world(state, WASHINGTON, rng))
    assert len({chart.marks(book(), observe(world, MOSCOW), record) for world in worlds}) == 2


@pytest.mark.parametrize("side", SIDES)
def test_no_word_of_a_mark_tells_what_that_seat_does_not_know(side):
    """Ids, labels, sentences and sources: the other side's names for its own things, what it has hidden, what it has not decided yet."""
    boats, groups = {boat.name for boat in atlas().submarines}, {group.name for group in atlas().groups} - {"destroyers"}
    never = (boats | {"Foxtrot", "Aleksandrovsk", "Bejucal", "Luna", "forty-two", "158", "no SS-5", "torpedo that"}) if side == WASHINGTON else (
        groups | {boat.contact for boat in atlas().submarines if boat.contact} | {"McCoy", "312", "316", "Randolph", "essex", "newport"})
    for here in [busy(side), *(board(moment, side).marks for moment in moments()[::4])]:
        said = [(word, mark.id) for mark in here for word in never if word in " ".join((mark.id, *chart.told(mark)))]
        assert not said


def test_both_seats_reckon_the_same_voyages():
    """The past that moves ships is only what both could see."""
    for moment in moments()[::3]:
        shown = [[voyage(watch(book(), observe(moment.state, side), moment.records[side]), ship) for ship in atlas().ships] for side in SIDES]
        assert shown[0] == shown[1]


def test_every_mark_says_what_it_is_how_sure_and_on_whose_word():
    for moment in moments()[::2]:
        for side in SIDES:
            here = board(moment, side)
            for mark in here.marks:
                assert mark.says.endswith(".") and mark.sure.endswith(".") and mark.source and mark.label, mark
                said = chart.told(mark)
                assert said[0].startswith(mark.label) and mark.says in said and said[-1].startswith("Source: ")
                assert "  " not in " ".join(said) and ".." not in " ".join(said)
            ids = [mark.id for mark in here.marks]
            assert len(ids) == len(set(ids))
            meters = {meter.id for meter in (*here.meters, *here.more_meters)}
            assert {mark.meter for mark in here.marks if mark.meter} <= meters, "a number without a door"
            assert [place.id for place in here.elsewhere] == ["turkey", "berlin", "un", "havana"] and all(place.facts for place in here.elsewhere)


def test_elsewhere_has_doors_that_open():
    for moment in moments()[::4]:
        for side in SIDES:
            here = board(moment, side)
            known = {f"meter:{meter.id}" for meter in (*here.meters, *here.more_meters)} | {f"issue:{issue.id}" for issue in here.issues}
            known |= {f"paper:{paper.id}" for paper in here.papers}
            doors = {fact.door for place in here.elsewhere for fact in place.facts if fact.door}
            assert doors <= known, doors - known


def test_elsewhere_follows_what_is_said_about_turkey():
    state = state_at([Turn()])
    place = book().issue("T09")
    record = record_of(MOSCOW, state, [Turn()])

    def turkey():
        return " ".join(fact.says for fact in elsewhere(book(), observe(state, MOSCOW), record, ())[0].facts)
    before = turkey()
    state.public.stated[0, MOSCOW, place] = 5
    assert before != turkey() and book().issues[place].positions[4] in turkey()
    state.public.agreed[0, place] = 3 | 8
    assert "agreed, and secret" in turkey()


def test_the_emptiest_chart_has_nothing_at_sea_and_the_fullest_has_every_kind():
    for side in SIDES:
        assert not [mark for mark in quiet(side) if mark.kind in ("ship", "group", "line", "track", "air", "incident", "site")]
        kinds = {mark.kind for mark in busy(side)}
        assert {"ship", "submarine", "group", "line", "site", "incident", "battery", "bombers", "troops", "base", "forces"} <= kinds
        assert ("warheads" in kinds) == (side == MOSCOW) and ("track" in kinds) == (side == WASHINGTON) and ("air" in kinds) == (side == MOSCOW)


def test_a_copied_scenario_of_another_name_and_a_later_start_gets_a_sane_chart():
    late = replace(book(), id="copied", starts=book().starts.replace(month=11, day=20))
    state = state_at([Turn()])
    for side in SIDES:
        marks = chart.marks(late, observe(state, side), record_of(side, state, [Turn()]))
        assert not [mark for mark in marks if mark.id.startswith("ship:")], "they were in port long ago"
        assert [mark for mark in marks if mark.kind == "site"]


def test_every_entry_of_the_atlas_has_a_source_and_lies_on_the_chart():
    data = atlas()
    for entry in (*data.groups, *data.ships, *data.submarines, *data.sites, *data.tracks, *data.places.values()):
        assert entry.source and ("orders of battle" in entry.source or "timeline" in entry.source or "design choice" in entry.source), entry
    spots = [*(ship.crosses for ship in data.ships), *(site.at for site in data.sites), *(spot.at for spot in data.places.values()),
             *data.incidents.values(), *(boat.station for boat in data.submarines)]
    assert all(-88 < lon < -60 and 14 < lat < 32 for lon, lat in spots)
    assert {"submarine", *data.incidents} <= {kind.id for kind in book().incidents}
    assert all(min(miles_between(place, centre) for centre in ((-82.38, 23.13), data.cape)) == pytest.approx(500, abs=0.5)
               for path in data.line for place in path)
