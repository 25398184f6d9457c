"""A batch between two doctrines: played, counted, told."""

import csv
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from ..engine.digest import as_text
from ..engine.endings import ENDINGS
from ..engine.sides import MOSCOW, WASHINGTON
from ..lab.batch import Batch, measures
from ..lab.workers import Task, play_all
from ..scenario.dials import parse
from ..scenario.load import file_name, load_text, read_text
from ..session.game import MOST_SEED
from ..session.opponents import scripted
from .speak import INTERRUPTED, print_json, say, stop

Progress = Callable[[int], None]
LONG = 100_000
"""Games from which a batch says that it has begun even where nobody watches a bar."""


def simulate(scenario: str, washington: str | None, moscow: str | None, games: int, seed: int, settings: list[str], each: Path | None,
             workers: int, as_json: bool) -> None:
    """Prints what the batch came to, and writes a row a game where asked."""
    if seed + games - 1 > MOST_SEED:
        stop(f"--seed {seed} --games {games}: the last game's seed would be {seed + games - 1}; {MOST_SEED} is the highest.")
    if each is not None and (each.is_dir() or not each.parent.is_dir()):
        stop(f"--each {each}: {'this is a folder' if each.is_dir() else f'the folder {each.parent} does not exist'}; name a file to write.")
    text = read_text(scenario)
    rulebook = load_text(text, file_name(scenario))
    us, them = scripted(rulebook, WASHINGTON, washington), scripted(rulebook, MOSCOW, moscow)
    dials = dict(parse(rulebook, setting) for setting in settings)
    task = Task(text, file_name(scenario), (us.doctrine, us.level), (them.doctrine, them.level), tuple(dials.items()))
    began = time.perf_counter()
    with _progress(games) as progress:
        batch = _play(task, np.arange(seed, seed + games), workers, progress)
    told = measures(rulebook, batch)
    found: dict[str, Any] = {"scenario": told.pop("scenario"), "rules": told.pop("rules"), "washington": us.doctrine,
                             "moscow": them.doctrine, "set": dials, "seed": seed, **told}
    found["seconds"] = round(time.perf_counter() - began, 3)
    if each is not None:
        _write_rows(each, seed, batch)
    if as_json:
        print_json(found)
    else:
        print("\n".join(_lines(found)))


def _play(task: Task, seeds: np.ndarray, workers: int, progress: Progress) -> Batch:
    finished = 0

    def count(games: int) -> None:
        nonlocal finished
        finished += games
        progress(games)
    try:
        return play_all(task, seeds, workers, count)
    except KeyboardInterrupt:
        stop(f"Cancelled: {finished:,} of {len(seeds):,} games had finished; nothing was written.", INTERRUPTED)


@contextmanager
def _progress(games: int) -> Iterator[Progress]:
    """A bar on stderr where somebody watches it; else a line that long work has begun."""
    if not sys.stderr.isatty():
        if games >= LONG:
            say(f"Playing {games:,} games.")
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    with Bar("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("games", total=games)
        yield lambda finished: bar.advance(task, finished)


def _write_rows(each: Path, seed: int, batch: Batch) -> None:
    try:
        with each.open("w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(("seed", "ending", "turns", "digest"))
            endings, turns = batch.final.umpire.ending.tolist(), batch.final.public.turn.tolist()
            rows.writerows((seed + k, ENDINGS[ending], turn, as_text(digest))
                           for k, (ending, turn, digest) in enumerate(zip(endings, turns, batch.digests, strict=True)))
    except OSError as trouble:
        stop(f"--each {each}: it cannot be written: {trouble.strerror}.")


def _lines(found: dict[str, Any]) -> list[str]:
    games = found["games"]
    lines = [f"{found['scenario']}: {games:,} games, {found['washington']} against {found['moscow']}, seeds from {found['seed']}, "
             f"{found['seconds']} s"]
    lines += [f"  {ending.replace('_', ' '):22}{count:>9,}{count / games:>9.1%}" for ending, count in found["outcomes"].items() if count]
    shares = (("agreement by 28 October", "agreement_by_28_october"), ("bombers settled by 20 November", "bombers_settled_by_20_november"),
              ("inspection carried out", "inspection_carried_out"), ("annex leaked", "leaks"))
    lines += ["  " + ", ".join(f"{words} {found[key] / games:.1%}" for words, key in shares),
              f"  a game has {found['incidents_mean']} incidents, {found['serious_incidents_mean']} of them serious, and "
              f"{found['disputes_mean']} disputes"]
    lines += [f"  {name.capitalize()}'s score: mean {spread['mean']}; 10th, 50th and 90th in a hundred: {spread['p10']}, {spread['p50']}, "
              f"{spread['p90']}" for name, spread in found["scores"].items()]
    return [*lines, f"  digest {found['digest']}"]
