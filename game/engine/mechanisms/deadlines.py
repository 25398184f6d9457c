"""Days that ask a question: is it settled by now, and what follows if it is not (M60)? A text signed in the same turn is in time.

Public things only, apart from what the date itself does: whether a term is in force is known to both governments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..legal import among
from ..rulebook import Forcing
from ..sides import SIDES
from ..terms import Mask, is_exact
from .posture import take_effect

if TYPE_CHECKING:
    from ..turn import Turn

MET, MISSED = 1, 2


def run(t: Turn) -> None:
    ends_at = t.public.minutes + t.half_days * 720
    for place, date in enumerate(t.book.dates):
        comes = (t.public.minutes < date.at) & (date.at <= ends_at) & among(t.stage, date.stages)
        if comes.any():
            met = comes & _is_settled(t, date)
            np.copyto(t.public.dates[:, place], np.where(met, MET, MISSED), where=comes)
            for effects, when in ((date.met, met), (date.unmet, comes & ~met)):
                take_effect(t, date.side, effects, date.name, when, SIDES)


def _is_settled(t: Turn, date: Forcing) -> Mask:
    """(n,) where every issue the date asks about has a term in force that leaves a single reading; never where it asks about none."""
    settled = np.full(len(t.state), bool(date.settled))
    for issue in date.settled:
        term = t.public.agreed[:, issue]
        settled = settled & is_exact(term)
    return settled
