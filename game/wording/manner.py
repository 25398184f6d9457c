"""How a thing is said, as the labels of both the window and the terminal: conditions, tones.

Comes in: a term. Goes out: short words. Never here: what a letter makes of them (phrases.py), a rule.
"""

from ..engine.orders import Term
from .board import TermWords
from .desk import listed

CONDITION_NAMES = {"supervised": "the UN looks on", "conduct": "Cuba keeps quiet", "lasting": "none come back", "treaty": "treaties untouched"}
"""Condition -> as the end of `only if`."""
TONE_DOES = {"plain": "says what it says", "warm": "slackens the rope a little", "stern": "tightens it a little",
             "anguished": "slackens it, and shows them how afraid we are"}
"""Tone -> what a letter in it does."""
IN_SIGHT = "Everybody sees it when it is done, so it cannot be secret."
"""Why some issues have no secret step."""


def how(term: TermWords | Term) -> str:
    """`secret, by mouth, loose, as news`, `open, on paper, exact, only if the UN looks on`."""
    return ", ".join([form(term), *strings(term)])


def form(term: TermWords | Term) -> str:
    """`secret, by mouth, loose`."""
    return ", ".join(("secret" if term.secret else "open", "on paper" if term.paper else "by mouth", "exact" if term.exact else "loose"))


def strings(term: TermWords | Term) -> list[str]:
    """What ties a term down less than a plain pledge would: `as news`, `only if the UN looks on and none come back`."""
    names = [CONDITION_NAMES[id] for id in term.conditions]
    return ["as news"] * term.news + ([f"only if {listed(names)}"] if names else [])
