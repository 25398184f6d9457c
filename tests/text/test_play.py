"""Whole games at the terminal: to an ending, left and resumed, two people at one machine, and the title menu."""

import shutil
from pathlib import Path

import pytest

from game.engine.endings import ENDINGS
from game.engine.rulebook import Setting
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.scenario.load import load_set
from game.session.doors import Choice, Doors
from game.session.game import Game
from game.session.opponents import scripted
from game.text import play, tell, title
from game.wording.endings import TITLES
from tests.whole_games import book

from .terminal import CLEARED, Terminal, new_game, typed

A_TURN = ("give 1", "give 11", "read 1", "deal", "say 1 2", "say 6 3 if conduct", "tone warm", "letter", "ledger", "ledger why",
          "chart", "orders", "team", "files", "tray", "why fear", "sheet", "send", "y")


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("seed", [21, 22])
def test_a_whole_game_ends_and_fits_the_terminal(side, seed):
    """Every command of a busy turn, every turn: at most 80 columns, no escape codes, plain ASCII signs, and an ending with its scores."""
    game = new_game(side, seed=seed)
    shown = typed(*A_TURN * 40, game=game)
    assert game.is_over
    for line in "\n".join(shown.shown).splitlines():
        if "> " not in line:
            assert len(line) <= 80 and line.isprintable() and "\N{MINUS SIGN}" not in line and line == line.rstrip(), line
    words = game.board(side).ending
    assert words.title.upper() in shown.text and words.id in ENDINGS and TITLES[words.id] == words.title
    assert f"{words.scores[0].true['total']:>9}" in shown.text and "WHAT WAS KEPT QUIET" in shown.text
    told = " ".join(shown.text.split())
    assert "BY 1969" in shown.text and all(" ".join(line.split()) in told for line in (*words.epilogue, *words.likely_causes))


def test_it_leaves_quietly_at_the_end_of_input_and_on_ctrl_c(tmp_path: Path):
    for how, lines in (("eof", ["give 1"]), ("ctrl-c", ["give 1", "^C"]), ("quit", ["quit"])):
        save = tmp_path / f"{how}.knot"
        shown = typed(*lines, game=new_game(WASHINGTON, save=save))
        assert shown.shown[-2] == f"Saved: {save.name}" and save.exists()
    assert "nothing is kept" in typed("quit").shown[-1]


def test_leaving_a_game_that_could_not_be_kept_says_so_and_is_no_success(tmp_path: Path):
    folder = tmp_path / "gone"
    folder.mkdir()
    game = new_game(WASHINGTON, save=folder / "x.knot")
    shutil.rmtree(folder)
    folder.write_text("a file where the folder was")
    typed_lines, told = iter(["send", "y", "quit"]), []
    assert play.run(game, lambda _: next(typed_lines), told.append, "") == play.NOT_KEPT
    assert told[-1] == "It was left all the same: what had not been kept is gone."


def test_a_game_that_was_left_goes_on_where_it_was(tmp_path: Path):
    save = tmp_path / "left.knot"
    typed("give 3", "send", "y", "quit", game=new_game(WASHINGTON, save=save))
    shown = typed("quit", game=Game.resume(save)).text
    assert "turn 2 of about" in shown and "Your orders last turn: Raise the alert." in shown


def test_what_one_seat_reads_is_off_the_screen_before_the_other_sits_down():
    """Washington drafts a secret; between the last of Washington's lines and the first of Moscow's the screen is blank."""
    shown = typed("say t09 3 secret", "letter", "send", "y", "", "tray", "send", "y", "", "quit", game=new_game(*SIDES))
    parts = shown.text.split(CLEARED)
    secret, moscows = (next(at for at, part in enumerate(parts) if mark in part) for mark in ("Jupiters", "MOSCOW   "))
    assert secret < moscows and "Jupiters" not in parts[moscows]
    assert any("Moscow sits down" in part and "WASHINGTON  " not in part for part in parts)
    assert "turn 2 of about" in parts[-1]


CHOSEN: list[Choice] = []
"""What the title asked the doors for."""


def doors(tmp_path: Path, saves: list[tuple[Path, str]] | None = None, settings: tuple[Setting, ...] = ()) -> Doors:
    def new(choice: Choice) -> Game:
        CHOSEN.append(choice)
        if choice.opponent == "broken":
            raise ValueError("That doctrine has gone home.")
        seats = SIDES if choice.hotseat else ((WASHINGTON, MOSCOW)[choice.side == "moscow"],)
        return new_game(*seats, save=tmp_path / "new.knot")
    return Doors(new, Game.resume, lambda: saves or [], lambda side: [("way-out", "Way out", f"not {side}"), ("broken", "Broken", "fails")],
                 lambda: settings)


