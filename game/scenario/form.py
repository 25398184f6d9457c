"""Form first, meaning second, both at once: a file with a wrong type somewhere is still gone through for everything else.

Comes in: a Document and the model it should fit. Goes out: the problems of its form and a model to look at further, its damaged
places filled with something harmless. Never here: a filled-in model that anybody plays; whoever gets problems must not use it.
"""

import copy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .document import Document
from .problem import Path, Problem, dotted
from .schema import as_json
from .words import form_problems, node_at, resolved

Model = TypeVar("Model", bound=BaseModel)
_ROUNDS = 4     # filling one place can uncover another


def read_form(document: Document, model: type[Model]) -> tuple[Model | None, list[Problem], tuple[Path, ...]]:
    """The model, the problems of form, and the places that were filled in; no model where too much is missing to go on."""
    problems: list[Problem] = []
    damaged: list[Path] = []
    data, schema = document.data, model.model_json_schema()
    for _ in range(_ROUNDS):
        try:
            return model.model_validate_json(as_json(data)), problems, tuple(damaged)
        except ValidationError as error:
            if not problems:
                problems = form_problems(document, error, schema)
            data = copy.deepcopy(data)
            for detail in error.errors(include_url=False):
                damaged.append(_fill(data, schema, tuple(part for part in detail["loc"] if part != "[key]"), detail["type"]))
    return None, problems, tuple(damaged)


def beyond(problems: list[Problem], damaged: tuple[Path, ...]) -> list[Problem]:
    """The problems that do not merely repeat a damaged place."""
    places = [dotted(path) for path in damaged]
    return [problem for problem in problems if not any(_overlap(problem.path, place) for place in places)]


def _overlap(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long == short or (long.startswith(short) and long[len(short)] in ".[")


def _fill(data: dict[str, Any], schema: dict[str, Any], path: Path, kind: str) -> Path:
    """Drops or replaces what is wrong and returns the place that was touched."""
    if isinstance(path[-1], int) and kind == "missing":
        path = path[:-1]
    holder: Any = data
    for part in path[:-1]:
        holder = holder[part]
    if kind in ("extra_forbidden", "unexpected_keyword_argument") or (kind == "string_pattern_mismatch" and path[-1] not in holder):
        holder.pop(path[-1], None)
    else:
        holder[path[-1]] = _harmless(schema, node_at(schema, path), dotted(path))
    return path


def _harmless(schema: dict[str, Any], node: dict[str, Any], name: str) -> Any:
    """A value that fits a part of the schema; ids differ from place to place."""
    node = resolved(schema, node)
    kind = node.get("type")
    if "const" in node or "enum" in node:
        return node["const"] if "const" in node else node["enum"][0]
    if kind == "array":
        parts = node.get("prefixItems") or [node.get("items", {})] * int(node.get("minItems", 0))
        return [_harmless(schema, part, f"{name}.{i}") for i, part in enumerate(parts)]
    if kind == "object":
        parts = node.get("properties", {})
        return {key: _harmless(schema, parts[key], f"{name}.{key}") for key in node.get("required", ()) if key in parts}
    if kind == "string" and node.get("format") == "date-time":
        return "2000-01-01T00:00:00+00:00"
    if kind == "string":
        return f"filled-{sum(ord(letter) * i for i, letter in enumerate(name, 1))}"
    return False if kind == "boolean" else max(0, node.get("minimum", 0))
