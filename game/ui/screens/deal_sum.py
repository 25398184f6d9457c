"""What the proposal comes to: its worth by audience, who would take it, the chance of a leak, what stays open, who can block. Each is a door.

Comes in: a Page, a rectangle, the Deal, the proposal in words. Goes out: Nodes. Never here: a number that was not reckoned or counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from pygame import Rect

from ...language import t
from ...wording.board import ProposalWords
from ..layout import type as style
from ..layout.node import Canvas, Node
from ..layout.page import Page
from ..layout.type import Style, minus
from ..paint import text
from ..paint.marks import Pen, side_shape

if TYPE_CHECKING:
    from .deal import Deal

FIGURE = style.FIGURE._replace(size=13)
LARGE = Style("typed", 22, bold=True)


class Fact(NamedTuple):
    """A number with its name and a word beside it."""

    id: str
    figure: str
    name: str
    words: str
    token: str = "ink"


def _tall(page: Page) -> int:
    return max(24, page.u(24), page.lh(style.SMALL) + page.u(4))


def _facts(words: ProposalWords) -> list[Fact]:
    """The numbers at the right."""
    leak = words.leak
    found = [Fact("leak", str(leak.middle), t("deal.leak"), t("deal.leak-words", low=leak.low, high=leak.high, people=sum(leak.knowers)))
             if leak else Fact("leak", "0", t("deal.leak"), t("deal.leak-none"))]
    ends = words.open_count
    found.append(Fact("open", str(ends), t("deal.left-open"), t("deal.left-open-words") if ends else t("deal.left-open-none")))
    barred, minds = words.blocked, words.warnings
    found.append(Fact("block", str(len(barred)), t("deal.can-block"), barred[0] if barred else t("deal.can-block-none"), "warn" if barred else "ink"))
    if minds:
        found.append(Fact("mind", str(len(minds)), t("deal.mind"), minds[0]))
    return found


def height(page: Page, wide: int, words: ProposalWords) -> int:
    """Pixels it takes."""
    tall = _tall(page)
    return _flow(page, wide, _worths(words))[1] + max(3 * tall, len(_facts(words)) * tall) + page.u(10) + _legend_tall(page)


def _legend_tall(page: Page) -> int:
    return 0 if page.theme.text_scale >= 1.25 else page.lh(style.CAPTION) + page.u(4)


def _worths(words: ProposalWords) -> list[tuple[str, str, int]]:
    """(id, name, worth) of the whole and of each audience."""
    return [("worth", t("deal.worth-to-us"), words.total), *((who, t(f"deal.audience-{who}"), amount) for who, amount in words.costs)]


def _flow(page: Page, wide: int, worths: Sequence[tuple[str, str, int]]) -> tuple[list[Rect], int]:
    """Places of the worths, from 0, on as many lines as they need; and the height of it all."""
    x, y, tall, found = 0, 0, _tall(page), []
    for id, name, amount in worths:
        need = page.width(name, style.BODY.strong() if id == "worth" else style.NOTE) + page.width(minus(amount), FIGURE) + page.u(8)
        if x and x + need > wide:
            x, y = 0, y + tall
        found.append(Rect(x, y, need, tall))
        x += need + page.u(16)
    return found, y + tall


def summary(page: Page, rect: Rect, deal: Deal, words: ProposalWords) -> None:
    """All of it."""
    u = page.u
    page.rule(rect.x, rect.y, rect.w, "ink")
    page.stop("summary")
    worths = _worths(words)
    places, tall = _flow(page, rect.w, worths)
    for (id, name, amount), place in zip(worths, places, strict=True):
        _worth(page, place.move(rect.x, rect.y + u(2)), id, name, amount)
    top = rect.y + u(4) + tall
    low = rect.bottom - _legend_tall(page)
    left = round(rect.w * 0.45)
    if words.refusals:
        _refused(page, Rect(rect.x, top, left - u(16), low - top), words)
    else:
        _acceptance(page, Rect(rect.x, top, left - u(16), low - top), deal, words)
    for number, fact in enumerate(_facts(words)):
        _fact(page, Rect(rect.x + left, top + number * _tall(page), rect.w - left, _tall(page)), fact)
    if _legend_tall(page):
        _legend(page, Rect(rect.x, low, rect.w, rect.bottom - low), deal)


def _worth(page: Page, place: Rect, id: str, name: str, amount: int) -> None:
    page.add(f"sum:{id}", "door", place, None, action=f"why:sum:{id}", focus=True, text=f"{name} {minus(amount)}", is_over=True)
    of = style.BODY.strong() if id == "worth" else style.NOTE
    base = page.middle(place, of)
    x = page.say(f"sum:{id}:name", name, of, place.x, base).right + page.u(6)
    page.say(f"sum:{id}:figure", minus(amount), FIGURE.on("warn" if amount < 0 else "ink"), x, base)


def _fact(page: Page, place: Rect, fact: Fact) -> None:
    u, base = page.u, page.middle(place, style.SMALL)
    page.add(f"sum:{fact.id}", "door", place, None, action=f"why:sum:{fact.id}", focus=True, text=f"{fact.name} {fact.figure}", is_over=True)
    x = place.x + page.width("100", FIGURE)
    page.say(f"sum:{fact.id}:figure", fact.figure, FIGURE.on(fact.token), x, base, align="right")
    name = page.say(f"sum:{fact.id}:name", fact.name, style.SMALL.strong(), x + u(8), base, round(place.w * 0.5), more="W")
    page.say(f"sum:{fact.id}:words", fact.words, style.NOTE, place.right, base, place.right - name.right - u(14), "right", more="W")


def _refused(page: Page, place: Rect, words: ProposalWords) -> None:
    page.add("sum:refused", "door", place, None, action="why:sum:refused", focus=True, text=t("deal.refused"), is_over=True)
    y = page.tell("sum:refused:title", t("deal.refused"), style.SMALL.strong().on("warn"), place, lines=1, more="W")
    page.tell("sum:refused:words", words.refusals[0], style.WARN, Rect(place.x, y, place.w, place.bottom - y), more="W")


def _acceptance(page: Page, place: Rect, deal: Deal, words: ProposalWords) -> None:
    """The strip: each dot one kind of government, standing where so many of it in a hundred say yes."""
    u, told = page.u, deal.acceptance()
    page.add("sum:accept", "door", place, None, action="why:sum:accept", focus=True, text=t("deal.accepts", side=deal.desk.other_name), is_over=True)
    y = place.y + page.lh(style.SMALL)
    title = t("deal.accepts-within", side=deal.desk.other_name, n=told.turns) if told.is_counted else t("deal.accepts", side=deal.desk.other_name)
    page.say("sum:accept:title", title, style.SMALL.strong(), place.x, y - u(4), place.w, more="W")
    if told.note:
        page.tell("sum:accept:note", told.note, style.ASIDE, Rect(place.x, y, place.w, place.bottom - y), more="W")
        return
    figure = f"{told.share}" if told.is_counted else "\u2026"
    numbers = max(page.width("100", LARGE) + u(6) + page.width(t("deal.in-100"), style.NOTE), page.width(told.range_words, style.NOTE))
    chart = Rect(place.x, y, place.w - numbers - u(18), place.bottom - y)
    page.add("sum:accept:strip", "chart", chart, draw_strip, look=(told.dots, told.is_whole, told.low, told.high), text=told.in_words)
    x = chart.right + u(14)
    base = y + page.lh(LARGE) - u(4)
    mark = page.say("sum:accept:figure", figure, LARGE, x, base)
    page.say("sum:accept:unit", t("deal.in-100"), style.NOTE, mark.right + u(5), base)
    page.say("sum:accept:range", told.range_words, style.NOTE, x, base + page.lh(style.NOTE), place.right - x, more="W")


def _legend(page: Page, place: Rect, deal: Deal) -> None:
    u, x = page.u, place.x
    base = page.middle(place, style.CAPTION)
    ours, theirs = ("washington", "moscow") if deal.desk.board.side == "washington" else ("moscow", "washington")
    for id, words in ((ours, t("deal.legend-ours")), (theirs, t("deal.legend-theirs")), ("peg", t("deal.legend-peg")),
                      ("band", t("deal.legend-band", side=deal.desk.other_name))):
        mark = Rect(x, place.centery - u(7), u(34 if id == "band" else 14), u(14))
        if mark.right + u(6) + page.width(words, style.CAPTION) > place.right:
            break
        page.add(f"legend:{id}", "mark", mark, draw_legend, look=(id, theirs))
        x = page.say(f"legend:{id}:words", words, style.CAPTION, mark.right + u(6), base).right + u(18)


def draw_legend(canvas: Canvas, node: Node) -> None:
    """A sign of the scale."""
    id, theirs = node.look
    theme, rect = canvas.theme, node.rect
    with Pen(canvas.surface, theme, rect) as pen:
        if id == "band":
            token = "su" if theirs == "moscow" else "us"
            inner = rect.inflate(0, -theme.px(3))
            pen.box(inner.x, inner.y, inner.w, inner.h, token, alpha=40)
            pen.hatch(inner, token, 0.7, 6)
        elif id == "peg":
            x, y = rect.center
            pen.polygon([(x, y - theme.px(6)), (x - theme.px(6), y + theme.px(5)), (x + theme.px(6), y + theme.px(5))], "brass", "ink", 1.2)
        else:
            side_shape(pen, rect.center, id, 4.2)


def draw_strip(canvas: Canvas, node: Node) -> None:
    """A rule of 0 to 100, a bracket over the range, a dot a kind; grey rings for what is still to be asked."""
    dots, is_whole, low, high = node.look
    theme, rect = canvas.theme, node.rect
    size = theme.type_px(11)
    y = rect.bottom - size - theme.px(6)
    left, right = rect.x + theme.px(8), rect.right - theme.px(10)
    across, r = right - left, theme.px(3)

    def at(share: float) -> float:
        return left + across * share / 100

    with Pen(canvas.surface, theme, rect) as pen:
        pen.line([(left, y), (right, y)], "ink", 1.2)
        for share in (0, 25, 50, 75, 100):
            pen.line([(at(share), y), (at(share), y + theme.px(5 if share % 50 == 0 else 3))], "ink", 1.2)
        if is_whole:
            pen.line([(at(low), y + theme.px(2)), (at(high), y + theme.px(2))], "brass", 3.0)
        most = max(1, (y - rect.y - r) // (2 * r + 1))
        taken: dict[int, int] = {}
        for share in dots:
            column = round(across * share / 100 / (2 * r + 2))
            step = -1 if share > 50 else 1
            while taken.get(column, 0) >= most:
                column += step
            row = taken[column] = taken.get(column, 0) + 1
            x = min(max(left + column * (2 * r + 2), left), right)
            pen.circle((x, y - theme.px(1) - row * (2 * r + 1) + r), r, "ink" if is_whole else "faint")
    for share in (0, 50, 100):
        text.line(canvas.surface, theme, str(share), (at(share), rect.bottom - theme.px(1)), "typed", 11, "mut", align="center")
