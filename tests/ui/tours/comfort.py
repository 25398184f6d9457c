"""Title, settings, keys, credits, scenarios, classroom, saves, slips, curtain: what stands around a game."""

from collections.abc import Iterator
from dataclasses import replace

from game.session.shelf import DAMAGED, OPEN, OVER, Book, Kept
from game.ui.flow import sit_down
from game.ui.gallery import SHELF
from game.ui.screens.notice import Notice
from game.ui.screens.saves import Saves
from game.ui.screens.scenarios import Scenarios

from ..fake_game import FakeGame
from ..window import Window

BOOK = Book("october-1962", "October 1962", "Missiles in Cuba, a line of ships in the Atlantic, and two governments that want them gone or kept "
            "without a war.", 50, ("The thirteen days", "A week too long", "Loose ends", "The long settlement", "The soldiers are counted",
                                   "What was promised falls due"), 26, 181, 174, 81, 172)
LESSON = replace(BOOK, id="first-evening", name="The first evening", minutes=10, issues=8)
LONG = "The game is saved up to the last turn played; the staff could not finish its count, and says so here at the length such a thing takes. "


def tour(window: Window, papers: int = 7) -> Iterator[str]:
    app = window.app
    app.title()
    yield "title"
    app.common("keys")
    yield "keys over the title"
    app.back()
    app.common("settings")
    yield "settings"
    for action in ("set:volume:0", "set:panels:taught"):
        app.top.rest(action)
        yield f"settings, {action} in sight"
    app.speaker.trouble = "no device"
    yield "settings, silent"
    app.back()
    for action in ("classroom", "credits"):
        app.top.act(action)
        yield action
        app.back()
    app.push(Scenarios([BOOK, LESSON]))
    yield "scenarios"
    app.back()
    app.push(Scenarios([]))
    yield "scenarios, none"
    app.back()
    for saves in (many(papers), []):
        app.push(Saves(saves))
        yield f"saves, {len(saves)}"
        app.back()
    yield from _slips(window)
    game = FakeGame((0, 1))
    game.turn = 2
    for side in (0, 1):
        game.handed_in = []
        sit_down(app, game)
        app.top.side = side
        yield f"curtain, {side}"
        app.top.act("press")
        yield f"curtain, {side}, once pressed"
    app.common("keys")
    yield "keys over the curtain"
    app.back()


def many(papers: int) -> list[Kept]:
    """Saves of every kind, and as many as there are papers."""
    return [*SHELF, replace(SHELF[0], day=None, turns=0), replace(SHELF[3], scenario="", seats=(), trouble="The file ends inside its first line."),
            *(replace(SHELF[0], state=state) for state in (OPEN, OVER, DAMAGED) * (papers // 3))]


def _slips(window: Window) -> Iterator[str]:
    app = window.app
    sit_down(app, FakeGame((0,)))
    app.push(Notice("Not saved", "Saved."))
    yield "notice"
    app.back()
    app.push(Notice("Something with a long name that could not be done today", *(LONG * 2,) * 6))
    yield "notice, long"
    app.back()
    app.common("keys")
    yield "keys over the briefing"
    app.back()
    app.back()
    app.common("keys")
    yield "keys over the room"
    app.back()
    app.top.act("deal")
    app.common("keys")
    yield "keys over the deal table"
    app.back()
    app.back()
    app.leave()
    yield "leave"
