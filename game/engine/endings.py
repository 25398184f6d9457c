"""How a game ends, the calendar's next turn, and what it was worth: the public score and the true one (M24)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np

from .curves import at_least_once
from .rulebook import CONFRONTATION, SETTLEMENT, Rulebook
from .sides import MOSCOW, SIDES, WASHINGTON
from .state import SCALE, State
from .terms import Array, Mask, is_secret, look_up, position

if TYPE_CHECKING:
    from .turn import Turn

ENDINGS = ("running", "war_general", "war_local", "strike", "base_accepted", "agreement_kept", "agreement_half_kept", "reassessment",
           "drift", "government_changed")
(RUNNING, WAR_GENERAL, WAR_LOCAL, STRIKE, BASE_ACCEPTED, AGREEMENT_KEPT, AGREEMENT_HALF_KEPT, REASSESSMENT, DRIFT,
 GOVERNMENT_CHANGED) = range(10)
AGREEMENTS = (AGREEMENT_KEPT, AGREEMENT_HALF_KEPT, REASSESSMENT)
PARTS = ("security", "home", "allies", "face", "peace")
GENERAL = 2

ASKS = {"endings/government falls": "sides"}


def run(t: Turn) -> None:
    _governments(t)
    _turn_the_page(t)
    public, umpire = t.public, t.umpire
    now_in = t.book.stage_of[public.phase]
    ran_out = public.minutes >= t.book.phase_until[public.phase]
    last_of_stage = t.book.stage_of[np.minimum(public.phase + 1, len(t.book.phases))] != now_in       # finished games may ride along
    ending = np.zeros_like(umpire.ending)
    base_stands = t.dossier.buildup[:, MOSCOW] >= t.rules.endings.base_stands
    np.copyto(ending, np.where(base_stands, BASE_ACCEPTED, DRIFT), where=ran_out & last_of_stage & (now_in == CONFRONTATION))
    np.copyto(ending, _how_it_was_kept(t), where=ran_out & last_of_stage & (now_in == SETTLEMENT))
    np.copyto(ending, GOVERNMENT_CHANGED, where=umpire.ousted.any(axis=1))
    np.copyto(ending, STRIKE, where=umpire.strike > 0)
    np.copyto(ending, WAR_LOCAL, where=umpire.war > 0)
    np.copyto(ending, WAR_GENERAL, where=umpire.war >= GENERAL)
    umpire.ending[...] = ending
    _open_next_phase(t, ran_out)


def _turn_the_page(t: Turn) -> None:
    public = t.public
    public.minutes[...] += t.half_days * 720
    public.turn[...] += 1


def _open_next_phase(t: Turn, ran_out: Mask) -> None:
    """A phase that ran out gives way to the next, an ending to `over`; a turn never runs past the end of its phase."""
    public = t.public
    over = t.umpire.ending != RUNNING
    np.copyto(public.phase, np.where(over, len(t.book.phases), public.phase + ran_out))
    left = (t.book.phase_until[public.phase] - public.minutes) // 720
    public.half_days[...] = np.maximum(np.minimum(t.book.phase_half_days[public.phase], left), 1)


def _governments(t: Turn) -> None:
    expected = t.book.curves.ousted[t.dossier.home] * t.half_days[:, None]
    if not expected.any():
        return
    falls = t.luck["endings/government falls"] < at_least_once(expected)
    for side in SIDES:
        t.ledger.add("ousted", 1, "standing at home was gone", side, falls[:, side])


def _how_it_was_kept(t: Turn) -> Array:
    """(n,) the ending of a settlement that ran its course."""
    rules, umpire = t.rules.endings, t.umpire
    kept = (umpire.withdrawn >= SCALE) & (umpire.bombers_settled_at > 0) & (umpire.disputes <= rules.kept_disputes)
    reassessed = kept & (umpire.calm > 0) & (umpire.disputes <= rules.reassessment_disputes)
    how: Array = np.where(reassessed, REASSESSMENT, np.where(kept, AGREEMENT_KEPT, AGREEMENT_HALF_KEPT))
    return how


def scores(rulebook: Rulebook, state: State) -> dict[str, dict[str, Array]]:
    """`public` and `true` -> part (PARTS and `total`) -> (n, 2), 0..1000. Public counts what the world could see, true what was so."""
    public, dossier, umpire, rules = state.public, state.dossier, state.umpire, rulebook.rules.endings
    left = np.array(rules.left_per_mille, rulebook.word)[umpire.ending][:, None]
    peace = np.array(rules.peace, rulebook.word)[umpire.ending][:, None] * np.ones(2, rulebook.word)
    base = rules.base_face * (umpire.ending == BASE_ACCEPTED)[:, None] * np.array([-1, 1], rulebook.word)
    seen = {name: _held((getattr(dossier, name) + base) * left // 1000) for name in ("home", "allies", "face")}
    hidden = is_secret(public.agreed) & (public.leaked == 0)[:, None]
    told = {}
    for story, terms in (("public", public.agreed * ~hidden), ("true", public.agreed)):
        worth = sum(security_parts(rulebook, state, terms).values())
        parts = {"security": _held((SCALE // 2 + worth) * left // 1000), **seen, "peace": peace}
        parts["total"] = np.stack(list(parts.values())).sum(axis=0, dtype=rulebook.word) // len(PARTS)
        told[story] = parts
    return told


def security_parts(rulebook: Rulebook, state: State, terms: Array) -> dict[str, Array]:
    """(n, 2) what adds to a side's security or takes from it: the `terms` that count in that story, its room to act (M68), how far its word is
    believed (M47)."""
    rules = rulebook.rules.endings
    worth = np.stack([look_up(rulebook.worth[side, 0], position(terms)).sum(axis=1) for side in (WASHINGTON, MOSCOW)], axis=1)
    return {"terms": worth, "freedom": (state.dossier.freedom - SCALE // 2) * rules.freedom_per_mille // 1000, "faith": _believed(rulebook, state)}


def _believed(rulebook: Rulebook, state: State) -> Array:
    """(n, 2) what it is worth to each side that the other has come to believe its word, or no longer does (M47)."""
    moved = state.dossier.faith - np.array(rulebook.start.get("faith", 0), rulebook.word)
    worth: Array = moved[:, ::-1] * rulebook.rules.endings.faith_per_mille // 1000
    return worth


def epilogue(rulebook: Rulebook, state: State) -> dict[str, Array]:
    """What came of it by 1969: (n,) or (n, 2) whole numbers, computed and not played.

    `annex`: 1 where there was one. `out_in`: the year in which it was known, 0 where there was none: at the leak, else with the memoir of 1969 (M40).
    `jupiters_kept`: 1 where a promise about the missiles abroad was kept in time. `troops`: per mille of the Soviet troops still there in April.
    `later`: (n, 2) the true total once 1969 has told who had lived by a denial.
    """
    public, umpire, rules = state.public, state.umpire, rulebook.rules.endings
    annex = is_secret(public.agreed).any(axis=1)
    leaked = public.leaked > 0
    first_of_1963 = int((datetime(1963, 1, 1, tzinfo=rulebook.clock_changes.tzinfo) - rulebook.starts).total_seconds()) // 60
    in_play = np.where(umpire.leaked_at < first_of_1963, 1962, 1963)
    promised = position(public.agreed[:, rulebook.roles["missiles_abroad"]]) > 1
    total = scores(rulebook, state)["true"]["total"]
    told_late = (annex & ~leaked)[:, None] * rules.told_in_1969 * state.dossier.credit // SCALE
    return {"annex": annex.astype(rulebook.word), "out_in": np.where(leaked, in_play, 1969) * annex,
            "jupiters_kept": (promised & (state.dossier.jupiters_gone[:, WASHINGTON] >= rules.jupiters_out)).astype(rulebook.word),
            "troops": state.dossier.troops[:, MOSCOW], "later": _held(total - told_late)}


def _held(values: Array) -> Array:
    held: Array = np.minimum(np.maximum(values, 0), SCALE)
    return held
