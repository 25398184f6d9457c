"""The chart in the room and by itself, with every kind of mark, zoomed, and each place elsewhere."""

from collections.abc import Iterator

from game.ui.flow import sit_down
from game.ui.screens.room_chart import AT, LINE, TABS

from ..fake_game import FakeGame
from ..window import Window


def tour(window: Window, papers: int) -> Iterator[str]:
    """For each side: the panel in the room on every tab, slips of marks at the chart's four sides, the large chart at three zooms."""
    app = window.app
    for side in (0, 1):
        game = FakeGame((side,), papers=papers)
        game.turn = 2
        sit_down(app, game)
        app.back()
        room = app.top
        for place in TABS:
            room.act(f"place:{place}")
            yield f"room, chart: {place}"
        room.act("place:cuba")
        marks = game.board(side).marks
        for mark in (marks[0], *[mark for mark in marks if mark.kind in ("site", "submarine")][:3], marks[-1]):
            room.rest(f"{AT}{mark.id}")
            yield f"room, chart: {mark.label} explained"
        room.act("chart")
        yield "large chart"
        app.top.act("chart")
        for mark in marks[::5]:
            app.top.act(f"{AT}{mark.id}")
            yield f"large chart: {mark.label} explained"
        for step in range(2):
            app.top.act("zoom:+")
            yield f"large chart, nearer {step + 1}"
        app.top.act("zoom:0")
        app.top.rest(f"{LINE}{marks[3].id}")
        yield "large chart, a row of the list"
        app.top.why(f"{AT}{marks[0].id}")
        yield "large chart, why"
        app.back()
        app.back()
