"""A game as plain values, for JSON and for whoever prints it: for the umpire whole, for a side only what that side may see.

Comes in: a Rulebook, Played turns, a State. Goes out: dicts of words and whole numbers, keys as the command line promises them.
Never here: the seed; a field of the other side's box in a side's telling (it is built from that side's View, nothing is struck out).
"""

from dataclasses import asdict
from typing import Any

from ..engine.digest import as_text, digest, view_digest
from ..engine.endings import ENDINGS, epilogue, scores
from ..engine.ledger import Line, lines_for
from ..engine.orders import ANSWERS, TONES, Dispatch, Proposal, Term, term_of
from ..engine.rulebook import Rulebook
from ..engine.sides import SIDE_IDS, SIDES, other
from ..engine.state import BOXES, SLOTS, Box, State, part_names
from ..engine.view import View, observe
from .played import Played

Values = dict[str, Any]


def turn_told(rulebook: Rulebook, played: Played, side: int | None = None) -> Values:
    """One turn; `side` None tells everything but the seed."""
    minutes, phase = int(played.before.public.minutes[0]), int(played.before.public.phase[0])
    told: Values = {"turn": played.turn, "starts": moment(rulebook, minutes), "phase": rulebook.phases[phase].id}
    if side is None:
        sheets = {SIDE_IDS[s]: played.dispatches[s] for s in SIDES}
        told |= {
            "orders": {name: list(sheet.orders) for name, sheet in sheets.items()},
            "proposals": {SIDE_IDS[s]: _sent(rulebook, played, s) for s in SIDES},
            "answers": {name: {"answer": sheet.answer, "answer_to": sheet.answer_to} for name, sheet in sheets.items()},
            "meters": _all_meters(rulebook, played.after),
            "ledger": [entry(line) for line in played.lines],
            "digest": as_text(digest(played.after)[0]),
        }
        return told
    view, us, them = observe(played.after, side), SIDE_IDS[side], SIDE_IDS[other(side)]
    own = played.dispatches[side]
    told |= {
        "orders": _by_side({us: list(own.orders), them: seen_orders(rulebook, played.dispatches[other(side)], other(side))}),
        "proposals": _by_side({us: _sent(rulebook, played, side), them: _arrived(rulebook, view)}),
        "answers": _by_side({us: {"answer": own.answer, "answer_to": own.answer_to},
                             them: {"answer": ANSWERS[int(view.public.answered[0, other(side)])], "answer_to": None}}),
        "meters": {"public": _meters(rulebook, view.public, "public"), us: _meters(rulebook, view.own, "dossier")},
        "ledger": [entry(line) for line in lines_for(played.lines, side)],
        "digest": as_text(view_digest(view)[0]),
    }
    return told


def ending_told(rulebook: Rulebook, state: State, side: int | None = None) -> Values:
    """The last line of a finished game; a side learns its own score and its own reading of every term."""
    sides = SIDES if side is None else (side,)
    terms = state.public.agreed[0]
    agreed = [{"issue": issue.id, **_term(term_of(int(term))), "readings": {SIDE_IDS[s]: int(state.dossier.reading[0, s, place]) for s in sides}}
              for place, (issue, term) in enumerate(zip(rulebook.issues, terms, strict=True)) if term]
    secrets: Values = {"terms": [term["issue"] for term in agreed if term["secret"]], "leaked": bool(state.public.leaked[0])}
    if side is None:
        secrets["holders"] = {SIDE_IDS[s]: int(state.umpire.holders[0, s]) for s in SIDES}
    later: Values = {}
    if side is None:
        later["epilogue"] = epilogue_told(rulebook, state)
    fingerprint = digest(state) if side is None else view_digest(observe(state, side))
    return {"ending": ENDINGS[int(state.umpire.ending[0])], "scores": scores_told(rulebook, state, sides), "agreed": agreed, "secrets": secrets,
            **later, "digest": as_text(fingerprint[0])}


def epilogue_told(rulebook: Rulebook, state: State) -> Values:
    """What came of it by 1969, as engine/endings.epilogue has it: for the umpire alone, since it knows how many soldiers stayed."""
    found = {name: values[0].tolist() for name, values in epilogue(rulebook, state).items()}
    return {**found, "later": {SIDE_IDS[s]: found["later"][s] for s in SIDES}}


