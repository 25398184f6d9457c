"""A row of the deal table: name, scale, switches; the opened one with its five steps in words, its conditions and its price.

Comes in: a Page, a rectangle, the Deal, an issue. Goes out: Nodes. Never here: a change to the draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from ...engine.orders import Term
from ...language import t
from ...wording.board import IssueLine
from ...wording.manner import condition, in_sight, strings
from ..layout import type as style
from ..layout.page import Page
from ..layout.type import Style, minus
from ..widgets.button import chip, chip_width, draw_row, switch
from .deal_scale import STEPS, Scale, draw_scale, stated

if TYPE_CHECKING:
    from .deal import Deal

STEP_NAME = Style("label", 13, "mut")
SAYS = Style("label", 14)
TOLD = Style("ui", 13, italic=True)
WAYS = (("secret", "P"), ("paper", "O"), ("exact", "V"))


def most_lines(page: Page) -> int:
    """Lines that a step's words may take below it."""
    return 4 if page.theme.text_scale < 1.75 else 2


def two_ways(way: str) -> tuple[str, str]:
    """The two words of a switch."""
    return {"secret": (t("deal.open"), t("deal.secret")), "paper": (t("deal.paper"), t("deal.oral")),
            "exact": (t("deal.exact"), t("deal.loose")), "news": (t("deal.pledge"), t("deal.news"))}[way]


class Columns:
    """Where the columns of the table stand, in pixels."""

    def __init__(self, page: Page, inside: Rect):
        u, text = page.u, page.theme.text_scale
        of = style.CAPTION.strong()
        self.name, self.gap = inside.x, u(8)
        widest = max(page.width(word, of) for way, _ in WAYS for word in two_ways(way))
        self.switch = max(u(66), 2 * widest + u(12))
        self.switches = inside.right - u(26) - 3 * self.switch - 2 * self.gap
        self.right = self.switches + 3 * self.switch + 2 * self.gap
        self.first = inside.x + round(u(190) * min(1.12, text))
        self.step = round((self.switches - u(4) - self.first) / (STEPS - 0.5))      # half a step of air for the last one's words

    def peg(self, place: int) -> int:
        """x of a step, 1..5."""
        return self.first + (place - 1) * self.step

    def way(self, place: int) -> int:
        """x of a switch, 0..2."""
        return self.switches + place * (self.switch + self.gap)


def height(page: Page, deal: Deal, issue: IssueLine, columns: Columns) -> int:
    """Pixels the row takes."""
    u, term = page.u, deal.desk.draft.terms.get(issue.id)
    if issue.id != deal.issue:
        return _top(page) - u(14) + page.lh(SAYS) * len(_says(page, issue, term, columns)[1]) if term else max(u(27), page.lh(style.ROW) + u(5))
    names = page.lh(STEP_NAME) * min(most_lines(page), _deepest(page, issue, columns)) if _are_readable(page, issue, columns) else 0
    hooks = _hook_places(page, issue, columns)[1] if term else 0
    return _top(page) + max(names, hooks) + len(_foot(page, deal, issue, columns)) * page.lh(style.SMALL) + u(8)


