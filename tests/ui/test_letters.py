"""Letters and archive, the reader and the history notes: reached by key, walked, filtered, answered; every number a door."""

from game.ui.paint.letterhead import STAMPS, head_of, stamp_of
from game.wording.board import Board
from tests.wording.whole import board as real_board
from tests.wording.whole import games

from .window import Window, seated


def letters(window: Window) -> None:
    seated(window)
    window.press("K")
    assert window.screen == "letters"


def _tab_round(window: Window) -> None:
    for _ in range(len([stop for stop in window.tree.stops.values() if stop])):
        window.press("Tab")


def words(window: Window) -> str:
    return " ".join(node.text for node in window.tree.nodes)


def test_keys_lead_there_and_back() -> None:
    window = Window()
    letters(window)
    window.press("Esc", "H")
    assert window.screen == "history"
    window.press("Esc")
    assert window.screen == "room"


def test_it_opens_at_the_newest_letter_that_waits_for_an_answer() -> None:
    window = Window()
    letters(window)
    assert window.app.top.chosen == "letter-2" and window.tree.find("answer:accept")
    assert "The writer would take the weapons out of Cuba" in words(window)


def test_arrows_walk_the_letters_and_the_reader_follows() -> None:
    window = Window()
    letters(window)
    _tab_round(window)
    assert window.app.top.chosen == "letter-2", "Tab round the screen changes nothing"
    window.walk_to("letter:letter-2")
    window.press("Up")
    assert window.app.top.chosen == "letter-1" and "Specialists would not be needed" in words(window)
    window.press("Right")
    assert window.app.top.chosen == "letter-2", "right goes to the next letter of the same hand"
    window.press("Left")
    assert window.app.top.chosen == "letter-1"
    _tab_round(window)
    assert window.app.top.chosen == "letter-1"


def test_an_answer_given_there_stands_on_the_draft_and_is_given_by_key_or_mouse() -> None:
    window = Window()
    letters(window)
    window.press("F")
    desk = window.app.top.desk
    assert (desk.draft.answer, desk.draft.answer_to) == ("refuse", 2)
    window.click("answer:ignore")
    assert desk.draft.answer == "ignore"
    window.press("C")
    assert window.screen == "deal" and desk.draft.counters == 2


def test_every_number_is_a_door() -> None:
    window = Window()
    letters(window)
    for id, said in (("term:T01", "security"), ("worth:all", "security"), ("answer:accept", "Havana")):
        window.walk_to(id)
        window.press("W")
        assert window.screen == "why" and said in words(window).lower().replace("havana", "Havana"), id
        window.press("Esc")
        assert window.screen == "letters"


def test_channels_and_kinds_filter() -> None:
    window = Window()
    letters(window)
    window.press("3")
    assert window.tree.stops["list"] == ["letter:letter-1"], "the one cable"
    window.press("5")
    assert "Nothing here yet." in words(window)
    window.click("view:archive")
    folded = set(window.app.top.folded)
    window.press("6")
    kinds = {window.app.top.papers[id.partition(":")[2]].kind for id in window.tree.stops["list"] if id.startswith("letter:")}
    assert kinds <= {"report"}
    window.press("1")
    day = next(id for id in window.tree.stops["list"] if id.startswith("day:"))
    window.click(day)
    assert set(window.app.top.folded) != folded


def test_the_archive_holds_every_paper() -> None:
    window = Window()
    letters(window)
    window.click("view:archive")
    for day in list(window.app.top.folded):
        window.app.top.act(f"day:{day}")
    window.app.is_dirty = True
    window.settle()
    shown = {id.partition(":")[2] for id in window.tree.stops["list"] if id.startswith("letter:")}
    assert shown == {paper.id for paper in window.app.top.desk.board.papers}


def test_w_on_a_paper_explains_its_hard_words() -> None:
    window = Window()
    seated(window)
    window.app.top.act("read:letter-2")
    window.settle()
    window.click("key:W")
    assert window.screen == "notice"


def test_history_says_that_it_hides_what_is_to_come() -> None:
    window = Window()
    seated(window)
    window.press("H")
    assert "Days still to come are not shown" in words(window)
    window.press("2")
    assert all(not note.was_secret for note in window.app.top.notes)
    window.press("3")
    assert all(note.was_secret for note in window.app.top.notes)
    window.press("N")
    assert "Annex" in words(window)


def _senders(side: int) -> dict[str, Board]:
    return {paper.sender: moment for game in games() for moment in (real_board(game[-1], side),) for paper in moment.papers}


def test_every_office_that_writes_has_its_letterhead() -> None:
    """In four whole games only the friend on the telephone writes on plain paper; Moscow's offices are printed in Russian, with the English below."""
    for side, name in enumerate(("washington", "moscow")):
        for sender in _senders(side):
            head = head_of(sender, name)
            assert head or sender == "A friend, by telephone", sender
            if head and head.of == "moscow":
                assert any("\u0400" <= char <= "\u04ff" for char in head.top) and head.under.replace("\u00b7", "").isascii()


def test_stamps_say_copy_late_secret_or_nothing() -> None:
    assert stamp_of("cable", 3, True, False, False, "washington") == STAMPS["washington"]["own"]
    assert stamp_of("cable", 3, False, False, True, "moscow") == STAMPS["moscow"]["late"]
    assert stamp_of("broadcast", 3, False, True, False, "moscow") == ""
    assert stamp_of("report", 0, False, False, False, "washington") == "Secret"
    assert stamp_of("news", 0, False, False, False, "washington") == ""
