"""Castro, Peking, the allies and the press act by their own meters (M03, M41, M42, M49-M53, M76, M77)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..sides import MOSCOW, WASHINGTON
from ..terms import CONDUCT, any_of, conditions_on, is_said, is_secret, look_up

if TYPE_CHECKING:
    from ..turn import Turn

COOLS_AT_MOST = 10      # half-days of one turn over which tempers are reckoned to cool


def run(t: Turn) -> None:
    if t.closed.any():
        _hear_of_the_deal(t)
    _castro(t)
    _peking(t)
    rules = t.rules.third_parties
    moves = np.minimum(rules.press_moves_per_mille * t.half_days, 1000)
    t.ledger.add("press", (rules.press_rests_at - t.umpire.press) * moves // 1000, "the press has its rhythm")
    shipping = np.array(rules.shipping, t.book.word)[t.public.quarantine]
    t.ledger.add("allies", shipping, "shipping and nerves", WASHINGTON)


def _hear_of_the_deal(t: Turn) -> None:
    """What Havana and Peking make of it, and what it costs Moscow there. What would anger them is under seal while it is an annex (M49)."""
    rules, book = t.rules.third_parties, t.book
    told = ~is_secret(t.closed)
    withdrawal, inspection, abroad, pledge, bombers = (
        t.closed[:, book.roles[role]] for role in ("withdrawal", "inspection", "missiles_abroad", "pledge", "bombers"))
    needs_havana = any_of(look_up(book.castro_bars, t.closed))
    told_of = {role: told[:, book.roles[role]] for role in ("withdrawal", "bombers")}
    t.ledger.add("castro", rules.not_asked, "not asked about the missiles", when=is_said(withdrawal) & told_of["withdrawal"])
    t.ledger.add("castro", rules.inspectors_promised, "inspectors promised on his soil", when=any_of(look_up(book.castro_bars, t.closed) & told))
    t.ledger.add("castro", -rules.no_inspectors, "no inspectors after all", when=is_said(inspection) & ~needs_havana)
    traded_openly = ~is_secret(abroad) & book.council_bars[book.roles["missiles_abroad"]].take(abroad)
    t.ledger.add("castro", rules.chip, "Cuba was a chip", when=traded_openly)
    t.ledger.add("castro", -rules.pledge_chilled, "a pledge for his sake", when=is_said(pledge))
    unblessed = book.bombers_leave[book.roles["bombers"]].take(bombers) & (t.umpire.castro >= rules.blessing_below) & told_of["bombers"]
    t.ledger.add("allies", -rules.bombers_unblessed, "the bombers were Havana's, it says", MOSCOW, unblessed)
    t.ledger.add("china", rules.china_retreat, "Peking calls it a retreat",
                 when=book.leaves_cuba[book.roles["withdrawal"]].take(withdrawal) & told_of["withdrawal"])
    t.ledger.add("china", rules.china_hedge * conditions_on(pledge), "the pledge has strings", when=is_said(pledge))


def _castro(t: Turn) -> None:
    rules, umpire = t.rules.third_parties, t.umpire
    reckoned = np.minimum(t.half_days, COOLS_AT_MOST)
    t.ledger.add("castro", rules.overflights * t.public.flights * reckoned, "flights overhead")
    t.ledger.add("castro", rules.raids_anger * t.dossier.raids[:, WASHINGTON] * reckoned, "boats from Florida")
    t.ledger.add("castro", -(umpire.castro * rules.cools_per_mille // 1000 * reckoned), "tempers cool")
    t.ledger.add("gunners", 1, "his guns are told to fire", when=(umpire.castro >= rules.guns_above) & (t.public.flights > 0))
    t.ledger.add("gunners", -1, "his guns are told to wait", when=umpire.castro < rules.guns_below)
    on_conduct = (t.public.agreed[:, t.book.roles["pledge"]] & CONDUCT) > 0
    t.ledger.add("face", -rules.conduct, "answerable for Havana", MOSCOW, on_conduct & (umpire.gunners > 0))


def _peking(t: Turn) -> None:
    """Polemics are priced against Moscow's face, and die down where nothing feeds them (M76)."""
    rules, reckoned = t.rules.third_parties, np.minimum(t.half_days, COOLS_AT_MOST)
    t.ledger.add("face", -(t.umpire.china * rules.china_face_per_mille // 1000 * reckoned), "what Peking prints", MOSCOW)
    t.ledger.add("china", -(t.umpire.china * rules.china_cools_per_mille // 1000 * reckoned), "polemics die down")
