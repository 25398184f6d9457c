"""The clipboard: a paper is put there by key and by mouse, a machine without one is told softly, and nothing of one seat is left for the next."""

from collections.abc import Iterator

import pygame
import pytest

from game.language import t
from game.ui import clipboard
from game.ui.flow import sit_down
from game.ui.screens.history import History
from game.ui.screens.letters import Letters
from game.wording.plain import plain_paper

from .fake_game import SECRET_OF, FakeGame
from .window import Window, seated


class Fake:
    """A clipboard that remembers, or that is not there."""

    def __init__(self) -> None:
        self.text, self.is_there = "", True

    def write(self, text: str) -> None:
        if not self.is_there:
            raise pygame.error("no clipboard")
        self.text = text

    def read(self) -> str:
        return self.text


@pytest.fixture
def board(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    fake = Fake()
    monkeypatch.setattr(clipboard, "_write", fake.write)
    monkeypatch.setattr(clipboard, "_read", fake.read)
    yield fake
    clipboard._Ours.text = ""


def test_a_paper_is_copied_from_wherever_it_is_shown(board: Fake) -> None:
    window = Window()
    game = seated(window)
    papers = {paper.id: paper for paper in game.board(0).papers}
    window.press("Ctrl+C")
    assert board.text == plain_paper(papers["letter-2"]), "from the tray"
    assert window.app.top.said == t("paper.copied") and window.tree.find("said:words")
    window.press("I")
    assert not window.tree.find("said:words"), "the word is gone with the next press"
    window.app.top.act("read:letter-1")
    window.settle()
    window.press("Ctrl+C")
    assert board.text == plain_paper(papers["letter-1"]), "from the reader"
    window.app.back()
    window.app.push(Letters(window.app.top.desk, "letter-2"))
    window.settle()
    window.click("key:Ctrl+C")
    assert board.text.startswith(papers["letter-2"].title), "from the letters, by mouse"
    window.app.back()
    window.app.push(History(window.app.top.desk))
    window.settle()
    window.press("Ctrl+C")
    assert "October 1962" in board.text and "timeline 27 Oct" in board.text, "a note on history"


def test_the_briefing_can_be_taken_along(board: Fake) -> None:
    window = Window()
    game = FakeGame((0,))
    sit_down(window.app, game)
    window.settle()
    assert window.screen == "briefing"
    window.press("Ctrl+C")
    assert board.text == plain_paper(game.board(0).papers[-1])


def test_the_letter_on_the_deal_table_can_be_taken_along(board: Fake) -> None:
    window = Window()
    seated(window)
    window.press("D")
    window.click("issue:T01:peg:3")
    window.press("Ctrl+C")
    letter = window.app.top.desk.words().letter
    assert letter and all(paragraph in board.text for paragraph in letter)


def test_what_is_copied_says_who_and_when() -> None:
    paper = FakeGame().board(0).papers[0]
    first, second, *_ = plain_paper(paper).split("\n")
    assert first == paper.title and paper.sender in second and paper.when in second
    for words in (*paper.body, paper.deadline, paper.terms[0].says, paper.source):
        assert words in plain_paper(paper)


def test_a_machine_without_a_clipboard_is_told_softly(board: Fake) -> None:
    window = Window()
    seated(window)
    board.is_there = False
    window.press("Ctrl+C")
    assert window.app.top.said == t("paper.not-copied") and window.screen == "room"
    clipboard.forget()


def test_forgetting_takes_away_what_we_put_and_nothing_else(board: Fake) -> None:
    assert clipboard.put("ours")
    clipboard.forget()
    assert board.text == ""
    clipboard.put("ours")
    board.text = "somebody else's"
    clipboard.forget()
    assert board.text == "somebody else's"
    board.text = "ours"
    clipboard.forget()
    assert board.text == "ours", "what was forgotten once is no longer ours"


def test_the_curtain_leaves_nothing_of_the_other_seat_on_the_clipboard(board: Fake) -> None:
    window = Window()
    game = FakeGame((0, 1))
    game.turn = 2
    sit_down(window.app, game)
    window.settle()
    window.press("Enter", "Enter", "Enter", "Ctrl+Enter", "Ctrl+C")
    assert SECRET_OF[0] in board.text
    window.press("Ctrl+Enter", "Enter")
    assert window.screen == "curtain" and board.text == ""


def test_a_lone_player_keeps_what_he_copied(board: Fake) -> None:
    window = Window()
    seated(window)
    window.press("Ctrl+C", "Ctrl+Enter", "Enter")
    assert SECRET_OF[0] in board.text
