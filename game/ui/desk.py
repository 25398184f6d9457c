"""One seat's desk for one turn: its board, its draft with undo and redo, and the game's word on both.

Comes in: a Game and a seat. Goes out: a Board, a Draft, reasons why not. Never here: a drawing, the other side's papers.
"""

from dataclasses import replace

from ..engine.orders import Refusal, Term
from ..engine.sides import SIDE_IDS, other
from ..language import current, t
from ..session.draft import Draft
from ..session.game import Game
from ..wording.board import AcceptWords, Board, ProposalWords
from .staff import Staff


class Seen:
    """A board to look at and nothing to sign: a turn of a game that is over, or of a replay."""

    def __init__(self, board: Board):
        self.board = board


class Desk(Seen):
    """A fresh desk each turn and each seat, so that nothing of the last sitter lies on it."""

    def __init__(self, game: Game, side: int):
        self.game, self.side = game, side
        self._language = current()
        super().__init__(game.board(side))
        self.draft = Draft(channel=self.board.channels[0].id if self.board.channels else "")
        self.staff = Staff(f"{self.board.turn}.{side}", lambda dispatch, issues: game.question(side, dispatch, issues))
        """Counts what orders and letters would do."""
        self._undo: list[Draft] = []
        self._redo: list[Draft] = []
        self.read: set[str] = set()
        """Ids of papers that were opened."""

    @property
    def board(self) -> Board:
        """What the seat may know, in the language in use: written anew when that was changed in the middle of a turn."""
        if self._language != current():
            self._language, self._board = current(), self.game.board(self.side)
        return self._board

    @board.setter
    def board(self, board: Board) -> None:
        self._board = board

    @property
    def name(self) -> str:
        """`Washington` or `Moscow`, in the language in use."""
        return t(f"manner.side-{SIDE_IDS[self.side]}")

    @property
    def other_name(self) -> str:
        return t(f"manner.side-{SIDE_IDS[other(self.side)]}")

    def change(self, draft: Draft) -> None:
        """The draft is now this one; the last can be had back."""
        if draft != self.draft:
            self._undo.append(self.draft)
            self._redo.clear()
            self.draft = draft

    def slide(self, draft: Draft) -> None:
        """The draft is now this one, as the end of the change just made: a peg that is dragged over three steps is taken back at once."""
        self.draft = draft

    @property
    def can_undo(self) -> bool:
        """There is a change to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """A change was taken back, and can be made again."""
        return bool(self._redo)

    def undo(self) -> bool:
        """The draft before the last change, if there is one."""
        return self._step(self._undo, self._redo)

    def redo(self) -> bool:
        """The draft before the last undo, if there is one."""
        return self._step(self._redo, self._undo)

    def _step(self, back: list[Draft], forth: list[Draft]) -> bool:
        if not back:
            return False
        forth.append(self.draft)
        self.draft = back.pop()
        return True

    def refusals(self, draft: Draft | None = None) -> tuple[Refusal, ...]:
        """Why the draft could not be sent as it stands; nothing stands in the way of one that is sealed and only waits for its turn to be played."""
        if self.side not in self.game.waits_for:
            return ()
        return self.game.refusals(self.side, (draft or self.draft).dispatch())

    def words(self) -> ProposalWords:
        """What the terms on the table mean, put or not."""
        return self.game.words(self.side, self.draft.put().dispatch())

    def words_of(self, terms: dict[str, Term]) -> ProposalWords:
        """What those terms alone would mean, sent the same way."""
        return self.game.words(self.side, replace(self.draft, terms=terms, counters=0, answer="ignore", answer_to=0).put().dispatch())

    def price(self, letter: int) -> AcceptWords | None:
        """What accepting that letter would cost, before it binds."""
        return self.game.price(self.side, letter)

    def give(self, order: str) -> str:
        """Toggles an order; a refused one is returned with its reason and changes nothing."""
        draft = self.draft.toggled(order)
        known = {refusal.reason for refusal in self.refusals()}
        fresh = [refusal.reason for refusal in self.refusals(draft) if refusal.reason not in known]
        if fresh and order in draft.orders:
            return fresh[0]
        self.change(draft)
        return ""

    def seal(self) -> None:
        """The draft is handed in. Raises Refused and changes nothing where it is not legal."""
        self.game.submit(self.side, self.draft.dispatch())
