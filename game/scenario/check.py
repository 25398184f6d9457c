"""Every problem of an authored file at once, each with file, line and what would be right: what the `check` command prints.

Comes in: a path or a shipped id. Goes out: a list of Problems, and an Account of its sources. Never here: an exception for what an author did wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .anachronisms import anachronisms
from .dials import numbers
from .doctrine import doctrine_ids, examine_doctrine, find_doctrine, is_doctrine
from .document import Document, in_order, parse, read_text
from .examine import examine
from .load import file_name
from .problem import Problem, ScenarioError
from .schema import Scenario
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
    of_form = examine_doctrine(document) if is_doctrine(document.data) else _of_scenario(document)
    lacking = sum(problem.path.rpartition(".")[2] == "source" for problem in of_form)
    return in_order(document, [*of_form, *source_problems(document), *anachronisms(document)]), _account(document, lacking)


def _of_scenario(document: Document) -> list[Problem]:
    model, problems = examine(document)
    if model is None or any(problem.severity == "error" for problem in problems):
        return problems
    return [*problems, *_stray_defaults(document, model)]


def _stray_defaults(document: Document, model: Scenario) -> Iterator[Problem]:
    """A default that is not what the rules say. Asked of a file alone: a text laid over it may set the dial to anything, and a saved game has one."""
    stands = numbers(model.rules)
    for i, setting in enumerate(model.setting):
        says = next(answer.value for answer in setting.answer if answer.id == setting.default)
        mine, rules = (document.place(path).file for path in (("setting", i, "default"), ("rules", *setting.dial.split("."))))
        if says != stands[setting.dial] and mine == rules:
            yield document.problem(("setting", i, "default"),
                                   f'setting "{setting.id}": the default "{setting.default}" is {says:,}, and {setting.dial} is '
                                   f"{stands[setting.dial]:,}", "the answer that [rules] gives")


def _account(document: Document, lacking: int) -> Account:
    given = [source for _, source in sources_in(document.data)]
    tags = [part.tag for source in given for part in parts_of(source)]
    return Account(len(given), lacking, tags.count(FACT), tags.count(INFERENCE), tags.count(DESIGN_CHOICE), tags.count(""))


def _document(path: str | Path) -> Document:
    source = find_doctrine(path) if str(path) in doctrine_ids() else path
    return parse(read_text(source), file_name(source))
