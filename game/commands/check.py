"""Authored files held against what the game can play."""

from dataclasses import asdict
from pathlib import Path

from ..scenario.check import check as problems_of
from ..scenario.check import is_unsourced, sources
from ..scenario.doctrine import doctrine_ids
from ..scenario.load import shipped_ids
from .speak import DONE, NOT_SO, WRONG_USE, print_json


def check(files: list[Path], as_json: bool) -> int:
    """Prints every problem; the exit code: 0 all can be played, 1 one cannot, 2 one is not there to be read."""
    known = {*shipped_ids(), *doctrine_ids()}
    found = {file: problems_of(str(file)) for file in files}
    if as_json:
        print_json({"files": [asdict(problem) for problems in found.values() for problem in problems]})
    else:
        for file, problems in found.items():
            for problem in problems:
                print(f"{problem.severity}: {problem}")
            given, lacking = sources(str(file)), sum(map(is_unsourced, problems))
            verdict = f"problems: {len(problems)}" if problems else "nothing is wrong with it"
            print(f"{file}: {verdict}; sources given: {given}, lacking: {lacking}.")
    if any(str(file) not in known and not file.is_file() for file in files):
        return WRONG_USE
    return NOT_SO if any(problem.severity == "error" for problems in found.values() for problem in problems) else DONE
