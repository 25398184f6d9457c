"""Authored files held against what the game can play, what they rest on and what their day could know."""

from dataclasses import asdict
from pathlib import Path

from ..scenario.check import Account, look
from ..scenario.doctrine import doctrine_ids
from ..scenario.load import shipped_ids
from .speak import DONE, NOT_SO, WRONG_USE, print_json


def check(files: list[Path], as_json: bool) -> int:
    """Prints every problem; the exit code: 0 all is in order, 1 something must be put right, 2 a file is not there to be read."""
    known = {*shipped_ids(), *doctrine_ids()}
    found = {file: look(str(file)) for file in files}
    if as_json:
        print_json({"files": [asdict(problem) for problems, _ in found.values() for problem in problems],
                    "sources": [{"file": str(file), **asdict(account)} for file, (_, account) in found.items()]})
    else:
        for file, (problems, account) in found.items():
            for problem in problems:
                print(f"{problem.severity}: {problem}")
            if str(file) not in known and not file.is_file():
                continue
            verdict = f"problems: {len(problems)}" if problems else "nothing is wrong with it"
            print(f"{file}: {verdict}; {_in_words(account)}.")
    if any(str(file) not in known and not file.is_file() for file in files):
        return WRONG_USE
    return NOT_SO if any(problem.severity == "error" for problems, _ in found.values() for problem in problems) else DONE


def _in_words(account: Account) -> str:
    return (f"sources given: {account.given}, lacking: {account.lacking}; facts: {account.facts}, inferences: {account.inferences}, "
            f"design choices: {account.design_choices}, untagged: {account.untagged}")
