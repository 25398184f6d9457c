"""The one mutable object outside the screens: a game in progress, seen seat by seat.

Comes in: a Rulebook, players for the sides that play themselves, a Dispatch from each seat. Goes out: Boards, refusals, a growing save.
Never here: a rule, a screen; anything that hands one seat what belongs to the other.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__
from ..engine.digest import as_text, digest
from ..engine.endings import ENDINGS
from ..engine.ledger import Line, lines_for
from ..engine.legal import refusals
from ..engine.orders import Dispatch, Refusal, Sheet, from_sheet
from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW, SIDE_IDS, SIDE_NAMES, SIDES, WASHINGTON, other
from ..engine.state import State, open_game
from ..engine.turn import RULES_VERSION
from ..engine.view import View, observe
from ..wording import accepting, compose, endings
from ..wording.board import AcceptWords, Board, ProposalWords
from ..wording.record import SeatRecord, after_turn, all_orders, ended, laid_open, opened, seen_orders
from .chain import seal
from .played import Played, is_over, play_turn, signed_in
from .staff.asked import Question, asked
from .store import MOST_LINE, Log
from .telling import Values, dispatch_told, entry, moment, scores_told

if TYPE_CHECKING:
    from .watch import Watched

Player = Callable[[View], Sheet]
"""A scripted side: sees a View, hands in a Sheet, for any number of games at once."""

PERSON = "person"
MOST_SEED = 2**31 - 1
FORMAT = 1


@dataclass(frozen=True, eq=False)
class Scripted:
    """A Player with the name a save knows it by."""

    doctrine: str
    level: int
    play: Player

    def __call__(self, view: View) -> Sheet:
        return self.play(view)


class Game:
    """A game in progress. A side with a player plays itself; a side without one is a person's seat."""

    rulebook: Rulebook
    save: Path | None
    """Where it is kept; None plays without a file."""

    def __init__(self, rulebook: Rulebook, state: State, players: dict[int, Player]):
        """Use `open` or `resume`."""
        self.rulebook, self.save = rulebook, None
        self.played: list[Played] = []
        """Every turn so far, whole: for the umpire, the save and the debrief, never for a seat."""
        self.note = ""
        """A word about how the save was found, when a game is gone on with; empty if there is none."""
        self.text = ""
        """The scenario's whole text where it is no shipped one, for whoever must compile it again."""
        self._state, self._players = state, players
        self._sealed: dict[int, Dispatch] = {}
        self._records: dict[int, SeatRecord] = {}
        self._log: Log | None = None
        self._chain = ""

    @classmethod
    def open(cls, rulebook: Rulebook, seed: int, players: dict[int, Player], save: Path | None = None, text: str | None = None) -> "Game":
        """A fresh game. `players`: side -> scripted player; sides left out are seats. Writes the save's first line at once.

        `text`: the scenario's whole text, which a save holds; left out, it is the shipped one of that id. Raises ValueError where a save
        is wanted and the text is not the rulebook's, or a player has no name a save could know it by.
        """
        if not 0 <= seed <= MOST_SEED:
            raise ValueError(f"seed {seed}: a whole number from 0 to {MOST_SEED} is needed.")
        game = cls(rulebook, open_game(rulebook, [seed]), players)
        game._remember(text or "")
        if save is not None:
            game._keep(Log(save), game._first_line(seed, text))
        return game

    @classmethod
    def resume(cls, path: Path) -> "Game":
        """A saved game at its last good turn, its file grown from there. Raises ValueError with one sentence where that cannot be."""
        from .opponents import scripted
        from .replay import open_save
        kept = open_save(path)
        if kept.is_read_only:
            raise ValueError(kept.damage or kept.other_rules)
        seats = {side: getattr(kept.first.players, SIDE_IDS[side]) for side in SIDES}
        players: dict[int, Player] = {side: scripted(kept.rulebook, side, who.doctrine, who.level) for side, who in seats.items() if who != PERSON}
        game = cls(kept.rulebook, kept.state, players)
        game.save, game.played, game._chain = path, kept.played, kept.chain
        game.note = kept.dropped
        game._remember(kept.first.scenario.text)
        game._log = Log(path, kept.lines, len(kept.lines), kept.torn)
        if game.is_over and not kept.has_ending:
            game._write_ending()
        return game

    @property
    def seats(self) -> tuple[int, ...]:
        """The sides that people play, Washington first."""
        return tuple(side for side in SIDES if side not in self._players)

    @property
    def is_over(self) -> bool:
        """True once the game has an ending."""
        return is_over(self._state)

    @property
    def trouble(self) -> str:
        """Why the last turn is not on the disk, in a sentence; empty while all is kept. The game can be played on."""
        return self._log.trouble if self._log else ""

    @property
    def state(self) -> State:
        """The whole truth: for the umpire's tools and the debrief, never for a seat."""
        return self._state

    def view(self, side: int) -> View:
        """What that side may see now."""
        return observe(self._state, side)

    def board(self, side: int) -> Board:
        """The same in words; the ending too once the game is over."""
        return compose.board(self.rulebook, self.view(side), self._record(side))

    def watched(self, side: int) -> "Watched":
        """Every turn so far with the eyes of that seat; everything is opened once the game is over."""
        from .watch import Watched
        return Watched(self.rulebook, self.played, self._record(side))

    def words(self, side: int, draft: Dispatch) -> ProposalWords:
        """What the proposal in a draft means before it is sent."""
        return compose.words(self.rulebook, self.view(side), draft)

    def question(self, side: int, draft: Dispatch, issues: tuple[str, ...] = ()) -> Question:
        """What that side's staff gets to see, as plain JSON values: its View, its draft, and issues of which it is asked about every step."""
        last = self.played[-1].dispatches[side] if self.played else None
        return {**asked(self.rulebook, self.view(side), draft, self.text, last), "issues": list(issues)}

    def price(self, side: int, letter: int) -> AcceptWords | None:
        """What it would cost that side to accept the other's letter of that number, before it binds; None where no such letter lies."""
        return accepting.price(self.rulebook, self.view(side), letter)

    def refusals(self, side: int, draft: Dispatch) -> tuple[Refusal, ...]:
        """Why the draft could not be handed in; empty if it could. Changes nothing."""
        if self.is_over:
            return (Refusal("game", "The game is over: nothing more can be handed in."),)
        if side in self._sealed:
            return (Refusal("game", f"{SIDE_NAMES[side]} has sealed this turn already."),)
        return refusals(self.rulebook, self.view(side), draft)

    def submit(self, side: int, dispatch: Dispatch) -> None:
        """Seals that side's turn. Raises Refused (with the reasons) and changes nothing if it is not legal."""
        if side not in self.seats:
            raise ValueError(f"{SIDE_NAMES[side]} is no person's seat in this game.")
        if reasons := self.refusals(side, dispatch):
            raise Refused(reasons)
        self._sealed[side] = dispatch

    @property
    def waits_for(self) -> tuple[int, ...]:
        """Seats that have not sealed this turn yet."""
        return () if self.is_over else tuple(side for side in self.seats if side not in self._sealed)

    def advance(self) -> None:
        """Plays the turn once every seat has sealed: scripted sides write theirs, the rules resolve, the save is synced."""
        if self.is_over:
            raise ValueError("The game is over.")
        if self.waits_for:
            raise ValueError(f"{' and '.join(SIDE_NAMES[side] for side in self.waits_for)} must seal the turn first.")
        played = play_turn(self.rulebook, self._state, (self._sheet(WASHINGTON), self._sheet(MOSCOW)))
        self._state = played.after
        self.played.append(played)
        self._sealed = {}
        self._write(_turn_line(self.rulebook, played))
        if is_over(played.after):
            self._write_ending()

    def _remember(self, text: str) -> None:
        from ..scenario.load import shipped_ids
        self.text = "" if self.rulebook.id in shipped_ids() else text

    def _sheet(self, side: int) -> Dispatch:
        if side in self._sealed:
            return self._sealed[side]
        view = self.view(side)
        return from_sheet(self.rulebook, view, self._players[side](view))

    def _record(self, side: int) -> SeatRecord:
        """The seat's memory, brought up to the last turn played."""
        record = self._records.get(side)
        if record is None:
            first = self.played[0].before if self.played else self._state
            record = opened(self.rulebook, observe(first, side))
        for played in self.played[len(record.turns):]:
            record = after_turn(self.rulebook, record, observe(played.before, side), observe(played.after, side), played.dispatches[side],
                                lines_for(played.lines, side), seen_orders(self.rulebook, other(side), played.dispatches[other(side)]))
        if self.is_over and record.ending is None:
            record = laid_open(self.rulebook, record, [(lines_for(in_full(played.lines), side),
                                                        all_orders(self.rulebook, other(side), played.dispatches[other(side)]))
                                                       for played in self.played])
            record = ended(record, endings.words(self.rulebook, self._state, self.played[-1].lines, signed_in=signed_in(self.played)))
        self._records[side] = record
        return record

    def _first_line(self, seed: int, text: str | None) -> Values:
        from ..scenario.load import read_text, shipped_ids, text_hash
        if text is None and self.rulebook.id in shipped_ids():
            text = read_text(self.rulebook.id)
        if text is None or text_hash(text) != self.rulebook.hash:
            raise ValueError(f"A save of {self.rulebook.id!r} needs the text its rulebook was compiled from.")
        return {"format": FORMAT, "rules": RULES_VERSION, "game": __version__,
                "scenario": {"id": self.rulebook.id, "hash": self.rulebook.hash, "text": text},
                "seed": seed, "players": {SIDE_IDS[side]: self._named(side) for side in SIDES}}

    def _named(self, side: int) -> str | Values:
        player = self._players.get(side)
        if player is None:
            return PERSON
        if not isinstance(player, Scripted):
            raise ValueError(f"{SIDE_NAMES[side]}'s player has no name that a save could know it by; wrap it as Scripted.")
        return {"doctrine": player.doctrine, "level": player.level}

    def _keep(self, log: Log, first: Values) -> None:
        line, chain = seal("", first)
        if len(line) > MOST_LINE:
            raise ValueError(f"The text of {self.rulebook.id!r} is too long for a save: its first line would be over 1 MiB.")
        self.save, self._log, self._chain = log.path, log, chain
        log.add(line)

    def _write(self, fields: Values) -> None:
        if self._log:
            line, self._chain = seal(self._chain, fields)
            self._log.add(line)

    def _write_ending(self) -> None:
        self._write({"ending": ENDINGS[int(self._state.umpire.ending[0])], "scores": scores_told(self.rulebook, self._state),
                     "digest": as_text(digest(self._state)[0])})


def in_full(lines: tuple[Line, ...]) -> list[Line]:
    """The ledger with every cause told to both: the game is over."""
    return [replace(line, known_to=SIDES) for line in lines]


def _turn_line(rulebook: Rulebook, played: Played) -> Values:
    before = played.before.public
    return {"turn": played.turn, "starts": moment(rulebook, int(before.minutes[0])), "phase": rulebook.phases[int(before.phase[0])].id,
            "dispatches": {SIDE_IDS[side]: dispatch_told(played.dispatches[side]) for side in SIDES},
            "ledger": [entry(line) for line in played.lines], "digest": as_text(digest(played.after)[0])}


class Refused(ValueError):
    """A dispatch that is not legal; `reasons` says why, one sentence each."""

    def __init__(self, reasons: tuple[Refusal, ...]):
        super().__init__(" ".join(reason.reason for reason in reasons))
        self.reasons = reasons
