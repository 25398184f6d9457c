"""A batch over several processes, with the same games as one process would play.

Comes in: a Task of plain words and numbers, seeds, a number of workers. Goes out: a Batch. Never here: a rule, a screen.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context

import numpy as np

from ..engine.digest import digest
from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW, WASHINGTON
from ..engine.state import State, open_game
from ..engine.terms import Array
from ..scenario.dials import turned
from ..scenario.load import load_text
from ..session.opponents import scripted
from .batch import CHUNK, Batch, Players, play_batch

_PART = 5_000
"""Games a worker takes at a time: short enough that a cancelled batch ends soon."""

_GLANCE_SECONDS = 0.2


@dataclass(frozen=True)
class Task:
    """What every worker needs to know; each builds its own rulebook and players from it."""

    text: str
    name: str
    washington: tuple[str, int]
    """A doctrine's id and level."""
    moscow: tuple[str, int]
    dials: tuple[tuple[str, int], ...] = ()


@lru_cache(maxsize=2)
def prepared(task: Task) -> tuple[Rulebook, Players]:
    """The rulebook with its dials set, and both players."""
    rulebook = turned(load_text(task.text, task.name), dict(task.dials))
    return rulebook, (scripted(rulebook, WASHINGTON, *task.washington), scripted(rulebook, MOSCOW, *task.moscow))


def play_all(task: Task, seeds: Array, workers: int = 1, progress: Callable[[int], None] | None = None) -> Batch:
    """The same Batch for any number of workers; `progress` hears how many more games have finished. Ctrl+C raises KeyboardInterrupt."""
    rulebook, players = prepared(task)
    if workers == 1:
        return play_batch(rulebook, players, seeds, CHUNK, progress)
    final, size = open_game(rulebook, seeds), max(1, min(_PART, -(-len(seeds) // workers)))
    with _interrupts_noted() as noted, ProcessPoolExecutor(workers, get_context("spawn"), _ignore_interrupts) as pool:
        with _interrupts_ignored():
            parts = {pool.submit(_play_part, task, seeds[start:start + size]): start for start in range(0, len(seeds), size)}
        waiting = set(parts)
        while waiting:
            done, waiting = wait(waiting, _GLANCE_SECONDS, FIRST_COMPLETED)
            for part in done:
                block = part.result()
                final.block[:, parts[part]:parts[part] + block.shape[1]] = block
                if progress:
                    progress(block.shape[1])
            if noted:
                pool.shutdown(cancel_futures=True)
                raise KeyboardInterrupt
    return Batch(final, digest(final))


@contextmanager
def _interrupts_noted() -> Iterator[list[int]]:
    """Ctrl+C fills the list instead of breaking into the pool's own locks."""
    noted: list[int] = []
    with _handler(lambda number, _: noted.append(number)):
        yield noted


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Processes started meanwhile ignore Ctrl+C from their first breath; the parent answers for all."""
    with _handler(signal.SIG_IGN):
        yield


@contextmanager
def _handler(handler: Callable[[int, object], object] | signal.Handlers) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _play_part(task: Task, seeds: Array) -> Array:
    rulebook, players = prepared(task)
    final: State = play_batch(rulebook, players, np.asarray(seeds)).final
    return final.block
