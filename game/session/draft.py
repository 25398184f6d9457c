"""What a player at the window or at the terminal has written but not sent: orders, a proposal, an answer. Frozen, so that undo is a list of the
earlier ones.

Comes in: choices by name. Goes out: a Dispatch for the game. Never here: a rule (the game refuses), a drawing.
"""

from dataclasses import dataclass, field, replace

from ..engine.orders import Dispatch, Proposal, Term
from ..engine.terms import CONDITIONS
from ..wording.board import IssueLine, Paper

DEADLINES = (0, 1, 2, 4, 8)
"""Half-days that a letter can give its reader; 0 = none."""


@dataclass(frozen=True)
class Draft:
    orders: tuple[str, ...] = ()
    terms: dict[str, Term] = field(default_factory=dict)
    """Issue id -> term as it lies on the deal table, put or not."""
    channel: str = ""
    deadline: int = 0
    """Half-days that the reader is given; 0 = none."""
    tone: str = "plain"
    """How the letter speaks: one of orders.TONES."""
    is_put: bool = False
    """The proposal goes out with the orders."""
    counters: int = 0
    """The letter that the terms on the table answer; 0 = a proposal of one's own."""
    answer: str = "ignore"
    answer_to: int = 0
    withdraw: int = 0

    def dispatch(self) -> Dispatch:
        """The draft as the game takes it; terms left lying on the table stay at home."""
        proposal = Proposal(dict(self.terms), self.channel, self.deadline, self.tone) if self.is_put and self.terms else None
        return Dispatch(self.orders, proposal, self.answer, self.answer_to, self.withdraw)

    def toggled(self, order: str) -> "Draft":
        """With that order given, or struck if it was."""
        if order in self.orders:
            return replace(self, orders=tuple(id for id in self.orders if id != order))
        return replace(self, orders=(*self.orders, order))

    def with_term(self, issue: str, term: Term | None) -> "Draft":
        """With that term on the table; None leaves the issue unsaid. The last term taken off takes the proposal back."""
        terms = {id: said for id, said in self.terms.items() if id != issue}
        if term is not None:
            terms[issue] = term
        return replace(self, terms=terms) if terms else replace(self.unput(), terms=terms)

    def put(self) -> "Draft":
        """With the proposal going out; it is a counter if it was begun as one."""
        if self.counters:
            return replace(self, is_put=True, answer="counter", answer_to=self.counters)
        return replace(self, is_put=True)

    def unput(self) -> "Draft":
        """With the proposal held back; its terms stay on the table."""
        if self.answer == "counter":
            return replace(self, is_put=False, answer="ignore", answer_to=0)
        return replace(self, is_put=False)

    def answering(self, answer: str, letter: int) -> "Draft":
        """With that answer to that letter; the same answer again takes it back. An answer takes the place of an earlier one."""
        held = self.unput() if self.answer == "counter" else self
        if (self.answer, self.answer_to) == (answer, letter):
            return replace(held, answer="ignore", answer_to=0)
        return replace(held, answer=answer, answer_to=letter)

    def countering(self, paper: Paper) -> "Draft":
        """With their terms set out on the table, to be changed and put."""
        terms = {term.issue: Term(term.position, term.secret, term.paper, term.exact, term.news, term.conditions) for term in paper.terms}
        return replace(self.unput(), terms=terms, counters=paper.letter)

    def withdrawing(self, letter: int) -> "Draft":
        """With that own letter taken back, or left standing if it was to be."""
        return replace(self, withdraw=0 if self.withdraw == letter else letter)


def opening_term(issue: IssueLine) -> Term:
    """Where a peg first stands: the side's own stated place, else the middle; open, on paper, loosely worded."""
    return Term(issue.ours or 3, secret=False, paper=True, exact=False)


def as_news(term: Term, is_news: bool) -> Term:
    """Given as news, or as a pledge again. News is told and not written, so what becomes news comes off the paper."""
    return replace(term, news=is_news, paper=term.paper and not is_news)


def on_paper(term: Term, is_paper: bool) -> Term:
    """Written or told; what is written down is a pledge, whatever it was before."""
    return replace(term, paper=is_paper, news=term.news and not is_paper)


def with_condition(term: Term, id: str) -> Term:
    """With that condition hung on it, or taken off if it hung there."""
    return replace(term, conditions=tuple(each for each in CONDITIONS if (each in term.conditions) != (each == id)))
