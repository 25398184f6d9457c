"""The way to the lesson, a new game, the first turn of a first game in both chairs, and the lesson's strip on each screen it speaks from."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from game.engine.rulebook import Rulebook
from game.language import PSEUDO, current
from game.scenario.load import load
from game.session.game import Game
from game.session.opponents import scripted
from game.ui.desk import Desk
from game.ui.flow import sit_down
from game.ui.screens.choose import Choose
from game.ui.screens.ending import Ending
from game.ui.screens.teach import Teach
from tests.whole_games import book

from ..window import Window


@cache
def lesson_book() -> Rulebook:
    """The lesson, read once."""
    return load("first-evening")


def game_of(rulebook: Rulebook, side: int, seed: int = 3) -> Game:
    """A game of that seat against the plain opponent, without a file."""
    return Game.open(rulebook, seed, {1 - side: scripted(rulebook, 1 - side)})


def tour(window: Window, papers: int) -> Iterator[str]:
    """Brings each of them to the front; how full an in-tray is changes none of them."""
    app = window.app
    app.title()
    app.push(Choose())
    yield "choose"
    app.top.act("chair:both")
    yield "choose, two"
    if papers != 7:
        return
    app.settings = replace(app.settings, taught=())
    for begun in (False, True):
        app.title()
        app.push(Teach([(Path("first-evening-washington-1.knot"), "Washington, 23 October, 2 turns played")] * begun))
        yield f"teach, {'begun' if begun else 'fresh'}"
    for side in (0, 1):
        for rulebook in (book(), lesson_book()):
            sit_down(app, game_of(rulebook, side))
            yield f"first turn, {side}"
            for line in app.top.first.answers:
                app.top.act(f"say:{line.id}")
                app.top.rest(f"say:{line.id}")
                yield f"first turn, {side}, {line.id}"
            app.top.act(f"rung:{app.top.first.step.id}")
            yield f"first turn, {side}, up"
        app.common("keys")
        yield "keys of a first turn"
        app.back()
        yield from _lesson(window, side)


def _lesson(window: Window, side: int) -> Iterator[str]:
    app, game = window.app, game_of(lesson_book(), side)
    if current() == PSEUDO:     # these screens are stretched in the tours of their own; here it is the strip that takes its place
        return
    desk = None
    for turn in range(1, 9):
        if game.is_over:
            break
        desk = Desk(game, side)
        if turn in (2, 3):
            sit_down(app, game)
            yield f"lesson, reveal {turn}"
            app.back()
            if window.app.theme.text_scale < 1.75:      # from there on the order sheet needs the strip's place: it is walked in its own tour
                yield f"lesson, room {turn}"
            letter = next((paper for paper in desk.board.papers if paper.letter and not paper.is_own), None)
            if letter and turn == 3:
                app.top.act(f"read:{letter.id}")
                yield "lesson, a letter"
                app.back()
                desk.change(desk.draft.answering("accept", letter.letter))
        desk.seal()
        game.advance()
    app.title()
    app.push(Ending(game))
    yield "lesson, ending"
