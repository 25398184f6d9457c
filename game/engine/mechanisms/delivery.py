"""Letters arrive: broadcast and envoy at once, cables and the UN later; a tired staff misses one for a turn (M09; model.md 1).

Where a turn is longer than a channel's delay the letter arrives within the turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..sides import SIDES, other
from ..state import NO_LETTER, SLOTS
from ..terms import EXACT, PAPER, SECRET, Array, Mask, any_of, is_said, pick, position

if TYPE_CHECKING:
    from ..turn import Turn

ASKS = {"delivery/overlooked": "sides", "delivery/garbled": "sides"}
EMPTY_PLACE = {"letters": 0, "letter_number": 0, "letter_due": 0, "letter_age": NO_LETTER, "letter_channel": 0, "letter_tone": 0}
PATIENCE_OF_CLERKS = 2      # half-days overdue after which even a tired staff finds the letter


def run(t: Turn) -> None:
    t.public.letter_age[...] += t.public.letter_number > 0
    t.offers = (_as_carried(t, 0), _as_carried(t, 1))
    t.sends = (any_of(t.offers[0]), any_of(t.offers[1]))
    for side, sends in zip(SIDES, t.sends, strict=True):
        t.public.answered[:, side] = t.sheets[side].answer
        _recall(t, side)
        _bring_post(t, side, sends)
        _send(t, side, sends)


def _as_carried(t: Turn, side: int) -> Array:
    """A public channel carries no annex, a spoken one no paper; what everybody sees done lies in no annex; a tired envoy blurs exact words."""
    sheet, rules = t.sheets[side], t.rules.delivery
    games = np.flatnonzero(any_of(sheet.offer))
    carried: Array = np.zeros_like(sheet.offer)
    if games.size:
        channel = sheet.channel[games]
        spoken = t.book.is_spoken[channel]
        drops = (SECRET * t.book.is_aloud[channel] + PAPER * spoken).astype(t.book.word)
        worn_out = hours_of(t, side, "envoy", rules.garbled_from_hours)[games] >= rules.garbled_from_hours
        garbled = spoken & worn_out & (t.luck.among("delivery/garbled", games)[:, side] < rules.garbled_ppm)
        carried[games] = pick(sheet.offer, games) & ~(drops | EXACT * garbled)[:, None] & ~(SECRET * ~t.book.can_hide).astype(t.book.word)
    return carried


def hours_of(t: Turn, side: int, office: str, deputy: int) -> Array:
    """(n,) hours awake of whoever holds that office, the most tired of several; where he is in bed a deputy does it, worn or not as `deputy` says."""
    hours = np.zeros_like(t.half_days)
    for seat in t.book.seats(office):
        his = np.where(t.dossier.away[:, side, seat] > 0, deputy, t.dossier.awake[:, side, seat])
        hours = np.maximum(hours, his)
    return hours


def arrived(t: Turn, side: int) -> Mask:
    """(n,) where a letter of that side came to lie on the table this turn; it lies in the first place."""
    now: Mask = (t.public.letter_number[:, side, 0] > 0) & (t.public.letter_age[:, side, 0] == 0)
    return now


def arrived_aloud(t: Turn, side: int) -> Mask:
    """(n,) where it came by a channel that everybody hears."""
    now: Mask = arrived(t, side) & t.book.is_aloud[t.public.letter_channel[:, side, 0]]
    return now


def read_out(t: Turn, side: int) -> Mask:
    """(n,) where it was read out to the world at once, not carried round the delegations."""
    at_once = np.array([channel.is_public and not channel.delay_half_days for channel in t.book.channels])
    now: Mask = arrived(t, side) & at_once[t.public.letter_channel[:, side, 0]]
    return now


def clear_table(t: Turn, which: Mask) -> None:
    """Takes letters off the table and closes the gaps, so that the newest comes first; `which` is (n, 2, slots)."""
    if not which.any():
        return
    stays = (t.public.letter_number > 0) & ~which
    for side in SIDES:
        some_stay = any_of(stays[:, side])
        emptied = np.flatnonzero(any_of(which[:, side]) & ~some_stay)
        for name, empty in EMPTY_PLACE.items():
            getattr(t.public, name)[emptied, side] = empty
        for slot in reversed(range(SLOTS)):         # from the oldest, so that closing a gap moves no letter still to be judged
            games = np.flatnonzero(which[:, side, slot] & some_stay)
            if not games.size:
                continue
            for name, empty in EMPTY_PLACE.items():
                column = getattr(t.public, name)
                for place in range(slot, SLOTS - 1):
                    column[games, side, place] = column[games, side, place + 1]
                column[games, side, SLOTS - 1] = empty


def _recall(t: Turn, side: int) -> None:
    number = t.umpire.post_number[:, side]
    recalled = (number > 0) & (number == t.sheets[side].withdraw)
    np.copyto(number, 0, where=recalled)


def _bring_post(t: Turn, side: int, sends: Mask) -> None:
    under_way = t.umpire.post_number[:, side] > 0
    if not under_way.any():
        return
    delay = np.array([channel.delay_half_days for channel in t.book.channels], t.book.word)[t.umpire.post_channel[:, side]]
    overdue = t.umpire.post_wait[:, side] - delay
    impairment = t.book.curves.tired[t.dossier.fatigue[:, other(side)]]
    rules = t.rules.delivery
    dozes = hours_of(t, other(side), "watch", rules.watch_from_hours) >= rules.watch_from_hours
    chance = t.book.curves.deafness[impairment] + rules.watch_ppm * dozes
    overlooked = (t.luck["delivery/overlooked"][:, other(side)] < chance) & (overdue < PATIENCE_OF_CLERKS)
    arrives = under_way & (((overdue >= 0) & ~overlooked) | sends)      # a new letter brings the waiting one along
    _lay_on_table(t, side, arrives, t.umpire.post[:, side], t.umpire.post_due[:, side], t.umpire.post_number[:, side], t.umpire.post_channel[:, side],
                  t.umpire.post_tone[:, side])
    np.copyto(t.umpire.post_number[:, side], 0, where=arrives)
    t.umpire.post_wait[:, side] += t.half_days * under_way


def _send(t: Turn, side: int, sends: Mask) -> None:
    if not sends.any():
        return
    sheet, terms = t.sheets[side], t.offers[side]
    t.dossier.sent[:, side] += sends
    number = t.dossier.sent[:, side]
    delay = np.array([channel.delay_half_days for channel in t.book.channels], t.book.word)[sheet.channel]
    within_the_turn = sends & (delay < np.maximum(t.half_days, 1))
    _lay_on_table(t, side, within_the_turn, terms, sheet.due, number, sheet.channel, sheet.tone)
    by_post = sends & ~within_the_turn
    if by_post.any():
        games = np.flatnonzero(by_post)
        t.umpire.post[games, side] = pick(terms, games)
        for name, value in (("post_due", sheet.due), ("post_number", number), ("post_channel", sheet.channel),
                            ("post_tone", sheet.tone), ("post_wait", t.half_days)):
            np.copyto(getattr(t.umpire, name)[:, side], value, where=by_post)


def _lay_on_table(t: Turn, side: int, arrives: Mask, terms: Array, due: Array, number: Array, channel: Array, tone: Array) -> None:
    """The newest letter comes first, those before it move down; with every place taken the oldest is put away."""
    if not arrives.any():
        return
    public, games = t.public, np.flatnonzero(arrives)
    t.ledger.add("ultimata", 1, "an ultimatum came", side, arrives & (due > 0))       # on arrival: what is under way shows nothing
    columns = ((public.letter_number, number), (public.letter_due, due), (public.letter_channel, channel), (public.letter_tone, tone),
               (public.letter_age, np.zeros_like(number)))
    for slot in range(SLOTS - 1, 0, -1):
        public.letters[games, side, slot] = public.letters[games, side, slot - 1]
        for column, _ in columns:
            column[games, side, slot] = column[games, side, slot - 1]
    said = pick(terms, games)
    public.letters[games, side, 0] = said
    for column, newest in columns:
        column[games, side, 0] = newest[games]
    public.stated[games, side] = np.where(is_said(said), position(said), public.stated[games, side])
