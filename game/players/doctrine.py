"""A doctrine at its desk: turns Views into Sheets for a whole batch at once, from the View alone.

Comes in: a Doctrine (data) and a Rulebook. Goes out: a player, `(View) -> Sheet`. Rules are tried in order of priority; an order is
given where it is wanted, open, and attention is left.
"""

from collections.abc import Callable

import numpy as np

from ..engine import legal
from ..engine.orders import ACCEPT, COUNTER, Sheet, empty_sheet
from ..engine.rulebook import CONFRONTATION, Rulebook
from ..engine.script import FOREVER, Condition, Doctrine
from ..engine.sides import MOSCOW, other
from ..engine.state import NO_LETTER, SLOTS
from ..engine.terms import EXACT, PAPER, SECRET, Array, Mask, any_of, is_exact, pick
from ..engine.view import View
from ..engine.worth import worth_to
from .luck import own_rolls

AS_WRITTEN = 3
"""The level at which a doctrine asks exactly what its file says."""
PRICE_OF_A_LEVEL = 75
"""How much more an offer must be worth for each level above, and less for each below (design choice)."""
LEVELS = range(1, 6)
_NOTHING = -(10**6)
_CLEARLY_BETTER = 60
BELIEVED_AT = 500
"""Belief in the other's resolve at which its threats push just as a temper says; without any they push nothing (theory/models.md 4)."""
_OLDER_LETTER = 60      # what an older letter must be worth more to be answered before the newest: it may no longer be meant


def player(rulebook: Rulebook, doctrine: Doctrine, level: int | Array = AS_WRITTEN, answers: bool = True) -> Callable[[View], Sheet]:
    """A player of that doctrine at a level 1 (takes less) to 5 (asks more), or (n,) at a level for each game; without `answers` it leaves every
    letter lying."""
    asks_more = (level - AS_WRITTEN) * PRICE_OF_A_LEVEL

    def play(view: View) -> Sheet:
        return _Desk(rulebook, doctrine, view).sheet(asks_more, answers)
    return play


