"""play.py on scratch clones: what the first start makes, what the second leaves alone, and what is said when neither can be."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

PLAY = Path(__file__).parents[1] / "play.py"

# A project in small, with a build backend of its own, so that a real pip can install it without a network.
GAME = "import os, sys; print('played in', os.getcwd(), 'with', sys.argv[1:]); sys.exit(7 if 'lose' in sys.argv else 0)"
PYPROJECT = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
BACKEND = '''
import os, time, zipfile
INFO = "tiny-1.dist-info"
NEEDS = open("needs").read()
FILES = {"METADATA": "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1\\nProvides-Extra: test\\n" + NEEDS,
         "WHEEL": "Wheel-Version: 1.0\\nGenerator: tiny\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n", "RECORD": ""}
def prepare_metadata_for_build_editable(folder, settings=None):
    os.mkdir(os.path.join(folder, INFO))
    for name, text in FILES.items():
        open(os.path.join(folder, INFO, name), "w").write(text)
    return INFO
def build_editable(folder, settings=None, metadata=None):
    with open("builds", "a") as log:
        log.write("built\\n")
    while os.path.exists("hang"):
        time.sleep(0.05)
    with zipfile.ZipFile(os.path.join(folder, "tiny-1-py3-none-any.whl"), "w") as wheel:
        wheel.writestr("tiny.pth", os.getcwd())
        for name, text in FILES.items():
            wheel.writestr(INFO + "/" + name, text)
    return "tiny-1-py3-none-any.whl"
'''


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A small clone in a folder with spaces, not yet started."""
    folder = tmp_path / "my clone of the game"
    (folder / "game").mkdir(parents=True)
    shutil.copy(PLAY, folder)
    (folder / "game" / "__init__.py").write_text("")
    (folder / "game" / "__main__.py").write_text(GAME)
    (folder / "pyproject.toml").write_text(PYPROJECT)
    (folder / "backend.py").write_text(BACKEND)
    (folder / "needs").write_text("")
    return folder


