"""The drawings' data files, read once.

Comes in: a file name. Goes out: its parsed content. Never here: writing.
"""

import json
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
