"""Letters on the table and in the file, as papers of one seat: composed, priced by the seat's own staff, compared with the one before.

Comes in: a Rulebook and a View. Goes out: Papers. Never here: a letter that has not arrived, the other side's reckoning.
"""

from dataclasses import dataclass, replace

import numpy as np

from ..engine.orders import TONES
from ..engine.rulebook import AUDIENCES, Rulebook
from ..engine.sides import SIDE_IDS, WASHINGTON
from ..engine.state import SLOTS
from ..engine.terms import EXACT, NEWS, PAPER, SECRET, condition_ids
from ..engine.view import View
from ..engine.worth import by_audience
from .board import Paper, TermWords
from .dates import until
from .letters import Letter, Sent, Terms, compose

DRAFTED = "as drafted by this game"
HEARD_IN = {"warm": "It is written to please.", "stern": "It is written to be quoted, and against us.",
            "anguished": "The staff hears a frightened man in it, and puts their fear the higher."}
"""What the staff says of the tone, where there is one: see orders.TONES."""


@dataclass(frozen=True)
class Lying:
    """A letter on the table."""

    sent: Sent
    age: int
    """Turns since it arrived; 0 = with the last turn."""


def on_table(view: View, writer: int, game: int = 0) -> list[Lying]:
    """That writer's letters on the table, newest first."""
    public = view.public
    after_deal = bool(public.agreed_at[game])
    found = []
    for slot in range(SLOTS):
        number = int(public.letter_number[game, writer, slot])
        if number:
            sent = Sent(writer, terms_of(public.letters[game, writer, slot].tolist()), int(public.letter_channel[game, writer, slot]),
                        int(public.letter_due[game, writer, slot]), number, after_deal, int(public.letter_tone[game, writer, slot]))
            found.append(Lying(sent, int(public.letter_age[game, writer, slot])))
    return found


def terms_of(codes: list[int]) -> Terms:
    """Issue place -> code, without the issues left unsaid."""
    return {place: int(term) for place, term in enumerate(codes) if term}


def paper_id(sent: Sent) -> str:
    """`letter-moscow-3`: the same wherever that letter lies."""
    return f"letter-{SIDE_IDS[sent.writer]}-{sent.number}"


def term_words(rulebook: Rulebook, place: int, term: int, reading: int = 0) -> TermWords:
    """One term in words; `reading` is the position a seat takes it to mean, 0 where nothing is agreed."""
    issue = rulebook.issues[place]
    return TermWords(issue.id, issue.name, term & 7, issue.positions[(term & 7) - 1], bool(term & SECRET), bool(term & PAPER), bool(term & EXACT),
                     issue.positions[reading - 1] if reading else "", bool(term & NEWS), condition_ids(term))


def their_letter(rulebook: Rulebook, view: View, lying: Lying, when: str, earlier: Terms | None) -> Paper:
    """A letter of the other side that can be answered, with the staff's note beneath."""
    words = compose(rulebook, lying.sent)
    body = (*words.body, staff_note(rulebook, view, lying.sent, earlier))
    return replace(_paper(rulebook, view, lying.sent, words, when), body=body, letter=lying.sent.number, is_new=lying.age == 0)


def own_letter(rulebook: Rulebook, view: View, sent: Sent, when: str, is_delivered: bool) -> Paper:
    """A letter of one's own that can still be withdrawn."""
    words = compose(rulebook, sent)
    state = "It lies before them, unanswered." if is_delivered else "It is under way; there is no word yet that it has been read."
    paper = _paper(rulebook, view, sent, words, when)
    return replace(paper, title=_ours(paper.title), body=(state, *words.body), letter=sent.number, is_own=True, is_new=False)


def filed(rulebook: Rulebook, view: View, sent: Sent, when: str, is_new: bool = True) -> Paper:
    """A letter as it goes into the file: to be read, no longer to be answered."""
    words = compose(rulebook, sent)
    paper = _paper(rulebook, view, sent, words, when)
    title = _ours(paper.title) if sent.writer == view.side else paper.title
    return replace(paper, title=title, deadline="", is_new=is_new and sent.writer != view.side)


def _ours(title: str) -> str:
    return f"Our{title[title.index(',') + 1:]}"


def _paper(rulebook: Rulebook, view: View, sent: Sent, words: Letter, when: str) -> Paper:
    terms = tuple(term_words(rulebook, place, term) for place, term in sent.terms.items())
    deadline = until(rulebook, view.side, sent.due) if sent.due else ""
    return Paper(paper_id(sent), words.kind, words.title, words.sender, when, words.body, terms=terms, deadline=deadline, source=DRAFTED,
                 number=sent.number, by=SIDE_IDS[sent.writer], channel=rulebook.channels[sent.channel].id, tone=TONES[sent.tone])


def staff_note(rulebook: Rulebook, view: View, sent: Sent, earlier: Terms | None) -> str:
    """One paragraph: what the text is worth to this side, and what is new against the writer's letter before."""
    codes = as_row(rulebook, sent.terms)
    shares = by_audience(rulebook, view, codes)[0].tolist()
    total, parts = sum(shares), ", ".join(f"{name} {signed(amount)}" for name, amount in zip(AUDIENCES, shares, strict=True))
    change = f" {changes(rulebook, view.side, earlier, sent.terms)}" if earlier else ""
    return f"Staff note: as it stands the text is worth {signed(total)} to us ({parts}).{change} {HEARD_IN.get(TONES[sent.tone], '')}".rstrip()


def as_row(rulebook: Rulebook, terms: Terms) -> np.ndarray:
    """(1, issues) the terms as a rule reads them."""
    row = np.zeros((1, len(rulebook.issues)), rulebook.word)
    for place, term in terms.items():
        row[0, place] = term
    return row


def changes(rulebook: Rulebook, side: int, before: Terms, now: Terms) -> str:
    """`Against the letter before, new: Jupiters in Turkey; nearer to us: Inspection.`"""
    heads = ("new", "dropped", "nearer to us", "further from us", "in another form")
    moved: dict[str, list[str]] = {head: [] for head in heads}
    for place in sorted({*before, *now}):
        was, comes = before.get(place, 0), now.get(place, 0)
        if was == comes:
            continue
        if not was or not comes:
            head = "dropped" if was else "new"
        elif was & 7 != comes & 7:
            head = "nearer to us" if (comes & 7 < was & 7) == (side == WASHINGTON) else "further from us"
        else:
            head = "in another form"
        moved[head].append(rulebook.issues[place].name)
    said = "; ".join(f"{head}: {', '.join(names)}" for head, names in moved.items() if names)
    return f"Against the letter before, {said}." if said else "It repeats the letter before, point for point."


def signed(amount: int) -> str:
    """`+45`, `−20` with a true minus, `0`."""
    return f"+{amount}" if amount > 0 else f"\N{MINUS SIGN}{-amount}" if amount else "0"
