"""Answers to letters still on the table, older ones too; a deal stores two readings of every term (M19-M24, M65).

Words signed in haste and fear lose their edges (M07, M22); a formal pledge spends freedom and may need Congress (M68, M73); a deadline that
passes unanswered is a bluff called (M61). An answer names the letter by its number as it was read. An acceptance sent before a withdrawal
arrives binds; identical terms in letters that cross bind; if both accept in one turn the older letter binds. An open trade of the missiles
abroad needs the Council (M41).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..orders import ACCEPT, COUNTER, REFUSE
from ..rulebook import LOOSE_ENDS
from ..sides import MOSCOW, SIDES, WASHINGTON, other
from ..state import SLOTS
from ..terms import EXACT, LEAN, Array, Mask, any_of, as_read, conditions_on, is_said, look_up, pick, position
from .delivery import arrived_aloud, clear_table

if TYPE_CHECKING:
    from ..turn import Turn

ASKS = {"bargaining/which letter binds": "", "bargaining/haste blurs": "issues"}
BY_COUNCIL, BY_CONGRESS = 1, 2
MOST_FACE = 200      # a bluff called for the fifth time costs no more than the fourth


def run(t: Turn) -> None:
    _note_pressing(t)
    t.closed, t.public.barred[...] = _accepted(t), 0
    signs = np.flatnonzero(any_of(t.closed))
    if signs.size:
        _sign(t, signs)
    _refusals_and_withdrawals(t)
    _lapse(t)


def _sign(t: Turn, games: Array) -> None:
    """What was accepted in these games becomes what is in force, unless somebody bars it."""
    accepted = _blurred(t, pick(t.closed, games), games)
    new = accepted * (accepted != pick(t.public.agreed, games))          # what stands already is not signed, paid or shared again
    barred = _barred(t, new, games)
    t.closed[games] = new * ~barred[:, None]
    deal, stands = np.zeros(len(t.state), bool), np.zeros(len(t.state), bool)
    deal[games], stands[games] = any_of(new) & ~barred, ~barred
    if deal.any():
        _write_down(t, deal)
        _settle_pressure(t, deal)
        np.copyto(t.umpire.post_number, 0, where=deal[:, None])             # a deal voids what crosses it
    clear_table(t, (t.public.letter_number > 0) & stands[:, None, None])


def _barred(t: Turn, new: Array, games: Array) -> Mask:
    """(games,) where the NATO Council or Congress stops what was accepted; each has its price for having been passed over."""
    rules, allies, home = t.rules.bargaining, t.dossier.allies[games, WASHINGTON], t.dossier.home[games, WASHINGTON]
    council_needs = rules.council_needs - rules.council_hears * t.public.council[games]          # a Council that was heard asks for less
    by_council = any_of(look_up(t.book.council_bars, new)) & (allies < council_needs)
    by_congress = any_of(look_up(t.book.congress_bars, new)) & (home < rules.congress_needs) & ~by_council
    t.public.barred[games] = BY_COUNCIL * by_council + BY_CONGRESS * by_congress
    t.ledger.add("allies", -rules.council_refuses, "the Council will not be traded", WASHINGTON, t.public.barred == BY_COUNCIL)
    t.ledger.add("home", -rules.congress_refuses, "Congress will not have a treaty", WASHINGTON, t.public.barred == BY_CONGRESS)
    barred: Mask = by_council | by_congress
    return barred


def _note_pressing(t: Turn) -> None:
    """A side presses where it asks aloud for a step nearer its own end, or for more conditions, than is in force (M67)."""
    t.public.pressed[...] = 0
    for side in SIDES:
        games = np.flatnonzero(arrived_aloud(t, side))
        asked, agreed = pick(t.public.letters[:, side, 0], games), pick(t.public.agreed, games)
        nearer = (position(asked) - position(agreed)) * LEAN[side] > 0
        more = conditions_on(asked) > conditions_on(agreed) if side == WASHINGTON else conditions_on(asked) < conditions_on(agreed)
        t.public.pressed[games, side] = any_of((nearer | more) & is_said(asked) & is_said(agreed))


def _blurred(t: Turn, accepted: Array, games: Array) -> Array:
    """The same terms, some exact words gone loose where either side signs in fear (M07, M22)."""
    rules = t.rules.bargaining
    in_haste = (t.dossier.fear[games] > rules.haste_above).any(axis=1) & t.in_confrontation[games]
    blurs = (t.luck.among("bargaining/haste blurs", games) < rules.haste_ppm) & in_haste[:, None]
    blurred: Array = np.where(blurs, accepted & ~EXACT, accepted)
    return blurred


def _accepted(t: Turn) -> Array:
    """(n, issues) the terms that bind this turn, 0 where none."""
    seen, takes, ages = t.before.public, [], []
    for writer in SIDES:
        sheet = t.sheets[other(writer)]
        named = (seen.letter_number[:, writer] == sheet.answer_to[:, None]) & (sheet.answer_to > 0)[:, None]
        takes.append(named & (sheet.answer == ACCEPT)[:, None])
        ages.append(np.where(takes[writer], seen.letter_age[:, writer], -1).max(axis=1))
    coin = t.luck["bargaining/which letter binds"] < 500_000
    moscows = (ages[MOSCOW] > ages[WASHINGTON]) | ((ages[MOSCOW] == ages[WASHINGTON]) & coin)
    bound = _crossed(t)
    for writer, binds in ((WASHINGTON, ~moscows), (MOSCOW, moscows)):
        for slot in range(SLOTS):
            games = np.flatnonzero(takes[writer][:, slot] & binds)
            bound[games] = seen.letters[games, writer, slot]
    return bound


def _crossed(t: Turn) -> Array:
    """(n, issues) identical terms in letters that crossed: both sent now, or one met the other under way."""
    sent = [(t.offers[side], t.sends[side]) for side in SIDES]
    before, posted = t.before.umpire, []
    for side in SIDES:
        number = before.post_number[:, side]
        still_out = (number > 0) & (number != t.sheets[side].withdraw)
        posted.append((before.post[:, side], still_out))
    bound = np.zeros_like(t.offers[WASHINGTON])
    for (one, has_one), (two, has_two) in ((sent[0], sent[1]), (sent[0], posted[1]), (posted[0], sent[1])):
        both = np.flatnonzero(has_one & has_two)
        same = both[(pick(one, both) == pick(two, both)).all(axis=1)]
        bound[same] = one[same]
    return bound


def _write_down(t: Turn, deal: Mask) -> None:
    """Every term said replaces what was agreed; what the first deal leaves unsaid is read by each side as it likes."""
    book, withdrawal = t.book, t.book.roles["withdrawal"]
    ends_it = deal & t.in_confrontation & book.leaves_cuba[withdrawal].take(t.closed[:, withdrawal])
    _keep_terms(t, np.flatnonzero(deal), ends_it)
    ends_at = t.public.minutes + t.half_days * 720
    bombers = book.roles["bombers"]
    settled = deal & book.bombers_leave[bombers].take(t.closed[:, bombers]) & (t.umpire.bombers_settled_at == 0)
    np.copyto(t.umpire.bombers_settled_at, ends_at, where=settled)
    t.ledger.add("home", t.rules.implementation.settled_home, "the bombers will go", WASHINGTON, settled & t.after_deal)
    _spend_freedom(t, deal)
    t.ledger.add("trust", -t.rules.bargaining.forecast_failed, "the soldiers had forecast a trick", WASHINGTON, ends_it)
    np.copyto(t.public.agreed_at, ends_at, where=ends_it)
    np.copyto(t.public.phase, book.first_phase_of[LOOSE_ENDS], where=ends_it)
    calm = (t.dossier.fear < t.rules.bargaining.calm_below).all(axis=1)
    np.copyto(t.umpire.calm, 1, where=ends_it & calm)


def _spend_freedom(t: Turn, deal: Mask) -> None:
    """Every step toward a formal pledge ties Washington's hands; a step back frees them (M68)."""
    pledge, spent = t.book.roles["pledge"], np.array((0, *t.rules.bargaining.formal_pledge, 0, 0), t.book.word)
    more = spent[position(t.closed[:, pledge])] - spent[position(t.before.public.agreed[:, pledge])]
    t.ledger.add("freedom", -more, "the pledge ties hands", WASHINGTON, deal & is_said(t.closed[:, pledge]))


