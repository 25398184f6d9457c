"""The same bits in fresh processes, whatever the machine's mood: hash seed, locale, folder, clock, global generators."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.proofs import moods_of_the_machine
from tests.random_play import any_position, random_player
from tests.whole_games import PAIRINGS, book, fingerprint, pair, sheets_of, turns

ROOT = Path(__file__).resolve().parents[2]
ASK = "from tests.whole_games import fingerprint; print(fingerprint(40))"
FAKED_CLOCK = ("import time, datetime\n"
               "time.time = lambda: 0.0\ntime.time_ns = lambda: 0\ntime.monotonic = lambda: 0.0\ntime.perf_counter = lambda: 0.0\n"
               "class Frozen(datetime.datetime):\n    @classmethod\n    def now(cls, tz=None): return cls(1999, 12, 31, tzinfo=tz)\n"
               "    utcnow = today = now\ndatetime.datetime = Frozen\n")
POLLUTED = "import random, numpy\nrandom.seed(5); numpy.random.seed(9); [random.random() for _ in range(99)]; numpy.random.random(99)\n"
BREATHING = ("import game.engine.turn as turn, random, numpy\nplain = turn.resolve\n"
             "def resolve(*given, **named):\n    random.random(); numpy.random.random()\n    return plain(*given, **named)\nturn.resolve = resolve\n")
OTHER_LOCALE = ("import locale\nfor name in ('tr_TR.UTF-8', 'de_DE.UTF-8', 'C.UTF-8', 'C'):\n"
                "    try: locale.setlocale(locale.LC_ALL, name); break\n    except locale.Error: pass\n")

MACHINES = {
    "hash seed 0": ({"PYTHONHASHSEED": "0"}, ""),
    "hash seed 1": ({"PYTHONHASHSEED": "1"}, ""),
    "hash seed 12345": ({"PYTHONHASHSEED": "12345"}, ""),
    "another locale": ({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, OTHER_LOCALE),
    "ASCII only": ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, ""),
    "another time zone": ({"TZ": "Asia/Kathmandu"}, "import time\nif hasattr(time, 'tzset'): time.tzset()\n"),
    "a clock that stands still": ({}, FAKED_CLOCK),
    "polluted generators": ({}, POLLUTED),
    "generators that move every turn": ({}, BREATHING),
    "optimised": ({"PYTHONOPTIMIZE": "2"}, ""),
    "one thread": ({"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}, ""),
}


def ask(environment, before, folder):
    """Starts a fresh process in another folder that prints the fingerprint of every turn of forty games of each doctrine."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONHASHSEED", "LC_ALL", "LANG", "TZ")}
    return subprocess.Popen([sys.executable, "-c", before + ASK], cwd=folder, env={**kept, "PYTHONPATH": str(ROOT), **environment},
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def answers(machines, folder):
    found = {}
    names = list(machines)
    for pair_of in zip(names[::2], [*names[1::2], None], strict=False):
        running = {name: ask(*machines[name], folder) for name in pair_of if name}
        for name, process in running.items():
            told, complaint = process.communicate(timeout=300)
            assert process.returncode == 0, f"{name}: {complaint}"
            found[name] = told.strip()
    return found


def test_fresh_processes_play_the_same_games(tmp_path):
    """Three hash seeds, in another folder than the tree: the same fingerprint as here."""
    folder = tmp_path / "somewhere else"
    folder.mkdir()
    found = answers({name: MACHINES[name] for name in MACHINES if name.startswith("hash seed")}, folder)
    assert set(found.values()) == {fingerprint(40)}, found


@pytest.mark.slow
def test_no_mood_of_the_machine_changes_a_game(tmp_path):
    """Locale, character set, time zone, a clock that stands still, polluted and moving generators, optimised code, threads."""
    found = answers({name: MACHINES[name] for name in MACHINES if not name.startswith("hash seed")}, tmp_path)
    assert set(found.values()) == {fingerprint(40)}, found


def test_no_turn_hangs_on_a_global_generator():
    """Each turn resolved again and again under other global seeds, in real and in extreme positions: one result."""
    rng = np.random.default_rng(1)
    for played in turns(book(), pair(*PAIRINGS[-1]), range(40)):
        assert moods_of_the_machine(book(), played.before, played.sheets) == []
    state = any_position(book(), 300, rng)
    assert moods_of_the_machine(book(), state, sheets_of((random_player(book(), rng), random_player(book(), rng)), state)) == []


def test_the_fingerprint_is_of_these_games():
    """It moves with the games it is taken of."""
    assert fingerprint(3) != fingerprint(4)
