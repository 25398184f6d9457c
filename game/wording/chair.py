"""What a chair is about: who sits in it, what he wants, what he knows and does not, how he is judged, what to do first.

Comes in: a Rulebook and one seat's View. Goes out: Chapters for the briefing of window and terminal. Never here: what the other chair is told, advice
that the rules do not bear out. The words stand in the catalogue, section `briefing`; what they rest on stands here, chapter by chapter.
"""

from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW, SIDE_IDS
from ..engine.view import View
from ..language import t
from .board import Chapter

_POINTS = {"aims": 3, "known": 3, "unknown": 4, "first": 4}
_SOURCES = {
    "washington": {
        "role": "fact: actors, timeline 16 and 22 Oct", "aims": "fact: M04, M16, M41; inference: M03, M05", "known": "fact: M87, M62; inference: M04",
        "unknown": "fact: orders of battle 2 and 4; fact: M52, M87", "first": "fact: M13, M17; inference: M02, M03",
    },
    "moscow": {
        "role": "fact: actors, timeline 22 Oct", "aims": "fact: M75, M49; inference: M20", "known": "fact: orders of battle 1, 2 and 5; fact: M87",
        "unknown": "fact: timeline 25 Oct, orders of battle 8; fact: M50, M52",
        "first": "fact: timeline 22 and 27 Oct, M51, M52; inference: M06, M18",
    },
}
"""By chair and chapter: what its sentences rest on."""
_SCORED = "inference: M24, M40; design choice: five parts of equal weight"


def chapters(rulebook: Rulebook, view: View) -> tuple[Chapter, ...]:
    """The briefing of that chair beyond its first paper; for another crisis only how one is judged."""
    scored = Chapter("scored", t("briefing.scored"), (t("briefing.scored-1"), t("briefing.scored-2"), t("briefing.scored-3")), _SCORED)
    if not rulebook.id.startswith("october-1962"):
        return (scored,)
    side, values = SIDE_IDS[view.side], _numbers(rulebook, view)
    found = [Chapter("role", t("briefing.role"), (t(f"briefing.{side}-role", **values),), _SOURCES[side]["role"])]
    for id, count in _POINTS.items():
        points = tuple(t(f"briefing.{side}-{id}-{place}", **values) for place in range(1, count + 1))
        found.append(Chapter(id, t(f"briefing.{id}"), points, _SOURCES[side][id]))
    return (*found[:4], scored, *found[4:])


def _numbers(rulebook: Rulebook, view: View) -> dict[str, object]:
    """What the sentences name in figures, from the rules and this seat's own box."""
    rules, own = rulebook.rules, view.own
    error, believed = rules.intelligence.error, int(own.estimate[0])
    sites = int(own.buildup[0]) if view.side == MOSCOW else believed
    return {"sites": sites, "low": max(believed - error, 0), "high": min(believed + error, 1000), "stands": rules.endings.base_stands,
            "council": rules.bargaining.council_needs, "congress": rules.bargaining.congress_needs}
