"""The same facts taken from a window's trees and from a terminal's lines, each in its own way, as dictionaries that must be equal."""

from __future__ import annotations

import re

from .ears import Ears, run_on
from .eyes import Eyes

Facts = dict[str, dict[str, object]]
_TITLE = re.compile(r"-- (.+?) -+$")


def seen(eyes: Eyes) -> Facts:
    """What the window shows of one seat."""
    return {"meters": _meters_seen(eyes), "orders": _orders_seen(eyes), "letters": _letters_seen(eyes), "papers": _rows(eyes, "archive", "letter:"),
            "marks": _marks_seen(eyes), "dates": _dates_seen(eyes), "issues": _issues_seen(eyes),
            "readings": _rows(eyes, "room", "reading:")}


def told(ears: Ears) -> Facts:
    """What the terminal tells of one seat."""
    return {"meters": _meters_told(ears), "orders": _orders_told(ears), "letters": _letters_told(ears), "papers": _papers_told(ears),
            "marks": _marks_told(ears), "dates": _dates_told(ears), "issues": _issues_told(ears), "readings": _readings_told(ears)}


def entries(lines: list[str], begins: str) -> list[str]:
    """Lines that begin so, each with those that continue it, in one piece."""
    found: list[str] = []
    for line in lines:
        if re.match(begins, line):
            found.append(line)
        elif found and line.startswith(" "):
            found[-1] = f"{found[-1]} {line}"
    return [re.sub(r"\s+", " ", entry).strip() for entry in found]


def _title(lines: list[str]) -> str:
    hit = _TITLE.match(lines[0]) if lines else None
    return run_on(hit[1]) if hit else ""


# ------------------------------------------------------------------------------------------------ meters
def _meters_seen(eyes: Eyes) -> dict[str, object]:
    """Name -> value, wherever a meter has a tile, a row or a small chart."""
    found: dict[str, object] = {}
    for screen in ("room", "team", "charts"):
        for node in eyes.trees[screen].nodes if screen in eyes.trees else ():
            hit = re.fullmatch(r"(.+) (\d+)", node.text) if node.id.startswith(("meter:", "small:")) and node.action else None
            if hit:
                found[run_on(hit[1])] = int(hit[2])
    for screen, words in eyes.words.items():
        hit = re.search(r"It stands at (\d+)", " ".join(words)) if screen.startswith("why ") else None
        if hit:
            title = eyes.trees[screen].find("slip:title")
            found[run_on(title.text if title else screen)] = int(hit[1])
    return found


def _meters_told(ears: Ears) -> dict[str, object]:
    found: dict[str, object] = {}
    for typed, lines in ears.told.items():
        hit = re.search(r"Now (\d+) of", " ".join(lines)) if typed.startswith("why ") else None
        if hit:
            found[_title(lines)] = int(hit[1])
    return found


# ------------------------------------------------------------------------------------------------ orders
def _orders_seen(eyes: Eyes) -> dict[str, object]:
    """Name -> why not, empty where it may be given."""
    names = {run_on(node.text) for screen, tree in eyes.trees.items() if screen.startswith("orders ") for node in tree.nodes
             if re.fullmatch(r"order:\w+", node.id)}
    return {name: _refused(eyes, name) for name in names}


def _refused(eyes: Eyes, name: str) -> str:
    slip = next(words for screen, words in eyes.words.items() if run_on(screen) == f"order {name}")
    reason = next((text for text in slip if text.startswith("Returned. ")), "")
    return run_on(reason.removeprefix("Returned. ")).removeprefix(f"{name}: ")


def _orders_told(ears: Ears) -> dict[str, object]:
    found: dict[str, object] = {}
    for typed, lines in ears.told.items():
        if re.fullmatch(r"order \d+", typed):
            text = " ".join(lines)
            found[_title(lines)] = run_on(text.partition("Not now: ")[2])
    return found


# ------------------------------------------------------------------------------------------------ letters and papers
def _letters_seen(eyes: Eyes) -> dict[str, object]:
    """Place in the file -> its worth, and what can be done about it."""
    trees = [tree for screen, tree in eyes.trees.items() if screen.startswith("letter ")]
    return {str(place): (_worth(tree), {node.id for node in tree.nodes if re.fullmatch(r"answer:\w+", node.id) and node.action})
            for place, tree in enumerate(trees, 1)}


def _worth(tree) -> int | None:
    node = tree.find("worth:all")
    hit = re.search(r"(-?\d+)$", run_on(node.text)) if node else None
    return int(hit[1]) if hit else None


