"""The calibration table: measured, told, and written as a page."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..lab.bench import Bench
from ..lab.evidence import Row, as_told
from ..lab.table import GROUPS, MEASURES, Progress, band, measured, number, page
from ..scenario.load import load
from ..session.frontdoor import FIRST_SCENARIO
from .speak import DONE, INTERRUPTED, NOT_SO, print_json, print_table, say, stop


def calibrate(seed: int, page_file: Path | None, as_json: bool) -> int:
    """Prints the table and returns whether every row holds; the page, where asked, is written first."""
    if page_file is not None and (page_file.is_dir() or not page_file.parent.is_dir()):
        stop(f"--page {page_file}: {'this is a folder' if page_file.is_dir() else f'the folder {page_file.parent} does not exist'}; "
             "name a file to write.")
    rulebook = load(FIRST_SCENARIO)
    rows = _measured(Bench(rulebook, seed))
    if page_file is not None:
        try:
            page_file.write_text(page(rows, rulebook.id, seed), encoding="utf-8")
        except OSError as trouble:
            stop(f"--page {page_file}: it cannot be written: {trouble.strerror}.")
    if as_json:
        print_json([as_told(row) for row in rows])
    else:
        _print(rows)
    return DONE if all(row.holds for row in rows) else NOT_SO


def _measured(bench: Bench) -> list[Row]:
    begun: list[str] = []
    with _progress() as progress:
        def hear(about: str) -> None:
            begun.append(about)
            progress(about)
        try:
            return measured(bench, hear)
        except KeyboardInterrupt:
            stop(f"Cancelled: {max(len(begun) - 1, 0)} of {len(MEASURES)} groups had been measured; nothing was written.", INTERRUPTED)


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on stderr where somebody watches it; else a line that the work has begun."""
    if not sys.stderr.isatty():
        say(f"Measuring {len(MEASURES)} groups of rows: about half a minute.")
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar
    with Bar("{task.description:24}", BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=len(MEASURES), completed=-1)
        yield lambda about: bar.update(task, advance=1, description=about)


def _print(rows: list[Row]) -> None:
    for group, heading in GROUPS.items():
        print(heading)
        print_table(("", "what", "target", "measured", "interval", "unit"), [_line(row) for row in rows if row.group == group])
    failing = [row.name for row in rows if not row.holds]
    print(f"{len(rows) - len(failing)} of {len(rows)} rows hold." + (f" Not: {'; '.join(failing)}." if failing else ""))


def _line(row: Row) -> list[str]:
    ends = f"{number(row.interval[0])} to {number(row.interval[1])}"
    return ["yes" if row.holds else "NO", row.name, band(row), number(row.measured), ends, row.unit]
