"""Every number of the deal table as a door: what it is made of.

Comes in: the Deal and the id that was asked about. Goes out: a reckoning or a slip. Never here: a number that the game did not reckon.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...language import t
from ...session.draft import opening_term
from ...wording import acceptance
from ...wording.board import IssueLine, ProposalWords
from ...wording.manner import condition, how, in_sight, listed, tone_does
from ...wording.reckoning import Part, Reckoning
from .notice import Notice
from .why import ask, reckon

if TYPE_CHECKING:
    from .deal import Deal

SCALE = 1000


def why(deal: Deal, id: str) -> None:
    """The slip of that thing, if it is one of the table's."""
    kind, _, name = id.partition(":")
    name = name.partition(":")[0] if kind == "issue" else name
    if kind == "issue":
        _issue(deal, deal.line(name))
    elif kind == "group":
        _group(deal, name)
    elif kind == "sum":
        _sum(deal, name)
    elif kind == "channel":
        line = next(line for line in deal.desk.board.channels if line.id == name)
        deal.app.push(Notice(line.name, line.text, t("deal.arrives", when=line.arrives)))
    elif kind == "tone":
        deal.app.push(Notice(t("deal.tone-title", tone=t(f"deal.tone-{name}")), t("deal.tone-it", does=tone_does(name))))
    else:
        ask(deal, deal.desk, id)


def _issue(deal: Deal, line: IssueLine) -> None:
    """The peg's step by audience, and all that is known of the issue."""
    term = deal.desk.draft.terms.get(line.id)
    more = [line.note] if line.note else []
    steps = (t("deal.step-open", step=place, words=words, open=line.worth_open[place - 1]) if line.in_sight else
             t("deal.step-line", step=place, words=words, open=line.worth_open[place - 1], secret=line.worth_secret[place - 1])
             for place, words in enumerate(line.positions, 1))
    more += steps
    more += [t("deal.on-table", step=term.position, how=how(term))] if term else []
    more += [in_sight()] if line.in_sight else []
    more += [t("deal.can-hang", what=listed([condition(id) for id in line.conditions]))] if line.conditions else []
    more += [t("deal.bound", points=line.exposure)] if line.exposure else []
    more += [t("deal.in-the-way", who=line.blocked_by)] if line.blocked_by else []
    if line.agreed:
        more.append(t("deal.agreed-long", words=line.agreed.says, how=how(line.agreed), reading=line.agreed.reading or line.agreed.says))
    if shares := deal.shares(line.id):
        more.append(t("deal.steps-taken", side=deal.desk.other_name, shares=", ".join(f"{place}: {share}" for place, share in enumerate(shares, 1))))
    term = term or opening_term(line)           # unsaid: what the first step that a hand would set is worth
    words = deal.desk.words_of({line.id: term})
    parts = tuple(Part(t(f"deal.audience-{who}"), amount) for who, amount in words.costs)
    reckon(deal, deal.desk, Reckoning(f"{line.name}: {line.positions[term.position - 1]}", 0, parts, words.total, t("deal.nothing-yet"),
                                      t("deal.worth-to-us"), gloss=" ".join(more), low=-SCALE, high=SCALE))


def _group(deal: Deal, id: str) -> None:
    group = next(group for group in deal.groups if group.id == id)
    said = {id: term.position for id, term in deal.desk.draft.terms.items()}
    told = (t("deal.group-line", name=line.name, now=t("deal.step", step=said[line.id]) if line.id in said else t("deal.left-unsaid"),
              ours=line.ours or t("deal.nothing"), theirs=line.theirs or t("deal.nothing")) for line in group.issues)
    deal.app.push(Notice(group.title, *told))


def _sum(deal: Deal, name: str) -> None:
    words = deal.desk.words()
    if name == "refused":
        deal.app.push(Notice(t("deal.refused"), *words.refusals))
    elif name == "mind":
        _count(deal, t("deal.mind"), words.warnings, t("deal.nothing"), "")
    elif name == "accept":
        told = deal.acceptance()
        if told.is_counted:
            reckon(deal, deal.desk, acceptance.reckoning(told, deal.desk.other_name))
        else:
            deal.app.push(Notice(t("deal.accepts", side=deal.desk.other_name), told.in_words))
    elif name == "leak":
        _leak(deal, words)
    elif name == "open":
        parts = tuple(Part(issue, 1) for issue in words.open_issues)
        reckon(deal, deal.desk, Reckoning(t("deal.left-open"), 0, parts, len(parts), t("deal.nothing"), t("deal.left-open"),
                                          gloss=" ".join(words.open_ends) or t("deal.left-open-none"), high=max(len(parts), 1)))
    elif name == "block":
        _count(deal, t("deal.can-block"), words.blocked, t("deal.nobody"), t("deal.can-block-none"))
    else:
        _worth(deal, words, name)


def _count(deal: Deal, title: str, sentences: Sequence[str], start: str, none: str) -> None:
    """So many things to be minded, each a part of one."""
    parts = tuple(Part(sentence.partition(":")[0], 1, sentence) for sentence in sentences)
    reckon(deal, deal.desk, Reckoning(title, 0, parts, len(parts), start, title, gloss=" ".join(sentences) or none, high=max(len(parts), 1)))


def _leak(deal: Deal, words: ProposalWords) -> None:
    leak = words.leak
    if leak is None:
        _count(deal, t("deal.leak"), (), t("deal.nobody-knows"), t("deal.leak-none"))
        return
    parts = (Part(t("deal.through-washington"), leak.through[0], t("deal.knowers", n=leak.knowers[0])),
             Part(t("deal.through-moscow"), leak.through[1], t("deal.knowers", n=leak.knowers[1])))
    reckon(deal, deal.desk, Reckoning(t("deal.leak"), 0, parts, leak.middle, t("deal.nobody-knows"), t("deal.in-100"),
                                      gloss=words.leak_note, note=t("deal.leak-method", low=leak.low, high=leak.high), high=100))


def _worth(deal: Deal, words: ProposalWords, name: str) -> None:
    """The worth of the whole, or for one audience: a part for each issue; what they are worth together beyond that stands by itself."""
    def of(costs: ProposalWords) -> int:
        return costs.total if name == "worth" else dict(costs.costs)[name]
    parts = [Part(deal.line(id).name, of(deal.desk.words_of({id: term}))) for id, term in deal.desk.draft.terms.items()]
    rest = of(words) - sum(part.amount for part in parts)
    parts += [Part(t("deal.together"), rest, t("deal.together-why"))] if rest else []
    title = t("deal.worth-to-us") if name == "worth" else t("deal.worth-to", who=t(f"deal.audience-{name}"))
    reckon(deal, deal.desk, Reckoning(title, 0, tuple(parts), of(words), t("deal.nothing-yet"), title, gloss=t("deal.worth-gloss"), low=-SCALE,
                                      high=SCALE))
