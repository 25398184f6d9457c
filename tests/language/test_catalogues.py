"""The catalogues: every language says everything, code and catalogue know the same words, plurals and places agree."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import language
from game.language import catalogue, families, stretched, t

ROOM = Path(language.__file__).parents[1]
PLACE = re.compile(r"\{(\w*)")
FORMS = {"en": {"one", "other"}, "ru": {"one", "few", "many"}}


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.use("en")


def _texts(words: language.Words) -> list[str]:
    return [words] if isinstance(words, str) else list(words.values())


@pytest.mark.parametrize("other", [id for id in language.LANGUAGES if id != language.FIRST])
def test_every_language_says_everything(other: str) -> None:
    first, here = catalogue(language.FIRST), catalogue(other)
    assert not first.keys() - here.keys(), f"{other} lacks words"
    assert not here.keys() - first.keys(), f"{other} has words that English has not"


@pytest.mark.parametrize("id", language.LANGUAGES)
def test_places_and_plurals_agree(id: str) -> None:
    first = catalogue(language.FIRST)
    for key, words in catalogue(id).items():
        assert isinstance(words, dict) == isinstance(first[key], dict), key
        if isinstance(words, dict):
            assert set(words) == FORMS[id], key
        wanted = {place for text in _texts(first[key]) for place in PLACE.findall(text)}
        for text in _texts(words):
            assert text.strip() == text and text, f"{key}: empty, or with air around it"
            assert set(PLACE.findall(text)) <= wanted, f"{key}: {text!r} has a place that English has not"
        assert {place for text in _texts(words) for place in PLACE.findall(text)} == wanted, f"{key}: a place is never filled"


def test_russian_is_russian() -> None:
    """Words of the interface were translated and not only copied; names of keys, numbers and proper signs may stay."""
    first = catalogue(language.FIRST)
    copied = [key for key, words in catalogue("ru").items() if words == first[key] and re.search(r"[a-z]{4}", re.sub(r"\{\w*\}", "", str(words)))]
    assert not copied, copied


def _keys_in_code() -> Iterator[tuple[str, Path]]:
    """Every literal key handed to `t`, every other literal that looks like one of the catalogue's."""
    for file in sorted(ROOM.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "t" and node.args:
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and "." in part.value:
                        yield part.value, file


def test_code_asks_for_words_that_there_are() -> None:
    first = catalogue(language.FIRST)
    prefixes = [f"{section}.{start}" for section in {key.partition(".")[0] for key in first} for start in families(section)]
    asked = {key for key, _ in _keys_in_code()}
    missing = {key for key in asked if key not in first and not any(start.startswith(key) or key.startswith(start) for start in prefixes)}
    assert not missing


def test_nothing_is_said_that_nobody_asks_for() -> None:
    literals = {node.value for file in ROOM.rglob("*.py") for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
                if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    for key in catalogue(language.FIRST):
        section, _, name = key.partition(".")
        assert key in literals or any(name.startswith(start) for start in families(section)), f"{key} is asked for nowhere"


@pytest.mark.parametrize(("n", "form"), [(1, "one"), (2, "few"), (5, "many"), (11, "many"), (12, "many"), (21, "one"), (22, "few"), (111, "many"),
                                         (0, "many")])
def test_russian_plurals(n: int, form: str) -> None:
    assert language._form("ru", n) == form


def test_the_pseudo_language_is_a_third_longer_and_keeps_its_places() -> None:
    for words in ("Send orders", "{n} papers \u00b7 {new} unread", "W"):
        said = stretched(words)
        assert PLACE.findall(said) == PLACE.findall(words)
        assert len(said) >= len(words) + 0.3 * len(PLACE.sub("", words)) - 1


def test_a_word_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError, match="no words for 'title"):
        t("title.nothing")
    with pytest.raises(ValueError, match="No language 'fr'"):
        language.use("fr")
