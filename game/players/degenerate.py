"""Ten players a side that do one thing whatever happens. They exist to be beaten: if one of them wins, a move is always right.

Comes in: a Rulebook, an id of the ten, a serious doctrine that the one thing is done to. Goes out: a player, `(View) -> Sheet`, whose sheets
are legal; what a View shows is all its memory. Never here: a rule, a name of a shipped doctrine.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ..engine.orders import ACCEPT, REFUSE, Sheet
from ..engine.rulebook import Rulebook
from ..engine.script import EVERY_STAGE, Condition, Doctrine, Give, Offer
from ..engine.sides import other
from ..engine.terms import EXACT, SECRET, Array, any_of
from ..engine.view import View
from . import doctrine as desk

_ONE_DAY = 2        # half-days: the shortest deadline that a letter by cable leaves time to answer


@dataclass(frozen=True)
class Degenerate:
    id: str
    name: str
    aim: str
    """One sentence: the one thing it does."""


DEGENERATES = (
    Degenerate("silent", "Silence", "Give no order, write no letter and answer none."),
    Degenerate("accepts-all", "Yes to everything", "Accept whatever the newest letter says."),
    Degenerate("refuses-all", "No to everything", "Refuse every letter, whatever it says."),
    Degenerate("always-annex", "Everything in the annex", "Every term secret that can be hidden at all, by channels that can carry it."),
    Degenerate("always-open", "Everything in the open", "Keep nothing secret: every term on the open face."),
    Degenerate("always-vague", "Everything loose", "Never draft: every wording loose."),
    Degenerate("always-exact", "Everything exact", "Draft every turn: every wording exact."),
    Degenerate("signs-first", "The first text will do", "Sign the oldest letter there is as long as nothing is in force."),
    Degenerate("ultimatum-every-turn", "An ultimatum every turn", "Write every turn, and set a deadline every time."),
    Degenerate("repeats-its-orders", "The same again", "Give the same orders every turn, those that are open."),
)
"""In the order of design/model.md, "No move may always be right"."""


def player(rulebook: Rulebook, id: str, doctrine: Doctrine, level: int = desk.AS_WRITTEN) -> Callable[[View], Sheet]:
    """The degenerate of that id for the side of the doctrine, which it follows in all but its one thing. Raises KeyError for another id."""
    script = _SCRIPTS.get(id, _as_it_is)(rulebook, doctrine)
    then = _ANSWERS.get(id)
    plain = desk.player(rulebook, script, level, answers=id not in ("silent", "refuses-all"))
    if id not in IDS:
        raise KeyError(id)

    def play(view: View) -> Sheet:
        made = plain(view)
        if then is not None:
            then(view, made)
        return made
    return play


IDS = tuple(degenerate.id for degenerate in DEGENERATES)


# ------------------------------------------------------------------------------------------------ what the script is turned into


def _as_it_is(_: Rulebook, doctrine: Doctrine) -> Doctrine:
    return doctrine


def _silent(_: Rulebook, doctrine: Doctrine) -> Doctrine:
    return replace(doctrine, gives=(), offers=())


def _with_terms(doctrine: Doctrine, turned: Callable[[Array], Array]) -> Doctrine:
    return replace(doctrine, offers=tuple(replace(offer, terms=turned(offer.terms)) for offer in doctrine.offers))


def _always_annex(rulebook: Rulebook, doctrine: Doctrine) -> Doctrine:
    """What would have gone by a channel that everybody hears goes by the first that can carry an annex on paper."""
    sealed = next(place for place, channel in enumerate(rulebook.channels) if not channel.is_public and not channel.is_oral)
    by_seal = [sealed if channel.is_public else place for place, channel in enumerate(rulebook.channels)]
    rerouted = replace(doctrine, offers=tuple(replace(offer, channel=by_seal[offer.channel]) for offer in doctrine.offers))
    can_be_hidden = rulebook.can_hide
    return _with_terms(rerouted, lambda terms: terms | SECRET * ((terms > 0) & can_be_hidden))


def _always_open(_: Rulebook, doctrine: Doctrine) -> Doctrine:
    return _with_terms(doctrine, lambda terms: terms & ~SECRET)


def _drafting(rulebook: Rulebook, doctrine: Doctrine) -> list[int]:
    return [place for place, order in enumerate(rulebook.orders[doctrine.side]) if order.is_drafting]


def _always_vague(rulebook: Rulebook, doctrine: Doctrine) -> Doctrine:
    drafting = _drafting(rulebook, doctrine)
    spared = replace(doctrine, gives=tuple(give for give in doctrine.gives if give.order not in drafting))
    return _with_terms(spared, lambda terms: terms & ~EXACT)


def _always_exact(rulebook: Rulebook, doctrine: Doctrine) -> Doctrine:
    drafts = tuple(Give(place, (Condition(),)) for place in _drafting(rulebook, doctrine)[:1])
    return _with_terms(replace(doctrine, gives=drafts + doctrine.gives), lambda terms: terms | EXACT * (terms > 0))


def _ultimatum_every_turn(_: Rulebook, doctrine: Doctrine) -> Doctrine:
    """Its own letters, with a day to answer them; where it would have been silent, the first demand it has for that stage again."""
    dated = [replace(offer, deadline_half_days=offer.deadline_half_days or _ONE_DAY) for offer in doctrine.offers]
    return replace(doctrine, offers=(*dated, *(again for stage in EVERY_STAGE for again in _first_demand(dated, stage))))


def _first_demand(offers: list[Offer], stage: int) -> list[Offer]:
    """The first of the offers that can be made in that stage, to be made whenever it is that stage; none where there is none."""
    open_then = [offer for offer in offers if any(stage in condition.stages for condition in offer.when)]
    return [replace(open_then[0], when=(Condition(stages=(stage,)),))] if open_then else []


def _repeats_its_orders(_: Rulebook, doctrine: Doctrine) -> Doctrine:
    return replace(doctrine, gives=tuple(Give(give.order, (Condition(),)) for give in doctrine.gives))


_SCRIPTS: dict[str, Callable[[Rulebook, Doctrine], Doctrine]] = {
    "silent": _silent, "always-annex": _always_annex, "always-open": _always_open, "always-vague": _always_vague, "always-exact": _always_exact,
    "ultimatum-every-turn": _ultimatum_every_turn, "repeats-its-orders": _repeats_its_orders}


# ------------------------------------------------------------------------------------------------ what is done to the sheet


def _accept(made: Sheet, games: Array, numbers: Array) -> None:
    """In those games the letter of that number is taken; who takes a letter sends no other text across it."""
    made.answer[games], made.answer_to[games] = ACCEPT, numbers[games]
    for column in (made.offer, made.due, made.channel, made.tone):
        column[games] = 0


def _accepts_all(view: View, made: Sheet) -> None:
    newest = view.public.letter_number[:, other(view.side), 0]
    _accept(made, np.flatnonzero(newest), newest)


def _refuses_all(view: View, made: Sheet) -> None:
    newest = view.public.letter_number[:, other(view.side), 0]
    made.answer[...] = REFUSE * (newest > 0)
    made.answer_to[...] = newest


def _signs_first(view: View, made: Sheet) -> None:
    numbers = view.public.letter_number[:, other(view.side)]
    oldest = np.where(numbers > 0, numbers, numbers.max(axis=1, keepdims=True)).min(axis=1)
    _accept(made, np.flatnonzero((oldest > 0) & ~any_of(view.public.agreed)), oldest)


_ANSWERS: dict[str, Callable[[View, Sheet], None]] = {"accepts-all": _accepts_all, "refuses-all": _refuses_all, "signs-first": _signs_first}