def _letters_told(ears: Ears) -> dict[str, object]:
    found: dict[str, object] = {}
    for typed, lines in ears.told.items():
        if re.fullmatch(r"letters \d+", typed):
            text = " ".join(lines)
            hit = re.search(r"Whole letter: worth ([+-]?\d+) to us", re.sub(r"\s+", " ", text))
            options = re.findall(r"^  (accept|refuse|counter|ignore|withdraw|stand)\b[^:]*:", "\n".join(lines), re.M)
            found[typed.split()[1]] = (int(hit[1]) if hit else None, {f"answer:{option}" for option in options})
    return found


def _rows(eyes: Eyes, screen: str, front: str) -> dict[str, object]:
    """The words of a list's rows."""
    nodes = eyes.trees[screen].nodes if screen in eyes.trees else ()
    return {run_on(node.text): True for node in nodes if node.id.startswith(front) and (node.kind == "row" or node.action == node.id)}


def _papers_told(ears: Ears) -> dict[str, object]:
    return {run_on(re.sub(r"^\d+ (\d\d:\d\d )?", "", entry).rpartition(" (")[0]): True for entry in entries(ears.told["archive"], r" *\d+  ")}


def _issues_seen(eyes: Eyes) -> dict[str, object]:
    """The issues that can be walked on the deal table with all its groups open, by their slips."""
    walked = sum(id.startswith("issue:") for ids in eyes.trees["deal"].stops.values() for id in ids)
    slips = [run_on(screen.removeprefix("issue ")) for screen in eyes.words if screen.startswith("issue ")]
    return dict.fromkeys(slips[:walked], True)


def _issues_told(ears: Ears) -> dict[str, object]:
    return {_title(lines): True for typed, lines in ears.told.items() if re.fullmatch(r"issue \d+", typed)}


def _dates_seen(eyes: Eyes) -> dict[str, object]:
    """`name, when` -> its state."""
    tree = next((tree for screen, tree in eyes.trees.items() if screen.startswith("file ")), None)
    rows = [run_on(node.text) for node in tree.nodes if re.fullmatch(r"file:[\w-]+", node.id)] if tree else []
    return dict.fromkeys(rows, True)


def _dates_told(ears: Ears) -> dict[str, object]:
    found: dict[str, object] = {}
    for entry in entries(ears.told["files"], r"\w+ \d+ \w+, \d\d:\d\d  "):
        hit = re.match(r"(\w+ \d+ \w+, \d\d:\d\d) (.+?) \[([^\]]+)\]", entry)
        if hit:
            found[run_on(f"{hit[2]}, {hit[1]}, {hit[3]}")] = True
    return found


def _marks_seen(eyes: Eyes) -> dict[str, object]:
    """Name and note of every mark on the chart."""
    return {bare(row): True for row in _rows(eyes, "chart", "line:")}


def bare(text: str) -> str:
    """Words alone, without what stands between them."""
    return re.sub(r"[^\w ]", "", run_on(text))


def _marks_told(ears: Ears) -> dict[str, object]:
    lines = ears.told["chart"]
    begin = next(place for place, line in enumerate(lines) if line.startswith("Missile sites")) + 1
    end = next((place for place, line in enumerate(lines[begin:], begin) if line.startswith("--")), len(lines))
    return {bare(entry.partition(". ")[0]): True for entry in entries(lines[begin:end], r" \S")}


def _readings_told(ears: Ears) -> dict[str, object]:
    """`issue: our reading` of everything on the wall's last sheet."""
    lines = ears.told["wall"]
    begin = next((place for place, line in enumerate(lines) if "HOW IT IS READ" in line), len(lines))
    found = {}
    for entry in entries(lines[begin + 1:], r"\S"):
        hit = re.match(r"(.+?) \[[^\]]+\]: we read: (.+?); they put their name", entry)
        if hit:
            found[run_on(f"{hit[1]}: {hit[2]}")] = True
    return found


# ------------------------------------------------------------------------------------------------ the end
def scores_seen(eyes: Eyes) -> dict[str, object]:
    """`washington true security` -> points."""
    found: dict[str, object] = {}
    for node in eyes.trees["ending"].nodes:
        hit = re.fullmatch(r"score:(\w+):(\w+):(\w+)", node.id)
        if hit:
            found[" ".join(hit.groups())] = int(node.text.rpartition(" ")[2])
    return found


def scores_told(ears: Ears) -> dict[str, object]:
    """The same from the table of the ending."""
    lines = ears.told["ending"]
    start = next(place for place, line in enumerate(lines) if "WHAT IT WAS WORTH" in line)
    parts, found = lines[start + 1].split(), {}
    for number, line in enumerate(lines[start + 2:start + 6]):
        side, story = ("washington", "moscow")[number // 2], ("public", "true")[number % 2]
        found |= {f"{side} {story} {part}": int(value) for part, value in zip(parts, line.split()[-len(parts):], strict=True)}
    return found
