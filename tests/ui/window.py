"""A window for the tests: the real App under SDL's dummy driver, driven by posted events only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame

from game.session.doors import Choice, Doors
from game.session.settings import SEATS, Settings
from game.ui.app import App
from game.ui.flow import sit_down
from game.ui.layout.node import Node, Tree
from game.ui.press import NAMES
from tests.whole_games import book

from .fake_game import FakeGame

CODES = {name: code for code, name in NAMES.items()}
OPPONENTS = [("way-out", "A way out", "Seeks a text both can sign, and gives the pledge its price."),
             ("hold", "Hold firm", "Finishes the base and waits for the other side to tire.")]

CRISES = [("october-1962", "October 1962", "Missiles in Cuba."), ("first-evening", "The first evening", "A lesson.")]


class Window:
    """The App, and hands for it."""

    def __init__(self, size: tuple[int, int] = (1280, 720), text: float = 1.0, turns: int = 3, doors: Doors | None = None,
                 language: str = "en", is_beginner: bool = False):
        self.turns, self.choices, self.games = turns, [], []
        saves = [(Path("october-1962-washington.knot"), "Washington, 27 October, 10 turns played")]
        fake = Doors(self._open, lambda file: self._keep(FakeGame()), lambda: saves, lambda side, scenario="": OPPONENTS,
                     lambda scenario="": book().settings, scenarios=lambda: CRISES)
        taught = () if is_beginner else SEATS
        self.app = App(doors or fake, Settings(text_size=text, language=language, taught=taught), size)
        self.app.title()
        self.settle()

    def _open(self, choice: Choice) -> FakeGame:
        self.choices.append(choice)
        return self._keep(FakeGame((0, 1) if choice.hotseat else (0 if choice.side == "washington" else 1,), self.turns))

    def _keep(self, game: FakeGame) -> FakeGame:
        self.games.append(game)
        return game

    @property
    def tree(self) -> Tree:
        return self.app.tree

    @property
    def screen(self) -> str:
        return self.app.top.name

    @property
    def focus(self) -> str:
        return self.app.top.focus

    def settle(self) -> None:
        """Every posted event has had its effect, and what changed is painted."""
        for event in pygame.event.get():
            if self.app.is_open:
                self.app.handle(event)
        if self.app.is_open and self.app.is_dirty:
            self.app.paint()

    def press(self, *names: str) -> None:
        for name in names:
            mod, plain = 0, name
            for word, bit in (("Ctrl+", pygame.KMOD_CTRL), ("Shift+", pygame.KMOD_SHIFT)):
                if plain.startswith(word) and plain != word:
                    mod, plain = mod | bit, plain.removeprefix(word)
            code = CODES.get(plain) or ord(plain.lower())
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=plain.lower() if len(plain) == 1 and not mod else "",
                                                 scancode=0))
            pygame.event.post(pygame.event.Event(pygame.KEYUP, key=code, mod=mod, unicode="", scancode=0))
            self.settle()

    def node(self, id: str) -> Node:
        node = self.tree.find(id)
        assert node is not None, f"no {id!r} on {self.screen}: {[node.id for node in self.tree.nodes if node.action]}"
        return node

    def click_at(self, x: int, y: int, button: int = 1) -> None:
        for kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            more = {"rel": (0, 0), "buttons": (0, 0, 0)} if kind == pygame.MOUSEMOTION else {"button": button}
            pygame.event.post(pygame.event.Event(kind, pos=(x, y), **more))
            self.settle()

    def click(self, *ids: str) -> None:
        """Where a hand would click; what lies on the thing is the thing's own affair."""
        for id in ids:
            self.click_at(*self.node(id).rect.center)

    def walk_to(self, id: str) -> None:
        """Focus goes there by Tab and arrows alone."""
        for _ in range(60):
            stop = self.tree.stop_of(self.focus)
            if id in self.tree.stops.get(stop, []):
                break
            self.press("Tab")
        for _ in range(60):
            if self.focus == id:
                return
            ids = self.tree.stops[self.tree.stop_of(self.focus)]
            self.press("Down" if ids.index(id) > ids.index(self.focus) else "Up")
        raise AssertionError(f"Tab and arrows did not reach {id!r} on {self.screen}; focus is at {self.focus!r}")


def seated(window: Window, game: FakeGame | None = None, turn: int | None = 2) -> FakeGame:
    """A fake game in its second turn, or a game as it is, its room in front."""
    game = game or FakeGame()
    if turn is not None:
        game.turn = turn
    sit_down(window.app, game)
    window.settle()
    if window.screen in ("reveal", "briefing"):
        window.press("Ctrl+Enter")
    return game


def every_screen(window: Window, papers: int = 7) -> Iterator[str]:
    """Brings every screen to the front, one after the other, in the states that fill it most."""
    app = window.app
    app.title()
    yield "title"
    for side in (0, 1):
        yield from _in_play(window, FakeGame((side,), papers=papers))


def _in_play(window: Window, game: FakeGame) -> Iterator[str]:
    app = window.app
    sit_down(app, game)
    yield "briefing"
    game.turn = 2
    sit_down(app, game)
    app.back()
    yield "room"
    if game.papers:
        app.top.act("read:letter-1")
        yield "paper, much on a string"
        app.top.why("term:T07")
        yield "a term explained"
        app.back()
        app.back()
    app.top.act("read:letter-2")
    yield "paper"
    app.top.act("answer:accept")
    app.back()
    yield "room, an answer"
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
