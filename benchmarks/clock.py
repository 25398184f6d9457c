"""Stopwatches. Comes in: pieces of work. Goes out: nanoseconds, of several things measured turn about, so that a busy machine slows all alike."""

import statistics
import time
from collections.abc import Callable

Work = Callable[[int], int]
"""Does one piece of work, told how often it has been done before; says how many units that was."""


def interleaved(works: dict[str, Work], rounds: int, least_seconds: float = 0.1) -> dict[str, list[float]]:
    """Processor nanoseconds a unit, a sample a round; every work has run once, unmeasured, before the first."""
    done = dict.fromkeys(works, 0)
    samples: dict[str, list[float]] = {name: [] for name in works}
    for round_ in range(rounds + 1):
        for name, work in works.items():
            units, began = 0, time.process_time()
            while time.process_time() - began < least_seconds or not units:
                units += work(done[name])
                done[name] += 1
            if round_:
                samples[name].append((time.process_time() - began) / units * 1e9)
    return samples


def summary(samples: list[float]) -> dict[str, float]:
    """Median, least and most."""
    return {"median": statistics.median(samples), "least": min(samples), "most": max(samples)}


def ratio(over: list[float], under: list[float]) -> dict[str, float]:
    """The same of the ratios, round by round."""
    return summary([one / other for one, other in zip(over, under, strict=True)])
