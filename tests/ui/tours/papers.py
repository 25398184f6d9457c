"""Letters and archive, the paper reader, history notes, hard words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.ui.flow import sit_down
from game.ui.screens.history import History
from game.ui.screens.letters import Letters
from game.ui.screens.paper import Reading

from ..fake_game import FakeGame
from ..window import Window


def tour(window: Window, papers: int) -> Iterator[str]:
    """Each in both seats, with every panel in front once where one has the window to itself."""
    for side in (0, 1):
        game = FakeGame((side,), papers=papers)
        game.turn = 2
        sit_down(window.app, game)
        window.app.back()
        desk = window.app.top.desk
        yield from _letters(window, Letters(desk))
        yield from _readings(window, desk)
        yield from _history(window, History(desk))


def _letters(window: Window, screen: Letters) -> Iterator[str]:
    window.app.push(screen)
    for id in list(screen.letters):
        screen.act(f"letter:{id}")
        yield f"letters, {id}"
    screen.act("lane:un")
    yield "letters, an empty channel"
    screen.act("lane:")
    for door in ("term:T01", "worth:all", "answer:accept", "meter:mood"):
        if screen.letter:
            screen.rest(door)
            screen.why(door)
            if window.app.top is not screen:
                yield f"letters, {door} explained"
                window.app.back()
    screen.said = "Copied: it is on the clipboard."
    yield "letters, a quiet word"
    screen.said = ""
    screen.act("view:archive")
    for day in list(screen.folded):
        screen.act(f"day:{day}")
    yield "archive, all unfolded"
    for id in list(screen.papers)[:9]:
        screen.act(f"letter:{id}")
        yield f"archive, {id}"
    screen.act("kind:report")
    yield "archive, reports only"
    window.app.back()


def _readings(window: Window, desk: object) -> Iterator[str]:
    letter = desk.board.papers[0]
    closed = replace(letter, id="letter-gone", letter=0)
    deal = replace(letter, id="deal@3", letter=0, number=0, sender="Both governments",
                   terms=tuple(replace(term, reading="Taken another way by us") for term in letter.terms))
    for paper in (*desk.board.papers[:6], closed, deal):
        screen = Reading(desk, paper)
        window.app.push(screen)
        yield f"paper {paper.id}"
        if paper.terms:
            screen.why(f"term:{paper.terms[0].issue}")
            yield "a term of a paper explained"
            window.app.back()
        screen.act("words")
        yield "hard words of a paper"
        window.app.back()
        window.app.back()


def _history(window: Window, screen: History) -> Iterator[str]:
    window.app.push(screen)
    yield "history"
    for choice in ("filter:public", "filter:secret", "filter:all", "note:0", "note:1"):
        if screen.desk.board.notes or not choice.startswith("note"):
            screen.act(choice)
            yield f"history, {choice}"
    if screen.desk.board.notes:
        screen.why("issue:T09")
        yield "an issue named in a note"
        window.app.back()
    screen.act("other")
    yield "hard words"
    window.app.back()