def _top(page: Page) -> int:
    """Pixels from a row's upper edge to below its scale and switches."""
    return page.u(20) + max(page.u(18), (page.lh(style.CAPTION) + page.u(10)) // 2)


def _deepest(page: Page, issue: IssueLine, columns: Columns) -> int:
    return max(len(page.measure(words, STEP_NAME, columns.step - page.u(6)).lines) for words in issue.positions)


def _is_cut(page: Page, words: str, columns: Columns) -> bool:
    """A step's words do not stand whole below it."""
    return (len(page.measure(words, STEP_NAME.strong(), columns.step - page.u(6)).lines) > most_lines(page)
            or max(page.width(word, STEP_NAME.strong()) for word in words.split()) > columns.step - page.u(6))


def _are_readable(page: Page, issue: IssueLine, columns: Columns) -> bool:
    """The steps' words stand side by side without a word broken."""
    return max(page.width(word, STEP_NAME.strong()) for words in issue.positions for word in words.split()) <= columns.step - page.u(6)


def row(page: Page, line: Rect, deal: Deal, issue: IssueLine, columns: Columns) -> None:
    """The row in its place."""
    u, id = page.u, f"issue:{issue.id}"
    term = deal.desk.draft.terms.get(issue.id)
    is_chosen = issue.id == deal.issue
    page.add(id, "issue", line, draw_row, action=f"say:{issue.id}", focus=True, text=issue.name, is_on=is_chosen, is_row=True)
    y = line.y + (_top(page) - u(20) if is_chosen or term else line.h // 2)
    name = style.ROW.strong(term is not None).on("ink" if term else "mut")
    page.say(f"{id}:name", issue.name, name, columns.name, y + u(5), columns.peg(1) - columns.name - u(16), more="W")
    seat = deal.desk.board.side
    scale = Rect(columns.peg(1) - u(18), max(line.y, y - u(16)), columns.peg(5) - columns.peg(1) + u(36), u(33))
    page.add(f"{id}:scale", "scale", scale.clip(line), draw_scale, text="moscow" if seat == "washington" else "washington",
             look=Scale(*stated(issue, seat), issue.agreed, term, deal.band(issue.id), columns.first, columns.step, y))
    for place in range(1, STEPS + 1):
        hit = Rect(columns.peg(place) - u(17), max(line.y, y - u(14)), u(34), max(24, u(28)))
        page.add(f"{id}:peg:{place}", "step", hit, None, action=f"peg:{issue.id}:{place}", key="Right", text=issue.positions[place - 1],
                 is_on=bool(term and term.position == place), is_over=True)
    if term:
        _ways(page, y, issue, term, columns)
        if not is_chosen:
            room, lines = _says(page, issue, term, columns)
            page.tell(f"{id}:says", _words(issue, term), SAYS, Rect(room.x, y + u(4), room.w, page.lh(SAYS) * len(lines)),
                      align="right" if room.right < columns.peg(term.position) else "left", more="W")
    else:
        page.say(f"{id}:unsaid", t("deal.left-unsaid"), style.ASIDE, columns.switches, y + u(5), columns.right - columns.switches, more="W")
    if is_chosen:
        _opened(page, line, y, deal, issue, term, columns)
    page.rule(columns.name, line.bottom - 1, line.right - columns.name - u(12), "band90")


def _says(page: Page, issue: IssueLine, term: Term, columns: Columns) -> tuple[Rect, tuple[str, ...]]:
    """Where the words of the peg's step stand, on its roomier side, and how they break there."""
    at, u = columns.peg(term.position), page.u
    left, right = columns.peg(1) - u(6), columns.switches - u(10)
    words = _words(issue, term)
    wide = page.width(words, SAYS)
    if wide <= right - at - u(12) or right - at >= at - left:
        room = Rect(at + u(12), 0, right - at - u(12), 0)
    else:
        room = Rect(left, 0, at - u(12) - left, 0)
    return room, page.measure(words, SAYS, room.w).lines[:2]


def _words(issue: IssueLine, term: Term) -> str:
    """The peg's step in its own words, and what hangs on it: `Told: they will go (as news)`."""
    tied = strings(term)
    return f"{issue.positions[term.position - 1]} ({', '.join(tied)})" if tied else issue.positions[term.position - 1]


def _ways(page: Page, y: int, issue: IssueLine, term: Term, columns: Columns) -> None:
    u = page.u
    seconds = {"secret": term.secret, "paper": not term.paper, "exact": not term.exact}
    for place, (way, key) in enumerate(WAYS):
        tall = max(24, u(24), page.lh(style.CAPTION) + u(6))
        rect = Rect(columns.way(place), y - tall // 2, columns.switch, tall)
        switch(page, f"issue:{issue.id}:{way}", rect, two_ways(way), f"{way}:{issue.id}", seconds[way], key,
               is_closed=way == "secret" and issue.in_sight)


def _opened(page: Page, line: Rect, y: int, deal: Deal, issue: IssueLine, term: Term | None, columns: Columns) -> None:
    u, id = page.u, f"issue:{issue.id}"
    top, foot = line.y + _top(page), _foot(page, deal, issue, columns)
    bottom = line.bottom - len(foot) * page.lh(style.SMALL) - u(6)
    if term:
        _hooks(page, top, issue, term, columns)
    if _are_readable(page, issue, columns):
        _step_names(page, id, top, bottom, issue, term, columns)
    if issue.note and bottom - y - u(11) >= page.lh(style.CAPTION):
        room = Rect(columns.name, y + u(11), columns.peg(1) - columns.step // 2 - columns.name, bottom - y - u(11))
        page.tell(f"{id}:note", issue.note, style.CAPTION, room, more="W")
    base = line.bottom - u(7) - (len(foot) - 1) * page.lh(style.SMALL)
    for place, (name, words, of) in enumerate(foot):
        page.say(f"{id}:{name}", words, of, columns.name, base + place * page.lh(style.SMALL), line.right - columns.name - u(12), more="W")


def _foot(page: Page, deal: Deal, issue: IssueLine, columns: Columns) -> list[tuple[str, str, Style]]:
    """The lines below the steps: what this one is worth, what they would take, what stands in its way."""
    term = deal.desk.draft.terms.get(issue.id)
    place = term.position if term else issue.ours or 3
    words = issue.positions[place - 1]
    is_missing = not _are_readable(page, issue, columns) or _is_cut(page, words, columns)
    whole = [("step", f"{place}: {words}", SAYS.strong())] if is_missing else []
    told = t("deal.step-worth", step=place, worth=worth(issue, place))
    lines = [*whole, ("worth", f"{told} {in_sight()}" if issue.in_sight else told, TOLD)]
    if shares := deal.shares(issue.id):
        lines.append(("taken", t("deal.step-taken", side=deal.desk.other_name, step=place, share=shares[place - 1]), TOLD.on("brass")))
    elif deal.is_counting:
        lines.append(("taken", t("staff.counting"), style.ASIDE))
    stands = [t("deal.can-bar", who=issue.blocked_by)] if issue.blocked_by else []
    stands += [t("deal.hands-tied", points=issue.exposure)] if issue.exposure else []
    stands += [t("deal.agreed", words=issue.agreed.says)] if issue.agreed else []
    if stands:
        lines.append(("stands", "; ".join(stands), style.WARN))
    return lines


def worth(issue: IssueLine, place: int) -> str:
    """What a step is worth to this side, in figures: `-90 openly, -20 secretly`, or openly alone where it cannot be secret."""
    openly = t("deal.openly", worth=minus(issue.worth_open[place - 1]))
    return openly if issue.in_sight else f"{openly}, {t('deal.secretly', worth=minus(issue.worth_secret[place - 1]))}"


def _hook_places(page: Page, issue: IssueLine, columns: Columns) -> tuple[list[tuple[str, Rect]], int]:
    """Where the small toggles of an opened row stand below its switches, from y 0, on as many lines as they need; and the height of it all."""
    u = page.u
    left, tall = columns.switches, max(24, u(24), page.lh(style.SMALL) + u(4))
    words = max(page.width(word, style.CAPTION.strong()) for word in two_ways("news"))
    x, y = left + 2 * words + u(14), 0
    found = [("news", Rect(left, 0, x - left, tall))]
    for place, id in enumerate(issue.conditions):
        wide = min(chip_width(page, hook(place, id)), columns.right - left)
        x += u(6)
        if x + wide > columns.right and x > left:
            x, y = left, y + tall + u(2)
        found.append((id, Rect(x, y, wide, tall)))
        x += wide
    return found, y + tall + u(4)


def hook(place: int, id: str) -> str:
    """A condition as its chip says it, with the key that hangs it on."""
    return t("deal.if", n=place + 1, what=condition(id))


def _hooks(page: Page, top: int, issue: IssueLine, term: Term, columns: Columns) -> None:
    """On the opened row alone: is it a pledge or mere news, and what does it hang on."""
    id, (places, _) = f"issue:{issue.id}", _hook_places(page, issue, columns)
    switch(page, f"{id}:news", places[0][1].move(0, top), two_ways("news"), f"news:{issue.id}", term.news, "N")
    for place, (name, rect) in enumerate(places[1:]):
        chip(page, f"{id}:if:{name}", rect.move(0, top), hook(place, name), f"condition:{issue.id}:{place}", name in term.conditions,
             str(place + 1), takes_focus=False)


def _step_names(page: Page, id: str, top: int, bottom: int, issue: IssueLine, term: Term | None, columns: Columns) -> None:
    wide = columns.step - page.u(6)
    for place, words in enumerate(issue.positions, 1):
        is_here = bool(term and term.position == place)
        of = STEP_NAME.strong(is_here).on("ink" if is_here else "mut")
        room = Rect(columns.peg(place) - wide // 2, top, wide, bottom - top)
        page.tell(f"{id}:step:{place}", words, of, room, lines=most_lines(page), align="center", more="W")
