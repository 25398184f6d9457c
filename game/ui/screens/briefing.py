"""The first paper of a game: what has happened, what this chair is about, how a turn goes.

Comes in: a Desk. Goes out: nothing. Never here: what the other chair is told.
"""

from pygame import Rect

from ...wording.board import Board
from ...wording.desk import listed
from ..desk import Desk
from ..layout import type as style
from ..layout.page import Page
from ..screen import Screen
from ..widgets.band import band
from ..widgets.footer import footer
from ..widgets.meters import meter_rows
from ..widgets.reader import reader
from ..widgets.sheet import heading, sheet

Steps = tuple[tuple[str, str], ...]
TURN: Steps = (
    ("Read.", "The in-tray holds what your side knows. A letter from the other side can be accepted, refused, countered or left lying."),
    ("Order.", "Four menus: military, diplomacy, public, home. A tired staff carries fewer orders; every order shows what it moves."),
    ("Bargain.", "On the deal table each issue is a scale of five steps, said openly or secretly, on paper or by mouth, exactly or loosely; "
     "some can hang on a condition."),
    ("Sign.", "Both sides sign without seeing the other's sheet. Then the turn is played, and the ledger shows what moved each number and why."),
)


class Briefing(Screen):
    name = "briefing"
    is_play = True

    def __init__(self, desk: Desk):
        super().__init__()
        self.desk = desk
        self.focus = "primary"

    def build(self, page: Page) -> None:
        board = self.desk.board
        top = band(page, board) + 8
        high = page.low - top
        left = sheet(page, "paper", page.box(16, top, 560, high), "letterhead")
        self._paper(page, left.inflate(-page.u(8), 0), board)
        across = page.wide - 600
        share = (turn_height(page, page.u(across) - page.u(24), turn_steps(board)) + page.lh(style.PANEL) + page.u(44)) / page.theme.scale
        right = sheet(page, "turn", page.box(584, top, across, share))
        self._turn(page, right)
        last = sheet(page, "stand", page.box(584, top + share + 8, across, high - share - 8), "manila")
        self._stand(page, last, board)
        footer(page, [("W", "why, of a number", ""), ("PgDn", "read on", ""), ("Esc", "to the room", "app:back"), ("F1", "keys", "app:keys")],
               ("To the room", "go"))

    def _paper(self, page: Page, inside: Rect, board: Board) -> None:
        y = heading(page, "paper", inside, f"Briefing for {self.desk.name}", board.phase)
        first = board.papers[-1] if board.papers else None
        text = [(board.phase_note, style.LETTER_ASIDE)]
        if board.played_at:
            text.append((board.played_at, style.LETTER_ASIDE))
        if first:
            text += [(first.title, style.LETTER_HEAD), (f"{first.sender}, {first.when}", style.ASIDE),
                     *((words, style.LETTER) for words in first.body)]
        page.stop("paper")
        reader(page, "paper:text", Rect(inside.x, y, inside.w, inside.bottom - y), text)

    def _turn(self, page: Page, inside: Rect) -> None:
        y = heading(page, "turn", inside, "How a turn goes", f"{self.desk.board.turns_about} turns or so")
        caps = turn_caps(page)
        for name, words in turn_steps(self.desk.board):
            page.say(f"turn:{name}", name, style.BODY.strong(), inside.x, y + round(page.lh(style.BODY) * 0.78))
            y = page.tell(f"turn:{name}:words", words, style.BODY, Rect(inside.x + caps, y, inside.w - caps, inside.bottom - y)) + page.u(6)

    def _stand(self, page: Page, inside: Rect, board: Board) -> None:
        y = heading(page, "stand", inside, "How you stand", "0 to 1000; W says what each is")
        page.stop("stand")
        meter_rows(page, "stand", Rect(inside.x, y, inside.w, inside.bottom - y), list(board.meters), board)

    def why(self, id: str) -> None:
        from .why import ask
        ask(self, self.desk, id)

    def act(self, action: str) -> None:
        kind, _, id = action.partition(":")
        if kind == "why":
            self.why(f"meter:{id}")
        elif kind == "go":
            self.app.back()


def turn_steps(board: Board) -> Steps:
    """How a turn goes; in the first one also what is asked at once, such as what one's first word is about."""
    asked = next((line for line in board.orders if line.answers and not line.refusal and not line.is_out_of_stage), None)
    if board.turn > 1 or asked is None:
        return TURN
    names = [f"\u201c{line.name}\u201d" for line in board.orders if line.answers == asked.answers]
    first = f"The menu {asked.menu.capitalize()} asks {asked.answers}, and takes one of {len(names)} answers: {listed(names)}."
    return (*TURN[:2], ("At once.", first), *TURN[2:])


def turn_caps(page: Page) -> int:
    """Pixels the column of names takes."""
    return max(page.width(name, style.BODY.strong()) for name in ("At once.", *(name for name, _ in TURN))) + page.u(14)


def turn_height(page: Page, wide: int, steps: Steps) -> int:
    """Pixels the steps of a turn take."""
    return sum(page.measure(words, style.BODY, wide - turn_caps(page)).height + page.u(6) for _, words in steps)
