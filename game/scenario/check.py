"""Every problem of an authored file at once, each with file, line and what would be right: what the `check` command prints.

Comes in: a path or a shipped id. Goes out: a list of Problems. Never here: an exception for what an author did wrong.
"""

from pathlib import Path

from .doctrine import doctrine_ids, examine_doctrine, find_doctrine, is_doctrine
from .document import parse, read_text
from .examine import examine
from .load import file_name
from .problem import Problem, ScenarioError


def check(path: str | Path) -> list[Problem]:
    """Every problem of a scenario or doctrine, errors and warnings, in the order of its lines; empty if there is nothing to say."""
    source = find_doctrine(path) if str(path) in doctrine_ids() else path
    try:
        document = parse(read_text(source), file_name(source))
    except ScenarioError as error:
        return list(error.problems)
    return examine_doctrine(document) if is_doctrine(document.data) else examine(document)[1]
