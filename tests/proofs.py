"""The checks of the engine's promises, as functions that return what they found wrong.

They are functions so that a test can show each of them failing: see engine/test_planted_faults.py.
"""

import random
from collections.abc import Callable

import numpy as np

from game.engine import legal
from game.engine.digest import digest, view_digest
from game.engine.ledger import Ledger, Line
from game.engine.rulebook import Rulebook
from game.engine.sides import SIDE_IDS, SIDES, other
from game.engine.state import BOX_OF, DOSSIER, FIELDS, PUBLIC, UMPIRE, State, part_names
from game.engine.turn import resolve
from game.engine.view import View, observe

METERS = tuple(name for name, field in FIELDS.items() if field.is_meter)
MARKS = tuple(name for name, field in FIELDS.items() if not field.is_meter)


def breaks_in_the_books(before: State, after: State, ledger: Ledger) -> list[str]:
    """Meters whose recorded entries do not lead, link by link, from the state before to the state after; and marks that have entries."""
    held, found = {name: before.column(name).copy() for name in METERS}, []
    for entry in ledger.entries:
        if entry.meter not in held:
            found.append(f"{entry.meter}: {entry.mechanism} moved a mark through the ledger")
            continue
        place = held[entry.meter] if entry.side is None else held[entry.meter][:, entry.side]
        if (place != entry.before).any():
            found.append(f"{entry.meter}: {entry.mechanism} ({entry.cause}) begins where the entry before it did not end")
        place[...] = entry.after
    return found + [f"{name}: the entries end elsewhere than the state" for name in METERS if (held[name] != after.column(name)).any()]


def breaks_in_the_lines(lines: list[Line], before: dict[tuple[str, str], int] | None = None,
                        after: dict[tuple[str, str], int] | None = None) -> list[str]:
    """Lines that do not chain: before + amount = after, each from where the last one of its meter ended; and from and to the values given."""
    running, found = dict(before or {}), []
    for line in lines:
        meter = (line.box, line.meter)
        if line.before + line.amount != line.after:
            found.append(f"{line.box} {line.meter}: {line.before} {line.amount:+} is not {line.after}")
        if running.setdefault(meter, line.before) != line.before:
            found.append(f"{line.box} {line.meter} ({line.cause}): begins at {line.before}, the last line ended at {running[meter]}")
        running[meter] = line.after
    if after is not None:
        found += [f"{meter}: the lines end at {value}, the state at {after[meter]}" for meter, value in running.items() if after[meter] != value]
    return found


def out_of_bounds(state: State) -> list[str]:
    """Fields below 0 or above their top."""
    return [f"{name}: {state.column(name).min()}..{state.column(name).max()}, may be 0..{field.top}" for name, field in FIELDS.items()
            if len(state) and (state.column(name).min() < 0 or state.column(name).max() > field.top)]


def another_world(state: State, side: int, rng: np.random.Generator) -> State:
    """The same games with everything that side does not see overwritten at random, the seed too."""
    world = state.copy()
    for name in (*DOSSIER, *UMPIRE):
        field = world.column(name) if name in UMPIRE else world.column(name)[:, other(side)]
        field[...] = rng.integers(0, FIELDS[name].top + 1, field.shape)
    return world


def seen(view: View, name: str) -> np.ndarray:
    """(n, ...) a field of the public box or of the viewer's own."""
    return getattr(view.public if BOX_OF[name] == "public" else view.own, name)


def what_two_worlds_show(rulebook: Rulebook, state: State, side: int, rng: np.random.Generator, players: list[Callable],
                         look: Callable[[State, int], View] = observe) -> list[str]:
    """What a side sees, may do or does differently when only hidden things differ; nothing is the right answer."""
    one, two = look(state, side), look(another_world(state, side, rng), side)
    found = [f"sees {name}" for name in (*PUBLIC, *DOSSIER) if (seen(one, name) != seen(two, name)).any()]
    if (view_digest(one) != view_digest(two)).any():
        found.append("the digest of the view differs")
    for may in (legal.legal_orders, legal.attention):
        if (may(rulebook, one) != may(rulebook, two)).any():
            found.append(f"{may.__name__} differ")
    for number, player in enumerate(players):
        sheets = vars(player(one)), vars(player(two))
        found += [f"player {number} hands in another {name}" for name in sheets[0] if (sheets[0][name] != sheets[1][name]).any()]
    return found


def writable_fields(view: View) -> list[str]:
    """Fields through which a holder of the view could change the game."""
    return [name for name in (*PUBLIC, *DOSSIER) if seen(view, name).flags.writeable]


def digest_blind_spots(state: State, fingerprint: Callable[[State], np.ndarray] = digest) -> list[str]:
    """Columns that can change without changing the fingerprint."""
    plain, found = fingerprint(state), []
    for name in FIELDS:
        for column in range(*state.layout.places[name]):
            touched = state.copy()
            touched.block[column] += 1
            if (fingerprint(touched) == plain).any():
                found.append(f"{name}, column {column - state.layout.places[name][0]}")
    return found


def moods_of_the_machine(rulebook: Rulebook, state: State, sheets) -> list[str]:
    """Whether a turn hangs on the machine's own generators: the same turn again and again, each time with other global seeds."""
    found = []
    for seed in range(6):
        random.seed(seed)
        np.random.seed(seed)  # noqa: NPY002 - the global generator is what is being tried
        found.append(digest(resolve(rulebook, state, sheets)[0]))
    return [f"run {number} differs from run 1" for number, run in enumerate(found, 1) if (run != found[0]).any()]


def values_by_line_name(rulebook: Rulebook, state: State, game: int) -> dict[tuple[str, str], int]:
    """(box, meter as lines name it) -> value, for every meter of one game."""
    values: dict[tuple[str, str], int] = {}
    for name in METERS:
        field, parts = state.column(name)[game], part_names(rulebook, name)
        if BOX_OF[name] == "dossier":
            for side in SIDES:
                values |= {(SIDE_IDS[side], name + part): int(v) for part, v in zip(parts, np.atleast_1d(field[side]).ravel(), strict=True)}
        else:
            values |= {(BOX_OF[name], name + part): int(v) for part, v in zip(parts, np.atleast_1d(field).ravel(), strict=True)}
    return values
