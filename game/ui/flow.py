"""From one seat to the next: who sits down, what they see first, what happens when the last one has signed, what a beginner is shown.

Comes in: the App and a Game. Goes out: screens on the stack. Never here: drawing, a rule; which panel opens when (session/lessons.py).
"""

from dataclasses import replace

from ..language import t
from ..session import lessons
from ..session.game import Game
from ..wording.first_turn import first_turn
from . import clipboard, heard
from .app import App
from .desk import Desk
from .screens.briefing import Briefing
from .screens.curtain import Curtain
from .screens.ending import Ending
from .screens.first import FirstTurnScreen
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
    """That seat's room is open, and before it what it has to see first; the first turn of a first game is a screen of its own."""
    desk = Desk(game, side)
    heard.sat_down(app, desk.board, len(game.seats) == 1)
    show(app, desk)


def show(app: App, desk: Desk) -> None:
    """The desk is in front as far as its seat may see it by now: its first turn, or its room with the briefing or the reckoning before it."""
    panels = lessons.panels_of(desk.board, app.settings)
    if "first" in panels and first_turn(desk.board):
        app.home(FirstTurnScreen(desk))
        return
    app.home(Room(desk))
    if desk.board.turn == 1:
        app.push(Briefing(desk))
    elif desk.board.ledger and "ledger" in panels:
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
            _note_taught(app, desk)
    except ValueError as problem:
        app.tell(str(problem), t("app.returned"))
    except OSError as problem:
        app.tell(t("app.not-saved-why", why=problem.strerror or problem), t("app.not-saved"))
    else:
        sit_down(app, game)
        if game.trouble:
            app.tell(game.trouble, t("app.not-saved"))


def _note_taught(app: App, desk: Desk) -> None:
    settings = lessons.after(app.settings, desk.game.seats, desk.board.turn, desk.game.is_over)
    if settings != app.settings:
        app.change(settings)


def open_everything(app: App) -> None:
    """Every panel is open, in this game and in those to come; what lies on the desk stays on it."""
    app.change(replace(app.settings, open_all=True))
    _show_again(app)


def skip_lesson(app: App) -> None:
    """The lesson says no more; nothing is hidden, and the game goes on as it stands."""
    desk = desk_in_front(app)
    if desk is None or not lessons.is_coached(desk.board, app.settings):
        return
    app.change(lessons.taught(app.settings, desk.board.side))
    _show_again(app)
    app.tell(t("lesson.skipped"), t("lesson.name"))


def desk_in_front(app: App) -> Desk | None:
    """The desk before which somebody sits; None behind a curtain, at the title, and everywhere else."""
    desks = [getattr(screen, "desk", None) for screen in reversed(app.stack)]
    return next((desk for desk in desks if isinstance(desk, Desk)), None)


def _show_again(app: App) -> None:
    """A first turn gives way to the whole room, its sheet as it was; other screens only show more."""
    desk = desk_in_front(app)
    if desk and any(isinstance(screen, FirstTurnScreen) for screen in app.stack):
        show(app, desk)
    app.repaint()
