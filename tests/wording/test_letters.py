"""Letters say what their terms say, in the form the terms ask for, and the same to everybody who may read them."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from game.engine.orders import Dispatch, Proposal, Term
from game.engine.sides import MOSCOW, SIDES, WASHINGTON, other
from game.engine.terms import code
from game.engine.view import observe
from game.wording import clauses, compose, phrases
from game.wording.correspondence import on_table
from game.wording.letters import Sent
from game.wording.letters import compose as write
from tests.whole_games import book

from .whole import board, moments, start, step

CABLE, ENVOY, BROADCAST, UN = (book().channel(id) for id in ("cable", "envoy", "broadcast", "un"))
MISSILES, PLEDGE, QUARANTINE, JUPITERS = (book().issue(id) for id in ("T01", "T06", "T08", "T09"))
RUNGS = [(place, step) for place in range(len(book().issues)) for step in range(1, 6)]


def sent(terms: dict[int, int], writer: int = WASHINGTON, channel: int = CABLE, due: int = 0, number: int = 1, after_deal: bool = False) -> Sent:
    return Sent(writer, terms, channel, due, number, after_deal)


def text(*parts: str) -> str:
    return "\n".join(parts)


@pytest.mark.parametrize(("place", "rung"), RUNGS)
def test_every_step_of_october_1962_has_a_loose_and_an_exact_sentence_of_its_own(place, rung):
    """No rung of the shipped scenario falls back to its bare words, and no name in a sentence stays unfilled."""
    issue = book().issues[place]
    written = [known for known in clauses.CLAUSES[issue.id] if known.rung == issue.positions[rung - 1]]
    assert len(written) == 1
    assert written[0].loose != written[0].exact
    for writer in SIDES:
        for exact in (False, True):
            body = text(*write(book(), sent({place: code(rung, exact=exact)}, writer)).face)
            assert "{" not in body and "}" not in body


def test_no_sentence_stands_for_two_steps():
    """Ladders that touch (raids, the five points, what the pledge covers) must not say the same thing in the same words."""
    said = Counter(words for ladder in clauses.CLAUSES.values() for known in ladder for words in (known.loose, known.exact))
    assert [words for words, times in said.items() if times > 1] == []


def test_every_ladder_with_clauses_is_an_issue_of_october_1962():
    """The tables of the four files do not overlap, and none is left over from an issue that is gone."""
    tables = (clauses.weapons, clauses.pledges, clauses.cuba, clauses.world)
    assert sorted(id for table in tables for id in table.CLAUSES) == sorted(issue.id for issue in book().issues)


LATER = re.compile(r"\b(19(6[4-9]|[7-9]\d)|20\d\d|hot ?line|tlatelolco|salt|npt|non-proliferation|proliferation|superpowers?|third world|"
                   r"helsinki|regime change|rogue|terroris\w+|confidence-building|d[e\u00e9]tente|human rights|cyber\w*|drones?|satellite photo\w*|"
                   r"outer space treaty|global\w*|stakeholders?|international community|nuclear-weapon-free|denuclear\w+|cold war)\b", re.I)
"""What nobody wrote into such a letter in 1962 or 1963."""


@pytest.mark.parametrize("words", ["by the end of 1964", "as at Tlatelolco", "a hotline between us", "both superpowers", "acts of terrorism"])
def test_a_later_word_would_be_noticed(words):
    assert LATER.search(words)


def test_no_clause_knows_what_came_after_1963():
    late = [(known.rung, found[0]) for ladder in clauses.CLAUSES.values() for known in ladder for words in (known.loose, known.exact)
            if (found := LATER.search(words))]
    assert late == []


def test_a_reworded_step_is_quoted_in_the_authors_words():
    issue = replace(book().issues[0], positions=("Buried {deep}", *book().issues[0].positions[1:]))
    assert clauses.clause(issue, 1, exact=False).format(missile="") == "as to the missiles, in substance: buried {deep}"
    assert clauses.clause(issue, 2, exact=True) == clauses.CLAUSES["T01"][1].exact


def test_secret_terms_stand_on_the_slip_or_the_separate_sheet_never_in_the_letter():
    """Missiles open, pledge secret and spoken, Jupiters secret and on paper."""
    letter = write(book(), sent({MISSILES: code(2), PLEDGE: code(4, secret=True), JUPITERS: code(3, secret=True, paper=True)}))
    assert "leave Cuba" in text(*letter.face)
    assert "need fear no attack" in text(*letter.slip)
    assert "weapons in Europe" in text(*letter.annex)
    assert "attack" not in text(*letter.face).replace("weapons of attack", "") and "Europe" not in text(*letter.face, *letter.slip)
    assert text(*letter.body) == text(*letter.face, *letter.annex, *letter.slip)


def test_a_letter_of_nothing_but_secrets_shows_a_face_that_says_nothing():
    letter = write(book(), sent({JUPITERS: code(3, secret=True)}))
    assert letter.face[1] in phrases.COVERING_NOTE
    assert not letter.annex and letter.slip


def test_a_public_channel_carries_no_annex_and_an_envoy_no_paper():
    proposal = Proposal({"T01": Term(2), "T09": Term(3, secret=True, paper=True)}, "broadcast")
    view = observe(start(1).state, WASHINGTON)
    assert compose.words(book(), view, Dispatch(proposal=proposal)).oral_slip == ()
    by_envoy = compose.words(book(), view, Dispatch(proposal=replace(proposal, channel="envoy")))
    assert by_envoy.letter[0] in phrases.CALL[WASHINGTON] and by_envoy.oral_slip
    assert not any(line in phrases.ANNEX for line in by_envoy.letter)


def test_a_deadline_is_named_by_washingtons_clock_and_only_where_there_is_one():
    """24 hours after 22 October 18:00."""
    with_one, without = (text(*write(book(), sent({MISSILES: code(2)}, writer, due=due)).face) for writer, due in ((MOSCOW, 1440), (MOSCOW, 0)))
    assert "Tuesday 23 October, 18:00 Washington time" in with_one
    assert "Washington time" not in without


def test_written_terms_bind_by_name():
    mixed = write(book(), sent({MISSILES: code(2, paper=True), PLEDGE: code(2)}))
    assert sum(lead.rstrip(": ") in paragraph.lower() for paragraph in mixed.face for lead in phrases.WRITTEN) == 1
    assert any(line in phrases.ALL_WRITTEN for line in write(book(), sent({MISSILES: code(2, paper=True)})).face)


@pytest.mark.parametrize("writer", SIDES)
@pytest.mark.parametrize("after_deal", [False, True])
def test_the_same_terms_sent_again_do_not_read_alike(writer, after_deal):
    """Neighbouring letters share neither greeting, opening nor close."""
    for number in range(1, 12):
        one, two = (write(book(), sent({MISSILES: code(2), PLEDGE: code(3)}, writer, number=n, after_deal=after_deal)) for n in (number, number + 1))
        assert one.face[0] != two.face[0] and one.face[1] != two.face[1] and one.face[-2] != two.face[-2]
        assert one == write(book(), sent({MISSILES: code(2), PLEDGE: code(3)}, writer, number=number, after_deal=after_deal))


def test_writer_and_reader_have_the_same_letter_before_their_eyes():
    """By cable: what the draft showed on Monday evening is what lies on the other desk two turns later."""
    opening = start(8)
    proposal = Proposal({"T01": Term(2), "T06": Term(3, secret=True), "T09": Term(2, secret=True, paper=True)}, "cable", 6)
    draft = compose.words(book(), observe(opening.state, WASHINGTON), Dispatch(proposal=proposal))
    later = step(opening, Dispatch(proposal=proposal))
    for _ in range(4):
        if on_table(observe(later.state, MOSCOW), WASHINGTON):
            break
        later = step(later)
    their_copy, own_copy = (write(book(), on_table(observe(later.state, side), WASHINGTON)[0].sent) for side in (MOSCOW, WASHINGTON))
    assert their_copy == own_copy
    assert (*draft.letter, *draft.oral_slip) == their_copy.body


def test_one_letter_word_for_word():
    """Moscow's third letter, for the ear."""
    letter = write(book(), sent({MISSILES: code(2), PLEDGE: code(4), QUARANTINE: code(4), JUPITERS: code(3, secret=True)}, MOSCOW, number=3))
    assert letter.title == "Moscow, letter 3: Missiles, No-invasion pledge and 2 more"
    assert letter.face[2:-2] == (
        "1. What we look for is this: Cuba need fear no attack.",
        "2. The measures at sea can ease as the work proceeds.",
        "3. In return, the weapons which you call offensive will leave Cuba, in a way that can be seen at sea.")
    assert letter.face[-1] == "For the Chairman of the Council of Ministers of the USSR"
    assert letter.slip[1].endswith("he President has it in mind to see certain weapons in Europe gone before long.")


