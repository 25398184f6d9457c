"""The lesson reacts: each prompt is the answer to something on the sheet, on the table, read or in front; resuming needs no memory."""

from dataclasses import replace
from pathlib import Path

import pytest

from game import language
from game.engine.orders import Dispatch, Proposal, Term
from game.language import catalogue
from game.session.game import Game
from game.session.prompts import AT_THE_KEYBOARD, AT_THE_WINDOW, Moment, prompt
from game.wording.board import Board

from .test_lessons import game_of

LESSON = "first-evening"
ACCEPTED = "accepted"


@pytest.fixture(scope="module")
def boards() -> dict[object, Board]:
    """Washington's board in turns 1 to 3, and after Moscow's private letter was accepted."""
    game = game_of(0, LESSON)
    found: dict[object, Board] = {}
    for turn, orders in ((1, ("frame_missiles", "tighten_quarantine")), (2, ("brief_allies",))):
        found[turn] = game.board(0)
        game.submit(0, Dispatch(orders))
        game.advance()
    found[3] = game.board(0)
    letter = max(paper.letter for paper in found[3].papers if paper.letter and not paper.is_own)
    game.submit(0, Dispatch(answer="accept", answer_to=letter))
    game.advance()
    found[ACCEPTED] = game.board(0)
    return found


def _said(board: Board, front: str = "room", orders: tuple[str, ...] = (), offer: bool = False, **more: object) -> str:
    proposal = Proposal({"T01": Term(2)}, "envoy") if offer else None
    given = {key: more.pop(key) for key in ("answer", "answer_to") if key in more}
    return prompt(Moment(board, Dispatch(orders, proposal, **given), front, **more)).id      # type: ignore[arg-type]


def _everything_read(board: Board) -> frozenset[str]:
    return frozenset(paper.id for paper in board.papers)


def test_the_first_turn_asks_for_a_word_then_for_a_rung_then_to_send(boards: dict[object, Board]) -> None:
    first = boards[1]
    assert _said(first, "first") == "first"
    assert _said(first, "first", ("frame_missiles",)) == "first-step-washington"
    assert _said(first, "first", ("frame_castro",)) == "first-wide", "a wide word is explained before the ladder"
    assert _said(first, "first", ("frame_missiles", "tighten_quarantine")) == "first-send"
    assert _said(game_of(1, LESSON).board(1), "first", ("frame_defence",)) == "first-step-moscow"
    assert _said(first, "room") == "first", "with everything open the first turn asks the same in the room"


def test_a_wide_word_names_what_it_makes_dear(boards: dict[object, Board]) -> None:
    said = prompt(Moment(boards[1], Dispatch(("frame_communism",)), "first"))
    assert "Jupiters in Turkey" in said.words(AT_THE_WINDOW)


def test_the_reckoning_is_told_with_its_numbers(boards: dict[object, Board]) -> None:
    said = prompt(Moment(boards[2], Dispatch(), "reveal"))
    pressure = boards[2].pressure
    assert said.id == "reveal" and str(pressure.before) in said.words(AT_THE_WINDOW) and str(pressure.value) in said.words(AT_THE_WINDOW)


def test_a_letter_comes_first_then_orders(boards: dict[object, Board]) -> None:
    second = boards[2]
    assert _said(second) == "room-terms"
    read = _everything_read(second)
    aloud = frozenset(paper.id for paper in second.papers if paper.letter)
    assert _said(second, read=aloud) == "room-read", "what they said aloud"
    assert _said(second, read=read) == "room-order"
    assert _said(second, read=read, orders=("brief_allies",)) == "room-send"
    assert _said(second, read=read, orders=("raise_alert",)) == "room-strain"
    full = tuple(line.id for line in second.orders if not line.refusal)[:second.attention]
    assert _said(second, read=read, orders=full) == "room-full"


