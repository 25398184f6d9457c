"""Every event of the larger model reaches the desk that may know it, and no other."""

from collections.abc import Callable

import numpy as np
import pytest

from game.engine.ledger import Line
from game.engine.orders import Dispatch, Proposal, Term
from game.engine.rulebook import LOOSE_ENDS, SETTLEMENT
from game.engine.sides import MOSCOW, SIDE_IDS, SIDES, WASHINGTON
from game.engine.state import State, open_game
from game.engine.terms import EXACT
from game.engine.view import observe
from game.wording import compose, files, reports, team
from game.wording.board import Paper
from game.wording.dates import day, local
from game.wording.glosses import stage_note
from game.wording.news import papers_of_turn
from game.wording.record import opened
from tests.whole_games import book

from .whole import NOTHING, start, step

IN_LOOSE_ENDS = book().first_phase_of[LOOSE_ENDS]


def nothing(state: State) -> None:
    """A turn in which nothing happens."""


def papers(change: Callable[[State], None], side: int, dispatch: Dispatch = NOTHING, lines: tuple[Line, ...] = (), seen: tuple[str, ...] = (),
           first: Callable[[State], None] = nothing) -> dict[str, Paper]:
    """The papers of a turn over which the state changed so, by the front of their ids."""
    before = open_game(book(), [1])
    first(before)
    after = before.copy()
    after.public.turn[...] += 1
    after.public.minutes[...] += 720
    change(after)
    found = papers_of_turn(book(), observe(before, side), observe(after, side), dispatch, {}, lines, seen)
    assert all(paper.body and paper.title and paper.sender for paper in found)
    return {paper.id.rpartition("@")[0]: paper for paper in found}


def text(paper: Paper) -> str:
    return " ".join((paper.title, *paper.body))


def line(cause: str, meter: str, amount: int, side: int) -> Line:
    return Line("x", SIDE_IDS[side], meter, 500, amount, 500 + amount, cause, (side,))


def test_a_quiet_turn_brings_its_summary_and_nothing_else():
    for side in SIDES:
        assert set(papers(nothing, side)) == {"summary"}


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("frame", [1, 2, 3])
def test_the_other_sides_first_word_is_heard_once_with_what_it_made_dear(side, frame):
    them = 1 - side
    def speaks(state: State) -> None:
        state.public.frame[0, them] = frame
    heard = papers(speaks, side)["frame"]
    assert heard.title.startswith(("Washington speaks", "Moscow speaks")[them])
    order = next(order for order in book().orders[them] if any((e.meter, e.amount) == ("frame", frame) for e in order.effects))
    dearest = max(order.ties, key=lambda tie: tie[1])
    assert (book().issues[dearest[0]].subject.removeprefix("the ") in heard.body[1]) == (dearest[1] >= 250)
    assert "frame" not in papers(speaks, them) and "frame" not in papers(nothing, side, first=speaks)


def test_the_council_the_article_the_paper_and_the_drafts_are_told_to_both():
    cases = {"council": "council", "story": "article", "paper_asked": "paper-asked", "drafts": "draft"}
    for field, front in cases.items():
        def rises(state: State, field=field) -> None:
            getattr(state.public, field)[...] += 1
        told = [papers(rises, side)[front] for side in SIDES]
        assert all(told) and (field == "drafts" or text(told[0]) != text(told[1]) or field == "story")


@pytest.mark.parametrize(("now", "front"), [(2, "paper-back"), (3, "paper-kept")])
def test_the_paper_about_the_annex_is_handed_back_or_kept(now, front):
    def asked(state: State) -> None:
        state.public.paper_asked[...] = 1
    def answered(state: State) -> None:
        state.public.paper_asked[...] = now
    ours, theirs = (papers(answered, side, first=asked)[front] for side in SIDES)
    assert text(ours) != text(theirs)


@pytest.mark.parametrize("id", ["stand_by_him", "disown_him", "say_little"])
def test_what_was_said_about_the_man_in_the_article(id):
    order = book().orders[WASHINGTON][book().order(WASHINGTON, id)]
    def named(state: State) -> None:
        state.public.story[...] = 1
    def answered(state: State) -> None:
        state.public.story[...] = 2
    told = papers(answered, MOSCOW, lines=(Line("posture", "public", "story", 1, 1, 2, order.name, SIDES),), first=named)["article-answered"]
    others = {text(papers(answered, MOSCOW, first=named)["article-answered"])}
    assert text(told) not in others and "article" not in papers(answered, MOSCOW, first=named)


