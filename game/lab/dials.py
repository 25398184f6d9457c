"""The same scenario with some of its numbers turned, for games that need no text.

Comes in: a Rulebook, full names of dials (scenario/dials.py) with values. Goes out: another Rulebook. Never here: a rule, a default.
"""

from dataclasses import replace

from ..engine.rulebook import Rulebook


def turned(rulebook: Rulebook, settings: dict[str, int]) -> Rulebook:
    """The same scenario with those dials set."""
    rules = rulebook.rules
    for name, value in settings.items():
        mechanism, _, number = name.partition(".")
        rules = replace(rules, **{mechanism: replace(getattr(rules, mechanism), **{number: value})})
    return replace(rulebook, rules=rules)
