"""A scenario's text and what tomllib reads in it, with the line of every value; `extends` joined and merged, `only` cut.

Comes in: a shipped id, a path or a text. Goes out: one Document. Never here: what the values mean (schema.py, check.py).
A text that extends another is read together with it, so that a save holds everything it needs: the texts stand one behind
the other, the one that extends first, parted by a line that starts with BASE_MARK.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from .. import shipped
from .lines import depth, find_lines
from .problem import Path, Place, Problem, ScenarioError, dotted, nearest

MOST_BYTES = 1 << 20
MOST_NESTING = 32
MOST_BASES = 8
BASE_MARK = "#%% extends "
ONLY = "only"
"""The table in which a text that extends another says which rows of it stay."""

Table = dict[str, Any]


@dataclass(frozen=True)
class Document:
    file: str
    """Name for messages."""
    data: Table
    places: dict[Path, Place]

    def place(self, path: Path) -> Place:
        """Where a value stands, or the nearest thing around it that stands anywhere."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return Place(self.file, 1)

    def problem(self, path: Path, problem: str, expected: str = "", suggestion: str = "", severity: str = "error") -> Problem:
        """A Problem with this value, with its file and line; control characters of the file are not passed on."""
        place = self.place(path)
        return Problem(place.file, place.line, _shown(dotted(path)), _shown(problem), _shown(expected), suggestion, severity)


def in_order(document: Document, problems: Iterable[Problem]) -> list[Problem]:
    """By line, those of the document's own file before those of what it extends."""
    return sorted(problems, key=lambda problem: (problem.file != document.file, problem.file, problem.line))


def _shown(text: str) -> str:
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def shipped_ids() -> tuple[str, ...]:
    """Ids of the scenarios that come with the game, in alphabetical order."""
    return tuple(sorted(file.stem for file in shipped.scenarios().glob("*.toml")))


def find(name_or_path: str | File, beside: File | None = None) -> File:
    """The file of a shipped id, of an id beside another file, or the path itself. Raises ScenarioError where there is none."""
    name = str(name_or_path)
    if name in shipped_ids():
        return shipped.scenarios() / f"{name}.toml"
    file = beside.parent / f"{name}.toml" if beside else File(name)
    if file.is_file():
        return file
    known = ", ".join(shipped_ids())
    asked = "no such scenario to extend" if beside else "no such scenario"
    raise ScenarioError([Problem(name, 0, "", asked, f"a file that exists, or one of: {known}", nearest(name, shipped_ids()))])


def read_file(file: File) -> str:
    """The text of one authored file, line ends made plain. Raises ScenarioError: cannot be read, over 1 MiB, not UTF-8."""
    def refuse(problem: str, expected: str, line: int = 0) -> ScenarioError:
        return ScenarioError([Problem(file.name, line, "", problem, expected)])
    try:
        if file.is_dir():
            raise refuse("this is a folder", "a TOML file")
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise refuse(f"the file has {size:,} bytes", f"at most {MOST_BYTES:,} bytes (1 MiB)")
        raw = file.read_bytes()
    except OSError as error:
        raise refuse(f"the file cannot be read ({error.strerror})", "a readable TOML file") from None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[:error.start].count(b"\n") + 1
        raise refuse(f"byte {error.start} is not UTF-8", "a text saved as UTF-8", line) from None


def read_text(name_or_path: str | File) -> str:
    """The whole text of a scenario, that of what it extends included: what load_text takes and a save keeps. Raises ScenarioError."""
    file = find(name_or_path)
    text, seen = read_file(file), [file.resolve()]
    whole, name = [text], file.name
    while (base := _extends(text)) is not None:
        try:
            file = find(base, beside=file)
        except ScenarioError as error:
            line = find_lines(text).get(("extends",), 1)
            raise ScenarioError([Problem(name, line, "extends", f'extends "{base}": no such scenario', error.problems[0].expected,
                                         error.problems[0].suggestion)]) from None
        if file.resolve() in seen:
            line = find_lines(text).get(("extends",), 1)
            raise ScenarioError([Problem(name, line, "extends", f'extends "{base}", which in the end extends this file again',
                                         "a scenario that stands on its own in the end")])
        if len(seen) > MOST_BASES:
            raise ScenarioError([Problem(name, 1, "extends", f"more than {MOST_BASES} scenarios extend one another", "a shorter chain")])
        seen.append(file.resolve())
        text, name = read_file(file), file.name
        whole.append(f"{BASE_MARK}{base}\n{text}")
    return "\n".join(whole)


