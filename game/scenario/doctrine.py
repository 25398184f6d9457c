"""A scripted side written in TOML -> the plain data that players/doctrine.py follows.

Comes in: an id or a path, and the Rulebook it is to be played with. Goes out: a Doctrine, or every problem of the file. Never here:
what a doctrine does with its data.
"""

from collections.abc import Iterator
from pathlib import Path as File
from typing import Annotated, Any, Literal

import numpy as np
from pydantic import AwareDatetime, Field

from .. import shipped
from ..engine.orders import TONES
from ..engine.rulebook import AGREED, STAGES, Rulebook
from ..engine.script import EVERY_STAGE, FOREVER, Condition, Doctrine, Give, Offer, Temper
from ..engine.sides import SIDE_IDS
from ..engine.state import FIELDS
from ..engine.terms import Array, code
from .compile import box_and_meter, minutes_after, needs_of
from .document import Document, in_order, parse, read_file
from .examine import HALF_DAY, meters
from .form import beyond, read_form
from .load import load
from .problem import Path, Problem, ScenarioError, nearest
from .schema import Agreed, Conditions, Id, Position, Range, Side, Stage, Strict, Text, as_json

Price = Annotated[int, Field(ge=-10_000, le=10_000)]
Turns = Annotated[int, Field(ge=0, le=FOREVER)]
Span = tuple[Turns, Turns]


class TemperTable(Strict):
    """Field by field as engine/script.py says."""

    hold: Price
    fear_per_mille: Annotated[int, Field(ge=0, le=10_000)]
    patience: Price
    patience_until_half_days: Turns
    peace: Price
    threatened: Price
    sweetened: Price
    together: Price
    mutual: Price = 0
    afraid_above: Annotated[int, Field(ge=0, le=1000)] = 1000
    clock_per_mille: Price = 0
    fear_later_per_mille: Price = 0
    stall: Price = 0
    stall_until_half_days: Turns = 0
    face_floor: Annotated[int, Field(ge=0, le=1000)] = 0
    face_per_mille: Price = 0
    faith_per_mille: Price = 0


class ConditionTable(Strict):
    """All of it must hold; what is left out does not matter."""

    stages: Annotated[tuple[Stage, ...], Field(min_length=1)] = ("confrontation", "loose_ends", "settlement")
    turn: Span = (0, FOREVER)
    every: Annotated[int, Field(ge=1, le=FOREVER)] = 1
    start: Annotated[int, Field(ge=0, le=FOREVER, alias="from")] = 0
    half_days: Span = (0, FOREVER)
    dates: tuple[AwareDatetime, AwareDatetime] | None = None
    """Holds on turns that begin at the first moment or later, and before the second."""
    needs: dict[str, Range] = {}
    agreed: Agreed = {}


class GiveTable(Strict):
    order: Id
    when: Annotated[tuple[ConditionTable, ...], Field(min_length=1)]


class TermTable(Strict):
    position: Position
    secret: bool = False
    paper: bool = False
    exact: bool = False
    news: bool = False
    conditions: Conditions = ()


class OfferTable(Strict):
    terms: Annotated[dict[str, TermTable], Field(min_length=1)]
    channel: Id
    deadline_half_days: Annotated[int, Field(ge=0, le=64)] = 0
    counters: Literal["", "newest", "oldest"] = ""
    """Sent as a counter-offer to that letter of theirs, where one lies; the others stay unanswered."""
    tone: Literal["plain", "warm", "stern", "anguished"] = "plain"
    when: Annotated[tuple[ConditionTable, ...], Field(min_length=1)]


class DoctrineFile(Strict):
    format: Literal[1]
    scenario: Id
    """The shipped scenario it was written for; it plays any other that has the same names."""
    id: Id
    side: Side
    name: Text
    aim: Text
    serious: bool
    source: Text
    temper: TemperTable
    give: tuple[GiveTable, ...] = ()
    offer: tuple[OfferTable, ...] = ()


def is_doctrine(data: dict[str, Any]) -> bool:
    """True if a file is meant as a doctrine, not as a scenario."""
    return any(key in data for key in ("temper", "give", "offer", "side"))


def doctrine_ids() -> tuple[str, ...]:
    """Ids of the doctrines that come with the game, in alphabetical order."""
    return tuple(sorted(file.stem for file in (shipped.scenarios() / "doctrines").glob("*.toml")))


