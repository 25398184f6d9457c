"""What a seat tells its staff, as plain JSON values, and how the staff reads it: another process works on it, and pipes carry words.

Comes in: a Rulebook, a View, a Dispatch. Goes out: JSON values; from them a Rulebook, the boxes, the Dispatch again.
Never here: the other dossier, the umpire's box; a View has neither.
"""

from functools import lru_cache
from typing import Any

from ...engine.orders import Dispatch, Proposal, Term
from ...engine.rulebook import Rulebook
from ...engine.state import BOXES
from ...engine.view import View
from ...scenario.dials import dials, turned
from ...scenario.load import load, load_text
from ..telling import dispatch_told

Question = dict[str, Any]


def asked(rulebook: Rulebook, view: View, dispatch: Dispatch, text: str = "", last: Dispatch | None = None) -> Question:
    """All that the staff gets to see. `text`: the scenario's whole text where it is no shipped one; its numbers go along, since they may be set.
    `last`: what this side itself handed in last turn, so that the staff knows of a letter of its own that is under way."""
    return {"under_way": dispatch_told(last)["proposal"] if last and _is_under_way(rulebook, view, last) else None,
            "scenario": rulebook.id, "text": text, "dials": dials(rulebook), "side": view.side,
            "public": {name: getattr(view.public, name)[0].tolist() for name in BOXES["public"]},
            "own": {name: getattr(view.own, name)[0].tolist() for name in BOXES["dossier"]}, "dispatch": dispatch_told(dispatch)}


@lru_cache(maxsize=4)
def _shipped(id: str) -> Rulebook:
    return load(id)


def _is_under_way(rulebook: Rulebook, view: View, last: Dispatch) -> bool:
    """Last turn's letter has been sent and lies on nobody's table yet."""
    if last.proposal is None or int(view.own.sent[0]) in view.public.letter_number[0, view.side].tolist():
        return False
    return rulebook.channels[rulebook.channel(last.proposal.channel)].delay_half_days >= int(view.public.half_days[0])


def book_of(question: Question) -> Rulebook:
    """The Rulebook that the question is about, compiled once for each game."""
    return _book(question["scenario"], question["text"], tuple(sorted(question["dials"].items())))


@lru_cache(maxsize=2)
def _book(id: str, text: str, numbers: tuple[tuple[str, int], ...]) -> Rulebook:
    return turned(load_text(text, id) if text else _shipped(id), dict(numbers))


def dispatch_of(question: Question) -> Dispatch:
    """The draft as it would be handed in."""
    told = question["dispatch"]
    return Dispatch(tuple(told["orders"]), proposal_of(told["proposal"]), told["answer"], told["answer_to"], told["withdraw"])


def proposal_of(offer: dict[str, Any] | None) -> Proposal | None:
    """A proposal as it was told."""
    if offer is None:
        return None
    terms = {id: Term(**{**term, "conditions": tuple(term["conditions"])}) for id, term in offer["terms"].items()}
    return Proposal(terms, offer["channel"], offer["deadline_half_days"], offer["tone"])
