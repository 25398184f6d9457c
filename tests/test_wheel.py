"""The wheel, built from the source archive and installed into an environment that knows nothing of this clone, plays from any folder."""

import json
import os
import subprocess
import sys
import tarfile
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """What the command wrote to stdout; it ended with 0."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("built")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def programs(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a clean environment in which only the wheel and what it asks for are installed."""
    environment = tmp_path_factory.mktemp("clean")
    venv.create(environment, with_pip=True)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", next(built.glob("*.whl")), cwd=built)
    return programs


def test_the_installed_command_plays_a_game_from_another_folder(programs: Path, tmp_path: Path) -> None:
    told = run(programs / "knot-of-war", "demo", "--seed", "1", "--json", cwd=tmp_path)
    assert json.loads(told.splitlines()[-1])["ending"]
    assert run(programs / "knot-of-war", "demo", "--seed", "1", cwd=tmp_path).strip()


def test_the_installed_package_has_its_scenarios_and_assets(programs: Path, tmp_path: Path) -> None:
    listed = json.loads(run(programs / "python", "-m", "game", "scenarios", "--json", cwd=tmp_path))
    assert "october-1962" in [scenario["id"] for scenario in listed]
    script = "from game import shipped; [print(file.name) for folder in (shipped.scenarios(), shipped.assets()) for file in folder.rglob('*')]"
    lie_there = set(run(programs / "python", "-c", script, cwd=tmp_path).split())
    shipped = {file.name for folder in ("scenarios", "assets") for file in (ROOT / folder).rglob("*")}
    assert shipped and lie_there == shipped


def test_the_installed_package_comes_from_its_own_environment(programs: Path, tmp_path: Path) -> None:
    place = Path(run(programs / "python", "-c", "import game; print(game.__file__)", cwd=tmp_path).strip())
    assert programs.parent.resolve() in place.resolve().parents


def test_the_source_archive_holds_what_a_reader_needs_and_no_leavings(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"play.py", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "tests/conftest.py", "scenarios/october-1962.toml"} <= names
    assert not [name for name in names if "__pycache__" in name or ".venv" in name or name.endswith(".pyc")]
