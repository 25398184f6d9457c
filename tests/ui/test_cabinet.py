"""The cabinet: the team, the files and what stands behind the numbers, by key and by hand, with every fact of the board."""

from game.ui.screens.cabinet import SHOWN_ELSEWHERE

from .fake_game import DATES, TEAM
from .window import Window, seated


def words(window: Window, start: str = "") -> str:
    return " ".join(node.text for node in window.tree.nodes if node.kind == "text" and node.id.startswith(start))


def test_the_room_says_how_the_team_stands_and_opens_it() -> None:
    window = Window()
    seated(window)
    assert window.node("standing:aside").text == "1 in bed, longest awake 44 h"
    for id, focus in (("key:T", "person:leader"), ("key:F", "file:chiefs")):
        window.click(id)
        assert window.screen == "cabinet" and window.focus == focus
        window.press("Esc")
        assert window.screen == "room"


def test_keys_open_it_and_change_over_inside() -> None:
    window = Window()
    seated(window)
    window.press("T")
    assert window.focus == "person:leader"
    window.press("F")
    assert window.focus == "file:chiefs"
    window.click("key:T")
    assert window.focus == "person:leader"
    window.press("Ctrl+Enter", "F")
    assert window.screen == "cabinet" and window.focus == "file:chiefs"


def test_every_person_stands_there_with_hours_office_and_note() -> None:
    window = Window()
    seated(window)
    window.press("T")
    for id, name, office, hours, is_away, note in TEAM:
        window.walk_to(f"person:{id}")
        said = words(window, f"person:{id}")
        assert name in said and office in said and note in said
        assert ("in bed" if is_away else f"{hours} h") in said
        assert bool(window.tree.find(f"person:{id}:bar")) == (not is_away)
    window.press("W")
    assert "a deputy opens the post" in words(window, "slip:")


def test_every_date_is_read_by_walking_to_it() -> None:
    window = Window()
    seated(window)
    window.press("F")
    for id, name, when, is_ours, state, asks in DATES:
        window.walk_to(f"file:{id}")
        said = words(window, "open:")
        assert name in said and when in said and state in said and ("theirs" in said) == (not is_ours)
        assert all(ask in said for ask in asks) and ("Settled by then" in said) == bool(asks) and "Peking's polemics +40" in said


def test_a_click_on_a_date_opens_it_and_a_second_one_all_of_it_on_a_slip() -> None:
    window = Window()
    seated(window)
    window.click("key:F", "file:inspection")
    assert window.node("open:name").text == "File: inspection" and "not agreed yet" in words(window, "open:text")
    window.click("file:inspection")
    assert window.screen == "notice" and "not agreed yet" in words(window, "slip:")


def test_what_stands_behind_the_numbers_is_there_with_its_reason() -> None:
    window = Window()
    game = seated(window)
    window.press("T")
    for meter in game.board(0).more_meters:
        assert bool(window.tree.find(f"meter:{meter.id}")) == (not meter.id.startswith(SHOWN_ELSEWHERE))
    window.walk_to("meter:faith")
    window.press("W")
    assert window.screen == "why" and "Faith in their word" in words(window, "slip:")
