"""The staff: it knows what a View shows and nothing more, its counts add up, and over many games it is right as often as it says."""

from itertools import cycle
from typing import NamedTuple

import numpy as np
import pytest

from game.engine.legal import refusals
from game.engine.orders import ACCEPT, Dispatch, Proposal, Sheet, Term, empty_sheet, from_sheet, to_sheet
from game.engine.sides import MOSCOW, WASHINGTON, other
from game.engine.state import State, open_game
from game.engine.turn import resolve
from game.engine.view import observe
from game.session.opponents import scripted
from game.session.staff import effects as effects_file
from game.session.staff.acceptance import TURNS
from game.session.staff.asked import Question, asked, book_of, dispatch_of
from game.session.staff.jobs import JOBS, whole, work
from game.session.staff.worlds import ASKED, imagined
from game.wording import acceptance as acceptance_words
from tests.whole_games import book, doctrines

OFFER = Dispatch((), Proposal({"T01": Term(2, paper=True), "T06": Term(3), "T08": Term(3), "T09": Term(3, secret=True)}, "cable"))


class Position(NamedTuple):
    state: State
    side: int
    opponent: object
    last: Dispatch | None = None
    """What our side handed in last."""


def position(side: int, turn: int, seed: int, ours: str | None = None, theirs: str | None = None, level: int = 3) -> Position | None:
    """A real game after so many turns; None where it ended before."""
    rulebook = book()
    me, opponent = scripted(rulebook, side, ours), scripted(rulebook, other(side), theirs, level)
    state, last = open_game(rulebook, [seed]), None
    for _ in range(turn):
        mine, yours = me(observe(state, side)), opponent(observe(state, other(side)))
        last = from_sheet(rulebook, observe(state, side), mine)
        state, _ = resolve(rulebook, state, (mine, yours) if side == WASHINGTON else (yours, mine))
        if state.umpire.ending[0]:
            return None
    return Position(state, side, opponent, last)


def question(here: Position, dispatch: Dispatch = OFFER, issues: tuple[str, ...] = ("T01", "T09")) -> Question:
    return {**asked(book(), observe(here.state, here.side), dispatch, "", here.last), "issues": list(issues)}


