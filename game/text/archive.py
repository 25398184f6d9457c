"""The correspondence and the notes on history as lines: who wrote when, what became of it, what changed; what history did by now; hard words.

Comes in: Boards. Goes out: lists of lines of at most 80 characters. Never here: reading, state, a choice.
"""

from itertools import groupby

from ..language import t
from ..wording.board import Board, Paper
from ..wording.filed import HistoryNote, Missive, TermWorth
from ..wording.glossary import Word, hard_words, words
from ..wording.manner import how
from ..wording.reckonings import worths_in
from .screen import paper, rule, signed, wrap

_LANES = {"public": "radio", "cable": "cable", "back": "back channel", "un": "UN"}


def letters(board: Board) -> list[str]:
    """Every letter of this seat with its number in the file, oldest first."""
    if not board.letters:
        return [rule("LETTERS"), "Nobody has written yet."]
    lines = [rule("LETTERS")]
    for place, letter in enumerate(board.letters, 1):
        names = ", ".join(term.name for term in letter.paper.terms)
        whose = "ours" if letter.is_ours else "theirs"
        lines += wrap(f"{place:>3}  {letter.paper.when:<19} {whose} {letter.paper.number} by {_LANES[letter.lane]}: {names}", 0, 5)
        lines += wrap(letter.fate, 5)
    return [*lines, "letters N opens one and tells what changed; archive lists every paper."]


def letter(board: Board, place: int) -> list[str]:
    """One letter: its words, how it reads, what changed term by term, what an answer would do."""
    shown = board.letters[place - 1]
    lines = [*paper(shown.paper), "", *wrap(" ".join((shown.fate, *shown.reads)))]
    if shown.mood:
        lines.append(f"Their fear as we read it: {shown.mood[0]} before it, {shown.mood[1]} after.")
    lines += [rule("WHAT CHANGED" if shown.before else "WHAT IT SAYS"), *(text for term in shown.terms for text in _term(term, bool(shown.before)))]
    was = f", the letter before {signed(shown.was)}, a change of {signed(shown.worth - shown.was)}" if shown.before else ""
    parts = ", ".join(f"{t(f'letters.audience-{name}')} {signed(amount)}" for name, amount in shown.shares)
    lines += wrap(f"Whole letter: worth {signed(shown.worth)} to us ({parts}){was}.")
    return lines + _options(shown)


def _term(term: TermWorth, compares: bool) -> list[str]:
    said = f"{term.now.says} [{how(term.now)}]" if term.now else "not said any more"
    shares = ", ".join(f"{t(f'letters.audience-{name}')} {signed(amount)}" for name, amount in term.shares if amount)
    lines = wrap(f"{term.name}: {said}, {signed(term.worth)}{f' ({shares})' if term.now and shares else ''}", 2, 2)
    if compares and term.how:
        moved = term.how.replace(" ", "-")
        before = f"{term.before.says} [{how(term.before)}], {signed(term.was)}" if term.before else t("letters.unsaid")
        lines += wrap(f"{t(f'letters.how-{moved}')}, {signed(term.worth - term.was)} to us; before: {before}", 6, 2)
    return lines


def _options(shown: Missive) -> list[str]:
    lines = [rule("WHAT CAN BE DONE")] if shown.options else []
    for option in shown.options:
        price = ", ".join(f"{name} {signed(amount)}" for name, amount in option.price)
        lines += wrap(f"{option.id}{f' ({price})' if price else ''}: {' '.join(option.notes)}", 2, 2)
    return lines


def archive(board: Board) -> list[str]:
    """Every paper by its day, with the number that `read` takes; newest first."""
    numbered = list(enumerate(board.papers, 1))

    def day(item: tuple[int, Paper]) -> str:
        return item[1].when.partition(",")[0]
    lines = [rule("ARCHIVE")]
    for name, papers in groupby(numbered, day):
        lines.append(f" {name}")
        for number, each in papers:
            lines += wrap(f"{number:>3}  {each.when.partition(', ')[2]}  {each.title} ({each.sender})", 0, 5)
    return lines


def history(board: Board, everything: bool = False) -> list[str]:
    """What history did: the newest day of it, or every day up to now."""
    lines = [rule("WHAT HISTORY DID")]
    lines += wrap("The game is over: all of it." if board.ending else
                  "Days still to come are not shown, nor what only the other government knew. Your crisis need not go the way this one went.")
    days = [(day, list(notes)) for day, notes in groupby(board.notes, lambda note: note.day)]
    if not days:
        return [*lines, "Nothing has been written down for these days."]
    for day, notes in days if everything else days[-1:]:
        lines += ["", f" {day}", *(text for note in notes for text in _note(note))]
    return [*lines, *([] if everything else ["", "history all tells every day so far; word NAME explains a hard word."])]


def _note(note: HistoryNote) -> list[str]:
    kept = " (kept from the public then)" if note.was_secret else ""
    here = wrap(f"In the game: {note.here}", 9) if note.here else []
    return [*wrap(f"{note.when or '-':<7}{note.who}{kept}: {note.text}", 2, 7), *here, *wrap(f"[{note.tag}] {note.source}", 9)]


def worths(board: Board, shown: Paper) -> list[str]:
    """What its terms are worth to this side, and together; nothing of a paper without any."""
    found, names = worths_in(board, shown), {term.issue: term.name for term in shown.terms}
    if not found:
        return []
    each = ", ".join(f"{names[id]} {signed(worth)}" for id, worth in found.items())
    return wrap(f"{t('paper.worth', worth=signed(sum(found.values())))} ({each}).", 0, 2)


def hard_words_in(shown: Paper) -> list[str]:
    """The names of the hard words in a paper, which `word` explains; nothing where there are none."""
    found = hard_words(" ".join((shown.title, *shown.body, *(f"{term.name} {term.says}" for term in shown.terms))))
    return wrap(f"Hard words (word NAME): {', '.join(word.name for word in found)}.", 0, 2) if found else []


def hard(asked: str) -> list[str]:
    """A hard word and its source; all of their names where none is asked for or known."""
    found = next((word for word in words() if asked and asked in (word.id, word.name.lower())), None) or next(iter(hard_words(asked)), None)
    if found:
        return _word(found)
    return [rule("HARD WORDS"), *wrap(", ".join(word.name for word in words())), "word NAME explains one."]


def _word(word: Word) -> list[str]:
    return [rule(word.name), *wrap(word.says), *wrap(f"Source: {word.source}")]
