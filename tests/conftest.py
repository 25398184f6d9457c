"""What every test stands on: no real screen, no sound, no saves of the person running them."""

import os
import shutil
from pathlib import Path

import pytest

os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Saves and settings of this test lie in a folder of its own."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("KNOT_OF_WAR_HOME", str(folder))
    return folder


def pytest_runtest_setup(item: pytest.Item) -> None:
    """`@pytest.mark.needs("Xvfb", "xdotool")`: without those programs a test is skipped at home and fails in CI."""
    wanted = [program for mark in item.iter_markers("needs") for program in mark.args]
    missing = [program for program in wanted if shutil.which(program) is None]
    if missing:
        sentence = f"needs {' and '.join(missing)}, not on this machine (Debian: apt-get install xvfb xdotool xclip)"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(sentence)
