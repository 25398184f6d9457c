"""Beside the deal table: the letter as it writes itself, what is said and not written, how it is sent.

Comes in: a Page, a rectangle, the Deal, the proposal in words. Goes out: Nodes. Never here: a sentence of the letter; wording/ writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from ...engine.orders import PLAIN, TONES
from ...language import t
from ...session.draft import DEADLINES
from ...wording.board import ProposalWords
from ...wording.manner import tone_does
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

HEADS = {"washington": ("THE WHITE HOUSE", "WASHINGTON"), "moscow": ("\u041c\u041e\u0421\u041a\u0412\u0410, \u041a\u0420\u0415\u041c\u041b\u042c",
                                                                    "THE KREMLIN, MOSCOW")}
"""Letterheads, whatever the language of the window."""
OFFICE, CITY = Style("letter", 14, bold=True, tracking=2), Style("letter", 12, tracking=2)


def _spans() -> dict[int, str]:
    """How long the reader is given."""
    return {half_days: t(f"deal.span-{half_days}") for half_days in DEADLINES}


def letter(page: Page, rect: Rect, deal: Deal, words: ProposalWords, with_slip: bool = False) -> None:
    """The letter on its letterhead; with the slip below it where that has no room of its own."""
    inside = sheet(page, "letter", rect, "letterhead").inflate(-page.u(12), 0)
    u, board = page.u, deal.desk.board
    office, city = HEADS[board.side]
    base = inside.y + page.lh(OFFICE) - u(4)
    page.say("letter:office", office, OFFICE, inside.centerx, base, align="center")
    page.say("letter:city", city, CITY, inside.centerx, base + page.lh(CITY), align="center")
    y = base + page.lh(CITY) + u(7)
    if board.side == "moscow":
        page.add("letter:rule", "mark", Rect(inside.x, y, inside.w, u(5)), draw_double_rule)
        y += u(7)
    day = board.date.rpartition(",")[0]
    page.say("letter:date", day, style.CABLE, inside.right, y + round(page.lh(style.CABLE) * 0.8), align="right")
    y += page.lh(style.CABLE) + u(6)
    foot = inside.bottom - page.lh(style.CAPTION)
    page.stop("letter")
    text = [(paragraph, style.CABLE) for paragraph in words.letter] or [(t("deal.nothing-written"), style.ASIDE)]
    if with_slip and words.oral_slip:
        text.append((t("deal.said-not-written").upper(), style.SMALL.strong()))
        text += [(paragraph, style.LETTER._replace(size=14)) for paragraph in words.oral_slip]
    reader(page, "letter:text", Rect(inside.x, y, inside.w, foot - u(8) - y), text)
    page.rule(inside.x, foot - u(4), inside.w)
    state = t("deal.letter-put") if deal.desk.draft.is_put else t("deal.letter-follows")
    page.say("letter:state", state, style.CAPTION._replace(italic=True), inside.x, foot + round(page.lh(style.CAPTION) * 0.8), inside.w, more="W")


def oral_slip(page: Page, rect: Rect, deal: Deal, words: ProposalWords) -> None:
    """What the envoy says and does not write."""
    inside = page.panel("slip", rect, draw_slip).inflate(-page.u(12), 0)
    y = heading(page, "slip", inside, t("deal.said-not-written"), of=style.PANEL_SMALL)
    page.stop("slip")
    reader(page, "slip:text", Rect(inside.x, y, inside.w, inside.bottom - y),
           [(paragraph, style.LETTER._replace(size=14)) for paragraph in words.oral_slip])


def _flow(page: Page, left: int, right: int, words: list[str]) -> tuple[list[Rect], int]:
    """Places for chips from `left`, on as many lines as they need, the first at y 0; and the height of it all."""
    tall, x, y, found = max(24, page.u(24), page.lh(style.SMALL) + page.u(6)), left, 0, []
    for each in words:
        wide = min(chip_width(page, each), right - left)
        if x + wide > right and x > left:
            x, y = left, y + tall + page.u(2)
        found.append(Rect(x, y, wide, tall))
        x += wide + page.u(6)
    return found, y + tall


def _labels() -> tuple[tuple[str, str, str], ...]:
    """(key, id, words) of the three questions."""
    return ("C", "channel", t("deal.sent-by")), ("T", "deadline", t("deal.answer-in")), ("M", "tone", t("deal.tone"))


def _left(page: Page) -> int:
    """Where the chips begin, from the sheet's inner edge."""
    label = style.BODY.strong()
    return max(page.width(words, label) + paint.key_cap_width(page.theme, key) for key, _, words in _labels()) + page.u(18)


