"""A save opened, played again turn by turn and compared with what it says.

Comes in: a path. Goes out: an Opened save: every turn that can be trusted, and one sentence about what cannot. The file is not touched.
Never here: a repair, an overwritten byte, a digest or a seed in a sentence (a side may be reading it).
"""

from dataclasses import dataclass, field
from pathlib import Path

from ..engine.digest import as_text, digest
from ..engine.endings import ENDINGS
from ..engine.legal import refusals
from ..engine.rulebook import Rulebook
from ..engine.sides import SIDE_IDS, SIDE_NAMES, SIDES
from ..engine.state import State, open_game
from ..engine.turn import RULES_VERSION
from ..engine.view import observe
from ..scenario.load import load_text, text_hash
from ..scenario.problem import ScenarioError
from .chain import Damage, unseal
from .played import Played, is_over, play_turn
from .record import FirstLine, LastLine, TurnLine, dispatch_of, first_line, later_line
from .store import MOST_LINE, Unfit, read
from .telling import scores_told, turn_told


@dataclass(eq=False)
class Opened:
    """A save as far as it can be trusted."""

    path: Path
    first: FirstLine
    rulebook: Rulebook
    state: State
    """After the last good turn."""
    chain: str
    """Where the next line would tie on."""
    lines: list[bytes]
    """The good lines, with their line ends."""
    played: list[Played] = field(default_factory=list)
    has_ending: bool = False
    torn: int = 0
    """Bytes of an unfinished last line, which is left out."""
    damage: str = ""
    """Why the rest cannot be trusted, in a sentence; empty if all of it can."""
    other_rules: str = ""
    """Why it cannot be checked or continued although nothing is damaged, in a sentence: it was played under another rules number."""

    @property
    def is_read_only(self) -> bool:
        return bool(self.damage or self.other_rules)

    @property
    def dropped(self) -> str:
        """A word about an unfinished last line; empty if there is none."""
        if not self.torn:
            return ""
        return f"{self.path}: the last line was never finished ({self.torn} bytes) and is left out; the game stands after turn {len(self.played)}."


def open_save(path: Path) -> Opened:
    """The save, resolved again up to its last good turn. Raises Missing (no such file) or Unfit (nothing of it can be opened)."""
    found = read(path)
    if not found.whole:
        raise Unfit(f"{path}: the file {'ends inside its first line' if found.torn else 'is empty'}; nothing of it can be opened.")
    try:
        opened = _begin(path, found.whole[0])
    except Damage as damage:
        raise Unfit(f"{path}, line 1 {damage}; nothing of it can be opened.") from damage
    for number, line in enumerate(found.whole[1:], start=2):
        try:
            _go_on(opened, line)
        except Damage as damage:
            if opened.other_rules and isinstance(damage, Differs):
                return opened
            opened.damage = f"{path}, line {number} {damage}; the game opens read-only after turn {len(opened.played)}."
            return opened
        opened.lines.append(line + b"\n")
    if found.torn > MOST_LINE:
        opened.damage = f"{path}, line {len(found.whole) + 1} is over 1 MiB; the game opens read-only after turn {len(opened.played)}."
        return opened
    opened.torn = found.torn
    return opened


class Differs(Damage):
    """Well written, but not what the rules make of it."""


def _begin(path: Path, line: bytes) -> Opened:
    _fits(line)
    fields = unseal("", line)
    if "format" in fields and fields["format"] != 1:
        raise Damage(f"says format {fields['format']!r}; this program reads format 1")
    first = first_line(fields)
    if text_hash(first.scenario.text) != first.scenario.hash:
        raise Damage("holds another scenario text than its hash says")
    try:
        rulebook = load_text(first.scenario.text, f"{first.scenario.id}.toml")
    except ScenarioError as trouble:
        raise Damage(f"holds a scenario that this program cannot read ({trouble.problems[0]})") from trouble
    if rulebook.id != first.scenario.id:
        raise Damage(f"says scenario {first.scenario.id!r} and holds the text of {rulebook.id!r}")
    opened = Opened(path, first, rulebook, open_game(rulebook, [first.seed]), first.chain, [line + b"\n"])
    if first.rules != RULES_VERSION:
        older = "older" if first.rules < RULES_VERSION else "newer"
        opened.other_rules = (f"{path}: played under the {older} rules {first.rules}, and this program plays rules {RULES_VERSION}; "
                              "the game opens read-only and its turns cannot all be checked.")
    return opened


def _fits(line: bytes) -> None:
    if len(line) > MOST_LINE:
        raise Damage("is over 1 MiB")


def _go_on(opened: Opened, line: bytes) -> None:
    """Takes in one more line. Raises Damage and changes nothing where it does not fit."""
    _fits(line)
    record = later_line(unseal(opened.chain, line))
    if opened.has_ending:
        raise Damage("stands after the end of the game")
    if isinstance(record, LastLine):
        _check_ending(opened, record)
        opened.has_ending = True
    else:
        played = _again(opened, record)
        opened.played.append(played)
        opened.state = played.after
    opened.chain = record.chain


def _again(opened: Opened, record: TurnLine) -> Played:
    if is_over(opened.state):
        raise Damage("is one more turn although the game is over")
    if record.turn != len(opened.played) + 1:
        raise Damage(f"is turn {record.turn} where turn {len(opened.played) + 1} was due")
    washington, moscow = (dispatch_of(getattr(record.dispatches, name)) for name in SIDE_IDS)
    dispatches = (washington, moscow)
    for side in SIDES:
        if refusals(opened.rulebook, observe(opened.state, side), dispatches[side]):
            raise Differs(f"holds orders of {SIDE_NAMES[side]} that the rules refuse")      # the reason may quote what the reader must not see
    played = play_turn(opened.rulebook, opened.state, dispatches)
    if as_text(digest(played.after)[0]) != record.digest:
        raise Differs("does not come out as the save says: the digests differ")
    told = turn_told(opened.rulebook, played)
    ledger = _numbers([entry.model_dump() for entry in record.ledger])
    if (told["starts"], told["phase"], _numbers(told["ledger"])) != (record.starts, record.phase, ledger):
        raise Differs("says another date or another ledger than its orders give")
    return played


def _numbers(ledger: list[dict[str, object]]) -> list[dict[str, object]]:
    """A ledger without the words of its causes, which may be put better in a later version."""
    return [{key: value for key, value in entry.items() if key != "cause"} for entry in ledger]


def _check_ending(opened: Opened, record: LastLine) -> None:
    ending = ENDINGS[int(opened.state.umpire.ending[0])]
    if not is_over(opened.state):
        raise Differs("says the game ended, and it had not")
    if (record.ending, record.digest) != (ending, as_text(digest(opened.state)[0])):
        raise Differs("says another ending than its turns give")
    if record.scores != scores_told(opened.rulebook, opened.state):
        raise Differs("says other scores than its turns give")


