"""What can be wrong with a screen's layout, read from its tree: off the window, out of its panel, cut, covered, too small to hit."""

from pygame import Rect

from game.ui.layout.node import Node, Tree
from game.ui.layout.page import Page
from game.ui.theme import Theme
from game.ui.widgets.button import button_width

LEAST = 24
CONTROLS = ("button", "chip", "switch", "tab", "key", "field", "strike")
MARKS = ("bar", "spark", "pips")


def faults(tree: Tree, theme: Theme) -> list[str]:
    """A line for each fault; empty for a sound layout."""
    return [*_outside(tree), *_cut(tree), *_covered(tree), *_small(tree), *_tight(tree, theme)]


def _outside(tree: Tree) -> list[str]:
    window = Rect(0, 0, *tree.size)
    panels = {node.id: node.rect for node in tree.nodes if node.kind == "panel"}
    found = [f"{node.id}: off the window {tuple(node.rect)}" for node in tree.nodes if not window.contains(node.rect)]
    return found + [f"{node.id}: sticks out of {node.inside} {tuple(node.rect)}" for node in tree.nodes
                    if node.inside and node.kind != "rule" and not panels[node.inside].contains(node.rect)]


def _cut(tree: Tree) -> list[str]:
    return [f"{node.id}: cut to {' / '.join(node.lines)!r} with no way to the rest of {node.text!r}" for node in tree.nodes
            if node.kind == "text" and node.lines and " ".join(node.lines).split() != node.text.split() and not node.more]


def _ink(node: Node) -> Rect:
    rect = node.rect.copy()
    return rect.inflate(0, -round(rect.h / len(node.lines) * 0.2)) if len(node.lines) > 1 else rect.inflate(0, -2)


def _meet(a: Rect, b: Rect) -> bool:
    both = a.clip(b)
    return both.w > 1 and both.h > 1


def _covered(tree: Tree) -> list[str]:
    found = []
    words = [node for node in tree.nodes if node.kind == "text" and node.lines and not node.is_over]
    for place, node in enumerate(words):
        found += [f"{node.id}: written over {other.id}" for other in words[:place] if _meet(_ink(node), _ink(other))]
        found += [f"{node.id}: runs into {other.id}" for other in tree.nodes if other.kind in CONTROLS + MARKS and _meet(_ink(node), other.rect)]
    targets = [node for node in tree.nodes if node.action and not node.is_over]
    for place, node in enumerate(targets):
        found += [f"{node.id}: lies half on {other.id}" for other in targets[:place]
                  if _meet(node.rect, other.rect) and not other.rect.contains(node.rect) and not node.rect.contains(other.rect)]
    panels = [node for node in tree.nodes if node.kind == "panel" and not node.is_over]
    for place, node in enumerate(panels):
        found += [f"{node.id}: lies on {other.id}" for other in panels[:place] if _meet(node.rect, other.rect)]
    return found


def _small(tree: Tree) -> list[str]:
    return [f"{node.id}: only {node.rect.w} x {node.rect.h}" for node in tree.nodes if node.action and min(node.rect.size) < LEAST]


def _tight(tree: Tree, theme: Theme) -> list[str]:
    page = Page("", theme, tree.size, {})
    found = [f"{node.id}: {node.text!r} does not fit its button" for node in tree.nodes
             if node.kind == "button" and button_width(page, node.text, node.key) > node.rect.w + 12]
    of = {"chip": 13, "tab": 14}
    for node in tree.nodes:
        if node.kind in of and theme.font("ui", of[node.kind], bold=True).size(node.text)[0] > node.rect.w - 6:
            found.append(f"{node.id}: {node.text!r} does not fit")
    return found
