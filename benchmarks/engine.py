"""What the rules and the doctrines cost: one turn alone, batches against the mock, each mechanism, memory.

Comes in: nothing but the shipped scenario and its two doctrines that seek a way out. Goes out: dictionaries of numbers.
"""

import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable

import numpy as np

from benchmarks.clock import Work, interleaved, ratio, summary
from benchmarks.mock import Mock
from game.engine.ledger import lines_for
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.engine.state import open_game
from game.engine.turn import resolve
from game.engine.view import observe
from game.lab.batch import LAID_ASIDE, Players, play_batch
from game.players.doctrine import player
from game.scenario.doctrine import load_doctrine
from game.scenario.load import load

SCENARIO, DOCTRINES = "october-1962", ("way-out-washington", "way-out-moscow")
SIZES = (1, 100, 1_000, 10_000)
BEFORE = "luck and a fresh state"
"""What a turn needs before its first mechanism."""
RULEBOOK = load(SCENARIO)
PLAYERS: Players = (player(RULEBOOK, load_doctrine(DOCTRINES[WASHINGTON], RULEBOOK)), player(RULEBOOK, load_doctrine(DOCTRINES[MOSCOW], RULEBOOK)))


def turn_alone(games: int) -> dict[str, dict[str, float]]:
    """Processor milliseconds of every turn of some single games: rules with the ledger told to both sides and both views; the doctrines."""
    rules, thinking = [], []
    for seed in range(games + 1):
        state = open_game(RULEBOOK, [seed])
        while not state.umpire.ending[0]:
            begun = time.process_time()
            sheets = (PLAYERS[WASHINGTON](observe(state, WASHINGTON)), PLAYERS[MOSCOW](observe(state, MOSCOW)))
            thought = time.process_time()
            state, ledger = resolve(RULEBOOK, state, sheets, recording=True)
            lines = ledger.lines(RULEBOOK)
            told = [(observe(state, side), lines_for(lines, side)) for side in SIDES]
            over = time.process_time()
            if seed and told:       # the first game is there to warm up
                rules.append((over - thought) * 1e3)
                thinking.append((thought - begun) * 1e3)
    return {"rules_ledger_views_ms": summary(rules), "doctrines_ms": summary(thinking)}


def batches(rounds: int) -> dict[int, dict[str, dict[str, float]]]:
    """Nanoseconds a game-turn, by size of batch: the game with both doctrines choosing, the mock, the ratio."""
    works: dict[str, Work] = {}
    for size in SIZES:
        works[f"game {size}"], works[f"mock {size}"] = _game(size), _mock(size)
    samples = interleaved(works, rounds)
    return {size: {"game_ns": summary(samples[f"game {size}"]), "mock_ns": summary(samples[f"mock {size}"]),
                   "ratio": ratio(samples[f"game {size}"], samples[f"mock {size}"])} for size in SIZES}


def _game(size: int) -> Work:
    def work(done: int) -> int:
        return int(play_batch(RULEBOOK, PLAYERS, np.arange(size) + done * size).final.public.turn.sum())
    return work


def _mock(size: int) -> Work:
    mock = Mock(size)
    return lambda done: mock.play()


def parts(size: int, repeats: int) -> dict[str, float]:
    """Processor nanoseconds a game-turn in each mechanism, in the doctrines, and around them."""
    spent: dict[str, float] = defaultdict(float)
    turns = 0

    def watch(name: str, run: Callable[[], None]) -> None:
        begun = time.process_time()
        run()
        lasted = time.process_time() - begun
        spent[name] += lasted
        spent[BEFORE] -= lasted

    for repeat in range(repeats + 1):
        state, over = open_game(RULEBOOK, np.arange(size) + repeat * size), np.zeros(size, bool)
        if repeat == 1:
            spent.clear()       # the first batch is there to warm up
            turns = 0
        while not over.all():
            begun = time.process_time()
            sheets = (PLAYERS[WASHINGTON](observe(state, WASHINGTON)), PLAYERS[MOSCOW](observe(state, MOSCOW)))
            thought = time.process_time()
            turns += int((~over).sum())
            state, _ = resolve(RULEBOOK, state, sheets, watch=watch)
            resolved = time.process_time()
            spent["doctrines"] += thought - begun
            spent[BEFORE] += resolved - thought
            over |= state.umpire.ending > 0
            if over.sum() * LAID_ASIDE > over.size:         # as play_batch does it
                still = np.flatnonzero(~over)
                state, over = state.take(still), over[still]
            spent["dropping finished games"] += time.process_time() - resolved
    return {name: seconds / turns * 1e9 for name, seconds in sorted(spent.items(), key=lambda part: -part[1])}


def memory(size: int) -> dict[str, float]:
    """Bytes a game: of its state, and at the peak of playing a batch."""
    play_batch(RULEBOOK, PLAYERS, np.arange(2))
    tracemalloc.start()
    final = play_batch(RULEBOOK, PLAYERS, np.arange(size)).final
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return {"state_bytes": final.block.nbytes / size, "peak_bytes": peak / size}
