"""The window and the terminal are twins: one whole game of October 1962 is read and played by both, turn by turn, and what they tell is compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from game.engine.orders import Dispatch, Proposal, Term, from_sheet
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.session.game import Game
from game.session.opponents import scripted
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
        slip = slips[f"issue {run_on(lines[0].strip('- '))}"]
        steps = [re.match(r"[> ] *(\d) +([+-]?\d+) +([+-]?\d+) (.+)", entry) for entry in facts.entries(lines, r"[> ] {2}\d ")]
        if len([step for step in steps if step]) != 5:
            yield f"the terminal tells no five steps: {lines}"
        for step in steps:
            for word in step.groups()[1:] if step else ():
                if run_on(word) not in slip:
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


def test_what_one_of_them_leaves_out_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fact taken away from either side, of each kind, is named."""
    app, game = new_app(), two_people()
    for _ in range(3):
        for side in SIDES:
            game.submit(side, wanted(game, side))
        game.advance()
    eyes, ears = read_seat(app, game, WASHINGTON), hear_seat(game, WASHINGTON)
    assert not list(differences(eyes, ears))
    board = game.board(WASHINGTON)
    from game.text import account, menus, table, walls
    from game.ui.screens import notice
    for room, name, fewer in ((walls, "chart", lambda board: [line for line in CHART(board) if "Kimovsk" not in line]),
                              (menus, "_reason", lambda line: ""), (account, "value", lambda meter: "0 of 1000"),
                              (table, "signed", lambda amount: "+1"), (account, "files", lambda board: FILES(board)[:-4])):
        with monkeypatch.context() as patch:
            CHART, FILES = walls.chart, account.files
            patch.setattr(room, name, fewer)
            assert list(differences(eyes, hear_seat(game, WASHINGTON))), name
    short = board.papers[1:]
    for field, value in (("papers", short), ("marks", board.marks[1:]), ("orders", board.orders[1:]), ("files", board.files[1:])):
        with monkeypatch.context() as patch:
            from dataclasses import replace
            patch.setattr(Game, "board", lambda self, side: replace(board, **{field: value}))
            assert list(differences(read_seat(app, game, WASHINGTON), ears)), field
    with monkeypatch.context() as patch:
        patch.setattr(notice.Notice, "build", lambda self, page: None)
        assert list(differences(read_seat(app, game, WASHINGTON), ears))


def test_every_allowed_difference_has_its_reason() -> None:
    assert all(reason for _, reason in (*ALLOWED, *MORE_AT_THE_TERMINAL.values()))
