"""docs/mechanisms.md names every mechanism once, and nothing on it is a dead name."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import get_type_hints

import pytest

from game.engine import coefficients
from game.engine.script import Temper
from game.engine.sides import SIDE_IDS
from game.engine.state import FIELDS
from game.scenario.doctrine import doctrines_listing
from tests.mechanisms.positions import bench

ROOT = Path(__file__).parents[2]
PAGE = "docs/mechanisms.md"
ALL = [f"M{number:02}" for number in range(1, 89)]
COLUMNS = ("M", "what it is", "where", "how it works", "test", "reversal")
MOST_LEFT_OUT, LEAST_REVERSALS = 6, 30


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of the table of mechanisms, cells by column."""
    cells = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.splitlines() if line.startswith("| M")]
    assert all(len(row) == len(COLUMNS) for row in cells), [row[0] for row in cells if len(row) != len(COLUMNS)]
    return [dict(zip(COLUMNS, row)) for row in cells if row[0] != "M"]


def left_out_in(text: str) -> dict[str, str]:
    """What stands under `## Left out`: mechanism -> reason."""
    _, _, after = text.partition("## Left out")
    return dict(re.findall(r"^- (M\d\d): (.+)$", after, re.MULTILINE))


@cache
def page() -> str:
    return (ROOT / PAGE).read_text(encoding="utf-8")


