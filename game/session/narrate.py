"""A told turn as lines for people: what `demo` and `replay` print.

Comes in: a Rulebook and the values of telling.py, already cut to what the reader may see. Goes out: lines of text.
Never here: a State, so that nothing can be said that the values do not hold.
"""

from datetime import datetime

from ..engine.rulebook import Rulebook
from ..engine.sides import SIDE_IDS, SIDE_NAMES
from .telling import Values

_MOST_CAUSES = 6
_NAME = dict(zip(SIDE_IDS, SIDE_NAMES, strict=True))


def turn_lines(rulebook: Rulebook, told: Values) -> list[str]:
    """A heading, what each side did as far as it is told, and the largest causes."""
    phase = next(phase.name for phase in rulebook.phases if phase.id == told["phase"])
    lines = [f"Turn {told['turn']} - {_date(told['starts'])} - {phase} - pressure {told['meters']['public']['pressure']}"]
    for side, name in enumerate(SIDE_IDS):
        done = [order.name for order in rulebook.orders[side] if order.id in told["orders"][name]]
        said = [_letter(rulebook, letter) for letter in told["proposals"][name]] + _answer(told["answers"][name])
        lines.append(f"  {_NAME[name]}: {'; '.join(done + said) or 'nothing to be seen'}")
    moved = sorted(told["ledger"], key=lambda entry: -abs(entry["amount"]))[:_MOST_CAUSES]
    lines += [f"    {_meter(rulebook, entry['box'], entry['meter'])} {entry['amount']:+d} = {entry['after']}   {entry['cause']}" for entry in moved]
    return lines


def ending_lines(rulebook: Rulebook, told: Values) -> list[str]:
    """How it ended, what was agreed, what it was worth."""
    lines = [f"Ending: {told['ending'].replace('_', ' ')}"]
    issues = {issue.id: issue for issue in rulebook.issues}
    for term in told["agreed"]:
        issue, readings = issues[term["issue"]], term["readings"]
        lines.append(f"  {issue.name}: {issue.positions[term['position'] - 1]}{_how(term)}")
        for name, place in readings.items():
            if place and place != term["position"]:
                lines.append(f"    as {_NAME[name]} reads it: {issue.positions[place - 1]}")
    if told["secrets"]["terms"]:
        lines.append(f"  The annex {'came out' if told['secrets']['leaked'] else 'stayed secret'}.")
    for name, stories in told["scores"].items():
        parts = ", ".join(f"{part} {value}" for part, value in stories["true"].items() if part != "total")
        lines.append(f"  {_NAME[name]}: {stories['public']['total']} as the world saw it, {stories['true']['total']} as it was ({parts})")
    return lines


def _date(starts: str) -> str:
    moment = datetime.fromisoformat(starts)
    return f"{moment:%A} {moment.day} {moment:%B %Y, %H:%M} Washington time"


def _letter(rulebook: Rulebook, letter: Values) -> str:
    names = {issue.id: issue for issue in rulebook.issues}
    channel = next(channel.name for channel in rulebook.channels if channel.id == letter["channel"])
    terms = ", ".join(f"{names[id].name} {term['position']}{_how(term)}" for id, term in letter["terms"].items())
    deadline = f", answer by {_date(letter['due'])}" if letter["due"] else ""
    return f"letter {letter['letter']} ({channel}{deadline}): {terms}"


def _how(term: Values) -> str:
    said = [word for word, key in (("secret", "secret"), ("on paper", "paper"), ("exact", "exact")) if term[key]]
    return f" [{', '.join(said)}]" if said else ""


def _answer(answer: Values) -> list[str]:
    if answer["answer"] == "ignore":
        return []
    verb = {"accept": "accepts", "refuse": "refuses", "counter": "counters"}[answer["answer"]]
    return [f"{verb} letter {answer['answer_to']}" if answer["answer_to"] else f"{verb} a letter"]


def _meter(rulebook: Rulebook, box: str, meter: str) -> str:
    front, _, part = meter.partition(".")
    names = {issue.id: issue.name for issue in rulebook.issues}
    owner = f"{_NAME[box]}'s " if box in _NAME else ""
    return f"{owner}{front.replace('_', ' ')}{f' on {names[part]}' if part in names else f' ({part})' if part else ''}"
