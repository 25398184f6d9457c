"""How a turn goes, step by step, for the briefing of a beginner at the window or at the terminal.

Comes in: a Board. Goes out: (name, sentence) of each step. Never here: a rule, a screen.
"""

from ..language import t
from .board import Board
from .desk import listed
from .menus import MENUS, menu_name

Steps = tuple[tuple[str, str], ...]


def turn_steps(board: Board) -> Steps:
    """How a turn goes; in the first one also what is asked at once, such as what one's first word is about."""
    menus = listed([menu_name(board.side, menu).lower() for menu in MENUS])
    steps = [(t("briefing.turn-read"), t("briefing.turn-read-says")), (t("briefing.turn-order"), t("briefing.turn-order-says", menus=menus)),
             (t("briefing.turn-bargain"), t("briefing.turn-bargain-says")), (t("briefing.turn-sign"), t("briefing.turn-sign-says"))]
    asked = next((line for line in board.orders if line.answers and not line.refusal and not line.is_out_of_stage), None)
    if board.turn > 1 or asked is None:
        return tuple(steps)
    names = [f"\u201c{line.name}\u201d" for line in board.orders if line.answers == asked.answers]
    first = t("briefing.turn-once-says", menu=menu_name(board.side, asked.menu), question=asked.answers, n=len(names), names=listed(names))
    return (steps[0], (t("briefing.turn-once"), first), *steps[1:])
