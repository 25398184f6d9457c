"""Hard words of the time and of the game, each with its source.

Comes in: assets/glossary.toml. Goes out: Words, in the order of the alphabet. Never here: a number of a game in progress.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from .. import shipped

FILE = "glossary.toml"


@dataclass(frozen=True)
class Word:
    id: str
    name: str
    """As a heading: `Quarantine`."""
    seen_as: tuple[str, ...]
    """How it may stand in a text, besides its name."""
    says: str
    source: str
    """As docs/sources.md explains."""


@cache
def words() -> tuple[Word, ...]:
    """All of them."""
    rows = tomllib.loads((shipped.assets() / FILE).read_text(encoding="utf-8"))["word"]
    found = [Word(row["id"], row["name"], tuple(row.get("seen_as", ())), row["says"], row["source"]) for row in rows]
    return tuple(sorted(found, key=lambda word: word.name.lower()))


def hard_words(text: str) -> tuple[Word, ...]:
    """Those that stand in a text, in the order in which it comes to them."""
    places: dict[Word, int] = {}
    for word in words():
        for form in (word.name, *word.seen_as):
            hit = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE)
            if hit:
                places[word] = min(hit.start(), places.get(word, hit.start()))
    return tuple(sorted(places, key=lambda word: places[word]))
