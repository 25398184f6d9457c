"""The window and the terminal are twins: one whole game of October 1962 is read and played by both, turn by turn, and what they tell is compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import pytest

from game.engine.orders import Dispatch, Proposal, Term, from_sheet
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.session.game import Game
from game.session.opponents import scripted
from game.text import account, archive, menus, table, walls
from game.text.seat import Seat
from game.ui.app import App
from game.ui.gallery import PAIR, SEED
from tests.whole_games import book

from .twins import facts, hands
from .twins.compare import ALLOWED, missing
from .twins.ears import Ears, hear_end, hear_seat, run_on
from .twins.eyes import Eyes, new_app, read_end, read_seat

MORE_AT_THE_TERMINAL = {
    "meters": (r"hours awake: .*", "the window has them as the team's hours and bars"),
    "orders": (r"", "none"),
}
"""Kind of fact -> names that only the terminal lists as such, and why."""


def two_people() -> Game:
    """The game of the pair that plays history, both seats people's."""
    return Game.open(book(), SEED, {})


@cache
def doctrine(side: int):
    return scripted(book(), side, PAIR[side])


def wanted(game: Game, side: int) -> Dispatch:
    """What that side's doctrine would send."""
    view = game.view(side)
    return from_sheet(book(), view, doctrine(side)(view))


def differences(eyes: Eyes, ears: Ears) -> Iterator[str]:
    """Every fact that one of the two has and the other has not, or has otherwise."""
    seen, told = facts.seen(eyes), facts.told(ears)
    for kind, window in seen.items():
        terminal = told[kind]
        only_here = MORE_AT_THE_TERMINAL.get(kind, ("", ""))[0]
        for name in sorted({*window, *terminal}):
            if name not in window and re.fullmatch(only_here, name):
                continue
            if window.get(name) != terminal.get(name):
                yield f"{kind}: {name}: {window.get(name, 'not in the window')} / {terminal.get(name, 'not at the terminal')}"
    yield from unsaid_steps(eyes, ears)
    yield from (f"only in the window, on {screen}: {text}" for screen, text in missing(eyes, ears))


def unsaid_steps(eyes: Eyes, ears: Ears) -> Iterator[str]:
    """Every step of every issue, as the terminal tells it, stands on the window's slip of that issue with its worth."""
    slips = {run_on(screen): run_on(" ".join(words)) for screen, words in eyes.words.items() if screen.startswith("issue ")}
    for typed, lines in ears.told.items():
        if not re.fullmatch(r"issue \d+", typed):
            continue
        slip = slips.get(f"issue {run_on(lines[0].strip('- '))}", "")
        steps = [re.match(r"(\d) ([+-]?\d+) (-|[+-]?\d+) (.+)", entry)
                 for entry in facts.entries(lines, r" +\d +[+-]?\d+ +(-|[+-]?\d+) ")]
        if len([step for step in steps if step]) != 5:
            yield f"the terminal tells no five steps: {lines}"
        for step in steps:
            for word in step.groups()[1:] if step else ():        # a bare - : it cannot be secret
                if word != "-" and not re.search(rf"(?<![\w-]){re.escape(run_on(word).lstrip('+'))}(?!\w)", slip):
                    yield f"step {word!r} of {typed} is not on the window's slip"


@pytest.mark.slow
def test_one_game_is_told_and_played_alike_by_both() -> None:
    """Each turn both seats' dispatches are written with both pairs of hands, and one seat's every screen is compared with its every command, the
    seats taken in turn."""
    app, game, turn = new_app(), two_people(), 0
    while not game.is_over:
        for side in SIDES:
            sent = wanted(game, side)
            assert hands.by_window(app, game, side, sent) == sent and hands.by_text(game, side, sent) == sent, (turn, side)
            if side == turn % 2:
                found = list(differences(read_seat(app, game, side), hear_seat(game, side)))
                assert not found, "\n".join((f"turn {turn}, side {side}", *found))
        for side in SIDES:
            game.submit(side, wanted(game, side))
        game.advance()
        turn += 1
    assert turn > 20
    eyes, ears = read_end(app, game), hear_end(game)
    assert facts.scores_seen(eyes) == facts.scores_told(ears) and len(facts.scores_seen(eyes)) == 24
    assert not missing(eyes, ears)


# ------------------------------------------------------------------------------------------------ what is left out is found
class Met(NamedTuple):
    """A game in its fourth turn, and what both pairs of eyes have of Washington's seat."""

    app: App
    game: Game
    eyes: Eyes
    ears: Ears


@pytest.fixture(scope="module")
def met() -> Met:
    app, game = new_app(), two_people()
    for _ in range(3):
        for side in SIDES:
            game.submit(side, wanted(game, side))
        game.advance()
    return Met(app, game, read_seat(app, game, WASHINGTON), hear_seat(game, WASHINGTON))


def fewer_lines(told: Callable[..., list[str]], gone: str) -> Callable[..., list[str]]:
    """The same without every line that holds those words."""
    return lambda *given: [line for line in told(*given) if gone not in line]


