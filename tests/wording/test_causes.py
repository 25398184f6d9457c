"""From every number a reader can ask why: no cause of the ledger is without a sentence, and no sentence is about a cause that cannot occur."""

import ast
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.engine import ledger as ledger_module
from game.engine.ledger import UNKNOWN, Ledger, Line
from game.engine.orders import Sheet
from game.engine.sides import MOSCOW, SIDE_IDS, SIDES, WASHINGTON
from game.engine.terms import CONDITION_BITS, CONDITIONS, NEWS, PAPER
from game.wording.causes import SENTENCES, why
from tests.random_play import random_player
from tests.whole_games import PAIRINGS, book, pair, turns

from .test_board import RAW
from .whole import Moment, board, moments, remembered, start, step

ENGINE = Path(ledger_module.__file__).parent
SCENARIO_NAMES = "names of the scenario"


def strings_of(node: ast.expr, constants: dict[str, ast.expr]) -> set[str]:
    """The causes an argument can stand for; one that carries a name out of the scenario is told apart."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.Tuple):
        return set().union(*(strings_of(part, constants) for part in node.elts))
    if isinstance(node, ast.Name) and node.id in constants:
        return strings_of(constants[node.id], constants)
    return {SCENARIO_NAMES}


def causes_in(source: str) -> set[str]:
    """Every cause that a call of the ledger names in that source."""
    tree = ast.parse(source)
    assigned = [node for node in tree.body if isinstance(node, ast.Assign)]
    constants = {target.id: node.value for node in assigned for target in node.targets if isinstance(target, ast.Name)}
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("add", "add_all"):
            place = 2 if node.func.attr == "add" else 1
            if len(node.args) > place:
                found |= strings_of(node.args[place], constants)
    return found


@cache
def named_by_the_rules() -> frozenset[str]:
    files = [*(ENGINE / "mechanisms").glob("*.py"), ENGINE / "endings.py"]
    return frozenset(set().union(*(causes_in(file.read_text(encoding="utf-8")) for file in files)) - {SCENARIO_NAMES})


def test_the_reading_of_the_rules_finds_causes_of_every_form():
    source = "\n".join(('CAUSES = ("one", "two")', 't.ledger.add_all("x", CAUSES, a)', 't.ledger.add("x", 1, "three")',
                        't.ledger.add("x", 1, order.name)', 'names.add("four")'))
    assert causes_in(source) == {"one", "two", "three", SCENARIO_NAMES}


def test_every_cause_in_the_rules_has_a_sentence_and_no_sentence_is_left_over():
    assert set(SENTENCES) - {UNKNOWN} == named_by_the_rules()


def with_everything(play, rng: np.random.Generator):
    """The same player, speaking in every tone, giving news and hanging conditions on its terms."""
    may = np.array([[condition in issue.conditions for condition in CONDITIONS] for issue in book().issues])

    def wider(view) -> Sheet:
        made = play(view)
        said, paper = made.offer > 0, (made.offer & PAPER) > 0
        extra = NEWS * ((rng.random(said.shape) < 0.2) & said & ~paper)
        for place, bit in enumerate(CONDITION_BITS):
            extra = extra + bit * ((rng.random(said.shape) < 0.3) & said & may[:, place])
        return replace(made, offer=(made.offer + extra).astype(book().word), tone=rng.integers(0, 4, len(said)).astype(book().word))
    return wider


@cache
def met_in_play() -> tuple[Line, ...]:
    """One line of every cause and meter that moved in many games: at random with every kind of letter, and of all doctrines."""
    rng = np.random.default_rng(11)
    at_random = tuple(with_everything(random_player(book(), rng, 0.002), rng) for _ in SIDES)
    courses = [turns(book(), at_random, range(600), recording=True),
               *(turns(book(), pair(*names), range(40), recording=True) for names in PAIRINGS)]
    met: dict[tuple[str, str, int | None], Line] = {}
    for course in courses:
        for played in course:
            for entry in played.ledger.entries:
                moved = (entry.before != entry.after).reshape(len(entry.before), -1).any(axis=1)
                key = (entry.cause, entry.meter, entry.side)
                if moved.any() and key not in met:
                    book_of_one = Ledger(played.after, True)
                    book_of_one.entries = [entry]
                    met[key] = book_of_one.lines(book(), int(moved.argmax()))[0]
    return tuple(met.values())


@pytest.mark.slow
def test_no_cause_met_in_play_is_without_a_sentence():
    lines = met_in_play()
    for line in lines:
        for side in SIDES:
            told = why(book(), side, line)
            assert told.endswith((".", "!", "?")), line
            assert not RAW.search(told), told
    common = {line.cause for line in lines} & set(SENTENCES)
    assert len(common) > 80 and {line.mechanism for line in lines} >= {"posture", "belief", "implementation", "secrecy", "third_parties"}


def test_every_row_on_a_board_says_why():
    rows = {(row.cause, row.why) for moment in moments() for side in SIDES for row in board(moment, side).ledger}
    assert len(rows) > 60 and all(why for _, why in rows)


def test_a_cause_that_the_seat_was_not_told_has_a_sentence_of_its_own():
    """No shipped order hides what it does across the table, but an author's may: the row stands on the board, its cause does not."""
    before, played = start(21), step(start(21)).played
    fear = int(played.after.dossier.fear[0, WASHINGTON])
    hidden = Line("posture", "washington", "fear", fear, 10, fear + 10, "A whisper", (MOSCOW,))
    told = Moment(played.after, remembered(before.records, replace(played, lines=(*played.lines, hidden))), None)
    rows = [(row.cause, row.why) for row in board(told, WASHINGTON).ledger]
    assert rows.count((UNKNOWN, SENTENCES[UNKNOWN])) == 1 and not any("whisper" in cause for cause, _ in rows)


def line(cause: str, meter: str, box: str, mechanism: str = "posture") -> Line:
    return Line(mechanism, box, meter, 0, 10, 10, cause, SIDES)


def test_a_cause_that_no_rule_has_gets_no_sentence():
    assert why(book(), WASHINGTON, line("the moon was full", "fear", "washington", "fear")) == ""


def test_an_order_is_told_by_whoever_gave_it():
    """Both menus hold `Raise the alert`; whose alert or whose fear moved says who gave it, a shared number says either."""
    own = next(order for order in book().orders[WASHINGTON] if order.id == "raise_alert")
    assert why(book(), WASHINGTON, line(own.name, "alert.washington", "public")) == f"Our order: {own.text}"
    assert why(book(), MOSCOW, line(own.name, "alert.washington", "public")).startswith("Washington was seen")
    assert why(book(), WASHINGTON, line(own.name, "fear", "washington")).startswith("Moscow was seen")
    assert "either side" in why(book(), MOSCOW, line(own.name, "pressure", "public"))


def test_scenario_names_are_explained_with_the_scenarios_words():
    issue, kind, date = book().issues[0], book().incidents[0], book().dates[0]
    assert issue.subject in why(book(), 0, line(f"{issue.name}: words eaten", "home", SIDE_IDS[0], "audience"))
    assert kind.serious_text[1:] in why(book(), 0, line(f"{kind.name}: grave", "pressure", "public", "incidents"))
    assert date.text in why(book(), 0, line(date.name, "hawks", SIDE_IDS[0], "clock"))
