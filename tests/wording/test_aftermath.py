"""After the end: causes that are likely and never certain, and what became of it by 1969."""

import pytest

from game.engine.endings import AGREEMENT_KEPT, ENDINGS, STRIKE, WAR_LOCAL, epilogue
from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.state import State, open_game
from game.engine.terms import SECRET
from game.wording import endings
from game.wording.aftermath import by_1969, likely_causes
from tests.whole_games import book

JUPITERS = book().issue("T09")


def over(ending: int = AGREEMENT_KEPT) -> State:
    state = open_game(book(), [1])
    state.umpire.ending[...] = ending
    return state


@pytest.mark.parametrize("place", range(1, len(ENDINGS)))
def test_every_ending_has_graded_causes_and_a_later_life(place):
    state = over(place)
    state.umpire.ousted[0, MOSCOW] = 1
    words = endings.words(book(), state, signed_in=open_game(book(), [1]))
    assert words.likely_causes and all(cause.startswith(("Likely: ", "Possible: ")) for cause in words.likely_causes)
    assert words.epilogue and any("does not prove that the risk was low" in line for line in words.text)


def test_fear_pressure_fatigue_and_the_annex_are_labels_where_they_were_so():
    state, signed_in = over(), open_game(book(), [1])
    signed_in.dossier.fear[0], signed_in.public.pressure[...] = (100, 950), 400
    told = " ".join(likely_causes(book(), state, signed_in))
    assert "Likely: fear: Moscow" in told and "Washington" not in told and "pressure" not in told and "annex" not in told
    signed_in.dossier.fear[0], signed_in.public.pressure[...], signed_in.dossier.fatigue[0, WASHINGTON] = (100, 100), 700, 500
    state.public.agreed[0, JUPITERS] = 3 + SECRET
    state.umpire.calm[...] = 1
    told = likely_causes(book(), state, signed_in)
    assert told[0].startswith("Likely: the terms themselves")
    assert {cause.split(": ")[1].partition(",")[0] for cause in told} == {"the terms themselves", "fatigue", "pressure", "the annex"}


def test_a_war_and_a_strike_have_causes_of_their_own():
    state = over(WAR_LOCAL)
    state.public.alert[...], state.umpire.serious[...] = 4, 3
    assert "3 grave clashes" in likely_causes(book(), state, None)[0] and any("readiness" in cause for cause in likely_causes(book(), state, None))
    state = over(STRIKE)
    state.dossier.hawks[0, WASHINGTON] = 980
    assert any("the hawks" in cause for cause in likely_causes(book(), state, None))


def test_the_secrets_later_life():
    state = over()
    assert "There was no annex" in " ".join(by_1969(book(), state))
    state.public.agreed[0, JUPITERS] = 3 + SECRET
    assert "In 1969 the memoir" in " ".join(by_1969(book(), state))
    state.public.leaked[...], state.umpire.leaked_at[...] = 1, 720
    assert "came out in 1962" in " ".join(by_1969(book(), state))


def test_the_promise_and_the_soldiers():
    state = over()
    state.public.agreed[0, JUPITERS], state.public.agreed_at[...], state.dossier.troops[0, MOSCOW] = 3, 720, 500
    broken = " ".join(by_1969(book(), state))
    assert "were not out" in broken and "21,000 Soviet soldiers" in broken
    state.dossier.jupiters_gone[0, WASHINGTON] = book().rules.endings.jupiters_out
    assert "went in time" in " ".join(by_1969(book(), state))


def test_the_truth_of_1969_is_the_engines():
    state = over()
    later = epilogue(book(), state)["later"][0]
    assert f"{later[WASHINGTON]} to Washington and {later[MOSCOW]} to Moscow" in by_1969(book(), state)[-1]
