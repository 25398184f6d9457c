"""On which line of a TOML text each key and list item stands: tomllib reads the values but does not say.

Comes in: text that tomllib has accepted. Goes out: path -> line. Never here: a judgement about the values.
"""

import re
import tomllib

from .problem import Path

_TOKEN = re.compile(r"""
    (?P<string> \"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*' )
  | (?P<comment> \#[^\n]* ) | (?P<newline> \n ) | (?P<mark> [\[\]{}=,] ) | (?P<bare> [^\s\[\]{}=,\#"']+ ) | (?P<stray> ["'] )
""", re.VERBOSE | re.DOTALL)
_OPEN, _CLOSE = "[{", "]}"

Token = tuple[str, str, int]
"""Kind, text, line."""


def tokens(text: str) -> list[Token]:
    """The text cut into strings, marks, bare words and line ends; comments are left out. Never fails."""
    found, line = [], 1
    for match in _TOKEN.finditer(text):
        kind, piece = str(match.lastgroup), match.group()
        if kind != "comment":
            found.append((kind, piece, line))
        line += piece.count("\n")
    return found


def depth(text: str) -> tuple[int, int]:
    """How deep brackets nest outside strings, and the line where they do."""
    now = deepest = where = 0
    for kind, piece, line in tokens(text):
        if kind == "mark":
            now += (piece in _OPEN) - (piece in _CLOSE)
            if now > deepest:
                deepest, where = now, line
    return deepest, where


class _Reader:
    """Walks the tokens once and notes the line of every path."""

    def __init__(self, text: str):
        self.tokens, self.at = tokens(text), 0
        self.lines: dict[Path, int] = {}
        self.rows: dict[Path, int] = {}     # how many [[tables]] of that name so far

    def peek(self) -> Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("newline", "\n", 0)

    def take(self) -> Token:
        token = self.peek()
        self.at += 1
        return token

    def blank(self, *skip: str) -> None:
        while self.at < len(self.tokens) and self.peek()[1] in ("\n", *skip):
            self.at += 1

    def key(self) -> tuple[str, ...]:
        """The parts of a (dotted) key, up to its `=` or `]`."""
        parts: list[str] = []
        while self.peek()[0] in ("bare", "string"):
            kind, piece, _ = self.take()
            parts += [tomllib.loads(f"key = {piece}")["key"]] if kind == "string" else [part for part in piece.split(".") if part]
        return tuple(parts)

    def note(self, path: Path, keys: tuple[str, ...], line: int) -> Path:
        """Notes each step of the keys below a path and returns where they lead, into the newest row of a [[table]]."""
        for key in keys:
            path = (*path, key)
            self.lines.setdefault(path, line)
            if path in self.rows:
                path = (*path, self.rows[path] - 1)
        return path

    def header(self) -> Path:
        line = self.take()[2]
        is_row = self.peek()[1] == "["
        self.at += is_row
        *front, last = self.key()
        self.at += 1 + is_row
        path = (*self.note((), tuple(front), line), last)
        self.lines.setdefault(path, line)
        if is_row:
            self.rows[path] = self.rows.get(path, 0) + 1
            path = (*path, self.rows[path] - 1)
            self.lines[path] = line
        return path

    def pair(self, table: Path) -> None:
        line = self.peek()[2]
        path = self.note(table, self.key(), line)
        self.at += 1
        self.value(path)

    def value(self, path: Path) -> None:
        piece = self.peek()[1] if self.peek()[0] == "mark" else ""
        if piece not in ("[", "{"):
            while self.peek()[0] in ("bare", "string"):
                self.at += 1
            return
        self.at += 1
        self.blank(",")
        place = 0
        while self.at < len(self.tokens) and self.peek()[1] not in ("]", "}"):
            if piece == "{":
                self.pair(path)
            else:
                self.lines[(*path, place)] = self.peek()[2]
                self.value((*path, place))
                place += 1
            self.blank(",")
        self.at += 1

    def read(self) -> dict[Path, int]:
        table: Path = ()
        self.blank()
        while self.at < len(self.tokens):
            if self.peek()[1] == "[":
                table = self.header()
            else:
                self.pair(table)
            self.blank()
        return self.lines


def find_lines(text: str) -> dict[Path, int]:
    """Path -> line of every key, table and list item of a TOML text that tomllib accepts."""
    return _Reader(text).read()
