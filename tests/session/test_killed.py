"""kill -9 in the middle of a game: everything that was shown is on the disk, and the game goes on from there."""

import subprocess
import sys
from pathlib import Path

from game.session.game import Game
from game.session.replay import open_save

from .saves import SEED, finished, to_the_end

_PLAYS = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.session.saves import fresh
game = fresh(Path({path!r}))
while not game.is_over:
    game.advance()
    print(len(game.played), flush=True)
    sys.stdin.readline()
"""


def test_a_killed_game_goes_on_at_the_last_turn_shown(tmp_path: Path):
    path, root = tmp_path / "game.knot", Path(__file__).parents[2]
    program = _PLAYS.format(root=str(root), path=str(path))
    child = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdin and child.stdout
    shown = 0
    while shown < 4:
        shown = int(child.stdout.readline())
        if shown < 4:
            child.stdin.write("\n")
            child.stdin.flush()
    child.kill()
    child.communicate()
    opened = open_save(path)
    assert opened.first.seed == SEED and not opened.is_read_only
    assert len(opened.played) == shown
    to_the_end(Game.resume(path))
    assert path.read_bytes() == finished()
