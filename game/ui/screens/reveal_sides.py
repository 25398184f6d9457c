"""In the ledger: what each side did in the turn, card by card, and the clashes nobody ordered. What stayed hidden lies there as a black bar.

Comes in: a Page, a rectangle, a Board, a turn. Goes out: Nodes. Never here: an order this seat may not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from ...language import t
from ...wording.board import Board, TurnWords
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import minus
from ..paint import panel as paint
from ..paint.marks import Pen, side_mark
from ..widgets.sheet import heading, sheet

if TYPE_CHECKING:
    from .reveal import Reveal

SIDES = (("washington", "us"), ("moscow", "su"), ("nobody", "ink"))


NAMES = {"washington": "common.washington", "moscow": "common.moscow", "nobody": "reveal.side-nobody"}


def sides(page: Page, rect: Rect, board: Board, told: TurnWords | None) -> None:
    """Three sheets, one below the other; each as high as what it has to say."""
    u = page.u
    cards = {id: cards_of(board, told, id) for id, _ in SIDES}
    weights = [2.0 + max(1.4, min(4.0, len(cards[id]) + (0.8 if _hides(board, told, id) else 0))) for id, _ in SIDES]
    y, room = rect.y, rect.h - 2 * u(8)
    for place, (id, ink) in enumerate(SIDES):
        tall = round(room * weights[place] / sum(weights)) if place < 2 else rect.bottom - y
        _side(page, Rect(rect.x, y, rect.w, tall), id, ink, cards[id], board, told)
        y += tall + u(8)


def cards_of(board: Board, told: TurnWords | None, id: str) -> list[tuple[str, str, str]]:
    """(what, how it is known, what it moved) of that side's doings, or of the clashes."""
    if told is None:
        return []
    if id == "nobody":
        return [(name, t("reveal.grave") if is_grave else t("reveal.slight"), _moved_by(told, name)) for _, name, is_grave in told.clashes]
    if id == board.side:
        return [(name, t("reveal.done"), _moved_by(told, name)) for name in told.done]
    how = t("reveal.opened") if told.is_open else t("reveal.seen")
    return [(name, how, _moved_by(told, name)) for name in told.theirs]


def _moved_by(told: TurnWords, name: str) -> str:
    """The three greatest changes that bear its name."""
    rows = sorted((row for row in told.rows if row.cause.removesuffix(": grave") == name), key=lambda row: -abs(row.amount))
    sums: dict[str, int] = {}
    for row in rows:
        sums[row.name] = sums.get(row.name, 0) + row.amount
    return ", ".join(f"{meter[:1].lower()}{meter[1:]} {minus(amount)}" for meter, amount in list(sums.items())[:3])


def _hides(board: Board, told: TurnWords | None, id: str) -> bool:
    """There may be orders of that side that this seat knows nothing of."""
    return id not in (board.side, "nobody") and told is not None and not told.is_open


def _side(page: Page, rect: Rect, id: str, ink: str, cards: list[tuple[str, str, str]], board: Board, told: TurnWords | None) -> None:
    u = page.u
    name = t(NAMES[id])
    aside = (t("reveal.clashes") if id == "nobody" else t("reveal.your-orders") if id == board.side
             else t("reveal.all-opened") if told and told.is_open else t("reveal.as-known"))
    inside = sheet(page, f"sheet:{id}", rect, "manila")
    page.add(f"sheet:{id}:mark", "mark", Rect(inside.x, inside.y - u(2), u(16), u(16)), draw_mark, look=id)
    y = heading(page, f"sheet:{id}", Rect(inside.x + u(24), inside.y, inside.w - u(24), inside.h), name, aside, style.PANEL.on(ink), more="Tab")
    page.stop(f"sheet:{id}")
    hides = _hides(board, told, id)
    if not cards and not hides:
        page.tell(f"sheet:{id}:none", t(f"reveal.none-{'nobody' if id == 'nobody' else 'ours' if id == board.side else 'theirs'}"), style.ASIDE,
                  Rect(inside.x, y + u(2), inside.w, inside.bottom - y), more="Tab")
        return
    line, second = page.lh(style.BODY), page.lh(style.NOTE)
    tall = max(u(48), line + second + u(14))
    ids = [f"done:{id}:{place}" for place in range(len(cards) + hides)]
    room = Rect(inside.x - u(2), y, inside.w + u(4), inside.bottom + u(8) - y)
    if tall > room.h:
        tall = max(u(26), line + u(8))
    for place, at in page.roll(f"sheet:{id}", room, ids, [tall] * len(ids)):
        slot = Rect(at.x, at.y, at.w, at.h - u(5))
        if place == len(cards):
            _hidden(page, ids[place], slot, len(cards) > 0)
        else:
            _card(page, ids[place], slot, cards[place])