def another_world(state: State, side: int) -> State:
    """The same View in another world: everything that this side does not see is different."""
    from game.engine.state import BOXES
    changed = state.copy()
    for name in BOXES["dossier"]:
        theirs = changed.column(name, other(side))
        theirs[...] = np.where(theirs > 0, theirs // 2, 1)
    for name in BOXES["umpire"]:
        if name != "ending":
            values = changed.column(name)
            values[...] = np.where(values > 0, values // 3, 1)
    return changed


@pytest.mark.parametrize("side", (WASHINGTON, MOSCOW))
@pytest.mark.parametrize("job", JOBS)
def test_two_worlds_with_one_view_have_one_answer(job: str, side: int) -> None:
    """The staff may not know the other dossier, the umpire's box, the seed."""
    here = position(side, 7, 41)
    assert here is not None
    there = here._replace(state=another_world(here.state, side))
    assert not np.array_equal(here.state.block, there.state.block)
    assert question(here) == question(there)
    assert JOBS[job](question(here), 0) == JOBS[job](question(there), 0)


def test_no_imagined_government_is_the_real_one() -> None:
    """Their dossiers come from other games: none of them equals the real one, and they differ among themselves."""
    here = position(WASHINGTON, 9, 5)
    assert here is not None
    worlds = imagined(book(), question(here))
    assert worlds is not None and len(worlds) == ASKED
    real = here.state.dossier.exposure[0, MOSCOW]
    fear = worlds.state.dossier.fear[:, MOSCOW]
    assert len(set(fear.tolist())) > 20
    same = (fear == here.state.dossier.fear[0, MOSCOW]) & (worlds.state.dossier.exposure[:, MOSCOW] == real).all(axis=1)
    assert not same.all()
    assert (worlds.state.dossier.fear[:, WASHINGTON] == here.state.dossier.fear[0, WASHINGTON]).all(), "our own dossier is the real one"
    assert (worlds.state.public.pressure == here.state.public.pressure[0]).all()


def test_a_question_is_plain_values_and_comes_back_as_it_was() -> None:
    import json
    here = position(MOSCOW, 3, 8)
    assert here is not None
    sent = json.loads(json.dumps(question(here)))
    assert dispatch_of(sent) == OFFER and book_of(sent).hash == book().hash
    assert set(sent) == {"under_way", "scenario", "text", "dials", "side", "public", "own", "dispatch", "issues"}


def test_a_letter_of_our_own_that_is_under_way_is_under_way_in_every_world() -> None:
    """The seat knows what it wrote, though no View shows it; once it lies on the table the View does."""
    found = [here for turn in range(1, 12) for seed in (4, 9) if (here := position(MOSCOW, turn, seed)) and here.state.umpire.post_number[0, MOSCOW]]
    assert found
    for here in found[:3]:
        worlds = imagined(book(), question(here))
        assert worlds is not None
        for name in ("post", "post_number", "post_channel", "post_tone", "post_due", "post_wait"):
            told, real = (getattr(state.umpire, name)[:, MOSCOW] for state in (worlds.state, here.state))
            assert (told == real[0]).all(), name
    silent = position(MOSCOW, 0, 4)
    assert silent is not None and question(silent)["under_way"] is None


def test_parts_add_up_to_the_whole_and_the_same_twice() -> None:
    here = position(WASHINGTON, 8, 17)
    assert here is not None
    told = whole("acceptance", question(here))
    assert sum(kind["asked"] for kind in told["kinds"]) == told["of"] == ASKED
    assert told == whole("acceptance", question(here))
    ways = whole("forecast", question(here))
    assert sum(ways["ways"].values()) == ways["counted"] == ways["of"]
    assert {way: sum(kind[way] for kind in ways["by"]) for way in ways["ways"]} == ways["ways"]
    steps = whole("steps", question(here))["steps"]
    assert set(steps) == {"T01", "T09"} and all(len(counts) == 5 for counts in steps.values())
    assert steps["T01"] == sorted(steps["T01"]), "Moscow takes a step nearer its own end no less gladly"


@pytest.mark.parametrize(("dispatch", "why"), [(Dispatch(), "no proposal"),
                                               (Dispatch((), Proposal({"T01": Term(2, exact=True)}, "cable")), "refused")])
def test_what_cannot_be_counted_says_why(dispatch: Dispatch, why: str) -> None:
    here = position(WASHINGTON, 2, 3)
    assert here is not None
    for job in ("acceptance", "steps"):
        assert whole(job, question(here, dispatch))["none"] == why
    assert acceptance_words.told({"none": why}).note


def test_a_job_that_is_not_in_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="knows no job 'burn'"):
        work({"job": "burn", "question": {}, "part": 0})


def test_an_order_without_effect_on_the_rope_has_none_and_the_rest_names_its_causes() -> None:
    here = position(WASHINGTON, 6, 23)
    assert here is not None
    orders = whole("effects", question(here, Dispatch()))["orders"]
    assert "pressure" not in orders["send_staff_home"]["meters"]
    tighten = orders["tighten_quarantine"]
    assert ["pressure", "Tighten the quarantine", 45, 45, 100, 45 * effects_file.WORLDS] in tighten["why"]
    causes = {cause for meter, cause, *_ in tighten["why"] if meter == "pressure"}
    assert {"Tighten the quarantine", "the quarantine stands"} <= causes
    low, middle, high, total = tighten["meters"]["pressure"]
    assert low <= middle <= high
    assert total == sum(reason[5] for reason in tighten["why"] if reason[0] == "pressure"), "the causes add up to the effect"


# ------------------------------------------------------------------------------------------------ is it right as often as it says?


def drawn(count: int, seed: int, turns: tuple[int, ...] = (4, 8, 11)) -> list[Position]:
    """Real games of all pairings and levels, as they stand after some turns of the confrontation."""
    random, found = np.random.default_rng(seed), []
    for turn in cycle(turns):
        side = int(random.integers(2))
        here = position(side, turn, int(random.integers(2**31 - 1)), doctrines(side)[random.integers(5)], doctrines(other(side))[random.integers(5)],
                        int(random.integers(1, 6)))
        if here and int(book().stage_of[here.state.public.phase[0]]) == 0:
            found.append(here)
        if len(found) == count:
            return found
    raise AssertionError


def really_takes(here: Position, sheet: Sheet, seed: int) -> bool:
    """Whether the real opponent takes the letter within the turns, under that luck."""
    state, side, number = here.state.copy(), here.side, int(here.state.dossier.sent[0, here.side]) + 1
    state.umpire.seed[...] = seed
    for turn in range(TURNS):
        theirs = here.opponent(observe(state, other(side)))
        if theirs.answer[0] == ACCEPT and theirs.answer_to[0] == number and (state.public.letter_number[0, side] == number).any():
            return True
        ours = empty_sheet(book(), 1) if turn else sheet
        state, _ = resolve(book(), state, (ours, theirs) if side == WASHINGTON else (theirs, ours))
        if state.umpire.ending[0]:
            return False
    return False


def letters(here: Position, random: np.random.Generator) -> Dispatch:
    """A letter that somebody might send, legal there."""
    while True:
        terms = {id: Term(int(random.integers(1, 6)), paper=bool(random.random() < 0.5)) for id, share in
                 (("T01", 0.95), ("T04", 0.5), ("T05", 0.3), ("T06", 0.8), ("T08", 0.8), ("T09", 0.6)) if random.random() < share}
        dispatch = Dispatch((), Proposal(terms, "cable"))
        if terms and not refusals(book(), observe(here.state, here.side), dispatch):
            return dispatch


@pytest.mark.slow
def test_acceptance_is_right_about_as_often_as_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    """Over real games of all pairings: the Brier score beats the base rate by far, the mean is near, most truths lie in the range."""
    random, said, was, inside = np.random.default_rng(7), [], [], 0
    for here in drawn(40, 99):
        dispatch = letters(here, random)
        told = acceptance_words.told(whole("acceptance", question(here, dispatch)))
        sheet = to_sheet(book(), observe(here.state, here.side), dispatch)
        truth = np.mean([really_takes(here, sheet, int(random.integers(2**31 - 1))) for _ in range(4)])
        said.append(told.take / told.counted)
        was.append(truth)
        inside += told.low - 1 <= 100 * truth <= told.high + 1
    said_, was_ = np.array(said), np.array(was)
    brier, base = float(((said_ - was_) ** 2).mean()), float(((was_.mean() - was_) ** 2).mean())
    with capsys.disabled():
        print(f"\nacceptance: said {said_.mean():.3f}, was {was_.mean():.3f}, Brier {brier:.3f} against {base:.3f}, {inside} of 40 inside")
    assert brier < 0.85 * base
    assert abs(said_.mean() - was_.mean()) < 0.15
    assert inside >= 24


@pytest.mark.slow
def test_what_an_order_does_lies_in_its_range_in_four_worlds_of_five(capsys: pytest.CaptureFixture[str]) -> None:
    """The real turn, with the order and without, the same luck: the difference in pressure lies in the range that was told."""
    inside, count = 0, 0
    random = np.random.default_rng(3)
    for here in drawn(4, 5, (4, 8)):
        orders = whole("effects", question(here, Dispatch()))["orders"]
        moving = [id for id, told in orders.items() if "pressure" in told["meters"]]
        for id in moving:
            low, _, high, _ = orders[id]["meters"]["pressure"]
            sheet = empty_sheet(book(), 1)
            sheet.given[0, book().order(here.side, id)] = True
            for _ in range(4):
                state = here.state.copy()
                state.umpire.seed[...] = int(random.integers(2**31 - 1))
                theirs = here.opponent(observe(state, other(here.side)))
                after = [resolve(book(), state, (ours, theirs) if here.side == WASHINGTON else (theirs, ours))[0]
                         for ours in (sheet, empty_sheet(book(), 1))]
                change = int(after[0].public.pressure[0]) - int(after[1].public.pressure[0])
                inside += low <= change <= high
                count += 1
    with capsys.disabled():
        print(f"\norders: {inside} of {count} changes of pressure inside their ranges")
    assert inside >= 0.75 * count
