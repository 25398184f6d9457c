"""Every screen in a state worth looking at: one fixed game of the crisis, from both seats, and its end.

Comes in: an App without a screen of its own. Goes out: the names of the screens, each in front when its name is told. Never here: a person's
saves or settings; nothing is written. The command `screens` makes pictures of it, and the layout tests walk it with real words and numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..engine.orders import from_sheet
from ..engine.sides import SIDE_IDS, SIDES
from ..scenario.load import load
from ..session.doors import Doors
from ..session.frontdoor import FIRST_SCENARIO, front_doors
from ..session.game import Game
from ..session.opponents import scripted
from ..session.shelf import DAMAGED, OPEN, OVER, Kept
from .app import App
from .desk import Desk
from .dilemmas import LOOSE_ENDS, dilemmas
from .flow import sit_down

SEED, TURNS = 745, 10
"""The shipped history game, stopped on the evening of 27 October."""
PAIR = ("history-washington", "history-moscow")
KEPT = [(Path("october-1962-washington-1.knot"), "Washington, 27 October, 10 turns played"),
        (Path("october-1962-both-2.knot"), "Washington and Moscow, 24 October, 4 turns played")]
SHELF = [Kept(Path("october-1962-washington-1.knot"), OPEN, ("washington",), date(1962, 10, 27), 10, FIRST_SCENARIO),
         Kept(Path("october-1962-both-2.knot"), OPEN, ("washington", "moscow"), date(1962, 10, 24), 4, FIRST_SCENARIO),
         Kept(Path("october-1962-moscow-1.knot"), OVER, ("moscow",), date(1963, 1, 7), 32, FIRST_SCENARIO),
         Kept(Path("october-1962-moscow-0.knot"), DAMAGED, ("moscow",), date(1962, 10, 25), 6, FIRST_SCENARIO,
              "Line 8 is not JSON: it was cut or edited.")]


def gallery_doors() -> Doors:
    """The doors of the shipped crisis, with two saves to be listed that nobody has to have."""
    doors = front_doors()
    return replace(doors, saves=lambda: KEPT, kept=lambda: SHELF, peek=lambda file: SHELF[0])


def played(seats: tuple[int, ...], turns: int) -> Game:
    """The fixed game, kept in no file, after so many turns or at its end, those seats then a person's."""
    rulebook = load(FIRST_SCENARIO)
    doctrines = {side: scripted(rulebook, side, PAIR[side]) for side in SIDES}
    game = Game.open(rulebook, SEED, {side: doctrines[side] for side in SIDES if side not in seats})
    for _ in range(turns):
        if game.is_over:
            break
        for side in seats:
            view = game.view(side)
            game.submit(side, from_sheet(rulebook, view, doctrines[side](view)))
        game.advance()
    return game


def walk(app: App) -> Iterator[str]:
    """Brings each screen to the front and tells its name."""
    yield from _outside(app)
    for side in SIDES:
        for name in _at_the_desk(app, side):
            yield f"{SIDE_IDS[side]}-{name}"
        sit_down(app, played((side,), LOOSE_ENDS))
        app.back()
        yield f"{SIDE_IDS[side]}-room-loose-ends"
    for name in dilemmas(app):
        yield f"dilemma-{name}"
    sit_down(app, played((0, 1), 4))
    yield "curtain"
    for side in SIDES:
        sit_down(app, played((side,), 400))
        yield f"{SIDE_IDS[side]}-ending"
        for name in _looking_back(app):
            yield f"{SIDE_IDS[side]}-{name}"


def _outside(app: App) -> Iterator[str]:
    app.title()
    yield "title"
    for action, name in (("new", "new-crisis"), ("saves", "saves"), ("scenarios", "scenarios"), ("classroom", "classroom"),
                         ("settings", "settings"), ("credits", "credits")):
        app.top.act(action)
        yield name
        app.back()
    app.common("keys")
    yield "keys"
    app.back()


def _at_the_desk(app: App, side: int) -> Iterator[str]:
    experienced, app.settings = app.settings, replace(app.settings, taught=(), open_all=False)
    sit_down(app, played((side,), 0))
    while app.top.name != "first":
        app.back()
    yield "first-turn"
    app.settings = experienced
    sit_down(app, played((side,), 0))
    yield "briefing"
    app.back()
    game = played((side,), TURNS)
    sit_down(app, game)
    yield "reveal"
    app.back()
    yield "room"
    yield from _with(app, "charts", "charts")
    yield from _with(app, "chart", "chart")
    yield from _orders(app)
    yield from _papers(app)
    yield from _deal(app)


def _with(app: App, action: str, *names: str) -> Iterator[str]:
    """A screen that an action opens, and after it the one below again."""
    below = app.top
    app.top.act(action)
    yield from names
    while app.top is not below:
        app.back()


def _looking_back(app: App) -> Iterator[str]:
    """From the end: how a score is made up, and the game again, turn by turn."""
    below = app.top
    app.top.why("score:washington:public:total")
    app.top.act("whole")
    yield "account"
    while app.top is not below:
        app.back()
    app.top.act("replay")
    app.top.act(f"to:{TURNS}")
    yield "replay"


def _orders(app: App) -> Iterator[str]:
    desk: Desk = app.top.desk  # type: ignore[attr-defined]
    for order in [line.id for line in desk.board.orders if not line.refusal and not line.is_out_of_stage][:2]:
        app.top.act(f"give:{order}")
    yield "orders"
    yield from _with(app, "send", "confirm")
    yield from _with(app, "team", "team")
    yield from _with(app, "files", "files")
    below = app.top
    app.top.why("meter:pressure")
    yield "why"
    while app.top is not below:
        app.back()


def _papers(app: App) -> Iterator[str]:
    desk: Desk = app.top.desk  # type: ignore[attr-defined]
    letter = next((paper for paper in desk.board.papers if paper.letter and not paper.is_own), desk.board.papers[0])
    yield from _with(app, f"read:{letter.id}", "paper")
    for key, opened, action, other in (("letters", "letters", "view:archive", "archive"), ("history", "history", "other", "hard-words")):
        below = app.top
        app.top.act(key)
        yield opened
        app.top.act(action)
        yield other
        while app.top is not below:
            app.back()


def _deal(app: App) -> Iterator[str]:
    """A proposal of three terms: two open and loose, one secret and spoken."""
    below = app.top
    app.top.act("deal")
    for action in ("peg:T01:2", "peg:T06:3", "peg:T09:3", "secret:T09", "paper:T09"):
        app.top.act(action)
    yield "deal"
    while app.top is not below:
        app.back()
