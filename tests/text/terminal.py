"""A person at a terminal, scripted: types lines, and keeps what was shown."""

from collections.abc import Iterable

from game.engine.sides import SIDES
from game.session.game import Game
from game.session.opponents import scripted
from game.text import play
from tests.whole_games import book

CLEARED = "<the screen is blank>"


class Terminal:
    def __init__(self, lines: Iterable[str] = ()):
        self.lines = list(lines)
        self.shown: list[str] = []

    def read(self, prompt: str) -> str:
        """The next line; the end of input where there is none."""
        self.shown.append(prompt)
        if not self.lines:
            raise EOFError
        line = self.lines.pop(0)
        if line == "^C":
            raise KeyboardInterrupt
        self.shown[-1] += line
        return line

    def write(self, line: str) -> None:
        self.shown.append(line)

    @property
    def text(self) -> str:
        return "\n".join(self.shown)

    def after(self, line: str) -> str:
        """What was shown between that typed line and the next prompt."""
        at = next(at for at, shown in enumerate(self.shown) if shown.endswith(f"> {line}"))
        end = next((later for later in range(at + 1, len(self.shown)) if "> " in self.shown[later]), len(self.shown))
        return "\n".join(self.shown[at + 1:end])


def new_game(*seats: int, seed: int = 21, save=None) -> Game:
    """A game with people in those seats and way-out doctrines in the others."""
    return Game.open(book(), seed, {side: scripted(book(), side, None) for side in SIDES if side not in seats}, save)


def typed(*lines: str, game: Game | None = None, seats: tuple[int, ...] = (0,)) -> Terminal:
    """The terminal after those lines were typed; where two people share it, the first has sat down already."""
    game = game or new_game(*seats)
    terminal = Terminal(lines if len(game.seats) == 1 else ("", *lines))
    assert play.run(game, terminal.read, terminal.write, CLEARED) == 0
    return terminal
