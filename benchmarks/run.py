"""Measures the game and prints what it found: `python benchmarks/run.py [--quick] [--only engine|window] [--json FILE]`.

Comes in: the code as it lies here. Goes out: a table, and with --json a file of all numbers. A goal missed is said, never raised: this is a
command for people, not a test.
"""

import argparse
import json
import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import engine, window

GOALS = (("a turn alone with its ledger, ms (median)", 5, ("turn_alone", "rules_ledger_views_ms", "median")),
         ("10,000 games, both doctrines, against the mock", 6, ("batches", "10000", "ratio", "median")),
         ("first frame against a bare window, same imports", 1.6, ("start", "against_same_imports", "median")),
         ("first frame against a bare window, no imports", 4, ("start", "against_no_imports", "median")),
         ("a hand to the painted frame, ms (median)", 16, ("paint", "1280x720", "hand_to_frame_ms", "all", "median")),
         ("full repaint of the room, 1280x720, ms", 10, ("paint", "1280x720", "room", "every_node_ms", "median")),
         ("full repaint of the deal table, 1280x720, ms", 10, ("paint", "1280x720", "deal", "every_node_ms", "median")),
         ("full repaint of the room, 1920x1080, ms", 20, ("paint", "1920x1080", "room", "every_node_ms", "median")),
         ("full repaint of the deal table, 1920x1080, ms", 20, ("paint", "1920x1080", "deal", "every_node_ms", "median")),
         ("a frame of the rope in motion, 1280x720, ms", 8, ("paint", "1280x720", "rope_in_motion_ms", "median")),
         ("idle at the title, percent of a core", 1, ("idle", "title", "core_percent")),
         ("idle in the situation room, percent of a core", 1, ("idle", "situation_room", "core_percent")),
         ("memory in the situation room, MB", 200, ("idle", "situation_room", "rss_mb")))

FRAMES = (("room: every node drawn", ("room", "every_node_ms")), ("room: tree built", ("room", "tree_ms")),
          ("room: whole frame, to the display", ("room", "whole_frame_ms")), ("deal table: every node drawn", ("deal", "every_node_ms")),
          ("deal table: whole frame", ("deal", "whole_frame_ms")), ("a key to the painted frame", ("hand_to_frame_ms", "keys")),
          ("a move of the mouse to the painted frame", ("hand_to_frame_ms", "moves")),
          ("a click to the painted frame", ("hand_to_frame_ms", "clicks")), ("a frame of the rope in motion", ("rope_in_motion_ms",)))


def main() -> int:
    """Prints the tables, writes the file, and returns 0; 1 where something could not be measured."""
    parser = argparse.ArgumentParser(description="What the game costs, against things measured in the same run.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: a minute or so instead of several")
    parser.add_argument("--only", choices=("engine", "window"), help="measure one half")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all numbers there")
    asked = parser.parse_args()
    if asked.json and not asked.json.absolute().parent.is_dir():
        parser.error(f"--json {asked.json}: there is no folder {asked.json.parent} to write it to.")
    found: dict[str, Any] = {"machine": machine()}
    print("  ".join(f"{name} {value}" for name, value in found["machine"].items()))
    if asked.only != "window":
        found |= rules(asked.quick)
    trouble = ""
    if asked.only != "engine":
        try:
            found |= screen(asked.quick)
        except window.NotMeasured as problem:
            trouble = str(problem)
    goals(found)
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    if trouble:
        print(f"\nNot measured: {trouble}", file=sys.stderr)
    return 1 if trouble else 0


def machine() -> dict[str, Any]:
    """The machine in general terms, enough to judge a number by."""
    return {"system": platform.system(), "processor": platform.machine(), "cores": os.cpu_count(), "python": platform.python_version(),
            **{name: version(name) for name in ("numpy", "pygame-ce")}}


