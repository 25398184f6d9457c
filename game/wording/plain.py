"""A paper as plain text, to be taken elsewhere: title, sender and day, words, terms, source.

Comes in: a Paper or a HistoryNote. Goes out: text. Never here: what an answer to it would bring.
"""

from .board import Paper
from .filed import HistoryNote
from .glossary import Word
from .manner import how


def plain_paper(paper: Paper) -> str:
    """The whole paper; its first two lines say what it is, who sent it and when."""
    parts = [f"{paper.title}\n{paper.sender}, {paper.when}", *paper.body]
    if paper.deadline:
        parts.append(f"An answer is asked for by {paper.deadline}.")
    if paper.terms:
        parts.append("\n".join(f"- {term.name}: {term.says} ({how(term)})" for term in paper.terms))
    if paper.source:
        parts.append(f"({paper.source})")
    return "\n\n".join(parts) + "\n"


def plain_note(note: HistoryNote) -> str:
    """A note on history with its day and source."""
    when = f"{note.day}, {note.when}" if note.when else note.day
    here = f"In the game: {note.here}" if note.here else ""
    return "\n\n".join(part for part in (f"{when}. {note.who}", note.text, here, f"({note.source})") if part) + "\n"


def plain_word(word: Word) -> str:
    """A hard word with its source."""
    return f"{word.name}: {word.says}\n\n({word.source})\n"
