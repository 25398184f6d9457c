"""How a letter speaks: its tone, what it gives as news, what it hangs on conditions."""

import pytest

from game.engine.orders import ANGUISHED, TONES, Dispatch, Proposal, Term
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.engine.terms import CONDITIONS, code
from game.engine.view import observe
from game.wording import compose, phrases
from game.wording.correspondence import on_table
from game.wording.letters import Sent
from game.wording.letters import compose as write
from tests.whole_games import book

from .whole import board, start, step

CABLE, ENVOY = book().channel("cable"), book().channel("envoy")
MISSILES, PLEDGE = book().issue("T01"), book().issue("T06")
SPOKEN_OF = [tone for tone in TONES if tone != "plain"]


def written(tone: str = "plain", writer: int = WASHINGTON, channel: int = CABLE, number: int = 1, terms: dict[int, int] | None = None,
            after_deal: bool = False) -> tuple[str, ...]:
    return write(book(), Sent(writer, terms or {MISSILES: code(2)}, channel, 0, number, after_deal, TONES.index(tone))).face


@pytest.mark.parametrize("writer", SIDES)
@pytest.mark.parametrize("tone", SPOKEN_OF)
def test_the_tone_is_heard_in_the_opening_and_the_close_and_changes_no_term(writer, tone):
    plain, spoken = written(writer=writer), written(tone, writer)
    assert spoken[1] in phrases.OPENING_IN[writer, tone] and spoken[-2] in phrases.CLOSE_IN[writer, tone]
    assert spoken[1] != plain[1] and spoken[-2] != plain[-2]
    assert [line for line in spoken if line[:2] == "1."] == [line for line in plain if line[:2] == "1."]


@pytest.mark.parametrize("writer", SIDES)
@pytest.mark.parametrize("tone", SPOKEN_OF)
@pytest.mark.parametrize("channel", [CABLE, ENVOY])
def test_neighbouring_letters_of_one_tone_do_not_read_alike(writer, tone, channel):
    for number in range(1, 14):
        one, two = (written(tone, writer, channel, count) for count in (number, number + 1))
        assert one[0] != two[0] and one[-1 if channel == ENVOY else -2] != two[-1 if channel == ENVOY else -2]
        assert one == written(tone, writer, channel, number)


@pytest.mark.parametrize("writer", SIDES)
def test_an_envoys_manner_is_told_where_it_is_not_plain(writer):
    assert written(writer=writer, channel=ENVOY)[0] in phrases.CALL[writer]
    for tone in SPOKEN_OF:
        assert any(written(tone, writer, ENVOY)[0].endswith(f" {manner}") for manner in phrases.MANNER[writer, tone])


def test_every_tone_has_phrases_for_both_writers_and_none_is_used_twice():
    every = [line for table in (phrases.OPENING_IN, phrases.CLOSE_IN, phrases.MANNER) for variants in table.values() for line in variants]
    every += [line for table in (phrases.OPENING, phrases.CLOSE, phrases.CALL) for variants in table.values() for line in variants]
    assert len(every) == len(set(every))
    for table in (phrases.OPENING_IN, phrases.CLOSE_IN, phrases.MANNER):
        assert set(table) == {(writer, tone) for writer in SIDES for tone in SPOKEN_OF} and all(len(variants) >= 3 for variants in table.values())


def test_the_reader_has_the_tone_before_his_eyes_and_the_staff_remarks_on_it():
    proposal = Proposal({"T01": Term(2)}, "envoy", tone="anguished")
    moment = step(start(8), Dispatch(proposal=proposal))
    [lying] = on_table(observe(moment.state, MOSCOW), WASHINGTON)
    assert lying.sent.tone == ANGUISHED
    draft = compose.words(book(), observe(start(8).state, WASHINGTON), Dispatch(proposal=proposal))
    [paper] = [paper for paper in board(moment, MOSCOW).papers if paper.letter]
    assert paper.body[:-1] == (*draft.letter, *draft.oral_slip) and "frightened man" in paper.body[-1]