def rules(quick: bool) -> dict[str, Any]:
    """Measures and prints the engine's half."""
    alone = engine.turn_alone(5 if quick else 25)
    print("\nA turn alone, processor ms     median    worst")
    for name, label in (("rules_ledger_views_ms", "rules, ledger, both views"), ("doctrines_ms", "both doctrines")):
        print(f"  {label:<26}{alone[name]['median']:9.2f}{alone[name]['most']:9.2f}")
    sizes = engine.batches(3 if quick else 9)
    print("\nNanoseconds a game-turn, way-out v. way-out (processor time, median of rounds)\n     games        game       mock     ratio")
    for size, row in sizes.items():
        print(f"{size:10,}{row['game_ns']['median']:12,.0f}{row['mock_ns']['median']:11,.0f}{row['ratio']['median']:10.2f}")
    parts = {size: engine.parts(size, max(1, (2_000 if quick else 20_000) // size // (50 if size == 1 else 1))) for size in engine.SIZES}
    print("\nProcessor ns a game-turn by part" + "".join(f"{size:>11,}" for size in parts))
    for name in parts[engine.SIZES[-1]]:
        print(f"  {name:<29}" + "".join(f"{part[name]:11,.0f}" for part in parts.values()))
    memory = engine.memory(engine.SIZES[-1])
    print(f"\nMemory: {memory['state_bytes']:,.0f} bytes a game, {memory['peak_bytes']:,.0f} at the peak of a batch of {engine.SIZES[-1]:,}")
    by_size = {name: {str(size): row for size, row in rows.items()} for name, rows in (("batches", sizes), ("parts", parts))}
    return {"turn_alone": alone, **by_size, "memory": memory}


def screen(quick: bool) -> dict[str, Any]:
    """Measures and prints the window's half."""
    with window.display() as there:
        start = window.start(there, 3 if quick else 15)
        slow = sorted(window.imports(there), key=lambda module: -module[1])[:10]
        frames = window.paint(there)
        idle = window.idle(there, 3 if quick else 20)
    print("\nStart to first frame, whole process, ms     median    least     most")
    for name, label in (("game_ms", "the game"), ("same_imports_ms", "bare window, same imports"), ("no_imports_ms", "bare window, no imports")):
        print(f"  {label:<38}" + "".join(f"{start[name][which]:9.0f}" for which in ("median", "least", "most")))
    print("  of the processor, the game against the same imports "
          f"{start['processor_against_same_imports']['median']:.2f}, against none {start['processor_against_no_imports']['median']:.2f}")
    print("  dearest imports, ms of their own: " + ", ".join(f"{name} {own:.0f}" for name, own in slow))
    print(f"\nFrames, processor ms, driver {frames['1280x720']['driver']}" + " " * 14 + "".join(f"{size:>20}" for size in frames))
    for label, path in FRAMES:
        values = [window.at(measured, path) for measured in frames.values()]
        print(f"  {label:<46}" + "".join(f"{value['median']:12.1f} ({value['wall_median']:.1f})" for value in values))
    print("  (in brackets what passed on the wall: the same on a machine with nothing else to do)")
    for where, row in (idle or {}).items():
        print(f"Idle, {where.replace('_', ' ')}: {row['core_percent']:.2f} % of a core, {row['rss_mb']:.0f} MB (peak {row['peak_rss_mb']:.0f} MB), "
              f"the process beside it {row['beside_rss_mb']:.0f} MB (peak {row['beside_peak_rss_mb']:.0f} MB)")
    return {"start": start, "paint": frames, "idle": idle, "dearest_imports_ms": slow, "display": there.get("SDL_VIDEODRIVER", "a display")}


def goals(found: dict[str, Any]) -> None:
    """Prints each goal that was measured, and whether it is met."""
    print("\nGoal" + " " * 52 + "at most    measured")
    for label, most, path in GOALS:
        value = window.at(found, path)
        if value is not None:
            print(f"  {label:<50}{most:11}{value:12.2f}   {'met' if value <= most else 'MISSED'}")


if __name__ == "__main__":
    sys.exit(main())
