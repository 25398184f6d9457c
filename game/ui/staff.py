"""The staff beside the desk: asks the process beside the window to count, part by part, and keeps what has been counted for the screens.

Comes in: a game's question, a draft. Goes out: what is known so far, perhaps nothing yet. Never here: counting (session/staff does it),
waiting; a number of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..engine.orders import Dispatch
from ..session.staff.jobs import with_part
from .background import Answer

if TYPE_CHECKING:
    from .app import App

JOB = "staff"
"""What the process beside the window calls it."""

PATIENT = ("effects",)
"""Jobs of many parts that let those pass for which a hand is waiting."""


@dataclass
class Count:
    """What one job has come to so far."""

    about: Any
    """What it was asked about; asked about something else, it begins anew."""
    question: dict[str, Any]
    so_far: dict[str, Any] | None = None
    parts: int = 0
    problem: str = ""

    @property
    def is_whole(self) -> bool:
        return bool(self.problem) or (self.so_far is not None and (self.parts >= self.so_far["parts"] or "none" in self.so_far))

    @property
    def none(self) -> str:
        """Why there is nothing to be had; empty while there may be."""
        return self.problem or (self.so_far or {}).get("none", "")


class Staff:
    """One seat's staff for one turn."""

    def __init__(self, owner: str, question: Callable[[Dispatch, tuple[str, ...]], dict[str, Any]]):
        self.owner = owner
        """Distinguishes its wishes from another turn's or seat's."""
        self._question = question
        self._counts: dict[str, Count] = {}

    def look(self, app: "App", job: str, draft: Dispatch, issues: tuple[str, ...] = ()) -> Count | None:
        """What is known of that now; asked for where it is not, and where it was asked about something else. None where nobody would look."""
        if not app.is_live:
            return None
        about = (draft, issues)
        count = self._counts.get(job)
        if count is None or count.about != about:
            count = self._counts[job] = Count(about, self._question(draft, issues))
            self._next(app, job, count)
        return count

    def _next(self, app: "App", job: str, count: Count) -> None:
        """A wish of the same id that is still open is no longer wanted."""
        wish = {"job": job, "question": count.question, "part": count.parts}
        app.background.ask(f"{JOB}:{self.owner}:{job}", JOB, wish, is_patient=job in PATIENT)

    def hear(self, app: "App", answer: Answer) -> None:
        """An answer came; if it was meant for this staff it is kept, and the next part is asked for."""
        kind, _, rest = answer.id.partition(":")
        owner, _, job = rest.rpartition(":")
        count = self._counts.get(job)
        if kind != JOB or owner != self.owner or count is None or not answer.is_final:
            return
        if answer.problem:
            count.problem = answer.problem
            return
        count.so_far = answer.value if count.so_far is None else with_part(count.so_far, answer.value)
        count.parts += 1
        if not count.is_whole:
            self._next(app, job, count)
