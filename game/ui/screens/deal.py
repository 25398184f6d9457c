"""The deal table: a row an issue, a peg on five steps, how it is said; beside it the letter writes itself.

Comes in: a Desk. Goes out: the draft's terms, channel and deadline. Never here: how rows and side sheets look (deal_table.py, deal_side.py).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ...engine.orders import TONES, Term
from ...language import t
from ...session.draft import DEADLINES, Draft, as_news, on_paper, opening_term, with_condition
from ...wording.acceptance import Acceptance, told
from ...wording.board import IssueLine
from ...wording.groups import groups, unfolded_at_first
from ..desk import Desk
from ..layout.page import Page
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.footer import footer
from ..widgets.fronts import Panel, arrange
from . import deal_side, deal_table, deal_why
from .deal_scale import STEPS, nearest_step

LEAST_LETTER = 150
"""Design pixels at text size 1 that a letter needs beside its slip; where it has fewer, the slip is read below the letter."""
SETTLES = 25
"""In a hundred: from this share of imagined governments on, staff think that a step could be settled on."""


class Deal(Screen):
    name = "deal"
    is_play = True
    own_keys = (("C", "keys.channel"), ("T", "keys.deadline"), ("Ctrl+Z", "keys.undo"), ("Ctrl+Y", "keys.redo"))

    def __init__(self, desk: Desk):
        super().__init__()
        self.desk = desk
        self.groups = groups(desk.board.issues)
        self.issue = next(iter(desk.draft.terms), self.groups[0].issues[0].id if self.groups else "")
        self.unfolded = set() if desk.draft.terms else unfolded_at_first(self.groups, desk.draft.terms)
        """Ids of the groups whose untouched rows are on the table too."""
        self.focus = f"issue:{self.issue}"
        self.shown = self.focus
        self._is_sliding = False
        """The last change was made by the hand that still holds the peg: what it does next is one change with it."""
        self.heights: tuple[int, ...] = ()
        """How tall the rows last were: where they change of themselves, the row in focus is kept in sight."""

    def build(self, page: Page) -> None:
        top = low_band(page, self.desk.board) + 8
        high = page.low - top
        words = self.desk.words()
        wide = min(480, 400 + max(0, page.wide - 1280) * 0.4)
        right = page.wide - wide - 16
        tall = deal_side.sending_height(page, self, page.u(wide)) / page.theme.scale
        slip = max(116, page.theme.text_scale * 108) if words.oral_slip else 0
        over = high - tall - 8 - (slip + 8 if slip else 0)
        is_apart = bool(slip) and (page.is_one or over >= LEAST_LETTER * page.theme.text_scale)
        letter = page.box(right, top, wide, over if is_apart or not slip else high - tall - 8)
        panels = [Panel("table", t("deal.title"), page.box(16, top, right - 24, high), lambda rect: deal_table.table(page, rect, self, words))]
        if page.is_one:
            panels.append(Panel("sum", t("deal.comes-to"), letter, lambda rect: deal_table.sums(page, rect, self, words)))
        panels.append(Panel("letter", t("deal.letter"), letter, lambda rect: deal_side.letter(page, rect, self, words, not is_apart)))
        if is_apart:
            panels.append(Panel("slip", t("deal.slip"), page.box(right, top + high - tall - 8 - slip, wide, slip),
                                lambda rect: deal_side.oral_slip(page, rect, self, words)))
        panels.append(Panel("sending", t("deal.sending"), page.box(right, top + high - tall, wide, tall),
                            lambda rect: deal_side.sending(page, rect, self)))
        arrange(page, self, page.box(16, top, page.wide - 32, high), panels)
        footer(page, self._keys(), (t("deal.done"), "done") if self.desk.draft.is_put else (t("deal.put-to", side=self.desk.other_name), "put"),
               is_closed=not self.desk.draft.terms)

    def _keys(self) -> list[tuple[str, str, str]]:
        keys = [("\u2190\u2192", t("deal.key-peg"), ""), *self._ways(), ("X", t("deal.key-unsaid"), f"unsaid:{self.issue}")]
        if self.desk.draft.is_put:
            keys.insert(1, ("B", t("deal.key-hold"), "hold"))
        if self.desk.can_undo:
            keys.append(("Ctrl+Z", t("deal.key-undo"), "undo"))
        return [*keys, ("W", t("deal.key-why"), f"why:{self.focus}"), ("F1", t("deal.key-keys"), "app:keys"), ("Esc", t("deal.key-back"), "app:back")]

    def _ways(self) -> list[tuple[str, str, str]]:
        """The keys that say the chosen issue otherwise; those that could do nothing on it are left out."""
        line = self.line(self.issue) if self.groups else None
        if line is None:
            return []
        keys = [] if line.in_sight else [("P", t("deal.key-secret"), f"secret:{line.id}")]
        keys += [("O", t("deal.key-oral"), f"paper:{line.id}"), ("V", t("deal.key-exact"), f"exact:{line.id}"),
                 ("N", t("deal.key-news"), f"news:{line.id}")]
        if line.conditions:
            last = len(line.conditions)
            keys.append(("1" if last == 1 else f"1-{last}", t("deal.key-if"), "" if last > 1 else f"condition:{line.id}:0"))
        return keys

    def line(self, id: str) -> IssueLine:
        """The issue of that id."""
        return next(issue for issue in self.desk.board.issues if issue.id == id)

    # -------------------------------------------------------------- what the staff has counted
    def acceptance(self) -> Acceptance:
        """Who would take the letter as it lies; counted afresh after each change."""
        draft = self.desk.draft.put()
        if not draft.terms:
            return told({"none": "no proposal"})
        count = self.desk.staff.look(self.app, "acceptance", draft.dispatch())
        return told(None, waits=False) if count is None else told(count.so_far, t("staff.nobody") if count.problem else "")

    def shares(self, issue: str) -> tuple[int, ...]:
        """In a hundred, who would take the letter on first reading with that issue at each of its steps; empty where it is not counted."""
        draft = self.desk.draft.put()
        if not draft.terms or issue not in self._asked():
            return ()
        count = self.desk.staff.look(self.app, "steps", draft.dispatch(), self._asked())
        steps = (count.so_far or {}).get("steps", {}).get(issue) if count else None
        return tuple(round(100 * takes / count.so_far["of"]) for takes in steps) if steps and count and count.so_far else ()

    @property
    def is_counting(self) -> bool:
        """The staff is at work on the letter, and an answer is to be had."""
        told = self.acceptance()
        return self.app.is_live and not told.note and bool(self.desk.draft.terms)

    def _asked(self) -> tuple[str, ...]:
        """Issues whose steps the staff tries, the opened one first."""
        said = tuple(id for id in self.desk.draft.terms if id != self.issue)
        return (self.issue, *said) if self.issue else said

    def band(self, issue: str) -> tuple[int, int] | None:
        """The steps between what they might take and what they last asked for."""
        shares = self.shares(issue)
        steps = [place for place, share in enumerate(shares, 1) if share >= SETTLES]
        if not steps:
            return None
        theirs = self.line(issue).theirs
        if self.desk.board.side == "washington":
            return steps[0], max(steps[0], theirs or STEPS)
        return min(steps[-1], theirs or 1), steps[-1]

    # -------------------------------------------------------------- what a hand does
    def copied(self) -> str:
        """The letter as it is drafted, and what would be said and not written."""
        words = self.desk.words()
        return "\n\n".join((*words.letter, *words.oral_slip))

    def moved(self, id: str) -> None:
        kind, _, name = id.partition(":")
        if kind == "issue":
            self.issue = name

    def key(self, press: str) -> bool:
        if press in ("Ctrl+Z", "Ctrl+Y"):
            return self._undo(is_back=press == "Ctrl+Z")
        if self.focus.startswith("group:") and press in ("Left", "Right"):
            self._fold(self.focus.partition(":")[2], is_open=press == "Right")
            return True
        if self.focus.startswith("issue:") and press in ("Left", "Right"):
            self._nudge(1 if press == "Right" else -1)
            return True
        if press == "C":
            ids = [channel.id for channel in self.desk.board.channels]
            self.act(f"channel:{_after(self.desk.draft.channel, ids)}")
            return True
        if press == "T":
            self.act(f"deadline:{_after(self.desk.draft.deadline, DEADLINES)}")
            return True
        if press == "M":
            self.act(f"tone:{_after(self.desk.draft.tone, TONES)}")
            return True
        if press in "1234" and self.focus.startswith("issue:") and int(press) <= len(self.line(self.issue).conditions):
            self.act(f"condition:{self.issue}:{int(press) - 1}")
            return True
        return False

    def _undo(self, is_back: bool) -> bool:
        return self.desk.undo() if is_back else self.desk.redo()

    def drag(self, id: str, x: int, y: int) -> bool:
        """A peg follows the hand that holds it from step to step."""
        kind, _, rest = id.partition(":")
        issue, _, part = rest.partition(":")
        ends = [self.app.tree.find(f"issue:{issue}:peg:{place}") for place in (1, STEPS)]
        if kind != "issue" or not part.startswith("peg") or None in ends:
            return False
        first, last = (node.rect.centerx for node in ends if node)
        step, term = nearest_step(first, last, x), self.desk.draft.terms.get(issue)
        if term is None or term.position == step:
            return False
        slid = self.desk.draft.with_term(issue, replace(term, position=step))
        if self._is_sliding:
            self.desk.slide(slid)
        else:
            self.desk.change(slid)
        self._is_sliding = True
        return True

    def wheel(self, x: int, y: int, notches: int) -> bool:
        """Over the scale of the opened row the wheel moves its peg; elsewhere it scrolls, as everywhere."""
        scale = self.app.tree.find(f"issue:{self.issue}:scale")
        if scale is None or not scale.rect.collidepoint(x, y):
            return False
        self._nudge(1 if notches < 0 else -1)
        return True

    def _nudge(self, step: int) -> None:
        term = self.desk.draft.terms.get(self.issue)
        if term is None:
            self._set(self.issue, opening_term(self.line(self.issue)))
        else:
            self._set(self.issue, replace(term, position=max(1, min(STEPS, term.position + step))))

    def _fold(self, group: str, is_open: bool) -> None:
        """All rows of that group are on the table, or only those on which something is said."""
        self.unfolded = self.unfolded | {group} if is_open else self.unfolded - {group}

    def _set(self, issue: str, term: Term | None) -> None:
        self.desk.change(self.desk.draft.with_term(issue, term))

    def act(self, action: str) -> None:
        kind, _, rest = action.partition(":")
        id, _, place = rest.partition(":")
        draft = self.desk.draft
        self._act(kind, id, place, rest, draft)
        self._is_sliding = kind == "peg" and self.desk.draft != draft

    def _act(self, kind: str, id: str, place: str, rest: str, draft: Draft) -> None:
        if kind in ("peg", "say", "unsaid", "secret", "paper", "exact", "news", "condition"):
            self.issue = id
            self.rest(f"issue:{id}")
            self._said(kind, id, int(place or 0))
        elif kind == "fold":
            self.rest(f"group:{id}")
            self._fold(id, is_open=id not in self.unfolded)
        elif kind == "channel":
            self.desk.change(replace(draft, channel=id))
        elif kind == "deadline":
            self.desk.change(replace(draft, deadline=int(id)))
        elif kind == "tone":
            self.desk.change(replace(draft, tone=id))
        elif kind == "why":
            self.why(rest)
        elif kind == "undo":
            self._undo(is_back=True)
        elif kind == "hold":
            self.desk.change(draft.unput())
        elif kind in ("put", "done"):
            self._put(draft)

    def _said(self, kind: str, id: str, place: int) -> None:
        line = self.line(id)
        term = self.desk.draft.terms.get(id) or opening_term(line)
        if kind == "peg":
            self._set(id, replace(term, position=place))
        elif kind == "say":
            self._set(id, term)
        elif kind == "unsaid":
            self._set(id, None)
        elif kind == "secret":
            self._set(id, replace(term, secret=not term.secret and not line.in_sight))
        elif kind == "paper":
            self._set(id, on_paper(term, not term.paper))
        elif kind == "news":
            self._set(id, as_news(term, not term.news))
        elif kind == "condition":
            self._set(id, with_condition(term, line.conditions[place]))
        else:
            self._set(id, replace(term, exact=not term.exact))

    def _put(self, draft: Draft) -> None:
        if not draft.terms:
            self.app.tell(t("deal.nothing-said"), t("deal.nothing-to-put"))
            return
        self.desk.change(draft.put())
        self.app.back()

    def why(self, id: str) -> None:
        deal_why.why(self, id)


def _after(now: Any, choices: Sequence[Any]) -> Any:
    """The choice after that one, the first after the last."""
    return choices[(choices.index(now) + 1) % len(choices)]
