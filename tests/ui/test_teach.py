"""What a beginner sees: a first turn of one paper, one word, one rung and one button; panels by degrees; a lesson that speaks and can be left."""

from dataclasses import replace

import pytest

from game.session.doors import Choice
from game.session.frontdoor import front_doors
from game.session.lessons import EVERYTHING, panels_of
from game.session.settings import read_settings
from game.ui.flow import sit_down
from game.ui.layout.node import Tree
from tests.whole_games import book

from .tours.teach import game_of, lesson_book
from .window import Window


def beginner(side: int = 0, is_lesson: bool = False) -> Window:
    window = Window(is_beginner=True, doors=front_doors())
    sit_down(window.app, game_of(lesson_book() if is_lesson else book(), side))
    window.settle()
    return window


def _kinds(tree: Tree, *kinds: str) -> list[str]:
    return [node.id for node in tree.nodes if node.kind in kinds]


def _strip(window: Window) -> str:
    node = window.tree.find("lesson:words")
    return node.text if node else ""


@pytest.mark.parametrize("side", (0, 1))
def test_the_first_turn_has_one_paper_one_word_one_rung_and_one_button(side: int) -> None:
    window = beginner(side)
    assert window.screen == "first"
    tree = window.tree
    assert [node.id for node in tree.nodes if node.kind == "panel"] == ["read", "say", "do"]
    assert len(_kinds(tree, "card")) == 3 and len(_kinds(tree, "choice")) == 2 and _kinds(tree, "button") == ["primary"]
    assert set(tree.stops) == {"band", "read", "say", "do", "primary"}, "nothing else takes the focus"
    assert not window.app.top.desk.draft.orders, "nothing is chosen for the player"


@pytest.mark.parametrize("side", (0, 1))
def test_it_gives_real_orders_on_the_real_draft_by_keys(side: int) -> None:
    window = beginner(side)
    screen = window.app.top
    first, second = (line.id for line in screen.first.answers[:2])
    window.press("Enter")
    assert screen.desk.draft.orders == (first,)
    window.press("Down", "Enter")
    assert screen.desk.draft.orders == (second,), "one word takes the other's place"
    window.press("Tab", "Home", "Enter")
    assert screen.desk.draft.orders == (second, screen.first.step.id)
    window.press("Down", "Enter")
    assert screen.desk.draft.orders == (second,) and not screen.is_up, "the rung can be left again"
    window.press("Ctrl+Z")
    assert screen.is_up
    window.press("Ctrl+Enter")
    assert window.screen == "confirm"
    window.press("Enter")
    assert window.screen == "room" and window.app.top.desk.board.turn == 2
    assert len(window.app.top.desk.board.done) == 2


def test_it_is_played_by_mouse_alone() -> None:
    window = beginner()
    screen = window.app.top
    window.click("say:frame_castro", "rung:tighten_quarantine", "rung:stay", "say:frame_missiles")
    assert screen.desk.draft.orders == ("frame_missiles",)
    window.click("key:R")
    assert window.screen == "paper"
    window.click("primary")
    window.click("primary", "do:sign")
    assert window.screen == "room"


def test_why_on_a_card_or_a_rung_tells_all_and_a_number_leads_on() -> None:
    window = beginner()
    window.press("W")
    assert window.screen == "why"
    window.press("Esc", "Tab", "Home", "W")
    assert window.screen == "why"
    window.press("Esc")
    window.app.top.why("meter:pressure")
    assert window.screen == "why"


def test_turns_two_to_five_open_panel_by_panel() -> None:
    window = beginner()
    seen: dict[int, set[str]] = {}
    for turn in range(2, 6):
        window.app.top.act("send")
        window.settle()
        window.press("Enter")
        if window.screen == "reveal":
            window.press("Ctrl+Enter")
        assert window.screen == "room"
        found = {node.id for node in window.tree.nodes if node.kind == "panel"} | {node.id for node in window.tree.nodes if node.kind == "key"}
        seen[turn] = found
    assert {"tray", "orders"} <= seen[2] and "standing" not in seen[2] and "key:D" not in seen[2] and "key:L" not in seen[2]
    assert {"standing", "key:L"} <= seen[3] and "key:D" not in seen[3]
    assert {"key:D", "key:K"} <= seen[4] and "key:T" not in seen[4]
    assert "key:T" in seen[5]


def test_a_key_of_what_is_closed_does_nothing() -> None:
    window = beginner()
    window.press("Ctrl+Enter", "Enter")
    for key in "DLKTFH":
        window.press(key)
        assert window.screen == "room", key


def test_the_keys_slip_opens_everything_at_once_and_keeps_the_sheet() -> None:
    window = beginner()
    window.press("Enter", "F1")
    window.click("do:open")
    assert window.app.settings.open_all and read_settings()[0].open_all
    assert [screen.name for screen in window.app.stack] == ["title", "room", "briefing"]
    desk = window.app.top.desk
    assert desk.draft.orders == ("frame_missiles",)
    assert panels_of(desk.board, window.app.settings) == frozenset(EVERYTHING) - {"first"}
    window.press("F1")
    assert window.tree.find("do:open") is None, "there is nothing left to open"


def test_a_taught_player_begins_with_the_whole_room() -> None:
    window = Window(doors=front_doors())
    sit_down(window.app, game_of(book(), 0))
    assert window.screen == "briefing"


