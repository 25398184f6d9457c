"""pydantic's complaints -> Problems: in the author's words, with the line and the nearest known key.

Comes in: a Document and a ValidationError. Goes out: Problems. Never here: a check of its own.
"""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .document import Document
from .problem import Path, Problem, nearest

_EXPECTED = {
    "int_type": "a whole number", "int_from_float": "a whole number", "int_parsing": "a whole number", "string_type": 'a text in "quotes"',
    "bool_type": "true or false", "tuple_type": "a list in [brackets]", "dict_type": "a table", "model_type": "a table",
    "model_attributes_type": "a table", "dataclass_type": "a table", "dataclass_exact_type": "a table",
}
_BOUNDS = {"greater_than_equal": ("at least", "ge"), "less_than_equal": ("at most", "le"),
           "string_too_short": ("letters, at least", "min_length"), "string_too_long": ("letters, at most", "max_length")}
_MOMENT = "a moment with its offset from UTC, such as 1962-10-22T18:00:00-04:00"


def form_problems(document: Document, error: ValidationError, schema: dict[str, Any]) -> list[Problem]:
    """One Problem for each complaint about the form of a file; several about one list become one. `schema` is the model's."""
    found: list[Problem] = []
    for detail in error.errors(include_url=False):
        path = detail["loc"]
        if detail["type"] == "too_short" and _value(document, path):    # its items are wrong, and are named one by one
            continue
        problem = _problem(document, detail, schema)
        if problem not in found:
            found.append(problem)
    return found


def _problem(document: Document, detail: ErrorDetails, schema: dict[str, Any]) -> Problem:
    path: Path = tuple(part for part in detail["loc"] if part != "[key]")
    kind, value, bounds = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "missing" and isinstance(path[-1], int):         # a list of fixed length, too short
        path = path[:-1]
        node = node_at(schema, path)
        return document.problem(path, f"{where(document, path)}: {_last(path)} has {_count(len(_value(document, path)))}",
                                f"{node.get('minItems', 'more')}")
    before = where(document, path)
    key = _last(path)
    if kind == "missing":
        return document.problem(path, f"{before}: `{key}` is missing", _wanted(schema, path))
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        known = list(node_at(schema, path[:-1]).get("properties", {}))
        unused = [name for name in known if name not in _value(document, path[:-1])]
        return document.problem(path, f"{before}: no such key `{key}`", f"one of {', '.join(unused)}" if unused else "no more keys here",
                                nearest(key, known))
    if kind == "literal_error":
        known = [str(choice) for choice in _choices(schema, path)]
        shown = f'"{value}"' if isinstance(value, str) else _said(value)
        return document.problem(path, f"{before}: {key} cannot be {shown}", f"one of {', '.join(known)}" if len(known) > 1 else ", ".join(known),
                                nearest(value, known) if isinstance(value, str) else "")
    if kind in ("too_long", "too_short"):
        wanted = f"at most {bounds['max_length']}" if kind == "too_long" else f"at least {bounds['min_length']}"
        return document.problem(path, f"{before}: {key} has {_count(len(value))}", wanted)
    if kind.startswith(("datetime", "timezone")):
        return document.problem(path, f"{before}: {key} is {_said(value)}", _MOMENT)
    if kind in _EXPECTED:
        hint = f'{_EXPECTED[kind]}; write the name in quotes: "{key}.{next(iter(value))}" = ...' if _is_unquoted(path, value) else _EXPECTED[kind]
        return document.problem(path, f"{before}: {key} is {_said(value)}", hint)
    if kind in _BOUNDS:
        word, bound = _BOUNDS[kind]
        return document.problem(path, f"{before}: {key} is {_said(value)}", f"{word} {bounds[bound]:,}")
    if kind == "string_pattern_mismatch":
        wanted = "letters, digits, - and _, a letter first" if "A-Za-z" in bounds["pattern"] else "a text without control characters, line ends too"
        return document.problem(path, f"{before}: {key} is {_said(value)}", wanted)
    return document.problem(path, f"{before}: {key} is {_said(value)}", detail["msg"])


def _is_unquoted(path: Path, value: Any) -> bool:
    """True for `effects = { public.pressure = 45 }`, which TOML reads as a table in a table."""
    return len(path) > 1 and path[-2] in ("effects", "needs") and isinstance(value, dict) and bool(value)


def where(document: Document, path: Path) -> str:
    """The table a value stands in, as its author would call it: `order "speech"`, `rules.clock`, `this file`."""
    while path and isinstance(path[-1], int) and len(path) > 2:
        path = path[:-1]
    if len(path) > 1 and isinstance(path[1], int):
        row = document.data[str(path[0])][path[1]]
        id = row.get("id", "") if isinstance(row, dict) else ""
        inner = ".".join(str(part) for part in path[2:-1] if isinstance(part, str))
        name = f'{path[0]} "{id}"' if id else f"{path[0]} number {path[1] + 1}"
        return f"{name}, {inner}" if inner else name
    front = ".".join(str(part) for part in path[:-1] if isinstance(part, str))
    return front or "this file"


def _last(path: Path) -> str:
    return str(next((part for part in reversed(path) if isinstance(part, str)), path[-1]))


def _count(values: int) -> str:
    return "1 value" if values == 1 else f"{values} values"


def _value(document: Document, path: Path) -> Any:
    value: Any = document.data
    for part in path:
        value = value[part]
    return value


def _said(value: Any) -> str:
    """A value as an error shows it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'the text "{value[:60]}"' if value else "an empty text"
    if isinstance(value, list | tuple):
        return "a list"
    return "a table" if isinstance(value, dict) else str(value)


def node_at(schema: dict[str, Any], path: Path) -> dict[str, Any]:
    """The part of a JSON Schema that a path leads to; empty where the path leaves it."""
    node = schema
    for part in path:
        node = resolved(schema, node)
        if isinstance(part, int):
            prefix = node.get("prefixItems", [])
            node = prefix[part] if part < len(prefix) else node.get("items", {})
        else:
            node = node.get("properties", {}).get(part) or node.get("additionalProperties", {})
        if not isinstance(node, dict):
            return {}
    return resolved(schema, node)


def resolved(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return node


def _choices(schema: dict[str, Any], path: Path) -> list[Any]:
    node = node_at(schema, path)
    return list(node.get("enum", [node["const"]] if "const" in node else []))


def _wanted(schema: dict[str, Any], path: Path) -> str:
    """What kind of value belongs at a path, in a word or two."""
    node = node_at(schema, path)
    words = {"integer": "a whole number", "string": 'a text in "quotes"', "boolean": "true or false", "array": "a list in [brackets]",
             "object": "a table"}
    if node.get("format") == "date-time":
        return _MOMENT
    if node.get("type") == "array" and resolved(schema, node.get("items", {})).get("type") == "object":
        return f"[[{_last(path)}]] tables"
    if choices := _choices(schema, path):
        return f"one of {', '.join(map(str, choices))}" if len(choices) > 1 else str(choices[0])
    return words.get(str(node.get("type")), "a value")