def test_our_own_yes_that_was_stopped_says_by_whom():
    for barred, who in ((1, "NATO Council"), (2, "Congress")):
        def stopped(state: State, barred=barred) -> None:
            state.public.barred[...] = barred
            state.public.answered[0, MOSCOW] = 1
        ours, theirs = papers(stopped, MOSCOW), papers(stopped, WASHINGTON)
        front = "stopped-council" if barred == 1 else "stopped-congress"
        assert who in ours[front].title
        assert "and yet there is no deal" in theirs["answer"].title and front not in theirs


def test_costs_that_only_the_ledger_knows_are_told_to_moscow_alone():
    lines = (line("what Peking prints", "face", -9, MOSCOW), line("answerable for Havana", "face", -12, MOSCOW),
             line("their promise was not kept", "faith", -60, MOSCOW))
    told = papers(nothing, MOSCOW, lines=lines)
    assert "−9" in text(told["peking"]) and "−12" in text(told["guns"]) and "April" in text(told["promise-broken"])
    assert not {"peking", "guns", "promise-broken"} & set(papers(nothing, WASHINGTON, lines=()))


def test_peking_is_a_paper_at_first_and_then_now_and_then():
    """The price is in the ledger every turn; a paper a turn would bury the others."""
    moment, told = start(21), []
    for _ in range(8):
        moment.state.umpire.china[...] = 1000
        moment = step(moment)
        told.append(any(paper.id.startswith("peking") for paper in moment.records[MOSCOW].turns[-1].papers))
        assert any(row.cause == "what Peking prints" for row in moment.records[MOSCOW].turns[-1].words.rows)
    assert told[0] and 2 <= sum(told) <= 4


def test_turkey_is_told_to_washington_alone():
    needs, out = book().rules.implementation.ankara_needs, book().rules.endings.jupiters_out
    def brought_round(state: State) -> None:
        state.dossier.ankara[0, WASHINGTON] = needs
        state.dossier.jupiters_gone[0, WASHINGTON] = out
    def listens(state: State) -> None:
        state.dossier.ankara[0, WASHINGTON] = needs - 1
        state.dossier.jupiters_gone[0, WASHINGTON] = 251
    told, half = papers(brought_round, WASHINGTON), papers(listens, WASHINGTON)
    assert told["ankara"].title == "Ankara is brought round" and "promise-kept" in told
    assert half["ankara"].title == "Ankara listens" and "251" in half["jupiters"].title and "promise-kept" not in half
    assert set(papers(brought_round, MOSCOW)) == {"summary"}


def test_ankara_is_told_once_that_the_group_can_go_to_work():
    needs = book().rules.implementation.ankara_needs
    def enough(state: State) -> None:
        state.dossier.ankara[0, WASHINGTON] = needs
    def more(state: State) -> None:
        state.dossier.ankara[0, WASHINGTON] = needs + 100
    first, second = papers(enough, WASHINGTON)["ankara"], papers(more, WASHINGTON, first=enough)["ankara"]
    assert "the group can go to work" in text(first) and "the group can go to work" not in text(second)
    assert f"It stands at {needs + 100}" in text(second)


@pytest.mark.parametrize(("rung", "is_first"), [(0, True), (1, False)])
def test_the_first_line_at_sea_is_not_told_as_a_tighter_one(rung, is_first):
    """A tanker cannot have passed yesterday a line that was not there."""
    def was(state: State) -> None:
        state.public.quarantine[...] = rung
    def tightened(state: State) -> None:
        state.public.quarantine[...] = rung + 1
    name = book().orders[WASHINGTON][book().order(WASHINGTON, "tighten_quarantine")].name
    told = text(papers(tightened, MOSCOW, seen=(name,), first=was)["seen"])
    assert ("There is a line at sea now" in told) == is_first and ("yesterday there was none" in told.lower()) == is_first


@pytest.mark.parametrize("stage", [LOOSE_ENDS, SETTLEMENT])
def test_a_stage_ends_on_the_day_that_the_status_names(stage):
    """A stage of several phases ends with its last one."""
    phases = [place for place, phase in enumerate(book().phases) if phase.stage == stage]
    def begins(state: State) -> None:
        state.public.phase[...] = phases[0]
    told = papers(begins, WASHINGTON)["stage"]
    ends = day(local(book(), WASHINGTON, book().phases[phases[-1]].until))
    assert f"no later than {ends}" in text(told) and ends in stage_note(book().phases[phases[0]], ends)


