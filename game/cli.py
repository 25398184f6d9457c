"""The command line: parse, call, print. Results go to stdout, words about them to stderr; no rule and no number is decided here.

Each command imports what it runs when it is called for, so that none pays for another.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from .commands.speak import guarded, print_json, print_table, stop
from .session.frontdoor import FIRST_SCENARIO

DEMO_SEED = 1962
MOST_SEED = 2**31 - 1
MOST_GAMES, MOST_WORKERS = 1_000_000, 60
_DEBUG = "--debug"
_SIDES = ("washington", "moscow")

app = typer.Typer(name="knot-of-war", add_completion=False, pretty_exceptions_enable=False, no_args_is_help=False,
                  help="Knot of War: a crisis bargaining game of October 1962. Without a command the window opens.",
                  epilog="--debug, with any command, shows where something unexpected went wrong.")

Scenario = Annotated[str, typer.Argument(help="A scenario's id, or the path of a scenario file.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]
Seed = Annotated[str | None, typer.Option("--seed", metavar="N", help=f"A whole number from 0 to {MOST_SEED}.")]
Washington = Annotated[str | None, typer.Option("--washington", metavar="D", help="Washington's doctrine: an id, or level-1 to level-5.")]
Moscow = Annotated[str | None, typer.Option("--moscow", metavar="D", help="Moscow's doctrine: an id, or level-1 to level-5.")]
Settings = Annotated[list[str] | None, typer.Option("--set", metavar="DIAL=VALUE", help="Sets a number of the rules: danger=kennedy or danger=0.")]
Save = Annotated[Path | None, typer.Option("--save", metavar="FILE", help="Keep the game in this new file, ending in .knot.")]


def main(args: list[str] | None = None) -> int:
    """Runs a command line and returns its exit code; `--debug` may stand anywhere in it."""
    words = list(sys.argv[1:] if args is None else args)
    return guarded(lambda: app([word for word in words if word != _DEBUG], prog_name="knot-of-war"), _DEBUG in words)


def _number(option: str, written: str | None, default: int, least: int, most: int) -> int:
    """The number as written, whole and in its range; else one sentence."""
    if written is None:
        return default
    plain = written.strip().removeprefix("+")
    if not (plain.isascii() and plain.isdigit()) or len(plain) > len(str(most)) or not least <= int(plain) <= most:
        stop(f"{option} {written[:40]!r}: a whole number from {least} to {most} is needed.")
    return int(plain)


def _one_of(option: str, written: str, known: tuple[str, ...]) -> str:
    if written in known:
        return written
    from .scenario.problem import nearest
    close = nearest(written.lower(), known)
    return stop(f"{option} {written!r}: " + (f"did you mean {close!r}?" if close else f"one of {', '.join(known)} is needed."))


def _new_file(save: Path | None) -> Path | None:
    """Checks that a file can be begun there, and says so before anything is played."""
    if save is None:
        return None
    if save.exists():
        stop(f"--save {save}: there is one already and it stays as it is; choose another name, or go on with it: play {save}")
    if not save.parent.is_dir():
        stop(f"--save {save}: the folder {save.parent} does not exist.")
    if save.suffix != ".knot":
        stop(f"--save {save}: a save's name ends in .knot, such as {save.with_suffix('.knot').name}.")
    return save


@app.callback(invoke_without_command=True)
def _bare(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        from .commands.start import start
        raise typer.Exit(start())


@app.command()
def play(
    scenario: Annotated[str, typer.Argument(help="A scenario's id or file; or a save ending in .knot, to go on with it.")] = FIRST_SCENARIO,
    side: Annotated[str | None, typer.Option("--side", metavar="SIDE", help="washington (if nothing is said) or moscow.")] = None,
    opponent: Annotated[str | None, typer.Option("--opponent", metavar="DOCTRINE", help="Who plays across: an id, or level-1 to level-5.")] = None,
    level: Annotated[str | None, typer.Option("--level", metavar="1..5", help="How much the opponent asks; 3 is as written.")] = None,
    seed: Seed = None,
    settings: Settings = None,
    save: Save = None,
    text: Annotated[bool, typer.Option("--text", help="In the terminal.")] = False,
    window: Annotated[bool, typer.Option("--window", help="In a window.")] = False,
    hotseat: Annotated[bool, typer.Option("--hotseat", help="Both sides are people at this machine.")] = False,
) -> None:
    """Plays one game."""
    from .commands.play import go_on
    from .commands.play import play as play_one
    from .session.doors import Choice
    if scenario.endswith(".knot"):
        options = {"--side": side, "--opponent": opponent, "--level": level, "--seed": seed, "--set": settings, "--save": save,
                   "--hotseat": hotseat}
        if given := [name for name, value in options.items() if value]:
            stop(f"{', '.join(given)}: a saved game goes on as it was begun; leave {'them' if len(given) > 1 else 'it'} out.")
        raise typer.Exit(go_on(Path(scenario), text, window))
    if hotseat and (opponent or level):
        stop("--hotseat: both sides are people, so there is no --opponent and no --level.")
    chosen = _one_of("--side", side or _SIDES[0], _SIDES)
    number = None if seed is None else _number("--seed", seed, 0, 0, MOST_SEED)
    at = None if level is None else _number("--level", level, 3, 1, 5)
    choice = Choice(chosen, opponent or "", number, hotseat, settings=tuple(settings or ()))
    raise typer.Exit(play_one(scenario, choice, at, _new_file(save), text, window))


@app.command()
def demo(scenario: Scenario = FIRST_SCENARIO, washington: Washington = None, moscow: Moscow = None, seed: Seed = None, settings: Settings = None,
         save: Save = None, json: Json = False) -> None:
    """Two doctrines play, told turn by turn."""
    from .commands.demo import demo as play_one
    play_one(scenario, washington, moscow, _number("--seed", seed, DEMO_SEED, 0, MOST_SEED), settings or [], _new_file(save), json)


@app.command()
def scenarios(json: Json = False) -> None:
    """The scenarios there are."""
    from .scenario.load import scenarios_listing
    listing = scenarios_listing()
    if json:
        print_json(listing)
    else:
        heads = ("id", "name", "turns", "minutes", "summary")
        print_table(heads, [[str(line[head]) for head in heads] for line in listing])


@app.command()
def doctrines(json: Json = False) -> None:
    """The scripted players there are."""
    from .session.opponents import players_listing
    listing = players_listing()
    if json:
        print_json(listing)
    else:
        print_table(("id", "name", "sides", "serious", "aim"),
                    [[line["id"], line["name"], ", ".join(line["sides"]), "yes" if line["serious"] else "no", line["aim"]] for line in listing])


@app.command()
def check(files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Scenario or doctrine files.")], json: Json = False) -> None:
    """Every problem of a scenario or doctrine file: where, what, what would be right."""
    from .commands.check import check as check_all
    raise typer.Exit(check_all(files, json))


@app.command()
def schema() -> None:
    """JSON Schema of scenario files, for editors."""
    import json

    from .scenario.schema import json_schema
    print(json.dumps(json_schema(), indent=2))


@app.command()
def simulate(
    scenario: Scenario = FIRST_SCENARIO,
    washington: Washington = None,
    moscow: Moscow = None,
    games: Annotated[str, typer.Option("--games", metavar="N", help="How many games.")] = "1000",
    seed: Seed = None,
    settings: Settings = None,
    each: Annotated[Path | None, typer.Option("--each", metavar="FILE.csv", help="Write one row a game.")] = None,
    workers: Annotated[str, typer.Option("--workers", metavar="N", help="Processes that share the work.")] = "1",
    json: Json = False,
) -> None:
    """Plays a batch of games between two doctrines and counts what they come to."""
    from .commands.simulate import simulate as play_many
    play_many(scenario, washington, moscow, _number("--games", games, 0, 1, MOST_GAMES), _number("--seed", seed, DEMO_SEED, 0, MOST_SEED),
              settings or [], each, _number("--workers", workers, 1, 1, MOST_WORKERS), json)


@app.command()
def calibrate(
    seed: Seed = None,
    page: Annotated[Path | None, typer.Option("--page", metavar="FILE.md", help="Write the table as a page, such as docs/calibration.md.")] = None,
    json: Json = False,
) -> None:
    """The calibration and sign table: targets, measured values, verdicts; exit 1 if a row does not hold."""
    from .commands.calibrate import calibrate as measure
    raise typer.Exit(measure(_number("--seed", seed, DEMO_SEED, 0, MOST_SEED - 100_000), page, json))


@app.command()
def replay(
    save: Annotated[Path, typer.Argument(help="A save ending in .knot.")],
    verify: Annotated[bool, typer.Option("--verify", help="Say whether every turn comes out as saved; exit 1 if not.")] = False,
    turn: Annotated[str | None, typer.Option("--turn", metavar="K", help="That turn alone.")] = None,
    eyes: Annotated[str, typer.Option("--as", metavar="SIDE", help="washington, moscow or umpire: whose eyes.")] = "umpire",
    text: Annotated[bool, typer.Option("--text", help="As lines of text, which is how it is shown.")] = False,
    json: Json = False,
) -> None:
    """Watches, checks or steps through a saved game; the file is not touched."""
    from .commands.replay import replay as show
    seen_by = _one_of("--as", eyes, (*_SIDES, "umpire"))
    side = _SIDES.index(seen_by) if seen_by in _SIDES else None
    raise typer.Exit(show(save, verify, None if turn is None else _number("--turn", turn, 0, 1, 400), side, json))


@app.command()
def ladders(scenario: Scenario = FIRST_SCENARIO, json: Json = False,
            page: Annotated[bool, typer.Option("--page", help="Print it as a page of Markdown.")] = False) -> None:
    """Every way up with its ways down; exit 1 if one has none."""
    from .commands.ladders import ladders as show
    raise typer.Exit(show(scenario, json, page))


@app.command()
def screens(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the pictures; it is made if need be.")],
    size: Annotated[str, typer.Option("--size", metavar="WxH", help="The window's size, at least 1024x576.")] = "1280x720",
    scale: Annotated[str, typer.Option("--scale", metavar="S", help="The size of the text, 1 to 2.")] = "1",
    palette: Annotated[str, typer.Option("--palette", metavar="P", help="standard, high_contrast or colour_blind.")] = "standard",
    language: Annotated[str, typer.Option("--language", metavar="L", help="en or ru.")] = "en",
) -> None:
    """A picture of every screen from one fixed game, both seats; no display is needed."""
    from .commands.screens import screens as draw_all
    from .language import LANGUAGES
    from .session.settings import PALETTES, SEATS
    from .session.settings import Settings as Wishes
    wide, high = _window_size(size)
    wishes = Wishes(_one_of("--palette", palette, PALETTES), _text_size(scale), language=_one_of("--language", language, tuple(LANGUAGES)),
                    reduced_motion=True, open_all=True, taught=SEATS)
    raise typer.Exit(draw_all(out, (wide, high), wishes))


def _window_size(written: str) -> tuple[int, int]:
    """`1280x720` as two numbers; else one sentence."""
    numbers = written.lower().split("x")
    if len(numbers) == 2 and all(number.isascii() and number.isdigit() and len(number) <= 4 for number in numbers):
        wide, high = map(int, numbers)
        if 1024 <= wide <= 7680 and 576 <= high <= 4320:
            return wide, high
    return stop(f"--size {written[:40]!r}: two numbers of pixels are needed, from 1024x576 to 7680x4320, such as 1366x768.")


def _text_size(written: str) -> float:
    """`1.5` as a number from 1 to 2; else one sentence."""
    try:
        size = float(written)
    except ValueError:
        size = 0.0
    return size if 1.0 <= size <= 2.0 else stop(f"--scale {written[:40]!r}: a number from 1 to 2 is needed, such as 1.5.")


@app.command()
def doctor(json: Json = False) -> None:
    """What works on this machine and what does not, in plain words."""
    from .commands.doctor import findings
    found = findings()
    if json:
        print_json([{"about": finding.about, "works": finding.works, "says": finding.says} for finding in found])
    else:
        print("\n".join(f"{'yes' if finding.works else 'no':4} {finding.about}: {finding.says}" for finding in found))
