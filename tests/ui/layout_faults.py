"""What can be wrong with a screen's layout, read from its tree: off the window, out of its panel, cut, covered, too small to hit or for its
words, a list without a row in sight, two panels at once where there should be one."""

from pygame import Rect

from game.ui.hands import FRONT
from game.ui.layout.node import Node, Tree
from game.ui.layout.page import ONE_PANEL, Page
from game.ui.theme import Theme
from game.ui.widgets.button import button_width, switch_width

LEAST = 24
CONTROLS = ("button", "chip", "switch", "tab", "key", "field", "strike")
MARKS = ("bar", "spark", "pips")
EDGED = ("row", "card", "issue", "fold", "choice", "strip")
"""Words lie inside one of these or outside it, never across its edge."""
SIZES = {"button": 15, "tab": 14, "chip": 13, "switch": 12, "key": 13}
"""Kind -> design size of the words on it."""


def faults(tree: Tree, theme: Theme) -> list[str]:
    """A line for each fault; empty for a sound layout."""
    return [*_outside(tree), *_cut(tree), *_covered(tree), *_small(tree), *_tight(tree, theme), *_empty(tree), *_fronts(tree, theme)]


def _outside(tree: Tree) -> list[str]:
    window = Rect(0, 0, *tree.size)
    panels = {node.id: node.rect for node in tree.nodes if node.kind == "panel"}
    found = [f"{node.id}: off the window {tuple(node.rect)}" for node in tree.nodes if not window.contains(node.rect)]
    return found + [f"{node.id}: sticks out of {node.inside} {tuple(node.rect)}" for node in tree.nodes
                    if node.inside and node.kind != "rule" and not panels[node.inside].contains(node.rect)]


def _cut(tree: Tree) -> list[str]:
    return [f"{node.id}: cut to {' / '.join(node.lines)!r} with no way to the rest of {node.text!r}" for node in tree.nodes
            if node.kind == "text" and " ".join(node.lines).split() != node.text.split() and not node.more]


def _ink(node: Node) -> Rect:
    rect = node.rect.copy()
    return rect.inflate(0, -round(rect.h / len(node.lines) * 0.2)) if len(node.lines) > 1 else rect.inflate(0, -2)


def _meet(a: Rect, b: Rect) -> bool:
    both = a.clip(b)
    return both.w > 1 and both.h > 1


def _met(rect: Rect, others: list[Rect]) -> list[int]:
    """Places of those that a rectangle meets; pygame finds the few that touch it faster than Python does."""
    return [place for place in rect.collidelistall(others) if _meet(rect, others[place])]


def _covered(tree: Tree) -> list[str]:
    found = []
    words = [node for node in tree.nodes if node.kind == "text" and node.lines and not node.is_over]
    inks = [_ink(node) for node in words]
    things, edged = [node for node in tree.nodes if node.kind in CONTROLS + MARKS], [node for node in tree.nodes if node.kind in EDGED]
    for place, (node, ink) in enumerate(zip(words, inks, strict=True)):
        found += [f"{node.id}: written over {words[other].id}" for other in _met(ink, inks[:place])]
        found += [f"{node.id}: runs into {things[other].id}" for other in _met(ink, [thing.rect for thing in things])]
        found += [f"{node.id}: runs over the edge of {edged[other].id}" for other in _met(ink, [edge.rect for edge in edged])
                  if not edged[other].rect.contains(ink)]
    targets = [node for node in tree.nodes if node.action and not node.is_over]
    rects = [node.rect for node in targets]
    for place, node in enumerate(targets):
        found += [f"{node.id}: lies half on {targets[other].id}" for other in _met(node.rect, rects[:place])
                  if not rects[other].contains(node.rect) and not node.rect.contains(rects[other])]
    panels = [node for node in tree.nodes if node.kind == "panel" and not node.is_over]
    for place, node in enumerate(panels):
        found += [f"{node.id}: lies on {other.id}" for other in panels[:place] if _meet(node.rect, other.rect)]
        found += [f"{node.id}: reaches into {strip.id}" for strip in tree.nodes if strip.kind == "strip" and _meet(node.rect, strip.rect)]
    return found


def _small(tree: Tree) -> list[str]:
    return [f"{node.id}: only {node.rect.w} x {node.rect.h}" for node in tree.nodes if node.action and min(node.rect.size) < LEAST]


def _tight(tree: Tree, theme: Theme) -> list[str]:
    page = Page("", theme, tree.size, {})
    found = [f"{node.id}: {node.text!r} does not fit its button" for node in tree.nodes
             if node.kind == "button" and button_width(page, node.text, node.key) > node.rect.w + 12]
    found += [f"{node.id}: {node.look[:2]} do not fit" for node in tree.nodes
              if node.kind == "switch" and node.look and switch_width(page, node.look[:2]) > node.rect.w + page.u(20)]
    found += [f"{node.id}: {node.text!r} does not fit" for node in tree.nodes
              if node.kind in ("chip", "tab") and theme.font("ui", SIZES[node.kind], bold=True).size(node.text)[0] > node.rect.w - 6]
    return found + [f"{node.id}: too low for {node.text!r}" for node in tree.nodes
                    if node.kind in SIZES and node.text and node.rect.h < theme.type_px(SIZES[node.kind]) * 1.2]


def _empty(tree: Tree) -> list[str]:
    return [f"{id}: shows none of its {roll.count} rows" for id, roll in tree.rolls.items() if roll.count and not roll.seen]


def _fronts(tree: Tree, theme: Theme) -> list[str]:
    """One panel at a time: tabs only where the text is very large, one of them in front, and what it brings lies below them."""
    tabs = [node for node in tree.nodes if node.id.startswith(FRONT)]
    if not tabs:
        return []
    found = [] if theme.text_scale >= ONE_PANEL else [f"{tabs[0].id}: one panel at a time though the text is small"]
    if len(front := [tab.id for tab in tabs if tab.is_on]) != 1:
        found.append(f"{tabs[0].id}: {len(front)} panels in front")
    area = tabs[0].rect.unionall([tab.rect for tab in tabs[1:]])
    return found + [f"{node.id}: under the tabs" for node in tree.nodes
                    if node.kind in ("panel", "text") and not node.is_over and _meet(node.rect, area)]