@pytest.mark.parametrize("real", ["capable of offensive use", "knot of war", "ends of the rope", "adequate arrangements",
                                  "observation and supervision", "assurances against an invasion", "means which you regard"])
def test_no_phrase_of_a_real_letter_is_used(real):
    stock = repr([value for name, value in vars(phrases).items() if name.isupper()]) + repr(clauses.CLAUSES)
    assert real not in stock.lower()


def test_a_letter_names_what_the_other_side_should_do_before_what_its_writer_will():
    for writer in SIDES:
        points = [line for line in write(book(), sent({MISSILES: code(2), QUARANTINE: code(3)}, writer)).face if line[:2] in ("1.", "2.")]
        theirs = ("leave Cuba", "measures at sea")[writer]
        assert theirs in points[0] and theirs not in points[1]


def test_the_staff_prices_every_letter_and_says_what_changed():
    """Every letter of the other side that lay on a table in four games."""
    theirs = [paper for moment in moments() for side in SIDES for paper in board(moment, side).papers if paper.letter and not paper.is_own]
    notes = [paper.body[-1] for paper in theirs]
    assert len(notes) > 50
    assert all(note.startswith("Staff note: as it stands the text is worth ") for note in notes)
    assert any("Against the letter before" in note for note in notes) and any("point for point" in note for note in notes)