@pytest.mark.parametrize("channel", [CABLE, ENVOY])
def test_news_is_said_to_be_news_and_not_an_undertaking(channel):
    [line] = [line for line in written(channel=channel, terms={MISSILES: code(2, news=True)}) if "leave Cuba" in line]
    leads = phrases.NEWS_HEARD if channel == ENVOY else phrases.NEWS
    assert any(lead.lower().strip() in line.lower() for lead in leads)
    [pledged] = [line for line in written(channel=channel) if "leave Cuba" in line]
    assert not any(lead.lower().strip() in pledged.lower() for lead in leads)


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_hangs_on_its_own_term(condition, exact):
    lines = written(terms={MISSILES: code(2), PLEDGE: code(3, exact=exact, conditions=(condition,))})
    [hung] = [line for line in lines if phrases.CONDITION[condition][exact] in line]
    assert "leave Cuba" not in hung
    both = written(terms={PLEDGE: code(3, conditions=CONDITIONS)})
    assert all(phrases.CONDITION[id][0] in " ".join(both) for id in CONDITIONS)


def test_a_letter_without_conditions_that_has_one_does_not_say_both():
    free, bound = (" ".join(written(terms={PLEDGE: code(4, exact=True, conditions=hung)})) for hung in ((), ("conduct",)))
    assert "without conditions" in free and "without conditions" not in bound and "condition" in bound


def test_terms_in_plain_words_keep_news_and_conditions():
    moment = step(start(8), Dispatch(proposal=Proposal({"T06": Term(2, news=True, conditions=("conduct",))}, "envoy")))
    [term] = next(paper for paper in board(moment, MOSCOW).papers if paper.letter).terms
    assert term.news and term.conditions == ("conduct",)


def warned(draft: Proposal, **fields) -> str:
    state = start(8).state
    for name, value in fields.items():
        getattr(state.dossier, name)[0, WASHINGTON] = value
    return " ".join(compose.words(book(), observe(state, WASHINGTON), Dispatch(("draft_exactly",), draft)).warnings)


def test_the_staff_warns_of_haste_only_where_exact_words_may_be_lost():
    rules = book().rules.bargaining
    exact, loose = Proposal({"T01": Term(2, exact=True)}, "cable"), Proposal({"T01": Term(2)}, "cable")
    assert f"our fear is {rules.haste_above + 1}" in warned(exact, fear=rules.haste_above + 1)
    assert "our fear is" not in warned(exact, fear=rules.haste_above) and f"above {rules.haste_above}" in warned(exact, fear=0)
    assert warned(loose, fear=1000) == ""


def test_the_staff_warns_of_a_worn_out_envoy_of_news_and_of_conditions():
    by_mouth = Proposal({"T01": Term(2, exact=True)}, "envoy")
    limit = book().rules.delivery.garbled_from_hours
    assert f"awake for {limit} hours" in warned(by_mouth, awake=limit) and "awake" not in warned(by_mouth, awake=limit - 1)
    assert "deputy" in warned(by_mouth, away=1)
    assert "awake" not in warned(Proposal({"T01": Term(2, exact=True)}, "cable"), awake=limit)
    assert "Given as news: missiles" in warned(Proposal({"T01": Term(2, news=True)}, "cable"))
    hung = warned(Proposal({"T06": Term(3, conditions=("supervised", "treaty"))}, "cable"))
    assert "inspectors" in hung and "older treaties" in hung and "guns" not in hung


def test_congress_is_named_where_it_can_stand_in_the_way():
    treaty = Proposal({"T06": Term(5)}, "broadcast")
    view = observe(start(8).state, WASHINGTON)
    [line] = [line for line in compose.words(book(), view, Dispatch(proposal=treaty)).blocked if line.startswith("Congress")]
    assert str(book().rules.bargaining.congress_needs) in line
    kept = Proposal({"T06": Term(5, conditions=("treaty",))}, "broadcast")
    assert not any(line.startswith("Congress") for line in compose.words(book(), view, Dispatch(proposal=kept)).blocked)
