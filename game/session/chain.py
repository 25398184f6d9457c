"""The chain that ties each line of a save to all before it.

Comes in: plain values, or the bytes of a line. Goes out: sealed bytes, or values that can be trusted. Never here: what the values mean, a file.
"""

import json
import re
from hashlib import blake2b
from typing import Any

DEEPEST = 32


class Damage(ValueError):
    """Why a line cannot be trusted, as the end of a sentence that begins with its number."""


def seal(chain: str, fields: dict[str, Any]) -> tuple[bytes, str]:
    """The finished line with its line end, and the chain that the next one starts from."""
    canonical = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    link = blake2b((chain + canonical).encode(), digest_size=32).hexdigest()
    return _written(fields | {"chain": link}).encode() + b"\n", link


def _written(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def unseal(chain: str, line: bytes) -> dict[str, Any]:
    """The values of a line, its chain checked. Raises Damage."""
    try:
        text = line.decode()
    except UnicodeDecodeError as trouble:
        raise Damage(f"is not UTF-8 text (byte {trouble.start + 1})") from trouble
    if depth(text) > DEEPEST:
        raise Damage(f"is nested deeper than {DEEPEST} levels")
    try:
        fields = json.loads(text)
    except ValueError as trouble:
        raise Damage("is not JSON: it was cut or edited") from trouble
    if not isinstance(fields, dict) or not isinstance(fields.get("chain"), str):
        raise Damage("has no chain: it is not a line of a save")
    link = fields.pop("chain")
    try:
        again, right = seal(chain, fields)
    except ValueError as trouble:
        raise Damage("holds characters or numbers that no save has") from trouble
    if link != right:
        raise Damage("does not fit the chain of the lines before it: it was edited, moved, or a line is missing")
    if again.rstrip(b"\n") != line:
        raise Damage("is not written the way saves are: it was edited")
    return fields | {"chain": link}


def depth(text: str) -> int:
    """How deep brackets nest outside strings."""
    now = deepest = 0
    for mark in re.findall(r'"(?:\\.|[^"\\])*"|[\[\]{}]', text):
        now += (mark in ("[", "{")) - (mark in ("]", "}"))
        deepest = max(deepest, now)
    return deepest
