"""How a thing is said, as the labels of both the window and the terminal: conditions, tones.

Comes in: a term. Goes out: short words in the language in use. Never here: what a letter makes of them (phrases.py), a rule.
"""

from ..engine.orders import Term
from ..language import t
from .board import TermWords


def condition(id: str) -> str:
    """A condition as the end of `only if`: `the UN looks on`."""
    return t(f"manner.condition-{id}")


def tone_does(tone: str) -> str:
    """What a letter in that tone does: `tightens it a little`."""
    return t(f"manner.tone-{tone}")


def in_sight() -> str:
    """Why some issues have no secret step."""
    return t("manner.in-sight")


def how(term: TermWords | Term) -> str:
    """`secret, by mouth, loose, as news`, `open, on paper, exact, only if the UN looks on`."""
    return ", ".join([form(term), *strings(term)])


def form(term: TermWords | Term) -> str:
    """`secret, by mouth, loose`."""
    return ", ".join((t("manner.secret") if term.secret else t("manner.open"), t("manner.on-paper") if term.paper else t("manner.by-mouth"),
                      t("manner.exact") if term.exact else t("manner.loose")))


def strings(term: TermWords | Term) -> list[str]:
    """What ties a term down less than a plain pledge would: `as news`, `only if the UN looks on and none come back`."""
    names = [condition(id) for id in term.conditions]
    return [t("manner.as-news")] * term.news + ([t("manner.only-if", what=listed(names))] if names else [])


def listed(names: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`, in the language in use."""
    return names[0] if len(names) == 1 else t("manner.and", first=", ".join(names[:-1]), last=names[-1]) if names else ""
