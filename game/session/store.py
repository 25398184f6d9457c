"""Files that only grow: whole lines, on the disk before anybody goes on.

Comes in: finished lines of bytes. Goes out: the same lines, and what is left of one that was never finished.
Never here: what a line means; overwriting or shortening anything but an unfinished last line.
"""

import contextlib
import os
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path

MOST_BYTES = 16 * 2**20
MOST_LINE = 2**20


class Missing(ValueError):
    """There is no such file to read, in one sentence."""


class Unfit(ValueError):
    """The file is there and cannot be a save, in one sentence."""


@dataclass(frozen=True)
class Lines:
    whole: list[bytes]
    """Each without its line end."""
    torn: int
    """Bytes of an unfinished last line; 0 = none."""


def read(path: Path) -> Lines:
    """The lines of a file, which is not touched. Raises Missing or Unfit."""
    try:
        if not path.exists():
            where = "in that folder" if path.parent.is_dir() else f"because the folder {path.parent} does not exist"
            raise Missing(f"{path}: there is no such file {where}.")
        if not path.is_file():
            raise Missing(f"{path}: this is not a file; name a save ending in .knot.")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Unfit(f"{path}: {size:,} bytes; a save has at most {MOST_BYTES:,}.")
        content = path.read_bytes()
    except OSError as trouble:
        raise Missing(f"{path}: it cannot be read: {why(trouble)}.") from trouble
    *whole, torn = content.split(b"\n")
    return Lines(whole, len(torn))


def why(trouble: OSError) -> str:
    """What the system said, without its numbers: `no space left on device`."""
    said = trouble.strerror or str(trouble) or type(trouble).__name__
    return said[0].lower() + said[1:].rstrip(".")


def create(path: Path, content: bytes) -> None:
    """The file exists with exactly that content, or not at all. Raises FileExistsError where there is one, OSError where it cannot be written."""
    if path.exists():
        raise FileExistsError(f"{path} exists already")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb", buffering=0) as file:
            _write(file, content)
        part.rename(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _write(file: FileIO, content: bytes) -> None:
    """Unbuffered, so that nothing is left over to be written later by a file that is being closed after a failure."""
    left = memoryview(content)
    while left:
        left = left[file.write(left):]
    os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":      # a folder cannot be opened there, and the rename is durable with the file
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@dataclass
class Log:
    """A growing file and everything that belongs in it, so that lines a full disk refused are written later."""

    path: Path
    lines: list[bytes] = field(default_factory=list)
    """All lines, with their line ends."""
    written: int = 0
    """How many of them are on the disk."""
    torn: int | None = 0
    """Bytes behind the last written line that may be cut off: an unfinished line; None: as many as a failed write of ours left."""
    trouble: str = ""
    """Why the last lines are not on the disk; empty if all are."""

    def add(self, line: bytes) -> bool:
        """Keeps the line and tries to bring everything that waits to the disk; true if all is there, else `trouble` says why."""
        self.lines.append(line)
        return self.sync()

    def sync(self) -> bool:
        """Tries again to write what waits."""
        try:
            if self.written and self.path.exists():
                self._append()
            else:
                self._start()
        except FileExistsError:
            self.trouble = f"{self.path} exists already and was left as it is; the game goes on in memory only."
        except OSError as failure:
            self.trouble = f"The turn is not saved in {self.path}: {why(failure)}. The game goes on in memory and tries again with the next turn."
        else:
            self.written, self.torn, self.trouble = len(self.lines), 0, ""
        return not self.trouble

    def _start(self) -> None:
        """The whole file anew: it was never begun, or has vanished since."""
        create(self.path, b"".join(self.lines))

    def _append(self) -> None:
        size = sum(map(len, self.lines[:self.written]))
        with self.path.open("r+b", buffering=0) as file:
            there = file.seek(0, os.SEEK_END)
            if there < size or (self.torn is not None and there != size + self.torn):
                raise OSError(0, "another program has changed the file meanwhile, and it was left as it is")
            if self.written == len(self.lines):
                return
            try:
                file.truncate(size)
                file.seek(size)
                _write(file, b"".join(self.lines[self.written:]))
            except OSError:
                self.torn = None
                with contextlib.suppress(OSError):
                    file.truncate(size)
                raise
