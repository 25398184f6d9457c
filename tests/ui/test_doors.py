"""Every number that a person can see is a door: at most two presses lead from it to a reckoning whose parts add up.

The tours bring every screen to the front; whoever adds a screen to a tour is asked the same of its numbers. What is no number of the game, such as a
date or a scale, is left out by name and with a reason.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from game.ui import hands
from game.ui.layout.node import Node, Tree
from game.ui.screen import Screen

from .tours import TOURS
from .window import Window

NO_NUMBERS = re.compile("(?i)" + "|".join((
    r"\b(U-2|Il-28s?|SS-[45]|R-1[24]|S-75|B-\d\d|C-\d\d|T\d\d|U Thant)\b",                      # names
    r"\b\d{1,2}( to \d{1,2})? (Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*",     # days
    r"\b1[89]\d\d\b", r"\b\d\d:\d\d\b",                                                         # years and clock times
    r"\b[Tt]urns? \d+( of about \d+)?", r"\b\d+ turns?\b", r"\b([Ll]etter|message) \d+\b", r"\band \d+ more\b",   # which turn, letter
    r"\bF\d+\b", r"\bE\d\d\d\b",                                                              # which key, which grid
    r"\d+°[NSEW]?", r"\b\d+[.,]? ?nm\b")))                                                      # degrees, miles on the chart
"""What has digits and is no number of the game."""
LEFT_OUT = {
    r":level:|:tick:|:day:|:day$|:begins$": "a mark on a scale or an axis, not a value",
    r":aside$|:count$|:tally$|^later:": "counts what stands below it",
    r"slip(:text)?:\d+": "words of a slip: it is itself the first press",
    r"^(turning|turn):\d+:number$": "the number of a ring on the course",
    r"^(paper|read|reading|letter|reader|reads|body|text|briefing|open|note|plan|book|credits|turn|word|causes|secrets|ending)\b.*:"
    r"(text:\d+|\d+|says|note|caption)$":
        "prose, as its writer put it",
    r":(file|when|date|deadline|name)$|^date$|^turn$": "a name, a date, which turn it is",
    r"^lesson:words$": "prose of the lesson",
    r"^details:refusal$": "prose: why an order came back",
    r"^sending:note": "how long a channel takes, which never changes",
    r"^footer": "what a key does",
    r"^course:past$": "of another game, history's: drawn beside this one, and in no ledger of it",
    r"^seat:stage": "when the stage ends",
    r"^chair:": "how long the briefing says the game is",
}
"""Id of a text -> why a digit in it is no number to be explained."""
OUTSIDE = ("title", "choose", "classroom", "credits", "curtain", "saves", "replays", "scenarios", "settings", "keys")
"""Screens on which no game is open: what numbers they show are the scenario's, the program's, or a file's."""
def numbers(tree: Tree) -> Iterator[Node]:
    """Every text that shows a number of the game."""
    for node in tree.nodes:
        words = " ".join(node.lines) if node.kind == "text" else ""
        if re.search(r"\d", NO_NUMBERS.sub("", words)) and not any(re.search(left, node.id) for left in LEFT_OUT):
            yield node


def is_reckoned(tree: Tree, node: Node | None = None) -> bool:
    """A waterfall is on the screen; for a node, in its own panel."""
    return any(each.kind == "waterfall" and (node is None or each.inside == node.inside) for each in tree.nodes)


def leads_to_a_reckoning(window: Window, tree: Tree, node: Node) -> bool:
    """A right click on the number, then W: one of them shows a reckoning. The screen is left as it was."""
    app, screen = window.app, window.app.top
    if is_reckoned(tree, node):
        return True
    app.tree, height, was = tree, len(app.stack), _kept(screen)
    try:
        hands.click(screen, tree, *node.rect.center, True)
        if app.top is screen:       # the ledger chooses the entry in its own waterfall
            return is_reckoned(app.build()) and screen.focus.startswith("part:")
        if is_reckoned(app.build()):
            return True
        hands.press(app.top, app.build(), "W")
        return is_reckoned(app.build())
    finally:
        del app.stack[height:]
        screen.__dict__.update(was)


def _kept(screen: Screen) -> dict[str, Any]:
    return {name: value.copy() if isinstance(value, dict | list | set) else value for name, value in screen.__dict__.items()}


@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.__module__.rpartition(".")[2])
def test_every_number_is_a_door(tour: Callable[[Window, int], Iterator[str]]) -> None:
    window = Window()
    asked: dict[tuple[str, str], bool] = {}
    for _ in tour(window, 7):
        tree = window.app.build()
        screen = window.app.top.name
        if window.app.top.is_slip or screen in OUTSIDE:
            continue
        for node in numbers(tree):
            if (screen, node.id) not in asked:
                asked[screen, node.id] = leads_to_a_reckoning(window, tree, node)
    shut = sorted(f"{screen}: {id}" for (screen, id), opens in asked.items() if not opens)
    assert not shut, f"{len(shut)} of {len(asked)} numbers lead nowhere:\n" + "\n".join(shut)


def test_a_number_that_leads_nowhere_is_found() -> None:
    """The check sees a number on bare paper, and passes by a date, a name and a scale."""
    def text(id: str, words: str) -> Node:
        return Node(id, "text", None, text=words, lines=(words,))  # type: ignore[arg-type]
    tree = Tree("planted", (400, 300), [text("worth", "worth \u2212120"), text("said", "27 October, 10:17"), text("what", "U-2 lost, turn 11"),
                                        text("plot:level:500", "500"), text("none", "nothing")])
    assert [node.id for node in numbers(tree)] == ["worth"]
