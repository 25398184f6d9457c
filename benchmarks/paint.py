"""What a frame costs: a full repaint, the way from a hand to the painted frame, the rope in motion. A program of its own, as a window is one.

    python -m benchmarks.paint 1280 720

Comes in: a size, SDL's surroundings. Goes out: JSON with milliseconds, of the fixed game that `screens` draws. Never here: a player's saves.
A full repaint is the painter drawing every node on the window's own surface in software; building the tree and handing the surface to the
display are told beside it. From hand to frame counts everything: the event in SDL's queue, the loop, the tree, the painting, the display.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import pygame

from benchmarks.clock import summary
from game.session.settings import Settings
from game.ui.app import App
from game.ui.flow import sit_down
from game.ui.gallery import gallery_doors, played
from game.ui.layout.node import Canvas
from game.ui.painter import draw
from game.ui.press import NAMES

ROUNDS = 40
CODES = {name: code for code, name in NAMES.items()}
ROOM_KEYS = ("Down", "Down", "Up", "Tab", "Down", "Down", "Tab", "Down", "Shift+Tab", "Up", "Tab", "Tab", "Down", "Down", "Up")
DEAL_KEYS = ("Down", "Down", "Right", "Left", "Down", "Up", "Tab", "Down", "Shift+Tab", "Down")
CLICKED = ("row", "chip", "tab", "step")


def main() -> None:
    """Measures and prints."""
    size = (int(sys.argv[1]), int(sys.argv[2]))
    app = App(gallery_doors(), Settings(), size)
    found: dict[str, Any] = {"driver": pygame.display.get_driver(), "size": list(size)}
    app.title()
    app.paint()
    game = played((0,), 10)
    found["rope_in_motion_ms"] = told(in_motion(app, game))
    app.top.act("go")
    rest(app)
    hands = {"keys": keys(app, ROOM_KEYS), "moves": moves(app), "clicks": clicks(app)}
    found["room"] = repaint(app)
    app.top.act("deal")
    rest(app)
    hands = {"keys": hands["keys"] + keys(app, DEAL_KEYS), "moves": hands["moves"] + moves(app), "clicks": hands["clicks"] + clicks(app)}
    found["deal"] = repaint(app)
    found["hand_to_frame_ms"] = {name: told(values) for name, values in hands.items()}
    found["hand_to_frame_ms"]["all"] = told([value for values in hands.values() for value in values])
    app.background.close()
    print(json.dumps(found))


def rest(app: App) -> None:
    """Everything that is prepared beside the window is there, and the screen is painted."""
    while app.is_dirty or app.knots.step(1000):
        app.paint()


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of the processor, and on the wall: the two are one where nothing else runs on the machine."""
    begun, on_wall = time.process_time(), time.perf_counter()
    work()
    return (time.process_time() - begun) * 1e3, (time.perf_counter() - on_wall) * 1e3


def told(samples: list[tuple[float, float]]) -> dict[str, float]:
    """Of the processor's milliseconds median, least and most; and the wall's median."""
    return {**summary([spent for spent, _ in samples]), "wall_median": statistics.median(waited for _, waited in samples)}


def repaint(app: App) -> dict[str, Any]:
    """Every node drawn, and beside it the tree built and the whole frame."""
    tree = app.build()
    canvas = Canvas(app.surface, app.theme, app.top.focus, "", app.knots)
    drawn, built, whole = [], [], []
    for _ in range(ROUNDS):
        drawn.append(timed(lambda: draw(canvas, tree)))
        built.append(timed(app.build))
        app.painter.forget()
        whole.append(timed(app.paint))
    return {"nodes": len(tree.nodes), "every_node_ms": told(drawn), "tree_ms": told(built), "whole_frame_ms": told(whole)}


def seen(app: App, event: pygame.event.Event) -> tuple[float, float]:
    """From the event in the queue to the frame that shows what it did."""
    def until_painted() -> None:
        pygame.event.post(event)
        app.wait()
        if app.is_dirty:
            app.paint()
    return timed(until_painted)


def keys(app: App, names: tuple[str, ...]) -> list[tuple[float, float]]:
    """Keys that move about a screen and change what is shown beside."""
    found: list[tuple[float, float]] = []
    for name in names * 3:
        mod, plain = (pygame.KMOD_SHIFT, name.removeprefix("Shift+")) if name.startswith("Shift+") else (0, name)
        code = CODES[plain]
        found.append(seen(app, pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="", scancode=0)))
        seen(app, pygame.event.Event(pygame.KEYUP, key=code, mod=mod, unicode="", scancode=0))
    return found


def moves(app: App) -> list[tuple[float, float]]:
    """The mouse goes from thing to thing."""
    places = [node.rect.center for node in app.tree.nodes if node.action]
    return [seen(app, pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(1, 1), buttons=(0, 0, 0))) for place in places * 2]


def clicks(app: App) -> list[tuple[float, float]]:
    """Rows are chosen; what leads to another screen is left alone."""
    name = app.top.name
    found: list[tuple[float, float]] = []
    places = [node.rect.center for node in app.tree.nodes if node.action and node.kind in CLICKED and node.group]
    for place in places * 2:
        found.append(seen(app, pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1)))
        while app.top.name != name:
            app.back()
            app.paint()
    return found


def in_motion(app: App, game: Any) -> list[tuple[float, float]]:
    """Each frame of the rope between two turns, its knots baked beforehand as they are for a player by then."""
    sit_down(app, game)
    rest(app)
    app._prepare_rope()
    while app.knots.step(1000):
        pass
    found: list[tuple[float, float]] = []
    for _ in range(3):
        app.is_live, app.sway._seen, app.is_dirty = True, None, True
        app.paint()
        while app.sway.is_moving:
            app.wait()
            found.append(timed(app.paint))
        app.is_live = False
    return found


if __name__ == "__main__":
    main()
