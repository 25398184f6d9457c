"""The window's side of the process beside it: asks for long work, and takes what has been finished.

Comes in: jobs by name with plain JSON arguments (game/worker.py has the table). Goes out: answers, progress, problems in one sentence each.
The process is started by the first wish and ends with the window. Killed, it is started once more; killed again, or not to be had at all, every
wish is answered with a problem and the game goes on without.
Never here: waiting, a loop, pickle; a thread does nothing but listen, and wakes the window when something was said.
"""

import json
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import subprocess

GONE = "The helper process is not to be had here; the game goes on without it."
_ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-P", "-m", "game.worker")


@dataclass(frozen=True)
class Answer:
    """What has become of a wish."""

    id: str
    value: Any = None
    problem: str = ""
    """Why there is no value, in one sentence."""
    done: int = 0
    total: int = 0
    """With a total, this is only progress: so much of it is done, and the answer is still to come."""

    @property
    def is_final(self) -> bool:
        return not self.total


@dataclass(frozen=True)
class _Wish:
    serial: int
    job: str
    arguments: dict[str, Any]
    is_patient: bool

    def line(self) -> str:
        return json.dumps({"serial": self.serial, "job": self.job, "arguments": self.arguments, "patient": self.is_patient})


class Background:
    def __init__(self, wake: Callable[[], None] = lambda: None, command: tuple[str, ...] = COMMAND):
        """wake: called from another thread when there is something to `take`."""
        self._wake, self._command = wake, command
        self._child: subprocess.Popen[str] | None = None
        self._heard: deque[tuple[int, str]] = deque()
        """(which child, line); an empty line: it is gone."""
        self._ready: list[Answer] = []
        self._asked: dict[str, _Wish] = {}
        self._serial = self._born = 0
        self._lives = 2
        """Times it may still be started."""

    @property
    def is_busy(self) -> bool:
        """Something has been asked and not been answered."""
        return bool(self._asked or self._ready)

    @property
    def process_id(self) -> int | None:
        """The process that works, if one has been started and not ended."""
        return self._child.pid if self._child else None

    def ask(self, id: str, job: str, arguments: dict[str, Any], is_patient: bool = False) -> None:
        """The job is asked for, and an unanswered one of the same id is no longer. is_patient: it may wait for all others."""
        self.cancel(id)
        self._serial += 1
        wish = self._asked[id] = _Wish(self._serial, job, arguments, is_patient)
        if self._child or self._start():
            self._send(wish.line())
        else:
            self._give_up()

    def cancel(self, id: str) -> None:
        """Nothing will be heard of it any more."""
        wish = self._asked.pop(id, None)
        self._ready = [answer for answer in self._ready if answer.id != id]
        if wish and self._child:
            self._send(json.dumps({"cancel": wish.serial}))

    def cancel_where(self, is_meant: Callable[[str], bool]) -> None:
        """Nothing will be heard any more of those whose id is meant."""
        for id in [id for id in (*self._asked, *(answer.id for answer in self._ready)) if is_meant(id)]:
            self.cancel(id)

    def take(self) -> list[Answer]:
        """What has been said since the last call, in order; returns at once."""
        while self._heard:
            born, line = self._heard.popleft()
            if born == self._born:
                self._hear(line)
        ready, self._ready = self._ready, []
        return ready

    def close(self) -> None:
        """The process has ended, and nothing more is heard of what was asked."""
        self._asked.clear()
        self._ready.clear()
        self._lives = 0
        self._bury(patience=0.5)

    # -------------------------------------------------------------- the child
    def _start(self) -> bool:
        if not self._lives:
            return False
        self._lives -= 1
        import subprocess  # not before it is needed: the first frame waits for no more than its own
        try:
            # a group of its own keeps Ctrl+C in a terminal for the window, which ends it
            self._child = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                           encoding="utf-8", errors="replace", env=_surroundings(), start_new_session=os.name == "posix",
                                           creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))
        except OSError:
            self._lives = 0
            return False
        self._born += 1
        threading.Thread(target=self._listen, args=(self._child, self._born), daemon=True).start()
        return True

    def _listen(self, child: "subprocess.Popen[str]", born: int) -> None:
        assert child.stdout is not None
        with suppress(OSError, ValueError), child.stdout:
            for line in child.stdout:
                self._heard.append((born, line))
                self._wake()
        self._heard.append((born, ""))
        self._wake()

    def _send(self, line: str) -> None:
        assert self._child is not None and self._child.stdin is not None
        with suppress(OSError, ValueError):        # gone: the listener says so too
            self._child.stdin.write(line + "\n")
            self._child.stdin.flush()

    def _hear(self, line: str) -> None:
        if not line:
            self._lost()
            return
        try:
            said = json.loads(line)
            serial = said["serial"]
        except (ValueError, TypeError, KeyError):
            self._lost()        # what speaks in riddles is not to be relied on
            return
        id = next((id for id, wish in self._asked.items() if wish.serial == serial), None)
        if id is None:
            return              # cancelled or replaced meanwhile
        if isinstance(said.get("total"), int) and said["total"] > 0 and isinstance(said.get("done"), int):
            self._ready.append(Answer(id, done=said["done"], total=said["total"]))
            return
        del self._asked[id]
        self._ready.append(Answer(id, said.get("value"), str(said.get("problem") or "")))

    def _lost(self) -> None:
        """The child is gone: what was asked of it is asked of another, once."""
        self._bury()
        if self._asked and not self._start():
            self._give_up()
        for wish in self._asked.values():
            self._send(wish.line())

    def _give_up(self) -> None:
        self._ready += [Answer(id, problem=GONE) for id in self._asked]
        self._asked.clear()
        self._wake()

    def _bury(self, patience: float = 0.0) -> None:
        child, self._child = self._child, None
        self._born += 1
        if child is None:
            return
        assert child.stdin is not None
        with suppress(OSError, ValueError):
            child.stdin.close()
        until = time.monotonic() + patience
        while child.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        if child.poll() is None:
            child.kill()
        child.wait()


def _surroundings() -> dict[str, str]:
    """The environment, and in it the way to this very game where it is not installed."""
    import sysconfig
    found = dict(os.environ)
    if str(_ROOT) not in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        found["PYTHONPATH"] = os.pathsep.join(filter(None, (str(_ROOT), found.get("PYTHONPATH"))))
    return found
