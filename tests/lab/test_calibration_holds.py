"""The whole calibration and sign table holds, on the seeds it is printed for and on others; and the page in docs/ is the one it writes."""

from functools import cache
from pathlib import Path

import pytest

from game.lab.bench import Bench
from game.lab.evidence import Row, failing
from game.lab.table import measured, page
from game.scenario.load import load

PRINTED, OTHERS = 1962, 700_000
PAGE = Path(__file__).parents[2] / "docs" / "calibration.md"


@cache
def table(seed: int) -> tuple[Row, ...]:
    return tuple(measured(Bench(load("october-1962"), seed)))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [PRINTED, OTHERS])
def test_every_row_holds(seed):
    assert failing(table(seed)) == [], "\n".join(f"{row.name}: {row.measured:.2f}, target {row.target}" for row in table(seed) if not row.holds)


@pytest.mark.slow
def test_the_page_is_what_the_command_writes():
    """`knot-of-war calibrate --page docs/calibration.md` after a change."""
    assert PAGE.read_text(encoding="utf-8") == page(table(PRINTED), "october-1962", PRINTED)