def find_doctrine(id_or_path: str | File) -> File:
    """The file of a shipped id, or the path itself. Raises ScenarioError where there is none."""
    name = str(id_or_path)
    if name in doctrine_ids():
        return shipped.scenarios() / "doctrines" / f"{name}.toml"
    if File(id_or_path).is_file():
        return File(id_or_path)
    known = doctrine_ids()
    raise ScenarioError([Problem(name, 0, "", "no such doctrine", f"a file that exists, or one of: {', '.join(known)}", nearest(name, known))])


def load_doctrine(id_or_path: str | File, rulebook: Rulebook) -> Doctrine:
    """The doctrine of a shipped id or of a file, for games of that scenario. Raises ScenarioError with every problem."""
    document = _read(id_or_path)
    table, problems = _against(document, rulebook)
    errors = [problem for problem in problems if problem.severity == "error"]
    if table is None or errors:
        raise ScenarioError(errors)
    return _compiled(table, rulebook)


def doctrines_listing() -> list[dict[str, Any]]:
    """A line on each shipped doctrine: id, name, sides it can play, whether it is a serious player, its aim."""
    tables = [DoctrineFile.model_validate_json(as_json(_read(id).data)) for id in doctrine_ids()]
    return [{"id": table.id, "name": table.name, "sides": [table.side], "serious": table.serious, "aim": table.aim} for table in tables]


def written_for(scenario: str) -> frozenset[str]:
    """Ids of the shipped doctrines that were written for that scenario."""
    return frozenset(id for id in doctrine_ids() if _read(id).data.get("scenario") == scenario)


def examine_doctrine(document: Document) -> list[Problem]:
    """Every problem of a doctrine in the order of its lines, held against the scenario it names."""
    scenario = document.data.get("scenario")
    if not isinstance(scenario, str):
        return in_order(document, read_form(document, DoctrineFile)[1])
    try:
        return _against(document, load(scenario))[1]
    except ScenarioError as error:
        first = error.problems[0]
        said = document.problem(("scenario",), f'scenario "{scenario}": {first.problem}', first.expected, first.suggestion)
        return in_order(document, [*read_form(document, DoctrineFile)[1], said])


def _read(id_or_path: str | File) -> Document:
    file = find_doctrine(id_or_path)
    return parse(read_file(file), file.name)


def _against(document: Document, rulebook: Rulebook) -> tuple[DoctrineFile | None, list[Problem]]:
    table, problems, damaged = read_form(document, DoctrineFile)
    if table is None or ("side",) in damaged:
        return table, in_order(document, problems)
    meaning = [*_gives(document, table, rulebook), *_offers(document, table, rulebook)]
    return table, in_order(document, [*problems, *beyond(meaning, damaged)])


def _known(document: Document, path: Path, where: str, kind: str, name: str, known: list[str]) -> Iterator[Problem]:
    if name not in known:
        yield document.problem(path, f'{where}: no such {kind} "{name}"', f"one of {', '.join(known)}", nearest(name, known))


def _gives(document: Document, table: DoctrineFile, rulebook: Rulebook) -> Iterator[Problem]:
    menu = {order.id: order for order in rulebook.orders[SIDE_IDS.index(table.side)]}
    for i, give in enumerate(table.give):
        where = f'give "{give.order}"'
        yield from _known(document, ("give", i, "order"), f"{table.side}'s menu", "order", give.order, list(menu))
        for j, condition in enumerate(give.when):
            path: Path = ("give", i, "when", j)
            yield from _conditions(document, path, where, condition, rulebook)
            if give.order in menu and not {STAGES.index(stage) for stage in condition.stages} & set(menu[give.order].stages):
                open_in = ", ".join(STAGES[stage] for stage in menu[give.order].stages)
                yield document.problem((*path, "stages"), f"{where}: the order is not open in {', '.join(condition.stages)}", open_in)


