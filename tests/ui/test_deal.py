"""The deal table with the whole catalogue on it: groups fold and open by key and by hand, and nothing said is out of reach."""

import pygame
import pytest

from game.engine.orders import Term
from game.ui import hands
from game.ui.screens.deal_scale import NUDGE, Scale, places

from .fake_game import ISSUES
from .fake_staff import FakeStaff, answered
from .window import Window, seated


def at_the_table(*acts: str) -> Window:
    """A window with the deal table in front, those actions done."""
    window = Window()
    seated(window)
    window.press("D")
    for act in acts:
        window.app.top.act(act)
    window.app.is_dirty = True
    window.settle()
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


def test_what_a_countered_letter_speaks_of_lies_on_the_table() -> None:
    """Letter 2 speaks of the missiles and of the Jupiters; what nobody spoke of stays folded."""
    window = Window()
    seated(window)
    window.walk_to("paper:letter-2")
    window.press("R", "C")
    assert window.screen == "deal" and rows(window) == {"T01", "T09"}
    assert window.node("group:bases:names").text == "Jupiters in Italy, Turkish compensation"
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
    assert rows(window) & of_group("cuba") == of_group("cuba"), "unfolded"
    window.press("Enter")
    assert rows(window) & of_group("cuba") == {"T15"} and window.app.top.desk.draft == draft, "what is said stays in sight"
    assert window.node("group:cuba:tally").text.startswith("6 issues, 1 said")


def test_what_undo_brings_back_is_in_sight() -> None:
    window = at_the_table("peg:T15:2", "unsaid:T15")
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


def told(window: Window, start: str) -> str:
    """All words of the nodes whose id begins so."""
    return " ".join(node.text for node in window.tree.nodes if node.id.startswith(start) and node.text)


def terms(window: Window) -> dict[str, Term]:
    return window.app.top.desk.draft.terms


def test_conditions_hang_and_come_off_by_key_and_by_hand() -> None:
    """T07 can have all four; the number of its chip is its key."""
    window = at_the_table("peg:T07:3")
    window.press("4", "1")
    assert terms(window)["T07"].conditions == ("supervised", "treaty"), "in the order of the rules, not of the hand"
    window.click("issue:T07:if:conduct", "issue:T07:if:supervised")
    assert terms(window)["T07"].conditions == ("conduct", "treaty")
    assert window.node("issue:T07:if:conduct").is_on and not window.node("issue:T07:if:supervised").is_on
    window.press("Ctrl+Z")
    assert terms(window)["T07"].conditions == ("supervised", "conduct", "treaty")


def test_only_conditions_that_an_issue_may_have_are_offered() -> None:
    window = at_the_table("peg:T02:2")
    window.press("2", "3", "4")
    assert terms(window)["T02"].conditions == ()
    window.press("1")
    assert terms(window)["T02"].conditions == ("supervised",)
    assert {node.id for node in window.tree.nodes if ":if:" in node.id} == {"issue:T02:if:supervised"}
    window.walk_to("issue:T30")
    window.press("Enter", "1")
    assert terms(window)["T30"].conditions == () and not [node for node in window.tree.nodes if ":if:" in node.id]


def test_news_comes_off_the_paper_and_paper_makes_it_a_pledge() -> None:
    window = at_the_table("peg:T02:2")
    window.press("N")
    assert terms(window)["T02"].news and not terms(window)["T02"].paper
    window.press("O")
    assert not terms(window)["T02"].news and terms(window)["T02"].paper
    window.click("issue:T02:news")
    assert terms(window)["T02"].news and window.node("issue:T02:news").text == "news"
    assert "Given as news" in told(window, "sum:mind")


def test_what_everybody_sees_cannot_be_made_secret() -> None:
    """Its switch is struck out, its row says why, the key is not offered; a hand on the switch changes nothing."""
    window = at_the_table("peg:T01:2")
    assert window.node("issue:T01:secret").look == ("open", "secret", True)
    assert "cannot be secret" in window.node("issue:T01:worth").text and window.tree.find("key:P") is None
    before = terms(window)
    window.press("P")
    assert terms(window) == before and not before["T01"].secret
    window.click("issue:T01:secret")
    assert terms(window) == before
    window.walk_to("issue:T02")
    window.press("Enter", "P")
    assert terms(window)["T02"].secret and window.node("issue:T02:secret").look == ("open", "secret", False) and window.tree.find("key:P")


