"""The real command line in processes of its own: no display, no terminal, a closed pipe, Ctrl+C."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_HIDDEN = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_AUDIODRIVER", "TERM", "PYTHONUNBUFFERED")


def surroundings(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _HIDDEN}
    return {**kept, "KNOT_OF_WAR_HOME": str(home), "PYTHONPATH": str(ROOT), **more}


def run(home: Path, *words: str, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "game", *words], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
                          cwd=cwd, env=surroundings(home, **more), check=False)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a window opens there without DISPLAY")
def test_without_display_and_terminal_a_demo_runs_and_says_why(home: Path, tmp_path: Path):
    ran = run(home, cwd=tmp_path)
    assert ran.returncode == 0
    assert ran.stderr == "No window: there is no display. No terminal either: two doctrines play a demo.\n"
    assert "Ending: " in ran.stdout and ran.stdout.startswith("October 1962")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.skipif(sys.platform == "darwin", reason="a window opens there without DISPLAY")
def test_without_display_the_terminal_shows_the_title(home: Path):
    import pty
    ours, theirs = pty.openpty()
    child = subprocess.Popen([sys.executable, "-m", "game"], stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, env=surroundings(home))
    os.close(theirs)
    os.write(ours, b"3\n")
    _, said = child.communicate(timeout=60)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert child.returncode == 0
    assert said.decode().startswith("No window: there is no display. The game plays in the terminal.\n")
    assert "KNOT OF WAR" in shown


@pytest.mark.parametrize("line", ["demo --seed x", "replay nowhere.knot", "demo nowhere"])
def test_wrong_use_has_its_exit_code_in_a_real_process(line: str, home: Path, tmp_path: Path):
    ran = run(home, *line.split(), cwd=tmp_path)
    assert ran.returncode == 2 and ran.stdout == "" and ran.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["demo"]])
def test_a_bare_python_is_told_what_is_missing(words: list[str], home: Path, tmp_path: Path):
    ran = subprocess.run([sys.executable, "-S", "-m", "game", *words], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
                         cwd=tmp_path, env=surroundings(home), check=False)
    assert ran.returncode == 2 and ran.stdout == "" and "Traceback" not in ran.stderr
    assert ran.stderr.splitlines()[-1].startswith("The package typer is not installed: `python3 play.py` makes an environment")


def test_a_narrow_encoding_breaks_nothing(home: Path, tmp_path: Path):
    ran = run(home, "demo", "--seed", "3", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert ran.returncode == 0 and ran.stderr == ""
    assert run(home, "doctrines", PYTHONIOENCODING="ascii").returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX pipes")
@pytest.mark.parametrize("command", ["demo", "doctrines"])      # one prints much as it goes, one little at its end
def test_a_reader_that_goes_away_causes_no_words(command: str, home: Path):
    words = [sys.executable, "-m", "game", command, "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings(home)) as child:
        assert child.stdout and child.stderr
        child.stdout.close()
        assert child.stderr.read() == b""


def _hear_interrupts() -> None:
    """A program started behind a shell's back inherits that Ctrl+C is ignored; a person's does not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_a_batch_with_a_sentence(workers: str, home: Path, tmp_path: Path):
    words = ["simulate", "--games", "500000", "--workers", workers, "--each", str(tmp_path / "each.csv")]
    with subprocess.Popen([sys.executable, "-m", "game", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings(home),
                          start_new_session=True, preexec_fn=_hear_interrupts) as child:     # noqa: PLW1509 (no threads yet)
        assert child.stderr is not None and child.stderr.readline() == "Playing 500,000 games.\n"
        time.sleep(1)       # in the middle of it; were it not, the sentence would be missing
        os.killpg(child.pid, signal.SIGINT)
        try:
            out, said = child.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            raise
    assert child.returncode == 130 and out == "" and "Traceback" not in said
    assert said.startswith("Cancelled: ") and said.endswith("of 500,000 games had finished; nothing was written.\n")
    assert not list(tmp_path.iterdir())
