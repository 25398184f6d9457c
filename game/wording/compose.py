"""A seat's View and its own record -> its Board, the one thing that window and terminal draw; a draft -> what it means before it is sent.

Comes in: a Rulebook, one seat's View (a batch of one), that seat's SeatRecord, its draft. Goes out: Board and ProposalWords.
Never here: a State of a game still running, the other side's box, a rule (legal.py and worth.py answer those questions).
"""

import numpy as np

from ..engine.legal import attention, order_refusal, refusals
from ..engine.orders import Dispatch
from ..engine.rulebook import AUDIENCES, STAGES, Channel, Rulebook
from ..engine.sides import MOSCOW, SIDE_IDS, SIDE_NAMES, WASHINGTON, other
from ..engine.state import FIELDS
from ..engine.terms import CONDITIONS, EXACT, PAPER, POSITIONS, SECRET
from ..engine.view import View
from ..engine.worth import by_audience, worth_of
from . import chart, files, history, team
from .board import Board, ChannelLine, IssueLine, MapFacts, Meter, OrderLine, ProposalWords
from .chair import chapters
from .correspondence import as_row, signed, term_words
from .dates import HALF_DAY, clock, day, local, stage_ends, when
from .desk import listed
from .elsewhere import elsewhere
from .filed import HistoryNote
from .first_turn import LESSON
from .glosses import ESTIMATES, MORE, ON_THE_CHART, PUBLIC, READING_ORDER, STATES, WHEN_SOMETHING, effect_name, gloss, is_had, stage_note
from .leaks import leak
from .letters import Terms, compose, of_draft, short
from .readings import readings
from .record import Meters, SeatRecord, clashes_of, meters_of
from .seats import panels
from .settings import played_at
from .threads import missives
from .tray import papers
from .warnings import warnings


def board(rulebook: Rulebook, view: View, record: SeatRecord) -> Board:
    """Everything that seat may know now, in words and whole numbers."""
    public, side = view.public, view.side
    minutes, half_days, turn = int(public.minutes[0]), int(public.half_days[0]), int(public.turn[0])
    now, before = meters_of(rulebook, view), _before(record)
    phase = rulebook.phases[min(int(public.phase[0]), len(rulebook.phases) - 1)]
    last, can, dates = record.last, int(attention(rulebook, view)[0]), files.lines(rulebook, view)
    tray, channels = papers(rulebook, view, record), _channels(rulebook)
    return Board(
        side=SIDE_IDS[side], scenario=rulebook.name, turn=turn + (record.ending is None),
        turns_about=turns_about(rulebook, minutes, turn, int(public.phase[0])),
        date=when(rulebook, side, minutes, half_days),
        clock_washington=clock(rulebook, WASHINGTON, minutes), clock_moscow=clock(rulebook, MOSCOW, minutes),
        phase=phase.name, phase_note=stage_note(phase, day(local(rulebook, side, stage_ends(rulebook, phase.stage)))), half_days=half_days,
        pressure=_meter(rulebook, side, "pressure", now, before), fatigue=_meter(rulebook, side, "fatigue", now, before),
        meters=_meters(rulebook, side, now, before), more_meters=_more_meters(rulebook, record, now, before),
        attention=can, attention_rested=min(int(rulebook.curves.attention[0]), int(rulebook.phase_orders[int(public.phase[0])])),
        attention_note=_attention_note(rulebook, view, can),
        papers=tray, orders=_orders(rulebook, view), issues=_issues(rulebook, view), channels=channels,
        letters=missives(rulebook, view, record, tray, channels, lambda terms: blocked(rulebook, view, terms)),
        notes=_notes(rulebook, minutes, SIDE_IDS[side], record.ending is not None),
        chart=_chart(rulebook, view), ledger=last.words.rows if last else (),
        done=last.words.done if last else (), seen_of_them=last.words.theirs if last else (), turns=tuple(turn.words for turn in record.turns),
        history=_history(record), ending=record.ending, team=team.people(rulebook, view), files=dates,
        chapters=chapters(rulebook, view), panels=panels(rulebook, view, record), readings=readings(rulebook, view, record, dates),
        stage=STAGES[phase.stage],
        stands_at=rulebook.rules.endings.base_stands, marks=chart.marks(rulebook, view, record), elsewhere=elsewhere(rulebook, view, record, tray),
        played_at=played_at(rulebook), is_lesson=rulebook.id == LESSON)