def test_who_does_what_is_known_for_every_issue():
    assert {issue.id for issue in book().issues} == set(clauses.DOES)
    assert other(clauses.DOES["T01"]) == clauses.DOES["T08"]


def test_washington_does_not_say_that_its_own_line_lacks_ground_in_law():
    """A step of Moscow's may be written by either side; the reproach in it is Moscow's alone."""
    for channel in (CABLE, ENVOY):
        ours, theirs = (text(*write(book(), sent({QUARANTINE: code(5)}, writer, channel)).face) for writer in SIDES)
        assert "ground in law" not in ours and "measures at sea come to an end" in ours
        assert "ground in law" in theirs


@pytest.mark.parametrize("writer", SIDES)
def test_a_spoken_message_begins_with_a_first_point_and_is_told_by_its_listener(writer):
    """`Further` and `he went on` follow something; `my Government` and `you` belong in a letter."""
    for number in range(1, 12):
        for place, rung in RUNGS:
            _, first, *rest = write(book(), sent({place: code(rung), JUPITERS: code(3, secret=True)}, writer, ENVOY, number=number)).body
            assert not first.startswith(("Further", "He went on"))
            told = text(first, *rest)
            assert not re.search(r"\b(my|your) Government\b|\byou call\b|\btrouble you\b", told), told


PROMISES_PAPER = [(JUPITERS, 4), (PLEDGE, 3), (PLEDGE, 4)]


@pytest.mark.parametrize("writer", SIDES)
@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize(("place", "rung"), PROMISES_PAPER)
def test_what_is_only_said_cannot_be_a_paper(place, rung, exact, writer):
    """A rung that promises a paper, spoken: the paper is still to come, and nobody adds that there will never be one."""
    secret = sent({place: code(rung, secret=True, exact=exact)}, writer, CABLE)
    for said in (text(*write(book(), secret).slip), text(*write(book(), sent({place: code(rung, exact=exact)}, writer, ENVOY)).face)):
        assert said and not re.search(r"\b(records that|President writes|gives assurance by letter)\b", said), said
        assert re.search(r"\b(is to follow|can still be set down|will write|will give assurance|letter can say)\b", said), said
        assert not any(never in said for never in phrases.NO_PAPER)
    assert phrases.NO_PAPER_YET in write(book(), secret).slip


@pytest.mark.parametrize("writer", SIDES)
@pytest.mark.parametrize("exact", [False, True])
def test_what_is_written_down_only_reminds_of_a_spoken_word(exact, writer):
    """The Jupiters' third rung is a pledge by word of mouth: an annex can hold no more than the memory of it."""
    annex = text(*write(book(), sent({JUPITERS: code(3, secret=True, paper=True, exact=exact)}, writer)).annex)
    assert "promises by word of mouth" not in annex
    assert re.search(r"remind their reader|is not repeated here", annex)
