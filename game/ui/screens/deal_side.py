"""Beside the deal table: the letter as it writes itself, what is said and not written, how it is sent.

Comes in: a Page, a rectangle, the Deal, the proposal in words. Goes out: Nodes. Never here: a sentence of the letter; wording/ writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from ...engine.orders import PLAIN, TONES
from ...wording.board import ProposalWords
from ...wording.manner import TONE_DOES
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style
from ..paint import panel as paint
from ..paint.marks import Pen
from ..widgets.button import chip, chip_width
from ..widgets.reader import reader
from ..widgets.sheet import heading, sheet

if TYPE_CHECKING:
    from .deal import Deal

HEADS = {"washington": ("THE WHITE HOUSE", "WASHINGTON"), "moscow": ("THE KREMLIN", "\u041c\u041e\u0421\u041a\u0412\u0410 \u00b7 MOSCOW")}
SPANS = {0: "no date", 1: "half a day", 2: "a day", 4: "two days", 8: "four days"}


def letter(page: Page, rect: Rect, deal: Deal, words: ProposalWords) -> None:
    """The letter on its letterhead."""
    inside = sheet(page, "letter", rect, "letterhead").inflate(-page.u(12), 0)
    u = page.u
    office, city = HEADS[deal.desk.board.side]
    base = inside.y + page.lh(Style("letter", 14)) - u(4)
    page.say("letter:office", office, Style("letter", 14, bold=True, tracking=2), inside.centerx, base, align="center")
    page.say("letter:city", city, Style("letter", 12, tracking=2), inside.centerx, base + page.lh(Style("letter", 12)), align="center")
    y = base + page.lh(Style("letter", 12)) + u(10)
    foot = inside.bottom - page.lh(style.CAPTION)
    page.stop("letter")
    text = [(paragraph, style.CABLE) for paragraph in words.letter] or [("Nothing is written yet.", style.ASIDE)]
    reader(page, "letter:text", Rect(inside.x, y, inside.w, foot - u(8) - y), text)
    page.rule(inside.x, foot - u(4), inside.w)
    state = "on the orders, and follows the table" if deal.desk.draft.is_put else "not sent; follows the table"
    page.say("letter:state", f"The text is {state}.", style.CAPTION._replace(italic=True), inside.x, foot + round(page.lh(style.CAPTION) * 0.8),
             inside.w)


def oral_slip(page: Page, rect: Rect, words: ProposalWords) -> None:
    """What the envoy says and does not write."""
    inside = page.panel("slip", rect, draw_slip).inflate(-page.u(12), 0)
    y = heading(page, "slip", inside, "Said, not written", of=style.PANEL_SMALL)
    page.stop("slip")
    reader(page, "slip:text", Rect(inside.x, y, inside.w, inside.bottom - y),
           [(paragraph, style.LETTER._replace(size=14)) for paragraph in words.oral_slip])


def _flow(page: Page, left: int, right: int, words: list[str]) -> tuple[list[Rect], int]:
    """Places for chips from `left`, on as many lines as they need, the first at y 0; and the height of it all."""
    tall, x, y, found = max(page.u(26), page.lh(style.SMALL) + page.u(6)), left, 0, []
    for each in words:
        wide = chip_width(page, each)
        if x + wide > right and x > left:
            x, y = left, y + tall + page.u(2)
        found.append(Rect(x, y, wide, tall))
        x += wide + page.u(6)
    return found, y + tall


def _columns(page: Page, wide: int) -> tuple[int, int]:
    """Where the chips stand in a sheet of that inner width: left and right."""
    label = style.BODY.strong()
    return max(page.width(title, label) for title in ("Answer in", "Sent by", "Tone")) + page.u(12), wide


def sending_height(page: Page, deal: Deal) -> int:
    """Pixels the sheet needs for its chips and its note."""
    left, right = _columns(page, page.u(400 - 24))
    chips = sum(_flow(page, left, right, words)[1] for words in ([line.name for line in deal.desk.board.channels], list(SPANS.values()), list(TONES)))
    return chips + page.lh(style.ASIDE) * (1 if deal.desk.draft.tone == TONES[PLAIN] else 2) + page.u(38)


def sending(page: Page, rect: Rect, deal: Deal) -> None:
    """By which channel, by when an answer is asked, in what tone."""
    inside = sheet(page, "sending", rect, "manila")
    u, draft, board = page.u, deal.desk.draft, deal.desk.board
    label = style.BODY.strong()
    left, right = _columns(page, inside.w)
    y = inside.y - u(4)
    chips = [("channel", "Sent by", [(line.id, line.name) for line in board.channels], draft.channel),
             ("deadline", "Answer in", [(str(half_days), words) for half_days, words in SPANS.items()], str(draft.deadline)),
             ("tone", "Tone", [(tone, tone) for tone in TONES], draft.tone)]
    for id, title, lines, chosen in chips:
        page.stop(id)
        places, tall = _flow(page, inside.x + left, inside.x + right, [words for _, words in lines])
        page.say(f"sending:{id}", title, label, inside.x, page.middle(places[0].move(0, y), label))
        for place, (name, words) in zip(places, lines):
            chip(page, f"{id}:{name}", place.move(0, y), words, f"{id}:{name}", name == chosen)
        y += tall + u(4)
    line = next((line for line in board.channels if line.id == draft.channel), None)
    if line:
        heard = "everybody hears it" if line.is_public else "spoken, no paper" if line.is_oral else "coded"
        what = f"Arrives {line.arrives}; {heard}{'; with a date it is an ultimatum' if draft.deadline else ''}."
        y += round(page.lh(style.ASIDE) * 0.8)
        page.say("sending:note", what, style.ASIDE, inside.x, y, inside.w, more="W")
    if draft.tone != TONES[PLAIN]:
        page.say("sending:tone:note", f"{draft.tone.capitalize()}: it {TONE_DOES[draft.tone]}.", style.ASIDE, inside.x, y + page.lh(style.ASIDE),
                 inside.w, more="W")


def draw_slip(canvas: Canvas, node: Node) -> None:
    """A slip with a dashed edge and a stamp: no paper is kept of it."""
    theme, rect = canvas.theme, node.rect
    paint.sheet(canvas.surface, theme, rect, "slip", edge=None)
    with Pen(canvas.surface, theme, rect.inflate(2, 2)) as pen:
        pen.dash([rect.topleft, (rect.right, rect.y), rect.bottomright, (rect.x, rect.bottom)], "ink", 1.2, closed=True)
    paint.stamp(canvas.surface, theme, (rect.right - theme.px(70), rect.y + theme.px(20)), "NO PAPER", "su", 13, 4)


