"""Every problem of an authored file at once, each with file, line and what would be right: what the `check` command prints.

Comes in: a path or a shipped id. Goes out: a list of Problems. Never here: an exception for what an author did wrong.
"""

from pathlib import Path

from .doctrine import doctrine_ids, examine_doctrine, find_doctrine, is_doctrine
from .document import Document, parse, read_text
from .examine import examine
from .load import file_name
from .problem import Problem, ScenarioError


def check(path: str | Path) -> list[Problem]:
    """Every problem of a scenario or doctrine, errors and warnings, in the order of its lines; empty if there is nothing to say."""
    try:
        document = _document(path)
    except ScenarioError as error:
        return list(error.problems)
    return examine_doctrine(document) if is_doctrine(document.data) else examine(document)[1]


def sources(path: str | Path) -> int:
    """How many sources the file gives; what lacks one is among its problems. 0 where it cannot be read."""
    try:
        return _sources_in(_document(path).data)
    except ScenarioError:
        return 0


def is_unsourced(problem: Problem) -> bool:
    """True where the problem is a claim or number without its source."""
    return problem.path.rpartition(".")[2] == "source"


def _document(path: str | Path) -> Document:
    source = find_doctrine(path) if str(path) in doctrine_ids() else path
    return parse(read_text(source), file_name(source))


def _sources_in(value: object) -> int:
    if isinstance(value, dict):
        return sum(1 if key == "source" else _sources_in(part) for key, part in value.items())
    return sum(map(_sources_in, value)) if isinstance(value, list) else 0