def scores_told(rulebook: Rulebook, state: State, sides: tuple[int, ...] = SIDES) -> Values:
    """Side -> `public` and `true` -> part -> 0..1000."""
    found = scores(rulebook, state)
    return {SIDE_IDS[s]: {story: {part: int(values[0, s]) for part, values in parts.items()} for story, parts in found.items()} for s in sides}


def moment(rulebook: Rulebook, minutes: int) -> str:
    """ISO 8601 by Washington's clocks, with the offset."""
    return rulebook.washington_time(minutes).isoformat()


def entry(line: Line) -> Values:
    """A ledger entry with its keys as promised."""
    return {"mechanism": line.mechanism, "box": line.box, "meter": line.meter, "before": line.before, "amount": line.amount, "after": line.after,
            "cause": line.cause, "known_to": [SIDE_IDS[s] for s in line.known_to]}


def dispatch_told(dispatch: Dispatch) -> Values:
    """A dispatch as a save holds it."""
    offer = dispatch.proposal
    return {"orders": list(dispatch.orders), "proposal": _proposal(offer) if offer else None,
            "answer": dispatch.answer, "answer_to": dispatch.answer_to, "withdraw": dispatch.withdraw}


def seen_orders(rulebook: Rulebook, dispatch: Dispatch, side: int) -> list[str]:
    """The orders of a side that the other sees done."""
    menu = rulebook.orders[side]
    return [id for id in dispatch.orders if menu[rulebook.order(side, id)].is_seen]


def _by_side(values: Values) -> Values:
    return {name: values[name] for name in SIDE_IDS}


def _proposal(offer: Proposal) -> Values:
    return {"terms": {id: _term(term) for id, term in offer.terms.items()}, "channel": offer.channel,
            "deadline_half_days": offer.deadline_half_days, "tone": offer.tone}


def _sent(rulebook: Rulebook, played: Played, side: int) -> list[Values]:
    """The proposal a side sent, as a list of one or none."""
    offer = played.dispatches[side].proposal
    if offer is None:
        return []
    due = int(played.before.public.minutes[0]) + 720 * offer.deadline_half_days if offer.deadline_half_days else 0
    told = _proposal(offer)
    return [{"letter": int(played.after.dossier.sent[0, side]), "channel": offer.channel, "due": moment(rulebook, due) if due else None,
             "tone": offer.tone, "terms": told["terms"]}]


def _arrived(rulebook: Rulebook, view: View) -> list[Values]:
    """The other side's letters that came to lie on the table this turn, oldest first."""
    writer, public = other(view.side), view.public
    found = []
    for slot in reversed(range(SLOTS)):
        if not public.letter_number[0, writer, slot] or public.letter_age[0, writer, slot]:
            continue
        due = int(public.letter_due[0, writer, slot])
        terms = {issue.id: _term(term_of(int(term))) for issue, term in zip(rulebook.issues, public.letters[0, writer, slot], strict=True) if term}
        channel = rulebook.channels[int(public.letter_channel[0, writer, slot])]
        found.append({"letter": int(public.letter_number[0, writer, slot]), "channel": channel.id,
                      "due": moment(rulebook, due) if due else None, "tone": TONES[int(public.letter_tone[0, writer, slot])], "terms": terms})
    return found


def _term(term: Term) -> Values:
    return {**asdict(term), "conditions": list(term.conditions)}


def _meters(rulebook: Rulebook, box: Box, name: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for field, shape in BOXES[name].items():
        if shape.is_meter:
            values = getattr(box, field)[0].ravel()
            found |= {field + part: int(value) for part, value in zip(part_names(rulebook, field), values, strict=True)}
    return found


def _all_meters(rulebook: Rulebook, state: State) -> dict[str, dict[str, int]]:
    views = {SIDE_IDS[s]: observe(state, s) for s in SIDES}
    return {"public": _meters(rulebook, state.public, "public"), **{name: _meters(rulebook, view.own, "dossier") for name, view in views.items()},
            "umpire": _meters(rulebook, state.umpire, "umpire")}
