"""What a scenario says, gone through once for every problem: names, references, dates, reach, ways down, balance.

Comes in: a Document. Goes out: the model and a list of Problems, errors and warnings. Never here: reading a file, compiling, a rule.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from ..engine import limits
from ..engine.curves import LONGEST_TURN
from ..engine.rulebook import AUDIENCES, STAGES, Phase
from ..engine.sides import SIDE_IDS
from ..engine.state import BOXES, OF_EACH_SIDE
from .compile import box_and_meter, minutes_after
from .dials import numbers
from .document import Document, in_order
from .form import beyond, read_form
from .problem import Path, Problem, nearest
from .schema import AdviserTable, ChannelTable, DateTable, IncidentTable, IssueTable, OrderTable, PhaseTable, Scenario, SettingTable

MOST_TURNS = 400
HALF_DAY = 720
ROLES = ("withdrawal", "bombers", "inspection", "overflights", "pledge", "quarantine", "missiles_abroad", "troops")
LADDERS = ("public.quarantine", "public.flights", "public.alert", "own.reprisal")
"""Postures: what goes up must have a way down."""
WAY_DOWN, WAY_DOWN_THEN = "a way down for every way up", "the way down open in the same stages"
"""What is expected of a file whose fault is a missing way down."""
MOVED_BY_ORDERS_ALONE = (*LADDERS, "own.cover")
LONGEST_CURVE = 4000
CURVE_REACHES = {"acceptance": 2000, "world_expects": 160}
LOWEST = {"paper_worth": -1000, "exact_worth": -1000, "shipping": -1000}
"""Coefficients that may be below 0."""


def examine(document: Document) -> tuple[Scenario | None, list[Problem]]:
    """The model, and every problem found in the order of the lines; with errors among them the model is not fit to be played."""
    model, problems, damaged = read_form(document, Scenario)
    if model is None:
        return None, in_order(document, problems)
    tables = {path[0] for path in damaged}
    for part, leans_on in _PARTS:
        if not tables & set(leans_on):
            problems += beyond(list(part(document, model)), damaged)
    return model, in_order(document, problems)


def is_about_ladders(problem: Problem) -> bool:
    """True where the problem is a way up without its way down: the file can be read and compiled all the same."""
    return problem.expected in (WAY_DOWN, WAY_DOWN_THEN)


def longest_game(phases: Sequence[Phase]) -> int:
    """The most turns a game can take: an agreement may open the loose ends after any turn of the confrontation."""
    def turns(span: int, phase: Phase) -> int:
        return max(0, -(-span // (HALF_DAY * phase.half_days)))

    def rest(now: int, stage: int) -> int:
        total = 0
        for phase in phases:
            if phase.stage >= stage and phase.until > now:
                total, now = total + turns(phase.until - now, phase), phase.until
        return total
    most, played, now = rest(0, 0), 0, 0
    for phase in (phase for phase in phases if phase.stage == 0):
        while now < phase.until and played <= MOST_TURNS:
            now, played = min(now + HALF_DAY * phase.half_days, phase.until), played + 1
            most = max(most, played + rest(now, 1))
    return most


def _duplicates(document: Document, model: Scenario) -> Iterator[Problem]:
    tables: dict[str, Sequence[PhaseTable | ChannelTable | IssueTable | OrderTable | IncidentTable | AdviserTable | DateTable | SettingTable]] = {
        "phase": model.phase, "channel": model.channel, "issue": model.issue, "order": model.order, "incident": model.incident,
        "adviser": model.adviser, "date": model.date, "setting": model.setting}
    for table, rows in tables.items():
        first: dict[tuple[str, str], int] = {}
        for i, row in enumerate(rows):
            key = (getattr(row, "side", ""), row.id)
            if key in first:
                line = document.place((table, first[key], "id")).line
                yield document.problem((table, i, "id"), f'{table} "{row.id}": that id is taken (line {line})', "an id of its own")
            first.setdefault(key, i)


def _calendar(document: Document, model: Scenario) -> Iterator[Problem]:
    before, stage = 0, 0
    phases = []
    for i, phase in enumerate(model.phase):
        until = minutes_after(model.start.at, phase.until)
        if (phase.until - model.start.at).total_seconds() % (HALF_DAY * 60):
            yield document.problem(("phase", i, "until"), f'phase "{phase.id}": its end is not a whole number of half-days after the start',
                                   f"{model.start.at.isoformat()} plus a multiple of 12 hours")
        if until <= before:
            yield document.problem(("phase", i, "until"), f'phase "{phase.id}" does not end after what comes before it', "dates in their order")
        if STAGES.index(phase.stage) < stage:
            yield document.problem(("phase", i, "stage"),
                                   f'phase "{phase.id}": the {phase.stage.replace("_", " ")} cannot come after the {STAGES[stage].replace("_", " ")}',
                                   "confrontation, then loose_ends, then settlement")
        before, stage = max(before, until), max(stage, STAGES.index(phase.stage))
        phases.append(Phase(phase.id, phase.name, STAGES.index(phase.stage), phase.half_days, until))
    for i, name in enumerate(STAGES[:3]):
        if not any(phase.stage == i for phase in phases):
            yield document.problem(("phase",), f"no phase has the stage {name}",
                                   "at least one phase for each of confrontation, loose_ends, settlement")
    turns = longest_game(phases)
    if turns > MOST_TURNS:
        yield document.problem(("phase",), f"a game can take {turns} turns", f"at most {MOST_TURNS}")


def meters(box: str) -> dict[str, int]:
    """Names a file may use in that box (`public`, `own`, `other`, `umpire`) -> highest value: single meters, and one's own of those of each side."""
    fields = BOXES["dossier" if box in ("own", "other") else box]
    shape = ("sides",) if box in ("own", "other") else ()
    return {name: field.top for name, field in fields.items()
            if field.is_meter and (field.shape == shape or (box == "public" and name in OF_EACH_SIDE))}