def names_in(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


# ------------------------------------------------------------------------------------------------ what a name stands for
@cache
def defined_in(path: str) -> dict[str, ast.AST]:
    """Functions, classes and constants at the top of a file."""
    found: dict[str, ast.AST] = {}
    for node in ast.parse((ROOT / path).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found[node.name] = node
        elif isinstance(node, ast.Assign):
            found |= {target.id: node for target in node.targets if isinstance(target, ast.Name)}
    return found


def is_there(name: str) -> bool:
    """Whether a name of the column `where` stands for something."""
    book = bench().book
    kind, _, rest = name.partition(" ")
    if rest:
        side, _, id = rest.partition("/")
        known = {
            "order": lambda: side in SIDE_IDS and id in {order.id for order in book.orders[SIDE_IDS.index(side)]},
            "adviser": lambda: side in SIDE_IDS and id in {adviser.id for adviser in book.team[SIDE_IDS.index(side)]},
            "issue": lambda: rest in {issue.id for issue in book.issues},
            "date": lambda: rest in {date.id for date in book.dates},
            "incident": lambda: rest in {incident.id for incident in book.incidents},
            "channel": lambda: rest in {channel.id for channel in book.channels},
            "phase": lambda: rest in {phase.id for phase in book.phases},
            "curve": lambda: hasattr(book.curves, rest),
            "state": lambda: rest in FIELDS,
            "doctrine": lambda: rest in {line["id"] for line in doctrines_listing()},
        }
        return kind in known and known[kind]()
    if name.startswith("temper."):
        return name.removeprefix("temper.") in get_type_hints(Temper)
    if name.startswith("rules."):
        _, record, number = name.split(".")
        records = get_type_hints(coefficients.Rules)
        return record in records and number in get_type_hints(records[record])
    path, _, inside = name.partition(":")
    return (ROOT / path).is_file() and inside in defined_in(path)


def node_of(node: str) -> ast.AST | None:
    path, _, name = node.partition("::")
    return defined_in(path).get(name) if (ROOT / path).is_file() else None


def reverses_something(node: str) -> bool:
    """Whether that test lies with the mechanisms and calls the one proof of a reversal."""
    calls = (call.func for call in ast.walk(node_of(node) or ast.Module([], [])) if isinstance(call, ast.Call))
    return node.startswith("tests/mechanisms/") and any(isinstance(func, ast.Name) and func.id == "reverses" for func in calls)


# ------------------------------------------------------------------------------------------------ the checks, as functions
def wrong_with(text: str) -> list[str]:
    """What is wrong with a page, in sentences."""
    rows, left_out = rows_of(text), left_out_in(text)
    told = [row["M"] for row in rows] + list(left_out)
    found = [f"{id} is not told" for id in ALL if id not in told] + [f"{id} is told {told.count(id)} times" for id in ALL if told.count(id) > 1]
    found += [f"{id} is no mechanism" for id in told if id not in ALL]
    if len(left_out) > MOST_LEFT_OUT:
        found.append(f"{len(left_out)} left out, {MOST_LEFT_OUT} at most")
    reversals = [row["M"] for row in rows if row["reversal"] == "yes"]
    if len(reversals) < LEAST_REVERSALS:
        found.append(f"{len(reversals)} reversals, {LEAST_REVERSALS} at least")
    return found + [wrong for row in rows for wrong in wrong_with_row(row)]


def wrong_with_row(row: dict[str, str]) -> list[str]:
    id, where, tests = row["M"], names_in(row["where"]), names_in(row["test"])
    found = [f"{id}: {column} is empty" for column in COLUMNS if not row[column]]
    found += [f"{id}: there is no {name}" for name in where if not is_there(name)]
    found += [f"{id}: there is no test {name}" for name in tests if node_of(name) is None]
    if not where or not tests:
        found.append(f"{id}: names no place or no test")
    if row["reversal"] not in ("yes", "no"):
        found.append(f"{id}: reversal is {row['reversal']!r}, not yes or no")
    elif (row["reversal"] == "yes") != any(map(reverses_something, tests)):
        found.append(f"{id}: reversal is {row['reversal']}, and its tests say otherwise")
    return found


def test_the_page_tells_every_mechanism_and_names_only_what_is_there():
    assert wrong_with(page()) == []


@pytest.mark.parametrize(("change", "complaint"), [
    (lambda text: text.replace("| M12 |", "| M13 |"), "M12 is not told"),
    (lambda text: text.replace("| M12 |", "| M13 |"), "M13 is told 2 times"),
    (lambda text: text.replace("| M12 |", "| M89 |"), "M89 is no mechanism"),
    (lambda text: text + "\n## Left out\n" + "\n".join(f"- M{number}: no room" for number in range(10, 17)), "7 left out, 6 at most"),
    (lambda text: text.replace("secrecy.py:_thanks", "secrecy.py:_regrets"), "M32: there is no game/engine/mechanisms/secrecy.py:_regrets"),
    (lambda text: text.replace("mechanisms/clock.py:run", "mechanisms/watch.py:run"), "M04: there is no game/engine/mechanisms/watch.py:run"),
    (lambda text: text.replace("rules.secrecy.thanked_allies", "rules.secrecy.thanked_enemies"), "M32: there is no rules.secrecy.thanked_enemies"),
    (lambda text: text.replace("temper.mutual", "temper.single"), "M06: there is no temper.single"),
    (lambda text: text.replace("order washington/own_up", "order moscow/own_up"), "M40: there is no order moscow/own_up"),
    (lambda text: text.replace("`issue T24`", "`issue T99`"), "M21: there is no issue T99"),
    (lambda text: text.replace("::test_m44_a_reason", "::test_m44_no_reason"),
     "M44: there is no test tests/mechanisms/test_annex.py::test_m44_no_reason_that_stands_by_itself"),
    (lambda text: text.replace("test_m19_what_has_to_go_is_clear_to_both` | no", "test_m19_what_has_to_go_is_clear_to_both` | yes"),
     "M19: reversal is yes, and its tests say otherwise"),
    (lambda text: text.replace("test_m20_the_price_of_what_must_be_done_anyway` | yes", "test_m20_the_price_of_what_must_be_done_anyway` | no"),
     "M20: reversal is no, and its tests say otherwise"),
    (lambda text: text.replace("| yes |", "| no |"), "0 reversals, 30 at least"),
])
def test_a_fault_on_the_page_is_found(change, complaint):
    """Each check catches what it is there for, on the page as it stands with one fault in it."""
    assert complaint not in wrong_with(page())
    assert complaint in wrong_with(change(page()))
