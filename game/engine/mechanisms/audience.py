"""Public words tie hands; a public concession is paid for at home and with allies, more so where hands were tied (M26-M32)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..rulebook import AUDIENCES, LOOSE_ENDS, SETTLEMENT, Rulebook
from ..sides import SIDES, WASHINGTON
from ..state import SCALE
from ..terms import Array, any_of, is_said, look_up, pick
from ..worth import audience_tables, open_loss_tables

if TYPE_CHECKING:
    from ..turn import Turn


UNANSWERED = 1      # of public.story


@lru_cache(maxsize=8)
def _causes(rulebook: Rulebook) -> tuple[str, ...]:
    return tuple(f"{issue.name}: agreed" for issue in rulebook.issues) + tuple(f"{issue.name}: words eaten" for issue in rulebook.issues)


def run(t: Turn) -> None:
    rules = t.rules.audience
    for side in SIDES:
        speaks = np.flatnonzero(t.book.is_aloud[t.sheets[side].channel] & t.sends[side])
        if speaks.size:
            _speak_aloud(t, side, speaks)
    fades = t.dossier.exposure * (rules.fades_per_mille * t.half_days)[:, None, None] // 1000
    t.ledger.add("exposure", -fades, "words fade")
    closing = np.flatnonzero(any_of(t.closed))
    if closing.size:
        for side in SIDES:
            _pay_for_the_deal(t, side, closing)
    _what_is_not_said(t)
    bombers_open = (t.stage == LOOSE_ENDS) & (t.umpire.bombers_settled_at == 0)
    t.ledger.add("home", -rules.bombers_wait_home, "the bombers are still there", WASHINGTON, bombers_open)


def _speak_aloud(t: Turn, side: int, games: Array) -> None:
    """Whoever speaks aloud is seen to have nerve, less each time his hands are tied on what he speaks of; and it ties them further (M26)."""
    rules, said = t.rules.audience, is_said(pick(t.offers[side], games)).astype(t.book.word)
    issues = np.maximum(said.sum(axis=1, dtype=t.book.word), 1)
    tied = (pick(t.dossier.exposure[:, side], games) * said).sum(axis=1, dtype=t.book.word) // issues
    t.ledger.add_all("face", ("a word spoken aloud",), (rules.rally * (SCALE - tied) // SCALE,), side, games)
    t.ledger.add_all("exposure", ("said in public",), (rules.said_in_public * said,), side, games)


def _what_is_not_said(t: Turn) -> None:
    """Weapons that leave unseen, a friend left without a word, soldiers who stay: each turn of silence costs Washington at home."""
    rules = t.rules.audience
    unseen = t.after_deal & (t.umpire.withdrawn < SCALE) & (t.umpire.inspected == 0) & (t.public.flights < rules.cameras)
    t.ledger.add("home", -rules.unverified_home, "nobody has seen them go", WASHINGTON, unseen)
    silent = (t.before.public.story == UNANSWERED) & (t.public.story == UNANSWERED)
    t.ledger.add("home", -rules.story_unanswered, "not a word for the man in the article", WASHINGTON, silent)
    troops = rules.troops_seen_home * t.dossier.troops[:, WASHINGTON] // 1000
    t.ledger.add("home", -troops, "Soviet troops are still in Cuba", WASHINGTON, t.stage == SETTLEMENT)


def _pay_for_the_deal(t: Turn, side: int, games: Array) -> None:
    """Each audience counts what it sees: a secret term shows a share of itself, an open loss grows with the words said before.

    A term that replaces one in force is paid by the difference.
    """
    terms, exposure = pick(t.closed, games), pick(t.dossier.exposure[:, side], games)
    replaced = pick(t.before.public.agreed, games) * is_said(terms)
    tables, losses = audience_tables(t.book, side), open_loss_tables(t.book, side)
    for audience in range(1, len(AUDIENCES)):
        seen = look_up(tables[audience], terms) - look_up(tables[audience], replaced)
        eaten = np.minimum(look_up(losses[audience], terms) - look_up(losses[audience], replaced), 0)
        for_words = eaten * exposure // 1000
        t.ledger.add_all(AUDIENCES[audience], _causes(t.book), np.concatenate([seen, for_words], axis=1), side, games)