def _choices(deal: Deal) -> tuple[list[tuple[str, str]], ...]:
    """(value, words) of the chips, question by question."""
    return ([(line.id, line.name) for line in deal.desk.board.channels], [(str(half_days), words) for half_days, words in _spans().items()],
            [(tone, t(f"deal.tone-{tone}")) for tone in TONES])


def _notes(deal: Deal) -> list[str]:
    """When it arrives and who hears it; what its tone does."""
    draft = deal.desk.draft
    line = next((line for line in deal.desk.board.channels if line.id == draft.channel), None)
    found = []
    if line:
        heard = t("deal.everybody-hears") if line.is_public else t("deal.spoken") if line.is_oral else t("deal.coded")
        found.append(t("deal.arrives-heard", when=line.arrives, heard=heard) + (f" {t('deal.ultimatum')}" if draft.deadline else ""))
    if draft.tone != TONES[PLAIN]:
        found.append(t("deal.tone-note", tone=t(f"deal.tone-{draft.tone}").capitalize(), does=tone_does(draft.tone)))
    return found


def sending_height(page: Page, deal: Deal, wide: int) -> int:
    """Pixels the sheet needs for its chips and its notes."""
    inner = wide - page.u(24)
    chips = sum(_flow(page, _left(page), inner, [words for _, words in lines])[1] for lines in _choices(deal))
    notes = sum(page.measure(note, style.ASIDE, inner).height for note in _notes(deal))
    return chips + notes + page.u(38)


def sending(page: Page, rect: Rect, deal: Deal) -> None:
    """By which channel, by when an answer is asked, in what tone."""
    inside = sheet(page, "sending", rect, "manila")
    u, draft, label = page.u, deal.desk.draft, style.BODY.strong()
    left, y = _left(page), inside.y - u(2)
    chosen = (draft.channel, str(draft.deadline), draft.tone)
    for (key, id, title), lines, now in zip(_labels(), _choices(deal), chosen, strict=True):
        page.stop(id)
        places, tall = _flow(page, inside.x + left, inside.right, [words for _, words in lines])
        first = places[0].move(0, y)
        cap = paint.key_cap_width(page.theme, key)
        page.add(f"sending:{id}:cap", "cap", Rect(inside.x, first.centery - u(10), cap, u(20)), draw_cap, text=key)
        page.say(f"sending:{id}", title, label, inside.x + cap + u(7), page.middle(first, label))
        for place, (name, words) in zip(places, lines, strict=True):
            chip(page, f"{id}:{name}", place.move(0, y), words, f"{id}:{name}", name == now)
        y += tall + u(3)
    for number, note in enumerate(_notes(deal)):
        y = page.tell(f"sending:note:{number}", note, style.ASIDE, Rect(inside.x, y + u(2), inside.w, inside.bottom - y), more="W")


def draw_cap(canvas: Canvas, node: Node) -> None:
    """The key that turns to the next answer."""
    paint.key_cap(canvas.surface, canvas.theme, node.text, (node.rect.x, node.rect.centery), is_dark=node.is_dark)


def draw_double_rule(canvas: Canvas, node: Node) -> None:
    """The red double rule under Moscow's letterhead."""
    theme, rect = canvas.theme, node.rect
    pygame.draw.rect(canvas.surface, theme.color("su"), (rect.x, rect.y, rect.w, theme.px(2)))
    pygame.draw.rect(canvas.surface, theme.color("su"), (rect.x, rect.bottom - theme.px(1), rect.w, theme.px(1)))


def draw_slip(canvas: Canvas, node: Node) -> None:
    """A slip with a dashed edge and a stamp: no paper is kept of it."""
    theme, rect = canvas.theme, node.rect
    paint.sheet(canvas.surface, theme, rect, "slip", edge=None)
    with Pen(canvas.surface, theme, rect.inflate(2, 2)) as pen:
        pen.dash([rect.topleft, (rect.right, rect.y), rect.bottomright, (rect.x, rect.bottom)], "ink", 1.2, closed=True)
    paint.stamp(canvas.surface, theme, (rect.right - theme.px(70), rect.y + theme.px(20)), t("deal.no-paper"), "su", 13, 4)
