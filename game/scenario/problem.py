"""What is wrong with an authored file: where, what, what would be right, the nearest known name. Plain records, no checks."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

Path = tuple[str | int, ...]
"""Keys and places from the top of a file down to one value."""


@dataclass(frozen=True)
class Place:
    file: str
    line: int
    """From 1; 0 where the file as a whole is meant."""


@dataclass(frozen=True)
class Problem:
    file: str
    line: int
    path: str
    """`order[3].effects`; empty for the file as a whole."""
    problem: str
    expected: str = ""
    suggestion: str = ""
    """The nearest known name, or empty."""
    severity: str = "error"
    """`error`: must be put right; `warning`: look again. A missing tag in a source is an error too, though the file can be played."""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        hint = f'; did you mean "{self.suggestion}"?' if self.suggestion else f"; expected {self.expected}" if self.expected else ""
        return f"{where}: {self.problem}{hint}"


class ScenarioError(ValueError):
    """A file that cannot be played; `problems` holds every reason."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name closest to what was written, or empty where none is close."""
    close = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def dotted(path: Path) -> str:
    """`order[3].effects` of ("order", 3, "effects")."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")
