"""The deal table with the whole catalogue on it: groups fold and open by key and by hand, and nothing said is out of reach."""

import pygame

from game.ui import hands

from .fake_game import ISSUES
from .window import Window, seated


def at_the_table(*acts: str) -> Window:
    """A window with the deal table in front, those actions done."""
    window = Window()
    seated(window)
    window.press("D")
    for act in acts:
        window.app.top.act(act)
    return window


def rows(window: Window) -> set[str]:
    """Ids of the issues that the arrows can walk to, in sight or not."""
    return {id.partition(":")[2] for id in window.tree.stops["table"] if id.startswith("issue:")}


def of_group(*groups: str) -> set[str]:
    return {id for id, _, group, _ in ISSUES if group in groups}


def test_a_fresh_table_shows_one_group_and_a_line_for_each_other() -> None:
    window = at_the_table()
    assert rows(window) == of_group("weapons")
    headings = [id.partition(":")[2] for id in window.tree.stops["table"] if id.startswith("group:")]
    assert headings == list(dict.fromkeys(group for _, _, group, _ in ISSUES)) and len(headings) == 7
    assert window.node("group:world:names").text == "Nuclear-free zone, Non-aggression pact, Berlin, Test ban"
    assert window.node("group:cuba:tally").text == "6 issues; they named 6"


def test_the_groups_of_a_letter_that_is_countered_are_open() -> None:
    """Letter 2 speaks of the missiles and of the Jupiters."""
    window = Window()
    seated(window)
    window.walk_to("paper:letter-2")
    window.press("R", "C")
    assert window.screen == "deal" and rows(window) == of_group("weapons", "bases")
    assert window.node("group:bases:tally").text.startswith("3 issues, 1 said")


def test_enter_and_the_arrows_fold_and_open_a_group() -> None:
    window = at_the_table()
    window.walk_to("group:world")
    window.press("Enter")
    assert rows(window) == of_group("weapons", "world") and window.focus == "group:world"
    window.press("Left")
    assert rows(window) == of_group("weapons")
    window.press("Right", "Right")
    assert rows(window) == of_group("weapons", "world")
    window.press("Down", "Right")
    first = window.focus.partition(":")[2]
    assert first in of_group("world") and set(window.app.top.desk.draft.terms) == {first}


def test_a_click_on_a_heading_folds_and_opens_at_once() -> None:
    window = at_the_table()
    window.click("group:cuba")
    assert rows(window) == of_group("weapons", "cuba")
    window.click("group:cuba")
    assert rows(window) == of_group("weapons")


def test_folding_a_group_takes_nothing_off_the_table() -> None:
    window = at_the_table("peg:T15:2")
    draft = window.app.top.desk.draft
    window.walk_to("group:cuba")
    window.press("Enter")
    assert not rows(window) & of_group("cuba") and window.app.top.desk.draft == draft
    assert window.node("group:cuba:tally").text.startswith("6 issues, 1 said")


def test_what_undo_brings_back_is_in_sight() -> None:
    window = at_the_table("peg:T15:2", "unsaid:T15", "fold:cuba")
    window.settle()
    window.press("Ctrl+Z")
    assert "T15" in window.app.top.desk.draft.terms and "T15" in rows(window)


def test_everything_unfolded_is_reached_by_arrows_and_by_the_wheel() -> None:
    window = at_the_table()
    for group in window.app.top.groups[1:]:
        window.walk_to(f"group:{group.id}")
        window.press("Enter")
    assert rows(window) == {id for id, *_ in ISSUES} and len(rows(window)) == 26
    window.press("Home")
    walked = set()
    for _ in range(40):
        walked.add(window.focus)
        assert window.tree.find(window.focus) is not None
        window.press("Down")
    assert walked == set(window.tree.stops["table"])
    last = window.tree.stops["table"][-1]
    window.press("Home")
    assert window.tree.find(last) is None
    x, y = window.tree.rolls["table"].rect.center
    pygame.mouse.set_pos(x, y)
    for _ in range(12):
        window.app.is_dirty |= hands.wheel(window.app.top, window.tree, x, y, -1)
        window.settle()
    assert window.tree.find(last) is not None


def test_w_on_a_heading_says_where_each_of_its_issues_stands() -> None:
    window = at_the_table("peg:T15:2")
    window.walk_to("group:cuba")
    window.press("W")
    told = " ".join(node.text for node in window.tree.nodes if node.id.startswith("slip:"))
    assert "Guantánamo: step 2 on the table; last named by us: 1, by them: 4." in told and "Lost aircraft: left unsaid" in told
