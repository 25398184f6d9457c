"""Sites near readiness, forces gather, dates come due: the construction clock, its answer, and clocks that governments set themselves (M04, M05, M57, M60)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..legal import among
from ..rulebook import Forcing
from ..sides import MOSCOW, SIDES, WASHINGTON, other
from ..state import OF_EACH_SIDE
from ..terms import Mask, is_exact, is_said

if TYPE_CHECKING:
    from ..turn import Turn

MET, MISSED = 1, 2


def run(t: Turn) -> None:
    t.ledger.add("buildup", t.rules.clock.site_work * t.half_days, "site work goes on", MOSCOW, t.in_confrontation)
    t.ledger.add("buildup", t.rules.clock.forces_gather * t.half_days, "forces gather", WASHINGTON, t.in_confrontation)
    ends_at = t.public.minutes + t.half_days * 720
    for place, date in enumerate(t.book.dates):
        comes = (t.public.minutes < date.at) & (date.at <= ends_at) & among(t.stage, date.stages)
        if comes.any():
            met = comes & _is_settled(t, date)
            np.copyto(t.public.dates[:, place], MET * met + MISSED * ~met, where=comes)       # other games of the batch keep their mark
            _what_follows(t, date, met, comes & ~met)


def _is_settled(t: Turn, date: Forcing) -> Mask:
    """(n,) where every issue the date asks about has a term in force, and one that leaves a single reading or is not asked to."""
    settled = np.full(len(t.state), bool(date.settled))
    for issue in date.settled:
        term = t.public.agreed[:, issue]
        settled = settled & is_said(term) & is_exact(term)
    return settled


def _what_follows(t: Turn, date: Forcing, met: Mask, missed: Mask) -> None:
    for effects, when in ((date.met, met), (date.unmet, missed)):
        for effect in effects:
            own = effect.box == "own" or effect.meter in OF_EACH_SIDE
            whose = other(date.side) if effect.box == "other" else date.side if own else None
            t.ledger.add(effect.meter, effect.amount, date.name, whose, when, None if effect.box == "umpire" else SIDES)
