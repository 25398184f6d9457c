"""Rows of a scenario's tables by their ids: comes in a problem's path, goes out one that no new row of the shipped file moves."""

import re
from pathlib import Path

from game.scenario.document import parse, read_text


def by_id(path: str, file: Path) -> str:
    """`order[run_the_line].sleep` for `order[53].sleep`; paths into other tables stay as they are."""
    numbered = re.match(r"(order|adviser|date)\[(\d+)\]", path)
    if not numbered:
        return path
    row = parse(read_text(file), file.name).data[numbered[1]][int(numbered[2])]
    return f"{numbered[1]}[{row['id']}]{path[numbered.end():]}"