def _keep_terms(t: Turn, games: Array, ends_it: Mask) -> None:
    closed = pick(t.closed, games)
    said = is_said(closed)
    agreed = np.where(said, closed, pick(t.public.agreed, games))
    t.public.agreed[games] = agreed
    left_open = ends_it[games, None] & ~is_said(agreed)
    for side in SIDES:
        reading = np.where(said, as_read(closed, side), pick(t.dossier.reading[:, side], games))
        t.dossier.reading[games, side] = np.where(left_open, t.book.unsaid[side], reading)


def _settle_pressure(t: Turn, deal: Mask) -> None:
    rules = t.rules.bargaining
    in_principle = deal & (t.public.agreed_at == t.public.minutes + t.half_days * 720)
    t.ledger.add("pressure", -rules.agreement_pressure, "agreement in principle", when=in_principle)
    for side in SIDES:
        t.ledger.add("fear", -rules.agreement_fear, "agreement in principle", side, in_principle)
        t.ledger.add("hawks", -rules.agreement_hawks, "agreement in principle", side, in_principle)


def _refusals_and_withdrawals(t: Turn) -> None:
    rules, off_the_table = t.rules.bargaining, np.zeros(t.public.letter_number.shape[::-1], bool).T
    for side in SIDES:
        sheet = t.sheets[side]
        closes = (sheet.answer == REFUSE) | (sheet.answer == COUNTER)
        answered = (t.public.letter_number[:, other(side)] == sheet.answer_to[:, None]) & (sheet.answer_to > 0)[:, None] & closes[:, None]
        off_the_table[:, other(side)] |= answered
        refused = any_of(answered) & (sheet.answer == REFUSE)
        t.ledger.add("pressure", rules.refused_pressure, "a letter was refused", when=refused)
        t.ledger.add("fear", rules.refused_fear, "our letter was refused", other(side), refused)
        off_the_table[:, side] |= (t.public.letter_number[:, side] == sheet.withdraw[:, None]) & (sheet.withdraw > 0)[:, None]
    clear_table(t, off_the_table)


def _lapse(t: Turn) -> None:
    """Letters that lay open too long, or past their deadline with a turn to answer in, leave the table."""
    rules, due = t.rules.bargaining, t.public.letter_due
    lies = t.public.letter_number > 0
    if not lies.any():
        return
    ends_at = (t.public.minutes + t.half_days * 720)[:, None, None]
    too_late = lies & (due > 0) & (due < ends_at) & (t.public.letter_age > 0)
    clear_table(t, too_late | (lies & (t.public.letter_age > rules.letter_open_turns)))
    t.ledger.add("pressure", rules.deadline_pressure, "a deadline passed", when=too_late.any(axis=(1, 2)))
    for side in SIDES:
        called = np.minimum(rules.bluff_face * t.public.ultimata[:, side], MOST_FACE)
        t.ledger.add("face", -called, "our deadline passed, and nothing followed", side, too_late[:, side].any(axis=1))