def test_an_empty_menu_and_a_returned_order_are_explained(boards: dict[object, Board]) -> None:
    second = boards[2]
    shut = replace(second, orders=tuple(replace(line, refusal="Not today.") if line.menu == "public" else line for line in second.orders))
    read = _everything_read(second)
    assert _said(shut, read=read, menu="public") == "room-menu" and _said(shut, read=read, menu="home") == "room-order"
    said = prompt(Moment(second, Dispatch(), "room", returned="Strike: troops are not ready."))
    assert said.id == "room-returned" and "troops are not ready" in said.words(AT_THE_WINDOW)


def test_papers_are_explained_by_what_can_be_done_with_them(boards: dict[object, Board]) -> None:
    third = boards[3]
    letter = next(paper for paper in third.papers if paper.letter and not paper.is_own)
    plain = next(paper for paper in third.papers if not paper.letter)
    assert _said(third, "paper", paper=plain) == "paper"
    assert _said(third, "paper", paper=letter) == "paper-letter"
    assert _said(third, "paper", paper=letter, answer="accept", answer_to=letter.letter) == "paper-accept"
    assert _said(third, "paper", paper=letter, answer="refuse", answer_to=letter.letter) == "paper-refuse"
    assert _said(third, "paper", paper=replace(letter, is_own=True)) == "paper-own"


def test_the_deal_table_follows_the_pegs(boards: dict[object, Board]) -> None:
    third = boards[3]
    assert _said(third, "deal") == "deal-empty"
    assert _said(third, "deal", table={"T01": Term(1), "T08": Term(1)}) == "deal-far"
    assert _said(third, "deal", table={"T01": Term(2), "T08": Term(4)}) == "deal-ready"
    assert _said(third, "deal", table={"T01": Term(2)}, stops=("A secret term cannot go by broadcast.",)) == "deal-stopped"
    assert _said(third, "deal", table={"T01": Term(2)}, offer=True) == "deal-put"
    moscow = replace(third, side="moscow")
    assert _said(moscow, "deal", table={"T01": Term(5)}) == "deal-far" and _said(moscow, "deal", table={"T01": Term(1)}) == "deal-ready"


def test_bargaining_has_its_time_and_its_last_turn(boards: dict[object, Board]) -> None:
    third = boards[3]
    read = _everything_read(third)
    assert _said(third, read=read) == "room-bargain"
    assert _said(replace(third, turn=4), read=read) == "room-last"
    assert _said(third, offer=True) == "room-letter-goes"
    assert _said(third, answer="accept", answer_to=2) == "room-accepting"


def test_behind_the_agreement_it_names_what_was_left_open_and_the_end_is_weighed(boards: dict[object, Board]) -> None:
    done = boards[ACCEPTED]
    assert any(line.agreed for line in done.issues)
    read = _everything_read(done)
    assert _said(done, read=read) == "room-loose" and _said(done, read=read, orders=("send_staff_home",)) == "room-send"
    assert _said(done, "ending") == "ending"


def test_every_prompt_of_the_catalogue_is_said_somewhere_and_speaks_to_both_hands(boards: dict[object, Board]) -> None:
    """The tests above reach every one; here each is said in both ways, so that no place is left open."""
    source = Path(__file__).read_text(encoding="utf-8")
    for key in catalogue("en"):
        name = key.removeprefix("lesson.say-")
        if key.startswith("lesson.say-"):
            assert f'"{name}"' in source, f"no test reaches {name}"
    said = prompt(Moment(boards[3], Dispatch(), "room", read=_everything_read(boards[3])))
    assert "D" in said.words(AT_THE_WINDOW) and "deal" in said.words(AT_THE_KEYBOARD)
    for other in language.LANGUAGES:
        language.use(other)
        assert "{" not in said.words(AT_THE_WINDOW) + said.words(AT_THE_KEYBOARD)
    language.use("en")


def test_a_resumed_lesson_says_what_it_said() -> None:
    from game.session.frontdoor import lesson, resume
    game = lesson("washington")
    game.submit(0, Dispatch(("frame_missiles", "tighten_quarantine")))
    game.advance()
    assert game.save is not None
    again: Game = resume(game.save)
    assert prompt(Moment(again.board(0), Dispatch(), "room")) == prompt(Moment(game.board(0), Dispatch(), "room"))
