"""What a proposal is worth to its reader: the same tables price a screen, a doctrine's answer and the bill at home.

Source of the shape: model.md, "Bargaining"; history/terms.md, "Public / secret ledger rules". The numbers are the scenario's.
"""

from functools import lru_cache

import numpy as np

from .rulebook import AUDIENCES, Rulebook
from .sides import MOSCOW
from .terms import CODES, EXACT, PAPER, SECRET, Array, conditions_on, is_news, look_up, position
from .view import View

SECURITY = 0
WARM_PLEDGE, UNITS_OUT = 4, 2
"""Steps of the pledge and of the troops from which the two are one bargain (M88)."""


@lru_cache(maxsize=8)
def audience_tables(rulebook: Rulebook, side: int) -> Array:
    """(4 audiences, issues, codes) worth of each term before exposure. A secret loss costs a share at once; a secret gain shows less.

    Paper and exact words weigh on terms that weigh something: a text cannot be padded with small print until somebody must refuse it.
    """
    share, terms = rulebook.rules.audience.secret_share_per_mille, rulebook.rules.bargaining
    place = np.minimum(np.arange(CODES) & 7, 5)
    said, secret = place > 0, (np.arange(CODES) & SECRET) > 0
    left = 1000 - terms.condition_per_mille * conditions_on(np.arange(CODES))
    left = np.maximum(left, 0) * np.where(is_news(np.arange(CODES)), terms.news_per_mille, 1000) // 1000      # news binds less, and costs less (M33)
    weight = np.minimum(np.abs(rulebook.worth[side].sum(axis=0))[:, place], terms.weighty) * 1000 // max(terms.weighty, 1)
    tables = np.zeros((len(AUDIENCES), len(rulebook.issues), CODES), rulebook.word)
    for audience in range(len(AUDIENCES)):
        full = rulebook.worth[side, audience][:, place] * left // 1000
        if audience == SECURITY:
            written = (np.arange(CODES) & PAPER) > 0
            exact = (np.arange(CODES) & EXACT) > 0
            manner = said * (written * terms.paper_worth[side] + exact * terms.exact_worth)
            tables[audience] = full + (manner * weight // 1000 if terms.weighty else manner)
        else:
            tables[audience] = np.where(~secret, full, np.where(full < 0, full * share // 1000, full * (1000 + share) // 2000))
    tables.flags.writeable = False
    return tables


@lru_cache(maxsize=8)
def open_loss_tables(rulebook: Rulebook, side: int) -> Array:
    """(4, issues, codes) the part of an open concession that exposure multiplies: losses before home, allies and face."""
    secret = (np.arange(CODES) & SECRET) > 0
    losses = np.minimum(audience_tables(rulebook, side), 0) * ~secret
    losses[SECURITY] = 0
    losses.flags.writeable = False
    return losses


@lru_cache(maxsize=8)
def _price(rulebook: Rulebook, side: int) -> tuple[Array, Array]:
    """The two tables summed over audiences, (issues, codes) each."""
    return audience_tables(rulebook, side).sum(axis=0, dtype=rulebook.word), open_loss_tables(rulebook, side).sum(axis=0, dtype=rulebook.word)


def worth_to(rulebook: Rulebook, side: int, terms: Array, exposure: Array) -> Array:
    """(n,) worth of proposals (n, issues) to a side with that exposure (n, issues); negative is a price."""
    plain, loss = _price(rulebook, side)
    total: Array = (look_up(plain, terms) + look_up(loss, terms) * exposure // 1000).sum(axis=1, dtype=rulebook.word)
    return total + as_a_whole(rulebook, side, terms)


def as_a_whole(rulebook: Rulebook, side: int, terms: Array) -> Array:
    """(n,) what the terms are worth together beyond each by itself: only Moscow reckons so.

    Missiles taken out with nothing said of those in Turkey cost more, how much is disputed (M25 against M33); a warm pledge
    makes troops easier to send home (M88).
    """
    whole = np.zeros(len(terms), rulebook.word)
    if side != MOSCOW:
        return whole
    rules, roles = rulebook.rules.bargaining, rulebook.roles
    withdrawal, abroad, pledge = (terms[:, roles[role]] for role in ("withdrawal", "missiles_abroad", "pledge"))
    empty_handed = rulebook.leaves_cuba[roles["withdrawal"]].take(withdrawal) & (position(abroad) <= 1)
    whole -= rules.without_the_bases[rules.secret_mattered] * empty_handed
    if "troops" in roles:
        troops = position(terms[:, roles["troops"]])
        whole += rules.linkage * ((position(pledge) >= WARM_PLEDGE) & (troops > 0) & (troops <= UNITS_OUT))
    return whole


def worth_of(rulebook: Rulebook, view: View, terms: Array) -> Array:
    """(n,) worth of proposals (n, issues) to the viewer, its own exposure counted."""
    return worth_to(rulebook, view.side, terms, view.own.exposure)


def by_audience(rulebook: Rulebook, view: View, terms: Array) -> Array:
    """(n, 4) the same worth by audience, in the order of AUDIENCES. The last share carries what rounding leaves, so that they add up exactly."""
    tables, losses = audience_tables(rulebook, view.side), open_loss_tables(rulebook, view.side)
    shares = [(look_up(tables[a], terms) + look_up(losses[a], terms) * view.own.exposure // 1000).sum(axis=1, dtype=rulebook.word)
              for a in range(len(AUDIENCES) - 1)]
    return np.stack([*shares, worth_of(rulebook, view, terms) - sum(shares)], axis=1)
