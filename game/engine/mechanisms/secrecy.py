"""An annex has holders and a paper trail; the hazard of a leak grows with both and with the heat of the press (M33-M45).

Never shared, never leaked: no holders, no hazard. A leak hits home, allies and face by what they were told before, and calls in the credit
that the denial had earned (M31, M32). Either side may also open it on purpose; pressing in public on one clause tempts the other to (M67).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..coefficients import Secrecy
from ..curves import at_least_once
from ..rulebook import AUDIENCES
from ..sides import MOSCOW, SIDES, WASHINGTON
from ..state import SCALE
from ..terms import Array, Mask, any_of, is_on_paper, is_secret, look_up, pick, position

if TYPE_CHECKING:
    from ..turn import Turn

ASKS = {"secrecy/leaks": "sides"}
ASKED, HANDED_BACK, KEPT = 1, 2, 3
MOST_TEMPER = 20_000
MOST_EXPECTED = 100_000     # ppm a half-day: beyond it the annex is as good as out, and the products stay within 32 bits


def run(t: Turn) -> None:
    secret = is_secret(t.closed)
    new_annex, new_paper = any_of(secret), any_of(secret & is_on_paper(t.closed))
    told = new_annex & ~any_of(t.umpire.holders)            # another secret term is a secret of the same few
    for side in SIDES:
        t.ledger.add("holders", t.rules.secrecy.in_the_know[side], "the annex was agreed", side, told)
        t.ledger.add("paper", 1, "the annex was put on paper", side, new_paper)
    _thanks(t, new_annex)
    _live_by_the_denial(t)
    _the_paper_comes_back(t)
    _brief_more_people(t)
    leaks = (any_of(_hazard(t) > t.luck["secrecy/leaks"]) | _opened_on_purpose(t)) & (t.public.leaked == 0)
    if leaks.any():
        t.public.leaked[...] |= leaks
        np.copyto(t.umpire.leaked_at, t.public.minutes + t.half_days * 720, where=leaks)
        _the_annex_is_out(t, np.flatnonzero(leaks))


def _has_annex(t: Turn) -> Mask:
    """(n,) where a secret term is in force and has not come out."""
    held: Mask = any_of(is_secret(t.public.agreed)) & (t.public.leaked == 0)
    return held


def _thanks(t: Turn, new_annex: Mask) -> None:
    """Allies thank Washington for refusing a trade that it has made (M32)."""
    role = t.book.roles["missiles_abroad"]
    hidden_already = _is_hidden_trade(t.before.public.agreed[:, role])          # the same trade signed anew is thanked for once
    hides_it = new_annex & _is_hidden_trade(t.closed[:, role]) & ~hidden_already
    t.ledger.add("allies", t.rules.secrecy.thanked_allies, "thanked for what was not refused", WASHINGTON, hides_it)


def _is_hidden_trade(abroad: Array) -> Mask:
    """(n,) where the missiles abroad are traded in secret."""
    hidden: Mask = is_secret(abroad) & (position(abroad) > 1)
    return hidden


def _live_by_the_denial(t: Turn) -> None:
    """Standing borrowed on a denial, half-day by half-day, up to a limit (M31)."""
    rules, lives_by_it = t.rules.secrecy, _has_annex(t) & t.after_deal
    for side in SIDES:
        room = np.maximum(rules.credit_at_most - t.dossier.credit[:, side], 0)
        earned = np.minimum(rules.credit * t.half_days, room)
        t.ledger.add("home", earned, "credit for standing firm", side, lives_by_it)
        t.ledger.add("credit", earned, "credit for standing firm", side, lives_by_it)


def _the_paper_comes_back(t: Turn) -> None:
    """Moscow asked for the annex in writing: handed back, it stays a word; kept, it is a trail on both sides (M34-M36)."""
    asked, now = t.before.public.paper_asked, t.public.paper_asked
    returned, kept = (asked == ASKED) & (now == HANDED_BACK), (asked == ASKED) & (now == KEPT)
    for side in SIDES:
        t.ledger.add("paper", 1, "the letter about the annex was kept", side, kept)
    t.ledger.add("face", t.rules.secrecy.paper_kept, "our letter about the annex was kept", MOSCOW, kept)
    t.ledger.add("faith", -t.rules.secrecy.paper_refused, "our letter about the annex came back", MOSCOW, returned)


def _brief_more_people(t: Turn) -> None:
    """Orders that tell more people tell them the annex too (M38)."""
    shared = _has_annex(t)
    for side in SIDES:
        for place, order in t.book.tellers[side]:
            if order.shares:
                t.ledger.add("holders", order.shares, order.name, side, t.sheets[side].given[:, place] & shared)


def _opened_on_purpose(t: Turn) -> Mask:
    """(n,) where a side puts the annex into the newspapers itself."""
    opens = np.zeros(len(t.state), bool)
    for side in SIDES:
        for place, order in t.book.tellers[side]:
            if order.leaks:
                opens |= t.sheets[side].given[:, place]
    return opens & _has_annex(t)


def _hazard(t: Turn) -> np.ndarray:
    """(n, 2) chance (ppm) this turn that the annex comes out through that side."""
    umpire = t.umpire
    if not umpire.holders.any():
        return np.zeros_like(umpire.holders)
    return hazard(t.rules.secrecy, umpire.holders, umpire.paper, t.dossier.cover, umpire.press, t.dossier.trust[:, WASHINGTON], t.public.pressed,
                  t.half_days)


def hazard(rules: Secrecy, holders: Array, paper: Array, cover: Array, press: Array, trust: Array, pressed: Array, half_days: Array) -> Array:
    """(n, 2) chance (ppm) that an annex comes out through each side within so many half-days; `holders`, `paper`, `cover` and `pressed` are (n, 2),
    `press`, `half_days` and Washington's `trust` in its soldiers (n,)."""
    heat = rules.press_cold_per_mille + (rules.press_hot_per_mille - rules.press_cold_per_mille) * press // 1000
    trail = (1000 + rules.paper_per_mille * paper) * (1000 - rules.cover_per_mille * cover) // 1000
    by_people = np.minimum(holders * rules.leak_ppm_per_holder, MOST_EXPECTED)
    distrust = rules.distrust_per_mille * (SCALE - trust) // SCALE
    temper = 1000 + rules.pressed_per_mille * pressed[:, ::-1]                     # who is pressed is tempted
    temper[:, WASHINGTON] += distrust
    per_half_day = np.minimum(np.minimum(by_people * trail // 1000, MOST_EXPECTED) // 10 * np.minimum(temper, MOST_TEMPER) // 100, MOST_EXPECTED)
    chance: Array = at_least_once(per_half_day * heat[:, None] // 1000 * half_days[:, None])
    return chance


def _the_annex_is_out(t: Turn, games: np.ndarray) -> None:
    """The public price is paid after all, and more for having lied (M31)."""
    agreed = pick(t.public.agreed, games)
    secret, places = is_secret(agreed), position(agreed)
    for side in SIDES:
        for audience in range(1, len(AUDIENCES)):
            loss = np.minimum(look_up(t.book.worth[side, audience], places) * secret, 0).sum(axis=1, dtype=t.book.word)
            tied = np.minimum(look_up(t.book.worth[side, audience], places) * secret, 0) * pick(t.dossier.exposure[:, side], games) // 1000
            gap = tied.sum(axis=1, dtype=t.book.word) * t.rules.secrecy.exposed_per_mille // 1000
            t.ledger.add_all(AUDIENCES[audience], ("the secret annex came out", "and it had been denied", "after all that was said in public"),
                             (loss, loss * t.rules.secrecy.lied_per_mille // 1000, gap), side, games)
        owed = t.dossier.credit[games, side]
        t.ledger.add_all("home", ("the credit for standing firm is called in",), (-owed,), side, games)
        t.ledger.add_all("credit", ("it came out",), (-owed,), side, games)
    abroad = agreed[:, t.book.roles["missiles_abroad"]]
    thanks = t.rules.secrecy.thanked_allies * _is_hidden_trade(abroad)
    t.ledger.add_all("allies", ("the thanks are taken back",), (-thanks,), WASHINGTON, games)
    t.ledger.add_all("castro", ("the secret annex came out",), (np.full(games.size, t.rules.secrecy.castro, t.book.word),), None, games)
