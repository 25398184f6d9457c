"""The way to the lesson, a new game, the first turn of a first game in both chairs, and the lesson's strip on each screen it speaks from."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from game.engine.rulebook import Rulebook
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


@cache
def first_turns(side: int) -> tuple[Game, Game]:
    """A whole game and the lesson in their first turn; what is walked hands nothing in, so they serve every size and language."""
    return game_of(book(), side), game_of(lesson_book(), side)


@cache
def lesson_turns(side: int) -> tuple[Game, Game, Game]:
    """The lesson in its second turn, in its third, and over: played once."""
    made = game_of(lesson_book(), side), game_of(lesson_book(), side), game_of(lesson_book(), side)
    for game, turns in zip(made, (1, 2, 9), strict=True):
        while not game.is_over and turns:
            turns -= 1
            Desk(game, side).seal()
            game.advance()
    return made


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
        for game in first_turns(side):
            sit_down(app, game)
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
    """Its later turns: the strip takes its place from every screen it speaks from."""
    app = window.app
    *played, over = lesson_turns(side)
    for turn, game in enumerate(played, 2):
        sit_down(app, game)
        yield f"lesson, reveal {turn}"
        app.back()
        desk = app.top.desk
        yield f"lesson, room {turn}"
        app.top.act(f"give:{desk.board.orders[0].id}")
        yield f"lesson, room {turn}, an order given"
        app.top.act("deal")
        yield f"lesson, deal {turn}"
        for line in desk.board.issues:
            app.top.act(f"peg:{line.id}:2")
            yield f"lesson, deal {turn}, {line.id} on the string"
        app.back()
        letter = next((paper for paper in desk.board.papers if paper.letter and not paper.is_own), None)
        if letter:
            app.top.act(f"read:{letter.id}")
            yield f"lesson, a letter {turn}"
            app.back()
            desk.change(desk.draft.answering("accept", letter.letter))
            yield f"lesson, room {turn}, an acceptance"
    app.title()
    app.push(Ending(over))
    yield "lesson, ending"
