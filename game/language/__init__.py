"""The words of the interface, one catalogue a language: `t("room.send")` says it in the language in use.

Comes in: a key `section.name`, values for its places. Goes out: words. Never here: a paper or an order's text (those stay as the scenario
wrote them), pygame, another room. A catalogue is a folder of TOML files, one a section, read when the first of its words is wanted, so that the
first frame waits for no more than the title's.

A plural is a table of forms, picked by the value `n`: `papers = { one = "{n} paper", other = "{n} papers" }`; Russian has `one`, `few`, `many`.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
LANGUAGES = {"en": "English", "ru": "\u0420\u0443\u0441\u0441\u043a\u0438\u0439"}
"""Id -> what the language calls itself."""
PSEUDO = "pseudo"
"""English made a good third longer, with marks on its letters: for tests of layout, never offered to a player."""
FIRST = "en"
FAMILIES = "_families"
"""Beginnings of keys that are put together in code, such as `menu-`; for the test that looks for words nobody uses."""
_MARKED = str.maketrans("aeiouycnsAEIOU", "\u00e5\u00eb\u00ef\u00f6\u00fc\u00ff\u00e7\u00f1\u0161\u00c5\u00cb\u00cf\u00d6\u00dc")
_PLACE = re.compile(r"(\{[^}]*\})")


class _Now:
    """The one thing here that changes."""

    language = FIRST


Words = str | dict[str, str]


def use(language: str) -> None:
    """From now on words are said in that language: a key of LANGUAGES, or PSEUDO. Raises ValueError for another."""
    if language not in LANGUAGES and language != PSEUDO:
        raise ValueError(f"No language {language!r}; there are {', '.join(LANGUAGES)}.")
    _Now.language = language


def current() -> str:
    """The language in use."""
    return _Now.language


def t(key: str, /, **values: object) -> str:
    """The words of that key in the language in use, in English where they are missing there. Raises KeyError for a key that English has not."""
    language = FIRST if _Now.language == PSEUDO else _Now.language
    words = _find(language, key)
    if words is None:
        language, words = FIRST, _find(FIRST, key)
    if words is None:
        raise KeyError(f"no words for {key!r} in {FIRST}")
    if isinstance(words, dict):
        words = words[_form(language, values["n"])]
    if _Now.language == PSEUDO:
        words = stretched(words)
    return words.format(**values) if values else words


def has(key: str) -> bool:
    """True where English knows that key: for families of words that need not be whole."""
    return _find(FIRST, key) is not None


def catalogue(language: str) -> dict[str, Words]:
    """Every key of a language with its words; for tests and translators."""
    sections = sorted(file.stem for file in (FOLDER / language).glob("*.toml"))
    return {f"{section}.{name}": words for section in sections for name, words in _section(language, section).items() if name != FAMILIES}


def families(section: str) -> list[str]:
    """Beginnings of keys of that section that are put together in code."""
    return list(_section(FIRST, section).get(FAMILIES, []))


@cache
def _section(language: str, section: str) -> dict[str, Words]:
    file = FOLDER / language / f"{section}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def _find(language: str, key: str) -> Words | None:
    section, _, name = key.partition(".")
    return _section(language, section).get(name)


def _form(language: str, n: object) -> str:
    """CLDR's plural category of a whole number, for the languages there are."""
    count = abs(int(str(n)))
    if language == "ru":
        last, tens = count % 10, count % 100
        return "one" if last == 1 and tens != 11 else "few" if 2 <= last <= 4 and not 12 <= tens <= 14 else "many"
    return "one" if count == 1 else "other"


@cache
def stretched(words: str) -> str:
    """The words a good third longer, their places left as they are."""
    parts = _PLACE.split(words)
    plain = "".join(parts[::2])
    marked = "".join(part if place % 2 else part.translate(_MARKED) for place, part in enumerate(parts))
    wanted = max(1, round(len(plain) * 0.35)) if plain.strip() else 0
    return marked + (" " * (wanted > 3) + ("lorem ipsum dolor sit amet " * (wanted // 20 + 1)))[:wanted].rstrip()
