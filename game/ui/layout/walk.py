"""Where focus goes: Tab from stop to stop, arrows from thing to thing inside one.

Comes in: a Tree and the id that has the focus. Goes out: the id that gets it. Never here: a key code, a drawing.
"""

from .node import Tree


def first(tree: Tree, last: dict[str, str]) -> str:
    """Where focus rests on a fresh screen: the first stop's remembered or first thing; empty if nothing takes focus."""
    for stop, ids in tree.stops.items():
        if ids:
            return last[stop] if last.get(stop) in ids else ids[0]
    return ""


def next_stop(tree: Tree, focus: str, step: int, last: dict[str, str]) -> str:
    """Tab (step 1) or Shift+Tab (step -1): the neighbouring stop's remembered thing, round the screen."""
    stops = [stop for stop, ids in tree.stops.items() if ids]
    if not stops:
        return ""
    here = tree.stop_of(focus)
    place = (stops.index(here) + step) % len(stops) if here in stops else 0
    ids = tree.stops[stops[place]]
    return last[stops[place]] if last.get(stops[place]) in ids else ids[0]


def inside(tree: Tree, focus: str, step: int) -> str:
    """An arrow: the next or last thing of the same stop, held at its ends."""
    ids = tree.stops.get(tree.stop_of(focus), [])
    if focus not in ids:
        return first(tree, {})
    return ids[max(0, min(len(ids) - 1, ids.index(focus) + step))]


def after_rebuild(tree: Tree, focus: str, last: dict[str, str]) -> str:
    """The same thing if it still stands, else the nearest of its stop, else the first."""
    if tree.stop_of(focus):
        return focus
    stop = next((stop for stop, id in last.items() if id == focus and tree.stops.get(stop)), "")
    return tree.stops[stop][-1] if stop else first(tree, last)
