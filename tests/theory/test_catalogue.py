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

PAGE = (Path(__file__).parents[2] / "docs" / "theory.md").read_text(encoding="utf-8")
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


def test_the_page_has_a_row_for_every_model_in_the_order_of_the_catalogue():
    rows = [line.split("|")[1].strip() for line in PAGE.splitlines() if line.startswith("| ") and "`" in line]
    assert rows == [model.model for model in MODELS]


def test_the_page_names_functions_that_exist():
    named = re.findall(r"`(\w+)\.(\w+)`", PAGE)
    missing = [f"{module}.{name}" for module, name in named if not hasattr(import_module(f"game.lab.theory.{module}"), name)]
    assert len(named) >= len(MODELS)
    assert missing == []


def test_the_figure_that_these_payoffs_cannot_give_is_nowhere_but_in_its_caveat():
    telling = [model.model for model in MODELS if "0.22" in " ".join(asdict(model).values())]
    assert telling == ["Probabilistic threat"]