def test_soldiers_sent_home_are_exact_in_moscow_and_a_count_in_washington():
    def home(state: State) -> None:
        state.dossier.troops[0, MOSCOW] = 500
    told = papers(home, MOSCOW, lines=(line("battalions go home", "troops", -500, MOSCOW),))
    assert "21,000" in told["soldiers"].title and "21,000 are still there" in text(told["soldiers"])
    state = open_game(book(), [1])
    state.public.phase[...] = IN_LOOSE_ENDS
    state.dossier.troops[0] = (240, 1000)
    ours, theirs = (reports.soldiers(book(), observe(state, side), opened(book(), observe(state, side)))[0] for side in SIDES)
    assert "at least 10,000" in ours.title and "twice as many" in text(ours)
    assert theirs.title == "Our soldiers in Cuba: 42,000"


def test_who_fell_asleep_and_who_was_sent_to_bed():
    order = next(order for order in book().orders[WASHINGTON] if order.sends_home)
    def tired(state: State) -> None:
        state.dossier.awake[0, WASHINGTON] = (30, 40, 35, 30, 30)
    def two_gone(state: State) -> None:
        state.dossier.awake[0, WASHINGTON] = (30, 0, 0, 30, 30)
        state.dossier.away[0, WASHINGTON] = (0, 1, 1, 0, 0)
    told = papers(two_gone, WASHINGTON, Dispatch((order.id,)), first=tired)
    assert "is sent to bed" in told["bed-envoy"].title and "fell asleep" in told["asleep-defence"].title
    assert "asleep-defence" in told and "40 hours" in text(told["bed-envoy"])
    unasked = papers(two_gone, WASHINGTON, first=tired)
    assert "asleep-envoy" in unasked and "asleep-defence" in unasked and text(unasked["asleep-envoy"]) != text(unasked["asleep-defence"])
    def back(state: State) -> None:
        state.dossier.away[0, WASHINGTON] = 0
    assert "Robert Kennedy" in papers(back, WASHINGTON, first=two_gone)["back"].title
    assert set(papers(two_gone, MOSCOW, first=tired)) == {"summary"}


def test_the_team_says_what_its_tiredness_does():
    state, rules = open_game(book(), [1]), book().rules
    assert not team.living(book(), observe(state, MOSCOW)) and all(person.note == "" for person in team.people(book(), observe(state, MOSCOW)))
    state.dossier.awake[0, MOSCOW] = (rules.fatigue.falls_at_hours, rules.delivery.garbled_from_hours, 0, 0, rules.delivery.watch_from_hours)
    notes = {person.id: person.note for person in team.people(book(), observe(state, MOSCOW))}
    assert "fall asleep" in notes["leader"] and "Exact words" in notes["envoy"] and "unread" in notes["watch"] and notes["defence"] == ""
    assert "Nikita Khrushchev has been awake" in team.living(book(), observe(state, MOSCOW))[0].title
    state.dossier.away[0, MOSCOW] = 1
    assert {person.id: person.is_away for person in team.people(book(), observe(state, MOSCOW))} == dict.fromkeys(notes, True)


def test_an_envoy_who_garbled_it_is_found_out_by_what_lies_on_the_table():
    offer = Dispatch(("draft_exactly",), Proposal({"T01": Term(2, exact=True)}, "envoy"))
    moment = start(21)
    moment.state.dossier.awake[0, WASHINGTON, book().seats("envoy")] = book().rules.delivery.garbled_from_hours
    fronts = []
    for seed in range(12):
        moment.state.umpire.seed[...] = seed
        after = step(moment, offer)
        lies = int(after.state.public.letters[0, WASHINGTON, 0, 0])
        told = {paper.id.rpartition("@")[0] for paper in after.records[WASHINGTON].turns[-1].papers}
        assert ("garbled" in told) == (not lies & EXACT)
        fronts.append("garbled" in told)
    assert set(fronts) == {True, False}


def test_a_deal_signed_in_haste_names_the_words_that_went_loose():
    def lay(state: State) -> None:
        state.public.letters[0, WASHINGTON, 0, 0] = 2 + EXACT
        state.public.letter_number[0, WASHINGTON, 0] = 1
        state.public.letter_age[0, WASHINGTON, 0] = 1
    def blurred(state: State) -> None:
        state.public.agreed[0, 0], state.public.letter_number[...], state.dossier.reading[0, :, 0] = 2, 0, 2
    def kept(state: State) -> None:
        blurred(state)
        state.public.agreed[0, 0] = 2 + EXACT
    for side in SIDES:
        assert "in haste" in text(papers(blurred, side, first=lay)["deal"]) and "missiles" in text(papers(blurred, side, first=lay)["deal"])
        assert "haste" not in text(papers(kept, side, first=lay)["deal"])


