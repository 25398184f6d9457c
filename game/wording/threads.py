"""The correspondence of one seat: every letter it sent or got, what became of each, what changed from one to the next, what an answer would do.

Comes in: a Rulebook, the seat's View and SeatRecord, its papers. Goes out: Missives, oldest first. Never here: a letter that has not arrived,
what the other side thinks of one.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from ..engine.orders import Term, code_of
from ..engine.rulebook import AUDIENCES, CONFRONTATION, Rulebook
from ..engine.sides import SIDE_IDS, SIDE_NAMES, WASHINGTON, other
from ..engine.terms import EXACT
from ..engine.view import View
from ..engine.worth import by_audience
from .board import ChannelLine, Paper, TermWords
from .correspondence import HEARD_IN, as_row, on_table
from .dates import until
from .filed import AnswerPrice, Missive, TermWorth
from .letters import Terms
from .record import SeatRecord, SeatTurn
from .warnings import haste

Blocked = Callable[[Terms], tuple[str, ...]]
Shares = dict[tuple[tuple[int, int], ...], tuple[int, ...]]
"""Terms as (place, code) pairs -> what they are worth to each audience."""


def missives(rulebook: Rulebook, view: View, record: SeatRecord, papers: tuple[Paper, ...], channels: tuple[ChannelLine, ...],
             blocked: Blocked) -> tuple[Missive, ...]:
    """Every letter in the file, oldest first; `papers` as the in-tray has them, `blocked` says who can stand in the way of terms."""
    filed = {paper.id: (paper, turn) for turn in record.turns for paper in turn.papers if paper.number}
    letters = [(_as_filed(paper, filed), filed[paper.id][1] if paper.id in filed else None) for paper in reversed(papers) if paper.number]
    terms = {paper.id: _terms(rulebook, paper) for paper, _ in letters}
    prices = _prices(rulebook, view, list(terms.values()))
    found: list[Missive] = []
    for paper, turn in letters:
        earlier = next((past for past in reversed(found) if past.paper.by == paper.by), None)
        is_ours = paper.by == SIDE_IDS[view.side]
        state, fate = _state(view, record, paper, is_ours)
        now, before = terms[paper.id], terms[earlier.paper.id] if earlier else {}
        channel = next(line for line in channels if line.id == paper.channel)
        shares = prices[_key(now)]
        found.append(Missive(
            paper=paper, is_ours=is_ours, channel=channel, lane=_lane(channel), state=state, fate=fate,
            answers=_answers(record, found, paper, turn, is_ours), before=earlier.paper.id if earlier else "",
            terms=_compared(rulebook, view.side, paper, earlier.paper if earlier else None, now, before, prices),
            worth=sum(shares), was=sum(prices[_key(before)]) if earlier else 0, shares=tuple(zip(AUDIENCES, shares, strict=True)),
            reads=() if is_ours else _reads(paper, turn), mood=None if is_ours else _mood(turn, record),
            options=_options(rulebook, view, paper, now, sum(shares), blocked)))
    return tuple(found)


def _as_filed(paper: Paper, filed: dict[str, tuple[Paper, SeatTurn]]) -> Paper:
    """The words as they arrived, with what can be done about them now."""
    if paper.id not in filed:
        return paper
    return replace(filed[paper.id][0], letter=paper.letter, is_own=paper.is_own, deadline=paper.deadline, is_new=paper.is_new)


def _terms(rulebook: Rulebook, paper: Paper) -> Terms:
    return {rulebook.issue(term.issue): code_of(Term(term.position, term.secret, term.paper, term.exact, term.news, term.conditions))
            for term in paper.terms}


def _key(terms: Terms) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(terms.items()))


def _prices(rulebook: Rulebook, view: View, letters: list[Terms]) -> Shares:
    """Every letter whole and every term alone, priced in one go."""
    wanted = list({_key(terms): terms for terms in (*letters, *({place: term} for each in letters for place, term in each.items()))}.items())
    if not wanted:
        return {(): (0,) * len(AUDIENCES)}
    rows = np.concatenate([as_row(rulebook, terms) for _, terms in wanted])
    shares = by_audience(rulebook, view, rows).tolist()
    return {(): (0,) * len(AUDIENCES)} | {key: tuple(row) for (key, _), row in zip(wanted, shares, strict=True)}


def _lane(channel: ChannelLine) -> str:
    if channel.is_oral:
        return "back"
    if channel.is_public:
        return "un" if channel.id in ("un", "united_nations") else "public"
    return "cable"


def _state(view: View, record: SeatRecord, paper: Paper, is_ours: bool) -> tuple[str, str]:
    """What became of it, as a word and as a sentence."""
    them = SIDE_NAMES[other(view.side)]
    if paper.letter:
        lies = any(lying.sent.number == paper.number for lying in on_table(view, view.side)) if is_ours else True
        if not lies:
            return "under way", "Under way; there is no word yet that it has been read."
        by = f" by {paper.deadline}" if paper.deadline else ""
        return "open", f"It lies before {them}, unanswered." if is_ours else f"It can still be answered{by}."
    for turn in record.turns:
        for fate in turn.fates:
            if fate.letter == paper.id:
                return fate.what, _SAID[fate.what][is_ours].format(them=them)
        if is_ours and turn.dispatch.withdraw == paper.number:
            return "withdrawn", _SAID["withdrawn"][True]
    return "set aside", "It never came to an answer: a deal overtook it."


_SAID = {
    "accepted": ("We accepted it: its terms bind.", "{them} accepted it: its terms bind."),
    "refused": ("We refused it.", "{them} refused it."),
    "countered": ("We answered it with terms of our own.", "{them} answered it with terms of its own."),
    "lapsed": ("It lapsed without an answer.", "It lapsed without an answer."),
    "withdrawn": ("{them} took it back.", "We took it back."),
    "set aside": ("Another text was signed, and this one fell with it.", "Another text was signed, and this one fell with it."),
}


def _answers(record: SeatRecord, past: list[Missive], paper: Paper, turn: SeatTurn | None, is_ours: bool) -> str:
    """The letter to which this one was the answer."""
    if turn is None:
        return ""
    if is_ours:
        if turn.dispatch.answer != "counter":
            return ""
        return next((each.paper.id for each in past if not each.is_ours and each.paper.number == turn.dispatch.answer_to), "")
    taken = {each.answers for each in past}
    countered = [fate.letter for each in record.turns if each.turn <= turn.turn for fate in each.fates if fate.what == "countered"]
    return next((each.paper.id for each in reversed(past) if each.is_ours and each.paper.id in countered and each.paper.id not in taken), "")


def _compared(rulebook: Rulebook, side: int, paper: Paper, earlier: Paper | None, now: Terms, before: Terms, prices: Shares) -> tuple[TermWorth, ...]:
    words, past = {term.issue: term for term in paper.terms}, {term.issue: term for term in (earlier.terms if earlier else ())}
    lines = []
    for place in sorted({*now, *before}):
        issue = rulebook.issues[place]
        shares = prices[_key({place: now[place]})] if place in now else (0,) * len(AUDIENCES)
        was = sum(prices[_key({place: before[place]})]) if place in before else 0
        one, two = past.get(issue.id), words.get(issue.id)
        lines.append(TermWorth(issue.id, issue.name, two, one, sum(shares), was, tuple(zip(AUDIENCES, shares, strict=True)),
                               moved(side, one, two) if earlier else ""))
    return tuple(lines)


def moved(side: int, before: TermWords | None, now: TermWords | None) -> str:
    """What a term has come to from one letter to the next: `new`, `nearer to us`, `exacter`; empty where it stands as it stood."""
    if before is None or now is None:
        return "new" if now else "dropped" if before else ""
    if before.position != now.position:
        return "nearer to us" if (now.position < before.position) == (side == WASHINGTON) else "further from us"
    for was, comes, yes, no in ((before.exact, now.exact, "exacter", "looser"), (before.secret, now.secret, "secret now", "open now"),
                                (before.paper, now.paper, "on paper now", "by word now"), (before.news, now.news, "as news now", "a pledge now")):
        if was != comes:
            return yes if comes else no
    return "" if before.conditions == now.conditions else "other conditions"


def _reads(paper: Paper, turn: SeatTurn | None) -> tuple[str, ...]:
    """The tone, and what the letter told us of their fear on the day it came."""
    heard = HEARD_IN.get(paper.tone, "")
    told = sum(row.amount for row in turn.words.rows if row.meter == "mood" and row.cause == "their letter") if turn else 0
    fear = f"It moved our reading of their fear by {told:+d}.".replace("-", "\N{MINUS SIGN}") if told else ""
    return tuple(text for text in (heard, fear) if text)


def _mood(turn: SeatTurn | None, record: SeatRecord) -> tuple[int, int] | None:
    """Their fear as we read it before that turn and at its end."""
    if turn is None or "mood" not in turn.meters:
        return None
    past = next((each.meters for each in reversed(record.turns) if each.turn < turn.turn), record.opening)
    return past["mood"], turn.meters["mood"]


def _options(rulebook: Rulebook, view: View, paper: Paper, terms: Terms, worth: int, blocked: Blocked) -> tuple[AnswerPrice, ...]:
    """What may be done about a letter on the table, with what each would do."""
    if not paper.letter:
        return ()
    rules, lasts = rulebook.rules.bargaining, _lasts(rulebook, view, paper)
    if paper.is_own:
        return (AnswerPrice("withdraw", (), ("They may have accepted it before our word arrives; then it binds.",)),
                AnswerPrice("stand", (), (lasts or "It stays on their table.",)))
    withdrawal = rulebook.roles["withdrawal"]
    confronts = int(rulebook.stage_of[int(view.public.phase[0])]) == CONFRONTATION
    ends_it = confronts and bool(rulebook.leaves_cuba[withdrawal][terms.get(withdrawal, 0)])
    price = [("to us", worth), *([("pressure", -rules.agreement_pressure), ("own fear", -rules.agreement_fear)] if ends_it else [])]
    exact = [rulebook.issues[place].name for place, term in terms.items() if term & EXACT]
    return (AnswerPrice("accept", tuple(price), (*blocked(terms), *haste(rulebook, view, exact))),
            AnswerPrice("refuse", (("pressure", rules.refused_pressure), ("their fear", rules.refused_fear)),
                        ("It leaves the table, and they are told.",)),
            AnswerPrice("counter", (), ("It leaves the table for the terms we send instead.",)),
            AnswerPrice("ignore", (), (lasts or "It stays where it lies.",)))


def _lasts(rulebook: Rulebook, view: View, paper: Paper) -> str:
    """How long it can still be answered."""
    writer = view.side if paper.is_own else other(view.side)
    lying = next((each for each in on_table(view, writer) if each.sent.number == paper.number), None)
    if lying is None:
        return ""
    left = rulebook.rules.bargaining.letter_open_turns - lying.age + 1
    turns = "with this turn" if left <= 1 else f"after {left} turns, this one counted"
    by = f", or on {until(rulebook, view.side, lying.sent.due)}" if lying.sent.due else ""
    return f"Unanswered, it lapses {turns}{by}."