def _offers(document: Document, table: DoctrineFile, rulebook: Rulebook) -> Iterator[Problem]:
    issues, channels = [issue.id for issue in rulebook.issues], {channel.id: channel for channel in rulebook.channels}
    drafts = [order.id for order in rulebook.orders[SIDE_IDS.index(table.side)] if order.is_drafting]
    drafted = any(give.order in drafts for give in table.give)
    for i, offer in enumerate(table.offer):
        where = f"offer number {i + 1}"
        yield from _known(document, ("offer", i, "channel"), where, "channel", offer.channel, list(channels))
        channel = channels.get(offer.channel)
        for id, term in offer.terms.items():
            path: Path = ("offer", i, "terms", id)
            yield from _known(document, path, where, "issue", id, issues)
            if channel and channel.is_public and term.secret:
                yield document.problem(path, f"{where}: a secret term on {id} cannot go by {channel.id}, which everybody hears",
                                       "another channel, or an open term")
            if channel and channel.is_oral and term.paper:
                yield document.problem(path, f"{where}: paper on {id} cannot go by {channel.id}, which is spoken", "another channel, or no paper")
            if term.news and term.paper:
                yield document.problem(path, f"{where}: news on {id} is not put on paper", "a spoken term, or a pledge")
            if id in issues and not set(term.conditions) <= set(rulebook.issues[rulebook.issue(id)].conditions):
                yield document.problem(path, f"{where}: {id} cannot hang on {' and '.join(term.conditions)}",
                                       f"among: {', '.join(rulebook.issues[rulebook.issue(id)].conditions) or 'nothing'}")
            if term.exact and not drafted:
                yield document.problem(path, f"{where}: exact wording on {id}, but no drafting order is ever given",
                                       f"a [[give]] of {' or '.join(drafts)}", severity="warning")
        for j, condition in enumerate(offer.when):
            yield from _conditions(document, ("offer", i, "when", j), where, condition, rulebook)


def _conditions(document: Document, path: Path, where: str, condition: ConditionTable, rulebook: Rulebook) -> Iterator[Problem]:
    issues = [issue.id for issue in rulebook.issues]
    names = [f"{box}.{meter}" for box in ("public", "own") for meter in meters(box)]
    for key in ("turn", "half_days"):
        least, most = getattr(condition, key)
        if least > most:
            yield document.problem((*path, key), f"{where}: {key} from {least} to {most} never comes", "the lower end first")
    for name, (least, most) in condition.needs.items():
        yield from _known(document, (*path, "needs", name), where, "meter", name, names)
        top = FIELDS[box_and_meter(name)[1]].top if name in names else 0
        if name in names and (least > most or most < 0 or least > top):
            yield document.problem((*path, "needs", name), f"{where}: {name} from {least} to {most} never comes",
                                   f"a range within 0 to {top}, the lower end first")
    for id in condition.agreed:
        yield from _known(document, (*path, "agreed", id), where, "issue", id, issues)


def _compiled(table: DoctrineFile, rulebook: Rulebook) -> Doctrine:
    side = SIDE_IDS.index(table.side)
    gives = tuple(Give(rulebook.order(side, give.order), _when(give.when, rulebook)) for give in table.give)
    offers = tuple(Offer(_terms(offer.terms, rulebook), rulebook.channel(offer.channel), offer.deadline_half_days, _when(offer.when, rulebook),
                         TONES.index(offer.tone), offer.counters)
                   for offer in table.offer)
    return Doctrine(table.id, side, table.name, table.aim, table.serious, Temper(**table.temper.model_dump()), gives, offers, table.source)


def _terms(terms: dict[str, TermTable], rulebook: Rulebook) -> Array:
    codes = np.zeros(len(rulebook.issues), rulebook.word)
    for id, term in terms.items():
        codes[rulebook.issue(id)] = code(term.position, term.secret, term.paper, term.exact, term.news, term.conditions)
    codes.flags.writeable = False
    return codes


def _half_days(table: ConditionTable, rulebook: Rulebook) -> tuple[int, int]:
    """The span a condition gives in half-days, narrowed by its dates."""
    least, most = table.half_days
    if table.dates:
        first, last = (minutes_after(rulebook.starts, moment) for moment in table.dates)
        least, most = max(least, -(-first // HALF_DAY)), min(most, -(-last // HALF_DAY) - 1)
    return least, most


def _when(tables: tuple[ConditionTable, ...], rulebook: Rulebook) -> tuple[Condition, ...]:
    return tuple(Condition(
        stages=tuple(stage for stage in EVERY_STAGE if STAGES[stage] in table.stages), turn=table.turn, every=table.every, start=table.start,
        half_days=_half_days(table, rulebook), meters=needs_of(table.needs),
        agreed=tuple((rulebook.issue(id), AGREED.index(state)) for id, state in table.agreed.items())) for table in tables)
