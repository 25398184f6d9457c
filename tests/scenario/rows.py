"""Rows of a scenario's tables by their ids: comes in a problem's path, goes out one that no new row of the shipped file moves."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from game.scenario.document import parse, read_text


def by_id(path: str, file: Path) -> str:
    """`order[run_the_line].sleep` for `order[53].sleep`; paths into other tables stay as they are."""
    numbered = re.match(r"(order|issue|channel|adviser|date)\[(\d+)\]", path)
    if not numbered:
        return path
    row = _data(read_text(file), file.name)[numbered[1]][int(numbered[2])]
    return f"{numbered[1]}[{row.get('id', numbered[2])}]{path[numbered.end():]}"


@cache
def _data(text: str, name: str) -> dict[str, Any]:
    """What a file says, read once for all of its problems."""
    return parse(text, name).data
