"""How commands speak: results to stdout, words about them to stderr, one sentence where they stop."""

import json
import os
import sys
from collections.abc import Callable
from typing import Any, NoReturn

DONE, NOT_SO, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: done; the thing asked about is not so; wrong use or unreadable input; stopped by Ctrl+C."""


class Stop(Exception):
    """One sentence for stderr, and the exit code it ends with."""

    def __init__(self, sentence: str, code: int):
        super().__init__(sentence)
        self.code = code


def stop(sentence: str, code: int = WRONG_USE) -> NoReturn:
    """Ends the command with that sentence."""
    raise Stop(sentence, code)


def guarded(run: Callable[[], object], debug: bool = False) -> int:
    """Runs a command and returns its exit code; whatever goes wrong becomes one sentence, and a traceback only if asked for."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = _ran(run)
        sys.stdout.flush()
        return code
    except Stop as stopped:
        say(str(stopped))
        return stopped.code
    except KeyboardInterrupt:
        say("Stopped.")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())      # whoever read us has gone: nothing more is to be said at the exit
        return DONE
    except Exception as trouble:
        if debug:
            raise
        say(_sentence(trouble))
        return WRONG_USE


def _ran(run: Callable[[], object]) -> int:
    try:
        code = run()
    except SystemExit as end:
        code = end.code
    return code if isinstance(code, int) else DONE


def _sentence(trouble: Exception) -> str:
    if isinstance(trouble, ValueError) and str(trouble):
        return str(trouble)
    if isinstance(trouble, ModuleNotFoundError) and trouble.name and not trouble.name.startswith("game"):
        return f"The package {trouble.name} is not installed: `python3 play.py` makes an environment that has everything the game needs."
    said = str(trouble).splitlines()[0] if str(trouble) else "no more is known"
    return f"Something unexpected went wrong ({type(trouble).__name__}: {said}). The same command with --debug shows where."


def say(words: str) -> None:
    """A word on stderr."""
    print(words, file=sys.stderr)


def print_json(value: Any) -> None:
    """One line of JSON on stdout, in ASCII so that any terminal's encoding carries it."""
    print(json.dumps(value))


def print_table(heads: tuple[str, ...], rows: list[list[str]]) -> None:
    """A table on stdout, as wide as the terminal."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table
    table = Table(*heads, box=None, padding=(0, 2, 0, 0))
    for row in rows:
        table.add_row(*map(escape, row))
    Console(width=None if sys.stdout.isatty() else 150).print(table)
