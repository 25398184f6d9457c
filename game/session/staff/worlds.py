"""Imagined worlds: the real public record and our own dossier, and across the table a government such as other games of this crisis have had.

Comes in: a Rulebook and a Question. Goes out: Worlds, the same for the same public record. Never here: the real other dossier, the real seed:
the governments come from games of the serious doctrines at every level, played with seeds of their own.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from ...engine.chance import mix, salt
from ...engine.orders import TONES, Sheet, code_of, empty_sheet
from ...engine.rulebook import CONFRONTATION, Rulebook
from ...engine.script import Doctrine
from ...engine.sides import MOSCOW, SIDES, WASHINGTON, other
from ...engine.state import BOXES, State, open_game
from ...engine.terms import Array, any_of, as_read, is_secret
from ...engine.turn import resolve
from ...engine.view import observe
from ...players.doctrine import LEVELS, player
from ...scenario.doctrine import doctrines_listing, load_doctrine
from ...scenario.problem import ScenarioError
from .asked import Question, proposal_of

ASKED = 200
"""Imagined governments that a letter is shown to."""
GAMES = 80
"""Games that each doctrine plays for the pool, its levels in turn, against each of two doctrines."""
NEAR = 2
"""Turns before and after in which a government of the same stage may be taken from."""
LONGEST = 60
_STEP = np.uint64(0x9E3779B97F4A7C15)
_TO_A_SEED = np.uint64(33)


@dataclass(frozen=True, eq=False)
class Worlds:
    """Imagined games, all at the same public moment; row k is world k."""

    state: State
    doctrine: tuple[Array, Array]
    """(n,) places in `casts` of who plays each side."""
    level: tuple[Array, Array]

    def __len__(self) -> int:
        return len(self.state)

    def take(self, rows: Array) -> "Worlds":
        """Those worlds, in that order."""
        return Worlds(self.state.take(rows), (self.doctrine[0][rows], self.doctrine[1][rows]), (self.level[0][rows], self.level[1][rows]))


    def part(self, place: int, parts: int) -> "Worlds":
        """One of so many equal parts; each holds all kinds of government alike."""
        return self.take(np.arange(place * len(self) // parts, (place + 1) * len(self) // parts))


def joined(parts: list[Worlds]) -> Worlds:
    """All those worlds as one batch; there is at least one part."""
    def of_each(name: str) -> tuple[Array, Array]:
        one, two = (np.concatenate([getattr(part, name)[side] for part in parts]) for side in SIDES)
        return one, two
    block = np.concatenate([part.state.block for part in parts], axis=1)
    return Worlds(State(parts[0].state.layout, block), of_each("doctrine"), of_each("level"))


@lru_cache(maxsize=4)
def casts(rulebook: Rulebook) -> tuple[tuple[Doctrine, ...], tuple[Doctrine, ...]]:
    """The serious doctrines that can play this scenario, Washington's and Moscow's; empty where it has none."""
    known: list[Doctrine] = []
    for line in doctrines_listing():
        if line["serious"]:
            with suppress(ScenarioError):       # written for another scenario
                known.append(load_doctrine(line["id"], rulebook))
    return tuple(one for one in known if one.side == WASHINGTON), tuple(one for one in known if one.side == MOSCOW)


def sheets(rulebook: Rulebook, worlds: Worlds, side: int) -> Sheet:
    """What that side hands in in each world, from its imagined View."""
    made = empty_sheet(rulebook, len(worlds))
    for place, doctrine in enumerate(casts(rulebook)[side]):
        games = np.flatnonzero(worlds.doctrine[side] == place)
        if games.size:
            theirs = player(rulebook, doctrine, worlds.level[side][games])(observe(worlds.state.take(games), side))
            for name, values in vars(theirs).items():
                getattr(made, name)[games] = values
    return made


def seeds(label: str, count: int) -> Array:
    """(count,) seeds for a purpose, the same for the same words."""
    return (mix(np.arange(1, count + 1, dtype=np.uint64) * _STEP + np.uint64(salt(label))) >> _TO_A_SEED).astype(np.int64)


def _opened(rulebook: Rulebook) -> Worlds:
    """The pool at its first turn: every doctrine meets two of the other side, at every level."""
    ours, theirs = (len(cast) for cast in casts(rulebook))
    pairs = [(place % ours, (place + step) % theirs) for step in (0, 1) for place in range(max(ours, theirs))]
    each = np.repeat(np.array(pairs, np.int64), GAMES // 2, axis=0)
    levels = np.resize(np.array(LEVELS, np.int64), len(each))
    state = open_game(rulebook, seeds(f"{rulebook.id}/staff", len(each)))
    return Worlds(state, (each[:, 0], each[:, 1]), (levels, np.roll(levels, GAMES // 2 + 1)))


def _pool(rulebook: Rulebook) -> Iterator[Worlds]:
    """The pool turn by turn, games that have ended left out."""
    worlds = _opened(rulebook)
    for _ in range(LONGEST):
        if not len(worlds):
            return
        yield worlds
        state, _ = resolve(rulebook, worlds.state, (sheets(rulebook, worlds, 0), sheets(rulebook, worlds, 1)))
        worlds = replace(worlds, state=state).take(np.flatnonzero(state.umpire.ending == 0))


@lru_cache(maxsize=3)
def _candidates(rulebook: Rulebook, phase: int, turn: int) -> Worlds | None:
    """Games of the pool that stand in that phase, in the confrontation within two turns of that one; None where there are too few."""
    found: list[Worlds] = []
    is_early = int(rulebook.stage_of[phase]) == CONFRONTATION
    for worlds in _pool(rulebook):
        now = int(worlds.state.public.turn[0])
        rows = np.flatnonzero(worlds.state.public.phase == phase)
        if rows.size and (not is_early or abs(now - turn) <= NEAR):
            found.append(worlds.take(rows))
        if (is_early and now >= turn + NEAR) or (found and not rows.size):
            break
    return joined(found) if found else None


def _distance(public: dict[str, Any], own: dict[str, Any], state: State, side: int) -> Array:
    """(n,) how far each game of the pool is from what this seat sees, in points of a meter."""
    them = other(side)
    def gap(name: str) -> Array:
        found: Array = np.abs(getattr(state.public, name).astype(np.int64) - np.asarray(public[name]))
        return found
    far: Array = gap("pressure") + 40 * gap("turn") + 60 * gap("quarantine") + 60 * gap("flights") + 60 * gap("alert").sum(axis=1)
    far += 150 * (gap("frame")[:, them] > 0) + 60 * gap("ultimata")[:, them] + 60 * gap("council")
    far += 40 * gap("stated")[:, them].sum(axis=1) + 15 * gap("stated")[:, side].sum(axis=1)
    far += 80 * (gap("agreed") > 0).sum(axis=1)
    far += np.abs(state.dossier.buildup[:, them].astype(np.int64) - int(own["estimate"])) // 2
    far += np.abs(state.dossier.fear[:, them].astype(np.int64) - int(own["mood"])) // 4
    return far


def imagined(rulebook: Rulebook, question: Question, count: int = ASKED) -> Worlds | None:
    """The worlds that the staff thinks of: those moments of the pool whose public record is most like the real one, in no order.

    So a government that has been seen to write and to act as this one does counts for more, whatever its doctrine. None where no game of the
    pool ever stood in such a stage.
    """
    public, own, side = question["public"], question["own"], question["side"]
    if not all(casts(rulebook)):
        return None
    pool = _candidates(rulebook, public["phase"], public["turn"])
    if pool is None:
        return None
    nearest = np.resize(np.argsort(_distance(public, own, pool.state, side), kind="stable")[:count], count)
    lot = np.argsort(seeds(f"{rulebook.id}/lot", count), kind="stable")
    worlds = _joined(rulebook, pool.take(nearest[lot]), public, own, side)
    _post(rulebook, worlds.state, question)
    return worlds


def _joined(rulebook: Rulebook, worlds: Worlds, public: dict[str, Any], own: dict[str, Any], side: int) -> Worlds:
    """Their dossiers and the umpire's box as in the pool; the public record and our own dossier as they really are."""
    state, them = worlds.state, other(side)
    for name in BOXES["public"]:
        getattr(state.public, name)[...] = np.asarray(public[name], rulebook.word)
    for name in BOXES["dossier"]:
        state.column(name, side)[...] = np.asarray(own[name], rulebook.word)
    numbers = state.public.letter_number
    np.maximum(state.dossier.sent[:, them], numbers[:, them].max(axis=1), out=state.dossier.sent[:, them])
    agreed = state.public.agreed
    np.copyto(state.dossier.reading[:, them], as_read(agreed, them), where=agreed > 0)
    sealed = any_of(is_secret(agreed)) & (state.public.leaked == 0)
    for each in SIDES:
        state.umpire.holders[:, each] = np.where(sealed, np.maximum(state.umpire.holders[:, each], rulebook.rules.secrecy.in_the_know[each]), 0)
    label = f"{rulebook.id}/{question_key(public)}"
    state.umpire.seed[...] = seeds(label, len(worlds))
    return worlds


def _post(rulebook: Rulebook, state: State, question: Question) -> None:
    """What of our own is under way is known to us, and nothing else of ours is."""
    public, side, sent = question["public"], question["side"], proposal_of(question["under_way"])
    umpire = state.umpire
    umpire.post_number[:, side] = 0
    if sent is None:
        return
    umpire.post[:, side] = 0
    for id, term in sent.terms.items():
        umpire.post[:, side, rulebook.issue(id)] = code_of(term)
    when = public["minutes"] - 720 * public["half_days"]
    umpire.post_number[:, side] = question["own"]["sent"]
    umpire.post_due[:, side] = when + 720 * sent.deadline_half_days if sent.deadline_half_days else 0
    umpire.post_channel[:, side], umpire.post_tone[:, side] = rulebook.channel(sent.channel), TONES.index(sent.tone)
    umpire.post_wait[:, side] = public["half_days"]


def question_key(public: dict[str, Any]) -> str:
    """A word for the public moment: what the worlds' luck hangs on."""
    return f"{public['minutes']}/{public['pressure']}/{public['turn']}"
