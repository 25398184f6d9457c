"""The drawings' data files, read once.

Comes in: a file name. Goes out: its parsed content. Never here: writing.
"""

import json
import zlib
from functools import cache
from typing import Any

from ...shipped import assets


@cache
def load(name: str) -> Any:
    """The JSON content of a file in assets/; FileNotFoundError says that the installation is incomplete."""
    path = assets() / name
    if not path.is_file():
        raise FileNotFoundError(f"{name} is not in {path.parent}; the installation is incomplete")
    return json.loads(path.read_text(encoding="utf-8"))


def stamp(name: str) -> tuple[int, int]:
    """Size and crc of a file in assets/, zeros where there is none: what pictures made from it hang on."""
    path = assets() / name
    if not path.is_file():
        return 0, 0
    content = path.read_bytes()
    return len(content), zlib.crc32(content)
