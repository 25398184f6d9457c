"""What a side may hand in for a turn, twice: as a Sheet (arrays, any number of games) and as a Dispatch (names, one game).

Rules, doctrines and batches use Sheets; people, saves and JSON use Dispatches. `to_sheet` and `from_sheet` go between them.
An answer names a letter by the writer's own number, as it was read, never by its place in the tray.
"""

from dataclasses import dataclass

import numpy as np

from .rulebook import Rulebook
from .terms import Array, Mask, code, condition_ids, is_exact, is_news, is_on_paper, is_secret, position
from .view import View

ANSWERS = ("ignore", "accept", "refuse", "counter")
IGNORE, ACCEPT, REFUSE, COUNTER = range(4)
TONES = ("plain", "warm", "stern", "anguished")
"""How a letter speaks: an anguished one shows how afraid its writer is (M11)."""
PLAIN, WARM, STERN, ANGUISHED = range(4)


@dataclass(frozen=True)
class Sheet:
    """One side's turn for n games."""

    given: Mask
    """(n, menu) orders given."""
    offer: Array
    """(n, issues) terms of a proposal; all 0 = none."""
    due: Array
    """(n,) its deadline, minutes since the start; 0 = none."""
    channel: Array
    """(n,) place of its channel."""
    tone: Array
    """(n,) one of TONES."""
    answer: Array
    """(n,) one of ANSWERS."""
    answer_to: Array
    """(n,) number of the other side's letter it answers; 0 = none."""
    withdraw: Array
    """(n,) number of an own letter to take back; 0 = none."""


@dataclass(frozen=True)
class Term:
    """One term by name: where on the ladder (1..5) and how it is said."""

    position: int
    secret: bool = False
    paper: bool = False
    exact: bool = False
    news: bool = False
    """Given as information, not as a pledge (M33)."""
    conditions: tuple[str, ...] = ()
    """Ids of terms.CONDITIONS, in that order."""


@dataclass(frozen=True)
class Proposal:
    terms: dict[str, Term]
    """Issue id -> term."""
    channel: str
    deadline_half_days: int = 0
    """Half-days that the reader is given; 0 = no deadline, and with one it is an ultimatum."""
    tone: str = "plain"
    """One of TONES."""


@dataclass(frozen=True)
class Dispatch:
    """One side's turn in one game, by name."""

    orders: tuple[str, ...] = ()
    proposal: Proposal | None = None
    answer: str = "ignore"
    """One of ANSWERS; a `counter` goes with a proposal."""
    answer_to: int = 0
    """Number of the other side's letter."""
    withdraw: int = 0
    """Number of an own letter."""


@dataclass(frozen=True)
class Refusal:
    """Why a dispatch is not legal: nothing was changed."""

    about: str
    """What was asked: an order id, `proposal`, `answer`, `withdraw`, `attention`."""
    reason: str
    """One sentence: what was asked, why not, what would be accepted."""


def code_of(term: Term) -> int:
    """The code that stands for a term."""
    return code(term.position, term.secret, term.paper, term.exact, term.news, term.conditions)


def term_of(term: int) -> Term:
    """The term that a code stands for; the code is not 0."""
    said = np.asarray(term)
    return Term(int(position(said)), bool(is_secret(said)), bool(is_on_paper(said)), bool(is_exact(said)), bool(is_news(said)), condition_ids(term))


def empty_sheet(rulebook: Rulebook, games: int) -> Sheet:
    """A sheet that does nothing, for n games; its arrays are the caller's to fill."""
    def zeros() -> Array:
        return np.zeros(games, rulebook.word)
    return Sheet(np.zeros((rulebook.menu_size, games), bool).T, np.zeros((len(rulebook.issues), games), rulebook.word).T,
                 zeros(), zeros(), zeros(), zeros(), zeros(), zeros())


def to_sheet(rulebook: Rulebook, view: View, dispatch: Dispatch) -> Sheet:
    """The dispatch as a Sheet for a batch of one. Raises KeyError for a name the scenario does not have: check it with legal.refusals first."""
    sheet = empty_sheet(rulebook, 1)
    for id in dispatch.orders:
        sheet.given[0, rulebook.order(view.side, id)] = True
    if dispatch.proposal:
        for id, term in dispatch.proposal.terms.items():
            sheet.offer[0, rulebook.issue(id)] = code_of(term)
        sheet.channel[0] = rulebook.channel(dispatch.proposal.channel)
        sheet.tone[0] = TONES.index(dispatch.proposal.tone)
        if dispatch.proposal.deadline_half_days:
            sheet.due[0] = int(view.public.minutes[0]) + 720 * dispatch.proposal.deadline_half_days
    sheet.answer[0] = ANSWERS.index(dispatch.answer)
    sheet.answer_to[0] = dispatch.answer_to
    sheet.withdraw[0] = dispatch.withdraw
    return sheet


def from_sheet(rulebook: Rulebook, view: View, sheet: Sheet, game: int = 0) -> Dispatch:
    """The names in one row of a sheet; `to_sheet` of the result is that row."""
    terms = {issue.id: term_of(int(code_)) for issue, code_ in zip(rulebook.issues, sheet.offer[game], strict=True) if code_}
    due = int(sheet.due[game])
    deadline = (due - int(view.public.minutes[game])) // 720 if due else 0
    proposal = Proposal(terms, rulebook.channels[int(sheet.channel[game])].id, deadline, TONES[int(sheet.tone[game])]) if terms else None
    orders = tuple(order.id for order, given in zip(rulebook.orders[view.side], sheet.given[game], strict=False) if given)
    return Dispatch(orders, proposal, ANSWERS[int(sheet.answer[game])], int(sheet.answer_to[game]), int(sheet.withdraw[game]))
