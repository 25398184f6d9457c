"""The numbers of a scenario that a batch may turn: every whole number of its rules, by name.

Comes in: a Rulebook and names with values. Goes out: another Rulebook. Never here: a rule, a default.
"""

from dataclasses import fields, replace
from typing import get_type_hints

from ..engine.limits import most
from ..engine.rulebook import Rulebook
from ..scenario.problem import nearest

SHORT = {"danger": "incidents.danger_ppm"}
"""Dials with a name of their own."""


def dials(rulebook: Rulebook) -> dict[str, int]:
    """`incidents.danger_ppm` -> its value, for every whole number of the rules."""
    found: dict[str, int] = {}
    for mechanism in fields(rulebook.rules):
        record = getattr(rulebook.rules, mechanism.name)
        whole = [name for name, kind in get_type_hints(type(record)).items() if kind is int]
        found |= {f"{mechanism.name}.{name}": int(getattr(record, name)) for name in whole}
    return found


def parse(rulebook: Rulebook, setting: str) -> tuple[str, int]:
    """The dial's full name and value of `DIAL=VALUE`. Raises ValueError with one sentence."""
    name, equals, value = (part.strip() for part in setting.partition("="))
    known = dials(rulebook)
    if not equals:
        raise ValueError(f"--set {setting!r}: write DIAL=VALUE, such as danger={known[SHORT['danger']]}.")
    full = SHORT.get(name, name)
    if full not in known:
        close = nearest(name, [*SHORT, *known])
        may = f"did you mean {close!r}?" if close else f"known: {', '.join([*SHORT, *known])}."
        raise ValueError(f"--set {setting!r}: there is no dial {name!r}; {may}")
    highest = most(full)
    if not (value.isascii() and value.isdigit()) or len(value) > len(str(highest)) or int(value) > highest:
        raise ValueError(f"--set {setting!r}: a whole number from 0 to {highest:,} is needed; the scenario says {known[full]}.")
    return full, int(value)


def turned(rulebook: Rulebook, settings: dict[str, int]) -> Rulebook:
    """The same scenario with those dials set."""
    rules = rulebook.rules
    for name, value in settings.items():
        mechanism, _, number = name.partition(".")
        rules = replace(rules, **{mechanism: replace(getattr(rules, mechanism), **{number: value})})
    return replace(rulebook, rules=rules)