def test_small_toggles_stand_on_the_opened_row_alone() -> None:
    """The other rows say in words what hangs on them."""
    window = at_the_table("peg:T07:3", "news:T07", "condition:T07:1", "peg:T02:2")
    assert window.tree.find("issue:T02:news") and not window.tree.find("issue:T07:news")
    assert window.node("issue:T07:says").text == "Assurance, once arms are out (as news, only if Cuba keeps quiet)"
    window.walk_to("issue:T07")
    window.press("W")
    assert "step 3, open, by mouth, loose, as news, only if Cuba keeps quiet" in told(window, "slip:")


def test_a_letter_has_a_tone() -> None:
    window = at_the_table("peg:T02:2")
    assert window.node("tone:plain").is_on
    window.press("M", "M")
    assert window.node("tone:stern").is_on and "tightens" in told(window, "sending:note")
    window.click("tone:anguished")
    window.press("Ctrl+Enter")
    assert window.app.top.desk.draft.dispatch().proposal.tone == "anguished"
    assert window.node("given:proposal:aside").text == "by Embassy cable, tone: anguished"


def test_their_news_and_conditions_come_back_with_a_counter() -> None:
    window = Window()
    seated(window)
    window.walk_to("paper:letter-1")
    window.press("R")
    assert window.node("term:T07:strings").text.startswith("as news, only if the UN looks on, Cuba keeps quiet")
    window.press("C")
    said = terms(window)["T07"]
    assert said.news and said.conditions == ("supervised", "conduct", "lasting", "treaty")


def test_what_may_become_of_the_words_is_said_before_they_go() -> None:
    window = at_the_table("peg:T02:2", "exact:T02")
    assert "If either side is in great fear" in told(window, "sum:mind")
    window.app.top.why("sum:mind")
    window.settle()
    assert "30 chances in 100" in told(window, "slip:")


# ------------------------------------------------------------------------------------------------ what the staff has counted


def counted_table(*acts: str, is_quick: bool = True) -> Window:
    """The deal table with a staff that answers at once, or only when told to."""
    window = Window()
    window.app.is_live, window.app.background = True, FakeStaff(is_quick)
    seated(window)
    window.press("D")
    for act in acts:
        window.app.top.act(act)
    window.app.is_dirty = True
    window.settle()
    return window


def count(window: Window) -> None:
    answered(window.app)
    window.settle()


def test_the_chance_of_acceptance_stands_as_dots_number_and_range() -> None:
    window = counted_table("peg:T01:2")
    assert window.node("sum:accept:range").text == "Staff still counting." and window.node("sum:accept:strip").look[0] == ()
    count(window)
    dots, is_whole, low, high = window.node("sum:accept:strip").look
    assert is_whole and len(dots) == 10 and 0 <= low <= high <= 100
    assert window.node("sum:accept:figure").text == "70"
    assert window.node("sum:accept:range").text == f"{low}\u2013{high}"


def test_the_count_is_used_from_its_first_part_and_says_how_far_it_is() -> None:
    window = counted_table("peg:T01:2")
    staff = window.app.background
    for answer in staff.take():
        for screen in window.app.stack:
            screen.answered(answer)
    window.app.is_dirty = True
    window.settle()
    assert window.node("sum:accept:figure").text == "70" and window.node("sum:accept:range").text == "50 of 200"
    assert not window.node("sum:accept:strip").look[1]


def test_a_peg_that_moves_again_has_the_count_begin_anew() -> None:
    """An answer to the letter as it was is not taken for one to the letter as it is."""
    window = counted_table("peg:T01:2", is_quick=False)
    staff = window.app.background
    assert [job for job, _ in staff.asked].count("acceptance") == 1
    window.press("Right")
    assert [job for job, _ in staff.asked].count("acceptance") == 2
    assert len([id for id in staff.open if id.endswith(":acceptance")]) == 1, "the old wish is no longer open"
    window.press("Ctrl+Z")
    assert [job for job, _ in staff.asked].count("acceptance") == 3


