"""Every model says what it does not bear, and the page about them names functions that exist."""

import re
from dataclasses import asdict, fields
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from game.lab import theory
from game.lab.theory.catalogue import MODELS
from game.lab.theory.caveat import Caveat
from tests.theory import test_engine_signs, test_engine_signs_talk

DOCS = Path(__file__).parents[2] / "docs"
PREDICTED, SHOWN = (DOCS / "theory.md").read_text(encoding="utf-8").split("## What the engine shows")
CALIBRATION = (DOCS / "calibration.md").read_text(encoding="utf-8")
FAMILIES = [import_module(f"game.lab.theory.{found.name}") for found in iter_modules(theory.__path__) if found.name != "catalogue"]


@pytest.mark.parametrize("caveat", MODELS, ids=lambda caveat: caveat.model)
@pytest.mark.parametrize("field", [field.name for field in fields(Caveat)])
def test_every_caveat_says_something_in_every_field(caveat, field):
    text = asdict(caveat)[field]
    assert text.strip() == text != ""
    assert field in ("model", "source") or text.endswith((".", ";"))


def test_every_caveat_of_a_family_is_in_the_catalogue_once():
    written = [value for family in FAMILIES for value in vars(family).values() if isinstance(value, Caveat)]
    assert sorted(model.model for model in MODELS) == sorted(caveat.model for caveat in written)


def rows(text: str) -> list[list[str]]:
    """The cells of a table's rows, without its heading."""
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("| ")]
    return [cells for cells in lines if cells[0] != "model"]


@pytest.mark.parametrize("half", [PREDICTED, SHOWN], ids=["what they predict", "what the engine shows"])
def test_the_page_has_a_row_for_every_model_in_the_order_of_the_catalogue(half):
    assert [cells[0] for cells in rows(half)] == [model.model for model in MODELS]


def test_the_page_says_of_every_model_whose_it_is():
    assert [model.model for model in MODELS if f"- {model.model}: {model.source}\n" not in PREDICTED] == []


def test_the_page_names_functions_that_exist():
    named = re.findall(r"`(\w+)\.(\w+)`", PREDICTED)
    missing = [f"{module}.{name}" for module, name in named if not hasattr(import_module(f"game.lab.theory.{module}"), name)]
    assert len(named) >= len(MODELS)
    assert missing == []


def test_what_the_engine_shows_names_every_test_of_it_and_no_other():
    tests = {name for module in (test_engine_signs, test_engine_signs_talk) for name in vars(module) if name.startswith("test_")}
    assert {name for cells in rows(SHOWN) for name in re.findall(r"`(\w+)`", cells[-1])} == tests


def test_a_model_without_a_test_says_why():
    without = {cells[0]: cells[2] for cells in rows(SHOWN) if cells[-1] == "none"}
    assert without and all(reason.startswith("none: ") for reason in without.values())
    assert all("`" in cells[-1] for cells in rows(SHOWN) if cells[0] not in without)


def test_signs_that_are_quoted_are_rows_of_the_calibration():
    quoted = re.findall(r'"([^"]+)"', " ".join(cells[2] for cells in rows(SHOWN)))
    assert len(quoted) > 3
    assert [name for name in quoted if f"| {name} |" not in CALIBRATION] == []


def test_the_figure_that_these_payoffs_cannot_give_is_nowhere_but_in_its_caveat():
    telling = [model.model for model in MODELS if "0.22" in " ".join(asdict(model).values())]
    assert telling == ["Probabilistic threat"]
