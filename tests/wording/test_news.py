"""What a turn brings to a desk: answers, lapses, deals, leaks, quarrels, told to each side as it may know them."""

from dataclasses import replace

import pytest

from game.engine.endings import ENDINGS
from game.engine.ledger import Line
from game.engine.mechanisms.factions import MOTION
from game.engine.orders import Dispatch, Proposal, Term
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.engine.state import open_game
from game.engine.view import observe
from game.wording import endings
from game.wording.board import Paper
from game.wording.news import papers_of_turn
from game.wording.phrases import TWO_READINGS
from tests.whole_games import book

from .whole import Moment, board, games, start, step

OFFER = Dispatch(proposal=Proposal({"T01": Term(2), "T06": Term(3), "T09": Term(3, secret=True)}, "envoy"))
BY_RADIO = Dispatch(proposal=Proposal({"T09": Term(5)}, "broadcast"))


def fresh(moment: Moment, side: int, front: str) -> list[Paper]:
    """The papers of the last turn whose id begins so."""
    return [paper for paper in board(moment, side).papers if paper.is_new and paper.id.startswith(front)]


def offered(dispatch: Dispatch = OFFER) -> Moment:
    return step(start(21), dispatch)


def test_a_letter_arrives_with_its_terms_and_can_be_answered():
    [letter] = fresh(offered(), MOSCOW, "letter-washington-1")
    assert (letter.letter, letter.kind) == (1, "note")
    assert [(term.issue, term.position, term.secret) for term in letter.terms] == [("T01", 2, False), ("T06", 3, False), ("T09", 3, True)]


def test_a_refusal_is_told_to_the_writer():
    moment = step(offered(), moscow=Dispatch(answer="refuse", answer_to=1))
    [answer] = fresh(moment, WASHINGTON, "answer")
    assert answer.title == "Moscow refuses our letter 1"
    assert not fresh(moment, MOSCOW, "answer") and not fresh(moment, WASHINGTON, "lapsed")


def test_a_counter_offer_is_told_with_its_letter():
    counter = Dispatch(proposal=Proposal({"T01": Term(4)}, "envoy"), answer="counter", answer_to=1)
    moment = step(offered(), moscow=counter)
    assert [paper.title for paper in fresh(moment, WASHINGTON, "answer")] == ["Moscow answers our letter 1 with terms of its own"]
    assert fresh(moment, WASHINGTON, "letter-moscow-1")


def test_a_deal_is_told_to_both_each_with_its_own_reading():
    moment = step(offered(), moscow=Dispatch(answer="accept", answer_to=1))
    for side in SIDES:
        [deal] = fresh(moment, side, "deal")
        assert deal.title == "Agreement in principle" and "Jupiters" in " ".join(deal.body)
        assert deal.body[1] == ("It is our letter 1 that binds, by Moscow's acceptance." if side == WASHINGTON else
                                "It is Washington's letter 1 that binds, by our acceptance.")
        readings = {term.issue: term.reading for term in deal.terms}
        place = int(moment.state.dossier.reading[0, side, 0])
        assert readings["T01"] == book().issues[0].positions[place - 1]
        assert not fresh(moment, side, "answer") and not fresh(moment, side, "lapsed")
        assert [paper.title for paper in fresh(moment, side, "stage")] == ["From the crisis to its loose ends"]


def test_a_deal_that_the_council_bars_is_no_deal():
    moment = step(step(start(21), moscow=BY_RADIO), Dispatch(answer="accept", answer_to=1))
    assert not fresh(moment, MOSCOW, "deal")
    assert [paper.title for paper in fresh(moment, MOSCOW, "answer")] == ["Washington said yes, and yet there is no deal"]


def test_a_letter_taken_back_is_told_to_its_reader():
    moment = step(offered(), Dispatch(withdraw=1))
    assert [paper.title for paper in fresh(moment, MOSCOW, "withdrawn")] == ["Washington's letter 1 is withdrawn"]
    assert not fresh(moment, WASHINGTON, "lapsed") and not fresh(moment, MOSCOW, "lapsed")


def test_a_letter_nobody_answers_lapses_for_both():
    moment = offered()
    for _ in range(book().rules.bargaining.letter_open_turns + 1):
        assert not fresh(moment, WASHINGTON, "lapsed")
        moment = step(moment)
    assert [paper.title for paper in fresh(moment, WASHINGTON, "lapsed")] == ["Our letter 1 has lapsed"]
    assert [paper.title for paper in fresh(moment, MOSCOW, "lapsed")] == ["Washington's letter 1 has lapsed"]


