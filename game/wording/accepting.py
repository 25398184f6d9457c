"""What accepting a letter would cost, said before it binds.

Comes in: a Rulebook, one seat's View, the number of a letter on the table. Goes out: AcceptWords. Never here: a rule; worth.py prices it.
"""

from ..engine.rulebook import AUDIENCES, Rulebook
from ..engine.sides import other
from ..engine.view import View
from ..engine.worth import by_audience
from ..language import t
from . import compose
from .board import AcceptWords
from .correspondence import as_row, on_table, signed, term_words
from .leaks import leak


def price(rulebook: Rulebook, view: View, letter: int) -> AcceptWords | None:
    """What the letter of that number costs and binds; None where none of the other side's lies there under it."""
    lying = next((lying for lying in on_table(view, other(view.side)) if lying.sent.number == letter), None)
    if lying is None:
        return None
    codes = as_row(rulebook, lying.sent.terms)
    shares = by_audience(rulebook, view, codes)[0]
    costs = tuple((audience, int(amount)) for audience, amount in zip(AUDIENCES, shares, strict=True))
    terms = lying.sent.terms
    binds = tuple(term_words(rulebook, place, term) for place, term in terms.items())
    return AcceptWords(letter, costs, sum(amount for _, amount in costs), binds, tuple(term.name for term in binds if not term.secret),
                       tuple(term.name for term in binds if term.secret), compose.open_ends(rulebook, view, terms),
                       compose.blocked(rulebook, view, terms), leak(rulebook, view, codes))


def told(price: AcceptWords, has_proposal: bool) -> list[str]:
    """The same in sentences, for window and terminal: worth by audience, what binds, what others read; what becomes of a proposal of our own."""
    costs = ", ".join(f"{t(f'deal.audience-{who}')} {signed(amount)}" for who, amount in price.costs)
    said = [t("orders.accept-price", total=signed(price.total), costs=costs),
            t("orders.accept-binds", terms="; ".join(f"{term.name}: {term.says}" for term in price.binds))]
    said += [t("orders.accept-open", names=", ".join(price.read_by_all))] if price.read_by_all else []
    said += [t("orders.accept-sealed", names=", ".join(price.sealed))] if price.sealed else []
    said += [t("orders.accept-leak", middle=price.leak.middle, low=price.leak.low, high=price.leak.high)] if price.leak else []
    said += [*price.blocked, *price.open_ends, t("orders.accept-if")]
    return [*said, t("orders.answer-and-proposal-long")] if has_proposal else said
