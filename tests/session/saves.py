"""Saves to damage: a finished game and one in the middle, and the tools of somebody who would edit them."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from game.engine.orders import Dispatch
from game.engine.rulebook import Rulebook
from game.engine.sides import MOSCOW, WASHINGTON
from game.lab.batch import play_batch
from game.scenario.load import load
from game.session.chain import seal
from game.session.game import Game
from game.session.opponents import scripted

TURNS = 5


@cache
def october() -> Rulebook:
    return load("october-1962")


def _long_game() -> int:
    """A seed of so many figures that it could not stand anywhere by chance, whose game is long."""
    seeds = np.arange(1_928_374_651, 1_928_374_691)
    batch = play_batch(october(), (scripted(october(), WASHINGTON), scripted(october(), MOSCOW)), seeds)
    return int(seeds[np.argmax(batch.final.public.turn >= 3 * TURNS)])


SEED = _long_game()


def fresh(path: Path | None = None, seed: int = SEED, seats: tuple[int, ...] = ()) -> Game:
    """A game of the way-out doctrines, with people in those seats."""
    players = {side: scripted(october(), side) for side in (WASHINGTON, MOSCOW) if side not in seats}
    return Game.open(october(), seed, players, path)


def turn(game: Game) -> None:
    """One more turn, in which people do nothing."""
    for side in game.waits_for:
        game.submit(side, Dispatch())
    game.advance()


def to_the_end(game: Game) -> Game:
    while not game.is_over:
        turn(game)
    return game


@cache
def finished() -> bytes:
    """The save of a whole game between two doctrines."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "whole.knot"
        to_the_end(fresh(path))
        return path.read_bytes()


@cache
def begun() -> bytes:
    """The save of the same game after TURNS turns."""
    return b"".join(line + b"\n" for line in finished().split(b"\n")[:TURNS + 1])


def fields_of(save: bytes) -> list[dict]:
    """The values of each line, without their chains."""
    lines = [json.loads(line) for line in save.splitlines()]
    for line in lines:
        del line["chain"]
    return lines


def sealed(lines: list[dict]) -> bytes:
    """A save with those lines, every chain made right again."""
    chain, whole = "", b""
    for fields in lines:
        line, chain = seal(chain, fields)
        whole += line
    return whole
