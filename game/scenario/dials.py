"""The numbers of a scenario that may be set before a game or a batch: every whole number of its rules, by name.

Comes in: Rules or a Rulebook, and names with values. Goes out: the dial and the number meant; the same scenario with them set, or its text.
Never here: a rule, a default.
"""

from dataclasses import fields, replace
from typing import get_type_hints

from ..engine.coefficients import Rules
from ..engine.limits import most
from ..engine.rulebook import Rulebook
from .document import BASE_MARK
from .problem import nearest

SHORT = {"danger": "incidents.danger_ppm", "secret_mattered": "bargaining.secret_mattered"}
"""Dials with a name of their own in every scenario; a scenario's settings lend theirs to it too."""


def numbers(rules: Rules) -> dict[str, int]:
    """`incidents.danger_ppm` -> its value, for every whole number of the rules."""
    found: dict[str, int] = {}
    for mechanism in fields(rules):
        record = getattr(rules, mechanism.name)
        whole = [name for name, kind in get_type_hints(type(record)).items() if kind is int]
        found |= {f"{mechanism.name}.{name}": int(getattr(record, name)) for name in whole}
    return found


def dials(rulebook: Rulebook) -> dict[str, int]:
    """The same of a Rulebook."""
    return numbers(rulebook.rules)


def parse(rulebook: Rulebook, setting: str) -> tuple[str, int]:
    """The dial's full name and value of `DIAL=VALUE`, the value a number or the name of an answer. Raises ValueError with one sentence."""
    name, equals, value = (part.strip() for part in setting.partition("="))
    known = dials(rulebook)
    short = SHORT | {setting.id: setting.dial for setting in rulebook.settings}
    if not equals:
        raise ValueError(f"--set {setting!r}: write DIAL=VALUE, such as danger={known[SHORT['danger']]}.")
    full = short.get(name, name)
    if full not in known:
        close = nearest(name, [*short, *known])
        may = f"did you mean {close!r}?" if close else f"known: {', '.join([*short, *known])}."
        raise ValueError(f"--set {setting!r}: there is no dial {name!r}; {may}")
    answers = {answer.id: answer.value for setting in rulebook.settings if setting.dial == full for answer in setting.answers}
    if value in answers:
        return full, answers[value]
    highest = most(full)
    if not (value.isascii() and value.isdigit()) or len(value) > len(str(highest)) or int(value) > highest:
        named = f", or one of {', '.join(answers)}" if answers else ""
        raise ValueError(f"--set {setting!r}: a whole number from 0 to {highest:,} is needed{named}; the scenario says {known[full]}.")
    return full, int(value)


def turned(rulebook: Rulebook, settings: dict[str, int]) -> Rulebook:
    """The same scenario with those dials set, for games that need no text."""
    rules = rulebook.rules
    for name, value in settings.items():
        mechanism, _, number = name.partition(".")
        rules = replace(rules, **{mechanism: replace(getattr(rules, mechanism), **{number: value})})
    return replace(rulebook, rules=rules)


def turned_text(text: str, rulebook: Rulebook, values: dict[str, int]) -> str:
    """The whole text of the same scenario with those dials set, as a text that extends it; the text itself where nothing changes.

    `text`: what the rulebook was compiled from. A save of the result needs nothing else.
    """
    changed = {name: value for name, value in values.items() if dials(rulebook)[name] != value}
    if not changed:
        return text
    tables: dict[str, list[str]] = {}
    for name, value in changed.items():
        mechanism, _, number = name.partition(".")
        tables.setdefault(mechanism, []).append(f"{number} = {value}")
    set_to = "\n\n".join("\n".join([f"[rules.{mechanism}]", *lines]) for mechanism, lines in tables.items())
    return f'format = 1\nextends = "{rulebook.id}"\nid = "{rulebook.id}"\n\n{set_to}\n\n{BASE_MARK}{rulebook.id}\n{text}'