SILENT = (
    (walls, "chart", fewer_lines(walls.chart, "Kimovsk"), "marks: "), (menus, "_reason", lambda line: "", "orders: "),
    (account, "value", lambda meter: "0 of 1000", "meters: "), (table, "signed", lambda amount: "+1", "only in the window, on issue"),
    (account, "files", fewer_lines(account.files, "November"), "dates: "), (archive, "letter", lambda board, place: ["-- a letter --"], "letters: "),
    (archive, "archive", fewer_lines(archive.archive, "  1 "), "papers: "), (walls, "wall", lambda board: [], "only in the window, on"),
    (archive, "history", lambda board, everything: [], "only in the window, on history"),
)
"""Room, what is taken from it, what stands there instead, how the difference that has to be found begins."""


@pytest.mark.parametrize(("room", "name", "instead", "begins"), SILENT, ids=[case[1] for case in SILENT])
def test_what_the_terminal_leaves_out_is_found(met: Met, monkeypatch: pytest.MonkeyPatch, room, name, instead, begins) -> None:
    monkeypatch.setattr(room, name, instead)
    found = list(differences(met.eyes, hear_seat(met.game, WASHINGTON)))
    assert any(difference.startswith(begins) for difference in found), found


@pytest.mark.parametrize("field", ["papers", "marks", "orders", "files", "letters", "issues", "meters"])
def test_what_the_window_leaves_out_is_found(met: Met, monkeypatch: pytest.MonkeyPatch, field: str) -> None:
    """The window sees a board that lacks the first of its kind; the terminal the whole one."""
    board = met.game.board(WASHINGTON)
    monkeypatch.setattr(Game, "board", lambda self, side: replace(board, **{field: getattr(board, field)[1:]}))
    kind = {"files": "dates"}.get(field, field)
    found = list(differences(read_seat(met.app, met.game, WASHINGTON), met.ears))
    assert any(difference.startswith(f"{kind}: ") for difference in found), found


def test_nothing_is_found_where_nothing_was_left_out(met: Met) -> None:
    assert not list(differences(met.eyes, met.ears))


# ------------------------------------------------------------------------------------------------ the same choices
TERMS = {"T06": Term(3, exact=False, conditions=("supervised", "conduct")), "T01": Term(2, paper=True), "T09": Term(3, secret=True),
         "T12": Term(4, news=True)}
DESKS = {
    "nothing": Dispatch(), "orders": Dispatch(("brief_allies", "raise_alert")), "accept": Dispatch(answer="accept", answer_to=1),
    "refuse": Dispatch(("raise_alert",), answer="refuse", answer_to=1), "withdraw": Dispatch(withdraw=1),
    "counter": Dispatch((), Proposal({"T01": Term(3), "T09": Term(2, secret=True)}, "envoy", 2, "stern"), "counter", 1),
    "counter with a term less": Dispatch((), Proposal({"T01": Term(2)}, "cable"), "counter", 1),
    "everything a term can be": Dispatch((), Proposal(TERMS, "cable", 4, "anguished")),
    "a proposal and an acceptance": Dispatch((), Proposal({"T10": Term(2, paper=True)}, "cable"), "accept", 1),
    "a long date": Dispatch((), Proposal({"T01": Term(2)}, "broadcast", 8, "warm")),
}


def with_letters() -> Game:
    """The second turn, a letter of each side on the table."""
    game = two_people()
    game.submit(WASHINGTON, Dispatch(proposal=Proposal({"T01": Term(2)}, "envoy")))
    game.submit(MOSCOW, Dispatch(proposal=Proposal({"T01": Term(2), "T09": Term(3, secret=True)}, "envoy")))
    game.advance()
    return game


@pytest.mark.parametrize("name", DESKS)
def test_every_choice_can_be_made_with_both_pairs_of_hands(name: str) -> None:
    game, app, sent = with_letters(), new_app(), DESKS[name]
    assert hands.by_window(app, game, WASHINGTON, sent) == sent
    assert hands.by_text(game, WASHINGTON, sent) == sent


def test_undo_and_holding_back_leave_the_same_sheet() -> None:
    game, app = with_letters(), new_app()
    seat = Seat(game, WASHINGTON, lambda prompt: "n", lambda line: None)
    hands.by_window(app, game, WASHINGTON, DESKS["counter"])
    desk = next(screen.desk for screen in app.stack if screen.name == "room")
    for line in hands.typed(seat, DESKS["counter"]):
        seat.obey(line)
    desk.change(desk.draft.unput())
    seat.obey("hold")
    assert seat.draft == desk.draft.dispatch() == Dispatch() and seat.sheet.terms == desk.draft.terms
    assert desk.undo()
    seat.obey("undo")
    assert seat.draft == desk.draft.dispatch() == DESKS["counter"]
    assert desk.redo()
    seat.obey("redo")
    assert seat.draft == desk.draft.dispatch() == Dispatch()
    seat.obey("put")
    assert seat.draft == desk.draft.put().dispatch() == DESKS["counter"]


def test_every_allowed_difference_has_its_reason() -> None:
    assert all(reason for _, reason in (*ALLOWED, *MORE_AT_THE_TERMINAL.values()))
