"""After a deal: missiles leave, bombers follow their own term, Castro bars inspectors, and two readings collide (M50, M55, M65)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..curves import at_least_once
from ..rulebook import Rulebook
from ..sides import MOSCOW, SIDES, WASHINGTON
from ..state import SCALE
from ..terms import CONDUCT, FIRST_CONDITION, LASTING, SUPERVISED, TREATY, Array, Mask, any_of, as_read, pick, position
from .delivery import arrived_aloud, read_out

if TYPE_CHECKING:
    from ..turn import Turn

ASKS = {"implementation/readings collide": "issues", "implementation/Castro consents": ""}
TOP_RUNG, ON_A_DATE, AT_ONCE = 4, 3, 4


@lru_cache(maxsize=8)
def _dispute_causes(rulebook: Rulebook) -> tuple[str, ...]:
    return tuple(f"{issue.name}: two readings" for issue in rulebook.issues)


def run(t: Turn) -> None:
    t.public.disputes_now[...] = 0
    if not t.after_deal.any():
        return
    rules, book, agreed = t.rules.implementation, t.book, t.public.agreed
    withdrawal = book.roles["withdrawal"]
    leaving = t.after_deal & book.leaves_cuba[withdrawal].take(agreed[:, withdrawal])
    t.ledger.add("withdrawn", rules.missiles_leave * t.half_days, "missiles leave", when=leaving)
    t.ledger.add("buildup", -(rules.missiles_leave * t.half_days), "the sites are taken down", MOSCOW, leaving)
    bombers_leaving = t.after_deal & (t.umpire.bombers_settled_at > 0)
    t.ledger.add("bombers_out", rules.bombers_leave * t.half_days, "bombers leave", when=bombers_leaving)
    t.ledger.add("quarantine", -TOP_RUNG, "lifted as agreed", when=_is_lifted(t))
    t.ledger.add("buildup", -(rules.forces_rest * t.half_days), "forces go home by degrees", WASHINGTON, t.after_deal)
    _inspection(t)
    _disputes(t)
    _missiles_abroad(t)
    _troops(t)
    _drafts(t)


def _is_lifted(t: Turn) -> Mask:
    """(n,) Washington lifts the quarantine as it reads the published text (T08): 4 and 5 at once, 3 once the bombers have a date.

    1 and 2 wait until the weapons are gone, which Washington judges itself: by order. A public meter reads nothing hidden.
    """
    quarantine, bombers = (t.public.agreed[:, t.book.roles[role]] for role in ("quarantine", "bombers"))
    reading = as_read(quarantine, WASHINGTON)
    dated = t.book.bombers_leave[t.book.roles["bombers"]].take(bombers)
    lifted: Mask = t.after_deal & ((reading >= AT_ONCE) | ((reading == ON_A_DATE) & dated))
    return lifted


def _inspection(t: Turn) -> None:
    """Moscow can promise it, only Havana can grant it."""
    rules, inspection = t.rules.implementation, t.book.roles["inspection"]
    promised = t.after_deal & t.book.castro_bars[inspection].take(t.public.agreed[:, inspection]) & (t.umpire.inspected == 0)
    if not promised.any():
        return
    chance = rules.consent_ppm_per_point * np.maximum(rules.consent_below - t.umpire.castro, 0)
    grants = promised & (t.luck["implementation/Castro consents"] < chance)
    t.ledger.add("inspected", 1, "Castro consents", when=grants)
    t.ledger.add("home", -rules.barred_home, "the promised inspection is barred", WASHINGTON, promised & ~grants)


def _disputes(t: Turn) -> None:
    rules, games = t.rules.implementation, np.flatnonzero(t.after_deal)
    difference = np.abs(pick(t.dossier.reading[:, WASHINGTON], games) - pick(t.dossier.reading[:, MOSCOW], games))
    difference = difference + rules.supervised_step * _conditions_not_met(t, games)     # a clause that hangs on something is read as lapsed
    expected = t.book.heat * difference * np.minimum(t.half_days[games], rules.longest_heat)[:, None]
    stands = pick(t.closed, games) == 0         # words signed this turn are not yet quarrelled over
    collide = (t.luck.among("implementation/readings collide", games) < at_least_once(expected)) & stands
    met = np.flatnonzero(any_of(collide))
    if not met.size:
        return
    games, quarrels, causes = games[met], pick(collide, met).astype(t.book.word), _dispute_causes(t.book)
    t.public.disputes_now[games] = quarrels
    t.ledger.add_all("disputes", ("readings differ",), (quarrels.sum(axis=1, dtype=t.book.word),), None, games)
    t.ledger.add_all("pressure", causes, rules.dispute_pressure * quarrels, None, games)
    for side in SIDES:
        t.ledger.add_all("home", causes, -rules.dispute_home * quarrels, side, games)
    over_the_pledge = t.public.disputes_now[:, t.book.roles["pledge"]] > 0
    t.ledger.add("face", -rules.hedged_face, "the pledge is hedged", MOSCOW, over_the_pledge)
    t.ledger.add("china", t.rules.third_parties.china_hedge, "the pledge is hedged", when=over_the_pledge)


def _conditions_not_met(t: Turn, games: Array) -> Array:
    """(games, issues) conditions of each term in force that are not met: nobody looked, guns are up, bombers stay, treaties are named (M71-M73)."""
    agreed, umpire = pick(t.public.agreed, games), t.umpire
    if not (agreed >= FIRST_CONDITION).any():
        return np.zeros_like(agreed)
    lapses = ((SUPERVISED, umpire.inspected == 0), (CONDUCT, umpire.gunners > 0), (LASTING, umpire.bombers_settled_at == 0),
              (TREATY, np.ones(len(t.state), bool)))
    unmet: Array = sum(((agreed & bit) > 0) * lapsed[games].astype(agreed.dtype)[:, None] for bit, lapsed in lapses)
    return unmet


def _missiles_abroad(t: Turn) -> None:
    """A group has to see to it, and Turkey to be brought round; or the promise is broken while the other side holds it (M43-M47)."""
    rules, abroad = t.rules.implementation, t.book.roles["missiles_abroad"]
    promised = t.after_deal & (position(t.public.agreed[:, abroad]) > 1)
    if not promised.any():
        return
    gone = t.dossier.jupiters_gone[:, WASHINGTON]
    begun = promised & (gone > 0)           # no group, no beginning: what nobody has been told to do stays where it is (M46)
    seen_to = begun & (t.dossier.ankara[:, WASHINGTON] >= rules.ankara_needs)
    t.ledger.add("jupiters_gone", np.minimum(rules.jupiters_leave * t.half_days, SCALE), "the group sees to it", WASHINGTON, seen_to)
    t.ledger.add("jupiters_gone", rules.jupiters_drift * t.half_days, "the allies' own reasons", WASHINGTON, begun & ~seen_to)
    at_last = t.public.minutes + t.half_days * 720 >= t.book.phase_until[len(t.book.phases) - 1]
    broken = promised & at_last & (t.dossier.jupiters_gone[:, WASHINGTON] < t.rules.endings.jupiters_out)
    t.ledger.add("face", -rules.promise_broken_face, "a promise was not kept", WASHINGTON, broken)
    t.ledger.add("faith", -rules.promise_broken_face, "their promise was not kept", MOSCOW, broken)


def _troops(t: Turn) -> None:
    """They leave as Moscow reads its own words, and by degrees (M79-M85)."""
    rules = t.rules.implementation
    if "troops" not in t.book.roles:
        return
    reading = t.dossier.reading[:, MOSCOW, t.book.roles["troops"]]
    rate = np.array((0, *rules.troops_leave_per_mille), t.book.word)[reading]
    leaving = np.minimum(rate * t.half_days, SCALE) * t.dossier.troops[:, MOSCOW] // SCALE
    t.ledger.add("troops", -leaving, "battalions go home", MOSCOW, t.after_deal)


def _drafts(t: Turn) -> None:
    """Each further draft at the United Nations bores the delegations a little more (M78)."""
    for side in SIDES:
        tried = t.after_deal & arrived_aloud(t, side) & ~read_out(t, side)
        t.ledger.add("drafts", 1, "another draft went round", when=tried)
        t.ledger.add("pressure", -t.rules.implementation.draft_fails, "another draft went round", when=tried)