def _top(name: str) -> int:
    """Highest value of `box.meter`."""
    box, meter = box_and_meter(name)
    return meters(box)[meter]


def _start(document: Document, model: Scenario) -> Iterator[Problem]:
    start = model.start
    for table, box, values in (("washington", "own", start.washington), ("moscow", "own", start.moscow), ("umpire", "umpire", start.umpire)):
        known = meters(box)
        for name, number in values.items():
            path: Path = ("start", table, name)
            yield from _known(document, path, f"start.{table}", "meter", name, known)
            if name in known:
                yield from _within(document, path, f"start.{table}: {name}", number, 0, known[name])
    issues = [issue.id for issue in model.issue]
    for side, exposure in start.exposure.items():
        for id, number in exposure.items():
            path = ("start", "exposure", side, id)
            yield from _known(document, path, f"start.exposure.{side}", "issue", id, issues)
            yield from _within(document, path, f"start.exposure.{side}: {id}", number, 0, 1000)


def _within(document: Document, path: Path, what: str, number: int, least: int, most: int) -> Iterator[Problem]:
    if not least <= number <= most:
        yield document.problem(path, f"{what} is {number:,}", f"{least:,} to {most:,}")


def _known(document: Document, path: Path, where: str, kind: str, name: str, known: Iterable[str]) -> Iterator[Problem]:
    names = list(known)
    if name not in names:
        yield document.problem(path, f'{where}: no such {kind} "{name}"', f"one of {', '.join(names)}", nearest(name, names))


def _roles(document: Document, model: Scenario) -> Iterator[Problem]:
    bearers: dict[str, str] = {}
    for i, issue in enumerate(model.issue):
        if issue.role in bearers:
            yield document.problem(("issue", i, "role"), f'issue "{issue.id}": the role {issue.role} belongs to "{bearers[issue.role]}" already',
                                   "one issue for each role")
        elif issue.role:
            bearers[issue.role] = issue.id
        for key, role in (("leaves", "withdrawal"), ("leaves_exact", "bombers")):
            if bool(getattr(issue, key)) != (issue.role == role):
                said = "is missing" if issue.role == role else f"belongs to the issue with the role {role}"
                yield document.problem(("issue", i, key), f'issue "{issue.id}": `{key}` {said}',
                                       f"`{key}` on the issue with the role {role}, and only there")
    for role in ROLES:
        if role not in bearers:
            yield document.problem(("issue",), f"no issue has the role {role}", f'one issue with role = "{role}"')


