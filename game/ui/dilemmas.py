"""The six dilemmas that one chair has and the other lacks, each as a screen of the fixed game: see docs/seats.md, which names what lies behind them.

Comes in: an App. Goes out: the names of the screens, each in front when its name is told. Never here: a rule, a picture file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..engine.sides import MOSCOW, WASHINGTON
from .flow import sit_down

if TYPE_CHECKING:
    from .app import App

EVENING, LOOSE_ENDS = 10, 15
"""Turns played: 27 October in the evening, and the first week of November."""
ORDERS = (("washington-1-reprisal", WASHINGTON, EVENING, "withhold_reprisals"), ("washington-2-chiefs", WASHINGTON, EVENING, "overrule_the_chiefs"),
          ("moscow-1-gunners", MOSCOW, EVENING, "free_the_gunners"), ("moscow-2-envoy", MOSCOW, EVENING, "envoy_to_castro"),
          ("moscow-3-peking", MOSCOW, LOOSE_ENDS, "answer_peking"))
"""(name, chair, turns played, the order that is looked at)."""


def dilemmas(app: App) -> Iterator[str]:
    """Brings each dilemma to the front and tells its name."""
    for name, side, turns, order in ORDERS:
        _sit_down(app, side, turns)
        app.top.act(f"look:{order}")
        app.top.rest(f"order:{order}")
        yield name
    _sit_down(app, WASHINGTON, EVENING)
    app.top.act("deal")
    for action in ("peg:T01:2", "peg:T09:5"):
        app.top.act(action)
    yield "washington-3-council"


def _sit_down(app: App, side: int, turns: int) -> None:
    from .gallery import played
    sit_down(app, played((side,), turns))
    if app.top.name != "room":
        app.back()
