"""Runs a command line as a user would, in this process."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from game.cli import main


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """`run("demo", "--seed", 7)`: the exit code, stdout and stderr."""
    def ran(*words: object) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Ran(code, *capsys.readouterr())
    return ran
