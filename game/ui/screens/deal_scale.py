"""The scale of one issue: five steps, where each side last put its name, where they might settle, and the peg.

Comes in: a look of whole numbers. Goes out: pixels inside the node. Never here: a rule, a word.
"""

from typing import NamedTuple

from pygame import Rect

from ...engine.orders import Term
from ...wording.board import IssueLine, TermWords
from ..layout.node import Canvas, Node
from ..paint.marks import Pen, side_shape

STEPS = 5
NUDGE = 6
"""Design pixels by which marks on one step stand apart, so that none hides another."""


class Scale(NamedTuple):
    """What is drawn."""

    washington: int
    """Step to which that side last put its name; 0 = none yet."""
    moscow: int
    agreed: TermWords | None
    term: Term | None
    band: tuple[int, int] | None
    """First and last step at which staff think that they could settle."""
    first: int
    """Window x of step 1."""
    step: int
    y: int

    def x(self, place: float) -> int:
        """Window x of a step."""
        return round(self.first + (place - 1) * self.step)


def stated(issue: IssueLine, seat: str) -> tuple[int, int]:
    """Where Washington and Moscow last put their names; 0 = nowhere yet."""
    return (issue.ours, issue.theirs) if seat == "washington" else (issue.theirs, issue.ours)


def nearest_step(first: int, last: int, x: int) -> int:
    """The step of a scale, its ends at those x, that is nearest to a point."""
    return max(1, min(STEPS, round((x - first) * (STEPS - 1) / max(1, last - first)) + 1))


def places(look: Scale) -> dict[str, tuple[float, float]]:
    """Where each side's mark stands, in design pixels from its step: no two of them and no peg on the same spot."""
    found = {"washington": (0.0, 0.0), "moscow": (0.0, 0.0)}
    peg = look.term.position if look.term else 0
    if look.washington == look.moscow:
        found = {"washington": (0.0, -float(NUDGE)), "moscow": (0.0, float(NUDGE))}
    for side, place in (("washington", look.washington), ("moscow", look.moscow)):
        if place and place == peg:
            both = look.washington == look.moscow
            lean = -1.0 if side == "washington" else 1.0
            found[side] = (lean * NUDGE * (2.0 if both else 1.5), -float(NUDGE))
    return found


def draw_scale(canvas: Canvas, node: Node) -> None:
    """The scale, the doubtful things below and the certain ones above."""
    look: Scale = node.look
    theme, y = canvas.theme, look.y
    ink = "ink" if look.term else "faint"
    with Pen(canvas.surface, theme, node.rect) as pen:
        if look.band:
            left, right = (look.x(place + lean) for place, lean in zip(look.band, (-0.14, 0.14), strict=True))
            rect = Rect(left, y - theme.px(6), right - left, theme.px(12)).clip(node.rect)
            pen.box(rect.x, rect.y, rect.w, rect.h, "su" if node.text == "moscow" else "us", alpha=40)
            pen.hatch(rect, "su" if node.text == "moscow" else "us", 0.7, 6)
        if look.agreed:
            pen.circle((look.x(look.agreed.position), y), theme.px(11), None, "focus", 1.6)
        pen.line([(look.x(1), y), (look.x(STEPS), y)], ink, 1.2)
        for place in range(1, STEPS + 1):
            pen.line([(look.x(place), y - theme.px(4)), (look.x(place), y + theme.px(4))], ink, 1.2)
        apart = places(look)
        for side, place in (("washington", look.washington), ("moscow", look.moscow)):
            if place:
                side_shape(pen, (look.x(place) + apart[side][0] * theme.scale, y + apart[side][1] * theme.scale), side, 4.4)
        if look.term:
            at = look.x(look.term.position)
            pen.line([(at, y - theme.px(10)), (at, y + theme.px(3))], "ink", 2.2)
            pen.polygon([(at, y + theme.px(2)), (at - theme.px(8), y + theme.px(15)), (at + theme.px(8), y + theme.px(15))], "brass", "ink", 1.3)
