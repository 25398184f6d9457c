"""The rooms of docs/architecture.md, enforced by reading every import: who knows whom, and what the rules may touch.

The same reading is turned on small trees with one planted fault each, so that a check which has gone blind is noticed.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]

BELOW_SESSION = {"language", "engine", "scenario", "wording", "players", "shipped", "game"}
KNOWS = {
    "game": set(),
    "language": set(),
    "shipped": set(),
    "engine": set(),
    "scenario": {"engine", "shipped", "game"},
    "wording": {"language", "engine", "shipped", "game"},
    "players": {"engine", "game"},
    "session": BELOW_SESSION,
    "lab": BELOW_SESSION | {"session"},
    "ui": BELOW_SESSION | {"session"},
    "text": BELOW_SESSION | {"session"},
    "cli": BELOW_SESSION | {"session", "lab", "ui", "text"},
}
"""Room -> the rooms it may import, itself apart. "game" is the package's own version."""
CLI = {"cli", "commands", "worker", "__main__"}

FOR_RULES = {"__future__", "abc", "bisect", "collections", "dataclasses", "datetime", "difflib", "enum", "functools", "hashlib", "itertools",
             "operator", "types", "typing", "numpy"}
"""All that the engine may import: nothing with files, luck of its own or a screen. A date is a value; what the clock says now is not."""
NOT_IN_RULES = {"open", "print", "input", "float", "now", "today", "utcnow"}
NOWHERE = {"pickle", "marshal", "shelve", "dill"}
NEVER_CALLED = {"eval", "exec", "__import__"}
COMES_WITH = {"pydantic-core": "pydantic"}
"""A distribution that another brings along and names in its own manual."""
WITH_PYGAME = {"ui", "cli"}
WITH_GRAIN = {"ui"}
"""May draw numbers from numpy: a rope's fibres are paint, nobody's luck."""


class Import(NamedTuple):
    """One thing that a file imports."""

    line: int
    module: str
    """Dotted, made absolute: `game.engine.view`, `numpy.random`."""


def room_of(parts: tuple[str, ...]) -> str:
    """The room of a module of the package, from the names below `game`."""
    return "game" if not parts else "cli" if parts[0] in CLI else parts[0]


def imports(tree: ast.AST, package: tuple[str, ...]) -> Iterator[Import]:
    """Every import of a file that lies in this package, late and type-checking ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*above, *([node.module] if node.module else [])))
            yield from (Import(node.lineno, f"{base}.{alias.name}") for alias in node.names)


def called(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of every call, and of every attribute that is reached through `np` or `numpy`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node.lineno, node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("np", "numpy"):
            yield node.lineno, f"numpy.{node.attr}"


def must_not_import(room: str, module: str) -> bool:
    """Whether something outside the package is closed to this room."""
    top = module.partition(".")[0]
    strange_to_rules = room == "engine" and top not in FOR_RULES
    luck = module.startswith("numpy.random") and room not in WITH_GRAIN
    return top in NOWHERE or strange_to_rules or luck or (top == "pygame" and room not in WITH_PYGAME)


def must_not_use(room: str, name: str) -> bool:
    """Whether a call, or an attribute of numpy, is closed to this room."""
    luck = name == "numpy.random" and room not in WITH_GRAIN
    return name in NEVER_CALLED or luck or (room == "engine" and name in NOT_IN_RULES)


def faults(game: Path) -> list[str]:
    """What each file of the package does that its room must not, as `file:line: sentence`."""
    found = []
    rooms = CLI | set(KNOWS) | {entry.stem for entry in game.iterdir()}
    for file in sorted(game.rglob("*.py")):
        place = file.relative_to(game)
        room = room_of(() if str(place) == "__init__.py" else place.with_suffix("").parts)
        tree = ast.parse(file.read_text(encoding="utf-8"))
        said = [] if room in KNOWS else [(1, f"{room} is no room of docs/architecture.md")]
        for line, module in imports(tree, ("game", *place.parts[:-1])):
            top, _, below = module.partition(".")
            name = below.partition(".")[0]
            known = room_of((name,) if name in rooms else ())
            if top != "game" and must_not_import(room, module):
                said.append((line, f"{room} must not import {module}"))
            elif top == "game" and known != room and known not in KNOWS.get(room, set()):
                said.append((line, f"{room} must not know {known}"))
        said += [(line, f"{room} must not use {name}") for line, name in called(tree) if must_not_use(room, name)]
        found += [f"{place.as_posix()}:{line}: {sentence}" for line, sentence in sorted(said)]
    return found


def outside(folders: list[Path]) -> dict[str, str]:
    """Distributions that the files below these folders import -> one file that does; a module nobody installed stands under its own name."""
    ours = {file.stem for folder in folders for file in (folder, *folder.rglob("*")) if file.suffix == ".py" or file.is_dir()}
    owners = packages_distributions()
    users = {}
    for file in (file for folder in folders for file in folder.rglob("*.py")):
        for _, module in imports(ast.parse(file.read_text(encoding="utf-8")), ("game",)):
            top = module.partition(".")[0]
            if top and top not in sys.stdlib_module_names and top not in ours:
                names = [owner.lower().replace("_", "-") for owner in owners.get(top, [top])]
                users |= {COMES_WITH.get(name, name): file.name for name in names}
    return users


def declared(*extras: str) -> set[str]:
    """Names of the distributions that pyproject.toml asks for, with these extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["dependencies"] + [line for extra in extras for line in project["optional-dependencies"][extra]]
    return {line.partition(">")[0].strip() for line in lines}


