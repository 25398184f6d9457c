"""The ways up and their ways down in words: as records, as rows of a table, as a page for a teacher, and a sentence for each dead end.

Comes in: a Rulebook and what ladders.py found in it. Goes out: text. Never here: a search, a print.
"""

from collections.abc import Sequence
from typing import Any

from ..engine.legal import between
from ..engine.rulebook import STAGES, Effect, Rulebook
from ..engine.sides import SIDE_IDS, SIDE_NAMES, SIDES, other
from ..wording.glosses import effect_name, gloss
from .ladders import MOST_TURNS, Meter, WayDown, WayUp

NO_WAY_BACK = "no way back: it ends the game"
HEADS = ("side", "way up", "raises", "open in", "ways down")


def records(ups: Sequence[WayUp]) -> list[dict[str, Any]]:
    """What `ladders --json` prints."""
    return [{"side": SIDE_IDS[up.side], "order": up.order.id, "name": up.order.name, "meter": _id(up.effect), "amount": up.effect.amount,
             "stages": _stage_ids(up.order.stages), "ways_down": [_record(way) for way in up.ways_down],
             "no_way_back": up.is_final, "dead_ends": _stage_ids(tuple(end.stage for end in up.dead_ends))} for up in ups]


def rows(book: Rulebook, ups: Sequence[WayUp]) -> list[list[str]]:
    """A row under HEADS for each way up."""
    return [[SIDE_NAMES[up.side], up.order.name, _raises(book, up), _stages(up.order.stages), NO_WAY_BACK if up.is_final else _own_ways(book, up)]
            for up in ups]


def dead_ends(ups: Sequence[WayUp]) -> list[str]:
    """A sentence for each way up that nothing takes back, with a position from which that is so; empty if all is well."""
    return [_dead_end(up) for up in ups if up.dead_ends]


def page(book: Rulebook, ups: Sequence[WayUp]) -> str:
    """docs/ladders.md: a chapter a side, a table a ladder."""
    lines = ["# Ways up and ways down", "",
             f"{book.name}. Whoever tightens the rope must be able to loosen it. This page names every order that climbs, and the orders that lower",
             f"the same meter again within {MOST_TURNS} turns, one order a turn. What stands before \"at times\" is open from any position in which",
             "the way up can be given; what stands behind it needs what is in brackets. \"By way of the pressure\": the order lowers what feeds the",
             "meter, and that follows. Figures are what the order does by itself: rungs, or points on a scale of 0 to 1000.", "",
             f"Written by `python3 play.py ladders {book.id} --page`, which asks the rules; nothing here is kept by hand."]
    for side in SIDES:
        own = [up for up in ups if up.side == side]
        lines += ["", f"## {SIDE_NAMES[side]}"]
        for meter in dict.fromkeys(_id(up.effect) for up in own if not up.is_final):
            lines += _ladder(book, [up for up in own if _id(up.effect) == meter])
        final = [up for up in own if up.is_final]
        if final:
            lines += ["", "### No way back", *(f"- **{up.order.name}**, in the {_stages(up.order.stages)}: {NO_WAY_BACK}." for up in final)]
    return "\n".join(lines) + "\n"


def _ladder(book: Rulebook, ups: list[WayUp]) -> list[str]:
    side, effect = ups[0].side, ups[0].effect
    name = _name(book, side, effect.box, effect.meter).replace("their ", f"{SIDE_NAMES[other(side)]}'s ", 1)
    whose = other(side) if effect.box == "other" else side
    lines = ["", f"### {name[0].upper()}{name[1:]}", gloss(book, whose, _part(side, effect.meter)).says, "",
             "| way up | raises it by | open in the | ways down |", "|---|---|---|---|"]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in (
        up.order.name, f"{up.effect.amount:+}", _stages(up.order.stages), _own_ways(book, up))) + " |" for up in ups]
    across = {way.order.id: f"{way.order.name} {way.effect.amount:+}" for up in ups for way in up.ways_down if way.side != side}
    notes = [f"{SIDE_NAMES[other(side)]} can lower it too: {', '.join(across.values())}."] if across else []
    return [*lines, *(line for note in (*notes, *dead_ends(ups)) for line in ("", note))]