def _notes(rulebook: Rulebook, minutes: int, side: str, is_over: bool) -> tuple[HistoryNote, ...]:
    """Only for the crisis that history knows."""
    if not rulebook.id.startswith("october-1962"):
        return ()
    return history.notes(rulebook.washington_time(minutes).replace(tzinfo=None), side, is_over)


def turns_about(rulebook: Rulebook, minutes: int = 0, turn: int = 0, phase: int = 0) -> int:
    """How many turns the game takes in all if every stage still to come runs to its end; from the start, or from a moment of play."""
    left = 0
    for later in rulebook.phases[phase:]:
        left += max(-(-(later.until - minutes) // (later.half_days * HALF_DAY)), 0)
        minutes = max(minutes, later.until)
    return turn + left


def _before(record: SeatRecord) -> Meters | None:
    if not record.turns:
        return None
    return record.turns[-2].meters if len(record.turns) > 1 else record.opening


def _meter(rulebook: Rulebook, side: int, id: str, now: Meters, before: Meters | None) -> Meter:
    words, front = gloss(rulebook, side, id), id.partition(".")[0]
    value = now[id]
    return Meter(id, "public" if id in PUBLIC else SIDE_IDS[side], words.name, value, before.get(id, value) if before else value,
                 FIELDS[front].top, front in ESTIMATES[side], words.says)


def _meters(rulebook: Rulebook, side: int, now: Meters, before: Meters | None) -> tuple[Meter, ...]:
    """Own ones in reading order, those of the chart, then the exposures that are or were something."""
    ids = [*READING_ORDER, *ON_THE_CHART]
    ids += [id for id, value in now.items() if id.startswith("exposure.") and (value or (before or {}).get(id))]
    return tuple(_meter(rulebook, side, id, now, before) for id in ids)


def _more_meters(rulebook: Rulebook, record: SeatRecord, now: Meters, before: Meters | None) -> tuple[Meter, ...]:
    """The rest: beliefs and the like, public counts, hours awake; what this government never has is left out, and what means nothing yet."""
    side, shown = record.side, {*READING_ORDER, *ON_THE_CHART, "pressure", "fatigue"}
    rest = [*MORE, *(id for id in PUBLIC if id not in shown), *(id for id in now if id.startswith(("awake.", "away.")))]
    def means_something(id: str) -> bool:
        return id.partition(".")[0] not in WHEN_SOMETHING or bool(now[id] or record.opening[id] or any(turn.meters[id] for turn in record.turns))
    return tuple(_meter(rulebook, side, id, now, before) for id in rest if is_had(side, id) and means_something(id))


def _attention_note(rulebook: Rulebook, view: View, can: int) -> str:
    """How many orders can be carried, and what it is that leaves no more: sleep, somebody away, or the pace of the stage."""
    rested, fatigue, has_time_for = int(rulebook.curves.attention[0]), int(view.own.fatigue[0]), int(rulebook.phase_orders[int(view.public.phase[0])])
    nights = f"The staff has lost {fatigue // 10} hours of sleep" if fatigue >= 10 else "The staff is rested"
    awake = int(rulebook.curves.attention[rulebook.curves.tired[fatigue]])
    missed = [person.name for person in team.people(rulebook, view) if person.is_away and person.office == team.OFFICES["staff"]]
    missed += ["the envoy in Havana"] * bool(int(view.own.envoy_away[0]))
    without = f"; {listed(missed)} cannot be counted on" if missed and can < min(awake, has_time_for) else ""
    if has_time_for < awake:
        return f"{nights}, and turns in this stage have time for {has_time_for} orders{f', of which it can carry {can}' if without else ''}{without}."
    if can == rested:
        return f"{nights} and can {'still ' * (fatigue >= 10)}carry {can} orders."
    return f"{nights} and can carry {can} orders instead of {rested}{without}."


def _orders(rulebook: Rulebook, view: View) -> tuple[OrderLine, ...]:
    lines, now = [], int(rulebook.stage_of[int(view.public.phase[0])])
    for place, order in enumerate(rulebook.orders[view.side]):
        effects = tuple((effect_name(rulebook, view.side, effect.box, effect.meter), effect.amount) for effect in order.effects
                        if effect.meter not in STATES)
        refusal = order_refusal(rulebook, view, place)
        ties = tuple((rulebook.issues[issue].name, points) for issue, points in order.ties)
        lines.append(OrderLine(order.id, order.name, order.menu, order.text, effects, order.sleep, order.is_seen, refusal, order.one_of,
                               now not in order.stages, ties))
    return tuple(lines)


def _issues(rulebook: Rulebook, view: View) -> tuple[IssueLine, ...]:
    opened, secret = _step_worths(rulebook, view, 0), _step_worths(rulebook, view, SECRET)
    lines = []
    for place, issue in enumerate(rulebook.issues):
        agreed = int(view.public.agreed[0, place])
        words = term_words(rulebook, place, agreed, int(view.own.reading[0, place])) if agreed else None
        lines.append(IssueLine(issue.id, issue.name, issue.group, issue.positions, issue.note, int(view.public.stated[0, view.side, place]),
                               int(view.public.stated[0, other(view.side), place]), words, opened[place], secret[place],
                               int(view.own.exposure[0, place]), blocked_by(rulebook, place), issue.conditions, issue.in_sight))
    return tuple(lines)


def _step_worths(rulebook: Rulebook, view: View, how: int) -> list[tuple[int, int, int, int, int]]:
    """What each step of each issue is worth to the viewer, said that way and alone."""
    issues = len(rulebook.issues)
    rows = np.zeros((issues * POSITIONS, issues), rulebook.word)
    for place in range(issues):
        for step in range(POSITIONS):
            rows[place * POSITIONS + step, place] = step + 1 + how
    worths = by_audience(rulebook, view, rows).sum(axis=1).tolist()
    return [(worths[at], worths[at + 1], worths[at + 2], worths[at + 3], worths[at + 4]) for at in range(0, issues * POSITIONS, POSITIONS)]


def blocked_by(rulebook: Rulebook, place: int) -> str:
    """Who can stand in the way of some step of the issue: `Havana`, `NATO Council`, `Congress`, several, or nobody."""
    bars = (("Havana", rulebook.castro_bars), ("NATO Council", rulebook.council_bars), ("Congress", rulebook.congress_bars))
    holders = [name for name, barred in bars if barred[place].any()]
    return listed(holders)


def _channels(rulebook: Rulebook) -> tuple[ChannelLine, ...]:
    return tuple(ChannelLine(channel.id, channel.name, channel.text, _arrives(channel), channel.is_public, channel.is_oral,
                             channel.delay_half_days > 0)
                 for channel in rulebook.channels)


def _arrives(channel: Channel) -> str:
    return f"in about {channel.delay_half_days * 12} hours" if channel.delay_half_days else "at once"


def _chart(rulebook: Rulebook, view: View) -> MapFacts:
    public, own = view.public, view.own
    is_moscow = view.side == MOSCOW
    return MapFacts(int(public.quarantine[0]), int(public.flights[0]), int(public.alert[0, WASHINGTON]), int(public.alert[0, MOSCOW]),
                    int((own.buildup if is_moscow else own.estimate)[0]), 0 if is_moscow else rulebook.rules.intelligence.error,
                    clashes_of(rulebook, view))


def _history(record: SeatRecord) -> dict[str, tuple[int, ...]]:
    return {id: (value, *(turn.meters[id] for turn in record.turns)) for id, value in record.opening.items()}


def words(rulebook: Rulebook, view: View, draft: Dispatch) -> ProposalWords:
    """What the draft's proposal means before it is sent; empty paragraphs where it has none or names what the scenario lacks."""
    against = tuple(refusal.reason for refusal in refusals(rulebook, view, draft) if refusal.about in ("proposal", "answer"))
    if not draft.proposal or not draft.proposal.terms or not _is_readable(rulebook, draft):
        return ProposalWords((), (), tuple((audience, 0) for audience in AUDIENCES), 0, "", (), (), against)
    proposal = draft.proposal
    sent = of_draft(rulebook, view.side, proposal, int(view.own.sent[0]) + 1, int(view.public.minutes[0]), bool(view.public.agreed_at[0]))
    letter = compose(rulebook, sent)
    codes = as_row(rulebook, sent.terms)
    costs = tuple((audience, int(amount)) for audience, amount in zip(AUDIENCES, by_audience(rulebook, view, codes)[0], strict=True))
    total = sum(amount for _, amount in costs)      # of the shares that are shown, so that they add up
    return ProposalWords(letter.face + letter.annex, letter.slip, costs, total, _leak_note(rulebook, view, sent.terms),
                         open_ends(rulebook, view, sent.terms), blocked(rulebook, view, sent.terms), against,
                         warnings(rulebook, view, sent), leak(rulebook, view, codes),
                         tuple(rulebook.issues[place].name for places in _left_open(rulebook, view, sent.terms) for place in places))


def _is_readable(rulebook: Rulebook, draft: Dispatch) -> bool:
    """A draft may hold any names until it is refused; only one with known names can be read."""
    known = {issue.id for issue in rulebook.issues}
    proposal = draft.proposal
    return bool(proposal and rulebook.channel(proposal.channel) >= 0
                and all(id in known and 1 <= term.position <= POSITIONS and set(term.conditions) <= set(CONDITIONS)
                        for id, term in proposal.terms.items()))


def _leak_note(rulebook: Rulebook, view: View, terms: Terms) -> str:
    secret = {place: term for place, term in terms.items() if term & SECRET}
    if not secret:
        return ""
    opened = as_row(rulebook, {place: term & ~SECRET for place, term in secret.items()})
    cost = int(worth_of(rulebook, view, opened)[0]) - int(worth_of(rulebook, view, as_row(rulebook, secret))[0])
    names, knowers = listed([short(rulebook.issues[place].subject) for place in secret]), rulebook.rules.secrecy.in_the_know
    paper = "it leaves a paper that can be found" if any(term & PAPER for term in secret.values()) else "nothing of it is on paper"
    price = f"is {signed(cost)} to us, and more for having been denied" if cost < 0 else "costs us nothing by itself"
    return (f"Secret: {names}. If agreed, about {knowers[WASHINGTON]} people know in Washington and {knowers[MOSCOW]} in Moscow; {paper}. "
            f"If it comes out, it {price}.")


def open_ends(rulebook: Rulebook, view: View, terms: Terms) -> tuple[str, ...]:
    """The first deal leaves unsaid issues to each side's own reading; loose wording always does."""
    loose, unsaid = ([short(rulebook.issues[place].subject) for place in places] for places in _left_open(rulebook, view, terms))
    ends = [f"Said loosely: {listed(loose)}. Each side will read it its own way."] if loose else []
    return (*ends, f"Left unsaid, and expected differently by each side: {listed(unsaid)}.") if unsaid else tuple(ends)


def _left_open(rulebook: Rulebook, view: View, terms: Terms) -> tuple[list[int], list[int]]:
    """Places of issues said loosely, and of those left unsaid of which each side expects something else."""
    loose = [place for place, term in terms.items() if not term & EXACT]
    agreed, hoped = view.public.agreed[0], rulebook.unsaid
    unsaid = [place for place in range(len(rulebook.issues))
              if place not in terms and not int(agreed[place]) and hoped[WASHINGTON, place] != hoped[MOSCOW, place]]
    return loose, [] if int(view.public.agreed_at[0]) else unsaid


def blocked(rulebook: Rulebook, view: View, terms: Terms) -> tuple[str, ...]:
    found = []
    for place, term in terms.items():
        name = short(rulebook.issues[place].subject)
        if rulebook.castro_bars[place, term]:
            found.append(f"Havana: only Castro can grant this step on {name}, and he may not.")
        if rulebook.council_bars[place, term]:
            found.append(f"NATO Council: an open step on {name} has to pass it{_council(rulebook, view)}")
        if rulebook.congress_bars[place, term]:
            found.append(f"Congress: a formal step on {name} that leaves no treaty rights aside has to pass it{_congress(rulebook, view)}")
    return tuple(found)


def _congress(rulebook: Rulebook, view: View) -> str:
    if view.side == WASHINGTON:
        return f"; it needs our standing at home at {rulebook.rules.bargaining.congress_needs}, and it is at {int(view.own.home[0])}."
    return f"; whether {SIDE_NAMES[WASHINGTON]} could carry it there is not known here."


def _council(rulebook: Rulebook, view: View) -> str:
    rules = rulebook.rules.bargaining
    needs = max(rules.council_needs - rules.council_hears * int(view.public.council[0]), 0)
    if view.side == WASHINGTON:
        stands = int(view.own.allies[0])
        return f"; it needs our standing with allies at {needs}, and it is at {stands}."
    return f"; whether {SIDE_NAMES[WASHINGTON]} could carry it there is not known here."