class Launcher:
    """play.py of one clone as a module, with quick stand-ins for venv and pip that count how often they were asked."""

    def __init__(self, clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made: list[str] = []
        self.handed: list[str] = []
        self.exit_code = 0
        self.play = load(clone)
        self.real_create, self.real_install = self.play.create, self.play.install
        monkeypatch.setattr(self.play, "create", lambda _: (self.made.append("environment"), venv.create(self.play.PRIVATE, symlinks=True)))
        monkeypatch.setattr(self.play, "install", self.install)
        monkeypatch.setattr(self.play, "hand_over", lambda arguments: self.handed.append(" ".join(arguments)) or self.exit_code)
        monkeypatch.chdir(clone.parent)

    def install(self, extra: str, _: Any) -> None:
        self.made.append(f"project for {extra or 'playing'}")
        packages = packages_of(Path(self.play.PRIVATE))
        (packages / "tiny.pth").write_text(self.play.CLONE)
        (packages / "numbers_of_old").mkdir(exist_ok=True)

    def start(self, *arguments: str) -> tuple[int, list[str]]:
        """The exit code of one start, and what had to be made for it."""
        self.made.clear()
        return self.play.main(list(arguments)), list(self.made)


def load(clone: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("play_of_a_clone", clone / "play.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def packages_of(environment: Path) -> Path:
    return next(environment.rglob("site-packages"))


@pytest.fixture
def launcher(clone: Path, monkeypatch: pytest.MonkeyPatch) -> Launcher:
    return Launcher(clone, monkeypatch)


EVERYTHING = ["environment", "project for playing"]


def offline() -> dict[str, str]:
    """Surroundings in which pip reaches nobody."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PIP_")} | {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}


def start(clone: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """play.py run as a player runs it, from a folder that is not the clone and has a game.py of its own."""
    elsewhere = clone.parent / "else where"
    elsewhere.mkdir(exist_ok=True)
    (elsewhere / "game.py").write_text("raise SystemExit('the wrong game')")
    return subprocess.run([sys.executable, clone / "play.py", *arguments], cwd=elsewhere, env=offline(), capture_output=True, text=True, timeout=300)


# ---- the two starts

def test_a_first_start_makes_an_environment_and_a_second_makes_nothing(launcher: Launcher, capsys: pytest.CaptureFixture[str]) -> None:
    assert launcher.start("demo", "--seed", "3") == (0, EVERYTHING)
    first = capsys.readouterr()
    assert "once, about a minute" in first.err and first.out == ""
    assert launcher.start("demo", "--seed", "3") == (0, [])
    assert capsys.readouterr() == ("", "")
    assert launcher.handed == ["-P -m game demo --seed 3"] * 2


@pytest.mark.skipif(os.name == "nt", reason="replaces its process, as Linux and macOS do")
def test_a_second_start_hands_over_from_anywhere_and_passes_the_exit_code_on(launcher: Launcher, clone: Path) -> None:
    launcher.start()
    assert not list(packages_of(Path(launcher.play.PRIVATE)).glob("pip*")), "the stand-in has no pip: a pip run would fail"
    won, lost = start(clone, "a b", "--c"), start(clone, "lose")
    assert (won.returncode, won.stderr) == (0, "")
    assert won.stdout.strip() == f"played in {clone.parent / 'else where'} with ['a b', '--c']"
    assert lost.returncode == 7


def test_the_test_extra_is_added_on_top_and_pytest_runs_in_the_clone(launcher: Launcher, clone: Path) -> None:
    launcher.start()
    assert launcher.start("--test", "-k", "rope") == (0, ["project for test"])
    assert Path.cwd() == clone and launcher.handed[-1] == "-P -m pytest -k rope"
    assert launcher.start("--test") == (0, [])
    assert launcher.start() == (0, [])


def test_tests_first_then_play_makes_one_environment(launcher: Launcher) -> None:
    assert launcher.start("--test") == (0, ["environment", "project for test"])
    assert launcher.start() == (0, [])


# ---- environments that will not do

def lose_python(environment: Path) -> None:
    (environment / "bin" / "python").unlink()


def hang_python_on_nothing(environment: Path) -> None:
    lose_python(environment)
    (environment / "bin" / "python").symlink_to(environment / "gone")


def spoil_python(environment: Path) -> None:
    lose_python(environment)
    (environment / "bin" / "python").write_text("#!/bin/sh\nexit 3\n")
    (environment / "bin" / "python").chmod(0o755)


def lose_configuration(environment: Path) -> None:
    (environment / "pyvenv.cfg").unlink()


def lose_package(environment: Path) -> None:
    (packages_of(environment) / "numbers_of_old").rmdir()


def lose_project(environment: Path) -> None:
    (packages_of(environment) / "tiny.pth").write_text("")


def lose_stamp(environment: Path) -> None:
    next(environment.glob("made-for-playing")).unlink()


def spoil_stamp(environment: Path) -> None:
    next(environment.glob("made-for-playing")).write_bytes(b"\xff\xfe\x00")


def lose_everything_but_a_file(environment: Path) -> None:
    shutil.rmtree(environment)
    environment.write_text("")


def change_pyproject(environment: Path) -> None:
    (environment.parent / "pyproject.toml").write_text(PYPROJECT + "# another range\n")


@pytest.mark.skipif(os.name == "nt", reason="spoils the layout of Linux and macOS")
@pytest.mark.parametrize("spoil", [lose_python, hang_python_on_nothing, spoil_python, lose_configuration, lose_package, lose_project, lose_stamp,
                                   spoil_stamp, lose_everything_but_a_file, change_pyproject])
def test_an_environment_that_is_not_whole_is_made_anew(launcher: Launcher, spoil: Callable[[Path], None]) -> None:
    launcher.start()
    spoil(Path(launcher.play.PRIVATE))
    assert launcher.start() == (0, EVERYTHING)
    assert launcher.start() == (0, [])


def test_a_rebuild_leaves_nothing_of_the_old_environment(launcher: Launcher) -> None:
    old = Path(launcher.play.PRIVATE) / "half" / "made"
    old.mkdir(parents=True)
    assert launcher.start() == (0, EVERYTHING)
    assert not old.exists()


def test_an_environment_copied_or_moved_with_its_clone_is_made_anew(launcher: Launcher, clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher.start()
    copied = shutil.copytree(clone, clone.parent / "copied", symlinks=True)
    assert Launcher(copied, monkeypatch).start() == (0, EVERYTHING)
    moved = copied.rename(clone.parent / "moved")
    assert Launcher(moved, monkeypatch).start() == (0, EVERYTHING)


def test_an_environment_of_another_python_is_made_anew(launcher: Launcher, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher.start()
    ours = launcher.play.key()
    stamp = Path(launcher.play.stamp(""))
    stamp.write_text(stamp.read_text().replace("{}.{}\n".format(*sys.version_info[:2]), "3.99\n", 1))
    assert not stamp.read_text().startswith(ours)
    assert launcher.start() == (0, EVERYTHING)


def test_an_interrupted_first_start_ends_quietly_and_leaves_no_stamp(launcher: Launcher, monkeypatch: pytest.MonkeyPatch,
                                                                    capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(extra: str, lock: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(launcher.play, "install", interrupted)
        assert launcher.start()[0] == 130
    assert "Traceback" not in capsys.readouterr().err
    assert not Path(launcher.play.stamp("")).exists()
    assert launcher.start() == (0, EVERYTHING)


# ---- sentences

def test_an_older_python_is_told_what_is_needed(launcher: Launcher, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(launcher.play, "sys", SimpleNamespace(version_info=(3, 9, 2, "final", 0), stderr=sys.stderr))
    monkeypatch.setattr(launcher.play.shutil, "which", lambda _: None)
    assert launcher.start() == (2, [])
    assert "Knot of War needs Python 3.11 or newer; this is 3.9.2. Install a newer Python" in capsys.readouterr().err


def test_an_older_python_is_told_of_a_newer_one_on_this_machine(launcher: Launcher, monkeypatch: pytest.MonkeyPatch,
                                                               capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(launcher.play, "sys", SimpleNamespace(version_info=(3, 10, 0, "final", 0), stderr=sys.stderr))
    monkeypatch.setattr(launcher.play, "NEWER", ("no-such-python", sys.executable))
    assert launcher.start()[0] == 2
    assert f"{sys.executable} play.py" in capsys.readouterr().err


def test_an_older_python_can_read_the_launcher() -> None:
    tree = ast.parse(PLAY.read_text(encoding="utf-8"), feature_version=(3, 6))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)], "from __future__ import annotations is a syntax error on 3.6"
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    hints = [hint for function in functions for hint in (*(given.annotation for given in function.args.args), function.returns)]
    assert not [ast.unparse(hint) for hint in hints if isinstance(hint, ast.Subscript | ast.BinOp)], "list[str] would be evaluated, and fail"


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_names_the_debian_package(launcher: Launcher, module: str, monkeypatch: pytest.MonkeyPatch,
                                                       capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(launcher.play.importlib.util, "find_spec", lambda name: None if name == module else object())
    assert launcher.start() == (2, [])
    assert f"without its {module} module" in (told := capsys.readouterr().err) and "python3-venv" in told


def test_a_failing_pip_is_quoted_and_the_network_named(launcher: Launcher, monkeypatch: pytest.MonkeyPatch,
                                                      capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(launcher.play, "install", launcher.real_install)
    output = ["WARNING: Retrying", "ERROR: No matching distribution found for hatchling", "", "notice"]
    monkeypatch.setattr(launcher.play, "run", lambda *_: (1, output))
    assert launcher.start() == (2, ["environment"])
    told = capsys.readouterr().err
    assert "its last word: ERROR: No matching distribution found for hatchling." in told and "needs the network once" in told
    assert not Path(launcher.play.stamp("")).exists()


def test_a_failing_venv_is_a_sentence(launcher: Launcher, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(launcher.play, "create", launcher.real_create)
    monkeypatch.setattr(launcher.play, "run", lambda *_: (1, ["Error: no ensurepip", ""]))
    assert launcher.start() == (2, [])
    assert "could not be made in" in (told := capsys.readouterr().err) and "Error: no ensurepip" in told


def refuse_to_write(launcher: Launcher, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(name: str, mode: str = "r", **how: Any) -> Any:
        if mode[0] != "r":
            raise PermissionError(30, "Read-only file system", name)
        return Path(name).open(mode, **how)
    monkeypatch.setattr(launcher.play, "open", opened, raising=False)


def test_a_read_only_folder_is_named(launcher: Launcher, clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    refuse_to_write(launcher, monkeypatch)
    assert launcher.start() == (2, [])
    assert f"cannot write in {clone}" in (told := capsys.readouterr().err) and "Read-only file system" in told and "copy" in told


def test_a_read_only_folder_with_its_environment_made_still_plays(launcher: Launcher, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher.start()
    refuse_to_write(launcher, monkeypatch)
    assert launcher.start("scenarios") == (0, [])


def test_a_folder_that_fills_up_or_locks_midway_is_a_sentence(launcher: Launcher, monkeypatch: pytest.MonkeyPatch,
                                                             capsys: pytest.CaptureFixture[str]) -> None:
    def full(_: Any) -> None:
        raise OSError(28, "No space left on device", launcher.play.PRIVATE)
    monkeypatch.setattr(launcher.play, "create", full)
    assert launcher.start()[0] == 2
    assert "No space left on device" in capsys.readouterr().err


def test_a_launcher_taken_out_of_its_folder_says_so(launcher: Launcher, clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (clone / "pyproject.toml").unlink()
    assert launcher.start() == (2, [])
    assert "pyproject.toml is not in" in capsys.readouterr().err


# ---- Windows

def test_windows_keeps_its_python_elsewhere() -> None:
    python_of = load(PLAY.parent).python_of
    assert python_of("C:\\my games\\env", "nt") == "C:\\my games\\env\\Scripts\\python.exe"
    assert python_of("/my games/env", "posix") == "/my games/env/bin/python"


@pytest.mark.skipif(os.name == "nt", reason="stands in for Windows elsewhere")
def test_windows_waits_for_the_game_and_passes_its_exit_code_on(launcher: Launcher, clone: Path) -> None:
    launcher.start()
    assert load(clone).hand_over(["-P", "-c", "raise SystemExit(5)"], "nt") == 5


@pytest.mark.parametrize("arguments", [[], ["--test"]])
def test_the_exit_code_of_what_was_started_is_the_launchers(launcher: Launcher, arguments: list[str]) -> None:
    launcher.exit_code = 6
    assert launcher.start(*arguments)[0] == 6


def test_windows_leaves_ctrl_c_to_the_game(launcher: Launcher, clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([None, 4])

    class Process:
        def __init__(self, command: list[str]) -> None: ...
        def __enter__(self) -> "Process": return self
        def __exit__(self, *_: object) -> None: ...

        def wait(self) -> int:
            if (answer := next(answers)) is None:
                raise KeyboardInterrupt
            return answer

    play = load(clone)
    monkeypatch.setattr(play.subprocess, "Popen", Process)
    assert play.hand_over([], "nt") == 4


# ---- with a real venv and a real pip, without a network

def wait_for(file: Path) -> None:
    for _ in range(1200):
        if file.exists():
            return
        time.sleep(0.05)
    pytest.fail(f"{file.name} never came")


@contextmanager
def at_last_released(clone: Path) -> Iterator[None]:
    """The build that hangs goes on afterwards, even when a test has failed meanwhile."""
    try:
        yield
    finally:
        (clone / "hang").unlink()


@pytest.mark.slow
def test_a_first_start_for_real(clone: Path) -> None:
    """pip cannot fetch, then can; then it is taken away, and the game starts all the same."""
    (clone / "needs").write_text("Requires-Dist: a-package-nobody-has\n")
    refused = start(clone, "demo")
    assert (refused.returncode, refused.stdout) == (2, "") and "a-package-nobody-has" in refused.stderr and "needs the network once" in refused.stderr
    (clone / "needs").write_text("")
    first = start(clone, "demo")
    assert first.returncode == 0 and first.stdout.startswith("played in") and "once, about a minute" in first.stderr, first.stderr
    shutil.rmtree(packages_of(clone / ".venv-knot-of-war") / "tiny-1.dist-info")
    second = start(clone, "demo")
    assert (second.returncode, second.stdout, second.stderr) == (0, first.stdout, "")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kills as Linux and macOS do")
def test_a_killed_first_start_is_begun_anew(clone: Path) -> None:
    """The second start waits for the pip that the killed one left behind, then begins from nothing."""
    (clone / "hang").touch()
    with subprocess.Popen([sys.executable, clone / "play.py"], env=offline(), stderr=subprocess.DEVNULL) as killed:
        wait_for(clone / "builds")
        killed.kill()
    assert not list((clone / ".venv-knot-of-war").glob("made-for-*"))
    with subprocess.Popen([sys.executable, clone / "play.py"], env=offline(), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as again:
        with at_last_released(clone):
            assert again.stderr and again.stderr.readline().startswith("Another start is making")
        told, said = again.communicate()
    assert again.returncode == 0 and told.startswith("played in"), said


@pytest.mark.slow
def test_two_first_starts_at_once_make_one_environment(clone: Path) -> None:
    (clone / "hang").touch()
    command = [sys.executable, clone / "play.py", "demo"]
    with subprocess.Popen(command, env=offline(), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as one:
        wait_for(clone / "builds")
        with subprocess.Popen(command, env=offline(), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as two:
            with at_last_released(clone):
                assert two.stderr and two.stderr.readline().startswith("Another start is making")
            assert [process.communicate()[0][:9] for process in (one, two)] == ["played in"] * 2
    assert (one.returncode, two.returncode) == (0, 0)
    assert (clone / "builds").read_text() == "built\n"