def _raises(book: Rulebook, up: WayUp) -> str:
    name = _name(book, up.side, up.effect.box, up.effect.meter)
    return name if up.is_final else f"{name} {up.effect.amount:+}"


def _own_ways(book: Rulebook, up: WayUp) -> str:
    """The side's own ways down, those that are always open first; and where it may need the other side."""
    own = [way for way in up.ways_down if way.side == up.side]
    parts = [part for always in (True, False) if (part := _listed(book, up, [way for way in own if way.is_always_open == always]))]
    if any(not way.is_always_open for way in own):
        parts[-1] = f"at times: {parts[-1]}"
    if up.leans_on_other:
        parts.append(f"otherwise, in the {_stages(up.leans_on_other)}, only {SIDE_NAMES[other(up.side)]} can")
    return "; ".join(parts) or "none"


def _listed(book: Rulebook, up: WayUp, ways: list[WayDown]) -> str:
    """The ways down, first those that lower the meter itself, then those that lower what feeds it."""
    direct, about = ([way for way in ways if way.is_roundabout == is_about] for is_about in (False, True))
    listed = [_way(book, up, way) for way in direct]
    if about:
        effect = about[0].effect
        listed.append(f"by way of the {_name(book, up.side, effect.box, effect.meter)}: " + ", ".join(_way(book, up, way) for way in about))
    return ", ".join(listed)


def _way(book: Rulebook, up: WayUp, way: WayDown) -> str:
    """`Lower the alert -35 (American alert at 1 to 4)`."""
    asides = [f"within {way.turns} turns"] if way.turns > 1 else []
    if way.stages != up.order.stages:
        asides.append(f"only in the {_stages(way.stages)}")
    if not way.is_always_open:
        asides += [f"{_name(book, way.side, need.box, need.meter)} {between(need.least, need.most)}" for need in way.order.needs]
    return f"{way.order.name} {way.effect.amount:+}" + (f" ({', '.join(asides)})" if asides else "")


def _dead_end(up: WayUp) -> str:
    stages = tuple(end.stage for end in up.dead_ends)
    where = " and ".join(f"{meter.name}{_whose(up.side, meter)} at {value}" for meter, value in up.dead_ends[0].start)
    return (f"{SIDE_NAMES[up.side]}: \"{up.order.name}\" ({up.order.id}) raises {_id(up.effect)} in the {_stages(stages)}, and no order takes "
            f"it back within {MOST_TURNS} turns, as with {where}.")


def _record(way: WayDown) -> dict[str, Any]:
    return {"side": SIDE_IDS[way.side], "order": way.order.id, "name": way.order.name, "amount": way.effect.amount, "turns": way.turns,
            "meter": _id(way.effect), "stages": _stage_ids(way.stages), "always": way.is_always_open}


def _id(effect: Effect) -> str:
    return f"{effect.box}.{effect.meter}"


def _part(side: int, meter: str) -> str:
    """A meter as the ledger names it, where a side's order means its own alert."""
    return f"{meter}.{SIDE_IDS[side]}" if meter == "alert" else meter


def _name(book: Rulebook, side: int, box: str, meter: str) -> str:
    return effect_name(book, side, box, _part(side, meter))


def _whose(side: int, meter: Meter) -> str:
    return "" if meter.owner in (None, side) else f" of {SIDE_NAMES[other(side)]}"


def _stage_ids(stages: tuple[int, ...]) -> list[str]:
    return [STAGES[stage] for stage in stages]


def _stages(stages: tuple[int, ...]) -> str:
    """`confrontation and loose ends`."""
    names = [name.replace("_", " ") for name in _stage_ids(stages)]
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
