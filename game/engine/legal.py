"""What a View allows, and refusals that name the reason. Reads a View and nothing else: a "no" may not give a secret away.

Breaking a rule that the player could have known is refused here, aloud, and changes nothing. Failing because of something hidden is
an event inside resolve().
"""

from difflib import get_close_matches

import numpy as np

from .orders import ANSWERS, TONES, Dispatch, Proposal, Refusal
from .rulebook import EXACTLY, NEVER, NOBODY, NOT_EXACT, OVER, SAID, STAGES, UNSAID, Need, Order, Rulebook
from .terms import POSITIONS, Array, Mask, is_exact, is_secret
from .view import View

ASKED_OF = ("left unsaid", "agreed", "unsaid or loosely worded", "agreed in exact words", "agreed in secret")
LONGEST_DEADLINE = 28       # half-days
_WORDS = {"reprisal": "the standing instruction", "buildup": "the build-up", "quarantine": "the quarantine", "flights": "overflights",
          "alert": "the alert", "cover": "the cover story", "turn": "the turn", "frame": "the first word on what this is about",
          "council": "sessions of the Council", "story": "the article", "paper_asked": "the request for a paper",
          "ankara": "Turkey's consent", "jupiters_gone": "missiles out of Turkey",
          "troops": "the Soviet troops", "raids": "the leash on the exiles", "aim": "the purpose of the troops", "freedom": "freedom of manoeuvre"}
_ANSWERS = {"frame": ("nobody here has said yet what this is about; a first word has to come before it", "what this is about has been said already"),
            "story": ("no article has named anybody yet", "the article is out already"),
            "paper_asked": ("nobody has asked for a paper", "a paper has been asked for already"),
            "cover": ("no cover story is ready", "a cover story is ready already"),
            "reprisal": ("the standing instruction is to hold back already", "the standing instruction is to act already")}
"""What stands in the way where a meter is an answer and not an amount: while it is 0, and while it is more."""


def stage(rulebook: Rulebook, view: View) -> Array:
    """(n,) the stage each game is in."""
    return rulebook.stage_of[view.public.phase]


def attention(rulebook: Rulebook, view: View) -> Array:
    """(n,) orders the side can give this turn: about four rested, fewer tired or with somebody away, and no more than the phase has time for."""
    curves = rulebook.curves
    can: Array = np.minimum(curves.attention[curves.tired[view.own.fatigue]], rulebook.phase_orders[view.public.phase])
    missed = view.own.envoy_away + sum(view.own.away[:, seat] for seat in rulebook.seats("staff"))
    return np.maximum(can - missed, np.minimum(can, 1))


def among(now: Array, stages: tuple[int, ...]) -> Mask:
    """(n,) whether the stage of each game is one of those."""
    held: Mask = now == stages[0]
    for stage_ in stages[1:]:
        held = held | (now == stage_)
    return held


def meets(view: View, needs: tuple[Need, ...], held: Mask) -> Mask:
    """(n,) where `held` and the viewer's meters are within every need."""
    for need in needs:
        value = view.field(need.box, need.meter)
        held = held & (value >= need.least) & (value <= need.most)
    return held


def is_open(rulebook: Rulebook, view: View, place: int) -> Mask:
    """(n,) whether one order of the viewer's menu may be given now."""
    order = rulebook.orders[view.side][place]
    return has_sense(view, order, meets(view, order.needs, among(stage(rulebook, view), order.stages)))


def has_sense(view: View, order: Order, held: Mask) -> Mask:
    """(n,) where `held`, its date has come and not gone, and what it is about is in force."""
    if order.opens or order.closes < NEVER:
        held = held & (view.public.minutes >= order.opens) & (view.public.minutes < order.closes)
    for issue, how in order.agreed:
        held = held & in_force(view.public.agreed[:, issue], how)
    return held


def in_force(term: Array, how: int) -> Mask:
    """(n,) whether a term in force (0 where none) is what was asked: one of rulebook.AGREED."""
    asked: Mask = (term == 0 if how == UNSAID else term > 0 if how == SAID else ~is_exact(term) if how == NOT_EXACT
                   else is_exact(term) if how == EXACTLY else is_secret(term))
    return asked


def legal_orders(rulebook: Rulebook, view: View) -> Mask:
    """(n, menu) which orders of the viewer's menu may be given now."""
    menu = rulebook.orders[view.side]
    return np.stack([is_open(rulebook, view, place) for place in range(len(menu))], axis=1)