def test_every_room_keeps_to_its_neighbours() -> None:
    assert faults(ROOT / "game") == []


def test_the_game_imports_only_what_it_asks_for() -> None:
    undeclared = {name: file for name, file in outside([ROOT / "game"]).items() if name not in declared()}
    assert undeclared == {}


def test_the_tests_import_only_what_the_test_extra_asks_for() -> None:
    undeclared = {name: file for name, file in outside([ROOT / "tests", ROOT / "game"]).items() if name not in declared("test")}
    assert undeclared == {}


@pytest.mark.parametrize("file, text, fault", [
    ("engine/turn.py", "from ..wording import board", "1: engine must not know wording"),
    ("engine/turn.py", "from game.scenario.load import load", "1: engine must not know scenario"),
    ("engine/mechanisms/fear.py", "from ...session.game import Game", "1: engine must not know session"),
    ("engine/turn.py", "import numpy as np\nx = np.random.default_rng(3)", "2: engine must not use numpy.random"),
    ("engine/turn.py", "from numpy import random", "1: engine must not import numpy.random"),
    ("engine/turn.py", "def late():\n    import time", "2: engine must not import time"),
    ("engine/turn.py", "from random import choice", "1: engine must not import random.choice"),
    ("engine/turn.py", "from datetime import datetime\nwhen = datetime.now()", "2: engine must not use now"),
    ("engine/turn.py", "import os.path", "1: engine must not import os.path"),
    ("engine/turn.py", "import pydantic", "1: engine must not import pydantic"),
    ("engine/turn.py", "def told(x):\n    print(x)", "2: engine must not use print"),
    ("engine/turn.py", "rules = open('rules')", "1: engine must not use open"),
    ("engine/turn.py", "half = float(1)", "1: engine must not use float"),
    ("engine/turn.py", "from .. import shipped", "1: engine must not know shipped"),
    ("scenario/load.py", "from ..players import doctrine", "1: scenario must not know players"),
    ("scenario/load.py", "from .. import session", "1: scenario must not know session"),
    ("wording/board.py", "if TYPE_CHECKING:\n    from ..session.game import Game", "2: wording must not know session"),
    ("wording/board.py", "import pygame.font", "1: wording must not import pygame.font"),
    ("players/luck.py", "import numpy\nx = numpy.random.rand()", "2: players must not use numpy.random"),
    ("players/doctrine.py", "from ..scenario import load", "1: players must not know scenario"),
    ("session/game.py", "from ..lab import batch", "1: session must not know lab"),
    ("session/store.py", "import pickle", "1: session must not import pickle"),
    ("lab/batch.py", "from ..ui import app", "1: lab must not know ui"),
    ("lab/batch.py", "from ..commands.speak import stop", "1: lab must not know cli"),
    ("ui/app.py", "from ..text import play", "1: ui must not know text"),
    ("text/play.py", "from ..ui.theme import Theme", "1: text must not know ui"),
    ("text/play.py", "import pygame", "1: text must not import pygame"),
    ("text/play.py", "value = eval('1')", "1: text must not use eval"),
    ("ui/app.py", "import game.cli", "1: ui must not know cli"),
    ("shipped.py", "from .session.places import saves_folder", "1: shipped must not know session"),
    ("helpers.py", "x = 1", "1: helpers is no room of docs/architecture.md"),
])
def test_a_planted_fault_is_found(tmp_path: Path, file: str, text: str, fault: str) -> None:
    for room in KNOWS:
        (tmp_path / "game" / room).mkdir(parents=True)
    planted = tmp_path / "game" / file
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text(text, encoding="utf-8")
    assert faults(tmp_path / "game") == [f"{file}:{fault}"]


@pytest.mark.parametrize("file, text", [
    ("engine/mechanisms/fear.py", "from typing import TYPE_CHECKING\nfrom ..curves import at\nimport numpy as np\nx = np.int32(1)"),
    ("ui/app.py", "import pygame\nfrom ..session.game import Game\nfrom .. import shipped, __version__"),
    ("commands/play.py", "from ..ui import app\nfrom ..text import play\nfrom ..lab import batch"),
    ("__main__.py", "from .cli import main"),
])
def test_what_a_room_may_do_is_no_fault(tmp_path: Path, file: str, text: str) -> None:
    planted = tmp_path / "game" / file
    planted.parent.mkdir(parents=True)
    planted.write_text(text, encoding="utf-8")
    assert faults(tmp_path / "game") == []


def test_an_import_nobody_asked_for_is_found(tmp_path: Path) -> None:
    (tmp_path / "late.py").write_text("def later():\n    import no_such_thing\n    import numpy", encoding="utf-8")
    assert outside([tmp_path]) == {"no-such-thing": "late.py", "numpy": "late.py"}
