"""From one seat to the next: who sits down, what they see first, what happens when the last one has signed.

Comes in: the App and a Game. Goes out: screens on the stack. Never here: drawing, a rule.
"""

from ..language import t
from ..session.game import Game
from . import clipboard, heard
from .app import App
from .desk import Desk
from .screens.briefing import Briefing
from .screens.curtain import Curtain
from .screens.ending import Ending
from .screens.reveal import Reveal
from .screens.room import Room


def sit_down(app: App, game: Game) -> None:
    """The next seat that has to sign is before its desk, with two people at one machine behind a curtain; a game that is over shows its end."""
    if game.is_over:
        app.home(Ending(game))
        return
    side = game.waits_for[0]
    if len(game.seats) > 1:
        clipboard.forget()
        app.home(Curtain(game, side))
    else:
        open_desk(app, game, side)


def open_desk(app: App, game: Game, side: int) -> None:
    """That seat's room is open, and before it what it has to see first: its briefing, or the reckoning of the turn before."""
    desk = Desk(game, side)
    heard.sat_down(app, desk.board, len(game.seats) == 1)
    app.home(Room(desk))
    if desk.board.turn == 1:
        app.push(Briefing(desk))
    elif desk.board.ledger:
        app.push(Reveal(desk, is_fresh=True))


def sign(app: App, desk: Desk) -> None:
    """The desk's draft is sealed; when every seat has sealed, the turn is played. What cannot be is said on a slip, and nothing is lost."""
    game = desk.game
    try:
        if desk.side in game.waits_for:
            desk.seal()
            heard.signed(app)
        if not game.waits_for:
            game.advance()
    except ValueError as problem:
        app.tell(str(problem), t("app.returned"))
    except OSError as problem:
        app.tell(t("app.not-saved-why", why=problem.strerror or problem), t("app.not-saved"))
    else:
        sit_down(app, game)
        if game.trouble:
            app.tell(game.trouble, t("app.not-saved"))