def _extends(text: str) -> str | None:
    """What a text says it extends; None also where it cannot be read (parse will say why)."""
    if depth(text)[0] > MOST_NESTING:
        return None
    try:
        base = tomllib.loads(text).get("extends")
    except ValueError:      # not TOML, or a number of thousands of digits
        return None
    return base if isinstance(base, str) else None


def parse(text: str, file: str) -> Document:
    """The Document of a whole text (see read_text). Raises ScenarioError with the problems of its form: size, nesting, TOML, `extends`."""
    parts = _split(text, file)
    documents = [_parse_one(part, name) for name, part in parts]
    for (name, _), document, below in zip(parts, documents, [*parts[1:], None], strict=True):
        base = document.data.get("extends")
        if base is not None and not isinstance(base, str):
            raise ScenarioError([document.problem(("extends",), "`extends` is not a text", 'the id of a scenario, such as "october-1962"')])
        if base != (below[0].removesuffix(".toml") if below else None):
            raise ScenarioError([document.problem(("extends",),
                                                  f"{name} extends {base or 'nothing'}, but {below[0] if below else 'nothing'} stands below it",
                                                  "the text as read_text joins it")])
    merged = documents[-1]
    if ONLY in merged.data:
        raise ScenarioError([merged.problem((ONLY,), "`only` keeps rows of what a file extends, and this one extends nothing",
                                            "extends, or no `only`")])
    for document in reversed(documents[:-1]):
        merged = merge(merged, document)
    data = {key: value for key, value in merged.data.items() if key != "extends"}
    return Document(file, data, merged.places)


def _split(text: str, file: str) -> list[tuple[str, str]]:
    """(name, text) of each joined part."""
    pieces = re.split(rf"^{re.escape(BASE_MARK)}(.+)$\n?", text, flags=re.MULTILINE)
    names = [file, *(f"{name.strip()}.toml" for name in pieces[1::2])]
    if len(names) > MOST_BASES + 1:
        raise ScenarioError([Problem(file, 0, "", f"{len(names)} texts are joined here", f"at most {MOST_BASES + 1}")])
    return list(zip(names, pieces[::2], strict=True))


def _parse_one(text: str, file: str) -> Document:
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        raise ScenarioError([Problem(file, 0, "", f"the text has {size:,} bytes", f"at most {MOST_BYTES:,} bytes (1 MiB)")])
    deepest, line = depth(text)
    if deepest > MOST_NESTING:
        raise ScenarioError([Problem(file, line, "", f"brackets nest {deepest} deep", f"at most {MOST_NESTING}")])
    try:
        data = tomllib.loads(text)
    except ValueError as error:
        raise ScenarioError([_syntax(error, text, file)]) from None
    lines = find_lines(text)
    too_deep = next((path for path in lines if len(path) > MOST_NESTING), None)
    if too_deep:
        raise ScenarioError([Problem(file, lines[too_deep], "", f"tables nest {len(too_deep)} deep", f"at most {MOST_NESTING}")])
    document = Document(file, data, {path: Place(file, line) for path, line in lines.items()})
    long = [document.problem(path, "a number longer than any this game uses", "at most 18 digits") for path in _long_numbers(data, ())]
    if long:
        raise ScenarioError(long)
    return document


def _long_numbers(value: Any, path: Path) -> Iterator[Path]:
    """Where numbers stand that no JSON reader takes."""
    if isinstance(value, int) and abs(value) >= 10**18:
        yield path
    for part, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _long_numbers(inner, (*path, part))


def _syntax(error: ValueError, text: str, file: str) -> Problem:
    said = re.match(r"(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)", str(error), re.DOTALL)
    if not said:
        return Problem(file, 1, "", f"this is not TOML: {error}", "TOML 1.0")
    line = int(said[2]) if said[2] else text.count("\n") + 1
    column = f", column {said[3]}" if said[3] else ""
    return Problem(file, line, "", f"this is not TOML: {said[1][:1].lower()}{said[1][1:]}{column}", "TOML 1.0")


def merge(base: Document, over: Document) -> Document:
    """`over` laid on `base`, of which first only the rows stay that `over` says: tables key by key, lists of tables by `id` (and `side`),
    everything else replaced; places follow their values. Raises ScenarioError for an `only` that cannot be."""
    base = _cut(base, over)
    places = dict(base.places)
    rest = {key: value for key, value in over.data.items() if key != ONLY}
    data = _merge_table(base.data, rest, (), (), places, over.places)
    return Document(over.file, data, places)