def test_where_staff_think_they_could_settle_is_a_band_up_to_what_they_asked() -> None:
    """Of 200 governments 10, 40, 80, 150 and 190 take the steps; their last word was step 4."""
    window = counted_table("peg:T01:2")
    assert window.node("issue:T01:scale").look.band is None
    count(window)
    assert window.node("issue:T01:scale").look.band == (3, 4)
    assert window.node("issue:T01:taken").text == "Moscow takes the letter with step 2: 20 in 100."


def test_without_a_staff_the_table_says_so() -> None:
    window = at_the_table("peg:T01:2")
    assert window.node("sum:accept:note").text == "No staff to count here."


@pytest.mark.parametrize(("id", "words"), [("sum:worth", "Worth to us"), ("sum:home", "home"), ("sum:leak", "Leak by January"),
                                           ("sum:open", "Left open"), ("sum:block", "Can block"), ("sum:accept", "Moscow accepts"),
                                           ("issue:T05", "Inspection in Cuba")])
def test_every_number_of_the_table_is_a_door_with_its_parts(id: str, words: str) -> None:
    window = counted_table("peg:T05:2", "peg:T09:3", "secret:T09", "paper:T09")
    count(window)
    window.walk_to(id)
    window.press("W")
    assert window.screen == "why" and words.upper() in window.node("slip:title").text.upper()
    window.press("W")
    assert window.screen == "account"


# ------------------------------------------------------------------------------------------------ the hand on a peg


def drag(window: Window, start: tuple[int, int], *stops: tuple[int, int]) -> None:
    """The left button is pressed, the mouse moved from place to place, the button let go."""
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1))
    window.settle()
    for stop in stops:
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=stop, rel=(0, 0), buttons=(1, 0, 0)))
        window.settle()
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=stops[-1], button=1))
    window.settle()


def test_a_peg_is_dragged_from_step_to_step_and_comes_back_in_one_undo() -> None:
    window = at_the_table("peg:T02:2")
    places = [window.node(f"issue:T02:peg:{place}").rect.center for place in range(1, 6)]
    drag(window, places[1], places[2], (places[3][0] + 9, places[3][1] + 60), places[4])
    assert terms(window)["T02"].position == 5
    window.press("Ctrl+Z")
    assert terms(window)["T02"].position == 2
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=places[0], rel=(0, 0), buttons=(0, 0, 0)))
    window.settle()
    assert terms(window)["T02"].position == 2, "let go, it stays"


def test_the_wheel_moves_the_opened_peg_over_its_scale_alone() -> None:
    window = at_the_table("peg:T02:2")
    x, y = window.node("issue:T02:scale").rect.center
    assert hands.wheel(window.app.top, window.tree, x, y, -1) and terms(window)["T02"].position == 3
    assert hands.wheel(window.app.top, window.tree, x, y, 1) and terms(window)["T02"].position == 2
    x, y = window.node("group:world").rect.center
    hands.wheel(window.app.top, window.tree, x, y, -1)
    assert terms(window)["T02"].position == 2


@pytest.mark.parametrize("peg", range(6))
@pytest.mark.parametrize("washington", range(6))
@pytest.mark.parametrize("moscow", range(6))
def test_no_mark_lies_on_another(washington: int, moscow: int, peg: int) -> None:
    """Square, diamond and peg on one step stand at least six design pixels apart."""
    look = Scale(washington, moscow, None, Term(peg) if peg else None, None, 0, 80, 0)
    at = places(look)
    spots = [(look.x(place) + at[side][0], at[side][1]) for side, place in (("washington", washington), ("moscow", moscow)) if place]
    spots += [(look.x(peg), 8.0)] if peg else []
    for number, one in enumerate(spots):
        for two in spots[:number]:
            assert max(abs(one[0] - two[0]), abs(one[1] - two[1])) >= NUDGE
