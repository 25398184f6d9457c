"""The ledger, the reckonings, the charts, the debrief and the replay."""

from collections.abc import Iterator
from pathlib import Path

from game.ui.screens.charts import Charts
from game.ui.screens.replay import Replay
from game.ui.screens.replays import Replays
from game.ui.screens.reveal import Reveal
from game.wording.reckonings import attention, effect

from ..fake_game import FakeGame
from ..window import Window, seated


def _fronts(window: Window, name: str) -> Iterator[str]:
    """The screen as it is, and every panel of it that has a tab."""
    window.app.build()
    yield name
    for tab in [node.id for node in window.app.tree.nodes if node.id.startswith("front:")]:
        window.app.top.front = tab.removeprefix("front:")
        yield f"{name}, {tab}"


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
    app = window.app
    seated(window, game, 1)
    app.push(Charts(app.top.desk))
    yield from _fronts(window, "charts before the first turn")
    app.back()
    app.push(Reveal(app.top.desk))
    yield from _fronts(window, "ledger before the first turn")
    seated(window, game)
    app.push(Reveal(app.top.desk))
    yield from _fronts(window, "ledger")
    for place in (0, 1, 3):
        app.top.rest(f"part:{place}")
        app.top.front = "fall"
        yield f"ledger, cause {place}"
    app.top.why("part:1")
    yield "a cause explained"
    app.back()
    app.top.why("done:moscow:2")
    yield "a hidden order explained"
    app.back()
    app.top.act("sort")
    app.top.act("show:face")
    yield "ledger, another meter, sorted"
    app.top.act("turn:-1")
    yield from _fronts(window, "ledger of an earlier turn")
    app.back()
    for meter in ("pressure", "resolve", "estimate"):
        app.top.why(f"meter:{meter}")
        yield f"why {meter}"
        window.press("W")
        yield f"ledger of {meter}"
        app.back()
    from game.ui.screens.why import reckon
    board = app.top.desk.board
    for made in (attention(board), effect(board, board.orders[0], 0), effect(board, board.orders[0], 1)):
        reckon(app.top, app.top.desk, made)
        yield f"why {made.title}"
        window.press("W")
        yield f"account of {made.title}"
        app.top.act("sort")
        app.back()
    app.push(Charts(app.top.desk))
    yield from _fronts(window, "charts")
    app.top.act("at:-2")
    app.top.act("show:home")
    yield from _fronts(window, "charts, an earlier turn")


def _over(window: Window, game: FakeGame) -> Iterator[str]:
    app = window.app
    seated(window, game, 9)
    yield from _fronts(window, "ending")
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
    yield from _fronts(window, "replay, before the first turn")
    app.top.act("to:3")
    yield from _fronts(window, "replay")
    app.top.act("ledger")
    yield "replay, a turn's ledger"