def _cut(base: Document, over: Document) -> Document:
    """The base with those rows alone that `only` names: `only = { phase = ["thirteen-days"] }`; a list that it does not name stays whole."""
    wanted = over.data.get(ONLY, {})
    if not isinstance(wanted, dict):
        raise ScenarioError([over.problem((ONLY,), "`only` is not a table", "lists of ids to keep, such as issue = [\"T01\"]")])
    if problems := [problem for key, ids in wanted.items() for problem in _not_there(base, over, key, ids)]:
        raise ScenarioError(problems)
    data, places = dict(base.data), dict(base.places)
    for key, ids in wanted.items():
        kept = [place for place, row in enumerate(base.data[key]) if row["id"] in ids]
        data[key] = [base.data[key][place] for place in kept]
        moved: dict[Path, Path] = {(key, before): (key, now) for now, before in enumerate(kept)}
        places = {(*moved[path[:2]], *path[2:]) if path[:2] in moved else path: at for path, at in places.items()
                  if path[:1] != (key,) or len(path) == 1 or path[:2] in moved}
    if "issue" in wanted and "order" in data:      # what an order ties to an issue that is gone goes with it
        data["order"] = [{**order, "ties": {id: points for id, points in order["ties"].items() if id in wanted["issue"]}}
                         if isinstance(order.get("ties"), dict) else order for order in data["order"]]
    return Document(base.file, data, places)


def _not_there(base: Document, over: Document, key: str, ids: Any) -> Iterator[Problem]:
    """What is wrong with one list of `only`."""
    tables = [name for name, rows in base.data.items() if _is_rows(rows)]
    if key not in tables:
        yield over.problem((ONLY, key), f'only: no such list of tables "{key}"', f"one of {', '.join(tables)}", nearest(key, tables))
    elif not isinstance(ids, list):
        yield over.problem((ONLY, key), f"only.{key} is not a list", "ids to keep")
    else:
        known = list(dict.fromkeys(str(row["id"]) for row in base.data[key]))
        for place, id in enumerate(ids):
            if id not in known:
                yield over.problem((ONLY, key, place), f'only.{key}: no such id "{id}"', f"one of {', '.join(known)}", nearest(str(id), known))


def _key(row: Table) -> tuple[Any, Any]:
    return row.get("side"), row.get("id")


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) and "id" in row for row in value)


def _merge_table(base: Table, over: Table, at: Path, over_at: Path, places: dict[Path, Place], over_places: dict[Path, Place]) -> Table:
    merged = dict(base)
    for key, value in over.items():
        path, over_path = (*at, key), (*over_at, key)
        was = base.get(key)
        if isinstance(value, dict) and isinstance(was, dict):
            places[path] = over_places.get(over_path, places[path])
            merged[key] = _merge_table(was, value, path, over_path, places, over_places)
        elif _is_rows(value) and _is_rows(was):
            merged[key] = _merge_rows(list(was or ()), value, path, over_path, places, over_places)
        else:
            _lay(path, over_path, places, over_places)
            merged[key] = value
    return merged


def _merge_rows(base: list[Table], over: list[Table], at: Path, over_at: Path, places: dict[Path, Place],
                over_places: dict[Path, Place]) -> list[Table]:
    rows = list(base)
    places[at] = over_places[over_at]
    first: dict[tuple[Any, Any], int] = {}
    for i, row in enumerate(base):
        first.setdefault(_key(row), i)
    for i, row in enumerate(over):
        place = first.pop(_key(row), None)      # popped: a second row of that id in the same file stays, to be reported as a duplicate
        if place is None:
            _lay((*at, len(rows)), (*over_at, i), places, over_places)
            rows.append(row)
        else:
            places[(*at, place)] = over_places[(*over_at, i)]
            rows[place] = _merge_table(rows[place], row, (*at, place), (*over_at, i), places, over_places)
    return rows


def _lay(path: Path, over_path: Path, places: dict[Path, Place], over_places: dict[Path, Place]) -> None:
    """Forgets where the old value and its parts stood and notes where the new ones stand."""
    for old in [old for old in places if old[:len(path)] == path]:
        del places[old]
    for new, place in over_places.items():
        if new[:len(over_path)] == over_path:
            places[(*path, *new[len(over_path):])] = place
