"""The correspondence: what became of every letter, what changed from one to the next, which one bound."""

from dataclasses import replace

import pytest

from game.engine.orders import Dispatch, Proposal, Term
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.wording.board import TermWords
from game.wording.filed import Missive
from game.wording.threads import moved
from tests.whole_games import book

from .whole import Moment, board, games, start, step

DONE = {"accepted", "refused", "countered", "lapsed", "withdrawn", "set aside"}
OPENING = Term(2, exact=False)


def offer(position: int, channel: str = "broadcast", **how: object) -> Dispatch:
    return Dispatch(proposal=Proposal({"T01": Term(position, **how)}, channel))


def letters(moment: Moment, side: int) -> dict[str, Missive]:
    return {letter.paper.id: letter for letter in board(moment, side).letters}


def test_every_letter_is_kept_with_what_became_of_it() -> None:
    """In four whole games: each letter that was ever open is in the file to the end, and closed letters say how they ended."""
    seen: set[str] = set()
    for game in games():
        for side in SIDES:
            known: set[str] = set()
            for moment in game:
                shown = board(moment, side)
                now = {letter.paper.id for letter in shown.letters}
                assert known <= now, "a letter left the file"
                known = now
                assert {paper.letter for paper in shown.papers if paper.letter and not paper.is_own} \
                    == {letter.paper.number for letter in shown.letters if letter.options and not letter.is_ours}
                for letter in shown.letters:
                    assert bool(letter.options) == (letter.state in ("open", "under way"))
                    assert letter.state in DONE | {"open", "under way"} and letter.fate
                    seen.add(letter.state)
    assert {"open", "under way", "lapsed", "accepted", "set aside"} <= seen, seen


def test_nothing_is_in_the_file_that_has_not_arrived() -> None:
    """A cable under way is in its writer's file and in nobody else's."""
    moment = step(start(7), offer(2, "cable"))
    assert [letter.state for letter in board(moment, WASHINGTON).letters] == ["under way"]
    assert board(moment, MOSCOW).letters == ()
    while not board(moment, MOSCOW).letters:
        assert [letter.state for letter in board(moment, WASHINGTON).letters] == ["under way"]
        moment = step(moment)
    assert [letter.state for letter in board(moment, MOSCOW).letters] == ["open"]
    assert board(moment, MOSCOW).letters[0].channel.is_late


@pytest.mark.parametrize(("answer", "theirs", "ours"), [("refuse", "We refused it.", "Moscow refused it."),
                                                        ("accept", "We accepted it: its terms bind.", "Moscow accepted it: its terms bind.")])
def test_both_sides_say_the_same_of_an_answer(answer: str, theirs: str, ours: str) -> None:
    moment = step(start(7), offer(2))
    moment = step(moment, moscow=Dispatch(answer=answer, answer_to=1))
    assert letters(moment, MOSCOW)["letter-washington-1"].fate == theirs
    assert letters(moment, WASHINGTON)["letter-washington-1"].fate == ours


def test_a_counter_answers_the_letter_it_was_written_against() -> None:
    moment = step(start(7), offer(2))
    moment = step(moment, moscow=replace(offer(4), answer="counter", answer_to=1))
    for side in SIDES:
        found = letters(moment, side)
        assert found["letter-washington-1"].state == "countered"
        assert found["letter-moscow-1"].answers == "letter-washington-1"


def test_a_letter_taken_back_says_so_on_both_sides() -> None:
    moment = step(step(start(7), offer(2)), Dispatch(withdraw=1))
    assert letters(moment, WASHINGTON)["letter-washington-1"].fate == "We took it back."
    assert letters(moment, MOSCOW)["letter-washington-1"].fate == "Washington took it back."


def test_the_paper_of_a_deal_says_which_letter_bound() -> None:
    moment = step(step(start(7), offer(2)), offer(1))           # Washington's first letter, then its second, which lies on top
    moment = step(moment, moscow=Dispatch(answer="accept", answer_to=1))
    for side, words in ((WASHINGTON, "It is our letter 1 that binds, by Moscow's acceptance."),
                        (MOSCOW, "It is Washington's letter 1 that binds, by our acceptance.")):
        deal = next(paper for paper in board(moment, side).papers if paper.id.startswith("deal@"))
        assert words in deal.body
        found = letters(moment, side)
        assert found["letter-washington-1"].state == "accepted" and found["letter-washington-2"].state == "set aside"


def test_a_letter_is_compared_with_the_one_before_it_from_the_same_hand() -> None:
    moment = step(step(start(7), offer(2), offer(4)), offer(3))
    second = letters(moment, WASHINGTON)["letter-washington-2"]
    assert second.before == "letter-washington-1"
    (line,) = second.terms
    assert (line.before.position, line.now.position, line.how) == (2, 3, "further from us")
    assert line.worth == second.worth and line.was == second.was
    assert sum(amount for _, amount in line.shares) == line.worth


def test_prices_of_a_letter_are_those_of_its_staff_note() -> None:
    """The Board has one reckoning: the whole letter's worth is what the paper's own staff note says."""
    checked = 0
    for game in games():
        for moment in game[::3]:
            for side in SIDES:
                shown = board(moment, side)
                notes = {paper.id: paper.body[-1] for paper in shown.papers if paper.letter and not paper.is_own}
                for letter in shown.letters:
                    if letter.paper.id in notes:
                        said = f"worth {letter.worth:+d} to us".replace("-", "\N{MINUS SIGN}") if letter.worth else "worth 0 to us"
                        assert said in notes[letter.paper.id]
                        checked += 1
    assert checked > 10


def test_what_an_answer_costs_is_what_the_rules_take() -> None:
    rules = book().rules.bargaining
    moment = step(start(7), moscow=offer(2))
    options = {option.id: option for option in letters(moment, WASHINGTON)["letter-moscow-1"].options}
    assert ("pressure", rules.refused_pressure) in options["refuse"].price and ("their fear", rules.refused_fear) in options["refuse"].price
    assert ("pressure", -rules.agreement_pressure) in options["accept"].price
    assert options["ignore"].notes == ("Unanswered, it lapses after 3 turns, this one counted.",)
    for left in ("Unanswered, it lapses after 2 turns, this one counted.", "Unanswered, it lapses with this turn."):
        moment = step(moment)
        assert letters(moment, WASHINGTON)["letter-moscow-1"].options[-1].notes == (left,)
    assert letters(step(moment), WASHINGTON)["letter-moscow-1"].state == "lapsed"


WORDS = TermWords("T01", "Missiles", 3, "Out", False, False, False)


@pytest.mark.parametrize(("before", "now", "said"), [
    (None, WORDS, "new"), (WORDS, None, "dropped"), (WORDS, WORDS, ""),
    (WORDS, replace(WORDS, position=2), "nearer to us"), (WORDS, replace(WORDS, position=4), "further from us"),
    (WORDS, replace(WORDS, exact=True), "exacter"), (replace(WORDS, secret=True), WORDS, "open now"),
    (WORDS, replace(WORDS, paper=True), "on paper now"), (WORDS, replace(WORDS, news=True), "as news now"),
    (WORDS, replace(WORDS, conditions=("treaty",)), "other conditions")])
def test_how_a_term_moved(before: TermWords | None, now: TermWords | None, said: str) -> None:
    assert moved(WASHINGTON, before, now) == said
    opposite = {"nearer to us": "further from us", "further from us": "nearer to us"}
    assert moved(MOSCOW, before, now) == opposite.get(said, said)
