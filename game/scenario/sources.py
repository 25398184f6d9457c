"""What a `source` says a statement rests on: facts, inferences and design choices, each part with its tag and its reference.

Comes in: the texts under `source` of an authored file. Goes out: their parts, and what is wrong with one. Never here: whether a row says what is
claimed of it; the rows are described in docs/sources.md, and only a reader can compare.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from .document import Document
from .problem import Path, Problem, nearest
from .words import where

FACT, INFERENCE, DESIGN_CHOICE = TAGS = ("fact", "inference", "design choice")
PARTS_BETWEEN = "; "
MECHANISMS, TERMS, FORCES = 88, 24, 12
"""Rows M01 to M88, T01 to T24, and the sections of the orders of battle."""
FIRST_DAY, LAST_DAY = date(1962, 9, 5), date(1969, 1, 1)
"""Of the timeline."""
GENERAL_KNOWLEDGE = "general knowledge"
WORKS = ("A Crisis Managed", "Foreign Relations", "Cold War International History Project", "Wilson Center", "National Security Archive",
         "US Navy history", "Dobbs", "Dawson and Reid 1997", "Van Dongen 2003", "Harrison and Horne 1999", GENERAL_KNOWLEDGE)
"""What may be named besides the rows; docs/sources.md describes each."""
_ANY_REFERENCE = "a reference, such as timeline 27 Oct, M33, T09, orders of battle 4, actors, theory notes, or a work that docs/sources.md names"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TAGGED = re.compile(rf"({'|'.join(TAGS)})(?::\s*(.*))?")
_LIST = r"\d+(?:(?:-|, | and | to )\d+)*"
_DAYS = re.compile(rf"\b({_LIST}) ({'|'.join(_MONTHS)})[a-z]*\b(?: (\d{{4}})\b)?")
_ROWS = re.compile(r"\b([MT])(\d+)(?:-\1?(\d+))?\b")
_SECTIONS = re.compile(rf"\borders of battle ({_LIST})")
_THEORY = re.compile(r"\btheory \w")


@dataclass(frozen=True)
class Part:
    """One tagged stretch of a source."""

    tag: str
    """One of TAGS, or empty where it has none."""
    text: str
    """What follows the tag; the whole part where there is none."""


def parts_of(source: str) -> list[Part]:
    """The parts of a source, in their order."""
    found = []
    for part in source.split(PARTS_BETWEEN):
        tagged = _TAGGED.fullmatch(part.strip())
        found.append(Part(tagged[1], (tagged[2] or "").strip()) if tagged else Part("", part.strip()))
    return found


def sources_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every source of what tomllib read, and where it stands."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if key != "source":
            yield from sources_in(inner, (*path, key))
        elif isinstance(inner, str) and inner.strip():
            yield (*path, key), inner


def source_problems(document: Document) -> list[Problem]:
    """What is wrong with the sources of a file, one Problem a fault; those that are missing are a matter of its form."""
    return [document.problem(path, f"{where(document, path)}: {said}", expected, suggestion)
            for path, source in sources_in(document.data) for part in parts_of(source) for said, expected, suggestion in _faults(part)]


def _faults(part: Part) -> Iterator[tuple[str, str, str]]:
    """(what is wrong, what would be right, nearest tag) of one part."""
    if not part.tag:
        begun = part.text.partition(":")[0]
        yield (f'"{part.text}" is not tagged as fact, inference or design choice',
               f'"fact: {_example(part.text)}", "inference: {_example(part.text)}" or "design choice: " and what was chosen',
               nearest(begun, TAGS) if ":" in part.text else "")
    elif part.tag == DESIGN_CHOICE:
        if not part.text:
            yield "a design choice does not say what was chosen", '"design choice: " and what it is, such as "design choice: amounts"', ""
    else:
        yield from _reference_faults(part)


def _example(text: str) -> str:
    """The part itself where it names something; else a reference that could stand there."""
    return text if _names_something(text) else "timeline 27 Oct"


def _names_something(text: str) -> bool:
    dated = "timeline" in text and _DAYS.search(text)
    return bool(dated or _ROWS.search(text) or _SECTIONS.search(text) or re.search(r"\bactors\b", text) or _THEORY.search(text)
                or any(work in text for work in WORKS))


def _reference_faults(part: Part) -> Iterator[tuple[str, str, str]]:
    text = part.text
    if not _names_something(text):
        said = "the timeline without a day" if "timeline" in text else f'"{text}"' if text else "nothing"
        yield f"{part.tag} names {said}", _ANY_REFERENCE, ""
    for letter, first, last in _ROWS.findall(text):
        most = MECHANISMS if letter == "M" else TERMS
        for number in filter(None, (first, last)):
            if not 1 <= int(number) <= most or len(number) != 2:
                yield f"{part.tag} names {letter}{number}", f"{letter}01 to {letter}{most}", ""
    for numbers in _SECTIONS.findall(text):
        for number in re.findall(r"\d+", numbers):
            if not 1 <= int(number) <= FORCES:
                yield f"{part.tag} names orders of battle {number}", f"1 to {FORCES}", ""
    if "timeline" in text:
        for days, month, year in _DAYS.findall(text):
            for day in re.findall(r"\d+", days):
                if not _is_in_timeline(int(day), month, year):
                    yield (f"{part.tag} names {day} {month}{year and ' '}{year}, which is no day of the timeline",
                           f"{_said(FIRST_DAY)} to {_said(LAST_DAY)}", "")


def _is_in_timeline(day: int, month: str, year: str) -> bool:
    """A day without its year lies between September 1962 and August 1963."""
    number = _MONTHS.index(month) + 1
    try:
        return FIRST_DAY <= date(int(year) if year else 1962 + (number < FIRST_DAY.month), number, day) <= LAST_DAY
    except ValueError:
        return False


def _said(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
