"""Sleeping until something may have happened: as good as no work while idle, and no waiting for a hand.

Comes in: the wires that the display came with, a time. Goes out: the moment to look into the event queue. Never here: an event.

pygame's own wait looks a thousand times a second. On X11 the window instead sleeps on the connection to the display itself, and wakes when something
comes in over it; where there is no such wire to be found it naps, and looks some fifty times a second. What comes from inside the program (keys
that repeat while held, the process beside the window) comes over no wire: for the first it naps, for the second there is a bell.
"""

import os
import select
from contextlib import suppress
from pathlib import Path

import pygame

NAP_MS, LONG_MS = 20, 1000
"""The longest sleep without and with a wire; it begins with short ones."""
FALSE_ALARMS = 200
"""So often in a row a wire may ring for nothing before it is no longer listened to."""
_FDS = Path("/proc/self/fd")


def wires() -> frozenset[int]:
    """Sockets this process holds, where the system tells; those that opening a window adds are its wires to the display."""
    found = set()
    with suppress(OSError):
        for end in _FDS.iterdir():
            with suppress(OSError):
                if str(end.readlink()).startswith("socket:"):
                    found.add(int(end.name))
    return frozenset(found)


class Doze:
    def __init__(self, wires: frozenset[int] = frozenset()) -> None:
        self._wires = list(wires)
        self._bell = os.pipe() if wires else None
        self._alarms = 0

    @property
    def longest_ms(self) -> int:
        """The longest it sleeps at a time."""
        return LONG_MS if self._wires else NAP_MS

    def sleep(self, ms: int) -> None:
        """That time has passed, or something may have happened."""
        if not self._wires or self._bell is None:
            pygame.time.wait(ms)
            return
        try:
            heard, _, _ = select.select([*self._wires, self._bell[0]], [], [], ms / 1000)
        except (OSError, ValueError):           # a wire was cut: the display will say so itself
            self._wires = []
            return
        if self._bell[0] in heard:
            os.read(self._bell[0], 4096)
        elif heard:
            self._alarms += 1
            if self._alarms > FALSE_ALARMS:
                self._wires = []

    def heard(self) -> None:
        """There was something in the queue: the alarm was no false one."""
        self._alarms = 0

    def ring(self) -> None:
        """It wakes; may be called from any thread."""
        if self._bell:
            with suppress(OSError):
                os.write(self._bell[1], b".")

    def close(self) -> None:
        """Nothing more is listened to."""
        bell, self._bell, self._wires = self._bell, None, []
        for end in bell or ():
            os.close(end)
