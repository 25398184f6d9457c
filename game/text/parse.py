"""What a typed word means: a whole number, or the one thing in a list.

Comes in: words. Goes out: numbers and places, or None where nothing or too much is meant. Never here: a guess.
"""


def number(word: str) -> int | None:
    """A whole number from 0 to 99999, or None."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 6 else None


def pick(word: str, named: list[tuple[str, str]]) -> int | None:
    """The place in a list of (id, name) that is meant: by its number from 1, its id, its name, a word that only one name begins with, or else
    a word that stands at the beginning of some word in only one."""
    place = number(word)
    if place is not None:
        return place - 1 if 1 <= place <= len(named) else None
    exact = [at for at, (id, name) in enumerate(named) if word in (id.lower(), name.lower())]
    at_front = [at for at, (_, name) in enumerate(named) if word and name.lower().startswith(word)]
    return exact[0] if exact else at_front[0] if len(at_front) == 1 else _only(could_be(word, named))


def could_be(word: str, named: list[tuple[str, str]]) -> list[int]:
    """The places whose id, name, or a word of whose name begins so."""
    return [at for at, (id, name) in enumerate(named) if word and _begins(word, id, name)]


def _begins(word: str, id: str, name: str) -> bool:
    return any(part.startswith(word) for part in (id.lower(), name.lower(), *name.lower().split()))


def _only(places: list[int]) -> int | None:
    return places[0] if len(places) == 1 else None
