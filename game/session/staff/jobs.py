"""The staff's jobs by name, and how the answers to their parts become one: what the process beside the window does, and what the text twin asks.

Comes in: plain JSON values. Goes out: plain JSON values. Never here: a job that is not in the table.
"""

from collections.abc import Callable
from typing import Any

from .acceptance import Answer, acceptance, steps
from .asked import Question
from .effects import effects, forecast

JOBS: dict[str, Callable[[Question, int], Answer]] = {"acceptance": acceptance, "steps": steps, "effects": effects, "forecast": forecast}
"""Each takes a Question and the place of a part, and says in how many `parts` it does its work; `none` says why there is nothing to be had."""


def work(arguments: dict[str, Any], tell: Callable[[int, int], None] = lambda done, total: None) -> Answer:
    """One part of one job: `{"job", "question", "part"}`. Raises ValueError for a job that is not in the table."""
    if arguments["job"] not in JOBS:
        raise ValueError(f"The staff knows no job {arguments['job']!r}; it knows {', '.join(JOBS)}.")
    return JOBS[arguments["job"]](arguments["question"], arguments["part"])


def whole(job: str, question: Question) -> Answer:
    """All parts of a job, done at once."""
    sum_, part = JOBS[job](question, 0), 1
    while part < sum_["parts"]:
        sum_, part = with_part(sum_, JOBS[job](question, part)), part + 1
    return sum_


def with_part(so_far: Answer, more: Answer) -> Answer:
    """Two answers to the same question as one: counts of the same kind added, the rest beside each other."""
    if "none" in so_far or "none" in more:
        return more
    found = {**so_far, **more}
    if "counted" in more:
        found["counted"] = so_far["counted"] + more["counted"]
        found["ways"] = {way: count + so_far["ways"][way] for way, count in more["ways"].items()}
        found["by"] = [{**one, **{way: one[way] + two[way] for way in more["ways"]}} for one, two in zip(so_far["by"], more["by"], strict=True)]
    if "kinds" in more:
        kinds = {(kind["name"], kind["level"]): dict(kind) for kind in so_far["kinds"]}
        for kind in more["kinds"]:
            known = kinds.setdefault((kind["name"], kind["level"]), {**kind, "asked": 0, "take": 0, "barred": 0})
            for count in ("asked", "take", "barred"):
                known[count] += kind[count]
        found["kinds"] = list(kinds.values())
    for name in ("orders", "steps"):
        if name in more:
            found[name] = {**so_far[name], **more[name]}
    return found
