"""Comparing: every word and number of the window must be told at the terminal too, but for the interface's own words.

Comes in: what was seen and what was heard. Goes out: what is missing, as (screen, words). Interface words are known by the catalogue: a text that
fits one of its entries is one, and then what stands in its places has to be told.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from game.language import catalogue
from game.ui.paint import letterhead

from .ears import Ears, run_on
from .eyes import Eyes

_CUTS = tuple(re.compile(cut) for cut in (
    r"(?<=[.?!]) ", r" · ", r"; ", r": ", r", | \(|\)", r" = | → ?| ≠ |(?<=\d) to (?=-?\d)", r" (?=[+-]?\d+$)|(?<=^\d) |(?<=\d) (?=of )", r" and "))
"""Where a text may be taken apart, the widest seams first."""
_HEADS = sorted({words for head in (*letterhead._LETTERS.values(), *(head for heads in letterhead._OFFICES.values() for head in heads.values()))
                 for words in (head.top, head.under, f"{head.top} \N{MIDDLE DOT} {head.under}")}, key=len, reverse=True)
ALLOWED: tuple[tuple[str, str], ...] = (
    ("THE KREMLIN.*|\N{CYRILLIC CAPITAL LETTER EM}\N{CYRILLIC CAPITAL LETTER O}\N{CYRILLIC CAPITAL LETTER ES}\N{CYRILLIC CAPITAL LETTER KA}"
     "\N{CYRILLIC CAPITAL LETTER VE}\N{CYRILLIC CAPITAL LETTER A}.*", "the head of our own letter paper"),
    ("|".join(map(re.escape, _HEADS)), "an office's printed letterhead: the terminal names the sender in English"),
)
"""(pattern, reason) of words that only the window has."""
_NUMBER = re.compile(r"[+-]?\d+")
_FRONT = re.compile(r"([+-]?\d+) (.+)")


@cache
def templates() -> tuple[tuple[re.Pattern[str], int], ...]:
    """Every English entry as a pattern, those with most words of their own first; and how many letters are its own."""
    found = {}
    for words in catalogue("en").values():
        forms = tuple(words.values()) if isinstance(words, dict) else (words,)
        for form in (*forms, *(sentence for whole in forms for sentence in re.split(r"(?<=[.?!]) ", whole))):
            pieces = re.split(r"\{[^}]*\}", run_on(form.replace("{", " {").replace("}", "} ")) if "{" not in form else form)
            own = sum(char.isalpha() for piece in pieces for char in piece)
            pattern = "(.+?)".join(re.escape(run_on_inside(piece)) for piece in pieces)
            if own >= 2:
                found[pattern] = own
    return tuple((re.compile(pattern), own) for pattern, own in sorted(found.items(), key=lambda item: -item[1]))


def run_on_inside(piece: str) -> str:
    """As run_on, but blanks at its ends stay."""
    told = run_on(piece)
    return f"{' ' * piece.startswith(' ')}{told}{' ' * (piece.endswith(' ') and piece.strip() != '')}" if told else piece.casefold()


@cache
def fits(text: str) -> tuple[tuple[str, ...], ...]:
    """What would stand in the places of every entry of the catalogue that the text fits."""
    hits = (pattern.fullmatch(text) or pattern.fullmatch(f"{text}.") for pattern, _ in templates())
    return tuple(hit.groups() for hit in hits if hit)


class Told:
    """What the terminal has told, to be asked whether some words are among it."""

    def __init__(self, ears: Ears) -> None:
        self.words = ears.all_words
        self.numbers = set(_NUMBER.findall(self.words)) | {number.lstrip("+-") for number in _NUMBER.findall(self.words)}
        self.knows = lru_cache(maxsize=None)(self._knows)

    def _knows(self, text: str, depth: int = 0) -> bool:
        text = text.strip(" ·…>")
        if not any(char.isalnum() for char in text):
            return True
        if _NUMBER.fullmatch(text):
            return text in self.numbers
        if text in self.words or text.strip(" .,;:!?") in self.words:
            return True
        if depth > 7:
            return False
        if any(all(self.knows(place, depth + 1) for place in places) for places in fits(text)):
            return True
        front = _FRONT.fullmatch(text)
        if front and self.knows(front[1], depth + 1) and self.knows(front[2], depth + 1):
            return True
        for cut in _CUTS:
            parts = [part for part in cut.split(text) if part.strip()]
            if len(parts) > 1:
                return all(self.knows(part, depth + 1) for part in parts)
        return False


def missing(eyes: Eyes, ears: Ears) -> list[tuple[str, str]]:
    """(screen, words) of everything seen in the window that the terminal does not tell, but for what ALLOWED lists."""
    told, found = Told(ears), {}
    for screen, words in eyes.words.items():
        for text in words:
            if text not in found and not told.knows(run_on(text)) and not _is_allowed(text):
                found[text] = screen
    return [(screen, text) for text, screen in found.items()]


def _is_allowed(text: str) -> bool:
    """It is all of an allowed text, or begins with one before the hour of a paper, which is told."""
    return any(re.fullmatch(f"({pattern})( \N{MIDDLE DOT} .*)?", text) for pattern, _ in ALLOWED)
