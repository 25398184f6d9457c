"""Every way up of a scenario with its ways down: told, listed or as a page."""

from ..engine.rulebook import Rulebook
from ..lab.ladders import ladders as looked_at
from ..lab.ladders_told import HEADS, dead_ends, page, records, rows
from ..scenario.compile import compile
from ..scenario.document import parse
from ..scenario.examine import examine, is_about_ladders
from ..scenario.load import file_name, read_text, text_hash
from ..scenario.problem import ScenarioError
from .speak import DONE, NOT_SO, print_json, print_table, say, stop


def ladders(scenario: str, as_json: bool, as_page: bool) -> int:
    """Prints them; the exit code: 0 each way up has its way down, 1 one has none and a sentence names it."""
    if as_json and as_page:
        stop("--json and --page: choose one of them.")
    rulebook = _rulebook(scenario)
    ups = looked_at(rulebook)
    if as_json:
        print_json(records(ups))
    elif as_page:
        print(page(rulebook, ups), end="")
    else:
        print_table(HEADS, rows(rulebook, ups))
    stuck = dead_ends(ups)
    for sentence in stuck:
        say(sentence)
    return NOT_SO if stuck else DONE


def _rulebook(scenario: str) -> Rulebook:
    """The scenario, even where its only fault is a missing way down, which is what is asked about. Raises ScenarioError."""
    text = read_text(scenario)
    model, problems = examine(parse(text, file_name(scenario)))
    errors = [problem for problem in problems if problem.severity == "error" and not is_about_ladders(problem)]
    if model is None or errors:
        raise ScenarioError(errors)
    return compile(model, text_hash(text))
