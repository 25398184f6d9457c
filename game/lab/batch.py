"""Many games of one scenario at once, and what they come to.

Comes in: a Rulebook, a player for each side, seeds. Goes out: final states in the order of the seeds, tallies of them.
Never here: a ledger (batches are not recorded), a file, a rule.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np

from ..engine.digest import Digests, digest, of_batch
from ..engine.endings import ENDINGS, scores
from ..engine.orders import Sheet
from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW, SIDE_IDS, WASHINGTON
from ..engine.state import State, open_game
from ..engine.turn import RULES_VERSION, resolve
from ..engine.view import View, observe

Players = tuple[Callable[[View], Sheet], Callable[[View], Sheet]]
CHUNK = 10_000
LAID_ASIDE = 8
"""Finished games ride along, unread, until they are one in so many; compacting costs more than a few idle games."""


@dataclass(frozen=True, eq=False)
class Batch:
    final: State
    """Every game at its end, in the order of the seeds."""
    digests: Digests
    """(n,)"""


def play_batch(rulebook: Rulebook, players: Players, seeds: np.ndarray, chunk: int = CHUNK, progress: Callable[[int], None] | None = None) -> Batch:
    """Plays every game to its end. `progress` hears how many more games have finished. Game k equals the same seed played alone."""
    final = open_game(rulebook, seeds)
    for start in range(0, len(seeds), chunk):
        part = open_game(rulebook, seeds[start:start + chunk])
        final.block[:, start:start + len(part)] = _play_together(rulebook, players, part, progress).block
    return Batch(final, digest(final))


def play_on(rulebook: Rulebook, players: Players, state: State, chunk: int = CHUNK) -> State:
    """The same games at their end, in their order, from wherever each of them stands; those that have ended stay as they are."""
    final, still_runs = state.copy(), np.flatnonzero(state.umpire.ending == 0)
    for start in range(0, still_runs.size, chunk):
        games = still_runs[start:start + chunk]
        final.block[:, games] = _play_together(rulebook, players, state.take(games), None).block
    return final


def _play_together(rulebook: Rulebook, players: Players, state: State, progress: Callable[[int], None] | None) -> State:
    final, places = state.copy(), np.arange(len(state))
    laid_aside = np.zeros(len(state), bool)
    while not laid_aside.all():
        state, _ = resolve(rulebook, state, (players[WASHINGTON](observe(state, WASHINGTON)), players[MOSCOW](observe(state, MOSCOW))))
        ended = (state.umpire.ending > 0) & ~laid_aside
        if ended.any():
            final.block[:, places[ended]] = state.block[:, ended]
            laid_aside |= ended
            if progress:
                progress(int(ended.sum()))
        if laid_aside.sum() * LAID_ASIDE > laid_aside.size:
            running = np.flatnonzero(~laid_aside)
            state, places, laid_aside = state.take(running), places[running], laid_aside[running]
    return final


def measures(rulebook: Rulebook, batch: Batch) -> dict[str, Any]:
    """What a batch came to, keys as the command line promises them. Counts are games, means are means over all games."""
    final = batch.final
    public, umpire, games = final.public, final.umpire, len(final)
    settled, agreed = umpire.bombers_settled_at, public.agreed_at
    counts = np.bincount(umpire.ending, minlength=len(ENDINGS))
    told = scores(rulebook, final)
    return {
        "scenario": rulebook.id, "rules": RULES_VERSION, "games": games,
        "outcomes": {ending: int(count) for ending, count in zip(ENDINGS[1:], counts[1:], strict=True)},
        "agreement_by_28_october": int(((agreed > 0) & (agreed <= end_of_day(rulebook, 10, 28))).sum()),
        "incidents_mean": _mean(umpire.incidents), "serious_incidents_mean": _mean(umpire.serious),
        "leaks": int(((umpire.leaked_at > 0) & (umpire.leaked_at <= end_of_day(rulebook, 1, 7, 1))).sum()), "disputes_mean": _mean(umpire.disputes),
        "bombers_settled_by_20_november": int(((settled > 0) & (settled <= end_of_day(rulebook, 11, 20))).sum()),
        "inspection_carried_out": int((umpire.inspected > 0).sum()),
        "scores": {name: _spread(told["true"]["total"][:, side]) for side, name in enumerate(SIDE_IDS)},
        "public_scores": {name: _spread(told["public"]["total"][:, side]) for side, name in enumerate(SIDE_IDS)},
        "digest": of_batch(batch.digests),
    }


def end_of_day(rulebook: Rulebook, month: int, day: int, years_on: int = 0) -> int:
    """Minutes from the start to the end of that day of the crisis year, or of a later one, by Washington's clocks after they went back."""
    midnight = datetime(rulebook.starts.year + years_on, month, day, 23, 59, tzinfo=rulebook.clock_changes.tzinfo)
    return int((midnight - rulebook.starts).total_seconds()) // 60


def _mean(values: np.ndarray) -> float:
    return round(float(values.mean()), 3)


def _spread(values: np.ndarray) -> dict[str, float | int]:
    low, middle, high = (int(value) for value in np.percentile(values, (10, 50, 90), method="lower"))
    return {"mean": _mean(values), "p10": low, "p50": middle, "p90": high}