def test_the_first_game_is_over_after_five_turns_and_the_file_says_so() -> None:
    window = beginner()
    for _ in range(5):
        assert window.app.settings.taught == ()
        window.app.top.act("send")
        window.settle()
        window.press("Enter")
        if window.screen == "reveal":
            window.press("Ctrl+Enter")
    assert window.app.settings.taught == ("washington",) and read_settings()[0].taught == ("washington",)


def test_two_beginners_at_one_desk_each_have_their_first_turn_behind_the_curtain() -> None:
    window = Window(is_beginner=True)
    from game.session.game import Game
    sit_down(window.app, Game.open(book(), 5, {}))
    for name in ("Washington", "Moscow"):
        assert window.screen == "curtain"
        window.press("Enter", "Enter", "Enter")
        assert window.screen == "first" and window.app.top.desk.name == name
        window.press("Enter", "Ctrl+Enter", "Enter")
    assert window.screen == "curtain"


# ------------------------------------------------------------------ the lesson
def test_the_title_leads_to_the_lesson_and_back_to_one_begun() -> None:
    window = Window(is_beginner=True, doors=front_doors())
    window.app.top.act("teach")
    window.settle()
    assert window.screen == "teach" and window.tree.find("begun") is None
    window.press("Enter")
    assert window.screen == "first" and window.app.top.desk.board.is_lesson
    window.press("Enter", "Ctrl+Enter", "Enter")
    assert window.app.top.desk.board.turn == 2
    again = Window(is_beginner=True, doors=front_doors())       # as after the program has ended
    again.app.top.act("teach")
    again.settle()
    again.press("Enter")
    assert again.app.top.desk.board.turn == 2 and again.app.top.desk.board.is_lesson
    assert _strip(again), "the lesson goes on where it was"


def test_the_strip_follows_what_is_done_and_covers_nothing() -> None:
    window = beginner(is_lesson=True)
    said = [_strip(window)]
    for keys in (("Down", "Enter"), ("Up", "Enter"), ("Tab", "Home", "Enter"), ("Ctrl+Enter", "Enter")):
        window.press(*keys)
        said.append(_strip(window))
    assert len(set(said)) == len(said) and all(said), said
    assert window.screen == "reveal"
    strip = window.node("lesson").rect
    assert not [node.id for node in window.tree.nodes if node.kind == "panel" and node.rect.colliderect(strip)]
    window.press("Esc")
    assert window.screen == "room" and _strip(window), "Esc leaves the reckoning, and the strip is there still"


def test_the_lesson_is_skipped_by_its_key_and_by_the_mouse_and_stays_so() -> None:
    for how in ("key", "mouse"):
        window = beginner(is_lesson=True)
        window.press("Enter")
        if how == "key":
            window.press("F10")
        else:
            window.click("lesson:skip")
        assert window.screen == "notice"
        window.press("Esc")
        assert window.screen == "briefing" and not _strip(window)
        assert window.app.top.desk.draft.orders == ("frame_missiles",), "the game goes on as it stood"
        assert read_settings()[0].taught == ("washington",)
    window.press("F10")
    assert window.screen == "briefing"


def test_a_returned_order_and_the_menu_in_sight_change_what_is_said() -> None:
    window = beginner(is_lesson=True)
    window.press("Enter", "Ctrl+Enter", "Enter", "Esc")
    room = window.app.top
    for paper in room.desk.board.papers:
        room.desk.read.add(paper.id)
    window.app.repaint()
    window.settle()
    calm = _strip(window)
    room.returned = "Strike: the troops are not ready."
    window.app.repaint()
    window.settle()
    assert _strip(window) != calm and "not ready" in _strip(window)


def test_the_lesson_is_played_to_its_end() -> None:
    window = beginner(is_lesson=True)
    for _ in range(8):
        if window.screen == "ending":
            break
        if window.screen == "reveal":
            window.press("Ctrl+Enter")
        top = window.app.top
        letters = [paper.letter for paper in top.desk.board.papers if paper.letter and not paper.is_own]
        if top.desk.board.turn == 3 and letters:
            top.desk.change(top.desk.draft.answering("accept", max(letters)))
        window.press("Ctrl+Enter", "Enter")
    assert window.screen == "ending" and _strip(window)
    assert window.tree.find("lesson:skip") is None, "there is nothing left to skip"
    assert window.app.settings.taught == ("washington",)


def test_another_game_has_no_strip() -> None:
    assert not _strip(beginner())


# ------------------------------------------------------------------ a new game
def test_a_new_game_offers_each_crisis_with_its_own_opponents() -> None:
    window = Window(doors=front_doors())
    window.app.top.act("new")
    window.settle()
    october = {node.id for node in window.tree.nodes if node.id.startswith("across:")}
    window.click("crisis:first-evening")
    lesson = {node.id for node in window.tree.nodes if node.id.startswith("across:")}
    assert "across:way-out-moscow" in october and "across:evening-moscow" in lesson and "across:way-out-moscow" not in lesson
    assert window.tree.find("settings:none") is not None
    window.press("Ctrl+Enter")
    assert window.app.top.desk.board.is_lesson


def test_where_one_panel_has_the_window_the_chairs_are_a_list() -> None:
    window = Window(text=2.0)
    window.app.top.act("new")
    window.settle()
    assert window.app.top.front == "chairs"
    window.click("chair:moscow", "front:across")
    assert window.app.top.chair == "moscow" and window.tree.find("across:way-out") is not None


def test_the_lesson_asks_the_front_door_for_its_own_opponent() -> None:
    game = front_doors().new_game(Choice("moscow", "", scenario="first-evening"))
    assert game.rulebook.id == "first-evening" and game.seats == (1,)
    assert replace(game.board(1), is_lesson=False) != game.board(1)
