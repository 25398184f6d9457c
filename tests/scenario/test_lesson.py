"""The short crisis that teaches: cut from the long one, it checks clean, plays out, and a sensible player signs something in it."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from game.engine.endings import ENDINGS
from game.engine.orders import Dispatch, Proposal, Term
from game.scenario.check import check
from game.scenario.doctrine import doctrine_ids, written_for
from game.scenario.load import load, read_text, scenarios_listing
from game.scenario.problem import ScenarioError
from game.session.game import Game
from game.session.opponents import opponents, plain, scripted
from tests.whole_games import book, pair, turns

LESSON = "first-evening"
HEAD = 'format = 1\nextends = "october-1962"\nid = "mine"\n'
TERMS = ({"T01": Term(2), "T06": Term(3), "T08": Term(4)}, {"T01": Term(2), "T04": Term(2), "T06": Term(3), "T08": Term(4)})
"""What a sensible player of Washington, and one of Moscow, may write when it is not their letter that is taken."""


def test_it_and_its_doctrines_check_clean() -> None:
    for id in (LESSON, "evening-washington", "evening-moscow"):
        assert [str(problem) for problem in check(id)] == []


def test_it_is_small_and_short() -> None:
    lesson = load(LESSON)
    assert len(lesson.issues) == 8 and all(len(menu) <= 16 for menu in lesson.orders) and len(lesson.phases) == 3
    listed = next(line for line in scenarios_listing() if line["id"] == LESSON)
    assert listed["turns"] <= 6 and listed["minutes"] == 10
    assert lesson.rules.bargaining == book().rules.bargaining, "it plays by October's rules"


def test_each_crisis_has_its_own_opponents() -> None:
    assert [line["id"] for line in opponents(1, LESSON)] == ["evening-moscow"]
    assert not any(line["id"].startswith("evening-") for side in (0, 1) for line in opponents(side))
    assert plain(load(LESSON), 0) == "evening-washington" and plain(book(), 1) == "way-out-moscow"
    assert written_for(LESSON) == {"evening-washington", "evening-moscow"} < set(doctrine_ids())


def test_it_plays_out_for_hundreds_of_seeds() -> None:
    lesson, ends = load(LESSON), Counter[str]()
    course = list(turns(lesson, pair("evening-washington", "evening-moscow", lesson), np.arange(400)))
    for played in course:
        ends.update(ENDINGS[int(ending)] for ending in played.after.umpire.ending if int(ending))
    assert sum(ends.values()) == 400 and len(course) <= 6
    agreed = sum(ends[name] for name in ("agreement_kept", "agreement_half_kept", "reassessment"))
    assert agreed > 340, ends
    assert len(ends) >= 3, "it can end in more than one way"


def _played(side: int, seed: int, takes: bool) -> str:
    lesson = load(LESSON)
    game = Game.open(lesson, seed, {1 - side: scripted(lesson, 1 - side)})
    firsts = (("frame_missiles", "tighten_quarantine"), ("frame_defence",))[side]
    for turn in range(1, 9):
        if game.is_over:
            break
        dispatch = Dispatch(firsts if turn == 1 else ("brief_allies",) if turn == 2 else ())
        letters = [paper.letter for paper in game.board(side).papers if paper.letter and not paper.is_own]
        if takes and turn == 3 and letters:
            dispatch = Dispatch(answer="accept", answer_to=max(letters))
        elif not takes and turn == 3:
            dispatch = Dispatch(proposal=Proposal(TERMS[side], "envoy"))
        game.submit(side, dispatch)
        game.advance()
    ending = game.board(side).ending
    assert ending is not None
    return ending.id


@pytest.mark.parametrize("side", (0, 1))
def test_a_sensible_player_reaches_an_agreement(side: int) -> None:
    taken = Counter(_played(side, seed, True) for seed in range(6))
    written = Counter(_played(side, seed, False) for seed in range(12))
    assert sum(count for name, count in taken.items() if name.startswith(("agreement", "reassess"))) >= 5, taken
    assert sum(count for name, count in written.items() if name.startswith(("agreement", "reassess"))) >= 6, written


def test_only_keeps_rows_and_what_they_tie() -> None:
    lesson = load(LESSON)
    known = {issue.id for issue in lesson.issues}
    assert known == {"T01", "T02", "T04", "T05", "T06", "T08", "T09", "T12"}
    castro = lesson.orders[0][lesson.order(0, "frame_castro")]
    whole = book().orders[0][book().order(0, "frame_castro")]
    assert len(castro.ties) == 2 < len(whole.ties), "ties to issues that are gone go with them"
    assert castro.effects == whole.effects


@pytest.mark.parametrize(("text", "says"), [
    ('only = 3\n', "`only` is not a table"),
    ('[only]\nissues = ["T01"]\n', 'only: no such list of tables "issues"'),
    ('[only]\nissue = ["T01", "T99"]\n', 'only.issue: no such id "T99"'),
    ('[only]\nissue = "T01"\n', "only.issue is not a list")])
def test_an_only_that_cannot_be_is_one_sentence_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(HEAD + text)
    (problem,) = check(file)
    assert says in str(problem) and str(problem).startswith("mine.toml:")


def test_only_needs_something_to_keep_rows_of(tmp_path: Path) -> None:
    file = tmp_path / "alone.toml"
    file.write_text(read_text("october-1962").replace("format = 1\n", "format = 1\nonly = { issue = [] }\n", 1))
    with pytest.raises(ScenarioError, match="extends nothing"):
        load(file)