def order_refusal(rulebook: Rulebook, view: View, place: int, game: int = 0) -> str:
    """Why an order may not be given in one game, in a sentence; empty if it may."""
    order = rulebook.orders[view.side][place]
    now = int(stage(rulebook, view)[game])
    if now not in order.stages:
        when = " or ".join(STAGES[s].replace("_", " ") for s in order.stages)
        return f"{order.name}: only in the stage of {when}; this is {STAGES[now].replace('_', ' ')}."
    minutes = int(view.public.minutes[game])
    if not order.opens <= minutes < order.closes:
        day = rulebook.washington_time(order.opens if minutes < order.opens else order.closes)
        return f"{order.name}: {'not before' if minutes < order.opens else 'too late since'} {day:%d %B %Y}."
    for issue, how in order.agreed:
        if not in_force(view.public.agreed[game:game + 1, issue], how)[0]:
            return f"{order.name}: only with {rulebook.issues[issue].name} {ASKED_OF[how]}."
    for need in order.needs:
        value = int(view.field(need.box, need.meter)[game])
        if not need.least <= value <= need.most:
            if need.meter in _ANSWERS:
                return f"{order.name}: {_ANSWERS[need.meter][value > 0]}."
            return f"{order.name}: needs {_WORDS.get(need.meter, need.meter)} {between(need.least, need.most)}; it stands at {value}."
    return ""


def between(least: int, most: int) -> str:
    """`at 1`, or `at 1 to 4`."""
    return f"at {least}" if least == most else f"at {least} to {most}"


def _nearest(word: str, known: list[str]) -> str:
    close = get_close_matches(word, known, 1)
    return f"did you mean {close[0]!r}?" if close else f"known: {', '.join(known)}."


def refusals(rulebook: Rulebook, view: View, dispatch: Dispatch) -> tuple[Refusal, ...]:
    """Why a dispatch may not be handed in for game 0 of the view; empty if it may."""
    if int(stage(rulebook, view)[0]) == OVER:
        return (Refusal("game", "The game is over: nothing more can be handed in."),)
    found = _about_orders(rulebook, view, dispatch)
    if dispatch.proposal:
        drafts = any(rulebook.orders[view.side][place].is_drafting for place in _places(rulebook, view, dispatch))
        found += _about_proposal(rulebook, dispatch.proposal, drafts)
    found += _about_answer(view, dispatch) + _about_withdrawal(view, dispatch)
    return tuple(found)


def _places(rulebook: Rulebook, view: View, dispatch: Dispatch) -> list[int]:
    known = {order.id: place for place, order in enumerate(rulebook.orders[view.side])}
    return [known[id] for id in dispatch.orders if id in known]


def _about_orders(rulebook: Rulebook, view: View, dispatch: Dispatch) -> list[Refusal]:
    menu = {order.id: place for place, order in enumerate(rulebook.orders[view.side])}
    found = []
    for id in dict.fromkeys(dispatch.orders):
        if id not in menu:
            found.append(Refusal(id, f"Order {id!r} is not on this side's menu; {_nearest(id, list(menu))}"))
        elif reason := order_refusal(rulebook, view, menu[id]):
            found.append(Refusal(id, reason))
        if dispatch.orders.count(id) > 1:
            found.append(Refusal(id, f"Order {id!r} stands on the sheet twice; once is enough."))
    for group, ids in _alternatives(rulebook, view, dispatch).items():
        if len(ids) > 1:
            names = [rulebook.orders[view.side][menu[id]].name for id in ids]
            found.append(Refusal(ids[1], f"{' and '.join(names)} cannot stand on one sheet: they are different answers to one question ({group})."))
    can_give = int(attention(rulebook, view)[0])
    if len(dispatch.orders) > can_give:
        found.append(Refusal("attention", f"{len(dispatch.orders)} orders, but the staff can carry {can_give} "
                                          f"this turn: take {len(dispatch.orders) - can_give} off."))
    return found


def _alternatives(rulebook: Rulebook, view: View, dispatch: Dispatch) -> dict[str, list[str]]:
    """Orders on the sheet that exclude each other, by the question they answer."""
    found: dict[str, list[str]] = {}
    for place in dict.fromkeys(_places(rulebook, view, dispatch)):
        order = rulebook.orders[view.side][place]
        if order.one_of:
            found.setdefault(order.one_of, []).append(order.id)
    return found