def at_the_title(tmp_path: Path, *lines: str, saves: list[tuple[Path, str]] | None = None, settings: tuple[Setting, ...] = ()) -> Terminal:
    terminal = Terminal(lines)
    assert title.open_title(doors(tmp_path, saves, settings), terminal.read, terminal.write, CLEARED) == 0
    return terminal


def test_the_title_opens_a_game_for_either_side(tmp_path: Path):
    assert "WASHINGTON  " in at_the_title(tmp_path, "1", "1", "1", "quit", "3").text
    (tmp_path / "new.knot").unlink()
    assert "MOSCOW  " in at_the_title(tmp_path, "1", "2", "1", "quit", "3").text
    (tmp_path / "new.knot").unlink()
    assert "Washington sits down" in at_the_title(tmp_path, "1", "3", "", "quit", "3").text


@pytest.mark.parametrize(("typed", "chosen"), [
    (("1", "1", "1", "", ""), ("danger=ellsberg", "secret_mattered=record")),
    (("1", "2", "1", "5", "9", "2"), ("danger=kennedy", "secret_mattered=letter")),
    (("1", "3", "1", ""), ("danger=bundy", "secret_mattered=record")),
])
def test_the_title_asks_what_nobody_can_settle(tmp_path: Path, typed: tuple[str, ...], chosen: tuple[str, ...]):
    """Every answer is listed with its note, the default marked and taken by Enter."""
    shown = at_the_title(tmp_path, *typed, "^C", settings=book().settings).text
    assert CHOSEN[-1].settings == chosen
    plain = " ".join(shown.split())
    for setting in book().settings:
        assert setting.name in shown and setting.text in plain
        assert all(f"{answer.name}{' (the default)' * (answer.id == setting.default)}: {answer.note}" in plain for answer in setting.answers)
    assert max(map(len, shown.splitlines())) < 80


def test_going_back_from_a_question_opens_no_game(tmp_path: Path):
    asked = len(CHOSEN)
    shown = at_the_title(tmp_path, "1", "1", "1", "2", "back", "3", settings=book().settings)
    assert len(CHOSEN) == asked and shown.after("back").count("KNOT OF WAR") == 1


def test_the_first_paper_says_how_the_game_is_set(tmp_path: Path):
    """In the first turn, and not in every turn again."""
    set_to = load_set("october-1962", ["danger=kennedy"])[0]
    game = Game.open(set_to, 21, {MOSCOW: scripted(set_to, MOSCOW)})
    shown = " ".join(typed("send", "y", "quit", game=game).text.split())
    assert shown.count("This game is played at: How dangerous was it? About 45 in 100.") == 1


def test_the_title_goes_on_with_a_game_that_was_left(tmp_path: Path):
    at_the_title(tmp_path, "1", "1", "1", "send", "y", "quit", "3")
    assert "turn 2 of about" in at_the_title(tmp_path, "2", "1", "quit", "3", saves=[(tmp_path / "new.knot", "Washington, 1 turn played")]).text


def test_the_title_takes_wrong_words_with_a_sentence(tmp_path: Path):
    shown = at_the_title(tmp_path, "77", "", "2", "1", "9", "x", "", "1", "1", "2", "^C")
    assert "'77' is not on the menu" in shown.text and "There is no game to go on with" in shown.text
    assert "a number from 1 to 3 is needed" in shown.text and "That doctrine has gone home." in shown.text


def test_the_umpires_telling_holds_both_sides_and_adds_up():
    """Every order given by either side is named, no line is too long, pressure before + change = after."""
    game = new_game()
    while not game.is_over:
        game.advance()
        played = game.played[-1]
        lines = tell.turn_lines(book(), played)
        whole = " ".join(line.strip() for line in lines)
        assert all(len(line) <= 80 for line in lines)
        for side in SIDES:
            for id in played.dispatches[side].orders:
                assert book().orders[side][book().order(side, id)].name in whole
        before, after = int(played.before.public.pressure[0]), int(played.after.public.pressure[0])
        assert f"Pressure {before}, {after - before:+d} = {after}" in whole
        for kind, grade in enumerate(played.after.public.news[0]):
            assert (book().incidents[kind].name + (", grave:" if grade > 1 else ":") in whole) == (grade > 0)
    lines = tell.ending_lines(book(), game.state)
    assert lines[0] == f"Ending: {TITLES[ENDINGS[int(game.state.umpire.ending[0])]]}" and all(len(line) <= 80 for line in lines)