def test_a_leak_on_purpose_is_told_from_one_by_chance():
    def out(state: State) -> None:
        state.public.leaked[...] = 1
    for side in SIDES:
        ours = next(order for order in book().orders[side] if order.leaks)
        theirs = next(order for order in book().orders[1 - side] if order.leaks)
        assert "We have opened it" in text(papers(out, side, Dispatch((ours.id,)))["leak"])
        assert f"{('Washington', 'Moscow')[1 - side]} has opened it" in text(papers(out, side, seen=(theirs.name,))["leak"])
        assert "nobody knows from whom" in text(papers(out, side)["leak"])


def test_a_bluff_called_is_told_to_both_with_the_price_to_its_writer():
    moment = step(start(21), Dispatch(proposal=Proposal({"T01": Term(1)}, "envoy", 1)))
    while not any(paper.id.startswith("lapsed") for paper in moment.records[WASHINGTON].turns[-1].papers):
        moment = step(moment)
    ours, theirs = (next(text(paper) for paper in moment.records[side].turns[-1].papers if paper.id.startswith("lapsed")) for side in SIDES)
    assert "bluff called" in ours and f"−{book().rules.bargaining.bluff_face}" in ours
    assert "first ultimatum" in theirs and "face" not in theirs


def test_what_was_seen_of_them_is_told_and_nothing_more():
    for side in SIDES:
        menu = book().orders[1 - side]
        shown = [order.name for order in menu if order.is_seen and not any(e.meter == "frame" for e in order.effects)]
        told = papers(nothing, side, seen=tuple(shown))["seen"]
        assert len(told.body) == len(shown) + 1 and not any("it was done in the open" in said for said in told.body)
        assert "seen" not in papers(nothing, side, seen=tuple(order.name for order in menu if not order.is_seen))


@pytest.mark.parametrize("place", range(len(book().dates)))
def test_a_date_opens_its_file_comes_and_is_met_or_missed(place):
    date = book().dates[place]
    phase = next(at for at, phase in enumerate(book().phases) if phase.stage in date.stages and phase.until >= date.at)
    state = open_game(book(), [1])
    state.public.phase[...], state.public.minutes[...] = phase, max(date.opens, date.at - 1440)
    views = [observe(state, side) for side in SIDES]
    [lies] = [paper for paper in files.living(book(), views[date.side]) if paper.id == f"file-{date.id}"]
    assert date.text in lies.body and all(book().issues[issue].name in text(lies) for issue in date.settled)
    assert not any(paper.id == f"file-{date.id}" for paper in files.living(book(), views[1 - date.side]))
    assert [line.state for line in files.lines(book(), views[0])][place] == "open"
    for mark, said in ((1, "settled in time"), (2, "the day came too soon")):
        def comes(after: State, mark=mark) -> None:
            after.public.dates[0, place] = mark
            after.public.minutes[...] = date.at
        def still(before: State) -> None:
            before.public.phase[...], before.public.minutes[...] = phase, date.at - 720
        ours, theirs = (papers(comes, side, first=still)[f"date-{date.id}"] for side in (date.side, 1 - date.side))
        assert said in ours.title if date.settled else "has come" in ours.title
        assert "'s day" in theirs.title
        after = open_game(book(), [1])
        comes(after)
        assert files.lines(book(), observe(after, 0))[place].state == ("met" if mark == 1 or not date.settled else "missed")


def test_what_the_embassy_thinks_is_a_range_about_the_belief_and_never_the_truth():
    for side in SIDES:
        state = open_game(book(), [1])
        state.dossier.mood[0, side], state.dossier.resolve[0, side], state.dossier.fear[0, 1 - side] = 400, 600, 987
        [paper] = reports.nerve(book(), observe(state, side), opened(book(), observe(state, side)))
        assert "280" in paper.title and "520" in paper.title and "480 and 720" in text(paper) and "987" not in text(paper)


def test_meters_that_a_government_never_has_are_not_on_its_board_and_empty_ones_wait():
    state = open_game(book(), [1])
    for side, never in ((WASHINGTON, {"aim", "envoy_away"}), (MOSCOW, {"ankara", "jupiters_gone", "raids"})):
        view = observe(state, side)
        record = opened(book(), view)
        ids = {meter.id for meter in compose.board(book(), view, record).more_meters}
        assert not ids & (never | {"credit", "council", "paper_asked", "story", "drafts"}) and "mood" in ids and "awake.leader" in ids
        other = np.array(1)
        state.dossier.credit[0, side], state.public.council[0] = other, other
        later = {meter.id: meter for meter in compose.board(book(), observe(state, side), record).more_meters}
        assert {"credit", "council"} <= set(later)
        assert later["troops"].is_estimate == (side == WASHINGTON)
        state.public.council[...] = 0
