"""What the terminal offers as the window does: numbers in order, undo, holding back, the staff's counts, looking back, the title's shelf."""

from pathlib import Path

import pytest

from game.engine.orders import Dispatch, Proposal, Term
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.language import use
from game.session.doors import Doors
from game.session.game import Game
from game.session.settings import Settings
from game.session.staff.jobs import whole
from game.text import shelf
from game.text.menus import numbered, sleep_words
from game.text.teacher import Wishes
from game.text.title import open_title
from game.text.watching import Replay
from game.wording import accepting, likely

from .terminal import Terminal, new_game, typed


def with_their_letter() -> Game:
    game = new_game(*SIDES)
    game.submit(WASHINGTON, Dispatch())
    game.submit(MOSCOW, Dispatch(proposal=Proposal({"T01": Term(2), "T09": Term(3, secret=True)}, "envoy")))
    game.advance()
    return game


@pytest.mark.parametrize("side", SIDES)
def test_order_numbers_run_in_the_order_in_which_they_are_listed(side: int) -> None:
    """Each of them once, from 1 to the last."""
    game = new_game(side)
    shown = typed("orders", game=game).after("orders").splitlines()
    listed = [int(line[:3]) for line in shown if line[:3].strip().isdigit() and "[" in line[:6]]
    later = " ".join(shown).partition("IN ANOTHER STAGE OF THE GAME")[2].split(";")
    assert listed + [int(entry.split()[0]) for entry in later] == list(range(1, len(numbered(game.board(side))) + 1))


def test_sleep_is_told_in_hours_as_in_the_window() -> None:
    game = new_game(WASHINGTON)
    line = next(line for line in game.board(WASHINGTON).orders if line.sleep > 0)
    assert f"costs {line.sleep / 10:g} h of sleep" == sleep_words(line)
    assert sleep_words(line) in likely.fixed(line)


def test_accepting_tells_its_price_before_anything_binds() -> None:
    game = with_their_letter()
    price = game.price(WASHINGTON, 1)
    assert price
    told = " ".join(typed("accept 1", game=game).after("accept 1").split())
    asked = " ".join(typed("accept 1", "send", "n", game=game).after("send").split())
    for sentence in accepting.told(price, False):
        plain = " ".join(sentence.replace("\N{MINUS SIGN}", "-").split())
        assert plain in told and plain in asked


def test_what_is_held_back_stays_on_the_table_and_at_home() -> None:
    game = new_game(*SIDES)
    shown = typed("say 1 2", "hold", "sheet", "say 2 2", "letter", "send", "y", game=game)
    assert "held back; put sends them" in " ".join(shown.after("sheet").split()) and "held back" in shown.after("say 2 2")
    assert "THE LETTER AS IT WOULD GO" in shown.after("letter")
    assert game._sealed[WASHINGTON] == Dispatch()


def test_a_change_is_taken_back_and_made_again() -> None:
    shown = typed("undo", "give brief", "undo", "redo", "redo")
    assert "nothing to take back" in shown.after("undo") and "Brief the allies" in shown.after("redo")


def test_the_staff_counts_what_the_window_shows() -> None:
    game = with_their_letter()
    shown = typed("say 1 2", "staff", "staff order 1", game=game)
    line = numbered(game.board(WASHINGTON))[0]
    found = likely.likely(whole("effects", game.question(WASHINGTON, Dispatch())), line.id)
    assert found
    told = " ".join(shown.after("staff order 1").split())
    assert all(" ".join(words.replace("\N{MINUS SIGN}", "-").split()) in told for words in likely.lines(game.board(WASHINGTON), line, found))
    assert "STAFF FORECAST" in shown.after("staff") and "OUR LETTER" in shown.after("staff")


def test_a_finished_game_can_be_asked_about_before_one_leaves() -> None:
    game = new_game(WASHINGTON)
    while not game.is_over:
        game.submit(WASHINGTON, Dispatch())
        game.advance()
    shown = typed("why score washington true total", "ledger 1", "why score nobody", "send", "quit", game=game)
    words = game.board(WASHINGTON).ending
    assert words and f"{words.scores[0].true['total']:>6}" in shown.after("why score washington true total")
    assert "LEDGER OF TURN 1" in shown.after("ledger 1") and "are needed" in shown.after("why score nobody")
    assert "There is no command 'send'" in shown.after("send")


def test_a_replay_goes_turn_by_turn_and_shows_no_more_than_was_known() -> None:
    game = new_game(WASHINGTON)
    for _ in range(3):
        game.submit(WASHINGTON, Dispatch())
        game.advance()
    lines: list[str] = []
    typed_lines = iter(["next", "turn 3", "turn 9", "back", "chart", "quit"])
    replay = Replay(game.watched(WASHINGTON), lambda prompt: lines.append(prompt) or next(typed_lines), lines.append)
    replay.play()
    told = "\n".join(lines)
    assert "replay, after turn 1 of 3> " in told and "replay, after turn 2 of 3> " in told and "a number from 0" in told
    assert all(len(line) <= 80 for line in lines)


def test_the_titles_shelf_tells_scenarios_and_credits_and_changes_the_language(tmp_path: Path) -> None:
    from game.session.frontdoor import front_doors
    doors, kept = front_doors(), []
    nothing_kept = Doors(doors.new_game, doors.resume, list, doors.opponents, doors.settings, books=doors.books)
    terminal = Terminal(["5", "6", "8", "7", "2", "7", "1", "3"])
    try:
        assert open_title(nothing_kept, terminal.read, terminal.write, "", Wishes(Settings(), kept.append)) == 0
    finally:
        use("en")
    shown = " ".join(terminal.text.split())
    assert "No game with a turn played" in shown and "Natural Earth" in shown and [each.language for each in kept] == ["ru", "en"]
    assert all(" ".join(book.summary.split()) in shown for book in doors.books())
    assert "\N{CYRILLIC CAPITAL LETTER YA}\N{CYRILLIC SMALL LETTER ZE}\N{CYRILLIC SMALL LETTER YERU}" in shown


def test_a_game_that_cannot_be_looked_back_on_is_said_to_be_none(tmp_path: Path) -> None:
    def broken(file: Path, side: str):
        raise ValueError("It was cut.")
    doors = Doors(lambda choice: new_game(WASHINGTON), Game.resume, list, lambda side: [],
                  replays=lambda: [(tmp_path / "x.knot", "washington", "A game")], watch=broken)
    terminal = Terminal(["1"])
    shelf.look_back(doors, terminal.read, terminal.write)
    assert "It was cut." in terminal.text
