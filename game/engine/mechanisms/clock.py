"""Sites near readiness, forces gather: the construction clock and its answer (M04, M05, M57)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..sides import MOSCOW, WASHINGTON

if TYPE_CHECKING:
    from ..turn import Turn


def run(t: Turn) -> None:
    t.ledger.add("buildup", t.rules.clock.site_work * t.half_days, "site work goes on", MOSCOW, t.in_confrontation)
    t.ledger.add("buildup", t.rules.clock.forces_gather * t.half_days, "forces gather", WASHINGTON, t.in_confrontation)