def _about_proposal(rulebook: Rulebook, proposal: Proposal, drafts: bool) -> list[Refusal]:
    found, issues = [], [issue.id for issue in rulebook.issues]
    place = rulebook.channel(proposal.channel)
    if place == NOBODY:
        known = [channel.id for channel in rulebook.channels]
        found.append(Refusal("proposal", f"Channel {proposal.channel!r} does not exist; {_nearest(proposal.channel, known)}"))
    if proposal.tone not in TONES:
        found.append(Refusal("proposal", f"Tone {proposal.tone!r} does not exist; {_nearest(proposal.tone, list(TONES))}"))
    if not proposal.terms:
        found.append(Refusal("proposal", "The proposal says nothing: name a position on at least one issue, or send none."))
    if not 0 <= proposal.deadline_half_days <= LONGEST_DEADLINE:
        found.append(Refusal("proposal", f"A deadline of {proposal.deadline_half_days} half-days: give 0 for none, or 1 to {LONGEST_DEADLINE}."))
    for id, term in proposal.terms.items():
        if id not in issues:
            found.append(Refusal("proposal", f"Issue {id!r} is not in this scenario; {_nearest(id, issues)}"))
            continue
        name = rulebook.issues[rulebook.issue(id)].name
        if not 1 <= term.position <= POSITIONS:
            found.append(Refusal("proposal", f"{name}: position {term.position} is off the ladder; it has 1 to {POSITIONS}."))
        if term.exact and not drafts:
            found.append(Refusal("proposal", f"{name}: exact wording needs the drafting order on the same sheet, or say it loosely."))
        if term.secret and rulebook.issues[rulebook.issue(id)].in_sight:
            found.append(Refusal("proposal", f"{name}: nobody could hide it when it is done; make it open."))
        if term.news and term.paper:
            found.append(Refusal("proposal", f"{name}: what is given as news is not put on paper; make it oral, or a pledge."))
        for condition in term.conditions:
            may = rulebook.issues[rulebook.issue(id)].conditions
            if condition not in may:
                choice = f"it may be {', '.join(may)}" if may else "nothing can hang on this issue"
                found.append(Refusal("proposal", f"{name}: the condition {condition!r} does not belong to it; {choice}."))
        if place != NOBODY and term.secret and rulebook.channels[place].is_public:
            found.append(Refusal("proposal", f"{name}: a secret term cannot go by {rulebook.channels[place].name}, which everybody hears; "
                                             "make it open or choose another channel."))
        if place != NOBODY and term.paper and rulebook.channels[place].is_oral:
            found.append(Refusal("proposal", f"{name}: a written term cannot go by {rulebook.channels[place].name}, which is spoken; "
                                             "make it oral or choose another channel."))
    return found


def open_letters(view: View, writer: int, game: int = 0) -> list[int]:
    """Numbers of a writer's letters on the table, newest first."""
    return [int(number) for number in view.public.letter_number[game, writer] if number]


def _about_answer(view: View, dispatch: Dispatch) -> list[Refusal]:
    if dispatch.answer not in ANSWERS:
        return [Refusal("answer", f"Answer {dispatch.answer!r} is unknown; one of {', '.join(ANSWERS)}.")]
    if dispatch.answer == "ignore":
        return [Refusal("answer", "To ignore a letter, name none.")] if dispatch.answer_to else []
    on_table = open_letters(view, 1 - view.side)
    found = []
    if dispatch.answer_to not in on_table:
        choice = f"open: {', '.join(map(str, on_table))}" if on_table else "none of theirs lies open"
        found.append(Refusal("answer", f"Letter {dispatch.answer_to} of the other side is not on the table; {choice}."))
    if dispatch.answer == "counter" and not dispatch.proposal:
        found.append(Refusal("answer", "A counter-offer needs a proposal on the same sheet."))
    return found


def _about_withdrawal(view: View, dispatch: Dispatch) -> list[Refusal]:
    sent = int(view.own.sent[0])
    may = sorted({*open_letters(view, view.side), *([sent] if sent else [])})
    if dispatch.withdraw and dispatch.withdraw not in may:
        choice = f"could be: {', '.join(map(str, may))}" if may else "this side has sent none"
        return [Refusal("withdraw", f"Own letter {dispatch.withdraw} cannot be taken back; {choice}.")]
    return []
