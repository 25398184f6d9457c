"""The deal table: a row an issue, a peg on five steps, how it is said; beside it the letter writes itself.

Comes in: a Desk. Goes out: the draft's terms, channel and deadline. Never here: how rows and side sheets look (deal_rows.py, deal_side.py).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ...engine.orders import TONES, Term
from ...session.draft import DEADLINES, Draft, as_news, on_paper, opening_term, with_condition
from ...wording.board import IssueLine
from ...wording.desk import listed
from ...wording.groups import groups, unfolded_at_first
from ...wording.manner import CONDITION_NAMES, IN_SIGHT, TONE_DOES, how
from ..desk import Desk
from ..layout.page import Page
from ..layout.type import minus
from ..screen import Screen
from ..widgets.band import low_band
from ..widgets.footer import footer
from . import deal_rows, deal_side


class Deal(Screen):
    name = "deal"
    is_play = True
    own_keys = (("C", "keys.channel"), ("T", "keys.deadline"), ("Ctrl+Z", "keys.undo"), ("Ctrl+Y", "keys.redo"))

    def __init__(self, desk: Desk):
        super().__init__()
        self.desk = desk
        self.groups = groups(desk.board.issues)
        self.issue = next(iter(desk.draft.terms), self.groups[0].issues[0].id if self.groups else "")
        self.unfolded = unfolded_at_first(self.groups, desk.draft.terms)
        """Ids of the groups whose rows are on the table."""
        self.focus = f"issue:{self.issue}"
        self.shown = self.focus

    def build(self, page: Page) -> None:
        top = low_band(page, self.desk.board) + 8
        high = page.low - top
        words = self.desk.words()
        right = page.wide - 416
        deal_rows.table(page, page.box(16, top, right - 24, high), self, words)
        tall = deal_side.sending_height(page, self) / page.theme.scale
        slip = 116 if words.oral_slip else 0
        deal_side.letter(page, page.box(right, top, 400, high - tall - 8 - (slip + 8 if slip else 0)), self, words)
        if slip:
            deal_side.oral_slip(page, page.box(right, top + high - tall - 8 - slip, 400, slip), words)
        deal_side.sending(page, page.box(right, top + high - tall, 400, tall), self)
        draft = self.desk.draft
        keys = [("\u2190\u2192", "peg", ""), ("X", "unsaid", f"unsaid:{self.issue}"), *self._ways(), ("W", "why", f"why:{self.issue}"),
                ("F1", "keys", "app:keys"), ("M", "tone", f"tone:{_after(draft.tone, TONES)}"), ("Esc", "back", "app:back")]
        if draft.is_put:
            keys.insert(1, ("H", "hold it back", "hold"))
        footer(page, keys, ("Done", "done") if draft.is_put else (f"Put to {self.desk.other_name}", "put"), is_closed=not draft.terms)

    def _ways(self) -> list[tuple[str, str, str]]:
        """The keys that say the chosen issue otherwise; those that could do nothing on it are left out."""
        line = self.line(self.issue) if self.groups else None
        if line is None:
            return []
        keys = [] if line.in_sight else [("P", "secret", f"secret:{line.id}")]
        keys += [("O", "oral", f"paper:{line.id}"), ("V", "exact", f"exact:{line.id}"), ("N", "news", f"news:{line.id}")]
        if line.conditions:
            last = len(line.conditions)
            keys.append(("1" if last == 1 else f"1-{last}", "only if", "" if last > 1 else f"condition:{line.id}:0"))
        return keys

    def line(self, id: str) -> IssueLine:
        """The issue of that id."""
        return next(issue for issue in self.desk.board.issues if issue.id == id)

    def moved(self, id: str) -> None:
        kind, _, name = id.partition(":")
        if kind == "issue":
            self.issue = name

    def key(self, press: str) -> bool:
        if press in ("Ctrl+Z", "Ctrl+Y"):
            moved = self.desk.undo() if press == "Ctrl+Z" else self.desk.redo()
            self.unfolded |= unfolded_at_first(self.groups, self.desk.draft.terms) if self.desk.draft.terms else set()
            return moved
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
        if press in "1234" and self.focus.startswith("issue:") and int(press) <= len(self.line(self.issue).conditions):
            self.act(f"condition:{self.issue}:{int(press) - 1}")
            return True
        return False

    def _nudge(self, step: int) -> None:
        term = self.desk.draft.terms.get(self.issue)
        if term is None:
            self._set(self.issue, opening_term(self.line(self.issue)))
        else:
            self._set(self.issue, replace(term, position=max(1, min(5, term.position + step))))

    def _fold(self, group: str, is_open: bool) -> None:
        """That group's rows are on the table, or folded away behind its heading."""
        self.unfolded = self.unfolded | {group} if is_open else self.unfolded - {group}

    def _set(self, issue: str, term: Term | None) -> None:
        self._fold(self.line(issue).group, is_open=True)
        self.desk.change(self.desk.draft.with_term(issue, term))

    def act(self, action: str) -> None:
        kind, _, rest = action.partition(":")
        id, _, place = rest.partition(":")
        draft = self.desk.draft
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
            self.why(f"issue:{id}" if self.focus.startswith("issue:") else self.focus)
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
            self.app.tell("Nothing is said yet: set a peg on at least one issue.", "Nothing to put")
            return
        self.desk.change(draft.put())
        self.app.back()

    def why(self, id: str) -> None:
        from .notice import Notice
        kind, _, name = id.partition(":")
        if kind == "issue":
            line = self.line(name)
            steps = [f"{place}. {words}: worth to us {deal_rows.worth(line, place)}" for place, words in enumerate(line.positions, 1)]
            more = [line.note] if line.note else []
            more += [f"On the table now: step {term.position}, {how(term)}."] if (term := self.desk.draft.terms.get(name)) else []
            more += [IN_SIGHT] if line.in_sight else []
            more += [f"It can hang on: {listed([CONDITION_NAMES[id] for id in line.conditions])}."] if line.conditions else []
            if line.exposure:
                more.append(f"We have bound ourselves in public here: {line.exposure} of 1000. Each open step back costs so much the more.")
            if line.blocked_by:
                more.append(f"{line.blocked_by} can stand in the way.")
            if line.agreed:
                more.append(f"Agreed: {line.agreed.says} ({how(line.agreed)}). We take it to mean: {line.agreed.reading or line.agreed.says}.")
            self.app.push(Notice(line.name, *steps, *more))
        elif kind == "group":
            group = next(group for group in self.groups if group.id == name)
            said = {id: term.position for id, term in self.desk.draft.terms.items()}
            told = (f"{line.name}: {f'step {said[line.id]}' if line.id in said else 'left unsaid'} on the table; last named by us: "
                    f"{line.ours or 'nothing'}, by them: {line.theirs or 'nothing'}." for line in group.issues)
            self.app.push(Notice(group.title, *told))
        elif kind == "summary":
            words = self.desk.words()
            costs = ", ".join(f"{who} {minus(amount)}" for who, amount in words.costs)
            self.app.push(Notice("What it comes to", f"Worth to us: {minus(words.total)} ({costs}).", *(part for part in (words.leak_note,) if part),
                                 *words.warnings, *words.open_ends, *words.blocked, *words.refusals))
        elif kind == "channel":
            channel = next(line for line in self.desk.board.channels if line.id == name)
            self.app.push(Notice(channel.name, channel.text, f"Arrives {channel.arrives}."))
        elif kind == "tone":
            self.app.push(Notice(f"A letter in the {name} tone", f"It {TONE_DOES[name]}."))
        else:
            from .why import ask
            ask(self, self.desk, id)


def _after(now: Any, choices: Sequence[Any]) -> Any:
    """The choice after that one, the first after the last."""
    return choices[(choices.index(now) + 1) % len(choices)]