def _card(page: Page, id: str, slot: Rect, card: tuple[str, str, str]) -> None:
    u, (words, how, moved) = page.u, card
    page.add(id, "slot", slot, draw_slot, focus=True, text=words, action=id)
    has_two = slot.h >= page.lh(style.BODY) + page.lh(style.NOTE) + u(4)
    base = slot.y + round(page.lh(style.BODY) * 0.74) + u(5) if has_two else page.middle(slot, style.BODY)
    right = page.say(f"{id}:how", how, style.FIGURE_LIGHT._replace(size=12), slot.right - u(10), base, align="right").left
    page.say(f"{id}:words", words, style.BODY.strong(), slot.x + u(12), base, right - slot.x - u(22), more="W")
    if has_two:
        page.say(f"{id}:moved", moved or t("reveal.nothing-here"), style.NOTE, slot.x + u(12), base + page.lh(style.NOTE), slot.w - u(22), more="W")


def _hidden(page: Page, id: str, slot: Rect, is_rest: bool) -> None:
    """Whether there is anything under the bar is not known either, and the card says so."""
    u = page.u
    words = t("reveal.hidden-rest") if is_rest else t("reveal.hidden")
    page.add(id, "slot", slot, draw_hidden_slot, focus=True, text=words, action=id)
    has_two = slot.h >= page.lh(style.BODY) + page.lh(style.NOTE) + u(4)
    line = Rect(slot.x, slot.y + (u(4) if has_two else 0), slot.w, page.lh(style.BODY) if has_two else slot.h)
    how = page.say(f"{id}:how", t("reveal.hidden-how"), style.FIGURE_LIGHT._replace(size=12), slot.right - u(10), page.middle(line, style.BODY),
                   align="right")
    page.add(f"{id}:bar", "hidden", Rect(slot.x + u(12), line.centery - u(6), round((how.left - slot.x - u(24)) * 0.8), u(12)), draw_bar)
    if has_two:
        page.say(f"{id}:words", words, style.NOTE, slot.x + u(12), slot.y + u(5) + round(page.lh(style.BODY) * 0.74) + page.lh(style.NOTE),
                 slot.w - u(22), more="W")


def explain(screen: Reveal, name: str) -> None:
    """The entry of the ledger that bears the card's name is chosen: of the meter shown, else the greatest one. What moved nothing, or is hidden,
    says so on a slip."""
    from .notice import Notice
    side, _, place = name.partition(":")
    cards = cards_of(screen.desk.board, screen.told, side)
    if int(place) >= len(cards):
        screen.app.push(Notice(t(NAMES[side]), t("reveal.hidden-rest")))
        return
    words, how, _ = cards[int(place)]
    rows = [row for row in screen.told.rows if row.cause.removesuffix(": grave") == words] if screen.told else []
    if rows:
        screen.choose(max(rows, key=lambda row: (row.meter == screen.meter, abs(row.amount))))
    else:
        screen.app.push(Notice(words, f"{t(NAMES[side])}: {how}.", t("reveal.nothing-here")))


def draw_mark(canvas: Canvas, node: Node) -> None:
    """A side's sign."""
    side_mark(canvas.surface, canvas.theme, node.rect.center, node.look, 5.5)


def draw_slot(canvas: Canvas, node: Node) -> None:
    """One thing done, on its own slip."""
    paint.sheet(canvas.surface, canvas.theme, node.rect, shadow=False)


def draw_hidden_slot(canvas: Canvas, node: Node) -> None:
    """A slip whose words are covered."""
    paint.sheet(canvas.surface, canvas.theme, node.rect, shadow=False)


def draw_bar(canvas: Canvas, node: Node) -> None:
    """Two black bars, as over words that are not for this reader."""
    with Pen(canvas.surface, canvas.theme, node.rect) as pen:
        first = node.rect.w * 0.74
        pen.box(node.rect.x, node.rect.y, first, node.rect.h, "ink")
        pen.box(node.rect.x + first + 6 * canvas.theme.scale, node.rect.y, node.rect.w - first - 6 * canvas.theme.scale, node.rect.h, "ink")


