"""What a press, a click or a turn of the wheel does on any screen: focus, lists, actions.

Comes in: a Screen, its Tree, a press by name or a point. Goes out: the screen's focus and lists moved, its action called; True if anything
may look different now. Never here: pygame's events, a screen's own meaning.
"""

from ..language import t
from . import clipboard
from .layout import walk
from .layout.node import Node, Tree
from .screen import Screen

PAGE = 5
FRONT = "front:"
"""What the tab of a panel begins with, where one panel has the window to itself."""
COPY = "app:copy"
"""The action that does what Ctrl+C does."""
_STEPS = {"Up": -1, "Left": -1, "Down": 1, "Right": 1, "PgUp": -PAGE, "PgDn": PAGE, "Home": -10_000, "End": 10_000}


def press(screen: Screen, tree: Tree, name: str) -> bool:
    """A key was pressed."""
    had_said, screen.said = bool(screen.said), ""
    if name == "Ctrl+C":
        return _copy(screen) or had_said
    return _press(screen, tree, name) or had_said


def _copy(screen: Screen) -> bool:
    words = screen.copied()
    if words:
        screen.said = t("paper.copied" if clipboard.put(words) else "paper.not-copied")
    return bool(words)


def _press(screen: Screen, tree: Tree, name: str) -> bool:
    if screen.key(name):
        return True
    if name in ("Ctrl+Tab", "Ctrl+Shift+Tab"):
        return _to_front(screen, tree, -1 if "Shift" in name else 1)
    if name in ("Left", "Right") and screen.focus.startswith(FRONT):
        return _to_front(screen, tree, 1 if name == "Right" else -1, held=True)
    if name in ("Tab", "Shift+Tab"):
        return _rest(screen, tree, walk.next_stop(tree, screen.focus, -1 if "Shift" in name else 1, screen.last))
    if name in _STEPS:
        return _step(screen, tree, name)
    if name == "Esc":
        screen.back()
        return True
    if name == "W":
        screen.why(screen.focus)
        return True
    if name == "Ctrl+Enter":
        return _act(screen, tree.find("primary"))
    if name in ("Enter", "Space"):
        return _enter(screen, tree, name)
    shown = next((node for node in reversed(tree.nodes) if node.key == name and node.action), None)
    return _act(screen, shown) or _do(screen, next((action for key, _, action in tree.keys if key == name), ""))


def _to_front(screen: Screen, tree: Tree, step: int, held: bool = False) -> bool:
    """The next or last panel is the one in front; where panels stand side by side, the next stop has the focus."""
    tabs = [node for node in tree.nodes if node.id.startswith(FRONT)]
    if not tabs:
        return _press(screen, tree, "Tab" if step > 0 else "Shift+Tab")
    place = next(place for place, node in enumerate(tabs) if node.is_on) + step
    chosen = tabs[max(0, min(len(tabs) - 1, place)) if held else place % len(tabs)]
    screen.front = chosen.id.removeprefix(FRONT)
    screen.rest(chosen.id)
    return True


def _step(screen: Screen, tree: Tree, name: str) -> bool:
    roll = next((id for id in tree.rolls if id in _lists_of(tree, screen.focus)), "")
    walked = walk.inside(tree, screen.focus, _STEPS[name])
    if walked == screen.focus and roll and name in ("PgUp", "PgDn", "Up", "Down"):
        return turn(screen, tree, roll, _STEPS[name])
    return _rest(screen, tree, walked)


def _lists_of(tree: Tree, focus: str) -> list[str]:
    stop = tree.stop_of(focus)
    return [stop, focus]


def _enter(screen: Screen, tree: Tree, name: str) -> bool:
    node = tree.find(screen.focus)
    if node is None and tree.stop_of(screen.focus):
        screen.shown = screen.focus     # scrolled out of sight: first show what would be acted on
        return True
    if node and node.action:
        return _act(screen, node)
    return _act(screen, tree.find("primary")) if name == "Enter" else False


def _rest(screen: Screen, tree: Tree, id: str) -> bool:
    if not id:
        return False
    screen.rest(id)
    screen.last[tree.stop_of(id)] = id
    screen.moved(id)
    return True


def _act(screen: Screen, node: Node | None) -> bool:
    if node is None or not node.action:
        return False
    if node.action.startswith(FRONT):
        screen.front = node.action.removeprefix(FRONT)
        screen.rest(node.id)
        return True
    return _do(screen, node.action)


def _do(screen: Screen, action: str) -> bool:
    if action == COPY:
        return _copy(screen)
    if action.startswith("app:"):
        screen.app.common(action.removeprefix("app:"))
    elif action:
        screen.act(action)
    return bool(action)


def click(screen: Screen, tree: Tree, x: int, y: int, is_right: bool = False) -> bool:
    """A button of the mouse was pressed there: on a list's row it chooses first and acts on the chosen; the right one asks why."""
    had_said, screen.said = bool(screen.said), ""
    return _click(screen, tree, x, y, is_right) or had_said


def _click(screen: Screen, tree: Tree, x: int, y: int, is_right: bool) -> bool:
    node = tree.at(x, y)
    if node is None:
        return False
    if node.action.startswith("scroll:"):
        roll, _, step = node.action.removeprefix("scroll:").rpartition(":")       # a list's name may hold a colon
        return turn(screen, tree, roll, int(step) * max(1, tree.rolls[roll].seen - 1))
    was = screen.focus
    if node.group:
        _rest(screen, tree, node.id)
    if is_right:
        screen.why(node.id)
        return True
    if node.is_row and was != node.id:
        return True
    return _act(screen, node)


def turn(screen: Screen, tree: Tree, roll: str, rows: int) -> bool:
    """A list is scrolled by so many rows, held at its ends by the next build; focus stays where it is."""
    if roll not in tree.rolls:
        return False
    screen.tops[roll] = max(0, tree.rolls[roll].first + rows)
    screen.shown = ""
    return True


def wheel(screen: Screen, tree: Tree, x: int, y: int, notches: int) -> bool:
    """The wheel was turned over a list, or over a thing that takes it for itself."""
    return screen.wheel(x, y, notches) or turn(screen, tree, tree.roll_at(x, y), -notches * 2)
