"""Words that the day of a scenario could not know: each text held against a lexicon of things with their first or last day.

Comes in: a Document. Goes out: warnings. Never here: the lexicon itself (anachronisms.toml, beside this file), or a refusal: the author may know
better. How a phrase of the lexicon is read, see `Thing.words`.
A text is held against the last day on which a player can read it: the end of the calendar, the end of the last phase in which an order is open,
or, for what is shown as the game opens, the first day. A note looks back and may name what came later if it says the year.
"""

import re
import tomllib
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path as File
from typing import Annotated, Any

from pydantic import Field, model_validator

from .document import Document, parse, read_text
from .problem import Path, Problem, ScenarioError
from .schema import Strict, Text, as_json
from .words import where

LEXICON = File(__file__).with_name("anachronisms.toml")
NOT_SAID = ("id", "source", "extends", "scenario")
"""Keys whose texts no player reads as the scenario's own words."""
AT_THE_OPENING = ("summary", "brief")
"""Beginnings of the keys of texts that are shown before the first turn."""
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_UNITS = "km|kilomet|miles?|nautical|nm|met(?:re|er)|feet|yards?|tons?|tonnes|men|troops|soldiers|hours|aircraft|sorties|dollars|roubles|per cent"
_YEAR = re.compile(rf"(?<![\w,.$£])(?<![A-Za-z]-)(19\d\d|20\d\d)s?(?![\w,.]\d)(?!\w)(?! (?:{_UNITS}))")
_DATE = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(_MONTHS)}),? (19\d\d|20\d\d)(?!\d)"
                   rf"|({'|'.join(_MONTHS)}) (\d{{1,2}})(?:st|nd|rd|th)?,? (19\d\d|20\d\d)(?!\d)")


class Thing(Strict):
    """Something with its time."""

    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Phrases. Lower case is found in any case, capitals only as they stand. A space also stands for a hyphen, a full stop or nothing, `*` for the
    rest of a word, ` .. ` for up to four words. A plural s is found too."""
    unless: tuple[Text, ...] = ()
    """Phrases that do not count, though a phrase of `words` is in them."""
    since: Annotated[date | None, Field(alias="from")] = None
    """The first day on which it could be spoken of."""
    until: date | None = None
    """The last day on which it was in being."""
    why: Text
    instead: str = ""
    """What was said at the time."""
    source: Text

    @model_validator(mode="after")
    def _has_its_time(self) -> "Thing":
        if (self.since is None) == (self.until is None):
            raise ValueError(f"{self.words[0]}: either `from` or `until`")
        return self


class Lexicon(Strict):
    thing: tuple[Thing, ...]


@dataclass(frozen=True)
class Calendar:
    start: date
    end: date
    stages: dict[str, date]
    """The last day of each stage."""


@dataclass(frozen=True)
class Said:
    """One text of a file."""

    path: Path
    text: str
    by: date
    """The last day on which it can be read first: nothing later may be in it."""
    names_until: date
    """The last day that it may name."""


def anachronisms(document: Document) -> list[Problem]:
    """A warning for each thing out of its time in a scenario's or a doctrine's texts; none where the calendar cannot be read."""
    calendar = _calendar(_base_of(document))
    if calendar is None:
        return []
    return [document.problem(said.path, f"{where(document, said.path)}: {what}", expected, instead, severity="warning")
            for said in _texts(document.data, calendar)
            for what, expected, instead in out_of_time(said.text, calendar.start, said.by, said.names_until)]


@lru_cache(maxsize=4096)
def out_of_time(text: str, start: date, by: date, names_until: date) -> tuple[tuple[str, str, str], ...]:
    """(what is out of its time, what would be right, what was said instead) for one text of a scenario that starts on that day; see Said.

    Kept, since a file that extends another, or is checked again after one line was changed, asks about the same texts once more.
    """
    return tuple(_out_of_time(text, start, by, names_until))


def _out_of_time(text: str, start: date, by: date, names_until: date) -> Iterator[tuple[str, str, str]]:
    plain = _plain(text)
    low = plain.lower()
    for thing, phrases in _lexicon():
        if (thing.since is None or thing.since <= by) and (thing.until is None or thing.until >= start):
            continue
        near = [phrase for first, phrase in phrases if first in low]
        rest = _without(thing.unless, plain) if near else ""
        found = next((hit[0] for phrase in near if (hit := _pattern(phrase).search(rest))), "")
        if found and thing.since:
            first = _day(thing.since) if thing.since <= names_until else _month(thing.since)
            yield f'"{found}" belongs to {first} or later ({thing.why})', f"words that fit {_day(by)} and earlier", thing.instead
        elif found and thing.until:
            yield f'"{found}" was over in {_month(thing.until)} ({thing.why})', f"words that fit {_day(start)} and later", thing.instead
    for named in _days_named(plain):
        if named[0] > names_until:
            yield f'"{named[1]}" lies after {_day(names_until)}', f"a day up to {_day(names_until)}; a note may look further ahead", ""


def _base_of(document: Document) -> dict[str, Any]:
    """The data that hold the calendar: the document's own, or those of the scenario that a doctrine names."""
    scenario = document.data.get("scenario")
    if "phase" in document.data or not isinstance(scenario, str):
        return document.data
    try:
        return parse(read_text(scenario), scenario).data
    except ScenarioError:
        return {}


