"""The process beside the window: `python -m game.worker` does long work, so that the window never stands still for it.

Comes in: lines of JSON on stdin, `{"serial", "job", "arguments", "patient"}` or `{"cancel": serial}`. Goes out: lines of JSON on stdout, with the
serial and either `value`, or `problem` (one sentence), or `done` and `total`. It ends when stdin ends: with the window.
Never here: a job that is not in JOBS, a name from a line that is imported or called, an argument that is not plain JSON, pickle.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, TextIO

Tell = Callable[[int, int], None]
"""A job calls it with (done, total) as often as it likes: the window may show it, and here a cancelled job ends."""
Job = Callable[[dict[str, Any], Tell], Any]
"""Takes plain JSON, gives plain JSON; raises ValueError or OSError with a sentence for a person. Large results lie in a file it names."""
TELL_SECONDS = 0.05


def _bake(arguments: dict[str, Any], tell: Tell) -> Any:
    from .ui.paint.knot_files import bake
    return bake(arguments, tell)


def _echo(arguments: dict[str, Any], tell: Tell) -> Any:
    """Gives its arguments back, after `steps` steps of ten milliseconds: what doctor and the tests ask for."""
    steps = int(arguments.get("steps", 0))
    for step in range(steps):
        tell(step, steps)
        time.sleep(0.01)
    return arguments


def _staff(arguments: dict[str, Any], tell: Tell) -> Any:
    from .session.staff.jobs import work
    return work(arguments, tell)


def _history(arguments: dict[str, Any], tell: Tell) -> Any:
    from .session.watch import history_course
    return history_course(str(arguments.get("scenario")), str(arguments.get("hash")), tell)


JOBS: dict[str, Job] = {"bake": _bake, "echo": _echo, "history": _history, "staff": _staff}
"""All that can be asked for. A job imports what it needs when it is asked for, so that none pays for another."""


class _Cancelled(Exception):
    pass


class _Desk:
    """Jobs that wait: read by one thread, done by the other."""

    def __init__(self) -> None:
        self.waiting: list[dict[str, Any]] = []
        self.dropped: set[int] = set()
        self.changed = threading.Condition()

    def put(self, wish: dict[str, Any]) -> None:
        """A line has come in; what is no wish is passed by."""
        with self.changed:
            if isinstance(wish.get("cancel"), int):
                self.dropped.add(wish["cancel"])
                self.waiting = [job for job in self.waiting if job["serial"] not in self.dropped]
            elif isinstance(wish.get("serial"), int):
                self.waiting.append(wish)
            self.changed.notify()

    def next(self) -> dict[str, Any]:
        """The job asked for first; a patient one only where no other waits."""
        with self.changed:
            while not self.waiting:
                self.changed.wait()
            place = next((k for k, job in enumerate(self.waiting) if not job.get("patient")), 0)
            return self.waiting.pop(place)


def _read(lines: TextIO, desk: _Desk) -> None:
    for line in lines:
        try:
            wish = json.loads(line)
        except ValueError:
            continue
        if isinstance(wish, dict):
            desk.put(wish)
    os._exit(0)         # the window is gone: whatever is being worked on is wanted by nobody


def answer(wish: dict[str, Any], jobs: dict[str, Job], tell: Tell) -> dict[str, Any]:
    """What is said to a wish: its value, or one sentence on why there is none."""
    name, arguments = wish.get("job"), wish.get("arguments")
    if name not in jobs or not isinstance(arguments, dict):
        return {"problem": f"The helper process knows no job {name!r}; it knows {', '.join(jobs)}."}
    try:
        value = jobs[name](arguments, tell)
        json.dumps(value)
    except (ValueError, OSError) as problem:
        return {"problem": str(problem) or f"The job {name} came to nothing."}
    except _Cancelled:
        raise
    except Exception as problem:        # whatever it is, the next job may be sound
        return {"problem": f"The job {name} came to nothing ({type(problem).__name__})."}
    return {"value": value}


def serve(lines: TextIO, out: TextIO) -> None:
    """Works until the lines end, and then ends the process."""
    desk = _Desk()
    threading.Thread(target=_read, args=(lines, desk), daemon=True).start()

    def say(serial: int, words: dict[str, Any]) -> None:
        out.write(json.dumps({"serial": serial, **words}) + "\n")
        out.flush()

    while True:
        wish, said = desk.next(), 0.0
        serial: int = wish["serial"]

        def tell(done: int, total: int, serial: int = serial) -> None:
            nonlocal said
            if serial in desk.dropped:
                raise _Cancelled
            if time.monotonic() - said >= TELL_SECONDS:
                said = time.monotonic()
                say(serial, {"done": done, "total": total})

        try:
            told = answer(wish, JOBS, tell)
        except _Cancelled:
            continue
        say(serial, told)


def main() -> None:
    """Runs as the window's helper: quietly, and behind it in the queue for the processor."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    if hasattr(os, "nice"):
        os.nice(5)
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)       # a library that prints must not speak between the answers
    try:
        serve(sys.stdin, out)
    except (BrokenPipeError, KeyboardInterrupt):
        os._exit(0)


if __name__ == "__main__":
    main()
