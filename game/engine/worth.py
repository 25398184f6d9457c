"""What a proposal is worth to its reader: the same tables price a screen, a doctrine's answer and the bill at home.

Source of the shape: model.md, "Bargaining"; history/terms.md, "Public / secret ledger rules". The numbers are the scenario's.
"""

from functools import lru_cache

import numpy as np

from .rulebook import AUDIENCES, Rulebook
from .terms import CODES, EXACT, PAPER, SECRET, Array, look_up
from .view import View

SECURITY = 0


@lru_cache(maxsize=8)
def audience_tables(rulebook: Rulebook, side: int) -> Array:
    """(4 audiences, issues, 64 codes) worth of each term before exposure. A secret loss costs a share at once; a secret gain shows less."""
    share = rulebook.rules.audience.secret_share_per_mille
    place = np.minimum(np.arange(CODES) & 7, 5)
    said, secret = place > 0, (np.arange(CODES) & SECRET) > 0
    tables = np.zeros((len(AUDIENCES), len(rulebook.issues), CODES), rulebook.word)
    for audience in range(len(AUDIENCES)):
        full = rulebook.worth[side, audience][:, place]
        if audience == SECURITY:
            written = (np.arange(CODES) & PAPER) > 0
            exact = (np.arange(CODES) & EXACT) > 0
            terms = rulebook.rules.bargaining
            tables[audience] = full + said * (written * terms.paper_worth[side] + exact * terms.exact_worth)
        else:
            tables[audience] = np.where(~secret, full, np.where(full < 0, full * share // 1000, full * (1000 + share) // 2000))
    tables.flags.writeable = False
    return tables


@lru_cache(maxsize=8)
def open_loss_tables(rulebook: Rulebook, side: int) -> Array:
    """(4, issues, 64) the part of an open concession that exposure multiplies: losses before home, allies and face."""
    secret = (np.arange(CODES) & SECRET) > 0
    losses = np.minimum(audience_tables(rulebook, side), 0) * ~secret
    losses[SECURITY] = 0
    losses.flags.writeable = False
    return losses


@lru_cache(maxsize=8)
def _price(rulebook: Rulebook, side: int) -> tuple[Array, Array]:
    """The two tables summed over audiences, (issues, 64) each."""
    return audience_tables(rulebook, side).sum(axis=0, dtype=rulebook.word), open_loss_tables(rulebook, side).sum(axis=0, dtype=rulebook.word)


def worth_to(rulebook: Rulebook, side: int, terms: Array, exposure: Array) -> Array:
    """(n,) worth of proposals (n, issues) to a side with that exposure (n, issues); negative is a price."""
    plain, loss = _price(rulebook, side)
    total: Array = (look_up(plain, terms) + look_up(loss, terms) * exposure // 1000).sum(axis=1, dtype=rulebook.word)
    return total


def worth_of(rulebook: Rulebook, view: View, terms: Array) -> Array:
    """(n,) worth of proposals (n, issues) to the viewer, its own exposure counted."""
    return worth_to(rulebook, view.side, terms, view.own.exposure)


def by_audience(rulebook: Rulebook, view: View, terms: Array) -> Array:
    """(n, 4) the same worth by audience, in the order of AUDIENCES. The last share carries what rounding leaves, so that they add up exactly."""
    tables, losses = audience_tables(rulebook, view.side), open_loss_tables(rulebook, view.side)
    shares = [(look_up(tables[a], terms) + look_up(losses[a], terms) * view.own.exposure // 1000).sum(axis=1, dtype=rulebook.word)
              for a in range(len(AUDIENCES) - 1)]
    return np.stack([*shares, worth_of(rulebook, view, terms) - sum(shares)], axis=1)