class _Desk:
    """One side's sheets in the making."""

    def __init__(self, rulebook: Rulebook, doctrine: Doctrine, view: View):
        self.book, self.doctrine, self.view = rulebook, doctrine, view
        self.made = empty_sheet(rulebook, len(view))
        self.stage = legal.stage(rulebook, view)
        self.left = legal.attention(rulebook, view)
        self.half_days = view.public.minutes // 720
        self.stages: dict[tuple[int, ...], Mask] = {}
        self.answered: dict[str, Mask] = {}

    def sheet(self, asks_more: int | Array, answers: bool) -> Sheet:
        if answers:
            self._answer(asks_more)
        drafts = self._give_orders()
        self._offer(drafts)
        return self.made

    def _in(self, stages: tuple[int, ...]) -> Mask:
        """(n,) whether the game is in one of those stages; many rules ask, so it is worked out once."""
        if stages not in self.stages:
            self.stages[stages] = legal.among(self.stage, stages)
        return self.stages[stages]

    def _holds(self, conditions: tuple[Condition, ...]) -> Mask | bool:
        """(n,) where any of the conditions holds; True where there are none."""
        if not conditions:
            return True
        held = self._all_of(conditions[0])
        for condition in conditions[1:]:
            held = held | self._all_of(condition)
        return held

    def _all_of(self, asked: Condition) -> Mask:
        public = self.view.public
        held = legal.meets(self.view, asked.meters, self._in(asked.stages))
        for value, (least, most) in ((public.turn, asked.turn), (self.half_days, asked.half_days)):
            if least > 0:
                held = held & (value >= least)
            if most < FOREVER:
                held = held & (value <= most)
        if asked.every > 1 or asked.start:
            held = held & (public.turn >= asked.start) & ((public.turn - asked.start) % asked.every == 0)
        for issue, how in asked.agreed:
            held = held & legal.in_force(public.agreed[:, issue], how)
        return held

    def _give_orders(self) -> Mask:
        """Gives orders while attention lasts; (n,) where exact drafting is among them."""
        drafts = np.zeros(len(self.view), bool)
        for rule in self.doctrine.gives:
            wanted = self._holds(rule.when)
            if wanted is not True and not np.any(wanted):
                continue
            order = self.book.orders[self.view.side][rule.order]
            is_open = legal.has_sense(self.view, order, legal.meets(self.view, order.needs, self._in(order.stages)))
            given = is_open & (self.left > 0) & wanted & ~self.made.given[:, rule.order]
            if order.one_of:
                given &= ~self.answered.get(order.one_of, np.zeros(len(self.view), bool))
                self.answered[order.one_of] = self.answered.get(order.one_of, False) | given
            self.made.given[:, rule.order] |= given
            self.left = self.left - given
            if order.is_drafting:
                drafts |= given
        return drafts

    def _offer(self, drafts: Mask) -> None:
        silent = self.made.answer != ACCEPT         # who takes their letter does not send another text across it
        for rule in self.doctrine.offers:
            held = self._holds(rule.when) & silent
            if not held.any():
                continue
            silent &= ~held
            channel = self.book.channels[rule.channel]
            terms = rule.terms & ~(SECRET * channel.is_public + PAPER * channel.is_oral)
            np.copyto(self.made.offer, terms, where=held[:, None])
            if is_exact(terms).any():       # without the drafting order every wording is loose
                np.copyto(self.made.offer, terms & ~EXACT, where=(held & ~drafts)[:, None])
            np.copyto(self.made.channel, rule.channel, where=held)
            np.copyto(self.made.tone, rule.tone, where=held)
            if rule.counters:
                self._counter(held, rule.counters == "newest")
            due = self.view.public.minutes + 720 * rule.deadline_half_days if rule.deadline_half_days else 0
            np.copyto(self.made.due, due, where=held)

    def _counter(self, held: Mask, newest: bool) -> None:
        """The offer answers one letter of theirs; the others are not mentioned (M20)."""
        numbers = self.view.public.letter_number[:, other(self.view.side)]
        oldest = np.where(numbers > 0, numbers, FOREVER).min(axis=1)
        answered = np.where(held & any_of(numbers), numbers.max(axis=1) if newest else oldest, 0)
        np.copyto(self.made.answer_to, answered, where=answered > 0)
        np.copyto(self.made.answer, COUNTER, where=answered > 0)

    def _answer(self, asks_more: int | Array) -> None:
        """Takes the best letter on the table if its margin over the price wins the roll."""
        public, writer = self.view.public, other(self.view.side)
        games = np.flatnonzero(any_of(public.letter_number[:, writer]))
        if not games.size:
            return
        margins = self._margins(games, writer, asks_more if isinstance(asks_more, int) else asks_more[games])
        chances = self.book.curves.acceptance.take(np.minimum(np.maximum(margins + 1000, 0), 2000).T).T
        tempted = np.flatnonzero(any_of((chances > 0) & (margins > _NOTHING)))
        games, margins, chances = games[tempted], pick(margins, tempted), pick(chances, tempted)
        takes = (own_rolls(self.view, "answer", 1, games) < chances) & (margins > _NOTHING)
        best = np.argmax(np.where(takes, margins, _NOTHING), axis=1)
        accepts = any_of(takes)
        self.made.answer_to[games] = public.letter_number[games, writer, best] * accepts
        self.made.answer[games] = ACCEPT * accepts

    def _margins(self, games: Array, writer: int, asks_more: int | Array) -> Array:
        """(games, slots) what each letter is worth above what is asked for it; _NOTHING where no letter lies."""
        public, temper = self.view.public, self.doctrine.temper
        worth = self._worth_of_letters(games, writer)
        lies = worth > _NOTHING
        fighting = self.stage[games] == CONFRONTATION
        early = public.minutes[games] < temper.patience_until_half_days * 720
        own = self.view.own
        fear_takes_off = own.fear[games] * temper.fear_per_mille // 1000
        both_afraid = temper.mutual * ((own.fear[games] >= temper.afraid_above) & (own.mood[games] >= temper.afraid_above))
        stalls = public.minutes[games] < temper.stall_until_half_days * 720
        clock = (own.buildup if self.view.side == MOSCOW else own.estimate)[games] * temper.clock_per_mille // 1000
        still_afraid = own.fear[games] * temper.fear_later_per_mille // 1000
        trusts = (own.faith[games] - BELIEVED_AT) * temper.faith_per_mille // 1000
        shamed = np.maximum(temper.face_floor - own.face[games], 0) * temper.face_per_mille // 1000
        asked = np.where(fighting, temper.hold + asks_more + temper.patience * early - fear_takes_off - both_afraid + clock,
                         asks_more // 2 + temper.stall * stalls - temper.peace - still_afraid - trusts) + shamed
        threatened = public.letter_due[games, writer, 0] > 0
        sweetened = lies[:, 1] & (worth[:, 0] > worth[:, 1] + _CLEARLY_BETTER)
        threat = temper.threatened * threatened + temper.together * (threatened & sweetened)
        threat = threat * own.resolve[games] // BELIEVED_AT         # as far as it is believed
        push = threat + temper.sweetened * sweetened
        push = push // np.maximum(public.ultimata[games, writer] * threatened, 1)            # a threat repeated is a threat spent (M61)
        worth[:, 0] += push
        worth[:, 1:] -= _OLDER_LETTER
        margins: Array = np.where(lies, worth - asked[:, None], _NOTHING)
        return margins

    def _worth_of_letters(self, games: Array, writer: int) -> Array:
        """(games, slots) what each letter is worth to the reader; _NOTHING where none lies."""
        public = self.view.public
        worth = np.full((SLOTS, games.size), _NOTHING, self.book.word).T
        for slot in range(SLOTS):
            lies = np.flatnonzero(public.letter_age[:, writer, slot].take(games) < NO_LETTER)
            there = games[lies]
            worth[lies, slot] = worth_to(self.book, self.view.side, pick(public.letters[:, writer, slot], there), pick(self.view.own.exposure, there))
        return worth
