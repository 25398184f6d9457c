"""Painting only what changed: a tree is compared with the one painted before, and only where they differ is drawn again.

Comes in: a Canvas, a Tree, a key for what the picture as a whole hangs on. Goes out: pixels, and the rectangles that changed.
Never here: what a node looks like; its own `draw` knows.
"""

from collections.abc import Hashable
from dataclasses import replace

from pygame import Rect, Surface

from .layout.node import Canvas, Node, Tree
from .paint import panel as paint

REACH = 12
"""Design pixels a ring or a shadow may stand out of its node."""
FAR = 40
"""Design pixels a drawing may stand out at most (the folder's tab); words and hairlines stay within NEAR."""
NEAR = 4
MOST = 0.6
"""Part of the window from which on all of it is painted."""
_SPARE = 16
_FLAT = ("text", "rule")
_RING_GAP = {"row": 0, "tab": 0, "chip": 2, "door": 2, "issue": 0, "fold": 0, "button": 3, "card": 2, "choice": 0, "chart": 0}
"""Kind -> how far outside the thing its ring is drawn; 0: along its edge, for what fills its panel."""


class Painter:
    def __init__(self) -> None:
        self._key: Hashable = None
        self._nodes: dict[str, Node] = {}
        self._marked: tuple[str, ...] = ()
        self._aside: Surface | None = None

    def forget(self) -> None:
        """The next picture is painted whole."""
        self._key = None

    def paint(self, canvas: Canvas, tree: Tree, key: Hashable) -> list[Rect] | None:
        """The tree is on the surface; returns where it was painted, None for everywhere."""
        nodes = {node.id: node for node in tree.nodes}
        marked = (canvas.focus, canvas.hover)
        regions = self._regions(canvas, nodes, marked) if key == self._key else None
        self._key, self._nodes, self._marked = key, nodes, marked
        if regions is None:
            canvas.surface.fill(canvas.theme.color("room2"))
            draw(canvas, tree)
            return None
        # on a sheet of its own, clipped a little wider: pygame fills an outline of which a clip leaves two rows
        aside = replace(canvas, surface=self._sheet_like(canvas.surface))
        for region in regions:
            aside.surface.set_clip(region.inflate(_SPARE, _SPARE))
            aside.surface.fill(canvas.theme.color("room2"))
            draw(aside, tree, region)
            canvas.surface.blit(aside.surface, region, region)
        return regions

    def _sheet_like(self, surface: Surface) -> Surface:
        if self._aside is None or self._aside.get_size() != surface.get_size():
            self._aside = surface.copy()
        return self._aside

    def _regions(self, canvas: Canvas, nodes: dict[str, Node], marked: tuple[str, ...]) -> list[Rect] | None:
        """Rectangles, apart from each other, that hold all that differs; None where that is most of the window."""
        changed = [id for id in nodes.keys() | self._nodes.keys() if nodes.get(id) != self._nodes.get(id)]
        changed += [id for pair in zip(marked, self._marked) if pair[0] != pair[1] for id in pair]
        window, reach = canvas.surface.get_rect(), 2 * canvas.theme.px(REACH)
        regions: list[Rect] = []
        for id in changed:
            for node in (nodes.get(id), self._nodes.get(id)):
                if node:
                    regions = _joined(regions, node.rect.inflate(reach, reach).clip(window))
        return regions if sum(region.w * region.h for region in regions) < MOST * window.w * window.h else None


def _joined(regions: list[Rect], fresh: Rect) -> list[Rect]:
    """The regions and a fresh one, those that touch made one."""
    while (place := fresh.collidelist(regions)) >= 0:
        fresh = fresh.union(regions[place])
        regions = [*regions[:place], *regions[place + 1:]]
    return [*regions, fresh]


def draw(canvas: Canvas, tree: Tree, region: Rect | None = None) -> None:
    """Draws the nodes, or those that can be seen in a region, and the focus ring over them."""
    far, near = (region.inflate(2 * canvas.theme.px(reach), 2 * canvas.theme.px(reach)) if region else None for reach in (FAR, NEAR))
    for node in tree.nodes:
        if node.draw:
            around = near if node.kind in _FLAT else far
            if around is None or node.rect.colliderect(around):
                node.draw(canvas, node)
    focus = tree.find(canvas.focus) if canvas.focus else None
    if focus:
        paint.focus_ring(canvas.surface, canvas.theme, focus.rect, focus.is_dark, _RING_GAP.get(focus.kind, 4))
