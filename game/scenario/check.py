"""Every problem of an authored file at once, each with file, line and what would be right: what the `check` command prints.

Comes in: a path or a shipped id. Goes out: a list of Problems, and an Account of its sources. Never here: an exception for what an author did wrong.
"""

from dataclasses import dataclass
from pathlib import Path

from .anachronisms import anachronisms
from .doctrine import doctrine_ids, examine_doctrine, find_doctrine, is_doctrine
from .document import Document, in_order, parse, read_text
from .examine import examine
from .load import file_name
from .problem import Problem, ScenarioError
from .sources import DESIGN_CHOICE, FACT, INFERENCE, parts_of, source_problems, sources_in


@dataclass(frozen=True)
class Account:
    """On what the statements and numbers of a file rest."""

    given: int = 0
    """Sources."""
    lacking: int = 0
    """Statements and numbers without one."""
    facts: int = 0
    """Parts of sources, by their tag."""
    inferences: int = 0
    design_choices: int = 0
    untagged: int = 0


def check(path: str | Path) -> list[Problem]:
    """Every problem of a scenario or doctrine, errors and warnings, in the order of its lines; empty if there is nothing to say."""
    return look(path)[0]


def look(path: str | Path) -> tuple[list[Problem], Account]:
    """What check says, and the account of its sources; an empty account where the file cannot be read."""
    try:
        document = _document(path)
    except ScenarioError as error:
        return list(error.problems), Account()
    of_form = examine_doctrine(document) if is_doctrine(document.data) else examine(document)[1]
    lacking = sum(problem.path.rpartition(".")[2] == "source" for problem in of_form)
    return in_order(document, [*of_form, *source_problems(document), *anachronisms(document)]), _account(document, lacking)


def _account(document: Document, lacking: int) -> Account:
    given = [source for _, source in sources_in(document.data)]
    tags = [part.tag for source in given for part in parts_of(source)]
    return Account(len(given), lacking, tags.count(FACT), tags.count(INFERENCE), tags.count(DESIGN_CHOICE), tags.count(""))


def _document(path: str | Path) -> Document:
    source = find_doctrine(path) if str(path) in doctrine_ids() else path
    return parse(read_text(source), file_name(source))
