"""A game in the terminal, from where it stands to its end or until the player leaves.

Comes in: a Game, a line reader, a line writer. Goes out: an exit code. Never here: a rule, colour, a seat's secrets on the other seat's screen.
"""

from ..engine.sides import SIDE_NAMES
from ..session.game import Game
from . import account, screen
from .looker import Read, Write
from .seat import Left, Seat
from .teacher import Wishes, last_word
from .watching import Afterwards

DONE, NOT_KEPT = 0, 1
BLANK = "\n" * 60
"""What hides one seat's screen from the other where the terminal cannot clear itself."""


def run(game: Game, read: Read, write: Write, clear: str = BLANK, wishes: Wishes | None = None) -> int:
    """Plays until the game is over or the player leaves; every turn played is on the disk. Ctrl+C and the end of input leave quietly.

    The exit code is NOT_KEPT where the last turns could not be written.
    """
    try:
        stays = True
        while stays and not game.is_over:
            stays = _turn(game, read, write, clear, wishes or Wishes())
        if stays:
            _show_endings(game, write)
            _look_back(game, read, write)
        else:
            _saved(game, write)
    except (EOFError, KeyboardInterrupt):
        write("")
        _saved(game, write)
    return NOT_KEPT if game.trouble else DONE


def _turn(game: Game, read: Read, write: Write, clear: str, wishes: Wishes) -> bool:
    """One turn of every seat; False where somebody left."""
    for side in game.waits_for:
        if len(game.seats) > 1:
            _curtain(side, read, write, clear)
        if Seat(game, side, read, write, wishes).play() is Left.QUIT:
            return False
    if len(game.seats) > 1:
        write(clear)
    game.advance()
    wishes.played(game)
    if game.trouble:
        _told(game.trouble, write)
    write("The turn is played.")
    return True


def _curtain(side: int, read: Read, write: Write, clear: str) -> None:
    """Blanks the screen and waits, so that the papers of one seat are not read by the other."""
    write(clear)
    read(f"{SIDE_NAMES[side]} sits down; the other side looks away. Enter when ready> ")
    write(clear)


def _told(sentence: str, write: Write) -> None:
    for line in screen.wrap(sentence):
        write(line)


def _saved(game: Game, write: Write) -> None:
    if game.save is None:
        write("This game was played without a file; nothing is kept.")
    elif game.trouble:
        _told(game.trouble, write)
        write("It was left all the same: what had not been kept is gone.")
    else:
        write(f"Saved: {game.save.name}")
        write("`play` and that file, or the title's menu, goes on; unsent orders are not kept.")


def _look_back(game: Game, read: Read, write: Write) -> None:
    """Whatever may be asked of a game that is over, until the player leaves; the end of input leaves quietly."""
    try:
        Afterwards(game.board(game.seats[0] if game.seats else 0), read, write).play()
    except (EOFError, KeyboardInterrupt):
        write("")


def _show_endings(game: Game, write: Write) -> None:
    """The ending is the same for both seats: once the game is over everything is open."""
    board = game.board(game.seats[0] if game.seats else 0)
    last_ledger = account.ledger(board) if len(game.seats) == 1 else []
    for line in (*last_ledger, f"Pressure at the end: {board.pressure.value}.", *account.ending(board), *last_word(board)):
        write(screen.plain(line))
    if game.save is not None and not game.trouble:
        write(f"Saved: {game.save.name}")
