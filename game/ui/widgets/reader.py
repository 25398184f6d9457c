"""A text longer than its room: paragraphs as lines that scroll, whole lines only.

Comes in: a Page, paragraphs, styles. Goes out: Nodes in a list of their own. Never here: a cut line.
"""

from collections.abc import Sequence

from pygame import Rect

from ..layout.page import Page
from ..layout.type import Style

Paragraphs = Sequence[tuple[str, Style]]


def _lines(page: Page, paragraphs: Paragraphs, wide: int) -> tuple[list[tuple[str, Style]], list[int]]:
    lines: list[tuple[str, Style]] = []
    for words, of in paragraphs:
        lines += [(line, of) for line in page.measure(words, of, wide).lines]
        lines.append(("", of))
    lines = lines[:-1]
    # a heading stays with its text
    return lines, [page.lh(of) if words else round(page.lh(of) * (0.12 if of.bold else 0.55)) for words, of in lines]


def reader_height(page: Page, paragraphs: Paragraphs, wide: int) -> int:
    """Pixels the paragraphs take when all are in sight."""
    return sum(_lines(page, paragraphs, wide)[1])


def reader(page: Page, id: str, rect: Rect, paragraphs: Paragraphs) -> None:
    """The paragraphs, from where the list `id` is scrolled to; where they are too long the reader is a Tab stop, and the arrows scroll it."""
    lines, heights = _lines(page, paragraphs, rect.w)
    if sum(heights) > rect.h:
        lines, heights = _lines(page, paragraphs, rect.w - page.u(30))
        page.add(id, "reader", rect, None, focus=True, text=" ".join(words for words, _ in paragraphs), is_over=True)
    ids = [f"{id}:{place}" for place in range(len(lines))]
    for place, at in page.roll(id, rect, ids, heights, takes_focus=False):
        words, of = lines[place]
        if words:
            page.say(ids[place], words, of, at.x, at.y + round(page.lh(of) * 0.76))
