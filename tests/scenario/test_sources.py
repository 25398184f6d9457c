"""What a source rests on: every part tagged, every reference one that exists, everything shipped in order."""

import re
from pathlib import Path

import pytest

from game.engine.rulebook import Rulebook
from game.engine.sides import SIDES
from game.scenario.anachronisms import read_lexicon
from game.scenario.check import check, look
from game.scenario.doctrine import doctrine_ids
from game.scenario.document import Document
from game.scenario.load import load, shipped_ids
from game.scenario.sources import MECHANISMS, TAGS, TERMS, WORKS, Part, parts_of, source_problems
from game.wording.briefings import opening

ROOT = Path(__file__).parents[2]
HEAD = 'format = 1\nextends = "october-1962"\n'
THREE_WAYS = 'fact: timeline 27 Oct", "inference: timeline 27 Oct" or "design choice: " and what was chosen'
REFERENCE = "a reference, such as timeline 27 Oct, M33, T09, orders of battle 4, actors, theory notes, or a work that docs/sources.md names"


def faults(source: str) -> list[tuple[str, str]]:
    """(what is wrong, what would be right) of one source."""
    document = Document("mine.toml", {"start": {"source": source}}, {})
    return [(problem.problem.removeprefix("start: "), problem.expected) for problem in source_problems(document)]


@pytest.mark.parametrize("source", [
    "fact: timeline 27 Oct", "fact: timeline 23 and 27 Oct: Robert Kennedy and Dobrynin", "fact: timeline 28 Oct to 11 Nov, 23 Apr 1963",
    "fact: timeline 20 Oct (general knowledge)", "inference: M01, M05-M08", "fact: T09, M33; design choice: worth and heat",
    "fact: orders of battle 1, 2 and 12", "fact: actors", "inference: theory notes, minimal model", "design choice: amounts",
    'fact: the chapter "A Crisis Managed"', "inference: Dobbs on the night of the 27th", "fact: timeline 1 Jan 1969",
])
def test_a_source_that_is_tagged_and_names_its_row_is_in_order(source: str) -> None:
    assert faults(source) == []


@pytest.mark.parametrize("source, said, expected", [
    ("M33", '"M33" is not tagged as fact, inference or design choice', '"fact: M33", "inference: M33" or "design choice: " and what was chosen'),
    ("everyone knows", '"everyone knows" is not tagged as fact, inference or design choice', f'"{THREE_WAYS}'),
    ("Fact: timeline 27 Oct", '"Fact: timeline 27 Oct" is not tagged as fact, inference or design choice', '"fact: Fact: timeline 27 Oct"'),
    ("design choice", "a design choice does not say what was chosen", '"design choice: " and what it is, such as "design choice: amounts"'),
    ("fact: everyone knows", 'fact names "everyone knows"', REFERENCE),
    ("fact:", "fact names nothing", REFERENCE),
    ("inference: the timeline", "inference names the timeline without a day", REFERENCE),
    ("fact: M89", "fact names M89", "M01 to M88"),
    ("fact: M80-M90", "fact names M90", "M01 to M88"),
    ("fact: M7", "fact names M7", "M01 to M88"),
    ("inference: T25", "inference names T25", "T01 to T24"),
    ("fact: orders of battle 4 and 13", "fact names orders of battle 13", "1 to 12"),
    ("fact: timeline 4 Sep", "fact names 4 Sep, which is no day of the timeline", "5 Sep 1962 to 1 Jan 1969"),
    ("fact: timeline 31 Nov", "fact names 31 Nov, which is no day of the timeline", "5 Sep 1962 to 1 Jan 1969"),
    ("fact: timeline 2 Jan 1969", "fact names 2 Jan 1969, which is no day of the timeline", "5 Sep 1962 to 1 Jan 1969"),
])
def test_what_is_wrong_with_a_source_is_said_with_what_would_be_right(source: str, said: str, expected: str) -> None:
    ((problem, right),) = faults(source)
    assert problem == said
    assert right.startswith(expected)


def test_each_part_of_a_source_is_looked_at() -> None:
    assert parts_of("fact: T03; design choice: worth; M04") == [Part("fact", "T03"), Part("design choice", "worth"), Part("", "M04")]
    assert len(faults("fact: M99; fact: T99; worth: design choice")) == 3


def test_a_tag_that_is_misspelt_is_recognised() -> None:
    document = Document("mine.toml", {"start": {"source": "inferrence: M04"}}, {})
    assert source_problems(document)[0].suggestion == "inference"


def test_check_names_file_and_line_of_an_untagged_source_and_counts_it(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(f'{HEAD}id = "mine"\n\n[contact]\nsource = "fact: timeline 27 Oct; somebody said so"\n', encoding="utf-8")
    found, account = look(file)
    assert [(problem.file, problem.line, problem.path, problem.severity) for problem in found] == [("mine.toml", 6, "contact.source", "error")]
    shipped = look("october-1962")[1]
    assert (account.untagged, shipped.untagged) == (1, 0)
    assert (account.facts - shipped.facts, account.design_choices - shipped.design_choices) == (1, -1)


def test_a_file_whose_sources_are_not_tagged_can_still_be_played(tmp_path: Path) -> None:
    """A game saved before sources had tags holds such a text, and must open."""
    file = tmp_path / "old.toml"
    file.write_text(f'{HEAD}id = "old"\n\n[contact]\nsource = "M04"\n', encoding="utf-8")
    assert load(file).id == "old" and check(file)


@pytest.mark.parametrize("id", [*shipped_ids(), *doctrine_ids()])
def test_everything_shipped_says_on_what_it_rests(id: str) -> None:
    account = look(id)[1]
    assert account.given > 0 and (account.lacking, account.untagged) == (0, 0)
    assert account.facts + account.inferences + account.design_choices >= account.given


def test_the_first_papers_say_on_what_they_rest() -> None:
    rulebook: Rulebook = load("october-1962")
    for side in SIDES:
        assert faults(opening(rulebook, side).source) == []


def test_the_lexicon_says_on_what_it_rests() -> None:
    assert [fault for thing in read_lexicon() for fault in faults(thing.source)] == []


def test_the_page_on_sources_explains_every_short_name() -> None:
    page = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    for name in (*TAGS, *WORKS, "timeline", "orders of battle", "actors", "theory", f"M{MECHANISMS:02}", f"T{TERMS:02}"):
        assert re.search(rf"\b{re.escape(name)}\b", page), name