@pytest.mark.parametrize("kind", range(len(book().incidents)))
@pytest.mark.parametrize("grade", [1, 2])
@pytest.mark.parametrize("side", SIDES)
def test_every_kind_of_clash_is_in_the_papers(kind, grade, side):
    before, after = open_game(book(), [1]), open_game(book(), [1])
    after.public.turn[...], after.public.minutes[...] = 1, 720
    after.public.news[0, kind] = grade
    incident = book().incidents[kind]
    papers = papers_of_turn(book(), observe(before, side), observe(after, side), Dispatch(), {f"incident-{incident.id}": 1}, ())
    [paper] = [paper for paper in papers if not paper.id.startswith("summary")]
    assert paper.body[0] == (incident.serious_text if grade == 2 else incident.text)
    assert "second of its kind" in paper.body[1] and len(paper.body) >= 3
    assert ("grave" in paper.title) == (grade == 2)


def test_a_leak_and_a_quarrel_are_told_once():
    before, after = open_game(book(), [1]), open_game(book(), [1])
    after.public.turn[...], after.public.minutes[...], after.public.leaked[...] = 1, 720, 1
    jupiters = book().issue("T09")
    before.public.agreed[0, jupiters] = after.public.agreed[0, jupiters] = 3 + 8
    after.public.disputes_now[0, 1] = 1
    after.dossier.reading[0, :, 1] = (1, 5)
    for side, ours in ((WASHINGTON, "Out now, together with the missiles"), (MOSCOW, "Given to Cuba, which keeps them")):
        papers = {paper.id: paper for paper in papers_of_turn(book(), observe(before, side), observe(after, side), Dispatch(), {}, ())}
        assert "Jupiters" in papers["leak@1"].body[0]
        quarrel = " ".join(papers["dispute-T02@1"].body)
        assert ours in quarrel and any(words.format(subject="the bombers") in quarrel for words in TWO_READINGS[False])
    again = papers_of_turn(book(), observe(after, 0), observe(after, 0), Dispatch(), {}, ())
    assert not any(paper.id.startswith("leak") for paper in again)


def test_a_running_game_has_no_ending():
    with pytest.raises(ValueError, match="still running"):
        endings.words(book(), open_game(book(), [1]))


@pytest.mark.parametrize("place", range(1, len(ENDINGS)))
def test_every_ending_is_told_with_both_scores_and_both_readings(place):
    state = open_game(book(), [1])
    state.umpire.ending[...] = place
    state.public.agreed[0, [0, book().issue("T09")]] = (2, 3 + 8)
    state.dossier.reading[0, :, 0] = (1, 3)
    state.umpire.holders[0] = (24, 12)
    words = endings.words(book(), state)
    assert words.id == ENDINGS[place] and len(words.text) >= 3
    for score in words.scores:
        assert set(score.public) == set(score.true) == {"security", "home", "allies", "face", "peace", "total"}
    assert words.agreed[0][1:] == (book().issues[0].positions[0], book().issues[0].positions[2])
    assert "24 people knew in Washington" in words.secrets[0] and "Jupiters" in words.secrets[0]


def test_havanas_refusal_is_told_once_and_to_washington_alone():
    """In four games with a promise of inspectors it cannot keep, Moscow learns of it from its envoys, not from this paper."""
    records = [game[-1].records[side] for game in games() for side in SIDES]
    told = [[paper.id for turn in record.turns for paper in turn.papers if paper.id.startswith("barred")] for record in records]
    assert any(told) and all(len(papers) <= 1 for papers in told) and not any(told[MOSCOW::2])


def test_a_strike_says_how_it_came():
    """The ending names the motion that carried or the order that was given, from the umpire's ledger of the last turn."""
    game = open_game(book(), [3])
    game.umpire.ending[...], game.umpire.strike[...] = ENDINGS.index("strike"), 1
    moved = Line("factions", "umpire", "strike", 0, 1, 1, MOTION, ())
    assert "motion carried" in endings.words(book(), game, [moved]).text[0]
    assert "ordered" in endings.words(book(), game, [replace(moved, cause="Strike")]).text[0]
    assert "motion" not in " ".join(endings.words(book(), game).text)
