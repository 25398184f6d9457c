"""What a setting's words say of the share of war is what its games come to."""

import re

import numpy as np
import pytest

from game.engine.endings import WAR_GENERAL, WAR_LOCAL
from game.engine.rulebook import Answer
from game.engine.sides import SIDES
from game.lab.batch import play_batch
from game.scenario.dials import turned
from game.session.opponents import scripted
from tests.whole_games import book

GAMES, FIRST = 2000, 1962
DANGER = next(setting for setting in book().settings if setting.id == "danger")


def said(answer: Answer) -> float:
    """Games in a hundred, of `About 1 in 3`."""
    part, whole = map(int, re.findall(r"\d+", answer.name))
    return 100 * part / whole


def measured(answer: Answer) -> float:
    """Games in a hundred of the pair of history that end in war at that value."""
    rulebook = turned(book(), {DANGER.dial: answer.value})
    assert rulebook.history is not None
    pair = rulebook.history.washington, rulebook.history.moscow
    final = play_batch(rulebook, tuple(scripted(rulebook, side, pair[side]) for side in SIDES), np.arange(FIRST, FIRST + GAMES)).final
    return 100 * float(np.isin(final.umpire.ending, (WAR_GENERAL, WAR_LOCAL)).mean())


@pytest.mark.slow
@pytest.mark.parametrize("answer", DANGER.answers, ids=lambda answer: answer.id)
def test_the_share_of_war_is_what_the_answer_says(answer: Answer) -> None:
    """Within four games in a hundred of its name and its note; at the low end, where four would be anything, within one and a half."""
    share = measured(answer)
    (noted,) = re.findall(r"Measured: (\d+) games? in 100", answer.note)
    room = 1.5 if said(answer) < 5 else 4
    assert abs(share - said(answer)) <= room and abs(share - int(noted)) <= room, share


def test_the_answers_climb_from_one_in_a_hundred_to_forty_five() -> None:
    shares = [said(answer) for answer in DANGER.answers]
    assert len(shares) == 5 and shares == sorted(shares) and (shares[0], shares[-1]) == (1, 45)
    assert [answer.value for answer in DANGER.answers] == sorted(answer.value for answer in DANGER.answers)
