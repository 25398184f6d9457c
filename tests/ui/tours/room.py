"""The situation room of either chair: its wall and what a line of it means, before and after the agreement; team and files."""

from collections.abc import Iterator

from game.ui.flow import sit_down

from ..fake_game import FakeGame
from ..window import Window


def tour(window: Window, papers: int) -> Iterator[str]:
    """For each side: every panel of the room in front, before and after the agreement."""
    for side in (0, 1):
        game = FakeGame((side,), papers=papers)
        sit_down(window.app, game)
        yield "briefing"
        game.turn = 2
        sit_down(window.app, game)
        window.app.back()
        yield from _room(window)
        game.stage = "loose_ends"
        sit_down(window.app, game)
        window.app.back()
        yield from _room(window)
        yield from _cabinet(window)


def _cabinet(window: Window) -> Iterator[str]:
    app = window.app
    app.top.act("team")
    yield "team"
    app.top.why("person:envoy")
    yield "a person explained"
    app.back()
    app.back()
    app.top.act("files")
    yield "files"
    app.top.rest("file:file-2")
    app.top.moved("file:file-2")
    yield "files, another"
    app.back()


def _room(window: Window) -> Iterator[str]:
    app, room = window.app, window.app.top
    board = room.desk.board
    yield f"room, {board.stage}"
    rows = [row for panel in board.panels for row in panel.rows]
    for row in (rows[0], rows[-1]):
        room.act(f"seat:{row.id}")
        yield f"{row.name} explained"
        app.back()
    for line in board.readings[:4]:
        room.act(f"reading:{line.issue}")
        yield f"what was agreed on {line.name}"
        app.back()