def _calendar(data: dict[str, Any]) -> Calendar | None:
    start, phases = data.get("start"), data.get("phase")
    at = start.get("at") if isinstance(start, dict) else None
    rows = [row for row in phases if isinstance(row, dict)] if isinstance(phases, list) else []
    ends = [(str(row.get("stage")), until.date()) for row in rows if isinstance(until := row.get("until"), datetime)]
    if not isinstance(at, datetime) or not ends:
        return None
    return Calendar(at.date(), max(day for _, day in ends), {stage: max(day for of, day in ends if of == stage) for stage, _ in ends})


def _texts(data: dict[str, Any], calendar: Calendar) -> Iterator[Said]:
    for path, text, by in _walk(data, (), calendar.end, calendar):
        keys = [part for part in path if isinstance(part, str)]
        if keys[-1] == "note":
            latest = max([date(day.year, 12, 31) for day, _ in _days_named(text)], default=by)
            yield Said(path, text, max(by, latest), date.max)
        elif any(key.startswith(AT_THE_OPENING) for key in keys):
            yield Said(path, text, calendar.start, calendar.end)
        else:
            yield Said(path, text, by, calendar.end)


def _walk(value: Any, path: Path, by: date, calendar: Calendar) -> Iterator[tuple[Path, str, date]]:
    """Every text that is said, where it stands, and the last day on which its row can be read."""
    if isinstance(value, str):
        yield path, value, by
    elif isinstance(value, dict):
        until, stages = value.get("until"), value.get("stages")
        open_until = [day for stage, day in calendar.stages.items() if stage in stages] if isinstance(stages, list) else []
        by = until.date() if isinstance(until, datetime) else max(open_until, default=by)
        for key, inner in value.items():
            if key not in NOT_SAID:
                yield from _walk(inner, (*path, key), by, calendar)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _walk(inner, (*path, i), by, calendar)


def _days_named(text: str) -> list[tuple[date, str]]:
    """Days and years that a text names, a year as its first day, with the words; no year that belongs to a day named in full."""
    days = []
    for hit in _DATE.finditer(text):
        day, month, year = (hit[1], hit[2], hit[3]) if hit[1] else (hit[5], hit[4], hit[6])
        number = _MONTHS.index(month) + 1
        days.append((date(int(year), number, min(max(int(day), 1), monthrange(int(year), number)[1])), hit[0]))
    return days + [(date(int(hit[1]), 1, 1), hit[0]) for hit in _YEAR.finditer(_DATE.sub("", text))]


@cache
def _lexicon() -> tuple[tuple[Thing, list[tuple[str, str]]], ...]:
    """Things, each with its phrases behind letters that any text with the phrase in it has: looking for those first saves nearly all the work."""
    return tuple((thing, [(_parts(phrase)[0].rstrip("*").lower(), phrase) for phrase in thing.words]) for thing in read_lexicon())


def read_lexicon() -> tuple[Thing, ...]:
    """Every thing of the shipped lexicon. Raises ValueError where one is not as Thing says."""
    return Lexicon.model_validate_json(as_json(tomllib.loads(LEXICON.read_text(encoding="utf-8")))).thing


def _parts(phrase: str) -> list[str]:
    return re.split(r"[ -]+", _plain(phrase))


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """What a phrase of the lexicon finds; see Thing.words."""
    pattern, parts = "", _parts(phrase)
    for before, part in zip(["..", *parts], parts, strict=False):
        word = re.escape(part).replace(r"\*", r"\w*")
        pattern += r"\W+(?:[\w']+\W+){0,4}?" if part == ".." else word if before == ".." else rf"[\s.-]*{word}"
    plural = "" if phrase.endswith("*") else "(?:e?s)?"
    return re.compile(rf"(?<!\w){pattern}{plural}(?!\w)", re.IGNORECASE if phrase.islower() else 0)


def _without(exceptions: tuple[str, ...], text: str) -> str:
    for exception in exceptions:
        text = _pattern(exception).sub("", text)
    return text


def _plain(text: str) -> str:
    """Without accents, with straight quotes and plain hyphens, so that spellings do not matter."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return bare.translate({0x2018: "'", 0x2019: "'", 0x2010: "-", 0x2011: "-", 0x2013: "-", 0x2014: "-"})


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"
