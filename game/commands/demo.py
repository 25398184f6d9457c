"""Two doctrines play one game, told turn by turn."""

from pathlib import Path

from ..engine.sides import MOSCOW, WASHINGTON
from ..scenario.load import load_set
from ..session.game import Game
from ..session.opponents import scripted
from ..session.played import signed_in
from ..session.telling import ending_told, turn_told
from ..text.tell import ending_lines, set_lines, turn_lines
from .speak import NOT_SO, print_json, stop


def demo(scenario: str, washington: str | None, moscow: str | None, seed: int, settings: list[str], save: Path | None,
         as_json: bool) -> None:
    """Prints every turn as it is played, then the ending."""
    rulebook, text = load_set(scenario, settings)
    players = {WASHINGTON: scripted(rulebook, WASHINGTON, washington), MOSCOW: scripted(rulebook, MOSCOW, moscow)}
    game = Game.open(rulebook, seed, {**players}, save, text)
    if not as_json:
        print(f"{rulebook.name}: {players[WASHINGTON].doctrine} against {players[MOSCOW].doctrine}, seed {seed}")
        print("".join(f"{line}\n" for line in set_lines(rulebook)), end="")
    while not game.is_over:
        game.advance()
        if as_json:
            print_json(turn_told(rulebook, game.played[-1]))
        else:
            print("\n".join(turn_lines(rulebook, game.played[-1])), flush=True)
    told = ending_told(rulebook, game.state)
    if as_json:
        print_json(told)
    else:
        print("\n".join([*ending_lines(rulebook, game.state, game.played[-1].lines, signed_in(game.played)), f"Digest {told['digest']}"]))
    if game.trouble:
        stop(game.trouble, NOT_SO)
