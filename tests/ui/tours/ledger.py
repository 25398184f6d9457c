"""The ledger, the reckonings, the charts, the debrief and the replay."""

from collections.abc import Iterator
from pathlib import Path

from game.ui.background import Answer
from game.ui.desk import Desk
from game.ui.screens.charts import Charts
from game.ui.screens.ending import HISTORY, Ending
from game.ui.screens.replay import Replay
from game.ui.screens.replays import Replays
from game.ui.screens.reveal import Reveal
from game.ui.screens.why import reckon
from game.wording.reckonings import attention, effect

from ..fake_game import FakeGame
from ..window import Window


def tour(window: Window, papers: int) -> Iterator[str]:
    """Brings each of them to the front in the states that fill it most."""
    for side in (0, 1):
        yield from _of_a_seat(window, FakeGame((side,), papers=papers))
    yield from _over(window, FakeGame((1,), papers=papers))
    window.app.title()
    window.app.push(Replays([(Path(f"october-1962-washington-{place}.knot"), "moscow", "Moscow: 27 October, 10 turns, finished")
                             for place in range(papers)]))
    yield "replays"


def _of_a_seat(window: Window, game: FakeGame) -> Iterator[str]:
    app, side = window.app, game.seats[0]
    app.title()
    desk = Desk(game, side)
    app.push(Charts(desk))
    yield "charts before the first turn"
    app.push(Reveal(desk))
    yield "ledger before the first turn"
    game.turn = 2
    desk = Desk(game, side)
    app.home(Reveal(desk))
    yield "ledger"
    for place in (0, 1, 3):
        app.top.rest(f"part:{place}")
        app.top.front = "fall"
        yield f"ledger, cause {place}"
    for id, name in (("part:1", "a cause explained"), ("done:moscow:2", "a hidden order explained"), ("chain:1", "a chain explained")):
        app.top.why(id)
        yield name
        app.back()
    app.top.act("sort")
    app.top.act("show:face")
    yield "ledger, another meter, sorted"
    app.top.act("turn:-1")
    yield "ledger of an earlier turn"
    for meter in ("pressure", "resolve", "estimate"):
        app.top.why(f"meter:{meter}")
        yield f"why {meter}"
        window.press("W")
        yield f"ledger of {meter}"
        app.back()
    for made in (attention(desk.board), effect(desk.board, desk.board.orders[0], 0), effect(desk.board, desk.board.orders[0], 1)):
        reckon(app.top, desk, made)
        yield f"why {made.title}"
        window.press("W")
        yield f"account of {made.title}"
        app.top.act("sort")
        app.back()
    app.push(Charts(desk))
    yield "charts"
    app.top.act("at:-2")
    app.top.act("show:home")
    yield "charts, an earlier turn"


def _over(window: Window, game: FakeGame) -> Iterator[str]:
    app = window.app
    game.turn = 9
    app.home(Ending(game))
    yield "ending"
    app.top.answered(Answer(HISTORY, [[0, 300], [1440, 420], [2160, 560], [2880, 500]]))
    yield "ending, history beside it"
    app.top.why("agreed:0")
    yield "an agreed term explained"
    app.back()
    for part in ("security", "total"):
        app.top.why(f"score:moscow:true:{part}")
        yield f"why the score's {part}"
        window.press("W")
        yield f"account of the score's {part}"
        app.back()
    app.push(Replay(game.watched(1), 0))
    yield "replay, before the first turn"
    app.top.act("to:3")
    yield "replay"
    app.top.act("ledger")
    yield "replay, a turn's ledger"
