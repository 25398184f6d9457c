"""The shape of a scenario file: pydantic models, strict, extra keys refused. The numbers of the rules come from engine/coefficients.py.

Comes in: what tomllib read. Goes out: a Scenario whose parts have the right types; what they refer to is check.py's business.
Never here: a default an author would want to know, a rule.
"""

import copy
import json
from datetime import date, datetime, time
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from ..engine.coefficients import Rules

Id = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$", max_length=48)]
Text = Annotated[str, Field(min_length=1, max_length=2000, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")]
"""One paragraph; a control character could drive the terminal that shows it."""
Ppm = Annotated[int, Field(ge=0, le=1_000_000)]
PerMille = Annotated[int, Field(ge=0, le=10_000)]
Points = Annotated[int, Field(ge=-1000, le=1000)]
Position = Annotated[int, Field(ge=1, le=5)]
Side = Literal["washington", "moscow"]
Stage = Literal["confrontation", "loose_ends", "settlement"]
Worth = tuple[Points, Points, Points, Points, Points]
Meters = dict[str, int]
Agreed = dict[str, Literal["unsaid", "said", "not_exact", "exact", "secret"]]
Conditions = tuple[Literal["supervised", "conduct", "lasting", "treaty"], ...]
Range = tuple[int, int]


class Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Rungs(Strict):
    washington: Annotated[int, Field(ge=0, le=4)]
    moscow: Annotated[int, Field(ge=0, le=4)]


class PublicStart(Strict):
    pressure: Annotated[int, Field(ge=0, le=1000)]
    quarantine: Annotated[int, Field(ge=0, le=4)]
    flights: Annotated[int, Field(ge=0, le=2)]
    alert: Rungs


class Start(Strict):
    at: AwareDatetime
    """The moment the game opens, with its offset from UTC."""
    source: Text
    public: PublicStart
    washington: Meters
    moscow: Meters
    """Opening values of a side's own meters; what is not named opens at 0."""
    umpire: Meters
    exposure: dict[Side, Meters] = {}
    """Side -> issue -> how far its hands are tied already."""


class PhaseTable(Strict):
    id: Id
    name: Text
    stage: Stage
    half_days: Annotated[int, Field(ge=1, le=128)]
    """Length of a turn."""
    until: AwareDatetime
    """When it ends at the latest: a whole number of half-days from the start."""
    most_orders: Annotated[int, Field(ge=1, le=9)] = 9
    """Orders that a side can give in one of its turns, however rested."""
    source: Text


class AdviserTable(Strict):
    side: Side
    id: Id
    """His seat in the team: the same ids on both sides."""
    name: Text
    office: Literal["envoy", "watch", "staff"]
    """What suffers when he is worn out: words by mouth, what arrives, orders."""
    source: Text


class DateTable(Strict):
    side: Side
    """Whom it binds: `own` in its effects."""
    id: Id
    name: Text
    at: AwareDatetime
    opens: AwareDatetime
    """From when its file lies on the desk."""
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    settled: tuple[Id, ...] = ()
    """Issues that must be agreed in exact words by then; none: `unmet` follows in any case."""
    met: Meters = {}
    unmet: Meters = {}
    text: Text
    source: Text


class ChannelTable(Strict):
    id: Id
    name: Text
    text: Text
    delay_half_days: Annotated[int, Field(ge=0, le=64)]
    public: bool
    oral: bool
    source: Text


class Audiences(Strict):
    security: Worth
    home: Worth
    allies: Worth
    face: Worth


class BySide(Strict):
    washington: Audiences
    moscow: Audiences


class Unsaid(Strict):
    washington: Annotated[int, Field(ge=0, le=5)]
    moscow: Annotated[int, Field(ge=0, le=5)]
    """The position that side reads into a deal that leaves the issue out; 0 = it expects nothing."""


class Veto(Strict):
    holder: Literal["castro", "council", "congress"]
    positions: Annotated[tuple[Position, ...], Field(min_length=1)]
    when: Literal["always", "open", "unless_treaty"] = "always"
    """`open`: a secret term passes. `unless_treaty`: one that keeps treaty rights as a condition passes."""


class IssueTable(Strict):
    id: Id
    role: Literal["withdrawal", "bombers", "inspection", "overflights", "pledge", "quarantine", "missiles_abroad", "troops", ""] = ""
    """What the rules ask of it; each role belongs to one issue."""
    name: Text
    group: Literal["weapons", "checks", "pledges", "bases", "later", "cuba", "world"]
    subject: Text
    positions: tuple[Text, Text, Text, Text, Text]
    """From the most Washington could ask (1) to the most Moscow could (5)."""
    note: Text
    source: Text
    worth: BySide
    """What each position is worth to each side before each audience."""
    unsaid: Unsaid
    heat_ppm: Ppm
    """Disputes expected per step between two readings and half-day."""
    veto: tuple[Veto, ...] = ()
    leaves: tuple[Position, ...] = ()
    """Of the withdrawal issue: positions by which the missiles leave."""
    leaves_exact: tuple[Position, ...] = ()
    """Of the bombers: positions by which they leave if the wording is exact."""
    conditions: Conditions = ()
    """What a term on it may hang on."""
    in_sight: bool = False
    """True: it is seen by everybody when it is done, so it cannot be agreed in secret."""


class OrderTable(Strict):
    side: Side
    id: Id
    name: Text
    menu: Literal["military", "diplomacy", "public", "home"]
    text: Text
    effects: Meters
    """`"box.meter"` -> amount. Boxes: public, own, other, umpire; `public.alert` is the giver's own rung."""
    needs: dict[str, Range] = {}
    """`"public.meter"` or `"own.meter"` -> least and most at which the order is open."""
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    seen: bool
    """False: done in secret; then it moves no public meter and nothing across the table."""
    sleep: Annotated[int, Field(ge=0, le=200)]
    """Sleep it costs the staff, tenths of an hour."""
    drafting: bool = False
    """True: makes exact wording possible this turn."""
    ties: Meters = {}
    """Issue -> points by which giving it ties the giver's hands in public; below 0 it lets an earlier word be taken back."""
    one_of: Annotated[str, Field(pattern=r"^[A-Za-z0-9 _-]*$", max_length=48)] = ""
    """A question that only one order of a sheet can answer."""
    agreed: Agreed = {}
    """Issue -> what must be in force for the order to make sense."""
    opens: AwareDatetime | None = None
    closes: AwareDatetime | None = None
    """Moments between which it can be given."""
    sends_home: bool = False
    """True: the member of the team who has been awake longest goes to bed."""
    shares: Annotated[int, Field(ge=0, le=99)] = 0
    """People who learn of a secret annex through it."""
    leaks: bool = False
    """True: it puts the annex into the newspapers on purpose."""
    source: Text


class IncidentTable(Strict):
    id: Id
    name: Text
    text: Text
    serious_text: Text
    rung: Literal["quarantine", "flights", "alert.washington", "alert.moscow", "alerts", "raids"]
    """The public posture that drives it; `alerts` is the mean of both, `raids` Washington's leash on the exiles."""
    by_rung: tuple[PerMille, PerMille, PerMille, PerMille, PerMille]
    """Per mille of the frequency on each rung, from 0."""
    frequency_ppm: Ppm
    """Expected number per half-day at middling strain."""
    serious_ppm: Ppm
    deadly_per_mille: PerMille
    loses_aircraft: bool
    guns: bool = False
    """True: it grows where Castro's own guns have been told to fire."""
    source: Text


class ContactTable(Strict):
    confrontation: PerMille
    loose_ends: PerMille
    settlement: PerMille
    source: Text


class CurveTable(Strict):
    points: Annotated[tuple[Range, ...], Field(min_length=2, max_length=64)]
    """[x, y] pairs; x starts at 0 and rises."""
    source: Text


class CurveTables(Strict):
    tired: CurveTable
    clumsy: CurveTable
    tense: CurveTable
    deafness: CurveTable
    attention: CurveTable
    strike_motion: CurveTable
    world_expects: CurveTable
    ousted: CurveTable
    acceptance: CurveTable


class AnswerTable(Strict):
    id: Id
    value: Annotated[int, Field(ge=0, le=1_000_000)]
    name: Text
    note: Text
    source: Text


class SettingTable(Strict):
    id: Id
    name: Text
    """A question that nobody can settle, answered by one number of the rules."""
    text: Text
    dial: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]+$", max_length=96)]
    """`"incidents.danger_ppm"`: that number under [rules.incidents]."""
    default: Id
    """The answer that [rules] gives."""
    answer: Annotated[tuple[AnswerTable, ...], Field(min_length=2, max_length=9)]
    """In the order in which they are shown."""


class HistoryTable(Strict):
    washington: Id
    moscow: Id
    """The doctrines that do on each date what was done on it."""
    seed: Annotated[int, Field(ge=0, le=2**31 - 1)]
    """A game between them that passes every milestone."""
    source: Text


class Scenario(Strict):
    format: Literal[1]
    id: Id
    name: Text
    summary: Text
    minutes: Annotated[int, Field(ge=1, le=1000)]
    """How long a first game takes at the table."""
    clock_changes: AwareDatetime
    """When Washington's clocks go back an hour, in the new offset."""
    start: Start
    phase: Annotated[tuple[PhaseTable, ...], Field(min_length=1, max_length=20)]
    channel: Annotated[tuple[ChannelTable, ...], Field(min_length=1, max_length=9)]
    adviser: Annotated[tuple[AdviserTable, ...], Field(min_length=2, max_length=24)]
    date: Annotated[tuple[DateTable, ...], Field(max_length=24)] = ()
    issue: Annotated[tuple[IssueTable, ...], Field(min_length=1, max_length=32)]
    order: Annotated[tuple[OrderTable, ...], Field(min_length=2, max_length=128)]
    incident: Annotated[tuple[IncidentTable, ...], Field(min_length=1, max_length=24)]
    contact: ContactTable
    history: HistoryTable | None = None
    setting: Annotated[tuple[SettingTable, ...], Field(max_length=6)] = ()
    rules: Rules
    curves: CurveTables


def as_json(data: dict[str, Any]) -> str:
    """What tomllib read, as JSON: pydantic's strict mode reads tuples and moments from JSON, not from lists and Python objects."""
    def moment(value: object) -> str:
        if isinstance(value, datetime | date | time):
            return value.isoformat()
        raise TypeError(f"TOML has no {type(value).__name__}")
    return json.dumps(data, default=moment)


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a scenario file. A file that `extends` another may leave out whatever the other one says."""
    whole = Scenario.model_json_schema()
    definitions: dict[str, Any] = whole.pop("$defs")
    parts = copy.deepcopy(definitions)
    for part in parts.values():
        part["required"] = [key for key in part.get("required", ()) if key in ("id", "side")]
    extending = _renamed({**whole, "required": ["format", "extends", "id"]})
    extending["properties"]["extends"] = {"type": "string", "description": "Id of the scenario that this one changes."}
    rows = [name for name, part in whole["properties"].items() if part.get("type") == "array"]
    extending["properties"]["only"] = {"type": "object", "additionalProperties": False,
                                       "properties": {name: {"type": "array", "items": {"type": "string"}} for name in rows},
                                       "description": "Rows of that scenario that stay, by their ids."}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Knot of War scenario", "type": "object",
            "if": {"required": ["extends"]}, "then": extending, "else": whole,
            "$defs": {**definitions, **{f"{name}.partial": _renamed(part) for name, part in parts.items()}}}


def _renamed(node: Any) -> Any:
    """The same schema, pointing at the partial definitions."""
    if isinstance(node, dict):
        return {key: f"{value}.partial" if key == "$ref" else _renamed(value) for key, value in node.items()}
    return [_renamed(item) for item in node] if isinstance(node, list) else node
