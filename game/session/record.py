"""The save format: what stands in each line of a `.knot` file, strictly.

Comes in: the values of a line whose chain holds. Goes out: checked records and the dispatches they hold.
Never here: a file, a rule, a repaired value.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..engine.orders import Dispatch, Proposal, Term
from .chain import Damage

_COUNT = 2**31 - 1

Count = Annotated[int, Field(ge=0, le=_COUNT)]
Side = Literal["washington", "moscow"]
Hex = Annotated[str, Field(pattern="^[0-9a-f]{16,128}$")]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class TermRecord(Strict):
    position: Annotated[int, Field(ge=1, le=5)]
    secret: bool
    paper: bool
    exact: bool
    news: bool = False
    conditions: list[Literal["supervised", "conduct", "lasting", "treaty"]] = []


class ProposalRecord(Strict):
    terms: dict[str, TermRecord]
    channel: str
    deadline_half_days: Annotated[int, Field(ge=0, le=800)]
    tone: Literal["plain", "warm", "stern", "anguished"] = "plain"


class DispatchRecord(Strict):
    orders: list[str]
    proposal: ProposalRecord | None
    answer: Literal["ignore", "accept", "refuse", "counter"]
    answer_to: Count
    withdraw: Count


class EntryRecord(Strict):
    mechanism: str
    box: Literal["public", "washington", "moscow", "umpire"]
    meter: str
    before: int
    amount: int
    after: int
    cause: str
    known_to: list[Side]


class ScenarioRecord(Strict):
    id: str
    hash: str
    text: str
    """The whole of it, what it extends included: scenario.load.load_text reads it."""


class DoctrineRecord(Strict):
    doctrine: str
    level: Annotated[int, Field(ge=1, le=5)]


class PlayersRecord(Strict):
    washington: Literal["person"] | DoctrineRecord
    moscow: Literal["person"] | DoctrineRecord


class FirstLine(Strict):
    format: Literal[1]
    rules: Count
    game: str
    """Version of the program that began the save."""
    scenario: ScenarioRecord
    seed: Count
    players: PlayersRecord
    chain: Hex


class OrdersRecord(Strict):
    washington: DispatchRecord
    moscow: DispatchRecord


class TurnLine(Strict):
    turn: Annotated[int, Field(ge=1, le=400)]
    starts: str
    phase: str
    dispatches: OrdersRecord
    ledger: list[EntryRecord]
    digest: Hex
    chain: Hex


class LastLine(Strict):
    ending: str
    scores: dict[str, Any]
    digest: Hex
    chain: Hex


def first_line(fields: dict[str, Any]) -> FirstLine:
    """The record of a save's first line. Raises Damage."""
    try:
        return FirstLine.model_validate(fields)
    except ValidationError as trouble:
        raise Damage(_said(trouble)) from trouble


def later_line(fields: dict[str, Any]) -> TurnLine | LastLine:
    """The record of a turn, or of the ending. Raises Damage."""
    try:
        return (LastLine if "ending" in fields else TurnLine).model_validate(fields)
    except ValidationError as trouble:
        raise Damage(_said(trouble)) from trouble


def _said(trouble: ValidationError) -> str:
    first = trouble.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"does not fit the format at {where!r}: {first['msg'][0].lower()}{first['msg'][1:]}"


def dispatch_of(record: DispatchRecord) -> Dispatch:
    """The dispatch that a record holds."""
    offer = record.proposal
    terms = {issue: Term(term.position, term.secret, term.paper, term.exact, term.news, tuple(term.conditions))
             for issue, term in (offer.terms if offer else {}).items()}
    return Dispatch(tuple(record.orders), Proposal(terms, offer.channel, offer.deadline_half_days, offer.tone) if offer else None,
                    record.answer, record.answer_to, record.withdraw)
