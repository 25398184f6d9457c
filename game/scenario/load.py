"""Scenario file or text -> Rulebook. The one call most of the program needs from this room."""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np

from ..engine.rulebook import Rulebook
from .compile import Word, compile
from .dials import parse as parse_dial
from .dials import turned_text
from .document import parse, read_text, shipped_ids
from .examine import examine, longest_game
from .problem import ScenarioError

__all__ = ["load", "load_set", "load_text", "read_text", "scenarios_listing", "shipped_ids", "text_hash"]


def load(name_or_path: str | Path, word: Word = np.int32) -> Rulebook:
    """The Rulebook of a shipped id or of a file. Raises ScenarioError with every problem; warnings alone do not stop it."""
    return load_text(read_text(name_or_path), file_name(name_or_path), word)


def load_text(text: str, name: str, word: Word = np.int32) -> Rulebook:
    """The Rulebook of a whole text, as read_text gives it and a save keeps it; `name` stands in messages. Raises ScenarioError."""
    model, problems = examine(parse(text, name))
    errors = [problem for problem in problems if problem.severity == "error"]
    if model is None or errors:
        raise ScenarioError(errors)
    return compile(model, text_hash(text), word)


def load_set(name_or_path: str | Path, settings: Sequence[str]) -> tuple[Rulebook, str]:
    """The Rulebook of a shipped id or of a file with those dials set (`danger=kennedy`), and the whole text of just that: what a save keeps.

    Raises ValueError with one sentence where a setting cannot be.
    """
    text, name = read_text(name_or_path), file_name(name_or_path)
    rulebook = load_text(text, name)
    changed = turned_text(text, rulebook, dict(parse_dial(rulebook, setting) for setting in settings))
    return (rulebook, text) if changed == text else (load_text(changed, name), changed)


def text_hash(text: str) -> str:
    """Fingerprint of a whole text: 32 hex digits."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


def file_name(name_or_path: str | Path) -> str:
    """What messages call it: `october-1962.toml`."""
    return f"{name_or_path}.toml" if str(name_or_path) in shipped_ids() else Path(name_or_path).name


def scenarios_listing() -> list[dict[str, Any]]:
    """A line on each shipped scenario: id, name, turns (the most a game can take), minutes at the table, summary."""
    listing = []
    for id in shipped_ids():
        book = load(id)
        listing.append({"id": book.id, "name": book.name, "turns": longest_game(book.phases), "minutes": book.minutes, "summary": book.summary})
    return listing