def _worths(document: Document, model: Scenario) -> Iterator[Problem]:
    for i, issue in enumerate(model.issue):
        for side, sign, word in (("washington", -1, "rises"), ("moscow", 1, "falls")):
            table = getattr(issue.worth, side)
            sums = [sum(getattr(table, audience)[place] for audience in AUDIENCES) for place in range(5)]
            for place, (one, next_) in enumerate(pairwise(sums), 1):
                if (next_ - one) * sign < 0:
                    said = f'issue "{issue.id}": worth to {side} {word} from position {place} ({one}) to {place + 1} ({next_})'
                    yield document.problem(("issue", i, "worth", side), said, "less for Washington and more for Moscow with each step",
                                           severity="warning")


def _split(document: Document, path: Path, where: str, name: str, boxes: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with a `box.meter` name."""
    box, meter = box_and_meter(name)
    names = [f"{box}.{meter}" for box in boxes for meter in meters(box)]
    if box not in boxes or meter not in meters(box):
        yield document.problem(path, f'{where}: no such meter "{name}"', f"box.meter, the box one of {', '.join(boxes)}", nearest(name, names))


def _orders(document: Document, model: Scenario) -> Iterator[Problem]:
    open_stages = {phase.stage for phase in model.phase}
    for i, order in enumerate(model.order):
        where = f'order "{order.id}" ({order.side})'
        for name, amount in order.effects.items():
            path: Path = ("order", i, "effects", name)
            wrong = list(_split(document, path, where, name, ("public", "own", "other", "umpire")))
            yield from wrong
            if not wrong:
                yield from _within(document, path, f"{where}: {name}", amount, -1000, 1000)
                if not order.seen and box_and_meter(name)[0] in ("public", "other"):
                    yield document.problem(path, f'{where} is secret (seen = false) but moves "{name}", which would give it away',
                                           "effects on own or umpire meters, or seen = true")
        for name, (least, most) in order.needs.items():
            path = ("order", i, "needs", name)
            wrong = list(_split(document, path, where, name, ("public", "own")))
            yield from wrong
            if not wrong:
                top = _top(name)
                if least > most or most < 0 or least > top:
                    yield document.problem(path, f"{where} can never be given: {name} from {least} to {most}",
                                           f"a range within 0 to {top}, the lower end first")
        if order.opens and order.closes and order.opens >= order.closes:
            yield document.problem(("order", i, "closes"), f"{where} can never be given: it closes before it opens", "a later moment")
        if not set(order.stages) & open_stages:
            yield document.problem(("order", i, "stages"), f"{where} can never be given: no phase has the stage {', '.join(order.stages)}",
                                   f"one of {', '.join(sorted(open_stages))}")


def _orders_about_issues(document: Document, model: Scenario) -> Iterator[Problem]:
    """By itself, so that a faulty issue hides nothing else about the orders."""
    issues = [issue.id for issue in model.issue]
    for i, order in enumerate(model.order):
        where = f'order "{order.id}" ({order.side})'
        for key, ids in (("ties", order.ties), ("agreed", order.agreed)):
            for id in ids:
                yield from _known(document, ("order", i, key, id), where, "issue", id, issues)
        for id, points in order.ties.items():
            yield from _within(document, ("order", i, "ties", id), f"{where}: {id}", points, -1000, 1000)


def _team(document: Document, model: Scenario) -> Iterator[Problem]:
    """Both teams have the same seats, so that one rule serves both."""
    seats = {side: {adviser.id: adviser.office for adviser in model.adviser if adviser.side == side} for side in SIDE_IDS}
    for i, adviser in enumerate(model.adviser):
        for side in SIDE_IDS:
            if adviser.id not in seats[side]:
                yield document.problem(("adviser", i, "id"), f'adviser "{adviser.id}" ({adviser.side}): {side} has no such seat',
                                       "the same ids on both sides", nearest(adviser.id, list(seats[side])))
            elif seats[side][adviser.id] != adviser.office and side != adviser.side:
                yield document.problem(("adviser", i, "office"), f'adviser "{adviser.id}" ({adviser.side}): the office is {adviser.office} here and '
                                       f'{seats[side][adviser.id]} on the other side', "the same office for the same seat")


def _dates(document: Document, model: Scenario) -> Iterator[Problem]:
    issues = [issue.id for issue in model.issue]
    end = max(phase.until for phase in model.phase)
    for i, date in enumerate(model.date):
        where = f'date "{date.id}"'
        for id in date.settled:
            yield from _known(document, ("date", i, "settled"), where, "issue", id, issues)
        for key, effects in (("met", date.met), ("unmet", date.unmet)):
            yield from _amounts(document, ("date", i, key), where, effects)
        if not model.start.at < date.at <= end:
            yield document.problem(("date", i, "at"), f"{where} never comes: it lies outside the calendar",
                                   f"after {model.start.at.isoformat()} and by {end.isoformat()}")
        if date.opens > date.at:
            yield document.problem(("date", i, "opens"), f"{where} opens after it has come", "a moment before `at`")


def _amounts(document: Document, path: Path, where: str, effects: dict[str, int]) -> Iterator[Problem]:
    for name, amount in effects.items():
        wrong = list(_split(document, (*path, name), where, name, ("public", "own", "other", "umpire")))
        yield from wrong
        if not wrong:
            yield from _within(document, (*path, name), f"{where}: {name}", amount, -1000, 1000)


def _reach(document: Document, model: Scenario) -> Iterator[Problem]:
    """Orders that wait for a posture no order leads to."""
    for i, order in enumerate(model.order):
        for name, (least, most) in order.needs.items():
            if name in MOVED_BY_ORDERS_ALONE and least <= most:
                top = _top(name)
                if least <= top and most >= 0 and not any(least <= value <= most for value in _reachable(model, order, name, top)):
                    yield document.problem(("order", i, "needs", name),
                                           f'order "{order.id}" ({order.side}) can never be given: {name} never comes between {least} and {most}',
                                           "an order that takes it there")
    for side in SIDE_IDS:
        if not any(order.side == side for order in model.order):
            yield document.problem(("order",), f"{side} has no orders", f'[[order]] tables with side = "{side}"')


def _reachable(model: Scenario, order: OrderTable, name: str, top: int) -> set[int]:
    """Values that a posture can take by orders from where it starts."""
    box, meter = box_and_meter(name)
    own: dict[str, int] = getattr(model.start, order.side)
    at_start = getattr(model.start.public, meter) if box == "public" else own.get(meter, 0)
    value: int = getattr(at_start, order.side) if meter == "alert" else at_start
    own_alone = box == "own" or meter in OF_EACH_SIDE
    steps = {other.effects[name] for other in model.order if name in other.effects and (other.side == order.side or not own_alone)}
    reached, new = {value}, {value}
    while new:
        new = {min(max(at + step, 0), top) for at in new for step in steps} - reached
        reached |= new
    return reached


def _ladders(document: Document, model: Scenario) -> Iterator[Problem]:
    for side in SIDE_IDS:
        for name in LADDERS:
            moves = [(i, order, order.effects[name]) for i, order in enumerate(model.order) if order.side == side and order.effects.get(name)]
            ups, downs = ([move for move in moves if move[2] * sign > 0] for sign in (1, -1))
            if ups and not downs:
                i, order, _ = ups[0]
                yield document.problem(("order", i, "effects", name), f'order "{order.id}" ({side}) raises {name} and no order of {side} lowers it',
                                       WAY_DOWN)
            for i, order, _ in ups:
                stuck = [stage for stage in order.stages if downs and not any(stage in down.stages for _, down, _ in downs)]
                if stuck:
                    yield document.problem(("order", i, "stages"),
                                           f'order "{order.id}" ({side}) raises {name} in stages that have no way down: {", ".join(stuck)}',
                                           WAY_DOWN_THEN)


def _curves(document: Document, model: Scenario) -> Iterator[Problem]:
    calendar = max(minutes_after(model.start.at, phase.until) for phase in model.phase) // HALF_DAY
    for name in type(model.curves).model_fields:
        points = getattr(model.curves, name).points
        path: Path = ("curves", name, "points")
        reach = max(CURVE_REACHES.get(name, 1000), calendar if name == "world_expects" else 0)
        if points[0][0] != 0:
            yield document.problem((*path, 0), f"curve {name} starts at x = {points[0][0]}", "a first point with x = 0")
        for i, ((x0, _), (x1, _)) in enumerate(pairwise(points)):
            if x1 <= x0:
                yield document.problem((*path, i + 1), f"curve {name}: x goes from {x0} to {x1}", "x that rises from point to point")
        if not reach <= points[-1][0] <= LONGEST_CURVE:
            yield document.problem((*path, len(points) - 1), f"curve {name} ends at x = {points[-1][0]:,}",
                                   f"a last point with x from {reach:,} to {LONGEST_CURVE:,}")
        for i, (_, y) in enumerate(points):
            yield from _within(document, (*path, i), f"curve {name}: y", y, 0, limits.curve_top(name))


def _coefficients(document: Document, model: Scenario) -> Iterator[Problem]:
    for group in dataclasses.fields(model.rules):
        for field in dataclasses.fields(getattr(model.rules, group.name)):
            value = getattr(getattr(model.rules, group.name), field.name)
            highest = limits.most(field.name)
            path: Path = ("rules", group.name, field.name)
            if field.name == "source":
                if not value.strip() or not value.isprintable():
                    yield document.problem(path, f"rules.{group.name}: the source is empty or has control characters",
                                           "where the numbers come from, or design choice")
                continue
            for number in value if isinstance(value, tuple) else (value,):
                yield from _within(document, path, f"rules.{group.name}: {field.name}", number, LOWEST.get(field.name, 0), highest)
    if model.rules.implementation.longest_heat > LONGEST_TURN:
        yield document.problem(("rules", "implementation", "longest_heat"), f"longest_heat is {model.rules.implementation.longest_heat}",
                               f"at most {LONGEST_TURN} half-days")


def _settings(document: Document, model: Scenario) -> Iterator[Problem]:
    """Each turns a number there is, to values it may have, and its default is one of its answers."""
    known = numbers(model.rules)
    for i, setting in enumerate(model.setting):
        where = f'setting "{setting.id}"'
        if setting.dial not in known:
            yield document.problem(("setting", i, "dial"), f'{where}: no such dial "{setting.dial}"',
                                   "a whole number of the rules, such as incidents.danger_ppm", nearest(setting.dial, known))
            continue
        ids = [answer.id for answer in setting.answer]
        if setting.default not in ids:
            yield document.problem(("setting", i, "default"), f'{where}: the default "{setting.default}" is none of its answers',
                                   f"one of {', '.join(ids)}", nearest(setting.default, ids))
        for j, answer in enumerate(setting.answer):
            path: Path = ("setting", i, "answer", j)
            yield from _within(document, (*path, "value"), f'{where}: the value of "{answer.id}"', answer.value, 0, limits.most(setting.dial))
            for key, what, before in (("id", answer.id, ids[:j]), ("value", answer.value, [other.value for other in setting.answer[:j]])):
                if what in before:
                    yield document.problem((*path, key), f"{where}: the {key} {what} is that of another answer", f"{key}s that differ")


_PARTS: tuple[tuple[Callable[[Document, Scenario], Iterator[Problem]], tuple[str, ...]], ...] = (
    (_duplicates, ()), (_calendar, ("start", "phase")), (_start, ("issue",)), (_roles, ("issue",)), (_worths, ()), (_orders, ("phase",)),
    (_orders_about_issues, ("issue",)), (_team, ("adviser",)), (_dates, ("phase", "start", "issue")),
    (_reach, ("order", "start")), (_ladders, ("order",)), (_curves, ("start", "phase")), (_coefficients, ()), (_settings, ("rules",)))
"""What to look at, and the tables that must be whole for it to say anything true."""
